"""Words, numbers and signs of a text with their offsets, in one spelling for matching."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tui.corpus.characters import settle_tone

Kind = Literal["word", "number", "sign"]

# a word keeps digits glued to it (`QH15`, `km2`, `G20`) unless they begin a decimal number (a typing slip)
_TOKEN = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)|(?P<word>[^\W\d_]+(?:\d+(?![.,]?\d))?)|(?P<sign>\S)")
_LETTERS = re.compile(r"([^\W\d_]+)")
# i and y alone after a consonant are one sound: tỷ/tỉ, kỳ/kì, lý/lí, quý/quí
_LONE_Y = re.compile(r"(?<=[bcdđghklmnpqrstvxu])[yýỳỷỹỵ]\Z")
# figures are found in all sentences of an article before the first is read again
_REMEMBERED = 512
_LONG = 4000  # characters; of longer ones, which nobody writes, only the last is kept
_Y_TO_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")


@lru_cache(maxsize=65536)
def spell(word: str) -> str:
    """`word` in the one spelling all matching uses: lower case, settled tone mark, lone y as i; same length."""
    lower = word.lower()
    if len(lower) != len(word):
        return word
    settled = settle_tone(lower)
    vowels = sum(letter in "aăâeêioôơuưy" for letter in settled)
    if vowels == 0 or settled.startswith("qu"):
        settled = _LONE_Y.sub(lambda found: found[0].translate(_Y_TO_I), settled)
    return settled


def spelled(text: str) -> str:
    """All of `text` in the spelling of `spell`, character for character."""
    parts = _LETTERS.split(text)
    parts[1::2] = map(spell, parts[1::2])
    return "".join(parts)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A stretch of text cut into words, numbers and signs.

    text: the stretch as printed
    low: the same in the spelling of `spell`, character for character
    words: each token, in that spelling
    kinds: what each token is
    starts, ends: offsets in `text`
    vocabulary: the words that occur
    """

    text: str
    low: str
    words: tuple[str, ...]
    kinds: tuple[Kind, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    vocabulary: frozenset[str]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, index: int) -> str:
        """The token at `index`; empty outside the text."""
        try:  # faster than to ask first
            return self.words[index] if index >= 0 else ""
        except IndexError:
            return ""

    def kind(self, index: int) -> Kind | Literal[""]:
        """What the token at `index` is; empty outside the text."""
        try:
            return self.kinds[index] if index >= 0 else ""
        except IndexError:
            return ""

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the tokens `index` and `index + 1`."""
        return 0 <= index < len(self.words) - 1 and self.ends[index] == self.starts[index + 1]

    def at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.starts, offset)

    def printed(self, index: int) -> str:
        """The token at `index` as printed; empty outside the text."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < len(self.words) else ""


def tokenise(text: str) -> Tokens:
    """The tokens of `text`, in one linear pass."""
    return _remembered(text) if len(text) <= _LONG else _last(text)


@lru_cache(maxsize=_REMEMBERED)
def _remembered(text: str) -> Tokens:
    return _cut(text)


@lru_cache(maxsize=1)
def _last(text: str) -> Tokens:
    return _cut(text)


def _cut(text: str) -> Tokens:
    low = spelled(text)
    words: list[str] = []
    kinds: list[Kind] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(low):
        words.append(found[0])
        kinds.append(found.lastgroup)  # type: ignore[arg-type]  # the groups are named after the kinds
        starts.append(found.start())
        ends.append(found.end())
    return Tokens(text, low, tuple(words), tuple(kinds), tuple(starts), tuple(ends), frozenset(words))
