"""The engines that search is measured on, each asked in its own words: ours, stock Whoosh, SQLite FTS5."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from tui.search import Document, open_engine, parse_query
from tui.search.whoosh_engine.engine import WhooshEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from benchmarks.articles import Written

TOP = 20
"""Articles asked for."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query in a form each engine can put into its own words.

    words: folded
    kind: term, and, phrase, prefix, dated
    first, last: days, for `dated`
    """

    words: tuple[str, ...]
    kind: str
    first: int = 0
    last: int = 0


class Subject(Protocol):
    """An engine that is measured."""

    def build(self, written: Iterable[Written], jobs: int) -> None:
        """Index all of `written`."""

    def open(self) -> None:
        """Get ready to search."""

    def ask(self, question: Question) -> int:
        """Find the best articles; how many."""

    def show(self, question: Question) -> int:
        """Find them, with a passage of each; how many."""

    def add(self, written: Written) -> None:
        """Add one article to what is there, and commit."""


def as_document(written: Written) -> Document:
    """`written` as the engines take it."""
    day, outlet = written.date, written.outlet
    return Document(written.id, day.isoformat(), day, outlet, written.place, written.title, written.text)


class Ours:
    """The engine of this program."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._engine: WhooshEngine

    def build(self, written: Iterable[Written], jobs: int) -> None:
        """Index all of `written`."""
        with open_engine(self._folder) as engine:
            engine.rebuild(map(as_document, written), jobs=jobs)

    def open(self) -> None:
        """Get ready to search."""
        engine = open_engine(self._folder)
        if not isinstance(engine, WhooshEngine):
            raise TypeError(str(engine.problems))
        self._engine = engine

    def ask(self, question: Question) -> int:
        """Rank all that match."""
        return len(self._engine.view.best(parse_query(self._text(question)).node, "score", TOP)[1])

    def show(self, question: Question) -> int:
        """Search as a user does."""
        return len(self._engine.search(parse_query(self._text(question)), limit=TOP).hits)

    def type(self, text: str) -> int:
        """Search as on each key typed."""
        return len(self._engine.search(parse_query(text, typing=True), limit=TOP).hits)

    def add(self, written: Written) -> None:
        """Add one article."""
        self._engine.upsert([as_document(written)])
        self._engine.commit()

    @staticmethod
    def _text(question: Question) -> str:
        words = " ".join(question.words)
        match question.kind:
            case "phrase":
                return f'"{words}"'
            case "prefix":
                return f"{words}*"
            case "dated":
                return f"{words} date:{_iso(question.first)}..{_iso(question.last)}"
            case _:
                return words


def _iso(day: int) -> str:
    from datetime import date

    return date.fromordinal(day).isoformat()


class Fts5:
    """SQLite FTS5, folding accents."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = folder / "fts.db"
        self._base: sqlite3.Connection

    def build(self, written: Iterable[Written], jobs: int) -> None:
        """Index all of `written`, in one process whatever `jobs`."""
        del jobs
        base = sqlite3.connect(self._file)
        base.execute("CREATE VIRTUAL TABLE f USING fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")
        base.execute(
            "CREATE TABLE d (id INTEGER PRIMARY KEY, article TEXT UNIQUE, day INTEGER, outlet TEXT, place TEXT)"
        )
        base.execute("CREATE INDEX day ON d (day)")
        for one in written:
            self._insert(base, one)
        base.commit()
        base.close()

    @staticmethod
    def _insert(base: sqlite3.Connection, one: Written) -> None:
        row = (one.id, one.date.toordinal(), one.outlet, one.place)
        cursor = base.execute("INSERT INTO d (article, day, outlet, place) VALUES (?, ?, ?, ?)", row)
        base.execute("INSERT INTO f (rowid, title, text) VALUES (?, ?, ?)", (cursor.lastrowid, one.title, one.text))

    def open(self) -> None:
        """Open the file and read its schema."""
        self._base = sqlite3.connect(self._file)
        self._base.execute("SELECT count(*) FROM d").fetchone()

    def ask(self, question: Question) -> int:
        """Rank all that match."""
        source, dated = (
            ("f JOIN d ON id = f.rowid", " AND day BETWEEN ? AND ?") if question.kind == "dated" else ("f", "")
        )
        sql = f"SELECT f.rowid FROM {source} WHERE f MATCH ?{dated} ORDER BY bm25(f, 3, 1) LIMIT {TOP}"  # noqa: S608 - constants
        days = (question.first, question.last) if dated else ()
        return len(self._base.execute(sql, (self._match(question), *days)).fetchall())

    def show(self, question: Question) -> int:
        """The same with passages."""
        passage = "snippet(f, 1, '[', ']', '…', 40)"
        sql = f"SELECT rowid, {passage} FROM f WHERE f MATCH ? ORDER BY bm25(f, 3, 1) LIMIT {TOP}"  # noqa: S608 - constants
        return len(self._base.execute(sql, (self._match(question),)).fetchall())

    @staticmethod
    def _match(question: Question) -> str:
        if question.kind == "phrase":
            return '"' + " ".join(question.words) + '"'
        return " AND ".join(question.words) + ("*" if question.kind == "prefix" else "")

    def add(self, written: Written) -> None:
        """Add one article."""
        self._insert(self._base, written)
        self._base.commit()


class Stock:
    """Whoosh with its own parts: an exact and a folded field, made by chained filters."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = str(folder)
        self._index: Any
        self._searcher: Any

    def build(self, written: Iterable[Written], jobs: int) -> None:
        """Index all of `written`, in one process whatever `jobs`."""
        del jobs
        from whoosh import analysis, fields, index
        from whoosh.support.charset import accent_map

        exact = analysis.RegexTokenizer() | analysis.LowercaseFilter()
        folded = analysis.RegexTokenizer() | analysis.LowercaseFilter() | analysis.CharsetFilter(accent_map)
        schema = fields.Schema(
            article=fields.ID(unique=True, stored=True),
            day=fields.NUMERIC(stored=True, sortable=True),
            title=fields.TEXT(analyzer=folded, stored=True),
            exact=fields.TEXT(analyzer=exact),
            text=fields.TEXT(analyzer=folded, stored=True),
        )
        made = index.create_in(self._folder, schema)
        writer = made.writer()
        for one in written:
            writer.add_document(**self._fields(one))
        writer.commit()

    @staticmethod
    def _fields(one: Written) -> dict[str, Any]:
        day = one.date.toordinal()
        return {"article": one.id, "day": day, "title": one.title, "exact": one.text, "text": one.text}

    def open(self) -> None:
        """Open a searcher."""
        from whoosh import index

        self._index = index.open_dir(self._folder)
        self._searcher = self._index.searcher()

    def ask(self, question: Question) -> int:
        """Rank all that match."""
        return len(self._results(question).top_n)

    def _results(self, question: Question) -> Any:
        from whoosh import query

        terms = [query.Term("text", word) for word in question.words]
        match question.kind:
            case "phrase":
                asked = query.Phrase("text", list(question.words))
            case "prefix":
                asked = query.Prefix("text", question.words[0])
            case "dated":
                asked = query.And([*terms, query.NumericRange("day", question.first, question.last)])
            case _:
                asked = query.And(terms)
        return self._searcher.search(asked, limit=TOP, optimize=False)

    def show(self, question: Question) -> int:
        """The same with highlights."""
        return sum(bool(hit.highlights("text")) or 1 for hit in self._results(question))

    def add(self, written: Written) -> None:
        """Add one article."""
        writer = self._index.writer()
        writer.update_document(**self._fields(written))
        writer.commit()


SUBJECTS: dict[str, Callable[[Path], Subject]] = {"ours": Ours, "stock": Stock, "fts5": Fts5}
