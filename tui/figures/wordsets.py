"""Short word lists of rules, one TOML key for each field of a dataclass."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from tui.corpus.data import strings
from tui.errors import LexiconError
from tui.figures.tokens import spelled

if TYPE_CHECKING:
    from collections.abc import Mapping

T = TypeVar("T")


def word_sets(kind: type[T], table: Mapping[str, Any], name: str) -> T:
    """A `kind`, each of whose fields is a set of words, filled from the keys of `table` in the spelling of matching.

    Words of a phrase stand one space apart. A missing, unknown or malformed key is a `LexiconError` that names file
    `name` and the key.
    """
    keys = [field.name for field in fields(kind)]  # type: ignore[arg-type]  # a type is known to be a dataclass only when made
    for key in table:
        if key not in keys:
            raise LexiconError(f"{name}: unknown key {key!r}; the lists are {', '.join(keys)}.")
    return kind(**{key: frozenset(map(spelled, strings(dict(table), key, name))) for key in keys})
