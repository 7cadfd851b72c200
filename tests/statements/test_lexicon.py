"""The lexicon of indicators, as shipped and as a user extends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.errors import LexiconError
from tui.statements import load_lexicon

if TYPE_CHECKING:
    from pathlib import Path

NEW = """
[[indicator]]
id = "pmi"
label_vi = "Chỉ số PMI"
label_en = "PMI"
kind = "rate"
better = "up"
percent = "level"
units = ["point", "count"]
aliases = ["chỉ số pmi", "pmi"]
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "lexicon.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_lexicon_knows_its_indicators() -> None:
    gdp = load_lexicon().indicator("gdp")
    assert gdp is not None
    assert (gdp.label_vi, gdp.kind, gdp.better) == ("GDP", "flow", "up")
    assert load_lexicon().indicator("other") is None


def test_a_user_adds_an_indicator(tmp_path: Path) -> None:
    found = load_lexicon(written(tmp_path, NEW)).indicator("pmi")
    assert found is not None
    assert found.label_vi == "Chỉ số PMI"


def test_a_user_adds_names_to_a_shipped_one(tmp_path: Path) -> None:
    lexicon = load_lexicon(written(tmp_path, '[[indicator]]\nid = "gdp"\naliases = ["tổng thu nhập nước nhà"]\n'))
    gdp = lexicon.indicator("gdp")
    assert gdp is not None
    assert gdp.label_en == "Gross domestic product"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (NEW.replace("kind", "knd"), "knd"),
        (NEW.replace('"rate"', '"speed"'), "kind"),
        (NEW.replace('label_en = "PMI"\n', ""), "label_en"),
        ("[[indicator]\n", "not valid TOML"),
        (NEW + "weights = { S1 = 2.0 }\n", "weights"),
    ],
)
def test_a_wrong_lexicon_names_the_file_and_the_key(tmp_path: Path, text: str, says: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(LexiconError) as caught:
        load_lexicon(path)
    assert says in str(caught.value)
    assert "lexicon.toml" in str(caught.value)


def test_a_missing_lexicon_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"none\.toml"):
        load_lexicon(tmp_path / "none.toml")
