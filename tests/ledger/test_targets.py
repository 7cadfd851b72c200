"""Said twice is one target, revised keeps its history, other bodies stand apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.ledger.told import Paper, Row, Told, growth, row, told

if TYPE_CHECKING:
    from tui.ledger.model import Target


def aim(core: str, period: str = "2025", **facts: Any) -> Row:
    return growth(core, period, "target", **facts)


def targets(*meetings: tuple[str, str, list[Row]]) -> list[Target]:
    return list(told(*meetings).ledger().targets.values())


def test_said_twice_is_one_target_with_two_mentions() -> None:
    found = targets(("2025-07-22", "Mục tiêu 8,3%. Phải đạt 8,3% năm nay.",
                     [aim("8,3%", near="Mục tiêu 8,3%"), aim("8,3%", near="đạt 8,3%")]))  # fmt: skip
    assert [len(target.mentions) for target in found] == [2]


def test_said_again_later_is_shown_at_both_meetings() -> None:
    ledger = told(("2025-01-06", "Mục tiêu 8%.", [aim("8%")]), ("2025-07-22", "Giữ 8%.", [aim("8%")])).ledger()
    assert [len(panel.targets) for panel in ledger.meetings] == [1, 1]
    assert ledger.meetings[0].targets[0] == ledger.meetings[1].targets[0]
    assert [each.article for each in ledger.meetings[0].targets[0].mentions] == ["paper-2025-01-06", "paper-2025-07-22"]


def test_a_mention_without_a_period_counts_to_the_one_with_its_value() -> None:
    found = targets(("2025-07-22", "Mục tiêu 8,3% năm 2025. Mục tiêu là 8,3%.",
                     [aim("8,3%", near="tiêu 8,3%"), aim("8,3%", "", near="là 8,3%")]))  # fmt: skip
    assert [(target.period, len(target.mentions)) for target in found] == [("2025", 2)]


def test_a_revised_target_supersedes_and_keeps_its_history() -> None:
    first, second = targets(
        ("2025-01-06", "Mục tiêu 8% trở lên.", [aim("8%", bound="at_least", speaker="Chính phủ")]),
        ("2025-07-22", "Mục tiêu 8,3-8,5%.",
         [aim("8,3-8,5%", low=8.3, high=8.5, bound="range", speaker="Thủ tướng")]),
    )  # fmt: skip
    assert first.superseded_by == second.id
    assert second.superseded_by == ""
    assert [(old.target, old.value.low, old.meeting) for old in second.history] == [(first.id, 8, "2025-01-06")]
    assert first.history == ()


def test_history_grows_with_every_revision() -> None:
    *_, last = targets(*(
        (f"2025-0{month}-01", f"Mục tiêu {month}%.", [aim(f"{month}%")]) for month in (6, 7, 8)
    ))  # fmt: skip
    assert [old.value.low for old in last.history] == [6, 7]


def test_saying_it_less_exactly_later_is_no_revision() -> None:
    found = targets(
        ("2025-01-06", "Mục tiêu 8% trở lên.", [aim("8%", bound="at_least")]),
        ("2025-03-05", "Mục tiêu 8%.", [aim("8%")]),
    )
    assert [(target.value.bound, len(target.mentions)) for target in found] == [("at_least", 2)]


def test_targets_of_different_bodies_stand_side_by_side() -> None:
    found = targets(
        ("2024-01-05", "Quốc hội giao 6-6,5%.",
         [aim("6-6,5%", "2024", low=6, high=6.5, bound="range", speaker="Quốc hội")]),
        ("2024-02-05", "Chính phủ phấn đấu ít nhất 6,5%.",
         [aim("6,5%", "2024", bound="at_least", speaker="Chính phủ")]),
    )  # fmt: skip
    assert [(target.body, target.superseded_by, target.history) for target in found] == [
        ("assembly", "", ()),
        ("government", "", ()),
    ]


def test_the_same_number_of_two_bodies_stays_two_targets() -> None:
    found = targets(
        ("2024-01-05", "Quốc hội giao 6,5%.", [aim("6,5%", speaker="Quốc hội khóa XV")]),
        ("2024-02-05", "Bộ Chính trị đặt 6,5%.", [aim("6,5%", speaker="Bộ Chính trị")]),
    )
    assert [target.body for target in found] == ["assembly", "party"]


def test_two_targets_of_one_meeting_never_replace_each_other() -> None:
    found = targets(("2025-01-06", "Mục tiêu 6,5%, phấn đấu 7%.", [aim("6,5%"), aim("7%")]))
    assert [(target.superseded_by, target.disputed_by) for target in found] == [("", ()), ("", ())]


def test_a_later_value_replaces_neither_of_two_standing_targets() -> None:
    found = targets(
        ("2025-01-06", "Mục tiêu 6,5%, phấn đấu 7%.", [aim("6,5%"), aim("7%")]),
        ("2025-05-06", "Mục tiêu 8%.", [aim("8%")]),
    )
    assert all(not target.superseded_by for target in found)


def test_another_period_place_or_measure_is_another_target() -> None:
    found = targets(
        ("2025-01-06", "Mục tiêu 8%.", [aim("8%")]),
        ("2025-02-06", "Sang năm 9%. Hà Nội 10%. Tỷ trọng 11%.",
         [aim("9%", "2026"), aim("10%", place="Hà Nội"),
          row("11%", "gdp", "2025", "target", unit="%", measure="share")]),
    )  # fmt: skip
    assert [target.superseded_by for target in found] == [""] * 4


def test_without_a_period_nothing_is_replaced() -> None:
    found = targets(
        ("2025-01-06", "Hướng tới 10%.", [aim("10%", "")]),
        ("2025-02-06", "Hướng tới 11%.", [aim("11%", "")]),
    )
    assert [target.superseded_by for target in found] == ["", ""]


def test_two_figures_of_nothing_in_particular_are_never_one() -> None:
    found = targets(
        ("2025-01-06", "Xây 5 cầu.", [row("5", "other", "2025", "target")]),
        ("2025-02-06", "Mua 5 tàu.", [row("5", "other", "2025", "target")]),
    )
    assert len({target.id for target in found}) == 2
    assert [target.superseded_by for target in found] == ["", ""]


def test_figures_of_one_named_thing_are_one() -> None:
    ledger = told(
        ("2025-01-06", "Xây 5 cầu.", [row("5", "other", "2025", "target", series="cau")]),
        ("2026-02-06", "Đã có 5 cầu, 9 tàu.",
         [row("5", "other", "2025", series="cau"), row("9", "other", "2025", series="tau")]),
    ).ledger()  # fmt: skip
    assert [(target.status, len(target.results)) for target in ledger.targets.values()] == [("met", 1)]


def test_papers_that_print_different_targets_are_shown_as_disagreeing() -> None:
    papers = (
        Paper("a", "Mục tiêu 8,3%.", (aim("8,3%"),)),
        Paper("b", "Mục tiêu 8,5%.", (aim("8,5%"),)),
    )
    first, second = Told({"2025-07-22": papers}).ledger().meetings[0].targets
    assert first.disputed_by == (second.id,)
    assert second.disputed_by == (first.id,)
    assert first.superseded_by == second.superseded_by == ""


def test_a_body_named_later_takes_its_line_along() -> None:
    first, second = targets(
        ("2025-01-06", "Mục tiêu 8%.", [aim("8%")]),
        ("2025-02-06", "Chính phủ giữ 8%.", [aim("8%", speaker="Chính phủ")]),
        ("2025-03-06", "Chính phủ nâng lên 8,5%.", [aim("8,5%", speaker="Chính phủ")]),
    )
    assert (first.body, first.superseded_by, len(first.mentions)) == ("government", second.id, 2)


def test_papers_that_dispute_each_other_may_be_restated_and_stay_apart() -> None:
    papers = tuple(Paper(name, f"Mục tiêu {core}.", (aim(core),)) for name, core in (("a", "8%"), ("b", "8,5%")))
    again = (Paper("c", "Mục tiêu 8,5%.", (aim("8,5%"),)),)
    found = list(Told({"2025-01-06": papers, "2025-02-06": again}).ledger().targets.values())
    assert [(each.value.low, len(each.disputed_by), len(each.mentions)) for each in found] == [(8, 1, 1), (8.5, 1, 2)]
