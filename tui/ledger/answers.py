"""What was reported -> what answers a target, and why the rest cannot."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui import period as periods
from tui.ledger import windows
from tui.ledger.model import Answer
from tui.ledger.results import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.ledger.model import Reason, Result, Target, Value
    from tui.model import Measure, Role
    from tui.period import Relation

ANSWERING = frozenset({"same", "part_of"})
"""How a result's period must stand to the target's for the one to answer the other."""

_PERIOD_REASONS: Mapping[Relation, Reason] = {
    "contains": "period_contains",
    "overlapping": "period_overlapping",
    "earlier": "period_earlier",
    "later": "period_later",
}


class Report(NamedTuple):
    """One result as one meeting states it.

    order: place of the meeting among all
    said: what the meeting's papers say
    """

    order: int
    said: Result


class Line(NamedTuple):
    """What a target and its answer share beside the subject: measure, unit and place."""

    measure: Measure
    unit: str
    place: str


def line_of(each: Result | Target) -> Line:
    """The line a result or a target belongs to."""
    return Line(each.measure, each.unit, each.place)


class _Same(NamedTuple):
    """What makes two reports one answer."""

    value: Value
    period: str
    role: Role


class Heard:
    """The reports of one line, kept so that what decides a target is found without looking at the others.

    kind: the indicator's kind; empty where not known
    by_period: reports by the period they count for, each in the order of the meetings
    """

    def __init__(self, reports: Iterable[Report], kind: str) -> None:
        """Take in `reports`, which must come in the order of the meetings."""
        self.kind = kind
        self.by_period: dict[str, list[Report]] = {}
        self._last: dict[tuple[str, Role, bool], Report] = {}
        self._same: dict[_Same, list[Report]] = {}
        self._answering: dict[str, Mapping[str, Relation]] = {}
        self._begun: dict[str, tuple[str, ...]] = {}
        for report in reports:
            said, period = report.said, period_of(report.said, kind)
            self.by_period.setdefault(period, []).append(report)
            self._last[period, said.role, said.early] = report
            self._same.setdefault(_Same(said.value, said.period, said.role), []).append(report)

    def answering(self, period: str) -> Mapping[str, Relation]:
        """The periods of reports that may answer a target for `period`, and how they stand to it."""
        if period not in self._answering:
            related = ((each, windows.relate(each, period)) for each in self.by_period)
            self._answering[period] = {each: found for each, found in related if found and found in ANSWERING}
        return self._answering[period]

    def begun(self, period: str) -> tuple[str, ...]:
        """The parts of `period` that begin with it, the longest first; for a stock any day of it will do."""
        if period not in self._begun:
            parts = (each for each, relation in self.answering(period).items() if relation == "part_of")
            fit = (each for each in parts if self.kind == "stock" or windows.opens(each, period))
            self._begun[period] = tuple(sorted(fit, key=_end, reverse=True))
        return self._begun[period]

    def whole(self, target: Target, order: int, role: Role) -> Answer | None:
        """The last answer of a role for the target's own period; those said after it had ended come before all."""
        same = [period for period, relation in self.answering(target.period).items() if relation == "same"]
        found = (self._latest(same, order, role, early) for early in (False, True))
        return next((self._answer(target, order, report) for report in found if report), None)

    def running(self, target: Target, order: int) -> Answer | None:
        """The last answer for the longest part of the target's period from its first day; a stock's from any day."""
        for period in self.begun(target.period):
            found = [self._latest([period], order, "result", early) for early in (False, True)]
            last = max((each for each in found if each), key=lambda each: each.order, default=None)
            if last:
                return self._answer(target, order, last)
        return None

    def _latest(self, among: Iterable[str], order: int, role: Role, early: bool) -> Report | None:  # noqa: FBT001
        found = (self._last.get((period, role, early)) for period in among)
        return max((each for each in found if each and each.order >= order), key=lambda each: each.order, default=None)

    def _answer(self, target: Target, order: int, last: Report) -> Answer:
        """`last` as an answer, from where the same was first said."""
        group = self._same[_Same(last.said.value, last.said.period, last.said.role)]
        since = group[bisect_left(group, order, key=lambda each: each.order) :]
        answering = self.answering(target.period)
        first = next(each for each in since if period_of(each.said, self.kind) in answering)
        return replace(answer_of(target, [first], self.kind), early=last.said.early)


class Reports:
    """All reports on one subject, arranged as far as somebody asks for them.

    kind: the indicator's kind; empty where not known
    """

    def __init__(self, reports: Sequence[Report], kind: str) -> None:
        """Take in `reports`, which must come in the order of the meetings; a base of comparison answers nothing."""
        self.kind = kind
        self._reports = reports
        self._heard: dict[Line, Heard] = {}

    @cached_property
    def by_meeting(self) -> Mapping[str, list[Report]]:
        """Reports by the id of their meeting."""
        found: dict[str, list[Report]] = {}
        for report in self._reports:
            if report.said.role != "base":
                found.setdefault(report.said.meeting, []).append(report)
        return found

    @cached_property
    def _by_line(self) -> Mapping[Line, list[Report]]:
        found: dict[Line, list[Report]] = {}
        for report in self._reports:
            if report.said.role != "base" and report.said.date is not None:
                found.setdefault(line_of(report.said), []).append(report)
        return found

    def heard(self, target: Target) -> Heard:
        """What may answer a target; without a day that is only what its own meeting says."""
        line = line_of(target)
        if target.date is None:
            alone = (report for report in self.by_meeting.get(target.meeting, ()) if line_of(report.said) == line)
            return Heard(alone, self.kind)
        if line not in self._heard:
            self._heard[line] = Heard(self._by_line.get(line, ()), self.kind)
        return self._heard[line]


def answers_to(target: Target, order: int, reports: Reports, decides: Answer | None) -> Iterator[Answer]:
    """Every report that answers `target` (first said at the meeting in place `order`), oldest first.

    A report that cannot be compared is kept, with the reason, where it stands in the meeting that sets the target:
    there a reader would look for the comparison. `decides` is the answer its status rests on.
    """
    found: dict[tuple[_Same, str, Reason], list[Report]] = {}
    for report in _candidates(target, order, reports):
        said, reason = report.said, _reason(target, report.said, reports.kind)
        found.setdefault((_Same(said.value, said.period, said.role), said.place, reason), []).append(report)
    for (same, _, reason), group in found.items():
        answer = answer_of(target, group, reports.kind, reason)
        deciding = decides is not None and not reason and same == _Same(decides.value, decides.period, decides.role)
        yield replace(answer, decides=True) if deciding else answer


def _candidates(target: Target, order: int, reports: Reports) -> list[Report]:
    """The reports that answer, and all of the target's own meeting, in the order of the meetings."""
    heard = reports.heard(target)
    groups = [heard.by_period[period] for period in heard.answering(target.period)]
    since = (group[bisect_left(group, order, key=lambda report: report.order) :] for group in groups)
    found = [report for group in since for report in group if report.said.meeting != target.meeting]
    found.extend(reports.by_meeting.get(target.meeting, ()))
    return sorted(found, key=lambda report: report.order)


def _reason(target: Target, said: Result, kind: str) -> Reason:
    """Why the two cannot be compared; empty if they can."""
    if subject_of(target) != subject_of(said) or not subject_of(said).comparable:
        return "subject"
    if target.place != said.place:
        return "place"
    if target.measure != said.measure:
        return "measure"
    if target.unit != said.unit:
        return "unit"
    relation = windows.relate(period_of(said, kind), target.period)
    return "no_period" if relation is None else _PERIOD_REASONS.get(relation, "")


def period_of(said: Result, kind: str) -> str:
    """The period a result counts for: a stock without one stands as of the meeting's day."""
    if said.period or kind != "stock" or said.date is None:
        return said.period
    return said.date.isoformat()


def answer_of(target: Target, group: Sequence[Report], kind: str, reason: Reason = "") -> Answer:
    """The reports of `group`, which say the same, as one answer to `target`."""
    first = group[0].said
    return Answer(
        value=first.value,
        period=first.period,
        role=first.role,
        place=first.place,
        relation=windows.relate(period_of(first, kind), target.period),
        meeting=first.meeting,
        date=first.date,
        mentions=tuple(mention for report in group for mention in report.said.mentions),
        comparable=not reason,
        reason=reason,
        early=all(report.said.early for report in group),
    )


def _end(code: str) -> date:
    found = periods.parse(code)
    return found.end if found else date.min
