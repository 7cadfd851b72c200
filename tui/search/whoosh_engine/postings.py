"""A term's postings as plain arrays: articles, their impacts, and where in them the term stands.

On disk: one byte of widths, then articles, impacts, counts and places one after another. Nothing to unpickle, and a
list of fifteen thousand articles is read in microseconds.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import accumulate, chain, repeat
from operator import add
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDE_DOCS, _WIDE_COUNTS, _WIDE_PLACES, _NO_PLACES = 1, 2, 4, 8
_NARROW = 1 << 16
PLACE_BITS = 32
"""A place in the segment is the article's number, shifted by this, plus the position in the article."""


class Found(NamedTuple):
    """Which articles of a segment hold a term.

    docs: numbers, ascending
    impacts: what each is worth, in steps
    """

    docs: array[int]
    impacts: array[int]


def encode(docs: array[int], impacts: array[int], counts: array[int], places: array[int]) -> bytes:
    """The bytes of one term's postings; `counts` is empty if there are no places at all."""
    flags = 0
    if docs[-1] < _NARROW:
        docs = array("H", docs)
    else:
        flags |= _WIDE_DOCS
    if places.itemsize > array("H").itemsize:
        flags |= _WIDE_PLACES
    if not places:
        return b"".join((bytes((flags | _NO_PLACES,)), docs.tobytes(), impacts.tobytes()))
    try:
        counts = array("B", counts)
    except OverflowError:
        flags |= _WIDE_COUNTS
    return b"".join((bytes((flags,)), docs.tobytes(), impacts.tobytes(), counts.tobytes(), places.tobytes()))


def found(data: memoryview | bytes, df: int) -> Found:
    """Articles and impacts of the `df` postings in `data`."""
    docs = array("I" if data[0] & _WIDE_DOCS else "H")
    middle = 1 + df * docs.itemsize
    docs.frombytes(data[1:middle])
    impacts = array("H")
    impacts.frombytes(data[middle : middle + 2 * df])
    return Found(docs, impacts)


def occurrences(data: memoryview | bytes, df: int) -> tuple[array[int], array[int], array[int]]:
    """Articles, how often the term stands in each, and all its places, article after article."""
    docs = array("I" if data[0] & _WIDE_DOCS else "H")
    middle = 1 + df * docs.itemsize
    docs.frombytes(data[1:middle])
    if data[0] & _NO_PLACES:
        return array("I"), array("B"), array("H")
    counts = array("I" if data[0] & _WIDE_COUNTS else "B")
    start = middle + 2 * df
    end = start + df * counts.itemsize
    counts.frombytes(data[start:end])
    places = array("I" if data[0] & _WIDE_PLACES else "H")
    places.frombytes(data[end:])
    return docs, counts, places


def places_of(data: memoryview | bytes, df: int, shift: int, among: Sequence[int] | None = None) -> Iterator[int]:
    """The places of the term in the segment, each moved by `shift` to the left; in the articles `among` if given."""
    docs, counts, places = occurrences(data, df)
    if among is None:
        bases = [(doc << PLACE_BITS) - shift for doc in docs]
        return map(add, chain.from_iterable(map(repeat, bases, counts)), places)
    return _some_places(docs, list(accumulate(counts, initial=0)), places, shift, among)


def _some_places(
    docs: array[int], ends: list[int], places: array[int], shift: int, among: Sequence[int]
) -> Iterator[int]:
    for doc in among:
        at = bisect_left(docs, doc)
        if at < len(docs) and docs[at] == doc:
            base = (doc << PLACE_BITS) - shift
            yield from [base + place for place in places[ends[at] : ends[at + 1]]]
