"""One sentence made ready for reading: its words, times, figures, and how its clauses are cut."""

from __future__ import annotations

from bisect import bisect_left
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
    semicolons: token indices of its semicolons
    brackets: for each figure the token index of the bracket that it stands in; None if in none
    timed_words: token indices of all that belongs to an expression of time
    """

    at: Span
    tokens: Tokens
    slots: tuple[Slot, ...]
    times: tuple[TimeSlot, ...]
    semicolons: tuple[int, ...]
    brackets: tuple[int | None, ...]
    timed_words: frozenset[int]

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
            held = index and self.brackets[index - 1] is not None
            start = self._opening(start - 1, floor, held=bool(held)) if word == _CLOSING else start - 1
            end = start
        if start < end:
            yield start, end

    def _opening(self, closing: int, floor: int, *, held: bool) -> int:
        """Where the bracket opens that closes at `closing`: at the floor, if it `held` the figure before."""
        for index in range(closing - 1, floor - 1, -1):
            if self.tokens.words[index] == _OPENING:
                return index
        return floor if held else closing

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
        following = bisect_left(self.semicolons, self.slots[index].first)
        start = self.semicolons[following - 1] + 1 if following else 0
        return start, self.semicolons[following] if following < len(self.semicolons) else len(self.tokens)

    @property
    def opening_time(self) -> TimeSlot | None:
        """The time that the sentence opens with; None without one."""
        return self.times[0] if self.times and self.times[0].first == 0 else None

    def time_before(self, index: int) -> TimeSlot | None:
        """The last time that begins before the token at `index`; None without one."""
        at = bisect_left(self.times, index, key=lambda slot: slot.first)
        return self.times[at - 1] if at else None

    def in_brackets(self, index: int) -> int | None:
        """Token index of the bracket that figure `index` stands in; None if in none."""
        return self.brackets[index]

    def encloses(self, index: int) -> bool:
        """Whether the token at `index` stands in a bracket that closes after it."""
        words = self.tokens.words
        opened = next((at for at in range(index - 1, -1, -1) if words[at] in {_OPENING, _CLOSING}), None)
        return opened is not None and words[opened] == _OPENING and _CLOSING in words[index:]

    def timed(self, index: int) -> bool:
        """Whether the token at `index` belongs to an expression of time."""
        return index in self.timed_words


def read_sentence(text: str, at: Span, figures: Sequence[Figure]) -> Reading:
    """The sentence of `text` at `at`, with its `figures`."""
    tokens = tokenise(text[at.start : at.end])
    slots = tuple(_slot(tokens, figure, at.start) for figure in figures)
    counted = {index for slot in slots for index in range(slot.first, slot.end)}  # `9/11 dự án` is no day
    found = (TimeSlot(time, tokens.at(time.start), tokens.at(time.end)) for time in find_times(tokens.low))
    times = tuple(slot for slot in found if not (slot.time.weak and slot.first in counted))
    return Reading(
        at=at,
        tokens=tokens,
        slots=slots,
        times=times,
        semicolons=tuple(index for index, word in enumerate(tokens.words) if word == ";"),
        brackets=tuple(_brackets(tokens, slots)),
        timed_words=frozenset(index for slot in times for index in range(slot.first, slot.end)),
    )


def _brackets(tokens: Tokens, slots: Sequence[Slot]) -> Iterator[int | None]:
    """For each figure the bracket that is open where it begins."""
    opened: int | None = None
    read = 0
    for slot in slots:
        for index in range(read, slot.first):
            if tokens.words[index] == _OPENING:
                opened = index
            elif tokens.words[index] == _CLOSING:
                opened = None
        read = slot.first
        yield opened


def _slot(tokens: Tokens, figure: Figure, offset: int) -> Slot:
    first, end = tokens.at(figure.at.start - offset), tokens.at(figure.at.end - offset)
    of_gdp = False
    if figure.unit == "%":
        near = end + 1 if tokens.word(end) in {"của", "tổng"} else end
        of_gdp = tokens.word(near) == "gdp"
        end = near + 1 if of_gdp else end
    return Slot(figure, first, end, of_gdp)
