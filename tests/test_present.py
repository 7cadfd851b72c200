from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui import present
from tui.model import Bound, Dating
from tui.statements import load_lexicon
from tui.words import load_words

VI, EN = load_words("vi"), load_words("en")

VALUES = [
    (7.52, 7.52, "exact", "%", "7,52 %", "7.52 %"),
    (8.3, 8.5, "range", "%", "8,3 – 8,5 %", "8.3 – 8.5 %"),
    (60, 60, "almost", "count", "< 60", "< 60"),
    (170, 170, "over", "count", "> 170", "> 170"),
    (10, 99, "at_least", "%", "≥ 10 %", "≥ 10 %"),
    (683e9, 683e9, "exact", "USD", "683 tỷ USD", "683 billion USD"),
    (1116e12, 1116e12, "exact", "VND", "1.116 nghìn tỷ đồng", "1,116 trillion VND"),
    (6e6, 6e6, "almost", "count", "< 6 triệu", "< 6 million"),
    (12345678, 12345678, "exact", "count", "12.345.678", "12,345,678"),
    (18, 27, "exact", "ratio", "18/27", "18/27"),
    (2, 2, "exact", "times", "2 lần", "2 times"),
    (0.78, 0.98, "range", "pp", "0,78 – 0,98 điểm %", "0.78 – 0.98 pp"),
    (1000, 9999, "vague", "count", "~ 1.000 – 9.999", "~ 1,000 – 9,999"),
    (19000, 19000, "exact", "ha", "19.000 ha", "19,000 ha"),
]


@pytest.mark.parametrize(("low", "high", "bound", "unit", "vi", "en"), VALUES)
def test_values(low: float, high: float, bound: Bound, unit: str, vi: str, en: str) -> None:
    assert present.value(VI, low, high, bound, unit) == vi
    assert present.value(EN, low, high, bound, unit) == en


def test_a_decrease_has_a_minus_sign() -> None:
    assert present.value(VI, 0.27, 0.27, "exact", "%", direction="down") == "−0,27 %"


PERIODS = [
    ("2025", "năm 2025", "2025"),
    ("2025-S1", "6 tháng đầu năm 2025", "6T đầu 2025"),
    ("2025-S2", "6 tháng cuối năm 2025", "6T cuối 2025"),
    ("2024-Q3", "quý 3/2024", "Q3/2024"),
    ("2024-05", "tháng 5/2024", "T5/2024"),
    ("2024-07-18", "18/07/2024", "18/07/2024"),
    ("2024-01/2024-09", "9 tháng đầu năm 2024", "9T/2024"),
    ("2024-03/2024-09", "tháng 03/2024 – 09/2024", "T03/2024–09/2024"),
    ("2021/2025", "giai đoạn 2021 – 2025", "2021–2025"),
    ("2023-01-01/2024-04-02", "01/01/2023 – 02/04/2024", "01/01/2023–02/04/2024"),
    ("", "không rõ kỳ", "?"),
    ("soon", "soon", "soon"),
]


@pytest.mark.parametrize(("code", "full", "short"), PERIODS)
def test_periods(code: str, full: str, short: str) -> None:
    assert present.period(VI, code) == full
    assert present.period(VI, code, short=True) == short


def test_days() -> None:
    assert present.day(VI, date(2025, 7, 22)) == "22/07/2025"
    assert present.day(VI, None) == "không rõ ngày"
    assert present.dated(VI, Dating(date(2025, 7, 22), "inferred", "")) == "22/07/2025 (năm suy ra)"
    assert present.dated(VI, Dating(date(2025, 7, 22), "stated", "")) == "22/07/2025"


@given(st.floats(-1e15, 1e15))
def test_a_number_can_be_read_back(value: float) -> None:
    text = present.number(VI, value)
    back = float(text.replace(".", "").replace(",", ".").replace("−", "-"))
    assert back == pytest.approx(value, abs=0.0001)


@given(st.floats(1, 1e16), st.sampled_from(["USD", "count", "%"]))
def test_no_digits_are_lost_to_a_scale_word(value: float, unit: str) -> None:
    text = present.amount(EN, value, value, unit).removesuffix("USD").removesuffix("%").strip()
    count, _, word = text.partition(" ")
    factor = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "": 1.0}[word]
    assert float(count.replace(",", "")) * factor == pytest.approx(value, rel=1e-4, abs=0.0001)


@pytest.mark.parametrize(
    ("low", "high", "opened", "text"),
    [
        (9.08, 9.48, (False, False), "9,08 – 9,48 %"),
        (None, 1.4882, (False, True), "< 1,49 %"),
        (0.0, 62.5, (False, True), "< 62,5 %"),
        (62.5, None, (True, False), "> 62,5 %"),
        (None, None, (False, False), "chưa biết"),
        (27_706_283_118.0, 27_706_283_118.0, (False, False), "27,71 tỷ %"),
    ],
)
def test_a_stretch_between_two_ends(
    low: float | None, high: float | None, opened: tuple[bool, bool], text: str
) -> None:
    assert present.limits(VI, low, high, "%", low_open=opened[0], high_open=opened[1]) == text


@pytest.mark.parametrize(
    ("between", "nominal", "text"),
    [
        ("360 tỷ USD", None, "360 tỷ USD"),
        ("< 27,71 tỷ USD", 27_706_283_118.0, "≈ 27,7 tỷ USD (< 27,71 tỷ USD)"),
        ("", 63_388.0, "≈ 63.388 USD"),
        ("", None, "chưa biết"),
    ],
)
def test_a_worked_out_number_tells_what_the_printed_ones_give(between: str, nominal: float | None, text: str) -> None:
    assert present.worked_out(VI, between, nominal, "USD") == text


@pytest.mark.parametrize(
    ("language", "indicator", "series", "shown"),
    [
        ("vi", "budget_revenue", "budget_revenue", "Thu ngân sách nhà nước"),
        ("en", "budget_revenue", "budget_revenue", "State budget revenue"),
        ("vi", "other", "budget_revenue Hà Nội", "Thu ngân sách nhà nước Hà Nội"),
        ("en", "other", "gdp CN", "Gross domestic product CN"),
        ("vi", "other", "nợ xấu", "nợ xấu"),
        ("vi", "other", "", "other"),
    ],
)
def test_what_is_measured_is_named_with_the_place_it_is_of(
    language: str, indicator: str, series: str, shown: str
) -> None:
    assert present.subject(language, load_lexicon().indicator, indicator, series) == shown
