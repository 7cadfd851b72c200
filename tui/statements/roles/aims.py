"""Rules for aims told otherwise than by a cue before the figure: after it, by a purpose, by what is still to do."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.figures.phrases import Match
from tui.statements.clock import elapsed
from tui.statements.roles.case import Case, Judged

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Role
    from tui.statements.at import At
    from tui.statements.cues import CueKind

_NEAR = 3
_CALLED_REACH = 8
_FOR, _DONE = "để", frozenset({"đã", "được"})
_ALLOT_REACH = 4
_AT_LEAST = ("ít", "nhất")
_WILL, _IS = "sẽ", "là"
_WEIGHED_REACH = 6  # from `là` to how hard it is
_THAT, _SET_REACH, _WHO_REACH, _SAID_REACH, _LONGEST_NOUN = "mà", 16, 6, 12, 4
_BY_WHOM = frozenset({"mà", "do"})
# the cues that name a role after a figure
NAMED: Mapping[CueKind, Role] = {"target": "target", "forecast": "forecast"}


def marked(case: Case) -> Judged | None:
    """`11/15 chỉ tiêu đạt và vượt`: a count of aims that were met or missed."""
    at = case.at
    if at.slot.figure.unit not in {"count", "ratio"} or not at.slot.figure.noun.startswith(("chỉ tiêu", "mục tiêu")):
        return None
    first, end = at.segment_after()
    start, stop = at.own_clause()
    around = (*range(first, end), *range(start, stop))  # also `hoàn thành 4/5 chỉ tiêu`
    verb = next((index for index in around if at.words[index] in at.grammar.marks), None)
    # `trình con số 8 chỉ tiêu đạt`: told as a number; `4 chỉ tiêu đạt và 8 chỉ tiêu vượt`: the noun of the one before
    called = " ".join(at.before(2)) in at.grammar.called
    noun = at.floor if at.index else -1
    aims = [cue for cue in at.role_cues if cue.value in NAMED and start <= cue.first < stop and cue.first != noun]
    aims = [] if called else aims
    if verb is None or (aims and not _of_a_year(at, aims[-1])):
        return None
    foreseen = any(cue.value == "forecast" for cue in at.cues.roles.all(at.tokens, start, verb))
    return Judged("forecast" if foreseen else "result", at.tokens.printed(verb), "marked")


def _of_a_year(at: At, cue: Match[CueKind]) -> bool:
    """`kế hoạch năm 2022 có 13/15 chỉ tiêu đạt`: a plan that has a year, and of which something is told."""
    dated = any(cue.end <= slot.first and slot.end == at.slot.first - 1 for slot in at.reading.times)
    return dated and at.tokens.word(at.slot.first - 1) == "có"


def set_after(case: Case) -> Judged | None:
    """Not `29% kế hoạch được giao`, which is progress."""
    at = case.at
    if at.slot.figure.unit == "%" and at.of_plan():
        return None
    first = _past_bracket(at)
    counted = at.slot.figure.noun.count(" ") if at.slot.figure.unit == "count" else 0
    for index in range(first, first + 2 + min(counted, _LONGEST_NOUN)):
        if index < len(at.tokens) and at.reading.cuts(index):
            break
        found = at.cues.set_after.at(at.tokens, index) or _set_by(at, index)
        if found:
            return Judged("target", at.quoted(found), "set-after")
    return None


def _set_by(at: At, index: int) -> Match[bool] | None:
    """`5 triệu lượt mà ngành đề ra`, `1,8 tỷ USD mà đại hội đặt ra`: who set an aim, between two of its words."""
    if at.tokens.word(index) != _THAT:
        return None
    stop = min(at.segment_after()[1], index + _SET_REACH)
    return next((found for found in at.cues.set_after.all(at.tokens, index + 1, stop)), None)


def _past_bracket(at: At) -> int:
    """The token after the figure, or after the bracket that follows it (`195 tỷ đồng (5,3% GDP) mà Quốc hội giao`)."""
    end = at.slot.end
    if at.tokens.word(end) != "(":
        return end + 1 if at.bracket is not None and at.tokens.word(end) == ")" else end
    closing = next((index for index in range(end, len(at.tokens)) if at.words[index] == ")"), None)
    return end if closing is None else closing + 1


def named_after(case: Case) -> Judged | None:
    """`8% đúng mục tiêu`, `8% theo dự báo`, `6% là cực kỳ khó`."""
    at = case.at
    first, end = at.segment_after()
    dated = next((slot for slot in at.reading.times if first <= slot.first <= first + 1), None)
    first = dated.end if dated else first  # `4,9% cả năm 2020 theo dự báo`
    for index in range(first, min(end, first + _NEAR)):
        if at.words[index] in at.grammar.naming:
            named = index + 1
            while at.tokens.word(named) in at.grammar.one_of:  # `là một trong những chỉ tiêu`
                named += 1
            found = at.cues.roles.at(at.tokens, named) or _looked_for(at, index, end)
            role = NAMED.get(found.value) if found else None
            if found and role:
                return Judged(role, at.quoted(found), "named-after")
    return _weighed(case, first)


def _weighed(case: Case, first: int) -> Judged | None:
    """`đạt được mức tăng trưởng 6% là cực kỳ khó`: a number of which is asked whether it can be reached."""
    at = case.at
    first += at.tokens.word(first) == _WILL
    if at.tokens.word(first) != _IS or elapsed(case.period, case.clock):
        return None
    stop = min(len(at.tokens), first + _WEIGHED_REACH)
    found = next(iter(at.cues.weighed.all(at.tokens, first + 1, stop)), None)
    return Judged("target", at.printed(first, found.end), "named-after") if found else None


def _looked_for(at: At, index: int, end: int) -> Match[CueKind] | None:
    """`mức 7,2% mà thị trường kỳ vọng`, `7,5% mà WB đưa ra`: who expected a number, between two of its words."""
    if at.words[index] not in _BY_WHOM:
        return None
    stop = min(end, index + _WHO_REACH)
    cues = at.cues.roles.all(at.tokens, index + 1, stop)
    return next((found for found in cues if found.value == "forecast"), _published(at, index))


def _published(at: At, index: int) -> Match[CueKind] | None:
    """`6,6% do Quỹ Tiền tệ Quốc tế (IMF) công bố`: a forecaster's name at a token after the figure, and its telling."""
    if at.cues.forecasters.at(at.tokens, index + 1) is None:
        return None
    said = next(at.cues.published.all(at.tokens, index + 2, min(len(at.tokens), index + _SAID_REACH)), None)
    return Match(index, said.end, "forecast") if said else None


def purpose(case: Case) -> Judged | None:
    """`phát động thi đua để hoàn thành 3.000 km`: what something is done for, and nothing says that it was done."""
    at, first = case.at, case.at.own_clause()[0]
    aim = next((index for index in range(at.slot.first - 1, first - 1, -1) if at.words[index] == _FOR), None)
    if aim is None or elapsed(case.period, case.clock):
        return None
    reached = at.grammar.reaching_for.isdisjoint(at.words[aim + 1 : at.slot.first])
    told = any(cue.value == "result" and cue.first < at.slot.first for cue in at.role_cues)
    told = told or not _DONE.isdisjoint(at.words[first:aim])  # `huy động được vốn để hoàn thành 1.053 dự án`
    return None if reached or told else Judged("target", at.printed(aim, aim + 1), "purpose")


def allotted(case: Case) -> Judged | None:
    """`điều chỉnh kế hoạch đầu tư công, bổ sung 1.436 tỷ đồng`: a clause that opens with what is set aside."""
    at, (first, end) = case.at, case.at.own_clause()
    verb = " ".join(at.words[first : first + 2])
    if verb not in at.grammar.setting_aside or end - first > _ALLOT_REACH or not at.slot.figure.unit.isupper():
        return None
    return None if elapsed(case.period, case.clock) else Judged("target", at.printed(first, first + 2), "to-come")


def limit(case: Case) -> Judged | None:
    """Without any sign of a result, a ceiling or `tối thiểu` is a rule to keep."""
    words = case.at.before(4)
    bound = case.at.slot.figure.bound
    if "còn" in words:  # `còn tối đa 21.430 đồng` tells of a price
        return None
    floor = bound == "at_least" and ("thiểu" in words or _AT_LEAST in pairwise(words))  # not `thấp nhất là`
    return Judged("target", "", "limit") if bound == "at_most" or floor else None


def summed_up(case: Case) -> Judged | None:
    """`… là những con số chính trong kế hoạch năm tới`: what the end of a sentence calls its numbers."""
    at = case.at
    end = at.reading.slots[-1].end
    called = next((index for index in range(end, len(at.tokens)) if at.words[index] == "là"), None)
    if called is None or elapsed(case.period, case.clock):
        return None
    aimed = at.words[called - 1] == "," and at.cues.roles.at(at.tokens, called + 1)  # `…, là mục tiêu đặt ra`
    if at.tokens.word(called + 1) not in at.grammar.plurals and not (aimed and aimed.value == "target"):
        return None
    stop = min(len(at.tokens), called + _CALLED_REACH)
    cue = next((cue for cue in at.cues.roles.all(at.tokens, called, stop) if cue.value in NAMED), None)
    return Judged(NAMED[cue.value], at.quoted(cue), "summed-up") if cue else None


def to_come(case: Case) -> Judged | None:
    """What the verb after a count or an amount says is still to be done."""
    at = case.at
    first, end = at.segment_after()
    foreseen = next((cue for cue in at.cues.roles.all(at.tokens, first, end) if cue.value == "forecast"), None)
    if foreseen and at.slot.figure.unit != "%" and allots(at, foreseen):
        return Judged("target", at.quoted(foreseen), "to-come")
    verb = next((index for index in range(first, end) if at.words[index] in at.grammar.still_to_do), None)
    if verb is None or at.slot.figure.unit == "%" or elapsed(case.period, case.clock):
        return None
    idle = any(cue.value == "idle" and cue.first <= verb < cue.end for cue in at.cues.roles.all(at.tokens, first, end))
    told = any(cue.value == "result" and at.floor <= cue.first < at.slot.first for cue in at.role_cues)
    idle = idle or (told and at.words[verb] != _WILL)  # `hiện có 62.000 hồ sơ phải chờ`
    own = "và" not in at.words[first:verb]  # `và dự kiến sẽ đạt 5 tỷ USD` speaks of the next figure
    return Judged("target", at.printed(verb, verb + 1), "to-come") if own and not idle else None


def allots(at: At, cue: Match[CueKind]) -> bool:
    """`dự kiến bố trí`: what somebody means to give, not what will come about."""
    return " ".join(at.words[cue.end : cue.end + 2]) in at.grammar.allotting
