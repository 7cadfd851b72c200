"""A sentence as the weights see it: all numbers are one, figures their kind of unit, times their kind of stretch."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.statements.reading import Reading

_NUMBER = "#"
_CURRENCY = 3  # letters of its ISO code


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
    codes: list[str] = []
    of: list[int] = []
    for text, length in _pieces(reading):
        of += [len(codes)] * length
        codes.append(text)
    of.append(len(codes))
    return Coded(tuple(codes), tuple(f"{one} {next_one}" for one, next_one in pairwise(codes)), tuple(of))


def _pieces(reading: Reading) -> Iterator[tuple[str, int]]:
    """Each code with how many tokens it stands for; a figure goes before a time that it stands in."""
    words = reading.tokens.words
    figures = {slot.first: (f"<{_kind(slot.figure.unit)}>", max(slot.end - slot.first, 1)) for slot in reading.slots}
    held = {index for slot in reading.slots for index in range(slot.first, slot.end)}
    times = {
        slot.first: (f"@{slot.time.kind}", slot.end - slot.first)
        for slot in reading.times
        if slot.end > slot.first and held.isdisjoint(range(slot.first, slot.end))
    }
    index = 0
    while index < len(words):
        text, length = figures.get(index) or times.get(index) or (_plain(words[index]), 1)
        length = min(length, len(words) - index)
        yield text, length
        index += length


def _plain(word: str) -> str:
    return _NUMBER if word[0].isdigit() else word


def _kind(unit: str) -> str:
    if unit in {"%", "count"}:
        return unit
    return "money" if len(unit) == _CURRENCY and unit.isupper() else "unit"
