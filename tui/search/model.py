"""The nouns of search and the protocol every engine keeps."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from types import TracebackType

    from tui.model import Article, Problem, Role, Span, Statement
    from tui.search.nodes import Query

Order = Literal["score", "date"]
Facet = Literal["meeting", "outlet", "place", "year", "indicator", "role", "unit", "speaker"]


class Said(NamedTuple):
    """What search keeps of one statement.

    indicator, role, unit, period, speaker: as in `Statement` and its figure
    low, high: as in `Figure`: magnitudes as printed
    """

    indicator: str
    role: Role | str
    unit: str
    low: float
    high: float
    period: str
    speaker: str

    @classmethod
    def of(cls, statement: Statement) -> Said:
        """What search keeps of `statement`."""
        figure = statement.figure
        return cls(
            statement.indicator,
            statement.role,
            figure.unit,
            figure.low,
            figure.high,
            statement.period,
            statement.speaker,
        )


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it is indexed.

    article: its id, unique in the index
    meeting: id of its meeting
    date: day of the meeting, if known
    outlet, place, title, text: as in `Article`
    said: its statements
    """

    article: str
    meeting: str
    date: dt.date | None
    outlet: str
    place: str
    title: str
    text: str
    said: tuple[Said, ...] = ()

    @classmethod
    def of(cls, article: Article, meeting: str, day: dt.date | None, statements: Iterable[Statement] = ()) -> Document:
        """`article` of the meeting with id `meeting` on `day`, with its `statements`."""
        said = tuple(Said.of(statement) for statement in statements)
        return cls(article.id, meeting, day, article.outlet, article.place, article.title, article.text, said)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something of a query that was not understood or not done as written; the rest was searched.

    code: key of the sentence in the `search_notice` table of the words catalogue
    at: the place in the query
    params: what fills the sentence's placeholders
    """

    code: str
    at: Span
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage of an article that shows why it was found.

    text: the passage, one line
    start, end: its place in `Article.text`
    matches: what matched, as places in `Article.text`, within the passage
    """

    text: str
    start: int
    end: int
    matches: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found.

    article, meeting, date, outlet, title: as in `Document`
    score: comparable within one result only; 0 for a query without words
    snippets: best passages in the order of the text; the article's start where only its fields matched
    count: places in the text that match
    """

    article: str
    meeting: str
    date: dt.date | None
    outlet: str
    title: str
    score: float
    snippets: tuple[Snippet, ...]
    count: int


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query.

    total: articles that match, not only those listed
    hits: the asked page of them
    notices: what of the query was not understood
    did_you_mean: the query with words of the corpus in place of unknown ones; empty unless nothing was found
    cursor: hand it back for the next page; empty on the last one
    seconds: how long it took
    """

    total: int
    hits: tuple[Hit, ...]
    notices: tuple[Notice, ...] = ()
    did_you_mean: str = ""
    cursor: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A completion of what is being typed.

    text: what to put in place of the query's characters from `at.start` to `at.end`
    at: what it replaces
    label: what to show
    """

    text: str
    at: Span
    label: str


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an engine can do.

    name: of the engine
    persistent: what is committed is there at the next start
    processes: it builds faster with `jobs` above 1
    """

    name: str
    persistent: bool
    processes: bool


@dataclass(frozen=True, slots=True)
class Health:
    """How an index is.

    articles: how many it holds
    generation: counts commits
    stamp: what the last commit was marked with, to tie it to other stores; empty for a new or rebuilt index
    bytes: its size on disk; 0 in memory
    segments: its parts
    sound: no damage was found
    """

    articles: int
    generation: int
    stamp: str
    bytes: int
    segments: int
    sound: bool


class Engine(Protocol):
    """A full-text index.

    One thread or process writes at a time; any number search. Nothing written is found before `commit`.
    All methods raise `SearchIndexError` where the index cannot be used; after any error while writing, all that was
    not committed is forgotten.
    """

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the user should know of how it was opened: rebuilt, or kept in memory only."""

    @property
    def stamp(self) -> str:
        """What the last commit was marked with; empty for a new or rebuilt index, which must be filled."""

    def upsert(self, batch: Iterable[Document], jobs: int = 1) -> int:
        """Add articles or replace those with the same id, the last of several winning; how many were taken."""

    def delete(self, ids: Iterable[str]) -> int:
        """Take articles out; how many there were."""

    def commit(self, stamp: str = "") -> int:
        """Make what was written since the last commit permanent and found; the new generation."""

    def rollback(self) -> None:
        """Forget what was written since the last commit."""

    def rebuild(self, documents: Iterable[Document], stamp: str = "", jobs: int = 1) -> int:
        """Make the index anew from `documents`, and commit; how many there are."""

    def search(self, query: Query, *, order: Order = "score", limit: int = 50, cursor: str = "") -> SearchResult:
        """The best `limit` hits after `cursor`, the ranking exhaustive."""

    def count(self, query: Query) -> int:
        """How many articles match."""

    def facets(self, query: Query, by: Facet, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """The commonest values of `by` in the articles that match, with how many have each."""

    def fetch(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """The articles as they were given, in the order of `ids`, without those that are not there."""

    def more_like(self, text: str, exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that share the rare words of `text`, without those in `exclude`."""

    def related(self, terms: Sequence[str], exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that hold any of `terms` (words or phrases, folded or not), rare and many first."""

    def stale(self) -> bool:
        """Whether another process has committed since this one looked; cheap. The next search sees it."""

    def health(self, *, deep: bool = False) -> Health:
        """How it is; `deep` reads and checks every byte."""

    def close(self) -> None:
        """Let go of files and the lock; what was not committed is forgotten."""

    def __enter__(self) -> Self:
        """The engine itself."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
