"""CPU time of the ledger: all of it, and after one article changed.

Statements are generated: 2,000 articles on 1,500 meetings over ten years, 10,000 statements, 4,000 commitments.
Run `python -m benchmarks.ledger [--articles N] [--repeat N]`.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from tui.ledger import LedgerBuilder
from tui.model import Bound, Card, Commitment, Dating, Extraction, Figure, Measure, Meeting, Role, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FULL = 1.0
_PERCENTAGES = 0.4
_BOUNDS: tuple[Bound, ...] = ("exact", "exact", "over", "almost")
_UPDATE = 0.05
_EACH = 5
_START = date(2015, 1, 5)
_PERIODS = ("{0}", "{0}-S1", "{0}-Q1", "{0}-Q2", "{0}-01/{0}-09", "{0}-05", "")
_ROLES: tuple[Role, ...] = ("result", "result", "result", "target", "forecast", "base")


@dataclass(frozen=True)
class _Indicator:
    """An indicator of the generated lexicon.

    kind, better, weights: as in the lexicon
    """

    kind: str = "flow"
    better: str = "up"
    weights: Mapping[str, float] = field(default_factory=dict)


class _Lexicon:
    """Forty indicators: flows, stocks and rates."""

    def __init__(self) -> None:
        kinds = ("flow", "flow", "stock", "rate")
        self.names = (*(f"indicator_{number}" for number in range(38)), "gdp", "exports")
        self._known = {name: _Indicator(kinds[place % 4]) for place, name in enumerate(self.names)}

    def indicator(self, name: str, /) -> _Indicator | None:
        """The entry of this id."""
        return self._known.get(name)


def _extraction(number: int, names: tuple[str, ...], year: int, chance: random.Random) -> Extraction:
    card = Card(f"article-{number}", f"{number}.txt", "", "", "", "", "", Dating(None, "unknown", ""), frozenset())
    statements = tuple(_statement(card.id, place, names, year, chance) for place in range(_EACH))
    commitments = tuple(
        Commitment(f"{card.id}#c-{place}", card.id, Span(900 + place, 950), Span(900 + place, 950),
                   f"thúc đẩy việc {number} {place}", "", "", "", "action", "vague", "", "", ())
        for place in range(2)
    )  # fmt: skip
    return Extraction(card, statements, commitments)


def _statement(article: str, place: int, names: tuple[str, ...], year: int, chance: random.Random) -> Statement:
    name = chance.choices(names, weights=[1] * (len(names) - 2) + [12, 6])[0]
    percent = name == "gdp" or chance.random() < _PERCENTAGES
    value = round(chance.uniform(1, 12), 1) if percent else float(chance.randrange(10, 900))
    at = Span(place * 40, place * 40 + 4)
    bound = chance.choice(_BOUNDS)
    figure = Figure(article, at, at, f"{value}", bound, value, value, None, "%" if percent else "count")
    period = chance.choice(_PERIODS).format(year)
    role = chance.choice(_ROLES)
    measure: Measure = "growth" if percent else "level"
    return Statement(figure, at, measure, name, period, "stated", "VN", role, "", "", "", 1.0)


def generate(articles: int) -> tuple[_Lexicon, tuple[Meeting, ...], dict[str, Extraction]]:
    """A lexicon, meetings oldest first, and what their articles say."""
    chance = random.Random(7)
    lexicon = _Lexicon()
    extractions: dict[str, Extraction] = {}
    meetings: list[Meeting] = []
    number = 0
    day = _START
    while number < articles:
        day += timedelta(days=chance.randrange(1, 5))
        group = [
            _extraction(each, lexicon.names, day.year - chance.randrange(2), chance)
            for each in range(number, min(number + chance.choice((1, 1, 2)), articles))
        ]
        number += len(group)
        extractions.update((each.card.id, each) for each in group)
        cards = tuple(each.card for each in group)
        meetings.append(Meeting(f"{day}-{number}", "", Dating(day, "stated", ""), cards))
    return lexicon, tuple(meetings), extractions


def changed(extractions: Mapping[str, Extraction], article: str) -> dict[str, Extraction]:
    """The article with one value corrected."""
    old = extractions[article]
    first = old.statements[0]
    figure = replace(first.figure, low=first.figure.low + 1, high=first.figure.high + 1)
    new = replace(old, statements=(replace(first, figure=figure), *old.statements[1:]))
    return {article: new}


def _measure(repeat: int, work: Callable[[], object]) -> float:
    """Median CPU seconds of `work`."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return median(times)


def main() -> None:
    """Print both times beside what they may cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    lexicon, meetings, extractions = generate(options.articles)
    builder = LedgerBuilder(lexicon)  # type: ignore[arg-type]
    full = _measure(options.repeat, lambda: LedgerBuilder(lexicon).update(meetings, extractions))  # type: ignore[arg-type]
    builder.update(meetings, extractions)
    chance = random.Random(3)

    state = dict(extractions)
    names = list(extractions)

    def one_article() -> object:
        state.update(changed(state, chance.choice(names)))
        return builder.update(meetings, state)

    update = _measure(4 * options.repeat, one_article)
    cut = [False]

    def newest_meeting() -> object:
        cut[0] = not cut[0]
        return builder.update(meetings[:-1] if cut[0] else meetings, state)

    latest = _measure(4 * options.repeat, newest_meeting)
    print(f"{len(meetings)} meetings, {len(extractions)} articles, {len(extractions) * _EACH} statements")
    print(f"{'':34}{'CPU ms':>8}{'allowed':>9}{'ratio':>7}")
    rows = (("whole ledger", full, _FULL), ("one article changed", update, _UPDATE),
            ("newest meeting gone or come", latest, _UPDATE))  # fmt: skip
    for label, took, allowed in rows:
        print(f"{label:34}{took * 1000:8.1f}{allowed * 1000:9.0f}{took / allowed:7.2f}")


if __name__ == "__main__":
    main()
