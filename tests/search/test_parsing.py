from __future__ import annotations

from datetime import date
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpora import QUERIES
from tui.model import Span
from tui.search import parse_query
from tui.search.nodes import (
    And,
    Dated,
    Fuzzy,
    InField,
    InTitle,
    Node,
    Not,
    Nothing,
    OneStatement,
    Or,
    Phrase,
    Prefix,
    Stated,
    Valued,
    Word,
)
from tui.search.parsing import DEEPEST, FIELDS
from tui.search.values import parse_number
from tui.words import load_words


def folded(form: str) -> Word:
    return Word(form, accented=False)


def exact(form: str) -> Word:
    return Word(form, accented=True)


A, B, C = folded("a"), folded("b"), folded("c")
GDP, TARGET, RESULT = Stated("indicator", "gdp"), Stated("role", "target"), Stated("role", "result")

MEANINGS: list[tuple[str, Node]] = [
    ("", Nothing()),
    ("   ", Nothing()),
    ("tang", folded("tang")),
    ("TĂNG", exact("tăng")),
    ("hoà", exact("hòa")),
    ("Đi", exact("đi")),
    ("tang trưởng", And((folded("tang"), exact("trưởng")))),
    ("a AND b", And((A, B))),
    ("a OR b c", Or((A, And((B, C))))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("a -b", And((A, Not(B)))),
    ("NOT a", Not(A)),
    ("NOT NOT a", A),
    ("-NOT a", A),
    ("-(a b)", Not(And((A, B)))),
    ('"a b c"', Phrase((A, B, C))),
    ('"a"', A),
    ("kinh-tế", Phrase((folded("kinh"), exact("tế")))),
    ("2/4", Phrase((folded("2"), folded("4")))),
    ("7,52%", folded("7.52")),
    ("a - b", And((A, B))),
    ("a, b.", And((A, B))),
    ("tr*", Prefix("tr", accented=False)),
    ("trư*", Prefix("trư", accented=True)),
    ("truong~", Fuzzy("truong", accented=False)),
    ("truong~1", Fuzzy("truong", accented=False)),
    ("title:kinh*", InTitle(Prefix("kinh", accented=False))),
    ('title:"a b"', InTitle(Phrase((A, B)))),
    ("Title:a", InTitle(A)),
    ('outlet:"Nhân Dân"', InField("outlet", "Nhân Dân")),
    ("meeting:2025-07-22", InField("meeting", "2025-07-22")),
    ("indicator:gdp", OneStatement(GDP)),
    ("indicator:gdp role:target", OneStatement(And((GDP, TARGET)))),
    ("indicator:gdp a role:target", And((A, OneStatement(And((GDP, TARGET)))))),
    ("indicator:gdp (role:target OR role:result)", OneStatement(And((GDP, Or((TARGET, RESULT)))))),
    ("indicator:gdp -role:target", OneStatement(And((GDP, Not(TARGET))))),
    ("-role:target", Not(OneStatement(TARGET))),
    ("a -role:target", And((A, Not(OneStatement(TARGET))))),
    ("a OR role:target", Or((A, OneStatement(TARGET)))),
    (
        "(indicator:gdp role:target) role:result",
        And((OneStatement(And((GDP, TARGET))), OneStatement(RESULT))),
    ),
]


@pytest.mark.parametrize(("text", "node"), MEANINGS)
def test_meaning(text: str, node: Node) -> None:
    query = parse_query(text)
    assert query.node == node
    assert query.notices == ()


def days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Dated:
    return Dated(date(*first).toordinal(), date(*last).toordinal())


FIRST, LAST = (1, 1, 1), (9999, 12, 31)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024", days((2024, 1, 1), (2024, 12, 31))),
        ("2024-02", days((2024, 2, 1), (2024, 2, 29))),
        ("2024-q3", days((2024, 7, 1), (2024, 9, 30))),
        ("2024-S1", days((2024, 1, 1), (2024, 6, 30))),
        ("2024-07-18", days((2024, 7, 18), (2024, 7, 18))),
        ("18/7/2024", days((2024, 7, 18), (2024, 7, 18))),
        ("07/2024", days((2024, 7, 1), (2024, 7, 31))),
        ("2024-07..2025-01", days((2024, 7, 1), (2025, 1, 31))),
        ("2024..", days((2024, 1, 1), LAST)),
        ("..2024", days(FIRST, (2024, 12, 31))),
        (">2024-07", days((2024, 8, 1), LAST)),
        (">=2024-07", days((2024, 7, 1), LAST)),
        ("<2024-07", days(FIRST, (2024, 6, 30))),
        ("<=2024-07", days(FIRST, (2024, 7, 31))),
    ],
)
def test_dates(value: str, expected: Dated) -> None:
    assert parse_query(f"date:{value}").node == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("8", Valued(8, 8)),
        ("8,3", Valued(8.3, 8.3)),
        ("8.3", Valued(8.3, 8.3)),
        ("=1.700", Valued(1700, 1700)),
        (">8", Valued(8, inf, low_included=False)),
        (">=8%", Valued(8, inf, unit="%")),
        ("<-2", Valued(-inf, -2, high_included=False)),
        ("<=8", Valued(-inf, 8)),
        ("8,3..8,5%", Valued(8.3, 8.5, unit="%")),
        ("..5", Valued(-inf, 5)),
        (">10tỷUSD", Valued(10e9, inf, low_included=False, unit="USD")),
        (">1,5nghìntỷđồng", Valued(1.5e12, inf, low_included=False, unit="VND")),
        (">2triệu", Valued(2e6, inf, low_included=False)),
    ],
)
def test_values(value: str, expected: Valued) -> None:
    assert parse_query(f"value:{value}").node == OneStatement(expected)


def test_a_quoted_value_may_hold_spaces() -> None:
    assert parse_query('value:">10 tỷ USD"').node == parse_query("value:>10tỷUSD").node


@pytest.mark.parametrize(
    ("text", "number"), [("1.700", 1700), ("1.7", 1.7), ("1.234.567,8", 1234567.8), ("1,2,3", None), ("12.34", 12.34)]
)
def test_numbers(text: str, number: float | None) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    ("text", "code", "at", "node"),
    [
        ("a)", "unopened", (1, 2), A),
        ("(a", "unclosed", (0, 1), A),
        ('"a b', "unclosed_phrase", (0, 4), Phrase((A, B))),
        ("a OR", "lonely_or", (2, 4), A),
        ("OR a", "lonely_or", (0, 2), A),
        ("a NOT", "lonely_not", (2, 5), A),
        ("a ***", "no_words", (2, 5), A),
        ("***", "no_words", (0, 3), Nothing()),
        ('""', "no_words", (0, 2), Nothing()),
        ("b*", "short_prefix", (0, 2), B),
        ("a*b", "inner_star", (0, 3), Phrase((A, B))),
        ("ab~", "short_fuzzy", (0, 3), folded("ab")),
        ("truong~9", "fuzzy_edits", (6, 8), Fuzzy("truong", accented=False)),
        ("a:b", "unknown_field", (0, 1), And((A, B))),
        ("date:", "empty_field", (0, 5), Nothing()),
        ("a date:tomorrow", "bad_date", (7, 15), A),
        ("a date:2024-13", "bad_date", (7, 14), A),
        ("a value:many", "bad_value", (8, 12), A),
        ("a value:>5furlongs", "bad_value", (8, 18), A),
    ],
)
def test_what_is_not_understood_is_told_with_its_place_and_the_rest_is_searched(
    text: str, code: str, at: tuple[int, int], node: Node
) -> None:
    query = parse_query(text)
    assert [(notice.code, notice.at) for notice in query.notices] == [(code, Span(*at))]
    assert query.node == node


def test_every_notice_has_a_sentence_in_both_languages() -> None:
    texts = ["(" * 30 + "a", "a" * 301, 'a) ( "b', "OR NOT", "*** b* a*b ab~ truong~9 x:y date: date:x value:x"]
    notices = [notice for text in texts for notice in parse_query(text).notices]
    assert len({notice.code for notice in notices}) == 16
    for language in ("vi", "en"):
        words = load_words(language)
        for notice in notices:
            assert words(f"search_notice.{notice.code}", **notice.params)


def test_groups_are_read_to_a_depth() -> None:
    fine = parse_query("(" * DEEPEST + "a" + ")" * DEEPEST)
    assert (fine.node, fine.notices) == (A, ())
    deep = parse_query("(" * 140 + "a b" + ")" * 140)
    assert deep.node == And((A, B))
    assert {notice.code for notice in deep.notices} == {"too_deep"}


def test_what_follows_the_longest_query_is_left_out() -> None:
    query = parse_query("a " * 150 + "b" * 10_000)
    assert query.notices[-1].code == "too_long"
    assert query.notices[-1].at.start == 300


@given(st.text(st.sampled_from('ab()"-*~: ORNTđế.,0%>=') | st.characters(), max_size=400))
def test_any_text_is_a_query(text: str) -> None:
    for typing in (False, True):
        query = parse_query(text, typing=typing)
        assert all(0 <= notice.at.start <= notice.at.end <= len(text) for notice in query.notices)
    assert parse_query(text, plain=True).notices in {(), parse_query("x" * len(text)).notices}


@given(
    st.lists(
        st.sampled_from([*QUERIES, *(f"{name}:" for name in FIELDS), "(", ")", "OR", "NOT", '"', "-"]), max_size=30
    )
)
def test_any_mixture_of_the_languages_parts_is_a_query(parts: list[str]) -> None:
    parse_query(" ".join(parts))


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("tang tr", And((folded("tang"), Or((folded("tr"), Prefix("tr", accented=False)))))),
        ("tang t", folded("tang")),
        ("t", folded("t")),
        ("tang tr ", And((folded("tang"), folded("tr")))),
        ("role:target tr", And((Or((folded("tr"), Prefix("tr", accented=False))), OneStatement(TARGET)))),
        ("-tr", Not(folded("tr"))),
    ],
)
def test_the_word_being_typed_is_also_a_beginning(text: str, node: Node) -> None:
    assert parse_query(text, typing=True).node == node


def test_a_plain_query_is_words_only() -> None:
    assert parse_query('a -b "c', plain=True).node == And((A, B, C))
