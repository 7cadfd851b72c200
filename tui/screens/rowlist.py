"""A list of rows of one or more lines: draws only what is seen, so that thousands cost no more than ten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.screens.rows import Line, Piece, Row, RowLayout, crop_line
from tui.screens.scrolling import LineView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

_UNSEEN = 1 << 16
"""The width to lay rows out for before the list has one: nothing is wrapped."""


class RowList(LineView):
    """Rows the cursor walks; posts `Moved` and `Chosen`."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, init=False)

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor stands on another row."""

        list: RowList
        row: Row

        @property
        def control(self) -> RowList:
            """The list, for `@on` selectors."""
            return self.list

        def can_replace(self, message: Message) -> bool:
            """Only the last of several moves counts."""
            return isinstance(message, RowList.Moved) and message.list is self.list

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """The user asked for what the row stands for."""

        list: RowList
        row: Row

        @property
        def control(self) -> RowList:
            """The list, for `@on` selectors."""
            return self.list

    def __init__(self, *, id: str, most: int = 99, empty: str = "") -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._layout_of = RowLayout(most=most)
        self._empty = empty
        self._cache: dict[tuple[int, bool, bool], Strip] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows, in order."""
        return self._layout_of.rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def show(self, rows: Sequence[Row], *, key: str = "", empty: str | None = None) -> None:
        """Show `rows`, the cursor on the row called `key`, else where it was, else on the first that is no heading."""
        kept = key or (self.row.key if self.row else "")
        self._empty = self._empty if empty is None else empty
        self._lay_out(tuple(rows))
        self.set_reactive(RowList.cursor, self._layout_of.find(kept))
        self._show_cursor()

    def select(self, key: str) -> bool:
        """Put the cursor on the row called `key`; False if there is none."""
        place = self._layout_of.find(key)
        found = bool(self.rows) and self.rows[place].key == key
        if found:
            self.cursor = place
        return found

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two rows concerned and tell the screen."""
        for place in (old, new):
            if place < len(self.rows):
                self.refresh_lines(*self._layout_of.extent(place))
        self._show_cursor()
        if self.rows:
            self.post_message(self.Moved(self, self.rows[new]))

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._cache.clear()

    def on_resize(self) -> None:
        """Wrap for the new width."""
        self._lay_out(self.rows)
        self._show_cursor()

    def on_focus(self) -> None:
        """Show a stronger cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show a weaker cursor."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        y += self.scroll_offset.y
        if not self.rows:
            words = self._layout_of.plain(self._empty, y)
            return self._strip(words, on_cursor=False, heading=False) if words else self._blank()
        place = self._layout_of.place(y)
        if place >= len(self.rows):
            return self._blank()
        on_cursor = place == self.cursor
        key = (y, on_cursor, on_cursor and self.has_focus)
        if key not in self._cache:
            text = self._layout_of.text(y)
            self._cache[key] = self._strip(text, on_cursor=on_cursor, heading=self.rows[place].heading)
        return self._cache[key]

    def on_click(self, event: events.Click) -> None:
        """Move to the row under the mouse; on the row already chosen, choose it."""
        offset = event.get_content_offset(self)
        place = self._layout_of.place(offset.y + self.scroll_offset.y) if offset else len(self.rows)
        if place < len(self.rows):
            again = place == self.cursor or self.rows[place].heading
            self.cursor = place
            if again:
                self.action_choose()

    def action_cursor_up(self) -> None:
        """One row up."""
        self.cursor -= 1

    def action_cursor_down(self) -> None:
        """One row down."""
        self.cursor += 1

    def action_page_up(self) -> None:
        """As many rows up as the list shows."""
        self.cursor = min(self.cursor - 1, self._layout_of.beyond(self.cursor, -self.size.height))

    def action_page_down(self) -> None:
        """As many rows down as the list shows."""
        self.cursor = max(self.cursor + 1, self._layout_of.beyond(self.cursor, self.size.height))

    def action_top(self) -> None:
        """To the first row."""
        self.cursor = 0

    def action_bottom(self) -> None:
        """To the last row."""
        self.cursor = len(self.rows) - 1

    def action_choose(self) -> None:
        """Ask for what the row stands for."""
        if self.row:
            self.post_message(self.Chosen(self, self.row))

    def _lay_out(self, rows: tuple[Row, ...]) -> None:
        self._cache.clear()
        self._layout_of.load(rows, max(1, self.columns - 2) if self.columns else _UNSEEN)
        self.virtual_size = Size(self.columns, max(1, self._layout_of.height))
        self.refresh()

    def _blank(self) -> Strip:
        return Strip.blank(self.columns, self.rich_style)

    def _strip(self, text: Line, *, on_cursor: bool, heading: bool) -> Strip:
        cursor = ("focused" if self.has_focus else "cursor",) if on_cursor else ()
        under = (*(("heading",) if heading else ()), *cursor)
        sign = "▌" if on_cursor and self.has_focus else "▏" if on_cursor else " "
        segments = [
            Segment(piece.text, self.styled(*under, piece.style) if piece.style else self.styled(*under))
            for piece in (Piece(sign), *crop_line(text, self.columns - 2))
        ]
        return Strip(segments).adjust_cell_length(self.columns, self.styled(*under))

    def _show_cursor(self) -> None:
        if self.rows and self.size.height:
            top, lines = self._layout_of.extent(self.cursor)
            # the first row brings the heading over it into sight
            top = 0 if self.cursor <= 1 else top
            self.scroll_to_region(Region(0, top, 1, min(lines, self.size.height)), animate=False, force=True)
