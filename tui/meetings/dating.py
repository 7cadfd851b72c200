"""The day of the meeting an article reports, with the reason, in Vietnamese, for believing it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tui.corpus.characters import lower
from tui.meetings.cues import day_cues
from tui.meetings.days import find_days
from tui.meetings.evidence import find_evidence
from tui.meetings.years import guess_year
from tui.model import Dating, Span

if TYPE_CHECKING:
    from tui.meetings.days import DayMention
    from tui.model import Article

_ENOUGH = 3
_LONGEST_QUOTE = 60
_STAMP = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_BARE = re.compile(r"(?:vào|trong)\s+", re.IGNORECASE)


def date_article(article: Article) -> Dating:
    """The day of the meeting `article` reports; `unknown`, with the reason, where the text does not settle it."""
    if article.date is not None:
        return Dating(article.date, "metadata", "Ngày ghi ở phần đầu tệp.")
    low = lower(article.text)
    mentions = [each for each in find_days(article, low) if each.score >= _ENOUGH]
    if not mentions:
        return _today(article, low)
    best = max(mentions, key=lambda each: (each.score, each.year is not None, -each.at.start))
    return _stated(article, best, mentions) or _inferred(article, low, best)


def _stated(article: Article, best: DayMention, mentions: list[DayMention]) -> Dating | None:
    """The day with the year printed beside it, here or at another mention of the same day."""
    same = [each for each in mentions if (each.day, each.month) == (best.day, best.month)]
    for each in sorted(same, key=lambda each: (each is not best, each.at.start)):
        if each.year is not None:
            try:
                day = date(each.year, each.month, each.day)
            except ValueError:
                return None
            return Dating(day, "stated", f"{_quoted(article, each.at)} ghi rõ ngày, tháng, năm.", each.at)
    return None


def _inferred(article: Article, low: str, best: DayMention) -> Dating:
    guess = guess_year(best, find_evidence(article, low, best))
    words = _quoted(article, best.at)
    if guess.year is None:
        return Dating(None, "unknown", f"{words} không kèm năm và bài không đủ căn cứ để suy ra năm.", best.at)
    shown = ", ".join(f"«{_short(quote)}»" for quote in guess.quotes) or "thứ trong tuần"
    reason = f"{words}; năm {guess.year} suy ra từ {shown}."
    return Dating(date(guess.year, best.month, best.day), "inferred", reason, best.at)


def _today(article: Article, low: str) -> Dating:
    """The day of publication, where the report only says `sáng nay`, or no day, and the page prints it."""
    opening = article.sentences[:_ENOUGH]
    for sentence in opening:
        today = day_cues().today.search(low, *sentence.at)
        stamp = _stamped(article, len(article.text)) if today else None
        if today and stamp:
            at = Span(*today.span())
            return Dating(stamp, "inferred", f"{_quoted(article, at)}; bài đăng ngày {_written(stamp)}.", at)
    stamp = _stamped(article, opening[-1].at.end) if opening else None  # the page's own: none of another page's
    if stamp:
        return Dating(stamp, "inferred", f"Không thấy ngày họp; bài đăng ngày {_written(stamp)}.")
    return Dating(None, "unknown", "Không thấy ngày họp.")


def _written(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"


def _stamped(article: Article, end: int) -> date | None:
    """The first day that the page prints outside the report before `end`."""
    for paragraph in article.paragraphs:
        outside = paragraph.kind == "furniture" and paragraph.at.start < end
        found = _STAMP.search(article.text, *paragraph.at) if outside else None
        if found:
            try:
                return date(int(found[3]), int(found[2]), int(found[1]))
            except ValueError:
                continue
    return None


def _quoted(article: Article, at: Span) -> str:
    words = _BARE.sub("", article.text[at.start : at.end], count=1).replace("(", "")
    return f"«{words[:1].upper()}{words[1:]}»"


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST_QUOTE else "… " + quote[-_LONGEST_QUOTE:].partition(" ")[2]
