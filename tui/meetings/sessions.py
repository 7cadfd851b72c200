"""The sessions of the National Assembly that a text names by their number, which readers know the time of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.meetings.known import known
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SESSION = re.compile(
    r"(?<!\w)kỳ họp (?:lần )?thứ (?P<number>\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười một|mười)(?!\w)"
)
_TERM = re.compile(r"(?<!\w)(?:khóa|khoá) (?P<term>[ivx]+|\d{1,2})(?!\w)")
_ASSEMBLY = re.compile(r"(?<!\w)(?:quốc hội|qh)(?!\w)")
_LOCAL = re.compile(r"(?<!\w)(?:hđnd|hội đồng nhân dân)(?!\w)")
_REACH = 160  # characters between a session and its assembly
_NUMBERS: Mapping[str, int] = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "mười một": 11,
}  # fmt: skip
_ROMAN: Mapping[str, str] = {"11": "xi", "12": "xii", "13": "xiii", "14": "xiv", "15": "xv"}


def find_sessions(low: str, sentence: Span) -> Iterator[tuple[tuple[str, ...], str, Span]]:
    """The months that the sessions named in a sentence of lower-case text may have opened in, each with its words.

    A session whose term is not named may be one of any term; sessions of local councils are none.
    """
    if _LOCAL.search(low, *sentence):
        return
    for found in _SESSION.finditer(low, *sentence):
        around = max(sentence.start, found.start() - _REACH), min(sentence.end, found.end() + _REACH)
        if not _ASSEMBLY.search(low, *around):
            continue
        term = _TERM.search(low, *around)
        number = _NUMBERS.get(found["number"], 0) or int(found["number"])
        months = tuple(_opened(number, term["term"] if term else ""))
        if months:
            yield months, found[0], Span(found.start(), found.end())


def _opened(number: int, term: str) -> Iterator[str]:
    """The months in which the session of that number opened: of the term, or, without one, of all, the last first."""
    named = _ROMAN.get(term, term)
    for each, months in reversed(tuple(known().sessions.items())):
        if named in {"", each} and 0 < number <= len(months):
            yield months[number - 1]
