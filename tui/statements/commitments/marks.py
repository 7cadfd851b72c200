"""What a commitment asks for and what a passage tells, as keys, and the keys as numbers that are quick to compare.

A key is `t:` and a term, `p:` and a phrase, `q:` and a quantity. A mark is a hash of a key: the same key has the same
mark, and two keys hardly ever share one, so that marks say where to look and keys what was found.
"""

from __future__ import annotations

from array import array
from functools import lru_cache
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING
from zlib import crc32

from tui.statements.commitments.lexicon import FILE
from tui.statements.commitments.passages import phrases, wished_in
from tui.statements.tables import number_of, read_table, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.model import Commitment
    from tui.statements.commitments.passages import Passage

END = 0
"""Stands after the marks of each passage; no mark is 0."""
_TYPE = "I"
_KINDS = MappingProxyType({"t": 1, "p": 2, "q": 3})
_LETTERS = MappingProxyType({number: letter for letter, number in _KINDS.items()})
_KIND_BITS = 3


@lru_cache(maxsize=1)
def phrase_length() -> int:
    """How many syllables in a row make a phrase; `LexiconError` where the file does not say."""
    table = table_of(read_table(FILE), "follow_ups", FILE)
    return int(number_of(table, "phrase_length", f"{FILE}: [follow_ups]"))


def keys_asked(commitment: Commitment) -> Iterator[str]:
    """What a later passage may share with `commitment`, some of it perhaps twice."""
    return _keys(commitment.terms, commitment.quote, sorted(wished_in(commitment.quote)))


def keys_told(passage: Passage) -> Iterator[str]:
    """What `passage` may share with an earlier commitment, some of it perhaps twice."""
    return _keys(passage.terms, passage.quote, sorted(passage.numbered))


def _keys(terms: Iterable[str], quote: str, quantities: Iterable[str]) -> Iterator[str]:
    yield from (f"t:{term}" for term in terms)
    yield from (f"p:{phrase}" for phrase in phrases(quote, phrase_length()))
    yield from (f"q:{name}" for name in quantities)


def mark_of(key: str) -> int:
    """The mark of a key, 32 bits and never 0."""
    return crc32(key.encode()) & ~_KIND_BITS | _KINDS[key[0]]


def kind_of(mark: int) -> str:
    """The kind of the keys with this mark: t, p or q."""
    return _LETTERS[mark & _KIND_BITS]


def marks_asked(commitments: Iterable[Commitment]) -> bytes:
    """The marks of all commitments of an article, for `marks_in`."""
    marks = {mark_of(key) for commitment in commitments for key in keys_asked(commitment)}
    return array(_TYPE, sorted(marks)).tobytes()


def marks_told(passages: Sequence[Passage]) -> bytes:
    """The marks of the passages of an article in their order, `END` after each, for `marks_in`."""
    marks = (chain(dict.fromkeys(mark_of(key) for key in keys_told(each)), [END]) for each in passages)
    return array(_TYPE, chain.from_iterable(marks)).tobytes()


def marks_in(packed: bytes) -> array[int]:
    """The marks that `marks_asked` or `marks_told` packed, on this machine."""
    return array(_TYPE, packed)
