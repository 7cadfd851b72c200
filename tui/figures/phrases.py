"""A table of phrases matched word by word: the one way all lexicons are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from tui.figures.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """One phrase found.

    first, end: token indices, end exclusive
    value: what the table holds for it
    """

    first: int
    end: int
    value: T


class Phrases(Generic[T]):
    """Phrases with a value each; where several fit, the longest wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tokenise(phrase).words
            if words:
                self._by_first.setdefault(words[0], []).append((words, value))
        for candidates in self._by_first.values():
            candidates.sort(key=lambda entry: -len(entry[0]))
        self._openings = frozenset(self._by_first)

    @property
    def openings(self) -> frozenset[str]:
        """The words that its phrases begin with."""
        return self._openings

    def at(self, tokens: Tokens, index: int) -> Match[T] | None:
        """The longest phrase that starts at token `index`."""
        words = tokens.words
        if not 0 <= index < len(words):
            return None
        for phrase, value in self._by_first.get(words[index], ()):
            end = index + len(phrase)
            if words[index:end] == phrase:
                return Match(index, end, value)
        return None

    def before(self, tokens: Tokens, index: int, longest: int = 4) -> Match[T] | None:
        """The longest phrase that ends just before token `index`."""
        for first in range(max(0, index - longest), index):
            for phrase, value in self._by_first.get(tokens.words[first], ()):
                if first + len(phrase) == index and tokens.words[first:index] == phrase:
                    return Match(first, index, value)
        return None

    def all(self, tokens: Tokens, first: int = 0, end: int | None = None) -> Iterator[Match[T]]:
        """Every phrase from left to right, the longest at each place, none overlapping."""
        if self._openings.isdisjoint(tokens.vocabulary):
            return
        words, by_first = tokens.words, self._by_first
        index = first
        stop = len(words) if end is None else end
        while index < stop:
            for phrase, value in by_first.get(words[index], ()):
                beyond = index + len(phrase)
                if words[index:beyond] == phrase:
                    if beyond <= stop:
                        yield Match(index, beyond, value)
                        index = beyond - 1
                    break
            index += 1
