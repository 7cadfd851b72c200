"""Every command of the screens, once: bindings, footer, help, palette and the documented keys are made from it.

A command's words are `commands.<id>` of the strings; its action on the widget or screen is named as its id.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Literal

from tui.errors import ConfigError, Sayable, did_you_mean
from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import Binding

    from tui.config import Config

Scope = Literal["app", "browse", "pane", "search", "matrix", "form", "dialog"]
Group = Literal["move", "read", "compare", "find", "correct", "app"]

GROUPS: tuple[Group, ...] = ("move", "read", "compare", "find", "correct", "app")

_TOGETHER: dict[Scope, tuple[Scope, ...]] = {
    "app": ("app", "browse", "pane", "search", "matrix", "form", "dialog"),
    "browse": ("app", "browse", "pane"),
    "pane": ("app", "browse", "pane", "search", "matrix", "dialog"),
    "search": ("app", "search", "pane", "dialog"),
    "matrix": ("app", "matrix", "pane", "dialog"),
    "form": ("app", "form", "dialog"),
    "dialog": ("app", "dialog", "pane", "search", "matrix", "form"),
}
"""Scopes whose keys are alive at the same time."""


@fact
class Command:
    """Something the user can ask for.

    id: its name in config.keys, in the strings and as an action
    keys: those that call it unless config says otherwise, joined by commas
    group: under which heading the help shows it
    scope: where its keys are alive
    hint: whether the footer shows it
    """

    id: str
    keys: str
    group: Group
    scope: Scope
    hint: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("cursor_up", "up,k", "move", "pane"),
    Command("cursor_down", "down,j", "move", "pane"),
    Command("page_up", "pageup,ctrl+u", "move", "pane"),
    Command("page_down", "pagedown,ctrl+d", "move", "pane"),
    Command("top", "home,g", "move", "pane"),
    Command("bottom", "end,G", "move", "pane"),
    Command("choose", "enter", "move", "pane", hint=True),
    Command("next_pane", "tab", "move", "browse"),
    Command("previous_pane", "shift+tab", "move", "browse"),
    Command("pane_left", "left,h", "move", "browse"),
    Command("pane_right", "right,l", "move", "browse"),
    Command("pane_meetings", "1", "move", "browse"),
    Command("pane_reader", "2", "move", "browse"),
    Command("pane_panel", "3", "move", "browse"),
    Command("back", "backspace,ctrl+o", "move", "browse"),
    Command("next_figure", "n", "read", "browse", hint=True),
    Command("previous_figure", "N", "read", "browse"),
    Command("next_meeting", "]", "read", "browse"),
    Command("previous_meeting", "[", "read", "browse"),
    Command("next_paper", "p", "read", "browse"),
    Command("copy_quote", "y", "read", "browse"),
    Command("derivation", "d", "compare", "browse", hint=True),
    Command("matrix", "m", "compare", "browse", hint=True),
    Command("chart", "v", "compare", "browse"),
    Command("accept", "a", "compare", "browse", hint=True),
    Command("reject", "r", "compare", "browse", hint=True),
    Command("search", "/", "find", "browse", hint=True),
    Command("find", "ctrl+f", "find", "browse"),
    Command("more_like", "M", "find", "browse"),
    Command("clear", "escape", "find", "browse"),
    Command("order", "ctrl+t", "find", "search", hint=True),
    Command("complete", "tab", "find", "search", hint=True),
    Command("past_search", "ctrl+r", "find", "search", hint=True),
    Command("correct", "e", "correct", "browse", hint=True),
    Command("undo", "u", "correct", "browse"),
    Command("export", "x", "correct", "browse", hint=True),
    Command("sort", "s", "compare", "matrix", hint=True),
    Command("save", "ctrl+s", "correct", "form", hint=True),
    Command("close", "escape", "app", "dialog", hint=True),
    Command("problems", "!", "app", "browse"),
    Command("refresh", "f5", "app", "browse"),
    Command("toggle_theme", "T", "app", "app"),
    Command("help", "?", "app", "browse", hint=True),
    Command("palette", "ctrl+p", "app", "app"),
    Command("quit", "q", "app", "browse", hint=True),
)


def bindings(*scopes: Scope) -> list[Binding]:
    """The bindings of the commands in `scopes`, each with its command's id so that config can remap it."""
    from textual.binding import Binding

    return [
        Binding(command.keys, command.id, command.id, id=command.id, show=command.hint)
        for command in COMMANDS
        if command.scope in scopes
    ]


def command(name: str) -> Command:
    """The command called `name`; a `KeyError` without one."""
    return next(each for each in COMMANDS if each.id == name) if name in names() else _missing(name)


def names() -> tuple[str, ...]:
    """The ids of all commands."""
    return tuple(each.id for each in COMMANDS)


def keymap(config: Config) -> dict[str, str]:
    """The keys that config gives to commands; a `ConfigError` for an unknown command, key or a clash."""
    chosen = dict(config.keys)
    for name, keys in chosen.items():
        if name not in names():
            template = "{file}: keys.{name} is no command; {hint}"
            raise ConfigError(Sayable("no_command", template, file=_file(config), name=name, hint=_near(name)))
        for key in keys.split(","):
            if not known_key(key):
                raise _no_key(_file(config), name, key)
    clash = _clash(chosen)
    if clash:
        first, second, key = clash
        template = '{file}: "{key}" would call both keys.{first} and {second}; give one another key.'
        raise ConfigError(Sayable("key_clash", template, file=_file(config), key=key, first=first, second=second))
    return chosen


def keys_of(each: Command, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that call a command, as written."""
    return tuple(chosen.get(each.id, each.keys).split(","))


def known_key(key: str) -> bool:
    """Whether a terminal can send `key`: one character, or a named key, with or without modifiers."""
    from textual.keys import KEY_NAME_REPLACEMENTS, Keys

    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    named = {str(each.value) for each in Keys} | set(KEY_NAME_REPLACEMENTS.values())
    return set(modifiers) <= {"ctrl", "shift", "alt"} and ((len(last) == 1 and last.isprintable()) or last in named)


def show_key(key: str) -> str:
    """A key as the screen shows it: `ctrl+d` is `^d`, arrows are arrows."""
    return _SHOWN.get(key, key.replace("ctrl+", "^"))


_SHOWN = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "enter": "↵",
    "escape": "esc",
    "backspace": "⌫",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "shift+tab": "⇧tab",
}


def _file(config: Config) -> str:
    return str(config.file or "config.toml")


def _no_key(file: str, name: str, key: str) -> ConfigError:
    template = (
        '{file}: keys.{name} names "{key}", which is no key; '
        'a key is one character or a name such as "ctrl+d", "f5" or "enter".'
    )
    return ConfigError(Sayable("no_key", template, file=file, name=name, key=key))


def _near(name: str) -> Sayable:
    near = difflib.get_close_matches(name, names(), n=1, cutoff=0.5)
    return did_you_mean(near[0]) if near else Sayable("known", "known are {known}.", known=", ".join(names()))


def _missing(name: str) -> Command:
    raise KeyError(name)


def _clash(chosen: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Two commands, the first rebound, that one key would call at the same time."""
    for each in COMMANDS:
        if each.id in chosen:
            for other in _alive_with(each):
                shared = set(keys_of(each, chosen)) & set(keys_of(other, chosen))
                if shared:
                    return each.id, other.id, min(shared)
    return None


def _alive_with(each: Command) -> Iterable[Command]:
    return (other for other in COMMANDS if other.id != each.id and other.scope in _TOGETHER[each.scope])
