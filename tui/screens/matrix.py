"""All indicators over all meetings in one table."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import on
from textual.content import Content
from textual.widgets import DataTable, Static

from tui import present
from tui.screens.commands import bindings
from tui.screens.dialogs import Dialog
from tui.screens.matrixcells import SORTS, matrix_of, ordered
from tui.screens.rows import Passage
from tui.screens.signs import sign

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.ledger.model import Ledger
    from tui.screens.briefs import Labels
    from tui.screens.commands import Scope
    from tui.words import Words

_LABEL = 34
_NARROW_LABEL = 22
_WIDE = 110
"""Columns from which the names of indicators have all the room they like."""


class MatrixScreen(Dialog[Passage]):
    """A table that `enter` leaves for the sentence of a cell."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("matrix", "pane")]
    SCOPES: ClassVar[tuple[Scope, ...]] = ("matrix", "dialog")
    TITLE_KEY = "panel.matrix"

    def __init__(self, words: Words, keys: Mapping[str, str], ledger: Ledger, labels: Labels) -> None:
        super().__init__(words, keys)
        self._matrix = matrix_of(words, labels, ledger)
        self._width = _LABEL
        self._sort = SORTS[0]
        self._rows = ordered(self._matrix.rows, self._sort)

    def inside(self) -> Iterable[Widget]:
        """The table and how it is sorted."""
        table: DataTable[Text] = DataTable(id="matrix", fixed_columns=1, zebra_stripes=True)
        yield table
        yield Static(classes="note", markup=False)

    def on_mount(self) -> None:
        """Fill the table."""
        super().on_mount()
        self._width = _LABEL if self.size.width >= _WIDE else _NARROW_LABEL
        self.table.add_column(Text(self.words("panel.indicator")), key="indicator", width=self._width)
        for name, day in self._matrix.meetings:
            self.table.add_column(Text(present.day(self.words, day)), key=name)
        self._fill()

    @property
    def table(self) -> DataTable[Text]:
        """The table."""
        return self.query_one(DataTable)

    @on(DataTable.CellSelected)
    def selected(self, event: DataTable.CellSelected) -> None:
        """Leave for the sentence of a cell."""
        row, column = event.coordinate
        cells = self._rows[row].cells
        first = next((cell.passage for cell in cells if cell.passage), None)
        passage = cells[column - 1].passage if column else first
        if passage:
            self.dismiss(passage)

    def action_sort(self) -> None:
        """By the next order."""
        self._sort = SORTS[(SORTS.index(self._sort) + 1) % len(SORTS)]
        self._fill()

    def action_cursor_up(self) -> None:
        """One row up."""
        self.table.action_cursor_up()

    def action_cursor_down(self) -> None:
        """One row down."""
        self.table.action_cursor_down()

    def action_page_up(self) -> None:
        """A page up."""
        self.table.action_page_up()

    def action_page_down(self) -> None:
        """A page down."""
        self.table.action_page_down()

    def action_top(self) -> None:
        """To the first row."""
        self.table.move_cursor(row=0)

    def action_bottom(self) -> None:
        """To the last row."""
        self.table.move_cursor(row=self.table.row_count - 1)

    def _fill(self) -> None:
        self._rows = ordered(self._matrix.rows, self._sort)
        self.table.clear()
        for row in self._rows:
            glyph = sign(row.status).glyph if row.status else " "
            label = "\n  ".join(wrap(row.label, self._width - 2))
            cells = (Text(cell.text, no_wrap=True) for cell in row.cells)
            self.table.add_row(Text(f"{glyph} {label}"), *cells, height=None)
        shown, held = len(self._matrix.meetings), self._matrix.held
        cut = f" · {self.words('panel.newest_meetings', shown=shown, held=held)}" if shown < held else ""
        self.query_one(".note", Static).update(Content(self.words(f"panel.sort.{self._sort}") + cut))
