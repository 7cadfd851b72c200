"""What a clause names: indicators of the lexicon, and words that name something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tui.statements.gazetteer import WORLD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.figures.phrases import Match, Phrases
    from tui.statements.at import At
    from tui.statements.lexicon import Alias, Indicator

_NEAR = 4
_SHORT = 2  # words of a name that may be one part of the whole
_SERIES_WORDS = 6
_TELLER, _AND = "theo", "và"

Name: TypeAlias = "Match[tuple[Alias, ...]]"


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause, by what it names.

    first, end: its token range
    names: the names of indicators in it; one may begin before its comma (`nông, lâm nghiệp và thủy sản`)
    residue: token indices of the words that name something beside them
    """

    first: int
    end: int
    names: list[Name]
    residue: list[int]

    @property
    def firm(self) -> list[Name]:
        """The names that are not weak."""
        return [name for name in self.names if not all(alias.weak for alias in name.value)]


def clauses_before(at: At) -> list[tuple[int, int]]:
    """The clauses before the figure; what the figure before counts belongs to that one and is left out."""
    clauses = at.segments_before()
    if clauses and at.index and clauses[-1][0] == at.floor and (len(clauses) > 1 or clauses[-1][1] < at.slot.first):
        clauses.pop()
    elif at.index and len(clauses) == 1 and _of_the_last(at, *clauses[0]):
        return []
    return clauses


def _of_the_last(at: At, first: int, end: int) -> bool:
    """`bằng 9,7% kim ngạch xuất khẩu và giảm 10,8%`: whether what is named only tells of the percentage before."""
    joint = next((index for index in range(first, end) if at.words[index] == _AND), first)
    last = at.reading.slots[at.index - 1]
    whole = at.knows.lexicon.names.at(at.tokens, first) if last.end == first and last.figure.unit == "%" else None
    return whole is not None and whole.end == joint and not any(means(at, index) for index in range(joint, end))


def read_clause(at: At, first: int, end: int) -> Clause:
    """The clause of tokens `first` to `end`, by what it names."""
    names = [name for name in at.knows.lexicon.names.all(at.tokens, min(first, at.floor), end) if name.end > first]
    taken = {index for name in names for index in range(name.first, name.end)}
    for cue in at.cues.roles.all(at.tokens, first, end):
        if cue.value != "idle":
            taken.update(range(cue.first, cue.end))
    for phrases in (at.knows.bodies, at.cues.mentioned):
        taken.update(index for said in phrases.all(at.tokens, first, end) for index in range(said.first, said.end))
    for region in at.knows.places.regional.all(at.tokens, first, end):  # `trong khu vực`; not `khu vực dịch vụ`
        if region.end >= end or not means(at, region.end):
            taken.update(range(region.first, region.end))
    for place in at.knows.places.names.all(at.tokens, first, end):
        if place.value == WORLD:
            taken.update(range(place.first, place.end))
    residue = [
        index
        for index in range(first, end)
        if index not in taken
        and means(at, index)
        and (at.words[index] in at.grammar.acronyms or not _proper(at, index))
    ]
    return Clause(first, end, names, residue)


def names_something(at: At) -> bool:
    """Whether the figure's own clause names something itself."""
    clause = read_clause(at, *at.own_clause())
    return bool(clause.residue) or any(not alias.weak for name in clause.names for alias in name.value)


def means(at: At, index: int) -> bool:
    """Whether a token is a word that names something: not a light one, nor part of an expression of time."""
    return at.tokens.kinds[index] == "word" and at.words[index] not in at.cues.light and not at.reading.timed(index)


def _proper(at: At, index: int) -> bool:
    """Whether a word belongs to a name of a person or body (`Ngân hàng Thế giới`)."""
    printed, before = at.tokens.printed(index), at.tokens.printed(index - 1)
    if index == 0:
        return printed.isupper()
    return printed[:1].isupper() or (index > 1 and before[:1].isupper() and printed in at.grammar.name_tails)


def series_from(at: At, first: int) -> str:
    """The words from token `first` that tell one unknown thing from another, without what is then said of it."""
    while first and " ".join(at.words[first - 1 : first + 1]) in at.grammar.compounds:
        first -= 1
    end = min(at.item.end if at.item and _in_item(at, first) else len(at.tokens), first + _SERIES_WORDS)
    end = min([end, *(slot.first for slot in at.reading.slots if slot.first > first)])
    end = next((index for index in range(first + 1, end) if at.reading.timed(index)), end)
    words = [at.words[index] for index in range(first, end) if at.tokens.kinds[index] == "word"]
    while len(words) > 1 and words[-1] in at.grammar.said_of:
        words.pop()
    return " ".join(words)


def fitting(at: At, name: Name) -> Iterator[Indicator]:
    """The indicators that `name` names firmly and that fit here, first of the lexicon first."""
    return (alias.indicator for alias in name.value if not alias.weak and fits(at, alias.indicator, name))


def backed(at: At, indicator: Indicator) -> bool:
    """Whether the words an indicator needs are there, or it needs none."""
    first, end = at.reading.clause(at.index) if indicator.clause else (0, len(at.tokens))
    return not indicator.needs or at.spoken in indicator.after or _any(indicator.needs, at, first, end)


def fits(at: At, indicator: Indicator, name: Name) -> bool:
    """Whether the words an indicator needs are there, and those that make it something else are not."""
    if not backed(at, indicator):
        return False
    if indicator.apart and name.end - name.first <= _SHORT and _any(indicator.apart, at, 0, len(at.tokens)):
        return False
    if indicator.unless is None:
        return True
    start, stop = max(0, name.first - _NEAR), max(at.slot.first, name.end)
    start = next((index + 1 for index in range(name.first - 1, start - 1, -1) if at.words[index] == ";"), start)
    if _in_item(at, name.first):
        start, stop = name.first, name.end
    return not any(
        # a word inside the name itself makes it nothing else
        found.first < name.first or found.end > name.end or found.end - found.first == name.end - name.first
        for found in indicator.unless.all(at.tokens, start, stop)
        if at.tokens.word(found.first - 1) != _TELLER  # `Theo Bộ Tài chính, giải ngân …`
        and not (at.words[found.first] in at.grammar.links and at.reading.timed(found.end))  # `nhập siêu từ năm 2012`
    )


def _in_item(at: At, index: int) -> bool:
    """Whether a token belongs to what a list deals the figure out to."""
    return at.item is not None and at.item.first <= index < at.item.end


def _any(phrases: Phrases[bool], at: At, first: int, end: int) -> bool:
    return next(iter(phrases.all(at.tokens, first, end)), None) is not None
