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
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.articles import Written, articles
from benchmarks.search_subjects import SUBJECTS, TOP, Ours, Question, Subject, as_document
from tui.corpus.characters import fold
from tui.search import open_engine, parse_query
from tui.search.analysis import surfaces
from tui.search.memory import MemoryEngine

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

EACH = 40
"""Queries of each kind."""
ADDED = 25
"""Articles added one by one."""


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
