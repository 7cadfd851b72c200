"""When two papers tell a figure in nearly the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.ledger.wording import REACH, alike, wording


def around(sentence: str, figure: str) -> frozenset[str]:
    start = sentence.index(figure)
    return wording(sentence, start, start + len(figure))


@pytest.mark.parametrize(
    ("sentence", "figure", "words"),
    [
        ("Năm qua, ký hơn 170 thoả thuận; đón 25 đoàn.", "170", "ky hon thoa thuan"),
        ("Năm qua, ký hơn 170 thoả thuận; đón 25 đoàn.", "25", "don doan"),
        ("Vốn đạt 36,6 tỷ USD (tăng 32,1%).", "36,6", "von dat ty usd"),
        ("Vốn đạt 36,6 tỷ USD (tăng 32,1%).", "32,1%", "tang"),
        ("một hai ba bốn năm sáu bảy 8 chín mười", "8", "hai ba bon nam sau bay chin muoi"),
    ],
)
def test_the_words_of_the_clause_on_both_sides(sentence: str, figure: str, words: str) -> None:
    assert around(sentence, figure) == set(words.split())


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("ký kết hơn 7 thỏa thuận", "có hơn 7 thoả thuận được ký", True),
        ("nâng tổng số FTA ký kết lên 7", "đã khai thác hiệu quả 7 Hiệp định thương mại tự do", False),
        ("7", "7", False),
    ],
)
def test_nearly_the_same_words_share_half_of_their_syllables(first: str, second: str, *, same: bool) -> None:
    assert alike(around(first, "7"), around(second, "7")) is same


@given(st.text(max_size=200), st.data())
def test_any_sentence_has_a_short_wording_that_is_like_itself(sentence: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(sentence)))
    found = wording(sentence, start, data.draw(st.integers(start, len(sentence))))
    assert len(found) <= 2 * REACH
    assert alike(found, found) is bool(found)
