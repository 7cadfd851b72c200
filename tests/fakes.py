"""A tiny pipeline for tests of the library: percentages are figures, `mục tiêu` before one makes it a target."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from tui.corpus import scan
from tui.ledger.model import Ledger, MeetingLedger
from tui.library import Pipeline
from tui.model import Article, Card, Dating, Extraction, Figure, Meeting, Progress, Span, Statement
from tui.period import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tui.config import Config
    from tui.library.ledgers import LedgerInput
    from tui.search import Document


def extract(article: Article, _extra: Path | None) -> Extraction:
    """The extraction of an article whose first line is its day, such as 2025-07-22."""
    day = parse(article.text.split("\n", 1)[0])
    dating = Dating(day.start if day else None, "stated" if day else "unknown", "")
    card = Card(article.id, article.file, article.title, "Báo", "", "", article.digest, dating, frozenset({"a", "b"}))
    if "nổ" in article.text:
        raise ZeroDivisionError("boom")
    return Extraction(card, tuple(_statements(article)), ())


def _statements(article: Article) -> Iterable[Statement]:
    for sentence in article.sentences:
        words = article.text[sentence.at.start : sentence.at.end]
        for found in re.finditer(r"(\d+)(?:,(\d+))? ?%", words):
            at = Span(sentence.at.start + found.start(), sentence.at.start + found.end())
            value = float(f"{found[1]}.{found[2] or 0}")
            figure = Figure(article.id, at, article.source(at), found[0], "exact", value, value, None, "%")
            role: Any = "target" if "mục tiêu" in words[: found.start()] else "result"
            yield Statement(figure, sentence.at, "growth", "gdp", "2025", "stated", "VN", role, "", "", "fake", 0.9)


def passages(_article: Article) -> tuple[Any, ...]:
    """Nothing is told of commitments."""
    return ()


def group(cards: Sequence[Card]) -> tuple[Meeting, ...]:
    """One meeting a day, oldest first, and one for each article without a day."""
    days = sorted({card.dating.date for card in cards if card.dating.date})
    dated = [[card for card in cards if card.dating.date == day] for day in days]
    undated = [[card] for card in cards if card.dating.date is None]
    return tuple(
        Meeting(str(each[0].dating.date or f"undated-{each[0].id}"), each[0].id, each[0].dating, tuple(each))
        for each in (*dated, *undated)
    )


@dataclass
class Lexicon:
    """Knows one indicator."""

    indicators: tuple[Any, ...] = (SimpleNamespace(id="gdp"),)

    def indicator(self, name: str) -> Any:
        """The indicator `gdp`."""
        return next((each for each in self.indicators if each.id == name), None)


@dataclass
class Engine:
    """An index in a JSON file that finds whole words."""

    file: Path
    problems: tuple[Any, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    stamp: str = ""
    written: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.file.exists():
            self.stamp, self.texts = json.loads(self.file.read_text())

    def upsert(self, batch: Iterable[Document], _jobs: int = 1) -> int:
        """Take articles."""
        new = {each.article: f"{each.text} {each.meeting} {[said.role for said in each.said]}" for each in batch}
        self.written += new
        self.texts.update(new)
        return len(new)

    def delete(self, ids: Iterable[str]) -> int:
        """Forget articles."""
        return sum(self.texts.pop(each, None) is not None for each in ids)

    def commit(self, stamp: str = "") -> int:
        """Keep everything."""
        self.stamp = stamp
        self.file.write_text(json.dumps([self.stamp, self.texts]))
        return 1

    def rollback(self) -> None:
        """Read again what was kept."""
        self.__post_init__()

    def rebuild(self, documents: Iterable[Document], stamp: str = "", jobs: int = 1) -> int:
        """Start anew."""
        self.texts.clear()
        self.upsert(documents, jobs)
        return self.commit(stamp)

    def search(self, query: Any, **_options: Any) -> list[str]:
        """Ids of the articles that hold the query's text."""
        return [id_ for id_, text in self.texts.items() if query.text in text]

    def close(self) -> None:
        """Nothing to let go of."""


def open_engine(directory: Path, _config: Config) -> Any:
    """The index in `directory`."""
    return Engine(directory.with_suffix(".json"))


def ledger(given: LedgerInput) -> Ledger:
    """A ledger of meetings with nothing in them."""
    for done, each in enumerate(given.extractions.values()):
        given.tell(Progress(done, len(given.extractions), f"{len(each.statements)}"))
    return Ledger(tuple(MeetingLedger(meeting) for meeting in given.meetings))


def stamp(extra: Path | None) -> str:
    """The same for every run of one lexicon."""
    return str(extra)


FAKE = Pipeline(scan, extract, passages, group, stamp, lambda _: Lexicon(), open_engine, lambda *_: ledger)
