"""Turning a wrapped page into strips: owns its cache, whose key holds all that changes a line's looks."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.screens.page import Page
from tui.screens.wrap import Lines, wrap_page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from rich.style import Style

    from tui.model import ParagraphKind, Span

    Styler = Callable[..., Style]

Layer = tuple[int, int, str]
"""A stretch of the page and the looks it is drawn in."""

_BLOCKS: dict[ParagraphKind, tuple[str, ...]] = {
    "title": ("title",),
    "body": (),
    "caption": ("quiet",),
    "byline": ("quiet",),
    "source": ("quiet",),
    "furniture": ("quiet",),
}


class Painter:
    """Draws the lines of a page in the looks that `style` gives, keeping each until it changes."""

    def __init__(self, style: Styler) -> None:
        self._style = style
        self.page = Page("", (), (), ())
        self.lines: Lines = wrap_page(self.page, 1)
        self._marks: list[Layer] = []
        self._starts: list[int] = []
        self._spot: Span | None = None
        self._cache: dict[tuple[int, Span | None, tuple[int, int] | None], Strip] = {}

    def load(self, page: Page, hits: Sequence[Span], spot: Span | None) -> None:
        """Draw another page, or the same with other hits or another spot; stretches are on the page."""
        marks = [(mark.start, mark.end if mark.number >= 0 else mark.start + 1, mark.kind) for mark in page.marks]
        self.page, self._spot = page, spot
        self._marks = sorted([*marks, *((hit.start, hit.end, "hit") for hit in hits)])
        self._starts = [start for start, _, _ in self._marks]
        self._cache.clear()

    def wrap(self, width: int) -> None:
        """Break the page into lines of `width` cells."""
        self.lines = wrap_page(self.page, width)
        self._cache.clear()

    def forget(self) -> None:
        """Drop what was drawn: colours have changed."""
        self._cache.clear()

    def strip(self, y: int, current: Span | None, selected: tuple[int, int] | None) -> Strip:
        """Line `y` with the `current` stop and the `selected` columns set off."""
        start, end = self.lines.starts[y], self.lines.ends[y]
        here = current if current and current.start < end and current.end > start else None
        key = (y, here, selected)
        if key not in self._cache:
            self._cache[key] = self._draw(y, here, selected)
        return self._cache[key]

    def _draw(self, y: int, current: Span | None, selected: tuple[int, int] | None) -> Strip:
        start, end = self.lines.starts[y], self.lines.ends[y]
        layers = self._layers(start, end)
        if self._spot:
            layers.insert(0, (*self._spot, "spot"))
        if current:
            layers.append((*current, "current"))
        if selected:
            layers.append((start + selected[0], end if selected[1] < 0 else start + selected[1], "selected"))
        block = self.lines.blocks[y]
        base = _BLOCKS[self.page.blocks[block].kind] if block >= 0 else ()
        cuts = sorted({start, end, *(min(max(cut, start), end) for layer in layers for cut in layer[:2])})
        return Strip(
            [Segment(self.page.text[left:right], self._looks(base, layers, left)) for left, right in pairwise(cuts)]
        )

    def _layers(self, start: int, end: int) -> list[Layer]:
        """The marks and hits on a line, hits on top; two that start before it may reach into it."""
        first = max(0, bisect_left(self._starts, start) - 2)
        found = [layer for layer in self._marks[first : bisect_left(self._starts, end)] if layer[1] > start]
        return sorted(found, key=lambda layer: layer[2] == "hit")

    def _looks(self, base: tuple[str, ...], layers: Sequence[Layer], place: int) -> Style:
        over = tuple(name for start, end, name in layers if start <= place < end)
        return self._style(*base, *over)
