"""The Whoosh engine: one writer under a lock, any number of readers, each commit seen as a whole or not at all."""

from __future__ import annotations

import threading
from itertools import chain, islice
from typing import TYPE_CHECKING, Self

from tui.search import answers
from tui.search.memory import ranked_facets
from tui.search.model import Capabilities, Health
from tui.search.whoosh_engine import marker
from tui.search.whoosh_engine.building import build
from tui.search.whoosh_engine.guard import guarded
from tui.search.whoosh_engine.lock import WriteLock
from tui.search.whoosh_engine.snapshot import opened
from tui.search.whoosh_engine.view import SnapshotView
from tui.search.whoosh_engine.writer import ArticleWriter, MarkedIndex, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from types import TracebackType

    from tui.model import Problem
    from tui.search.model import Document, Facet, Order, SearchResult
    from tui.search.nodes import Query

WORTH_PROCESSES = 2000
"""Articles from which on it pays to start processes."""


class WhooshEngine:
    """An index in a directory of the user's own, which holds a sound marker.

    problems: what the user should know of how it was opened
    view: the commit that is searched
    """

    capabilities = Capabilities("whoosh", persistent=True, processes=True)

    def __init__(self, directory: Path, problems: Sequence[Problem] = (), *, recency: float = 0.2) -> None:
        self.problems = tuple(problems)
        self._directory = directory
        self._recency = recency
        self._writing = threading.RLock()
        self._lock: WriteLock | None = None
        self._writer: ArticleWriter | None = None
        with guarded(directory):
            self.view = SnapshotView(opened(directory), recency)

    # writing

    @property
    def stamp(self) -> str:
        """What the last commit, whoever made it, was marked with."""
        with guarded(self._directory):
            return self._look().snapshot.mark.stamp

    def _open_writer(self, *, anew: bool = False) -> ArticleWriter:
        if self._writer is None:
            self._lock = WriteLock(self._directory)
            try:
                index = MarkedIndex(self._directory, marker.read(self._directory))
                clean(index)
                self._writer = ArticleWriter(index, anew=anew)
            except BaseException:
                self._release()
                raise
        return self._writer

    def _release(self) -> None:
        self._writer = None
        if self._lock is not None:
            lock, self._lock = self._lock, None
            lock.release()

    def upsert(self, batch: Iterable[Document], jobs: int = 1) -> int:
        """Add or replace articles; how many were taken."""
        with self._writing, guarded(self._directory, self.rollback):
            return self._take(self._open_writer(), batch, jobs)

    def _take(self, writer: ArticleWriter, batch: Iterable[Document], jobs: int) -> int:
        documents = iter(batch)
        first = list(islice(documents, WORTH_PROCESSES)) if jobs > 1 else []
        if len(first) == WORTH_PROCESSES:
            count, segments = build(self._directory, chain(first, documents), jobs)
            writer.adopt(segments)
            return count
        count = 0
        for document in chain(first, documents):
            writer.add(document)
            count += 1
        return count

    def delete(self, ids: Iterable[str]) -> int:
        """Take articles out; how many there were."""
        with self._writing, guarded(self._directory, self.rollback):
            writer = self._open_writer()
            return sum(writer.remove(article) for article in ids)

    def commit(self, stamp: str = "") -> int:
        """Make what was written permanent; the new generation."""
        with self._writing, guarded(self._directory, self.rollback):
            generation = self._open_writer().finish(stamp).generation
            self._release()
            self._look()
            return generation

    def rollback(self) -> None:
        """Forget what was written since the last commit."""
        with self._writing:
            try:
                if self._writer is not None:
                    self._writer.forget()
            finally:
                self._release()

    def rebuild(self, documents: Iterable[Document], stamp: str = "", jobs: int = 1) -> int:
        """Make the index anew from `documents`; the old one answers until that is done."""
        with self._writing, guarded(self._directory, self.rollback):
            self.rollback()
            count = self._take(self._open_writer(anew=True), documents, jobs)
            self.commit(stamp)
            return count

    # searching

    def stale(self) -> bool:
        """Whether a later commit is there than the one that is searched."""
        return marker.identity(self._directory) != self.view.snapshot.seen

    def _look(self) -> SnapshotView:
        with guarded(self._directory):
            if self.stale():
                self.view = SnapshotView(opened(self._directory), self._recency)
        return self.view

    def search(self, query: Query, *, order: Order = "score", limit: int = 50, cursor: str = "") -> SearchResult:
        """The best hits after `cursor`."""
        with guarded(self._directory):
            return answers.answer(self._look(), query, order, limit, cursor)

    def count(self, query: Query) -> int:
        """How many articles match."""
        with guarded(self._directory):
            return self._look().count(query.node)

    def facets(self, query: Query, by: Facet, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """The commonest values of `by` in the articles that match."""
        with guarded(self._directory):
            return ranked_facets(self._look().facets(query.node, by), limit)

    def fetch(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """The articles with these ids."""
        with guarded(self._directory):
            snapshot = self._look().snapshot
            return tuple(snapshot.document(place) for place in map(snapshot.place, ids) if place)

    def more_like(self, text: str, exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that share the rare words of `text`."""
        with guarded(self._directory):
            view = self._look()
            return answers.without(view, answers.rare_words(view, text), exclude, limit)

    def related(self, terms: Sequence[str], exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that hold any of `terms`."""
        with guarded(self._directory):
            return answers.without(self._look(), answers.any_terms(terms), exclude, limit)

    def health(self, *, deep: bool = False) -> Health:
        """How the index is."""
        with guarded(self._directory):
            snapshot = self._look().snapshot
        mark = snapshot.mark
        try:
            marker.check(self._directory, mark, deep=deep)
            sound = True
        except marker.MarkerError:
            sound = False
        size = sum(size for size, _ in mark.files.values())
        return Health(snapshot.articles, mark.generation, mark.stamp, size, len(snapshot.segments), sound)

    def close(self) -> None:
        """Let go of the lock; what was not committed is forgotten."""
        self.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
