"""Meetings and what their articles say -> the ledger, whole or after some articles changed."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tui.ledger.checks.repeats import gather
from tui.ledger.claims import read_claims
from tui.ledger.family import Changes, FamilyLedger, News, Said, World, family_of, read_family
from tui.ledger.lazy import Looked, Made, Panels, Tally
from tui.ledger.model import Ledger, MeetingLedger
from tui.ledger.pledges import Book, Pledges
from tui.ledger.results import read_meeting
from tui.ledger.settings import LedgerSettings
from tui.ledger.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.ledger.claims import Claim
    from tui.ledger.family import SubjectLedger
    from tui.ledger.model import Check, FollowUp, Result, Series, Status, Target
    from tui.ledger.settings import Extracted, Indicators, Passage, Settings, Tell
    from tui.model import Meeting, Statement

_Changes = dict[str, list["Result"]]
_REPORTED = frozenset({"result", "forecast"})


def build(  # noqa: PLR0913 - everything the ledger rests on
    meetings: Sequence[Meeting],
    extractions: Mapping[str, Extracted],
    lexicon: Indicators,
    settings: Settings | None = None,
    *,
    decisions: Mapping[str, bool] | None = None,
    related: Sequence[FollowUp] = (),
    passage: Passage | None = None,
) -> Ledger:
    """The ledger of `meetings` (oldest first, undated last).

    extractions: by article id; an article without one counts as silent
    decisions: follow-up id to accepted or rejected, by the user
    related: the links proposed from commitments to later passages, see `follow_ups`
    passage: reads the words of an article; without it, claims that need their sentence are not checked
    """
    builder = LedgerBuilder(lexicon, settings, passage)
    return builder.update(meetings, extractions, decisions=decisions, related=related)


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of a meeting.

    meeting, extractions: what it was read from
    results: everything it states
    families: the same by family, with what its articles claim
    reported: how many of the results its panel shows
    """

    meeting: Meeting
    extractions: tuple[Extracted | None, ...]
    results: tuple[Result, ...]
    families: Mapping[str, Said]
    reported: int

    def is_of(self, meeting: Meeting, sources: tuple[Extracted | None, ...]) -> bool:
        """Whether it was read from these."""
        return self.extractions == sources and (self.meeting is meeting or self.meeting == meeting)


class LedgerBuilder:
    """Keeps what it worked out, so that the next ledger costs only what changed.

    lexicon, settings, passage: as for `build`; make a new builder when one of them changes
    """

    def __init__(self, lexicon: Indicators, settings: Settings | None = None, passage: Passage | None = None) -> None:
        self._lexicon = lexicon
        self._settings: Settings = settings or LedgerSettings()
        self._passage = passage
        self._wordings = Wordings(passage)
        self._reads: dict[str, _Read] = {}
        self._said: dict[str, dict[str, Said]] = {}
        self._families: dict[str, FamilyLedger] = {}
        self._pledges = Pledges()
        self._today: date | None = None
        self._panels: Panels | None = None

    def update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extracted],
        *,
        decisions: Mapping[str, bool] | None = None,
        related: Sequence[FollowUp] = (),
        tell: Tell = lambda _done, _of: None,
    ) -> Ledger:
        """The ledger of `meetings`; arguments as for `build`.

        `tell` is told how many meetings have been looked at whenever one was read. A builder that did not come to an
        end knows half of what changed and must not be used again.
        """
        with _uncollected():
            self._judge(self._changes(meetings, extractions, tell), meetings)
            book = self._pledges.update(meetings, extractions, related, decisions or {})
            ledger = _Whole(dict(self._reads), dict(self._families), book).ledger(tuple(meetings), self._panels)
        self._panels = ledger.panels
        return ledger

    def _changes(self, meetings: Sequence[Meeting], extractions: Mapping[str, Extracted], tell: Tell) -> _Changes:
        """Read what changed; what came or went, by family."""
        changes: _Changes = {}
        kept = {meeting.id for meeting in meetings}
        for meeting_id in [each for each in self._reads if each not in kept]:
            _merge(changes, self._forget(meeting_id))
        for done, meeting in enumerate(meetings):
            sources = tuple(extractions.get(card.id) for card in meeting.articles)
            known = self._reads.get(meeting.id)
            if known is None or not known.is_of(meeting, sources):
                tell(done, len(meetings))
                self._read(meeting, sources, changes)
        return changes

    def _forget(self, meeting: str) -> Mapping[str, Said]:
        families = self._reads.pop(meeting).families
        for family in families:
            self._said[family].pop(meeting)
        return families

    def _read(self, meeting: Meeting, sources: tuple[Extracted | None, ...], changes: _Changes) -> None:
        """Read a meeting, perhaps again, and note what it said and says."""
        if meeting.id in self._reads:
            _merge(changes, self._forget(meeting.id))
        told = {card.id: source.statements for card, source in zip(meeting.articles, sources, strict=True) if source}
        results = read_meeting(meeting, told)
        claims = self._claims(told)
        groups: dict[str, list[Result]] = {}
        for result in results:
            groups.setdefault(family_of(result), []).append(result)
        families = {family: Said(tuple(group), claims) for family, group in groups.items()}
        self._reads[meeting.id] = _Read(
            meeting, sources, results, families, sum(each.role in _REPORTED for each in results)
        )
        for family, said in families.items():
            self._said.setdefault(family, {})[meeting.id] = said
        _merge(changes, families)

    def _claims(self, told: Mapping[str, Sequence[Statement]]) -> Mapping[str, Sequence[Claim]]:
        """What the articles claim, by their ids; those that claim nothing are left out."""
        found = {}
        for article, statements in told.items() if self._passage else ():
            self._wordings.forget(article)
            found[article] = read_claims(article, statements, self._passage) if self._passage else ()
        return {article: claims for article, claims in found.items() if claims}

    def _judge(self, changes: _Changes, meetings: Sequence[Meeting]) -> None:
        """Read the families again that changed, or whose periods time has passed the end of."""
        time = self._pass_time(max((each.date for each in meetings if each.date), default=None))
        for name, family in self._families.items():
            if time and family.ends_between(*time):
                changes.setdefault(name, [])
        meeting_of = {card.id: meeting.id for meeting in meetings for card in meeting.articles}
        order = {meeting.id: place for place, meeting in enumerate(meetings)}
        world = World(self._lexicon, self._settings, self._today, self._wordings)
        for name, results in changes.items():
            before = self._families.pop(name, None)
            if self._said[name]:
                news = News(order, meeting_of, before, Changes(tuple(results), time))
                self._families[name] = read_family(self._said[name], world, news)
            else:
                self._said.pop(name)

    def _pass_time(self, today: date | None) -> tuple[date, date] | None:
        """Move to the day of the newest meeting; the way there, earlier day first, None where it is none.

        Without a dated meeting nothing is over, as on the first of days.
        """
        before, self._today = self._today or date.min, today
        now = today or date.min
        return None if before == now else (min(before, now), max(before, now))


@dataclass(frozen=True, slots=True)
class _Whole:
    """All that a ledger is made of; nothing in it changes.

    reads: what was read of each meeting, by its id
    families: by name
    book: the commitments
    """

    reads: Mapping[str, _Read]
    families: Mapping[str, FamilyLedger]
    book: Book

    def ledger(self, meetings: Sequence[Meeting], before: Panels | None) -> Ledger:
        """The ledger, with panels of the one `before` where they still stand."""
        return Ledger(
            Panels(meetings, self._parts, self._panel, self._tallies, before),
            Made(self._series),
            Looked(self._targets, lambda found: found[0].complete(found[1])),
        )

    def _families_of(self, meeting: Meeting) -> list[FamilyLedger]:
        return [self.families[name] for name in sorted(self.reads[meeting.id].families)]

    def _parts(self, meeting: Meeting) -> tuple[object, ...]:
        return (self.reads[meeting.id], self.book, *self._families_of(meeting))

    def _tallies(self) -> dict[str, Tally]:
        stated: dict[str, list[Status]] = {}
        for family in self.families.values():
            for meeting, targets in family.stated.items():
                stated.setdefault(meeting, []).extend(target.status for _, target in targets)
        tallies = {}
        for name, read in self.reads.items():
            statuses = stated.get(name, ())
            tallies[name] = Tally(len(statuses), read.reported, self.book.count(name), frozenset(statuses))
        return tallies

    def _panel(self, meeting: Meeting) -> MeetingLedger:
        read, families, name = self.reads[meeting.id], self._families_of(meeting), meeting.id
        place = {card.id: index for index, card in enumerate(meeting.articles)}
        stated = [each for family in families for each in family.stated.get(name, ())]
        stated.sort(key=lambda each: _target_place(each[1], place))
        checks = gather(check for family in families for check in family.checks.get(name, ()))
        answers = [answer for family in families for answer in family.answered(name)]
        return MeetingLedger(
            meeting=read.meeting,
            targets=tuple(subject.complete(target) for subject, target in stated),
            commitments=self.book.of(name),
            results=tuple(_derived(each, families) for each in read.results if each.role in _REPORTED),
            answers=(*answers, *self.book.answers(name)),
            checks=tuple(sorted(checks, key=lambda check: _check_place(check, place))),
        )

    def _series(self) -> Iterator[Series]:
        return (series for name in sorted(self.families) for series in self.families[name].series)

    def _targets(self) -> dict[str, tuple[SubjectLedger, Target]]:
        subjects = (subject for name in sorted(self.families) for subject in self.families[name].subjects.values())
        return {each.target.id: (subject, each.target) for subject in subjects for each in subject.targets}


def _derived(result: Result, families: Iterable[FamilyLedger]) -> Result:
    """A result with what follows from it."""
    place = (result.meeting, result.mentions[0])
    found = [each for family in families for each in family.derivations.get(place, ())]
    return replace(result, derivations=tuple(found)) if found else result


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: a ledger is many facts and no cycle, and searching would double its time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _merge(changes: _Changes, more: Mapping[str, Said]) -> None:
    for family, said in more.items():
        changes.setdefault(family, []).extend(said.results)


def _target_place(target: Target, place: Mapping[str, int]) -> tuple[int, int]:
    return min((place[each.article], each.at.start) for each in target.mentions if each.article in place)


def _check_place(check: Check, place: Mapping[str, int]) -> tuple[int, int, str]:
    return place.get(check.claim.article, 0), check.claim.at.start, check.id
