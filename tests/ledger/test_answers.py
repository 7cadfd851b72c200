"""What may be compared, and what is shown with the reason why it may not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.ledger.told import Paper, Row, Told, growth, row, told

if TYPE_CHECKING:
    from tui.ledger.model import Target

PERCENT = {"unit": "%", "measure": "growth"}


def only(ledger: Any) -> Target:
    (target,) = ledger.targets.values()
    return target  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (row("7%", "exports", "2025-S1", **PERCENT), ""),
        (row("7%", "exports", "2025", **PERCENT), ""),
        (row("7%", "exports", "2025-S1", unit="%", measure="share"), "measure"),
        (row("7", "exports", "2025-S1", unit="USD"), "measure"),
        (row("7", "exports", "2025-S1", unit="pp", measure="growth"), "unit"),
        (row("7", "exports", "2025-S1", unit="times", measure="growth"), "unit"),
        (row("7%", "exports", "2025-S1", place="Hà Nội", **PERCENT), "place"),
        (row("7%", "exports", "", **PERCENT), "no_period"),
        (row("7%", "exports", "2024", **PERCENT), "period_earlier"),
        (row("7%", "exports", "2026-Q1", **PERCENT), "period_later"),
        (row("7%", "exports", "2024/2025", **PERCENT), "period_contains"),
        (row("7%", "exports", "2024-10/2025-03", **PERCENT), "period_overlapping"),
    ],
)
def test_the_reason_stands_beside_what_cannot_be_compared(answer: Row, reason: str) -> None:
    aim = row("12%", "exports", "2025", "target", **PERCENT)
    target = only(told(("2025-07-22", f"Đạt {answer.core} so với mục tiêu 12%.", [answer, aim])).ledger())
    assert [(each.comparable, each.reason) for each in target.results] == [(not reason, reason)]


def test_another_indicator_is_not_even_listed() -> None:
    target = only(told((
        "2025-07-22", "FDI tăng 32,1%, mục tiêu 8%.",
        [row("32,1%", "fdi_registered", "2025-S1", **PERCENT), growth("8%", "2025", "target")],
    )).ledger())  # fmt: skip
    assert target.results == ()


def test_registered_and_disbursed_are_different_things() -> None:
    target = only(told(
        ("2025-01-06", "Vốn đăng ký 40 tỷ.", [row("40", "fdi_registered", "2025", "target", unit="USD")]),
        ("2026-01-06", "Vốn thực hiện 25 tỷ.", [row("25", "fdi_disbursed", "2025", unit="USD")]),
    ).ledger())  # fmt: skip
    assert (target.results, target.status) == ((), "no_result")


def test_added_and_total_are_different_things() -> None:
    target = only(told(
        ("2025-01-06", "Thêm 5 di sản.", [row("5", "unesco_new", "2025", "target")]),
        ("2026-01-06", "Lên 76 di sản.", [row("76", "unesco_total", "2025")]),
    ).ledger())  # fmt: skip
    assert target.results == ()


def test_a_result_repeated_later_is_one_answer_with_all_its_mentions() -> None:
    target = only(told(
        ("2025-01-06", "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
        ("2026-01-06", "Đạt 8,02%.", [growth("8,02%", "2025")]),
        ("2026-02-06", "Năm qua đạt 8,02%.", [growth("8,02%", "2025")]),
    ).ledger())  # fmt: skip
    assert [len(answer.mentions) for answer in target.results] == [2]
    assert target.results[0].meeting == "2026-01-06"


def test_the_later_of_two_final_results_decides() -> None:
    target = only(told(
        ("2025-01-06", "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
        ("2026-01-06", "Đạt 8,02%.", [growth("8,02%", "2025")]),
        ("2026-03-06", "Tính lại chỉ 7,9%.", [growth("7,9%", "2025")]),
    ).ledger())  # fmt: skip
    assert target.status == "missed"
    assert [answer.decides for answer in target.results] == [False, True]


def test_a_value_that_is_said_again_is_the_later_one() -> None:
    target = only(told(
        ("2025-01-06", "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
        ("2026-01-06", "Đạt 8,02%.", [growth("8,02%", "2025")]),
        ("2026-03-06", "Tính lại chỉ 7,9%.", [growth("7,9%", "2025")]),
        ("2026-05-06", "Cuối cùng vẫn là 8,02%.", [growth("8,02%", "2025")]),
    ).ledger())  # fmt: skip
    assert target.status == "exceeded"
    assert [(answer.value.low, answer.decides) for answer in target.results] == [(8.02, True), (7.9, False)]


def test_a_meeting_answers_on_the_day_it_spoke() -> None:
    ledger = told(
        ("2025-01-06", "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
        ("2025-12-06", "Năm nay đạt 8,02%.", [growth("8,02%", "2025")]),
        ("2026-01-06", "Đạt 8,02%.", [growth("8,02%", "2025")]),
    ).ledger()
    assert [[answer.status for answer in panel.answers] for panel in ledger.meetings] == [
        [],
        ["provisional"],
        ["exceeded"],
    ]


def test_an_undated_meeting_answers_nothing_but_its_own_targets() -> None:
    apart = Told(
        {
            "2025-01-06": (Paper("a", "Mục tiêu 8%.", (growth("8%", "2025", "target"),)),),
            "undated-b": (Paper("b", "Đạt 9%.", (growth("9%", "2025"),)),),
        }
    )
    assert only(apart.ledger()).results == ()
    together = Told({"undated-b": (Paper("b", "Mục tiêu 8%, đạt 9%.",
                                         (growth("8%", "2025", "target"), growth("9%", "2025"))),)})  # fmt: skip
    assert len(only(together.ledger()).results) == 1


def test_later_meetings_say_what_they_answer() -> None:
    ledger = told(
        ("2025-01-06", "Mục tiêu 8%.", [growth("8%", "2025", "target")]),
        ("2025-07-06", "Đạt 7,52%.", [growth("7,52%", "2025-S1")]),
        ("2026-01-06", "Đạt 8,02%.", [growth("8,02%", "2025")]),
    ).ledger()
    said = [[(each.meeting, each.status, each.value and each.value.low) for each in panel.answers]
            for panel in ledger.meetings]  # fmt: skip
    assert said == [[], [("2025-01-06", "behind", 7.52)], [("2025-01-06", "exceeded", 8.02)]]
    assert ledger.meetings[1].answers[0].mention == ledger.meetings[1].results[0].mentions[0]
