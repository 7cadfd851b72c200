"""The period of a base: a number of an earlier time, told beside what is held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.period import parse, shift_years
from tui.statements.clock import PARTS, code_of
from tui.statements.referred import is_of_telling

if TYPE_CHECKING:
    from tui.figures.times import Time
    from tui.statements.at import At
    from tui.statements.clock import Clock
    from tui.statements.reading import TimeSlot

_HELD_REACH = 4  # from a bracket to the figure of the time before it
_WHOLE, _THAT, _BELONGS = "cả", "đó", "của"
_IN = frozenset({"ở", "trong", "hồi", "vào"})


def base_period(current: str, at: At, clock: Clock) -> str:
    """The period of a base: the one printed beside it, else the current one, a year earlier if the text says so."""
    slot = at.slot
    if at.item and at.item.time and at.item.time.time.kind == "compare":
        return _base_code(at.item.time.time, current, clock) or current
    held = next((time for time in at.reading.times if time.end == at.bracket), None)
    if held and slot.first - held.end <= _HELD_REACH and (held.time.first or held.time.year):
        return _base_code(held.time, current, clock) or code_of(held.time, clock) or current
    first, end = at.segment_after()
    floor = min((start for start, _ in at.segments_before()), default=slot.first)
    floor = min(floor, at.bracket or floor)
    # a time right after the number is its own before one that leads to it
    for time in sorted(at.reading.times, key=lambda time: (time.first < first, abs(time.first - first))):
        joined = time.first >= first and at.tokens.word(first) in at.grammar.joints  # `5,4% và năm 2014 tăng 6%`
        beside = floor <= time.first < end and not (joined or slot.first <= time.first < first)
        if not beside or is_of_telling(at.reading, time, at.cues):
            continue
        of_it = time.first >= first and (at.tokens.word(time.first - 1) == _BELONGS or _right_after(at, time, first))
        its = of_it and time.time.kind in PARTS and time.time.first  # `7,45% của quý I`, `từ 1,2% ở quý I lên 4,8%`
        code = code_of(time.time, clock) if its else _base_code(time.time, current, clock)
        before = (time.time.kind, time.time.word) == ("year", "last") and at.tokens.word(time.end) == _THAT
        if before and parse(current):
            code = shift_years(current, -1)  # `5,89% năm 2011, thấp hơn 6,78% của năm trước đó`
        part = _same_part(at, time, clock.period)
        if part or code is not None:
            return part or code or ""
    opened = at.reading.opening_time
    then = _base_code(opened.time, current, clock) if opened and opened.time.kind == "compare" else None
    return then or current


def _right_after(at: At, time: TimeSlot, first: int) -> bool:
    """`từ 1,2% ở quý I`: whether but one word stands between the figure, which ends at token `first`, and a time."""
    return time.first - first == 1 and at.words[first] in _IN


def _same_part(at: At, slot: TimeSlot, current: str) -> str:
    """`nửa đầu năm tăng 6% (năm 2011: 5%; năm 2012: 5,2%)`: a year in a bracket stands for the part told of."""
    told, year = parse(current), slot.time.year
    if told is None or told.kind not in PARTS or at.bracket is None or slot.time.kind != "year" or not year:
        return ""
    if _WHOLE in at.words[slot.first - 1 : slot.first + 1]:
        return ""  # `sáu tháng đạt 31,6 tỷ USD (cả năm 2007 đạt 21,3 tỷ USD)`
    return shift_years(current, year - told.start.year) if year < told.start.year else ""


def _base_code(time: Time, current: str, clock: Clock) -> str | None:
    """The period of a base that `time` stands beside; None where `time` says nothing of it."""
    if time.kind == "now" and clock.day:  # `từ 2.750 USD hiện nay lên 5.000 USD vào năm 2025`
        told = parse(current)
        return str(clock.day.year) if told and told.kind == "years" else None
    if time.kind == "years" or (time.kind in PARTS and time.first and (time.word == "last" or time.year)):
        return code_of(time, clock)
    if time.kind == "compare":
        years = time.year - int(current[:4]) if time.year and parse(current) else -1
        return shift_years(current, years) if current else ""
    if time.kind == "year" and (time.year or time.word == "this"):
        return code_of(time, clock)
    if time.kind == "year" and time.word == "last":
        own = code_of(time, clock)
        return shift_years(current, -1) if current and current != own else own
    return "" if time.kind in {"month", "quarter"} and time.word == "last" else None
