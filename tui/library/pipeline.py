"""The stages from files to facts, bound together in one place; heavy ones are imported when they first run."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from hashlib import _Hash as Hash
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from tui.config import Config
    from tui.corpus import SourceFile
    from tui.ledger.model import Ledger
    from tui.library.ledgers import LedgerInput, Reading
    from tui.model import Article, Card, Extraction, Meeting, Problem
    from tui.search import Engine
    from tui.statements import Lexicon
    from tui.statements.commitments import Passage

_EXTRACTING = ("corpus", "meetings", "figures", "statements")


class Pipeline(NamedTuple):
    """The stages; all are functions of modules, so that other processes can be told to run them.

    scan: finds the files of roots
    extract: an article, with the user's extra lexicon, to what it holds
    passages: an article to the passages that may answer a commitment
    group: cards to meetings, oldest first
    stamp: tells one version of the extractor from another, given the extra lexicon
    lexicon: loads the indicators
    open_engine: opens the full-text index in a folder
    ledgers: what builds ledgers, given the settings and how to read the corpus
    """

    scan: Callable[[Sequence[Path]], tuple[tuple[SourceFile, ...], tuple[Problem, ...]]]
    extract: Callable[[Article, Path | None], Extraction]
    passages: Callable[[Article], tuple[Passage, ...]]
    group: Callable[[Sequence[Card]], tuple[Meeting, ...]]
    stamp: Callable[[Path | None], str]
    lexicon: Callable[[Path | None], Lexicon]
    open_engine: Callable[[Path, Config], Engine]
    ledgers: Callable[[Config, Reading], Callable[[LedgerInput], Ledger]]


def scan(paths: Sequence[Path]) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The files at `paths` and what was wrong there."""
    from tui.corpus import scan as really

    return really(paths)


def extract(article: Article, extra: Path | None) -> Extraction:
    """Everything the article holds; a `LexiconError` for an unusable lexicon."""
    from tui.figures import find_figures
    from tui.meetings import card_of, date_article
    from tui.model import Extraction
    from tui.statements import make_statements
    from tui.statements.commitments import find_commitments

    dating = date_article(article)
    statements = make_statements(article, dating, find_figures(article), lexicon(extra))
    return Extraction(card_of(article, dating), statements, find_commitments(article, dating))


def passages(article: Article) -> tuple[Passage, ...]:
    """The passages of the article that may answer a commitment made earlier."""
    from tui.statements.commitments import find_passages

    return find_passages(article)


def group(cards: Sequence[Card]) -> tuple[Meeting, ...]:
    """The meetings of all articles, oldest first."""
    from tui.meetings import group as really

    return really(cards)


@cache
def lexicon(extra: Path | None) -> Lexicon:
    """The indicators, with the user's own in `extra`."""
    from tui.statements import load_lexicon

    return load_lexicon(extra)


def open_engine(directory: Path, config: Config) -> Engine:
    """The full-text index in `directory`."""
    from tui.search import open_engine as really

    return really(directory, recency=config.search.recency)


def ledgers(config: Config, reading: Reading) -> Callable[[LedgerInput], Ledger]:
    """What builds targets against results over all meetings."""
    from tui.library.ledgers import LedgerMaker

    return LedgerMaker(config, lexicon(config.lexicon.extra), reading, _hashed(("ledger",)).hexdigest())


def stamp(extra: Path | None) -> str:
    """A hash of the extractor's code and data, and of the user's own lexicon."""
    seen = _hashed(_EXTRACTING)
    if extra is not None:
        seen.update(extra.read_bytes())
    return seen.hexdigest()


def _hashed(packages: Sequence[str]) -> Hash:
    """A hash of the code and data of these packages."""
    from hashlib import sha256
    from importlib import resources

    seen = sha256()
    for package in packages:
        for name, data in _sources(resources.files("tui").joinpath(package)):
            seen.update(name.encode() + b"\0" + data)
    return seen


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _sources(item)
        elif item.name.endswith((".py", ".toml")):
            yield item.name, item.read_bytes()


REAL = Pipeline(scan, extract, passages, group, stamp, lexicon, open_engine, ledgers)
