"""The sector of the economy that a report is about as a whole, and what it makes of the indicators it names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.figures.phrases import Phrases
from tui.figures.tokens import tokenise
from tui.statements.lexicon import OTHER
from tui.statements.subjects.clauses import means
from tui.statements.tables import read_table, tables_of, text_of, words_of

if TYPE_CHECKING:
    from tui.model import Article
    from tui.statements.at import At
    from tui.statements.subjects import Subject

_FILE = "sectors.toml"
_GROWTH = "gdp"
_OPENING_SENTENCES = 2
_SECTOR, _GOODS = "ngành", frozenset({"hàng", "nghề"})  # `ngành hàng` is a kind of goods


@dataclass(frozen=True, slots=True)
class Sector:
    """A sector of the economy.

    name: as shown
    growth: the indicator that its growth is; empty where the lexicon knows none
    narrowed: the indicators that a report on it tells of itself
    own: phrases that name its growth in such a report (`GDP toàn ngành`)
    """

    name: str
    growth: str
    narrowed: frozenset[str]
    own: Phrases[bool]


@dataclass(frozen=True, slots=True)
class Sectors:
    """The sectors of sectors.toml.

    words: what makes a report a sector's
    country: what tells of the whole country in it
    """

    words: Phrases[Sector]
    country: Phrases[bool]


@lru_cache(maxsize=1)
def load_sectors() -> Sectors:
    """The sectors as shipped; `LexiconError` names the key that is wrong."""
    file = read_table(_FILE)
    common = words_of(file, "narrowed", _FILE)
    entries = []
    for table in tables_of(file, "sector", _FILE):
        name = text_of(table, "name", _FILE)
        narrowed = words_of(table, "narrowed", f"{_FILE}: {name}") if "narrowed" in table else common
        own = words_of(table, "own", f"{_FILE}: {name}") if "own" in table else ()
        growth = text_of(table, "growth", _FILE) if "growth" in table else ""
        sector = Sector(name, growth, frozenset(narrowed), Phrases((word, True) for word in own))
        entries += [(word, sector) for word in words_of(table, "words", f"{_FILE}: {name}")]
    return Sectors(Phrases(entries), Phrases((word, True) for word in words_of(file, "country", _FILE)))


def sector_of(article: Article, sectors: Sectors) -> Sector | None:
    """The sector that the title and the first sentence of a report tell of; None where they tell of none."""
    for sentence in article.sentences[:_OPENING_SENTENCES]:
        tokens = tokenise(article.text[sentence.at.start : sentence.at.end])
        found = next(iter(sectors.words.all(tokens)), None)
        if found:
            return found.value
    return None


def in_sector(at: At, subject: Subject, sector: Sector) -> Subject:
    """What is measured, told in a report on a sector: its own trade and growth, unless the country is named."""
    if _whole_country(at):
        return subject
    if (
        subject.indicator == _GROWTH
        and (subject.weak or _of_it(at) or at.slot.figure.unit == "%")
        and "exports" in sector.narrowed
    ):
        growth = sector.growth or OTHER
        return replace(subject, indicator=growth, series=sector.growth or f"{_GROWTH} {sector.name}")
    if subject.indicator == OTHER and sector.growth and (_names_own(at, sector) or (_of_it(at) and _grows(at))):
        return replace(subject, indicator=sector.growth, series=sector.growth)
    if subject.indicator in sector.narrowed:
        return replace(subject, indicator=OTHER, series=f"{subject.indicator} {sector.name}")
    return subject


def _of_it(at: At) -> bool:
    """`Thủ tướng giao ngành tăng trưởng 3%`, `toàn ngành phấn đấu`: the report's own sector, not named again."""
    words = at.words[: at.slot.first]
    own = [index for index, word in enumerate(words) if word == _SECTOR and at.tokens.word(index + 1) not in _GOODS]
    return at.slot.figure.unit == "%" and any(not means(at, index + 1) for index in own)


def _grows(at: At) -> bool:
    """Whether the clauses before the figure speak of growth."""
    own = (index for first, end in at.segments_before() for index in range(first, end))
    return any(" ".join(at.words[index : index + 2]) in at.grammar.growth_names for index in own)


def _names_own(at: At, sector: Sector) -> bool:
    first, end = at.own_clause()
    return next(iter(sector.own.all(at.tokens, first, end)), None) is not None


def _whole_country(at: At) -> bool:
    ranges = [*at.segments_before(), at.segment_after()]
    return any(True for first, end in ranges for _ in at.knows.sectors.country.all(at.tokens, first, end))
