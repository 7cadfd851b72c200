"""The figures of an article: its quantities, less what only looks like one, with their qualifiers."""

from __future__ import annotations

from tui.figures.refuse import is_figure
from tui.figures.tables import FigureLexicon, figure_lexicon
from tui.figures.quantities import Quantity, find_quantities
from tui.figures.times import find_times
from tui.figures.tokens import Tokens, tokenise
from tui.model import Article, Bound, Direction, Figure, Sentence, Span

_FILLERS_AT_MOST = 3
_NOUN_WORDS = 4
_DIRECTION_REACH = 8
_BREAKS = frozenset(";:()[]…!?")


def find_figures(article: Article) -> tuple[Figure, ...]:
    """The figures of the article's titles and body, in order and none overlapping."""
    lexicon = figure_lexicon()
    return tuple(figure for sentence in article.sentences for figure in figures_of(article, sentence, lexicon))


def figures_of(article: Article, sentence: Sentence, lexicon: FigureLexicon) -> list[Figure]:
    """The figures of one sentence."""
    tokens = tokenise(article.text[sentence.at.start : sentence.at.end])
    if "number" not in tokens.kinds and not _may_hold_words(tokens, lexicon):
        return []
    times = find_times(tokens.low)
    accepted: list[Quantity] = []
    for quantity in find_quantities(tokens, lexicon):
        if is_figure(tokens, quantity, times, accepted, lexicon):
            accepted.append(quantity)
    return [_figure(article, sentence, tokens, quantity, accepted, lexicon) for quantity in accepted]


def _may_hold_words(tokens: Tokens, lexicon: FigureLexicon) -> bool:
    numerals = lexicon.numerals
    return any(
        word in numerals.scales or word in numerals.tens or word in {"gấp", "phần", "con", "nửa", "mươi"}
        for word in tokens.words
    )


def _figure(
    article: Article,
    sentence: Sentence,
    tokens: Tokens,
    quantity: Quantity,
    others: list[Quantity],
    lexicon: FigureLexicon,
) -> Figure:
    start, end = tokens.starts[quantity.first], tokens.ends[quantity.end - 1]
    at = Span(sentence.at.start + start, sentence.at.start + end)
    return Figure(
        article=article.id,
        at=at,
        source=article.source(at),
        text=article.text[at.start : at.end],
        bound=bound_of(tokens, quantity, lexicon),
        low=quantity.low,
        high=quantity.high,
        direction=direction_of(tokens, quantity, others, lexicon),
        unit=quantity.unit or "count",
        noun=noun_of(tokens, quantity, lexicon),
    )


def bound_of(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Bound:
    """What the words around the number make of its value."""
    if quantity.shape == "range":
        return "range"
    if quantity.shape == "vague":
        return {10: "at_least", 1: "at_most"}.get(int(quantity.low), "vague") if quantity.unit == "%" else "vague"  # type: ignore[return-value]
    return _bound_after(tokens, quantity, lexicon) or _bound_before(tokens, quantity, lexicon) or "exact"


def _bound_after(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Bound | None:
    for index in range(quantity.after, min(quantity.after + _NOUN_WORDS, len(tokens))):
        found = lexicon.bounds_after.at(tokens, index)
        if found:
            return found.value
        if tokens.kind(index) != "word" and tokens.word(index) != "/":
            return None
    return None


def _bound_before(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> Bound | None:
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


def direction_of(
    tokens: Tokens, quantity: Quantity, others: list[Quantity], lexicon: FigureLexicon
) -> Direction | None:
    """Which way the words before the number say the value moved, if they do."""
    if quantity.negative:
        return "down"
    stop = max([0, quantity.first - _DIRECTION_REACH, *(o.after for o in others if o.after <= quantity.first)])
    found: Direction | None = None
    for match in lexicon.directions.all(tokens, stop, quantity.first + (quantity.shape == "times")):
        found = match.value
    cut = any(tokens.words[index] in _BREAKS for index in range(stop, quantity.first))
    return None if cut and found is None else found


def noun_of(tokens: Tokens, quantity: Quantity, lexicon: FigureLexicon) -> str:
    """The words after the number that say what is counted; empty for other units."""
    if quantity.unit not in {"", "ratio"}:
        return ""
    end = quantity.after
    if lexicon.nouns.at(tokens, end):
        end += 2
    while (
        end < quantity.after + _NOUN_WORDS and tokens.kind(end) == "word" and tokens.word(end) not in lexicon.function
    ):
        end += 1
    if end == quantity.after:
        return ""
    return tokens.low[tokens.starts[quantity.after] : tokens.ends[end - 1]]
