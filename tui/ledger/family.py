"""Everything about the indicators that belong together, over all meetings: targets, series, checks, answers.

Targets are judged when something about them changes; answers, checks and series are worked out for whoever looks.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from tui import period as periods
from tui.ledger import windows
from tui.ledger.answers import ANSWERING, Report, Reports, answer_of, answers_to, line_of, period_of
from tui.ledger.checks import find_checks
from tui.ledger.checks.facts import Facts
from tui.ledger.derived import derive
from tui.ledger.judge import Yardstick, decided, judge, status_alone
from tui.ledger.lazy import Made
from tui.ledger.model import EarlierAnswer
from tui.ledger.results import Subject, subject_of
from tui.ledger.rules import load_rules
from tui.ledger.series import find_series
from tui.ledger.targets import Aim, find_targets, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.ledger.answers import Line
    from tui.ledger.claims import Claim
    from tui.ledger.model import Answer, Check, Derivation, Mention, Result, Series, Target
    from tui.ledger.settings import Indicators, Settings


@dataclass(frozen=True, slots=True)
class World:
    """What a family is judged by.

    lexicon, settings: as given
    today: the day of the newest meeting
    wording: the words a figure is told in
    """

    lexicon: Indicators
    settings: Settings
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


class Said(NamedTuple):
    """What one meeting says about a family.

    results: everything it states
    claims: those of its articles, by the article's id; about other families too
    """

    results: tuple[Result, ...]
    claims: Mapping[str, Sequence[Claim]]


class Filed(NamedTuple):
    """One target with where it is shown.

    target: as judged, without its answers
    meetings: ids of those that state it
    """

    target: Target
    meetings: tuple[str, ...]


@dataclass(frozen=True)
class SubjectLedger:
    """One subject's part of a family.

    yard: what its targets are judged by
    order: place of each meeting of the family among all
    reports: what may answer its targets
    told: everything that is no target, in the order of the meetings
    filed: its targets by what they share, see `key_of`
    """

    yard: Yardstick
    order: Mapping[str, int]
    reports: Reports
    told: Sequence[Report]
    filed: Mapping[Hashable, tuple[Filed, ...]]

    @property
    def targets(self) -> Iterator[Filed]:
        """Its targets."""
        return (each for group in self.filed.values() for each in group)

    def complete(self, target: Target) -> Target:
        """A target with its answers, which are looked for when somebody wants them."""
        return replace(target, results=Made(lambda: self._answers(target)))

    def _answers(self, target: Target) -> Iterator[Answer]:
        order = self.order[target.meeting]
        deciding, _ = decided(target, order, self.reports.heard(target), self.yard)
        return answers_to(target, order, self.reports, deciding)

    def answered(self, meeting: str) -> list[EarlierAnswer]:
        """What a meeting says to targets of earlier ones, in the order of the targets."""
        found: list[tuple[int, EarlierAnswer]] = []
        for report in self.reports.by_meeting.get(meeting, ()):
            for group in self._aims_at(report.said) if report.said.date else ():
                before = bisect_left(group, report.order, key=lambda each: self.order[each[1].meeting])
                found += [(place, self._earlier(target, report)) for place, target in group[:before]]
        return [answer for _, answer in sorted(found, key=itemgetter(0))]

    def _aims_at(self, said: Result) -> list[list[tuple[int, Target]]]:
        """The groups of targets, numbered, that a result may answer."""
        at = line_of(said), period_of(said, self.yard.kind)
        if at not in self._aimed:
            groups = self._aims.get(at[0], ())
            self._aimed[at] = [group for aimed, group in groups if windows.relate(at[1], aimed) in ANSWERING]
        return self._aimed[at]

    @cached_property
    def _aimed(self) -> dict[tuple[Line, str], list[list[tuple[int, Target]]]]:
        return {}

    @cached_property
    def _aims(self) -> Mapping[Line, list[tuple[str, list[tuple[int, Target]]]]]:
        """The targets, numbered, by line and period, each group in the order of the meetings."""
        found: dict[Line, list[tuple[str, list[tuple[int, Target]]]]] = {}
        place = 0
        for group in self.filed.values():
            numbered = [(place + number, each.target) for number, each in enumerate(group)]
            place += len(group)
            found.setdefault(line_of(group[0].target), []).append((group[0].target.period, numbered))
        return found

    def _earlier(self, target: Target, report: Report) -> EarlierAnswer:
        """The target as this report alone leaves it."""
        answer = answer_of(target, [report], self.yard.kind)
        return EarlierAnswer(
            meeting=target.meeting,
            date=target.date,
            target=target.id,
            commitment="",
            status=status_alone(target, answer, self.yard),
            value=answer.value,
            period=answer.period,
            mention=answer.mentions[0],
        )

    @property
    def series(self) -> tuple[Series, ...]:
        """Its series."""
        return find_series(self.told, [each.target for each in self.targets], self.yard.kind)


@dataclass(frozen=True)
class FamilyLedger:
    """One family's part of the ledger; nothing in it changes, so a panel made of it stands as long as it does.

    world: what it is judged by
    said: what each meeting says about it, by the meeting's id, oldest first
    reports: everything that is no target, in the order of the meetings
    subjects: its parts
    """

    world: World
    said: Mapping[str, Said]
    reports: Sequence[Report]
    subjects: Mapping[Subject, SubjectLedger]

    @cached_property
    def stated(self) -> Mapping[str, list[tuple[SubjectLedger, Target]]]:
        """The targets by the id of each meeting that states them, with the subject that completes them."""
        found: dict[str, list[tuple[SubjectLedger, Target]]] = {}
        for subject in self.subjects.values():
            for target, meetings in subject.targets:
                for meeting in meetings:
                    found.setdefault(meeting, []).append((subject, target))
        return found

    def answered(self, meeting: str) -> list[EarlierAnswer]:
        """What a meeting says to targets of earlier ones."""
        return [answer for subject in self.subjects.values() for answer in subject.answered(meeting)]

    @cached_property
    def checks(self) -> Mapping[str, list[Check]]:
        """The claims tested, by the id of the meeting that makes them."""
        found: dict[str, list[Check]] = {}
        for meeting, check in find_checks(self._facts) if self._is_known else ():
            found.setdefault(meeting, []).append(check)
        return found

    @cached_property
    def derivations(self) -> Mapping[tuple[str, Mention], list[Derivation]]:
        """What follows from results, by the meeting's id and the result's first mention."""
        found: dict[tuple[str, Mention], list[Derivation]] = {}
        for report, derivation in derive(self._facts, self.world.yard) if self._is_known else ():
            found.setdefault((report.said.meeting, report.said.mentions[0]), []).append(derivation)
        return found

    @property
    def series(self) -> list[Series]:
        """Over all meetings; what cannot be compared makes none."""
        return [each for subject, part in self.subjects.items() if subject.comparable for each in part.series]

    @property
    def _is_known(self) -> bool:
        return next(iter(self.subjects)).indicator != "other"

    @cached_property
    def _facts(self) -> Facts:
        claims = {article: found for said in self.said.values() for article, found in said.claims.items()}
        return Facts(self.reports, claims, self.world.kind, self.world.wording)

    def ends_between(self, first: date, last: date) -> bool:
        """Whether time passed the end of a target's period on the way from `first` to `last`."""
        groups = (group for subject in self.subjects.values() for group in subject.filed.values())
        return any(_passes(group[0].target, first, last) for group in groups)


def family_of(said: Result) -> str:
    """The name of the family a result belongs to; what cannot be compared with anything has one of its own."""
    subject = subject_of(said)
    if subject.indicator != "other":
        return load_rules().family(subject.indicator)
    return f"other:{subject.series}" if subject.comparable else f"other@{said.meeting}"


class News(NamedTuple):
    """What a family is read again with.

    order: place of each meeting among all, by its id
    meeting_of: id of the meeting an article reports, by its id
    before: what the family was; None for a new one. Targets that nothing `changed` touches are taken over
    changed: what is new about it
    """

    order: Mapping[str, int]
    meeting_of: Mapping[str, str]
    before: FamilyLedger | None
    changed: Changes


def read_family(said: Mapping[str, Said], world: World, news: News) -> FamilyLedger:
    """The ledger of one family from what each meeting, by its id, says about it."""
    order = {meeting: news.order[meeting] for meeting in sorted(said, key=news.order.__getitem__)}
    told: list[Report] = []
    subjects: dict[Subject, tuple[list[Report], list[Report]]] = {}
    for meeting, place in order.items():
        for result in said[meeting].results:
            report, is_target = Report(place, result), result.role == "target"
            subjects.setdefault(subject_of(result), ([], []))[is_target].append(report)
            if not is_target:
                told.append(report)
    before = news.before.subjects if news.before else {}
    parts = {
        subject: _read_subject(subject, reports, world, news._replace(order=order), before.get(subject))
        for subject, reports in subjects.items()
    }
    return FamilyLedger(world, {meeting: said[meeting] for meeting in order}, told, parts)


def _read_subject(
    subject: Subject, reports: tuple[list[Report], list[Report]], world: World, news: News, before: SubjectLedger | None
) -> SubjectLedger:
    told, aims = reports
    yard = world.yard(subject.indicator)
    index = Reports(told if subject.comparable and aims else (), yard.kind)
    keys: dict[Hashable, list[Aim]] = {}
    for order, said in aims:
        keys.setdefault(key_of(said), []).append(Aim(order, said))
    filed = {}
    for key, group in keys.items():
        known = before.filed.get(key) if before else None
        again = known is None or news.changed.touches(key, known[0].target, yard.kind)
        filed[key] = _file(group, index, yard, news) if again or not known else known
    return SubjectLedger(yard, news.order, index, told, filed)


def _file(aims: Sequence[Aim], index: Reports, yard: Yardstick, news: News) -> tuple[Filed, ...]:
    """The targets of one key, judged, with the meetings that state them."""
    found = []
    for target in find_targets(aims):
        judged = judge(target, news.order[target.meeting], index.heard(target), yard)
        meetings = dict.fromkeys(news.meeting_of[mention.article] for mention in target.mentions)
        found.append(Filed(judged, tuple(meetings)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new about a family.

    said: results that came or went
    time: the day before and the day now, in order; None where the day stayed
    """

    said: tuple[Result, ...]
    time: tuple[date, date] | None

    def touches(self, key: Hashable, target: Target, kind: str) -> bool:
        """Whether the targets of a key, of which `target` is one, must be judged again."""
        if self.time and _passes(target, *self.time):
            return True
        return any(self._touches(result, key, target, kind) for result in self.said)

    @staticmethod
    def _touches(said: Result, key: Hashable, target: Target, kind: str) -> bool:
        if said.role == "target":
            return key_of(said) == key
        alike = subject_of(said) == subject_of(target) and line_of(said) == line_of(target)
        return alike and windows.relate(period_of(said, kind), target.period) in ANSWERING


def _passes(target: Target, first: date, last: date) -> bool:
    found = periods.parse(target.period)
    return found is not None and first <= found.end < last
