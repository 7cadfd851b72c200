"""What a list shows: rows of styled pieces, made by pure functions and drawn by `RowList`."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, set_cell_size

from tui.facts import fact
from tui.screens.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.model import Span


class Piece(NamedTuple):
    """Words in one style.

    text: without line breaks
    style: name of a component class of the list, without its prefix; empty for plain
    """

    text: str
    style: str = ""


Line = tuple[Piece, ...]


class Passage(NamedTuple):
    """A place in an article that a row leads to.

    article: its id
    at: the stretch to show, in `Article.text`
    """

    article: str
    at: Span


@fact
class Row:
    """One entry of a list.

    key: unique in its list; stays while the thing it stands for stays
    lines: before wrapping; words that do not fit go on under the text of their line
    heading: it folds and unfolds the rows up to the next heading and is drawn as one
    folds: it unfolds and folds the rows `under` it, which are hidden at first
    under: key of the row it is hidden under; empty for none
    passage: where `enter` leads
    about: what the row stands for, for the screen that shows it
    """

    key: str
    lines: tuple[Line, ...]
    heading: bool = False
    folds: bool = False
    under: str = ""
    passage: Passage | None = None
    about: object = None


def line(*pieces: tuple[str, str] | str) -> Line:
    """A line of pieces given as texts or (text, style) pairs, empty ones left out."""
    made = (Piece(each) if isinstance(each, str) else Piece(*each) for each in pieces)
    return tuple(Piece(" ".join(piece.text.split("\n")), piece.style) for piece in made if piece.text)


def wrap_line(pieces: Line, width: int, indent: int) -> list[Line]:
    """`pieces` broken at spaces to lines `width` cells wide, all but the first indented."""
    text = "".join(piece.text for piece in pieces)
    if cell_len(text) <= width:
        return [pieces]
    indent = min(indent, width // 2)
    first = wrap(text, 0, len(text), width)[0]
    rest = first[1] + (len(text[first[1] :]) - len(text[first[1] :].lstrip(" ")))
    after = wrap(text, rest, len(text), width - indent) if rest < len(text) else []
    return [_cut(pieces, *first), *((Piece(" " * indent), *_cut(pieces, *span)) for span in after)]


def crop_line(pieces: Line, width: int) -> Line:
    """`pieces` cut to `width` cells, an ellipsis where words are missing."""
    if sum(cell_len(piece.text) for piece in pieces) <= width:
        return pieces
    kept: list[Piece] = []
    left = max(0, width - 1)
    for piece in pieces:
        size = cell_len(piece.text)
        kept.append(piece if size <= left else Piece(set_cell_size(piece.text, left), piece.style))
        left -= min(size, left)
        if not left:
            break
    return (*kept, Piece("…", kept[-1].style if kept else "")) if width else ()


def spread(left: Line, right: Line, width: int) -> Line:
    """`left` and `right` at the two ends of a line `width` cells wide, `left` cut if both do not fit."""
    taken = sum(cell_len(piece.text) for piece in right)
    shown = crop_line(left, max(0, width - taken - 1))
    gap = width - taken - sum(cell_len(piece.text) for piece in shown)
    return (*shown, Piece(" " * max(0, gap)), *right)


def indent_of(pieces: Line) -> int:
    """How far the words after a line's first break are indented: under its text, past a leading sign."""
    text = "".join(piece.text for piece in pieces)
    blank = len(text) - len(text.lstrip(" "))
    sign = text[blank : blank + 2]
    return blank + (2 if len(sign) == len("x ") and sign[1] == " " else 0)


def _cut(pieces: Iterable[Piece], start: int, end: int) -> Line:
    kept: list[Piece] = []
    place = 0
    for piece in pieces:
        part = piece.text[max(0, start - place) : max(0, end - place)]
        if part:
            kept.append(Piece(part, piece.style))
        place += len(piece.text)
    return tuple(kept)


def visible(rows: Sequence[Row], turned: frozenset[str]) -> tuple[Row, ...]:
    """The rows that show when those with `turned` keys are not as at first: headings closed, other folds open."""
    shown: list[Row] = []
    hidden = False
    for row in rows:
        if row.heading:
            hidden = row.key in turned
        if row.heading or not (hidden or (row.under and row.under not in turned)):
            shown.append(row)
    return tuple(shown)


class RowLayout:
    """Where the lines of each row stand for a given width."""

    def __init__(self, *, most: int) -> None:
        """Each line of a row may be broken into at most `most`."""
        self.rows: tuple[Row, ...] = ()
        self._most = most
        self._width = 1
        self._places: dict[str, int] = {}
        self._lines: list[tuple[Line, ...]] = []
        self._tops = array("l", [0])

    def load(self, rows: tuple[Row, ...], width: int) -> None:
        """Lay out `rows` for `width` cells."""
        self.rows, self._width = rows, width
        self._places = {row.key: place for place, row in enumerate(rows)}
        self._lines = [self._wrapped(row) for row in rows]
        self._tops = array("l", [0])
        for lines in self._lines:
            self._tops.append(self._tops[-1] + len(lines))

    @property
    def height(self) -> int:
        """Lines of all rows together."""
        return self._tops[-1]

    def find(self, key: str) -> int:
        """The place of the row called `key`, else of the first that is no heading, else 0."""
        first = next((place for place, row in enumerate(self.rows) if not row.heading), 0)
        return self._places.get(key, first)

    def place(self, y: int) -> int:
        """Which row line `y` belongs to; beyond the last row for a line below all."""
        return bisect_right(self._tops, y) - 1

    def text(self, y: int) -> Line:
        """The pieces of line `y`."""
        place = self.place(y)
        return self._lines[place][y - self._tops[place]]

    def plain(self, text: str, y: int) -> Line:
        """Line `y` of a text shown instead of rows."""
        lines = wrap(text, 0, len(text), self._width) if text else []
        return (Piece(text[slice(*lines[y])], "quiet"),) if y < len(lines) else ()

    def extent(self, place: int) -> tuple[int, int]:
        """The first line of a row and how many it has."""
        return self._tops[place], self._tops[place + 1] - self._tops[place]

    def beyond(self, place: int, lines: int) -> int:
        """The row that stands `lines` further down, or up, from the top of the row at `place`."""
        return self.place(max(0, self._tops[place] + lines)) if self.rows else 0

    def _wrapped(self, row: Row) -> tuple[Line, ...]:
        if self._most == 1:
            return row.lines
        return tuple(part for each in row.lines for part in self._parts(each))

    def _parts(self, pieces: Line) -> Sequence[Line]:
        parts = wrap_line(pieces, self._width, indent_of(pieces))
        if len(parts) <= self._most:
            return parts
        *kept, last = parts[: self._most]
        return (*kept, crop_line((*last, Piece("…")), self._width))
