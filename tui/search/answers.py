"""A query's answer, the same whichever engine found and ranked the articles: pages, passages, other spellings."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.search import scoring
from tui.search.analysis import forms, surfaces
from tui.search.model import Hit, SearchResult
from tui.search.nodes import Node, Nothing, Or, Phrase, Query, Word, wanted_terms
from tui.search.parsing import parse_query
from tui.search.snippets import find_terms, snippets
from tui.search.together import together

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.model import Document, Order

RARE_WORDS = 16
"""Words of a text that `more_like` looks for."""


class Page(NamedTuple):
    """Some of the articles a query found.

    total: how many it found
    ranked: the asked ones, best first, with their scores
    """

    total: int
    ranked: list[tuple[Document, float]]


class View(Protocol):
    """What an engine finds and ranks, as of one commit."""

    @property
    def articles(self) -> int:
        """How many there are."""

    def page(self, node: Node, order: Order, first: int, limit: int) -> Page:
        """The articles from `first` in the ranking on, `limit` at most."""

    def frequency(self, form: str) -> int:
        """How many articles hold a word, by its exact or folded form."""

    def near(self, form: str, *, accented: bool) -> Iterable[str]:
        """Accented or folded words of the articles that are at most one edit from `form`."""


def answer(view: View, query: Query, order: Order, limit: int, cursor: str) -> SearchResult:
    """The page of `query` after `cursor`."""
    start = time.perf_counter()
    first = int(cursor) if cursor.isdecimal() else 0
    page = Page(0, []) if isinstance(query.node, Nothing) else view.page(query.node, order, first, max(limit, 0))
    hits = tuple(_hit(document, score, query.node) for document, score in page.ranked)
    after = first + len(hits)
    more = str(after) if hits and after < page.total else ""
    other = "" if page.total else did_you_mean(view, query)
    return SearchResult(page.total, hits, query.notices, other, more, time.perf_counter() - start)


def _hit(document: Document, score: float, node: Node) -> Hit:
    found = together(document.text, find_terms(document.text, node), node)
    passages = snippets(document.text, found)
    return Hit(
        document.article,
        document.meeting,
        document.date,
        document.outlet,
        document.title,
        score,
        passages,
        len(found),
    )


def did_you_mean(view: View, query: Query) -> str:
    """The text of `query` with known words for unknown ones; empty if there are none, or nothing is found then."""
    text = query.text
    for word in reversed(_words(query.node)):
        if not view.frequency(word.form):
            known = _nearest(view, word)
            if known:
                text = text[: word.at.start] + known + text[word.at.end :]
    if text == query.text:
        return ""
    return text if view.page(parse_query(text).node, "score", 0, 0).total else ""


def _words(node: Node) -> list[Word]:
    found: list[Word] = []
    for term in wanted_terms(node):
        words = term.words if isinstance(term, Phrase) else (term,)
        found.extend(word for word in words if isinstance(word, Word) and word.at.end)
    return sorted(dict.fromkeys(found), key=lambda word: word.at)


def _nearest(view: View, word: Word) -> str:
    """The commonest known word one edit away; for a word with wrong accents, without them."""
    near = {form: view.frequency(form) for form in view.near(word.form, accented=word.accented)}
    folded = forms(word.form)[1]
    if not near and word.accented:
        near = {folded: view.frequency(folded)}
        near = near if near[folded] else {form: view.frequency(form) for form in view.near(folded, accented=False)}
    return max(near, key=lambda form: (near[form], form), default="")


def rare_words(view: View, text: str) -> Node:
    """Any of the words of `text` that tell it best from other articles: often here, rare elsewhere."""
    counts = Counter(forms(surface)[0] for surface in surfaces(text))
    weights: dict[str, float] = {}
    for exact, count in counts.items():
        found = view.frequency(exact)
        # what half of the articles hold, or no other one, tells nothing
        if 1 < found <= max(view.articles // 2, 2) and len(exact) > 1:
            weights[exact] = count * scoring.idf(found, view.articles)
    best = sorted(weights, key=lambda exact: (-weights[exact], exact))[:RARE_WORDS]
    return any_of([Word(exact, accented=exact != forms(exact)[1]) for exact in best])


def any_terms(terms: Iterable[str]) -> Node:
    """Any of `terms`, each a word or a phrase."""
    nodes: list[Node] = []
    for term in terms:
        words = [
            Word(exact if exact != folded else folded, exact != folded) for exact, folded in map(forms, surfaces(term))
        ]
        if words:
            nodes.append(words[0] if len(words) == 1 else Phrase(tuple(words)))
    return any_of(nodes)


def any_of(nodes: Sequence[Node]) -> Node:
    """Any of `nodes`; nothing for none."""
    if not nodes:
        return Nothing()
    return nodes[0] if len(nodes) == 1 else Or(tuple(nodes))


def without(view: View, node: Node, exclude: Iterable[str], limit: int) -> SearchResult:
    """The best `limit` articles for `node` that are not in `exclude`."""
    out = set(exclude)
    result = answer(view, Query("", node), "score", limit + len(out), "")
    hits = tuple(hit for hit in result.hits if hit.article not in out)
    return SearchResult(result.total - len(result.hits) + len(hits), hits[:limit], seconds=result.seconds)
