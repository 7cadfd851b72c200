"""Where a query matches a text, and the passages that show it: from the analyser's offsets alone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Span
from tui.search.analysis import forms, located
from tui.search.edits import within_one
from tui.search.model import Snippet
from tui.search.nodes import Fuzzy, InTitle, Node, Phrase, Prefix, Word, wanted_terms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.nodes import Query

BEFORE, AFTER = 60, 140
"""Characters a passage shows before its first match and from there on."""

MOST_KNOWN = 1 << 16
"""Tokens whose match with a query is remembered."""

_BOUNDARY = " \n"


class Found(NamedTuple):
    """A place that matches.

    at: where
    term: number of the query's term that it matches
    """

    at: Span
    term: int


def find(text: str, query: Query) -> tuple[Span, ...]:
    """The places of `text` that match a term of `query` which is not left out, in order, none within another."""
    return tuple(found.at for found in find_terms(text, query.node))


def find_terms(text: str, node: Node) -> list[Found]:
    """The places of `text` that match a term of `node`, in order, none overlapping: the longer wins."""
    return _finder(node).find(text)


@lru_cache(maxsize=32)
def _finder(node: Node) -> _Finder:
    terms = (term.term if isinstance(term, InTitle) else term for term in wanted_terms(node))
    return _Finder(tuple(dict.fromkeys(terms)))


class _Bits(dict[str, int]):
    """Token as written to the bits of the words it matches.

    words: one bit each
    """

    def __init__(self, words: Sequence[Word | Prefix | Fuzzy]) -> None:
        super().__init__()
        self._exact: dict[str, int] = {}
        self._folded: dict[str, int] = {}
        self._others: list[tuple[int, Prefix | Fuzzy]] = []
        for number, word in enumerate(words):
            if isinstance(word, Word):
                forms_of = self._exact if word.accented else self._folded
                forms_of[word.form] = forms_of.get(word.form, 0) | 1 << number
            else:
                self._others.append((1 << number, word))

    def __missing__(self, surface: str) -> int:
        if len(self) >= MOST_KNOWN:
            self.clear()
        exact, folded = forms(surface)
        bits = self._exact.get(exact, 0) | self._folded.get(folded, 0)
        for bit, word in self._others:
            if matches(word, exact, folded):
                bits |= bit
        self[surface] = bits
        return bits


class _Finder:
    """Finds the terms of one query: each word of them is a bit, each token as written has the bits it matches.

    terms: without doubles
    """

    def __init__(self, terms: Sequence[Word | Phrase | Prefix | Fuzzy]) -> None:
        self._singles: list[tuple[int, int]] = []
        self._phrases: list[tuple[int, tuple[int, ...]]] = []
        self._bits = _Bits([word for term in terms for word in (term.words if isinstance(term, Phrase) else (term,))])
        slot = 0
        for number, term in enumerate(terms):
            if isinstance(term, Phrase):
                self._phrases.append((number, tuple(1 << slot + step for step in range(len(term.words)))))
                slot += len(term.words)
            else:
                self._singles.append((number, 1 << slot))
                slot += 1

    def find(self, text: str) -> list[Found]:
        """The places of `text` that match, in order, none overlapping."""
        marked = self._marked(text)
        found = [
            Found(Span(start, end), number)
            for start, end, bits in marked.values()
            for number, bit in self._singles
            if bits & bit
        ]
        for number, bits in self._phrases:
            found += [Found(at, number) for at in _phrases(marked, bits)]
        return _apart(found) if self._phrases or len(self._singles) > 1 else found

    def _marked(self, text: str) -> dict[int, tuple[int, int, int]]:
        """Position to start, end and bits of the tokens that match any word."""
        surfaces, starts = located(text)
        bits = map(self._bits.__getitem__, surfaces)
        return {
            position: (starts[position], starts[position] + len(surfaces[position]), mine)
            for position, mine in enumerate(bits)
            if mine
        }


def matches(term: Word | Prefix | Fuzzy, exact: str, folded: str) -> bool:
    """Whether a token with these forms answers to `term`."""
    form = exact if term.accented else folded
    match term:
        case Word():
            return form == term.form
        case Prefix():
            return form.startswith(term.form)
        case Fuzzy():
            return within_one(form, term.form) and (not term.accented or exact != folded)


def _phrases(marked: dict[int, tuple[int, int, int]], bits: tuple[int, ...]) -> list[Span]:
    found = []
    for position, (start, _, mine) in marked.items():
        if mine & bits[0]:
            run = [marked.get(position + step) for step in range(len(bits))]
            if all(token and token[2] & bit for token, bit in zip(run, bits, strict=True)):
                last = run[-1]
                found.append(Span(start, last[1] if last else start))
    return found


def _apart(found: list[Found]) -> list[Found]:
    """`found` in order without what overlaps something that starts earlier or is longer."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (one.at.start, -one.at.end)):
        if not kept or one.at.start >= kept[-1].at.end:
            kept.append(one)
    return kept


def snippets(text: str, found: Sequence[Found], most: int = 2) -> tuple[Snippet, ...]:
    """The `most` passages with most different terms, in the order of the text; its beginning if nothing was found."""
    if not found:
        return (_cut(text, 0, AFTER, ()),) if text else ()
    chosen: list[tuple[int, int]] = []
    windows = sorted(_windows(text, found), key=lambda window: (-window[0], window[1]))
    for _, first, last in windows:
        if len(chosen) == most:
            break
        if all(last <= other_first or first >= other_last for other_first, other_last in chosen):
            chosen.append((first, last))
    return tuple(_passage(text, found[first:last]) for first, last in sorted(chosen))


def _windows(text: str, found: Sequence[Found]) -> list[tuple[int, int, int]]:
    """From each match: how many different terms, and the first and after the last match one passage can show."""
    windows = []
    last = line = 0
    for first, start in enumerate(found):
        if start.at.start >= line:
            line = text.find("\n", start.at.start)
            line = len(text) if line < 0 else line
        end = max(min(start.at.start + AFTER, line), start.at.end)
        last = max(last, first + 1)
        while last < len(found) and found[last].at.end <= end:
            last += 1
        different = len({one.term for one in found[first:last]}) if last > first + 1 else 1
        windows.append((different, first, last))
    return windows


def _passage(text: str, found: Sequence[Found]) -> Snippet:
    start, end = found[0].at.start, found[-1].at.end
    first = text.rfind("\n", 0, start) + 1
    line = text.find("\n", end)
    last = len(text) if line < 0 else line
    return _cut(text, max(first, start - BEFORE), min(last, max(end, start + AFTER)), tuple(one.at for one in found))


def _cut(text: str, start: int, end: int, spans: tuple[Span, ...]) -> Snippet:
    """The passage from `start` to `end`, made smaller to whole words, but not into a match."""
    end = min(end, len(text))
    if start and text[start - 1] not in _BOUNDARY:
        space = text.find(" ", start, spans[0].start if spans else end)
        start = space + 1 if space >= 0 else start
    if end < len(text) and text[end] not in _BOUNDARY:
        space = text.rfind(" ", spans[-1].end if spans else start, end)
        end = space if space >= 0 else end
    return Snippet(text[start:end].replace("\n", " "), start, end, spans)
