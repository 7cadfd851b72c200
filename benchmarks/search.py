"""Search measured side by side in one run: ours, Whoosh as a newcomer writes it, and SQLite FTS5.

    python -m benchmarks.search 2000            # a table of CPU times; --without stock for a quick look
    python -m benchmarks.search 2000 --check    # also: the first 20 of 500 random queries against a brute-force ranking

Each engine runs in processes of its own, one to build and one to search, on articles of benchmarks/articles.py.
Times are CPU times of the process, with what it starts. Ratios are theirs to ours, so above 1 is in our favour.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Protocol

from benchmarks.articles import Written, articles
from tui.corpus.characters import fold
from tui.search import Document, open_engine, parse_query
from tui.search.analysis import surfaces
from tui.search.memory import MemoryEngine
from tui.search.whoosh_engine.engine import WhooshEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

TOP = 20
EACH = 40
"""Queries of each kind."""
ADDED = 25
"""Articles added one by one."""


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


def questions(kind: str) -> list[Question]:
    """`EACH` queries of one kind, from the text of articles: common and rare words as they come."""
    rng = random.Random(f"questions {kind}")
    sample = list(articles(60, seed=1))
    made: list[Question] = []
    while len(made) < EACH:
        words = [word for word in surfaces(rng.choice(sample).text) if word[0].isalpha()]
        at = rng.randrange(len(words) - 2)
        here = words[at : at + 2]
        # FTS5 does not fold đ, so that it would find nothing
        if any(character in word.lower() for word in words[at : at + 3] for character in "đð"):
            continue
        first = rng.randrange(735_600, 739_000)
        match kind:
            case "phrase":
                made.append(Question(tuple(map(fold, here)), kind))
            case "prefix":
                made.append(Question((fold(here[0])[: rng.randint(2, 4)],), kind))
            case "and":
                made.append(Question((fold(here[0]), fold(rng.choice(words))), kind))
            case _:
                made.append(Question((fold(here[0]),), kind, first, first + 365))
    return [one for one in made if all(len(word) > 1 for word in one.words)]


def keystrokes() -> Iterator[str]:
    """What stands in the search line after each key, for a few queries."""
    for text in (
        "tang truong kinh te",
        "thu tuong",
        "xuất khẩu 2024",
        "ngoai giao kinh te -fdi",
        '"hiệp định" date:2020..',
    ):
        yield from (text[:end] for end in range(2, len(text) + 1))


def cpu() -> float:
    """CPU seconds of this process and those it has waited for."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def timed(action: Callable[[], object]) -> float:
    """CPU milliseconds of `action`."""
    start = time.process_time()
    action()
    return (time.process_time() - start) * 1000


def percentile(times: Sequence[float], share: float) -> float:
    """The value that `share` of `times` do not exceed."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def measure_build(subject: Subject, count: int, jobs: int) -> dict[str, float]:
    """CPU and wall seconds, and the peak of memory without the articles themselves."""
    written = list(articles(count))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, wall = cpu(), time.perf_counter()
    subject.build(written, jobs)
    spent, wall = cpu() - start, time.perf_counter() - wall
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * jobs if jobs > 1 else 0
    return {"cpu": spent, "wall": wall, "rss": (own + helpers) / 1024}


def measure_memory(subject: Subject) -> dict[str, float]:
    """The peak of memory of a process that opens the index and searches."""
    subject.open()
    for words in ("kinh te", "tang truong", "cac", "trong nam", "xuat khau", "ngoai giao", "thi truong", "nang luong"):
        for kind in ("and", "phrase"):
            subject.ask(Question(tuple(words.split()), kind))
        subject.ask(Question((words[:3].strip(),), "prefix"))
        subject.show(Question(tuple(words.split()), "and"))
    return {"search RSS MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def measure_search(subject: Subject) -> dict[str, float]:
    """CPU milliseconds of each kind of query, and of adding articles."""
    found: dict[str, float] = {"open": timed(subject.open)}
    subject.ask(Question(("va",), "term"))
    for kind in ("term", "and", "phrase", "dated", "prefix"):
        times = [timed(lambda: subject.ask(question)) for question in questions(kind)]  # noqa: B023 - called at once
        found[kind] = median(times)
        found[f"{kind} p95"] = percentile(times, 0.95)
    times = [timed(lambda: subject.show(question)) for question in questions("and")]  # noqa: B023 - called at once
    found["snippets"] = median(times)
    if isinstance(subject, Ours):
        times = [timed(lambda: subject.type(text)) for text in keystrokes()]  # noqa: B023 - called at once
        found["typing"] = median(times)
        found["typing p95"] = percentile(times, 0.95)
    more = list(articles(ADDED, seed=7))
    fresh = [Written(f"fresh/{one.id}", one.outlet, one.place, one.title, one.text, one.date, ()) for one in more]
    times = [timed(lambda: subject.add(one)) for one in fresh]  # noqa: B023 - called at once
    found["add"] = median(times)
    found["add worst"] = max(times)
    return found


def check(count: int, asked: int = 500) -> int:
    """How many of `asked` random queries have other first 20 articles than a brute-force ranking."""
    rng = random.Random("check")
    written = list(articles(count))
    reference = MemoryEngine()
    reference.rebuild(map(as_document, written))
    wrong = 0
    with tempfile.TemporaryDirectory() as folder, open_engine(Path(folder, "index")) as engine:
        engine.rebuild(map(as_document, written))
        for _ in range(asked):
            words = surfaces(rng.choice(written).text)
            at = rng.randrange(len(words) - 3)
            shapes = (" ".join(words[at : at + 2]), fold(words[at]), f'"{" ".join(words[at : at + 2])}"')
            more = (f"{fold(words[at])} OR {words[at + 2]}", f"{words[at]} -{words[at + 1]}", f"{fold(words[at])[:3]}*")
            query = parse_query(rng.choice(shapes + more))
            ours, theirs = (one.search(query, limit=TOP) for one in (engine, reference))
            same = ours.total == theirs.total and [(hit.article, round(hit.score, 9)) for hit in ours.hits] == [
                (hit.article, round(hit.score, 9)) for hit in theirs.hits
            ]
            wrong += not same
    return wrong


def size(folder: Path) -> int:
    """Bytes of all files in `folder`."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def run(name: str, folder: Path, step: str, count: int, jobs: int = 1) -> dict[str, float]:
    """One step of one engine in a process of its own."""
    asked = [str(count), "--step", step, "--name", name, "--folder", str(folder)]
    command = [sys.executable, "-m", "benchmarks.search", *asked]
    done = subprocess.run([*command, "--jobs", str(jobs)], check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure(names: Sequence[str], count: int) -> dict[str, dict[str, float]]:
    """Everything, by engine."""
    table: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            place = Path(folder, name)
            built = run(name, place, "build", count)
            row = {"build CPU s": built["cpu"], "articles / CPU s": count / built["cpu"], "build RSS MB": built["rss"]}
            if name == "ours":
                both = run(name, Path(folder, "both"), "build", count, jobs=2)
                row |= {"wall, 2 to 1 process": both["wall"] / built["wall"], "RSS of 2 MB": both["rss"]}
            row["index MB"] = size(place) / 1e6
            table[name] = row | run(name, place, "memory", count) | run(name, place, "search", count)
    return table


def show(table: dict[str, dict[str, float]]) -> None:
    """Print the table, one line a measure, and the ratios to ours."""
    names = list(table)
    keys = list(dict.fromkeys(key for row in table.values() for key in row))
    print(
        f"{'':22}" + "".join(f"{name:>12}" for name in names) + "".join(f"{name + '/ours':>12}" for name in names[1:])
    )
    for key in keys:
        cells = [table[name].get(key) for name in names]
        ours = cells[0]
        ratios = [cell / ours if cell is not None and ours else None for cell in cells[1:]]
        print(f"{key:22}" + "".join(_cell(cell) for cell in (*cells, *ratios)))


def _cell(value: float | None) -> str:
    return f"{value:12.2f}" if value is not None else f"{'':12}"


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Measure search beside stock Whoosh and SQLite FTS5.")
    parser.add_argument("count", type=int)
    parser.add_argument("--without", action="append", default=[], choices=["stock", "fts5"])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--step", choices=["build", "memory", "search"], help=argparse.SUPPRESS)
    parser.add_argument("--name", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        subject = SUBJECTS[asked.name](asked.folder)
        steps: dict[str, Callable[[], dict[str, float]]] = {
            "build": lambda: measure_build(subject, asked.count, asked.jobs),
            "memory": lambda: measure_memory(subject),
            "search": lambda: measure_search(subject),
        }
        print(json.dumps(steps[asked.step]()))
        return
    show(measure([name for name in SUBJECTS if name not in asked.without], asked.count))
    if asked.check:
        print(f"queries with another first {TOP} than by brute force: {check(asked.count)} of 500")


if __name__ == "__main__":
    main()
