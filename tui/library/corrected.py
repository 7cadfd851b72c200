"""What was extracted, with the user's corrections made."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.errors import CorpusError, NotesError, Sayable, sentence_of, without_place
from tui.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.catalogue import Catalogue, MeetingRow
    from tui.model import Article, Extraction, Problem, Span, Statement
    from tui.notes import NotesFile
    from tui.notes.model import Correction

_ARTICLES_KEPT = 64
_TEXTS_KEPT = 512


class CorrectedView:
    """Reads articles and extractions of a catalogue, corrected by a file of notes.

    catalogue: where they are stored
    file: the notes, read again when the file has changed
    """

    def __init__(self, catalogue: Catalogue, file: NotesFile) -> None:
        self.catalogue = catalogue
        self.file = file
        self._notes_of = lru_cache(1)(self._read_notes)
        self._parsed = lru_cache(_ARTICLES_KEPT)(self._parse)
        self._meetings = lru_cache(1)(lambda _edition, _tallied: self.catalogue.meetings())
        self._extracted = lru_cache(1)(self._extract)
        self._texts = lru_cache(_TEXTS_KEPT)(self._text)

    def version(self) -> tuple[object, ...]:
        """Differs whenever an answer may differ."""
        return self.catalogue.edition(), self.file.version()

    def meetings(self) -> tuple[MeetingRow, ...]:
        """As in the catalogue, read again when that has changed."""
        return self._meetings(self.catalogue.edition(), self.catalogue.tallied())

    def notes(self) -> Notes:
        """What the user wrote; nothing where the file cannot be read, see `problems`."""
        return self._notes_of(self.file.version())[0]

    def _read_notes(self, _version: tuple[int, int]) -> tuple[Notes, tuple[Problem, ...]]:
        try:
            return self.file.read(), ()
        except NotesError as error:
            from tui.model import Problem

            place = str(self.file.path)
            return Notes(), (Problem(place, without_place(sentence_of(error), place)),)

    def problems(self) -> tuple[Problem, ...]:
        """A file of notes that cannot be read, and corrections whose figure is not in the corpus any more."""
        from tui.model import Problem

        template = "The correction of «{text}» in {article} has lost its figure."
        lost = [
            Problem(str(self.file.path), Sayable("orphan", template, text=each.text, article=each.article))
            for each in self.orphans()
        ]
        return (*self._notes_of(self.file.version())[1], *lost)

    def article(self, article: str) -> Article:
        """The article as it was when it was last read; a `CorpusError` for an unknown id."""
        return self._parsed(article, self.catalogue.generation())

    def _parse(self, article: str, _generation: int) -> Article:
        found = self.catalogue.article(article)
        if found is None:
            raise _gone(article)
        return found

    def passage(self, article: str, at: Span) -> str:
        """The words of an article at a span of its text; empty for an unknown article."""
        return self._texts(article, self.catalogue.generation())[at.start : at.end]

    def _text(self, article: str, _generation: int) -> str:
        return self.catalogue.text(article) or ""

    def extraction(self, article: str) -> Extraction:
        """What the article holds; a `CorpusError` for an unknown id."""
        return self._extracted(article, self.version())

    def _extract(self, article: str, _version: tuple[object, ...]) -> Extraction:
        found = self.catalogue.extraction(article)
        if found is None:
            raise _gone(article)
        return self.corrected(found)

    def extractions(self) -> Iterator[Extraction]:
        """What every article holds, in the order of the corpus."""
        return map(self.corrected, self.catalogue.extractions())

    def corrected(self, found: Extraction) -> Extraction:
        """`found` with the user's corrections; the very same where there are none."""
        statements = self._correct(found.card.id, found.statements)
        return found if statements is found.statements else replace(found, statements=statements)

    def statements(self, article: str) -> tuple[Statement, ...]:
        """The statements of an article, corrected; none for an unknown id."""
        from tui.model import Statement

        return self._correct(article, self.catalogue.facts(Statement, article))

    def _correct(self, article: str, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        corrections = self.notes().of(article)
        if not corrections:
            return statements
        from tui.notes.applying import apply_corrections

        text = self._texts(article, self.catalogue.generation())
        return apply_corrections(statements, text, corrections).statements

    def orphans(self) -> tuple[Correction, ...]:
        """Corrections whose figure is not in the corpus any more, in the order of the file."""
        lost: list[Correction] = []
        if not self.notes().corrections:
            return ()
        from tui.notes.applying import apply_corrections

        for article in dict.fromkeys(each.article for each in self.notes().corrections):
            corrections = self.notes().of(article)
            found = self.catalogue.extraction(article)
            if found is None:
                lost += corrections
            else:
                text = self._texts(article, self.catalogue.generation())
                lost += apply_corrections(found.statements, text, corrections).orphans
        return tuple(lost)

    def marks(self) -> dict[str, str]:
        """A short hash of the corrections of each article that has any."""
        from hashlib import sha256

        articles = dict.fromkeys(each.article for each in self.notes().corrections)
        return {article: sha256(repr(self.notes().of(article)).encode()).hexdigest()[:12] for article in articles}


def _gone(article: str) -> CorpusError:
    return CorpusError(Sayable("no_article", "{id}: there is no such article any more; refresh the list.", id=article))
