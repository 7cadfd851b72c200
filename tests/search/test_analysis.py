from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.search.analysis import LONGEST, forms, surfaces, tokens
from tui.search.edits import within_one


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An Giang", [("an", "an"), ("giang", "giang")]),
        ("tăng 7,52%", [("tăng", "tang"), ("7.52", "7.52")]),
        ("1.700 và 1.234.567,8", [("1.700", "1.700"), ("và", "va"), ("1.234.567.8", "1.234.567.8")]),
        ("8,3 - 8,5%.", [("8.3", "8.3"), ("8.5", "8.5")]),
        ("Đ đ Ð ð", [("đ", "d")] * 4),
        ("hoà HÒA", [("hòa", "hoa"), ("hòa", "hoa")]),
        ("kinh-tế/xã_hội", [("kinh", "kinh"), ("tế", "te"), ("xã", "xa"), ("hội", "hoi")]),
        ("G20, COP26, 5G", [("g20", "g20"), ("cop26", "cop26"), ("5", "5"), ("g", "g")]),
        ("222/2025/QH15", [("222", "222"), ("2025", "2025"), ("qh15", "qh15")]),
        ("…— !?", []),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(token.exact, token.folded) for token in tokens(text)] == expected


def test_both_forms_stand_at_one_position_with_their_place_in_the_text() -> None:
    first, second = tokens("Tăng trưởng")
    assert (first.position, first.start, first.end) == (0, 0, 4)
    assert (second.position, second.start, second.end) == (1, 5, 11)


def test_decomposed_text_has_the_same_forms_and_its_own_offsets() -> None:
    text = unicodedata.normalize("NFD", "Tăng trưởng đạt 8,3%")
    found = tokens(text)
    assert [token.exact for token in found] == ["tăng", "trưởng", "đạt", "8.3"]
    assert [unicodedata.normalize("NFC", text[token.start : token.end]) for token in found] == [
        "Tăng",
        "trưởng",
        "đạt",
        "8,3",
    ]


@given(st.text())
def test_any_text_has_tokens_in_order_within_it(text: str) -> None:
    found = tokens(text)
    assert [token.position for token in found] == list(range(len(found)))
    assert [text[token.start : token.end] for token in found] == surfaces(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 < len(token.exact) <= LONGEST for token in found)


@given(st.text(min_size=1))
def test_forms_settle(text: str) -> None:
    for surface in surfaces(text):
        exact, folded = forms(surface)
        assert forms(folded) == (folded, folded)
        assert forms(exact) == (exact, folded)


@given(st.text("abă", max_size=5), st.text("abă", max_size=5))
def test_one_edit(one: str, other: str) -> None:
    edits = {one[:at] + one[at + 1 :] for at in range(len(one))}
    edits |= {one[:at] + letter + one[at:] for at in range(len(one) + 1) for letter in "abă"}
    edits |= {one[:at] + letter + one[at + 1 :] for at in range(len(one)) for letter in "abă"}
    edits |= {one[:at] + one[at + 1] + one[at] + one[at + 2 :] for at in range(len(one) - 1)}
    assert within_one(one, other) == (other in edits | {one})
