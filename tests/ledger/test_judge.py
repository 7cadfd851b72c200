"""Every status, each with a case beside it that must not have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ledger.told import LEXICON, Known, Row, Words, growth, row, told
from tui.ledger import LedgerSettings

if TYPE_CHECKING:
    from tui.ledger.model import Target

YEAR = "2025-01-06"
MIDYEAR = "2025-07-22"
DECEMBER = "2025-12-20"
AFTER = "2026-01-06"


def only_target(*meetings: tuple[str, str, list[Row]], **given: Any) -> Target:
    ledger = told(*meetings).ledger(**given)
    assert len(ledger.targets) == 1
    return next(iter(ledger.targets.values()))


def aim(core: str = "8%", **facts: Any) -> tuple[str, str, list[Row]]:
    return YEAR, f"Mục tiêu {core} năm nay.", [growth(core, "2025", "target", **facts)]


def silence(day: str) -> tuple[str, str, list[Row]]:
    return day, "Hội nghị bàn việc khác.", []


@pytest.mark.parametrize(
    ("bound", "low", "high", "result_bound", "result", "status"),
    [
        ("exact", 8, 8, "exact", 8, "met"),
        ("exact", 8, 8, "exact", 8.02, "exceeded"),
        ("exact", 8, 8, "exact", 7.99, "missed"),
        ("exact", 8, 8, "over", 8, "exceeded"),
        ("exact", 8, 8, "almost", 8, "missed"),
        ("exact", 8, 8, "almost", 9, "undecided"),
        ("at_least", 8, 8, "exact", 8.02, "met"),
        ("at_least", 8, 8, "exact", 7.5, "missed"),
        ("range", 8.3, 8.5, "exact", 8.3, "met"),
        ("range", 8.3, 8.5, "exact", 8.51, "exceeded"),
        ("range", 8.3, 8.5, "exact", 8.29, "missed"),
        ("range", 8.3, 8.5, "over", 8.2, "undecided"),
        ("about", 7, 7, "exact", 7.09, "met"),
        ("about", 7, 7, "exact", 6.6, "undecided"),
        ("about", 7, 7, "exact", 6.2, "missed"),
        ("almost", 7, 7, "exact", 6.9, "undecided"),
        ("almost", 7, 7, "exact", 7, "met"),
        ("at_most", 4.5, 4.5, "exact", 4.5, "met"),
        ("at_most", 4.5, 4.5, "exact", 4.6, "missed"),
        ("under", 4.5, 4.5, "exact", 4.5, "missed"),
    ],
)
def test_a_final_result_decides(
    bound: str, low: float, high: float, result_bound: str, result: float, status: str
) -> None:
    target = only_target(
        aim("x%", low=low, high=high, bound=bound),
        (AFTER, "Cả năm đạt y%.", [growth("y%", "2025", low=result, bound=result_bound)]),
    )
    assert target.status == status
    assert [answer.decides for answer in target.results] == [True]
    assert target.derivation is None or target.derivation.inputs[1].mention == target.results[0].mentions[0]


@pytest.mark.parametrize(
    ("bound", "low", "high", "result", "status"),
    [
        ("exact", 4, 4, 3.6, "exceeded"),  # lower than aimed at is better than aimed at
        ("exact", 4, 4, 4, "met"),
        ("exact", 4, 4, 4.2, "missed"),
        ("range", 4, 4.5, 4.5, "met"),
        ("range", 4, 4.5, 4.6, "missed"),
        ("at_most", 4.5, 4.5, 3.6, "met"),
    ],
)
def test_where_lower_is_better(bound: str, low: float, high: float, result: float, status: str) -> None:
    percent = {"unit": "%", "measure": "growth"}
    target = only_target(
        (YEAR, "Lạm phát x%.", [row("x%", "cpi", "2025", "target", low=low, high=high, bound=bound, **percent)]),
        (AFTER, "Lạm phát y%.", [row("y%", "cpi", "2025", low=result, **percent)]),
    )
    assert target.status == status


def test_a_wanted_fall_turns_the_sides() -> None:
    facts = {"unit": "%", "measure": "growth", "direction": "down"}
    target = only_target(
        (YEAR, "Giảm ít nhất 1%.", [row("1%", "new_enterprises", "2025", "target", bound="at_least", **facts)]),
        (AFTER, "Giảm 1,2%.", [row("1,2%", "new_enterprises", "2025", **facts)]),
    )
    assert target.status == "met"


class TestGrowthOfPartOfTheYear:
    """The one numeric pair of the seeds."""

    half = (MIDYEAR, "6 tháng đạt 7,52%.", [growth("7,52%", "2025-S1")])

    def test_is_behind_with_gap_and_what_the_rest_needs(self) -> None:
        target = only_target(aim("8,3-8,5%", low=8.3, high=8.5, bound="range"), self.half)
        assert target.status == "behind"
        assert target.results[0].relation == "part_of"
        assert target.gap
        assert (target.gap.low, target.gap.high, target.gap.unit) == (0.78, 0.98, "pp")
        assert target.required
        assert (target.required.period, target.required.low, target.required.high) == ("2025-S2", 9.08, 9.48)
        assert target.required.formula == "g2 = (g - w*g1) / (1 - w)"
        assert [(each.code, each.value) for each in target.required.assumptions] == [("weight_calendar", 0.5)]
        assert target.required.derivation.arithmetic == "((8.3..8.5) - 0.5*7.52) / (1 - 0.5) = 9.08..9.48"

    def test_takes_the_weight_the_user_gives(self) -> None:
        settings = LedgerSettings({"gdp": {"S1": 0.467}})
        target = only_target(aim("8,3-8,5%", low=8.3, high=8.5, bound="range"), self.half, settings=settings)
        assert target.required
        assert (round(target.required.low or 0, 2), round(target.required.high or 0, 2)) == (8.98, 9.36)
        assert target.required.assumptions[0].code == "weight_settings"

    def test_leaves_open_what_the_target_leaves_open(self) -> None:
        target = only_target(aim("8%", bound="at_least"), self.half)
        assert target.required
        assert (target.required.low, target.required.high) == (8.48, None)
        assert target.gap
        assert (target.gap.low, target.gap.high) == (0.48, 0.48)

    def test_is_ahead_in_the_band_and_undecided_across_its_edge(self) -> None:
        assert only_target(aim("7%"), self.half).status == "ahead"
        over = (MIDYEAR, "Đạt hơn 7,9%.", [growth("7,9%", "2025-S1", bound="over")])
        assert only_target(aim("8%"), over).status == "undecided"

    def test_a_part_that_does_not_open_the_year_decides_nothing(self) -> None:
        target = only_target(aim("8%"), (MIDYEAR, "Quý II đạt 7,96%.", [growth("7,96%", "2025-Q2")]))
        assert target.status == "pending"
        assert [answer.relation for answer in target.results] == ["part_of"]

    def test_the_longest_part_decides(self) -> None:
        target = only_target(
            aim("8%"), self.half, ("2025-10-06", "9 tháng đạt 8,1%.", [growth("8,1%", "2025-01/2025-09")])
        )
        assert target.status == "ahead"
        assert [answer.decides for answer in target.results] == [False, True]

    def test_never_decides_once_the_year_is_over(self) -> None:
        assert only_target(aim("8%"), self.half, silence(AFTER)).status == "no_result"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        ([], "pending"),
        ([silence(DECEMBER)], "pending"),
        ([silence(AFTER)], "no_result"),
        ([(DECEMBER, "Ước đạt 8,02%.", [growth("8,02%", "2025")])], "provisional"),
        ([(AFTER, "Ước đạt 8,02%.", [growth("8,02%", "2025", cue="ước đạt")])], "provisional"),
        ([(AFTER, "Dự báo đạt 8,02%.", [growth("8,02%", "2025", "forecast")])], "provisional"),
        ([(AFTER, "Đạt 8,02%.", [growth("8,02%", "2025")])], "exceeded"),
        ([(AFTER, "Năm trước đạt 8,02%.", [growth("8,02%", "2025", "base")])], "no_result"),
        ([(DECEMBER, "Ước 7,9%.", [growth("7,9%", "2025")]), (AFTER, "Đạt 8%.", [growth("8%", "2025")])], "met"),
        ([(AFTER, "Đạt 8%.", [growth("8%", "2024")])], "no_result"),
        ([(AFTER, "Đạt 8%.", [growth("8%", "2024/2025")])], "no_result"),
    ],
)
def test_only_a_result_for_the_period_said_after_it_is_final(
    answers: list[tuple[str, str, list[Row]]], status: str
) -> None:
    assert only_target(aim("8%"), *answers).status == status


def test_a_result_said_before_the_target_answers_nothing() -> None:
    target = only_target(
        ("2025-01-02", "Đạt 7,1%.", [growth("7,1%", "2025-S1")]),
        (YEAR, "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
    )
    assert target.results == ()
    assert target.status == "pending"


def test_without_a_period_nothing_can_be_measured() -> None:
    target = only_target((
        YEAR, "Đạt 7,52% và hướng tới hai con số.",
        [growth("7,52%", "2025-S1"), growth("hai con số", "", "target", low=10, high=99, bound="at_least")],
    ))  # fmt: skip
    assert target.status == "not_measurable"
    assert [(answer.comparable, answer.reason) for answer in target.results] == [(False, "no_period")]


class TestAmounts:
    def running(self, core: str, period: str = "2025-S1", **facts: Any) -> Target:
        return only_target(
            (YEAR, "Tạo việc làm cho 1000 người.", [row("1000", "jobs_created", "2025", "target")]),
            (MIDYEAR, f"Đã có {core} người.", [row(core, "jobs_created", period, **facts)]),
        )

    @pytest.mark.parametrize(
        ("core", "bound", "status"),
        [("400", "exact", "behind"), ("500", "exact", "ahead"), ("600", "over", "ahead"), ("500", "almost", "behind"),
         ("300", "over", "undecided")],
    )  # fmt: skip
    def test_go_by_their_pace(self, core: str, bound: str, status: str) -> None:
        assert self.running(core, bound=bound).status == status

    def test_tell_what_is_left(self) -> None:
        target = self.running("400")
        assert target.pace
        assert (target.pace.done.low, target.pace.elapsed) == (0.4, 0.5)
        assert target.required
        assert (target.required.period, target.required.low, target.required.high) == ("2025-S2", 600, 600)
        assert target.gap
        assert (target.gap.low, target.gap.unit) == (600, "count")

    def test_of_one_month_say_nothing_of_the_pace(self) -> None:
        assert self.running("400", "2025-05").status == "pending"

    def test_under_a_ceiling_are_ahead_while_little_is_used(self) -> None:
        def deficit(used: str) -> str:
            return only_target(
                (YEAR, "Bội chi không quá 400 tỷ.",
                 [row("400", "budget_deficit", "2025", "target", unit="VND", bound="at_most")]),
                (MIDYEAR, f"Bội chi {used} tỷ.", [row(used, "budget_deficit", "2025-S1", unit="VND")]),
            ).status  # fmt: skip

        assert deficit("150") == "ahead"
        assert deficit("250") == "behind"

    def test_of_a_plan_go_by_their_pace_too(self) -> None:
        percent = {"unit": "%", "measure": "progress"}
        target = only_target(
            (YEAR, "Giải ngân 95% kế hoạch.", [row("95%", "public_investment", "2025", "target", **percent)]),
            (MIDYEAR, "Đạt 32% kế hoạch.", [row("32%", "public_investment", "2025-S1", **percent)]),
        )
        assert target.status == "behind"
        assert target.gap
        assert (target.gap.low, target.gap.unit) == (63, "pp")


@pytest.mark.parametrize(
    ("now", "status", "left"), [("17", "pending", 3), ("20", "ahead", None), ("21", "ahead", None)]
)
def test_a_stock_is_there_or_not_yet(now: str, status: str, left: float | None) -> None:
    target = only_target(
        (YEAR, "Nâng số FTA lên 20.", [row("20", "fta_count", "2025", "target")]),
        (MIDYEAR, f"Đã có {now} FTA.", [row(now, "fta_count")]),
    )
    assert target.status == status
    assert (target.required.low if target.required else None) == left


def test_a_rate_is_kept_or_not_so_far() -> None:
    target = only_target(
        (YEAR, "Thất nghiệp dưới 4%.", [row("4%", "unemployment", "2025", "target", unit="%", bound="under")]),
        (MIDYEAR, "Thất nghiệp 2,2%.", [row("2,2%", "unemployment", "2025-S1", unit="%")]),
    )
    assert target.status == "ahead"
    assert target.required is None


def test_the_mean_of_a_rate_leaves_room_for_the_rest() -> None:
    percent = {"unit": "%", "measure": "growth"}
    target = only_target(
        (YEAR, "Lạm phát không quá 4,5%.", [row("4,5%", "cpi", "2025", "target", bound="at_most", **percent)]),
        (MIDYEAR, "Lạm phát 3,3%.", [row("3,3%", "cpi", "2025-S1", **percent)]),
    )
    assert target.status == "ahead"
    assert target.required
    assert (target.required.low, target.required.high) == (None, 5.7)


def test_an_unknown_indicator_says_nothing_of_its_pace() -> None:
    lexicon = Words({"gdp": Known()})
    target = only_target(
        (YEAR, "Đạt 100 chiếc.", [row("100", "boats", "2025", "target")]),
        (MIDYEAR, "Được 60 chiếc.", [row("60", "boats", "2025-S1")]),
        lexicon=lexicon,
    )
    assert target.status == "pending"
    assert LEXICON.indicator("boats") is None
