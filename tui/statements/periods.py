"""The period a figure covers: stated beside it, carried on from before, or inferred from the meeting's day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tui.figures.times import Time
from tui.model import PeriodSource, Role
from tui.period import parse, shift_years
from tui.statements.cues import Cues
from tui.statements.reading import Reading, TimeSlot

_LATE = 11  # from November on `năm qua` is the year that ends
_EARLY = 2  # in January and February the year under review is the one before
_REFERENCE_REACH = 6
_LASTING = frozenset({"month", "months", "quarter", "half", "year", "years"})


@dataclass(frozen=True, slots=True)
class Clock:
    """What the text has said of time so far.

    day: the meeting's, if known
    year: the year spoken of last
    period: the period carried on to figures without one of their own
    plan: the same for targets
    """

    day: date | None
    year: int
    period: str
    plan: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A period with how it was found; an empty code where the text does not settle it.

    near: it stands in the figure's own clause
    open: the text says a time to come without an end, so that nothing is to be inferred
    """

    code: str
    source: PeriodSource
    near: bool = False
    open: bool = False


def start_clock(day: date | None, years: Counter[int]) -> Clock:
    """The clock at the start of an article: `years` counts the years it prints."""
    if day is not None:
        return Clock(day, day.year, "", "")
    year = years.most_common(1)[0][0] if years else 0
    return Clock(None, year, "", "")


def code_of(time: Time, clock: Clock, year_near: int = 0) -> str:
    """The period that `time` names; empty where its year is not known."""
    if time.kind == "now":
        return clock.day.isoformat() if clock.day else ""
    if time.kind == "years":
        return f"{time.first}/{time.last}"
    year = _year_of(time, clock, year_near)
    if not year:
        return ""
    code = _CODES[time.kind](time, year, clock) if time.kind in _CODES else ""
    return code if parse(code) else ""


def _year_of(time: Time, clock: Clock, near: int) -> int:
    if time.year:
        return time.year
    if clock.day is None:
        return near or clock.year
    if time.word and not (time.kind in {"month", "quarter"} and not time.first):
        return clock.day.year + _shift(time, clock.day)
    return near or _likely_year(time, clock, clock.day)


def _likely_year(time: Time, clock: Clock, day: date) -> int:
    """The meeting's year; in its first months the one before, if that was just spoken of and the stretch fits it."""
    if day.month > _EARLY or clock.year != day.year - 1:
        return day.year
    ends = {
        "day": time.last, "month": time.first, "months": time.last, "quarter": 3 * time.first, "half": 6 * time.first,
        "year": 12,
    }  # fmt: skip
    return day.year - 1 if ends.get(time.kind, 0) > day.month else day.year


def _shift(time: Time, day: date) -> int:
    if time.word == "past":
        return 0 if day.month >= _LATE else -1
    return {"this": 0, "last": -1, "next": 1}.get(time.word, 0)


def _month_code(time: Time, year: int, clock: Clock) -> str:
    if time.first:
        return f"{year}-{time.first:02d}"
    if clock.day is None:
        return ""
    month = clock.day.year * 12 + clock.day.month - 1 + _step(time)
    return f"{month // 12}-{month % 12 + 1:02d}"


def _quarter_code(time: Time, year: int, clock: Clock) -> str:
    if time.first:
        return f"{year}-Q{time.first}"
    if clock.day is None:
        return ""
    quarter = clock.day.year * 4 + (clock.day.month - 1) // 3 + _step(time)
    return f"{quarter // 4}-Q{quarter % 4 + 1}"


def _step(time: Time) -> int:
    return {"this": 0, "last": -1, "past": -1, "next": 1}.get(time.word, 0)


def _months_code(time: Time, year: int, _clock: Clock) -> str:
    if time.first == 1 and time.last == 3:
        return f"{year}-Q1"
    return f"{year}-{time.first:02d}/{year}-{time.last:02d}"


def _since_code(time: Time, year: int, clock: Clock) -> str:
    if clock.day is None:
        return ""
    return f"{year}-{time.first or 1:02d}-01/{clock.day.isoformat()}"


_CODES = {
    "day": lambda time, year, _clock: f"{year}-{time.last:02d}-{time.first:02d}",
    "month": _month_code,
    "months": _months_code,
    "quarter": _quarter_code,
    "half": lambda time, year, _clock: f"{year}-S{time.first}",
    "year": lambda _time, year, _clock: str(year),
    "since": _since_code,
}


def is_reference(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """Whether a time is only referred to (`so với năm 2013`, `cao nhất từ năm 2011`, `gấp đôi năm 2024`)."""
    if slot.time.kind in {"compare", "duration"}:
        return True
    if any(figure.figure.unit in {"times", "ratio"} and 0 <= slot.first - figure.end <= 1 for figure in reading.slots):
        return not any(reading.cuts(at) for at in range(max(0, slot.first - 1), slot.first))
    return _follows_reference(reading, slot, cues)


def _follows_reference(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    tokens, inside = reading.tokens, {at for figure in reading.slots for at in range(figure.first, figure.end)}
    for at in range(slot.first, max(-1, slot.first - _REFERENCE_REACH), -1):
        if at < slot.first and (at in inside or (reading.cuts(at) and tokens.words[at] != "-")):
            return False
        direct = cues.reference.before(tokens, at)
        if direct and at == slot.first:
            return True
        compared = cues.compared.before(tokens, at)
        if compared:
            return True
    return False


def usable_times(reading: Reading, cues: Cues, spent: Sequence[int] = ()) -> list[TimeSlot]:
    """The times of a sentence that figures can cover; those right after the figures `spent` belong to bases."""
    ranges = [reading.segment_after(index) for index in spent]
    return [
        slot
        for slot in reading.times
        if not is_reference(reading, slot, cues) and not any(first <= slot.first < end for first, end in ranges)
    ]


def period_of(
    reading: Reading, index: int, clock: Clock, cues: Cues, *, spent: Sequence[int] = (), accrues: bool = False
) -> Dated:
    """The period stated for figure `index` in its own sentence; empty without one.

    With `accrues` a day that closes a count (`tính đến 20/9`) stands for the year up to it.
    """
    slot = reading.slots[index]
    usable = usable_times(reading, cues, spent)
    after = _just_after(reading, index, usable)
    before = next((time for time in reversed(usable) if time.end <= slot.first), None)
    own = after if after and not _bound_tightly(reading, before, index) else before or after
    if own is None:
        return Dated("", "")
    if own.time.kind == "open":
        return Dated("", "", open=True)
    year = next((time.time.year for time in reversed(usable) if time.time.year and time.first < own.first), 0)
    code = code_of(own.time, clock, year)
    if accrues and code and _closes(reading, own):
        code = _since_new_year(code)
    if not code:
        return Dated("", "")
    near = own is after or own.first >= reading.own_clause(index)[0]
    return Dated(code, "stated" if own.time.year or own.time.kind == "now" else "inferred", near)


def elapsed(code: str, clock: Clock) -> bool:
    """Whether a period was over when the text spoke."""
    covered = parse(code)
    return covered is not None and clock.day is not None and covered.end <= clock.day


def _closes(reading: Reading, slot: TimeSlot) -> bool:
    """`đến 20/9`, `đến hết tháng 9`: the time ends a stretch that began with the year."""
    words = reading.tokens.words[max(0, slot.first - 2) : slot.first]
    return slot.time.kind in {"day", "month"} and bool({"đến", "hết"} & set(words))


def _since_new_year(code: str) -> str:
    parsed = parse(code)
    if parsed is None or parsed.kind not in {"day", "month"} or code.endswith("-01"):
        return code
    return f"{code[:4]}-01-01/{code}" if parsed.kind == "day" else f"{code[:4]}-01/{code}"


def _just_after(reading: Reading, index: int, times: list[TimeSlot]) -> TimeSlot | None:
    """A time in the clause after the figure, unless it leads to the next figure instead."""
    first, end = reading.segment_after(index)
    found = next((time for time in times if first <= time.first < end), None)
    leads_on = index + 1 < len(reading.slots) and end == reading.slots[index + 1].first
    return None if found and leads_on and found.first - first > 1 else found


def _bound_tightly(reading: Reading, time: TimeSlot | None, index: int) -> bool:
    """A time in the figure's own clause before it binds closer than one after it, unless that follows at once."""
    if time is None:
        return False
    first, _ = next(iter(reading.segments_before(index)), (reading.slots[index].first, 0))
    return time.first >= first and not _follows_at_once(reading, index)


def _follows_at_once(reading: Reading, index: int) -> bool:
    end = reading.slots[index].end
    return any(time.first - end <= 1 and time.first >= end for time in reading.times)


def base_period(current: str, reading: Reading, index: int) -> str:
    """The period of a base: the one printed beside it, else the current one, a year earlier if the text says so."""
    slot = reading.slots[index]
    first, end = reading.segment_after(index)
    floor = min((start for start, _ in reading.segments_before(index)), default=slot.first)
    floor = min(floor, reading.in_brackets(index) or floor)
    for time in (time for time in reading.times if floor <= time.first < end and not slot.first <= time.first < first):
        code = _base_code(time.time, current)
        if code is not None:
            return code
    return current


def _base_code(time: Time, current: str) -> str | None:
    if time.kind == "compare":
        years = time.year - int(current[:4]) if time.year and parse(current) else -1
        return shift_years(current, years) if current else ""
    if time.kind == "year" and time.year:
        return str(time.year)
    if time.kind == "year" and time.word == "last":
        return shift_years(current, -1) if current else ""
    return "" if time.kind in {"month", "quarter"} and time.word == "last" else None


def opening(clock: Clock, readings: Iterable[Reading], cues: Cues) -> Clock:
    """The clock for what stands before any time is spoken of: the first period and plan of the article."""
    later = clock
    for reading in readings:
        later = advance(later, reading, cues)
        if later.period:
            break
    return replace(clock, period=later.period, plan=later.plan)


def advance(clock: Clock, reading: Reading, cues: Cues, spent: Sequence[int] = ()) -> Clock:
    """The clock after a sentence: its last lasting period and year are carried on."""
    ahead = any(cue.value == "forecast" for cue in cues.roles.all(reading.tokens)) if reading.times else False
    for slot in usable_times(reading, cues, spent):
        if slot.time.kind not in _LASTING:
            continue
        if slot.time.year:
            clock = replace(clock, year=slot.time.year)
        code = code_of(slot.time, clock)
        parsed = parse(code)
        if parsed is None:
            continue
        looks_ahead = ahead and parsed.kind != "year" and not elapsed(code, clock)
        if (clock.day is None or parsed.start <= clock.day) and not looks_ahead:
            clock = replace(clock, period=code)
        if parsed.kind == "year" and (clock.day is None or parsed.start.year >= clock.day.year):
            clock = replace(clock, plan=code)
    return clock


def inherited_period(role: Role, clock: Clock, *, stock: bool) -> Dated:
    """The period for a figure that states none."""
    if role == "forecast" and clock.day and clock.day.year - 1 <= clock.year <= clock.day.year:
        return Dated(str(clock.year), "inherited")
    if role in {"target", "forecast"}:
        if clock.plan:
            return Dated(clock.plan, "inherited")
        return Dated(str(clock.day.year), "inferred") if clock.day else Dated("", "")
    if clock.period:
        return Dated(clock.period, "inherited")
    if stock and clock.day:
        return Dated(clock.day.isoformat(), "inferred")
    return Dated("", "")
