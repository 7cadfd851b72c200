"""What the main screen opens: search, comparisons, dialogs. Their modules are loaded when they are asked for."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on

from tui.screens.reading import ReadingScreen
from tui.screens.work import LedgerReady, in_thread

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from tui.ledger.model import Ledger
    from tui.model import Span
    from tui.screens.rows import Passage
    from tui.screens.search import Choice

    LedgerScreen = Callable[[Ledger], Screen[Passage | None]]


class OpeningScreen(ReadingScreen):
    """Opens other screens and does what was chosen there."""

    @property
    def past(self) -> tuple[str, ...]:
        """Past queries, the last one first."""
        return ()

    def action_search(self) -> None:
        """Search all articles."""
        from tui.screens.search import SearchScreen

        self.app.push_screen(
            SearchScreen(self.words, self.config.keys, self.library, query=self.query_text, past=self.past),
            self.open_hit,
        )

    def open_hit(self, choice: Choice | None) -> None:
        """Open what was found at its first match; the query stays marked until `escape`."""
        if choice:
            self.remember(choice.query)
            hits = self.matches(choice.hit.article, choice.query)
            self.jump(choice.hit.article, hits[0] if hits else None, hits)

    def remember(self, query: str) -> None:
        """Keep a query as the present one."""
        self.query_text = query

    def matches(self, article: str, query: str, *, plain: bool = False) -> tuple[Span, ...]:
        """The places of an article to go to for a query; with `plain` its signs are ordinary characters."""
        return self.library.find(self.library.article(article).text, query, plain=plain)

    def action_find(self) -> None:
        """Find words in the present article."""
        from tui.screens.find import FindScreen

        if self.article:
            self.app.push_screen(FindScreen(self.words, self.mark_words), self.found_words)

    def mark_words(self, words: str) -> int:
        """Mark words in the present article and show the first; how many places there are."""
        hits = self.matches(self.article.id, words, plain=True) if self.article else ()
        self.query_text = words
        self.reader.mark_hits(hits)
        if hits:
            self.reader.walk(1)
        return len(hits)

    def found_words(self, words: str | None) -> None:
        """Read on at the match that is current; without words forget the marks."""
        if words and words.strip():
            self.remember(words)
            self.go_to("reader")
        else:
            self.forget_query()

    def action_more_like(self) -> None:
        """Articles that share rare words with the sentence at hand, or with the whole article."""
        from tui.screens.similar import SimilarScreen

        if self.article:
            at = self.statement.quote if self.statement else None
            screen = SimilarScreen(self.words, self.config.keys, self.library, article=self.article.id, at=at)
            self.app.push_screen(screen, self.open_passage)

    def open_passage(self, passage: Passage | None) -> None:
        """Go where a screen led."""
        if passage:
            self.jump(*passage)

    def action_derivation(self) -> None:
        """Show how the numbers of the panel's row were worked out."""
        from tui.screens.derivation import DerivationScreen

        if self.panel.row:
            self.app.push_screen(
                DerivationScreen(self.words, self.config.keys, self.panel.row.about, self.quote_of), self.open_passage
            )

    def quote_of(self, passage: Passage) -> str:
        """The words of an article at a passage."""
        return self.library.article(passage.article).text[slice(*passage.at)]

    def action_matrix(self) -> None:
        """Show all indicators over all meetings."""
        from tui.screens.matrix import MatrixScreen

        self.with_ledger(lambda ledger: MatrixScreen(self.words, self.config.keys, ledger, self.labels))

    def action_chart(self) -> None:
        """Show one indicator over time: that of the panel's row, or of the current figure."""
        from tui.screens.chart import ChartScreen

        about = self.panel.row.about if self.pane == "panel" and self.panel.row else self.statement
        wanted = getattr(about, "series", "") or getattr(about, "indicator", "")
        self.with_ledger(lambda ledger: ChartScreen(self.words, self.config.keys, ledger, self.labels, wanted=wanted))

    def action_correct(self) -> None:
        """Correct what is known of the current figure, or of the one that the panel's row stands for."""
        from tui.screens.correct import CorrectScreen

        if self.pane == "panel" and self.panel.row:
            self.open_passage(self.panel.row.passage)
        said = self.statement
        if said:
            names = {each.id: self.labels(each.id, "") for each in self.library.lexicon().indicators}
            screen = CorrectScreen(
                self.words,
                self.config.keys,
                said,
                indicators=names,
                keep=lambda changes: self.library.correct(said, **changes),
            )
            self.app.push_screen(screen, partial(self.corrected, said.figure.at))

    def corrected(self, at: Span, kept: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
        """Show the correction, staying at its figure."""
        if kept:
            self.load()
            self.reader.show_at(at)

    def action_export(self) -> None:
        """Write the comparison to a file."""
        from tui.screens.export import ExportScreen

        if self.meeting:
            folder = Path.cwd()
            screen = ExportScreen(self.words, self.config.keys, self.library, meeting=self.meeting.id, folder=folder)
            self.app.push_screen(screen)

    def action_help(self) -> None:
        """Show all keys."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.words, self.config.keys))

    def action_problems(self) -> None:
        """Show what of the corpus could not be used."""
        from tui.screens.problems import ProblemsScreen

        self.app.push_screen(ProblemsScreen(self.words, self.config.keys, self.library.problems()))

    def with_ledger(self, make: LedgerScreen) -> None:
        """Open the screen that `make` makes of the ledger, as soon as that is worked out."""
        in_thread(self, "ledger", lambda: LedgerReady(self.library.ledger(), make))

    @on(LedgerReady)
    def ledger_ready(self, event: LedgerReady) -> None:
        """Open the screen that was waiting for the ledger."""
        self.app.push_screen(event.make(event.ledger), self.open_passage)
