"""Intervals with open or closed ends: arithmetic that keeps `<`, `>` and ranges as they were printed.

`gần 60` is known to be below 60 and, being a magnitude, not below 0. How near it is nobody printed,
so no lower end nearer than 0 is ever made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal

Order = Literal["below", "within", "above", "straddles"]

_NOISE = 1e-9


@dataclass(frozen=True, slots=True)
class Interval:
    """All the values a number may have.

    low, high: the ends; infinite where nothing limits that side
    low_open, high_open: the end itself is not a possible value
    """

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"an interval cannot run from {self.low} down to {self.high}")

    @property
    def is_point(self) -> bool:
        """Whether only one value is possible."""
        return self.low == self.high

    @property
    def says_something(self) -> bool:
        """Whether it rules out some magnitude."""
        return self.low > 0 or self.high < inf

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low, self.high_open, self.low_open)

    def __add__(self, other: Interval) -> Interval:
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def scale(self, factor: float) -> Interval:
        """Every value times `factor`, which must be finite."""
        if factor == 0:
            return point(0.0)
        scaled = self if factor > 0 else -self
        size = abs(factor)
        return Interval(scaled.low * size, scaled.high * size, scaled.low_open, scaled.high_open)

    def over(self, other: Interval) -> Interval | None:
        """Every quotient of a value of this by one of `other`; None unless both hold magnitudes and `other` some."""
        if self.low < 0 or other.low < 0 or other.high == 0:
            return None
        low = 0.0 if other.high == inf else self.low / other.high
        high = inf if other.low == 0 or self.high == inf else self.high / other.low
        low_open = self.low_open or other.high_open or (other.high == inf and self.low > 0)
        return Interval(low, high, low_open, self.high_open or other.low_open or high == inf)

    def contains(self, value: float) -> bool:
        """Whether `value` is possible."""
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    def wholly_below(self, other: Interval) -> bool:
        """Whether every value here is less than every value of `other`; noise of the last digit forgiven."""
        return _less(self.high, other.low) or (_equal(self.high, other.low) and (self.high_open or other.low_open))

    def meets(self, other: Interval) -> bool:
        """Whether some value is possible for both."""
        return not self.wholly_below(other) and not other.wholly_below(self)

    def inside(self, other: Interval) -> bool:
        """Whether every value here is possible for `other`."""
        return _end_inside(self, other) and _end_inside(-self, -other)

    def order(self, other: Interval) -> Order:
        """How this stands to `other`: wholly below, wholly above, wholly within, or neither."""
        if self.wholly_below(other):
            return "below"
        if other.wholly_below(self):
            return "above"
        return "within" if self.inside(other) else "straddles"


def point(value: float) -> Interval:
    """The interval that holds `value` alone."""
    return Interval(value, value)


def total(parts: list[Interval]) -> Interval:
    """The sum of `parts`; 0 for none."""
    result = point(0.0)
    for part in parts:
        result += part
    return result


def _less(left: float, right: float) -> bool:
    return left < right and not _equal(left, right)


def _equal(left: float, right: float) -> bool:
    if left == right:
        return True
    return abs(left - right) <= _NOISE * max(abs(left), abs(right), 1.0) if -inf < left - right < inf else False


def _end_inside(inner: Interval, outer: Interval) -> bool:
    """Whether the low end of `inner` is not lower than that of `outer`."""
    if _equal(inner.low, outer.low):
        return inner.low_open or not outer.low_open
    return inner.low > outer.low
