"""Completions of a query while it is typed: names of fields, and their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.characters import fold
from tui.model import Span
from tui.search.model import Suggestion
from tui.search.parsing import FIELDS
from tui.search.values import roles

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST = 12

_LAST = re.compile(r"[^\s()]*\Z")
_FIELD = re.compile(r'(?P<minus>-?)(?P<name>[a-z]+):(?P<quote>"?)(?P<begun>[^"]*)\Z', re.IGNORECASE)
_OPEN_QUOTE = re.compile(r'-?[a-z]+:"[^"]*\Z', re.IGNORECASE)


def suggest(query: str, cursor: int, vocabulary: Mapping[str, Sequence[str]]) -> tuple[Suggestion, ...]:
    """Completions of what stands before `cursor`: fields by name, and values from `vocabulary` by field.

    What begins so comes before what holds it; accents and case do not matter. None while a plain word is typed that
    begins no field.
    """
    before = query[:cursor]
    begun = _OPEN_QUOTE.search(before) if before.count('"') % 2 else None
    begun = begun or _LAST.search(before)
    if begun is None or not begun[0]:
        return ()
    at = Span(begun.start(), cursor)
    field = _FIELD.match(begun[0])
    if field is None:
        return _fields(begun[0], at)
    name = field["name"].lower()
    values = {"role": roles(), **vocabulary}.get(name, ())
    return tuple(
        Suggestion(f"{field['minus']}{name}:{_quoted(value)} ", at, value) for value in _best(field["begun"], values)
    )


def _fields(begun: str, at: Span) -> tuple[Suggestion, ...]:
    minus = "-" if begun.startswith("-") else ""
    word = begun.removeprefix("-").lower()
    return tuple(
        Suggestion(f"{minus}{name}:", at, f"{name}:")
        for name in FIELDS
        if word and name.startswith(word) and name != word
    )


def _best(begun: str, values: Iterable[str]) -> list[str]:
    wanted = fold(begun.strip())
    starting = [value for value in values if fold(value).startswith(wanted)]
    holding = [value for value in values if wanted in fold(value) and not fold(value).startswith(wanted)]
    return list(dict.fromkeys(value for value in starting + holding if value))[:MOST]


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s()]", value) else value
