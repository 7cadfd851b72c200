"""Expressions of time: dates, months, quarters, years and spans, before anything is known of the calendar year.

Their numbers are no figures; what they mean for a figure is settled later, when the meeting's day is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from tui.figures.time_forms import TIME
from tui.figures.tokens import spelled

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Mapping

# a sentence is asked for by several readers, one after the other
_REMEMBERED = 256

TimeKind = Literal[
    "day",  # first = day, last = month
    "month",  # first = month
    "fortnight",  # first = month, last = 1 or 2
    "months",  # first..last = months from the start or to the end of a year
    "quarter",  # first = quarter
    "half",  # first = 1 or 2
    "year",
    "years",  # first..last = years
    "since",  # from the start of a year (or `first` = month, 0 for the year) to the day of speaking
    "now",  # the day of speaking
    "compare",  # the same stretch of an earlier year
    "lately",  # `9 tháng qua`; first = how many months
    "inside",  # `trong tháng`: the month spoken of last
    "around",  # `cả quý`: the quarter spoken of, or that of the month spoken of
    "summed",  # `lũy kế`: from January to that month
    "coming",  # `5 năm tới`; first = how many years
    "term",  # the five years of the plan spoken of, or of the one before or after it
    "open",  # the time to come, without an end
    "duration",  # a length, a clock time, a century: not a period
]
YearWord = Literal["", "this", "that", "last", "next", "past", "within"]

# numbers as the forms print them; `quý đầu` is the first and `quý cuối` the fourth
_NUMERALS = {
    spelled(word): value
    for value, words in {
        1: ("một", "giêng", "i", "đầu", "đầu tiên"),
        2: ("hai", "ii"),
        3: ("ba", "iii"),
        4: ("bốn", "tư", "iv", "cuối"),
        5: ("năm",),
        6: ("sáu",),
        7: ("bảy", "bẩy"),
        8: ("tám",),
        9: ("chín",),
        10: ("mười",),
        11: ("mười một",),
        12: ("mười hai", "chạp"),
    }.items()
    for word in words
}
_YEAR_WORDS: Mapping[str, YearWord] = {
    "nay": "this",
    "này": "that",
    "đó": "that",
    "ấy": "that",
    "ngoái": "last",
    "trước": "last",
    "tới": "next",
    "sau": "next",
    "qua": "past",
    "vừa qua": "past",
    "trong": "within",
}
_LAST_PART = frozenset({"cuối", "còn lại"})
_LATELY = frozenset({"qua", "vừa qua", "vừa rồi"})
_MIDDLE = 15  # the day that the middle of a month stands for
# after `6 tháng` these make it a length of time
_BEFORE_TERMS = ("hạn ", "còn ", "mất ", "dưới ", "trên ", "từ ", "quá ", "thêm ")
_LENGTHS = frozenset(
    {"qua", "tới", "sau", "trước", "nữa", "liền trước", "liền", "liên tiếp", "liên tục", "kể từ", "gần đây"}
)


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time.

    start, end: offsets in the text searched
    kind: what it names; `first` and `last` hold the day and month, months, quarter or years, 0 where not printed
    year: the year printed, 0 without one
    word: the year or stretch in words (`năm nay`, `tháng trước`), empty without
    weak: might be a number as well (`5/12 tỉnh`, `2020 tỷ đồng`)
    """

    start: int
    end: int
    kind: TimeKind
    first: int = 0
    last: int = 0
    year: int = 0
    word: YearWord = ""
    weak: bool = False


@lru_cache(maxsize=_REMEMBERED)
def find_times(low: str) -> tuple[Time, ...]:
    """The expressions of time in `low` (text in the spelling of `spelled`), from left to right."""
    return tuple(_read(low))


def _read(low: str) -> Iterator[Time]:
    for found in TIME.finditer(low):
        # the group of a form closes after those inside it
        time = _READERS[found.lastgroup or ""](found)
        if time is not None:
            yield time


def _number(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdigit() else _NUMERALS.get(text, 0)


def _time(found: re.Match[str], kind: TimeKind, first: int = 0, last: int = 0, year: str | None = None) -> Time:
    printed = int(year) if year and year.isdigit() else 0
    word = _YEAR_WORDS.get(year, "") if year else ""
    if word == "that" and kind in {"month", "quarter"} and not first:
        word = "this"  # `tháng này`; but `năm này` is the year spoken of
    return Time(found.start(), found.end(), kind, first, last, printed, word)


def _date(found: re.Match[str], day: str, month: str, year: str | None = None) -> Time | None:
    first, last = _number(day), _number(month)
    if not (1 <= first <= 31 and 1 <= last <= 12):
        return None
    return _time(found, "day", first, last, year)


def _months(found: re.Match[str]) -> Time | None:
    count, part = _number(found["months_n"]), found["months_part"]
    year = found["months_ya"] or found["months_yb"]
    if 1 < count <= 12 and part in _LATELY and not year:
        return _time(found, "lately", count)
    if not 1 < count < 12 or part in _LENGTHS or (not part and not year and _is_term(found)):
        return _time(found, "duration")
    last_part = part in _LAST_PART
    if count == 6:
        return _time(found, "half", 2 if last_part else 1, year=year)
    if last_part:
        return _time(found, "months", 13 - count, 12, year)
    return _time(found, "months", 1, count, year)


def _is_term(found: re.Match[str]) -> bool:
    """`kỳ hạn 6 tháng`, `dưới 6 tháng`, `6 tháng trở lên`: a length, not a part of a year."""
    before = found.string[max(0, found.start() - 8) : found.start()]
    return before.endswith(_BEFORE_TERMS) or found.string.startswith(" trở lên", found.end())


def _quarters(found: re.Match[str]) -> Time:
    count = _number(found["quarters_n"])
    if found["quarters_part"] in _LAST_PART:
        return _time(found, "months", 13 - 3 * count, 12, found["quarters_yb"])
    if count == 2:
        return _time(found, "half", 1, year=found["quarters_yb"])
    return _time(found, "months", 1, 3 * count, found["quarters_yb"])


def _quarter(found: re.Match[str]) -> Time:
    year = found["quarter_ya"] or found["quarter_yb"]
    named = _number(found["quarter_n"])
    if named:
        return _time(found, "quarter", named, year=year)
    return _time(found, "quarter", year=found["quarter_n"])


def _month(found: re.Match[str]) -> Time | None:
    year = found["month_ya"] or found["month_yb"]
    named = _number(found["month_n"])
    if named:
        return _time(found, "month", named, year=year) if named <= 12 else None
    return _time(found, "month", year=found["month_n"])


def _span(found: re.Match[str]) -> Time | None:
    first, last = _number(found["span_a"]), _number(found["span_b"])
    if not 1 <= first < last <= 12:
        return None
    return _time(found, "months", first, last, found["span_ya"] or found["span_yb"])


def _years(found: re.Match[str], form: str = "years") -> Time | None:
    first, text = int(found[f"{form}_a"]), found[f"{form}_b"]
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    return _time(found, "years", first, last) if first < last else None


def _pair(found: re.Match[str]) -> Time | None:
    """Two years in a row as one stretch; others are two."""
    first, last = int(found["pair_a"]), int(found["pair_b"])
    return _time(found, "years", first, last) if last == first + 1 else None


def _half(found: re.Match[str]) -> Time:
    first = found["half_n"] == "năm" or "đầu" in found["half_n"]
    return _time(found, "half", 1 if first else 2, year=found["half_y"])


def _fortnight(found: re.Match[str]) -> Time:
    first = found["fortnight_n"].endswith((" đầu", " 1", " i"))
    year = found["fortnight_ya"] or found["fortnight_yb"]
    return _time(found, "fortnight", _number(found["fortnight_m"]), 1 if first else 2, year)


def _since(found: re.Match[str]) -> Time:
    return _time(found, "since", _number(found["since_m"]), year=found["since_y"] or found["since_my"])


def _weak(found: re.Match[str]) -> Time | None:
    date = _date(found, found["weak_d"], found["weak_m"])
    return date and Time(date.start, date.end, "day", date.first, date.last, weak=True)


def _numeric(found: re.Match[str]) -> Time | None:
    month = int(found["numeric_m"])
    return _time(found, "month", month, year=found["numeric_y"]) if 1 <= month <= 12 else None


def _bare(found: re.Match[str]) -> Time:
    return Time(found.start(), found.end(), "year", year=int(found["bare_y"]), weak=True)


# how each form of `time_forms` is read; None where its numbers are no time after all (`31/15`)
_READERS: Mapping[str, Callable[[re.Match[str]], Time | None]] = {
    "date": lambda f: _date(f, f["date_d"], f["date_m"], f["date_y"]),
    "since": _since,
    "pair": _pair,
    "years": _years,
    "season": lambda f: _years(f, "season"),
    "long": lambda f: _date(f, f["long_d"], f["long_m"], f["long_y"]),
    "day": lambda f: _date(f, f["day_d"], f["day_m"]),
    "dotted": lambda f: _date(f, f["dotted_d"], f["dotted_m"]),
    "till": lambda f: _date(f, f["till_d"], f["till_m"]),
    "inside": lambda f: _time(f, "inside"),
    "around": lambda f: _time(f, "around"),
    "summed": lambda f: _time(f, "summed"),
    "lone": lambda f: _time(f, "duration"),
    "months": _months,
    "quarters": _quarters,
    "quarter": _quarter,
    "trend": lambda f: _time(f, "duration"),
    "span": _span,
    "last": lambda f: _time(f, "month", 12, year=f["last_y"]),
    "first": lambda f: _time(f, "month", 1, year=f["first_y"]),
    "early": lambda f: _time(f, "duration"),
    "fortnight": _fortnight,
    "middle": lambda f: _time(f, "day", _MIDDLE, _number(f["middle_m"]), f["middle_ya"] or f["middle_yb"]),
    "month": _month,
    "numeric": _numeric,
    "half": _half,
    "compare": lambda f: _time(f, "compare", year=f["compare_y"]),
    "coming": lambda f: _time(f, "coming", _number(f["coming_n"])),
    "term": lambda f: _time(f, "term", year=f["term_w"]),
    "open": lambda f: _time(f, "open"),
    "duration": lambda f: _time(f, "duration"),
    "year": lambda f: _time(f, "year", year="tới" if f["year_next"] else "trong" if f["year_in"] else f["year_w"]),
    "bare": _bare,
    "weak": _weak,
    "now": lambda f: _time(f, "now"),
}
