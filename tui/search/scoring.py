"""The ranking every engine uses: BM25F with the title as a field of more weight, and a bonus for newer meetings.

    score = Σ idf(df, n) · impact(times in text + TITLE · times in title, tokens) · (1 + recency · 2^(-age / HALF))

Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with a fixed length to compare
with in place of the corpus's average, so that what an article adds to a score never changes and can be stored.
"""

from __future__ import annotations

from heapq import nlargest
from math import inf, log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

STEPS = 16384
"""An impact is a whole number of steps; the largest, below (1 + K1) · STEPS, fits 16 bits."""
K1 = 1.2
B = 0.75
TYPICAL = 1000
"""Tokens of an article that is neither long nor short."""
TITLE = 3
"""What an occurrence in the title counts beside one in the text."""
CONSTANT = STEPS
"""The impact of what is known only to match: a prefix, an approximate word, a term of the title."""
HALF = 730.0
"""Days after which the bonus for being new has halved."""


def impact(weight: int, length: int) -> int:
    """What `weight` occurrences in an article of `length` tokens are worth, in steps."""
    return round(STEPS * (K1 + 1) * weight / (weight + length_norm(length)))


def length_norm(length: int) -> float:
    """The part of `impact` that depends on the article alone."""
    return K1 * (1 - B + B * length / TYPICAL)


def idf(found: int, articles: int) -> float:
    """What a step of a term is worth that `found` of `articles` hold; above 0."""
    return log(1 + (articles - found + 0.5) / (found + 0.5)) / STEPS


def bonus(day: int, newest: int, recency: float) -> float:
    """The factor for a meeting on `day`, as ordinals; 1 without a date (0), 1 + `recency` for the newest."""
    return 1 + recency * 2 ** ((day - newest) / HALF) if day else 1.0


def best(values: Sequence[float], key: Callable[[int], tuple[float, int, str]], most: int) -> list[int]:
    """The positions of the first `most` by `key`, where larger values come first: as if all had been sorted."""
    if len(values) > most:
        # only what is as good as the last of the best can be among them
        least = nlargest(most, values)[-1] if most else inf
        chosen = [at for at, value in enumerate(values) if value >= least]
    else:
        chosen = list(range(len(values)))
    return sorted(chosen, key=key)[:most]
