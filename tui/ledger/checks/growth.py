"""Growth against the levels it is the growth of, and claims of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import windows
from tui.ledger.checks.facts import check, input_of, line_of, slack
from tui.ledger.interval import Interval
from tui.ledger.notation import grouped, number, printed, span
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.ledger.answers import Report
    from tui.ledger.checks.facts import Facts, Found, Line
    from tui.ledger.claims import Claim
    from tui.ledger.model import Mention, Result, Value, Verdict

_PERCENT = 100.0
_SURE = frozenset({"exact", "about", "range"})


def find(facts: Facts) -> Iterator[Found]:
    """Checks of printed growth and of records."""
    for line, reports in facts.lines.items():
        if line.measure == "growth" and line.unit == "%" and line.indicator not in load_rules().real_growth:
            for report in reports:
                if report.said.role == "result" and report.said.period:
                    yield from _growth(facts, line, report.said)
    for claim, report, mention in facts.claimed("record"):
        yield from _record(facts, claim, report, mention)


def _growth(facts: Facts, line: Line, said: Result) -> Iterator[Found]:
    """Printed growth against the level of its period and that of the same period a year before."""
    for level_line in [each for each in facts.lines if _is_level_of(each, line)]:
        now = facts.best(level_line, said.period)
        before = facts.best(level_line, periods.shift_years(said.period, -1))
        if now and before and now.order == _order(facts, said):
            yield _levels(said, now.said, before.said)


def _is_level_of(level: Line, growth: Line) -> bool:
    same = (level.indicator, level.place) == (growth.indicator, growth.place)
    return same and level.measure == "level" and level.unit not in {"%", "times", "ratio"}


def _order(facts: Facts, said: Result) -> int:
    found = facts.at(said.mentions[0].article, said.mentions[0].at)
    return found.order if found else -1


def _levels(said: Result, now: Result, before: Result) -> Found:
    """The base of a growth is seldom printed: the year before is assumed, so a contradiction is only suspicious."""
    ratio = _rounded(now.value).over(_rounded(before.value))
    claimed = _rounded(said.value)
    from_levels = ratio and Interval(
        (ratio.low - 1) * _PERCENT, (ratio.high - 1) * _PERCENT, ratio.low_open, ratio.high_open
    )
    sure = now.value.bound in _SURE and before.value.bound in _SURE and said.value.bound in _SURE
    working = (
        f"{grouped(printed(now.value))} / {grouped(printed(before.value))} - 1 = "
        f"{span(from_levels) if from_levels else '?'} %; {printed(said.value)} %"
    )
    inputs = [input_of(said, "growth"), input_of(now, "level"), input_of(before, "level")]
    if from_levels is None or (from_levels.meets(claimed) and not sure):
        return check("growth_levels", "undecidable", said, working, inputs, note="year_before_assumed")
    verdict: Verdict = "consistent" if from_levels.meets(claimed) else "suspicious"
    return check("growth_levels", verdict, said, working, inputs, note="year_before_assumed")


def _rounded(value: Value) -> Interval:
    """The value with what rounding may have taken from it."""
    interval = value.interval
    return Interval(
        interval.low - slack(value.low) if interval.low > 0 or value.measure == "growth" else interval.low,
        interval.high + slack(value.high),
        interval.low_open,
        interval.high_open,
    )


def _record(facts: Facts, claim: Claim, report: Report, mention: Mention) -> Iterator[Found]:
    """A record against every earlier value of the same window that the corpus holds."""
    said = report.said
    own = periods.parse(said.period)
    if own is None or said.role not in {"result", "forecast"}:
        return
    earlier = sorted(
        (each for code, each in facts.by_period(line_of(said)).items() if _is_before(facts, claim, said, code)),
        key=lambda each: each.said.period,
    )
    inputs = [input_of(said, "record", mention)]
    if not earlier:
        yield check("record", "undecidable", said, printed(said.value), inputs, claim=mention, note="no_earlier_value")
        return
    higher = [each.said for each in earlier if said.value.interval.wholly_below(each.said.value.interval)]
    against = higher[-1] if higher else earlier[-1].said
    inputs.append(input_of(against, "earlier"))
    note = "only_in_corpus"
    if said.role == "forecast":
        note = "forecast_after_end" if _is_overdue(facts, said) else "still_forecast"
    verdict: Verdict = "conflict" if higher else "consistent"
    yield check("record", verdict, said, _working(said, against), inputs, claim=mention, note=note)


def _is_overdue(facts: Facts, said: Result) -> bool:
    """Whether a forecast was told after its period was over, and no article gives the actual value."""
    found = periods.parse(said.period)
    over = found is not None and said.date is not None and found.end < said.date
    return over and facts.best(line_of(said), said.period) is None


def _is_before(facts: Facts, claim: Claim, said: Result, code: str) -> bool:
    own, other = periods.parse(said.period), periods.parse(code)
    if own is None or other is None or other.end >= own.start:
        return False
    kind = facts.kind(said.indicator)
    same_window = windows.window(said.period, kind) == windows.window(code, kind)
    same_season = (own.start.month, own.end.month) == (other.start.month, other.end.month)
    return same_window and same_season and (not claim.years or own.start.year - other.start.year < claim.years)


def _working(said: Result, earlier: Result) -> str:
    first, second = grouped(printed(said.value)), grouped(printed(earlier.value))
    if said.measure != "level":
        return f"{first}; {second}"
    ratio = said.value.interval.over(earlier.value.interval)
    if ratio is None or ratio.high == float("inf"):
        return f"{first}; {second}"
    sign = "" if ratio.is_point else ("< " if ratio.high_open else "<= ")
    return f"{first} / {second} - 1 = {sign}{number((ratio.high - 1) * _PERCENT)} %"
