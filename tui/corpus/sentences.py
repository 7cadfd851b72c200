"""Where sentences end: full stops that close one, told from abbreviations, numbers, initials and ellipses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.data import abbreviations, numbered_nouns
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STOP = re.compile(r"[.!?…]+[\"”’»')\]]*")
_WORD_BEFORE = re.compile(r"[^\s(\"“‘«\[]*\Z")
_LAST_WORD = re.compile(r"(\w+)\s+\Z")
_LIST_NUMBER = re.compile(r"[(\"“-]*\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[A-Za-zĐđ])\Z")
_ITEM = re.compile(r"[a-zđ]\)\s")
_REACH = 32
LONGEST = 3000  # a longer sentence is none; cutting it keeps all later work linear


def split(text: str, at: Span) -> tuple[Span, ...]:
    """The sentences of `text[at]`, without the space around them; a heading without a stop is one."""
    return tuple(_trimmed(text, at))


def _trimmed(text: str, at: Span) -> Iterator[Span]:
    start = at.start
    for end in _short(text, at.start, (*_ends(text, at), at.end)):
        while start < end and text[start].isspace():
            start += 1
        last = end
        while last > start and text[last - 1].isspace():
            last -= 1
        if start < last:
            yield Span(start, last)
        start = max(start, end)


def _short(text: str, start: int, ends: Iterable[int]) -> Iterator[int]:
    """The ends, with more of them where a sentence is longer than any that is written."""
    for end in ends:
        while end - start > LONGEST:
            space = text.rfind(" ", start + 1, start + LONGEST)
            start = space if space > start else start + LONGEST
            yield start
        yield end
        start = end


def _ends(text: str, at: Span) -> Iterator[int]:
    start = at.start
    for stop in _STOP.finditer(text, at.start, at.end):
        if stop.end() < at.end and _closes(text, start, stop, at.end):
            yield stop.end()
            start = stop.end()


def _closes(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    following = stop.end()
    while following < end and text[following].isspace():
        following += 1
    if following == end:
        return False
    spaced = following > stop.end()
    if not spaced and not _runs_on(text, stop.end(), end):
        return False
    opening = following
    while opening < end - 1 and text[opening] in '"“‘«([-–—':
        opening += 1
    if text[opening].islower() and opening == following and not _ITEM.match(text, opening):
        return False
    return not (stop[0][0] == "." and len(stop[0]) == 1 and _is_within(text, start, stop.start()))


def _runs_on(text: str, index: int, end: int) -> bool:
    """Whether a sentence starts at `index`, though no space was left before it."""
    before = text[max(0, index - 3) : index - 1]
    return (
        index + 1 < end
        and text[index].isupper()
        and (text[index + 1].islower() or text[index + 1] == " ")
        and (before[-2:].islower() or before[-1:] in ".…)%" or before[-2:].isdigit())
    )


def _is_within(text: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to the word before it."""
    word = _WORD_BEFORE.search(text[max(start, stop - _REACH) : stop])
    before = word[0] if word else ""
    last = before.rpartition(".")[2]
    if len(last) == 1 and last.isupper() and _numbered(text, start, stop):
        return False
    if last.casefold() in abbreviations() or before.casefold() in abbreviations():
        return True
    if stop - start < _REACH and _LIST_NUMBER.match(text[start:stop].strip()):
        return True
    return len(last) == 1 and last.isupper()


def _numbered(text: str, start: int, stop: int) -> bool:
    """Whether the letter before `stop` numbers the noun before it, as the X of `khóa X`."""
    noun = _LAST_WORD.search(text[max(start, stop - 1 - _REACH) : stop - 1])
    return noun is not None and noun[1].casefold() in numbered_nouns()
