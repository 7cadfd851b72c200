"""Expressions of time: dates, months, quarters, years and spans, before anything is known of the calendar year.

Their numbers are no figures; what they mean for a figure is settled later, when the meeting's day is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from tui.figures.tokens import spelled

TimeKind = Literal[
    "day",  # first = day, last = month
    "month",  # first = month
    "months",  # first..last = months from the start or to the end of a year
    "quarter",  # first = quarter
    "half",  # first = 1 or 2
    "year",
    "years",  # first..last = years
    "since",  # from the start of a year (or `first` = month, 0 for the year) to the day of speaking
    "now",  # the day of speaking
    "compare",  # the same stretch of an earlier year
    "open",  # the time to come, without an end
    "duration",  # a length, a clock time, a century: not a period
]
YearWord = Literal["", "this", "last", "next", "past"]

_YEAR = r"(?:19|20)\d\d(?![\d]|[.,]\d)"
_WORD_YEAR = rf"(?:nay|ngoái|trước|tới|sau|này|qua|vừa qua|{_YEAR})"
_SMALL = r"mười một|mười hai|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|giêng|chạp"
_OF_YEAR = rf"(?:\s?[/-]\s?(?P<{{0}}a>{_YEAR})|\s(?:của\s)?(?:cả\s)?năm\s(?P<{{0}}b>{_WORD_YEAR}))?"

_FORMS = (
    # 18/7/2024, ngày 18-7-2024
    rf"(?P<date>(?<![\d/.,])(?P<date_d>\d{{1,2}})\s?[/.-]\s?(?P<date_m>\d{{1,2}})\s?[/.-]\s?(?P<date_y>{_YEAR}))",
    # từ đầu năm 2024 đến nay; từ tháng 3 đến nay
    rf"(?P<since>(?:tính\s)?từ\s(?:đầu\s)?(?:năm(?:\s(?P<since_y>{_WORD_YEAR}))?|tháng\s(?P<since_m>\d{{1,2}}))"
    r"(?:\s?[/-]\s?(?P<since_my>(?:19|20)\d\d))?\s(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm này|hiện nay))",
    # từ năm 2011 đến (năm) 2013; giai đoạn 2021-2025; 2017 - 2018
    rf"(?P<years>(?:(?:hai|ba|bốn|năm|\d{{1,2}})\snăm,?\s)?(?:từ\s|giữa\s)?(?:năm\s)?(?P<years_a>(?:19|20)\d\d)"
    r"\s?(?:[-–—]|\s(?:đến|tới|và)\s(?:hết\s)?(?:năm\s)?)\s?(?P<years_b>(?:19|20)\d\d|\d\d(?![\d.,/%]))(?!\s?[%\d]|[.,]\d))",
    # ngày 18 tháng 7 (năm 2024)
    rf"(?P<long>ngày\s(?P<long_d>\d{{1,2}})\s?tháng\s(?P<long_m>\d{{1,2}}|{_SMALL})(?:,?\s(?:năm\s)?(?P<long_y>{_YEAR}))?)",
    # ngày 18/7, sáng nay (2-4), từ ngày 5 đến 7/8, ngày 26 và 27/3
    r"(?P<day>(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|mùng|hôm)\s?\(?(?:\d{1,2}(?:\s?[-–]\s?|,\s|\sđến\s|\svà\s))?"
    r"(?P<day_d>\d{1,2})\s?[/-]\s?(?P<day_m>\d{1,2})(?![\d%/]|[.,]\d))",
    r"(?P<date1>(?<!mỗi )(?<!một )(?<!\d )ngày\s(?P<date1_d>\d{1,2})(?![\d%/]|[.,]\d))",
    # 9 tháng đầu năm 2018, sáu tháng cuối năm, 9 tháng
    rf"(?P<months>(?<![\d.,/-])(?P<months_n>\d{{1,2}}|{_SMALL})\stháng(?:\s(?P<months_part>đầu|cuối|còn lại|qua|tới|sau|trước|nữa))?"
    rf"(?:\s(?:của\s)?năm(?:\s(?P<months_yb>{_WORD_YEAR}))?|(?:\s?[/-]\s?|\s)(?P<months_ya>{_YEAR}))?)",
    # ba quý đầu năm
    rf"(?P<quarters>(?:cả\s)?(?P<quarters_n>hai|ba|2|3)\squý(?:\s(?P<quarters_part>đầu|cuối|còn lại))?"
    rf"(?:\s(?:của\s)?năm(?:\s(?P<quarters_yb>{_WORD_YEAR}))?)?)",
    # quý I/2018, quý IV năm nay, quý đầu năm
    r"(?P<quarter>quý\s(?P<quarter_n>iii|iv|ii|i|[1-4](?![\d.,])|một|hai|ba|bốn|tư|đầu tiên|đầu|cuối|này|trước|vừa qua)(?![^\W\d_])"
    + _OF_YEAR.format("quarter_y")
    + r"(?:\snăm(?!\s))?)",
    # tháng đầu tiên của năm 2019
    rf"(?P<first>tháng\sđầu(?:\stiên)?\s(?:của\s)?năm(?:\s(?P<first_y>{_WORD_YEAR}))?)",
    # đầu năm 2018: some time in it
    rf"(?P<early>đầu\snăm(?:\s{_WORD_YEAR})?)",
    # tháng 9-2018, tháng ba, tháng trước
    rf"(?P<month>(?<!mỗi )(?<!một )tháng\s(?P<month_n>\d{{1,2}}(?![\d]|[.,]\d)|{_SMALL}|này|trước|tới|sau|qua|vừa qua)(?![^\W\d_])"
    + _OF_YEAR.format("month_y")
    + r")",
    # 3/2018
    rf"(?P<numeric>(?<![\d/.,-])(?P<numeric_m>\d{{1,2}})/(?P<numeric_y>{_YEAR})(?!/))",
    # nửa đầu năm 2017
    rf"(?P<half>nửa\s(?P<half_n>đầu|cuối|còn lại|sau|năm đầu|năm cuối)(?:\s(?:của\s)?năm)?(?:\s(?P<half_y>{_WORD_YEAR}))?)",
    # cùng kỳ năm trước, cùng kỳ 2017
    rf"(?P<compare>cùng (?:kỳ|thời điểm|thời gian)(?:(?:\scủa)?\snăm)?(?:\s(?P<compare_y>{_WORD_YEAR}))?)",
    # giai đoạn tiếp theo, thời gian tới, những năm tới
    r"(?P<open>(?:giai đoạn|thời gian|những năm|các năm|năm)\s(?:tiếp theo|tới đây|sau này|sắp tới)"
    r"|(?:thời gian|những năm|các năm|giai đoạn)\s(?:tới|sau)(?![^\W_]))",
    # 15 năm qua, 3 thập kỷ, 8 giờ 30
    rf"(?P<duration>(?<![\d.,/-])(?:\d{{1,3}}|{_SMALL}|nhiều|vài|mấy|những)\s(?:năm(?!\s(?:19|20)\d\d)|thập (?:kỷ|niên)|thế kỷ|tuần|tuổi|nhiệm kỳ)"
    r"(?:\s(?:qua|gần đây|tới|liên tiếp|trước|nay|sau))?|thế kỷ\s\w+|(?<![\d.,])\d{1,2}(?:h\d{0,2}|\sgiờ(?:\s\d{1,2})?)(?![^\W_]))",
    # cả năm 2018, đến hết năm 2019, năm nay, cuối năm
    rf"(?P<year>(?:(?:hết|cuối|cả|trong)\s)?năm\s(?P<year_w>{_WORD_YEAR})(?![^\W_])|(?:hết|cuối|cả|trong|của)\snăm(?![^\W_])(?!\s{_WORD_YEAR}))",
    rf"(?P<bare>(?<![\d.,/])(?P<bare_y>{_YEAR})(?![\d%]|/\d|-\d))",
    r"(?P<weak>(?<![\d/.,-])(?P<weak_d>\d{1,2})/(?P<weak_m>\d{1,2})(?![\d/%]|[.,]\d))",
    r"(?P<now>(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm này|thời điểm hiện tại)|(?<!thực )(?<!thể )(?<!biểu )(?<!phát )(?<!xuất )hiện(?: nay| có| đang| tại)?)(?![^\W_])(?! hành| đại| trạng| thực| vật)",
)
_WORDS_WITH_Y = re.compile("quý|kỳ|kỷ")
# the words of the forms take the spelling of the text
_TIME = re.compile("|".join(rf"(?<![^\W_]){_WORDS_WITH_Y.sub(lambda word: spelled(word[0]), form)}" for form in _FORMS))

_NUMERALS = {
    spelled(word): value
    for word, value in (
        ("một", 1), ("giêng", 1), ("hai", 2), ("ba", 3), ("bốn", 4), ("tư", 4), ("năm", 5), ("sáu", 6), ("bảy", 7),
        ("bẩy", 7), ("tám", 8), ("chín", 9), ("mười", 10), ("mười một", 11), ("mười hai", 12), ("chạp", 12),
        ("i", 1), ("ii", 2), ("iii", 3), ("iv", 4), ("đầu", 1), ("đầu tiên", 1), ("cuối", 4),
    )
}  # fmt: skip
_YEAR_WORDS: dict[str, YearWord] = {
    "nay": "this", "này": "this", "ngoái": "last", "trước": "last", "tới": "next", "sau": "next",
    "qua": "past", "vừa qua": "past",
}  # fmt: skip


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


def find_times(low: str) -> tuple[Time, ...]:
    """The expressions of time in `low` (text in the spelling of `spelled`), from left to right."""
    return tuple(_read(low))


def _read(low: str) -> Iterator[Time]:
    for found in _TIME.finditer(low):
        time = _READERS[_form(found)](found)
        if time is not None:
            yield time


def _form(found: re.Match[str]) -> str:
    return next(name for name in _READERS if found.group(name) is not None)


def _number(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if text.isdigit() else _NUMERALS.get(text, 0)


def _time(found: re.Match[str], kind: TimeKind, first: int = 0, last: int = 0, year: str | None = None) -> Time:
    printed = int(year) if year and year.isdigit() else 0
    word = _YEAR_WORDS.get(year, "") if year else ""
    return Time(found.start(), found.end(), kind, first, last, printed, word)


def _date(found: re.Match[str], day: str, month: str, year: str | None = None) -> Time | None:
    first, last = _number(day), _number(month)
    if not (1 <= first <= 31 and 1 <= last <= 12):
        return None
    return _time(found, "day", first, last, year)


def _months(found: re.Match[str]) -> Time | None:
    count, part = _number(found["months_n"]), found["months_part"]
    year = found["months_ya"] or found["months_yb"]
    if not 1 < count < 12 or part in {"qua", "tới", "sau", "trước", "nữa"}:
        return _time(found, "duration")
    last_part = part in {"cuối", "còn lại"}
    if count == 6:
        return _time(found, "half", 2 if last_part else 1, year=year)
    if last_part:
        return _time(found, "months", 13 - count, 12, year)
    return _time(found, "months", 1, count, year)


def _quarters(found: re.Match[str]) -> Time:
    count = _number(found["quarters_n"])
    if found["quarters_part"] in {"cuối", "còn lại"}:
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


def _years(found: re.Match[str]) -> Time | None:
    first, text = int(found["years_a"]), found["years_b"]
    last = int(text) if len(text) == 4 else first // 100 * 100 + int(text)
    return _time(found, "years", first, last) if first < last else None


def _half(found: re.Match[str]) -> Time:
    return _time(found, "half", 1 if "đầu" in found["half_n"] else 2, year=found["half_y"])


def _since(found: re.Match[str]) -> Time:
    return _time(found, "since", _number(found["since_m"]), year=found["since_y"] or found["since_my"])


def _weak(found: re.Match[str]) -> Time | None:
    date = _date(found, found["weak_d"], found["weak_m"])
    return date and Time(date.start, date.end, "day", date.first, date.last, weak=True)


_READERS = {
    "date": lambda f: _date(f, f["date_d"], f["date_m"], f["date_y"]),
    "since": _since,
    "years": _years,
    "long": lambda f: _date(f, f["long_d"], f["long_m"], f["long_y"]),
    "day": lambda f: _date(f, f["day_d"], f["day_m"]),
    "date1": lambda f: _time(f, "duration"),
    "months": _months,
    "quarters": _quarters,
    "quarter": _quarter,
    "first": lambda f: _time(f, "month", 1, year=f["first_y"]),
    "early": lambda f: _time(f, "duration"),
    "month": _month,
    "numeric": lambda f: (
        _time(f, "month", int(f["numeric_m"]), year=f["numeric_y"]) if 1 <= int(f["numeric_m"]) <= 12 else None
    ),
    "half": _half,
    "compare": lambda f: _time(f, "compare", year=f["compare_y"]),
    "open": lambda f: _time(f, "open"),
    "duration": lambda f: _time(f, "duration"),
    "year": lambda f: _time(f, "year", year=f["year_w"]),
    "bare": lambda f: Time(f.start(), f.end(), "year", year=int(f["bare_y"]), weak=True),
    "weak": _weak,
    "now": lambda f: _time(f, "now"),
}
