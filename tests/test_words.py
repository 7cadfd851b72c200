from __future__ import annotations

import string

import pytest

from tui.errors import ConfigError
from tui.words import LANGUAGES, Words, load_words


def _plural_free(words: Words) -> dict[str, set[str]]:
    """Placeholders by key, the forms of a plural taken together; what errors tell is English in the source."""
    found: dict[str, set[str]] = {}
    for key, text in words.entries.items():
        if key.startswith("told."):
            continue
        base = key.removesuffix(".one").removesuffix(".other")
        found.setdefault(base, set()).update(name for _, name, _, _ in string.Formatter().parse(text) if name)
    return found


def test_every_language_has_the_same_keys() -> None:
    assert set(_plural_free(load_words("vi"))) == set(_plural_free(load_words("en")))


def test_every_language_has_the_same_placeholders() -> None:
    vi, en = _plural_free(load_words("vi")), _plural_free(load_words("en"))
    assert {key: names for key, names in vi.items() if en.get(key) != names} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_plural_lacks_its_other_form(language: str) -> None:
    words = load_words(language)
    assert [key for key in words.entries if key.endswith(".one") and f"{key[:-4]}.other" not in words.entries] == []


def test_a_plural_is_chosen_by_n() -> None:
    words = Words("en", {"x.one": "{n} figure", "x.other": "{n} figures"})
    assert [words("x", n=n) for n in (0, 1, 2)] == ["0 figures", "1 figure", "2 figures"]


def test_a_code_without_a_word_stays_itself() -> None:
    words = load_words("vi")
    assert words.of("role", "target") == "mục tiêu"
    assert words.of("unit", "km") == "km"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ConfigError, match="fr"):
        load_words("fr")
