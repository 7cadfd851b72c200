"""Numbers no article prints that follow from those it does, shown beside the result with their working."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import windows
from tui.ledger.checks.facts import Facts, input_of, line_of
from tui.ledger.interval import Interval
from tui.ledger.model import Assumption, Derivation
from tui.ledger.notation import grouped, number, printed, span
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.ledger.answers import Report
    from tui.ledger.judge import Yardstick
    from tui.ledger.model import Result, Value
    from tui.ledger.rules import Ratio

_PERCENT = 100.0
_NO_AMOUNT = frozenset({"%", "times", "ratio", "pp"})
_NEAR = frozenset({"about", "almost"})


def derive(facts: Facts, yard_of: Callable[[str], Yardstick]) -> Iterator[tuple[Report, Derivation]]:
    """What follows from the results of one family: the year before, last year's share, sides of a balance, ratios."""
    yield from _sides(facts)
    for ratio in load_rules().ratios:
        yield from _ratios(facts, ratio)
    for line, reports in facts.lines.items():
        if line.measure == "level" and line.unit not in _NO_AMOUNT:
            yard = yard_of(line.indicator)
            for report in reports:
                if report.said.role == "result":
                    yield from _year_before(facts, report)
                    yield from _against_last_year(facts, report, yard)


def _sides(facts: Facts) -> Iterator[tuple[Report, Derivation]]:
    """Exports and imports from the turnover and the balance that one sentence gives for one period."""
    turnovers = {each.balance: each.turnover for each in load_rules().balances}
    for kind, sign in (("surplus", 1), ("deficit", -1)):
        for _, report, mention in facts.claimed(kind):
            balance = report.said
            line = line_of(balance)._replace(indicator=turnovers[balance.indicator])
            for other in facts.lines.get(line, ()):
                same = other.order == report.order and other.said.mentions[0].quote == mention.quote
                if same and other.said.period == balance.period and balance.period:
                    yield other, _side(other.said, balance, sign, "x")
                    yield other, _side(other.said, balance, -sign, "m")


def _side(turnover: Result, balance: Result, sign: int, name: str) -> Derivation:
    """Half the turnover, more or less half the balance: exports `x`, imports `m`."""
    found = (turnover.value.interval + balance.value.interval.scale(sign)).scale(0.5)
    plus = "+" if sign > 0 else "-"
    working = f"({grouped(printed(turnover.value))} {plus} {grouped(printed(balance.value))}) / 2 = {span(found)}"
    inputs = (input_of(turnover, "t"), input_of(balance, "b"))
    about = (Assumption("about_tenth", "", 0.1),) if "about" in {turnover.value.bound, balance.value.bound} else ()
    values = turnover.value, balance.value
    middle = (values[0].low + sign * values[1].low) / 2 if _is_near(*values) else None
    rule = "exports_from_balance" if name == "x" else "imports_from_balance"
    formula = f"{name} = (t {plus} b) / 2"
    return Derivation(rule, formula, working, inputs, (*about, *_as_printed(*values)), found, turnover.unit, middle)


def _ratios(facts: Facts, row: Ratio) -> Iterator[tuple[Report, Derivation]]:
    """`đăng ký 36,6 tỷ, thực hiện 23,2 tỷ`: one as a share of the other, both of one meeting and one period."""
    for line, reports in facts.lines.items():
        if line.indicator == row.part and line.measure == "level" and line.unit not in _NO_AMOUNT:
            wholes = facts.lines.get(line._replace(indicator=row.whole), ())
            for report in reports:
                same = [each.said for each in wholes if _of_one_time(each, report)]
                if len(same) == 1 and report.said.role == "result" and same[0].value.low > 0:
                    yield report, _ratio(row, report.said, same[0])


def _of_one_time(first: Report, second: Report) -> bool:
    same = (first.order, first.said.role, first.said.period) == (second.order, second.said.role, second.said.period)
    return same and bool(first.said.period)


def _ratio(row: Ratio, part: Result, whole: Result) -> Derivation:
    values = part.value, whole.value
    found = (part.value.interval.over(whole.value.interval) or Interval(0.0, float("inf"))).scale(_PERCENT)
    nominal = part.value.low / whole.value.low * _PERCENT if _is_near(*values) else None
    shown = f"= {span(found)}" if found.says_something or nominal is None else f"~ {number(nominal)}"
    working = f"{grouped(printed(part.value))} / {grouped(printed(whole.value))} * 100 {shown}"
    inputs = (input_of(part, "x"), input_of(whole, "y"))
    return Derivation(row.id, "x / y * 100", working, inputs, _as_printed(*values), found, "%", nominal)


def _is_near(*values: Value) -> bool:
    """Whether the values as printed give a number to go by: some `gần` or `khoảng`, none `hơn` or a range."""
    bounds = {value.bound for value in values}
    return bool(bounds & _NEAR) and bounds <= {"exact", *_NEAR}


def _as_printed(*values: Value) -> tuple[Assumption, ...]:
    """What is taken for granted where such values are put in just as printed: how near `gần` is, nobody said."""
    almost = _is_near(*values) and any(value.bound == "almost" for value in values)
    return (Assumption("read_as_printed"),) if almost else ()


def _year_before(facts: Facts, report: Report) -> Iterator[tuple[Report, Derivation]]:
    """`36,6 tỷ, tăng 32,1 %`: the level of the year before, where both stand in one sentence."""
    said = report.said
    if not said.period or said.indicator in load_rules().real_growth:
        return
    mention = said.mentions[0]
    for other in facts.growth_by_sentence.get((mention.article, mention.quote), ()):
        growth = other.said
        if (growth.indicator, growth.place, growth.period) == (said.indicator, said.place, said.period):
            yield report, _level_before(said, growth)


def _level_before(said: Result, growth: Result) -> Derivation:
    rate = growth.value.interval
    factor = Interval(1 + rate.low / _PERCENT, 1 + rate.high / _PERCENT, rate.low_open, rate.high_open)
    found = said.value.interval.over(factor) or Interval(float("-inf"), float("inf"))
    working = f"{grouped(printed(said.value))} / (1 + {grouped(printed(growth.value))}/100) = {span(found)}"
    inputs = (input_of(said, "x"), input_of(growth, "g"))
    values = said.value, growth.value
    change = -growth.value.low if growth.value.direction == "down" else growth.value.low
    near = _is_near(*values) and change > -_PERCENT
    level = said.value.low / (1 + change / _PERCENT) if near else None
    assumptions = (Assumption("year_before_assumed"), *_as_printed(*values))
    return Derivation("year_before", "x0 = x / (1 + g/100)", working, inputs, assumptions, found, said.unit, level)


def _against_last_year(facts: Facts, report: Report, yard: Yardstick) -> Iterator[tuple[Report, Derivation]]:
    """The first part of a year against the whole of the year before, with the share of the year gone."""
    said = report.said
    found = periods.parse(said.period)
    if found is None or facts.kind(said.indicator) != "flow":
        return
    year = f"{found.start.year:04d}"
    weight = windows.elapsed(said.period, year, yard.given, yard.known) if windows.opens(said.period, year) else None
    before = facts.best(line_of(said), f"{found.start.year - 1:04d}")
    ratio = said.value.interval.over(before.said.value.interval) if before and weight else None
    if before is None or weight is None or ratio is None or before.order > report.order or not ratio.says_something:
        return
    working = f"{grouped(printed(said.value))} / {grouped(printed(before.said.value))} = {span(ratio)}"
    inputs = (input_of(said, "x"), input_of(before.said, "y"))
    yield report, Derivation("against_last_year", "x / y", working, inputs, (weight[1],), ratio, "times")
