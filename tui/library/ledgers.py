"""Building ledgers one after another, each costing only what changed since the one before."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tui.errors import CatalogueError
from tui.ledger import LedgerBuilder
from tui.model import Commitment, Progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.config import Config
    from tui.ledger.follow_ups import FollowUps
    from tui.ledger.model import FollowUp, Ledger
    from tui.library.corrected import CorrectedView
    from tui.model import Meeting, Span, Statement
    from tui.statements import Lexicon
    from tui.statements.commitments import Passage

Tell = Callable[[Progress], None]

_LINKS = "links"


@dataclass(frozen=True, slots=True)
class LedgerInput:
    """All that a ledger is built from.

    edition: of the catalogue, from before the rest was read
    meetings: oldest first, undated last
    extractions: by article id, corrections applied when they are read
    decisions: follow-up id to accepted or rejected, by the user
    tell: is told how far it has come, and may raise to call it off
    """

    edition: str
    meetings: tuple[Meeting, ...]
    extractions: Mapping[str, Held]
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
        return self.view.catalogue.marks("asked", article)

    def told(self, article: str) -> bytes:
        """The marks stored of its passages."""
        return self.view.catalogue.marks("told", article)


@dataclass(frozen=True, slots=True)
class Held:
    """What an article holds, read whenever somebody asks: a ledger asks for what changed and keeps what it makes.

    article: its id
    state: differs whenever what the article holds does
    view: what was extracted, corrected
    """

    article: str
    state: tuple[str, int, str]
    view: CorrectedView = field(compare=False, repr=False)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Its statements, corrected, in the order of the text."""
        return self.view.statements(self.article)

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """Its commitments, in the order of the text."""
        return self.view.catalogue.facts(Commitment, self.article)


def held(view: CorrectedView) -> dict[str, Held]:
    """What every article holds now, by its id; nothing of it is read yet."""
    lineage, marks = view.catalogue.edition().partition(":")[0], view.marks()
    states = view.catalogue.states().items()
    return {article: Held(article, (lineage, state, marks.get(article, "")), view) for article, state in states}


class _Commitments(Mapping[str, "tuple[Commitment, ...]"]):
    """The commitments of articles, by the article's id, read when they are asked for."""

    def __init__(self, extractions: Mapping[str, Held]) -> None:
        self._extractions = extractions

    def __getitem__(self, article: str) -> tuple[Commitment, ...]:
        return self._extractions[article].commitments

    def __iter__(self) -> Iterator[str]:
        return iter(self._extractions)

    def __len__(self) -> int:
        return len(self._extractions)


class Links:
    """The links proposed from commitments to what later meetings say, kept in the catalogue from session to session.

    reading: how the corpus is read
    stamp: tells the code that proposes them from that of another version
    """

    def __init__(self, reading: Reading, stamp: str) -> None:
        self._reading = reading
        self._stamp = stamp
        self._proposer: FollowUps | None = None

    def of(self, given: LedgerInput, tell: Callable[[int, int], None]) -> tuple[FollowUp, ...]:
        """The links, undecided; proposed anew where the catalogue has changed since they were kept."""
        from tui.ledger.promises import FollowUp

        origin, catalogue = f"{given.edition} {self._stamp}", self._reading.view.catalogue
        known = None if self._proposer else catalogue.made(_LINKS, origin, FollowUp)
        return self._propose(given, tell, origin) if known is None else known

    def _propose(self, given: LedgerInput, tell: Callable[[int, int], None], origin: str) -> tuple[FollowUp, ...]:
        from tui.catalogue.writing import Writing
        from tui.ledger.follow_ups import FollowUps

        self._proposer = self._proposer or FollowUps(self._reading)
        links = self._proposer.propose(given.meetings, _Commitments(given.extractions), tell)
        # while another process writes, they are only not kept
        with suppress(CatalogueError), Writing.begin(self._reading.view.catalogue, patient=False) as writing:
            writing.put_made(_LINKS, origin, links)
        return links


class LedgerMaker:
    """Builds ledgers, keeping what did not change.

    stamp: tells the code that proposes links from that of another version
    """

    def __init__(self, config: Config, lexicon: Lexicon, reading: Reading, stamp: str) -> None:
        self._new = partial(LedgerBuilder, lexicon, config.ledger, reading.passage)
        self._builder: LedgerBuilder | None = None
        self._links = Links(reading, stamp)

    def __call__(self, given: LedgerInput) -> Ledger:
        """The ledger of what is given."""

        def tell(done: int, of: int) -> None:
            given.tell(Progress(done, of))

        links = self._links.of(given, tell)
        # one that is called off on the way does not come back
        builder, self._builder = self._builder or self._new(), None
        made = builder.update(given.meetings, given.extractions, decisions=given.decisions, related=links, tell=tell)
        self._builder = builder
        # what was read and made stays and holds no cycles; looking for some in it would cost a second now and then
        gc.freeze()
        return made
