"""The names of places, firms and bodies that say what place a figure is about, as shipped."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial

from tui.corpus.names import places as provinces
from tui.figures.phrases import Phrases
from tui.statements.tables import phrases_of, read_table, table_of, words_of

HOME = "VN"
WORLD = "thế giới"  # the one name that begins with a small letter
_FILE = "places.toml"
# names that the tables of provinces do not have, with the name to show
_CITIES = {
    "TP.HCM": "TP.HCM",
    "TP HCM": "TP.HCM",
    "TPHCM": "TP.HCM",
    "TP. HCM": "TP.HCM",
    "TP Hồ Chí Minh": "TP.HCM",
    "Thủ đô": "Hà Nội",
}


@dataclass(frozen=True, slots=True)
class Places:
    """The names of places.

    names: countries and provinces, with the code or name to show
    areas: the parts of the country among them
    provinces: the provinces and cities among them
    home: phrases for the whole country
    local: phrases for a place taken as known
    whole: those of them that tell of all of it, and of no partner's side
    mutual: phrases for the country and a partner (`giữa hai nước`)
    that: phrases for the other country spoken of last (`nước này`)
    regional: phrases for the part of the world spoken of
    offices: words that make a place's name an office
    firms: words that begin a firm's name
    zones: phrases for several provinces that plan together
    visits: words of a leader's visit, before the place
    hosts, officers: local bodies, and words before them that speak of people instead
    national: those of the local bodies that the country has, too
    meetings: words for occasions at which people meet
    openings: the words that a name of a place or firm can begin with
    """

    names: Phrases[str]
    areas: frozenset[str]
    provinces: frozenset[str]
    home: Phrases[str]
    local: Phrases[bool]
    whole: Phrases[bool]
    mutual: Phrases[bool]
    that: Phrases[bool]
    regional: Phrases[bool]
    offices: Phrases[bool]
    firms: Phrases[bool]
    zones: Phrases[bool]
    visits: Phrases[bool]
    hosts: Phrases[bool]
    national: Phrases[bool]
    officers: Phrases[bool]
    meetings: Phrases[bool]
    openings: frozenset[str]


@lru_cache(maxsize=1)
def load_places() -> Places:
    """The places as shipped; `LexiconError` names the key that is wrong."""
    file = read_table(_FILE)
    phrases = partial(phrases_of, file, where=_FILE)
    countries = table_of(file, "countries", _FILE)
    entries = [(name, code) for code in countries for name in words_of(countries, code, _FILE)]
    areas = table_of(file, "areas", _FILE)
    entries += [(name, area) for area in areas for name in words_of(areas, area, _FILE)]
    entries += [(name, name) for name in dict.fromkeys(provinces().values())]
    entries += _CITIES.items()
    entries += [(word, "") for word in words_of(table_of(file, "compounds", _FILE), "words", _FILE)]
    entries += [(name, name) for name in words_of(table_of(file, "firms", _FILE), "names", _FILE)]
    names, firm_words = Phrases(entries), phrases("firms")
    return Places(
        areas=frozenset(areas),
        provinces=frozenset({*provinces().values(), *_CITIES.values()}),
        names=names,
        home=Phrases((word, HOME) for word in words_of(table_of(file, "home", _FILE), "words", _FILE)),
        whole=phrases("whole"),
        mutual=phrases("mutual"),
        that=phrases("that"),
        regional=phrases("regional"),
        local=phrases("local"),
        offices=phrases("offices"),
        firms=firm_words,
        zones=phrases("zones"),
        visits=phrases("visits"),
        hosts=phrases("hosts"),
        national=phrases("hosts", name="national"),
        officers=phrases("hosts", name="officers"),
        meetings=phrases("meetings"),
        openings=names.openings | firm_words.openings,
    )
