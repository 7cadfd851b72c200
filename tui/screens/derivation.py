"""The screen that opens a derived number: formula, inputs, assumptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from tui.screens.dialogs import Dialog
from tui.screens.rowlist import RowList
from tui.screens.rows import Passage
from tui.screens.workings import working_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.screens.workings import QuoteOf
    from tui.words import Words


class DerivationScreen(Dialog[Passage]):
    """A list of what went into a number; leaves with the sentence of the one chosen."""

    TITLE_KEY = "panel.working"

    def __init__(self, words: Words, keys: Mapping[str, str], about: object, quote_of: QuoteOf) -> None:
        super().__init__(words, keys)
        self.add_class("fitting")
        self._about = about
        self._quote_of = quote_of

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield RowList(id="working")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self.query_one(RowList).show(working_rows(self.words, self._about, self._quote_of))

    @on(RowList.Chosen)
    def chosen(self, event: RowList.Chosen) -> None:
        """Leave for the sentence of a number."""
        if event.row.passage:
            self.dismiss(event.row.passage)
