"""The tables of the ledger: what they know, and how they complain."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from tui.errors import LexiconError
from tui.ledger.rules import load_rules, read_rules
from tui.words import LANGUAGES, load_words


@pytest.mark.parametrize(
    ("speaker", "body"),
    [("Thủ tướng Phạm Minh Chính", "government"), ("Chính phủ", "government"), ("Quốc hội", "assembly"),
     ("Bộ Chính trị", "party"), ("Trung ương Đảng", "party"), ("ADB", "adb"), ("", "")],
)  # fmt: skip
def test_who_stands_behind_a_speaker(speaker: str, body: str) -> None:
    assert load_rules().body(speaker) == body


def test_kinds_of_documents() -> None:
    kind = load_rules().document
    assert kind("bản ghi nhớ với các đối tác") == kind("biên bản ghi nhớ") != kind("thoả thuận") == kind("thỏa thuận")
    assert kind("hoạt động đối ngoại") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_ratio_has_a_name(language: str) -> None:
    words = load_words(language)
    assert load_rules().ratios
    assert all(words.has(f"panel.derivation_rule.{each.id}") for each in load_rules().ratios)


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("parts", [], None),
        ("balance", [{"turnover": "a"}], r"rules\.toml: balance\.balance must be a string"),
        ("ratio", [{"id": "a", "part": "b"}], r"rules\.toml: ratio\.whole must be a string"),
        ("parts", {}, r"rules\.toml: \[\[parts\]\]"),
        ("parts", [{"whole": "a"}], r"rules\.toml: parts\.parts must be a list"),
        ("body", [{"id": "", "words": ["a"]}], r"rules\.toml: body\.id must be a string"),
        ("running", [{"total": 3}], r"rules\.toml: running\.total must be"),
        ("growth", {"real": "gdp"}, r"rules\.toml: growth\.real must be a list"),
        ("growth", 1, r"rules\.toml: \[growth\] is missing"),
        ("shrinking", {"flows": [""]}, r"rules\.toml: shrinking\.flows"),
        ("units", {"document": "x"}, r"rules\.toml: units\.document must be a list of lists"),
        ("claims", {"with": ""}, r"rules\.toml: claims\.with must be a word"),
        ("claims", {"with": "với", "estimate": []}, r"rules\.toml: claims\.estimate"),
    ],
)
def test_an_error_names_file_and_key(key: str, value: Any, words: str | None) -> None:
    table = tomllib.loads((files("tui.ledger") / "rules.toml").read_text(encoding="utf-8")) | {key: value}
    if words is None:
        assert read_rules(table).parts == ()
    else:
        with pytest.raises(LexiconError, match=words):
            read_rules(table)
