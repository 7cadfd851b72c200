"""Commitments and the links proposed for them -> what became of each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.ledger.model import EarlierAnswer, Mention, Pledge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.ledger.model import FollowUp, Grade, PledgeStatus
    from tui.ledger.settings import Extracted
    from tui.model import Card, Commitment, Meeting

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


@dataclass(frozen=True)
class Book:
    """What became of all commitments, worked out for the meetings that somebody looks at; nothing in it changes.

    days: the day of each meeting by its id, oldest first, undated last
    said: the commitments of each meeting, by its id
    links: what was proposed for each commitment, by its id, with what the user decided
    """

    days: Mapping[str, date | None] = field(default_factory=dict)
    said: Mapping[str, list[_Said]] = field(default_factory=dict)
    links: Mapping[str, list[FollowUp]] = field(default_factory=dict)

    def count(self, meeting: str) -> int:
        """How many commitments were made at a meeting."""
        return len(self.said[meeting])

    def of(self, meeting: str) -> tuple[Pledge, ...]:
        """What became of the commitments made at a meeting."""
        return tuple(self._pledge(each, meeting) for each in self.said[meeting])

    def answers(self, meeting: str) -> tuple[EarlierAnswer, ...]:
        """What a meeting says to commitments of earlier ones, and on which of the last few it is silent."""
        return (*self._linked.get(meeting, ()), *self._silences(meeting))

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {meeting: place for place, meeting in enumerate(self.days)}

    @cached_property
    def _dated(self) -> tuple[str, ...]:
        return tuple(meeting for meeting, day in self.days.items() if day)

    @cached_property
    def _linked(self) -> Mapping[str, list[EarlierAnswer]]:
        """The proposed and accepted answers to commitments, by the id of the later meeting."""
        found: dict[str, list[EarlierAnswer]] = {}
        for meeting in self.days if self.links else ():
            for said in self.said[meeting]:
                links = self._links_of(said)
                pledge = self._pledge(said, meeting) if links else None
                for link in pledge.follow_ups if pledge else ():
                    if pledge and link.accepted is not False:
                        found.setdefault(link.meeting, []).append(_answer(pledge, link))
        return found

    def _silences(self, meeting: str) -> Iterator[EarlierAnswer]:
        """The commitments of the meetings before it that nothing has been heard of yet."""
        if not self.days[meeting]:
            return
        place = self._order[meeting]
        before = self._dated[max(place - MEMORY, 0) : place]
        for number, each in enumerate(before):
            for said in self.said[each]:
                if self._first_heard(said) > place:
                    yield _silence(said[0][0], each, self.days[each], len(before) - number)

    def _first_heard(self, said: _Said) -> int:
        """The place of the meeting that first answers a commitment; after all of them where none does."""
        heard = (link.meeting for link in self._links_of(said) if link.accepted is not False)
        return min((self._order[each] for each in heard if each in self._order), default=len(self._order))

    def _links_of(self, said: _Said) -> list[FollowUp]:
        return [link for each, _ in said for link in self.links.get(each.id, ())]

    def _pledge(self, said: _Said, meeting: str) -> Pledge:
        where, last = (meeting, self.days[meeting]), len(self._dated) - 1
        return _pledge(said, where, self._links_of(said), self._order, last)


class Pledges:
    """Keeps what was read of commitments, so that the next book costs only what changed."""

    def __init__(self) -> None:
        self._sources: dict[str, object] = {}
        self._book = Book()

    def update(
        self,
        meetings: Sequence[Meeting],
        extractions: Mapping[str, Extracted],
        links: Iterable[FollowUp],
        decisions: Mapping[str, bool],
    ) -> Book:
        """The book of these meetings (oldest first, undated last) and links, and of what the user decided.

        The very same as before where it says the same.
        """
        known, self._sources = self._sources, {}
        said: dict[str, list[_Said]] = {}
        for each in meetings:
            sources = (each.articles, tuple(extractions.get(card.id) for card in each.articles))
            same = each.id in known and known[each.id] == sources
            self._sources[each.id] = sources
            said[each.id] = self._book.said[each.id] if same else _commitments(each, extractions)
        book = Book({meeting.id: meeting.date for meeting in meetings}, said, _decided(links, decisions))
        if book != self._book or list(book.days) != list(self._book.days):
            self._book = book
        return self._book


def _decided(links: Iterable[FollowUp], decisions: Mapping[str, bool]) -> dict[str, list[FollowUp]]:
    """The links by commitment, with what the user decided about each."""
    found: dict[str, list[FollowUp]] = {}
    for link in links:
        accepted = decisions.get(link.id, link.accepted)
        found.setdefault(link.commitment, []).append(
            link if accepted == link.accepted else replace(link, accepted=accepted)
        )
    return found


def _commitments(meeting: Meeting, extractions: Mapping[str, Extracted]) -> list[_Said]:
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


def _pledge(
    said: _Said, where: tuple[str, date | None], links: Sequence[FollowUp], order: Mapping[str, int], last: int
) -> Pledge:
    meeting, day = where
    known = [link for link in links if link.meeting in order]
    known.sort(key=lambda link: (link.accepted is False, order[link.meeting]))
    standing = [link for link in known if link.accepted is not False]
    heard = max(order[link.meeting] for link in standing) if standing else order[meeting]
    quiet = max(last - heard, 0) if day else 0
    proof = _strongest([link for link in standing if link.accepted]) or _strongest(standing)
    silent: PledgeStatus = "no_news" if quiet else "pending"
    return Pledge(
        commitment=said[0][0],
        meeting=meeting,
        date=day,
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


def _silence(commitment: Commitment, meeting: str, day: date | None, quiet: int) -> EarlierAnswer:
    return EarlierAnswer(
        meeting=meeting,
        date=day,
        target="",
        commitment=commitment.id,
        status="no_news",
        value=None,
        period="",
        mention=None,
        quote=commitment.quote,
        quiet=quiet,
    )
