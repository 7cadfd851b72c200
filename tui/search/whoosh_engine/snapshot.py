"""The index as of one commit: what is read of it is never changed, so that any number of threads can search it."""

from __future__ import annotations

import threading
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.search import scoring
from tui.search.whoosh_engine import marker, postings
from tui.search.whoosh_engine.cards import CARDS, Cards
from tui.search.whoosh_engine.codec import ArticleCodec, MappedStorage
from tui.search.whoosh_engine.documents import restored
from tui.search.whoosh_engine.marker import MarkerError
from tui.search.whoosh_engine.writer import MarkedIndex

if TYPE_CHECKING:
    from array import array
    from pathlib import Path

    from tui.search.model import Document
    from tui.search.nodes import Word
    from tui.search.whoosh_engine.terms import Entry, SegmentTerms, Vocabulary

KEPT = 12
"""Terms of a segment whose impacts are kept at hand, for the next key typed."""


class Place(NamedTuple):
    """An article of the snapshot.

    segment: index of its segment
    number: within the segment
    """

    segment: int
    number: int


class Segment:
    """One part of the index.

    cards: columns of all its articles
    count: its articles, the deleted included
    deleted: numbers of those that are deleted
    """

    def __init__(self, storage: Any, segment: Any) -> None:
        codec = ArticleCodec()
        self._terms: SegmentTerms = codec.terms_reader(storage, segment)
        self._stored = codec.per_document_reader(storage, segment)
        self.cards = Cards(segment.open_file(storage, CARDS).buffer)
        self.count: int = segment.doc_count_all()
        self.deleted = frozenset(segment.deleted_docs())
        self._keeping = threading.Lock()
        self._impacts: dict[tuple[str, str], dict[int, int]] = {}

    def found(self, field: str, form: str) -> postings.Found | None:
        """The articles that hold a term, the deleted included; None if there are none."""
        entry = self._terms.vocabulary(field).entry(form)
        return postings.found(self._terms.data(entry), entry.found) if entry else None

    @property
    def newest(self) -> int:
        """The latest day of its articles, as an ordinal; 0 without any."""
        days = self.cards.days
        if not self.deleted:
            return max(days, default=0)
        return max((day for number, day in enumerate(days) if number not in self.deleted), default=0)

    def docs(self, entry: Entry) -> array[int]:
        """The articles that hold a term, the deleted included."""
        return postings.found(self._terms.data(entry), entry.found).docs

    def frequency(self, field: str, form: str) -> int:
        """How many articles hold a term, without those deleted."""
        entry = self._terms.vocabulary(field).entry(form)
        if not entry:
            return 0
        if not self.deleted:
            return entry.found
        docs = self.docs(entry)
        return entry.found - sum(_holds(docs, number) for number in self.deleted)

    def impacts(self, field: str, form: str) -> dict[int, int]:
        """Impact by article of a term."""
        kept = self._impacts
        known = kept.get((field, form))
        if known is None:
            found = self.found(field, form)
            known = dict(zip(*found, strict=True)) if found else {}
            with self._keeping:
                while len(kept) >= KEPT:
                    del kept[next(iter(kept))]
                kept[field, form] = known
        return known

    def places(self, field: str, word: Word) -> list[array[int]]:
        """Where a word stands, by its spellings."""
        vocabulary = self._terms.vocabulary(field)
        numbers = [vocabulary.number(word.form)] if word.accented else vocabulary.spellings(word.form)
        # a folded term with one spelling shares its postings
        entries = {vocabulary.at(number) for number in numbers if number is not None}
        return [postings.places(self._terms.data(entry), entry.found) for entry in entries]

    def vocabulary(self, field: str) -> Vocabulary:
        """The terms of a field."""
        return self._terms.vocabulary(field)

    def document(self, number: int) -> Document:
        """The article with this number."""
        return restored(self._stored.stored_fields(number))


def _holds(docs: Any, number: int) -> bool:
    at = bisect_left(docs, number)
    return at < len(docs) and docs[at] == number


class Snapshot:
    """The index as of one commit.

    mark: its marker
    seen: what a later marker is known by
    segments: its parts
    """

    def __init__(self, directory: Path) -> None:
        self.seen = marker.identity(directory)
        self.mark = marker.read(directory)
        marker.check(directory, self.mark)
        index = MarkedIndex(directory, self.mark)
        storage = MappedStorage(directory, [name for name in self.mark.files if name != self.mark.toc])
        self.segments = [Segment(storage, segment) for segment in index.segments()]

    @cached_property
    def articles(self) -> int:
        """How many articles there are."""
        return sum(segment.count - len(segment.deleted) for segment in self.segments)

    @cached_property
    def newest(self) -> int:
        """The latest day of all meetings, as an ordinal; 0 without any."""
        return max((segment.newest for segment in self.segments), default=0)

    def bonuses(self, recency: float) -> list[list[float]]:
        """By segment and article, the factor for being new."""
        newest = self.newest
        known: dict[int, float] = {0: 1.0}
        for segment in self.segments:
            for day in set(segment.cards.days):
                known.setdefault(day, scoring.bonus(day, newest, recency))
        return [[known[day] for day in segment.cards.days] for segment in self.segments]

    def place(self, article: str) -> Place | None:
        """Where the article with this id is."""
        for at, segment in enumerate(self.segments):
            number = segment.cards.numbers.get(article)
            if number is not None and number not in segment.deleted:
                return Place(at, number)
        return None

    def document(self, place: Place) -> Document:
        """The article at `place`."""
        return self.segments[place.segment].document(place.number)


def opened(directory: Path) -> Snapshot:
    """The latest commit; `MarkerError` or an `OSError` if it is not sound."""
    while True:
        seen = marker.identity(directory)
        try:
            return Snapshot(directory)
        except (MarkerError, OSError):
            # a writer may have committed, and removed what was being opened
            if marker.identity(directory) == seen:
                raise
