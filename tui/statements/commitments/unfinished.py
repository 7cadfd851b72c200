"""What is done by n of m who all have to take part: a report that leaves the rest to be done.

`nâng số thành viên phê chuẩn Hiệp định lên 18/27 nước` implies an end, 27/27, that later meetings can be asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.alternatives import any_of
from tui.corpus.characters import lower, settle_tone
from tui.model import Span
from tui.statements.commitments.clauses import Clause
from tui.statements.commitments.directives import Stretch, find_stretches
from tui.statements.commitments.lexicon import FILE
from tui.statements.speakers import attribute
from tui.statements.tables import read_table, table_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Article, Sentence

RULE = "unfinished"
_EDGES = ' ,:."“”…'
_AND = re.compile(r"(?:và|đồng thời) ")


class Share(NamedTuple):
    """How many of those who take part have done so: `done` of `whole`, printed at `at`; `whole` 0 where not printed."""

    done: int
    whole: int
    at: Span


@dataclass(frozen=True, slots=True)
class UnfinishedWords:
    """`[unfinished]` of the lexicon as patterns over lower-case text with settled tones.

    share: a count of those who take part, with or without how many they are; groups 1 and 2
    process: what all of them have to do
    refused: what makes it something else: a vote, an aim, a count of those who have not
    piece: a part of a sentence about one thing
    """

    share: re.Pattern[str]
    process: re.Pattern[str]
    refused: re.Pattern[str]
    piece: re.Pattern[str]


@lru_cache(maxsize=1)
def unfinished_words() -> UnfinishedWords:
    """The words the package knows; `LexiconError` names what is wrong in the file."""
    table, where = table_of(read_table(FILE), RULE, FILE), f"{FILE}: [{RULE}]"
    parties, processes, refused, days, listed = (
        any_of(settle_tone(word).lower() for word in words_of(table, key, where))
        for key in ("parties", "processes", "refused", "days", "listed")
    )
    return UnfinishedWords(
        share=re.compile(rf"(?<![\w/.,])(?:(?:{days}) )?(\d{{1,4}})(?:/(\d{{1,4}}))? (?:{parties})(?!\w)"),
        process=re.compile(rf"(?<!\w)(?:{processes})(?!\w)"),
        refused=re.compile(rf"(?<!\w)(?:{refused})(?!\w)"),
        piece=re.compile(rf"(?:(?<!\w)(?:{listed})(?!\w)|[^,;])+"),
    )


def shares(words: str) -> Iterator[Share]:
    """The counts of those who take part in `words`, lower case with settled tones; a day of the month is none."""
    for found in unfinished_words().share.finditer(words):
        if found[0][0].isdigit():
            yield Share(int(found[1]), int(found[2] or 0), Span(*found.span()))


def share_of(quote: str) -> Share | None:
    """The first count in a clause that tells how many have to take part."""
    return next((each for each in shares(settle_tone(quote.lower())) if each.whole), None)


def done_of(quote: str, whole: int) -> int | None:
    """How many of `whole` a later passage says have taken part; None where it gives no such number."""
    found = [each for each in shares(settle_tone(quote.lower())) if each.whole == whole or each.done < whole]
    return next((each.done for each in found if each.whole in {0, whole}), None)


def find_unfinished(article: Article) -> Iterator[tuple[Stretch, Clause]]:
    """What the reports of `article` leave to be done, in the order of the text; nothing inside a directive."""
    text = lower(article.text)
    if "/" not in text:
        return
    taken = [stretch.at for stretch in find_stretches(article)]
    for sentence in article.sentences:
        if article.paragraphs[sentence.paragraph].kind != "body" or text.find("/", *sentence.at) < 0:
            continue
        for at, cue in _pieces(text, sentence):
            if not any(each.start < at.end and at.start < each.end for each in taken):
                yield _stretch(article, text, at, cue), Clause(at, "", apart=True)


def _pieces(text: str, sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """The parts of a sentence that tell how many of all have done it, each with what would be its end."""
    words = unfinished_words()
    for piece in words.piece.finditer(text, sentence.at.start, sentence.at.end):
        process, share = words.process.search(piece[0]), share_of(piece[0]) if "/" in piece[0] else None
        if process and share and 0 < share.done < share.whole and not words.refused.search(piece[0]):
            yield _trimmed(text, *piece.span()), f"{process[0]} {share.whole}/{share.whole}"


def _trimmed(text: str, start: int, end: int) -> Span:
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    while start < end and text[start] in _EDGES:
        start += 1
    joined = _AND.match(text, start, end)
    return Span(joined.end() if joined else start, end)


def _stretch(article: Article, text: str, at: Span, cue: str) -> Stretch:
    said = next(
        said
        for sentence, said in zip(article.sentences, attribute(article), strict=True)
        if sentence.at.start <= at.start < sentence.at.end
    )
    speaker = said.at(at.start)
    kinds = {voice.kind for voice in said.voices if voice.name == speaker}
    return Stretch(
        at, text[at.start : at.end], RULE, cue, speaker, "leader" in kinds, bool(kinds & {"leader", "body"}), ""
    )
