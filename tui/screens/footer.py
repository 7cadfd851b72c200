"""The last line: the keys that work here, and what is going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal
from textual.content import Content, Span
from textual.style import Style
from textual.widgets import Static

from tui.screens.commands import keys_of, show_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.app import ComposeResult

    from tui.screens.commands import Command
    from tui.words import Words


class Footer(Horizontal):
    """Key hints on the left, what is going on at the right."""

    def compose(self) -> ComposeResult:
        """Two texts on one line."""
        yield Static(id="hints", markup=False)
        yield Static(id="activity", markup=False)

    def show_commands(self, words: Words, commands: Iterable[Command], chosen: Mapping[str, str]) -> None:
        """Hint at `commands`; a click on one calls it."""
        hints = [_hint(words, command, keys_of(command, chosen)[0]) for command in commands]
        self.query_one("#hints", Static).update(Content("  ").join(hints))

    def show_activity(self, text: str) -> None:
        """Say what is going on; nothing for an empty text."""
        activity = self.query_one("#activity", Static)
        activity.update(Content(text))
        activity.display = bool(text)


def _hint(words: Words, command: Command, key: str) -> Content:
    shown = show_key(key)
    label = words(f"commands.{command.id}")
    target = "focused" if command.scope == "pane" else "screen"
    click = Style.from_meta({"@click": f"{target}.{command.id}"})
    return Content(f"{shown} {label}", spans=[Span(0, len(shown), "bold"), Span(0, len(shown) + 1 + len(label), click)])
