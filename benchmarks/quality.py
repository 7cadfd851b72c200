"""Prints how often the extraction is right, against tables annotated by hand.

    python -m benchmarks.quality [--gold TABLE.tsv ARTICLES_DIR]... [--errors N] [--json]

Without `--gold` it measures the tables that come with the project. `tests/quality` holds the floors.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.scoring import Rate, Report, calibration_error, load_gold, reliability, score
from tui.corpus import parse
from tui.figures import find_figures
from tui.meetings import date_article
from tui.statements import Lexicon, load_lexicon, make_statements

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Statement

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Table:
    """A set of annotated articles.

    name: as printed
    gold: the table of figures
    articles: folder of the files it names
    """

    name: str
    gold: Path
    articles: Path


OWN = Table("own", ROOT / "tests" / "own" / "gold.tsv", ROOT / "tests" / "own" / "articles")
SEEDS = Table("seeds", ROOT / "tests" / "quality" / "seeds.tsv", ROOT / "seeds")


def statements_of(path: Path, lexicon: Lexicon) -> tuple[Statement, ...]:
    """The statements of one file, as the program extracts them."""
    article = parse(path.stem, path.name, path.read_bytes())
    return make_statements(article, date_article(article), find_figures(article), lexicon)


def measure(table: Table, lexicon: Lexicon) -> Report:
    """How the extraction compares with `table`; a file that is named but missing raises `FileNotFoundError`."""
    gold = load_gold(table.gold)
    return score(gold, {file: statements_of(table.articles / file, lexicon) for file in gold})


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of every table; 2 where a file is missing."""
    options = _parser().parse_args(arguments)
    given = [Table(Path(gold).stem, Path(gold), Path(articles)) for gold, articles in options.gold or ()]
    lexicon = load_lexicon()
    try:
        reports = {table.name: measure(table, lexicon) for table in given or (SEEDS, OWN)}
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps({name: _plain(report) for name, report in reports.items()}, ensure_ascii=False))
        return 0
    for name, report in reports.items():
        print("\n".join([f"{name}: {report.figures} figures", *_scores(report), "", *_reliability(report), ""]))
        for mistake in report.mistakes[: options.errors]:
            print(*asdict(mistake).values(), sep=" | ", file=sys.stderr)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description="How often is it right?")
    parser.add_argument(
        "--gold", nargs=2, action="append", metavar=("TABLE", "ARTICLES"), help="a table and the folder of its articles"
    )
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N mistakes of each table")
    parser.add_argument("--json", action="store_true", help="print one object instead of tables")
    return parser


def _scores(report: Report) -> list[str]:
    rates = {"found": report.found, "strict": report.strict, **report.roles}
    lines = [f"  {'':10} {'precision':>9} {'recall':>9} {'F1':>9}"]
    lines += [f"  {name:10} {r.precision:9.4f} {r.recall:9.4f} {r.f1:9.4f}" for name, r in rates.items()]
    lines += ["", f"  {'':10} {'accuracy':>9}"]
    lines += [f"  {field:10} {'-' if v is None else f'{v:.4f}':>9}" for field, v in report.accuracy.items()]
    return lines


def _reliability(report: Report) -> list[str]:
    bins = reliability(report.judged)
    error = calibration_error(bins)
    lines = [f"  {'confidence':10} {'count':>9} {'mean':>9} {'right':>9}"]
    lines += [f"  from {b.low:<5.1f} {b.count:9} {b.confidence:9.2f} {b.right:9.2f}" for b in bins]
    if error is not None:
        lines.append(f"  calibration error {error:.3f}")
    return lines


def _plain(report: Report) -> dict[str, object]:
    bins = reliability(report.judged)
    rates: dict[str, Rate] = {"found": report.found, "strict": report.strict, **report.roles}
    return {
        "figures": report.figures,
        **{name: rate._asdict() for name, rate in rates.items()},
        **report.accuracy,
        "reliability": [asdict(group) for group in bins],
        "calibration_error": calibration_error(bins),
        "mistakes": [asdict(mistake) for mistake in report.mistakes],
    }


if __name__ == "__main__":
    sys.exit(main())
