from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.screens.wrap import wrap

WORDS = st.lists(st.text("aăâđêôơứê漢字x", min_size=1, max_size=9), min_size=1, max_size=30).map(" ".join)


def _lines(text: str, width: int, *solid: tuple[int, int]) -> list[str]:
    starts, ends = [start for start, _ in solid], [end for _, end in solid]
    return [text[start:end] for start, end in wrap(text, 0, len(text), width, (starts, ends))]


def test_lines_break_at_spaces() -> None:
    assert _lines("kinh tế tăng trưởng", 10) == ["kinh tế", "tăng", "trưởng"]
    assert _lines("kinh tế tăng trưởng", 11) == ["kinh tế", "tăng trưởng"]


def test_a_line_never_breaks_inside_a_figure() -> None:
    text = "tăng từ 8,3 - 8,5% trong năm"
    figure = (8, 18)
    assert text[slice(*figure)] == "8,3 - 8,5%"
    assert _lines(text, 13) != _lines(text, 13, figure)
    assert _lines(text, 13, figure) == ["tăng từ", "8,3 - 8,5%", "trong năm"]


def test_a_figure_after_a_bracket_takes_the_bracket_along() -> None:
    text = "kinh tế (53,8% tổng"
    assert _lines(text, 12, (9, 14)) == ["kinh tế", "(53,8% tổng"]


def test_a_figure_longer_than_the_line_is_broken() -> None:
    assert _lines("1 tỷ USD", 4, (0, 8)) == ["1 tỷ", "USD"]


def test_wide_characters_count_two_cells() -> None:
    assert _lines("漢字漢字", 5) == ["漢字", "漢字"]


@given(WORDS, st.integers(2, 40))
def test_nothing_but_spaces_is_lost_and_every_line_fits(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
