"""What the figure grammar knows of words: units, qualifiers, numerals and names that hold numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from tui.corpus.data import load
from tui.figures.numerals import Numerals
from tui.figures.phrases import Phrases
from tui.figures.tokens import spell
from tui.model import Bound, Direction

_BOUNDS: tuple[Bound, ...] = ("exact", "about", "almost", "over", "under", "at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    code: what a figure carries
    unless: words right after it that make it another word
    apart: its word is not part of the figure as printed
    """

    code: str
    unless: frozenset[str]
    apart: bool


@dataclass(frozen=True, slots=True)
class FigureLexicon:
    """All word lists of the figure grammar.

    units, signs: after and before the number
    per: units that make a rate of a currency (`đồng/kWh`)
    directions: words that say which way a value moved
    bounds_before, bounds_after, fillers: qualifiers, and words that may stand between them and the number
    ceilings: words that make a length of time a ceiling
    plans: after a percentage, what it exceeds or falls short of (`vượt 4% dự toán`)
    numerals: numbers in words
    labels: nouns that a number names rather than counts (`Điều 49`): True; compounds that do count: False
    function: words that cannot be a counted noun
    nouns: nouns that begin with one of them (`chỉ tiêu`)
    licences: words after which a bare number is a quantity (`lên 17`)
    names_after: words right after a small number that make it part of a name or an age
    """

    units: Phrases[Unit]
    signs: Phrases[Unit]
    per: Mapping[str, str]
    directions: Phrases[Direction]
    bounds_before: Phrases[Bound]
    bounds_after: Phrases[Bound]
    fillers: Phrases[bool]
    ceilings: Phrases[Bound]
    plans: Phrases[bool]
    numerals: Numerals
    labels: Phrases[bool]
    function: frozenset[str]
    nouns: Phrases[bool]
    licences: frozenset[str]
    names_after: Phrases[bool]


def _words(table: Mapping[str, Any], *keys: str) -> list[str]:
    value: Any = table
    for key in keys:
        value = value[key]
    return cast("list[str]", value)


def _bounds(table: Mapping[str, list[str]]) -> list[tuple[str, Bound]]:
    return [
        (word, cast("Bound", key.removesuffix("_sign")))
        for key, words in table.items()
        if key.removesuffix("_sign") in _BOUNDS
        for word in words
    ]


@lru_cache(maxsize=1)
def figure_lexicon() -> FigureLexicon:
    """The word lists as shipped, read once; `LexiconError` names the file that cannot be read."""
    units, bounds, numerals, names = (
        load("tui.figures", f"lexicon/{n}.toml") for n in ("units", "bounds", "numerals", "names")
    )
    after: list[tuple[str, Unit]] = []
    before: list[tuple[str, Unit]] = []
    for entry in units["unit"]:
        unit = Unit(entry["code"], frozenset(map(spell, entry.get("unless", ()))), entry.get("apart", False))
        after += [(word, unit) for word in entry["words"]]
        before += [(word, unit) for word in entry.get("signs", ())]
    return FigureLexicon(
        units=Phrases(after),
        signs=Phrases(before),
        per={spell(word): code for word, code in units["per"].items()},
        directions=Phrases((word, cast("Direction", key)) for key, ws in bounds["directions"].items() for word in ws),
        bounds_before=Phrases(_bounds(bounds["before"])),
        bounds_after=Phrases(_bounds(bounds["after"])),
        fillers=Phrases((word, True) for word in _words(bounds, "fillers", "words")),
        ceilings=Phrases(_bounds(bounds["durations"])),
        plans=Phrases((word, True) for word in _words(bounds, "plans", "words")),
        numerals=_numerals(numerals),
        labels=Phrases(
            [(word, True) for word in _words(names, "labels", "words")]
            + [(word, False) for word in _words(names, "quantities", "words")]
        ),
        function=frozenset(map(spell, _words(names, "function", "words"))),
        nouns=Phrases((word, True) for word in _words(names, "nouns", "words")),
        licences=frozenset(map(spell, _words(names, "licences", "words"))),
        names_after=Phrases((word, True) for word in _words(names, "after", "words")),
    )


def _numerals(table: Mapping[str, Any]) -> Numerals:
    return Numerals(
        digits={spell(word): value for word, value in table["digits"].items()},
        scales={spell(word): value for word, value in table["scales"].items()},
        tens={spell(word): value for word, value in table["tens"].items()},
        vague=frozenset(map(spell, table["vague"]["words"])),
        times={spell(word): value for word, value in table["times"].items()},
    )
