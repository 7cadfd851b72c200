"""Queries over a snapshot: which articles match, by sets, and what each is worth, exhaustively."""

from __future__ import annotations

from itertools import chain, repeat
from operator import mul
from typing import TYPE_CHECKING

from tui.search import scoring
from tui.search.nodes import (
    And,
    Dated,
    Fuzzy,
    InField,
    InTitle,
    Node,
    Not,
    OneStatement,
    Or,
    Phrase,
    Prefix,
    Term,
    Word,
    scored_terms,
)
from tui.search.whoosh_engine.postings import bits, places_among, places_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.whoosh_engine.snapshot import Segment, Snapshot


def matching(segment: Segment, node: Node) -> set[int]:
    """The articles of `segment` that match, without the deleted."""
    found = _Evaluation(segment).all(node)
    return found - segment.deleted if segment.deleted else found


class _Evaluation:
    """Evaluates nodes over one segment."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def all(self, node: Node) -> set[int]:
        """The articles that match, the deleted included."""
        match node:
            case And():
                return self._and(node.nodes)
            case Or():
                return set().union(*map(self.all, node.nodes))
            case Not():
                return set(range(self._segment.count)) - self.all(node.node)
            case InTitle():
                return self._term(node.term, "title")
            case Word() | Phrase() | Prefix() | Fuzzy():
                return self._term(node, "text")
            case _:
                return self._field(node)

    def _field(self, node: Node) -> set[int]:
        cards = self._segment.cards
        match node:
            case Dated():
                return cards.dated(node.first, node.last)
            case InField():
                return cards.in_field(node.name, node.value)
            case OneStatement():
                return cards.stating(node.node)
            case _:
                return set()

    def _term(self, term: Term, field: str) -> set[int]:
        match term:
            case Word():
                return self._word(term, field)
            case Phrase():
                return self._phrase(term, field)
            case _:
                return self._expanded(term, field)

    def _word(self, word: Word, field: str) -> set[int]:
        found = self._segment.found(field, word.form)
        return set(found.docs) if found else set()

    def _and(self, nodes: Sequence[Node]) -> set[int]:
        left: set[int] | None = None
        for node in nodes:
            if not isinstance(node, Not):
                here = self.all(node)
                left = here if left is None else left & here
                if not left:
                    return left
        left = set(range(self._segment.count)) if left is None else left
        for node in nodes:
            if isinstance(node, Not):
                left = left - self.all(node.node)
        return left

    def _phrase(self, phrase: Phrase, field: str) -> set[int]:
        """By intersecting places: those of the rarest word, moved to where each of the others must stand."""
        docs = self._and_words(phrase.words, field)
        if not docs:
            return docs
        spelled = [(step, self._segment.places(field, word)) for step, word in enumerate(phrase.words)]
        spelled.sort(key=lambda pair: sum(map(len, pair[1])))
        last, there = spelled[0]
        shift = bits(there[0])
        left: Iterable[int] = chain.from_iterable(places_in(places, docs) for places in there)
        for step, there in spelled[1:]:
            moved = set(map((step - last).__add__, left))
            left, last = set().union(*(places_among(places, moved) for places in there)), step
        return {place >> shift for place in left}

    def _and_words(self, words: Iterable[Word], field: str) -> set[int]:
        sets = sorted((self._word(word, field) for word in set(words)), key=len)
        return sets[0].intersection(*sets[1:])

    def _expanded(self, term: Prefix | Fuzzy, field: str) -> set[int]:
        vocabulary = self._segment.vocabulary(field)
        if isinstance(term, Prefix):
            numbers = vocabulary.beginning(term.form, accented=term.accented)
        else:
            numbers = vocabulary.near(term.form, accented=term.accented)
        docs: set[int] = set()
        for number in sorted(numbers, key=vocabulary.found.__getitem__, reverse=True):
            docs.update(self._segment.docs(vocabulary.at(number)))
            if len(docs) == self._segment.count:
                break
        return docs


class Ranked:
    """What a query found in a snapshot.

    docs: matching articles, by segment
    scores: what each is worth, in the same order
    """

    def __init__(self, snapshot: Snapshot, node: Node, bonuses: Sequence[Sequence[float]]) -> None:
        self._snapshot = snapshot
        self.docs = [list(matching(segment, node)) for segment in snapshot.segments]
        self.scores = [[0.0] * len(docs) for docs in self.docs]
        words, constants = scored_terms(node)
        for word in words:
            self._add_word(word)
        for term in constants:
            self._add_constant(term)
        if words or constants:
            for at, docs in enumerate(self.docs):
                self.scores[at] = list(map(mul, self.scores[at], map(bonuses[at].__getitem__, docs)))

    def _add_word(self, word: Word) -> None:
        segments = self._snapshot.segments
        found = sum(segment.frequency("text", word.form) for segment in segments)
        worth = scoring.idf(found, self._snapshot.articles)
        for at, segment in enumerate(segments):
            impacts = segment.impacts("text", word.form)
            if impacts:
                steps = map(impacts.get, self.docs[at], repeat(0))
                self.scores[at] = [score + worth * step for score, step in zip(self.scores[at], steps, strict=True)]

    def _add_constant(self, term: Prefix | Fuzzy | InTitle) -> None:
        sets = [matching(segment, term) for segment in self._snapshot.segments]
        gain = scoring.CONSTANT * scoring.idf(sum(map(len, sets)), self._snapshot.articles)
        for at, docs in enumerate(sets):
            self.scores[at] = [
                score + gain if doc in docs else score
                for doc, score in zip(self.docs[at], self.scores[at], strict=True)
            ]
