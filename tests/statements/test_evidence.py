from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.errors import LexiconError
from tui.figures import find_figures
from tui.model import Dating, Role, Statement
from tui.statements import load_lexicon, make_statements
from tui.statements.evidence import code, load_opinions
from tui.statements.evidence.weights import Weights, read_weights, write_weights
from tui.statements.lexicon import OTHER
from tui.statements.make import read_figures
from tui.statements.reading import read_sentence
from tui.statements.roles import Judged

DAY = Dating(date(2018, 10, 1), "stated", "")
ROLES = set(get_args(Role))


def statements(text: str) -> tuple[Statement, ...]:
    article = parse("a", "a.txt", text.encode())
    return make_statements(article, DAY, find_figures(article), load_lexicon())


def codes(sentence: str) -> tuple[str, ...]:
    article = parse("a", "a.txt", sentence.encode())
    return code(read_sentence(article.text, article.sentences[0].at, find_figures(article))).codes


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("GDP tăng 6,8%.", ("gdp", "tăng", "<%>", ".")),
        ("Thu 5 tỷ USD từ 12 dự án.", ("thu", "<money>", "từ", "<count>", "dự", "án", ".")),
        ("Quý I năm 2018 có 19.000 ha.", ("@quarter", "có", "<unit>", ".")),
        ("Theo Nghị quyết 01/NQ-CP thì đủ.", ("theo", "nghị", "quyết", "#", "/", "nq", "-", "cp", "thì", "đủ", ".")),
    ],
)
def test_a_sentence_in_codes(sentence: str, expected: tuple[str, ...]) -> None:
    assert codes(sentence) == expected


@given(st.text(alphabet="ab 12%.,-()\nđỉ năm tháng quý", max_size=120))
def test_every_token_has_a_code(text: str) -> None:
    article = parse("a", "a.txt", ("Tin mới. " + text).encode())
    found = find_figures(article)
    for sentence in article.sentences:
        own = [figure for figure in found if sentence.at.start <= figure.at.start < sentence.at.end]
        reading = read_sentence(article.text, sentence.at, own)
        coded = code(reading)
        assert len(coded.of) == len(reading.tokens) + 1
        assert list(coded.of) == sorted(coded.of)
        assert coded.of[-1] == len(coded.codes)


def test_what_is_around_a_figure_is_bounded() -> None:
    article = parse("a", "a.txt", ("chữ " * 900 + "tăng 7% " + "chữ nữa " * 900 + ".").encode())
    ((_, around),) = read_figures(article, DAY, find_figures(article), load_lexicon())
    assert sum(len(set(terms)) for terms in around.values()) < 500


WEIGHTS = st.builds(
    Weights,
    answers=st.just(("a", "b", "c")),
    start=st.tuples(*[st.integers(-300, 300).map(lambda value: value / 100)] * 3),
    terms=st.dictionaries(
        st.sampled_from(["left", "right"]),
        st.dictionaries(
            st.text(alphabet="xyzđ ", min_size=1),
            st.tuples(st.integers(100, 900), st.sets(st.integers(0, 2), min_size=1), st.integers(1, 500)).map(
                lambda row: ((row[0] / 100) ** 2, tuple((at, row[0] / 100 * row[2] / 100) for at in sorted(row[1])))
            ),
            max_size=4,
        ),
        max_size=2,
    ),
)


@given(WEIGHTS)
def test_weights_are_read_as_they_were_written(weights: Weights) -> None:
    again = read_weights("w", list(write_weights(weights)))
    around = {zone: list(terms) for zone, terms in weights.terms.items()}
    assert again.answers == weights.answers
    assert again.chances(around) == pytest.approx(weights.chances(around), abs=1e-6)
    assert math.fsum(again.chances(around).values()) == pytest.approx(1)


def test_a_term_that_speaks_for_an_answer_raises_its_chance() -> None:
    weights = read_weights("w", ["answers\ta\tb", "start\t0\t0", "left\txa xa\t500\t0:4000", "left\tgần\t500\t1:100"])
    assert weights.chances({}) == {"a": 0.5, "b": 0.5}
    assert weights.chances({"left": ["xa xa"]})["a"] > 0.6
    assert weights.chances({"left": ["lạ"], "right": ["xa xa"]}) == {"a": 0.5, "b": 0.5}
    assert weights.speaks_for({"left": ["gần", "xa xa"]}, "a") == [("left", "xa xa")]


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ([], "line 1"),
        (["answers\ta"], "line 1"),
        (["answers\ta", "start\tviele"], "line 1"),
        (["answers\ta", "start\t0", "left\tx\t100\t0:1", "left\tx"], "line 4"),
        (["answers\ta", "start\t0\t0"], "line 2"),
    ],
)
def test_weights_that_are_broken_name_the_line(lines: list[str], line: str) -> None:
    with pytest.raises(LexiconError, match=rf"role\.tsv, {line}: .*reinstall"):
        read_weights("role.tsv", lines)


def test_the_tables_shipped_answer_what_is_asked() -> None:
    opinions, lexicon = load_opinions(), load_lexicon()
    assert set(opinions.roles.answers) == ROLES
    assert all(lexicon.indicator(each) for each in opinions.indicators.answers if each != OTHER)
    tables = [opinions.usual, opinions.start, opinions.heard, opinions.given]
    tables += [*opinions.heard.values(), *opinions.given.values(), *opinions.rules.values()]
    assert all(set(table) == ROLES for table in tables)
    assert all(0 < rate < 1 for rate in opinions.usual.values())


def test_the_words_around_a_figure_give_its_role_where_no_cue_does() -> None:
    (told,) = statements("Đề án xây dựng 1 triệu căn nhà ở xã hội.")
    assert (told.role, told.rule) == ("target", "weighed")


LEARNED = [
    "answers\ttarget\tresult\tforecast\tbase\tcontext",
    "start\t0\t0\t0\t0\t0",
    "left\tgóp phần\t800\t1:9000",
    "left\tđề án\t800\t0:9000",
    "left\tkết nối\t800\t0:9000",
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Điều hành tốt góp phần kiểm soát lạm phát ở mức 3,57%.", ("result", "weighed", "tốt góp phần kiểm")),
        ("Theo đề án có 20.000 căn hộ.", ("target", "weighed", "Theo đề án có")),
        ("Kiểm soát lạm phát ở mức 3,57%.", ("target", "target-cue", "Kiểm soát")),  # nothing speaks against the rule
        ("Hội nghị kết nối 63 điểm cầu.", ("context", "scene", "điểm cầu")),  # a setting stays one
    ],
)
def test_words_overturn_a_rule_as_far_as_they_are_sure(
    text: str, told: tuple[str, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opinions = replace(load_opinions(), roles=read_weights("w", LEARNED))
    monkeypatch.setattr("tui.statements.make.load_opinions", lambda: opinions)
    (found,) = statements(text)
    assert (found.role, found.rule, found.cue) == told


def test_the_chances_are_a_logistic_regression_over_the_words_and_the_rule() -> None:
    words = read_weights("w", [*LEARNED[:2], "left\tđề án\t800\t0:2500"])
    shipped = load_opinions()
    none = dict.fromkeys(ROLES, 0.0)
    heard = {role: none | {role: 0.5} for role in ROLES}
    opinions = replace(shipped, roles=words, start=none, heard=heard, given=dict.fromkeys(ROLES, none), rules={})
    said = words.chances({"left": ["đề án"]})
    chances = opinions.chances(Judged("result", "", "default-result"), {"left": ["đề án"]})
    assert chances["target"] / chances["result"] == pytest.approx(math.sqrt(said["target"] / said["result"]))
    rules = {("default-result", "result"): none | {"result": math.log(100)}}
    firm = replace(opinions, rules=rules).chances(Judged("result", "", "default-result"), {"left": ["đề án"]})
    assert firm["result"] / firm["target"] == pytest.approx(100 * chances["result"] / chances["target"])
    assert math.fsum(firm.values()) == pytest.approx(1)


def test_a_role_by_weight_quotes_words_of_its_own_sentence() -> None:
    articles = [
        "Nghị quyết nêu rõ các nhiệm vụ. Tốc độ tăng tổng sản phẩm trong nước bình quân 6,5 - 7%/năm.",
        "Đề án xây dựng 1 triệu căn nhà ở xã hội. Nhu cầu vốn của giai đoạn tới là 500 nghìn tỷ đồng.",
        "Quy mô dự án gồm 4 tổ máy, công suất 1.200 MW, tổng mức đầu tư 18.000 tỷ đồng.",
    ]
    weighed = [(text, s) for text in articles for s in statements(text) if s.rule.startswith("weighed")]
    assert weighed
    for text, told in weighed:
        assert bool(told.cue) == (told.rule == "weighed")
        assert told.cue in text
        assert 0 < told.confidence < 1


def test_a_name_that_a_rule_refused_is_not_named_by_the_words() -> None:
    (told,) = statements("Xuất khẩu gạo tăng 12%.")
    assert told.indicator == OTHER
