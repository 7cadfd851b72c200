"""The values of a query's fields: dates, numbers with units, and whether a statement's field answers to one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import inf
from typing import TYPE_CHECKING

import tomli

from tui import period
from tui.corpus.characters import fold
from tui.search.analysis import forms, surfaces, tokens
from tui.search.nodes import And, Dated, DocumentField, Node, Not, Or, Stated, StatementField, Valued

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.search.model import Said

_COMPARISON = re.compile(r"(>=|<=|>|<|=)(.*)\Z", re.DOTALL)
_DAY_FIRST = re.compile(r"(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})\Z")
_NUMBER = re.compile(r"([-+]?)(\d+(?:[.,]\d+)*)(.*)\Z", re.DOTALL)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_FIRST_DAY, _LAST_DAY = 1, 3_652_059


@dataclass(frozen=True, slots=True)
class _Table:
    """The words of values.toml.

    scales: folded word to factor
    units, roles: folded word to code
    """

    scales: Mapping[str, float]
    units: Mapping[str, str]
    roles: Mapping[str, str]


@cache
def _table() -> _Table:
    data = tomli.loads(resources.files(__package__).joinpath("values.toml").read_text("utf-8"))
    units = {word: code for code, words in data["units"].items() for word in words}
    roles = {word: code for code, words in data["roles"].items() for word in words}
    return _Table(data["scales"], units, roles)


def roles() -> tuple[str, ...]:
    """The codes `role:` takes."""
    return tuple(dict.fromkeys(_table().roles.values()))


def parse_dates(value: str) -> Dated | None:
    """The days `2024`, `2024-07..2025-01`, `2024..`, `>2024-07`, `18/07/2024` … stand for; None if none."""
    compared = _COMPARISON.match(value)
    if compared:
        days = _days(compared[2])
        return days and _beyond(compared[1], days)
    first, dots, last = value.partition("..")
    low, high = _days(first), _days(last) if dots else None
    if not dots:
        return low
    if (first and low is None) or (last and high is None) or not (first or last):
        return None
    return Dated(low.first if low else _FIRST_DAY, high.last if high else _LAST_DAY)


def _beyond(sign: str, days: Dated) -> Dated:
    bounds = {
        ">": (days.last + 1, _LAST_DAY),
        ">=": (days.first, _LAST_DAY),
        "<": (_FIRST_DAY, days.first - 1),
        "<=": (_FIRST_DAY, days.last),
        "=": (days.first, days.last),
    }
    return Dated(*bounds[sign])


def _days(code: str) -> Dated | None:
    found = _DAY_FIRST.match(code)
    if found:
        code = "-".join(part.zfill(2) for part in (found[3], found[2], found[1]) if part)
    parsed = period.parse(code.upper())
    return Dated(parsed.start.toordinal(), parsed.end.toordinal()) if parsed else None


def parse_value(value: str) -> Valued | None:
    """The interval `8`, `8,3..8,5`, `>10tỷUSD`, `<=1.700` … stands for; None if none."""
    compared = _COMPARISON.match(value)
    if compared:
        number = _quantity(compared[2])
        return number and _interval(compared[1], *number)
    first, dots, last = value.partition("..")
    if not dots:
        number = _quantity(first)
        return number and Valued(number[0], number[0], unit=number[1])
    return _between(first, last)


def _between(first: str, last: str) -> Valued | None:
    low = _quantity(first) if first else (-inf, "")
    high = _quantity(last) if last else (inf, "")
    if low is None or high is None or not (first or last) or (low[1] and high[1] and low[1] != high[1]):
        return None
    return Valued(low[0], high[0], unit=low[1] or high[1])


def _interval(sign: str, number: float, unit: str) -> Valued:
    match sign:
        case ">" | ">=":
            return Valued(number, inf, low_included=sign == ">=", unit=unit)
        case "<" | "<=":
            return Valued(-inf, number, high_included=sign == "<=", unit=unit)
        case _:
            return Valued(number, number, unit=unit)


def _quantity(text: str) -> tuple[float, str] | None:
    found = _NUMBER.match(text.strip())
    if not found:
        return None
    number, rest = parse_number(found[2]), _squeeze(found[3])
    scale, unit = _scale_and_unit(rest)
    if number is None or unit is None:
        return None
    return (-number if found[1] == "-" else number) * scale, unit


def _scale_and_unit(word: str) -> tuple[float, str | None]:
    table = _table()
    if not word:
        return 1.0, ""
    if word in table.units:
        return 1.0, table.units[word]
    for end in range(len(word), 0, -1):
        rest = word[end:]
        if word[:end] in table.scales and (not rest or rest in table.units):
            return table.scales[word[:end]], table.units.get(rest, "")
    return 1.0, None


def parse_number(text: str) -> float | None:
    """`8,3` and `8.3` as 8.3, `1.700` and `1.700,5` with thousands; None for what is neither."""
    if _THOUSANDS.match(text):
        text = text.replace(".", "")
    text = text.replace(",", ".")
    return float(text) if text.count(".") <= 1 else None


def _squeeze(text: str) -> str:
    return "".join(fold(text).split())


def unit_code(value: str) -> str:
    """The unit a query means: `tỷUSD` is USD; folded as it is where the table has none."""
    return _scale_and_unit(_squeeze(value))[1] or fold(value)


@lru_cache(maxsize=4096)
def says(name: StatementField, asked: str, value: str) -> bool:
    """Whether a statement's field with this `value` answers to `asked`."""
    match name:
        case "role":
            return _table().roles.get(_squeeze(asked), fold(asked)) == value
        case "unit":
            return fold(value) == fold(asked) or fold(unit_code(asked)) == fold(value)
        case "period":
            return _within(value, asked)
        case "speaker":
            return holds_words(value, asked)
        case "indicator":
            wanted = fold(asked)
            return value.startswith(wanted[:-1]) if wanted.endswith("*") else fold(value) == wanted


def _within(code: str, asked: str) -> bool:
    whole, part = period.parse(asked.upper()), period.parse(code)
    return part is not None and whole is not None and period.relation(part, whole) in {"same", "part_of"}


@lru_cache(maxsize=4096)
def is_in(name: DocumentField, asked: str, value: str) -> bool:
    """Whether an article's field with this `value` answers to `asked`."""
    if name == "meeting":
        return fold(value).startswith(fold(asked))
    return holds_words(value, asked)


def holds_words(value: str, asked: str) -> bool:
    """Whether the words of `asked` stand one after another in `value`, smart about accents; never for no words."""
    there = tokens(value)
    wanted = [forms(surface) for surface in surfaces(asked)]
    return bool(wanted) and any(
        all(
            token.exact == exact if exact != folded else token.folded == folded
            for token, (exact, folded) in zip(there[first:], wanted, strict=False)
        )
        for first in range(len(there) - len(wanted) + 1)
    )


def meets(low: float, high: float, unit: str, asked: Valued) -> bool:
    """Whether the value from `low` to `high` in `unit` has a point in common with the asked interval."""
    if asked.unit and asked.unit != unit:
        return False
    above = high >= asked.low if asked.low_included else high > asked.low
    below = low <= asked.high if asked.high_included else low < asked.high
    return above and below


def said_matches(said: Said, node: Node) -> bool:
    """Whether one statement satisfies `node`, which has only statement nodes in it."""
    match node:
        case Stated():
            return says(node.name, node.value, getattr(said, node.name))
        case Valued():
            return meets(said.low, said.high, said.unit, node)
        case And():
            return all(said_matches(said, part) for part in node.nodes)
        case Or():
            return any(said_matches(said, part) for part in node.nodes)
        case Not():
            return not said_matches(said, node.node)
        case _:
            return False
