"""What an article says piece by piece, ready to be held against earlier commitments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from tui.corpus.alternatives import any_of
from tui.corpus.characters import lower, settle_tone
from tui.model import Span
from tui.statements.commitments.directives import find_stretches
from tui.statements.commitments.lexicon import FILE, load_commitments
from tui.statements.commitments.salience import has_number
from tui.statements.commitments.terms import folded, known_at, terms_of
from tui.statements.tables import read_table, table_of, tables_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Article
    from tui.statements.commitments.directives import Stretch

_PIECE = re.compile(r"[^;]+")
_EDGES = " \n.,:…|"
_SYLLABLE = re.compile(r"(\w+)")
_SHORTEST = 15
_TELLING = 2


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence, or a part of it between semicolons, of a body paragraph.

    article: id of the article
    at, source: where it stands in `Article.text` and in the file
    quote: its words
    terms: as in `Commitment`
    numbered: quantities it speaks of as an aim with a number
    ordered: it stands in a directive
    reported: it tells what has happened
    slow: it admits that something is late
    """

    article: str
    at: Span
    source: Span
    quote: str
    terms: tuple[str, ...]
    numbered: frozenset[str]
    ordered: bool
    reported: bool
    slow: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity by the words for it: as a wish, and beside a number."""

    name: str
    wished: re.Pattern[str]
    numbered: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class PassageWords:
    """The marks of [follow_ups], as patterns over lower-case text with settled tones."""

    slow: re.Pattern[str]
    progress: re.Pattern[str]
    aims: re.Pattern[str]
    boilerplate: re.Pattern[str]
    quantities: tuple[Quantity, ...]


@lru_cache(maxsize=1)
def passage_words() -> PassageWords:
    """The marks the package knows; `LexiconError` names what is wrong in the file."""
    table, where = table_of(read_table(FILE), "follow_ups", FILE), f"{FILE}: [follow_ups]"
    slow, progress, aims = (_pattern(words_of(table, key, where)) for key in ("slow", "progress", "aims"))
    quantities = tuple(
        Quantity(
            text_of(entry, "name", where),
            _pattern(words_of(entry, "wished", where)),
            _pattern(words_of(entry, "numbered", where)),
        )
        for entry in tables_of(table, "quantity", where)
    )
    boilerplate = _pattern(words_of(table, "boilerplate", where))
    return PassageWords(slow, progress, aims, boilerplate, quantities)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(settle_tone(word).lower() for word in words)})(?!\w)")


def wished_in(text: str) -> frozenset[str]:
    """The quantities `text` wishes for, by name."""
    words = settle_tone(text.lower())
    return frozenset(each.name for each in passage_words().quantities if each.wished.search(words))


def find_passages(article: Article) -> tuple[Passage, ...]:
    """The passages of `article` by which an earlier commitment could be known again, in the order of the text."""
    text, stretches = lower(article.text), find_stretches(article)
    found: list[Passage] = []
    paragraph, reported = -1, False
    for sentence in article.sentences:
        if article.paragraphs[sentence.paragraph].kind != "body":
            continue
        if sentence.paragraph != paragraph:
            paragraph, reported = sentence.paragraph, False
        for at in _pieces(article.text, sentence.at):
            # a paragraph that began to tell what happened goes on telling it
            words = text[at.start : at.end]
            reported = reported or passage_words().progress.search(words) is not None
            found.append(_passage(article, at, words, stretches, reported=reported))
    return tuple(found)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The parts of a sentence between semicolons, but for scraps."""
    for piece in _PIECE.finditer(text, sentence.start, sentence.end):
        start, end = piece.span()
        while end > start and text[end - 1] in _EDGES:
            end -= 1
        while start < end and text[start] in _EDGES:
            start += 1
        if end - start >= _SHORTEST:
            yield Span(start, end)


def _passage(article: Article, at: Span, words: str, stretches: tuple[Stretch, ...], *, reported: bool) -> Passage:
    quote, marks = article.text[at.start : at.end], passage_words()
    numbered = has_number(words) and marks.aims.search(words) is not None
    return Passage(
        article=article.id,
        at=at,
        source=article.source(at),
        quote=quote,
        terms=terms_of(quote, words, load_commitments()),
        numbered=frozenset(each.name for each in marks.quantities if numbered and each.numbered.search(words)),
        ordered=any(one.at.start < at.end and at.start < one.at.end for one in stretches),
        reported=reported,
        slow=marks.slow.search(words) is not None,
    )


def phrases(text: str, length: int) -> Iterator[str]:
    """Every `length` folded syllables of `text` in a row that are no mere list, no name and no boilerplate."""
    settled, done = settle_tone(text), 0
    for found in passage_words().boilerplate.finditer(lower(text)):
        yield from _phrases(settled[done : found.start()], length)
        done = found.end()
    yield from _phrases(settled[done:], length)


def _phrases(piece: str, length: int) -> Iterator[str]:
    # odd parts are syllables, even ones what stands between
    parts = _SYLLABLE.split(piece)
    printed = parts[1::2]
    if len(printed) < length:
        return
    syllables = [folded(syllable) for syllable in printed]
    row, starts = " ".join(syllables), [0, *accumulate(len(each) + 1 for each in syllables)]
    marks = _counted([not between.isspace() for between in parts[2:-1:2]])
    capitals = _counted([syllable[0].isupper() for syllable in printed])
    telling = _counted(_telling(syllables))
    for first in range(len(syllables) - length + 1):
        last = first + length
        listed = marks[last - 1] - marks[first] > 1
        named = 2 * (capitals[last] - capitals[first]) >= length
        if not listed and not named and telling[last] - telling[first] >= _TELLING:
            yield row[starts[first] : starts[last] - 1]


def _counted(flags: list[bool]) -> list[int]:
    """How many of `flags` are set before each place."""
    return [0, *accumulate(flags)]


def _telling(syllables: list[str]) -> list[bool]:
    """For each syllable whether it is more than a part of a word common to all reports."""
    lexicon, free = load_commitments(), 0
    telling = [True] * len(syllables)
    for index in range(len(syllables)):
        word = known_at(syllables, index, lexicon) if index >= free else ""
        if word:
            free = index + word.count(" ") + 1
            telling[index:free] = [word not in lexicon.generic] * (free - index)
    return telling
