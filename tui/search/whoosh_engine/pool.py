"""Postings gathered in memory while a segment is built, by loops that run inside the interpreter's own functions.

A token is one number appended to its term's array: the article's number, shifted, plus the position. Articles, counts
and weights are worked out from these when the segment is written, a family of spellings at a time.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from itertools import chain, count, repeat
from operator import rshift
from typing import TYPE_CHECKING, NamedTuple

from tui.search import scoring
from tui.search.analysis import forms, surfaces
from tui.search.whoosh_engine.postings import NARROW, WIDE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GAP = 16
"""Positions between the end of the text and the title, so that no phrase spans them."""
MARGIN = 512
"""Positions kept free after the last, so that a phrase that begins before an article's start finds nothing."""


class Inverted(NamedTuple):
    """The postings of one term.

    form, folded: the term, and its folded form
    docs: articles, ascending
    impacts: what each is worth
    places: where it stands; for a folded one, where it is written without accents
    same: they are those of the term before
    """

    form: str
    folded: str
    docs: array[int]
    impacts: array[int]
    places: array[int]
    same: bool = False


class _Exact(dict[str, str]):
    """Token as written to its exact form."""

    def __missing__(self, surface: str) -> str:
        self[surface] = exact = forms(surface)[0]
        return exact


class _Places(dict[str, "array[int]"]):
    """Exact form to its places."""

    code = "I"

    def __missing__(self, form: str) -> array[int]:
        self[form] = places = array(self.code)
        return places


class _Impacts(dict[int, int]):
    """Impact by weight, in articles of one length."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length

    def __missing__(self, weight: int) -> int:
        self[weight] = impact = scoring.impact(weight, self._length)
        return impact


class _Field:
    """The words of one field.

    places: by exact form
    boosts: articles in which an exact form counts once more, by form
    """

    def __init__(self) -> None:
        self.places = _Places()
        self.boosts: defaultdict[str, list[int]] = defaultdict(list)
        self._impacts: list[_Impacts] = []
        self._by_length: dict[int, _Impacts] = {}

    def add(self, words: Iterable[str], first: int) -> None:
        """Append `words` from the place `first` on."""
        deque(map(array.append, map(self.places.__getitem__, words), count(first)), maxlen=0)

    def measured(self, length: int) -> None:
        """Say how long the next article is, in tokens."""
        known = self._by_length.get(length)
        if known is None:
            known = self._by_length[length] = _Impacts(length)
        self._impacts.append(known)

    def invert(self, bits: int) -> Iterator[Inverted]:
        """The postings of all terms, exact and folded, in no order; the places are given away."""
        families: defaultdict[str, list[str]] = defaultdict(list)
        for form in self.places:
            families[forms(form)[1]].append(form)
        for folded, spelled in families.items():
            everywhere = {form: self.places.pop(form) for form in spelled}
            exact = [self._inverted(form, folded, everywhere[form], bits) for form in spelled if form != folded]
            yield from exact
            if len(spelled) > 1:
                yield self._united(folded, everywhere, bits)
            elif exact:
                yield exact[0]._replace(form=folded, same=True)
            else:
                yield self._inverted(folded, folded, everywhere[folded], bits)

    def _inverted(self, form: str, folded: str, places: array[int], bits: int) -> Inverted:
        counts = Counter(map(rshift, places, repeat(bits)))
        weights = Counter(chain(counts.elements(), self.boosts[form])) if form in self.boosts else counts
        docs = array("I", counts)
        return Inverted(form, folded, docs, self._worth(docs, weights), places)

    def _united(self, folded: str, everywhere: dict[str, array[int]], bits: int) -> Inverted:
        """The postings of a folded form: all articles of its spellings, places only where there are no accents."""
        occurrences = chain.from_iterable(map(rshift, places, repeat(bits)) for places in everywhere.values())
        boosts = chain.from_iterable(self.boosts[form] for form in everywhere if form in self.boosts)
        weights = Counter(chain(occurrences, boosts))
        docs = array("I", sorted(weights))
        places = everywhere.get(folded, array(self.places.code))
        return Inverted(folded, folded, docs, self._worth(docs, weights), places)

    def _worth(self, docs: array[int], weights: Counter[int]) -> array[int]:
        tables = self._impacts
        return array("H", [tables[doc][weights[doc]] for doc in docs])


class Pool:
    """The postings of the segment being built."""

    def __init__(self) -> None:
        self._fields = {"text": _Field(), "title": _Field()}
        self._exact = _Exact()
        self._bits = NARROW

    def add(self, doc: int, text: str, title: str) -> None:
        """Take the words of an article, numbered after all before it."""
        body = list(map(self._exact.__getitem__, surfaces(text)))
        head = list(map(self._exact.__getitem__, surfaces(title)))
        after = len(body) + GAP
        if after + len(head) + MARGIN >= 1 << self._bits:
            self._widen()
        texts, titles = self._fields["text"], self._fields["title"]
        base = doc << self._bits
        texts.add(body, base)
        texts.add(head, base + after)
        titles.add(head, base)
        for exact in head:
            texts.boosts[exact].extend((doc,) * (scoring.TITLE - 1))
        texts.measured(len(body))
        titles.measured(len(head))

    def _widen(self) -> None:
        """Make room for articles of more than 65,000 tokens."""
        for field in self._fields.values():
            wide = _Places()
            wide.code = "Q"
            for form, places in field.places.items():
                wide[form] = array("Q", [(place >> NARROW << WIDE) + (place & 0xFFFF) for place in places])
            field.places = wide
        self._bits = WIDE

    def invert(self, field: str) -> Iterator[Inverted]:
        """The postings of all terms of `field`, in no order, once."""
        return self._fields[field].invert(self._bits)
