"""Names: of people, as at the foot of a report, and of provinces and cities."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.corpus.characters import fold
from tui.corpus.data import load, strings
from tui.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping

_FILE = "places.toml"
_BETWEEN_NAMES = re.compile(r"\s*[-–—,/&|]\s*|\s+và\s+")
_LONGEST_NAME, _MOST_WORDS, _LONGEST_SYLLABLE = 60, 5, 7


def is_name(line: str) -> bool:
    """Whether `line` holds nothing but one or a few people's names, such as `Hồng Nhung` or `N.Bình - Minh Thu`."""
    if len(line) > _LONGEST_NAME:
        return False
    people = [person for person in _BETWEEN_NAMES.split(line.strip("() .")) if person]
    return bool(people) and all(_is_person(person) for person in people) and any(not p.isupper() for p in people)


def _is_person(name: str) -> bool:
    words = name.replace(".", ". ").split()
    return 1 <= len(words) <= _MOST_WORDS and all(_is_syllable(word.rstrip(".")) for word in words)


def _is_syllable(word: str) -> bool:
    return word.isalpha() and word[0].isupper() and len(word) <= _LONGEST_SYLLABLE


@cache
def places() -> Mapping[str, str]:
    """Folded spelling to the name of each province or city; a LexiconError names the entry that is wrong."""
    table = load("tui.corpus", _FILE)
    names = strings(table, "names", _FILE)
    spellings = {fold(name): name for name in names}
    aliases = table.get("aliases", {})
    for name in aliases:
        if name not in names:
            raise LexiconError(f"{_FILE}: aliases: {name!r} is not among the names.")
        spellings.update(dict.fromkeys(strings(aliases, name, _FILE), name))
    return MappingProxyType(spellings)


@cache
def place_pattern() -> str:
    """A regular expression, for folded text, that finds one place's name, the longest first."""
    return "|".join(re.escape(name) for name in sorted(places(), key=len, reverse=True))
