"""Everything about the indicators that belong together, over all meetings: targets, series, checks, answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from tui import period as periods
from tui.ledger import windows
from tui.ledger.answers import ANSWERING, Report, Reports, answers_to, period_of
from tui.ledger.checks import find_checks
from tui.ledger.checks.facts import Facts
from tui.ledger.derived import derive
from tui.ledger.judge import Yardstick, judge, status_alone
from tui.ledger.model import EarlierAnswer
from tui.ledger.results import Subject, subject_of
from tui.ledger.rules import load_rules
from tui.ledger.series import find_series
from tui.ledger.targets import Aim, find_targets, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.ledger.claims import Claim
    from tui.ledger.model import Answer, Check, Derivation, Mention, Result, Series, Status, Target
    from tui.ledger.settings import Indicators, Settings


@dataclass(frozen=True, slots=True)
class World:
    """What a family is judged by.

    lexicon, settings: as given
    claims: of each article, by its id
    order: place of each meeting among all, by its id
    meeting_of: id of the meeting an article reports, by its id
    today: the day of the newest meeting
    wording: the words a figure is told in
    """

    lexicon: Indicators
    settings: Settings
    claims: Mapping[str, Sequence[Claim]]
    order: Mapping[str, int]
    meeting_of: Mapping[str, str]
    today: date | None
    wording: Callable[[Mention], frozenset[str]]

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


@dataclass(frozen=True, slots=True)
class _Filed:
    """One target with where it is shown.

    target: as judged
    meetings: ids of those that state it
    answers: what later meetings say to it, each with its meeting's id
    """

    target: Target
    meetings: tuple[str, ...]
    answers: tuple[tuple[str, EarlierAnswer], ...]


@dataclass(slots=True)
class FamilyLedger:
    """One family's part of the ledger, by the id of the meeting it is shown with.

    targets, checks, answers: for the meetings' panels
    derivations: by meeting, with the first mention of the result they belong to
    series: over all meetings
    filed: the targets by what they share, see `key_of`; kept for the next time
    """

    targets: dict[str, list[Target]] = field(default_factory=dict)
    checks: dict[str, list[Check]] = field(default_factory=dict)
    answers: dict[str, list[EarlierAnswer]] = field(default_factory=dict)
    derivations: dict[str, list[tuple[Mention, Derivation]]] = field(default_factory=dict)
    series: list[Series] = field(default_factory=list)
    filed: dict[Hashable, tuple[_Filed, ...]] = field(default_factory=dict)

    def differs(self, other: FamilyLedger) -> set[str]:
        """The meetings for which the two do not show the same."""
        pairs: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
            (self.targets, other.targets),
            (self.checks, other.checks),
            (self.answers, other.answers),
            (self.derivations, other.derivations),
        )
        return {key for mine, theirs in pairs for key in {*mine, *theirs} if mine.get(key) != theirs.get(key)}

    def ends_between(self, first: date, last: date) -> bool:
        """Whether time passed the end of a target's period on the way from `first` to `last`."""
        return any(_ends_between(group, first, last) for group in self.filed.values())


def family_of(said: Result) -> str:
    """The name of the family a result belongs to; what cannot be compared with anything has one of its own."""
    subject = subject_of(said)
    if subject.indicator != "other":
        return load_rules().family(subject.indicator)
    return f"other:{subject.series}" if subject.comparable else f"other@{said.meeting}"


def read_family(
    said: Mapping[str, Sequence[Result]], world: World, before: FamilyLedger, changed: Changes
) -> FamilyLedger:
    """The ledger of one family from what each meeting, by its id, says about it.

    before: what it was; targets that nothing `changed` touches are taken over
    """
    ledger = FamilyLedger()
    meetings = sorted(said, key=lambda meeting: world.order[meeting])
    everything = [Report(world.order[meeting], result) for meeting in meetings for result in said[meeting]]
    subjects: dict[Subject, list[Report]] = {}
    for report in everything:
        subjects.setdefault(subject_of(report.said), []).append(report)
    for subject, group in subjects.items():
        _read_subject(ledger, subject, group, _Work(world, before, changed))
    if next(iter(subjects)).indicator != "other":
        _test(ledger, [report for report in everything if report.said.role != "target"], world)
    return ledger


def _test(ledger: FamilyLedger, reports: Sequence[Report], world: World) -> None:
    facts = Facts(reports, world.claims, world.kind, world.wording)
    for meeting, found in find_checks(facts):
        ledger.checks.setdefault(meeting, []).append(found)
    for report, derivation in derive(facts, world.yard):
        ledger.derivations.setdefault(report.said.meeting, []).append((report.said.mentions[0], derivation))


class _Work(NamedTuple):
    """What a subject is read with.

    world: what it is judged by
    before: what the family was
    changed: what is new about it
    """

    world: World
    before: FamilyLedger
    changed: Changes


def _read_subject(ledger: FamilyLedger, subject: Subject, group: Sequence[Report], work: _Work) -> None:
    yard = work.world.yard(subject.indicator)
    reports: list[Report] = []
    aims: dict[Hashable, list[Aim]] = {}
    for report in group:
        if report.said.role == "target":
            aims.setdefault(key_of(report.said), []).append(Aim(report.order, report.said))
        else:
            reports.append(report)
    if aims:
        answering = [report for report in reports if report.said.role != "base"] if subject.comparable else []
        index = Reports.index(answering, yard.kind)
        for key, own in aims.items():
            _read_aims(ledger, key, own, index, yard, work)
    if subject.comparable:
        targets = [each.target for key in aims for each in ledger.filed[key]]
        ledger.series.extend(find_series(reports, targets, yard.kind))


def _read_aims(  # noqa: PLR0913, PLR0917 - one step of `_read_subject`
    ledger: FamilyLedger, key: Hashable, aims: Sequence[Aim], index: Reports, yard: Yardstick, work: _Work
) -> None:
    """Judge the targets of one key, or take over what was judged before."""
    known = work.before.filed.get(key)
    if known is None or work.changed.touches(key, known, index.kind):
        order = work.world.order
        known = tuple(
            _file(judge(target, answers_to(target, order[target.meeting], index), yard), yard, work.world)
            for target in find_targets(aims)
        )
    ledger.filed[key] = known
    for each in known:
        for meeting in each.meetings:
            ledger.targets.setdefault(meeting, []).append(each.target)
        for meeting, answer in each.answers:
            ledger.answers.setdefault(meeting, []).append(answer)


def _file(target: Target, yard: Yardstick, world: World) -> _Filed:
    """Where a target is shown: the meetings that state it, and those that answer it later."""
    meetings = tuple(dict.fromkeys(world.meeting_of[mention.article] for mention in target.mentions))
    return _Filed(target, meetings, tuple(_later_answers(target, yard, world)))


def _later_answers(target: Target, yard: Yardstick, world: World) -> Iterator[tuple[str, EarlierAnswer]]:
    for answer in target.results:
        if answer.comparable:
            status = status_alone(target, answer, yard)
            firsts = {world.meeting_of[mention.article]: mention for mention in reversed(answer.mentions)}
            for meeting, mention in firsts.items():
                if meeting != target.meeting:
                    yield meeting, _earlier_answer(target, answer, mention, status)


def _earlier_answer(target: Target, answer: Answer, mention: Mention, status: Status) -> EarlierAnswer:
    """The target as this answer alone leaves it."""
    return EarlierAnswer(
        meeting=target.meeting,
        date=target.date,
        target=target.id,
        commitment="",
        status=status,
        value=answer.value,
        period=answer.period,
        mention=mention,
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new about a family.

    said: results that came or went
    time: the day before and the day now, in order; None where the day stayed
    """

    said: tuple[Result, ...]
    time: tuple[date, date] | None

    def touches(self, key: Hashable, filed: Sequence[_Filed], kind: str) -> bool:
        """Whether the targets of a key must be judged again."""
        if self.time and _ends_between(filed, *self.time):
            return True
        return any(self._touches(result, key, filed, kind) for result in self.said)

    @staticmethod
    def _touches(said: Result, key: Hashable, filed: Sequence[_Filed], kind: str) -> bool:
        if said.role == "target":
            return key_of(said) == key
        if any(said.meeting == each.target.meeting for each in filed):
            return True
        target = filed[0].target
        return windows.relate(period_of(said, kind), target.period) in ANSWERING


def _ends_between(filed: Sequence[_Filed], first: date, last: date) -> bool:
    found = periods.parse(filed[0].target.period)
    return found is not None and first <= found.end < last
