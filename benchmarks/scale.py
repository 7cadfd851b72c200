"""CPU time and memory over many articles: all of them, nothing new, one of them changed.

    python -m benchmarks.scale [--articles 2000] [--like seeds] [--steps STEP ...]

Articles are made by `benchmarks.articles`, or with `--like seeds` from the paragraphs in `seeds/` with some of their
words replaced: these hold far more commitments. Every step is a process of its own; the CPU time of the processes it
starts is counted too, and its memory is what it had at most. `--steps read-1 start` does some of the steps: those from
`again` on need the catalogue of `whole-1`, or else of `read-1`.
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
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.library import Library
    from tui.model import Progress

_ROOT = Path(__file__).resolve().parents[1]
_MORE = "\nThủ tướng yêu cầu giữ lạm phát dưới {0}% trong cả năm.\n"
_SIZE, _LONG, _DAYS, _REPLACED = 4200, 80, 3900, 0.15
_MOVES = 100
_KILOBYTE, _MEGABYTE = 1 << 10, 1 << 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took.

    cpu, wall: seconds
    """

    cpu: float
    wall: float


def main() -> None:
    """Print the table; with `--step` do one step of it and print its costs as JSON."""
    parser = argparse.ArgumentParser(description="CPU time and memory over many articles.")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--like", choices=("generated", "seeds"), default="generated")
    parser.add_argument("--steps", nargs="+", choices=list(_STEPS), default=list(_STEPS))
    parser.add_argument("--step", nargs=2, metavar=("NAME", "FOLDER"), help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.step:
        name, folder = chosen.step
        sys.stdout.write(json.dumps(_STEPS[name](Path(folder))))
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        {"generated": _generated, "seeds": _like_seeds}[chosen.like](chosen.articles, folder / "corpus")
        _table(chosen.articles, folder, chosen.steps)


def _generated(articles: int, folder: Path) -> None:
    from benchmarks.articles import main as write

    write([str(articles), str(folder)])


def _like_seeds(articles: int, folder: Path) -> None:
    from benchmarks.articles import Vocabulary

    chance, vocabulary = random.Random(1), Vocabulary(1)
    texts = [path.read_text(encoding="utf-8") for path in sorted((_ROOT / "seeds").glob("*.txt"))]
    paragraphs = [line for text in texts for line in text.splitlines() if len(line) > _LONG]
    for number in range(articles):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(_DAYS))
        words = " ".join(vocabulary.draw(chance) for _ in range(8))
        lines = [f"Hội nghị {words}", f"Ngày {day.day}/{day.month}/{day.year}, Thủ tướng chủ trì hội nghị {words}."]
        while sum(map(len, lines)) < _SIZE:
            drawn = chance.choice(paragraphs).split(" ")
            lines.append(" ".join(vocabulary.draw(chance) if chance.random() < _REPLACED else each for each in drawn))
        path = folder / f"{day.year}" / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _table(articles: int, folder: Path, steps: Sequence[str]) -> None:
    size = sum(path.stat().st_size for path in (folder / "corpus").rglob("*.txt"))
    print(f"{articles} articles, {size / _MEGABYTE:.1f} MB\n")
    print("| step | CPU, s | wall, s | RSS, MB |\n| --- | --- | --- | --- |")
    for step in steps:
        for label, cpu, wall, memory in _run(step, folder):
            print(f"| {label} | {cpu:.3f} | {wall:.3f} | {memory:.0f} |", flush=True)


def _run(step: str, folder: Path) -> list[tuple[str, float, float, float]]:
    command = [sys.executable, "-m", "benchmarks.scale", "--step", step, str(folder)]
    byte_code = {"PYTHONPYCACHEPREFIX": str(folder / "byte-code"), "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=_ROOT, env={**os.environ, **byte_code}
    )
    found: list[tuple[str, float, float, float]] = [tuple(row) for row in json.loads(done.stdout)]
    return found


def _library(folder: Path, cache: str) -> Library:
    from tui.config import parse_config
    from tui.library import Library

    lines = (
        f"[corpus]\npaths = [{json.dumps(str(folder / 'corpus'))}]",
        f"[cache]\ndirectory = {json.dumps(str(folder / cache))}",
        f"[notes]\ndirectory = {json.dumps(str(folder / 'notes'))}",
    )
    return Library(parse_config("\n".join(lines), folder / "config.toml"))


def _quietly(_progress: Progress) -> None:
    return


def _timed(work: Callable[[], object]) -> Cost:
    cpu, wall = _cpu(), time.perf_counter()
    work()
    return Cost(_cpu() - cpu, time.perf_counter() - wall)


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _memory() -> float:
    """Megabytes this process had at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KILOBYTE


Rows = list[tuple[str, float, float, float]]


def _row(label: str, cost: Cost) -> tuple[str, float, float, float]:
    return label, cost.cpu, cost.wall, _memory()


def _read(folder: Path, jobs: int) -> Rows:
    with _library(folder, f"only-{jobs}") as library:
        cost = _timed(lambda: library.refresh(_quietly, lambda: False, jobs, full=False))
    return [_row(f"read the articles, {jobs} job{'s' * (jobs > 1)}", cost)]


def _whole(folder: Path, jobs: int) -> Rows:
    with _library(folder, f"cache-{jobs}") as library:
        cost = _timed(lambda: library.refresh(_quietly, lambda: False, jobs))
    return [_row(f"the same with comparison and search, {jobs} job{'s' * (jobs > 1)}", cost)]


def _filled(folder: Path) -> str:
    """The cache that a step before has filled."""
    return "cache-1" if (folder / "cache-1").exists() else "only-1"


def _again(folder: Path) -> Rows:
    def work() -> None:
        with _library(folder, _filled(folder)) as library:
            library.refresh(_quietly, lambda: False, 1)

    return [_row("nothing changed", _timed(work))]


def _start(folder: Path) -> Rows:
    """The ledger in a new process, as the first panel of a session asks for it; then one change after the other."""
    with _library(folder, _filled(folder)) as library:
        rows = [_row("the list of meetings, as the screen opens with it", _timed(library.meetings))]
        found = library.meetings()
        meeting = found[0].meeting
        rows.append(_row("first comparison of a session", _timed(lambda: library.panel(meeting.id))))
        rows += _moving(library, [row.meeting.id for row in found])
        for number in (2, 3):
            path = folder / "corpus" / f"{meeting.articles[0].id}.txt"
            path.write_text(path.read_text(encoding="utf-8") + _MORE.format(number), encoding="utf-8")
            cost = _timed(lambda: library.refresh(_quietly, lambda: False, 1))
            rows.append(_row(f"one article changed, {('first', 'second')[number - 2]} time in a session", cost))
        path.write_text(path.read_text(encoding="utf-8") + _MORE.format(4), encoding="utf-8")
        library.refresh(_quietly, lambda: False, 1, full=False)
        rows.append(_row("comparison after one article changed", _timed(library.ledger)))
    return rows


def _moving(library: Library, meetings: Sequence[str]) -> Rows:
    """From meeting to meeting: down the list from the newest, then anywhere."""
    anywhere = random.Random(1).sample(list(meetings), min(_MOVES, len(meetings)))
    rows = []
    for label, way in (("down the list", meetings[1 : _MOVES + 1]), ("anywhere", anywhere)):
        costs = sorted((_timed(partial(_look, library, each)) for each in way), key=lambda cost: cost.wall)
        rows += [_row(f"a panel {label}, median of {len(costs)}", costs[len(costs) // 2])]
        rows += [_row(f"a panel {label}, slowest", costs[-1])]
    return rows


def _look(library: Library, meeting: str) -> None:
    """Make all that a panel shows."""
    for target in library.panel(meeting).targets:
        len(target.results)


def _changed(folder: Path) -> Rows:
    with _library(folder, _filled(folder)) as library:
        article = library.meetings()[0].meeting.articles[0].id
        path = folder / "corpus" / f"{article}.txt"
        path.write_text(path.read_text(encoding="utf-8") + _MORE.format(5), encoding="utf-8")
        cost = _timed(lambda: library.refresh(_quietly, lambda: False, 1, full=False))
        rows = [_row("one article changed, a new process, articles only", cost)]
        path.write_text(path.read_text(encoding="utf-8") + _MORE.format(6), encoding="utf-8")
    with _library(folder, _filled(folder)) as library:
        cost = _timed(lambda: library.refresh(_quietly, lambda: False, 1))
    return [*rows, _row("the same with comparison and search", cost)]


def _links(folder: Path) -> Rows:
    from tui.ledger.follow_ups import FollowUps
    from tui.library.corrected import CorrectedView
    from tui.library.ledgers import Reading

    with _library(folder, _filled(folder)) as library, library.catalogue.reading():
        proposer = FollowUps(Reading(CorrectedView(library.catalogue, library.notes)))
        meetings = [row.meeting for row in reversed(library.meetings())]
        commitments = {each.card.id: each.commitments for each in library.catalogue.extractions()}
        return [
            _row(label, _timed(lambda: proposer.propose(meetings, commitments)))
            for label in ("follow-ups of everything", "follow-ups where nothing changed")
        ]


_STEPS: dict[str, Callable[[Path], Rows]] = {
    "read-1": lambda folder: _read(folder, 1),
    "read-2": lambda folder: _read(folder, 2),
    "whole-1": lambda folder: _whole(folder, 1),
    "whole-2": lambda folder: _whole(folder, 2),
    "again": _again,
    "links": _links,
    "start": _start,
    "changed": _changed,
}


if __name__ == "__main__":
    main()
