"""The side panel: what was aimed at against what came of it, in sections that fold."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.screens.rowlist import RowList
from tui.screens.rows import Piece, visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.rows import Row


class Panel(RowList):
    """Rows that `enter` folds and unfolds; what is folded stays so from meeting to meeting."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._all: tuple[Row, ...] = ()
        self.turned: frozenset[str] = frozenset()
        """Keys of the folds that are not as at first: closed headings, other folds open."""

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """All rows, folded ones included."""
        return self._all

    def show_sections(self, rows: Sequence[Row], *, empty: str = "") -> None:
        """Show the sections of a meeting."""
        self._all = tuple(rows)
        self._show_visible(empty)

    def find_row(self, key: str) -> bool:
        """Put the cursor on the row called `key`, opening what it is folded in; False if there is none."""
        heading = ""
        for row in self._all:
            heading = row.key if row.heading else heading
            if row.key == key:
                self.turned = self.turned - {heading} | ({row.under} - {""})
                self._show_visible("")
                return self.select(key)
        return False

    def action_choose(self) -> None:
        """Fold or unfold; on a row without a fold ask for its sentence."""
        if self.row and (self.row.heading or self.row.folds):
            self.turned ^= {self.row.key}
            self._show_visible("")
        else:
            super().action_choose()

    def _show_visible(self, empty: str) -> None:
        shown = [self._with_sign(row) if row.heading or row.folds else row for row in visible(self._all, self.turned)]
        self.show(shown, empty=empty)

    def _with_sign(self, row: Row) -> Row:
        closed = (row.key in self.turned) is row.heading
        first, *others = row.lines
        indent = Piece("" if row.heading else "  ")
        return replace(row, lines=((indent, Piece("▸ " if closed else "▾ "), *first), *others))
