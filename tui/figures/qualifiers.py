"""What the words around a number make of it: its bound, its direction and the noun it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.figures.candidates import Candidate
    from tui.figures.phrases import Match
    from tui.model import Bound, Direction

_FILLERS_AT_MOST = 3
_NOUN_WORDS = 4
_DIRECTION_REACH = 8
# `hai con số` is 10 percent or more, `một con số` below ten
_DIGIT_COUNTS: Mapping[float, Bound] = {10: "at_least", 1: "at_most"}


def bound_of(candidate: Candidate) -> Bound:
    """What the words around the number make of its value."""
    quantity = candidate.quantity
    if quantity.shape == "range":
        return "range"
    if quantity.shape == "vague":
        return _DIGIT_COUNTS.get(quantity.low, "vague") if quantity.unit == "%" else "vague"
    return _bound_after(candidate) or _bound_before(candidate) or "exact"


def _bound_after(candidate: Candidate) -> Bound | None:
    """`8% trở lên`, `tăng 8%/năm trở lên`: within the noun that follows."""
    tokens, after = candidate.tokens, candidate.quantity.after
    for index in range(after, min(after + _NOUN_WORDS, len(tokens))):
        found = candidate.lexicon.bounds_after.at(tokens, index)
        if found:
            return found.value
        if tokens.kind(index) != "word" and tokens.word(index) != "/":
            return None
    return None


def _bound_before(candidate: Candidate) -> Bound | None:
    """`gần 60`, `vượt mốc 700`; what is `vượt 4% dự toán` is 4 % exactly."""
    tokens, quantity, lexicon = candidate.tokens, candidate.quantity, candidate.lexicon
    index = quantity.first
    if quantity.unit in {"day", "hour"} and (ceiling := lexicon.ceilings.before(tokens, index)):
        return ceiling.value
    if tokens.word(index - 1) == "gấp":
        index -= 1
    for _ in range(_FILLERS_AT_MOST + 1):
        found = lexicon.bounds_before.before(tokens, index)
        if found:
            exceeds_plan = tokens.word(found.first) == "vượt" and lexicon.plans.at(tokens, quantity.after)
            return "exact" if exceeds_plan and quantity.unit == "%" else found.value
        filler = lexicon.fillers.before(tokens, index)
        if filler is None:
            return None
        index = filler.first
    return None


def direction_of(candidate: Candidate) -> Direction | None:
    """Which way the words before the number say the value moved, if they do."""
    quantity = candidate.quantity
    if quantity.negative:
        return "down"
    start = max(0, quantity.first - _DIRECTION_REACH)
    # what stands before the figure before belongs to that one
    start = max([start, *(other.after for other in candidate.accepted[-2:] if other.after <= quantity.first)])
    found: Direction | None = None
    end = quantity.first + (quantity.shape == "times")
    for match in candidate.lexicon.directions.all(candidate.tokens, start, end):
        found = None if _held_against(candidate, match) else match.value
    return found


def _held_against(candidate: Candidate, match: Match[Direction]) -> bool:
    """Whether words of change lead to what a value is compared with or moved from, and not to how far it moved.

    `thấp hơn mức 7,09%`, `kém mục tiêu 8%`, `giảm từ 18,13%`, `giảm so với 4,7%`, `kém cùng kỳ (7,2%)`.
    """
    tokens, quantity, grammar = candidate.tokens, candidate.quantity, candidate.lexicon.grammar
    between = tokens.words[match.end : quantity.first]
    if tokens.word(match.end - 1) in grammar.comparing:
        of_another = tokens.word(quantity.after) == "của"  # `thấp hơn 5,89% của năm 2022`
        named = not grammar.compared.isdisjoint(between) or (quantity.shape == "range" and "hoạch" in between)
        return of_another or named or "(" in between or between[-1:] == ("với",)
    if "từ" in between and (quantity.shape != "range" or tokens.word(quantity.after) in grammar.steps):
        return True
    return between[-1:] == ("với",) or ("với" in between and not grammar.compared.isdisjoint(between))


def noun_of(candidate: Candidate) -> str:
    """The words after the number that say what is counted; empty for other units."""
    tokens, quantity, lexicon = candidate.tokens, candidate.quantity, candidate.lexicon
    if quantity.unit not in {"", "ratio"}:
        return ""
    end, stop = quantity.after, quantity.after + _NOUN_WORDS
    if lexicon.nouns.at(tokens, end):
        end += 2
    while end < stop and tokens.kind(end) == "word" and tokens.word(end) not in lexicon.function:
        end += 1
    return tokens.low[tokens.starts[quantity.after] : tokens.ends[end - 1]] if end > quantity.after else ""
