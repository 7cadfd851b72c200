"""The rules of years.toml, checked: what speaks how strongly for a day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from tui import period
from tui.corpus.data import load, strings
from tui.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

Function = Literal[
    "reviewed", "estimated", "moved", "recent", "base", "base_part", "current", "of_plan", "ahead", "planned", "next",
    "later", "named", "told", "aside", "part", "closing", "limit", "until", "since", "pair", "document", "dated",
    "event", "counted", "stamp", "sixty", "moment", "struck", "unheard", "distant", "took_office", "left_office",
    "published", "settled", "session", "adopted", "drafted",
]  # fmt: skip

_FILE = "years.toml"
_MOMENTS: Mapping[str, Function] = {"moment": "moment", "struck": "struck", "unheard": "unheard"}
_WEIGHTS = ("lead", "early", "other", "hint", "stamp", "weekday")


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a day fits one thing said of a stretch of time.

    from_end: whether days are counted from the last day of the stretch, else from its first
    bands: (first day, day after the last, worth)
    """

    from_end: bool
    bands: tuple[tuple[int, int, float], ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """Words that nobody used before a month.

    spelled: any of them, in lower-case text
    words: the same as whole words
    code: the month, as `period` writes it
    function: how a report that has them fits that month
    """

    spelled: tuple[str, ...]
    words: re.Pattern[str]
    code: str
    function: Function


@dataclass(frozen=True, slots=True)
class Rules:
    """The whole of years.toml.

    least: what a year must gain to be taken
    weights: by place, as the file names them
    fits: by what is said of a stretch
    moments: as in the file
    """

    least: float
    weights: dict[str, float]
    fits: dict[str, Fit]
    moments: tuple[Moment, ...]


@cache
def rules() -> Rules:
    """The rules; a LexiconError names the key that is wrong."""
    table = load("tui.meetings", _FILE)
    weights = _table(table, "weights")
    fits = _table(table, "fit")
    wanted = set(get_args(Function)) - {"distant"}
    if set(fits) != wanted or set(weights) != set(_WEIGHTS):
        odd = sorted(set(fits) ^ wanted | set(weights) ^ set(_WEIGHTS))
        raise LexiconError(f"{_FILE}: missing or unknown: {', '.join(odd)}.")
    return Rules(
        _number(table.get("least"), "least"),
        {name: _number(value, f"weights.{name}") for name, value in weights.items()},
        {name: _fit(name, value) for name, value in fits.items()},
        tuple(_moment(each) for each in table.get("moment", ())),
    )


def worth(function: Function, code: str, day: date) -> float:
    """How well a meeting on `day` fits what is said of the stretch `code`; below 0 where it speaks against it."""
    stretch = period.parse(code)
    fit = rules().fits.get(function)
    if stretch is None or fit is None:
        return 0.0
    days = (day - (stretch.end if fit.from_end else stretch.start)).days
    return next((worth for low, high, worth in fit.bands if low <= days < high), 0.0)


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    if not isinstance(value, dict):
        raise LexiconError(f"{_FILE}: the table [{key}] is missing.")
    return value


def _number(value: object, key: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise LexiconError(f"{_FILE}: {key} must be a number.")
    return float(value)


def _fit(name: str, value: object) -> Fit:
    edge = value.get("edge") if isinstance(value, dict) else None
    bands = value.get("bands") if isinstance(value, dict) else None
    if edge not in {"start", "end"} or not isinstance(bands, list):
        raise LexiconError(f"{_FILE}: fit.{name} needs an edge, start or end, and bands.")
    return Fit(edge == "end", tuple(_band(name, band) for band in bands))


def _band(name: str, band: object) -> tuple[int, int, float]:
    if not isinstance(band, list) or len(band) != len(("first", "after", "worth")):
        raise LexiconError(f"{_FILE}: fit.{name}: a band is [first day, day after the last, worth].")
    low, high, worth = (_number(each, f"fit.{name}.bands") for each in band)
    return int(low), int(high), worth


def _moment(value: object) -> Moment:
    code = value.get("from") if isinstance(value, dict) else None
    if not isinstance(value, dict) or not isinstance(code, str) or period.parse(code) is None:
        raise LexiconError(f'{_FILE}: a moment needs words and a month, as in from = "2020-02".')
    function = value.get("fit", "moment")
    if function not in _MOMENTS:
        raise LexiconError(f"{_FILE}: the fit of a moment is one of: {', '.join(_MOMENTS)}.")
    spelled = tuple(strings(value, "words", _FILE))
    words = "|".join(map(re.escape, spelled))
    return Moment(spelled, re.compile(rf"(?<!\w)(?:{words})(?!\w)"), code, _MOMENTS[function])
