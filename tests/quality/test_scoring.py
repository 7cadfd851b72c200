from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.scoring import (
    FIELDS,
    GoldFigure,
    Judged,
    Rate,
    calibration_error,
    load_gold,
    pair,
    reliability,
    score,
)
from tui.model import Figure, Span, Statement

if TYPE_CHECKING:
    from pathlib import Path

HEADER = "file\tstart\tend\tcore\tbound\tlow\thigh\tunit\tmeasure\tindicator\tperiod\trole\tplace\topt\n"


def gold(start: int, end: int, *, value: float = 7.0, optional: bool = False, **attributes: str) -> GoldFigure:
    settled = {"bound": "exact", "measure": "growth", "role": "result", "indicator": "gdp", "period": "2024"}
    fields = {field: {**settled, "place": "VN", **attributes}[field] for field in FIELDS}
    return GoldFigure("a.txt", Span(start, end), "7%", value, value, "%", fields, optional)


def statement(start: int, end: int, *, value: float = 7.0, unit: str = "%", **changes: str) -> Statement:
    figure = Figure("a", Span(0, 2), Span(start, end), "7%", "exact", value, value, None, unit)
    fields = {"measure": "growth", "indicator": "gdp", "period": "2024", "place": "VN", "role": "result", **changes}
    return Statement(
        figure=figure, quote=Span(0, 9), period_source="stated", speaker="", cue="", rule="", confidence=0.9, **fields
    )


def test_reads_a_table(tmp_path: Path) -> None:
    table = tmp_path / "gold.tsv"
    row = 'a.txt\t5\t9\t"7,5"%\texact\t7.5\t7.5\t%\tgrowth\tgdp\t\tresult\tVN\t1\n'
    table.write_text(HEADER + row, encoding="utf-8")
    [figure] = load_gold(table)["a.txt"]
    assert figure.at == Span(5, 9)
    assert figure.core == '"7,5"%'
    assert figure.low == figure.high == 7.5
    assert figure.attributes["period"] == ""
    assert figure.optional


@pytest.mark.parametrize(
    ("expected", "found", "matched"),
    [
        pytest.param([(0, 4)], [(0, 4)], [(0, 0)], id="the same span"),
        pytest.param([(0, 4)], [(3, 9)], [(0, 0)], id="one common character is enough"),
        pytest.param([(0, 4)], [(4, 9)], [], id="touching is not overlapping"),
        pytest.param([(0, 10)], [(0, 2), (2, 10)], [(0, 1)], id="the larger overlap first"),
        pytest.param([(0, 4), (4, 10)], [(0, 10)], [(1, 0)], id="each is used once"),
        pytest.param([(0, 4), (5, 9)], [(5, 9), (0, 4)], [(0, 1), (1, 0)], id="in any order"),
    ],
)
def test_figures_match_where_they_overlap(
    expected: list[tuple[int, int]], found: list[tuple[int, int]], matched: list[tuple[int, int]]
) -> None:
    table = [gold(*span) for span in expected]
    statements = [statement(*span) for span in found]
    pairing = pair(table, statements)
    assert pairing.pairs == [(table[i], statements[j]) for i, j in matched]
    assert len(pairing.missed) == len(expected) - len(matched)
    assert len(pairing.extra) == len(found) - len(matched)


def test_agreement_scores_one() -> None:
    report = score({"a.txt": [gold(0, 2)]}, {"a.txt": [statement(0, 2)]})
    assert set(report.scores().values()) == {1.0}
    assert report.mistakes == ()


def test_precision_counts_extra_figures_and_recall_missed_ones() -> None:
    report = score({"a.txt": [gold(0, 2), gold(10, 12), gold(20, 22)]}, {"a.txt": [statement(0, 2), statement(30, 32)]})
    assert report.figures == 3
    assert report.found == Rate(1 / 2, 1 / 3, pytest.approx(0.4))
    assert [m.kind for m in report.mistakes] == ["missed", "missed", "extra"]


def test_a_file_that_was_not_read_is_all_missed() -> None:
    assert score({"a.txt": [gold(0, 2)]}, {}).found.recall == 0.0


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (statement(0, 2, value=7.006), True),
        (statement(0, 2, value=7.01), False),
        (statement(0, 2, unit="pp"), False),
    ],
)
def test_a_strict_match_needs_value_and_unit(found: Statement, *, right: bool) -> None:
    report = score({"a.txt": [gold(0, 2)]}, {"a.txt": [found]})
    assert report.found.f1 == 1.0
    assert report.strict.f1 == float(right)


def test_optional_rows_count_neither_way() -> None:
    table = [gold(0, 2, optional=True), gold(10, 12, optional=True)]
    report = score({"a.txt": table}, {"a.txt": [statement(0, 2, role="target", value=1.0)]})
    assert report.figures == 0
    assert report.found == Rate(1.0, 1.0, 1.0)
    assert report.mistakes == ()


@pytest.mark.parametrize("field", [field for field in FIELDS if field != "bound"])
def test_a_wrong_field_lowers_its_own_accuracy_only(field: str) -> None:
    report = score(
        {"a.txt": [gold(0, 2), gold(10, 12)]}, {"a.txt": [statement(0, 2), statement(10, 12, **{field: "x"})]}
    )
    assert {name for name, value in report.accuracy.items() if value != 1.0} == {field}
    assert report.accuracy[field] == 0.5


def test_a_field_the_text_does_not_settle_is_not_scored() -> None:
    report = score({"a.txt": [gold(0, 2, period="")]}, {"a.txt": [statement(0, 2, period="1999")]})
    assert report.accuracy["period"] is None
    assert report.judged == (Judged(0.9, right=True),)


def test_targets_are_told_from_everything_else() -> None:
    table = [gold(0, 2, role="target"), gold(10, 12, role="target"), gold(20, 22), gold(30, 32)]
    found = [statement(0, 2, role="target"), statement(10, 12), statement(20, 22, role="target"), statement(30, 32)]
    extra = statement(40, 42, role="target")
    assert score({"a.txt": table}, {"a.txt": [*found, extra]}).roles["target"] == Rate(1 / 3, 1 / 2, pytest.approx(0.4))


def test_reliability_groups_by_confidence() -> None:
    low, high = reliability([Judged(0.31, right=False), Judged(0.39, right=True), Judged(1.0, right=True)])
    assert (low.low, low.count, low.right) == (0.3, 2, 0.5)
    assert (high.low, high.count, high.right) == (0.9, 1, 1.0)
    assert calibration_error([low, high]) == pytest.approx((2 * 0.15 + 0) / 3)
    assert calibration_error([]) is None
