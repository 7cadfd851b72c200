"""The tables of this package, read once from the TOML files beside it and checked."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from tui.errors import LexiconError


def load(package: str, name: str) -> dict[str, Any]:
    """The table in `package`'s file `name`; a LexiconError names the file where it is not TOML."""
    try:
        return tomli.loads((files(package) / name).read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"{name}: not a readable TOML file: {error}.") from error


def strings(table: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
    """The list of strings under `key`; a LexiconError names file `name` and key where it is not one."""
    value = table.get(key)
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f"{name}: {key} must be a list of strings that are not empty.")
    return tuple(value)


@cache
def abbreviations() -> frozenset[str]:
    """Lower-case words that keep the full stop after them."""
    return frozenset(strings(load("tui.corpus", "abbreviations.toml"), "abbreviations", "abbreviations.toml"))


@cache
def numbered_nouns() -> frozenset[str]:
    """Lower-case nouns that a single capital letter numbers."""
    return frozenset(strings(load("tui.corpus", "abbreviations.toml"), "numbered_nouns", "abbreviations.toml"))
