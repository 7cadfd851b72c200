"""Writing a refresh: one transaction, so that dying midway leaves what was there before."""

from __future__ import annotations

import json
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.catalogue.packing import pack, pack_sentence, unpack
from tui.errors import Sayable
from tui.model import Card

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

    from tui.catalogue.store import Catalogue, Known
    from tui.model import Article, Extraction, Meeting, Problem


@dataclass(frozen=True, slots=True)
class Entry:
    """One article as it is stored, made where it was extracted so that only text crosses between processes.

    id: of the article
    columns: the packed columns in the order of the table, from `card` to `layout`
    """

    id: str
    columns: tuple[str | int | bytes, ...]

    @classmethod
    def of(
        cls, extraction: Extraction, passages: Sequence[object], article: Article, asked: bytes = b"", told: bytes = b""
    ) -> Entry:
        """The entry for an article and what was found in it, with the marks its commitments ask for and it tells."""
        roles = [statement.role for statement in extraction.statements]
        counts = (len(roles), roles.count("target"), roles.count("result"), len(extraction.commitments))
        facts = (pack(extraction.card), pack(extraction.statements), pack(extraction.commitments))
        texts = (pack(passages), article.text, pack(replace(article, text="")))
        blobs = (zlib.compress(text.encode(), 1) for text in texts)
        return cls(extraction.card.id, (*facts, *counts, asked, told, *blobs))


class Writing:
    """One open transaction; it makes the next generation if anything is different in the end.

    db: the connection it is open on
    generation: the one it makes
    changed: whether anything a reader sees is different
    """

    def __init__(self, db: sqlite3.Connection, generation: int) -> None:
        self.db = db
        self.generation = generation
        self.changed = False

    @classmethod
    @contextmanager
    def begin(cls, catalogue: Catalogue, *, patient: bool = True) -> Iterator[Writing]:
        """A transaction that is committed at the end, and undone by an exception.

        Another process that writes is waited for if `patient`, else it is a `CatalogueError`.
        """
        with catalogue.connect() as db:
            if not patient:
                db.execute("PRAGMA busy_timeout = 0")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("BEGIN IMMEDIATE")
            try:
                writing = cls(db, catalogue.generation() + 1)
                yield writing
                if writing.changed:
                    writing.mark("generation", str(writing.generation))
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def put(self, known: Known, entry: Entry) -> None:
        """Nothing; the article is stored, in place of an older one."""
        where = (known.position, known.path, known.size, known.mtime_ns, known.digest)
        values = (entry.id, self.generation, *where, *entry.columns)
        self.db.execute(f"INSERT OR REPLACE INTO articles VALUES ({', '.join('?' * len(values))})", values)  # noqa: S608
        self.db.execute("DELETE FROM removed WHERE id = ?", (entry.id,))
        self.changed = True

    def move(self, article: str, known: Known) -> None:
        """Nothing; the article stands as it was, in a file that was touched or moved in the order."""
        self.db.execute(
            "UPDATE articles SET position = ?, path = ?, size = ?, mtime_ns = ? WHERE id = ?",
            (known.position, known.path, known.size, known.mtime_ns, article),
        )

    def renew(self, articles: Sequence[str]) -> None:
        """Nothing; the articles count as changed in this generation."""
        self.changed = self.changed or bool(articles)
        rows = [(self.generation, article) for article in articles]
        self.db.executemany("UPDATE articles SET generation = ? WHERE id = ?", rows)

    def remove(self, articles: Sequence[str]) -> None:
        """Nothing; the articles are forgotten."""
        self.changed = self.changed or bool(articles)
        self.db.executemany("DELETE FROM articles WHERE id = ?", [(article,) for article in articles])
        rows = [(article, self.generation) for article in articles]
        self.db.executemany("INSERT OR REPLACE INTO removed VALUES (?, ?)", rows)

    def cards(self) -> tuple[Card, ...]:
        """The cards of all articles as they stand in this transaction, in the order of the corpus."""
        return tuple(unpack(Card, row[0]) for row in self.db.execute("SELECT card FROM articles ORDER BY position"))

    def put_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Nothing; these are the meetings, with the counts of their articles, and statuses as far as known.

        Articles that are at another meeting than before count as changed.
        """
        old = self.db.execute("SELECT id, title, dating, cards, status FROM meetings ORDER BY position").fetchall()
        counts = {row[0]: row[1:] for row in self.db.execute("SELECT id, targets, results, promised FROM articles")}
        new = [_columns(meeting) for meeting in meetings]
        if not self.changed and new == [row[:4] for row in old]:
            return
        statuses = {row[0]: row[4] for row in old}
        self.db.execute("DELETE FROM meetings")
        for position, (row, meeting) in enumerate(zip(new, meetings, strict=True)):
            sums = [sum(column) for column in zip(*(counts[card.id] for card in meeting.articles), strict=True)]
            values = (position, *row, *sums, statuses.get(meeting.id, ""))
            self.db.execute("INSERT INTO meetings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        before, now = _places(old), _places(new)
        self.changed = True
        self.renew([article for article, place in now.items() if before.get(article) != place])

    def put_tallies(self, tallies: Mapping[str, tuple[int, int, int, str]], origin: str) -> None:
        """Nothing; meetings by id have these targets, results and commitments, and this status, from `origin`."""
        rows = [(*tally, meeting) for meeting, tally in tallies.items()]
        query = "UPDATE meetings SET targets = ?, results = ?, promised = ?, status = ? WHERE id = ?"
        self.db.executemany(query, rows)
        self.mark("tallied", origin)

    def put_made(self, name: str, origin: str, facts: Sequence[object]) -> None:
        """Nothing; what was made of all articles is put aside, with what it was made from and by."""
        row = (name, origin, zlib.compress(pack(facts).encode(), 1))
        self.db.execute("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", row)

    def put_problems(self, problems: Sequence[Problem]) -> None:
        """Nothing; these are the problems of this refresh."""
        rows = [(storable(problem.where), pack_sentence(storable(problem.message))) for problem in problems]
        if rows == self.db.execute("SELECT place, message FROM problems ORDER BY rowid").fetchall():
            return
        self.changed = True
        self.db.execute("DELETE FROM problems")
        self.db.executemany("INSERT INTO problems VALUES (?, ?)", rows)

    def mark(self, key: str, value: str) -> None:
        """Nothing; the catalogue is marked with `value` under `key`."""
        self.db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def storable(text: str) -> str:
    """`text` without what is no Unicode: a file's name may hold bytes that are none."""
    if isinstance(text, Sayable):
        return text.changed(storable)
    return text.encode("utf-8", "backslashreplace").decode()


def _columns(meeting: Meeting) -> tuple[str, str, str, str]:
    """The columns of a meeting that tell one from another."""
    light = [replace(card, event=frozenset()) for card in meeting.articles]
    return meeting.id, meeting.title, pack(meeting.dating), pack(light)


def _places(rows: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, str]]:
    """The meeting and its dating by article."""
    return {card[0]: (row[0], row[2]) for row in rows for card in json.loads(row[3])}
