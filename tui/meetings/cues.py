"""The cue words of cues.toml, checked and made into patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache

from tui.corpus.data import load, strings
from tui.errors import LexiconError

_FILE = "cues.toml"
Words = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class DayCues:
    """Patterns, for lower-case text, that tell one day from another; each is a list of cues.toml."""

    before: Words
    today: Words
    time_of_day: Words
    event: Words
    limit: Words
    document: Words
    earlier: Words


@dataclass(frozen=True, slots=True)
class YearCues:
    """Patterns, for lower-case text, that tell what is said of a year; each is a list of cues.toml."""

    reviewed: Words
    foretold: Words
    done: Words
    reached: Words
    ahead: Words
    planned: Words
    base: Words
    document: Words
    distant: Words
    distant_range: Words
    due: Words
    since: Words
    counted: Words
    effect: Words
    parting: Words
    after_reviewed: Words
    after_planned: Words
    moved: Words


@cache
def day_cues() -> DayCues:
    """The table [day]; a LexiconError names the key that is wrong."""
    return DayCues(**{each.name: _words("day", each.name) for each in fields(DayCues)})


@cache
def year_cues() -> YearCues:
    """The table [year]; a LexiconError names the key that is wrong."""
    return YearCues(**{each.name: _words("year", each.name) for each in fields(YearCues)})


def _words(table: str, key: str) -> Words:
    tables = load("tui.meetings", _FILE)
    if not isinstance(tables.get(table), dict):
        raise LexiconError(f"{_FILE}: the table [{table}] is missing.")
    words = sorted(strings(tables[table], key, _FILE), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word.strip()) for word in words) + r")(?!\w)")
