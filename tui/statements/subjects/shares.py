"""What is measured, by the words after a figure: the whole a share is of, the purpose of an amount."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.statements.subjects.clauses import fitting, means, names_something, read_clause, series_from
from tui.statements.subjects.subject import Subject, carries, known, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.statements.at import At
    from tui.statements.lexicon import Indicator
    from tui.statements.subjects.clauses import Name

_REACH = 3
_OF, _DISBURSED = "của", ("giải", "ngân")
_COUNTED = frozenset({"tổng", "số"})
_BONDS = ("trái", "phiếu")
_REGIONAL = "grdp"  # of a province: `đầu tư chiếm 30% GRDP`
# these say of what they measure before them
_UNITS_WITHOUT_PURPOSE = frozenset({"%", "count", "ratio", "pp", "times"})


def share(at: At, before: Subject | None) -> Subject | None:
    """`53,8% tổng FDI`: by the whole it is a share of."""
    slot = at.slot
    if _still_a_ratio(at, before) or at.tokens.word(slot.end) == _REGIONAL:
        return None
    if slot.figure.unit != "%" or slot.of_gdp:
        return None
    if at.cues.growth.before(at.tokens, slot.first):
        return _changed_rate(at)
    verbs, named = at.before(_REACH), names_something(at)
    if "bằng" in verbs or "đương" in verbs or ("chiếm" not in verbs and named):
        return None
    found = _of_known_whole(at)
    if found or named or not _whole_after(at):
        return found
    return unknown(series_from(at, slot.end), slot.first)


def _still_a_ratio(at: At, before: Subject | None) -> bool:
    """`nhập siêu 10 tỷ USD, chiếm 10,5% kim ngạch xuất khẩu`: whether what goes on is itself given as a share."""
    goes_on = before is not None and before.found != "share" and at.index > 0
    indicator = at.knows.lexicon.indicator(before.indicator) if before and goes_on else None
    flow = indicator is not None and indicator.percent == "share" and indicator.kind == "flow"
    return flow and "chiếm" in at.before(_REACH) and not names_something(at)


def of_what_grew(at: At, _before: Subject | None) -> Subject | None:
    """`mức tăng 6,68% của tổng sản phẩm trong nước`: by what the growth is of, where nothing is named before."""
    end = at.slot.end
    led = at.cues.growth.before(at.tokens, at.slot.first)
    if at.slot.figure.unit != "%" or not led or at.tokens.word(end) != _OF or read_clause(at, *at.own_clause()).firm:
        return None
    name = at.knows.lexicon.names.at(at.tokens, end + 1)
    return next((known(one, "named", at.slot.first) for one in fitting(at, name)), None) if name else None


def _changed_rate(at: At) -> Subject | None:
    """`giảm 1 - 1,5% hộ nghèo`: the rate named right after what it changes by."""
    name = at.knows.lexicon.names.at(at.tokens, at.slot.end)
    rates = (one for one in fitting(at, name) if one.kind == "rate" and one.percent != "growth") if name else ()
    return next((known(rate, "named", at.slot.first) for rate in rates), None)


def planned(at: At, _before: Subject | None) -> Subject | None:
    """`giải ngân 100% kế hoạch vốn đầu tư công`: by what the plan is for, where nothing is named before."""
    if at.slot.figure.unit != "%":
        return None
    plan = at.cues.plan.at(at.tokens, at.slot.end)
    spent = _DISBURSED in pairwise(at.words[slice(*at.own_clause())])  # `giải ngân hết 100% vốn đầu tư công`
    end = plan.end if plan else at.slot.end
    name = at.knows.lexicon.names.at(at.tokens, end) if plan or spent else None
    if name is None or any(True for said in read_clause(at, *at.own_clause()).firm for _ in _apart(at, said)):
        return None
    return next((known(one, "named", at.slot.first) for one in fitting(at, name) if carries(one, "%")), None)


def _apart(at: At, name: Name) -> Iterator[Indicator]:
    """What a name names, unless it is no more than that something was disbursed."""
    return iter(()) if at.words[name.first : name.end] == _DISBURSED else fitting(at, name)


def _of_known_whole(at: At) -> Subject | None:
    """The whole right after the percentage, where the lexicon knows it."""
    end = _row_end(at)
    for index in range(end, end + _REACH):
        name = at.knows.lexicon.names.at(at.tokens, index)
        indicator = next(fitting(at, name), None) if name else None
        if indicator:
            return known(indicator, "share", at.slot.first)
        if at.tokens.word(index) not in at.grammar.wholes:
            return None
    return None


def _row_end(at: At) -> int:
    """Where the row of percentages ends that share a whole (`chiếm 25,6% và 20,7% tổng kim ngạch`)."""
    slots, last = at.reading.slots, at.index
    while last + 1 < len(slots) and slots[last + 1].first - slots[last].end <= 1 and slots[last + 1].figure.unit == "%":
        last += 1
    return slots[last].end


def _whole_after(at: At) -> bool:
    """`90% đường bay`: a thing right after the percentage that it is a part of."""
    end, cues = at.slot.end, at.cues
    in_a_row = at.index > 0 and at.reading.slots[at.index - 1].figure.unit == "%"  # `giảm 13% số vụ, 4% số người`
    while at.tokens.word(end) in _COUNTED and not in_a_row:  # `37% số xã`
        end += 1
    if end >= len(at.tokens) or not means(at, end):
        return False
    return not any(phrases.at(at.tokens, end) for phrases in (cues.plan, cues.compared, cues.roles, cues.set_after))


def made_of(at: At, _before: Subject | None) -> Subject | None:
    """`đã hoàn thành 674 km đường bộ cao tốc`, `36 tỷ đồng trái phiếu`: by what a length, weight or amount is of."""
    slot = at.slot
    if slot.figure.unit.isupper() and at.words[slot.end : slot.end + 2] == _BONDS:
        return unknown(" ".join(_BONDS), slot.first)
    measured = slot.figure.unit not in _UNITS_WITHOUT_PURPOSE and not slot.figure.unit.isupper()
    priced = "/" in slot.figure.unit
    if not measured or priced or slot.end >= len(at.tokens) or not means(at, slot.end) or names_something(at):
        return None
    return unknown(series_from(at, slot.end), slot.first)


def purpose(at: At, _before: Subject | None) -> Subject | None:
    """`657.000 tỷ đồng cho đầu tư công`."""
    slot = at.slot
    if slot.figure.unit in _UNITS_WITHOUT_PURPOSE or at.tokens.word(slot.end) not in at.grammar.purposes:
        return None
    for first in (slot.end, slot.end + 1):  # `vốn đầu tư công`, `cho đầu tư công`
        name = at.knows.lexicon.names.at(at.tokens, first)
        found = (one for one in fitting(at, name) if carries(one, slot.figure.unit)) if name else ()
        indicator = next(iter(found), None)
        if indicator:
            return known(indicator, "named", slot.first)
    return None
