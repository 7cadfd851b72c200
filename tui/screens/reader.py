"""The article as one scrolling page: its figures, or the hits of a query, are walked with one key."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.model import Span
from tui.screens.paint import Painter
from tui.screens.scrolling import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.selection import Selection

    from tui.screens.page import Mark, Page

_MEASURE = 100
"""Longer lines are hard to read."""
_MARGIN = 2
"""Lines kept between what is shown and the edge."""


class Reader(LineView):
    """Shows a `Page`; posts `Walked` when another figure or hit is current and `Entered` on `enter`."""

    current: reactive[int] = reactive(-1, init=False)

    @dataclass(eq=False, repr=False)
    class Walked(Message):
        """Another figure or hit is current; -1 for none."""

        number: int

    @dataclass(eq=False, repr=False)
    class Entered(Message):
        """The user asked for more about the current figure."""

        number: int

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._painter = Painter(self.styled)
        self._figures: tuple[Mark, ...] = ()
        self._hits: tuple[Span, ...] = ()
        self._wanted = 0

    @property
    def page(self) -> Page:
        """The page shown."""
        return self._painter.page

    @property
    def stops(self) -> Sequence[Span]:
        """What `n` and `N` walk, on the page: the hits of a query, else the figures."""
        return self._hits or [Span(mark.start, mark.end) for mark in self._figures]

    @property
    def figure(self) -> int:
        """The number of the current statement in its article; -1 while none is current."""
        if not 0 <= self.current < len(self.stops):
            return -1
        if not self._hits:
            return self._figures[self.current].number
        hit = self._hits[self.current]
        return next((mark.number for mark in self._figures if mark.start < hit.end and mark.end > hit.start), -1)

    @property
    def has_hits(self) -> bool:
        """Whether `n` walks the hits of a query."""
        return bool(self._hits)

    @property
    def place(self) -> int:
        """The character of the article at the top of the screen."""
        lines = self._painter.lines
        return self.page.origin(lines.starts[min(self.scroll_offset.y, len(lines) - 1)]) if len(lines) else 0

    def show(self, page: Page, hits: Sequence[Span] = ()) -> None:
        """Show another page from its top, with the `hits` of a query, in `Article.text`, marked."""
        self._figures = page.figures
        self._hits = tuple(page.stretch(at) for at in sorted(hits))
        self._painter.load(page, self._hits, None)
        self.set_reactive(Reader.current, -1)
        self._lay_out()
        self.scroll_to(0, 0, animate=False)
        self.post_message(self.Walked(-1))

    def mark_hits(self, hits: Sequence[Span]) -> None:
        """Mark other hits in the same page; without any its figures are walked again."""
        self._hits = tuple(self.page.stretch(at) for at in sorted(hits))
        self._painter.load(self.page, self._hits, None)
        self.set_reactive(Reader.current, -1)
        self.refresh()
        self.post_message(self.Walked(-1))

    def show_at(self, at: Span) -> None:
        """Bring a stretch of the article into sight and set it off; a stop in it becomes current."""
        spot = self.page.stretch(at)
        stops = self.stops
        first = bisect_left([stop.end for stop in stops], spot.start + 1)
        inside = first < len(stops) and stops[first].start < spot.end
        self._painter.load(self.page, self._hits, spot)
        self.set_reactive(Reader.current, first if inside else -1)
        self.refresh()
        self._reveal(spot)
        self.post_message(self.Walked(self.current))

    def scroll_to_place(self, place: int) -> None:
        """Put the line of a character of the article at the top of the screen, as soon as there is one."""
        self._wanted = 0 if self.columns else place
        self.scroll_to(0, self._painter.lines.at(self.page.place(place)), animate=False, force=True)

    def walk(self, step: int) -> None:
        """Make the next stop current, or the one before; the nearest to the screen where none is."""
        stops = self.stops
        if stops and self.current >= 0:
            self.current = (self.current + step) % len(stops)
        elif stops:
            ahead = bisect_left([stop.start for stop in stops], self.page.place(self.place))
            self.current = (ahead if step > 0 else ahead - 1) % len(stops)

    def watch_current(self, old: int, new: int) -> None:
        """Redraw the lines of the two stops and bring the new one into sight."""
        stops = self.stops
        for number in {old, new}:
            if 0 <= number < len(stops):
                first, last = self._lines_of(stops[number])
                self.refresh_lines(first, last - first + 1)
        if 0 <= new < len(stops):
            self._reveal(stops[new])
        self.post_message(self.Walked(new))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._painter.forget()

    def on_resize(self) -> None:
        """Wrap for the new width, keeping the current stop in sight, else the place."""
        place = self._wanted or self.place
        self._lay_out()
        if self.current >= 0:
            self._reveal(self.stops[self.current])
        elif place:
            self.scroll_to_place(place)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        y += self.scroll_offset.y
        if y >= len(self._painter.lines):
            return Strip.blank(self.columns, self.rich_style)
        selection = self.text_selection
        span = selection.get_span(y) if selection else None
        current = self.stops[self.current] if 0 <= self.current < len(self.stops) else None
        strip = self._painter.strip(y, current, span).apply_offsets(0, y)
        return strip.adjust_cell_length(self.columns, self.rich_style)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words as the article has them, without glyphs and without the breaks of the screen."""
        if not len(self._painter.lines):
            return None
        start = self._at(selection.start.y, selection.start.x) if selection.start else 0
        end = self._at(selection.end.y, selection.end.x) if selection.end else len(self.page.text)
        return self.page.plain(start, end), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Redraw with the selection."""
        del selection
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Make the figure under the mouse current."""
        offset = event.get_content_offset(self)
        line = offset.y + self.scroll_offset.y if offset else len(self._painter.lines)
        if offset is None or line >= len(self._painter.lines):
            return
        place = self._at(line, offset.x)
        before = bisect_right([stop.start for stop in self.stops], place) - 1
        if before >= 0 and place < self.stops[before].end:
            self.current = before

    def action_choose(self) -> None:
        """Ask for more about the current figure."""
        self.post_message(self.Entered(self.figure))

    def _lay_out(self) -> None:
        if not self.columns:
            return  # not on the screen yet: a resize will come
        self._painter.wrap(min(self.columns, _MEASURE))
        self.virtual_size = Size(self.columns, len(self._painter.lines))
        self.refresh()

    def _lines_of(self, at: Span) -> tuple[int, int]:
        lines = self._painter.lines
        return lines.at(at.start), lines.at(max(at.start, at.end - 1))

    def _reveal(self, at: Span) -> None:
        """Bring a stretch into sight: where it is not, a third of the screen down, with what leads up to it."""
        first, last = self._lines_of(at)
        top, height = self.scroll_offset.y, self.size.height
        if not top + _MARGIN <= first <= last < top + height - _MARGIN:
            self.scroll_to(0, max(0, first - height // 3), animate=False, force=True)

    def _at(self, y: int, x: int) -> int:
        lines = self._painter.lines
        y = min(y, len(lines) - 1)
        return min(lines.starts[y] + x, lines.ends[y])
