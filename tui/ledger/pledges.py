"""Commitments and the links proposed for them -> what became of each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.ledger.model import EarlierAnswer, Mention, Pledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.ledger.model import FollowUp, Grade, MeetingLedger, PledgeStatus
    from tui.model import Card, Commitment, Extraction, Meeting

_Said = list[tuple["Commitment", Mention]]

MEMORY = 8
"""A meeting lists the silence about the commitments of so many meetings before it; older ones tell it themselves."""

_STRENGTH: tuple[Grade, ...] = (
    "restated",
    "slow_acknowledged",
    "progress_reported",
    "quantified_later",
    "done_reported",
)


class Pledges:
    """What became of all commitments, kept so that the next ledger costs only what changed."""

    def __init__(self) -> None:
        self._groups: dict[str, tuple[object, list[_Said]]] = {}
        self._versions: dict[str, int] = {}
        self._links: dict[str, list[FollowUp]] = {}
        self._pledges: dict[str, tuple[Pledge, ...]] = {}
        self._linked: dict[str, list[EarlierAnswer]] = {}
        self._silences: dict[str, tuple[object, tuple[EarlierAnswer, ...]]] = {}

    def update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extraction],
        links: Iterable[FollowUp],
        decisions: Mapping[str, bool],
    ) -> None:
        """Take in the meetings (oldest first, undated last), the links proposed and what the user decided."""
        old, self._links = self._links, _decided(links, decisions)
        for meeting in meetings:
            self._read(meeting, extractions, old)
        order = {meeting.id: place for place, meeting in enumerate(meetings)}
        last = sum(meeting.date is not None for meeting in meetings) - 1
        self._pledges = {
            meeting.id: tuple(
                _pledge(said, meeting, self._links_of(said), order, last) for said in self._groups[meeting.id][1]
            )
            for meeting in meetings
        }
        self._linked = _linked(self._pledges.values())
        dated = [meeting for meeting in meetings if meeting.date]
        for place, meeting in enumerate(dated):
            self._fall_silent(meeting, dated[max(place - MEMORY, 0) : place], order)

    def complete(self, panel: MeetingLedger) -> MeetingLedger:
        """`panel` with its commitments, and with what its meeting says to earlier ones after what it had."""
        meeting = panel.meeting.id
        silent = self._silences[meeting][1] if meeting in self._silences else ()
        answers = (*panel.answers, *self._linked.get(meeting, ()), *silent)
        return replace(panel, commitments=self._pledges[meeting], answers=answers)

    def _read(self, meeting: Meeting, extractions: Mapping[str, Extraction], old: Mapping[str, object]) -> None:
        sources = (meeting.articles, tuple(extractions.get(card.id) for card in meeting.articles))
        known = self._groups.get(meeting.id)
        if known is None or known[0] != sources:
            known = self._groups[meeting.id] = (sources, _commitments(meeting, extractions))
            self._versions[meeting.id] = self._versions.get(meeting.id, 0) + 1
        elif any(old.get(each.id) != self._links.get(each.id) for said in known[1] for each, _ in said):
            self._versions[meeting.id] += 1

    def _links_of(self, said: _Said) -> list[FollowUp]:
        return [link for each, _ in said for link in self._links.get(each.id, ())]

    def _fall_silent(self, meeting: Meeting, before: Sequence[Meeting], order: Mapping[str, int]) -> None:
        """List the commitments of the meetings `before` that nothing has been heard of yet."""
        key = tuple((each.id, self._versions[each.id]) for each in before)
        known = self._silences.get(meeting.id)
        if known is None or known[0] != key:
            found = tuple(
                _silence(pledge, len(before) - place)
                for place, each in enumerate(before)
                for pledge in self._pledges[each.id]
                if _first_heard(pledge, order) > order[meeting.id]
            )
            self._silences[meeting.id] = (key, found)


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
    return min((order[link.meeting] for link in pledge.follow_ups if link.accepted is not False), default=len(order))


def _linked(pledges: Iterable[Sequence[Pledge]]) -> dict[str, list[EarlierAnswer]]:
    """The proposed and accepted answers to commitments, by the id of the later meeting."""
    found: dict[str, list[EarlierAnswer]] = {}
    for group in pledges:
        for pledge in group:
            for link in pledge.follow_ups:
                if link.accepted is not False:
                    found.setdefault(link.meeting, []).append(_answer(pledge, link))
    return found


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
    known = sorted(
        (link for link in links if link.meeting in order),
        key=lambda link: (link.accepted is False, order[link.meeting]),
    )
    standing = [link for link in known if link.accepted is not False]
    heard = max((order[link.meeting] for link in standing), default=order[meeting.id])
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
    return max(links, key=lambda link: _STRENGTH.index(link.grade), default=None)


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
