"""Values of the ledger as text: printed values, intervals with open ends, gaps."""

from __future__ import annotations

import re
from math import isinf
from typing import TYPE_CHECKING

from tui import present

if TYPE_CHECKING:
    from tui.ledger.interval import Interval
    from tui.ledger.model import Value
    from tui.words import Words

_DIGITS = 2
_SIGNS = (("..", " – "), ("<=", "≤"), (">=", "≥"))
_NUMBER = re.compile(r"(?<!\w)(?<!\w\.)\d+(?:\.\d+)?(?![\w.]*[A-Za-z_])")


def value_text(words: Words, value: Value) -> str:
    """A value as printed: `8,3 – 8,5 %`, `< 60`."""
    direction = value.direction if value.measure == "growth" else None
    return present.value(words, value.low, value.high, value.bound, value.unit, direction=direction)


def interval_text(words: Words, found: Interval, unit: str) -> str:
    """All a worked-out number may be: `9,08 – 9,48 %`, `< 1,49 lần`."""
    return limits_text(words, found.low, found.high, unit, low_open=found.low_open, high_open=found.high_open)


def limits_text(  # noqa: PLR0913 - the two ends of an interval
    words: Words, low: float | None, high: float | None, unit: str, *, low_open: bool = False, high_open: bool = False
) -> str:
    """The stretch between two ends, either of which may be missing or not reached."""
    bottom = None if low is None or isinf(low) else low
    top = None if high is None or isinf(high) else high
    if bottom is None and top is None:
        return words("panel.any")
    if top is None or bottom is None or (bottom == 0 and top > 0):
        end, sign = (bottom, ">" if low_open else "≥") if top is None else (top, "<" if high_open else "≤")
        return f"{sign} {present.amount(words, end or 0.0, end or 0.0, unit, _DIGITS)}"
    mark = "> " if low_open and bottom != top else ""
    return f"{mark}{present.amount(words, round(bottom, _DIGITS), round(top, _DIGITS), unit, _DIGITS)}"


def arithmetic_text(words: Words, working: str) -> str:
    """A working in neutral notation with its numbers as the language writes them: `253 / > 170 < 1,49`, `683 tỷ`."""
    text = _NUMBER.sub(lambda found: _number_text(words, float(found[0])), working)
    for written, shown in _SIGNS:
        text = text.replace(written, shown)
    return text


def _number_text(words: Words, value: float) -> str:
    return present.amount(words, value, value, "", _DIGITS + (abs(value) < 1))


def bar(share: float, cells: int) -> str:
    """A bar `cells` wide, `share` of it filled; never quite full or empty for a share between."""
    filled = round(max(0.0, min(1.0, share)) * cells)
    if 0 < share < 1:
        filled = max(1, min(cells - 1, filled))
    return "▓" * filled + "░" * (cells - filled)
