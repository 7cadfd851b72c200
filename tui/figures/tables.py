"""What the figure grammar knows of words: units, qualifiers, numerals and names that hold numbers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from tui.corpus.data import load, strings
from tui.errors import LexiconError
from tui.figures.numerals import Numerals
from tui.figures.phrases import Phrases
from tui.figures.tokens import spell
from tui.figures.wordsets import word_sets

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Bound, Direction

# the keys of bounds.toml; those with `_sign` hold signs instead of words
_BOUNDS: tuple[Bound, ...] = ("exact", "about", "almost", "over", "under", "at_least", "at_most")
_DIRECTIONS: tuple[Direction, ...] = ("up", "down")


_OPENINGS = frozenset({"gấp", "nửa", "một", "mười", "trăm", "("})


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
class Grammar:
    """The short word lists of the rules.

    openers: words beside scales and tens that a number in words may begin with
    steps: from the first number of a change to the second
    joints: between the numbers of a list
    before_dates: before what may be a day, they say that it is one
    reached: before what may be a day, they say that it is a part of a whole
    multiplying: before a number of `lần`, they make it a multiple
    placing: before `một con số`, they make it a size
    comparing: last syllables of the words that compare a value with another
    compared: last syllables of what names the other
    """

    openers: frozenset[str]
    steps: frozenset[str]
    joints: frozenset[str]
    before_dates: frozenset[str]
    reached: frozenset[str]
    multiplying: frozenset[str]
    placing: frozenset[str]
    comparing: frozenset[str]
    compared: frozenset[str]


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
    grammar: the short word lists of the rules
    openings: what a quantity that no digit begins can begin with; most words of a text are none
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
    grammar: Grammar
    openings: frozenset[str]


@dataclass(frozen=True, slots=True)
class _File:
    """A TOML file of the lexicon; what is missing or malformed is a `LexiconError` that names file and key."""

    name: str
    content: Mapping[str, Any]

    def table(self, key: str) -> dict[str, Any]:
        """The table `key`."""
        found = self.content.get(key)
        if not isinstance(found, dict):
            raise LexiconError(f"{self.name}: [{key}] is missing or not a table.")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        """The list `words` of the table `key`."""
        return strings(self.table(key), "words", f"{self.name}: [{key}]")

    def phrases(self, key: str) -> Phrases[bool]:
        """The list `words` of the table `key`, for looking up."""
        return Phrases((word, True) for word in self.words(key))

    def spelled(self, key: str) -> frozenset[str]:
        """The single words of the table `key`, in the spelling of matching."""
        return frozenset(map(spell, self.words(key)))

    def numbers(self, key: str) -> dict[str, float]:
        """The words of the table `key`, each with its value."""
        table = self.table(key)
        for word, value in table.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise LexiconError(f"{self.name}: [{key}] {word!r} must be a number.")
        return {spell(word): value for word, value in table.items()}

    def bounds(self, key: str) -> Phrases[Bound]:
        """The phrases of the table `key`, each with the bound it makes."""
        return Phrases((word, cast("Bound", bound)) for bound, word in self._by_key(key, _BOUNDS))

    def directions(self, key: str) -> Phrases[Direction]:
        """The phrases of the table `key`, each with the way it says a value moved."""
        return Phrases((word, cast("Direction", way)) for way, word in self._by_key(key, _DIRECTIONS))

    def _by_key(self, key: str, allowed: tuple[str, ...]) -> list[tuple[str, str]]:
        table, where = self.table(key), f"{self.name}: [{key}]"
        for name in table:
            if name.removesuffix("_sign") not in allowed:
                raise LexiconError(f"{where}: {name!r} must be one of {', '.join(allowed)}.")
        return [(name.removesuffix("_sign"), word) for name in table for word in strings(table, name, where)]


@lru_cache(maxsize=1)
def figure_lexicon() -> FigureLexicon:
    """The word lists as shipped, read once; `LexiconError` names the file and the key that is wrong."""
    units, bounds, numerals, names = (_file(name) for name in ("units", "bounds", "numerals", "names"))
    after, before = _units(units)
    labels = [(word, True) for word in names.words("labels")] + [(word, False) for word in names.words("quantities")]
    in_words, signs = _numerals(numerals), Phrases(before)
    return FigureLexicon(
        units=Phrases(after),
        signs=signs,
        per={spell(word): code for word, code in units.table("per").items()},
        directions=bounds.directions("directions"),
        bounds_before=bounds.bounds("before"),
        bounds_after=bounds.bounds("after"),
        fillers=bounds.phrases("fillers"),
        ceilings=bounds.bounds("durations"),
        plans=bounds.phrases("plans"),
        numerals=in_words,
        labels=Phrases(labels),
        function=names.spelled("function"),
        nouns=names.phrases("nouns"),
        licences=names.spelled("licences"),
        names_after=names.phrases("after"),
        grammar=word_sets(Grammar, load("tui.figures", "lexicon/grammar.toml"), "grammar.toml"),
        openings=_OPENINGS | in_words.vague | frozenset(in_words.digits) | signs.openings,
    )


def _file(name: str) -> _File:
    return _File(f"{name}.toml", load("tui.figures", f"lexicon/{name}.toml"))


def _units(file: _File) -> tuple[list[tuple[str, Unit]], list[tuple[str, Unit]]]:
    """The units by what is printed after the number, and by what is printed before it."""
    after: list[tuple[str, Unit]] = []
    before: list[tuple[str, Unit]] = []
    entries = file.content.get("unit")
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry.get("code"), str):
            raise LexiconError(f"{file.name}: every [[unit]] needs a code.")
        where = f"{file.name}: {entry['code']}"
        unless = strings(entry, "unless", where) if "unless" in entry else ()
        unit = Unit(entry["code"], frozenset(map(spell, unless)), entry.get("apart") is True)
        after += [(word, unit) for word in strings(entry, "words", where)]
        before += [(word, unit) for word in (strings(entry, "signs", where) if "signs" in entry else ())]
    return after, before


def _numerals(file: _File) -> Numerals:
    return Numerals(
        digits=file.numbers("digits"),
        scales=file.numbers("scales"),
        not_scales=file.spelled("not_scales"),
        halved=file.spelled("halved"),
        tens=file.numbers("tens"),
        vague=file.spelled("vague"),
        times=file.numbers("times"),
    )
