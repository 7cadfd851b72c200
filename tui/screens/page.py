"""An article as the reader shows it: its paragraphs, its marks, and the map between text and screen.

A mark's glyph stands before its words, so text on the page is longer than `Article.text`; every place
is turned from one into the other by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.facts import fact
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model import Article, Commitment, ParagraphKind, Statement

MarkKind = Literal["target", "result", "forecast", "base", "context", "commitment"]

GLYPHS: dict[MarkKind, str] = {
    "target": "▲",
    "result": "●",
    "forecast": "◌",
    "base": "·",
    "context": "·",
    "commitment": "○",
}
"""The sign of each kind of mark: it carries the meaning where colour is missing."""


class Mark(NamedTuple):
    """A stretch of the page that says something.

    start, end: on the page, glyph included
    kind: a role, or commitment
    number: its place among the figures of the article, from 0; -1 for a commitment
    """

    start: int
    end: int
    kind: MarkKind
    number: int


class Block(NamedTuple):
    """One paragraph on the page.

    start, end: on the page
    kind: as in `Paragraph`
    """

    start: int
    end: int
    kind: ParagraphKind


@fact
class Page:
    """An article laid out for reading, before it is wrapped.

    text: the article's text with a glyph before each mark
    blocks: its paragraphs
    marks: in the order of the text; those of figures do not overlap
    glyphs: places in `Article.text` before which a glyph was put
    """

    text: str
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    glyphs: tuple[int, ...]

    @property
    def figures(self) -> tuple[Mark, ...]:
        """The marks that are figures."""
        return tuple(mark for mark in self.marks if mark.number >= 0)

    def place(self, index: int) -> int:
        """Where the character at `index` of `Article.text` stands on the page."""
        return index + bisect_right(self.glyphs, index)

    def stretch(self, at: Span) -> Span:
        """Where a stretch of `Article.text` stands on the page, the glyph before it left out."""
        return Span(self.place(at.start), self.place(at.end - 1) + 1 if at.end > at.start else self.place(at.start))

    def origin(self, place: int) -> int:
        """Which character of `Article.text` stands at `place`; for a glyph, the one after it."""
        low, high = 0, len(self.glyphs)
        while low < high:
            middle = (low + high) // 2
            if self.glyphs[middle] + middle < place:
                low = middle + 1
            else:
                high = middle
        return place - low

    def plain(self, start: int, end: int) -> str:
        """The article's own words between two places of the page, without the glyphs."""
        first = bisect_left(self.glyphs, self.origin(start))
        pieces: list[str] = []
        for number in range(first, len(self.glyphs)):
            glyph = self.glyphs[number] + number
            if glyph >= end:
                break
            if glyph >= start:
                pieces.append(self.text[start:glyph])
                start = glyph + 1
        return "".join([*pieces, self.text[start:end]])


def lay_out(article: Article, statements: Sequence[Statement], commitments: Sequence[Commitment]) -> Page:
    """The page of an article with its figures and commitments marked; overlapping figures yield to the first.

    Furniture without a letter or digit, such as the remains of a picture, is left out.
    """
    wanted = _wanted(statements, commitments)
    glyphs = tuple(start for start, _, _, _ in wanted)
    pieces: list[str] = []
    behind = 0
    for start, _, kind, _ in wanted:
        pieces += (article.text[behind:start], GLYPHS[kind])
        behind = start
    pieces.append(article.text[behind:])
    marks = tuple(
        Mark(start + number, end + _glyphs_before(glyphs, end), kind, figure)
        for number, (start, end, kind, figure) in enumerate(wanted)
    )
    blocks = tuple(
        Block(at.start + bisect_left(glyphs, at.start), at.end + _glyphs_before(glyphs, at.end), kind)
        for at, kind in ((paragraph.at, paragraph.kind) for paragraph in article.paragraphs)
        if kind != "furniture" or any(map(str.isalnum, article.text[slice(*at)]))
    )
    return Page("".join(pieces), blocks, marks, glyphs)


def _glyphs_before(glyphs: Sequence[int], end: int) -> int:
    return bisect_left(glyphs, end)


def _wanted(statements: Sequence[Statement], commitments: Sequence[Commitment]) -> list[tuple[int, int, MarkKind, int]]:
    found: list[tuple[int, int, MarkKind, int]] = [
        (*commitment.at, "commitment", -1) for commitment in commitments if commitment.at.end > commitment.at.start
    ]
    ordered = sorted(enumerate(statements), key=lambda pair: pair[1].figure.at)
    last = 0
    for number, statement in ordered:
        at = statement.figure.at
        if at.start >= last and at.end > at.start:
            found.append((at.start, at.end, statement.role, number))
            last = at.end
    return sorted(_apart(found), key=lambda mark: (mark[0], -mark[1]))


def _apart(found: Iterable[tuple[int, int, MarkKind, int]]) -> list[tuple[int, int, MarkKind, int]]:
    """The marks without a commitment that starts inside a figure: a glyph never splits a number."""
    marks = list(found)
    figures = sorted((start, end) for start, end, _, number in marks if number >= 0)
    starts = [start for start, _ in figures]

    def inside(place: int) -> bool:
        before = bisect_left(starts, place) - 1
        return before >= 0 and place < figures[before][1]

    return [mark for mark in marks if mark[3] >= 0 or not inside(mark[0])]
