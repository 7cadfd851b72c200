"""One indicator over meetings and periods: points, windows that may be joined, values that a later count replaced."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import windows
from tui.ledger.answers import period_of
from tui.ledger.model import Point, Series
from tui.ledger.results import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.ledger.answers import Report
    from tui.ledger.model import Result, Target, Value

_Key = tuple[object, ...]


def find_series(reports: Iterable[Report], targets: Sequence[Target], kind: str) -> tuple[Series, ...]:
    """The series of one subject's `reports`, which must come in the order of the meetings, with its targets."""
    groups: dict[_Key, list[Report]] = {}
    for report in reports:
        said = report.said
        groups.setdefault((said.measure, said.unit, said.place), []).append(report)
    aims: dict[_Key, list[str]] = {}
    for target in targets:
        aims.setdefault((target.measure, target.unit, target.place), []).append(target.id)
    return tuple(_series(group, aims.get(key, []), kind) for key, group in groups.items())


def _series(group: Sequence[Report], targets: Sequence[str], kind: str) -> Series:
    first = group[0].said
    standing = _standing(group)
    ordered = sorted(group, key=lambda report: (*_place(period_of(report.said, kind)), report.order))
    return Series(
        indicator=first.indicator,
        series=subject_of(first).series,
        measure=first.measure,
        unit=first.unit,
        place=first.place,
        points=tuple(_point(report.said, standing.get(report.said.period), kind) for report in ordered),
        targets=tuple(targets),
    )


def _standing(group: Sequence[Report]) -> dict[str, Value]:
    """The value that stands for each period: the last one said.

    A forecast or a base replaces nothing that was reported as a result.
    """
    last: dict[str, Result] = {}
    for report in group:
        said = report.said
        held = last.get(said.period)
        if said.period and (held is None or said.role == "result" or held.role != "result"):
            last[said.period] = said
    return {period: said.value for period, said in last.items()}


def _point(said: Result, standing: Value | None, kind: str) -> Point:
    return Point(
        value=said.value,
        period=said.period,
        role=said.role,
        window=windows.window(period_of(said, kind), kind),
        meeting=said.meeting,
        date=said.date,
        mentions=said.mentions,
        early=said.early,
        superseded=standing is not None and standing != said.value,
    )


@lru_cache(maxsize=4096)
def _place(code: str) -> tuple[bool, date, date]:
    """By the last day, then the first; values without a period come last."""
    found = periods.parse(code)
    return (False, found.end, found.start) if found else (True, date.max, date.max)
