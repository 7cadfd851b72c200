"""The words a figure is told in, and whether two papers tell it in nearly the same ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.characters import fold, settle_tone

if TYPE_CHECKING:
    from tui.ledger.settings import Passage
    from tui.ledger.values import Mention

REACH = 6
"""How many syllables on each side of a figure are compared."""
ALIKE = 0.5
"""Two tellings with half of their syllables in common are nearly the same words."""

_STOP = re.compile(r"[;:,.()…](?!\d)")
_SYLLABLE = re.compile(r"[^\W\d_]+")


class Wordings:
    """The words around figures, each read from its article once.

    passage: reads the words of an article; without it no wording is known
    """

    def __init__(self, passage: Passage | None) -> None:
        self._passage = passage
        self._known: dict[str, dict[Mention, frozenset[str]]] = {}

    def __call__(self, mention: Mention) -> frozenset[str]:
        """The words a figure is told in; empty where its article cannot be read."""
        known = self._known.setdefault(mention.article, {})
        if mention not in known:
            known[mention] = self._read(mention)
        return known[mention]

    def _read(self, mention: Mention) -> frozenset[str]:
        if self._passage is None:
            return frozenset()
        at, quote = mention.at, mention.quote
        return wording(self._passage(mention.article, quote), at.start - quote.start, at.end - quote.start)

    def forget(self, article: str) -> None:
        """Nothing; the words of an article that changed are read anew."""
        self._known.pop(article, None)


def wording(sentence: str, start: int, end: int) -> frozenset[str]:
    """The folded syllables of a clause around the figure at `start`, `REACH` of them on each side, numbers left out."""
    before = _syllables(_STOP.split(sentence[:start])[-1])
    after = _syllables(_STOP.split(sentence[end:], maxsplit=1)[0])
    return frozenset(before[-REACH:] + after[:REACH])


def _syllables(text: str) -> list[str]:
    return _SYLLABLE.findall(fold(settle_tone(text.lower())))


def alike(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two wordings are nearly the same: twice what they share is at least `ALIKE` of what they hold."""
    shared = len(first & second)
    return shared > 0 and 2 * shared >= ALIKE * (len(first) + len(second))
