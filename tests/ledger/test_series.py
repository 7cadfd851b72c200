"""One indicator over meetings and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ledger.seeds import seeds
from tests.ledger.told import growth, row, told

if TYPE_CHECKING:
    from tui.ledger.model import Ledger, Series


def series(ledger: Ledger, indicator: str, measure: str = "level") -> Series:
    (found,) = [each for each in ledger.series if (each.indicator, each.measure) == (indicator, measure)]
    return found


def test_windows_that_differ_are_never_joined() -> None:
    activities = series(seeds().ledger(), "high_level_activities")
    assert [(point.period, point.window) for point in activities.points] == [
        ("2023-01-01/2024-04-02", "days:458"),
        ("2024-01-01/2024-07-18", "days:200"),
        ("2024", "year"),
        ("2024", "year"),
        ("2025-S1", "half"),
    ]
    assert all(len({point.window for point in line}) == 1 for line in activities.lines)
    assert [len(line) for line in activities.lines] == [1, 1, 1, 1]


def test_equal_windows_make_one_line() -> None:
    ledger = told(
        ("2024-07-05", "Đạt 6,42%.", [growth("6,42%", "2024-S1")]),
        ("2025-01-05", "Đạt 7,09%.", [growth("7,09%", "2024")]),
        ("2025-07-05", "Đạt 7,52%.", [growth("7,52%", "2025-S1")]),
    ).ledger()
    lines = series(ledger, "gdp", "growth").lines
    assert [[point.value.low for point in line] for line in lines] == [[6.42, 7.52], [7.09]]


def test_a_later_count_supersedes_an_early_one_and_both_are_kept() -> None:
    early, late = [each for each in series(seeds().ledger(), "high_level_activities").points if each.period == "2024"]
    assert (early.value.bound, early.early, early.superseded) == ("almost", True, True)
    assert (late.value.bound, late.early, late.superseded) == ("exact", False, False)


def test_a_repeated_value_is_not_superseded() -> None:
    points = series(seeds().ledger(), "agreements_signed").points
    assert [point.superseded for point in points if point.period == "2024"] == [False, False]


def test_two_values_of_one_paper_for_one_period_are_of_two_things() -> None:
    day, share = "2024-12-20", {"unit": "%", "measure": "share", "place": "CN"}
    rows = [row("53,8%", "fdi_registered", "2024", **share), row("55,5%", "fdi_registered", "2024", **share)]
    ledger = told((day, "Chiếm 53,8% tổng FDI; 55,5% theo luỹ kế.", rows)).ledger()
    (series,) = ledger.series
    assert [(each.value.low, each.window, each.superseded) for each in series.points] == [
        (53.8, "", False), (55.5, "", False),
    ]  # fmt: skip
    assert series.lines == ()


def test_a_rounded_value_beside_the_exact_one_is_the_same_thing() -> None:
    rows = [growth("7,09%", "2024"), growth("7%", "2024", bound="about", near="khoảng 7%", low=7)]
    ledger = told(("2025-01-06", "GDP tăng 7,09%. Tức là khoảng 7%.", rows)).ledger()
    assert {each.window for each in ledger.series[0].points} == {"year"}


def test_a_later_forecast_supersedes_no_result() -> None:
    ledger = told(
        ("2025-01-05", "Đạt 7,09%.", [growth("7,09%", "2024")]),
        ("2025-02-05", "Dự báo 7%.", [growth("7%", "2024", "forecast")]),
    ).ledger()
    assert [(point.value.low, point.superseded) for point in series(ledger, "gdp", "growth").points] == [
        (7.09, False),
        (7.0, True),
    ]


def test_a_stock_is_one_line_whenever_it_is_counted() -> None:
    lines = series(seeds().ledger(), "strategic_partners").lines
    assert [[point.value.low for point in line] for line in lines] == [[30, 32]]


def test_what_has_no_period_is_listed_but_joined_to_nothing() -> None:
    shares = series(seeds().ledger(), "fdi_registered", "share")
    assert [point.value.low for point in shares.points] == [53.8, 55.5]
    assert shares.lines == ()


def test_the_band_aimed_at_stands_with_the_results() -> None:
    ledger = seeds().ledger()
    aims = [ledger.targets[target] for target in series(ledger, "gdp", "growth").targets]
    assert [(aim.period, aim.value.low, aim.value.high) for aim in aims] == [("", 10, 99), ("2025", 8.3, 8.5)]


def test_place_unit_and_measure_keep_series_apart() -> None:
    ledger = told((
        "2025-01-05", "Cả nước 5 tỷ, Hà Nội 6 tỷ, 7 triệu, 8%.",
        [row("5", "exports", "2024", unit="USD"), row("6", "exports", "2024", unit="USD", place="Hà Nội"),
         row("7", "exports", "2024", unit="VND"), row("8%", "exports", "2024", unit="%", measure="growth")],
    )).ledger()  # fmt: skip
    assert len(ledger.series) == 4


def test_figures_of_nothing_in_particular_make_no_series() -> None:
    ledger = told(("2025-01-05", "Có 5 cầu.", [row("5", "other", "2024")])).ledger()
    assert ledger.series == ()
    assert len(ledger.meetings[0].results) == 1
