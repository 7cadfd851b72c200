"""What is measured, by the noun that a number counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.lexicon import OTHER
from tui.statements.subjects.clauses import clauses_before, fitting
from tui.statements.subjects.subject import Subject, carries, known, unknown

if TYPE_CHECKING:
    from tui.statements.at import At

_COUNT_REACH = 3
_COUNTING = frozenset({"count", "ratio"})


def counted(at: At, before: Subject | None) -> Subject | None:
    """`36 hoạt động đối ngoại cấp cao`: by the noun after the number; `40 triệu USD` may be a cost of things."""
    figure = at.slot.figure
    if figure.unit not in _COUNTING and not figure.text.endswith("USD"):
        return None
    found = _by_noun(at)
    if found or figure.unit not in _COUNTING or not figure.noun:
        return found
    noun = _head(at)
    if at.cues.abroad.at(at.tokens, at.slot.end):
        return unknown(figure.noun, at.slot.first, noun=noun)
    if noun in at.grammar.mere_units:
        return None
    return _explained(at) or _counted_again(at, before) or unknown(figure.noun, at.slot.first, noun=noun)


def _by_noun(at: At) -> Subject | None:
    """By a noun of the lexicon near after the number."""
    slot = at.slot
    for index in range(slot.end, slot.end + _COUNT_REACH):
        if index >= len(at.tokens) or at.reading.cuts(index):
            break
        name = at.knows.lexicon.counts.at(at.tokens, index)
        for indicator in fitting(at, name) if name else ():
            if carries(indicator, slot.figure.unit):
                return known(indicator, "counted", slot.first, noun=_head(at))
    return None


def _explained(at: At) -> Subject | None:
    """`nâng cấp quan hệ với 10 nước`: a counted noun that the words before it explain."""
    unit = at.slot.figure.unit
    ranges = clauses_before(at)[:1]
    if unit == "ratio" or _head(at) == "nước":
        ranges.append(at.segment_after())
    for first, end in ranges:
        for phrases in (at.knows.lexicon.names, at.knows.lexicon.counts):
            for name in reversed(list(phrases.all(at.tokens, first, end))):
                # not `15/63 địa phương có tỷ lệ giải ngân cao`: money is no count
                fit = (one for one in fitting(at, name) if carries(one, unit) and not carries(one, "VND"))
                indicator = next(fit, None)
                if indicator:
                    return known(indicator, "named", name.first, noun=_head(at))
    return None


def _counted_again(at: At, before: Subject | None) -> Subject | None:
    """`ký 30 thỏa thuận, trong đó 12 thỏa thuận …`: the same bare noun goes on with what was counted."""
    noun = _head(at)
    if before and at.slot.figure.noun == noun == before.noun and before.indicator != OTHER:
        return Subject(before.indicator, before.series, "inherited", at.slot.first, noun=noun)
    return None


def _head(at: At) -> str:
    """The first word of what is counted."""
    return at.slot.figure.noun.partition(" ")[0]
