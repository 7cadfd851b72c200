"""Commitments and the links proposed for them -> what became of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ledger.model import EarlierAnswer, MeetingLedger, Mention, Pledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.ledger.model import FollowUp, Grade, PledgeStatus
    from tui.model import Card, Commitment, Extraction, Meeting

_Said = list[tuple["Commitment", Mention]]

MEMORY = 5
"""A meeting lists the silence about the commitments of so many meetings before it; older ones tell it themselves."""

_STRENGTH: tuple[Grade, ...] = (
    "restated",
    "no_number",
    "slow_acknowledged",
    "progress_reported",
    "quantified_later",
    "done_reported",
)


class Pledges:
    """What became of all commitments, kept so that the next ledger costs only what changed."""

    def __init__(self) -> None:
        self._meetings: list[tuple[str, date | None]] = []
        self._groups: dict[str, tuple[object, list[_Said]]] = {}
        self._links: dict[str, list[FollowUp]] = {}
        self._pledges: dict[str, tuple[Pledge, ...]] = {}
        self._linked: dict[str, tuple[EarlierAnswer, ...]] = {}
        self._silences: dict[str, tuple[tuple[str, ...], tuple[EarlierAnswer, ...]]] = {}
        self._complete: dict[str, tuple[MeetingLedger, MeetingLedger]] = {}

    def update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extraction],
        links: Iterable[FollowUp],
        decisions: Mapping[str, bool],
    ) -> None:
        """Take in the meetings (oldest first, undated last), the links proposed and what the user decided."""
        known, self._meetings = self._meetings, [(meeting.id, meeting.date) for meeting in meetings]
        old, self._links = self._links, _decided(links, decisions)
        changed = {meeting.id for meeting in meetings if self._read(meeting, extractions)}
        if old != self._links:
            changed |= {meeting.id for meeting in meetings if self._is_relinked(meeting.id, old)}
        if not changed and known == self._meetings:
            return
        order = {meeting.id: place for place, meeting in enumerate(meetings)}
        last = sum(meeting.date is not None for meeting in meetings) - 1
        for meeting in meetings:
            if meeting.id in changed or known != self._meetings:
                group = self._groups[meeting.id][1]
                self._pledges[meeting.id] = tuple(
                    _pledge(said, meeting, self._links_of(said), order, last) for said in group
                )
        self._linked = _linked(self._pledges[meeting.id] for meeting in meetings)
        self._fall_silent([meeting.id for meeting in meetings if meeting.date], changed, order)
        self._complete.clear()

    def complete(self, panel: MeetingLedger) -> MeetingLedger:
        """`panel` with its commitments, and with what its meeting says to earlier ones after what it had."""
        meeting = panel.meeting.id
        known = self._complete.get(meeting)
        if known is None or known[0] is not panel:
            answers = (*panel.answers, *self._linked.get(meeting, ()), *self._silences.get(meeting, ((), ()))[1])
            done = MeetingLedger(
                panel.meeting, panel.targets, self._pledges[meeting], panel.results, answers, panel.checks
            )
            known = self._complete[meeting] = (panel, done)
        return known[1]

    def _read(self, meeting: Meeting, extractions: Mapping[str, Extraction]) -> bool:
        """Read the commitments of a meeting again if its articles changed; whether the commitments did."""
        sources = (meeting.articles, tuple(extractions.get(card.id) for card in meeting.articles))
        known = self._groups.get(meeting.id)
        if known is not None and known[0] == sources:
            return False
        found = _commitments(meeting, extractions)
        self._groups[meeting.id] = (sources, found)
        return known is None or known[1] != found

    def _is_relinked(self, meeting: str, old: Mapping[str, list[FollowUp]]) -> bool:
        """Whether another set of links, or of decisions, stands for a commitment of the meeting."""
        return any(
            old.get(each.id) != self._links.get(each.id) for said in self._groups[meeting][1] for each, _ in said
        )

    def _links_of(self, said: _Said) -> list[FollowUp]:
        return [link for each, _ in said for link in self._links.get(each.id, ())]

    def _fall_silent(self, dated: Sequence[str], changed: set[str], order: Mapping[str, int]) -> None:
        """List for each meeting the commitments of those before it that nothing has been heard of yet."""
        for place, meeting in enumerate(dated):
            before = tuple(dated[max(place - MEMORY, 0) : place])
            known = self._silences.get(meeting)
            if known is None or known[0] != before or not changed.isdisjoint(before):
                self._silences[meeting] = (before, tuple(self._silence(meeting, before, order)))

    def _silence(self, meeting: str, before: Sequence[str], order: Mapping[str, int]) -> Iterator[EarlierAnswer]:
        for place, each in enumerate(before):
            for pledge in self._pledges[each]:
                if _first_heard(pledge, order) > order[meeting]:
                    yield _silence(pledge, len(before) - place)


def _decided(links: Iterable[FollowUp], decisions: Mapping[str, bool]) -> dict[str, list[FollowUp]]:
    """The links by commitment, with what the user decided about each."""
    found: dict[str, list[FollowUp]] = {}
    for link in links:
        accepted = decisions.get(link.id, link.accepted)
        found.setdefault(link.commitment, []).append(
            link if accepted == link.accepted else replace(link, accepted=accepted)
        )
    return found


def _first_heard(pledge: Pledge, order: Mapping[str, int]) -> int:
    if not pledge.follow_ups:
        return len(order)
    return min((order[link.meeting] for link in pledge.follow_ups if link.accepted is not False), default=len(order))


def _linked(pledges: Iterable[Sequence[Pledge]]) -> dict[str, tuple[EarlierAnswer, ...]]:
    """The proposed and accepted answers to commitments, by the id of the later meeting."""
    found: dict[str, list[EarlierAnswer]] = {}
    for group in pledges:
        for pledge in group:
            for link in pledge.follow_ups:
                if link.accepted is not False:
                    found.setdefault(link.meeting, []).append(_answer(pledge, link))
    return {meeting: tuple(answers) for meeting, answers in found.items()}


def _commitments(meeting: Meeting, extractions: Mapping[str, Extraction]) -> list[_Said]:
    """The meeting's commitments; one that several papers print in the same words is one with several mentions."""
    found: dict[str, _Said] = {}
    for card in meeting.articles:
        extraction = extractions.get(card.id)
        for commitment in extraction.commitments if extraction else ():
            words = " ".join(commitment.quote.casefold().split())
            found.setdefault(words, []).append((commitment, _mention(commitment, card)))
    return list(found.values())


def _mention(commitment: Commitment, card: Card) -> Mention:
    return Mention(commitment.article, commitment.at, commitment.source, commitment.at, card.outlet, commitment.speaker)


def _pledge(said: _Said, meeting: Meeting, links: Sequence[FollowUp], order: Mapping[str, int], last: int) -> Pledge:
    known = [link for link in links if link.meeting in order]
    known.sort(key=lambda link: (link.accepted is False, order[link.meeting]))
    standing = [link for link in known if link.accepted is not False]
    heard = max(order[link.meeting] for link in standing) if standing else order[meeting.id]
    quiet = max(last - heard, 0) if meeting.date else 0
    proof = _strongest([link for link in standing if link.accepted]) or _strongest(standing)
    silent: PledgeStatus = "no_news" if quiet else "pending"
    return Pledge(
        commitment=said[0][0],
        meeting=meeting.id,
        date=meeting.date,
        status=proof.grade if proof else silent,
        proposed=proof is not None and not proof.accepted,
        follow_ups=tuple(known),
        quiet=quiet,
        mentions=tuple(mention for _, mention in said),
    )


def _strongest(links: Sequence[FollowUp]) -> FollowUp | None:
    return max(links, key=lambda link: _STRENGTH.index(link.grade)) if links else None


def _answer(pledge: Pledge, link: FollowUp) -> EarlierAnswer:
    return EarlierAnswer(
        meeting=pledge.meeting,
        date=pledge.date,
        target="",
        commitment=pledge.commitment.id,
        status=link.grade,
        value=None,
        period="",
        mention=Mention(link.article, link.at, link.source, link.at),
        quote=pledge.commitment.quote,
        reason=link.reason,
        accepted=link.accepted,
    )


def _silence(pledge: Pledge, quiet: int) -> EarlierAnswer:
    return EarlierAnswer(
        meeting=pledge.meeting,
        date=pledge.date,
        target="",
        commitment=pledge.commitment.id,
        status="no_news",
        value=None,
        period="",
        mention=None,
        quote=pledge.commitment.quote,
        quiet=quiet,
    )
