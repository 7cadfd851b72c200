"""Building ledgers one after another, each costing only what changed since the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.ledger import LedgerBuilder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.config import Config
    from tui.ledger.model import FollowUp, Ledger
    from tui.model import Extraction, Meeting, Span
    from tui.statements import Lexicon
    from tui.statements.commitments import Passage


@dataclass(frozen=True, slots=True)
class LedgerInput:
    """All that a ledger is built from.

    meetings: oldest first, undated last
    extractions: by article id, corrections applied
    decisions: follow-up id to accepted or rejected, by the user
    """

    meetings: tuple[Meeting, ...]
    extractions: Mapping[str, Extraction]
    decisions: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a ledger reads the corpus.

    passages: those stored with an article, by its id
    passage: the words of an article at a span of its text
    """

    passages: Callable[[str], tuple[Passage, ...]]
    passage: Callable[[str, Span], str]


class LedgerMaker:
    """Builds ledgers, keeping what did not change."""

    def __init__(self, config: Config, lexicon: Lexicon, reading: Reading) -> None:
        self._builder = LedgerBuilder(lexicon, config.ledger, reading.passage)
        self._reading = reading
        self._passages: dict[str, tuple[str, tuple[Passage, ...]]] = {}

    def __call__(self, given: LedgerInput) -> Ledger:
        """The ledger of what is given."""
        return self._builder.update(
            given.meetings, given.extractions, decisions=given.decisions, related=self._links(given)
        )

    def _links(self, given: LedgerInput) -> tuple[FollowUp, ...]:
        """The links proposed from commitments to what later meetings say."""
        from tui.ledger.follow_ups import propose

        commitments = {name: found.commitments for name, found in given.extractions.items()}
        if not any(commitments.values()):
            return ()
        passages = {name: self._passages_of(name, found.card.digest) for name, found in given.extractions.items()}
        return propose(given.meetings, commitments, passages)

    def _passages_of(self, article: str, digest: str) -> tuple[Passage, ...]:
        known = self._passages.get(article)
        if known is None or known[0] != digest:
            known = self._passages[article] = digest, self._reading.passages(article)
        return known[1]
