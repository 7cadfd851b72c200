"""What is measured, by the side of a thing that a percentage is told of: `tăng 11% về số lượng và 22% về vốn`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from tui.figures.quantities import is_currency
from tui.statements.lexicon import OTHER
from tui.statements.subjects.clauses import backed, fitting, means
from tui.statements.subjects.subject import Subject, carries, known, unknown

if TYPE_CHECKING:
    from tui.statements.at import At
    from tui.statements.lexicon import Indicator

_ABOUT, _NUMBER = "về", "số"
_NOUN_WORDS = 2


def aspect(at: At, before: Subject | None) -> Subject | None:
    """`doanh nghiệp thành lập mới tăng 11% về số lượng và 22% về vốn`: the count that was spoken of, or its money."""
    end = at.slot.end
    if at.slot.figure.unit != "%" or at.tokens.word(end) != _ABOUT:
        return None
    side = at.tokens.word(end + 1)
    if side == _NUMBER and at.tokens.word(end + 2) in at.grammar.capitals:  # `43% về số vốn đăng ký`
        side = at.tokens.word(end + 2)
    if side in at.grammar.capitals and _spoken_of(at, before):
        return unknown(_words(at, end + 1, end + 3), at.slot.first)
    if side in at.grammar.capitals and (before is None or before.indicator == OTHER):
        return _money_told(at)
    if side in at.grammar.quantities and (before is None or before.indicator == OTHER):
        return _counted(at)
    named = side == _NUMBER and any(
        means(at, index) for index in range(end + 2, min(len(at.tokens), end + 2 + _NOUN_WORDS))
    )
    if named and not _spoken_of(at, before):  # `vốn FDI đạt 8 tỷ USD, giảm 20% về số dự án`
        return unknown(_words(at, end + 1, end + 4), at.slot.first)
    return None


def _words(at: At, first: int, end: int) -> str:
    """The words from token `first` to `end`, up to the first sign."""
    return " ".join(takewhile(str.isalnum, at.words[first:end]))


def per_head(at: At, before: Subject | None) -> Subject | None:
    """`GDP đạt 204 tỷ USD, bình quân 2.228 USD/người`: what was spoken of, for each head of the people."""
    end = at.slot.end
    of_each = at.tokens.word(end) == "/" and at.tokens.word(end + 1) in at.grammar.heads
    spoken = at.knows.lexicon.indicator(before.indicator) if before and of_each else _shared_out(at, before)
    each = at.knows.lexicon.indicator(spoken.per_head) if spoken else None
    return known(each, "named", at.slot.first) if each else None


def _shared_out(at: At, before: Subject | None) -> Indicator | None:
    """`Nếu tính trên đầu người, GDP mới 71 triệu đồng`, `Chia cho số dân, được 4.100 USD`: what is shared."""
    shares = next(iter(at.cues.shared_out.all(at.tokens, at.floor, at.slot.first)), None)
    if shares is None or not is_currency(at.slot.figure.unit):
        return None
    names = list(at.knows.lexicon.names.all(at.tokens, at.floor, at.slot.first))
    if names:
        return next((indicator for indicator in fitting(at, names[-1])), None)
    return at.knows.lexicon.indicator(before.indicator) if before else None


def _counted(at: At) -> Subject | None:
    """What an earlier figure of the sentence counted, if the lexicon knows it."""
    for slot in reversed(at.reading.slots[: at.index]):
        name = at.knows.lexicon.counts.at(at.tokens, slot.end) if slot.figure.unit == "count" else None
        if name and backed(at, name.value[0].indicator):
            indicator = name.value[0].indicator
            return Subject(indicator.id, indicator.id, "counted", at.slot.first)
    return None


def _money_told(at: At) -> Subject | None:
    """`vốn đăng ký 8 tỷ USD, giảm 20% về số dự án nhưng tăng 43% về vốn`: the money named last in the sentence."""
    for name in reversed(list(at.knows.lexicon.names.all(at.tokens, 0, at.slot.first))):
        money = (one for one in fitting(at, name) if carries(one, "USD") and carries(one, "%"))
        indicator = next(money, None)
        if indicator:
            return known(indicator, "named", at.slot.first)
    return None


def _spoken_of(at: At, before: Subject | None) -> bool:
    """Whether what was measured before is counted, so that its money is another thing."""
    indicator: Indicator | None = at.knows.lexicon.indicator(before.indicator) if before else None
    return indicator is not None and "count" in indicator.units
