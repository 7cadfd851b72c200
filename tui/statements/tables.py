"""Reading the package's own TOML tables, with errors that name the file and the key."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import cast

import tomli

from tui.errors import LexiconError, Sayable
from tui.figures.phrases import Phrases

Table = Mapping[str, object]


def read_table(name: str) -> Table:
    """The table `name` of the folder `lexicon`; `LexiconError` where it is missing or malformed."""
    try:
        return tomli.loads(files("tui.statements").joinpath("lexicon", name).read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"{name}: the file is missing; reinstall the program.") from None
    except tomli.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not valid TOML: {error}.") from error


def words_of(table: Table, key: str, where: str) -> tuple[str, ...]:
    """The list of non-empty strings under `key`; `where` names the file and table in the error."""
    found = table.get(key)
    if not isinstance(found, list) or not found or not all(isinstance(item, str) and item for item in found):
        raise LexiconError(Sayable("strings", "{at}: '{key}' must be a list of non-empty strings.", at=where, key=key))
    return tuple(cast("list[str]", found))


def phrases_of(file: Table, key: str, where: str, name: str = "words") -> Phrases[bool]:
    """The phrases of the list `name` in the table `key` of file `where`, which its errors name."""
    return Phrases((word, True) for word in words_of(table_of(file, key, where), name, f"{where}: [{key}]"))


def text_of(table: Table, key: str, where: str) -> str:
    """The non-empty string under `key`; `where` names the file and table in the error."""
    found = table.get(key)
    if not isinstance(found, str) or not found:
        raise LexiconError(Sayable("string", "{at}: '{key}' must be a non-empty string.", at=where, key=key))
    return found


def number_of(table: Table, key: str, where: str) -> float:
    """The number under `key`; `where` names the file and table in the error."""
    found = table.get(key)
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise LexiconError(f"{where}: {key!r} must be a number.")
    return float(found)


def table_of(table: Table, key: str, where: str) -> Table:
    """The table under `key`; `where` names the file in the error."""
    found = table.get(key)
    if not isinstance(found, dict):
        raise LexiconError(f"{where}: [{key}] is missing or not a table.")
    return found


def tables_of(table: Table, key: str, where: str) -> tuple[Table, ...]:
    """The array of tables under `key`; `where` names the file in the error."""
    found = table.get(key)
    if not isinstance(found, list) or not found or not all(isinstance(item, dict) for item in found):
        raise LexiconError(
            Sayable("tables", "{at}: [[{key}]] is missing or not an array of tables.", at=where, key=key)
        )
    return tuple(cast("list[Table]", found))
