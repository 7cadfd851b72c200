from __future__ import annotations

from math import inf

import pytest

from tui.ledger.interval import Interval
from tui.ledger.model import Value
from tui.screens.spans import arithmetic_text, bar, interval_text, value_text
from tui.words import load_words

VI = load_words("vi")


@pytest.mark.parametrize(
    ("interval", "unit", "text"),
    [
        (Interval(9.08, 9.48), "%", "9,08 – 9,48 %"),
        (Interval(0.78, 0.98), "pp", "0,78 – 0,98 điểm %"),
        (Interval(-inf, 1.49, high_open=True), "times", "< 1,49 lần"),
        (Interval(0, 1.49, high_open=True), "times", "< 1,49 lần"),
        (Interval(126, inf), "count", "≥ 126"),
        (Interval(10, inf, low_open=True), "%", "> 10 %"),
        (Interval(-inf, inf), "%", "chưa biết"),
        (Interval(36e9, 36e9), "USD", "36 tỷ USD"),
    ],
)
def test_an_interval_keeps_its_ends(interval: Interval, unit: str, text: str) -> None:
    assert interval_text(VI, interval, unit) == text


def test_a_printed_value_keeps_its_bound() -> None:
    assert value_text(VI, Value(60, 60, "almost", "count", "level")) == "< 60"
    assert value_text(VI, Value(8.3, 8.5, "range", "%", "growth")) == "8,3 – 8,5 %"
    assert value_text(VI, Value(0.27, 0.27, "exact", "%", "growth", "down")) == "−0,27 %"


@pytest.mark.parametrize(
    ("share", "drawn"), [(0, "░░░░"), (0.01, "▓░░░"), (0.5, "▓▓░░"), (0.99, "▓▓▓░"), (1, "▓▓▓▓"), (3, "▓▓▓▓")]
)
def test_a_bar_is_full_only_when_all_is_done(share: float, drawn: str) -> None:
    assert bar(share, 4) == drawn


@pytest.mark.parametrize(
    ("working", "text"),
    [
        ("253 / (> 170) = < 1.4882", "253 / (> 170) = < 1,49"),
        ("(< 800000000000) / 683000000000 - 1 = < 17.1303 %", "(< 800 tỷ) / 683 tỷ - 1 = < 17,13 %"),
        ("g2 = (g - w*g1) / (1 - w)", "g2 = (g - w*g1) / (1 - w)"),
        ("0.467*7.52", "0,467*7,52"),
        ("36 <= 60; 71 >= 65", "36 ≤ 60; 71 ≥ 65"),
        ("(8.3..8.5) - 7.52 = 0.78..0.98", "(8,3 – 8,5) - 7,52 = 0,78 – 0,98"),
    ],
)
def test_a_working_has_its_numbers_in_the_language(working: str, text: str) -> None:
    assert arithmetic_text(VI, working) == text
