"""An engine without a disk that looks at every article: for where nothing can be kept, and to test others against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, Self

from tui.search import answers, scoring
from tui.search.analysis import forms, surfaces
from tui.search.edits import within_one
from tui.search.model import Capabilities, Document, Health
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
    Query,
    Term,
    Word,
    scored_terms,
)
from tui.search.snippets import matches
from tui.search.values import is_in, said_matches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from types import TracebackType

    from tui.model import Problem
    from tui.search.model import Facet, Order, SearchResult


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text or a title, in order.

    exact, folded: their forms
    """

    exact: tuple[str, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        pairs = [forms(surface) for surface in surfaces(text)]
        return cls(tuple(intern(exact) for exact, _ in pairs), tuple(intern(folded) for _, folded in pairs))

    def count(self, word: Word) -> int:
        return (self.exact if word.accented else self.folded).count(word.form)

    def hold(self, term: Term) -> bool:
        if isinstance(term, Word):
            return term.form in (self.exact if term.accented else self.folded)
        if isinstance(term, Phrase):
            return self._hold_phrase(term)
        return any(matches(term, exact, folded) for exact, folded in zip(self.exact, self.folded, strict=True))

    def _hold_phrase(self, phrase: Phrase) -> bool:
        return any(
            all(
                matches(word, self.exact[first + step], self.folded[first + step])
                for step, word in enumerate(phrase.words)
            )
            for first in range(len(self.exact) - len(phrase.words) + 1)
        )


@dataclass(frozen=True, slots=True)
class _Kept:
    """An article with its words.

    document: as given
    text, title: its words
    """

    document: Document
    text: _Words
    title: _Words

    @classmethod
    def of(cls, document: Document) -> _Kept:
        return cls(document, _Words.of(document.text), _Words.of(document.title))

    @property
    def day(self) -> int:
        return self.document.date.toordinal() if self.document.date else 0

    def matches(self, node: Node) -> bool:
        match node:
            case And():
                return all(map(self.matches, node.nodes))
            case Or():
                return any(map(self.matches, node.nodes))
            case Not():
                return not self.matches(node.node)
            case Word() | Phrase() | Prefix() | Fuzzy():
                return self.text.hold(node) or self.title.hold(node)
            case InTitle():
                return self.title.hold(node.term)
            case _:
                return self._field(node)

    def _field(self, node: Node) -> bool:
        match node:
            case Dated():
                return self.day > 0 and node.first <= self.day <= node.last
            case InField():
                return is_in(node.name, node.value, getattr(self.document, node.name))
            case OneStatement():
                return any(said_matches(said, node.node) for said in self.document.said)
            case _:
                return False

    def impact(self, word: Word) -> int:
        weight = self.text.count(word) + scoring.TITLE * self.title.count(word)
        return scoring.impact(weight, len(self.text.exact)) if weight else 0


class _View:
    """All articles as of one commit."""

    def __init__(self, kept: Mapping[str, _Kept], recency: float) -> None:
        self._kept = kept
        self._recency = recency

    @property
    def articles(self) -> int:
        return len(self._kept)

    def matching(self, node: Node) -> list[_Kept]:
        return [kept for kept in self._kept.values() if kept.matches(node)]

    def page(self, node: Node, order: Order, first: int, limit: int) -> answers.Page:
        found = self.matching(node)
        scores = self._scores(found, node)
        by_day = [(-kept.day, kept.document.article) for kept in found]
        ranks = [-key[0] for key in by_day] if order == "date" else scores
        best = sorted(range(len(found)), key=lambda at: (-ranks[at], by_day[at]))
        return answers.Page(len(found), [(found[at].document, scores[at]) for at in best[first : first + limit]])

    def _scores(self, found: Sequence[_Kept], node: Node) -> list[float]:
        words, constants = scored_terms(node)
        worths = [(word, scoring.idf(self.frequency_of(word), self.articles)) for word in words]
        gains = [(term, scoring.CONSTANT * scoring.idf(len(self.matching(term)), self.articles)) for term in constants]
        newest = max((kept.day for kept in self._kept.values()), default=0)
        scores = []
        for kept in found:
            score = sum(worth * kept.impact(word) for word, worth in worths)
            score += sum(gain for term, gain in gains if kept.matches(term))
            scores.append(score * scoring.bonus(kept.day, newest, self._recency))
        return scores

    def frequency_of(self, word: Word) -> int:
        return len(self.matching(word))

    def frequency(self, form: str) -> int:
        return self._frequencies[form]

    def near(self, form: str, *, accented: bool) -> list[str]:
        return sorted(
            other
            for other in self._frequencies
            if abs(len(other) - len(form)) <= 1 and (forms(other)[1] != other) == accented and within_one(other, form)
        )

    @cached_property
    def _frequencies(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for kept in self._kept.values():
            counts.update({*kept.text.exact, *kept.text.folded, *kept.title.exact, *kept.title.folded})
        return counts


class MemoryEngine:
    """Keeps all articles in memory and looks at each for every query.

    problems: why it stands in for another engine
    """

    capabilities = Capabilities("memory", persistent=False, processes=False)

    def __init__(self, problems: Sequence[Problem] = (), *, recency: float = 0.2) -> None:
        self.problems = tuple(problems)
        self._recency = recency
        self._written: dict[str, _Kept] = {}
        self._view = _View({}, recency)
        self._generation = 0
        self._stamp = ""

    @property
    def stamp(self) -> str:
        """What the last commit was marked with."""
        return self._stamp

    def upsert(self, batch: Iterable[Document], jobs: int = 1) -> int:
        """Add or replace articles; how many. `jobs` is not used."""
        del jobs
        count = 0
        for document in batch:
            self._written[document.article] = _Kept.of(document)
            count += 1
        return count

    def delete(self, ids: Iterable[str]) -> int:
        """Take articles out; how many there were."""
        return sum(self._written.pop(article, None) is not None for article in ids)

    def commit(self, stamp: str = "") -> int:
        """Let what was written be found; the new generation."""
        self._view = _View(dict(self._written), self._recency)
        self._generation += 1
        self._stamp = stamp
        return self._generation

    def rollback(self) -> None:
        """Forget what was written since the last commit."""
        self._written = dict(self._view._kept)  # noqa: SLF001 - its own

    def rebuild(self, documents: Iterable[Document], stamp: str = "", jobs: int = 1) -> int:
        """Start anew from `documents`; how many."""
        self._written.clear()
        count = self.upsert(documents, jobs)
        self.commit(stamp)
        return count

    def search(self, query: Query, *, order: Order = "score", limit: int = 50, cursor: str = "") -> SearchResult:
        """The best hits after `cursor`."""
        return answers.answer(self._view, query, order, limit, cursor)

    def count(self, query: Query) -> int:
        """How many articles match."""
        return len(self._view.matching(query.node))

    def facets(self, query: Query, by: Facet, limit: int = 20) -> tuple[tuple[str, int], ...]:
        """The commonest values of `by` in the articles that match."""
        counts: Counter[str] = Counter()
        for kept in self._view.matching(query.node):
            counts.update(facet_values(kept.document, by))
        return ranked_facets(counts, limit)

    def fetch(self, ids: Sequence[str]) -> tuple[Document, ...]:
        """The articles with these ids."""
        kept = self._view._kept  # noqa: SLF001 - its own
        return tuple(kept[article].document for article in ids if article in kept)

    def more_like(self, text: str, exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that share the rare words of `text`."""
        return answers.without(self._view, answers.rare_words(self._view, text), exclude, limit)

    def related(self, terms: Sequence[str], exclude: Iterable[str] = (), limit: int = 10) -> SearchResult:
        """Articles that hold any of `terms`."""
        return answers.without(self._view, answers.any_terms(terms), exclude, limit)

    def stale(self) -> bool:
        """Never: nobody else writes here."""
        return False

    def health(self, *, deep: bool = False) -> Health:
        """How many articles there are."""
        del deep
        return Health(self._view.articles, self._generation, self._stamp, 0, 1, sound=True)

    def close(self) -> None:
        """Forget what was not committed."""
        self.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def facet_values(document: Document, by: Facet) -> set[str]:
    """The values of `by` in one article; the year of its meeting is four digits; nothing for an empty value."""
    match by:
        case "meeting" | "outlet" | "place":
            values = {getattr(document, by)}
        case "year":
            values = {f"{document.date.year:04d}"} if document.date else set()
        case _:
            values = {getattr(said, by) for said in document.said}
    return values - {""}


def ranked_facets(counts: Counter[str], limit: int) -> tuple[tuple[str, int], ...]:
    """The `limit` commonest, equal ones by value."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit])
