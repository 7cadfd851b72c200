"""Numbers, values and intervals in neutral notation, for the arithmetic shown with every derived number."""

from __future__ import annotations

from math import inf, isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ledger.interval import Interval
    from tui.ledger.values import Value

_NOISE = 1e-12
_LARGE = 1e5
_SIGNS = {"about": "~ ", "almost": "< ", "under": "< ", "over": "> ", "at_least": ">= ", "at_most": "<= "}


def number(value: float) -> str:
    """At most four decimals, no grouping: `683000000000`, `0.78`; six digits of a large number that is no integer."""
    whole = abs(value - round(value)) < _NOISE * max(abs(value), 1.0)
    shown = round(value) if whole else float(f"{value:.6g}") if abs(value) >= _LARGE else value
    text = f"{shown:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def printed(value: Value) -> str:
    """A value as printed: `< 60`, `8.3..8.5`, `18/27`, negative where it fell."""
    if value.unit == "ratio":
        return f"{number(value.low)}/{number(value.high)}"
    sign = _SIGNS.get(value.bound, "")
    low, high = value.low, value.low if value.bound in {"over", "at_least"} else value.high
    body = number(low) if low == high else f"{number(low)}..{number(high)}"
    fell = value.direction == "down" and value.measure == "growth"
    return f"-({sign}{body})" if fell and sign else f"{sign}{'-' if fell else ''}{body}"


def span(interval: Interval) -> str:
    """An interval: `8.3..8.5`, `< 1.4882`, `>= 10`; one number where it is one."""
    low, high = interval.low, interval.high
    if interval.is_point:
        return number(low)
    if high == inf and low == -inf:
        return "?"
    if high == inf:
        return f"{'>' if interval.low_open else '>='} {number(low)}"
    if low == -inf or (low == 0 and interval.high_open):
        return f"{'<' if interval.high_open else '<='} {number(high)}"
    return f"{number(low)}..{number(high)}"


def grouped(text: str) -> str:
    """`text` in brackets where a sign or a range would run into the next operator."""
    return f"({text})" if text[:1] in "<>~-" or ".." in text else text


def end(value: float) -> float | None:
    """An end of an interval as a number to show: None where nothing limits that side, ten digits kept."""
    return float(f"{value:.10g}") if isfinite(value) else None
