"""The place a figure is about: the whole country unless its clause names another place or one firm."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tui.corpus.names import places as provinces
from tui.figures.phrases import Phrases
from tui.model import Article
from tui.statements.reading import Reading, read_sentence
from tui.statements.subjects import Subject
from tui.statements.tables import read_table, table_of, words_of

HOME = "VN"
_FILE = "places.toml"
_FIRM_WORDS = 4
_LOCATING = frozenset({"tại", "ở", "riêng", "trên"})
_OPENING_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Places:
    """The names of places.

    names: countries and provinces, with the code or name to show
    home: phrases for the whole country
    local: phrases for a place taken as known
    offices: words that make a place's name an office
    firms: words that begin a firm's name
    hosts, officers: local bodies, and words before them that speak of people instead
    """

    names: Phrases[str]
    home: Phrases[str]
    local: Phrases[bool]
    offices: Phrases[bool]
    firms: Phrases[bool]
    hosts: Phrases[bool]
    officers: Phrases[bool]


@lru_cache(maxsize=1)
def load_places() -> Places:
    """The places as shipped; `LexiconError` names the key that is wrong."""
    file = read_table(_FILE)
    countries = table_of(file, "countries", _FILE)
    entries = [(name, code) for code in countries for name in words_of(countries, code, _FILE)]
    entries += [(name, name) for name in dict.fromkeys(provinces().values())]
    entries += [
        ("TP.HCM", "TP.HCM"),
        ("TP HCM", "TP.HCM"),
        ("TPHCM", "TP.HCM"),
        ("TP. HCM", "TP.HCM"),
        ("TP Hồ Chí Minh", "TP.HCM"),
        ("Thủ đô", "Hà Nội"),
    ]
    firms, hosts = table_of(file, "firms", _FILE), table_of(file, "hosts", _FILE)
    entries += [(name, name) for name in words_of(firms, "names", _FILE)]
    return Places(
        names=Phrases(entries),
        home=Phrases((word, HOME) for word in words_of(table_of(file, "home", _FILE), "words", _FILE)),
        local=Phrases((word, True) for word in words_of(table_of(file, "local", _FILE), "words", _FILE)),
        offices=Phrases((word, True) for word in words_of(table_of(file, "offices", _FILE), "words", _FILE)),
        firms=Phrases((word, True) for word in words_of(firms, "words", _FILE)),
        hosts=Phrases((word, True) for word in words_of(hosts, "words", _FILE)),
        officers=Phrases((word, True) for word in words_of(hosts, "officers", _FILE)),
    )


def place_of(reading: Reading, index: int, subject: Subject, places: Places) -> str:
    """The place named in the clauses from the subject to the figure; empty if none is."""
    slot = reading.slots[index]
    first = min([subject.first, *(start for start, _ in _own_segments(reading, index, subject))])
    if index == 0 and reading.tokens.word(0) in _LOCATING:
        first = 0
    found: list[str] = []
    for at in range(first, slot.first):
        name = _name_at(reading, at, places)
        if name and name not in found:
            found.append(name)
    if not found:
        first, end = reading.segment_after(index)
        for at in range(first, min(end, first + _FIRM_WORDS)):
            name = _name_at(reading, at, places)
            if name and reading.tokens.word(at - 1) in {"ở", "tại", "của"}:
                found.append(name)
    return ",".join(sorted(found)) if len(found) < _FIRM_WORDS else ",".join(found[:3])


def _own_segments(reading: Reading, index: int, subject: Subject) -> list[tuple[int, int]]:
    own = []
    for first, end in reading.segments_before(index):
        own.append((first, end))
        if first <= subject.first:
            break
    return own


def _name_at(reading: Reading, at: int, places: Places) -> str:
    tokens = reading.tokens
    found = places.names.at(tokens, at)
    if found and (tokens.printed(at)[:1].isupper() or found.value in {"thế giới"}):
        return "" if _office(reading, at, places) else found.value
    firm = places.firms.at(tokens, at)
    if firm and tokens.printed(firm.end)[:1].isupper() and tokens.kind(firm.end) == "word":
        end = firm.end
        while end < firm.end + _FIRM_WORDS and tokens.printed(end)[:1].isupper():
            end += 1
        return tokens.text[tokens.starts[at] : tokens.ends[end - 1]]
    return ""


def _office(reading: Reading, at: int, places: Places) -> bool:
    """Whether the name belongs to an office (`UBND TP Hà Nội`, `đại sứ Mỹ`)."""
    start = at
    while reading.tokens.word(start - 1) in {"tp", ".", "tỉnh", "thành", "phố", "nước"}:
        start -= 1
    return places.offices.before(reading.tokens, start) is not None


def local_phrase(reading: Reading, index: int, places: Places) -> bool:
    """Whether the figure's clauses speak of the report's own province (`của tỉnh`, `toàn thành phố`)."""
    return _says(reading, index, places.local)


def home_phrase(reading: Reading, index: int, places: Places) -> bool:
    """Whether the figure's clauses speak of the whole country, and not of a firm's branch in it."""
    for first, end in reading.segments_before(index):
        for found in places.home.all(reading.tokens, first, end):
            if not reading.tokens.printed(found.first - 1)[:1].isupper():
                return True
    return False


def _says(reading: Reading, index: int, phrases: Phrases[bool]) -> bool:
    return any(
        next(iter(phrases.all(reading.tokens, first, end)), None) is not None
        for first, end in reading.segments_before(index)
    )


def home_of(article: Article, places: Places) -> str:
    """The place a report is about as a whole: where a local body holds its own meeting; else the country."""
    for sentence in article.sentences[:_OPENING_SENTENCES]:
        reading = read_sentence(article.text, sentence.at, ())
        for host in places.hosts.all(reading.tokens):
            at = host.end
            while reading.tokens.word(at) in {"tỉnh", "thành", "phố", "tp", "."}:
                at += 1
            name = places.names.at(reading.tokens, at)
            led = places.officers.before(reading.tokens, host.first)
            if name and not led and reading.tokens.printed(at)[:1].isupper():
                return name.value
    return HOME
