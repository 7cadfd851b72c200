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
    """Rows under headings that `enter` folds and unfolds; what is folded stays so from meeting to meeting."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._all: tuple[Row, ...] = ()
        self._folded: frozenset[str] = frozenset()

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """All rows, folded sections included."""
        return self._all

    def show_sections(self, rows: Sequence[Row], *, empty: str = "") -> None:
        """Show the sections of a meeting."""
        self._all = tuple(rows)
        self._show_visible(empty)

    def find_row(self, key: str) -> bool:
        """Put the cursor on the row called `key`, opening its section; False if there is none."""
        heading = ""
        for row in self._all:
            heading = row.key if row.heading else heading
            if row.key == key:
                self._folded -= {heading}
                self._show_visible("")
                return self.select(key)
        return False

    def action_choose(self) -> None:
        """Fold or unfold a heading; on any other row ask for its sentence."""
        if self.row and self.row.heading:
            self._folded ^= {self.row.key}
            self._show_visible("")
        else:
            super().action_choose()

    def _show_visible(self, empty: str) -> None:
        shown = [self._with_sign(row) if row.heading else row for row in visible(self._all, self._folded)]
        self.show(shown, empty=empty)

    def _with_sign(self, row: Row) -> Row:
        sign = "▸" if row.key in self._folded else "▾"
        return replace(row, lines=((Piece(f"{sign} "), *row.lines[0]), *row.lines[1:]))
