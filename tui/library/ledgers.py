"""Building ledgers one after another, each costing only what changed since the one before."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.ledger import LedgerBuilder
from tui.model import Progress

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.config import Config
    from tui.ledger.model import FollowUp, Ledger
    from tui.library.corrected import CorrectedView
    from tui.model import Extraction, Meeting, Span
    from tui.statements import Lexicon
    from tui.statements.commitments import Passage

Tell = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class LedgerInput:
    """All that a ledger is built from.

    meetings: oldest first, undated last
    extractions: by article id, corrections applied
    decisions: follow-up id to accepted or rejected, by the user
    tell: is told how far it has come, and may raise to call it off
    """

    meetings: tuple[Meeting, ...]
    extractions: Mapping[str, Extraction]
    decisions: Mapping[str, bool]
    tell: Tell


@dataclass(frozen=True, slots=True)
class Reading:
    """How a ledger reads the corpus.

    view: what was extracted, corrected
    """

    view: CorrectedView

    def passage(self, article: str, at: Span) -> str:
        """The words of an article at a span of its text."""
        return self.view.passage(article, at)

    def passages(self, article: str, numbers: Sequence[int]) -> Sequence[Passage]:
        """The passages of these numbers stored with an article."""
        from tui.statements.commitments import Passage

        return self.view.catalogue.passages(article, Passage, numbers)

    def asked(self, article: str) -> bytes:
        """The marks stored of its commitments."""
        return self.view.catalogue.asked(article)

    def told(self, article: str) -> bytes:
        """The marks stored of its passages."""
        return self.view.catalogue.told(article)


class Extractions:
    """What every article holds, read once and then again only where it changed."""

    def __init__(self, view: CorrectedView) -> None:
        self._view = view
        self._edition = ""
        self._raw: dict[str, Extraction] = {}

    def now(self, tell: Tell) -> dict[str, Extraction]:
        """What every article holds now, corrected, by id."""
        catalogue, edition = self._view.catalogue, self._view.catalogue.edition()
        changes = catalogue.changed_since(self._edition)
        put, removed = changes or (list(catalogue.known()), list(self._raw))
        found: dict[str, Extraction] = {}
        for done, article in enumerate(put, 1):
            tell(Progress(done, len(put), article))
            extraction = catalogue.extraction(article)
            if extraction is not None:
                found[article] = extraction
        gone = frozenset(removed)
        self._raw = {**{article: each for article, each in self._raw.items() if article not in gone}, **found}
        self._edition = edition
        return {article: self._view.corrected(each) for article, each in self._raw.items()}


class LedgerMaker:
    """Builds ledgers, keeping what did not change."""

    def __init__(self, config: Config, lexicon: Lexicon, reading: Reading) -> None:
        from tui.ledger.follow_ups import FollowUps

        self._builder = LedgerBuilder(lexicon, config.ledger, reading.passage)
        self._follow_ups = FollowUps(reading)

    def __call__(self, given: LedgerInput) -> Ledger:
        """The ledger of what is given."""
        links = self._links(given)
        made = self._builder.update(given.meetings, given.extractions, decisions=given.decisions, related=links)
        # what was read and made stays and holds no cycles; looking for some in it would cost a second now and then
        gc.freeze()
        return made

    def _links(self, given: LedgerInput) -> tuple[FollowUp, ...]:
        """The links proposed from commitments to what later meetings say."""
        commitments = {article: found.commitments for article, found in given.extractions.items()}
        if not any(commitments.values()):
            return ()
        return self._follow_ups.propose(
            given.meetings, commitments, lambda done, total: given.tell(Progress(done, total))
        )
