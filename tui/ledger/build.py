"""Meetings and what their articles say -> the ledger, whole or after some articles changed."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tui.ledger.checks.repeats import gather
from tui.ledger.claims import read_claims
from tui.ledger.family import Changes, FamilyLedger, World, family_of, read_family
from tui.ledger.model import Ledger, MeetingLedger
from tui.ledger.pledges import Pledges
from tui.ledger.results import read_meeting
from tui.ledger.settings import LedgerSettings
from tui.ledger.wording import Wordings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tui.ledger.claims import Claim
    from tui.ledger.model import Check, FollowUp, Result, Target
    from tui.ledger.settings import Indicators, Passage, Settings
    from tui.model import Extraction, Meeting

_Changes = dict[str, list["Result"]]
_REPORTED = frozenset({"result", "forecast"})


def build(  # noqa: PLR0913 - everything the ledger rests on
    meetings: Sequence[Meeting],
    extractions: Mapping[str, Extraction],
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
    families: the same by family
    """

    meeting: Meeting
    extractions: tuple[Extraction | None, ...]
    results: tuple[Result, ...]
    families: Mapping[str, tuple[Result, ...]]


class LedgerBuilder:
    """Keeps what it worked out, so that the next ledger costs only what changed.

    lexicon, settings, passage: as for `build`; make a new builder when one of them changes
    """

    def __init__(self, lexicon: Indicators, settings: Settings | None = None, passage: Passage | None = None) -> None:
        self._lexicon = lexicon
        self._settings: Settings = settings or LedgerSettings()
        self._passage = passage
        self._reads: dict[str, _Read] = {}
        self._claims: dict[str, tuple[Claim, ...]] = {}
        self._wordings = Wordings(passage)
        self._said: dict[str, dict[str, tuple[Result, ...]]] = {}
        self._families: dict[str, FamilyLedger] = {}
        self._panels: dict[str, MeetingLedger] = {}
        self._pledges = Pledges()
        self._today: date | None = None

    def update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extraction],
        *,
        decisions: Mapping[str, bool] | None = None,
        related: Sequence[FollowUp] = (),
    ) -> Ledger:
        """The ledger of `meetings`; arguments as for `build`."""
        with _uncollected():
            return self._update(meetings, extractions, related, decisions or {})

    def _update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extraction],
        related: Sequence[FollowUp],
        decisions: Mapping[str, bool],
    ) -> Ledger:
        changes = self._drop({meeting.id for meeting in meetings})
        for meeting in meetings:
            _merge(changes, self._read(meeting, extractions))
        time = self._pass_time(max((each.date for each in meetings if each.date), default=None))
        for name, family in self._families.items():
            if time and family.ends_between(*time):
                changes.setdefault(name, [])
        for meeting_id in self._judge(changes, time, meetings):
            self._panels.pop(meeting_id, None)
        for meeting in meetings:
            if meeting.id not in self._panels:
                self._panels[meeting.id] = self._panel(self._reads[meeting.id])
        self._pledges.update(meetings, extractions, related, decisions)
        return Ledger(
            tuple(self._pledges.complete(self._panels[meeting.id]) for meeting in meetings),
            tuple(series for family in sorted(self._families) for series in self._families[family].series),
            {target.id: target for target in self._targets()},
        )

    def _drop(self, kept: set[str]) -> _Changes:
        """Forget the meetings that are gone; what they said, by family."""
        changes: _Changes = {}
        for meeting in [each for each in self._reads if each not in kept]:
            _merge(changes, self._forget(meeting))
        return changes

    def _forget(self, meeting: str) -> _Changes:
        read = self._reads.pop(meeting)
        self._panels.pop(meeting, None)
        for family in read.families:
            self._said[family].pop(meeting)
        return {family: list(results) for family, results in read.families.items()}

    def _read(self, meeting: Meeting, extractions: Mapping[str, Extraction]) -> _Changes:
        """Read a meeting again if anything of it changed; what it said and says, by family."""
        sources = tuple(extractions.get(card.id) for card in meeting.articles)
        known = self._reads.get(meeting.id)
        if known is not None and known.meeting == meeting and known.extractions == sources:
            return {}
        changes = self._forget(meeting.id) if known else {}
        for source in sources:
            if source is not None and self._passage is not None:
                self._claims[source.card.id] = read_claims(source, self._passage)
                self._wordings.forget(source.card.id)
        results = read_meeting(meeting, extractions)
        families: dict[str, list[Result]] = {}
        for result in results:
            families.setdefault(family_of(result), []).append(result)
        read = _Read(meeting, sources, results, {name: tuple(group) for name, group in families.items()})
        self._reads[meeting.id] = read
        for family, group in read.families.items():
            self._said.setdefault(family, {})[meeting.id] = group
        _merge(changes, families)
        return changes

    def _pass_time(self, today: date | None) -> tuple[date, date] | None:
        """Move to the day of the newest meeting; the way there, earlier day first, None where it is none.

        Without a dated meeting nothing is over, as on the first of days.
        """
        before, self._today = self._today or date.min, today
        now = today or date.min
        return None if before == now else (min(before, now), max(before, now))

    def _judge(self, changes: _Changes, time: tuple[date, date] | None, meetings: Sequence[Meeting]) -> set[str]:
        """Read the changed families again; the meetings whose panels are no longer right."""
        meeting_of = {card.id: meeting.id for meeting in meetings for card in meeting.articles}
        order = {meeting.id: place for place, meeting in enumerate(meetings)}
        world = World(self._lexicon, self._settings, self._claims, order, meeting_of, self._today, self._wordings)
        stale: set[str] = set()
        for name, results in changes.items():
            before = self._families.pop(name, None) or FamilyLedger()
            if not self._said.get(name):
                self._said.pop(name, None)
                continue
            family = read_family(self._said[name], world, before, Changes(tuple(results), time))
            stale |= family.differs(before)
            self._families[name] = family
        return stale

    def _panel(self, read: _Read) -> MeetingLedger:
        """A meeting's panel but for its commitments."""
        meeting = read.meeting.id
        families = [self._families[name] for name in sorted(read.families)]
        place = {card.id: index for index, card in enumerate(read.meeting.articles)}
        targets = [target for family in families for target in family.targets.get(meeting, ())]
        checks = gather(check for family in families for check in family.checks.get(meeting, ()))
        return MeetingLedger(
            meeting=read.meeting,
            targets=tuple(sorted(targets, key=lambda target: _target_place(target, place))),
            results=tuple(self._derived(each, families) for each in read.results if each.role in _REPORTED),
            answers=tuple(answer for family in families for answer in family.answers.get(meeting, ())),
            checks=tuple(sorted(checks, key=lambda check: _check_place(check, place))),
        )

    @staticmethod
    def _derived(result: Result, families: Iterable[FamilyLedger]) -> Result:
        found = [
            derivation
            for family in families
            for mention, derivation in family.derivations.get(result.meeting, ())
            if mention == result.mentions[0]
        ]
        return replace(result, derivations=tuple(found)) if found else result

    def _targets(self) -> Iterable[Target]:
        return (target for family in self._families.values() for group in family.targets.values() for target in group)


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


def _merge(changes: _Changes, more: Mapping[str, Iterable[Result]]) -> None:
    for family, results in more.items():
        changes.setdefault(family, []).extend(results)


def _target_place(target: Target, place: Mapping[str, int]) -> tuple[int, int]:
    return min((place[each.article], each.at.start) for each in target.mentions if each.article in place)


def _check_place(check: Check, place: Mapping[str, int]) -> tuple[int, int, str]:
    return place.get(check.claim.article, 0), check.claim.at.start, check.id
