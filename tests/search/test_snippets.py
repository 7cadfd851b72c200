from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpora import QUERIES
from tui.search import find, parse_query
from tui.search.snippets import find_terms, snippets

TEXT = "Tăng trưởng GDP đạt 7,52%.\nMục tiêu tăng trưởng 8,3 - 8,5%, hoà bình; kinh tế phát triển."


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("tang", ["Tăng", "tăng"]),
        ("tăng", ["Tăng", "tăng"]),
        ("tang truong", ["Tăng", "trưởng", "tăng", "trưởng"]),
        ('"tang truong"', ["Tăng trưởng", "tăng trưởng"]),
        ('"tang truong" truong', ["Tăng trưởng", "tăng trưởng"]),
        ("tr*", ["trưởng", "trưởng", "triển"]),
        ("trien~", ["triển"]),
        ("hòa -kinh", ["hoà"]),
        ("7,52%", ["7,52"]),
        ('"8,3 8,5"', ["8,3 - 8,5"]),
        ("title:gdp", ["GDP"]),
        ("tầng", []),
        ("role:target", []),
        ('"gdp tang"', []),
        ('"triển tang"', []),
    ],
)
def test_find(query: str, expected: list[str]) -> None:
    assert [TEXT[at.start : at.end] for at in find(TEXT, parse_query(query))] == expected


def test_find_in_an_article_takes_plain_words() -> None:
    found = find(TEXT, parse_query("kinh-te (gdp", plain=True))
    assert [TEXT[at.start : at.end] for at in found] == ["GDP", "kinh", "tế"]


def test_a_passage_stays_on_its_line_and_names_places_of_the_whole_text() -> None:
    node = parse_query("muc tieu").node
    (one,) = snippets(TEXT, find_terms(TEXT, node))
    assert one.text == TEXT[one.start : one.end] == TEXT.split("\n")[1]
    assert [TEXT[at.start : at.end] for at in one.matches] == ["Mục", "tiêu"]


def test_the_passage_with_most_different_words_is_chosen() -> None:
    filler = "và các việc khác của kỳ này " * 12
    text = f"kinh {filler} kinh {filler} kinh tế tăng trưởng {filler} tế"
    (one,) = snippets(text, find_terms(text, parse_query("kinh te tang").node), most=1)
    assert "kinh tế tăng" in one.text
    assert len(one.text) < 230


def test_without_a_match_the_beginning_is_shown() -> None:
    (one,) = snippets(TEXT, [])
    assert one.start == 0
    assert one.matches == ()
    assert snippets("", []) == ()


@given(st.text(st.sampled_from("tăng kinhếr8,5 \n.đ")), st.sampled_from(QUERIES))
def test_passages_are_parts_of_the_text_and_hold_their_matches(text: str, query: str) -> None:
    found = find_terms(text, parse_query(query).node)
    assert all(one.at.end <= other.at.start for one, other in pairwise(found))
    for one in snippets(text, found):
        assert one.text == text[one.start : one.end].replace("\n", " ")
        assert all(one.start <= at.start < at.end <= one.end for at in one.matches)
