"""The year of a day printed without one, from the years and stretches of years the text speaks of.

Each year named, the one before and the one after are weighed: everything said counts for or against a year by how
long before or after it the day would then lie. years.toml holds the rules. What its readers know without being told
stands in known.toml: who held an office, and what was published and planned of the country.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tui import period
from tui.meetings.fits import rules, worth

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.meetings.days import DayMention
    from tui.meetings.evidence import Evidence

_MOST = 3
# a stretch that is worked for is over by more days than this: it is not worked for any more
_OVER, _OVER_WORTH = 20, -1.0


@dataclass(frozen=True, slots=True)
class YearGuess:
    """A year for a day, and what speaks for it.

    year: the likeliest; None where nothing speaks for any
    quotes: the words that weigh most, at most three
    """

    year: int | None
    quotes: tuple[str, ...] = ()


def guess_year(mention: DayMention, evidence: Sequence[Evidence]) -> YearGuess:
    """The year that fits the evidence best; of two that fit as well the later, for the past is spoken of more."""
    scores: dict[int, float] = {}
    proposed = {year for each in evidence for year in each.proposed}
    for year in sorted({near for each in proposed for near in range(each - 1, each + 2)}):
        day = _day(year, mention)
        if day is not None:
            scores[year] = sum(gain(each, day) for each in evidence) + _weekday(mention, day)
    best = max(scores, key=lambda year: (round(scores[year], 6), year), default=None)
    if best is None or scores[best] < rules().least:
        return YearGuess(None)
    return YearGuess(best, _telling(evidence, date(best, mention.month, mention.day)))


def gain(evidence: Evidence, day: date) -> float:
    """How much one thing said counts for a meeting on `day`; below 0 where it counts against it."""
    return evidence.weight * max(_worth(evidence, code, day) for code in (evidence.period, *evidence.others))


def _worth(evidence: Evidence, code: str, day: date) -> float:
    stretch = period.parse(code)
    if stretch is not None and evidence.function in {"ahead", "planned"} and (day - stretch.end).days > _OVER:
        return _OVER_WORTH
    return worth(evidence.function, code, day)


def _telling(evidence: Iterable[Evidence], day: date) -> tuple[str, ...]:
    gains = {each.quote: gain(each, day) for each in evidence}
    chosen: list[str] = []
    for quote in sorted(gains, key=lambda quote: -gains[quote]):
        if gains[quote] > 0 and not any(quote in other for other in chosen):
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
    weight = rules().weights["weekday"]
    return weight if day.weekday() == mention.weekday else -weight
