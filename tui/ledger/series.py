"""One indicator over meetings and periods: points, windows that may be joined, values that a later count replaced."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import windows
from tui.ledger.answers import Report, period_of
from tui.ledger.model import Point, Series
from tui.ledger.results import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.ledger.model import Target

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
    points = [_point(report, kind) for report in group]
    placed = sorted(zip(group, _mark_superseded(points), strict=True), key=lambda pair: _place(pair[0], kind))
    return Series(
        indicator=first.indicator,
        series=subject_of(first).series,
        measure=first.measure,
        unit=first.unit,
        place=first.place,
        points=tuple(point for _, point in placed),
        targets=tuple(targets),
    )


def _point(report: Report, kind: str) -> Point:
    said = report.said
    window = windows.window(period_of(said, kind), kind)
    return Point(said.value, said.period, said.role, window, said.meeting, said.date, said.mentions, said.early)


def _place(report: Report, kind: str) -> tuple[bool, str, int]:
    """Points without a period come last."""
    found = periods.parse(period_of(report.said, kind))
    return found is None, f"{found.end}{found.start}" if found else "", report.order


def _mark_superseded(points: Sequence[Point]) -> list[Point]:
    """The points, those marked for whose period a later meeting gives another value: the last one said stands.

    A forecast or a base replaces nothing that was reported as a result.
    """
    last: dict[str, int] = {}
    for index, point in enumerate(points):
        standing = last.get(point.period)
        if standing is None or _outranks(point, points[standing]):
            last[point.period] = index
    return [
        replace(point, superseded=True)
        if point.period and last[point.period] != index and point.value != points[last[point.period]].value
        else point
        for index, point in enumerate(points)
    ]


def _outranks(later: Point, earlier: Point) -> bool:
    return later.role == "result" or earlier.role != "result"
