"""What all screens over the main one have in common: a frame with a title, and a way out."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from tui.screens.commands import COMMANDS, bindings
from tui.screens.footer import Footer
from tui.screens.scrolling import LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.screens.commands import Scope
    from tui.words import Words

Result = TypeVar("Result")


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """A framed screen; `escape` leaves it with nothing."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*LOOKS}
    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("dialog")]
    SCOPES: ClassVar[tuple[Scope, ...]] = ("dialog",)
    TITLE_KEY: ClassVar[str] = ""

    def __init__(self, words: Words, keys: Mapping[str, str]) -> None:
        super().__init__()
        self.words = words
        self.keys = keys

    def compose(self) -> ComposeResult:
        """The frame, what is in it, and the keys that work."""
        with Vertical(classes="frame") as frame:
            frame.border_title = Content(self.words(self.TITLE_KEY))
            yield from self.inside()
            yield Footer(classes="footer")

    def inside(self) -> Iterable[Widget]:
        """The widgets within the frame."""
        return ()

    def on_mount(self) -> None:
        """Say which keys work."""
        hints = [each for each in COMMANDS if each.hint and each.scope in {*self.SCOPES, "pane"}]
        self.query_one(Footer).show_commands(self.words, hints, self.keys)

    def action_close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)
