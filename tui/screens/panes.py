"""Three panes side by side, two, or one at a time: which are seen, and which has the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tui.screens.footer import Footer
from tui.screens.panel import Panel
from tui.screens.reader import Reader
from tui.screens.rowlist import RowList
from tui.screens.scrolling import LOOKS

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from tui.words import Words

Pane = Literal["meetings", "reader", "panel"]
PANES: tuple[Pane, ...] = ("meetings", "reader", "panel")


class PanesScreen(Screen[None]):
    """The frame: title, meetings, reader, panel, footer. One pane has the focus; a small screen shows only that."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*LOOKS}
    AUTO_FOCUS = "#meetings"

    pane: reactive[Pane] = reactive("meetings", init=False)

    def __init__(self, words: Words) -> None:
        super().__init__(classes="on-meetings")
        self.words = words

    def compose(self) -> ComposeResult:
        """The frame, without content."""
        yield Static(id="bar", markup=False)
        yield RowList(id="meetings", most=2)
        with Vertical(id="article"):
            yield Static(id="heading", markup=False)
            yield Reader(id="reader")
            yield Static(id="detail", markup=False)
        yield Panel(id="panel")
        yield Footer(id="footer")

    @property
    def meeting_list(self) -> RowList:
        """The left pane."""
        return self.query_one("#meetings", RowList)

    @property
    def reader(self) -> Reader:
        """The middle pane."""
        return self.query_one("#reader", Reader)

    @property
    def panel(self) -> Panel:
        """The right pane."""
        return self.query_one("#panel", Panel)

    @property
    def footer(self) -> Footer:
        """The last line."""
        return self.query_one("#footer", Footer)

    def on_mount(self) -> None:
        """Name the panes."""
        self.meeting_list.border_title = Content(self.words("screen.meetings_title"))
        self.panel.border_title = Content(self.words("screen.panel_title"))

    def on_descendant_focus(self) -> None:
        """Follow the focus, by whatever means it moved."""
        focused = self.focused
        name = next((pane for pane in PANES if focused and focused.id == pane), None)
        if name:
            self.pane = name

    def watch_pane(self, old: Pane, new: Pane) -> None:
        """Show the pane that has the keys where not all fit."""
        self.remove_class(f"on-{old}")
        self.add_class(f"on-{new}")

    def go_to(self, pane: Pane) -> None:
        """Give the keys to a pane, bringing it into sight."""
        self.pane = pane
        widget: Widget = self.query_one(f"#{pane}")
        widget.focus(scroll_visible=False)

    def uncover_reader(self) -> None:
        """Bring the article into sight where only one pane fits."""
        if self.has_class("-narrow"):
            self.go_to("reader")

    def action_next_pane(self) -> None:
        """To the pane on the right, or the first."""
        self.go_to(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_previous_pane(self) -> None:
        """To the pane on the left, or the last."""
        self.go_to(PANES[(PANES.index(self.pane) - 1) % len(PANES)])

    def action_pane_left(self) -> None:
        """To the pane on the left, if there is one."""
        self.go_to(PANES[max(0, PANES.index(self.pane) - 1)])

    def action_pane_right(self) -> None:
        """To the pane on the right, if there is one."""
        self.go_to(PANES[min(len(PANES) - 1, PANES.index(self.pane) + 1)])

    def action_pane_meetings(self) -> None:
        """To the meetings."""
        self.go_to("meetings")

    def action_pane_reader(self) -> None:
        """To the article."""
        self.go_to("reader")

    def action_pane_panel(self) -> None:
        """To the panel."""
        self.go_to("panel")
