"""Which later passages share something rare with a commitment, over many articles and after one of them changed.

Articles are compared by marks, numbers that are quick to look up; only the passages whose marks say that they may share
something rare are read, and what they share is then compared word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, Protocol

from tui.statements.commitments.marks import END, keys_told, kind_of, mark_of, marks_in

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.model import Meeting
    from tui.statements.commitments import Passage

_SLACK = 2
"""Articles that may seem to hold a key by marks that are alike by chance."""


class Stored(Protocol):
    """What is stored of articles."""

    def asked(self, article: str) -> bytes:
        """The marks its commitments ask for, as `marks_asked` packs them."""

    def told(self, article: str) -> bytes:
        """The marks its passages tell, as `marks_told` packs them."""

    def passages(self, article: str, numbers: Sequence[int]) -> Sequence[Passage]:
        """The passages of an article of these numbers, counted in the order of its marks."""


@dataclass(frozen=True, slots=True)
class Later:
    """A passage with its meeting."""

    meeting: str
    date: date
    passage: Passage


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many articles may hold what is still rare.

    few: articles, by the kind of key
    share: of all articles, by the kind of key; the larger of both counts
    """

    few: Mapping[str, float]
    share: Mapping[str, float]

    def most(self, articles: int) -> dict[str, float]:
        """The most articles that may hold a rare key, by its kind; kinds without a limit are left out."""
        return {kind: max(few, self.share[kind] * articles) for kind, few in self.few.items()}


class Shared(NamedTuple):
    """What passages of an article share with commitments of others: live marks, of which digest, and where."""

    marks: frozenset[int]
    digest: str
    passages: tuple[tuple[str, Passage], ...]


class Index:
    """Passages by what they share with a commitment of another article, as far as it may be rare."""

    def __init__(self, most: Mapping[str, float]) -> None:
        self._most = most
        self._found: dict[str, list[Later]] = defaultdict(list)
        self._articles: dict[str, set[str]] = defaultdict(set)
        self._holders: dict[int, list[object]] = defaultdict(list)

    def add(self, shared: Shared, meeting: str, day: date) -> None:
        """Nothing; an article on `meeting` shares this; oldest meeting first."""
        for mark in shared.marks:
            self._holders[mark].append((shared.digest, meeting, day))
        for key, passage in shared.passages:
            self._found[key].append(Later(meeting, day, passage))
            self._articles[key].add(passage.article)

    def state(self, marks: Iterable[int]) -> tuple[object, ...]:
        """Differs whenever the answers for keys of these marks may differ; empty where nothing is shared."""
        return tuple((mark, self._above(mark), *self._holders[mark]) for mark in marks if mark in self._holders)

    def _above(self, mark: int) -> float:
        return max(0.0, len(self._holders[mark]) - self._most.get(kind_of(mark), float("inf")))

    def rare(self, key: str) -> bool:
        """Whether so few articles hold `key` that sharing it means something."""
        return 0 < len(self._articles.get(key, ())) <= self._most.get(key[0], float("inf"))

    def holding(self, key: str) -> Sequence[Later]:
        """The passages that hold `key`, oldest meeting first."""
        return self._found.get(key, ())


@dataclass(slots=True)
class _Marked:
    """The marks of an article.

    digest: of the article they are of
    asked: of its commitments
    hits: those of its passages that any article asks for, or asked for once
    tells: whether it has passages
    """

    digest: str
    asked: frozenset[int]
    hits: array[int]
    tells: bool


class Finder:
    """Makes indexes one after another, each costing little more than what changed since the one before."""

    def __init__(self, stored: Stored, rarity: Rarity) -> None:
        self._stored = stored
        self._rarity = rarity
        self._asked: frozenset[int] = frozenset()
        self._marked: dict[str, _Marked] = {}
        self._shared: dict[str, Shared] = {}

    def index(self, meetings: Sequence[Meeting], tell: Callable[[int, int], None] = lambda _done, _of: None) -> Index:
        """The index of the passages of dated `meetings`, oldest first; `tell` is told how far it has come."""
        dated = sorted(((each, each.date) for each in meetings if each.date), key=lambda pair: pair[1])
        digests = {card.id: card.digest for meeting, _ in dated for card in meeting.articles}
        try:
            self._read(digests, tell)
        except BaseException:
            self._marked, self._asked = {}, frozenset()
            raise
        most = self._rarity.most(sum(each.tells for each in self._marked.values()))
        index, live = Index(most), self._live(most)
        self._shared = {article: self._share(article, live) for article in digests}
        for meeting, day in dated:
            for card in meeting.articles:
                index.add(self._shared[card.id], meeting.id, day)
        return index

    def asked(self, article: str) -> frozenset[int]:
        """The marks the commitments of `article` ask for."""
        return self._marked[article].asked

    def _read(self, digests: Mapping[str, str], tell: Callable[[int, int], None]) -> None:
        """Take in the marks of these articles: of those that changed, or of all if something new is asked for."""
        new = [article for article, digest in digests.items() if self._digest(article) != digest]
        self._marked = {article: each for article, each in self._marked.items() if article in digests}
        for article in new:
            asks = frozenset(marks_in(self._stored.asked(article)))
            self._marked[article] = _Marked(digests[article], asks, marks_in(b""), tells=False)
        asked = frozenset(chain.from_iterable(each.asked for each in self._marked.values()))
        again = list(self._marked) if asked - self._asked else new
        self._asked = asked
        for done, article in enumerate(again, 1):
            tell(done, len(again))
            told, known = marks_in(self._stored.told(article)), self._marked[article]
            known.hits, known.tells = type(told)(told.typecode, asked.intersection(told)), bool(told)

    def _digest(self, article: str) -> str | None:
        known = self._marked.get(article)
        return known.digest if known else None

    def _live(self, most: Mapping[str, float]) -> frozenset[int]:
        """The marks that may be rare and that stand in another article than the one that asks."""
        held = Counter(chain.from_iterable(each.hits for each in self._marked.values()))
        foreign = set(chain.from_iterable(each.asked.difference(each.hits) for each in self._marked.values()))
        bounds = {kind: most.get(kind, float("inf")) + _SLACK for kind in "tpq"}
        return frozenset(
            mark
            for mark, count in held.items()
            if (count > 1 or mark in foreign) and mark in self._asked and count <= bounds[kind_of(mark)]
        )

    def _share(self, article: str, live: frozenset[int]) -> Shared:
        """The keys with a live mark that passages of the article hold, with the passages in their order."""
        known = self._marked[article]
        shared = live.intersection(known.hits)
        before = self._shared.get(article)
        if before is not None and before[:2] == (shared, known.digest):
            return before
        return Shared(shared, known.digest, tuple(self._find(article, shared)) if shared else ())

    def _find(self, article: str, live: frozenset[int]) -> Iterator[tuple[str, Passage]]:
        numbers = list(dict.fromkeys(_places(marks_in(self._stored.told(article)), live)))
        for passage in self._stored.passages(article, numbers):
            yield from ((key, passage) for key in dict.fromkeys(keys_told(passage)) if mark_of(key) in live)


def _places(told: Iterable[int], live: frozenset[int]) -> Iterator[int]:
    """The numbers of the passages that have a live mark, some of them perhaps twice."""
    number = 0
    for mark in told:
        if mark == END:
            number += 1
        elif mark in live:
            yield number
