"""Meetings and what their articles say -> the ledger, whole or after some articles changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.ledger.claims import read_claims
from tui.ledger.family import FamilyLedger, World, family_of, read_family
from tui.ledger.model import Ledger, MeetingLedger
from tui.ledger.pledges import Pledges
from tui.ledger.results import read_meeting
from tui.ledger.settings import LedgerSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tui.ledger.claims import Claim
    from tui.ledger.model import Check, FollowUp, Result, Target
    from tui.ledger.settings import Indicators, Passage, Settings
    from tui.model import Extraction, Meeting

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
        touched = self._drop({meeting.id for meeting in meetings})
        for meeting in meetings:
            touched |= self._read(meeting, extractions)
        touched |= self._pass_time(max((each.date for each in meetings if each.date), default=None))
        stale = {meeting for family in touched for meeting in self._said.get(family, ())}
        stale |= {meeting for family in touched if family in self._families for meeting in self._shown(family)}
        self._judge(touched, meetings)
        stale |= {meeting for family in touched if family in self._families for meeting in self._shown(family)}
        for meeting in meetings:
            if meeting.id in stale or meeting.id not in self._panels:
                self._panels[meeting.id] = self._panel(self._reads[meeting.id])
        self._pledges.update(meetings, extractions, related, decisions or {})
        return Ledger(
            tuple(self._pledges.complete(self._panels[meeting.id]) for meeting in meetings),
            tuple(series for family in sorted(self._families) for series in self._families[family].series),
            {target.id: target for target in self._targets()},
        )

    def _drop(self, kept: set[str]) -> set[str]:
        """Forget the meetings that are gone; the families they spoke of."""
        touched: set[str] = set()
        for meeting in [each for each in self._reads if each not in kept]:
            touched |= self._forget(meeting)
            self._panels.pop(meeting, None)
        return touched

    def _forget(self, meeting: str) -> set[str]:
        read = self._reads.pop(meeting)
        for family in read.families:
            self._said[family].pop(meeting)
        return set(read.families)

    def _read(self, meeting: Meeting, extractions: Mapping[str, Extraction]) -> set[str]:
        """Read a meeting again if anything of it changed; the families it spoke or speaks of."""
        sources = tuple(extractions.get(card.id) for card in meeting.articles)
        known = self._reads.get(meeting.id)
        if known is not None and known.meeting == meeting and known.extractions == sources:
            return set()
        touched = self._forget(meeting.id) if known else set()
        for source in sources:
            if source is not None and self._passage is not None:
                self._claims[source.card.id] = read_claims(source, self._passage)
        results = read_meeting(meeting, extractions)
        families: dict[str, list[Result]] = {}
        for result in results:
            families.setdefault(family_of(result), []).append(result)
        read = _Read(meeting, sources, results, {name: tuple(group) for name, group in families.items()})
        self._reads[meeting.id] = read
        self._panels.pop(meeting.id, None)
        for family, group in read.families.items():
            self._said.setdefault(family, {})[meeting.id] = group
        return touched | set(families)

    def _pass_time(self, today: date | None) -> set[str]:
        """Move to the day of the newest meeting; the families with a target whose period ended on the way."""
        before, self._today = self._today, today
        if before is None or today is None or before == today:
            return set()
        first, last = sorted((before, today))
        return {name for name, family in self._families.items() if any(first <= end < last for end in family.ends)}

    def _judge(self, touched: Iterable[str], meetings: Sequence[Meeting]) -> None:
        meeting_of = {card.id: meeting.id for meeting in meetings for card in meeting.articles}
        order = {meeting.id: place for place, meeting in enumerate(meetings)}
        world = World(self._lexicon, self._settings, self._claims, order, meeting_of, self._today)
        for name in touched:
            if self._said.get(name):
                self._families[name] = read_family(self._said[name], world)
            else:
                self._said.pop(name, None)
                self._families.pop(name, None)

    def _shown(self, family: str) -> set[str]:
        found = self._families[family]
        return {*found.targets, *found.checks, *found.answers, *(meeting for meeting, _ in found.derivations)}

    def _panel(self, read: _Read) -> MeetingLedger:
        """A meeting's panel but for its commitments."""
        meeting = read.meeting.id
        families = [self._families[name] for name in sorted(read.families)]
        place = {card.id: index for index, card in enumerate(read.meeting.articles)}
        targets = [target for family in families for target in family.targets.get(meeting, ())]
        checks = [check for family in families for check in family.checks.get(meeting, ())]
        return MeetingLedger(
            meeting=read.meeting,
            targets=tuple(sorted(targets, key=lambda target: _target_place(target, place))),
            results=tuple(self._derived(each, families) for each in read.results if each.role in _REPORTED),
            answers=tuple(answer for family in families for answer in family.answers.get(meeting, ())),
            checks=tuple(sorted(checks, key=lambda check: _check_place(check, place))),
        )

    @staticmethod
    def _derived(result: Result, families: Iterable[FamilyLedger]) -> Result:
        key = (result.meeting, result.mentions[0])
        found = [each for family in families for each in family.derivations.get(key, ())]
        return replace(result, derivations=tuple(found)) if found else result

    def _targets(self) -> Iterable[Target]:
        return (target for family in self._families.values() for group in family.targets.values() for target in group)


def _target_place(target: Target, place: Mapping[str, int]) -> tuple[int, int]:
    return min((place[each.article], each.at.start) for each in target.mentions if each.article in place)


def _check_place(check: Check, place: Mapping[str, int]) -> tuple[int, int, str]:
    return place.get(check.claim.article, 0), check.claim.at.start, check.id
