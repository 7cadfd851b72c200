"""The days an article names, and how likely each is the day of the meeting it reports."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.meetings.cues import day_cues
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Article

_LEAP = 2024
_BEFORE, _CLAUSE = 28, 60
# sentences: the lead, and the opening that follows it
_LEAD, _OPENING = 3, 8
_WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_WEEKDAY = re.compile("|".join(_WEEKDAYS))

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_NUMBERS = re.compile(
    r"(?<![\d/.,–-])(?P<day>\d{1,2})(?:\s?(?:-|–|đến)\s?\d{1,2}(?=/)|\s?(?:,|và)\s?\d{1,2}(?=[/-]))?\s?(?P<mark>[/.–-])\s?(?P<month>\d{1,2})"
    rf"(?:\s?(?P=mark)\s?{_YEAR}|\s*năm\s{_YEAR.replace('year', 'named')})?(?!\d|/|\s?%|[.,–-]\d)"
)
_WORDS = re.compile(
    r"(?<![\d/.,–-])(?P<day>\d{1,2})(?:\s?(?:-|–|,|và|đến)\s?\d{1,2})?\s?tháng\s(?P<month>\d{1,2})"
    rf"(?:\s?[,/-]?\s?(?:năm\s)?{_YEAR})?(?!\d|/|\s?%|[.,]\d)"
)
# `trình bày trước Quốc hội sáng 20/10`: no limit
_IN_FRONT = re.compile(r"trước (?:quốc hội|hội nghị|đại hội|cử tri|báo giới|báo chí|phiên)(?!\w)")
_TIED = re.compile(r"[\s,(]*\Z")
# `2/4, Thủ tướng`, `HÀ NỘI – 2/4, `, `[Hà Nội, 5/1, Reuters]`
_AT_START = re.compile(r"(?:(?:\A|\n)\(|\A|[.!?…\n–—-]\s?|\A\W?[^\W\d]{1,8}(?: [^\W\d]{1,8}){0,3},)\s*\Z")


@dataclass(frozen=True, slots=True)
class DayMention:
    """A day of a month named in the text.

    day, month: as printed
    year: as printed beside it, None where not
    weekday: 0 for Monday, as printed beside it, None where not
    at: the words, with the time of day before them
    sentence: the number of its sentence
    score: how much speaks for its being the day of the meeting
    """

    day: int
    month: int
    year: int | None
    weekday: int | None
    at: Span
    sentence: int
    score: int


def find_days(article: Article, low: str) -> tuple[DayMention, ...]:
    """The days named in the sentences of `article`, `low` being its text in lower case."""
    return tuple(
        mention
        for number, sentence in enumerate(article.sentences)
        for mention in _in_sentence(low, sentence.at, number)
    )


def _in_sentence(low: str, sentence: Span, number: int) -> Iterator[DayMention]:
    for pattern in (_WORDS, _NUMBERS):
        for found in pattern.finditer(low, sentence.start, sentence.end):
            cue = _cue(low, sentence.start, found.start())
            year = found["year"] or (found["named"] if pattern is _NUMBERS else None)
            opens = _opens(low, sentence, found) or _aside(low, sentence, found)
            if not _is_date(found) or not (cue or year or opens):
                continue
            start = found.start() - len(cue)
            at = Span(start, found.end())
            day, month = int(found["day"]), int(found["month"])
            score = _score(low, sentence, at, cue, number)
            yield DayMention(day, month, int(year) if year else None, _weekday(cue), at, number, score)


def _is_date(found: re.Match[str]) -> bool:
    month = int(found["month"])
    return 1 <= month <= 12 and 1 <= int(found["day"]) <= monthrange(_LEAP, month)[1]


def _opens(low: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether the day opens its sentence, as in `2/4, Thủ tướng…` or `HÀ NỘI – 2/4, …`."""
    before = low[max(sentence.start, found.start() - _BEFORE) : found.start()]
    return "/" in found[0] and low[found.end() : found.end() + 1] == "," and bool(_AT_START.search(before))


def _aside(low: str, sentence: Span, found: re.Match[str]) -> bool:
    """Whether the day stands alone in a bracket after a meeting, as in `bế mạc kỳ họp thứ 11 (12/4)`."""
    alone = low[found.start() - 1 : found.start()] == "(" and low[found.end() : found.end() + 1] == ")"
    if "/" not in found[0] or not alone:
        return False
    return bool(day_cues().event.search(low, max(sentence.start, found.start() - _BEFORE), found.start()))


def _cue(low: str, start: int, day: int) -> str:
    """The words such as `chiều tối ngày ` right before the day, empty where there are none."""
    begin = max(start, day - _BEFORE)
    end = day
    while True:
        tied = _TIED.search(low[begin:end])
        stop = begin + tied.start() if tied else end
        ending = [hit.start() for hit in day_cues().before.finditer(low, begin, stop) if hit.end() == stop]
        if not ending:
            return low[end:day]
        end = ending[-1]


def _weekday(cue: str) -> int | None:
    found = _WEEKDAY.search(cue)
    return _WEEKDAYS.index(found[0]) if found else None


def _score(low: str, sentence: Span, at: Span, cue: str, number: int) -> int:
    cues = day_cues()
    before = low[max(sentence.start, at.start - _CLAUSE) : at.start]
    before = before[max(before.rfind(mark) for mark in ",;:(") + 1 :]
    score = 2 if number < _LEAD else 1 if number < _OPENING else 0
    opens = number < _LEAD and _AT_START.search(low[max(sentence.start, at.start - _BEFORE) : at.start])
    score += 1 if number == 0 or opens or _near_event(low, sentence, at, reach=2 * _CLAUSE) else 0
    score += 2 if _near_event(low, sentence, at, reach=4 * _CLAUSE) else 0
    score += 3 if cues.today.search(cue) else 1 if cues.time_of_day.search(cue) else 0
    score -= 5 if cues.document.search(before) else 0
    score -= 4 if _ends_with(cues.limit, before) else 0
    score -= 2 if cues.earlier.search(low, sentence.start, min(at.start, sentence.start + _CLAUSE)) else 0
    return score


def _near_event(low: str, sentence: Span, at: Span, reach: int) -> bool:
    event = day_cues().event
    return bool(
        event.search(low, max(sentence.start, at.start - reach), at.start)
        or event.search(low, at.end, min(sentence.end, at.end + reach))
    )


def _ends_with(words: re.Pattern[str], before: str) -> bool:
    near = before[-24:]
    return any(
        len(near) - found.end() <= 10 and not _IN_FRONT.match(near, found.start()) for found in words.finditer(near)
    )
