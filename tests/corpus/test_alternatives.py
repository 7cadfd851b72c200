"""Many words as one pattern."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.alternatives import any_of

WORDS = st.lists(st.text("ab đ.", min_size=1, max_size=4), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        (["đã", "đã ký", "đạt"], r"đ(?:ã(?:\ ký)?|ạt)"),
        (["a.b"], r"a\.b"),
        (["a", "b"], "(?:a|b)"),
        ([], "(?!)"),
    ],
)
def test_common_beginnings_are_matched_once(words: list[str], pattern: str) -> None:
    assert any_of(words) == pattern


@given(WORDS, st.text("ab đ.", max_size=12))
def test_it_finds_what_the_words_side_by_side_find(words: list[str], text: str) -> None:
    plain = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    for around in ("{}", r"(?<!\w)(?:{})(?!\w)"):
        found = re.finditer(around.format(f"(?:{any_of(words)})"), text)
        expected = re.finditer(around.format(f"(?:{plain})"), text)
        assert [match.span() for match in found] == [match.span() for match in expected]
