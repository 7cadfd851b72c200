"""A snapshot as the answers ask it: pages of the exhaustive ranking, frequencies, near words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from tui.search import scoring
from tui.search.answers import Page
from tui.search.whoosh_engine.cards import CODED
from tui.search.whoosh_engine.evaluate import Ranked, matching
from tui.search.whoosh_engine.snapshot import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.search.model import Facet, Order
    from tui.search.nodes import Node
    from tui.search.whoosh_engine.snapshot import Snapshot


class SnapshotView:
    """Finds and ranks the articles of one commit.

    snapshot: the commit
    """

    def __init__(self, snapshot: Snapshot, recency: float) -> None:
        self.snapshot = snapshot
        self._recency = recency

    @cached_property
    def _bonuses(self) -> list[list[float]]:
        return self.snapshot.bonuses(self._recency)

    @property
    def articles(self) -> int:
        """How many there are."""
        return self.snapshot.articles

    def page(self, node: Node, order: Order, first: int, limit: int) -> Page:
        """The articles from `first` in the ranking on."""
        total, best = self.best(node, order, first + limit)
        return Page(total, [(self.snapshot.document(place), score) for place, score in best[first:]])

    def best(self, node: Node, order: Order, most: int) -> tuple[int, list[tuple[Place, float]]]:
        """How many match, and the `most` best of them with their scores: all have been compared."""
        ranked = Ranked(self.snapshot, node, self._bonuses)
        places: list[tuple[Place, float]] = []
        for at, docs in enumerate(ranked.docs):
            best = self._best(at, docs, ranked.scores[at], order, most)
            places += [(Place(at, docs[index]), ranked.scores[at][index]) for index in best]
        places.sort(key=lambda found: self._key(found[0].segment, found[0].number, found[1], order))
        return sum(map(len, ranked.docs)), places[:most]

    def _best(self, at: int, docs: list[int], scores: list[float], order: Order, most: int) -> list[int]:
        days = self.snapshot.segments[at].cards.days
        # without a score, too, the day decides
        by_day = order == "date" or not any(scores)
        values: Sequence[float] = list(map(days.__getitem__, docs)) if by_day else scores
        return scoring.best(values, lambda index: self._key(at, docs[index], scores[index], order), most)

    def _key(self, at: int, number: int, score: float, order: Order) -> tuple[float, int, str]:
        cards = self.snapshot.segments[at].cards
        return 0.0 if order == "date" else -score, -cards.days[number], cards.articles[number]

    def count(self, node: Node) -> int:
        """How many articles match."""
        return sum(len(matching(segment, node)) for segment in self.snapshot.segments)

    def frequency(self, form: str) -> int:
        """How many articles hold a word."""
        return sum(segment.frequency("text", form) for segment in self.snapshot.segments)

    def near(self, form: str, *, accented: bool) -> set[str]:
        """Known words at most one edit from `form`."""
        found: set[str] = set()
        for segment in self.snapshot.segments:
            vocabulary = segment.vocabulary("text")
            found.update(vocabulary.forms[number] for number in vocabulary.near(form, accented=accented))
        return found

    def facets(self, node: Node, by: Facet) -> Counter[str]:
        """How many of the articles that match have each value of `by`."""
        counts: Counter[str] = Counter()
        for segment in self.snapshot.segments:
            docs, cards = matching(segment, node), segment.cards
            if by == "year":
                from datetime import date

                counts.update(f"{date.fromordinal(cards.days[doc]).year:04d}" for doc in docs if cards.days[doc])
            elif by in CODED:
                codes, values = cards.codes(by)
                counts.update(values[codes[doc]] for doc in docs)
            else:
                counts.update(value for doc, value in set(cards.rows_of(by)) if doc in docs)
        del counts[""]
        return counts
