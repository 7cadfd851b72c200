"""How the clock runs along with the text: what of the times of a sentence is carried on to the next."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.period import Period, parse
from tui.statements.clock import PARTS, code_of, elapsed, first_months, told_of, year_summed_up
from tui.statements.periods import MUTE, from_new_year, is_bare, since_new_year
from tui.statements.referred import leads_far, names_session, tells_outcomes, unspent, usable_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.statements.clock import Clock
    from tui.statements.cues import Cues
    from tui.statements.reading import Reading, TimeSlot

_PLAN_REACH = 6
_SUMMER = 8  # month
_RANK_REACH = 24  # from the words that rank to the years ranked among
_MEAN = ("bình", "quân")
_PLANS = frozenset({("kế", "hoạch"), ("nhiệm", "vụ"), ("dự", "toán")})
_THEN = "hồi"
# times that figures after them can be for; a single day or `đến nay` is not carried on
_LASTING = frozenset({"lately", "summed", "month", "fortnight", "months", "quarter", "half", "year", "years"})


def opening(clock: Clock, readings: Iterable[Reading], cues: Cues) -> Clock:
    """The clock for what stands before any time is spoken of: the first period and plan of the article."""
    first, session, later = "", "", clock
    for reading in readings:
        later = advance(later, reading, cues)
        if later.period and not first:
            first, clock = later.period, replace(clock, period=later.period, plan=later.plan)
        if any(names_session(reading, slot) for slot in reading.times):
            session = session or later.month
        if told_of(later.period, clock) and later.period != session:
            return replace(clock, main=_reported(later.period, session))
    return replace(clock, main=session) if session and told_of(session, clock) else clock


def _reported(told: str, session: str) -> str:
    """What a report is about: the month of its session, if that is no part of the stretch told first."""
    stretch, month = parse(told), parse(session)
    apart = month is not None and stretch is not None and not stretch.start <= month.start <= stretch.end
    return session if apart else told


def afresh(clock: Clock) -> Clock:
    """The clock at the start of a paragraph: a part of the period the report is about was only an aside."""
    main, part = parse(clock.main), parse(clock.period)
    inside = main and part and main.kind != "years" and main.start <= part.start and part.end <= main.end
    return replace(clock, period=clock.main) if inside else clock


def _planned_for(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`nhiệm vụ năm 2019`, `kế hoạch phát triển năm 2019`: a year is only what something is planned for."""
    tokens = reading.tokens
    aims = (cue for cue in cues.roles.all(tokens, max(0, slot.first - _PLAN_REACH), slot.first))
    heading = tokens.words[-1:] == (":",)
    if tokens.words[max(0, slot.first - 2) : slot.first] in _PLANS and not heading:
        return True  # `lo việc thực hiện kế hoạch năm 2026`
    return any(cue.value == "target" and not (heading and tells_outcomes(reading, cue.first, cues)) for cue in aims)


def _may_be_planned(slot: TimeSlot, told: Period) -> bool:
    """Whether a time is a year or the rest of one: `nhiệm vụ 6 tháng cuối năm`."""
    return told.kind == "year" or (slot.time.kind in {"half", "months"} and told.start.month > 1)


def _spoken_of(reading: Reading, cues: Cues, spent: Sequence[int]) -> list[TimeSlot]:
    """The usable times of a sentence without those of its bases (`năm ngoái là 12.498 tỷ đồng`)."""
    if spent and len(spent) == len(reading.slots):
        return []  # `Để so sánh, lạm phát các năm 2009, 2010 và 2011 là …`
    bases = [next(iter(reading.segments_before(index)), (0, 0)) for index in spent]
    return [
        slot
        for slot in unspent(usable_times(reading, cues), reading, spent)
        if not any(first <= slot.first < end for first, end in bases)
    ]


def _aside(reading: Reading, slot: TimeSlot, told: Period, longest: Period) -> bool:
    """Whether a time is told beside one that the sentence goes on from."""
    return _part_told(reading, slot, told, longest) or _mean_told(reading, slot, told, longest)


def _part_told(reading: Reading, slot: TimeSlot, told: Period, longest: Period) -> bool:
    """`9 tháng tăng 7%, riêng quý III 6,9%`: a part of the time that the sentence spoke of before, with a number."""
    inside = longest.start <= told.start and told.end <= longest.end and told != longest
    return inside and any(figure.first >= slot.first for figure in reading.slots)


def _mean_told(reading: Reading, slot: TimeSlot, told: Period, longest: Period) -> bool:
    """`GDP năm nay tăng 9,3%, bình quân 3 năm 2011-2013 tăng 9,6%`: a mean, beside the year that is told of."""
    first = next((at for at in range(slot.first - 1, -1, -1) if reading.cuts(at)), 0)
    within = told.kind == "years" and told.start <= longest.start and longest.end <= told.end
    return within and _MEAN in pairwise(reading.tokens.words[first : slot.first])


def _listed_parts(reading: Reading, clock: Clock) -> frozenset[str]:
    """`quý I tăng 4,6%, quý II 4,8%`: several parts of the time spoken of, each with its number."""
    told = parse(clock.period)
    parts = {code_of(slot.time, clock) for slot in reading.times if slot.time.kind == "quarter"}
    periods = [period for code in parts if (period := parse(code))]
    inside = told is not None and all(told.start <= each.start and each.end <= told.end for each in periods)
    return frozenset(parts) if inside and len(periods) > 1 else frozenset()


def _carried_code(reading: Reading, slot: TimeSlot, clock: Clock, cues: Cues) -> str:
    """The period of a time as it is carried on: `hết tháng 10, …` tells of the months up to it."""
    code = code_of(slot.time, clock, _summed_up(reading, slot, clock, cues))
    closed = slot.time.kind == "month" and reading.tokens.word(slot.first - 1) == "hết"
    return first_months(code) if code and closed else code


def _summed_up(reading: Reading, slot: TimeSlot, clock: Clock, cues: Cues) -> int:
    """The year that a bare `cả năm` with a number sums up; 0 for any other time."""
    number = next((figure.first for figure in reading.slots if figure.first >= slot.end), None)
    if number is None or not is_bare(slot.time):
        return 0
    told = (cue.value for cue in cues.roles.all(reading.tokens, slot.end, number) if cue.value not in MUTE)
    return year_summed_up(clock, next(told, ""))


def _accrued(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`Tính đến 15/11, …`, `từ đầu năm đến 15/1`: the end of a stretch that what follows ran up in as well."""
    led = any(cues.accruing.before(reading.tokens, at) for at in (slot.first, slot.first - 1))
    begun = min(other[0].first for other in (reading.slots, reading.times) if other) < slot.first
    return from_new_year(reading, slot) or (led and not begun)


def _stretched(clock: Clock, reading: Reading, slot: TimeSlot, cues: Cues) -> Clock:
    """The clock after a time that ends a stretch of the year, or names years."""
    if slot.time.kind in {"years", "coming"}:
        # `Quốc hội thông qua kế hoạch đầu tư công giai đoạn 2021-2025.`: what follows is planned for those years
        adopted = not reading.slots and any(True for _ in cues.adopted.all(reading.tokens))
        code = code_of(slot.time, clock)
        return replace(clock, span=code, plan=code if adopted else clock.plan)
    if slot.time.kind == "day" and _accrued(reading, slot, cues):
        return replace(clock, period=since_new_year(code_of(slot.time, clock)) or clock.period)
    return clock


def _of_a_record(reading: Reading, slot: TimeSlot, clock: Clock, cues: Cues) -> bool:
    """`chỉ cao hơn các năm 2020 và 2021 trong giai đoạn 2011-2023`: the years up to this one, among which it ranks."""
    past = slot.time.kind == "years" and str(slot.time.last) in {str(clock.current), clock.main}
    first = next((at for at in range(slot.first - 1, max(-1, slot.first - _RANK_REACH), -1) if reading.cuts(at)), 0)
    end = slot.first if reading.slots else len(reading.tokens)
    return past and not cues.ranked.isdisjoint(reading.tokens.words[first:end])


def _lasts(reading: Reading, slot: TimeSlot, clock: Clock) -> bool:
    """Whether a time is carried on; `trong tháng` where a sentence opens with it (`Trong tháng, giá tăng 1,1%`)."""
    lasting = slot.time.kind in _LASTING or (slot.time.kind == "inside" and slot == reading.opening_time)
    return lasting and not _only_recalled(reading, slot, clock)


def _only_recalled(reading: Reading, slot: TimeSlot, clock: Clock) -> bool:
    """`Tháng 1 năm ngoái trùng kỳ nghỉ Tết.`, `Sau vụ việc hồi tháng 5, …`: what is not of the time reported on.

    With no figure after it in its sentence: a part of a year before that time, or a time that `hồi` leads to.
    """
    if any(figure.first >= slot.first for figure in reading.slots):
        return False
    told, main = parse(code_of(slot.time, clock)), parse(clock.main)
    earlier = told is not None and main is not None and told.end < main.start
    return (earlier and slot.time.kind in PARTS) or reading.tokens.word(slot.first - 1) == _THEN


def _compared(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`cao hơn kế hoạch năm nay và ngang với con số … năm 2024`: whether a comparison leads to a year."""
    return any(True for _ in cues.compared.all(reading.tokens, 0, slot.first))


def advance(clock: Clock, reading: Reading, cues: Cues, spent: Sequence[int] = ()) -> Clock:
    """The clock after a sentence: its last lasting period, unless it stands in brackets, and year are carried on."""
    ahead = any(cue.value == "forecast" for cue in cues.roles.all(reading.tokens)) if reading.times else False
    listed = _listed_parts(reading, clock)
    longest: Period | None = None
    for slot in _spoken_of(reading, cues, spent):
        clock = _stretched(clock, reading, slot, cues)
        if not _lasts(reading, slot, clock) or _of_a_record(reading, slot, clock, cues):
            continue
        if slot.time.year and not (clock.day is None and leads_far(reading, slot)):
            clock = replace(clock, year=slot.time.year)
        code = _carried_code(reading, slot, clock, cues)
        parsed = parse(code)
        if parsed is None or (is_bare(slot.time) and len(clock.period) == len(code) and code != clock.main):
            continue  # `cả năm` in a report of a year is that year
        looks_ahead = ahead and parsed.kind != "year" and not elapsed(code, clock)
        # up to summer `năm nay` is only mentioned, among what its first months brought
        running = slot.time.kind == "year" and slot.time.word == "this" and clock.day and clock.day.month <= _SUMMER
        this_year = is_bare(slot.time) or running
        within = this_year and clock.period.startswith(f"{code}-") and not told_of(code, clock)
        if not slot.time.year and (parsed.kind != "year" or slot.time.word == "this"):
            clock = replace(clock, year=parsed.start.year)
        part = code in listed or (longest is not None and _aside(reading, slot, parsed, longest))
        longest = longest if part else parsed
        begun = parsed.start <= clock.day if clock.day else parsed.start.year <= clock.current
        planned = _may_be_planned(slot, parsed) and not told_of(code, clock) and _planned_for(reading, slot, cues)
        if begun and not (looks_ahead or within or planned or part) and not reading.encloses(slot.first):
            clock = replace(clock, period=code)
        if begun and parsed.kind == "month" and not reading.encloses(slot.first):
            clock = replace(clock, month=code)
        # `năm nay`, or a year compared with, beside the next plan; any year before the plan that was adopted
        mere = not slot.time.year or clock.plan == clock.adopted or _compared(reading, slot, cues)
        aside = clock.plan == str(parsed.start.year + 1) and mere
        if parsed.kind == "year" and parsed.start.year >= clock.current and not aside:
            clock = replace(clock, plan=code)
    return clock
