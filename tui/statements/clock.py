"""Time as a text tells it: the clock that runs along with it, and the periods its expressions of time name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.period import parse

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Mapping
    from datetime import date

    from tui.figures.times import Time

_CLOSING = 20  # days before its end a period is summed up
_LATE = 11  # from November on `năm qua` is the year that ends
_MIDDLE = 15  # the last day of the first half of a month
_SHIFTS = {"this": 0, "last": -1, "next": 1}  # years from the one spoken in
_TERM = 5  # years
_EARLY_IN_TERM = 6  # months in which `nhiệm kỳ này` is still the one that ends
_SHIFTS_OF_TERMS = {"last": -1, "next": 1}
# parts of a year
PARTS = frozenset({"month", "months", "quarter", "half"})
# months that are a quarter, or the second half
_NAMED_MONTHS: Mapping[tuple[int, int], str] = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (7, 12): "S2"}
EARLY = 2  # in January and February the year under review is the one before


@dataclass(frozen=True, slots=True)
class Clock:
    """What the text has said of time so far.

    day: the meeting's, if known
    year: the year spoken of last
    period: the period carried on to figures without one of their own
    plan: the same for targets
    current: the year that `năm nay` means
    main: the period the report is about, told first
    span: the years of the plan spoken of
    month: the month spoken of last
    adopted: the year of the plan that the report says was adopted
    running: the article names no day, but leaves no doubt of the year it is told in
    """

    day: date | None
    year: int
    period: str
    plan: str
    current: int
    main: str = ""
    span: str = ""
    month: str = ""
    adopted: str = ""
    running: bool = False


def start_clock(day: date | None, told: Counter[int], compared: Counter[int]) -> Clock:
    """The clock at the start of an article.

    `told` counts the years it tells of, `compared` those it only compares with: an article without a day speaks of
    the year it tells of most, else of the one after the last it compares with.
    """
    if day is not None:
        return Clock(day, day.year, "", "", day.year)
    year = told.most_common(1)[0][0] if told else max(compared, default=-1) + 1
    return Clock(None, year, "", "", year)


def code_of(time: Time, clock: Clock, year_near: int = 0) -> str:
    """The period that `time` names; empty where its year is not known."""
    if time.kind in _UNYEARED:
        return _UNYEARED[time.kind](time, clock)
    year = _year_of(time, clock, year_near)
    if not year:
        return ""
    code = _CODES[time.kind](time, year, clock) if time.kind in _CODES else ""
    return code if parse(code) else ""


def _year_of(time: Time, clock: Clock, near: int) -> int:
    if time.year:
        return time.year
    if time.word == "that":
        return near or clock.year
    if clock.day is None:
        in_words = time.word and clock.current and time.kind == "year"
        return clock.current + _SHIFTS.get(time.word, 0) if in_words else near or clock.year
    if time.word and not (time.kind in {"month", "quarter"} and not time.first):
        return clock.day.year + _shift(time, clock, clock.day)
    return near or _likely_year(time, clock, clock.day)


def _likely_year(time: Time, clock: Clock, day: date) -> int:
    """The meeting's year; in its first months the one before, if that was just spoken of and the stretch fits it.

    A whole year is the next one, where its plan is spoken of.
    """
    if time.kind == "year" and clock.plan == str(clock.year) and clock.year == day.year + 1:
        return clock.year
    last = str(day.year - 1)
    # once a report sums up the year before, other years that it names in passing change nothing
    summed_up = clock.main == last if clock.year < day.year - 1 else clock.year == day.year - 1
    if not summed_up or not (day.month <= EARLY or clock.main == last):
        return day.year
    return day.year - 1 if _last_month(time) > day.month else day.year


def _last_month(time: Time) -> int:
    """The month of the year in which `time` ends; 0 where it is no part of a year."""
    if time.kind in {"day", "months"}:
        return time.last
    months = {"month": 1, "fortnight": 1, "quarter": 3, "half": 6}.get(time.kind, 0)
    return 12 if time.kind == "year" else months * time.first


def _shift(time: Time, clock: Clock, day: date) -> int:
    """How many years after the meeting's a time in words lies; `năm qua` and `trong năm` depend on the season."""
    if time.word == "within":  # in January, of the year that the report sums up
        return -1 if day.month <= EARLY and clock.main == str(day.year - 1) else 0
    if time.word == "past":
        return 0 if day.month >= _LATE else -1
    return _SHIFTS.get(time.word, 0)


def _month_code(time: Time, year: int, clock: Clock) -> str:
    if time.first:
        return f"{year}-{time.first:02d}"
    if clock.day is None:
        return ""
    month = clock.day.year * 12 + clock.day.month - 1 + _step(time)
    return f"{month // 12}-{month % 12 + 1:02d}"


def _fortnight_code(time: Time, year: int, _clock: Clock) -> str:
    month = parse(f"{year}-{time.first:02d}")
    if month is None:
        return ""
    first, last = (1, _MIDDLE) if time.last == 1 else (_MIDDLE + 1, month.end.day)
    return f"{month.code}-{first:02d}/{month.code}-{last:02d}"


def _quarter_code(time: Time, year: int, clock: Clock) -> str:
    if time.first:
        return f"{year}-Q{time.first}"
    if clock.day is None:
        return ""
    quarter = clock.day.year * 4 + (clock.day.month - 1) // 3 + _step(time)
    return f"{quarter // 4}-Q{quarter % 4 + 1}"


def _step(time: Time) -> int:
    """How many months or quarters after the meeting's a time in words lies."""
    return {"this": 0, "last": -1, "past": -1, "next": 1}.get(time.word, 0)


def _months_code(time: Time, year: int, _clock: Clock) -> str:
    named = _NAMED_MONTHS.get((time.first, time.last))
    if named:
        return f"{year}-{named}"
    return f"{year}-{time.first:02d}/{year}-{time.last:02d}"


def _since_code(time: Time, year: int, clock: Clock) -> str:
    if clock.day is None:
        return ""
    return f"{year}-{time.first or 1:02d}-01/{clock.day.isoformat()}"


def _coming_code(time: Time, clock: Clock) -> str:
    span = parse(clock.span)
    ahead = span is not None and span.end.year > clock.current
    if span is not None and ahead and span.end.year - span.start.year + 1 == time.first:
        return clock.span  # `giai đoạn 2016-2020 …, trong 5 năm tới`
    return f"{clock.current + 1}/{clock.current + time.first}" if clock.current and time.first > 1 else ""


def _term_code(time: Time, clock: Clock) -> str:
    """The five years of the national plan (2021-2025, 2026-2030) that the year under review lies in, or others."""
    if not clock.current:
        return ""
    early = clock.day is not None and clock.day.month <= _EARLY_IN_TERM and clock.current % _TERM == 1
    first = (clock.current - 1 - early) // _TERM * _TERM + 1 + _TERM * _SHIFTS_OF_TERMS.get(time.word, 0)
    return f"{first}/{first + _TERM - 1}"


def _summed_code(_time: Time, clock: Clock) -> str:
    return first_months(clock.month) if clock.month[5:] > "01" else ""


def _around_code(_time: Time, clock: Clock) -> str:
    told = parse(clock.period)
    if told and told.kind == "quarter":
        return clock.period
    month = clock.month or (told.end.isoformat() if told and told.kind in PARTS else "")
    return f"{month[:4]}-Q{(int(month[5:7]) + 2) // 3}" if month else ""


def first_months(month: str) -> str:
    """The months of a year up to one of them, as a quarter or half where they are one: `2024-06` gives `2024-S1`."""
    if month.endswith("-01"):
        return month
    return {"03": f"{month[:4]}-Q1", "06": f"{month[:4]}-S1", "12": month[:4]}.get(month[5:], f"{month[:4]}-01/{month}")


def _lately_code(time: Time, clock: Clock) -> str:
    """The first months of the year, if they are those that have passed in it."""
    passed = clock.day.month if clock.day else 0
    if not clock.current or (clock.day and time.first not in {passed, passed - 1}):
        return ""
    return first_months(f"{clock.current}-{time.first:02d}")


# the period of each kind of time that names no year of its own
_UNYEARED: Mapping[str, Callable[[Time, Clock], str]] = {
    "now": lambda _time, clock: clock.day.isoformat() if clock.day else "",
    "years": lambda time, _clock: f"{time.first}/{time.last}",
    "lately": _lately_code,
    "inside": lambda _time, clock: clock.month,
    "around": _around_code,
    "summed": _summed_code,
    "coming": _coming_code,
    "term": _term_code,
}


# the period of each kind of time that belongs to a year, from the time, the year and the clock
_CODES: Mapping[str, Callable[[Time, int, Clock], str]] = {
    "day": lambda time, year, _clock: f"{year}-{time.last:02d}-{time.first:02d}",
    "month": _month_code,
    "fortnight": _fortnight_code,
    "months": _months_code,
    "quarter": _quarter_code,
    "half": lambda time, year, _clock: f"{year}-S{time.first}",
    "year": lambda _time, year, _clock: str(year),
    "since": _since_code,
}


def elapsed(code: str, clock: Clock) -> bool:
    """Whether a period was over when the text spoke."""
    covered = parse(code)
    if covered is None:
        return False
    if clock.day:
        return covered.end <= clock.day
    begun = covered.kind == "months" and covered.start.month == 1  # `8 tháng đầu năm`
    return covered.end.year < clock.current + begun


def told_of(code: str, clock: Clock) -> bool:
    """Whether a report can be about a period: it is over, or as good as over."""
    covered = parse(code)
    return covered is not None and clock.day is not None and (covered.end - clock.day).days <= _CLOSING


def year_summed_up(clock: Clock, cue: str) -> int:
    """The year that a bare `cả năm` sums up where a cue of results, or in its last days none, tells of it; else 0.

    So it does in the first weeks of the next where the text goes on in the year it reports on.
    """
    if clock.day is None:
        return 0
    looks_back = clock.day.month <= EARLY and clock.main[:4] == clock.period[:4] == str(clock.day.year - 1)
    # `Cả năm, xuất siêu 7,2 tỷ USD` at the end of December
    over = not cue and (looks_back or told_of(str(clock.day.year), clock))
    if not over and cue != "result":
        return 0
    reported = int(clock.main[:4] or clock.day.year)
    return clock.day.year if clock.day.month > EARLY else min(reported, clock.day.year - 1)  # which has just begun


def to_come(code: str, clock: Clock) -> bool:
    """Whether a period begins after the text spoke."""
    covered = parse(code)
    return covered is not None and (covered.start > clock.day if clock.day else covered.start.year > clock.current)
