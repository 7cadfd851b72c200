"""What was reported -> what answers a target, and why the rest cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tui.ledger import windows
from tui.ledger.model import Answer
from tui.ledger.results import subject_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.ledger.model import Reason, Result, Target, Value
    from tui.model import Role
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


@dataclass(frozen=True, slots=True)
class Reports:
    """All reports on one subject.

    kind: the indicator's kind; empty where not known
    by_period: reports by the period they count for
    by_meeting: reports by the id of their meeting
    """

    kind: str
    by_period: Mapping[str, Sequence[Report]]
    by_meeting: Mapping[str, Sequence[Report]]

    @classmethod
    def index(cls, reports: Iterable[Report], kind: str) -> Reports:
        """The index of `reports`, which must come in the order of the meetings."""
        by_period: dict[str, list[Report]] = {}
        by_meeting: dict[str, list[Report]] = {}
        for report in reports:
            by_period.setdefault(period_of(report.said, kind), []).append(report)
            by_meeting.setdefault(report.said.meeting, []).append(report)
        return cls(kind, by_period, by_meeting)


class _Same(NamedTuple):
    """What makes two reports one answer."""

    value: Value
    period: str
    role: Role
    place: str
    reason: Reason


def answers_to(target: Target, order: int, reports: Reports) -> tuple[Answer, ...]:
    """Every report that answers `target` (first said at the meeting in place `order`), oldest first.

    A report that cannot be compared is kept, with the reason, where it stands in the meeting that sets the target:
    there a reader would look for the comparison.
    """
    found: dict[_Same, list[Report]] = {}
    for report in _candidates(target, order, reports):
        reason = _reason(target, report.said, reports.kind)
        if not reason or report.said.meeting == target.meeting:
            same = _Same(report.said.value, report.said.period, report.said.role, report.said.place, reason)
            found.setdefault(same, []).append(report)
    return tuple(_answer(target, same, group, reports.kind) for same, group in found.items())


def _candidates(target: Target, order: int, reports: Reports) -> list[Report]:
    """The reports whose period may answer, and all of the target's own meeting, in the order of the meetings."""
    found = [
        report
        for period, group in reports.by_period.items()
        if windows.relate(period, target.period) in ANSWERING
        for report in group
        if report.order >= order and report.said.meeting != target.meeting and _is_dated(target, report.said)
    ]
    found.extend(reports.by_meeting.get(target.meeting, ()))
    return sorted(found, key=lambda report: report.order)


def _is_dated(target: Target, said: Result) -> bool:
    """Whether it is known that the result was not said before the target."""
    return said.date is not None and target.date is not None


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


def _answer(target: Target, same: _Same, group: Sequence[Report], kind: str) -> Answer:
    first = group[0].said
    return Answer(
        value=same.value,
        period=same.period,
        role=same.role,
        place=same.place,
        relation=windows.relate(period_of(first, kind), target.period),
        meeting=first.meeting,
        date=first.date,
        mentions=tuple(mention for report in group for mention in report.said.mentions),
        comparable=not same.reason,
        reason=same.reason,
        early=all(report.said.early for report in group),
    )
