"""One indicator over meetings and periods: points, windows that may be joined, values that a later count replaced."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from itertools import combinations
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
    standing, mixed = _standing(group), _mixed(group)
    ordered = sorted(group, key=lambda report: (*_place(period_of(report.said, kind)), report.order))
    return Series(
        indicator=first.indicator,
        series=subject_of(first).series,
        measure=first.measure,
        unit=first.unit,
        place=first.place,
        points=tuple(
            _point(
                report.said,
                "" if (report.order, report.said.period) in mixed else _window(report.said, kind),
                standing.get(report.said.period),
            )
            for report in ordered
        ),
        targets=tuple(targets),
    )


def _standing(group: Sequence[Report]) -> dict[str, frozenset[Value]]:
    """The values that stand for each period: those of the last meeting that gives any.

    A forecast or a base replaces nothing that was reported as a result.
    """
    last: dict[str, list[Report]] = {}
    for report in group:
        said = report.said
        held = last.get(said.period, [])
        if said.period and (not held or said.role == "result" or held[-1].said.role != "result"):
            same = held and (held[-1].order, held[-1].said.role) == (report.order, said.role)
            last[said.period] = [*held, report] if same else [report]
    return {period: frozenset(report.said.value for report in held) for period, held in last.items()}


def _mixed(group: Sequence[Report]) -> set[tuple[int, str]]:
    """The meetings and periods for which one paper gives values that cannot be the same: they are of two things."""
    papers: dict[tuple[int, str, str], list[Value]] = {}
    for report in group:
        if report.said.period and report.said.role == "result":
            for article in {mention.article for mention in report.said.mentions}:
                papers.setdefault((report.order, report.said.period, article), []).append(report.said.value)
    return {
        (order, period)
        for (order, period, _), values in papers.items()
        if any(not first.interval.meets(second.interval) for first, second in combinations(values, 2))
    }


def _window(said: Result, kind: str) -> str:
    return windows.window(period_of(said, kind), kind)


def _point(said: Result, window: str, standing: frozenset[Value] | None) -> Point:
    return Point(
        value=said.value,
        period=said.period,
        role=said.role,
        window=window,
        meeting=said.meeting,
        date=said.date,
        mentions=said.mentions,
        early=said.early,
        superseded=standing is not None and said.value not in standing,
    )


@lru_cache(maxsize=4096)
def _place(code: str) -> tuple[bool, date, date]:
    """By the last day, then the first; values without a period come last."""
    found = periods.parse(code)
    return (False, found.end, found.start) if found else (True, date.max, date.max)
