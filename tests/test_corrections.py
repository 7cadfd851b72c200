from __future__ import annotations

import stat
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tui.errors import NotesError
from tui.model import Figure, Role, Span, Statement
from tui.notes import NAME, Notes, NotesFile, notes_path
from tui.notes.applying import apply_corrections
from tui.notes.model import Correction, Decision

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Mở đầu. GDP đạt 7,52% trong nửa đầu năm, cao nhất 15 năm. Xuất khẩu tăng 7,52% so với cùng kỳ."
FIRST, SECOND = "GDP đạt 7,52% trong nửa đầu năm, cao nhất 15 năm.", "Xuất khẩu tăng 7,52% so với cùng kỳ."


def statement(text: str, sentence: str, figure: str = "7,52%", role: Role = "result") -> Statement:
    quote = text.index(sentence)
    start = text.index(figure, quote)
    at = Span(start, start + len(figure))
    number = Figure("a", at, at, figure, "exact", 7.52, 7.52, "up", "%")
    where = Span(quote, quote + len(sentence))
    return Statement(number, where, "growth", "gdp", "2025", "inferred", "VN", role, "", "đạt", "r", 0.6, "gdp")


STATEMENTS = (statement(TEXT, FIRST), statement(TEXT, SECOND))


def correction(sentence: str = FIRST, **changes: Any) -> Correction:
    start = TEXT.index("7,52%", TEXT.index(sentence))
    return Correction("a", "7,52%", sentence, start, changes)


CHANGED = [
    ({"role": "forecast"}, "role", "forecast"),
    ({"indicator": "exports"}, "indicator", "exports"),
    ({"indicator": "exports"}, "series", "exports"),
    ({"period": "2025-S1"}, "period", "2025-S1"),
    ({"period": "2025-S1"}, "period_source", "stated"),
    ({"period": ""}, "period_source", ""),
    ({"place": "Hà Nội"}, "place", "Hà Nội"),
    ({"measure": "share"}, "measure", "share"),
    ({"role": "base"}, "corrected", True),
]


@pytest.mark.parametrize(("changes", "field", "value"), CHANGED)
def test_a_correction_changes_its_statement_and_no_other(changes: dict[str, Any], field: str, value: object) -> None:
    done = apply_corrections(STATEMENTS, TEXT, [correction(**changes)])
    assert getattr(done.statements[0], field) == value
    assert done.statements[1] == STATEMENTS[1]
    assert done.orphans == ()


def test_a_value_is_corrected_in_the_figure() -> None:
    done = apply_corrections(STATEMENTS, TEXT, [correction(low=7.5, high=7.6, bound="range", unit="pp")])
    figure = done.statements[0].figure
    assert (figure.low, figure.high, figure.bound, figure.unit) == (7.5, 7.6, "range", "pp")
    assert figure.text == "7,52%"


def test_what_is_no_figure_is_left_out() -> None:
    assert apply_corrections(STATEMENTS, TEXT, [correction(figure=False)]).statements == STATEMENTS[1:]


def test_later_corrections_win_and_others_add_up() -> None:
    steps = [correction(role="base", place="Lào"), correction(role="target"), correction(figure=False)]
    assert apply_corrections(STATEMENTS, TEXT, steps[:2]).statements[0].role == "target"
    assert apply_corrections(STATEMENTS, TEXT, steps[:2]).statements[0].place == "Lào"
    assert apply_corrections(STATEMENTS, TEXT, [*steps, correction(figure=True)]).statements[0].role == "target"


MOVED = [
    ("Thêm một câu ở đầu. " + TEXT, FIRST),
    (TEXT.replace("GDP đạt", "Theo báo cáo, GDP đạt"), FIRST.replace("GDP đạt", "Theo báo cáo, GDP đạt")),
    (TEXT.replace(" Xuất khẩu", "\nXuất khẩu"), FIRST),
]


@pytest.mark.parametrize(("text", "sentence"), MOVED)
def test_a_correction_finds_its_figure_again_after_an_edit(text: str, sentence: str) -> None:
    moved = statement(text, sentence)
    done = apply_corrections((moved, statement(text, SECOND)), text, [correction(role="base")])
    assert [each.role for each in done.statements] == ["base", "result"]


def test_the_nearest_of_two_in_equal_sentences_is_meant() -> None:
    text = f"{FIRST} {FIRST}"
    second = text.rindex("7,52%")
    first = statement(text, FIRST)
    at = Span(second, second + 5)
    later = replace(first, figure=replace(first.figure, at=at, source=at), quote=Span(len(FIRST) + 1, len(text)))
    meant = Correction("a", "7,52%", FIRST, second, {"role": "base"})
    assert [each.role for each in apply_corrections((first, later), text, [meant]).statements] == ["result", "base"]


LOST = [TEXT.replace(FIRST, "Không còn gì."), TEXT.replace(FIRST, "Câu này nay nói chuyện khác hẳn với 7,52% ấy thôi.")]


@pytest.mark.parametrize("text", LOST)
def test_a_correction_without_its_sentence_is_an_orphan(text: str) -> None:
    left = tuple(statement(text, sentence) for sentence in text.split(". ") if "7,52%" in sentence)
    done = apply_corrections(left, text, [correction(role="base")])
    assert done.orphans == (correction(role="base"),)
    assert done.statements == left


@pytest.fixture
def file(tmp_path: Path) -> NotesFile:
    return NotesFile(tmp_path / NAME)


def test_without_a_file_there_are_no_notes(file: NotesFile) -> None:
    assert file.read() == Notes()
    assert file.version() == (0, 0)
    assert file.undo() is None
    assert not file.path.exists()


def test_what_is_written_is_read(file: NotesFile) -> None:
    file.correct(correction(role="base", low=1.5))
    file.decide("f-1", accepted=True)
    notes = file.read()
    assert [replace(each, made="") for each in notes.corrections] == [correction(role="base", low=1.5)]
    assert notes.accepted() == {"f-1": True}


@given(quote=st.text(), text=st.text(), start=st.integers(0, 10**9))
def test_any_words_survive_the_file(
    quote: str, text: str, start: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = NotesFile(tmp_path_factory.mktemp("notes") / NAME)
    written = Correction("a/b", text, quote, start, {"figure": False}, made="2025-01-01T00:00:00")
    file.correct(written)
    assert file.read().corrections == (written,)


def test_a_decision_is_changed_and_taken_back(file: NotesFile) -> None:
    file.decide("f-1", accepted=True)
    file.decide("f-1", accepted=False)
    assert file.read().accepted() == {"f-1": False}
    file.decide("f-1", accepted=None)
    assert file.read().accepted() == {}


def test_undo_takes_the_newest_of_both_kinds(file: NotesFile) -> None:
    file.correct(correction(role="base"))
    file.decide("f-1", accepted=True)
    file.correct(correction(role="target"))
    undone = [file.undo() for _ in range(4)]
    assert [type(each) for each in undone] == [Correction, Decision, Correction, type(None)]


def test_what_a_later_version_wrote_is_kept(file: NotesFile) -> None:
    later = 'schema = 7\n[bookmarks]\nhere = "x"\n[[correction]]\narticle = "a"\ntext = "5%"\nquote = "q"\nstart = 1\n'
    file.path.write_text(f'{later}role = "base"\ncolour = "red"\n', encoding="utf-8")
    file.correct(correction(role="target"))
    data = tomli.loads(file.path.read_text(encoding="utf-8"))
    assert (data["schema"], data["bookmarks"]) == (7, {"here": "x"})
    assert [each.get("colour") for each in data["correction"]] == ["red", None]


def test_what_another_program_wrote_meanwhile_is_kept(file: NotesFile) -> None:
    other = NotesFile(file.path)
    file.correct(correction(role="base"))
    other.correct(correction(SECOND, role="target"))
    file.decide("f-1", accepted=True)
    assert len(other.read().corrections) == 2


def test_the_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "real.toml"
    real.touch(mode=0o640)
    real.chmod(0o640)
    (tmp_path / NAME).symlink_to(real)
    NotesFile(tmp_path / NAME).correct(correction(role="base"))
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert (tmp_path / NAME).is_symlink()
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".new")] == []


ENTRY = '[[correction]]\narticle = "a"\ntext = "5%"\nquote = "q"\nstart = 1\n'
MALFORMED = [
    ("[[correction", "not valid TOML"),
    ("correction = 3\n", "correction must be written as [[correction]]"),
    ("[[correction]]\ntext = '5%'\n", "correction 1: article must be given"),
    (ENTRY + 'role = "aim"\n', "correction 1: role must be one of target, result"),
    (ENTRY + ENTRY + 'period = "soon"\n', "correction 2: period must be a period"),
    ("[[decision]]\nfollow_up = 'f'\naccepted = 1\n", "decision 1: accepted must be given"),
]


@pytest.mark.parametrize(("content", "message"), MALFORMED)
def test_a_malformed_file_is_explained_and_never_written_over(content: str, message: str, file: NotesFile) -> None:
    file.path.write_text(content, encoding="utf-8")
    with pytest.raises(NotesError) as caught:
        file.read()
    assert message in str(caught.value)
    assert NAME in str(caught.value)
    with pytest.raises(NotesError):
        file.correct(correction(role="base"))
    assert file.path.read_text(encoding="utf-8") == content


def test_notes_are_beside_a_single_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert notes_path([tmp_path]) == tmp_path / NAME
    assert notes_path([tmp_path / "a.txt"]) == tmp_path / NAME


def test_notes_on_several_folders_are_with_the_users_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    two.mkdir()
    assert notes_path([one, two]) == notes_path([two, one])
    assert notes_path([one, two]).name == NAME
    assert one not in notes_path([one, two]).parents
    assert notes_path([one], tmp_path / "mine") == tmp_path / "mine" / NAME
