"""Vietnamese text as it comes made into text as it is matched, with the way back to the file."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Shifts = tuple[tuple[int, int], ...]

# control and format characters that have no width, surrogates, and the first half of CRLF
_REMOVED = re.compile(
    "(?:[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0001\U000e0020-\U000e007f]|\r(?=\n))+"
)
_PLAIN = {
    **dict.fromkeys((0x09, 0xA0, 0x1680, 0x202F, 0x205F, 0x3000, *range(0x2000, 0x200B)), " "),
    **dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n"),
    0xD0: "Đ",
    0xF0: "đ",
    0x189: "Đ",
}
_UNPLAIN = re.compile("[" + "".join(map(chr, _PLAIN)) + "]")
# an ASCII character never joins with what stands before it
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def normalise(raw: str) -> tuple[str, Shifts]:
    """`raw` in NFC with plain spaces and line ends and nothing invisible, and the shifts back into `raw`.

    A shift is (position in the result, position in `raw`), as `Article.source` reads them. Linear in the length.
    """
    if not _REMOVED.search(raw):
        text = _plain(raw)
        if unicodedata.is_normalized("NFC", text):
            return text, ()
    pieces, starts, ends = [], [], []
    for piece, start, end in _pieces(raw):
        pieces.append(piece)
        starts.append(start)
        ends.append(end)
    return "".join(pieces), tuple(_shifts(pieces, starts, ends))


def _plain(text: str) -> str:
    return text.translate(_PLAIN) if _UNPLAIN.search(text) else text


def _pieces(raw: str) -> Iterator[tuple[str, int, int]]:
    """Normalised pieces of `raw` with the stretch each stands for: long where one for one, else a cluster."""
    kept, origins = _kept(raw)
    kept = _plain(kept)
    done = 0
    for run in _RUN.finditer(kept):
        if unicodedata.is_normalized("NFC", run[0]):
            continue
        yield from _straight(kept, origins, done, run.start())
        for cluster, start in _clusters(run[0]):
            first = run.start() + start
            yield (
                unicodedata.normalize("NFC", cluster),
                _origin(origins, first),
                _origin(origins, first + len(cluster) - 1) + 1,
            )
        done = run.end()
    yield from _straight(kept, origins, done, len(kept))


Origins = tuple[list[int], list[int]]


def _kept(raw: str) -> tuple[str, Origins]:
    """`raw` without what is removed, and where each kept stretch starts: in the result and in `raw`."""
    texts, starts, origins = [], [], []
    length = done = 0
    for cut in _REMOVED.finditer(raw):
        if cut.start() > done:
            texts.append(raw[done : cut.start()])
            starts.append(length)
            origins.append(done)
            length += cut.start() - done
        done = cut.end()
    texts.append(raw[done:])
    starts.append(length)
    origins.append(done)
    return "".join(texts), (starts, origins)


def _origin(origins: Origins, index: int) -> int:
    here = bisect_right(origins[0], index) - 1
    return origins[1][here] + index - origins[0][here]


def _straight(kept: str, origins: Origins, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The one-for-one pieces of `kept[start:end]`, cut where something was removed."""
    here = bisect_right(origins[0], start) - 1
    while start < end:
        stop = min(end, origins[0][here + 1] if here + 1 < len(origins[0]) else end)
        if stop > start:
            first = origins[1][here] + start - origins[0][here]
            yield kept[start:stop], first, first + stop - start
        start = stop
        here += 1


def _clusters(run: str) -> Iterator[tuple[str, int]]:
    """The stretches of `run` that normalise on their own, with their offsets."""
    start = 0
    for index in range(1, len(run)):
        if unicodedata.combining(run[index]) or _joins(run[start:index], run[index]):
            continue
        yield run[start:index], start
        start = index
    yield run[start:], start


def _joins(cluster: str, following: str) -> bool:
    """Whether a starter composes with the cluster before it, as Hangul letters do."""
    if "\u00c0" <= following < "\u0300" or "\u1e00" <= following < "\u2000":
        return False
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", cluster + following) != apart


def _shifts(pieces: list[str], starts: list[int], ends: list[int]) -> Iterator[tuple[int, int]]:
    at = distance = before = 0
    for piece, start, end in zip(pieces, starts, ends, strict=True):
        if before != at + distance or start != before:
            # where the last character ends, then where the next one starts: between them something was removed
            yield at, before
            if start != before:
                yield at, start
        for extra in range(end - start, len(piece)):
            yield at + extra, end - 1
        distance = (end - 1) - (at + len(piece) - 1) if len(piece) > end - start else start - at
        at += len(piece)
        before = end
    if before != at + distance:
        yield at, before


class _Folds(dict[int, str]):
    """Code point to its folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_one(chr(code))
        return folded


def _fold_one(character: str) -> str:
    apart = unicodedata.normalize("NFD", character)
    letter = apart[0] if all(map(unicodedata.combining, apart[1:])) else character
    lower = letter.lower()
    return {"đ": "d"}.get(lower, lower) if len(lower) == 1 else letter


_FOLDS = _Folds()


def fold(text: str) -> str:
    """`text` in lower case without diacritics, đ as d, one character for each."""
    return text.translate(_FOLDS)


_TONES = "\u0300\u0301\u0303\u0309\u0323"
_CODAS = "cmnptCMNPT"


def _composed(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


def _cases(pair: str) -> tuple[str, ...]:
    return pair, pair.title(), pair.upper()


_PAIRS = tuple(cased for pair in ("oa", "oe", "uy") for cased in _cases(pair))
_TO_FIRST = {
    pair[0] + _composed(pair[1], tone): _composed(pair[0], tone) + pair[1] for pair in _PAIRS for tone in _TONES
}
_TO_LAST = {first: last for last, first in _TO_FIRST.items()}
_TONED_PAIR = re.compile("|".join((*_TO_FIRST, *_TO_LAST)))


def settle_tone(word: str) -> str:
    """`word` with one placement of the tone in oa, oe, uy: hoà → hòa, but hoàn and quý; NFC in, same length out."""
    return _TONED_PAIR.sub(_settle, word)


def _settle(found: re.Match[str]) -> str:
    pair, word = found[0], found.string
    after_q = found.start() > 0 and word[found.start() - 1] in "qQ"
    following = word[found.end() : found.end() + 1]
    if after_q or (following and following in _CODAS):
        return _TO_LAST.get(pair, pair)
    return pair if following.isalpha() else _TO_FIRST.get(pair, pair)


def lower(text: str) -> str:
    """`text` in lower case with its diacritics and one placement of the tone, one character for each."""
    settled = settle_tone(text)
    lowered = settled.lower()
    if len(lowered) == len(settled):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in settled)
