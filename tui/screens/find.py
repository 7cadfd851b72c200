"""Find words in the present article: matches are marked while typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.screens.commands import bindings
from tui.screens.inputs import TextField

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ClassVar

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from tui.words import Words


class FindScreen(ModalScreen[str | None]):
    """One line under the article; leaves with the words looked for, or None after `escape`."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]

    def __init__(self, words: Words, mark: Callable[[str], int]) -> None:
        super().__init__()
        self._words = words
        self._mark = mark

    def compose(self) -> ComposeResult:
        """A field, and how many places match."""
        with Horizontal(id="find"):
            yield TextField(placeholder=self._words("screen.search.in_article"))
            yield Static(id="found", markup=False)

    @on(Input.Changed)
    def typed(self, event: Input.Changed) -> None:
        """Mark what matches so far."""
        count = self._mark(event.value)
        text = self._words("screen.search.matches", n=count) if event.value.strip() else ""
        self.query_one("#found", Static).update(Content(text))

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        """Go on in the article."""
        self.dismiss(event.value)

    def action_close(self) -> None:
        """Leave without marks."""
        self.dismiss(None)
