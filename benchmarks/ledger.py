"""CPU time of the ledger: all of it, and after one article changed.

Statements are generated: 2,000 articles on 1,500 meetings over ten years, 10,000 statements, 4,000 commitments.
A ledger makes what somebody looks at, so each row looks: at the counts of all meetings, which their list shows, and at
the panel of the meeting that changed with every answer to its targets. `everything looked at` is the ledger with all
panels, answers and series, as an export of the whole corpus wants it.
Run `python -m benchmarks.ledger [--articles N] [--repeat N]`.
"""

from __future__ import annotations

import argparse
import gc
import random
import time
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from tui.ledger import LedgerBuilder
from tui.model import Bound, Card, Commitment, Dating, Extraction, Figure, Measure, Meeting, Role, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tui.ledger.model import Ledger, MeetingLedger

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


def _look(ledger: Ledger, panels: Iterable[MeetingLedger]) -> None:
    """Make what is shown of these panels and of the list of meetings; what was made before stays, as in the library."""
    gc.freeze()
    len(ledger.panels.tallies)
    for panel in panels:
        for target in panel.targets:
            len(target.results)


def main() -> None:
    """Print the times beside what they may cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    lexicon, meetings, extractions = generate(options.articles)

    def judged() -> Ledger:
        ledger = LedgerBuilder(lexicon).update(meetings, extractions)  # type: ignore[arg-type]
        _look(ledger, ledger.meetings[-1:])
        return ledger

    def everything() -> None:
        ledger = judged()
        _look(ledger, ledger.meetings)
        len(ledger.series)

    rows = [("whole ledger", _measure(options.repeat, judged), _FULL),
            ("whole ledger, everything looked at", _measure(options.repeat, everything), _FULL),
            *_changes(lexicon, meetings, extractions, 4 * options.repeat)]  # fmt: skip
    print(f"{len(meetings)} meetings, {len(extractions)} articles, {len(extractions) * _EACH} statements")
    print(f"{'':36}{'CPU ms':>8}{'allowed':>9}{'ratio':>7}")
    for label, took, allowed in rows:
        print(f"{label:36}{took * 1000:8.1f}{allowed * 1000:9.0f}{took / allowed:7.2f}")


def _changes(
    lexicon: _Lexicon, meetings: tuple[Meeting, ...], extractions: dict[str, Extraction], repeat: int
) -> list[tuple[str, float, float]]:
    builder, chance, state = LedgerBuilder(lexicon), random.Random(3), dict(extractions)  # type: ignore[arg-type]
    names, cut = list(extractions), [False]
    meeting_of = {card.id: meeting.id for meeting in meetings for card in meeting.articles}
    _look(builder.update(meetings, state), ())

    def one_article() -> None:
        name = chance.choice(names)
        state.update(changed(state, name))
        ledger = builder.update(meetings, state)
        _look(ledger, ledger.panels.some({meeting_of[name]}))

    def newest_meeting() -> None:
        cut[0] = not cut[0]
        ledger = builder.update(meetings[:-1] if cut[0] else meetings, state)
        _look(ledger, ledger.meetings[-1:])

    return [
        ("one article changed", _measure(repeat, one_article), _UPDATE),
        ("newest meeting gone or come", _measure(repeat, newest_meeting), _UPDATE),
    ]


if __name__ == "__main__":
    main()
