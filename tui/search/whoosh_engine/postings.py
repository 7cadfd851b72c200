"""A term's postings as plain arrays: articles, their impacts, and where in them the term stands.

On disk: one byte of widths, then articles, impacts and places one after another. Nothing to unpickle, and a list of
fifteen thousand articles is read in microseconds. A place is one number, the article's shifted by the bits of a
position and the position added, so that a phrase is an intersection of sets and nothing else.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

NARROW, WIDE = 16, 32
"""Bits of a position: usually, and in a segment with an article too long for that."""

_WIDE_DOCS, _WIDE_PLACES = 1, 2
_SHORT = 1 << 16
SELECTIVE = 16
"""From so many times fewer on, each is looked up by halving, not all gone through."""


class Found(NamedTuple):
    """Which articles of a segment hold a term.

    docs: numbers, ascending
    impacts: what each is worth, in steps
    """

    docs: array[int]
    impacts: array[int]


def encode(docs: array[int], impacts: array[int], places: array[int]) -> bytes:
    """The bytes of one term's postings."""
    flags = 0
    if docs[-1] < _SHORT:
        docs = array("H", docs)
    else:
        flags |= _WIDE_DOCS
    if places.typecode == "Q":
        flags |= _WIDE_PLACES
    return b"".join((bytes((flags,)), docs.tobytes(), impacts.tobytes(), places.tobytes()))


def found(data: memoryview | bytes, df: int) -> Found:
    """Articles and impacts of the `df` postings in `data`."""
    docs = array("I" if data[0] & _WIDE_DOCS else "H")
    middle = 1 + df * docs.itemsize
    docs.frombytes(data[1:middle])
    impacts = array("H")
    impacts.frombytes(data[middle : middle + df * impacts.itemsize])
    return Found(docs, impacts)


def places(data: memoryview | bytes, df: int) -> array[int]:
    """All places of the term, ascending; 64 bits each if positions have `WIDE` bits, else 32."""
    size = array("I" if data[0] & _WIDE_DOCS else "H").itemsize + array("H").itemsize
    there = array("Q" if data[0] & _WIDE_PLACES else "I")
    there.frombytes(data[1 + df * size :])
    return there


def bits(there: array[int]) -> int:
    """The bits of a position in such places."""
    return WIDE if there.typecode == "Q" else NARROW


def places_in(there: array[int], docs: Collection[int]) -> Iterable[int]:
    """Those of the places that lie in the articles `docs`, or more of them where that is quicker."""
    if len(docs) * SELECTIVE > len(there):
        return there
    shift = bits(there)
    return chain.from_iterable(
        there[bisect_left(there, doc << shift) : bisect_left(there, (doc + 1) << shift)] for doc in docs
    )


def places_among(there: array[int], wanted: set[int]) -> set[int]:
    """Those of the places that are `wanted`."""
    if len(wanted) * SELECTIVE > len(there):
        return wanted.intersection(there)
    return {place for place in wanted if _holds(there, place)}


def _holds(there: array[int], place: int) -> bool:
    at = bisect_left(there, place)
    return at < len(there) and there[at] == place
