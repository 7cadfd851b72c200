"""What every pane that scrolls by lines has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.color import TRANSPARENT
from textual.scroll_view import ScrollView

from tui.screens.commands import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

LOOKS = frozenset(
    f"look--{name}"
    for name in (
        *("target", "result", "forecast", "base", "context", "commitment"),
        *("heading", "title", "quiet", "current", "hit", "spot", "selected", "cursor", "focused"),
        *("good", "bad", "warn"),
    )
)
"""Component classes that a screen with line views declares, once for all of them."""


class LineView(ScrollView, can_focus=True, inherit_bindings=False):
    """A focusable pane of lines that the pane commands move through; its screen declares `LOOKS`."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pane")]

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as Textual calls it
        super().__init__(id=id)
        self._styles: dict[tuple[str, ...], Style] = {}

    @property
    def columns(self) -> int:
        """Cells a line may fill, beside the scrollbar."""
        return self.scrollable_content_region.width

    def styled(self, *looks: str) -> Style:
        """The style of `LOOKS` laid over one another and over the pane's own, the last on top."""
        if looks not in self._styles:
            own = self.visual_style
            background, colour, text = own.background or TRANSPARENT, own.foreground or TRANSPARENT, Style()
            for rules in (self.screen.get_component_styles(f"look--{name}") for name in looks):
                background += rules.background if rules.has_rule("background") else TRANSPARENT
                if rules.has_rule("color"):
                    colour = background.get_contrast_text(rules.color.a) if rules.auto_color else rules.color
                text += rules.text_style
            self._styles[looks] = Style.from_color((background + colour).rich_color, background.rich_color) + text
        return self._styles[looks]

    def notify_style_update(self) -> None:
        """Forget styles in other colours."""
        super().notify_style_update()
        self._styles.clear()

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
