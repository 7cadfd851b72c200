"""One figure of a sentence, as all rules look at it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.figures.phrases import Match, Phrases
    from tui.figures.tokens import Tokens
    from tui.statements.cues import CueKind, Cues
    from tui.statements.evidence import Opinions
    from tui.statements.gazetteer import Places
    from tui.statements.grammar import Grammar
    from tui.statements.lexicon import Lexicon
    from tui.statements.reading import Reading, Slot, TimeSlot
    from tui.statements.respective import Item
    from tui.statements.sectors import Sectors

_PLANNED, _NAMED_REACH = ("dự", "kiến"), 7


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known before any article is read.

    lexicon: what can be measured
    cues: the words that roles and measures are read from
    grammar: the short word lists of the rules
    places: the names of places
    bodies: the names of who speaks, which are no names of things measured
    sectors: the sectors that a report can be about
    opinions: what the words around a figure speak for
    """

    lexicon: Lexicon
    cues: Cues
    grammar: Grammar
    places: Places
    bodies: Phrases[bool]
    sectors: Sectors
    opinions: Opinions


@dataclass(frozen=True, slots=True)
class At:
    """A figure in its sentence.

    reading: the sentence
    index: which of its figures
    knows: what its rules look words up in
    role_cues: the cues of the sentence, in order
    item: what a list before it deals it out to, if one does
    ranges: token ranges of the clauses that lead to it, nearest first, back to the figure before
    times: the times of the sentence that figures can cover
    opens: no figure stands before it in its paragraph
    spoken: the indicator of the figure before; empty without one
    """

    reading: Reading
    index: int
    knows: Knowledge
    role_cues: Sequence[Match[CueKind]]
    item: Item | None
    ranges: tuple[tuple[int, int], ...]
    times: tuple[TimeSlot, ...] = ()
    opens: bool = False
    spoken: str = ""

    @property
    def slot(self) -> Slot:
        """The figure's place among the tokens."""
        return self.reading.slots[self.index]

    @property
    def floor(self) -> int:
        """Token index where the figure before ends; 0 for the first of the sentence."""
        return self.reading.slots[self.index - 1].end if self.index else 0

    @property
    def tokens(self) -> Tokens:
        """The tokens of the sentence."""
        return self.reading.tokens

    @property
    def words(self) -> tuple[str, ...]:
        """The tokens of the sentence in the spelling of matching."""
        return self.reading.tokens.words

    @property
    def cues(self) -> Cues:
        """The words that roles and measures are read from."""
        return self.knows.cues

    @property
    def grammar(self) -> Grammar:
        """The short word lists of the rules."""
        return self.knows.grammar

    @property
    def bracket(self) -> int | None:
        """Token index of the bracket that the figure stands in; None if in none."""
        return self.reading.in_brackets(self.index)

    def before(self, count: int) -> tuple[str, ...]:
        """The `count` tokens right before the figure, fewer at the start of the sentence."""
        first = self.slot.first
        return self.words[max(0, first - count) : first]

    def segments_before(self) -> list[tuple[int, int]]:
        """Token ranges of the clauses that lead to the figure, nearest first, back to the figure before."""
        return list(self.ranges)

    def own_clause(self) -> tuple[int, int]:
        """Token range of the clause that the figure ends; empty where a comma stands right before it."""
        first = self.slot.first
        return self.ranges[0] if self.ranges and self.ranges[0][1] == first else (first, first)

    def segment_after(self) -> tuple[int, int]:
        """Token range from the figure to the end of its clause or the next figure."""
        return self.reading.segment_after(self.index)

    def held_to_plan(self) -> int | None:
        """Where it is told how much of a plan was done: `so với dự toán đạt 59,9%`; None if it is not."""
        first, end = self.own_clause()
        words = self.words[first:end]
        told = self.slot.figure.unit == "%" and not self.grammar.amounting.isdisjoint(self.before(2))
        if not told or self.grammar.met_plans.isdisjoint(words):
            return None
        return next((first + at for at in range(len(words) - 1) if words[at : at + 2] == ("so", "với")), None)

    def of_plan(self) -> bool:
        """Whether a plan is named after the figure: `98% dự toán`, `bằng 60% mức tăng dự kiến cả năm`."""
        if self.tokens.word(self.slot.end) == "mức" and self.cues.set_after.at(self.tokens, self.slot.end + 1):
            return "bằng" in self.before(2)  # `bằng 97,5% mức Quốc hội thông qua`
        if self.cues.plan.at(self.tokens, self.slot.end):
            return self.tokens.word(self.slot.first - 1) != "mức"  # not `thấp hơn mức 20% của kế hoạch`
        first, end = self.segment_after()
        planned = _PLANNED in pairwise(self.words[first : min(end, first + _NAMED_REACH)])
        return planned and "bằng" in self.before(2)

    def cut_between(self, first: int, end: int) -> bool:
        """Whether a sign among the tokens from `first` to `end` separates clauses."""
        return any(self.reading.cuts(at) for at in range(first, end))

    def printed(self, first: int, end: int) -> str:
        """The tokens from `first` to `end` as printed."""
        return self.tokens.text[self.tokens.starts[first] : self.tokens.ends[end - 1]]

    def quoted(self, match: Match[CueKind] | Match[bool]) -> str:
        """The words of a match as printed."""
        return self.printed(match.first, match.end)
