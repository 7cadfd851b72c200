"""Vietnamese text to tokens: the same for every engine, for queries and for highlights."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from tui.corpus.characters import fold, settle_tone

LONGEST = 64
"""Characters of a form at most; what is longer is no word, and matches by its beginning."""

_NUMBER = r"\d+(?:[.,]\d+)*"
_TOKEN = re.compile(r"[^\W\d_][^\W_]*|" + _NUMBER)
# combining marks are no word characters, so decomposed text would fall to pieces
_DECOMPOSED = re.compile(r"[^\W\d_](?:[^\W_]|[\u0300-\u036f])*|" + _NUMBER)
_SPLIT, _SPLIT_DECOMPOSED = re.compile(f"({_TOKEN.pattern})"), re.compile(f"({_DECOMPOSED.pattern})")
_MARK = re.compile("[\u0300-\u036f]")


class Token(NamedTuple):
    """A word or number of a text.

    exact: lower case with its diacritics, the tone where modern spelling puts it; a number with points for commas
    folded: the same without diacritics; what a query without them matches
    position: counts tokens
    start, end: its place in the text
    """

    exact: str
    folded: str
    position: int
    start: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text`: a number is one token, punctuation none. Linear in the length."""
    found = enumerate(_pattern(text).finditer(text))
    return tuple(Token(*forms(match[0]), position, *match.span()) for position, match in found)


def surfaces(text: str) -> list[str]:
    """The tokens of `text` as written; `forms` gives what they match by."""
    return _pattern(text).findall(text)


def located(text: str) -> tuple[list[str], list[int]]:
    """The tokens of `text` as written, and where each starts."""
    # odd ones are the tokens, even ones what stands between
    parts = _pattern(text, split=True).split(text)
    return parts[1::2], list(islice(accumulate(map(len, parts)), 0, len(parts) - 1, 2))


def _pattern(text: str, *, split: bool = False) -> re.Pattern[str]:
    if _MARK.search(text):
        return _SPLIT_DECOMPOSED if split else _DECOMPOSED
    return _SPLIT if split else _TOKEN


@lru_cache(maxsize=1 << 16)
def forms(surface: str) -> tuple[str, str]:
    """The exact and the folded form of a token as written; one and the same for a number or a word without accents."""
    if surface[0].isdecimal():
        number = surface.replace(",", ".")[:LONGEST]
        return number, number
    word = unicodedata.normalize("NFC", surface).replace("Ð", "Đ").replace("ð", "đ")
    exact = settle_tone(word.lower())[:LONGEST]
    # marks that compose with nothing are left over by folding
    return exact, _MARK.sub("", fold(exact))
