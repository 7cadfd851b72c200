from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpora import QUERIES
from tui.search import find, parse_query, places

TEXT = (
    "Tăng cường hợp tác. Mục tiêu tăng trưởng GDP 8,3%, kinh tế tăng trưởng nhanh.\n"
    "Trưởng đoàn dự họp. Vốn FDI giúp xuất khẩu, và tăng trưởng."
)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tang truong", ["tăng trưởng", "tăng trưởng", "tăng trưởng"]),
        ("truong tang", ["tăng trưởng", "tăng trưởng", "tăng trưởng"]),
        ("kinh te tang truong", ["kinh tế tăng trưởng"]),
        ('"tang truong" gdp', ["tăng trưởng GDP"]),
        ("tang truong role:target -lam", ["tăng trưởng", "tăng trưởng", "tăng trưởng"]),
        ("fdi tang truong", ["FDI", "tăng trưởng"]),
        ("hop tac", ["hợp tác"]),
        ("tac hop", ["hợp tác"]),
        ("cuong fdi", ["cường", "FDI"]),
        ("tang", ["Tăng", "tăng", "tăng", "tăng"]),
        ("gdp OR fdi", ["GDP", "FDI"]),
        ("khong co", []),
    ],
)
def test_places_where_all_words_stand_together_come_before_single_words(query: str, expected: list[str]) -> None:
    assert [TEXT[slice(*at)] for at in places(TEXT, parse_query(query))] == expected


def test_words_in_the_order_asked_for_come_before_the_same_words_turned_round() -> None:
    text = "Tiến độ thực thi hiệp định; miễn thị thực cho khách."
    assert [text[slice(*at)] for at in places(text, parse_query("thi thuc"))] == ["thị thực"]
    assert [text[slice(*at)] for at in places(text, parse_query("thuc thi"))] == ["thực thi"]


def test_the_unfinished_last_word_counts_as_one_of_the_words() -> None:
    assert [TEXT[slice(*at)] for at in places(TEXT, parse_query("tang truo", typing=True))] == ["tăng trưởng"] * 3


@given(st.text(st.sampled_from("tăng kinhếr8,5 \n.đ")), st.sampled_from(QUERIES))
def test_every_place_is_made_of_matches(text: str, query: str) -> None:
    parsed = parse_query(query)
    found = {at.start for at in find(text, parsed)}
    assert all(at.start in found for at in places(text, parsed))
    assert bool(found) == bool(places(text, parsed))
