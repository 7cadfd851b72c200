"""Parts and their whole, shares of one whole, and totals that additions make grow."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tui.ledger.checks.facts import check, input_of, inputs_of, line_of, slack
from tui.ledger.interval import Interval, total
from tui.ledger.notation import number, printed, span
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.ledger.answers import Report
    from tui.ledger.checks.facts import Facts, Found
    from tui.ledger.claims import Claim
    from tui.ledger.model import Mention, Result, Verdict
    from tui.ledger.rules import Parts, Running

_WHOLE = 100.0


def find(facts: Facts) -> Iterator[Found]:
    """Checks of parts, shares, running totals and named new members."""
    yield from _parts(facts)
    yield from _shares(facts)
    for running in load_rules().running:
        yield from _added(facts, running)
    for claim, report, mention in facts.claimed("joined"):
        yield from _joined(facts, claim, report, mention)


def _parts(facts: Facts) -> Iterator[Found]:
    rows = {each.whole: each for each in load_rules().parts}
    for report in facts.reports:
        row = rows.get(report.said.indicator)
        if row and report.said.role == "result" and report.said.measure == "level" and report.said.period:
            yield from _whole(facts, row, report)


def _whole(facts: Facts, row: Parts, report: Report) -> Iterator[Found]:
    """The parts the same paper gives for the same period, added up."""
    whole = report.said
    parts = [found for name in row.parts for found in [_part(facts, name, report)] if found]
    if not parts:
        return
    added = total([part.value.interval for part in parts])
    wide = _widened(added, sum(slack(part.value.low) for part in parts) if row.complete else 0.0)
    limit = _widened(whole.value.interval, slack(whole.value.low) if row.complete else 0.0)
    working = f"{' + '.join(printed(part.value) for part in parts)} = {span(added)}"
    inputs = [input_of(whole, "whole"), *(input_of(part, "part") for part in parts)]
    all_there = len(parts) == len(row.parts)
    if limit.wholly_below(wide) or (row.complete and all_there and not wide.meets(limit)):
        yield check("parts", "conflict", whole, f"{working}; {printed(whole.value)}", inputs)
    elif all_there and row.complete:
        yield check("parts", "consistent", whole, f"{working}; {printed(whole.value)}", inputs)
    elif all_there:
        rest = span(whole.value.interval - added)
        working = f"{working} <= {printed(whole.value)}; {printed(whole.value)} - {span(added)} = {rest}"
        yield check("parts", "consistent", whole, working, inputs, note="rest_not_broken_down")


def _part(facts: Facts, name: str, whole: Report) -> Result | None:
    """The one value a paper on the whole gives for a part; None where it gives none or several."""
    papers = {mention.article for mention in whole.said.mentions}
    line = line_of(whole.said)._replace(indicator=name)
    found = [
        report.said
        for report in facts.lines.get(line, ())
        if report.order == whole.order
        and report.said.period == whole.said.period
        and papers.intersection(mention.article for mention in report.said.mentions)
    ]
    return found[0] if len(found) == 1 else None


def _widened(interval: Interval, by: float) -> Interval:
    return Interval(interval.low - by, interval.high + by, interval.low_open, interval.high_open)


def _shares(facts: Facts) -> Iterator[Found]:
    """Shares that different places have in one whole, in one sentence of one paper, cannot exceed it together."""
    groups: dict[tuple[object, ...], list[Result]] = {}
    for report in facts.reports:
        said = report.said
        if said.measure == "share" and said.unit == "%" and said.role == "result":
            mention = said.mentions[0]
            groups.setdefault((said.indicator, said.period, mention.article, mention.quote), []).append(said)
    for group in groups.values():
        yield from _share_sum(group)


def _share_sum(group: Sequence[Result]) -> Iterator[Found]:
    places = [code for said in group for code in said.place.split(",")]
    added = total([said.value.interval for said in group])
    over = added.low > _WHOLE + sum(slack(said.value.low) for said in group)
    if over and len(set(places)) == len(places):
        working = f"{' + '.join(printed(said.value) for said in group)} = {span(added)} > 100"
        yield check("share", "suspicious", group[0], working, [input_of(said, "share") for said in group])


def _added(facts: Facts, running: Running) -> Iterator[Found]:
    """Total less addition is the same start, whichever meeting reports them for the same period."""
    starts: dict[tuple[str, str], list[tuple[Result, Result]]] = {}
    for line, reports in facts.lines.items():
        for report in reports if line.indicator == running.total else ():
            added = _addition(facts, running.added, report)
            if added and report.said.value.bound == added.value.bound == "exact":
                starts.setdefault((line.place, added.period), []).append((report.said, added))
    for pairs in starts.values():
        for (first, first_added), (second, second_added) in pairwise(pairs):
            if first.meeting != second.meeting:
                yield _same_start(first, first_added, second, second_added)


def _addition(facts: Facts, name: str, whole: Report) -> Result | None:
    line = line_of(whole.said)._replace(indicator=name)
    found = [
        report.said
        for report in facts.lines.get(line, ())
        if report.order == whole.order and report.said.mentions[0].quote == whole.said.mentions[0].quote
    ]
    return found[0] if len(found) == 1 else None


def _same_start(first: Result, first_added: Result, second: Result, second_added: Result) -> Found:
    before, after = first.value.low - first_added.value.low, second.value.low - second_added.value.low
    working = (
        f"{number(first.value.low)} - {number(first_added.value.low)} = {number(before)}; "
        f"{number(second.value.low)} - {number(second_added.value.low)} = {number(after)}"
    )
    inputs = [input_of(second, "total"), input_of(second_added, "added"), input_of(first, "total")]
    inputs.append(input_of(first_added, "added"))
    verdict: Verdict = "consistent" if before == after else "suspicious"
    return check("running_total", verdict, second, working, inputs)


def _joined(facts: Facts, claim: Claim, report: Report, mention: Mention) -> Iterator[Found]:
    """An earlier total and the members named as new."""
    earlier = [
        each.said
        for each in facts.lines.get(line_of(report.said), ())
        if each.order < report.order and each.said.role == "result" and each.said.value.bound == "exact"
    ]
    if not earlier or not claim.names or report.said.value.bound != "exact":
        return
    before, after, new = earlier[-1], report.said.value.low, len(claim.names)
    fits = before.value.low + new == after
    working = f"{number(before.value.low)} + {new} ({', '.join(claim.names)}) = {number(before.value.low + new)}"
    inputs = [input_of(report.said, "total", mention), *inputs_of(before, "total")]
    note = "" if fits else "others_may_have_joined"
    verdict: Verdict = "consistent" if fits else "undecidable"
    yield check("running_total", verdict, report.said, f"{working}; {number(after)}", inputs, claim=mention, note=note)
