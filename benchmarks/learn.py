"""Learns the weights that `tui.statements.evidence` reads, from tables annotated by hand.

    python -m benchmarks.learn --gold TABLE.tsv ARTICLES_DIR [--gold ...] [--out FOLDER]

Needs the extra `learn`. The same tables give the same weights.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from benchmarks.scoring import load_gold
from tui.corpus import parse
from tui.figures import find_figures
from tui.meetings import date_article
from tui.statements import load_lexicon
from tui.statements.evidence.weights import Weights, size_of, write_weights
from tui.statements.lexicon import OTHER
from tui.statements.make import read_figures

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.statements.evidence import Around
    from tui.statements.evidence.weights import Weight

Term: TypeAlias = tuple[str, str]  # its zone, and what stands there
Fit: TypeAlias = "Callable[[Sequence[Told], Sequence[str], Mapping[Term, float], Plan], Fitted]"
FOLDER = Path(__file__).resolve().parent.parent / "tui" / "statements" / "evidence"


@dataclass(frozen=True, slots=True)
class Example:
    """A figure of an annotated article.

    terms: what stands around it
    answers: the right answer for each question
    """

    terms: frozenset[Term]
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the weights for one question are learned.

    question: `role` or `indicator`
    zones: what of the surroundings they look at; empty for all
    seen: in how many examples a term must stand
    kept: how many terms are kept, those that weigh most
    strength: how far weights may go (the inverse of the regularisation)
    rare: answers with fewer examples are taken as `other`
    least: weights smaller than this are left out
    """

    question: str
    zones: frozenset[str]
    seen: int
    kept: int
    strength: float
    rare: int = 0
    least: float = 0.0


_WORDS = frozenset({"left", "right", "after", "before", "clause", "edge", "opening", "form", "cue", "paragraph"})
PLANS = (
    Plan("role", _WORDS | {"time", "subject"}, seen=4, kept=12000, strength=30),
    Plan("indicator", _WORDS, seen=4, kept=8000, strength=100, rare=8, least=0.5),
)


def examples(table: Path, folder: Path) -> Iterator[Example]:
    """The figures of `table` that the program finds, with what it sees around them."""
    lexicon = load_lexicon()
    for file, rows in load_gold(table).items():
        wanted = {row.at: row.attributes for row in rows if not row.optional}
        article = parse(Path(file).stem, file, (folder / file).read_bytes())
        for statement, around in read_figures(article, date_article(article), find_figures(article), lexicon):
            if (row := wanted.get(statement.figure.source)) is not None:
                yield Example(_terms(around), {"role": row["role"], "indicator": row["indicator"]})


def _terms(around: Around) -> frozenset[Term]:
    return frozenset((zone, term) for zone, terms in around.items() for term in terms)


def learn(given: Sequence[Example], plan: Plan, fit: Fit | None = None) -> Weights:
    """The weights that answer the question of `plan`, from the examples that have an answer to it.

    `fit` finds weights for terms; without one scikit-learn does.
    """
    fit = fit or _fit
    told = [_told(example, plan) for example in given if example.answers[plan.question]]
    common = Counter(one.answer for one in told)
    answers = [one.answer if common[one.answer] >= plan.rare else OTHER for one in told]
    counts = Counter(term for one in told for term in one.terms)
    rarity = {term: math.log(len(told) / count) for term, count in counts.items() if plan.seen <= count < len(told)}
    first = fit(told, answers, rarity, plan)
    spread = {term: (max(row) - min(row)) * rarity[term] for term, row in first.rows.items()}
    kept = sorted(spread, key=lambda term: (-spread[term], term))[: plan.kept]
    return _weights(fit(told, answers, {term: rarity[term] for term in sorted(kept)}, plan), rarity, plan)


@dataclass(frozen=True, slots=True)
class Told:
    """An example as a plan sees it: the terms of its zones, in order, and the right answer."""

    terms: tuple[Term, ...]
    answer: str


def _told(example: Example, plan: Plan) -> Told:
    terms = sorted(term for term in example.terms if term[0] in plan.zones)
    return Told(tuple(terms), example.answers[plan.question])


@dataclass(frozen=True, slots=True)
class Fitted:
    """A model: its answers, what they start with, and a row of weights for each term."""

    answers: tuple[str, ...]
    start: tuple[float, ...]
    rows: Mapping[Term, tuple[float, ...]]


def _fit(told: Sequence[Told], answers: Sequence[str], rarity: Mapping[Term, float], plan: Plan) -> Fitted:
    """A multinomial logistic regression over rows of one length."""
    from sklearn.linear_model import LogisticRegression

    columns = {term: at for at, term in enumerate(rarity)}
    model: Any = LogisticRegression(C=plan.strength, max_iter=500)
    model.fit(_matrix(told, rarity, columns), answers)
    rows = {term: tuple(float(value) for value in model.coef_[:, at]) for term, at in columns.items()}
    return Fitted(tuple(str(name) for name in model.classes_), tuple(map(float, model.intercept_)), rows)


def _matrix(told: Sequence[Told], rarity: Mapping[Term, float], columns: Mapping[Term, int]) -> Any:
    """The examples as rows of a sparse matrix."""
    from scipy.sparse import csr_matrix

    values: list[float] = []
    places: list[int] = []
    ends = [0]
    for one in told:
        known = [term for term in one.terms if term in columns]
        size = size_of(sum(rarity[term] ** 2 for term in known))
        values += [rarity[term] / size for term in known]
        places += [columns[term] for term in known]
        ends.append(len(places))
    return csr_matrix((values, places, ends), shape=(len(told), len(columns)))


def _weights(fitted: Fitted, rarity: Mapping[Term, float], plan: Plan) -> Weights:
    """The model as the program reads it; of each term only what tells answers apart."""
    terms: defaultdict[str, dict[str, Weight]] = defaultdict(dict)
    for (zone, term), row in fitted.rows.items():
        middle = sorted(row)[len(row) // 2]
        lean = [value - middle for value in row]
        own = rarity[zone, term]
        terms[zone][term] = (
            own * own,
            tuple((at, own * value) for at, value in enumerate(lean) if abs(value) > plan.least),
        )
    return Weights(fitted.answers, fitted.start, dict(terms))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the weights of every plan."""
    options = _parser().parse_args(arguments)
    given = [one for table, folder in options.gold for one in examples(Path(table), Path(folder))]
    for plan in PLANS:
        lines = write_weights(learn(given, plan))
        (Path(options.out) / f"{plan.question}.tsv").write_text("\n".join((*lines, "")), encoding="utf-8")
        print(f"{plan.question}: learned from {len(given)} figures")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learn", description=__doc__)
    parser.add_argument("--gold", nargs=2, action="append", required=True, metavar=("TABLE", "ARTICLES"))
    parser.add_argument("--out", default=str(FOLDER), help="where to write them; the program's own folder without it")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
