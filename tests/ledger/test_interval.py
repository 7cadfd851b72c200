from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ledger.interval import Interval, point, total
from tui.ledger.model import Value

if TYPE_CHECKING:
    from tui.model import Bound


def value(bound: Bound, low: float, high: float | None = None, **facts: object) -> Value:
    return Value(low, low if high is None else high, bound, "%", "growth", **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("printed", "possible", "impossible"),
    [
        (value("exact", 8), [8], [7.99, 8.01]),
        (value("almost", 60), [0, 59.9], [60, 61, -1]),  # gần 60: below 60, and nobody knows how far
        (value("over", 170), [170.1, 9999], [170, 169]),
        (value("at_least", 8), [8, 20], [7.99]),
        (value("at_most", 4.5), [4.5, -1], [4.51]),
        (value("under", 4.5), [4.49], [4.5]),
        (value("range", 8.3, 8.5), [8.3, 8.5], [8.29, 8.51]),
        (value("at_least", 10, 99), [10, 150], [9.9]),  # hai con số
        (value("about", 28), [26, 28, 30], [25, 31]),
        (value("exact", 0.27, direction="down"), [-0.27], [0.27]),
        (value("over", 1, direction="down"), [-1.5], [-1, 1]),
    ],
)
def test_a_value_may_be_what_its_words_allow(printed: Value, possible: list[float], impossible: list[float]) -> None:
    assert all(printed.interval.contains(number) for number in possible)
    assert not any(printed.interval.contains(number) for number in impossible)


def test_a_ratio_stands_for_what_is_done_of_it() -> None:
    assert Value(18, 27, "exact", "ratio", "level").interval == point(18)


def test_a_quotient_keeps_the_sign_of_what_is_only_known_from_one_side() -> None:
    ratio = point(253).over(Interval(170, inf, low_open=True))
    assert ratio is not None
    assert ratio.contains(1.488)
    assert not ratio.contains(253 / 170)
    assert not ratio.contains(2)
    assert not ratio.contains(0)


def test_no_quotient_without_magnitudes() -> None:
    assert point(1).over(Interval(-1, 1)) is None
    assert point(1).over(point(0)) is None


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        (point(7.52), Interval(8.3, 8.5), "below"),
        (point(8.3), Interval(8.3, 8.5), "within"),
        (Interval(8, inf, low_open=True), point(8), "above"),
        (Interval(0, 8, high_open=True), point(8), "below"),
        (Interval(8, inf), point(8), "straddles"),
        (point(0.1 + 0.2), point(0.3), "within"),
    ],
)
def test_order(left: Interval, right: Interval, order: str) -> None:
    assert left.order(right) == order


def test_an_interval_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="from 2 down to 1"):
        Interval(2, 1)


numbers = st.floats(-1e6, 1e6)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))
shares = st.floats(0, 1)


@given(intervals, intervals, shares, shares)
def test_sums_and_differences_hold_every_sum_and_difference(
    left: Interval, right: Interval, at: float, other: float
) -> None:
    x, y = left.low + at * (left.high - left.low), right.low + other * (right.high - right.low)
    assert _holds(left + right, x + y)
    assert _holds(left - right, x - y)
    assert _holds(left.scale(-2.5), -2.5 * x)
    assert _holds(total([left, right]), x + y)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(1e-3, 1e6), st.floats(1e-3, 1e6), shares, shares)
def test_quotients_hold_every_quotient(a: float, b: float, c: float, d: float, at: float, other: float) -> None:
    left, right = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    x, y = left.low + at * (left.high - left.low), right.low + other * (right.high - right.low)
    ratio = left.over(right)
    assert ratio is not None
    assert _holds(ratio, x / y)


@given(intervals, intervals)
def test_order_is_one_of_four_and_turns_with_its_sides(left: Interval, right: Interval) -> None:
    turned = {"below": "above", "above": "below"}
    order = left.order(right)
    if order in turned:
        assert right.order(left) == turned[order]
    assert left.meets(right) == right.meets(left)


def _holds(interval: Interval, number: float) -> bool:
    slack = 1e-6 * max(1.0, abs(number))
    return interval.low - slack <= number <= interval.high + slack
