"""`253 …, gấp đôi năm 2024`: a multiple of an earlier value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger.checks.facts import check, input_of, inputs_of, line_of
from tui.ledger.interval import Interval
from tui.ledger.notation import grouped, number, printed, span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.ledger.answers import Report
    from tui.ledger.checks.facts import Facts, Found
    from tui.ledger.claims import Claim
    from tui.ledger.model import Input, Mention, Result, Value, Verdict

_ROUND = 0.1
"""`gấp đôi` is a round word: a tenth off either way is still called double."""


def find(facts: Facts) -> Iterator[Found]:
    """One check a claimed multiple."""
    for claim, report, mention in facts.claimed("multiple"):
        counted = facts.at(mention.article, claim.value_at) if claim.value_at else None
        if counted is not None:
            yield _check(facts, claim, report.said, mention, counted)


def _check(facts: Facts, claim: Claim, said: Result, mention: Mention, counted: Report) -> Found:
    inputs = [input_of(said, "claim", mention), input_of(counted.said, "value")]
    base = facts.best(line_of(counted.said), claim.base) if claim.base else None
    if base is None or base.said is counted.said:
        note = "base_not_found" if claim.base else "base_not_stated"
        working = f"{grouped(printed(counted.said.value))} / ? = {printed(said.value)}"
        return check("multiple", "undecidable", said, working, inputs, claim=mention, note=note)
    inputs.extend(_bases(facts, base))
    ratio = counted.said.value.interval.over(base.said.value.interval)
    claimed = _claimed(said.value)
    verdict = _verdict(ratio, claimed)
    result = span(ratio) if ratio else "?"
    working = (
        f"{grouped(printed(counted.said.value))} / {grouped(printed(base.said.value))} = {result}"
        f"; {_needed(counted.said.value, said.value)}"
    )
    note = _note(facts, counted.said, claim.base) if verdict == "conflict" else ""
    return check("multiple", verdict, said, working, inputs, claim=mention, note=note)


def _note(facts: Facts, counted: Result, base: str) -> str:
    """Whether the writer may have meant the same time of the year before, for which no figure is known."""
    same_time = periods.shift_years(counted.period, -1)
    unknown = same_time != base and facts.best(line_of(counted), same_time) is None
    return "same_time_last_year_unknown" if unknown else ""


def _bases(facts: Facts, base: Report) -> list[Input]:
    """Every mention of the base by any paper that gives the same value."""
    same = [
        report.said
        for report in facts.lines.get(line_of(base.said), ())
        if (report.said.period, report.said.value) == (base.said.period, base.said.value)
    ]
    return [each for said in same for each in inputs_of(said, "base")]


def _claimed(value: Value) -> Interval:
    exact = value.interval
    if value.bound in {"exact", "range"}:
        return Interval(exact.low * (1 - _ROUND), exact.high * (1 + _ROUND))
    return exact


def _verdict(ratio: Interval | None, claimed: Interval) -> Verdict:
    if ratio is None:
        return "undecidable"
    if not ratio.meets(claimed):
        return "conflict"
    return "consistent" if ratio.inside(claimed) else "undecidable"


def _needed(value: Value, claimed: Value) -> str:
    """What the base would have to be."""
    return f"{number(value.low)} / {number(claimed.low)} = {number(value.low / claimed.low)}" if claimed.low else "?"
