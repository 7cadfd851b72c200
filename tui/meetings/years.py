"""The year of a day printed without one, from the years and periods the text speaks of.

A year for the day is the likelier the better the day then lies to each period: one looked back on ends shortly before
the day; one prepared for starts about then; one worked for has not ended; one compared with ended about a year ago. A
document's year says only that the text is no older; long plans and history say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tui import period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.meetings.days import DayMention
    from tui.meetings.evidence import Evidence, Function

_MOST = 3
_WEEKDAY_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class YearGuess:
    """A year for a day, and what speaks for it.

    year: the likeliest; None where nothing speaks for one more than for the others
    quotes: the words that weigh most, at most three
    """

    year: int | None
    quotes: tuple[str, ...] = ()


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
    "reviewed": ((-10_000, -110, -1.0), (-110, -21, 0.4), (-21, 75, 1.0), (75, 130, 0.8), (130, 400, 0.3)),
    "recent": ((-200, -31, 0.2), (-31, 60, 1.0), (60, 200, 0.4), (200, 400, 0.1)),
    "base": ((-10_000, 1, -1.0), (1, 75, 0.5), (75, 400, 1.0), (400, 440, 0.6)),
    "stamp": ((-3, 1, 1.0),),
}
_SINCE_START: dict[Function, tuple[tuple[int, int, float], ...]] = {
    "current": ((-10_000, 15, -0.5), (15, 366, 1.0), (366, 420, 0.4)),
    "ahead": ((-120, -75, 0.7), (-75, 45, 1.0), (45, 130, 0.7), (130, 366, 0.5)),
    "planned": ((-400, -110, 0.1), (-110, -75, 0.6), (-75, 0, 0.9), (0, 200, 1.0), (200, 310, 0.8), (310, 386, 0.5)),
    "named": ((-100, 0, 0.2), (0, 366, 0.5), (366, 730, 0.35)),
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
