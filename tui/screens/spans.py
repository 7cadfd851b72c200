"""Values of the ledger as text: printed values, intervals with open ends, gaps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui import present

if TYPE_CHECKING:
    from tui.ledger.interval import Interval
    from tui.ledger.model import Derivation, Value
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
    return present.limits(words, found.low, found.high, unit, low_open=found.low_open, high_open=found.high_open)


def derived_text(words: Words, found: Derivation) -> str:
    """A number that was worked out, as near as the printed ones tell: `≈ 27,7 tỷ USD (< 27,71 tỷ USD)`, `360`."""
    between = interval_text(words, found.result, found.unit) if found.result.says_something else ""
    return present.worked_out(words, between, found.nominal, found.unit)


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
