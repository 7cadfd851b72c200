"""A term's postings as plain arrays: articles, their impacts, and where in them the term stands.

On disk: one byte of widths, then articles, impacts, counts and places one after another. Nothing to unpickle, and a
list of fifteen thousand articles is read in microseconds.
"""

from __future__ import annotations

from array import array
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container

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
        return docs, array("B", bytes(df)), array("H")
    counts = array("I" if data[0] & _WIDE_COUNTS else "B")
    start = middle + 2 * df
    end = start + df * counts.itemsize
    counts.frombytes(data[start:end])
    places = array("I" if data[0] & _WIDE_PLACES else "H")
    places.frombytes(data[end:])
    return docs, counts, places


def places_in(data: memoryview | bytes, df: int, wanted: Container[int], shift: int = 0) -> set[int]:
    """The places of the term in the articles `wanted`, each moved by `shift` to the left."""
    docs, counts, places = occurrences(data, df)
    return {
        (doc << PLACE_BITS) + place
        for doc, count, end in zip(docs, counts, accumulate(counts), strict=True)
        if count and doc in wanted
        for place in map((-shift).__add__, places[end - count : end])
    }
