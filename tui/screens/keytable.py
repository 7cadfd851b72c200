"""The table of keys in the documentation, made from the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.commands import COMMANDS, GROUPS, Command

if TYPE_CHECKING:
    from tui.words import Words


def keys_page(words: Words) -> str:
    """`docs/keys.md`: every command with its id, default keys and where they work."""
    parts = [
        "# Keys",
        "Every command has an id, by which the `[keys]` table of `config.toml` gives it other keys:",
        '```toml\n[keys]\nnext_figure = ["n", "f8"]\n```',
        "`python docs/make_keys.py` writes this page from the program's own table.",
    ]
    for group in GROUPS:
        rows = [_row(words, each) for each in COMMANDS if each.group == group]
        head = "| keys | command | does | where |\n| --- | --- | --- | --- |"
        parts += [f"## {words(f'help.group.{group}')}", "\n".join((head, *rows))]
    return "\n\n".join(parts) + "\n"


def _row(words: Words, each: Command) -> str:
    keys = " ".join(f"`{key}`" for key in each.keys.split(","))
    return f"| {keys} | `{each.id}` | {words(f'commands.{each.id}')} | {words(f'help.scope.{each.scope}')} |"
