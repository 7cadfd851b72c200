"""The class `Library`: what is known of the corpus, kept up to date and corrected by the user."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext, suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, Self

from tui.catalogue import Catalogue, MeetingRow, Totals, place_for
from tui.errors import DamagedCatalogueError
from tui.library.cancelling import Cancelled
from tui.library.comparing import Comparisons
from tui.library.corrected import CorrectedView
from tui.library.editing import correction_of, unknown_meeting
from tui.library.finding import find
from tui.library.index import Index, completions
from tui.library.pipeline import REAL, Pipeline
from tui.library.updating import Updater
from tui.library.written import Written
from tui.notes import NotesFile, notes_path
from tui.words import load_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from types import TracebackType

    from tui.config import Config
    from tui.exports import Sources
    from tui.ledger.model import Ledger, MeetingLedger
    from tui.model import Article, Commitment, Problem, Progress, RefreshReport, Span, Statement
    from tui.notes.model import Correction
    from tui.search import SearchResult, Suggestion
    from tui.statements import Lexicon

NO_PROBLEMS: tuple[Problem, ...] = ()
NO_CORRECTIONS: tuple[Correction, ...] = ()


class Library(Written):
    """Articles, meetings, ledger, search and corrections of one set of files.

    config: the settings
    roots: the files and folders it reads
    catalogue: what was extracted
    notes: what the user wrote
    """

    def __init__(self, config: Config, paths: Sequence[Path] = (), pipeline: Pipeline = REAL) -> None:
        self.config = config
        self.roots = tuple(paths) or config.corpus.paths
        self.catalogue = Catalogue(place_for(self.roots, config.cache.directory))
        self.notes = NotesFile(notes_path(self.roots, config.notes.directory))
        self._pipeline = pipeline
        self._view = CorrectedView(self.catalogue, self.notes)
        self._updater = Updater(self.catalogue, pipeline, self.roots, config)
        self._comparisons = Comparisons(self._view, pipeline, config)
        self._index = Index(self._view, lambda: pipeline.open_engine(self.catalogue.place.index, config))
        self._shown = ""

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Nothing; files are let go of."""
        self._index.close()

    # What was found at the last refresh; nothing before the first one.

    @contextmanager
    def reading(self) -> Iterator[None]:
        """A stretch in which this thread asks for much: all of it is read over one connection."""
        with self.catalogue.reading() if self.catalogue.exists() else nullcontext():
            yield

    def cached(self) -> bool:
        """Whether there is anything to show without reading a file."""
        return self.totals().articles > 0

    def totals(self) -> Totals:
        """How many meetings, articles and figures there are."""
        return self._updater.read(self.catalogue.totals, Totals(0, 0, 0))

    def meetings(self) -> tuple[MeetingRow, ...]:
        """All meetings, newest first, those without a date last."""
        with self.reading():
            self._shown = self._updater.read(self.catalogue.edition, "")
            return self._comparisons.rows(self._updater.read(self._view.meetings, ()))

    def changed(self) -> bool:
        """Whether a refresh has changed anything since `meetings` was last asked for, in any process."""
        return self._updater.read(self.catalogue.edition, "") != self._shown

    def problems(self) -> tuple[Problem, ...]:
        """What could not be used, and what the user should know: files, notes, catalogue, index."""
        files, notes = (
            self._updater.read(read, NO_PROBLEMS) for read in (self.catalogue.problems, self._view.problems)
        )
        return (*files, *notes, *self.notices())

    def notices(self) -> tuple[Problem, ...]:
        """Those of the problems that cost the user nothing: what was made anew, an index without a disk."""
        return (*self._updater.notices, *self._index.problems())

    def article(self, article: str) -> Article:
        """The article with this id; a `CorpusError` if there is none."""
        with self._updater.watching():
            return self._view.article(article)

    def statements(self, article: str) -> tuple[Statement, ...]:
        """The statements of an article, corrected, in the order of the text; a `CorpusError` for an unknown id."""
        with self._updater.watching():
            return self._view.extraction(article).statements

    def commitments(self, article: str) -> tuple[Commitment, ...]:
        """The commitments of an article, in the order of the text; a `CorpusError` for an unknown id."""
        with self._updater.watching():
            return self._view.extraction(article).commitments

    def lexicon(self) -> Lexicon:
        """The indicators, with the user's own."""
        return self._pipeline.lexicon(self.config.lexicon.extra)

    # Bringing it up to date.

    def refresh(
        self,
        progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        jobs: int | None = None,
        *,
        full: bool = True,
    ) -> RefreshReport:
        """What was done to bring the catalogue, and with `full` also ledger and index, up to the files.

        A cancelled refresh leaves everything as it was and counts nothing as changed.
        """
        jobs = self.config.corpus.jobs if jobs is None else jobs
        report = self._updater.refresh(progress, cancelled, jobs)
        if full and not cancelled():
            try:
                self._follow(progress, cancelled, jobs)
            except DamagedCatalogueError:
                report = self._updater.refresh(progress, cancelled, jobs)
                self._follow(progress, cancelled, jobs)
        return replace(report, problems=self.problems())

    def _follow(self, progress: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int) -> None:
        """Nothing; ledger and index are of what the catalogue holds, or as they were if it was called off."""

        def step(done: Progress) -> None:
            if cancelled():
                raise Cancelled
            progress(done)

        with self._updater.watching(), suppress(Cancelled):
            if not self._comparisons.tallied():
                self._comparisons.ledger(step)
            self._index.refresh(progress, cancelled, jobs)

    # Comparing and searching.

    def ledger(self) -> Ledger:
        """Targets against results over all meetings, kept until something changes; empty before the first refresh."""
        from tui.ledger.model import Ledger

        return self._updater.read(self._comparisons.ledger, Ledger())

    def tallied(self) -> bool:
        """Whether `meetings` has the ledger's counts and statuses without building it."""
        return self._updater.read(self._comparisons.tallied, nothing=False)

    def panel(self, meeting: str) -> MeetingLedger:
        """What the ledger says of one meeting; a `CorpusError` for an unknown id."""
        with self._updater.watching(), self.reading():
            found = self.ledger().of(meeting)
        if found is None:
            raise unknown_meeting(meeting, [row.meeting.id for row in self.meetings()])
        return found

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        order: Literal["score", "date"] = "score",
        cursor: str = "",
        typing: bool = False,
    ) -> SearchResult:
        """The best articles for `query`; with `typing` its last word is also the beginning of longer ones."""
        from tui.search.parsing import parse_query

        parsed = parse_query(query, typing=typing)
        return self._index.searching().search(parsed, order=order, limit=limit, cursor=cursor)

    find = staticmethod(find)

    def more_like(self, article: str, at: Span | None = None, limit: int = 10) -> SearchResult:
        """Articles that share rare words with the passage `at` of an article, or with all of it."""
        text = self._view.article(article).text if at is None else self._view.passage(article, at)
        return self._index.searching().more_like(text, exclude=[article], limit=limit)

    def suggest(self, query: str, cursor: int) -> tuple[Suggestion, ...]:
        """Completions for the word of `query` before `cursor`."""
        from tui.search import suggest

        return tuple(suggest(query, cursor, completions(self.meetings(), self.lexicon())))

    def export(self, meetings: Sequence[str], format_: str, *, series: str = "") -> str | bytes:
        """These meetings (ids), the series of an indicator, or without either everything; bytes for xlsx.

        `format_` is one of `tui.exports.FORMATS`. A `CorpusError` for an unknown meeting.
        """
        from tui.exports import Scope, export

        for meeting in meetings:
            self.panel(meeting)
        words, scope = load_words(self.config.ui.language), Scope(tuple(meetings), series)
        return export(format_, self.ledger(), scope, self.sources(), words=words, lexicon=self.lexicon())

    def sources(self) -> Sources:
        """The way from a mention in the ledger back to file, place and words."""
        from tui.exports import Sources

        cards = {card.id: card for row in self.meetings() for card in row.meeting.articles}
        return Sources(cards, self._view.passage)

    def correct(self, statement: Statement, **changes: Any) -> None:
        """Nothing; `statement` reads as in `changes` from now on; see `tui.notes.model.CHANGES`."""
        self.notes.correct(correction_of(statement, changes, self._view, self.lexicon()))

    def orphans(self) -> tuple[Correction, ...]:
        """Corrections whose figure is not in the corpus any more."""
        return self._updater.read(self._view.orphans, NO_CORRECTIONS)
