from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import pytest

from tests.screens.stand_in import AIM, CHECK, NEW, NEW_MEETING, OLD_MEETING, SIGNED, WORKING, StandIn, _value
from tui.exports import FORMATS
from tui.ledger import model
from tui.ledger.interval import Interval
from tui.ledger.model import Disagreement, Earlier, MeetingLedger, Mention, Pace
from tui.ledger.promises import PledgeStatus
from tui.screens.matrixcells import matrix_of, ordered
from tui.screens.panelrows import panel_rows
from tui.screens.rows import visible
from tui.screens.signs import sign
from tui.screens.workings import has_workings, working_rows
from tui.words import LANGUAGES, load_words

if TYPE_CHECKING:
    from tui.screens.rows import Row

VI = load_words("vi")


def _labels(indicator: str, series: str) -> str:
    del series
    return indicator.upper()


def _text(rows: tuple[Row, ...]) -> str:
    return "\n".join("".join(piece.text for piece in line) for row in rows for line in row.lines)


def _panel(**parts: object) -> str:
    return _text(panel_rows(VI, _labels, MeetingLedger(NEW_MEETING, **parts)))  # type: ignore[arg-type]


def test_every_section_stands_even_when_empty() -> None:
    shown = _panel()
    for heading, empty in (
        ("MỤC TIÊU (0)", "Không có mục tiêu bằng số"),
        ("CAM KẾT, CHỈ ĐẠO (0)", "Không có cam kết nào"),
        ("KẾT QUẢ (0)", "Không có kết quả bằng số"),
        ("TRẢ LỜI CUỘC HỌP TRƯỚC (0)", "Không trả lời mục tiêu"),
        ("ĐỐI CHIẾU (0)", "Không có gì để đối chiếu"),
    ):
        assert heading in shown
        assert empty in shown


def test_a_result_that_cannot_be_compared_says_why() -> None:
    answer = replace(AIM.results[0], comparable=False, reason="measure")
    assert "không so được: khác loại đo" in _panel(targets=(replace(AIM, results=(answer,)),))


def test_a_revised_target_shows_what_it_was() -> None:
    before = Earlier("t0", replace(AIM.value, low=8, high=8, bound="at_least"), "m0", OLD_MEETING.date, AIM.mentions)
    assert "trước đây ≥ 8 % (20/12/24)" in _panel(targets=(replace(AIM, history=(before,)),))


def test_a_pace_is_drawn_against_the_time_gone() -> None:
    paced = replace(AIM, pace=Pace(Interval(0.4, 0.4), 0.5, ()))
    assert "▓▓▓▓▓▓░░░░░░░░░░ đạt 40 % · kỳ đã qua 50 %" in _panel(targets=(paced,))


def test_papers_that_disagree_are_named() -> None:
    other = Mention(NEW.id, SIGNED.figure.at, SIGNED.figure.source, SIGNED.quote, outlet="Báo Khác")
    result = replace(
        StandIn().panel(NEW_MEETING.id).results[0],
        disagreements=(Disagreement("bound", replace(_value(SIGNED), bound="almost"), "2025-S1", (other,)),),
    )
    assert "≠ Báo Khác ghi khác: < 253" in _panel(results=(result,))


def test_silence_is_counted_and_a_proposal_is_not_shown_as_a_fact() -> None:
    panel = StandIn().panel(OLD_MEETING.id)
    assert "đã có con số – đề xuất" in _panel(commitments=panel.commitments)
    silent = replace(panel.commitments[0], status="no_news", proposed=False, follow_ups=(), quiet=3)
    assert "∅ bước vào đại hội XIV" in _panel(commitments=(silent,))
    assert "không có tin (3 cuộc họp)" in _panel(commitments=(silent,))


def test_keys_of_rows_are_unique() -> None:
    for meeting in (NEW_MEETING, OLD_MEETING):
        rows = panel_rows(VI, _labels, StandIn().panel(meeting.id))
        assert len({row.key for row in rows}) == len(rows)


def test_rows_lead_to_the_words_they_speak_of() -> None:
    for row in panel_rows(VI, _labels, StandIn().panel(NEW_MEETING.id)):
        if row.key == CHECK.id:
            assert row.passage is not None
            assert NEW.text[slice(*row.passage.at)] == "253"


@pytest.mark.parametrize("about", [AIM, CHECK], ids=["target", "check"])
def test_a_working_shows_formula_and_every_number_with_its_sentence(about: object) -> None:
    assert has_workings(about)
    shown = _text(working_rows(VI, about, lambda passage: NEW.text[slice(*passage.at)]))
    assert "“" in shown
    assert "253 = 253" in shown or "g1 = 7,52 %" in shown


def test_what_is_printed_has_no_working() -> None:
    result = StandIn().panel(NEW_MEETING.id).results[0]
    assert not has_workings(result)
    assert has_workings(replace(result, derivations=(WORKING,)))


def test_what_is_said_twice_shows_both_places() -> None:
    twice = replace(StandIn().panel(NEW_MEETING.id).results[0], mentions=(*AIM.mentions, *AIM.results[0].mentions))
    assert has_workings(twice)
    rows = working_rows(VI, twice, lambda passage: NEW.text[slice(*passage.at)])
    assert [NEW.text[slice(*row.passage.at)] for row in rows if row.passage] == ["8,3 - 8,5%", "7,52%"]


def test_the_matrix_is_ordered_by_what_is_asked() -> None:
    rows = matrix_of(VI, _labels, StandIn().ledger()).rows
    assert [row.label for row in ordered(rows, "said")] == ["AGREEMENTS_SIGNED", "GDP (tăng giảm)"]
    assert [row.status for row in ordered(rows, "status")] == ["behind", ""]
    assert [row.label for row in ordered(rows, "name")] == ["AGREEMENTS_SIGNED", "GDP (tăng giảm)"]


def test_the_matrix_holds_the_newest_meetings_and_says_so() -> None:
    ledger = StandIn().ledger()
    later = tuple(MeetingLedger(replace(NEW_MEETING, id=f"m{number}")) for number in range(60))
    table = matrix_of(VI, _labels, replace(ledger, meetings=(*ledger.meetings, *later)))
    assert (len(table.meetings), table.meetings[0][0], table.rows) == (52, "m59", ())
    assert table.held == 60 + len(ledger.meetings)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("status", (*get_args(model.Status), *get_args(PledgeStatus), *get_args(model.Verdict))),
        ("panel.check", get_args(model.CheckKind)),
        ("panel.reason", tuple(code for code in get_args(model.Reason) if code)),
        ("panel.format", FORMATS),
    ],
)
def test_every_code_has_words(language: str, table: str, codes: tuple[str, ...]) -> None:
    words = load_words(language)
    assert [code for code in codes if not words.has(f"{table}.{code}")] == []


@pytest.mark.parametrize("status", [*get_args(model.Status), *get_args(PledgeStatus), *get_args(model.Verdict)])
def test_every_status_has_a_sign(status: str) -> None:
    assert sign(status).glyph != sign("no such status").glyph


def test_what_can_be_measured_stands_before_what_cannot() -> None:
    vague = replace(AIM, id="t2", status="not_measurable", period="")
    replaced = replace(AIM, id="t3", superseded_by=AIM.id)
    rows = panel_rows(VI, _labels, MeetingLedger(NEW_MEETING, targets=(replaced, vague, AIM)))
    assert [row.key for row in rows if row.key in {AIM.id, "t2", "t3"}] == [AIM.id, "t2", "t3"]
    assert "⇢ ĐÃ THAY" in _text(rows)


def test_silences_are_one_line_that_opens() -> None:
    spoken = StandIn().panel(NEW_MEETING.id).answers[0]
    silent = replace(spoken, status="no_news", quiet=2, value=None, mention=None, reason="", accepted=False)
    rows = panel_rows(VI, _labels, MeetingLedger(NEW_MEETING, answers=(silent, spoken, silent)))
    closed, opened = visible(rows, frozenset()), visible(rows, frozenset({"silent"}))
    assert "không có tin: 2 cam kết" in _text(closed)
    assert "không có tin (2 cuộc họp)" not in _text(closed)
    assert _text(opened).count("không có tin (2 cuộc họp)") == 2
    assert "đã có con số" in _text(closed)


def test_promises_without_news_are_one_line_and_the_heading_counts_them() -> None:
    answered = StandIn().panel(OLD_MEETING.id).commitments[0]
    quiet = replace(answered, status="no_news", follow_ups=(), quiet=2, proposed=False)
    silent = [replace(quiet, commitment=replace(quiet.commitment, id=f"p{n}")) for n in range(3)]
    rows = panel_rows(VI, _labels, MeetingLedger(OLD_MEETING, commitments=(silent[0], answered, *silent[1:])))
    closed = visible(rows, frozenset())
    assert "CAM KẾT, CHỈ ĐẠO (4) · 3 không có tin, 1 đã có con số" in _text(closed)
    assert "∅ không có tin: 3 cam kết" in _text(closed)
    assert [row.key for row in closed if row.about in silent] == []
    assert [row.key for row in visible(rows, frozenset({"unanswered"})) if row.about in silent] == ["p0", "p1", "p2"]


def test_several_follow_ups_are_folded_under_their_promise() -> None:
    pledge = StandIn().panel(OLD_MEETING.id).commitments[0]
    several = replace(pledge, follow_ups=tuple(replace(pledge.follow_ups[0], id=f"f{n}") for n in range(3)))
    rows = panel_rows(VI, _labels, MeetingLedger(OLD_MEETING, commitments=(several,)))
    assert "3 chỗ nói tới · 3 chưa xét" in _text(visible(rows, frozenset()))
    assert "? đề xuất" not in _text(visible(rows, frozenset()))
    assert _text(visible(rows, frozenset({f"{pledge.commitment.id}:said"}))).count("? đề xuất") == 3


def test_of_many_results_for_a_target_the_last_and_the_one_that_decides_are_shown() -> None:
    said = replace(AIM.results[0], decides=False)
    many = replace(AIM, results=(replace(said, decides=True), *(replace(said, mentions=()) for _ in range(9))))
    rows = panel_rows(VI, _labels, MeetingLedger(NEW_MEETING, targets=(many,)))
    closed, opened = visible(rows, frozenset()), visible(rows, frozenset({f"{AIM.id}:older"}))
    assert "4 kết quả trước nữa" in _text(closed)
    assert [row.key for row in closed if row.about in many.results] == [f"{AIM.id}:{n}" for n in (0, 5, 6, 7, 8, 9)]
    assert len([row for row in opened if row.about in many.results]) == 10


def test_of_many_targets_that_one_figure_answers_the_last_are_shown() -> None:
    spoken = StandIn().panel(NEW_MEETING.id).answers[0]
    mention = AIM.mentions[0]
    many = tuple(replace(spoken, target=f"t{n}", commitment="", value=AIM.value, mention=mention) for n in range(8))
    rows = panel_rows(VI, _labels, MeetingLedger(NEW_MEETING, answers=many))
    closed, opened = visible(rows, frozenset()), visible(rows, frozenset({"also:0"}))
    assert "còn ứng với 3 mục tiêu trước nữa" in _text(closed)
    assert [row.about.target for row in closed if row.about in many] == ["t3", "t4", "t5", "t6", "t7"]
    assert len([row for row in opened if row.about in many]) == 8
