"""Several papers on one meeting: what they agree on is one figure, what they do not is shown with who says it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.ledger.seeds import seed
from tests.ledger.told import Paper, Told, growth, row

if TYPE_CHECKING:
    from tui.ledger.model import MeetingLedger, Result

PAPERS = Path(__file__).parent / "papers"


def paper(name: str, outlet: str, *rows: object) -> Paper:
    return Paper(name, (PAPERS / f"{name}.txt").read_text(encoding="utf-8"), rows, outlet)  # type: ignore[arg-type]


def july() -> MeetingLedger:
    second = paper(
        "22-07-2025-b", "Báo B",
        row("50", "high_level_activities", "2025-S1", near="có 50 hoạt động"),
        row("253", "agreements_signed", "2025-S1"),
        growth("7,52%", "2025-S1", direction="up"),
        growth("8,3 - 8,5%", "2025", "target", low=8.3, high=8.5, bound="range", speaker="Thủ tướng"),
        row("300", "mission_promotion_activities", "2025-S1", bound="over"),
    )  # fmt: skip
    third = paper(
        "22-07-2025-c", "Báo C",
        row("50", "high_level_activities", "2025-S1", near="gần 50", bound="almost"),
        row("30", "local_agreements", "2025-S1", near="và 30 thỏa thuận"),
        row("130", "local_agreements", "2024"),
        row("258", "agreements_signed", "2025-S1"),
    )  # fmt: skip
    return Told({"2025-07-22": (seed("2025-07-22"), second, third)}).ledger().meetings[0]


def december() -> MeetingLedger:
    second = paper(
        "20-12-2024-b", "Báo B",
        row("60", "high_level_activities", "2024", near="gần 60", bound="almost"),
        row("170", "agreements_signed", "2024"),
        row("130", "local_agreements", "2024", near="130 thỏa thuận"),
        row("700", "mission_promotion_activities", "2024", bound="over"),
    )  # fmt: skip
    return Told({"2024-12-20": (seed("2024-12-20"), second)}).ledger().meetings[0]


def said(panel: MeetingLedger, indicator: str, period: str = "2025-S1") -> list[Result]:
    return [
        each for each in panel.results if (each.indicator, each.period, each.measure) == (indicator, period, "level")
    ]


def outlets(result: Result) -> list[str]:
    return [mention.outlet for mention in result.mentions]


def test_the_same_figure_is_one_with_all_its_mentions() -> None:
    (result,) = [each for each in july().results if each.indicator == "gdp"]
    assert outlets(result) == ["Báo 001", "Báo B"]
    assert result.disagreements == ()


def test_the_same_target_is_one_with_all_its_mentions() -> None:
    (target,) = [each for each in july().targets if each.period == "2025"]
    assert [mention.article for mention in target.mentions] == ["001", "001", "22-07-2025-b"]


def test_almost_50_and_50_are_shown_with_who_says_what() -> None:
    almost, exact = said(july(), "high_level_activities")
    assert (almost.value.bound, outlets(almost)) == ("almost", ["Báo 001", "Báo C"])
    assert [(other.kind, other.value.bound, [each.outlet for each in other.mentions])
            for other in almost.disagreements] == [("bound", "exact", ["Báo B"])]  # fmt: skip
    assert [other.value.bound for other in exact.disagreements] == ["almost"]


def test_almost_300_and_over_300_disagree() -> None:
    first, second = said(july(), "mission_promotion_activities")
    assert [other.value.bound for other in first.disagreements] == [second.value.bound] == ["over"]


def test_two_numbers_for_one_period_disagree() -> None:
    most, other = said(july(), "agreements_signed")
    assert (most.value.low, outlets(most)) == (253, ["Báo 001", "Báo B"])
    assert [(each.kind, each.value.low) for each in most.disagreements] == [("value", 258)]
    assert [(each.kind, each.value.low) for each in other.disagreements] == [("value", 253)]


def test_two_periods_are_no_disagreement() -> None:
    (half,) = said(july(), "local_agreements")
    (year,) = said(july(), "local_agreements", "2024")
    assert (half.value.low, half.disagreements) == (30, ())
    assert (year.value.low, year.disagreements) == (130, ())


def test_over_170_and_170_disagree_while_the_rest_agrees() -> None:
    panel = december()
    over, exact = said(panel, "agreements_signed", "2024")
    assert [(each.kind, each.value.bound) for each in over.disagreements] == [("bound", "exact")]
    assert [(each.kind, each.value.bound) for each in exact.disagreements] == [("bound", "over")]
    for indicator in ("high_level_activities", "local_agreements", "mission_promotion_activities"):
        (result,) = said(panel, indicator, "2024")
        assert outlets(result) == ["Báo 000", "Báo B"]
        assert result.disagreements == ()


def test_the_same_number_for_two_periods_is_a_disagreement_about_the_period() -> None:
    papers = (Paper("a", "Ký 253 trong nửa năm.", (row("253", "agreements_signed", "2025-S1"),)),
              Paper("b", "Ký 253 trong năm.", (row("253", "agreements_signed", "2025"),)))  # fmt: skip
    first, second = Told({"2025-07-22": papers}).ledger().meetings[0].results
    assert [(each.kind, each.period) for each in first.disagreements] == [("period", "2025")]
    assert [(each.kind, each.period) for each in second.disagreements] == [("period", "2025-S1")]


def test_a_paper_that_gives_two_values_itself_is_not_held_against_another() -> None:
    two = (row("10", "agreements_signed", "2025"), row("20", "agreements_signed", "2025"))
    papers = (Paper("a", "Ký 10, rồi 20.", two),
              Paper("b", "Ký 30.", (row("30", "agreements_signed", "2025"),)))  # fmt: skip
    assert all(not each.disagreements for each in Told({"2025-07-22": papers}).ledger().meetings[0].results)


def test_a_value_without_a_period_counts_to_the_only_one_with_it() -> None:
    papers = (Paper("a", "Ký 253 trong nửa năm.", (row("253", "agreements_signed", "2025-S1"),)),
              Paper("b", "Ký 253.", (row("253", "agreements_signed"),)))  # fmt: skip
    (result,) = Told({"2025-07-22": papers}).ledger().meetings[0].results
    assert (result.period, len(result.mentions)) == ("2025-S1", 2)


def test_grew_by_7_and_reached_7_are_one_figure() -> None:
    papers = (Paper("a", "Tăng 7%.", (growth("7%", "2025-S1", direction="up"),)),
              Paper("b", "Đạt 7%.", (growth("7%", "2025-S1"),)),
              Paper("c", "Giảm 7%.", (growth("7%", "2025-S1", direction="down"),)))  # fmt: skip
    rose, fell = Told({"2025-07-22": papers}).ledger().meetings[0].results
    assert [mention.article for mention in rose.mentions] == ["a", "b"]
    assert fell.value.direction == "down"
