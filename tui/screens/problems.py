"""What of the corpus could not be used, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.dialogs import Dialog
from tui.screens.rowlist import RowList
from tui.screens.rows import Row, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.widget import Widget

    from tui.model import Problem
    from tui.words import Words


class ProblemsScreen(Dialog[None]):
    """One row a problem."""

    TITLE_KEY = "help.problems_title"

    def __init__(self, words: Words, keys: Mapping[str, str], problems: Sequence[Problem]) -> None:
        super().__init__(words, keys)
        self._problems = tuple(problems)

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield RowList(id="problems", empty=self.words("help.no_problems"))

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        rows = [
            Row(str(number), (line((problem.where, "warn")), line(f"  {self.words.problem(problem)}")))
            for number, problem in enumerate(self._problems)
        ]
        self.query_one(RowList).show(rows)
