"""Values, periods and dates as text for a reader: `8,3 – 8,5 %`, `< 60`, `6 tháng đầu năm 2025`, `22/07/2025`."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui import period as periods
    from tui.model import Bound, Dating, Direction, Statement
    from tui.words import Words

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MOST_DECIMALS = 3
_DIGITS, _NEAR_DIGITS = 2, 1
_LARGE = 1e6


def number(words: Words, value: float, digits: int = 4) -> str:
    """`value` with the language's decimal sign and groups of thousands, `digits` decimals at most: `1.116,5`."""
    plain = f"{value:,.{digits}f}"
    whole, _, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    grouped = whole.replace(",", words("number.group")).replace("-", "−")
    return f"{grouped}{words('number.decimal')}{decimals}" if decimals else grouped.replace("−0", "0")


def amount(words: Words, low: float, high: float, unit: str, digits: int = 4) -> str:
    """One value or a range with its unit: `8,3 – 8,5 %`, `683 tỷ USD`, `18/27`; no unit for a count."""
    if unit == "ratio":
        return f"{number(words, low, digits)}/{number(words, high, digits)}"
    scale, name = _scale(low, high)
    first, last = (number(words, value / scale, digits) for value in (low, high))
    span = first if low == high else f"{first} – {last}"
    suffix = "" if unit in {"count", ""} else words.of("unit", unit)
    return " ".join(part for part in (span, words(f"scale.{name}") if name else "", suffix) if part)


def value(  # noqa: PLR0913 - the parts of a printed number
    words: Words,
    low: float,
    high: float,
    bound: Bound,
    unit: str,
    *,
    direction: Direction | None = None,
    digits: int = 4,
) -> str:
    """A value as far as it is known: `< 60`, `≥ 10 %`, `−0,27 %`, `~ 1.000 – 9.999`."""
    if bound in {"at_least", "over"}:
        high = low
    elif bound in {"at_most", "under", "almost"} and unit != "ratio":
        low = high
    sign = "−" if direction == "down" else ""
    text = f"{sign}{amount(words, low, high, unit, digits)}"
    mark = words(f"bound.{bound}")
    return f"{mark} {text}" if mark else text


def limits(  # noqa: PLR0913 - the two ends of an interval
    words: Words, low: float | None, high: float | None, unit: str, *, low_open: bool = False, high_open: bool = False
) -> str:
    """The stretch between two ends, either of which may be missing or not reached: `9,08 – 9,48 %`, `< 1,49 lần`."""
    bottom = None if low is None or isinf(low) else _rounded(low)
    top = None if high is None or isinf(high) else _rounded(high)
    if top is None and bottom is None:
        return words("panel.any")
    if top is None or bottom is None or (bottom == 0 and top > 0):
        end, sign = (bottom, ">" if low_open else "≥") if top is None else (top, "<" if high_open else "≤")
        return f"{sign} {amount(words, end or 0.0, end or 0.0, unit, _DIGITS)}"
    mark = "> " if low_open and bottom != top else ""
    return f"{mark}{amount(words, bottom, top, unit, _DIGITS)}"


def worked_out(words: Words, between: str, nominal: float | None, unit: str) -> str:
    """A number no article prints: what the printed ones give if there is such, then what it lies `between` if known."""
    if nominal is None:
        return between or words("panel.any")
    rounded = _rounded(nominal)
    near = f"≈ {amount(words, rounded, rounded, unit, _NEAR_DIGITS)}"
    return f"{near} ({between})" if between else near


def _rounded(value: float) -> float:
    """A worked-out number without digits that nobody reads: two decimals, five digits of a large one."""
    return float(f"{value:.5g}") if abs(value) >= _LARGE else round(value, _DIGITS)


def statement_value(words: Words, statement: Statement) -> str:
    """The value of a statement; a decrease has a minus sign only where it is a change."""
    figure = statement.figure
    direction = figure.direction if statement.measure == "growth" else None
    return value(words, figure.low, figure.high, figure.bound, figure.unit, direction=direction)


def period(words: Words, code: str, *, short: bool = False) -> str:
    """A period code in words: `9 tháng đầu năm 2024`; the code itself if it names no period."""
    table = "period_short" if short else "period"
    if not code:
        return words(f"{table}.none")
    from tui import period as periods

    found = periods.parse(code)
    return _period_words(words, table, found) if found else code


def day(words: Words, when: date | None) -> str:
    """`22/07/2025`, or the words for an unknown day."""
    return f"{when:%d/%m/%Y}" if when else words("date.none")


def dated(words: Words, dating: Dating) -> str:
    """The day, saying so where its year was inferred."""
    text = day(words, dating.date)
    return words("date.inferred", date=text) if dating.date and dating.source == "inferred" else text


def _period_words(words: Words, table: str, found: periods.Period) -> str:
    key, params = _period_entry(words, found)
    return words(f"{table}.{key}", **params)


def _period_entry(words: Words, found: periods.Period) -> tuple[str, dict[str, object]]:
    """Which entry words a period, and its parameters."""
    start, end = found.start, found.end
    opening = found.kind == "months" and start.month == 1 and start.year == end.year
    entries: dict[periods.Kind, tuple[str, dict[str, object]]] = {
        "year": ("year", {"year": start.year}),
        "half": (f"half{1 if start.month == 1 else 2}", {"year": start.year}),
        "quarter": ("quarter", {"quarter": (start.month + 2) // 3, "year": start.year}),
        "month": ("month", {"month": start.month, "year": start.year}),
        "day": ("day", {"day": day(words, start)}),
        "years": ("years", {"first": start.year, "last": end.year}),
        "months": ("months", {"first": f"{start:%m/%Y}", "last": f"{end:%m/%Y}"}),
        "days": ("days", {"first": day(words, start), "last": day(words, end)}),
    }
    return ("first_months", {"n": end.month, "year": end.year}) if opening else entries[found.kind]


def _scale(low: float, high: float) -> tuple[float, str]:
    """The largest scale word that shows both values without losing digits."""
    for scale, name in _SCALES:
        if min(low, high) >= scale and all(_is_short(value / scale) for value in (low, high)):
            return scale, name
    return 1.0, ""


def _is_short(value: float) -> bool:
    return abs(value - round(value, _MOST_DECIMALS)) <= 1e-9 * abs(value)


class Named(Protocol):
    """What has a name in either language."""

    @property
    def label_vi(self) -> str:
        """In Vietnamese."""

    @property
    def label_en(self) -> str:
        """In English."""


def subject(language: str, known: Callable[[str], Named | None], indicator: str, series: str) -> str:
    """What is measured, by the name that `known` has for it: `GDP`; of another place, with that: `GDP Hà Nội`.

    For what is not known, the words of its series.
    """
    name, _, place = series.partition(" ")
    own = known(indicator)
    found = own or (known(name) if place else None)
    if found is None:
        return series or indicator
    label = found.label_vi if language == "vi" else found.label_en
    return label if own else f"{label} {place}"
