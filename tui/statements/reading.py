"""One sentence made ready for reading: its words, times, figures, and how its clauses are cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.figures.times import Time, find_times
from tui.figures.tokens import Tokens, tokenise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Figure, Span

_CUTS = frozenset(",;:()[]–—…")
_OPENING, _CLOSING = "(", ")"


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure's place among the tokens.

    figure: the number
    first, end: its token indices, end exclusive; a `GDP` that belongs to the percentage is inside
    of_gdp: it is a percentage of GDP
    """

    figure: Figure
    first: int
    end: int
    of_gdp: bool


@dataclass(frozen=True, slots=True)
class TimeSlot:
    """An expression of time among the tokens: indices `first` and `end`, end exclusive."""

    time: Time
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence ready for reading.

    at: where it stands in `Article.text`
    tokens: its words
    slots: its figures, in order
    times: its expressions of time, in order
    """

    at: Span
    tokens: Tokens
    slots: tuple[Slot, ...]
    times: tuple[TimeSlot, ...]

    def segments_before(self, index: int) -> Iterator[tuple[int, int]]:
        """Token ranges of the clauses that lead to figure `index`, nearest first, back to the figure before.

        Brackets that close before the figure are passed over.
        """
        floor = self.slots[index - 1].end if index else 0
        end = start = self.slots[index].first
        while start > floor:
            word = self.tokens.words[start - 1]
            if not self.cuts(start - 1):
                start -= 1
                continue
            if start < end:
                yield start, end
            start = self._opening(start - 1, floor) if word == _CLOSING else start - 1
            end = start
        if start < end:
            yield start, end

    def own_clause(self, index: int) -> tuple[int, int]:
        """Token range of the clause that figure `index` ends; empty where a comma stands right before it."""
        first = self.slots[index].first
        start, end = next(iter(self.segments_before(index)), (first, first))
        return (start, end) if end == first else (first, first)

    def _opening(self, closing: int, floor: int) -> int:
        for index in range(closing - 1, floor - 1, -1):
            if self.tokens.words[index] == _OPENING:
                return index
        return closing

    def cuts(self, index: int) -> bool:
        """Whether the token at `index` separates clauses; a dash does only with space around it."""
        word = self.tokens.words[index]
        if word in _CUTS:
            return True
        return word == "-" and not self.tokens.glued(index) and not self.tokens.glued(index - 1)

    def segment_after(self, index: int) -> tuple[int, int]:
        """Token range from figure `index` to the end of its clause or the next figure."""
        start = self.slots[index].end
        stop = self.slots[index + 1].first if index + 1 < len(self.slots) else len(self.tokens)
        end = start
        while end < stop and not self.cuts(end):
            end += 1
        return start, end

    def clause(self, index: int) -> tuple[int, int]:
        """Token range around figure `index`, from semicolon to semicolon."""
        start, stop = 0, len(self.tokens)
        for at in range(self.slots[index].first - 1, -1, -1):
            if self.tokens.words[at] == ";":
                start = at + 1
                break
        end = self.slots[index].end
        while end < stop and self.tokens.words[end] != ";":
            end += 1
        return start, end

    def in_brackets(self, index: int) -> int | None:
        """Token index of the bracket that figure `index` stands in; None if in none."""
        for at in range(self.slots[index].first - 1, -1, -1):
            if self.tokens.words[at] == _CLOSING:
                return None
            if self.tokens.words[at] == _OPENING:
                return at
        return None

    def timed(self, index: int) -> bool:
        """Whether the token at `index` belongs to an expression of time."""
        return any(slot.first <= index < slot.end for slot in self.times)


def read_sentence(text: str, at: Span, figures: Sequence[Figure]) -> Reading:
    """The sentence of `text` at `at`, with its `figures`."""
    tokens = tokenise(text[at.start : at.end])
    slots = tuple(_slot(tokens, figure, at.start) for figure in figures)
    times = tuple(TimeSlot(time, tokens.at(time.start), tokens.at(time.end)) for time in find_times(tokens.low))
    return Reading(at, tokens, slots, times)


def _slot(tokens: Tokens, figure: Figure, offset: int) -> Slot:
    first, end = tokens.at(figure.at.start - offset), tokens.at(figure.at.end - offset)
    of_gdp = False
    if figure.unit == "%":
        near = end + 1 if tokens.word(end) in {"của", "tổng"} else end
        of_gdp = tokens.word(near) == "gdp"
        end = near + 1 if of_gdp else end
    return Slot(figure, first, end, of_gdp)
