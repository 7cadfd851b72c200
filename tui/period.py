"""Periods in ISO-8601/SDMX style: parsing, calendar bounds and how two of them relate.

`2024`, `2024-S1` (half-year), `2024-Q3`, `2024-05`, `2024-07-18`, `2024-01/2024-09`, `2021/2025`,
`2023-01-01/2024-04-02`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache
from typing import Literal

Kind = Literal["year", "half", "quarter", "month", "day", "years", "months", "days"]
Relation = Literal["same", "part_of", "contains", "earlier", "later", "overlapping"]

_PART = re.compile(r"(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})(?:-(\d{2}))?))?\Z")
_RANGE_KIND: dict[Kind, Kind] = {"year": "years", "month": "months", "day": "days"}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    code: as written
    kind: what kind of stretch; two periods compare as equals only within a kind
    start, end: first and last day, both included
    """

    code: str
    kind: Kind
    start: date
    end: date

    @property
    def days(self) -> int:
        """Length in days."""
        return (self.end - self.start).days + 1


@lru_cache(maxsize=4096)
def parse(code: str) -> Period | None:
    """The period `code` names; None if it names none."""
    first, slash, last = code.partition("/")
    start = _part(first)
    if start is None or not slash:
        return start
    end = _part(last)
    if end is None or end.kind != start.kind or start.kind not in _RANGE_KIND or end.start < start.start:
        return None
    return Period(code, _RANGE_KIND[start.kind], start.start, end.end)


def _part(code: str) -> Period | None:
    found = _PART.match(code)
    if found is None or not MINYEAR <= int(found[1]) < MAXYEAR:
        return None
    year, half, quarter, month, day = (int(part) if part else 0 for part in found.groups())
    if half:
        return _months(code, "half", year, 6 * half - 5, 6)
    if quarter:
        return _months(code, "quarter", year, 3 * quarter - 2, 3)
    if found[4] is None:
        return _months(code, "year", year, 1, 12)
    return _month_or_day(code, year, month, day if found[5] else None)


def _month_or_day(code: str, year: int, month: int, day: int | None) -> Period | None:
    try:
        first = date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return _months(code, "month", year, month, 1) if day is None else Period(code, "day", first, first)


def _months(code: str, kind: Kind, year: int, month: int, count: int) -> Period:
    last = month + count - 1
    return Period(code, kind, date(year, month, 1), date(year, last, monthrange(year, last)[1]))


def relation(part: Period, whole: Period) -> Relation:
    """How `part` stands to `whole` on the calendar; codes for one stretch are the `same`."""
    if (part.start, part.end) == (whole.start, whole.end):
        return "same"
    if part.start >= whole.start and part.end <= whole.end:
        return "part_of"
    if part.start <= whole.start and part.end >= whole.end:
        return "contains"
    if part.end < whole.start:
        return "earlier"
    if part.start > whole.end:
        return "later"
    return "overlapping"


def shift_years(code: str, years: int) -> str:
    """`code` moved by whole years (29 February becomes the 28th); unchanged if it is no period."""
    if parse(code) is None:
        return code
    return "/".join(_shift_part(part, years) for part in code.split("/"))


def _shift_part(part: str, years: int) -> str:
    moved = f"{int(part[:4]) + years:04d}{part[4:]}"
    return moved if _part(moved) else f"{moved[:8]}28"


def remainder(part: Period, whole: Period) -> tuple[date, date] | None:
    """First and last day of what is left of `whole` after `part`; None if nothing is, or it is elsewhere."""
    if part.start > whole.end or part.end >= whole.end or part.end < whole.start:
        return None
    return part.end + timedelta(days=1), whole.end
