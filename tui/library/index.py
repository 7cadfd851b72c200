"""The full-text index kept in step with the catalogue and the user's corrections."""

from __future__ import annotations

import json
from threading import RLock
from typing import TYPE_CHECKING

from tui.errors import SearchIndexError, sentence_of
from tui.library.cancelling import Cancelled
from tui.model import Problem, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.catalogue import MeetingRow
    from tui.library.corrected import CorrectedView
    from tui.search import Document, Engine
    from tui.statements import Lexicon


class Index:
    """Opens the engine when it is first needed; it is filled from `view`, never from the files.

    The engine's stamp tells the catalogue's edition and the corrections it was filled with, so that only
    what differs is written, also after a crash between the two or an edit of the notes by hand.
    """

    def __init__(self, view: CorrectedView, opener: Callable[[], Engine]) -> None:
        self._view = view
        self._opener = opener
        self._engine: Engine | None = None
        self._trouble: tuple[Problem, ...] = ()
        self._lock = RLock()

    def problems(self) -> tuple[Problem, ...]:
        """What the user should know of the index; nothing before it was opened."""
        return (*(self._engine.problems if self._engine else ()), *self._trouble)

    def refresh(self, tell: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int) -> None:
        """Nothing; the index is in step, or `problems` says why not: all but search works without one."""

        def step(progress: Progress) -> None:
            if cancelled():
                raise Cancelled
            tell(progress)

        self._trouble = ()
        try:
            self.engine(step, jobs)
        except Cancelled:
            return
        except SearchIndexError as error:
            self._trouble = (Problem(str(self._view.catalogue.place.index), sentence_of(error)),)

    def engine(self, tell: Callable[[Progress], None] = lambda _: None, jobs: int = 1) -> Engine:
        """The engine, in step; a `SearchIndexError` where it cannot be."""
        with self._lock:
            if self._engine is None:
                self._view.catalogue.place.make()
                self._engine = self._opener()
            stamp = json.dumps([self._view.catalogue.edition(), self._view.marks()])
            if self._engine.stamp != stamp:
                with self._view.catalogue.reading():
                    self._fill(self._engine, stamp, tell, jobs)
            return self._engine

    def searching(self) -> Engine:
        """The engine to search now: in step, or as it was while another thread brings it up to date."""
        opened = self._engine
        if opened is None or self._lock.acquire(blocking=False):
            try:
                return self.engine()
            finally:
                if opened is not None:
                    self._lock.release()
        return opened

    def _fill(self, engine: Engine, stamp: str, tell: Callable[[Progress], None], jobs: int) -> None:
        known = list(self._view.catalogue.known())
        changes = self._changes(engine.stamp)
        try:
            if changes is None:
                engine.rebuild(self._documents(known, tell), stamp, jobs)
                return
            put, removed = changes
            wanted = set(put)
            engine.delete(removed)
            engine.upsert(self._documents([id_ for id_ in known if id_ in wanted], tell), jobs)
            engine.commit(stamp)
        except BaseException:
            engine.rollback()
            raise

    def _changes(self, stamp: str) -> tuple[list[str], list[str]] | None:
        """Articles to put and to remove since `stamp`; None where all have to be put."""
        try:
            edition, marks = json.loads(stamp)
            found = self._view.catalogue.changed_since(edition)
            differing = {article for article, _ in marks.items() ^ self._view.marks().items()}
        except (ValueError, TypeError, AttributeError):
            return None
        return ([*found[0], *differing], found[1]) if found else None

    def _documents(self, articles: Iterable[str], tell: Callable[[Progress], None]) -> Iterator[Document]:
        from tui.search import Document

        places = {
            card.id: (row.meeting.id, row.meeting.date)
            for row in self._view.catalogue.meetings()
            for card in row.meeting.articles
        }
        wanted = [article for article in articles if article in places]
        for done, article in enumerate(wanted, 1):
            tell(Progress(done, len(wanted), article))
            statements = self._view.extraction(article).statements
            yield Document.of(self._view.article(article), *places[article], statements)

    def close(self) -> None:
        """Nothing; the index's files are let go of."""
        with self._lock:
            if self._engine is not None:
                self._engine.close()
            self._engine = None


def completions(rows: Sequence[MeetingRow], lexicon: Lexicon) -> dict[str, list[str]]:
    """What the fields of a query may be completed with, by field."""
    cards = [card for row in rows for card in row.meeting.articles]
    return {
        "meeting": [row.meeting.id for row in rows],
        "outlet": sorted({card.outlet for card in cards} - {""}),
        "place": sorted({card.place for card in cards} - {""}),
        "indicator": [indicator.id for indicator in lexicon.indicators],
    }
