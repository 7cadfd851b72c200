"""The SQLite file: its tables, opening it, reading from it."""

from __future__ import annotations

import os
import sqlite3
import zlib
from contextlib import closing, contextmanager
from dataclasses import replace
from threading import local
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.catalogue.packing import Fact, shape, unpack, unpack_all, unpack_sentence
from tui.errors import CatalogueError, DamagedCatalogueError, Sayable
from tui.model import Article, Card, Commitment, Dating, Extraction, Meeting, Problem, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tui.catalogue.places import Place

APPLICATION = 0x42524946  # "BRIF"
_PAUSE = 0.02  # seconds between two attempts to switch the log on
WAIT = 60.0  # seconds for another process to finish writing

_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
    id TEXT PRIMARY KEY, generation INTEGER NOT NULL, position INTEGER NOT NULL,
    path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL,
    card TEXT NOT NULL, statements TEXT NOT NULL, commitments TEXT NOT NULL, figures INTEGER NOT NULL,
    targets INTEGER NOT NULL, results INTEGER NOT NULL, promised INTEGER NOT NULL,
    asked BLOB NOT NULL, told BLOB NOT NULL, passages BLOB NOT NULL, text BLOB NOT NULL, layout BLOB NOT NULL
);
CREATE TABLE meetings (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, dating TEXT NOT NULL,
    cards TEXT NOT NULL, targets INTEGER NOT NULL, results INTEGER NOT NULL, promised INTEGER NOT NULL,
    status TEXT NOT NULL
);
CREATE TABLE removed (id TEXT PRIMARY KEY, generation INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE made (name TEXT PRIMARY KEY, origin TEXT NOT NULL, facts BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE problems (place TEXT NOT NULL, message TEXT NOT NULL);
"""


class MeetingRow(NamedTuple):
    """A meeting as a list shows it.

    meeting: its cards have no event words
    targets, results, commitments: how many its articles hold together
    status: the most pressing status of its targets; empty where there is none or it was not worked out yet
    """

    meeting: Meeting
    targets: int
    results: int
    commitments: int
    status: str


class Totals(NamedTuple):
    """How much there is.

    meetings, articles, figures: counts
    """

    meetings: int
    articles: int
    figures: int


class Known(NamedTuple):
    """A file as it was when it was last read.

    position: in the order of the corpus
    path, size, mtime_ns, digest: as in `SourceFile` and `Article`
    """

    position: int
    path: str
    size: int
    mtime_ns: int
    digest: str


class Catalogue:
    """Reads what was extracted from one set of roots; a `CatalogueError` where the file is damaged or foreign."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._pinned = local()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A stretch in which this thread reads much: all its reads share one connection."""
        if getattr(self._pinned, "db", None) is not None:
            yield
            return
        with self.connect() as db:
            self._pinned.db = db
            try:
                yield
            finally:
                self._pinned.db = None

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A connection, closed at the end; what SQLite complains of becomes a `CatalogueError`."""
        with (
            _telling(self.place.catalogue),
            closing(sqlite3.connect(self.place.catalogue, timeout=WAIT, isolation_level=None)) as db,
        ):
            yield db

    def prepare(self) -> bool:
        """Whether an unusable file had to be thrown away; afterwards there is a file with our tables."""
        self.place.make()
        try:
            with self.connect() as db:
                state = _state(db)
        except DamagedCatalogueError:
            state = "foreign"
        if state == "foreign":
            self.discard()
        if state != "ours":
            self._create()
        return state == "foreign"

    def exists(self) -> bool:
        """Whether there is a file that holds anything."""
        return self.place.catalogue.is_file() and self.place.catalogue.stat().st_size > 0

    def usable(self) -> bool:
        """Whether there is a file with our tables."""
        if not self.exists():
            return False
        with self.reading(), _telling(self.place.catalogue):
            return _state(self._pinned.db) == "ours"

    def discard(self) -> None:
        """Nothing; the catalogue's files are gone afterwards."""
        for suffix in ("", "-wal", "-shm"):
            self.place.catalogue.with_name(self.place.catalogue.name + suffix).unlink(missing_ok=True)

    def _create(self) -> None:
        with self.connect() as db:
            _write_tables(db)
        self.place.catalogue.chmod(0o600)

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        with self.reading(), _telling(self.place.catalogue):
            found: list[tuple[Any, ...]] = self._pinned.db.execute(query, values).fetchall()
        return found

    def _meta(self, key: str) -> str:
        rows = self._rows("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""

    def generation(self) -> int:
        """How many refreshes have changed something; 0 for an empty catalogue."""
        return int(self._meta("generation") or 0)

    def stamp(self) -> str:
        """The extractor that wrote it."""
        return self._meta("stamp")

    def tallied(self) -> str:
        """What the meetings' counts and statuses were worked out from, as told by who did."""
        return self._meta("tallied")

    def edition(self) -> str:
        """What an index of this very content is marked with: it differs for a catalogue made anew."""
        meta = dict(self._rows("SELECT key, value FROM meta WHERE key IN ('lineage', 'generation')"))
        return f"{meta.get('lineage', '')}:{meta.get('generation', 0)}"

    def changed_since(self, edition: str) -> tuple[list[str], list[str]] | None:
        """Articles put and articles removed since `edition`, by id; None where it is of another catalogue."""
        lineage, _, generation = edition.partition(":")
        if not generation.isdecimal() or lineage != self._meta("lineage"):
            return None
        put = self._rows("SELECT id FROM articles WHERE generation > ? ORDER BY position", int(generation))
        removed = self._rows("SELECT id FROM removed WHERE generation > ?", int(generation))
        return [row[0] for row in put], [row[0] for row in removed]

    def known(self) -> dict[str, Known]:
        """The files it holds, by article id, in the order of the corpus."""
        rows = self._rows("SELECT id, position, path, size, mtime_ns, digest FROM articles ORDER BY position")
        return {row[0]: Known(*row[1:]) for row in rows}

    def meetings(self) -> tuple[MeetingRow, ...]:
        """All meetings, newest first, those without a date last."""
        rows = self._rows(
            "SELECT id, title, dating, cards, targets, results, promised, status FROM meetings ORDER BY position"
        )
        with self._decoding():
            made = [
                MeetingRow(Meeting(id_, title, unpack(Dating, dating), unpack_all(Card, cards)), *counts)
                for id_, title, dating, cards, *counts in rows
            ]
        dated = [row for row in made if row.meeting.date]
        return (*reversed(dated), *(row for row in made if not row.meeting.date))

    def totals(self) -> Totals:
        """How much there is."""
        query = "SELECT (SELECT count(*) FROM meetings), count(*), coalesce(sum(figures), 0) FROM articles"
        return Totals(*self._rows(query)[0])

    def article(self, article: str) -> Article | None:
        """The article as it was when it was last read; None for an unknown id."""
        text, layout = self.text(article), self._blob("layout", article)
        with self._decoding():
            return None if text is None or layout is None else replace(unpack(Article, layout.decode()), text=text)

    def text(self, article: str) -> str | None:
        """The article's text when it was last read; None for an unknown id."""
        found = self._blob("text", article)
        return None if found is None else found.decode()

    def passages(self, article: str, kind: type[Fact], numbers: Sequence[int] | None = None) -> tuple[Fact, ...]:
        """The passages that were stored with the article, or those of these numbers, as facts of `kind`.

        Empty for an unknown id.
        """
        found = self._blob("passages", article)
        with self._decoding():
            return unpack_all(kind, found.decode(), numbers) if found else ()

    def marks(self, kind: Literal["asked", "told"], article: str) -> bytes:
        """The marks of what an article's commitments ask for, or its passages tell; empty for an unknown id."""
        rows = self._rows(f"SELECT {kind} FROM articles WHERE id = ?", article)  # noqa: S608 - a column of ours
        return bytes(rows[0][0]) if rows else b""

    def _blob(self, column: str, article: str) -> bytes | None:
        rows = self._rows(f"SELECT {column} FROM articles WHERE id = ?", article)  # noqa: S608 - a column of ours
        with self._decoding():
            return zlib.decompress(rows[0][0]) if rows else None

    def states(self) -> dict[str, int]:
        """The generation each article was last changed in, by its id, in the order of the corpus."""
        return dict(self._rows("SELECT id, generation FROM articles ORDER BY position"))

    def facts(self, kind: type[Fact], article: str) -> tuple[Fact, ...]:
        """The statements or the commitments of an article, as `kind` says; none for an unknown id."""
        column = "statements" if kind is Statement else "commitments"
        rows = self._rows(f"SELECT {column} FROM articles WHERE id = ?", article)  # noqa: S608 - a column of ours
        with self._decoding():
            return unpack_all(kind, rows[0][0]) if rows else ()

    def extraction(self, article: str) -> Extraction | None:
        """What was found in the article; None for an unknown id."""
        return next(self._extractions("WHERE id = ?", article), None)

    def extractions(self) -> Iterator[Extraction]:
        """What was found in every article, in the order of the corpus."""
        return self._extractions("ORDER BY position")

    def _extractions(self, where: str, *values: object) -> Iterator[Extraction]:
        rows = self._rows(f"SELECT card, statements, commitments FROM articles {where}", *values)  # noqa: S608 - ours
        with self._decoding():
            for card, statements, commitments in rows:
                found = unpack_all(Statement, statements), unpack_all(Commitment, commitments)
                yield Extraction(unpack(Card, card), *found)

    def made(self, name: str, origin: str, kind: type[Fact]) -> tuple[Fact, ...] | None:
        """Facts of `kind` that were made of all articles and put aside under a name; None unless of this `origin`."""
        rows = self._rows("SELECT facts FROM made WHERE name = ? AND origin = ?", name, origin)
        with self._decoding():
            return unpack_all(kind, zlib.decompress(rows[0][0]).decode()) if rows else None

    def problems(self) -> tuple[Problem, ...]:
        """What could not be read at the last refresh."""
        rows = self._rows("SELECT place, message FROM problems ORDER BY rowid")
        return tuple(Problem(place, unpack_sentence(message)) for place, message in rows)

    @contextmanager
    def _decoding(self) -> Iterator[None]:
        try:
            yield
        except (zlib.error, ValueError, TypeError, IndexError) as error:
            raise _damaged(self.place.catalogue, error) from error


def _write_tables(db: sqlite3.Connection) -> None:
    """Nothing; our tables are there, unless another process has written them meanwhile."""
    _keep_log(db)
    db.execute("BEGIN IMMEDIATE")
    if _state(db) == "empty":
        for statement in _TABLES.split(";"):
            db.execute(statement)
        rows = [("shape", shape()), ("lineage", os.urandom(16).hex())]
        db.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
    db.execute("COMMIT")


def _keep_log(db: sqlite3.Connection) -> None:
    """Nothing; readers and a writer do not wait for each other from now on.

    SQLite does not wait by itself where two connections switch at the same time.
    """
    until = monotonic() + WAIT
    while True:
        try:
            db.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= until:
                raise
            sleep(_PAUSE)
        else:
            return


@contextmanager
def _telling(file: Path) -> Iterator[None]:
    """A stretch of code in which what SQLite complains of becomes a `CatalogueError`."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_ERROR:  # no such table or column
            raise _damaged(file, error) from error
        told = Sayable("busy", "{file}: cannot be used now ({reason}); try again.", file=file, reason=error)
        raise CatalogueError(told) from error
    except sqlite3.DatabaseError as error:
        raise _damaged(file, error) from error


def _damaged(file: Path, error: Exception) -> DamagedCatalogueError:
    template = "{file}: is damaged ({reason}); refresh to make it anew."
    return DamagedCatalogueError(Sayable("damaged", template, file=file, reason=error))


def _state(db: sqlite3.Connection) -> Literal["ours", "empty", "foreign"]:
    """Whether our tables are there, nothing is, or something else."""
    if not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        return "empty"
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        return "foreign"
    found = db.execute("SELECT value FROM meta WHERE key = 'shape'").fetchone()
    return "ours" if found and found[0] == shape() else "foreign"
