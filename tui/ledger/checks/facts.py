"""The figures of one family of indicators, arranged for testing claims against them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tui.ledger.model import Check, Input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tui.ledger.answers import Report
    from tui.ledger.claims import Claim
    from tui.ledger.model import CheckKind, Mention, Result, Verdict
    from tui.model import Measure, Span

Found = tuple[str, Check]
"""The id of the meeting a check belongs to, and the check."""


class Line(NamedTuple):
    """What makes figures comparable over time."""

    indicator: str
    measure: Measure
    unit: str
    place: str


def line_of(said: Result) -> Line:
    """The line a result belongs to."""
    return Line(said.indicator, said.measure, said.unit, said.place)


@dataclass(frozen=True)
class Facts:
    """All that is reported on one family of indicators.

    reports: in the order of the meetings
    claims: of each article, by its id
    kind: an indicator's kind by its id; empty where not known
    wording: the words a figure is told in
    """

    reports: Sequence[Report]
    claims: Mapping[str, Sequence[Claim]]
    kind: Callable[[str], str]
    wording: Callable[[Mention], frozenset[str]]

    @cached_property
    def lines(self) -> dict[Line, list[Report]]:
        """What was reported as a result or as a base to compare with; a forecast proves nothing."""
        found: dict[Line, list[Report]] = {}
        for report in self.reports:
            if report.said.role in {"result", "base"}:
                found.setdefault(line_of(report.said), []).append(report)
        return found

    @cached_property
    def _places(self) -> dict[tuple[str, Span], Report]:
        return {(mention.article, mention.at): report for report in self.reports for mention in report.said.mentions}

    def at(self, article: str, at: Span) -> Report | None:
        """The report a mention belongs to."""
        return self._places.get((article, at))

    def claimed(self, kind: str) -> Iterator[tuple[Claim, Report, Mention]]:
        """The claims of a kind about this family, with the report and mention they are made of."""
        yield from self._claimed.get(kind, ())

    @cached_property
    def _claimed(self) -> dict[str, list[tuple[Claim, Report, Mention]]]:
        found: dict[str, list[tuple[Claim, Report, Mention]]] = {}
        seen = set()
        for report in self.reports if self.claims else ():
            for mention in report.said.mentions:
                for claim in self.claims.get(mention.article, ()):
                    place = (mention.article, claim.kind, claim.at)
                    if claim.at == mention.at and place not in seen:
                        seen.add(place)
                        found.setdefault(claim.kind, []).append((claim, report, mention))
        return found

    @cached_property
    def _best(self) -> dict[Line, dict[str, Report]]:
        found: dict[Line, dict[str, Report]] = {}
        for line, reports in self.lines.items():
            periods = found[line] = {}
            for report in reports:
                held = periods.get(report.said.period)
                if held is None or rank(report) >= rank(held):
                    periods[report.said.period] = report
        return found

    def best(self, line: Line, period: str) -> Report | None:
        """What counts for a period: a result before a base, a final value before an early one, then the later one."""
        return self._best.get(line, {}).get(period)

    def by_period(self, line: Line) -> Mapping[str, Report]:
        """What counts for every period of a line."""
        return self._best.get(line, {})

    @cached_property
    def growth_by_sentence(self) -> dict[tuple[str, Span], list[Report]]:
        """The growth rates reported, by the sentence of their first mention."""
        found: dict[tuple[str, Span], list[Report]] = {}
        for line, reports in self.lines.items():
            for report in reports if (line.measure, line.unit) == ("growth", "%") else ():
                mention = report.said.mentions[0]
                found.setdefault((mention.article, mention.quote), []).append(report)
        return found


def rank(report: Report) -> tuple[bool, bool, int]:
    """How much a report counts against others for the same period."""
    return report.said.role == "result", not report.said.early, report.order


def input_of(said: Result, label: str = "", mention: Mention | None = None) -> Input:
    """A result as an input, at its first mention unless told another."""
    return Input(label, said.value, said.period, mention or said.mentions[0])


def inputs_of(said: Result, label: str = "") -> tuple[Input, ...]:
    """A result as inputs, one for every mention."""
    return tuple(Input(label, said.value, said.period, mention) for mention in said.mentions)


def check(  # noqa: PLR0913 - the parts of a check
    kind: CheckKind,
    verdict: Verdict,
    said: Result,
    arithmetic: str,
    inputs: Sequence[Input],
    *,
    claim: Mention | None = None,
    note: str = "",
) -> Found:
    """A check on what a meeting said, with the meeting's id."""
    place = claim or said.mentions[0]
    names = (kind, f"{place.article}@{place.at.start}", *(_place(each) for each in inputs[1:]))
    return said.meeting, Check("|".join(names), kind, verdict, said.indicator, place, arithmetic, tuple(inputs), note)


def _place(each: Input) -> str:
    return f"{each.mention.article}@{each.mention.at.start}" if each.mention else ""


def slack(number: float) -> float:
    """Half a unit of the last digit that is not a zero: how far rounding may have moved a printed number."""
    if number == 0:
        return 0.0
    mantissa, _, exponent = f"{abs(number):.11e}".partition("e")
    decimals = len(mantissa.rstrip("0").partition(".")[2])
    return 0.5 * 10.0 ** (int(exponent) - decimals)
