"""Postings gathered in memory while a segment is built: a term's arrays grow, nothing is sorted until the end."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

from tui.search import scoring
from tui.search.analysis import forms, surfaces

if TYPE_CHECKING:
    from collections.abc import Iterator

GAP = 16
"""Positions between the end of the text and the title, so that no phrase spans them."""


class Growing:
    """The postings of one term so far.

    docs, impacts, counts: one entry an article
    places: positions, article after article; a folded term has only those where it is written without accents
    """

    __slots__ = ("counts", "docs", "impacts", "places")

    def __init__(self) -> None:
        self.docs = array("I")
        self.impacts = array("H")
        self.counts = array("I")
        self.places = array("I")


class _Grown(dict[str, Growing]):
    def __missing__(self, form: str) -> Growing:
        self[form] = grown = Growing()
        return grown


class _Exact(dict[str, str]):
    """Token as written to its exact form."""

    def __missing__(self, surface: str) -> str:
        self[surface] = exact = forms(surface)[0]
        return exact


class _Folds(dict[str, str]):
    """Exact form to its folded form."""

    def __missing__(self, exact: str) -> str:
        self[exact] = folded = forms(exact)[1]
        return folded


class _Impacts:
    """The impact of each number of occurrences in one article, worked out once."""

    def __init__(self) -> None:
        self._tables: dict[int, list[int]] = {}

    def table(self, length: int, most: int) -> list[int]:
        """Impacts by number of occurrences, up to `most`, in an article of `length` tokens."""
        table = self._tables.get(length)
        if table is None or len(table) <= most:
            if len(self._tables) > 4096:
                self._tables.clear()
            table = [scoring.impact(weight, length) for weight in range(max(most, 31) + 1)]
            self._tables[length] = table
        return table


class Pool:
    """The postings of the segment being built.

    fields: the terms of each searched field
    longest: one more than the highest position
    """

    def __init__(self) -> None:
        self.fields = {"text": _Grown(), "title": _Grown()}
        self.longest = 1
        self._exact = _Exact()
        self._folds = _Folds()
        self._impacts = _Impacts()

    def add(self, doc: int, text: str, title: str) -> int:
        """Take the words of an article, numbered after all before it; how many tokens the text has."""
        body = list(map(self._exact.__getitem__, surfaces(text)))
        head = list(map(self._exact.__getitem__, surfaces(title)))
        places: defaultdict[str, list[int]] = defaultdict(list)
        for position, exact in enumerate(body):
            places[exact].append(position)
        extra: defaultdict[str, int] = defaultdict(int)
        for position, exact in enumerate(head, len(body) + GAP):
            places[exact].append(position)
            extra[exact] += scoring.TITLE - 1
        self._grow("text", doc, places, extra, len(body))
        if head:
            places = defaultdict(list)
            for position, exact in enumerate(head):
                places[exact].append(position)
            self._grow("title", doc, places, {}, len(head))
        self.longest = max(self.longest, len(body) + GAP + len(head))
        return len(body)

    def _grow(self, field: str, doc: int, places: dict[str, list[int]], extra: dict[str, int], length: int) -> None:
        terms, folds = self.fields[field], self._folds
        weights: dict[str, int] = {}
        for exact, here in places.items():
            folded = folds[exact]
            weights[folded] = weights.get(folded, 0) + len(here) + extra.get(exact, 0)
        impacts = self._impacts.table(length, max(weights.values(), default=0))
        for exact, here in places.items():
            if folds[exact] != exact:
                grown = terms[exact]
                grown.docs.append(doc)
                grown.impacts.append(impacts[len(here) + extra.get(exact, 0)])
                grown.counts.append(len(here))
                grown.places.extend(here)
        for folded, weight in weights.items():
            grown = terms[folded]
            grown.docs.append(doc)
            grown.impacts.append(impacts[weight])
            plain = places.get(folded)
            if plain:
                grown.counts.append(len(plain))
                grown.places.extend(plain)
            else:
                grown.counts.append(0)

    def terms(self, field: str) -> Iterator[tuple[str, str, Growing]]:
        """The terms of `field` in order, each with its folded form and its postings."""
        grown, folds = self.fields[field], self._folds
        for form in sorted(grown):
            yield form, folds[form], grown[form]
