"""The word lists of figures and statements: every list is there, and a wrong one is named."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest

from tui.errors import LexiconError
from tui.figures.tables import Grammar, figure_lexicon
from tui.figures.wordsets import word_sets


@dataclass(frozen=True, slots=True)
class Lists:
    first: frozenset[str]
    second: frozenset[str]


def test_words_take_the_spelling_of_matching() -> None:
    found = word_sets(Lists, {"first": ["Ký", "quyết nghị"], "second": ["tỷ"]}, "own.toml")
    assert found == Lists(frozenset({"kí", "quyết nghị"}), frozenset({"tỉ"}))


@pytest.mark.parametrize(
    ("table", "key"),
    [
        ({"first": ["a"]}, "second"),
        ({"first": ["a"], "second": "b"}, "second"),
        ({"first": ["a"], "second": [""]}, "second"),
        ({"first": ["a"], "second": ["b"], "third": ["c"]}, "third"),
    ],
)
def test_a_wrong_list_is_named(table: dict[str, object], key: str) -> None:
    with pytest.raises(LexiconError) as caught:
        word_sets(Lists, table, "own.toml")
    assert "own.toml" in str(caught.value)
    assert key in str(caught.value)


@pytest.mark.parametrize("name", [field.name for field in fields(Grammar)])
def test_every_shipped_list_holds_words(name: str) -> None:
    assert getattr(figure_lexicon().grammar, name)
