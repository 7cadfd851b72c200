"""Signs of a year in a text that need not print one: who held an office, and national figures told or decided of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.meetings.known import known
from tui.meetings.sessions import find_sessions
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.meetings.known import Series
    from tui.model import Sentence

Kind = Literal["took_office", "left_office", "session", "published", "planned"]

_TELLING = 3  # digits
_NAME_REACH, _WORD_REACH, _STRETCH_REACH, _NEAR = 80, 110, 40, 250
_CLOSED = re.compile(r"[.;:!?\n]")
_NUMBER = re.compile(
    r"(?<![\d.,])(\d[\d.,]{0,10}\d|\d)(?:\s?%?\s?(?:-|–|—|đến)\s?(\d{1,2}(?:[.,]\d)?)(?=\s?%))?(?!\d)", re.ASCII
)
_FOREIGN = re.compile(r"\d{1,2}\.\d{1,2}\Z")
_CLAUSE_END = re.compile(r"[;!?\n]")
# the stretches of a year that are told apart, as their codes have them behind the year
_STRETCH = re.compile(
    r"(?:quý (?:(?P<Q1>i|1|một)|(?P<Q2>ii|2|hai)|(?P<Q3>iii|3|ba)|(?P<Q4>iv|4|bốn))(?!\w)"
    r"|(?P<S1>(?:6|sáu) tháng|nửa (?:đầu )?năm)|(?P<months>\d{1,2}|chín|mười|mười một) tháng"
    r"|tháng (?P<month>\d{1,2}(?!\d))|(?P<year>(?:cả|trong) năm|năm (?:19|20)\d\d|của năm (?:ngoái|trước)))"
)
# a plan of more than a year
_LONG = re.compile(r"giai đoạn|(?:5|năm) năm|nhiệm kỳ|thời kỳ")
_SPELLED = {"chín": "9", "mười": "10", "mười một": "11"}
_FROM_JANUARY, _MONTH = "01/", "T"


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing in a text that is known of a year.

    codes: the stretches of the calendar it may be known of, of which one is meant, as `period` writes them
    kind: what is known of them
    of: the name or number, as known.toml has it
    at: where the text shows it
    telling: it is as good as never chance
    """

    codes: tuple[str, ...]
    kind: Kind
    of: str
    at: Span
    telling: bool = True


def find_signs(low: str, sentences: Iterable[Sentence]) -> Iterator[Sign]:
    """What lower-case text shows of known.toml, sentence by sentence; a LexiconError names a wrong key of that file."""
    for sentence in sentences:
        yield from _offices(low, sentence.at)
        for codes, name, at in find_sessions(low, sentence.at):
            yield Sign(codes, "session", name, at)
        yield from _figures(low, sentence.at)


def _offices(low: str, sentence: Span) -> Iterator[Sign]:
    """The terms of those named with their title, which stands nearer before the name than any other."""
    titles = list(known().titles.finditer(low, *sentence))
    for index, title in enumerate(titles):
        following = titles[index + 1].start() if index + 1 < len(titles) else sentence.end
        if low[sentence.start : title.start()].rstrip().endswith(known().former):
            continue
        behind = low[title.end() : min(following, title.end() + _NAME_REACH)]
        closed = _CLOSED.search(behind)
        for term in known().terms.get(title[0], ()):
            start = behind.find(term.name, 0, closed.start() if closed else None)
            if start >= 0:
                at = Span(title.start(), title.end() + start + len(term.name))
                yield Sign((term.start,), "took_office", term.name, at)
                if term.end:
                    yield Sign((term.end,), "left_office", term.name, at)


def _figures(low: str, sentence: Span) -> Iterator[Sign]:
    """What is known of the numbers said of a national figure."""
    words = list(known().words.finditer(low, *sentence))
    for found in _NUMBER.finditer(low, *sentence) if words else ():
        number = _spelled(found)
        word = _word_before(low, words, found.start()) if number in known().numbers else None
        if word is None:
            continue
        at = Span(word.start(), found.end())
        near = Span(max(sentence.start, at.start - _NEAR), min(sentence.end, at.end + _NEAR))
        for series in known().series:
            if word[0] in series.words and _fits(series, low[near.start : near.end], low[at.end : near.end]):
                yield from _told(series, number, low, near, at)


def _spelled(found: re.Match[str]) -> str:
    """A number as known.toml has it: a range with a dash, decimals behind a comma."""
    return "-".join(end.replace(".", ",") if _FOREIGN.match(end) else end for end in found.groups() if end)


def _word_before(low: str, words: Sequence[re.Match[str]], number: int) -> re.Match[str] | None:
    """The last of the words of what grows before a number, in its clause."""
    before = bisect_right(words, number, key=re.Match[str].end)
    word = words[before - 1] if before else None
    near = word is not None and word.start() >= number - _WORD_REACH
    return word if word and near and not _CLAUSE_END.search(low, word.end(), number) else None


def _fits(series: Series, near: str, behind: str) -> bool:
    """Whether the words around a number, and those right behind it, are such as the series has."""
    return behind.lstrip().startswith(series.units) and (
        not series.beside or any(each in near for each in series.beside)
    )


def _told(series: Series, number: str, low: str, near: Span, at: Span) -> Iterator[Sign]:
    """The stretches the number of a series was published of; where none fits, those it was planned for."""
    around = max(near.start, at.start - _STRETCH_REACH), min(near.end, at.end + _STRETCH_REACH)
    stretches = {_stretch(found) for found in _STRETCH.finditer(low, *around)}
    planned = series.planned.get(number, ())
    telling = sum(map(str.isdigit, number.partition("-")[0])) >= _TELLING
    # a short number may be any year's, and only tells of one beside its stretch
    named = stretches or series.monthly or not telling
    told = [code for code in series.told.get(number, ()) if not named or _part(code) in stretches]
    if told:
        latest = {code[:4]: code for code in sorted(told, reverse=True)}
        yield Sign(tuple(latest.values()), "published", number, at, telling=telling and not series.monthly)
    elif planned and not _LONG.search(low, *near) and (telling or known().aims.search(low, *near)):
        yield Sign(planned, "planned", number, at, telling)


def _stretch(found: re.Match[str]) -> str:
    """Which stretch of a year a text names, as `_part` calls it."""
    months = found["months"]
    if found["month"]:
        return f"{_MONTH}{int(found['month'])}"
    return f"M{_SPELLED.get(months, months)}" if months else found.lastgroup or ""


def _part(code: str) -> str:
    """Which stretch of its year a code names: `Q1`, `S1`, `M9` for nine months, `T9` for September, `year`."""
    part = code[len("2024-") :]
    if part.isdigit():
        return f"{_MONTH}{int(part)}"
    return f"M{int(code[-2:])}" if part.startswith(_FROM_JANUARY) else part or "year"
