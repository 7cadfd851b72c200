"""What looks like a figure and is none: dates, names, ordinals, identifiers, list numbers."""

from __future__ import annotations

from collections.abc import Sequence

from tui.figures.tables import FigureLexicon
from tui.figures.quantities import Quantity
from tui.figures.times import Time
from tui.figures.tokens import Tokens

_SMALL = 10
_SLOGAN_WORDS = 12
_LIST_REACH = 6
_JOINTS = frozenset("/-–&._")
_QUOTES = frozenset("“\"‘'")
_LIST_MARKS = frozenset(".)/")
_BEFORE_DATES = frozenset({"đến", "trước", "từ", "vào", "tới", "sau", "dịp", "ngày"})
_REACHED = frozenset({"lên", "đạt", "còn", "có", "được", "mới", "hết", "xong", "chỉ", "là"})
_MULTIPLYING = frozenset({"gấp", "tăng", "giảm", "bằng", "cao", "lớn", "hơn", "gần", "nhiều", "khoảng"})


def is_figure(
    tokens: Tokens,
    quantity: Quantity,
    times: Sequence[Time],
    accepted: Sequence[Quantity],
    lexicon: FigureLexicon,
) -> bool:
    """Whether `quantity` measures or counts something; `accepted` are the figures before it in the sentence."""
    if _is_time(tokens, quantity, times, lexicon):
        return False
    if quantity.unit == "times" and quantity.shape == "single":
        return any(tokens.word(quantity.first - back) in _MULTIPLYING for back in (1, 2, 3))
    if quantity.unit not in {"", "ratio"} or quantity.scaled or quantity.shape in {"vague", "times"}:
        return not _is_number_itself(tokens, quantity)
    if quantity.shape == "ratio" and tokens.kind(quantity.first) == "word":
        return True
    if _is_name(tokens, quantity, lexicon):
        return False
    counted = counts_noun(tokens, quantity, lexicon)
    if tokens.kind(quantity.first) == "word" and quantity.shape != "ratio":
        return counted and quantity.low >= _SMALL
    return counted or _licensed(tokens, quantity, accepted, lexicon)


def _is_number_itself(tokens: Tokens, quantity: Quantity) -> bool:
    """`một con số` said of some number: only after words that place a value is it a size."""
    plain = tokens.words[quantity.first : quantity.end] == ("một", "con", "số")
    return plain and tokens.word(quantity.first - 1) not in {"ở", "mức", "dưới", "còn", "là", "xuống", "tăng", "phát"}


def _is_time(tokens: Tokens, quantity: Quantity, times: Sequence[Time], lexicon: FigureLexicon) -> bool:
    start, end = tokens.starts[quantity.first], tokens.ends[quantity.end - 1]
    for time in times:
        if (
            time.start < end
            and start < time.end
            and any(letter.isdigit() for letter in tokens.text[time.start : time.end])
        ):
            if not time.weak or tokens.word(quantity.first - 1) in _BEFORE_DATES:
                return True
            plain_unit = quantity.unit not in {"", "ratio"} or quantity.scaled
            qualified = lexicon.bounds_before.before(tokens, quantity.first) is not None
            ratio = quantity.shape == "ratio" and (qualified or tokens.word(quantity.first - 1) in _REACHED)
            counted = counts_noun(tokens, quantity, lexicon) and not tokens.printed(quantity.after)[:1].isupper()
            if not (plain_unit or (counted and (quantity.shape == "ratio" or qualified)) or ratio):
                return True
    return False


def counts_noun(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> bool:
    """Whether a noun to be counted follows the number."""
    index = quantity.after
    if tokens.kind(index) != "word" or tokens.glued(index - 1):
        return False
    return tokens.word(index) not in lexicon.function or lexicon.nouns.at(tokens, index) is not None


def _is_name(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> bool:
    first, end = quantity.first, quantity.end
    if _is_identifier(tokens, first, end) or _is_list_number(tokens, first, end):
        return True
    if tokens.word(first - 1) == "(" and tokens.word(end) == ")":
        return True
    if quantity.high < _SMALL and _in_slogan(tokens, first):
        return True
    label = lexicon.labels.before(tokens, first)
    if label is not None and label.value and quantity.shape != "range" and "." not in tokens.printed(first):
        return True
    after = lexicon.names_after.at(tokens, quantity.after)
    if after is None:
        return False
    closed = tokens.kind(after.end) != "word" or tokens.word(after.end) in lexicon.function
    return tokens.word(after.first) == "tuổi" or (quantity.low < _SMALL and closed)


def _in_slogan(tokens: Tokens, first: int) -> bool:
    """`"5 không, 3 sạch"`: a quotation that opens with a number holds names."""
    quotes = [at for at in range(max(0, first - _SLOGAN_WORDS), first) if tokens.words[at] in _QUOTES]
    return bool(quotes) and len(quotes) % 2 == 1 and tokens.kind(quotes[-1] + 1) == "number"


def _is_identifier(tokens: Tokens, first: int, end: int) -> bool:
    """`222/2025/QH15`, `Covid-19`, `30a`, `S&P 500`: glued by a joint or directly to letters."""
    if tokens.glued(end - 1) and tokens.kind(end) == "word":
        return True
    if tokens.glued(first - 1) and tokens.kind(first - 1) == "word":
        return True
    before = tokens.glued(first - 1) and tokens.word(first - 1) in _JOINTS and tokens.glued(first - 2)
    if before and tokens.word(first - 1) == "." and not tokens.printed(first - 2).isupper():
        before = tokens.kind(first - 2) == "number"  # a full stop without the space after it joins nothing
    after = (
        tokens.glued(end - 1) and tokens.word(end) in _JOINTS and tokens.glued(end) and tokens.kind(end + 1) != "sign"
    )
    return before or after


def _is_list_number(tokens: Tokens, first: int, end: int) -> bool:
    """`1. Phát triển`, `2) …` at the start of a sentence."""
    return first == 0 and tokens.glued(end - 1) and tokens.word(end) in _LIST_MARKS


def _licensed(tokens: Tokens, quantity: Quantity, accepted: Sequence[Quantity], lexicon: FigureLexicon) -> bool:
    """Whether the word before makes the bare number a quantity, or it goes on a list of quantities."""
    if tokens.word(quantity.first - 1) in lexicon.licences:
        return True
    if not accepted:
        return False
    last, before = accepted[-1], tokens.printed(quantity.first - 1)
    if quantity.first - last.end <= 1 and before in {",", ";", "và"}:
        return True
    # `Thái Lan 64 nước, Indonesia 70 và Philippines 157`: a name takes its number from the list's pattern
    named = before[:1].isupper() and quantity.first - last.after <= _LIST_REACH
    return named and last.unit == quantity.unit and tokens.kind(quantity.after) != "word"
