"""Facts of the model as compact JSON (a list of fields each) and back."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeVar, get_origin, get_type_hints

from tui.model import Card, Commitment, Dating, Figure, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Fact = TypeVar("Fact")

VERSION = 2
"""Of the tables; a change to the facts of the model needs none."""

_PACKED = (Card, Commitment, Dating, Figure, Statement)


def pack(facts: object) -> str:
    """A fact, or a sequence of facts, as JSON text."""
    return json.dumps(_plain(facts), ensure_ascii=False, separators=(",", ":"))


def unpack(kind: type[Fact], text: str) -> Fact:
    """The fact of `kind` that `pack` wrote."""
    return _made(kind, json.loads(text))


def unpack_all(kind: type[Fact], text: str) -> tuple[Fact, ...]:
    """The facts of `kind` that `pack` wrote."""
    return tuple(_made(kind, row) for row in json.loads(text))


def shape() -> str:
    """A short hash of the fields of all that is stored: what was written under another one cannot be read."""
    names: list[object] = [(kind.__name__, [f"{each.name}:{each.type}" for each in fields(kind)]) for kind in _PACKED]
    return sha256(repr((VERSION, names)).encode()).hexdigest()[:16]


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(value)
    return value.isoformat() if isinstance(value, date) else value


def _made(kind: type[Fact], row: Sequence[Any]) -> Fact:
    values = list(row)
    for index, convert in _conversions(kind):  # type: ignore[arg-type] # a class is hashable
        if values[index] is not None:
            values[index] = convert(values[index])
    return kind(*values)


@cache
def _conversions(kind: type) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """The fields that JSON does not keep as they are, and what restores each."""
    hints = get_type_hints(kind, localns={"date": date})
    found = ((index, _conversion(hints[each.name])) for index, each in enumerate(fields(kind)))
    return tuple((index, convert) for index, convert in found if convert is not None)


def _conversion(hint: Any) -> Callable[[Any], Any] | None:
    options = getattr(hint, "__args__", ()) if type(None) in getattr(hint, "__args__", ()) else (hint,)
    hint = next(option for option in options if option is not type(None))
    if hint is Span:
        return lambda pair: Span(*pair)
    if hint is date:
        return date.fromisoformat
    if is_dataclass(hint):
        return lambda row: _made(hint, row)  # type: ignore[arg-type]
    return {tuple: tuple, frozenset: frozenset}.get(get_origin(hint))
