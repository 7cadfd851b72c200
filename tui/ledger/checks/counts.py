"""Counts that can only grow within a year, counts repeated later, and counts whose unit changed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import windows
from tui.ledger.checks.facts import check, input_of
from tui.ledger.notation import grouped, printed, span
from tui.ledger.rules import load_rules
from tui.ledger.wording import alike

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.ledger.answers import Report
    from tui.ledger.checks.facts import Facts, Found, Line
    from tui.ledger.model import Result, Verdict

_NEAR = 0.01
"""Two final counts within a hundredth of each other are one count rounded twice."""
_JUMP = 3.0
"""Three times the pace of the first part of the year is more than a busy autumn."""

_UNLIKE = 5.0
"""A later count under a fifth of the earlier one is no revision: one of the two counts a part, or something else."""


def find(facts: Facts) -> Iterator[Found]:
    """Checks of running counts, repeated counts and changed units."""
    for line in facts.lines:
        kind = facts.kind(line.indicator)
        if line.measure != "level" or line.unit in {"%", "times", "ratio"}:
            continue
        if kind == "flow":
            yield from _running(facts, line)
        if kind in {"flow", "stock"}:
            yield from _repeated(facts, line, kind)


def _running(facts: Facts, line: Line) -> Iterator[Found]:
    """Within a year, the longer window next to the shorter one with the same first day."""
    starts: dict[object, list[Report]] = {}
    for code, report in facts.by_period(line).items():
        found = periods.parse(code)
        if found and found.start.year == found.end.year and report.said.role == "result":
            starts.setdefault(found.start, []).append(report)
    for reports in starts.values():
        reports.sort(key=lambda report: _end(report.said))
        for shorter, longer in pairwise(reports):
            if line.indicator not in load_rules().shrinking and not _unlike(shorter.said, longer.said):
                yield _grows(shorter.said, longer.said)
            yield from _unit_changed(shorter.said, longer.said)


def _end(said: Result) -> str:
    found = periods.parse(said.period)
    return found.end.isoformat() if found else ""


def _grows(shorter: Result, longer: Result) -> Found:
    falls = longer.value.interval.wholly_below(shorter.value.interval) and not _same_number(shorter, longer)
    sign = ">" if falls else "<="
    working = f"{grouped(printed(shorter.value))} {sign} {grouped(printed(longer.value))}"
    inputs = [input_of(longer, "longer"), input_of(shorter, "shorter")]
    return check("monotone", "conflict" if falls else "consistent", longer, working, inputs)


def _unlike(earlier: Result, later: Result) -> bool:
    return later.value.interval.high * _UNLIKE < earlier.value.interval.low


def _same_number(first: Result, second: Result) -> bool:
    return (first.value.low, first.value.high) == (second.value.low, second.value.high)


def _unit_changed(shorter: Result, longer: Result) -> Iterator[Found]:
    """Counts of different things under one name, where the rest of the window would need a leap."""
    rules = load_rules()
    kinds = (rules.document(shorter.noun), rules.document(longer.noun))
    weight = windows.elapsed(shorter.period, longer.period, {}, {})
    if None in kinds or kinds[0] == kinds[1] or weight is None or shorter.value.low <= 0:
        return
    share = weight[0]
    leap = (longer.value.low - shorter.value.low) / (1 - share) / (shorter.value.low / share)
    if 1 / _JUMP < leap < _JUMP:
        return
    left = longer.value.interval - shorter.value.interval
    ratio = left.over(shorter.value.interval) if left.low >= 0 else None
    first, second = grouped(printed(shorter.value)), grouped(printed(longer.value))
    result = f" = {span(ratio)}" if ratio else _upper(shorter, longer)
    working = f"({second} - {first}) / {first}{result}; {shorter.noun} / {longer.noun}"
    inputs = [input_of(longer, "longer"), input_of(shorter, "shorter")]
    yield check("unit_changed", "suspicious", longer, working, inputs, note="unit_changed")


def _upper(shorter: Result, longer: Result) -> str:
    """The most the quotient can be: the first part is at least what it is said to exceed."""
    low, high = shorter.value.interval.low, longer.value.interval.high
    if low <= 0 or high == float("inf"):
        return ""
    sign = "<" if shorter.value.interval.low_open or longer.value.interval.high_open else "<="
    return f" {sign} {(high - low) / low:.4g}"


def _repeated(facts: Facts, line: Line, kind: str) -> Iterator[Found]:
    """Values that different meetings give for the same period, or for the same stock."""
    groups: dict[str, list[Report]] = {}
    for report in facts.lines[line]:
        period = "" if kind == "stock" else report.said.period
        if report.said.role == "result" and (period or kind == "stock"):
            groups.setdefault(period, []).append(report)
    for group in groups.values():
        agreed = False
        for first, second in pairwise(_one_a_meeting(group)):
            same = first.value == second.value
            if same and not agreed:
                yield _repeats(facts, first, second)
            elif not same and kind == "flow" and not _unlike(first, second):
                yield _changed(line, first, second)
            agreed = agreed or same


def _one_a_meeting(group: Sequence[Report]) -> list[Result]:
    """The meetings' values in order; a meeting whose papers disagree has none."""
    held: dict[int, list[Result]] = {}
    for report in group:
        held.setdefault(report.order, []).append(report.said)
    return [said[0] for said in held.values() if len(said) == 1]


def _repeats(facts: Facts, first: Result, second: Result) -> Found:
    """The same number again: told in nearly the same words it may be copied, and then counts only once."""
    working = f"{grouped(printed(first.value))} = {grouped(printed(second.value))}"
    sources = {load_rules().body(said.speaker) for said in (first, second)}
    one_source = len(sources) == 1 or "" in sources
    copied = one_source and alike(facts.wording(first.mentions[0]), facts.wording(second.mentions[0]))
    return _recount("consistent", first, second, working, "may_be_copied" if copied else "same_number")


def _changed(line: Line, first: Result, second: Result) -> Found:
    """A later count of the same period: an early one may grow, a final one should stand."""
    before, after = first.value.interval, second.value.interval
    fell = after.wholly_below(before) and not _same_number(first, second)
    close = before.meets(after) or abs(first.value.low - second.value.low) <= _NEAR * abs(first.value.low)
    may_grow = first.early and not fell
    same = _same_number(first, second)
    fine = may_grow or close or same or (first.early and line.indicator in load_rules().shrinking)
    verdict: Verdict = "consistent" if fine else "suspicious"
    working = f"{grouped(printed(first.value))} -> {grouped(printed(second.value))}"
    return _recount(verdict, first, second, working, "later_count" if first.early else "revised")


def _recount(verdict: Verdict, first: Result, second: Result, working: str, note: str) -> Found:
    inputs = [input_of(second, "later"), input_of(first, "earlier")]
    return check("recount", verdict, second, working, inputs, note=note)
