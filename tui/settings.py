"""What a setting may hold: each rule turns a TOML value into the one used, or refuses it in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tui.errors import Sayable

Rule = Callable[[object, Path], Any]
"""A rule is given the value as written and the folder that relative paths start from."""


class RefusedError(ValueError):
    """A value that is not allowed.

    key: the entry within a table that is wrong, empty for the setting itself
    wrong: what is wrong; it goes on from the key: `must be …`
    """

    def __init__(self, key: str, wrong: Sayable) -> None:
        super().__init__(wrong)
        self.key = key
        self.wrong = wrong


def text(value: object, _folder: Path) -> str:
    """Any text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise _not(value, Sayable("a_text", "a text that is not empty"))
    return value


def choice(*allowed: str) -> Rule:
    """One of the words `allowed`."""

    def rule(value: object, _folder: Path) -> str:
        if value not in allowed or not isinstance(value, str):
            raise _not(value, Sayable("one_of", "one of {allowed}", allowed=", ".join(map(shown, allowed))))
        return value

    return rule


def whole(low: int, high: int) -> Rule:
    """A whole number from `low` to `high`."""

    def rule(value: object, _folder: Path) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise _not(value, Sayable("a_whole", "a whole number from {low} to {high}", low=low, high=high))
        return value

    return rule


def number(low: float, high: float) -> Rule:
    """A number from `low` to `high`."""

    def rule(value: object, _folder: Path) -> float:
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not low <= value <= high:
            raise _not(value, Sayable("a_number", "a number from {low} to {high}", low=f"{low:g}", high=f"{high:g}"))
        return float(value)

    return rule


def existing_paths(value: object, folder: Path) -> tuple[Path, ...]:
    """Files and folders that exist, at least one."""
    if not isinstance(value, list) or not value or not all(isinstance(path, str) and path for path in value):
        raise _not(value, Sayable("paths", 'a list of paths, such as ["seeds"]'))
    paths = tuple(folder / Path(path).expanduser() for path in value)
    for path in paths:
        if not path.exists():
            template = "names {path}, which does not exist; create it or correct the path"
            raise RefusedError("", Sayable("no_such_path", template, path=path))
    return paths


def existing_file(value: object, folder: Path) -> Path | None:
    """A file that exists; None for the empty text."""
    if not isinstance(value, str):
        raise _not(value, Sayable("a_file", "the path of a file, or empty"))
    path = folder / Path(value).expanduser()
    if value and not path.is_file():
        template = "names {path}, which is no file; create it or correct the path"
        raise RefusedError("", Sayable("no_such_file", template, path=path))
    return path if value else None


def folder(value: object, base: Path) -> Path | None:
    """A folder, made when it is needed; None for the empty text."""
    if not isinstance(value, str):
        raise _not(value, Sayable("a_folder", "the path of a folder, or empty"))
    path = base / Path(value).expanduser()
    if value and path.exists() and not path.is_dir():
        raise RefusedError("", Sayable("no_folder", "names {path}, which is not a folder", path=path))
    return path if value else None


def table(value: object, _folder: Path) -> dict[str, object]:
    """A table, whatever it holds."""
    if not isinstance(value, dict):
        raise _not(value, Sayable("a_table", "a table"))
    return value


def text_table(value: object, base: Path) -> MappingProxyType[str, str]:
    """A table of texts."""
    entries = _table(value, 'name = "text"')
    return MappingProxyType({name: _entry(name, text, each, base) for name, each in entries.items()})


def key_table(value: object, base: Path) -> MappingProxyType[str, str]:
    """Command ids with the keys that call them: a key, or a list of keys; joined by commas."""
    entries = _table(value, '"command" = ["key", "key"]')
    return MappingProxyType({name: _entry(name, _keys, each, base) for name, each in entries.items()})


def weights(value: object, base: Path) -> MappingProxyType[str, MappingProxyType[str, float]]:
    """Indicator ids, each with a table of parts of the year and their share of it."""
    entries = _table(value, "indicator = { S1 = 0.47 }")
    return MappingProxyType({name: _entry(name, _shares, each, base) for name, each in entries.items()})


def shown(value: object) -> str:
    """`value` as a reader of TOML would write it, cut to a readable length."""
    if isinstance(value, bool):
        return str(value).lower()
    written = f'"{value}"' if isinstance(value, str) else str(value)
    return written if len(written) <= 60 else f"{written[:57]}…"


def _not(value: object, wanted: Sayable) -> RefusedError:
    return RefusedError("", Sayable("must_be", "must be {wanted}, not {value}", wanted=wanted, value=shown(value)))


def _table(value: object, example: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _not(value, Sayable("lines", "a table of lines such as {example}", example=example))
    return value


def _entry(name: str, rule: Rule, value: object, base: Path) -> Any:
    try:
        return rule(value, base)
    except RefusedError as refused:
        raise RefusedError(f"{name}.{refused.key}" if refused.key else name, refused.wrong) from refused


def _keys(value: object, _base: Path) -> str:
    given = value if isinstance(value, list) else [value]
    keys = [key.strip() for key in given if isinstance(key, str) and key.strip()]
    if not keys or len(keys) < len(given):
        raise _not(value, Sayable("keys", 'a key or a list of keys, such as ["j", "down"]'))
    return ",".join(keys)


_PARTS = frozenset({"S1", "S2", "Q1", "Q2", "Q3", "Q4", *(f"{month:02d}" for month in range(1, 13))})


def _shares(value: object, base: Path) -> MappingProxyType[str, float]:
    entries = _table(value, "S1 = 0.47")
    for part in entries:
        if part not in _PARTS:
            template = "is not a part of a year; allowed are S1 S2, Q1 to Q4 and 01 to 12"
            raise RefusedError(part, Sayable("no_part", template))
    return MappingProxyType({part: _entry(part, number(0, 1), each, base) for part, each in entries.items()})
