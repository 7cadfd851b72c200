"""Stretches of time as the ledger uses them: what may be joined, what is over, how much has gone, what is left."""

from __future__ import annotations

from calendar import monthrange
from functools import lru_cache
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger.values import Assumption

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tui.period import Period, Relation

_HALVES = {"S1": ("Q1", "Q2"), "S2": ("Q3", "Q4")}
_QUARTERS = {f"Q{n}": tuple(f"{month:02d}" for month in range(3 * n - 2, 3 * n + 1)) for n in range(1, 5)}
_YEAR = 12
_HALF = 6
_QUARTER = 3


@lru_cache(maxsize=4096)
def window(code: str, kind: str) -> str:
    """The window of a value: only values of an equal window may be joined by a line; empty where unknown.

    A stock is the same thing whenever it is counted; everything else depends on how long it was added up.
    """
    if kind == "stock":
        return "stock"
    found = periods.parse(code)
    if found is None:
        return ""
    months = _whole_months(found)
    if months is None:
        return f"days:{found.days}"
    return _month_window(found.start.month, months)


def _month_window(first: int, months: int) -> str:
    names = {1: "month", _QUARTER: "quarter", _HALF: "half", _YEAR: "year"}
    aligned = months in names and (first - 1) % months == 0
    if aligned:
        return names[months]
    return f"years:{months // _YEAR}" if first == 1 and months % _YEAR == 0 else f"months:{months}"


@lru_cache(maxsize=1 << 15)
def relate(part: str, whole: str) -> Relation | None:
    """How the period `part` stands to `whole`; None where either names none."""
    first, second = periods.parse(part), periods.parse(whole)
    return periods.relation(first, second) if first and second else None


def is_over(code: str, on: date | None) -> bool:
    """Whether the period had ended before the day `on`; False where either is unknown."""
    found = periods.parse(code)
    return found is not None and on is not None and found.end < on


def is_early(code: str, on: date | None) -> bool:
    """Whether the day `on` falls before the period's last day, so that a value for it cannot be its last word."""
    found = periods.parse(code)
    return found is not None and on is not None and on < found.end


def opens(part: str, whole: str) -> bool:
    """Whether `part` starts with `whole` and ends before it: the done part of a running count."""
    first, second = periods.parse(part), periods.parse(whole)
    return first is not None and second is not None and first.start == second.start and first.end < second.end


def rest(part: str, whole: str) -> str:
    """The code of what is left of `whole` after `part`; empty if nothing is."""
    first, second = periods.parse(part), periods.parse(whole)
    left = periods.remainder(first, second) if first and second else None
    return code(*left) if left else ""


@lru_cache(maxsize=4096)
def settle(text: str) -> str:
    """The shortest code for the same days, so that `2024-01/2024-06` and `2024-S1` are one; itself if no period."""
    found = periods.parse(text)
    return code(found.start, found.end) if found else text


def code(start: date, end: date) -> str:
    """The shortest code for the days from `start` to `end`, both included."""
    if start == end:
        return start.isoformat()
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"{start}/{end}"
    months = (end.year - start.year) * _YEAR + end.month - start.month + 1
    shape = _month_window(start.month, months)
    year = f"{start.year:04d}"
    short = {
        "month": f"{year}-{start.month:02d}",
        "quarter": f"{year}-Q{(start.month + 2) // _QUARTER}",
        "half": f"{year}-S{1 if start.month == 1 else 2}",
        "year": year,
    }
    if shape in short:
        return short[shape]
    return f"{year}/{end.year:04d}" if shape.startswith("years") else f"{year}-{start.month:02d}/{end:%Y-%m}"


def elapsed(
    part: str, whole: str, given: Mapping[str, float], known: Mapping[str, float]
) -> tuple[float, Assumption] | None:
    """The share of `whole` that `part` makes up, and what that rests on; None where `part` is no part.

    The weights `given` by the settings come first, then those `known` to the lexicon, then the calendar.
    """
    first, second = periods.parse(part), periods.parse(whole)
    if first is None or second is None or periods.relation(first, second) != "part_of":
        return None
    if second.kind == "year":
        for weights, source in ((given, "weight_settings"), (known, "weight_lexicon")):
            share = _weighed(first, weights)
            if share is not None:
                return share, Assumption(source, "w", share)
    share = _calendar_share(first, second)
    return share, Assumption("weight_calendar", "w", share)


def _calendar_share(part: Period, whole: Period) -> float:
    """Every month counts alike; days do where a period does not keep to whole months."""
    done, all_months = _whole_months(part), _whole_months(whole)
    return done / all_months if done and all_months else part.days / whole.days


def _weighed(part: Period, weights: Mapping[str, float]) -> float | None:
    """The sum of the weights of the months of `part`, from the finest parts given; None where they do not cover it."""
    months = _whole_months(part)
    if not weights or months is None:
        return None
    wanted = {f"{month:02d}" for month in range(part.start.month, part.start.month + months)}
    share = 0.0
    for name, parts in (*_halves(), *_QUARTERS.items(), *((month, (month,)) for month in sorted(wanted))):
        if weights.get(name) is not None and wanted.issuperset(parts):
            share += weights[name]
            wanted.difference_update(parts)
    return share if not wanted and 0 < share < 1 else _complement(part, weights)


def _complement(part: Period, weights: Mapping[str, float]) -> float | None:
    """One half-year from the weight of the other."""
    other = {(1, 6): "S2", (7, 12): "S1"}.get((part.start.month, part.end.month), "")
    share = 1 - weights.get(other, 1.0)
    return share if 0 < share < 1 else None


def _halves() -> list[tuple[str, tuple[str, ...]]]:
    return [(half, _QUARTERS[first] + _QUARTERS[second]) for half, (first, second) in _HALVES.items()]


def _whole_months(found: Period) -> int | None:
    """How many calendar months the period is made of; None where it cuts one."""
    start, end = found.start, found.end
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return None
    return (end.year - start.year) * _YEAR + end.month - start.month + 1
