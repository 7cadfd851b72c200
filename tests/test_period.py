"""Periods: what a code names, and how two stand to each other."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.period import parse, relation, remainder, shift_years


@pytest.mark.parametrize(
    ("code", "kind", "start", "end"),
    [
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-S1", "half", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-S2", "half", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q1", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "month", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-07-18", "day", date(2024, 7, 18), date(2024, 7, 18)),
        ("2024-01/2024-09", "months", date(2024, 1, 1), date(2024, 9, 30)),
        ("2023-11/2024-02", "months", date(2023, 11, 1), date(2024, 2, 29)),
        ("2021/2025", "years", date(2021, 1, 1), date(2025, 12, 31)),
        ("2023-01-01/2024-04-02", "days", date(2023, 1, 1), date(2024, 4, 2)),
    ],
)
def test_parse(code: str, kind: str, start: date, end: date) -> None:
    period = parse(code)
    assert period is not None
    assert (period.code, period.kind, period.start, period.end) == (code, kind, start, end)
    assert period.days == (end - start).days + 1


@pytest.mark.parametrize(
    "code",
    [
        "", "24", "20245", "2024-", "2024-S3", "2024-Q0", "2024-Q5", "2024-00", "2024-13", "2024-7", "2024-02-30",
        "2023-02-29", "2024/2021", "2024/", "/2024", "2024/2025-01", "2024-Q1/2024-Q2", "2024-S1/2024-S2", "0000",
        "2024 ", "năm 2024", "2021/2022/2023", "9999",
    ],
)  # fmt: skip
def test_what_is_no_period(code: str) -> None:
    assert parse(code) is None


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        ("2024", "2024", "same"),
        ("2024-S1", "2024-01/2024-06", "same"),
        ("2024-Q3", "2024-07/2024-09", "same"),
        ("2024-S1", "2024", "part_of"),
        ("2024-05", "2024-Q2", "part_of"),
        ("2024-07-18", "2021/2025", "part_of"),
        ("2024", "2024-S2", "contains"),
        ("2023", "2024", "earlier"),
        ("2024-S2", "2024-S1", "later"),
        ("2024-05/2024-08", "2024-S1", "overlapping"),
    ],
)
def test_relation(part: str, whole: str, expected: str) -> None:
    first, second = parse(part), parse(whole)
    assert first is not None
    assert second is not None
    assert relation(first, second) == expected


@pytest.mark.parametrize(
    ("code", "years", "shifted"),
    [
        ("2024", -1, "2023"),
        ("2024-S1", 1, "2025-S1"),
        ("2024-01/2024-09", -1, "2023-01/2023-09"),
        ("2021/2025", 5, "2026/2030"),
        ("2024-02-29", -1, "2023-02-28"),
        ("2024-02-29", -4, "2020-02-29"),
        ("đầu năm", 1, "đầu năm"),
        ("", 1, ""),
    ],
)
def test_shift_years(code: str, years: int, shifted: str) -> None:
    assert shift_years(code, years) == shifted


@pytest.mark.parametrize(
    ("part", "whole", "left"),
    [
        ("2025-S1", "2025", (date(2025, 7, 1), date(2025, 12, 31))),
        ("2025-01/2025-09", "2025", (date(2025, 10, 1), date(2025, 12, 31))),
        ("2025", "2021/2025", None),
        ("2025", "2025", None),
        ("2025-S2", "2025", None),
        ("2024", "2025", None),
        ("2026", "2025", None),
        ("2024", "2021/2025", (date(2025, 1, 1), date(2025, 12, 31))),
    ],
)
def test_remainder(part: str, whole: str, left: tuple[date, date] | None) -> None:
    first, second = parse(part), parse(whole)
    assert first is not None
    assert second is not None
    assert remainder(first, second) == left


DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
CODES = st.one_of(
    DAYS.map(lambda day: f"{day.year}"),
    DAYS.map(lambda day: f"{day.year}-S{1 + (day.month - 1) // 6}"),
    DAYS.map(lambda day: f"{day.year}-Q{1 + (day.month - 1) // 3}"),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y-%m-%d}"),
    st.tuples(DAYS, DAYS).map(lambda days: f"{min(days).year}/{max(days).year}"),
    st.tuples(DAYS, DAYS).map(lambda days: f"{min(days):%Y-%m}/{max(days):%Y-%m}"),
)
OPPOSITE = {
    "same": "same",
    "part_of": "contains",
    "contains": "part_of",
    "earlier": "later",
    "later": "earlier",
    "overlapping": "overlapping",
}


@given(CODES, CODES)
def test_relations_are_mirrored(one: str, other: str) -> None:
    first, second = parse(one), parse(other)
    assert first is not None
    assert second is not None
    assert relation(second, first) == OPPOSITE[relation(first, second)]


@given(CODES, st.integers(-20, 20))
def test_a_shifted_period_keeps_its_kind(code: str, years: int) -> None:
    before, after = parse(code), parse(shift_years(code, years))
    assert before is not None
    assert after is not None
    assert (after.kind, after.start.year) == (before.kind, before.start.year + years)


@given(CODES, CODES)
def test_a_remainder_starts_after_the_part_and_ends_with_the_whole(one: str, other: str) -> None:
    part, whole = parse(one), parse(other)
    assert part is not None
    assert whole is not None
    left = remainder(part, whole)
    if left is not None:
        assert left == (part.end + timedelta(days=1), whole.end)
        assert whole.start < left[0] <= left[1]


@given(st.text(max_size=24))
def test_any_text_is_a_period_or_none(code: str) -> None:
    period = parse(code)
    assert period is None or period.start <= period.end
