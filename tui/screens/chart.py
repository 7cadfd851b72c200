"""Every series as bars with its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.chartrows import chart_rows, series_key
from tui.screens.dialogs import Dialog
from tui.screens.rowlist import RowList
from tui.screens.rows import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.ledger.model import Ledger
    from tui.screens.briefs import Labels
    from tui.words import Words


class ChartScreen(Dialog[Passage]):
    """A list of bars under the names of their indicators; leaves with the sentence of one."""

    TITLE_KEY = "panel.chart"

    def __init__(self, words: Words, keys: Mapping[str, str], ledger: Ledger, labels: Labels, *, wanted: str) -> None:
        super().__init__(words, keys)
        self._ledger = ledger
        self._labels = labels
        self._wanted = wanted

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield RowList(id="chart", most=1, empty=self.words("panel.no_series"))

    def on_mount(self) -> None:
        """Draw at the wanted series."""
        super().on_mount()
        self._draw(series_key(self._ledger, self._wanted))

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw("")

    @on(RowList.Chosen)
    def chosen(self, event: RowList.Chosen) -> None:
        """Leave for the sentence of a value."""
        if event.row.passage:
            self.dismiss(event.row.passage)

    def _draw(self, key: str) -> None:
        rows = chart_rows(self.words, self._labels, self._ledger, min(self.size.width, 116))
        self.query_one(RowList).show(rows, key=key)
