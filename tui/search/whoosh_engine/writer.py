"""The writer: Whoosh's own, with postings pooled by term, a marker for each commit, and small segments merged."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from whoosh.index import TOC, FileIndex, clean_files
from whoosh.writing import SegmentWriter

from tui.search.whoosh_engine import marker
from tui.search.whoosh_engine.cards import CARDS, Cards, CardsWriter
from tui.search.whoosh_engine.codec import ArticleCodec, MappedStorage
from tui.search.whoosh_engine.documents import documents_of, stored
from tui.search.whoosh_engine.fields import STORED, schema
from tui.search.whoosh_engine.lock import LOCK_FILES
from tui.search.whoosh_engine.pool import Pool

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tui.search.model import Document

LARGEST = 25_000
"""Articles of a segment at most."""
FEW = 8
"""So many segments of one size class are made into one; each class is eight times the one before."""
MERGED = 4096
"""Articles that a merge rewrites at most."""


class MarkedIndex(FileIndex):  # type: ignore[misc]
    """Whoosh's index as of the marker: a table of contents that no marker names was never committed."""

    def __init__(self, directory: Path, mark: marker.Marker) -> None:
        # not through Whoosh's own constructor, which would read the latest table there is
        self.directory = directory
        self.mark = mark
        self.storage = MappedStorage(directory)
        self.indexname = "MAIN"
        self._schema = schema()

    @classmethod
    def make(cls, directory: Path) -> MarkedIndex:
        """A new empty index in `directory`, in place of whatever is there."""
        storage = MappedStorage(directory)
        for name in storage.list():
            if name not in LOCK_FILES:
                _remove(directory, name)
        TOC.create(storage, schema())
        toc = TOC._filename("MAIN", 0)  # noqa: SLF001 - Whoosh has no other name for it; the tests would notice
        mark = marker.Marker(0, "", toc, marker.measure(directory, [toc], {}))
        marker.write(directory, mark)
        return cls(directory, mark)

    def latest_generation(self) -> int:
        """The generation the marker names."""
        return self.mark.generation

    def _read_toc(self) -> TOC:
        return TOC.read(self.storage, self.indexname, gen=self.mark.generation, schema=self._schema)

    def segments(self) -> list[Any]:
        """The segments as of the marker."""
        return list(self._read_toc().segments)


def _remove(directory: Path, name: str) -> None:
    path = directory / name
    if path.is_dir() and not path.is_symlink():
        for inner in path.iterdir():
            inner.unlink()
        path.rmdir()
    else:
        path.unlink(missing_ok=True)


def clean(index: MarkedIndex) -> None:
    """Remove what a process that died has left behind; only while holding the lock."""
    for name in index.storage.list():
        if name not in index.mark.files and name != marker.NAME and name not in LOCK_FILES:
            _remove(index.directory, name)


class ArticleWriter(SegmentWriter):  # type: ignore[misc]
    """Writes articles into new segments and makes them part of the index.

    index: as of its marker, by a process that holds the lock or helps one that does
    anew: without what the index held before
    """

    segments: list[Any]
    newsegment: Any
    perdocwriter: Any
    fieldwriter: Any
    docnum: int

    def __init__(self, index: MarkedIndex, *, anew: bool = False) -> None:
        super().__init__(index, _lk=False, compound=False, codec=ArticleCodec())
        self._index = index
        if anew:
            self.segments = []
        self._older = [(segment, _numbers(self.storage, segment)) for segment in self.segments]
        self._done: list[Any] = []
        self._begin()

    def _begin(self) -> None:
        self._postings = Pool()
        self._cards = CardsWriter()
        self._numbers: dict[str, int] = {}
        self._fields = {name: self.schema[name] for name in STORED}

    def add(self, document: Document) -> None:
        """Take an article; an earlier one with the same id is replaced."""
        if self.docnum >= LARGEST:
            self._roll()
        self.remove(document.article)
        number = self.docnum
        self.perdocwriter.start_doc(number)
        for name, value in stored(document).items():
            self.perdocwriter.add_field(name, self._fields[name], value, 0)
        self.perdocwriter.finish_doc()
        self._postings.add(number, document.text, document.title)
        self._cards.add(document)
        self._numbers[document.article] = number
        self.docnum += 1
        self._added = True

    def remove(self, article: str) -> bool:
        """Take out the article with this id; whether there was one."""
        number = self._numbers.pop(article, None)
        if number is not None:
            self.newsegment.delete_document(number)
            return True
        for segment, numbers in self._older:
            number = numbers.get(article)
            if number is not None and not segment.is_deleted(number):
                segment.delete_document(number)
                return True
        return False

    def adopt(self, segments: Iterable[Any]) -> None:
        """Make segments that other processes wrote part of what is committed; their articles replace earlier ones."""
        for segment in segments:
            numbers = _numbers(self.storage, segment)
            for article in numbers:
                self.remove(article)
            self._older.append((segment, numbers))
            self._done.append(segment)

    def _roll(self) -> None:
        """Finish the segment in hand and begin another."""
        self._done.append(self._finalize_segment())
        self._older.append((self.newsegment, self._numbers))
        self.newsegment = self.codec.new_segment(self.storage, self.indexname)
        self.perdocwriter = self.codec.per_document_writer(self.storage, self.newsegment)
        self.fieldwriter = self.codec.field_writer(self.storage, self.newsegment)
        self.docnum = 0
        self._added = False
        self._begin()

    def finish_segments(self) -> list[Any]:
        """The segments written, complete; nothing can be added any more."""
        if self._added:
            self._done.append(self._finalize_segment())
        else:
            self._close_segment()
            for name in self.newsegment.list_files(self.storage):
                self.storage.delete_file(name)
        return self._done

    def _flush_segment(self) -> None:
        self.perdocwriter.close()
        self.fieldwriter.write(self._postings)
        self.fieldwriter.close()
        with self.newsegment.create_file(self.storage, CARDS) as file:
            file.write(self._cards.pack())

    def finish(self, stamp: str) -> marker.Marker:
        """Commit with `stamp`; the new marker."""
        kept, small = to_merge(self.segments, self.docnum)
        for segment in small:
            for document in documents_of(self.storage, segment):
                # it is moved, not replaced
                self.add(document)
        self._commit([segment for segment in (*kept, *self.finish_segments()) if segment.doc_count()], stamp)
        self._finish()
        return self._index.mark

    def _commit(self, segments: list[Any], stamp: str) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
        toc = TOC._filename(self.indexname, self.generation)  # noqa: SLF001 - as above
        names = [toc, *(name for segment in segments for name in segment.list_files(self.storage))]
        directory, known = self._index.directory, self._index.mark.files
        mark = marker.Marker(self.generation, stamp, toc, marker.measure(directory, names, known))
        marker.write(directory, mark)
        self._index.mark = mark
        clean_files(self.storage, self.indexname, self.generation, segments)

    def forget(self) -> None:
        """Leave the index as it is, and the lock free."""
        if not self.is_closed:
            self.cancel()
            clean(self._index)


def _numbers(storage: Any, segment: Any) -> dict[str, int]:
    """Article numbers of a segment by id."""
    return Cards(segment.open_file(storage, CARDS).buffer).numbers


def to_merge(segments: Iterable[Any], adding: int) -> tuple[list[Any], list[Any]]:
    """The segments to keep, and the small or half-deleted ones to write anew with the `adding` articles at hand."""
    kept, merged = [], []
    classes: defaultdict[int, list[Any]] = defaultdict(list)
    for segment in segments:
        if segment.deleted_count() * 2 > segment.doc_count_all():
            merged.append(segment)
        else:
            classes[_size_class(segment.doc_count())].append(segment)
    count = adding + sum(segment.doc_count() for segment in merged)
    for size, members in sorted(classes.items()):
        total = sum(segment.doc_count() for segment in members)
        crowded = len(members) + (_size_class(count) == size) >= FEW
        if crowded and count + total <= MERGED:
            merged.extend(members)
            count += total
        else:
            kept.extend(members)
    return kept, merged


def _size_class(articles: int) -> int:
    return (max(articles, 1).bit_length() - 1) // (FEW.bit_length() - 1)
