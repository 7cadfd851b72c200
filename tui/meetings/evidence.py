"""What a text says of the years it names: looked back on, prepared for, worked for, compared with, or only named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui import period
from tui.meetings.cues import year_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tui.meetings.days import DayMention
    from tui.model import Article, Span

Function = Literal[
    "reviewed", "recent", "current", "ahead", "planned", "base", "document", "distant", "named", "stamp"
]  # fmt: skip
_FIRST, _LAST = 1990, 2100
_LEFT, _RIGHT, _NEAR, _MOST = 80, 70, 16, 3
_LEAD_SENTENCES = 3
_LEAD_WEIGHT, _EARLY_WEIGHT, _STAMP_WEIGHT = 3.0, 2.0, 20.0

_SPELLED = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
_SPOKEN = re.compile(
    r"(?:(?P<opening>(?:những |các |mấy )tháng đầu năm|đầu năm)"
    r"|(?P<months>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng(?: (?P<edge>đầu|cuối))?(?: của)?(?: năm)?"
    r"|nửa (?P<half>đầu|cuối) năm"
    r"|quý (?P<quarter>iv|iii|ii|i|[1-4])(?:\s?[/-]\s?| của | )?(?:năm )?"
    r"|tháng (?P<month>\d{1,2})(?:\s?[/-]\s?| )?(?:năm )?)?"
    r"(?<![\d.,])\s?(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|\s?%)"
)
_DOCUMENT = re.compile(r"\d/\Z|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\Z")
_RANGE = re.compile(r"\s?[-–—]\s?(?:năm )?((?:19|20)\d\d)(?!\d)")
_RANGE_END = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–—]\s?(?:năm )?\Z")
_RECORD = re.compile(r"nhất (?:trong |của )")
# a further year of a list: `dự báo năm 2018 đạt 6,8%, năm 2019 đạt 6,6%`
_LISTED = re.compile(r"[,;]\s(?:và )?năm\s?\Z")
_WHOLE_YEAR = ("cả năm", "cả năm ")
_PARTED = re.compile(r"[,;:]\s")
_OF_PLAN = re.compile(r"%[^,;:%]{0,24}(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)[^,;:%]{0,40}\Z")
_STAMP = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")


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


def find_evidence(article: Article, low: str, mention: DayMention) -> tuple[Evidence, ...]:
    """What the sentences and time stamps of `article` say of years, as seen from the day at `mention`."""
    found: list[Evidence] = [*_stamps(article)]
    for number, sentence in enumerate(article.sentences):
        near = number in {mention.sentence, 0}
        weight = _LEAD_WEIGHT if near else _EARLY_WEIGHT if number < _LEAD_SENTENCES else 1.0
        found.extend(_in_sentence(article.text, low, sentence.at, weight))
    return tuple(_capped(found))


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
    before: Evidence | None = None
    matches = list(_SPOKEN.finditer(low, sentence.start, sentence.end))
    for index, found in enumerate(matches):
        following = matches[index + 1].start() if index + 1 < len(matches) else sentence.end
        left = low[max(done, found.start() - _LEFT) : found.start("year")]
        right = low[found.end() : min(following, found.end() + _RIGHT)]
        function, start = _function(found, low, left, right)
        code = _period(found)
        if before is not None and before.function in {"planned", "ahead"} and code > before.period:
            function = before.function if _LISTED.search(left) else function
        done = found.end()
        if period.parse(code) is not None and _FIRST <= int(found["year"]) <= _LAST:
            quote = " ".join(text[found.start("year") - start : found.end()].split())
            before = Evidence(code, function, weight, f"năm {quote}" if quote == found["year"] else quote)
            yield before


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
    own = found.start("year") - found.start() - (len(found[0]) - len(found[0].lstrip()))
    bounded = _bounded(found, low)
    if bounded is not None:
        return bounded, own
    cued = _before(left)
    if cued is not None and cued[0] in {"base", "document", "distant"}:
        return cued
    if found["opening"]:
        return "current", own
    if found["months"] or found["half"]:
        return ("planned" if "cuối" in {found["edge"], found["half"]} else "reviewed"), own
    part = bool(found["quarter"] or found["month"])
    if cued is not None:
        return ("recent", cued[1]) if part and cued[0] == "reviewed" else cued
    return _after(right, part=part), own


def _bounded(found: re.Match[str], low: str) -> Function | None:
    """The function of a year that bounds a range or numbers a document; None for any other."""
    before = low[max(0, found.start() - _NEAR) : found.start()]
    opening, closing = _RANGE.match(low, found.end()), _RANGE_END.search(before)
    if opening:
        return "named" if int(opening[1]) == int(found["year"]) + 1 else "distant"
    if closing and int(found["year"]) == int(closing[1]) + 1:
        return "ahead"
    if closing:
        # `cao nhất trong giai đoạn 2011-2022` is said of the last year
        return "current" if _RECORD.search(low, max(0, found.start() - _LEFT), found.start()) else "distant"
    return "document" if _DOCUMENT.search(before) else None


def _before(left: str) -> tuple[Function, int] | None:
    """The function that the words before a year give it, with the distance of the telling word."""
    cues = year_cues()
    compared = cues.base.search(left, max(0, len(left) - 2 * _NEAR))
    if compared:
        return "base", len(left) - compared.start()
    of_plan = _OF_PLAN.search(left)
    if of_plan:
        return "current", len(left) - of_plan.start()
    patterns: tuple[tuple[Function, re.Pattern[str]], ...] = (
        ("reviewed", cues.done),
        ("reviewed", cues.reviewed),
        ("ahead", cues.ahead),
        ("planned", cues.planned),
        ("base", cues.base),
        ("document", cues.document),
        ("distant", cues.distant),
    )
    hits = [(hit.start(), function) for function, pattern in patterns for hit in pattern.finditer(left)]
    if not hits:
        return None
    start, function = max(hits)
    if function in {"ahead", "planned"}:
        parted = max((hit.end() for words in (_PARTED, cues.parting) for hit in words.finditer(left)), default=0)
        looking_back = cues.reviewed.search(left, parted)
        if looking_back:
            return "reviewed", len(left) - looking_back.start()
        # `dự báo cả năm 2018` is said within the year
        function = "current" if left.endswith(_WHOLE_YEAR) else function
    return function, len(left) - start


def _after(right: str, *, part: bool) -> Function:
    """The function that the words after a year give it, `part` where only a part of the year was named."""
    cues = year_cues()
    planned, reviewed = cues.after_planned.search(right), cues.after_reviewed.search(right)
    if planned and (reviewed is None or planned.start() < reviewed.start()):
        return "planned"
    if part:
        return "recent"
    moved = cues.moved.search(right)
    return "reviewed" if reviewed or (moved and right[moved.end() :].lstrip()[:1].isdigit()) else "named"
