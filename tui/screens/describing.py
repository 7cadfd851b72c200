"""What is open, and what is said about it over and under the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from tui.screens import briefs
from tui.screens.commands import command, keys_of, show_key
from tui.screens.labels import Labeller
from tui.screens.panes import PanesScreen

if TYPE_CHECKING:
    from tui.config import Config
    from tui.library import Library
    from tui.model import Article, Meeting, Statement
    from tui.words import Words


class DescribingScreen(PanesScreen):
    """Knows the open meeting and article, and words them."""

    looked = False
    """Whether the files have been looked through: before, nothing is known to be missing."""

    def __init__(self, library: Library, words: Words, config: Config) -> None:
        super().__init__(words)
        self.library = library
        self.config = config
        self.labels = Labeller(library, words.language)
        self.meeting: Meeting | None = None
        self.article: Article | None = None
        self.statements: tuple[Statement, ...] = ()
        self.query_text = ""

    @property
    def statement(self) -> Statement | None:
        """What the current figure says; None without one."""
        number = self.reader.figure
        return self.statements[number] if 0 <= number < len(self.statements) else None

    def show_heading(self) -> None:
        """Say what is known of the article over it."""
        if self.meeting and self.article:
            known, reason = briefs.article_lines(self.words, self.meeting, self.article)
            heading = self.query_one("#heading", Static)
            heading.set_class(False, "explains")
            heading.update(Content("\n").join([Content(known), Content(reason)]))
            self.query_one("#article").border_title = Content(self.article.title)

    def show_detail(self) -> None:
        """Say what the current figure or hit says, and how many there are."""
        count = len(self.reader.stops)
        kind = "screen.hit" if self.reader.has_hits else "screen.figure"
        where = self.words(kind, number=max(0, self.reader.current + 1), n=count) if count else ""
        self.query_one("#article").border_subtitle = Content(where)
        lines = [self.words("screen.walk", n=count) if count and not self.reader.has_hits else where]
        if self.reader.has_hits and self.query_text:
            key = show_key(keys_of(command("clear"), self.config.keys)[0])
            lines.append(self.words("screen.marked", query=self.query_text, clear=key))
        if self.statement:
            first, *others = briefs.statement_lines(self.words, self.labels, self.statement)
            lines = [f"{self.reader.current + 1}/{count} {first}", *others, *lines[1:]]
        text = Content("\n").join([Content.styled(lines[0], "bold"), *map(Content, lines[1:])])
        self.query_one("#detail", Static).update(text)

    def show_nothing(self) -> None:
        """Say what to do while there is no article."""
        heading = self.query_one("#heading", Static)
        heading.set_class(True, "explains")
        why = self.words("screen.empty" if self.looked else "screen.looking")
        heading.update(Content(why))
        if self.has_class("-narrow") or not self.looked:
            self.meeting_list.show((), empty=why)
        self.panel.show_sections((), empty=self.words("screen.nothing_open"))
