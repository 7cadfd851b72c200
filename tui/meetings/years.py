"""The year of a day printed without one, from the years and periods the text speaks of.

Each mention of a year is evidence: the text looks back on it (`tổng kết năm 2024`, `9 tháng đầu năm 2018`), prepares
for it (`nhiệm vụ năm 2025`), works for it (`mục tiêu năm 2024`), compares with it (`so với cùng kỳ năm 2017`), or only
names it. A year for the day is the likelier the better the day then lies to each period: one looked back on ends
shortly before the day; one prepared for starts about then; one worked for has not ended. A document's year says only
that the text is no older; long plans and history say nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from tui import period
from tui.meetings.cues import year_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.meetings.days import DayMention
    from tui.model import Article, Span

Function = Literal["reviewed", "ahead", "planned", "base", "document", "distant", "named", "stamp"]
_FIRST, _LAST = 1990, 2100
_LEFT, _RIGHT, _NEAR, _MOST = 80, 70, 16, 3
_LEAD_WEIGHT, _STAMP_WEIGHT, _WEEKDAY_WEIGHT = 3.0, 20.0, 4.0
_LEAD_SENTENCES = 3

_SPOKEN = re.compile(
    r"(?:(?P<months>\d{1,2}|ba|sáu|chín) tháng(?: (?P<edge>đầu|cuối))?(?: của)?(?: năm)?|nửa (?P<half>đầu|cuối) năm"
    r"|quý (?P<quarter>iv|iii|ii|i|[1-4])(?:\s?[/-]\s?| của | )?(?:năm )?"
    r"|tháng (?P<month>\d{1,2})(?:\s?[/-]\s?| )?(?:năm )?)?"
    r"(?<![\d.,])\s?(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|\s?%)"
)
_DOCUMENT = re.compile(r"\d/\Z|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\Z")
_RANGE = re.compile(r"\s?[-–—]\s?(?:năm )?(?:19|20)\d\d(?!\d)")
_RANGE_END = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-–—]\s?(?:năm )?\Z")
# a further year of a list: `dự báo năm 2018 đạt 6,8%, năm 2019 đạt 6,6%`
_LISTED = re.compile(r"[,;]\s(?:và )?năm\s?\Z")
_STAMP = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_SPELLED = {"ba": 3, "sáu": 6, "chín": 9, "i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing the text says about a year.

    period: the stretch of the calendar, as `period` writes it
    function: what the text does with it
    weight: how near it stands to the meeting's day
    quote: the words, for the reason given to the user
    """

    period: str
    function: Function
    weight: float
    quote: str


@dataclass(frozen=True, slots=True)
class YearGuess:
    """A year for a day, and what speaks for it.

    year: the likeliest; None where nothing speaks for one more than for the others
    quotes: the words that weigh most, at most three
    """

    year: int | None
    quotes: tuple[str, ...] = ()


def find_evidence(article: Article, low: str, mention: DayMention) -> tuple[Evidence, ...]:
    """What the sentences and time stamps of `article` say of years, as seen from the day at `mention`."""
    found: list[Evidence] = [*_stamps(article)]
    for number, sentence in enumerate(article.sentences):
        weight = _LEAD_WEIGHT if number in {mention.sentence, 0} else 2.0 if number < _LEAD_SENTENCES else 1.0
        found.extend(_in_sentence(article.text, low, sentence.at, weight))
    return tuple(_capped(found))


def guess_year(mention: DayMention, evidence: Sequence[Evidence]) -> YearGuess:
    """The year that fits the evidence best, if the evidence tells one from the others."""
    years = {int(each.period[:4]) for each in evidence}
    scores: dict[int, float] = {}
    for year in sorted({near for each in years for near in (each - 1, each, each + 1)}):
        day = _day(year, mention)
        if day is not None:
            scores[year] = sum(each.weight * fit(each, day) for each in evidence) + _weekday(mention, day)
    ranked = sorted(scores, key=lambda year: -scores[year])
    if not ranked or scores[ranked[0]] <= 0 or (len(ranked) > 1 and scores[ranked[0]] == scores[ranked[1]]):
        return YearGuess(None)
    return YearGuess(ranked[0], _telling(evidence, _day(ranked[0], mention)))


def _telling(evidence: Iterable[Evidence], day: date | None) -> tuple[str, ...]:
    if day is None:
        return ()
    worth = {each.quote: each.weight * fit(each, day) for each in evidence}
    chosen: list[str] = []
    for quote in sorted(worth, key=lambda quote: -worth[quote]):
        if worth[quote] > 0 and not any(quote in other for other in chosen):
            chosen.append(quote)
    return tuple(chosen[:_MOST])


def _day(year: int, mention: DayMention) -> date | None:
    try:
        return date(year, mention.month, mention.day)
    except ValueError:
        return None


def _weekday(mention: DayMention, day: date) -> float:
    if mention.weekday is None:
        return 0.0
    return _WEEKDAY_WEIGHT if day.weekday() == mention.weekday else -_WEEKDAY_WEIGHT


# for each function: days from an edge of the period to the meeting, from and up to, and how well such a distance fits
_SINCE_END: dict[Function, tuple[tuple[int, int, float], ...]] = {
    "reviewed": ((-10_000, -70, -1.0), (-70, -21, 0.4), (-21, 75, 1.0), (75, 130, 0.8), (130, 400, 0.3)),
    "base": ((-10_000, 1, -1.0), (1, 75, 0.5), (75, 400, 1.0), (400, 440, 0.6)),
    "stamp": ((-3, 1, 1.0),),
}
_SINCE_START: dict[Function, tuple[tuple[int, int, float], ...]] = {
    "ahead": ((-120, -75, 0.7), (-75, 45, 1.0), (45, 130, 0.7), (130, 366, 0.5)),
    "planned": ((-400, -110, 0.1), (-110, -75, 0.6), (-75, 0, 0.9), (0, 200, 1.0), (200, 310, 0.8), (310, 386, 0.5)),
    "named": ((-100, 0, 0.2), (0, 366, 0.5), (366, 480, 0.3)),
    "document": ((-10_000, 0, -0.3), (0, 366, 0.2), (366, 800, 0.1)),
}
_OVER = 20
_OVER_FIT = -1.0


def fit(evidence: Evidence, day: date) -> float:
    """How well a meeting on `day` would say this of the period: 1 at best, below 0 where it would not."""
    stretch = period.parse(evidence.period)
    if stretch is None or evidence.function == "distant":
        return 0.0
    if evidence.function in _SINCE_END:
        return _among(_SINCE_END[evidence.function], (day - stretch.end).days)
    if evidence.function in {"ahead", "planned"} and (day - stretch.end).days > _OVER:
        return _OVER_FIT
    return _among(_SINCE_START[evidence.function], (day - stretch.start).days)


def _among(table: Iterable[tuple[int, int, float]], days: int) -> float:
    return next((worth for low, high, worth in table if low <= days < high), 0.0)


def _capped(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """The same thing said over and over counts a few times only."""
    said: Counter[tuple[str, Function]] = Counter()
    for each in sorted(found, key=lambda each: -each.weight):
        said[each.period, each.function] += 1
        if said[each.period, each.function] <= _MOST:
            yield each


def _stamps(article: Article) -> Iterator[Evidence]:
    """The day of publication, where the page prints it outside the report."""
    for paragraph in article.paragraphs:
        if paragraph.kind != "furniture":
            continue
        for found in _STAMP.finditer(article.text, *paragraph.at):
            code = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
            if period.parse(code) is not None:
                yield Evidence(code, "stamp", _STAMP_WEIGHT, found[0])


def _in_sentence(text: str, low: str, sentence: Span, weight: float) -> Iterator[Evidence]:
    done = sentence.start
    function: Function = "named"
    matches = list(_SPOKEN.finditer(low, sentence.start, sentence.end))
    for index, found in enumerate(matches):
        following = matches[index + 1].start() if index + 1 < len(matches) else sentence.end
        left = low[max(done, found.start() - _LEFT) : found.start("year")]
        right = low[found.end() : min(following, found.end() + _RIGHT)]
        code = _period(found)
        listed = function in {"planned", "ahead"} and _LISTED.search(left) is not None
        function, start = (function, 0) if listed else _function(found, low, left, right)
        if period.parse(code) is not None and _FIRST <= int(found["year"]) <= _LAST:
            quote = " ".join(text[found.start("year") - start : found.end()].split())
            yield Evidence(code, function, weight, f"năm {quote}" if quote == found["year"] else quote)
        done = found.end()


def _period(found: re.Match[str]) -> str:
    year = found["year"]
    if found["months"]:
        count = _SPELLED.get(found["months"]) or int(found["months"])
        first, last = (13 - count, 12) if found["edge"] == "cuối" else (1, count)
        return f"{year}-{first:02d}/{year}-{last:02d}"
    if found["half"]:
        return f"{year}-S{1 if found['half'] == 'đầu' else 2}"
    if found["quarter"]:
        return f"{year}-Q{_SPELLED.get(found['quarter']) or found['quarter']}"
    return f"{year}-{int(found['month']):02d}" if found["month"] else year


def _function(found: re.Match[str], low: str, left: str, right: str) -> tuple[Function, int]:
    """What the text does with the year, and how many characters before it the telling words start."""
    own = len(found[0]) - len(found[0].lstrip()) - (found.start("year") - found.start())
    here = -own
    before = low[max(0, found.start() - _NEAR) : found.start()]
    if _RANGE_END.search(before) or _RANGE.match(low, found.end()):
        return "distant", here
    if _DOCUMENT.search(before):
        return "document", here
    cued = _nearest(left)
    if cued is not None and (cued[0] in {"base", "document", "distant"} or not found["months"]):
        return cued
    if found["months"] or found["half"]:
        return ("planned" if "cuối" in {found["edge"], found["half"]} else "reviewed"), here
    return _said_after(right), here


def _said_after(right: str) -> Function:
    """What the words after a year tell, where those before it do not."""
    cued = _nearest(right, first=True)
    if cued is not None and cued[0] in {"reviewed", "ahead", "planned"}:
        return cued[0]
    moved = year_cues().moved.search(right)
    return "reviewed" if moved and right[moved.end() :].lstrip()[:1].isdigit() else "named"


def _nearest(words: str, *, first: bool = False) -> tuple[Function, int] | None:
    """The function whose cue stands last (or `first`) in `words`, with the cue's distance from their end."""
    cues = year_cues()
    patterns: tuple[tuple[Function, re.Pattern[str]], ...] = (
        ("reviewed", cues.reviewed),
        ("ahead", cues.ahead),
        ("planned", cues.planned),
        ("base", cues.base),
        ("document", cues.document),
        ("distant", cues.distant),
    )
    compared = cues.base.search(words, max(0, len(words) - _NEAR - _NEAR))
    if compared and not first:
        return "base", len(words) - compared.start()
    hits = [(hit.start(), function) for function, pattern in patterns for hit in pattern.finditer(words)]
    if not hits:
        return None
    start, function = min(hits) if first else max(hits)
    return function, len(words) - start
