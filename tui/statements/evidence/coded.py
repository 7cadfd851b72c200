"""A sentence as the weights see it: all numbers are one, figures their kind of unit, times their kind of stretch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.figures.quantities import is_currency

if TYPE_CHECKING:
    from tui.statements.reading import Reading

_NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence in codes.

    codes: a word, or what stands for a number, a figure or a time
    pairs: each code with the next one
    of: for each token, and for the end, the index of its code
    """

    codes: tuple[str, ...]
    pairs: tuple[str, ...]
    of: tuple[int, ...]


NOTHING = Coded((), (), (0,))


def code(reading: Reading) -> Coded:
    """The sentence in codes, in one pass."""
    tokens = reading.tokens
    plain = [_NUMBER if kind == "number" else word for word, kind in zip(tokens.words, tokens.kinds, strict=True)]
    codes: list[str] = []
    of: list[int] = []
    position = 0
    for first, end, text in (*_stretches(reading), (len(plain), len(plain), "")):
        if first < position:
            continue
        of += range(len(codes), len(codes) + first - position)
        codes += plain[position:first]
        of += [len(codes)] * (end - first)
        codes += [text] if end > first else []
        position = end
    of.append(len(codes))
    return Coded(tuple(codes), tuple(map(" ".join, pairwise(codes))), tuple(of))


def _stretches(reading: Reading) -> list[tuple[int, int, str]]:
    """Where a code stands for several tokens, from left to right; a figure goes before a time that it stands in."""
    figures = [(slot.first, slot.end, f"<{_kind(slot.figure.unit)}>") for slot in reading.slots]
    held = {index for slot in reading.slots for index in range(slot.first, slot.end)}
    times = [
        (slot.first, slot.end, f"@{slot.time.kind}")
        for slot in reading.times
        if held.isdisjoint(range(slot.first, slot.end))
    ]
    return sorted(figures + times)


def _kind(unit: str) -> str:
    if unit in {"%", "count"}:
        return unit
    return "money" if is_currency(unit) else "unit"
