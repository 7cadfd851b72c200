"""The table known.toml, checked: what a reader of the news knows of a year without being told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from tui import period
from tui.corpus.data import load, strings
from tui.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FILE = "known.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A stretch of time in an office.

    name: who held it, in lower case
    start, end: its first and its last month; an empty end where it was not over when the list was made
    """

    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one national figure.

    words: what a text calls it
    units: what stands right behind the number
    beside: words of which one stands in the sentence; empty where none is needed
    told, planned: the stretches each number, as printed, was told of or decided for
    monthly: the numbers are those of single months, which the text must name; the same may come in another year
    """

    words: frozenset[str]
    units: tuple[str, ...]
    beside: tuple[str, ...]
    told: Mapping[str, tuple[str, ...]]
    planned: Mapping[str, tuple[str, ...]]
    monthly: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The whole of known.toml.

    titles, words: any title, any word of a series or of what is none, in lower-case text; the longest that fits
    aims: any word that makes a number with few digits a plan's
    former: words before a title whose office is over
    terms: by title
    sessions: by term of the National Assembly, the months in which its sessions opened
    series: in the file's order
    numbers: all that any series has
    """

    titles: re.Pattern[str]
    words: re.Pattern[str]
    aims: re.Pattern[str]
    former: tuple[str, ...]
    terms: Mapping[str, tuple[Term, ...]]
    sessions: Mapping[str, tuple[str, ...]]
    series: tuple[Series, ...]
    numbers: frozenset[str]


@cache
def known() -> Known:
    """The table; a LexiconError names the key that is wrong."""
    table = load("tui.meetings", _FILE)
    titles = strings(table, "titles", _FILE)
    series = tuple(_series(each) for each in table.get("figure", ()))
    return Known(
        _any(titles),
        _any([*strings(table, "others", _FILE), *(word for each in series for word in each.words)]),
        _any(strings(table, "aims", _FILE)),
        strings(table, "former", _FILE),
        _terms(table.get("office", ()), titles),
        dict(_sessions(each) for each in table.get("assembly", ())),
        series,
        frozenset(number for each in series for number in (*each.told, *each.planned)),
    )


def _any(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in longest)})(?!\w)")


def _terms(offices: Iterable[dict[str, Any]], titles: tuple[str, ...]) -> dict[str, tuple[Term, ...]]:
    terms: dict[str, tuple[Term, ...]] = {}
    for office in offices:
        held = tuple(_term(each) for each in office.get("held", ()))
        for title in strings(office, "title", _FILE):
            if title not in titles:
                raise LexiconError(f"{_FILE}: the office {title!r} is not among the titles.")
            terms[title] = (*terms.get(title, ()), *held)
    return terms


def _term(table: dict[str, Any]) -> Term:
    name, start, end = (table.get(key, "") for key in ("name", "from", "to"))
    if not name or not isinstance(name, str) or _kind(start) != "month" or (end and _kind(end) != "month"):
        raise LexiconError(f'{_FILE}: an office is held as in {{ name = "…", from = "2016-04", to = "2021-04" }}.')
    return Term(name, start, end)


def _sessions(table: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """A term of the National Assembly, with the months in which its sessions opened."""
    term, months = table.get("term", ""), strings(table, "sessions", _FILE)
    if not term or not isinstance(term, str) or any(_kind(month) != "month" for month in months):
        raise LexiconError(f'{_FILE}: an assembly has a term and sessions, as in term = "xv", sessions = ["2021-07"].')
    return term, months


def _kind(code: object) -> str:
    stretch = period.parse(code) if isinstance(code, str) else None
    return stretch.kind if stretch else ""


def _series(table: dict[str, Any]) -> Series:
    beside = strings(table, "beside", _FILE) if "beside" in table else ()
    told, planned = (_stretches(table.get(key, {}), key) for key in ("told", "planned"))
    words, units = frozenset(strings(table, "words", _FILE)), strings(table, "unit", _FILE)
    return Series(words, units, beside, told, planned, table.get("monthly") is True)


def _stretches(numbers: dict[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    """By number: the stretches under which the table has it."""
    stretches: dict[str, tuple[str, ...]] = {}
    for code in numbers:
        if not _kind(code):
            raise LexiconError(f"{_FILE}: figure.{key}: {code!r} is no period.")
        for number in strings(numbers, code, _FILE):
            stretches[number] = (*stretches.get(number, ()), code)
    return stretches
