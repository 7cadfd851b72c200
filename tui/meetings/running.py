"""The year that a report without a day calls `năm nay`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from tui.corpus.characters import lower
from tui.meetings.days import DayMention
from tui.meetings.evidence import find_evidence
from tui.meetings.years import gain
from tui.model import Span

if TYPE_CHECKING:
    from tui.meetings.evidence import Evidence
    from tui.model import Article

_NOW = re.compile(r"(?<!\w)(?:năm (?:nay|này|ngoái|tới)(?!\w)|(?:cả|cuối) năm(?! \d))")
# `8 tháng đầu năm nay`: said in none of the months before those are over
_GONE = re.compile(r"(?<![\w.,])(\d{1,2}) tháng (?:đầu )?năm nay(?!\w)")
_NEWS = 0.1
_MIDDLE = 15  # of a month
_DECEMBER = 12
_NOWHERE = DayMention(_MIDDLE, 1, None, None, Span(0, 0), 0, 0)


def _news(each: Evidence, day: date) -> float:
    """A figure just published is news of its own year, rather than compared with or told early in the next."""
    own = each.function == "published" and str(day.year) in {code[:4] for code in (each.period, *each.others)}
    return _NEWS * each.weight if own else 0.0


def running_year(article: Article) -> int | None:
    """The one year that what `article` says of years fits best; None where it fits several as well, or says nothing.

    Every month from the year before the first named to that after the last is weighed, as `guess_year` weighs years.
    """
    low = lower(article.text)
    evidence = find_evidence(article, low, _NOWHERE)
    proposed = [year for each in evidence for year in each.proposed]
    published = any(each.function == "published" for each in evidence)
    if not proposed or not (published or _NOW.search(low)):
        return None
    years = range(min(proposed) - 1, max(proposed) + 2)
    gone = max((int(found[1]) for found in _GONE.finditer(low) if int(found[1]) <= _DECEMBER), default=1)
    scores = {
        day: round(sum(gain(each, day) + _news(each, day) for each in evidence), 6)
        for year in years
        for day in (date(year, month, _MIDDLE) for month in range(gone, _DECEMBER + 1))
    }
    best = max(scores.values())
    fitting = {day.year for day, score in scores.items() if score == best}
    return fitting.pop() if len(fitting) == 1 else None
