"""Reading: a meeting chosen shows its article and its panel; rows and hits lead to sentences, and back again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.screens import briefs
from tui.screens.describing import DescribingScreen
from tui.screens.history import Spot, Trail
from tui.screens.page import lay_out
from tui.screens.reader import Reader
from tui.screens.rowlist import RowList
from tui.screens.work import in_thread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.config import Config
    from tui.library import Library
    from tui.model import Meeting, Span, Statement
    from tui.screens.rows import Row
    from tui.screens.session import Place
    from tui.words import Words


@dataclass(eq=False, repr=False)
class PanelReady(Message):
    """The panel of a meeting has been worked out."""

    meeting: str
    rows: tuple[Row, ...]


class ReadingScreen(DescribingScreen):
    """Keeps meeting, article and panel together."""

    painted = False

    def __init__(self, library: Library, words: Words, config: Config) -> None:
        super().__init__(library, words, config)
        self.start_at: Place | None = None
        self._trail = Trail()

    def load(self) -> None:
        """Show what the library holds, keeping the place; its newest meeting at first."""
        self.load_meetings()
        row = self.meeting_list.row
        if row:
            self._open_meeting(row, again=True)
        else:
            self.show_nothing()

    def load_meetings(self) -> None:
        """Show the meetings and their status as they are now."""
        rows = briefs.meeting_rows(self.words, self.library.meetings())
        key = self.meeting.id if self.meeting else self._first(rows)
        self.meeting_list.show(rows, key=key, empty=self.words("screen.no_meetings"))
        totals = briefs.totals_line(self.words, self.library.totals())
        self.query_one("#bar", Static).update(Content(f"Briefings   {totals}"))

    def show_article(self, article: str, hits: Sequence[Span] = ()) -> None:
        """Show another article of any meeting, the hits of a query marked."""
        self.article = self.library.article(article)
        self.statements = self.library.statements(article)
        page = lay_out(self.article, self.statements, self.library.commitments(article))
        self.reader.show(page, hits)
        self.show_heading()

    def jump(self, article: str, at: Span | None, hits: Sequence[Span] = ()) -> None:
        """Go to a passage, in whatever article and meeting, so that `back` returns from it."""
        self._trail = self._trail.leave(self._spot())
        self._visit(article, hits)
        if at:
            self.reader.show_at(at)
        self.go_to("reader")

    def action_back(self) -> None:
        """Return to where the last jump started."""
        spot, self._trail = self._trail.back()
        if spot:
            self._visit(spot.article, ())
            self.reader.scroll_to_place(spot.place)
            self.panel.find_row(spot.row)
            self.go_to(next(pane for pane in ("meetings", "reader", "panel") if pane == spot.pane))

    def action_next_figure(self) -> None:
        """To the next figure, or hit."""
        self.uncover_reader()
        self.reader.walk(1)

    def action_previous_figure(self) -> None:
        """To the figure, or hit, before."""
        self.uncover_reader()
        self.reader.walk(-1)

    def action_next_meeting(self) -> None:
        """To the meeting below in the list."""
        self.meeting_list.action_cursor_down()

    def action_previous_meeting(self) -> None:
        """To the meeting above in the list."""
        self.meeting_list.action_cursor_up()

    def action_next_paper(self) -> None:
        """To the next article on the same meeting."""
        papers = [card.id for card in self.meeting.articles] if self.meeting else []
        self.uncover_reader()
        if self.article and len(papers) > 1:
            self.show_article(papers[(papers.index(self.article.id) + 1) % len(papers)])

    def forget_query(self) -> None:
        """Unmark its hits: `n` walks figures again."""
        self.query_text = ""
        self.reader.mark_hits(())

    @on(RowList.Moved, "#meetings")
    def meeting_moved(self, event: RowList.Moved) -> None:
        """Show the meeting under the cursor."""
        self._open_meeting(event.row)

    @on(RowList.Chosen, "#meetings")
    def meeting_chosen(self) -> None:
        """Read its article."""
        self.go_to("reader")

    @on(RowList.Chosen, "#panel")
    def panel_chosen(self, event: RowList.Chosen) -> None:
        """Go to the sentence of a row."""
        if event.row.passage:
            self.jump(*event.row.passage)

    @on(Reader.Walked)
    def walked(self) -> None:
        """Say what the current figure says, and how many there are."""
        self.show_detail()

    @on(Reader.Entered)
    def entered(self) -> None:
        """Go from a figure to its row in the panel."""
        statement = self.statement
        row = next((row for row in self.panel.all_rows if statement and _speaks_of(row, statement)), None)
        if row and self.panel.find_row(row.key):
            self._trail = self._trail.leave(self._spot())
            self.go_to("panel")

    @on(PanelReady)
    def panel_ready(self, event: PanelReady) -> None:
        """Show it, unless the user has moved on."""
        if self.meeting and event.meeting == self.meeting.id:
            self.panel.show_sections(event.rows)

    def load_panel(self) -> None:
        """Work out the panel of the present meeting, off the screen's thread."""
        meeting = self.meeting
        if meeting and self.painted:
            in_thread(self, "panel", lambda: PanelReady(meeting.id, self._panel_rows(meeting.id)))

    def _panel_rows(self, meeting: str) -> tuple[Row, ...]:
        from tui.screens.panelrows import panel_rows

        return panel_rows(self.words, self.labels, self.library.panel(meeting))

    def _open_meeting(self, row: Row, *, again: bool = False) -> None:
        meeting: Meeting = row.about.meeting  # type: ignore[attr-defined]
        if again or self.meeting is None or meeting.id != self.meeting.id:
            kept = self.article.id if again and self.article else ""
            start, self.start_at = self.start_at, None
            self.meeting = meeting
            papers = [card.id for card in meeting.articles]
            if start and start.meeting == meeting.id and start.article in papers:
                self.show_article(start.article)
                self.reader.scroll_to_place(start.at)
            else:
                self.show_article(kept if kept in papers else papers[0])
            self.load_panel()

    def _visit(self, article: str, hits: Sequence[Span]) -> None:
        """Show an article with its meeting selected, unless it is there already."""
        meeting = next((each for each in self._meetings() if any(card.id == article for card in each.articles)), None)
        if meeting and (self.meeting is None or meeting.id != self.meeting.id):
            self.meeting = meeting
            self.meeting_list.select(meeting.id)
            self.load_panel()
        if self.article is None or article != self.article.id:
            self.show_article(article, hits)
        elif hits:
            self.reader.mark_hits(hits)

    def _first(self, rows: Sequence[Row]) -> str:
        """The meeting to start with: where the reading was left, unless there is a newer one since."""
        start = self.start_at
        return start.meeting if start and rows and rows[0].key == start.newest else ""

    def _meetings(self) -> list[Meeting]:
        return [row.about.meeting for row in self.meeting_list.rows]  # type: ignore[attr-defined]

    def _spot(self) -> Spot:
        row = self.panel.row
        return Spot(
            self.meeting.id if self.meeting else "",
            self.article.id if self.article else "",
            self.reader.place,
            self.pane,
            row.key if row else "",
        )


def _speaks_of(row: Row, statement: Statement) -> bool:
    mentions = getattr(row.about, "mentions", ())
    figure = statement.figure
    return any(mention.article == figure.article and mention.at == figure.at for mention in mentions)
