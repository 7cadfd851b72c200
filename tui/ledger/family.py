"""Everything about the indicators that belong together, over all meetings: targets, series, checks, answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger.answers import Report, Reports, answers_to
from tui.ledger.checks import find_checks
from tui.ledger.checks.facts import Facts
from tui.ledger.derived import derive
from tui.ledger.judge import Yardstick, judge
from tui.ledger.model import EarlierAnswer
from tui.ledger.results import Subject, subject_of
from tui.ledger.rules import load_rules
from tui.ledger.series import find_series
from tui.ledger.targets import Aim, find_targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from tui.ledger.claims import Claim
    from tui.ledger.model import Answer, Check, Derivation, Mention, Result, Series, Target
    from tui.ledger.settings import Indicators, Settings


@dataclass(frozen=True, slots=True)
class World:
    """What a family is judged by.

    lexicon, settings: as given
    claims: of each article, by its id
    order: place of each meeting among all, by its id
    meeting_of: id of the meeting an article reports, by its id
    today: the day of the newest meeting
    """

    lexicon: Indicators
    settings: Settings
    claims: Mapping[str, Sequence[Claim]]
    order: Mapping[str, int]
    meeting_of: Mapping[str, str]
    today: date | None

    def kind(self, indicator: str) -> str:
        """An indicator's kind; empty where it is not known."""
        known = self.lexicon.indicator(indicator)
        return known.kind if known else ""

    def yard(self, indicator: str) -> Yardstick:
        """What an indicator's targets are judged by."""
        known = self.lexicon.indicator(indicator)
        given = self.settings.weights.get(indicator, {})
        if known is None:
            return Yardstick("", "none", given, {}, self.today)
        return Yardstick(known.kind, known.better, given, known.weights, self.today)


@dataclass(slots=True)
class FamilyLedger:
    """One family's part of the ledger, by the id of the meeting it is shown with.

    targets, checks, answers: for the meetings' panels
    derivations: by meeting and first mention of the result they belong to
    series: over all meetings
    ends: last days of the targets' periods; when time passes one, the family must be judged again
    """

    targets: dict[str, list[Target]] = field(default_factory=dict)
    checks: dict[str, list[Check]] = field(default_factory=dict)
    answers: dict[str, list[EarlierAnswer]] = field(default_factory=dict)
    derivations: dict[tuple[str, Mention], list[Derivation]] = field(default_factory=dict)
    series: list[Series] = field(default_factory=list)
    ends: set[date] = field(default_factory=set)


def family_of(said: Result) -> str:
    """The name of the family a result belongs to; what cannot be compared with anything has one of its own."""
    subject = subject_of(said)
    if subject.indicator != "other":
        return load_rules().family(subject.indicator)
    return f"other:{subject.series}" if subject.comparable else f"other@{said.meeting}"


def read_family(said: Mapping[str, Sequence[Result]], world: World) -> FamilyLedger:
    """The ledger of one family from what each meeting, by its id, says about it."""
    ledger = FamilyLedger()
    meetings = sorted(said, key=lambda meeting: world.order[meeting])
    everything = [Report(world.order[meeting], result) for meeting in meetings for result in said[meeting]]
    reports = [report for report in everything if report.said.role != "target"]
    subjects: dict[Subject, list[Report]] = {}
    for report in everything:
        subjects.setdefault(subject_of(report.said), []).append(report)
    for subject, group in subjects.items():
        _read_subject(ledger, subject, group, world)
    if next(iter(subjects)).indicator != "other":
        _test(ledger, reports, world)
    return ledger


def _test(ledger: FamilyLedger, reports: Sequence[Report], world: World) -> None:
    facts = Facts(reports, world.claims, world.kind)
    for meeting, found in find_checks(facts):
        ledger.checks.setdefault(meeting, []).append(found)
    for indicator in {report.said.indicator for report in reports}:
        own = Facts([report for report in reports if report.said.indicator == indicator], {}, world.kind)
        for report, derivation in derive(own, world.yard(indicator)):
            key = (report.said.meeting, report.said.mentions[0])
            ledger.derivations.setdefault(key, []).append(derivation)


def _read_subject(ledger: FamilyLedger, subject: Subject, group: Sequence[Report], world: World) -> None:
    yard = world.yard(subject.indicator)
    reports = [report for report in group if report.said.role != "target"]
    aims = [Aim(report.order, report.said) for report in group if report.said.role == "target"]
    answering = [report for report in reports if report.said.role != "base"] if subject.comparable else []
    index = Reports.index(answering, yard.kind)
    targets = []
    for target in find_targets(aims):
        judged = judge(target, answers_to(target, world.order[target.meeting], index), yard)
        targets.append(judged)
        _file(ledger, judged, yard, world)
    if subject.comparable:
        ledger.series.extend(find_series(reports, targets, yard.kind))


def _file(ledger: FamilyLedger, target: Target, yard: Yardstick, world: World) -> None:
    """Put a target where it is shown: the meetings that state it, and those that answer it later."""
    for meeting in dict.fromkeys(world.meeting_of[mention.article] for mention in target.mentions):
        ledger.targets.setdefault(meeting, []).append(target)
    for meeting, answer in _later_answers(target, yard, world):
        ledger.answers.setdefault(meeting, []).append(answer)
    found = periods.parse(target.period)
    if found:
        ledger.ends.add(found.end)


def _later_answers(target: Target, yard: Yardstick, world: World) -> Iterator[tuple[str, EarlierAnswer]]:
    for answer in target.results:
        if answer.comparable:
            meetings = {world.meeting_of[mention.article]: mention for mention in reversed(answer.mentions)}
            for meeting, mention in meetings.items():
                if meeting != target.meeting:
                    yield meeting, _earlier_answer(target, answer, mention, yard)


def _earlier_answer(target: Target, answer: Answer, mention: Mention, yard: Yardstick) -> EarlierAnswer:
    """The target as this answer alone leaves it."""
    alone = judge(target, [answer], Yardstick(yard.kind, yard.better, yard.given, yard.known, answer.date))
    return EarlierAnswer(
        meeting=target.meeting,
        date=target.date,
        target=target.id,
        commitment="",
        status=alone.status,
        value=answer.value,
        period=answer.period,
        mention=mention,
    )
