"""Search over the three panes: hits while typing, `enter` opens one at its first match."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.screens.commands import bindings
from tui.screens.dialogs import Dialog
from tui.screens.inputs import TextField
from tui.screens.rowlist import RowList
from tui.screens.searchrows import hit_rows, query_rows, status_text
from tui.screens.work import Failed, in_thread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.library import Library
    from tui.screens.commands import Scope
    from tui.search import Hit, SearchResult, Suggestion
    from tui.words import Words


class Choice(NamedTuple):
    """What the user chose.

    hit: the article
    query: what was asked
    """

    hit: Hit
    query: str


@dataclass
class Found(Message):
    """The answer to a query, with how it might go on."""

    query: str
    result: SearchResult
    suggestions: tuple[Suggestion, ...]


class SearchScreen(Dialog[Choice]):
    """A field, what is found, and what of the query was not understood."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search", "pane")]
    SCOPES: ClassVar[tuple[Scope, ...]] = ("search", "dialog")
    TITLE_KEY = "screen.search.title"

    def __init__(
        self, words: Words, keys: Mapping[str, str], library: Library, *, query: str, past: Sequence[str]
    ) -> None:
        super().__init__(words, keys)
        self._library = library
        self._first = query
        self._past = tuple(past)
        self._order: Literal["score", "date"] = library.config.search.order
        self._suggestion: Suggestion | None = None

    def inside(self) -> Iterable[Widget]:
        """Field, notes, list."""
        yield TextField(
            self._first, id="query", placeholder=self.words("screen.search.placeholder"), select_on_focus=True
        )
        yield Static(classes="note", markup=False)
        yield RowList(id="hits")

    def on_mount(self) -> None:
        """Ask at once where a query is given."""
        super().on_mount()
        self._ask()

    @property
    def query_field(self) -> TextField:
        """Where the query is typed."""
        return self.query_one("#query", TextField)

    @property
    def hits(self) -> RowList:
        """What was found."""
        return self.query_one("#hits", RowList)

    @on(Input.Changed)
    def typed(self) -> None:
        """Ask for what has been typed so far; an answer that is still out is no longer wanted."""
        self._ask()

    @on(Found)
    def found(self, event: Found) -> None:
        """Show the answer, unless the query has changed since."""
        if event.query == self.query_field.value:
            self._suggestion = next(
                (each for each in event.suggestions if event.query[slice(*each.at)] != each.text), None
            )
            rows = hit_rows(self.words, event.result)
            best = rows[0].key if rows else ""
            self.hits.show(rows, key=best, empty=self.words("screen.search.nothing"))
            self._note(status_text(self.words, event.result, self._order), self._suggestion)

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Say why there is no answer."""
        self._note(self.words.told(event.reason), None)

    @on(Input.Submitted)
    def submitted(self) -> None:
        """Open the hit under the cursor."""
        self.hits.action_choose()

    @on(RowList.Chosen)
    def chosen(self, event: RowList.Chosen) -> None:
        """Leave with a hit, or take an earlier query up again."""
        about = event.row.about
        if isinstance(about, str):
            self._set_query(about)
        elif about is not None:
            self.dismiss(Choice(about, self.query_field.value))  # type: ignore[arg-type]

    def action_cursor_up(self) -> None:
        """To the hit above, from the field too."""
        self.hits.action_cursor_up()

    def action_cursor_down(self) -> None:
        """To the hit below, from the field too."""
        self.hits.action_cursor_down()

    def action_page_up(self) -> None:
        """A page of hits up."""
        self.hits.action_page_up()

    def action_page_down(self) -> None:
        """A page of hits down."""
        self.hits.action_page_down()

    def action_order(self) -> None:
        """By date, or by relevance."""
        self._order = "score" if self._order == "date" else "date"
        self._ask()

    def action_complete(self) -> None:
        """Take the completion that is offered."""
        suggestion = self._suggestion
        if suggestion:
            query = self.query_field.value
            done = query[: suggestion.at.start] + suggestion.text
            self._set_query(done + query[suggestion.at.end :], len(done))

    def action_past_search(self) -> None:
        """Put an earlier query into the field; again for one before."""
        if self._past:
            here = self.query_field.value
            place = self._past.index(here) + 1 if here in self._past else 0
            self._set_query(self._past[place % len(self._past)])

    def _set_query(self, query: str, cursor: int | None = None) -> None:
        self.query_field.value = query
        self.query_field.cursor_position = len(query) if cursor is None else cursor

    def _ask(self) -> None:
        query, cursor, order = self.query_field.value, self.query_field.cursor_position, self._order
        if not query.strip():
            self.workers.cancel_group(self, "search")
            self._suggestion = None
            self.hits.show(query_rows(self.words, self._library.config.searches, self._past), empty="")
            self._note(self.words("screen.search.hint"), None)
            return
        in_thread(
            self,
            "search",
            lambda: Found(
                query,
                self._library.search(query, order=order, limit=self._library.config.search.limit, typing=True),
                self._library.suggest(query, cursor),
            ),
        )

    def _note(self, text: str, suggestion: Suggestion | None) -> None:
        offer = self.words("screen.search.complete", label=suggestion.label) if suggestion else ""
        self.query_one(".note", Static).update(Content(" · ".join(part for part in (text, offer) if part)))
