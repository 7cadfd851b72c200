"""Which articles report the same meeting: those of one day that tell of one event in the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from tui.corpus.characters import fold
from tui.corpus.data import load, strings
from tui.model import Card, Meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tui.model import Article, Dating

_FILE = "events.toml"
_LEAD_SENTENCES, _LONGEST_LEAD = 2, 600
# shared pairs of syllables, as a count and as a share of the smaller set, that make two articles report one event
_FEWEST_SHARED, _LEAST_SHARE = 4, 0.34
_COMPARED = 8
# a pair in more articles of one day tells no event: only those that share another pair are compared
_TELLING = 80
_RUN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")
_Index = dict[str, list[tuple[int, int]]]
_SOURCES = ("metadata", "stated", "inferred", "unknown")


def card_of(article: Article, dating: Dating) -> Card:
    """What a list needs to know of `article`, its event as folded pairs of neighbouring syllables."""
    lead = " ".join(
        article.text[each.at.start : each.at.end]
        for each in article.sentences[: _LEAD_SENTENCES + 1]
        if article.paragraphs[each.paragraph].kind == "body"
    )
    return Card(
        id=article.id,
        file=article.file,
        title=article.title,
        outlet=article.outlet,
        byline=article.byline,
        place=article.place,
        digest=article.digest,
        dating=dating,
        event=frozenset(_pairs(article.title)) | frozenset(_pairs(lead[:_LONGEST_LEAD])),
        meeting=article.meeting,
        title_source=article.title_source,
    )


def _pairs(words: str) -> Iterable[str]:
    """Pairs of syllables that may tell an event: no names, none of the words that every report of a meeting has."""
    for run in _RUN.finditer(words):
        syllables = re.split("[ -]", run[0])
        for first, second in pairwise(syllables):
            pair = fold(f"{first} {second}")
            named = second[0].isupper() and not run[0].isupper()
            if not named and pair not in _common():
                yield pair


@cache
def _common() -> frozenset[str]:
    return frozenset(strings(load("tui.meetings", _FILE), "common", _FILE))


def group(cards: Sequence[Card]) -> tuple[Meeting, ...]:
    """The meetings that `cards` report, oldest first, undated last; the same whatever the order of `cards`.

    Articles are of one meeting where their front matter names the same one, or where they are of one day and share
    enough of their event. An article without a day stands alone unless its front matter names a meeting.
    """
    clusters: list[list[Card]] = []
    for cards_of_day in _buckets(cards).values():
        clusters.extend(_cluster(cards_of_day))
    dated: dict[date, list[list[Card]]] = defaultdict(list)
    undated = []
    for cluster in clusters:
        day = _best_dating(cluster).date
        if day is None:
            undated.append(_meeting(f"undated-{_leading(cluster)[0].id}", cluster))
        else:
            dated[day].append(cluster)
    return (*_numbered(dated), *sorted(undated, key=lambda each: each.id))


def _buckets(cards: Sequence[Card]) -> dict[tuple[str, object], list[Card]]:
    """Cards that may be of one meeting, each list in the order of ids: by day, the named meetings with their day."""
    days = {fold(card.meeting): card.dating.date for card in _in_order(cards) if card.meeting and card.dating.date}
    buckets: dict[tuple[str, object], list[Card]] = defaultdict(list)
    for card in _in_order(cards):
        name = fold(card.meeting)
        day = days.get(name) if name else card.dating.date
        key = ("day", day) if day else ("name", name) if name else ("article", card.id)
        buckets[key].append(card)
    return buckets


def _in_order(cards: Iterable[Card]) -> list[Card]:
    return sorted(cards, key=lambda card: (card.id, card.digest))


def _cluster(cards: list[Card]) -> list[list[Card]]:
    """The cards of one bucket by event: named meetings first, then each card with the most alike, else on its own."""
    clusters: list[list[Card]] = []
    named: dict[str, int] = {}
    index: _Index = defaultdict(list)
    for card in sorted(cards, key=lambda card: not card.meeting):
        name = fold(card.meeting)
        home = named.setdefault(name, len(clusters)) if name else _most_alike(card, clusters, index)
        if home == len(clusters):
            clusters.append([])
        if len(clusters[home]) < _COMPARED:
            for places in (index[pair] for pair in card.event):
                if len(places) <= _TELLING:
                    places.append((home, len(clusters[home])))
        clusters[home].append(card)
    return clusters


def _most_alike(card: Card, clusters: list[list[Card]], index: _Index) -> int:
    """The number of the cluster whose member is most like `card`; the next free one where none is like enough."""
    found = [index[pair] for pair in card.event if pair in index]
    telling = [places for places in found if len(places) <= _TELLING]
    common = len(found) - len(telling)
    best, most = len(clusters), 0.0
    shared = Counter(chain.from_iterable(telling)).items()
    for (number, member), least in sorted(each for each in shared if each[1] + common >= _FEWEST_SHARED):
        other = clusters[number][member].event
        count = len(card.event & other) if common else least
        share = count / max(1, min(len(card.event), len(other)))
        if count >= _FEWEST_SHARED and share >= _LEAST_SHARE and share > most:
            best, most = number, share
    return best


def _numbered(dated: dict[date, list[list[Card]]]) -> Iterable[Meeting]:
    for day in sorted(dated):
        for number, cluster in enumerate(sorted(dated[day], key=lambda each: min(card.id for card in each)), 1):
            yield _meeting(f"{day}" if number == 1 else f"{day}-{number}", cluster)


def _meeting(name: str, cluster: list[Card]) -> Meeting:
    articles = _leading(cluster)
    titled = next((card.meeting for card in articles if card.meeting), articles[0].title)
    return Meeting(name, titled, _best_dating(cluster), articles)


def _leading(cluster: list[Card]) -> tuple[Card, ...]:
    """Articles with a headline of their own first, then those dated best."""
    return tuple(
        sorted(cluster, key=lambda card: (card.title_source == "derived", _SOURCES.index(card.dating.source), card.id))
    )


def _best_dating(cluster: list[Card]) -> Dating:
    return min(_leading(cluster), key=lambda card: _SOURCES.index(card.dating.source)).dating
