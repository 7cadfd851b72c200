"""How far a cue reaches: whether it speaks of a figure that stands somewhere behind it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.statements.clock import elapsed

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.statements.at import At
    from tui.statements.cues import CueKind
    from tui.statements.roles.case import Case

_NEAR = 3
_AIM_REACH = 8
_PLAN_REACH = 4
_PLAN_NAME = 4  # words, from `nhiệm vụ` to the bracket in `59,6% nhiệm vụ huy động cả năm (400.000 tỷ đồng)`
_NAMED_REACH = 10  # from a percentage to the end of the plan's name
_AGENT_REACH = 5
_CEILING, _LOWERED = "trần", ("đã", "hạ")
_JOINING = frozenset({"khi", "và"})
_DONE = frozenset({"đạt", "bằng"})
_BESIDE = 3  # figures: an amount, its part of the estimate, its part of the aim


def reaches(at: At, cue: Match[CueKind]) -> bool:
    """Whether a cue before the figure speaks of it."""
    return not (
        _closed(at, cue)
        or _counted(at, cue)
        or _in_a_name(at, cue)
        or _reckoned(at, cue)
        or _measures_progress(at, cue)
        or _under_way(at, cue)
        or _only_compared(at, cue)
        or _turned(at, cue)
        or (cue.value == "target" and (_spent(at, cue) or achieved(at, cue) or _moved(at, cue) or _marked(at, cue)))
        or (cue.value == "result" and _reports_nothing(at, cue))
    )


def elapsed_since(case: Case, cue: Match[CueKind]) -> bool:
    """Whether a new clause after the cue speaks of time that is over (`dự kiến …, 6 tháng đầu năm đạt 5%`)."""
    if not elapsed(case.period, case.clock):
        return False
    reading, first = case.at.reading, case.at.slot.first
    if case.at.words[case.at.own_clause()[0] :][:2] == ("trong", "đó"):
        return False  # `mục tiêu cả năm là 6,5%, trong đó quý I 5,2%`
    cut = next((at for at in range(cue.end, first) if reading.cuts(at)), None)
    return cut is not None and any(cut < slot.first < first for slot in reading.times)


def _closed(at: At, cue: Match[CueKind]) -> bool:
    """Whether the cue stands in a bracket that closes before the figure; `a)` closes nothing."""
    opened = next((index for index in range(cue.first - 1, -1, -1) if at.words[index] in {"(", ")"}), None)
    return opened is not None and at.words[opened] == "(" and ")" in at.words[cue.end : at.slot.first]


def _counted(at: At, cue: Match[CueKind]) -> bool:
    """`11 chỉ tiêu đạt và vượt, 2 chỉ tiêu không đạt`: the cue's word is only what a figure before counts.

    Not where it announces what it counts (`đưa ra 3 kịch bản: GDP tăng 6,3%, 6,5% hoặc 6,7%`).
    """
    if cue.value == "forecast" and ":" in at.words[cue.end : min(at.slot.first, cue.end + _NEAR)]:
        return False
    return any(
        slot.end == cue.first and slot.figure.unit in {"count", "ratio"} for slot in at.reading.slots[: at.index]
    )


def _reckoned(at: At, cue: Match[CueKind]) -> bool:
    """`nếu chỉ tính phần được giao thì đạt 30%`: the cue only tells what the figure is reckoned of."""
    if "nếu" not in at.words:
        return False
    opened = next((index for index in range(cue.first - 1, -1, -1) if at.words[index] == "nếu"), None)
    if opened is None or at.grammar.reckoning.isdisjoint(at.words[opened + 1 : opened + 1 + _NEAR]):
        return False
    return "thì" in at.words[cue.end : at.slot.first]


def _in_a_name(at: At, cue: Match[CueKind]) -> bool:
    """`Trần` and `Cần` after another word are a person's or a town's, not a ceiling or a need."""
    alone = cue.end == cue.first + 1 and at.tokens.printed(cue.first)[:1].isupper()
    return alone and at.tokens.kind(cue.first - 1) == "word"


def _marked(at: At, cue: Match[CueKind]) -> bool:
    """`hai chỉ tiêu Quốc hội giao lỡ hẹn là …, đạt 24,8%`: aims that are told of by what came of them."""
    end = cue.end
    while (setter := at.cues.roles.at(at.tokens, end)) and setter.value == "target" and setter.end < at.slot.first:
        end = setter.end
    marks = at.cues.marked.at(at.tokens, end)
    return marks is not None and marks.end < at.slot.first


def _measures_progress(at: At, cue: Match[CueKind]) -> bool:
    """Whether the cue only names the plan that an earlier percentage is part of (`bằng 98% dự toán, giảm …`)."""
    slots = at.reading.slots
    nearest = bisect_right(slots, cue.first, hi=at.index, key=lambda slot: slot.end)
    return not _is_told(at, cue) and any(
        other.figure.unit in {"%", "ratio"}
        and 0 <= cue.first - other.end <= _NAMED_REACH
        and not at.cut_between(other.end, cue.first)
        and _JOINING.isdisjoint(at.words[other.end : cue.first])
        and _plan_after(at, other.end, cue.first)
        for other in slots[max(0, nearest - 2) : nearest]
    )


def _under_way(at: At, cue: Match[CueKind]) -> bool:
    """`chỉ tiêu … như sau: Cục thu đạt 5 tỷ đồng, đạt 105% dự toán`: what is told beside how much of a plan is done."""
    parted = any(at.words[index] == ":" for index in range(cue.end, at.slot.first))
    return cue.value == "target" and parted and done_in_part(at)


def _only_compared(at: At, cue: Match[CueKind]) -> bool:
    """`hơn cả mục tiêu đề ra là 6,2%; dẫn đầu là …`: an aim compared with, after which a new clause tells on."""
    stop = next((index for index in range(cue.end, at.slot.first) if at.words[index] == ";"), None)
    if cue.value != "target" or stop is None:
        return False
    start = next((index + 1 for index in range(cue.first - 1, -1, -1) if at.reading.cuts(index)), 0)
    first = min((other.first for other in at.role_cues if other.value == "target" and start <= other.first), default=0)
    met = (
        first < cue.first and at.cues.achieving.before(at.tokens, first) is not None
    )  # `đạt mục tiêu … đề ra là 4%; …`
    return met or any(True for _ in at.cues.compared.all(at.tokens, start, cue.first))


def _turned(at: At, cue: Match[CueKind]) -> bool:
    """`đề ra mức 70 triệu USD; nhưng năm 2018 chỉ còn 31,5 triệu USD`: what came of an aim instead."""
    told = any(cue.end <= slot.first < at.slot.first for slot in at.reading.slots)
    but = next((index for index in range(cue.end, at.slot.first) if at.words[index] == "nhưng"), None)
    if cue.value != "target" or not told or but is None:
        return False
    aims = (other for other in at.role_cues if other.value == "target")
    aimed = any(but < aim.first < at.slot.first for aim in aims)  # `nhưng dự toán thu chỉ tăng 6,4%`
    return not aimed and "chỉ" in at.words[but : at.slot.first]


def done_in_part(at: At) -> bool:
    """Whether the figure, or one right beside it, tells how much of a plan is done (`đạt 105% dự toán`)."""
    return any(
        at.tokens.word(slot.first - 1) in _DONE and at.cues.plan.at(at.tokens, slot.end) is not None
        for slot in at.reading.slots[max(0, at.index - 1) : at.index + _BESIDE]
    )


def _plan_after(at: At, end: int, cue: int) -> bool:
    """Whether a plan is named right after a percentage (`đạt 43% so với chỉ tiêu của Bộ Tài chính giao`)."""
    last = min(cue, end + _PLAN_REACH)
    return any(at.cues.plan.at(at.tokens, index) for index in range(end, last + 1))


def _is_told(at: At, cue: Match[CueKind]) -> bool:
    """`đạt 87% kế hoạch năm 2019 là 120.000 người`, `130% kế hoạch (110.000 người)`: how large the plan is."""
    first = at.slot.first
    while at.tokens.word(first - 1) in at.grammar.approximations:
        first -= 1
    before = at.tokens.word(first - 1)
    if before == "(":  # `kế hoạch (110.000 người)`, `kế hoạch năm (1,6 triệu)`
        near = first - 1 - cue.end <= _PLAN_NAME and at.floor <= cue.first  # not `vượt dự toán 4,3% (2.870 tỷ đồng)`
        return near and not at.cut_between(cue.end, first - 1)
    return before == "là" and not at.cut_between(cue.end, at.slot.first)


def _spent(at: At, cue: Match[CueKind]) -> bool:
    """Whether a semicolon ends the cue's reach: it set nothing before it, or stands in an aside (`trong khi`)."""
    words = at.words
    stop = next((index for index in range(cue.end, at.slot.first) if words[index] == ";"), None)
    if stop is None:
        return False
    aside = "khi" in words[max(0, cue.first - 3) : cue.first]
    return aside or not any(cue.end <= slot.first < stop for slot in at.reading.slots)


def _moved(at: At, cue: Match[CueKind]) -> bool:
    """`trần lãi suất giảm 0,25 điểm %, còn 4,75%`: a ceiling in force that was moved."""
    between = at.words[cue.end : at.slot.first]
    lowered = at.words[max(0, cue.first - len(_LOWERED)) : cue.first] == _LOWERED  # `đã hạ trần lãi suất xuống 9%`
    return at.words[cue.end - 1] == _CEILING and (lowered or not at.grammar.moves.isdisjoint(between))


def achieved(at: At, cue: Match[CueKind]) -> bool:
    """`vượt mục tiêu`, `hoàn thành kế hoạch`: an aim achieved or compared with, unless the figure follows at once."""
    first = cue.first
    joined = next((other for other in at.role_cues if other.end == first and other.value == "target"), None)
    first = joined.first if joined else first  # `vượt dự toán Quốc hội giao`
    while at.tokens.word(first - 1) in at.grammar.plurals:  # `hoàn thành các chỉ tiêu`
        first -= 1
    achieving = at.cues.achieving.before(at.tokens, first)
    if achieving is None or at.tokens.word(achieving.first - 1) in at.grammar.urging:
        return False  # `sớm hoàn thành mục tiêu`
    if by_how_much(at, first, cue.end):
        return True
    if _is_told(at, cue):
        return False
    end = cue.end + 1 if at.tokens.word(cue.end) == "(" else cue.end  # `vượt mục tiêu đề ra (5,8%)`
    named = at.knows.lexicon.names.at(at.tokens, cue.end)  # `thực hiện mục tiêu tăng trưởng năm 2025 đạt trên 8%`
    return at.slot.first - end > (_AIM_REACH if named else _NEAR) or at.cut_between(end, at.slot.first)


def passed(at: At, cue: Match[CueKind]) -> bool:
    """`vượt xa kế hoạch 4-5%`: an aim that was reached or missed, whose size the figure right after it tells.

    What names the aim may have several words of aims: `đạt mục tiêu Quốc hội đề ra là khoảng 4,5%`.
    """
    start = at.own_clause()[0]
    first = next((other for other in at.role_cues if other.value == "target" and start <= other.first), cue)
    named = first.first < cue.first and _is_told(at, cue)
    near = at.slot.first - cue.end <= 1
    return (near or named) and at.cues.achieving.before(at.tokens, first.first if named else cue.first) is not None


def by_how_much(at: At, first: int, end: int) -> bool:
    """`vượt dự toán 5%`, `thu 997 tỷ đồng, vượt dự toán 86 tỷ đồng`: whether the figure is what an aim was missed by.

    The aim is named by the tokens from `first` to `end`; of two amounts, the lesser cannot be what was aimed at.
    """
    figure = at.slot.figure
    if figure.unit == "pp":
        return True
    if figure.unit == "%":
        return not at.grammar.budgets.isdisjoint(at.words[first:end])
    before = at.reading.slots[at.index - 1].figure if at.index else None
    if not at.index and at.bracket is None and figure.unit.isupper():
        return not at.grammar.budgets.isdisjoint(at.words[first:end])  # `Thu ngân sách vượt dự toán 3,5 tỷ USD`
    return before is not None and before.unit == figure.unit and figure.unit.isupper() and 2 * figure.high < before.low


def _of_an_aim(at: At, cue: Match[CueKind]) -> bool:
    """`đặt mục tiêu tổng sản lượng ước hơn 8 triệu tấn`: how large the aim is, not what was reached."""
    if at.words[cue.first : cue.end] != ("ước",):
        return False
    aims = (other for other in at.role_cues if other.value == "target" and other.end <= cue.first)
    return any(not at.cut_between(aim.end, cue.first) and not achieved(at, aim) for aim in aims)


def _reports_nothing(at: At, cue: Match[CueKind]) -> bool:
    """`đã đề ra`, `so với kết quả`: a word of results that sets an aim or is compared with."""
    by = _AGENT_REACH if at.tokens.word(cue.end) == "được" else 1  # `đã được Quốc hội quyết định`
    verbs = at.words[cue.end : cue.end + by]
    set_before = at.tokens.word(cue.end - 1) == "đã" and not at.grammar.set_before.isdisjoint(verbs)
    return set_before or _of_an_aim(at, cue) or at.cues.compared.before(at.tokens, cue.first) is not None
