from __future__ import annotations

from datetime import date

import pytest

from tui.ledger import windows


@pytest.mark.parametrize(
    ("code", "kind", "window"),
    [
        ("2024", "flow", "year"),
        ("2024-S1", "flow", "half"),
        ("2024-01/2024-06", "flow", "half"),
        ("2024-Q3", "flow", "quarter"),
        ("2024-05", "flow", "month"),
        ("2024-01/2024-09", "flow", "months:9"),
        ("2024-04/2024-09", "flow", "months:6"),
        ("2021/2025", "flow", "years:5"),
        ("2023-01-01/2024-04-02", "flow", "days:458"),
        ("2024-07-18", "stock", "stock"),
        ("", "stock", "stock"),
        ("", "flow", ""),
        ("soon", "flow", ""),
    ],
)
def test_only_equal_windows_may_be_joined(code: str, kind: str, window: str) -> None:
    assert windows.window(code, kind) == window


@pytest.mark.parametrize(
    ("part", "whole", "rest"),
    [
        ("2025-S1", "2025", "2025-S2"),
        ("2025-01/2025-09", "2025", "2025-Q4"),
        ("2025-01/2025-05", "2025", "2025-06/2025-12"),
        ("2025-01/2025-11", "2025", "2025-12"),
        ("2021/2023", "2021/2025", "2024/2025"),
        ("2025-01-01/2025-07-22", "2025", "2025-07-23/2025-12-31"),
        ("2025", "2025", ""),
        ("2024", "2025", ""),
        ("2025-01-01/2025-12-30", "2025", "2025-12-31"),
    ],
)
def test_the_rest_of_a_period(part: str, whole: str, rest: str) -> None:
    assert windows.rest(part, whole) == rest


@pytest.mark.parametrize(
    ("part", "given", "known", "share", "source"),
    [
        ("2025-S1", {}, {}, 0.5, "weight_calendar"),
        ("2025-S1", {}, {"S1": 0.47}, 0.47, "weight_lexicon"),
        ("2025-S1", {"S1": 0.46}, {"S1": 0.47}, 0.46, "weight_settings"),
        ("2025-S1", {}, {"S2": 0.53}, 0.47, "weight_lexicon"),
        ("2025-S2", {}, {"S1": 0.47}, 0.53, "weight_lexicon"),
        ("2025-S1", {}, {"Q1": 0.2, "Q2": 0.27}, 0.47, "weight_lexicon"),
        ("2025-01/2025-09", {}, {"S1": 0.47, "Q3": 0.25}, 0.72, "weight_lexicon"),
        ("2025-01/2025-09", {}, {"S1": 0.47}, 0.75, "weight_calendar"),  # a weight that does not cover it is not used
        ("2025-01/2025-02", {}, {"01": 0.07, "02": 0.06}, 0.13, "weight_lexicon"),
        ("2025-01-01/2025-07-22", {}, {}, 203 / 365, "weight_calendar"),
    ],
)
def test_the_share_of_the_year_says_what_it_rests_on(
    part: str, given: dict[str, float], known: dict[str, float], share: float, source: str
) -> None:
    found = windows.elapsed(part, "2025", given, known)
    assert found is not None
    assert found[0] == pytest.approx(share)
    assert found[1].code == source


def test_weights_of_a_year_say_nothing_of_five() -> None:
    found = windows.elapsed("2021/2023", "2021/2025", {"S1": 0.4}, {})
    assert found is not None
    assert found[0] == pytest.approx(0.6)


@pytest.mark.parametrize(("part", "whole"), [("2025", "2025"), ("2024-S1", "2025"), ("", "2025"), ("2025", "2025-S1")])
def test_what_is_no_part_has_no_share(part: str, whole: str) -> None:
    assert windows.elapsed(part, whole, {}, {}) is None


def test_a_period_is_over_after_its_last_day_and_early_before_it() -> None:
    assert windows.is_over("2024", date(2025, 1, 1))
    assert not windows.is_over("2024", date(2024, 12, 31))
    assert windows.is_early("2024", date(2024, 12, 20))
    assert not windows.is_early("2024-01-01/2024-07-18", date(2024, 7, 18))
    assert not windows.is_over("2024", None)
    assert not windows.is_early("", date(2024, 1, 1))


@pytest.mark.parametrize(
    ("code", "settled"),
    [("2024-01/2024-12", "2024"), ("2024-01/2024-03", "2024-Q1"), ("2024/2024", "2024"), ("2024-05", "2024-05"),
     ("", ""), ("later", "later"), ("2021/2025", "2021/2025")],
)  # fmt: skip
def test_one_stretch_has_one_code(code: str, settled: str) -> None:
    assert windows.settle(code) == settled
