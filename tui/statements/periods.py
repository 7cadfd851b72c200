"""The period a figure covers: stated beside it, carried on from before, or inferred from the meeting's day."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.period import parse
from tui.statements.base_periods import base_period
from tui.statements.clock import EARLY, PARTS, code_of, elapsed, first_months, told_of, year_summed_up
from tui.statements.referred import unspent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.figures.times import Time
    from tui.model import PeriodSource, Role
    from tui.statements.at import At
    from tui.statements.clock import Clock
    from tui.statements.reading import Reading, TimeSlot
    from tui.statements.roles import Judged

# how what is measured stands in time: a price at the day, a stock at the end of a period that is over, else at the day
Nature: TypeAlias = Literal["flow", "stock", "price"]
_MOST_TIMES = 32  # no sentence that is written has more of them aside before a figure
_SCENARIO_REACH = 6
_MEAN = ("bình", "quân")
_LAST_MONTH, _YEAR_END = 12, "-12-31"
_AS_OF, _WHILE = ("thời", "điểm"), ("trong", "khi")
_NEXT_REACH = 3  # from what a forecast was changed to
# cues that tell nothing of whether a number is reported
MUTE = frozenset({"weak", "idle", "limit", "threshold"})
# aims compared with were set for the time that the text speaks of
_BOUND_RULES = frozenset({"set-after", "held-against-target", "threshold"})
# bases whose time is told as that of any other figure
_DATED_BASES = frozenset({"part-before", "contrasted"})
_ALONE, _AND = "riêng", "và"
# times that refer to the month spoken of
_OF_A_MONTH = frozenset({"inside", "summed", "around"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A period with how it was found; an empty code where the text does not settle it.

    near: it stands in the figure's own clause
    after: it stands right after the figure
    open: the text says a time to come without an end, so that nothing is to be inferred
    """

    code: str
    source: PeriodSource
    near: bool = False
    after: bool = False
    open: bool = False


def period_of(
    at: At, clock: Clock, *, spent: Sequence[int] = (), accrues: bool = False, led_only: bool = False
) -> Dated:
    """The period stated for the figure in its own sentence; empty without one.

    `spent` are the figures before it that are bases: times right after them are theirs. With `accrues` a day that
    closes a count (`tính đến 20/9`) stands for the year up to it. With `led_only` times after it are not asked.
    """
    usable = unspent(at.times, at.reading, spent)
    after = None if led_only else _just_after(at, usable)
    behind = [time for time in usable if time.end <= at.slot.first][-_MOST_TIMES:]
    before = next((time for time in reversed(behind) if not _aside(at, time)), None)
    own = after if after and not _bound_tightly(at, before) else before or after
    own = at.item.time if at.item and at.item.time and at.item.time.time.kind != "compare" else own
    named = own is not None and own.time.kind in {"years", "coming"}
    if clock.span and not named and (_each_year(at, own) or _on_average(at, own, clock)):
        return Dated(clock.span, "inherited", near=True)
    if own is None:
        return Dated("", "")
    if own.time.kind == "open":
        return Dated("", "", open=True)
    if own.time.kind == "coming":
        clock = _with_span(usable, own, clock)
    if own.time.kind in _OF_A_MONTH:
        clock = _with_month(usable, own, clock)
    if own.time.word == "within" and _ahead_of(at, own):
        clock = replace(clock, main="")  # `trong năm sẽ tăng`: not of the year summed up
    year = _year_held(at, own) or _year_near(usable, own, clock) or _year_reported(at, own, clock)
    code = code_of(own.time, clock, year)
    if code and _closes(at, own) and (accrues or from_new_year(at.reading, own)):
        code = since_new_year(code)
    if not code:
        return Dated("", "")
    near = own is after or own.first >= at.own_clause()[0]
    return Dated(code, "stated" if own.time.year or own.time.kind == "now" else "inferred", near, own is after)


def _each_year(at: At, own: TimeSlot | None) -> bool:
    """`tăng 6,5% mỗi năm`, `cả 5 năm chiếm 34%`, `Trong cả giai đoạn, …`: a number for all years of a plan."""
    ranges = (at.own_clause(), at.segment_after())
    heads = at.cues.yearly.at(at.tokens, 0)
    return (heads is not None and (own is None or own.first < heads.end)) or any(
        True for first, end in ranges for _ in at.cues.yearly.all(at.tokens, first, end)
    )


def _on_average(at: At, own: TimeSlot | None, clock: Clock) -> bool:
    """`đô thị hóa đến năm 2025 là 45%; bội chi bình quân 3,7% GDP`: an average, beside the last year of a plan."""
    first, end = at.own_clause()
    mean = at.slot.figure.unit == "%" and _MEAN in pairwise(at.words[first:end])
    span = parse(clock.span)
    apart = own is not None and own.end <= first
    return mean and apart and own is not None and span is not None and own.time.year == span.end.year


def _ahead_of(at: At, own: TimeSlot) -> bool:
    """Whether a cue of an aim or a forecast stands between a time and the figure."""
    return any(cue.value in {"target", "forecast"} and own.end <= cue.first < at.slot.first for cue in at.role_cues)


def _with_span(times: Sequence[TimeSlot], own: TimeSlot, clock: Clock) -> Clock:
    """The clock with the years a sentence names before a time to come (`giai đoạn 2016-2020, trong 5 năm tới`)."""
    spans = (slot for slot in times if slot.first < own.first and slot.time.kind == "years")
    return next((replace(clock, span=code_of(slot.time, clock)) for slot in spans), clock)


def _with_month(times: Sequence[TimeSlot], own: TimeSlot, clock: Clock) -> Clock:
    """The clock with the month that the sentence names last before a time that refers to it."""
    for slot in reversed(times):
        if slot.first < own.first and slot.time.kind == "month":
            return replace(clock, month=code_of(slot.time, clock) or clock.month)
    return clock


def _year_held(at: At, own: TimeSlot) -> int:
    """`cao hơn năm 2009 (cả năm ước tăng 5,2%)`: the year before the bracket that a bare `cả năm` stands in, or 0."""
    if at.bracket is None or not is_bare(own.time) or own.first < at.bracket:
        return 0
    return next((slot.time.year for slot in at.reading.times if slot.end == at.bracket), 0)


def _year_near(times: Sequence[TimeSlot], own: TimeSlot, clock: Clock) -> int:
    """The year that an earlier time of the sentence lies in (`9 tháng tăng 5%, cả năm ước 6%`); 0 without one."""
    for slot in reversed(times):
        named = slot.time.year or slot.time.kind in PARTS | {"day"} or slot.time.word == "this"
        if slot.first < own.first and named:
            return slot.time.year or int(code_of(slot.time, clock)[:4] or 0)
    return 0


def _year_reported(at: At, own: TimeSlot, clock: Clock) -> int:
    """The year of a bare `cả năm` before a number that is reported (`cả năm ước 5%`, `ước cả năm 5%`); else 0."""
    after = (cue for cue in at.role_cues if own.end <= cue.first < at.slot.first or cue.end == own.first)
    cue = next((cue for cue in after if cue.value not in MUTE), None)
    return year_summed_up(clock, cue.value if cue else "") if is_bare(own.time) else 0


def _aside(at: At, slot: TimeSlot) -> bool:
    """Whether a time stands with a figure in a bracket that closes before this one, or is one part told alone.

    `CPI cả năm tăng 18%, riêng tháng 12 tăng 0,5%; xuất khẩu tăng 25%`
    """
    if at.tokens.word(slot.first - 1) == _ALONE and slot.first > 1 and ";" in at.words[slot.end : at.slot.first]:
        return True
    between = at.words[slot.end : at.slot.first]
    if (";" in between and _contrasts(at, slot)) or _of_plan(at, slot):
        return True
    held = (index for index in range(at.index) if at.reading.in_brackets(index) is not None)
    if ")" not in between or not at.reading.encloses(slot.first):
        return False
    return any(at.reading.slots[index].first > slot.first for index in held)


def _of_plan(at: At, slot: TimeSlot) -> bool:
    """`đạt 53,17% dự toán năm 2020, giảm 16%`: a year that only names the plan a percentage before it is of."""
    parted = "," in at.words[slot.end : slot.end + 1]  # not `98% mục tiêu năm 2023 là 8 triệu lượt`
    before = bisect_left(at.reading.slots, slot.first, key=lambda other: other.first)
    if slot.time.kind != "year" or not parted or not before or at.reading.slots[before - 1].figure.unit != "%":
        return False
    plan = at.cues.plan.at(at.tokens, at.reading.slots[before - 1].end)
    return plan is not None and slot.first <= plan.end <= slot.end


def _contrasts(at: At, slot: TimeSlot) -> bool:
    """`kéo tín dụng xuống dưới 20%, trong khi năm ngoái là 30%; bội chi dưới 5%`: a time only told for the contrast."""
    start = next((index + 1 for index in range(slot.first - 1, -1, -1) if at.reading.cuts(index)), 0)
    return at.words[start : start + 2] == _WHILE


def from_new_year(reading: Reading, slot: TimeSlot) -> bool:
    """Whether a time ends a stretch that began with the year: `từ đầu năm đến 20/7`, `từ đầu năm đến hết tháng 9`."""
    led = reading.tokens.words[max(0, slot.first - 5) : slot.first]
    led = led[:-1] if led[-1:] in {("hết",), ("ngày",)} else led
    return led[-3:-1] == ("đầu", "năm")


def is_bare(time: Time) -> bool:
    """`cả năm`: a year that neither a number nor a word names."""
    return time.kind == "year" and not time.year and not time.word


def _closes(at: At, slot: TimeSlot) -> bool:
    """`đến 20/9`, `đến hết tháng 9`, `đến thời điểm 20/9`: the time ends a stretch that began with the year."""
    first = slot.first - 1 if at.tokens.word(slot.first - 1) == "ngày" else slot.first
    first -= 2 if at.words[max(0, first - 2) : first] == _AS_OF else 0
    words = at.words[max(0, first - 2) : first]
    return slot.time.kind in {"day", "month"} and not at.grammar.closing.isdisjoint(words)


def since_new_year(code: str) -> str:
    """The stretch from the first of January to the end of a day or month, as `period` writes it; others as they are."""
    parsed = parse(code)
    if parsed is None or parsed.kind not in {"day", "month"} or code.endswith("-01"):
        return code
    if parsed.kind == "day" and (parsed.end + timedelta(days=1)).day > 1:
        return f"{code[:4]}-01-01/{code}"
    return first_months(code[: len("2024-09")])


def _just_after(at: At, times: list[TimeSlot]) -> TimeSlot | None:
    """A time in the clause after the figure, unless it leads to the next figure or is that of a plan."""
    if at.slot.figure.unit == "%" and at.of_plan():
        return None  # `đạt 98% mục tiêu cả năm`
    if at.tokens.word(at.slot.end) == "(":  # `1,77 tỷ USD (năm 2016); 2,11 tỷ USD (năm 2017)`
        held = (time for time in times if time.first == at.slot.end + 1 and at.tokens.word(time.end) == ")")
        return next(held, None)
    first, end = at.segment_after()
    found = next((time for time in times if first <= time.first < end), None)
    slots = at.reading.slots
    leads_on = at.index + 1 < len(slots) and end == slots[at.index + 1].first
    if leads_on and found and at.words[found.end : end] == (_AND,):
        return found  # `2 triệu doanh nghiệp vào năm 2030 và 3 triệu vào năm 2045`
    joined = at.tokens.word(first) in at.grammar.joints | at.grammar.conjunctions  # `7% và quý IV 8%`
    if found and ("nguồn" in at.words[first : found.first] or _when_set(at, first, found)):
        return None  # `2.266 tỷ đồng từ nguồn tăng thu năm 2022`
    return None if found and (joined or (leads_on and found.first - first > 1)) else found


def _when_set(at: At, first: int, time: TimeSlot) -> bool:
    """`thay cho mức 6,5% Quốc hội quyết nghị cuối năm ngoái`: whether a time gone by only tells when an aim was set."""
    return time.time.word == "last" and not at.grammar.set_before.isdisjoint(at.words[first : time.first])


def _bound_tightly(at: At, time: TimeSlot | None) -> bool:
    """A time in the figure's own clause before it binds closer than one after it, unless that follows at once."""
    if time is None:
        return False
    first, _ = next(iter(at.segments_before()), (at.slot.first, 0))
    return time.first >= first and not _follows_at_once(at) and at.tokens.word(at.slot.end) != "("


def _follows_at_once(at: At) -> bool:
    return any(0 <= time.first - at.slot.end <= 1 for time in at.reading.times)


def settled_period(at: At, role: Judged, stated: Dated, clock: Clock, nature: Nature) -> Dated:
    """The period of the figure, given its role, the one stated for it and the nature of what it measures."""
    if role.rule == "vote" and clock.day:
        return Dated(clock.day.isoformat(), "inferred")
    dated = role.rule in _DATED_BASES or (role.rule == "foretold-before" and stated.code)
    own = dated or (at.item and at.item.time and at.item.time.time.kind != "compare")
    if role.role == "base" and not own:
        code = _of_base(at, role, stated, clock)
        return Dated(code, "inferred" if code else "")
    stated = _of_an_aim(at, role, stated)
    if stated.code and not _overtaken(stated, role, clock):
        return stated
    if stated.open or (role.role == "target" and role.cue.lower() in at.grammar.aspirations):
        return Dated("", "", open=True)
    told = parse(clock.period)
    if role.rule in _BOUND_RULES and told and told.kind != "years":
        return Dated(clock.period[:4], "inherited")
    carried = inherited_period(role.role, clock, nature)
    return _of_last_month(at, carried if carried.code else _of_year_named(at, role, clock))


def _of_year_named(at: At, role: Judged, clock: Clock) -> Dated:
    """`cao hơn kết quả ước đạt của năm nay, với GDP tăng 8%`: a result with no other time than a year referred to."""
    years = (slot for slot in at.reading.times if slot.time.kind == "year" and slot.end <= at.slot.first)
    year = next(years, None) if role.role == "result" else None
    code = code_of(year.time, clock) if year else ""
    return Dated(code, "inferred" if code else "")


def _of_last_month(at: At, carried: Dated) -> Dated:
    """`9 tháng …. CPI tăng 0,29% so với tháng trước`: what is held against a month is the last of those spoken of."""
    first, end = at.segment_after()
    against = any(
        first < slot.first < end and (slot.time.kind, slot.time.word) == ("month", "last") for slot in at.reading.times
    )
    told = parse(carried.code) if against and at.slot.figure.unit == "%" else None
    if told is None or told.kind not in PARTS or at.tokens.word(first) != "so":
        return carried
    return replace(carried, code=told.end.isoformat()[: len("2018-09")])


def _of_base(at: At, role: Judged, stated: Dated, clock: Clock) -> str:
    """The period of a base that is dated by what it is held against."""
    led = period_of(at, clock, led_only=True) if stated.after else stated
    current = led.code or clock.period
    if role.rule == "told-before":
        return current  # `6,5% đã trình Quốc hội năm ngoái` is of the same year
    return (_foretold_for(at, role, clock) if not stated.near else "") or base_period(current, at, clock)


def _foretold_for(at: At, role: Judged, clock: Clock) -> str:
    """`dự báo được hạ từ 6,8% xuống 6,2% cho năm sau`: what was expected before is for the same time; else empty."""
    foretold = any(cue.value == "forecast" and cue.end <= at.slot.first for cue in at.role_cues)
    if role.rule != "from-to" or not foretold or at.index + 1 >= len(at.reading.slots):
        return ""
    between = at.words[at.slot.end : at.reading.slots[at.index + 1].first]
    if at.grammar.steps.isdisjoint(between):
        return ""  # `nâng lên 7,5%, từ mức 6,9%`: the one it was changed to stands before it
    first, end = at.reading.segment_after(at.index + 1)
    after = (slot for slot in at.times if first <= slot.first < min(end, first + _NEXT_REACH))
    return next((code_of(slot.time, clock) for slot in after), "")


def _of_an_aim(at: At, role: Judged, stated: Dated) -> Dated:
    """The period stated, or for an aim the year it lies in: what is aimed at, or compared with, is mostly a year's."""
    if role.role in {"target", "forecast"} and stated.code.endswith(_YEAR_END):
        return replace(stated, code=stated.code[:4])  # `hoàn thành 3.000 km trước ngày 31/12/2025`
    # `6 tháng cuối năm phải tăng 8%, cả năm đạt 7%`
    apart = any(is_bare(slot.time) and slot.first >= at.floor for slot in at.reading.times)
    if role.role == "target" and at.slot.figure.unit == "%" and not (stated.near or stated.after or apart):
        stated = _to_year_end(stated)
    bound = role.rule in _BOUND_RULES or (role.role == "target" and role.cue.lower() in at.grammar.yearly_aims)
    scenario = "bản" in at.before(_SCENARIO_REACH)  # `thấp hơn kịch bản 5,6%` of the quarter
    if not bound or scenario or "-" not in stated.code or stated.after:
        return stated
    return stated if stated.near and role.rule not in _BOUND_RULES else Dated(stated.code[:4], stated.source)


def _to_year_end(stated: Dated) -> Dated:
    """`Về 6 tháng cuối năm, mục tiêu là tăng trưởng 8%`: what is aimed at for the rest of a year is the year's."""
    told = parse(stated.code)
    rest = (
        told is not None and told.kind in {"half", "months"} and told.start.month > 1 and told.end.month == _LAST_MONTH
    )
    return replace(stated, code=stated.code[:4]) if rest else stated


def _overtaken(stated: Dated, role: Judged, clock: Clock) -> bool:
    """Whether an aim is for the time to come, although the text before it speaks of a part of the year that is over."""
    if role.role in {"forecast", "target"} and clock.day is not None and stated.code == clock.day.isoformat():
        return True  # `hiện Chính phủ đặt mục tiêu 8%`
    if role.role != "target" or stated.near or role.rule in _BOUND_RULES:
        return False
    return "-" in stated.code and elapsed(stated.code, clock)


def inherited_period(role: Role, clock: Clock, nature: Nature) -> Dated:
    """The period for a figure that states none."""
    if role == "forecast" and clock.day:
        spoken_of = clock.year if clock.year == clock.day.year - 1 else clock.day.year
        return Dated(str(spoken_of), "inherited")
    if role in {"target", "forecast"}:
        if clock.plan:
            return Dated(clock.plan, "inherited")
        return Dated(str(clock.day.year), "inferred") if clock.day else Dated("", "")
    # a report on a year that is over tells what prices did in it
    early = clock.day is not None and clock.day.month <= EARLY
    summed = early and clock.day is not None and clock.main == clock.period == str(clock.day.year - 1)
    stands = (nature == "price" and not summed) or (nature == "stock" and not told_of(clock.period, clock))
    if stands and clock.day:
        return Dated(clock.day.isoformat(), "inferred")
    return Dated(clock.period, "inherited") if clock.period else Dated("", "")
