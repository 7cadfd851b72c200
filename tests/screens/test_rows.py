from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screens.rows import Line, Piece, Row, RowLayout, crop_line, indent_of, line, spread, visible, wrap_line

PIECES = st.lists(st.tuples(st.text("ab ưđ漢", max_size=12), st.sampled_from(["", "title"])), max_size=6).map(
    lambda pairs: line(*pairs)
)


def _text(pieces: Line) -> str:
    return "".join(piece.text for piece in pieces)


def test_a_line_too_long_goes_on_under_its_text() -> None:
    long = line(("  ", ""), ("mục tiêu tăng trưởng", "title"))
    assert [_text(part) for part in wrap_line(long, 12, indent_of(long))] == ["  mục tiêu", "  tăng", "  trưởng"]


def test_a_sign_is_left_standing_alone() -> None:
    assert indent_of(line("○ kết thúc đàm phán")) == 2
    assert indent_of(line("  ✗ không khớp")) == 4
    assert indent_of(line("kết thúc")) == 0


def test_styles_survive_wrapping() -> None:
    parts = wrap_line(line(("một ", "title"), ("hai", "")), 4, 0)
    assert parts == [(Piece("một", "title"),), (Piece(""), Piece("hai"))]


def test_two_ends_share_a_line() -> None:
    assert _text(spread(line("một hai ba"), line("5"), 8)) == "một h… 5"


def test_folded_sections_hide_their_rows() -> None:
    rows = [Row("a", (), heading=True), Row("b", ()), Row("c", (), heading=True), Row("d", ())]
    assert [row.key for row in visible(rows, frozenset({"a"}))] == ["a", "c", "d"]


def test_lines_and_rows_find_each_other() -> None:
    layout = RowLayout(most=1)
    layout.load((Row("a", (line("1"), line("2"))), Row("b", (line("3"),))), 10)
    assert [layout.place(y) for y in range(4)] == [0, 0, 1, 2]
    assert layout.extent(1) == (2, 1)
    assert layout.find("b") == 1
    assert _text(layout.text(1)) == "2"


@given(PIECES, st.integers(0, 30))
def test_a_cropped_line_fits(pieces: Line, width: int) -> None:
    assert cell_len(_text(crop_line(pieces, width))) <= width


@given(PIECES, st.integers(4, 30))
def test_wrapped_lines_fit_and_keep_their_words(pieces: Line, width: int) -> None:
    parts = wrap_line(pieces, width, 2)
    assert all(cell_len(_text(part)) <= width for part in parts)
    assert "".join(map(_text, parts)).replace(" ", "") == _text(pieces).replace(" ", "")


def test_a_line_that_may_not_go_on_says_that_words_are_missing() -> None:
    layout = RowLayout(most=2)
    layout.load((Row("a", (line("22/07 một hai ba bốn năm"),)),), 11)
    assert [_text(layout.text(y)) for y in range(layout.height)] == ["22/07 một", "hai ba bốn…"]
    layout.load((Row("a", (line("22/07 một hai ba bốnx năm"),)),), 11)
    assert _text(layout.text(1)) == "hai ba bốn…"
