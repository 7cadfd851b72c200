"""Normalising, folding and tone placement."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.characters import fold, lower, normalise, settle_tone
from tui.model import Article, Span

LETTERS = ("a", "ệ", "ướ", "Ậ", "7", "%", ",")
PIECES = (
    *LETTERS,
    *(unicodedata.normalize("NFD", letter) for letter in LETTERS),
    "\r\n", "\r", "\n", "\t", " ", "\xa0", "\u2009", "\u3000",
    "\u200b", "\u200d", "\ufeff", "\xad", "\u202e", "\x01", "\x7f",
    "Ð", "ð", "Ɖ", "각", unicodedata.normalize("NFD", "각"), "\u2028", "😀",
)  # fmt: skip


def article(raw: str) -> Article:
    text, shifts = normalise(raw)
    return Article("a", "a.txt", "", text, shifts, "", "derived", "", "", "", "", None, "", (), ())


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Hội nghị", "Hội nghị"),
        (unicodedata.normalize("NFD", "Hội nghị"), "Hội nghị"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("Ðại hội Ðảng, ðồng", "Đại hội Đảng, đồng"),
        ("7\xa0%\u2009tăng\u3000", "7 % tăng "),
        ("a\tb", "a b"),
        ("\ufefftin\u200b tức\xad", "tin tức"),
        ("a\u202eb\u2066c", "abc"),
        ("x\x00\x1b[31m\x7fy", "x[31my"),
        ("e\u200b\u0302\u0323", "ệ"),
        ("một\u2028hai", "một\nhai"),
        ("", ""),
    ],
)
def test_normalise(raw: str, text: str) -> None:
    assert normalise(raw)[0] == text


@pytest.mark.parametrize("raw", ["Tăng trưởng 7,5%.\nĐạt.", "Ðảng\xa0ta\ttin"])
def test_one_for_one_needs_no_shifts(raw: str) -> None:
    assert normalise(raw)[1] == ()


@pytest.mark.parametrize(
    ("raw", "words", "source"),
    [
        ("\ufeffđạt 7%", "7%", "7%"),
        ("đạ\u0323t", "t", "t"),
        (unicodedata.normalize("NFD", "việt nam"), "ệ", unicodedata.normalize("NFD", "ệ")),
        ("một\r\nhai", "hai", "hai"),
        ("7,52%\u200b là", "7,52%", "7,52%"),
        ("7,\u200b52% là", "7,52%", "7,\u200b52%"),
    ],
)
def test_source_names_the_words_of_the_file(raw: str, words: str, source: str) -> None:
    made = article(raw)
    start = made.text.index(words)
    at = made.source(Span(start, start + len(words)))
    assert raw[at.start : at.end] == source


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.data())
def test_a_slice_of_the_file_normalises_to_the_slice_of_the_text(raw: str, data: st.DataObject) -> None:
    made = article(raw)
    start = data.draw(st.integers(0, len(made.text)))
    end = data.draw(st.integers(start, len(made.text)))
    at = made.source(Span(start, end))
    assert normalise(raw[at.start : at.end])[0] == made.text[start:end]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_the_whole_text_comes_from_within_the_file_in_order(raw: str) -> None:
    made = article(raw)
    places = [made.source(Span(index, index + 1)) for index in range(len(made.text))]
    assert all(0 <= at.start < at.end <= len(raw) for at in places)
    assert all(before.end <= after.start for before, after in pairwise(places))


@given(st.text())
def test_normalising_is_done_once(raw: str) -> None:
    text, _ = normalise(raw)
    assert normalise(text) == (text, ())
    assert unicodedata.is_normalized("NFC", text)


@given(st.text())
def test_fold_and_lower_keep_the_length(raw: str) -> None:
    text, _ = normalise(raw)
    assert len(fold(text)) == len(lower(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("ĐẨY MẠNH", "day manh"), ("đồng", "dong"), ("Ước đạt 7,5%", "uoc dat 7,5%"), ("İ각", "i각"), ("", "")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("word", "settled"),
    [
        ("hoà", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("HOÀ", "HÒA"), ("Toà", "Tòa"),
        ("hòa", "hòa"), ("hoàn", "hoàn"), ("hòan", "hoàn"), ("huỳnh", "huỳnh"), ("hoạch", "hoạch"),
        ("xoài", "xoài"), ("khuỷu", "khuỷu"), ("quý", "quý"), ("qúy", "quý"), ("quả", "quả"), ("già", "già"),
        ("thoả thuận, uỷ ban", "thỏa thuận, ủy ban"), ("", ""),
    ],
)  # fmt: skip
def test_settle_tone(word: str, settled: str) -> None:
    assert settle_tone(word) == settled


@given(st.text(alphabet="hoàòaảuỷủyqnQUÝ ,", max_size=20))
def test_settling_is_done_once_and_keeps_the_letters(word: str) -> None:
    settled = settle_tone(word)
    assert settle_tone(settled) == settled
    assert fold(settled) == fold(word)
