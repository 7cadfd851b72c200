"""What looks like a figure and is none: dates, names, ordinals, identifiers, list numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.figures.candidates import Candidate
    from tui.figures.times import Time
    from tui.figures.tokens import Tokens

_SMALL, _THOUSAND = 10, 1000
_RATIO = 3  # tokens of a ratio without a unit
_SLOGAN_WORDS = 12
_YEARS, _LIFE = "year", "thọ"
_LIST_REACH, _LIFE_REACH = 6, 10
_JOINTS = frozenset("/-–&._")
_QUOTES = frozenset("“\"‘'")
_LIST_MARKS = frozenset(".)/")


def is_figure(candidate: Candidate) -> bool:
    """Whether the quantity measures or counts something."""
    quantity = candidate.quantity
    if _is_time(candidate):
        return False
    if quantity.unit == "times" and quantity.shape == "single":
        return _multiplies(candidate)
    measured = quantity.shape == "ratio" and quantity.end - quantity.first > _RATIO  # `4.946/5.000 ha`
    if quantity.unit not in {"", "ratio"} or quantity.scaled or measured or quantity.shape in {"vague", "times"}:
        return not (_is_number_itself(candidate) or _is_divided_by(candidate) or _is_age(candidate))
    if candidate.tokens.kind(quantity.first) == "word":
        return quantity.shape == "ratio" or (quantity.low >= _SMALL and candidate.counts and not _is_name(candidate))
    return (candidate.counts or _licensed(candidate)) and not _is_name(candidate)


def _multiplies(candidate: Candidate) -> bool:
    """`tăng 2,5 lần`; a bare `2 lần` is how often something happened."""
    tokens, first = candidate.tokens, candidate.quantity.first
    return any(tokens.word(first - back) in candidate.lexicon.grammar.multiplying for back in (1, 2, 3))


def _is_number_itself(candidate: Candidate) -> bool:
    """`một con số` said of some number: only after words that place a value is it a size."""
    tokens, quantity = candidate.tokens, candidate.quantity
    plain = tokens.words[quantity.first : quantity.end] == ("một", "con", "số")
    return plain and candidate.word_before not in candidate.lexicon.grammar.placing


def _is_divided_by(candidate: Candidate) -> bool:
    """`28 giường bệnh trên một vạn dân`: what a rate is told for."""
    tokens, quantity = candidate.tokens, candidate.quantity
    myriad = tokens.words[quantity.first : quantity.end] == ("một", "vạn")
    return myriad and candidate.word_before in {"trên", "/"} and tokens.word(quantity.after) == "dân"


def _is_age(candidate: Candidate) -> bool:
    """`45 tuổi`; not `tuổi thọ trung bình 74,5 tuổi`."""
    tokens, quantity = candidate.tokens, candidate.quantity
    if quantity.unit != _YEARS:
        return False
    before = tokens.words[max(0, quantity.first - _LIFE_REACH) : quantity.first]
    return _LIFE not in before or ";" in before


def _is_time(candidate: Candidate) -> bool:
    """`18/7`, `2025`, `6 tháng đầu năm`: inside an expression of time."""
    return any(
        _overlaps(candidate, time) and not (time.weak and _number_after_all(candidate)) for time in candidate.times
    )


def _overlaps(candidate: Candidate, time: Time) -> bool:
    """Whether the number stands in an expression of time that is printed with digits."""
    tokens, quantity = candidate.tokens, candidate.quantity
    start, end = tokens.starts[quantity.first], tokens.ends[quantity.end - 1]
    within = time.start < end and start < time.end
    return within and any(letter.isdigit() for letter in tokens.text[time.start : time.end])


def _number_after_all(candidate: Candidate) -> bool:
    """`5/12 tỉnh`, `2020 tỷ đồng`, `đạt 5/12`: what may be a time has a unit, a noun or a verb of its own."""
    tokens, quantity, lexicon = candidate.tokens, candidate.quantity, candidate.lexicon
    if candidate.word_before in lexicon.grammar.before_dates:
        return False
    if quantity.unit not in {"", "ratio"} or quantity.scaled:
        return True
    ratio = quantity.shape == "ratio"
    qualified = lexicon.bounds_before.before(tokens, quantity.first) is not None
    if ratio and (qualified or candidate.word_before in lexicon.grammar.reached):
        return True
    # a capital after it begins a name: `Ngày 2/9 Chủ tịch …`
    return (ratio or qualified) and candidate.counts and not tokens.printed(quantity.after)[:1].isupper()


def _is_name(candidate: Candidate) -> bool:
    """Whether the bare number names, orders or labels something."""
    tokens, quantity = candidate.tokens, candidate.quantity
    first, end = quantity.first, quantity.end
    return (
        _is_identifier(tokens, first, end)
        or _is_list_number(tokens, first, end)
        or (tokens.word(first - 1) == "(" and tokens.word(end) == ")")
        or (quantity.high < _SMALL and _in_slogan(tokens, first))
        or _is_labelled(candidate)
        or _begins_name(candidate)
    )


def _is_identifier(tokens: Tokens, first: int, end: int) -> bool:
    """`222/2025/QH15`, `Covid-19`, `30a`, `S&P 500`: glued by a joint or directly to letters."""
    if tokens.glued(end - 1) and tokens.kind(end) == "word":
        return True
    if tokens.glued(first - 1) and tokens.kind(first - 1) == "word":
        return True
    before = tokens.glued(first - 1) and tokens.word(first - 1) in _JOINTS and tokens.glued(first - 2)
    if before and tokens.word(first - 1) == "." and not tokens.printed(first - 2).isupper():
        before = tokens.kind(first - 2) == "number"  # a full stop without the space after it joins nothing
    after = tokens.glued(end - 1) and tokens.word(end) in _JOINTS and tokens.glued(end)
    return before or (after and tokens.kind(end + 1) != "sign")


def _is_list_number(tokens: Tokens, first: int, end: int) -> bool:
    """`1. Phát triển`, `2) …` at the start of a sentence."""
    return first == 0 and tokens.glued(end - 1) and tokens.word(end) in _LIST_MARKS


def _in_slogan(tokens: Tokens, first: int) -> bool:
    """`"5 không, 3 sạch"`: a quotation that opens with a number holds names."""
    quotes = [at for at in range(max(0, first - _SLOGAN_WORDS), first) if tokens.words[at] in _QUOTES]
    return bool(quotes) and len(quotes) % 2 == 1 and tokens.kind(quotes[-1] + 1) == "number"


def _is_labelled(candidate: Candidate) -> bool:
    """`Điều 49`, `quận 8`, `Nghị quyết 18`."""
    tokens, quantity = candidate.tokens, candidate.quantity
    label = candidate.lexicon.labels.before(tokens, quantity.first)
    names = label is not None and label.value
    return names and quantity.shape != "range" and "." not in tokens.printed(quantity.first)


def _begins_name(candidate: Candidate) -> bool:
    """`bốn tại chỗ`: the words after it make it part of a name."""
    tokens, quantity, lexicon = candidate.tokens, candidate.quantity, candidate.lexicon
    after = lexicon.names_after.at(tokens, quantity.after)
    if after is None:
        return False
    closed = tokens.kind(after.end) != "word" or tokens.word(after.end) in lexicon.function
    return quantity.low < _SMALL and closed


def _is_large_count(candidate: Candidate) -> bool:
    """`việc làm trong nước 695.000, xuất khẩu lao động 39.000`: a number with thousands that ends its clause."""
    tokens, quantity = candidate.tokens, candidate.quantity
    thousands = quantity.shape == "single" and quantity.low >= _THOUSAND and "." in tokens.printed(quantity.first)
    plain = tokens.kind(quantity.first - 1) == "word" and not tokens.printed(quantity.first - 1)[:1].isupper()
    return thousands and plain and tokens.kind(quantity.after) != "word"


def _licensed(candidate: Candidate) -> bool:
    """Whether the word before makes the bare number a quantity, or it goes on a list of quantities."""
    tokens, quantity = candidate.tokens, candidate.quantity
    if candidate.word_before in candidate.lexicon.licences or _is_large_count(candidate):
        return True
    if not candidate.accepted:
        return False
    last, before = candidate.accepted[-1], tokens.printed(quantity.first - 1)
    if quantity.first - last.end <= 1 and before in candidate.lexicon.grammar.joints:
        return True
    # `Thái Lan 64 nước, Indonesia 70 và Philippines 157`: a name takes its number from the list's pattern
    named = before[:1].isupper() and quantity.first - last.after <= _LIST_REACH
    return named and last.unit == quantity.unit and tokens.kind(quantity.after) != "word"
