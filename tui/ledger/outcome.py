"""One value against one aim: reached, exceeded, short of it, or not to be told."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Literal

from tui.ledger.interval import Interval, point

if TYPE_CHECKING:
    from tui.ledger.model import Value

Goal = Literal["up", "down"]
Outcome = Literal["over", "reached", "short", "unsure"]


def goal_of(aim: Value, better: str) -> Goal:
    """Whether to get above the aim or to stay below it.

    `ít nhất` and `không quá` say it themselves; otherwise the indicator does, and one that has no better side is
    aimed at from below. A wanted fall turns the sides: `giảm ít nhất 1 %` is at most -1 %.
    """
    fall = aim.measure == "growth" and aim.direction == "down"
    if aim.bound in {"at_least", "over"}:
        return "down" if fall else "up"
    if aim.bound in {"at_most", "under"}:
        return "up" if fall else "down"
    return "down" if fall or better == "down" else "up"


def outcome(aim: Value, result: Interval, goal: Goal) -> Outcome:
    """How `result` stands to `aim`.

    `gần x` and `khoảng x` as aims are surely reached only from x on, and surely missed only below all they may mean.
    """
    wanted = aim.interval
    named = _named(aim)
    if goal == "down":
        wanted, result, named = -wanted, -result, None if named is None else -named
    reach = Interval(wanted.low, inf, wanted.low_open) if named is None else Interval(named, inf)
    if result.inside(reach):
        top = wanted if named is None or aim.bound == "about" else point(named)
        return "over" if top.high < inf and top.wholly_below(result) else "reached"
    return "short" if result.wholly_below(wanted) else "unsure"


def _named(aim: Value) -> float | None:
    """The number of an aim that is only near it; None for an aim with ends."""
    if aim.bound not in {"about", "almost"}:
        return None
    return -aim.high if aim.measure == "growth" and aim.direction == "down" else aim.high


def ends(aim: Value) -> Interval:
    """The aim's own numbers as printed, signed: one number, or the band."""
    banded = aim.bound in {"range", "vague"} and aim.unit != "ratio"
    printed = Interval(aim.low, aim.high) if banded else point(aim.low)
    return -printed if aim.measure == "growth" and aim.direction == "down" else printed
