"""Weights of terms: a linear model, read from a table and asked for the chance of each answer.

Terms count by their rarity, and rows of them are set to one length, as usual for text: Joachims, «Text Categorization
with Support Vector Machines», 1998; the weights are those of a multinomial logistic regression (`benchmarks/learn.py`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from tui.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tui.statements.evidence.around import Around

_SCALE = 100  # weights are kept in hundredths
_USUAL = 1000.0  # the squares that the terms around a figure usually sum to

# the square of the rarity of a term, and what it weighs for each answer it speaks on
Weight: TypeAlias = tuple[float, tuple[tuple[int, float], ...]]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each term speaks for.

    answers: what is asked for
    start: what speaks for each before any term
    terms: by zone and term
    """

    answers: tuple[str, ...]
    start: tuple[float, ...]
    terms: Mapping[str, Mapping[str, Weight]]

    def chances(self, around: Around) -> dict[str, float]:
        """The chance of each answer; they sum to 1."""
        sums, length = [0.0] * len(self.answers), 0.0
        for rarity, weights in self._known(around):
            length += rarity
            for answer, weight in weights:
                sums[answer] += weight
        size = size_of(length)
        told = [start + found / size for start, found in zip(self.start, sums, strict=True)]
        return chances_of(dict(zip(self.answers, told, strict=True)))

    def speaks_for(self, around: Around, answer: str) -> list[tuple[str, str]]:
        """The zones and terms that speak for `answer` more than for any other, the strongest first."""
        wanted = self.answers.index(answer)
        found: list[tuple[float, str, str]] = []
        for zone, terms in around.items():
            known = self.terms.get(zone, {})
            for term in known.keys() & set(terms):
                weights = dict(known[term][1])
                lead = weights.get(wanted, 0.0) - max((own for at, own in weights.items() if at != wanted), default=0.0)
                found += [(-lead, zone, term)] if lead > 0 else []
        return [(zone, term) for _, zone, term in sorted(found)]

    def _known(self, around: Around) -> Iterator[Weight]:
        for zone, terms in around.items():
            known = self.terms.get(zone)
            if known is None:
                continue
            for term in known.keys() & terms:
                yield known[term]


def size_of(squares: float) -> float:
    """What a row of terms is divided by, from the squares of their rarities; so that few words say little."""
    return math.sqrt(squares + _USUAL)


def chances_of(told: Mapping[str, float]) -> dict[str, float]:
    """What speaks for each answer, on the scale of logarithms, as chances."""
    most = max(told.values())
    parts = {answer: math.exp(value - most) for answer, value in told.items()}
    whole = sum(parts.values())
    return {answer: part / whole for answer, part in parts.items()}


@lru_cache(maxsize=4)
def load_weights(name: str) -> Weights:
    """The weights shipped as `name`; `LexiconError` names the file and the line that is wrong."""
    try:
        lines = files("tui.statements.evidence").joinpath(name).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        raise LexiconError(f"{name}: the file is missing; reinstall the program.") from None
    return read_weights(name, lines)


def read_weights(name: str, lines: Iterable[str]) -> Weights:
    """The table in `lines`: the answers, what they start with, then zone, term, rarity and weights.

    Weights are written as `answer:hundredths`, those that are nothing left out.
    """
    terms: defaultdict[str, dict[str, Weight]] = defaultdict(dict)
    rows = iter(lines)
    read = 0
    try:
        answers = tuple(next(rows).split("\t")[1:])
        start = tuple(int(value) / _SCALE for value in next(rows).split("\t")[1:])
        for read, line in enumerate(rows, start=2):  # noqa: B007  # the error names the line
            zone, term, rarity, told = line.split("\t")
            terms[zone][term] = _weight(int(rarity) / _SCALE, told)
    except (ValueError, StopIteration):
        raise LexiconError(f"{name}, line {read + 1}: not a row of weights; reinstall the program.") from None
    if not answers or len(answers) != len(start):
        raise LexiconError(f"{name}, line 2: wants one number for each answer; reinstall the program.")
    return Weights(answers, start, dict(terms))


def _weight(rarity: float, told: str) -> Weight:
    pairs = (pair.split(":") for pair in told.split())
    return rarity * rarity, tuple((int(answer), rarity * int(weight) / _SCALE) for answer, weight in pairs)


def write_weights(weights: Weights) -> Iterator[str]:
    """The lines that `read_weights` reads, zones and terms in order."""
    yield "\t".join(("answers", *weights.answers))
    yield "\t".join(("start", *(str(round(value * _SCALE)) for value in weights.start)))
    for zone in sorted(weights.terms):
        for term, (square, told) in sorted(weights.terms[zone].items()):
            rarity = math.sqrt(square)
            parts = ((answer, round(weight / rarity * _SCALE)) for answer, weight in told)
            kept = " ".join(f"{answer}:{weight}" for answer, weight in parts if weight)
            yield "\t".join((zone, term, str(round(rarity * _SCALE)), kept))
