"""The figures of an article: its quantities, less what only looks like one, with their qualifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.figures.candidates import Candidate
from tui.figures.qualifiers import bound_of, direction_of, noun_of
from tui.figures.quantities import HOME_CURRENCY, find_quantities, is_currency
from tui.figures.refuse import is_figure
from tui.figures.tables import FigureLexicon, figure_lexicon
from tui.figures.times import find_times
from tui.figures.tokens import Tokens, tokenise
from tui.model import Article, Figure, Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.figures.quantities import Quantity


def find_figures(article: Article) -> tuple[Figure, ...]:
    """The figures of the article's titles and body, in order and none overlapping."""
    return tuple(_figures(article))


def _figures(article: Article) -> Iterator[Figure]:
    """The same; an amount without a currency is in the one its paragraph printed last."""
    lexicon, currency, paragraph = figure_lexicon(), HOME_CURRENCY, -1
    for sentence in article.sentences:
        currency = currency if sentence.paragraph == paragraph else HOME_CURRENCY
        paragraph = sentence.paragraph
        for figure in figures_of(article, sentence, lexicon, currency):
            currency = figure.unit if is_currency(figure.unit) else currency
            yield figure


def figures_of(article: Article, sentence: Sentence, lexicon: FigureLexicon, currency: str) -> list[Figure]:
    """The figures of one sentence; `currency` is that of amounts that print none."""
    tokens = tokenise(article.text[sentence.at.start : sentence.at.end])
    if "number" not in tokens.kinds and not _may_hold_words(tokens, lexicon):
        return []
    times = find_times(tokens.low)
    accepted: list[Quantity] = []
    figures: list[Figure] = []
    for quantity in find_quantities(tokens, lexicon, currency):
        candidate = Candidate(quantity, tokens, times, accepted, lexicon)
        if is_figure(candidate):
            figures.append(_figure(article, sentence.at.start, candidate))
            accepted.append(quantity)
    return figures


def _may_hold_words(tokens: Tokens, lexicon: FigureLexicon) -> bool:
    """Whether a sentence without digits may hold a number in words."""
    numerals, openers = lexicon.numerals, lexicon.grammar.openers
    return any(word in numerals.scales or word in numerals.tens or word in openers for word in tokens.words)


def _figure(article: Article, offset: int, candidate: Candidate) -> Figure:
    """The figure of an accepted candidate, whose sentence begins at `offset` of the article."""
    tokens, quantity = candidate.tokens, candidate.quantity
    at = Span(offset + tokens.starts[quantity.first], offset + tokens.ends[quantity.end - 1])
    return Figure(
        article=article.id,
        at=at,
        source=article.source(at),
        text=article.text[at.start : at.end],
        bound=bound_of(candidate),
        low=quantity.low,
        high=quantity.high,
        direction=direction_of(candidate),
        unit=quantity.unit or "count",
        noun=noun_of(candidate),
    )
