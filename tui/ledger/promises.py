"""What became of a commitment: the later passages that may answer it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

    from tui.ledger.values import Mention
    from tui.model import Commitment, Span

Grade = Literal["restated", "no_number", "progress_reported", "done_reported", "quantified_later", "slow_acknowledged"]
PledgeStatus = Literal[
    "pending",
    "restated",
    "progress_reported",
    "done_reported",
    "quantified_later",
    "slow_acknowledged",
    "no_number",
    "no_news",
]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A later passage that may answer a commitment: a proposal until the user accepts it.

    id: stable while commitment and passage stay; decisions are kept under it
    commitment: id of the commitment
    meeting: id of the later meeting
    article, at, source: the passage
    quote: its words
    grade: what it would show
    reason: why it is proposed, one sentence in Vietnamese for the user
    accepted: True or False once the user has decided, None before
    """

    id: str
    commitment: str
    meeting: str
    article: str
    at: Span
    source: Span
    quote: str
    grade: Grade
    reason: str
    accepted: bool | None = None


@dataclass(frozen=True, slots=True)
class Pledge:
    """A commitment with what became of it.

    commitment: as found
    meeting, date: where it was made
    status: the strongest grade among follow-ups not rejected; `no_news` where later meetings say nothing
    proposed: the status rests on proposals only
    follow_ups: accepted ones and proposals, oldest first; rejected ones last
    quiet: how many meetings have passed since without news
    mentions: where the meeting's papers state it
    """

    commitment: Commitment
    meeting: str
    date: date | None
    status: PledgeStatus
    proposed: bool
    follow_ups: tuple[FollowUp, ...]
    quiet: int
    mentions: tuple[Mention, ...]
