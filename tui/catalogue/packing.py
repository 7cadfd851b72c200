"""Facts of the model as compact JSON (a list of fields each) and back."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, partial
from sys import intern
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from zlib import crc32

from tui.errors import Sayable
from tui.model import Article, Card, Commitment, Dating, Figure, Paragraph, Sentence, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Fact = TypeVar("Fact")

VERSION = 6
"""Of the tables; a change to the facts of the model needs none."""

_PACKED = (Article, Card, Commitment, Dating, Figure, Paragraph, Sentence, Statement)


def pack(facts: object) -> str:
    """A fact, or a sequence of facts, as JSON text."""
    return json.dumps(_plain(facts), ensure_ascii=False, separators=(",", ":"))


def unpack(kind: type[Fact], text: str) -> Fact:
    """The fact of `kind` that `pack` wrote."""
    return _made(kind, json.loads(text))


def unpack_all(kind: type[Fact], text: str, numbers: Sequence[int] | None = None) -> tuple[Fact, ...]:
    """The facts of `kind` that `pack` wrote, or only those of these numbers."""
    rows = json.loads(text)
    return tuple(_made(kind, row) for row in (rows if numbers is None else (rows[number] for number in numbers)))


def pack_sentence(sentence: str) -> str:
    """A sentence for the user as JSON text, with what it takes to say it in another language."""
    return json.dumps(_taken_apart(sentence), ensure_ascii=False, separators=(",", ":"))


def unpack_sentence(text: str) -> str:
    """The sentence that `pack_sentence` wrote."""
    return _put_together(json.loads(text))


def shape() -> str:
    """A short hash of the fields of all that is stored: what was written under another one cannot be read."""
    names: list[object] = [(kind.__name__, [f"{each.name}:{each.type}" for each in fields(kind)]) for kind in _PACKED]
    return f"{crc32(repr((VERSION, names)).encode()):08x}"


def _taken_apart(sentence: str) -> Any:
    if not isinstance(sentence, Sayable):
        return sentence
    params = {name: _taken_apart(each) for name, each in sentence.params.items()}
    return [str(sentence), sentence.code, params]


def _put_together(value: Any) -> str:
    if isinstance(value, str):
        return value
    text, code, params = value
    return Sayable.again(text, code, {name: _put_together(each) for name, each in params.items()})


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
    found = ((index, _conversion(str(each.type))) for index, each in enumerate(fields(kind)))
    return tuple((index, convert) for index, convert in found if convert is not None)


def _conversion(hint: str) -> Callable[[Any], Any] | None:
    """What restores a value of the type written as `hint`; None for one that JSON keeps.

    The hint is read as it is written: to evaluate all of them takes longer than to restore the facts of an article.
    """
    hint = hint.removesuffix(" | None")
    if hint in _CODES:
        return intern
    if hint.startswith("tuple["):
        each = _conversion(hint[len("tuple[") : -len(", ...]")]) if hint.endswith(", ...]") else None
        return tuple if each is None else lambda rows: tuple(map(each, rows))
    return frozenset if hint.startswith("frozenset[") else _RESTORED.get(hint)


_CODES = frozenset({"Bound", "Direction", "Measure", "PeriodSource", "Role", "str"})
"""What says the same in thousands of facts (codes, names, ids of articles) is one string in memory."""

_RESTORED: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "Span": Span._make,
        "date": date.fromisoformat,
        **{kind.__name__: partial(_made, kind) for kind in _PACKED},
    }
)
