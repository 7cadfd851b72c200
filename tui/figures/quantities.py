"""Quantities: a value with its unit, a range, a ratio or a multiple, wherever one stands in the tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.figures.numerals import Form, Value, parse_digits, read_value, with_scales

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tui.figures.phrases import Match
    from tui.figures.tables import FigureLexicon, Unit
    from tui.figures.tokens import Tokens

Shape = Literal["single", "range", "ratio", "times", "vague"]

_SHAPES: Mapping[Form, Shape] = {"digits": "single", "words": "single", "vague": "vague", "fraction": "ratio"}

_DASHES = frozenset("-–—−")
_CURRENCY_LETTERS = 3
_NO_UNIT = ""
_LONGEST_LIST = 8
_LED_TO = 2  # from `bằng` to the number that it leads to
HOME_CURRENCY = "VND"
_MASS = frozenset({"t", "tạ", "kg"})  # of which so much is grown on a hectare
_GROWING = frozenset({"tăng", "giảm"})
_UP_TO = frozenset({"dưới", "gần"})  # before the upper end of a range


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, before the words around it are read.

    low, high: magnitudes, scale words applied
    unit: code, empty for a bare number
    shape: how it is built
    first, end: token indices of the figure as printed, end exclusive
    after: token index after its unit, where what it counts begins
    scaled: a scale word was applied
    negative: printed with a minus sign
    """

    low: float
    high: float
    unit: str
    shape: Shape
    first: int
    end: int
    after: int
    scaled: bool
    negative: bool = False


def find_quantities(tokens: Tokens, lexicon: FigureLexicon, currency: str = HOME_CURRENCY) -> Iterator[Quantity]:
    """The quantities of `tokens` from left to right, none overlapping; amounts that print none are in `currency`."""
    index = 0
    while index < len(tokens):
        if tokens.kinds[index] != "number" and tokens.words[index] not in lexicon.openings:
            index += 1
            continue
        found = _times(tokens, index, lexicon) or _digit_count(tokens, index) or _quantity(tokens, index, lexicon)
        if found is None:
            index += 1
            continue
        found = _with_unit_ahead(tokens, found, lexicon)
        if is_currency(found.unit):
            currency = found.unit
        elif _is_bare_money(tokens, found, lexicon):
            found = replace(found, unit=currency)
        yield found
        index = found.end


def _with_unit_ahead(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Quantity:
    """`từ 4,8 lên 5,3%`, `5,2; 6,3 và 7,1%`: a decimal takes the percentage that ends its list."""
    if quantity.unit or quantity.shape != "single" or tokens.kind(quantity.first) != "number":
        return quantity
    step = tokens.word(quantity.end) in lexicon.grammar.steps and tokens.word(quantity.first - 1) == "từ"
    if quantity.scaled:
        return _step_in_money(tokens, quantity, lexicon) if step else quantity
    return _as_last(tokens, quantity, lexicon) if step or _is_listed(tokens, quantity, lexicon) else quantity


def _is_listed(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> bool:
    """Whether another of the kind follows; `34,7 giường; 95,5% dân số` are two kinds."""
    joints = lexicon.grammar.joints
    if tokens.word(quantity.end) == ";" and tokens.word(quantity.end + 2) not in joints:
        return False
    return tokens.word(quantity.end) in joints and "," in tokens.words[quantity.first]


def _as_last(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Quantity:
    """The number with the unit that its step or list ends with."""
    steps, joints = lexicon.grammar.steps, lexicon.grammar.joints
    at = quantity.end
    for _ in range(_LONGEST_LIST):
        while (word := tokens.word(at)) in steps or word in joints or word == "mức":
            at += 1
        following = _single(tokens, at, lexicon)
        if following is None:
            return quantity
        if following.unit:
            return _alike(tokens, quantity, following)
        at = following.end
    return quantity


def _step_in_money(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Quantity:
    """`từ 4,18 triệu lên 4,42 triệu đồng`: both ends of a step are money where the upper one is."""
    at = quantity.end
    while tokens.word(at) in lexicon.grammar.steps or tokens.word(at) == "mức":
        at += 1
    following = _single(tokens, at, lexicon)
    return replace(quantity, unit=following.unit) if following and is_currency(following.unit) else quantity


def _alike(tokens: Tokens, quantity: Quantity, last: Quantity) -> Quantity:
    """A decimal with the unit and scale of the last of its list: `5,2; 6,3 và 7,1%`, `2,23; 2,15 và 1,8 tỷ USD`."""
    if last.unit in {"%", "pp"}:
        return replace(quantity, unit=last.unit)
    plain = parse_digits(tokens.words[last.first]) if tokens.kind(last.first) == "number" else None
    if not plain or not last.scaled or last.shape != "single" or not last.unit.isupper():
        return quantity
    scale = last.low / plain
    return replace(quantity, low=quantity.low * scale, high=quantity.high * scale, unit=last.unit, scaled=True)


def _is_bare_money(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> bool:
    """`giảm 31.800 tỷ so với dự toán`: thousand millions of nothing named are money."""
    if quantity.unit or not quantity.scaled or tokens.word(quantity.end - 1) != "tỉ":
        return False
    return tokens.kind(quantity.after) != "word" or tokens.word(quantity.after) in lexicon.function


def is_currency(unit: str) -> bool:
    """Whether a unit's code is that of a currency."""
    return unit.isupper() and len(unit) == _CURRENCY_LETTERS


def _quantity(tokens: Tokens, index: int, lexicon: FigureLexicon) -> Quantity | None:
    if tokens.word(index) == "(":
        return _loss(tokens, index, lexicon)
    left = _single(tokens, index, lexicon)
    if left is None:
        return None
    return _ratio(tokens, left, lexicon) or _range(tokens, left, lexicon) or left


def _single(tokens: Tokens, index: int, lexicon: FigureLexicon) -> Quantity | None:
    """A number with the unit printed before or after it."""
    sign = lexicon.signs.at(tokens, index)
    value = read_value(tokens, sign.end if sign else index, lexicon.numerals)
    if value is None:
        return None
    unit, end, after = _unit(tokens, value, lexicon)
    if sign and not unit:
        unit = sign.value.code
    shape = _SHAPES[value.form]
    if shape == "ratio":
        unit = "ratio"
    first = sign.first if sign else value.first
    return Quantity(value.low, value.high, unit, shape, first, end, after, value.scaled, _negative(tokens, first))


def _unit(tokens: Tokens, value: Value, lexicon: FigureLexicon) -> tuple[str, int, int]:
    """Code of the unit after `value`, the end of the figure as printed, and of all that belongs to the unit."""
    found = lexicon.units.at(tokens, value.end)
    if found is None or _another_word(tokens, found, scaled=value.scaled):
        return _NO_UNIT, value.end, value.end
    code, end = found.value.code, found.end
    if (is_currency(code) and tokens.word(end) in {"/", "một", "mỗi"}) or (code in _MASS and tokens.word(end) == "/"):
        rate = lexicon.per.get(tokens.word(end + 1))
        if rate:
            return f"{code}/{rate}", end + 2 if tokens.word(end) == "/" else end, end + 2
    return code, value.end if found.value.apart else end, end


def _another_word(tokens: Tokens, unit: Match[Unit], *, scaled: bool) -> bool:
    """Whether the unit's word begins another (`5 đồng bào`); not an amount before a verb (`5 tỷ đồng bằng 93%`)."""
    leads_on = scaled or any(tokens.kind(index) == "number" for index in range(unit.end + 1, unit.end + _LED_TO + 1))
    return tokens.word(unit.end) in unit.value.unless and not (tokens.word(unit.end) == "bằng" and leads_on)


def _loss(tokens: Tokens, index: int, lexicon: FigureLexicon) -> Quantity | None:
    """`(1.085,5) tỷ đồng`: book-keepers print a loss in brackets, with its scale or unit after them."""
    if tokens.kind(index + 1) != "number" or tokens.word(index + 2) != ")":
        return None
    value = read_value(tokens, index + 1, lexicon.numerals)
    if value is None or value.end != index + 2:
        return None
    scaled = with_scales(tokens, replace(value, end=index + 3), lexicon.numerals)
    unit, end, after = _unit(tokens, scaled, lexicon)
    if not unit:
        return None
    return Quantity(scaled.low, scaled.high, unit, "single", index, end, after, scaled.scaled, negative=True)


def _negative(tokens: Tokens, first: int) -> bool:
    """A minus sign glued to the number and to nothing before it."""
    return tokens.word(first - 1) in {"-", "−"} and tokens.glued(first - 1) and not tokens.glued(first - 2)


def _ratio(tokens: Tokens, left: Quantity, lexicon: FigureLexicon) -> Quantity | None:
    """`18/27`, `8 trên tổng số 11`, `2.477/10.825 tỷ đồng`: two plain numbers, part and whole."""
    slash = left.end
    if tokens.words[slash : slash + 3] == ("trên", "tổng", "số") and not left.unit and left.shape == "single":
        whole = _single(tokens, slash + 3, lexicon)
        return whole and replace(whole, low=left.low, unit="ratio", shape="ratio", first=left.first)
    if left.scaled or left.shape != "single" or tokens.word(slash) != "/":
        return None
    if not (tokens.glued(slash - 1) and tokens.glued(slash)) or tokens.kind(slash + 1) != "number":
        return None
    right = _single(tokens, slash + 1, lexicon)
    if right is None or tokens.word(right.end) == "/" or (left.unit and left.unit != right.unit):
        return None  # `15.530 ha/22.366 ha` has one unit
    factor = right.high / (parse_digits(tokens.words[slash + 1]) or 1)
    return replace(right, low=left.low * factor, unit="ratio", shape="ratio", first=left.first, scaled=right.scaled)


def _range(tokens: Tokens, left: Quantity, lexicon: FigureLexicon) -> Quantity | None:
    """`8,3 - 8,5%`, `6,6% đến 6,8%`, `700 triệu - 1 tỷ USD`; the left side takes the scale and unit it lacks."""
    joint = left.end
    if left.shape != "single" or not (tokens.word(joint) in _DASHES or tokens.word(joint) in {"đến", "tới", "~"}):
        return None
    # `từ 3% đến dưới 5%`
    bounded = tokens.word(joint) == "đến" and tokens.word(joint + 1) in _UP_TO
    right = _single(tokens, joint + 2 if bounded else joint + 1, lexicon)
    if right is None or right.shape != "single" or (left.unit and left.unit != right.unit):
        return None
    low = left.low
    if not left.scaled and right.scaled and not left.unit:
        value = read_value(tokens, right.first, lexicon.numerals)
        plain = parse_digits(tokens.words[value.first]) if value and tokens.kind(value.first) == "number" else None
        factor = right.low / plain if plain else 1
        first = lexicon.numerals.scales.get(tokens.word(value.first + 1), 1) if value else 1
        # `980.000 đến 1,05 triệu tỷ đồng`: of two scales the left side lacks only the last
        low *= factor / first if low * factor >= right.high and low >= first / 10 else factor
    if low >= right.high:
        return None
    return replace(right, low=low, shape="range", first=left.first, negative=left.negative)


def _times(tokens: Tokens, index: int, lexicon: FigureLexicon) -> Quantity | None:
    """`gấp đôi`, `gấp rưỡi`, `gấp gần ba lần`, `gấp ba.`; `gấp 2,5 lần` is a number with the unit `lần`."""
    if tokens.word(index) != "gấp":
        return _grown(tokens, index, lexicon)
    qualifier = lexicon.bounds_before.at(tokens, index + 1)
    at = qualifier.end if qualifier else index + 1
    factor = lexicon.numerals.times.get(tokens.word(at))
    if factor is None:
        return None
    end = at + 2 if tokens.word(at + 1) == "lần" else at + 1
    if (
        tokens.word(at) not in {"đôi", "rưỡi"}
        and end == at + 1
        and tokens.kind(end) == "word"
        and not _compared(tokens, end)
    ):
        return None
    return Quantity(factor, factor, "times", "times", at if qualifier else index, end, end, scaled=False)


def _compared(tokens: Tokens, index: int) -> bool:
    """Whether what a multiple is of begins at a token: `gấp ba so với`, `gấp ba cùng kỳ`, `gấp ba năm 2023`."""
    return tokens.word(index) in {"so", "cùng"} or (tokens.word(index) == "năm" and tokens.kind(index + 1) == "number")


def _grown(tokens: Tokens, index: int, lexicon: FigureLexicon) -> Quantity | None:
    """`tăng ba lần so với`, `giảm hơn hai lần so với`; without the comparison it may be how often something rose."""
    factor = lexicon.numerals.times.get(tokens.word(index))
    if factor is None or tokens.words[index + 1 : index + 3] != ("lần", "so"):
        return None
    if not any(tokens.word(at) in _GROWING for at in (index - 1, index - 2)):
        return None
    return Quantity(factor, factor, "times", "times", index, index + 2, index + 2, scaled=False)


def _digit_count(tokens: Tokens, index: int) -> Quantity | None:
    """`hai con số` is 10 to 99 percent, `một con số` below 10."""
    if tokens.word(index + 2) != "số" or tokens.word(index + 1) not in {"con", "chữ"}:
        return None
    low, high = {"hai": (10, 99), "2": (10, 99), "một": (1, 9), "1": (1, 9)}.get(tokens.words[index], (0, 0))
    if not high:
        return None
    return Quantity(low, high, "%", "vague", index, index + 3, index + 3, scaled=False)
