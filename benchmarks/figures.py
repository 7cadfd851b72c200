"""Prints how fast text becomes statements: beside quantulum3, and on text made to be slow.

    python -m benchmarks.figures [--copies N] [--size BYTES] [--rounds N]

Speeds are bytes of UTF-8 for each second of CPU time, the best of several rounds, all measured in this one run.
quantulum3 (`pip install 'briefings[bench]'`) is left out where it is not installed; its classifier is used where the
libraries it needs are there.
"""

from __future__ import annotations

import argparse
import sys
import warnings
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from tui.corpus import parse
from tui.figures import find_figures
from tui.meetings import date_article
from tui.statements import Lexicon, load_lexicon, make_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
START = "Đạt 7%.\n"  # a file of nothing but spaces would be refused
HOSTILE: Mapping[str, str] = {
    "digits": "1",
    "digits, spaced": "1 ",
    "commas": ",",
    "dotted": "1.1.1.1",
    "versions": "1.1.1.1 ",
    "commas and digits": "1,",
    "from from": "từ từ từ ",
    "from 1 to": "từ 1 đến ",
    "open brackets": "(",
    "open quotes": "“",
    "letter a": "a",
    "words": "a ",
    "spaces": " ",
    "dashes": "-",
    "1 - 1 - 1": "1 - ",
    "percent signs": "%",
    "dates": "1/1/1/",
    "years in brackets": "(năm 2011: 5,9%; ",
    "hundreds": "trăm ",
    "two two two": "hai ",
    "no end": "Tăng 7% ",
    "lines": "1\n",
    "letter A.": "A. ",
}


@dataclass(frozen=True, slots=True)
class Speed:
    """How fast something ran.

    name: as printed
    rate: bytes for each second of CPU time
    found: figures found
    """

    name: str
    rate: float
    found: int


def statements(text: str, lexicon: Lexicon) -> int:
    """How many statements `text` holds, by way of every stage the program runs."""
    article = parse("text", "text.txt", text.encode())
    return len(make_statements(article, date_article(article), find_figures(article), lexicon))


def clock(works: Mapping[str, Callable[[str], int]], text: str, rounds: int) -> list[Speed]:
    """The best of `rounds` of each of `works` on `text`; in turns, so that a busy machine slows all of them."""
    best = dict.fromkeys(works, float("inf"))
    found = dict.fromkeys(works, 0)
    for _ in range(rounds):
        for name, work in works.items():
            start = process_time()
            found[name] = work(text)
            best[name] = min(best[name], process_time() - start)
    return [Speed(name, len(text.encode()) / max(best[name], 1e-9), found[name]) for name in works]


def rivals() -> dict[str, Callable[[str], int]]:
    """quantulum3 with its classifier off and, where it can, on; empty where it is not installed."""
    if find_spec("quantulum3") is None:
        return {}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that the classifier's libraries are missing: that is what "off" says
        from quantulum3 import classifier, parser

        parser.parse("5 km and 7.5 %")  # its tables are loaded on the first call

    def parse(text: str, *, enabled: bool) -> int:
        classifier.USE_CLF = enabled
        return len(parser.parse(text))

    works: dict[str, Callable[[str], int]] = {"quantulum3, classifier off": partial(parse, enabled=False)}
    if classifier.USE_CLF:
        works["quantulum3, classifier on"] = partial(parse, enabled=True)
    return works


def main(arguments: Sequence[str] | None = None) -> int:
    """Print both tables."""
    options = _parser().parse_args(arguments)
    lexicon = load_lexicon()
    seeds = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))) + "\n\n"
    text = seeds * options.copies
    works: dict[str, Callable[[str], int]] = {"briefings, text to statements": partial(statements, lexicon=lexicon)}
    ours, *others = clock(works | rivals(), text, options.rounds)
    print(f"{len(text.encode()):,} bytes: the seeds, {options.copies} times\n")
    print(f"{'':32} {'bytes / CPU s':>14} {'figures':>9} {'ratio':>7}")
    for speed in (ours, *others):
        print(f"{speed.name:32} {speed.rate:14,.0f} {speed.found:9,} {ours.rate / speed.rate:7.2f}")
    if not others:
        print("quantulum3 is not installed")
    print(f"\n{f'hostile text, {options.size:,} bytes':32} {'bytes / CPU s':>14} {'figures':>9} {'time':>7}")
    for name, unit in HOSTILE.items():
        hostile = START + unit * (options.size // len(unit.encode()))
        (speed,) = clock({name: partial(statements, lexicon=lexicon)}, hostile, 1)
        print(f"{name:32} {speed.rate:14,.0f} {speed.found:9,} {ours.rate / speed.rate:7.2f}", flush=True)
    print("\nratio: how many times as fast as that library; time: CPU time for each byte against the seeds'")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description="How fast is it?")
    parser.add_argument("--copies", type=int, default=10, help="how often the seeds are repeated (10)")
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of each hostile text (1,000,000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of which the best counts (5)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
