"""The words of the interface in one language: `strings/vi.toml` and `strings/en.toml`, looked up by dotted key.

An entry is a text with {placeholders}, or a table of `one` and `other`, chosen by the parameter `n`. The table
`told` has the sentences of errors and problems; English needs none, for it stands where they are raised.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

import tomli

from tui.errors import ConfigError, Sayable, sentence_of, without_place
from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Problem

LANGUAGES = ("vi", "en")

_FOLDER = Path(__file__).with_name("strings")
_PLURAL = frozenset({"one", "other"})


@fact
class Words:
    """The interface's words in one language.

    language: vi or en
    entries: by dotted key; those with a plural have `.one` and `.other` keys
    """

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **params: object) -> str:
        """The text of `key` with its placeholders filled; a `KeyError` if there is no such key."""
        text = self.entries.get(key)
        if text is None:
            text = self.entries[f"{key}.one" if params.get("n") == 1 else f"{key}.other"]
        return text.format_map(params) if params else text

    def has(self, key: str) -> bool:
        """Whether `key` is in the catalogue."""
        return key in self.entries or f"{key}.other" in self.entries

    def of(self, table: str, code: str) -> str:
        """The word for `code` in `table`, such as a role or a status; the code itself where there is none."""
        return self(f"{table}.{code}") if self.has(f"{table}.{code}") else code

    def told(self, message: str | Exception) -> str:
        """The sentence of an error or a problem in this language; in English where there is no other."""
        sentence = sentence_of(message) if isinstance(message, Exception) else message
        if isinstance(sentence, Sayable) and self.has(f"told.{sentence.code}"):
            params = {name: self.told(each) for name, each in sentence.params.items()}
            return self(f"told.{sentence.code}", **params)
        return str(sentence)

    def problem(self, problem: Problem) -> str:
        """The sentence of `problem` in this language, to stand beside its place."""
        return without_place(self.told(problem.message), problem.where, Path(problem.where).name)


@cache
def load_words(language: str) -> Words:
    """The words of `language`; a `ConfigError` if there is no such language or an entry is not a text."""
    if language not in LANGUAGES:
        raise ConfigError(f'There are no words for language "{language}"; choose {" or ".join(LANGUAGES)}.')
    name = f"{language}.toml"
    text = (_FOLDER / name).read_text(encoding="utf-8")
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(f"strings/{name}: is not valid TOML: {error}.") from error
    return Words(language, MappingProxyType(dict(_flat(data, "", name))))


def _flat(table: Mapping[str, object], prefix: str, name: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, dict):
            found.extend(_flat(value, f"{prefix}{key}.", name))
        elif isinstance(value, str):
            found.append((f"{prefix}{key}", value))
        else:
            raise ConfigError(f"strings/{name}: {prefix}{key} must be a text.")
    return found
