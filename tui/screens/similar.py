"""Articles that share rare words with the one at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from tui.model import Span
from tui.screens.dialogs import Dialog
from tui.screens.rowlist import RowList
from tui.screens.rows import Passage
from tui.screens.searchrows import hit_rows
from tui.screens.work import Failed, in_thread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.widget import Widget

    from tui.library import Library
    from tui.search import Hit, SearchResult
    from tui.words import Words


@dataclass
class Alike(Message):
    """What was found."""

    result: SearchResult


class SimilarScreen(Dialog[Passage]):
    """A list of articles; leaves with a passage of the one chosen."""

    TITLE_KEY = "screen.search.title_like"

    def __init__(
        self, words: Words, keys: Mapping[str, str], library: Library, *, article: str, at: Span | None
    ) -> None:
        super().__init__(words, keys)
        self._library = library
        self._article = article
        self._at = at

    def inside(self) -> Iterable[Widget]:
        """The list."""
        yield RowList(id="similar", empty=self.words("screen.working"))

    def on_mount(self) -> None:
        """Look for them."""
        super().on_mount()
        in_thread(self, "similar", lambda: Alike(self._library.more_like(self._article, self._at)))

    @on(Alike)
    def alike(self, event: Alike) -> None:
        """Show them."""
        self.query_one(RowList).show(hit_rows(self.words, event.result), empty=self.words("screen.search.nothing"))

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Say why there are none."""
        self.query_one(RowList).show((), empty=self.words.told(event.reason))

    @on(RowList.Chosen)
    def chosen(self, event: RowList.Chosen) -> None:
        """Leave with the article's first passage."""
        hit: Hit = event.row.about  # type: ignore[assignment]
        first = hit.snippets[0] if hit.snippets else None
        self.dismiss(Passage(hit.article, Span(first.start, first.end) if first else Span(0, 0)))
