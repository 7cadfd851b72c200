"""All keys on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.screens.commands import COMMANDS, GROUPS, keys_of, show_key
from tui.screens.dialogs import Dialog
from tui.screens.rowlist import RowList
from tui.screens.rows import Row, line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.words import Words

_KEYS_WIDTH = 16


def help_rows(words: Words, keys: Mapping[str, str]) -> tuple[Row, ...]:
    """A row a command under the heading of its group: its keys, what it does, and where."""
    rows: list[Row] = []
    for group in GROUPS:
        rows.append(Row(group, (line(words(f"help.group.{group}")),), heading=True))
        for each in (each for each in COMMANDS if each.group == group):
            shown = "  ".join(show_key(key) for key in keys_of(each, keys))
            where = f"  ({words(f'help.scope.{each.scope}')})" if each.scope not in {"browse", "pane", "app"} else ""
            text = line((f"  {shown:<{_KEYS_WIDTH}}", "title"), words(f"commands.{each.id}"), (where, "quiet"))
            rows.append(Row(each.id, (text,)))
    return tuple(rows)


class HelpScreen(Dialog[None]):
    """Every command with its keys."""

    TITLE_KEY = "help.title"

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield RowList(id="help")
        yield Static(Content(self.words("help.note")), classes="note")

    def on_mount(self) -> None:
        """Fill the list."""
        super().on_mount()
        self.query_one(RowList).show(help_rows(self.words, self.keys))
