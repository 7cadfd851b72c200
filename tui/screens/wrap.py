"""Breaking a page into lines: at spaces, never inside a figure, counting cells and not characters."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.screens.page import Page

_NOT_PLAIN = re.compile(r"[^\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u25ff]")
"""A character that may be other than one cell wide."""


@fact
class Lines:
    """Where each line of the screen starts and ends on the page.

    starts, ends: places on the page; equal for a blank line
    blocks: the paragraph of each line, by number; -1 for a blank line
    """

    starts: array[int]
    ends: array[int]
    blocks: array[int]

    def __len__(self) -> int:
        return len(self.starts)

    def at(self, place: int) -> int:
        """The line that holds `place`; the last one before it where none does."""
        return max(0, bisect_right(self.starts, place) - 1)


def wrap_page(page: Page, width: int) -> Lines:
    """The lines of `page` for a screen `width` cells wide, a blank one between paragraphs."""
    starts, ends, blocks = array("l"), array("l"), array("l")
    solid = page.figures
    solid_starts = [mark.start for mark in solid]
    solid_ends = [mark.end for mark in solid]
    for number, block in enumerate(page.blocks):
        if number:
            starts.append(block.start)
            ends.append(block.start)
            blocks.append(-1)
        for start, end in wrap(page.text, block.start, block.end, max(1, width), (solid_starts, solid_ends)):
            starts.append(start)
            ends.append(end)
            blocks.append(number)
    return Lines(starts, ends, blocks)


def wrap(
    text: str, start: int, end: int, width: int, solid: tuple[Sequence[int], Sequence[int]] = ((), ())
) -> list[tuple[int, int]]:
    """The lines of `text[start:end]`, at least one; breaks inside a solid stretch only where it fills a line."""
    plain = _NOT_PLAIN.search(text, start, end) is None
    lines: list[tuple[int, int]] = []
    while True:
        limit = start + width if plain else _reach(text, start, end, width)
        if limit >= end:
            return [*lines, (start, end)]
        cut = _cut(text, start, limit, solid)
        lines.append((start, cut))
        start = cut
        while start < end and text[start] == " ":
            start += 1
        if start >= end:
            return lines


def _reach(text: str, start: int, end: int, width: int) -> int:
    """The place after the last character that fits; at least one character on."""
    used = 0
    for place in range(start, end):
        used += cell_len(text[place])
        if used > width:
            return max(place, start + 1)
    return end


def _cut(text: str, start: int, limit: int, solid: tuple[Sequence[int], Sequence[int]]) -> int:
    """Where the line that starts at `start` ends, `limit` being the first place that does not fit."""
    starts, ends = solid
    cut = limit if text[limit] == " " else text.rfind(" ", start, limit)
    while cut > start:
        before = bisect_right(starts, cut) - 1
        if before < 0 or not starts[before] < cut < ends[before]:
            break
        cut = text.rfind(" ", start, starts[before])
    if cut > start:
        return cut
    before = bisect_right(starts, limit) - 1
    inside = before >= 0 and start < starts[before] < limit < ends[before]
    return starts[before] if inside else limit
