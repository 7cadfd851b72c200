"""The value of a number as printed: digits, words, scale words and vague sizes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.figures.tokens import Tokens

Form = Literal["digits", "words", "vague", "fraction"]

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\Z|\d{1,3}(?:,\d{3})+\.\d+\Z")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?\Z")
# longer than this is a serial number, not a quantity
_PADDED = re.compile(r"0[1-9]\Z")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Value:
    """A number read from tokens.

    low, high: equal unless vague or a fraction (numerator and denominator)
    first, end: token indices, end exclusive
    form: how it is printed
    scaled: a scale word was applied
    """

    low: float
    high: float
    first: int
    end: int
    form: Form
    scaled: bool


@dataclass(frozen=True, slots=True)
class Numerals:
    """The words of numerals.

    digits: one to nine
    scales: what multiplies the number before it (`nghìn`, `tỷ`)
    not_scales: words after `tỷ` that make it another word
    halved: words before a bare `nửa` that make it one of two parts
    tens: what a vague size is counted in (`hàng chục`)
    vague: openings of a vague size (`hàng`, `vài`)
    times: factors after `gấp`
    """

    digits: Mapping[str, float]
    scales: Mapping[str, float]
    not_scales: frozenset[str]
    halved: frozenset[str]
    tens: Mapping[str, float]
    vague: frozenset[str]
    times: Mapping[str, float]


def parse_digits(text: str) -> float | None:
    """The value of digits as printed; None if they are no quantity.

    `752.370` is thousands, `7,52` and `54.31` are decimals, `0.123` too; `05` is 5, `005` and `1.2.3` are none.
    """
    if text[0] != "0" and text.isascii() and text.isdigit():
        return float(text) if len(text) <= _LONGEST else None  # most numbers, and faster than a pattern
    text = text[1:] if _PADDED.match(text) else text
    if len(text) > _LONGEST or (text[0] == "0" and len(text) > 1 and text[1] not in ".,"):
        return None
    if text[0] != "0" and _THOUSANDS.match(text):
        return float(text.replace(".", "").replace(",", "."))
    if _ENGLISH.match(text):
        return float(text.replace(",", ""))
    if _DECIMAL.match(text):
        return float(text.replace(",", "."))
    return None


def read_value(tokens: Tokens, index: int, numerals: Numerals) -> Value | None:
    """The number that starts at token `index`, with its scale words; None if none does."""
    if tokens.kind(index) == "number":
        value = parse_digits(tokens.words[index])
        if value is None:
            return None
        return with_scales(tokens, Value(value, value, index, index + 1, "digits", scaled=False), numerals)
    word = tokens.word(index)
    if word in numerals.vague:
        return _vague(tokens, index, numerals)
    if word == "nửa" or (word == "một" and tokens.word(index + 1) == "nửa"):
        return _half(tokens, index, numerals)
    if word in numerals.digits or word in {"mười", "trăm"}:
        return _fraction(tokens, index, numerals) or _in_words(tokens, index, numerals)
    return None


def with_scales(tokens: Tokens, value: Value, numerals: Numerals) -> Value:
    """`value` with the scale words after it: `1.116 nghìn tỷ`; also `2 tỷ rưỡi` and `1 triệu 200 nghìn`."""
    factor, end = 1.0, value.end
    while _is_scale(tokens, end, numerals) and (factor > 1 or tokens.word(end) != "trăm"):
        factor *= numerals.scales[tokens.words[end]]
        end += 1
    if end == value.end:
        return value
    low, high = _times(value.low, factor), _times(value.high, factor)
    if tokens.word(end) == "rưỡi":
        low, high, end = low + factor / 2, high + factor / 2, end + 1
    elif value.form == "digits" and tokens.kind(end) == "number":
        rest = read_value(tokens, end, numerals)
        if rest and rest.scaled and rest.high < factor:
            low, high, end = low + rest.low, high + rest.high, rest.end
    return Value(low, high, value.first, end, value.form, scaled=True)


def _times(value: float, factor: float) -> float:
    """A product as it is written: 4,06 times a thousand million is 4.060.000.000, which floats miss by a little."""
    return float(Decimal(str(value)) * Decimal(factor))


def _is_scale(tokens: Tokens, index: int, numerals: Numerals) -> bool:
    """A scale word, and not the first half of `tỷ lệ`, `tỷ giá`."""
    return tokens.word(index) in numerals.scales and not (
        tokens.word(index) == "tỉ" and tokens.word(index + 1) in numerals.not_scales
    )


def _vague(tokens: Tokens, index: int, numerals: Numerals) -> Value | None:
    """`hàng chục tỷ` is 10 to 99 thousand millions, `hàng nghìn` 1.000 to 9.999."""
    end, low = index + 1, 1.0
    ten = tokens.word(end) in numerals.tens
    if ten:
        low, end = numerals.tens[tokens.words[end]], end + 1
    factor = 1.0
    while tokens.word(end) in numerals.scales and tokens.word(end) != "trăm":
        factor *= numerals.scales[tokens.words[end]]
        end += 1
    if not ten and factor == 1:
        return None
    start = 2 if tokens.word(index) in {"vài", "mấy"} else 1
    if ten:
        return Value(start * low * factor, (10 * low - 1) * factor, index, end, "vague", scaled=True)
    return Value(start * factor, 10 * factor - 1, index, end, "vague", scaled=True)


def _half(tokens: Tokens, index: int, numerals: Numerals) -> Value | None:
    """`một nửa`, `nửa triệu`; not `nửa đầu năm`."""
    end = index + 2 if tokens.word(index) == "một" else index + 1
    scale = numerals.scales.get(tokens.word(end), 0) if tokens.word(end) != "trăm" else 0
    if scale:
        return with_scales(tokens, Value(0.5, 0.5, index, end, "words", scaled=False), numerals)
    if end == index + 2 or tokens.word(index - 1) in numerals.halved:
        return Value(1, 2, index, end, "fraction", scaled=False)
    return None


def _fraction(tokens: Tokens, index: int, numerals: Numerals) -> Value | None:
    """`hai phần ba`."""
    if tokens.word(index + 1) != "phần":
        return None
    upper, lower = numerals.digits.get(tokens.word(index)), numerals.digits.get(tokens.word(index + 2))
    if tokens.word(index + 2) == "mười":
        lower = 10
    if not upper or not lower or upper >= lower:
        return None
    return Value(upper, lower, index, index + 3, "fraction", scaled=False)


def _in_words(tokens: Tokens, index: int, numerals: Numerals) -> Value | None:
    """`một triệu`, `hai mươi lăm`, `ba trăm linh năm nghìn`; a lone digit in words is left alone."""
    total, end = _below_thousand(tokens, index, numerals)
    if end == index:
        return None
    value = with_scales(tokens, Value(total, total, index, end, "words", scaled=False), numerals)
    if not value.scaled and end == index + 1 and total < 10 and tokens.word(end) != "phần":
        return None
    return value


def _below_thousand(tokens: Tokens, index: int, numerals: Numerals) -> tuple[float, int]:
    """The value of the words from `index` that stay below a thousand, and the index after them."""
    digits, end, total = numerals.digits, index, 0.0
    if tokens.word(end) in digits and tokens.word(end + 1) == "trăm":
        total, end = 100.0 * digits[tokens.words[end]], end + 2
        if tokens.word(end) in {"linh", "lẻ"} and tokens.word(end + 1) in digits:
            return total + digits[tokens.words[end + 1]], end + 2
    if tokens.word(end) in digits and tokens.word(end + 1) in {"mươi", "chục"}:
        total, end = total + 10 * digits[tokens.words[end]], end + 2
    elif tokens.word(end) == "mười":
        total, end = total + 10, end + 1
    elif end == index and tokens.word(end) in digits:
        return float(digits[tokens.words[end]]), end + 1
    else:
        return total, end
    # `năm` after tens is a year unless it belongs to the numeral: `mười năm` is a length of time
    if tokens.word(end) in digits and tokens.word(end) != "năm":
        total, end = total + digits[tokens.words[end]], end + 1
    return total, end
