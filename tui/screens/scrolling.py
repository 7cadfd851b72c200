"""What every pane that scrolls by lines has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.scroll_view import ScrollView

from tui.screens.commands import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A focusable pane of lines that the pane commands move through."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]

    @property
    def columns(self) -> int:
        """Cells a line may fill, beside the scrollbar."""
        return self.scrollable_content_region.width

    def styled(self, *classes: str) -> Style:
        """The looks of component classes laid over one another, the last on top."""
        style = self.get_visual_style(*classes).rich_style
        # Textual 8.2 leaves `reverse` out of visual styles, and without colours it is what sets the current line off
        if any(self.get_component_styles(name).text_style.reverse for name in classes):
            style += Style(reverse=True)
        return style

    def action_cursor_up(self) -> None:
        """One line up."""
        self.scroll_relative(y=-1, animate=False)

    def action_cursor_down(self) -> None:
        """One line down."""
        self.scroll_relative(y=1, animate=False)

    def action_page_up(self) -> None:
        """Nearly a screen up."""
        self.scroll_relative(y=2 - self.size.height, animate=False)

    def action_page_down(self) -> None:
        """Nearly a screen down."""
        self.scroll_relative(y=self.size.height - 2, animate=False)

    def action_top(self) -> None:
        """To the first line."""
        self.scroll_to(0, 0, animate=False)

    def action_bottom(self) -> None:
        """To the last line."""
        self.scroll_to(0, self.max_scroll_y, animate=False)
