"""What each line of a page is, with the examples that its patterns carry."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import data, paragraphs, parse
from tui.corpus.paragraphs import LinePattern, classify, lines, patterns
from tui.errors import LexiconError

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "Chính phủ thảo luận tình hình kinh tế và nêu các giải pháp cho thời gian tới."


def kinds(*page: str) -> list[str]:
    text = "\n".join(page)
    return [each.kind for each in classify(text, lines(text))]


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.id)
def test_each_pattern_finds_its_example_and_leaves_the_other(pattern: LinePattern) -> None:
    assert pattern.finds(pattern.accepts)
    assert not pattern.finds(pattern.refuses)


@pytest.mark.parametrize("pattern", patterns(), ids=lambda pattern: pattern.id)
def test_each_example_gets_its_kind_on_a_page(pattern: LinePattern) -> None:
    page = (BODY, pattern.accepts) if pattern.where == "tail" else (BODY, pattern.accepts, BODY)
    assert kinds(*page)[1] == pattern.kind


def test_ids_are_used_once() -> None:
    ids = [each.id for each in patterns()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    "name", ["Hồng Nhung", "Minh Thu", "PL", "N.Bình", "H.Giang - Minh Ngọc", "Anh Minh và Thu Hà"]
)
def test_a_name_at_the_foot_is_a_byline(name: str) -> None:
    assert kinds(BODY, name) == ["body", "byline"]


def test_the_foot_may_hold_several_lines() -> None:
    page = (BODY, "Hồng Nhung", "(Nguồn: Báo Quảng Trị)", "Ý kiến bạn đọc (0)", "© Copyright 2023")
    assert kinds(*page) == ["body", "byline", "source", "furniture", "furniture"]


@pytest.mark.parametrize("line", ["Hồng Nhung", "Theo Chinhphu.vn"])
def test_a_name_within_the_report_is_body(line: str) -> None:
    assert kinds(BODY, line, BODY) == ["body", "body", "body"]


@pytest.mark.parametrize("line", ["Xuất khẩu tăng", "Nhiệm vụ năm 2025", "GDP: 7%", "- Hà Nội: 8%"])
def test_other_short_lines_are_body(line: str) -> None:
    assert kinds(BODY, line) == ["body", "body"]


def test_a_page_never_loses_its_only_line() -> None:
    assert kinds("Hồng Nhung") == ["body"]


def test_an_article_on_one_line_is_one_paragraph() -> None:
    assert kinds(" ".join([BODY] * 50 + ["Ảnh: VGP"])) == ["body"]


def test_captions_and_furniture_hold_no_sentences() -> None:
    for path in SEEDS.glob("*.txt"):
        article = parse(path.stem, path.name, path.read_bytes())
        assert {article.paragraphs[each.paragraph].kind for each in article.sentences} <= {"title", "body"}
        words = {article.text[slice(*each.at)] for each in article.sentences}
        assert not words & {"![]() |", "Ý kiến bạn đọc (0)", "Hồng Nhung", "Minh Thu", "(Nguồn: Báo Quảng Trị)"}


@given(st.lists(st.sampled_from((BODY, "Hồng Nhung", "", "  ", "Ảnh: VGP", "![]() |", "PL")), max_size=8))
def test_every_line_that_is_not_blank_is_a_paragraph(page: list[str]) -> None:
    text = "\n".join(page)
    assert [text[slice(*each.at)] for each in classify(text, lines(text))] == [line for line in page if line.strip()]


GOOD = {"id": "x", "kind": "caption", "where": "any", "pattern": "a", "accepts": "a", "refuses": "b"}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "picture"}, "pattern x: kind must be one of"),
        ({"where": "top"}, "pattern x: where must be one of any, between, tail"),
        ({"pattern": "("}, "pattern x: not a regular expression"),
        ({"accepts": ""}, "pattern x: accepts must be a string"),
    ],
)
def test_a_wrong_entry_is_named(monkeypatch: pytest.MonkeyPatch, change: dict[str, str], message: str) -> None:
    monkeypatch.setattr(paragraphs, "load", lambda *_: {"pattern": [GOOD | change]})
    with pytest.raises(LexiconError, match=message):
        patterns.__wrapped__()


def test_a_list_that_is_none_is_named() -> None:
    with pytest.raises(LexiconError, match=r"f\.toml: names must be a list of strings"):
        data.strings({"names": "Hà Nội"}, "names", "f.toml")
