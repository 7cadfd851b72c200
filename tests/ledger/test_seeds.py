"""What the panel must say about the five articles, from figures written down by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ledger.seeds import seeds

if TYPE_CHECKING:
    from tui.ledger.model import Check, Ledger, Result


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return seeds().ledger()


def checks(ledger: Ledger, day: str, kind: str, indicator: str = "") -> list[Check]:
    panel = ledger.of(day)
    assert panel
    return [each for each in panel.checks if each.kind == kind and indicator in {"", each.indicator}]


def result(ledger: Ledger, day: str, indicator: str) -> Result:
    panel = ledger.of(day)
    assert panel
    return next(each for each in panel.results if (each.indicator, each.measure) == (indicator, "level"))


def test_meetings_stand_in_the_order_of_their_days(ledger: Ledger) -> None:
    assert [panel.meeting.id for panel in ledger.meetings] == [
        "2024-04-02", "2024-07-18", "2024-12-20", "2025-01-06", "2025-07-22",
    ]  # fmt: skip


def test_four_meetings_have_no_target_in_numbers(ledger: Ledger) -> None:
    assert [len(panel.targets) for panel in ledger.meetings] == [0, 0, 0, 0, 2]


def test_the_one_numeric_pair(ledger: Ledger) -> None:
    target = next(each for each in ledger.targets.values() if each.period == "2025")
    assert (target.status, len(target.mentions), target.body) == ("behind", 2, "government")
    assert [(each.value.low, each.relation, each.decides) for each in target.results] == [(7.52, "part_of", True)]
    assert target.gap
    assert (target.gap.low, target.gap.high, target.gap.unit) == (0.78, 0.98, "pp")
    assert target.required
    assert (target.required.period, target.required.low, target.required.high) == ("2025-S2", 9.08, 9.48)
    assert target.required.assumptions[0].value == 0.5


def test_two_digits_in_the_time_to_come_cannot_be_measured(ledger: Ledger) -> None:
    target = next(each for each in ledger.targets.values() if not each.period)
    assert (target.status, target.value.low, len(target.mentions)) == ("not_measurable", 10, 2)
    assert [each.reason for each in target.results] == ["no_period"]


def test_x1_253_is_not_twice_over_170(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-07-22", "multiple")
    assert check.verdict == "conflict"
    assert check.arithmetic == "253 / (> 170) = < 1.4882; 253 / 2 = 126.5"
    assert [each.mention.article for each in check.inputs if each.mention] == ["001", "001", "000", "004"]
    assert check.note == "same_time_last_year_unknown"


def test_x2_the_later_count_of_2024_supersedes(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-01-06", "recount", "high_level_activities")
    assert (check.verdict, check.arithmetic, check.note) == ("consistent", "(< 60) -> 60", "later_count")


def test_x3_14_of_60_are_not_broken_down(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-01-06", "parts")
    assert (check.verdict, check.note) == ("consistent", "rest_not_broken_down")
    assert check.arithmetic == "21 + 25 = 46 <= 60; 60 - 46 = 14"


def test_x4_the_count_grows_within_2024(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-01-06", "monotone", "high_level_activities")
    assert (check.verdict, check.arithmetic) == ("consistent", "36 <= 60")


def test_x5_fifteen_months_are_compared_with_nothing(ledger: Ledger) -> None:
    panel = ledger.of("2024-04-02")
    assert panel
    mention = result(ledger, "2024-04-02", "high_level_activities").mentions[0]
    used = [each.mention for meeting in ledger.meetings for check in meeting.checks for each in check.inputs]
    assert mention not in used


def test_x6_30_partners_and_two_new_ones_are_32(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-01-06", "running_total", "strategic_partners")
    assert check.verdict == "consistent"
    assert check.arithmetic.startswith("30 + 2 (Mông Cổ, ")


def test_x7_6_more_make_71_and_3_of_them_by_midyear(ledger: Ledger) -> None:
    (total,) = checks(ledger, "2025-01-06", "running_total", "unesco_total")
    assert (total.verdict, total.arithmetic) == ("consistent", "71 - 6 = 65; 71 - 6 = 65")
    (added,) = checks(ledger, "2025-01-06", "monotone", "unesco_new")
    assert (added.verdict, added.arithmetic) == ("consistent", "3 <= 6")


def test_x8_two_papers_give_the_same_numbers_and_may_have_one_source(ledger: Ledger) -> None:
    check, *others = [each for each in checks(ledger, "2025-01-06", "recount") if each.note != "later_count"]
    assert others == []
    assert (check.verdict, check.note) == ("consistent", "may_be_copied")
    assert check.arithmetic == "(> 170) = (> 170); 17 = 17; 6 = 6; 71 = 71"
    assert [each.mention.article for each in check.inputs if each.mention] == ["004", "000"] * 4


def test_x9_a_leap_with_another_unit(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2024-12-20", "unit_changed")
    assert check.verdict == "suspicious"
    assert "< 5.5" in check.arithmetic


def test_x10_a_record_still_only_expected(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-01-06", "record")
    assert (check.verdict, check.note) == ("consistent", "forecast_after_end")
    assert check.arithmetic.endswith("- 1 = < 17.1303 %")


def test_x11_both_counts_of_one_year_are_kept(ledger: Ledger) -> None:
    assert result(ledger, "2024-12-20", "high_level_activities").early
    assert not result(ledger, "2025-01-06", "high_level_activities").early


def test_x12_a_superlative_without_an_earlier_value(ledger: Ledger) -> None:
    (check,) = checks(ledger, "2025-07-22", "record")
    assert (check.indicator, check.verdict, check.note) == ("gdp", "undecidable", "no_earlier_value")


def test_x13_two_shares_are_never_joined(ledger: Ledger) -> None:
    assert checks(ledger, "2024-12-20", "share") == []


def test_the_only_conflict_and_the_only_suspicion(ledger: Ledger) -> None:
    found = [(each.kind, each.verdict) for panel in ledger.meetings for each in panel.checks
             if each.verdict in {"conflict", "suspicious"}]  # fmt: skip
    assert found == [("unit_changed", "suspicious"), ("multiple", "conflict")]


@pytest.mark.parametrize(
    ("day", "indicator", "arithmetic"),
    [
        ("2024-04-02", "fdi_registered", "(< 36600000000) / (1 + 32.1/100) = < 27706300000"),
        ("2025-07-22", "high_level_activities", "(< 50) / 60 = < 0.8333"),
        ("2025-07-22", "agreements_signed", "253 / (> 170) = < 1.4882"),
        ("2025-07-22", "local_agreements", "30 / 130 = 0.2308"),
        ("2025-07-22", "mission_promotion_activities", "(< 300) / (> 700) = < 0.4286"),
    ],
)
def test_what_follows_from_the_figures(ledger: Ledger, day: str, indicator: str, arithmetic: str) -> None:
    assert [each.arithmetic for each in result(ledger, day, indicator).derivations] == [arithmetic]


def test_exports_and_imports_follow_from_turnover_and_surplus(ledger: Ledger) -> None:
    exports, imports = result(ledger, "2024-04-02", "trade_turnover").derivations
    assert (exports.rule, imports.rule) == ("exports_from_balance", "imports_from_balance")
    assert exports.result.contains(355.5e9)
    assert imports.result.contains(327.5e9)
    assert (exports.nominal, imports.nominal) == (355.5e9, 327.5e9)
    assert [each.code for each in exports.assumptions] == ["about_tenth"]


def test_what_almost_and_almost_make_is_told_as_an_approximation_only(ledger: Ledger) -> None:
    (share,) = result(ledger, "2024-04-02", "fdi_disbursed").derivations
    assert (share.rule, share.arithmetic) == (
        "disbursed_of_registered", "(< 23200000000) / (< 36600000000) * 100 ~ 63.388",
    )  # fmt: skip
    assert share.nominal
    assert round(share.nominal) == 63
    assert not share.result.says_something
    assert [each.code for each in share.assumptions] == ["read_as_printed"]
    (before,) = result(ledger, "2024-04-02", "fdi_registered").derivations
    assert before.nominal
    assert round(before.nominal / 1e9, 1) == 27.7


def test_over_150_of_over_400_says_nothing(ledger: Ledger) -> None:
    assert result(ledger, "2025-07-22", "local_promotion_activities").derivations == ()


def test_visas_were_never_heard_of_again(ledger: Ledger) -> None:
    panels = [ledger.of(day) for day in ("2024-07-18", "2025-07-22")]
    assert panels[0]
    assert panels[1]
    (pledge,) = panels[0].commitments
    assert (pledge.status, pledge.quiet) == ("no_news", 3)
    assert [each.quiet for each in panels[1].answers if each.commitment == pledge.commitment.id] == [3]
