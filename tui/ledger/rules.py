"""The tables of the ledger, read once from the file beside this module and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import tomli

from tui.corpus.characters import fold
from tui.errors import LexiconError

_FILE = "rules.toml"


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole and its parts.

    whole, parts: indicators
    complete: the parts add up to the whole
    """

    whole: str
    parts: tuple[str, ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class Running:
    """A total that additions make grow.

    total: the indicator of the total, a stock
    added: the indicator of what a period adds; empty where none is printed
    """

    total: str
    added: str


@dataclass(frozen=True, slots=True)
class Balance:
    """Two sides of which the sum and the difference are printed.

    turnover, balance: indicators of the sum and of the difference
    """

    turnover: str
    balance: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """Two indicators of which one is shown as a share of the other.

    id: names the share
    part, whole: indicators
    """

    id: str
    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything of the file.

    bodies: id of a body and the folded words that name it, first match first
    parts, running, balances, ratios: indicators that belong together
    real_growth: indicators whose growth is printed at constant prices
    shrinking: flows that may shrink within their year
    estimates: words of a cue that make a result an estimate
    documents: folded names of what is counted, one group a kind
    claims: words of claims by what they claim
    with_word: what stands before the names of new members
    """

    bodies: tuple[tuple[str, tuple[str, ...]], ...]
    parts: tuple[Parts, ...]
    running: tuple[Running, ...]
    balances: tuple[Balance, ...]
    ratios: tuple[Ratio, ...]
    real_growth: frozenset[str]
    shrinking: frozenset[str]
    estimates: frozenset[str]
    documents: tuple[tuple[str, ...], ...]
    claims: dict[str, tuple[str, ...]]
    with_word: str

    def family(self, indicator: str) -> str:
        """The name shared by all indicators that are checked together with this one."""
        for each in self.parts:
            if indicator in {each.whole, *each.parts}:
                return each.whole
        for pair in self.balances:
            if indicator in {pair.turnover, pair.balance}:
                return pair.turnover
        for share in self.ratios:
            if indicator in {share.part, share.whole}:
                return share.whole
        return next((each.total for each in self.running if indicator in {each.total, each.added}), indicator)

    def body(self, speaker: str) -> str:
        """Who stands behind a speaker: a body's id, or the speaker's own folded words."""
        folded = fold(speaker).strip()
        return next((name for name, words in self.bodies if any(word in folded for word in words)), folded)

    def document(self, noun: str) -> int | None:
        """Which kind of document a counted noun names; None for anything else."""
        folded = fold(noun)
        places = [
            (folded.find(word), -len(word), kind)
            for kind, words in enumerate(self.documents)
            for word in words
            if word in folded
        ]
        return min(places)[2] if places else None


@cache
def load_rules() -> Rules:
    """The tables; a LexiconError names the file and the key where one is malformed."""
    try:
        table = tomli.loads((files("tui.ledger") / _FILE).read_text(encoding="utf-8"))
    except (OSError, tomli.TOMLDecodeError) as error:
        raise LexiconError(f"{_FILE}: not a readable TOML file: {error}.") from error
    return read_rules(table)


def read_rules(table: dict[str, Any]) -> Rules:
    """The rules in a parsed file; a LexiconError names the file and the key that is wrong."""
    claims = dict(_table(table, "claims"))
    with_word = claims.pop("with", None)
    if not isinstance(with_word, str) or not with_word.strip():
        raise LexiconError(f"{_FILE}: claims.with must be a word.")
    return Rules(
        bodies=tuple((_text(row, "id", "body"), _words(row, "words", "body")) for row in _rows(table, "body")),
        parts=tuple(
            Parts(_text(row, "whole", "parts"), _words(row, "parts", "parts"), row.get("complete") is True)
            for row in _rows(table, "parts")
        ),
        running=tuple(
            Running(_text(row, "total", "running"), _text(row, "added", "running") if "added" in row else "")
            for row in _rows(table, "running")
        ),
        balances=tuple(
            Balance(_text(row, "turnover", "balance"), _text(row, "balance", "balance"))
            for row in _rows(table, "balance")
        ),
        ratios=tuple(
            Ratio(_text(row, "id", "ratio"), _text(row, "part", "ratio"), _text(row, "whole", "ratio"))
            for row in _rows(table, "ratio")
        ),
        real_growth=frozenset(_words(_table(table, "growth"), "real", "growth")),
        shrinking=frozenset(_words(_table(table, "shrinking"), "flows", "shrinking")),
        estimates=frozenset(_words(claims, "estimate", "claims")),
        documents=_groups(_table(table, "units"), "document"),
        claims={key: _words(claims, key, "claims") for key in claims},
        with_word=with_word,
    )


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    found = table.get(key)
    if not isinstance(found, dict):
        raise LexiconError(f"{_FILE}: [{key}] is missing or not a table.")
    return found


def _rows(table: dict[str, Any], key: str) -> list[dict[str, Any]]:
    found = table.get(key)
    if not isinstance(found, list) or not all(isinstance(row, dict) for row in found):
        raise LexiconError(f"{_FILE}: [[{key}]] is missing or not an array of tables.")
    return found


def _text(row: dict[str, Any], key: str, where: str) -> str:
    found = row.get(key)
    if not isinstance(found, str) or not found:
        raise LexiconError(f"{_FILE}: {where}.{key} must be a string that is not empty.")
    return found


def _words(row: dict[str, Any], key: str, where: str) -> tuple[str, ...]:
    found = row.get(key)
    if not isinstance(found, list) or not found or not all(isinstance(word, str) and word for word in found):
        raise LexiconError(f"{_FILE}: {where}.{key} must be a list of strings that are not empty.")
    return tuple(found)


def _groups(row: dict[str, Any], key: str) -> tuple[tuple[str, ...], ...]:
    found = row.get(key)
    if not isinstance(found, list):
        raise LexiconError(f"{_FILE}: units.{key} must be a list of lists of strings.")
    return tuple(_words({key: group}, key, "units") for group in found)
