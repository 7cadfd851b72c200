"""How far a result is from its target and what the rest of the period has to bring, with the working."""

from __future__ import annotations

from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from tui.ledger.interval import Interval
from tui.ledger.model import Assumption, Derivation, Gap, Input, Pace, Required
from tui.ledger.notation import end, grouped, number, printed, span
from tui.ledger.outcome import ends

if TYPE_CHECKING:
    from tui.ledger.model import Answer, Target
    from tui.ledger.outcome import Goal

_GROWTH = "g2 = (g - w*g1) / (1 - w)"
_REST = "rest = target - done"


def gap(target: Target, answer: Answer, goal: Goal) -> tuple[Gap, Derivation] | None:
    """How far `answer` is on the wrong side of `target`, in percentage points between percentages; None if it is not.

    A side that only a qualifier leaves open stays open: from `gần 8` up to 8 it is more than 0, and nobody knows how
    much more.
    """
    aim, done = ends(target.value), answer.value.interval
    distance = aim - done if goal == "up" else done - aim
    if distance.high <= 0:
        return None
    distance = Interval(max(distance.low, 0.0), distance.high, distance.low_open, distance.high_open)
    high = None if answer.value.bound == "almost" and goal == "up" else end(distance.high)
    unit = "pp" if target.unit == "%" else target.unit
    found = Gap(end(distance.low), high, unit, distance.low_open, distance.high_open)
    return found, _gap_working(target, answer, goal, distance, unit)


def _gap_working(target: Target, answer: Answer, goal: Goal, distance: Interval, unit: str) -> Derivation:
    aim, done = printed(target.value), printed(answer.value)
    first, second = (aim, done) if goal == "up" else (done, aim)
    formula = "gap = target - result" if goal == "up" else "gap = result - target"
    arithmetic = f"{grouped(first)} - {grouped(second)} = {span(distance)}"
    return Derivation("gap", formula, arithmetic, _inputs(target, answer), _near(target, answer), distance, unit)


def required_growth(
    target: Target, answer: Answer, goal: Goal, rest: str, weight: tuple[float, Assumption]
) -> Required | None:
    """The growth the rest of the period needs so that the whole reaches the target.

    The whole's growth is the mean of its parts' growth, weighted by what each part made up of the base year.
    None where the answered part is all or nothing.
    """
    share, assumption = weight
    if not 0 < share < 1 or not rest:
        return None
    needed = ends(target.value).scale(1 / (1 - share)) - answer.value.interval.scale(share / (1 - share))
    w = number(share)
    arithmetic = f"({grouped(printed(target.value))} - {w}*{grouped(printed(answer.value))}) / (1 - {w})"
    assumptions = (assumption, *_near(target, answer))
    working = Derivation(
        "required_growth",
        _GROWTH,
        f"{arithmetic} = {span(needed)}",
        _inputs(target, answer, ("g", "g1")),
        assumptions,
        needed,
        target.unit,
    )
    return _required(target, goal, rest, needed, working)


def required_rest(target: Target, answer: Answer, goal: Goal, rest: str) -> Required | None:
    """What is still to be done of an amount, or still allowed under a ceiling; None if nothing is."""
    left = ends(target.value) - answer.value.interval
    if left.high <= 0 or not rest:
        return None
    left = Interval(max(left.low, 0.0), left.high, left.low_open, left.high_open)
    arithmetic = f"{grouped(printed(target.value))} - {grouped(printed(answer.value))} = {span(left)}"
    inputs = _inputs(target, answer, ("target", "done"))
    working = Derivation("required_rest", _REST, arithmetic, inputs, _near(target, answer), left, target.unit)
    return _required(target, goal, rest, left, working)


def pace(target: Target, answer: Answer, weight: tuple[float, Assumption]) -> Pace | None:
    """The share of the target reached against the share of its period gone; None where there is no share."""
    aim = ends(target.value)
    done = answer.value.interval
    if done.low == -inf:  # an amount said only to be under something is still no less than nothing
        done = replace(done, low=0.0)
    reached = done.over(aim)
    return Pace(reached, weight[0], (weight[1], *_near(target, answer))) if reached else None


def _required(target: Target, goal: Goal, rest: str, needed: Interval, working: Derivation) -> Required:
    """The need with the side left open that the target leaves open."""
    low, high = end(needed.low), end(needed.high)
    if target.value.bound in {"at_least", "over", "at_most", "under"}:
        low, high = (low, None) if goal == "up" else (None, high)
    return Required(rest, low, high, target.unit, working.formula, working.assumptions, working)


def _inputs(target: Target, answer: Answer, labels: tuple[str, str] = ("target", "result")) -> tuple[Input, ...]:
    return (
        Input(labels[0], target.value, target.period, target.mentions[0]),
        Input(labels[1], answer.value, answer.period, answer.mentions[0]),
    )


def _near(target: Target, answer: Answer) -> tuple[Assumption, ...]:
    """What is taken for granted of `khoảng x`."""
    near = "about" in {target.value.bound, answer.value.bound}
    return (Assumption("about_tenth", "", 0.1),) if near else ()
