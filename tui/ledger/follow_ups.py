"""Commitments against what later meetings say: links proposed with their evidence, never taken as facts.

A link needs evidence that is rare in the corpus: a document, a name, a thing that is a subject of its own,
a phrase in the same words, or a number for a quantity that was only wished for. The lists and weights are
`[follow_ups]` of the commitments' lexicon; docs/commitments.md tells how they add up.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.characters import fold, settle_tone
from tui.ledger.promises import FollowUp, Grade
from tui.statements.commitments.lexicon import FILE, load_commitments
from tui.statements.commitments.passages import phrases, wished_in
from tui.statements.tables import number_of, read_table, table_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from tui.model import Commitment, Meeting
    from tui.statements.commitments.passages import Passage

_NUMBERS = (
    "threshold",
    "few",
    "few_phrase",
    "share",
    "share_phrase",
    "document",
    "name",
    "acronym",
    "phrase",
    "numbered",
    "sole_thing",
    "long_thing",
    "thing",
    "pair",
    "phrase_length",
)
_REASONS = ("terms", "phrase", "quantity")
_LONG = 3
_SHOWN = 4


class _Evidence(NamedTuple):
    """Why a passage may answer a commitment: kind of evidence, its words, its weight."""

    kind: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class LinkWords:
    """`[follow_ups]` of the lexicon, checked.

    weights: its numbers
    reasons: sentences for the user, with `{terms}`
    sole: folded things that are a subject of their own
    done: what tells that something is finished
    """

    weights: Mapping[str, float]
    reasons: Mapping[str, str]
    sole: frozenset[str]
    done: re.Pattern[str]


@lru_cache(maxsize=1)
def link_words() -> LinkWords:
    """The words and weights the package knows; `LexiconError` names what is wrong in the file."""
    table, where = table_of(read_table(FILE), "follow_ups", FILE), f"{FILE}: [follow_ups]"
    reasons = table_of(table, "reasons", where)
    done = "|".join(re.escape(settle_tone(word)) for word in words_of(table, "done", where))
    return LinkWords(
        weights={key: number_of(table, key, where) for key in _NUMBERS},
        reasons={key: text_of(reasons, key, f"{FILE}: [follow_ups.reasons]") for key in _REASONS},
        sole=frozenset(fold(settle_tone(word)) for word in words_of(table, "sole", where)),
        done=re.compile(rf"(?<!\w)(?:{done})(?!\w)"),
    )


@dataclass(frozen=True, slots=True)
class Later:
    """A passage with its meeting."""

    meeting: str
    date: date
    passage: Passage


class Index:
    """Passages by their terms, phrases and numbered quantities, with how many articles hold each.

    Only what some commitment asks for is indexed, so building is linear in the passages' words and a
    question costs no more than its rare terms have passages.
    """

    def __init__(self, passages: Iterable[Later], asked: Iterable[Commitment]) -> None:
        keys = {key for commitment in asked for key in _keys(commitment)}
        self._found: dict[str, list[Later]] = defaultdict(list)
        self._articles: dict[str, set[str]] = defaultdict(set)
        every: set[str] = set()
        for later in passages:
            every.add(later.passage.article)
            for key in {key for key in _keys_of(later.passage) if key in keys}:
                self._found[key].append(later)
                self._articles[key].add(later.passage.article)
        weights = link_words().weights
        self._most = {
            "t": max(weights["few"], weights["share"] * len(every)),
            "p": max(weights["few_phrase"], weights["share_phrase"] * len(every)),
        }

    def rare(self, key: str) -> bool:
        """Whether so few articles hold the term or phrase `key` that sharing it means something."""
        return 0 < len(self._articles.get(key, ())) <= self._most[key[0]]

    def holding(self, key: str) -> Sequence[Later]:
        """The passages that hold `key`, in the order given."""
        return self._found.get(key, ())


def _keys(commitment: Commitment) -> Iterator[str]:
    yield from (f"t:{term}" for term in commitment.terms)
    yield from _phrases(commitment.quote)
    yield from (f"q:{name}" for name in sorted(wished_in(commitment.quote)))


def _keys_of(passage: Passage) -> Iterator[str]:
    yield from (f"t:{term}" for term in passage.terms)
    yield from _phrases(passage.quote)
    yield from (f"q:{name}" for name in sorted(passage.numbered))


def _phrases(quote: str) -> Iterator[str]:
    return (f"p:{phrase}" for phrase in phrases(quote, int(link_words().weights["phrase_length"])))


def propose(
    meetings: Sequence[Meeting],
    commitments: Mapping[str, Sequence[Commitment]],
    passages: Mapping[str, Sequence[Passage]],
) -> tuple[FollowUp, ...]:
    """The links from every commitment to the later meetings that may answer it, undecided.

    commitments, passages: by article id. Undated meetings neither answer nor are answered. At most one link
    a commitment and meeting, the one with most evidence; oldest meeting first.
    """
    dated = [(meeting, meeting.date) for meeting in meetings if meeting.date]
    laters = [
        Later(meeting.id, day, passage)
        for meeting, day in sorted(dated, key=lambda pair: pair[1])
        for card in meeting.articles
        for passage in passages.get(card.id, ())
    ]
    made = [(one, day) for meeting, day in dated for card in meeting.articles for one in commitments.get(card.id, ())]
    index = Index(laters, (one for one, _ in made))
    return tuple(link for one, day in made for link in follow_up(one, day, index))


def follow_up(commitment: Commitment, day: date, index: Index) -> tuple[FollowUp, ...]:
    """The links proposed for one commitment made on `day`: the best passage of each later meeting."""
    evidence: dict[tuple[str, int, int], list[_Evidence]] = defaultdict(list)
    where: dict[tuple[str, int, int], Later] = {}
    for key in dict.fromkeys(_keys(commitment)):
        found = _weigh(key, index)
        for later in index.holding(key) if found else ():
            if found and later.date > day:
                place = (later.passage.article, *later.passage.at)
                evidence[place].append(found)
                where[place] = later
    best: dict[str, tuple[float, FollowUp]] = {}
    for place, proofs in evidence.items():
        total = _total(proofs)
        later = where[place]
        if total >= link_words().weights["threshold"] and total > best.get(later.meeting, (0.0,))[0]:
            best[later.meeting] = (total, _link(commitment, later, proofs))
    return _once(sorted(best.values(), key=lambda pair: _day(where, pair[1])))


def _day(where: Mapping[tuple[str, int, int], Later], link: FollowUp) -> date:
    return where[link.article, link.at.start, link.at.end].date


def _once(links: Iterable[tuple[float, FollowUp]]) -> tuple[FollowUp, ...]:
    """A quantity gets its number once: later targets are history of the first."""
    kept: list[FollowUp] = []
    for _, link in links:
        if link.grade == "quantified_later" and any(each.grade == link.grade for each in kept):
            continue
        kept.append(link)
    return tuple(kept)


def _weigh(key: str, index: Index) -> _Evidence | None:
    """What sharing `key` is worth; None where it is too common to mean anything."""
    kind, words, weights = key[0], key[2:], link_words().weights
    if kind == "q":
        return _Evidence("quantity", words, weights["numbered"])
    if not index.rare(key):
        return None
    if kind == "p":
        return _Evidence("phrase", words, weights["phrase"])
    return _Evidence("terms", words, weights[_class(words)])


def _class(term: str) -> str:
    """The key of the weight of a term."""
    lexicon = load_commitments()
    if term in link_words().sole:
        return "sole_thing"
    if term in lexicon.things:
        return "long_thing" if term in lexicon.telling and term.count(" ") + 1 >= _LONG else "thing"
    if any(sign.isdigit() for sign in term):
        return "document"
    if " " in term:
        return "pair"
    return "name" if len(term) > _LONG else "acronym"


def _total(proofs: Sequence[_Evidence]) -> float:
    """Terms add up; overlapping phrases count once."""
    terms = sum(proof.weight for proof in proofs if proof.kind == "terms")
    others = {proof.kind: proof.weight for proof in proofs if proof.kind != "terms"}
    return terms + sum(others.values())


def _link(commitment: Commitment, later: Later, proofs: Sequence[_Evidence]) -> FollowUp:
    passage = later.passage
    mark = sha256(f"{commitment.id}\n{passage.article}\n{passage.quote}".encode()).hexdigest()[:12]
    return FollowUp(
        id=f"f-{mark}",
        commitment=commitment.id,
        meeting=later.meeting,
        article=passage.article,
        at=passage.at,
        source=passage.source,
        quote=passage.quote,
        grade=_grade(commitment, passage, proofs),
        reason=_reason(passage.quote, proofs),
    )


def _grade(commitment: Commitment, passage: Passage, proofs: Sequence[_Evidence]) -> Grade:
    """What the passage would show of the commitment."""
    if passage.slow:
        return "slow_acknowledged"
    if any(proof.kind == "quantity" for proof in proofs):
        return "quantified_later"
    if passage.ordered or not passage.reported:
        return "restated"
    done = link_words().done.search(settle_tone(passage.quote.lower()))
    if done and commitment.test in {"binary", "named"} and _before_what_was_promised(done, passage, proofs):
        return "done_reported"
    return "progress_reported"


def _before_what_was_promised(done: re.Match[str], passage: Passage, proofs: Sequence[_Evidence]) -> bool:
    """Whether it is told of: "đã ký FTA", not "các FTA đã ký"; a passive may stand on either side."""
    if done[0].startswith("được"):
        return True
    places = [fold(passage.quote).find(proof.words) for proof in proofs if proof.kind == "terms"]
    return any(place > done.start() for place in places)


def _reason(quote: str, proofs: Sequence[_Evidence]) -> str:
    """One sentence in Vietnamese, with the shared words as the later passage prints them."""
    reasons, kind = (
        link_words().reasons,
        next(kind for kind in ("quantity", "phrase", "terms") if any(proof.kind == kind for proof in proofs)),
    )
    if kind == "phrase":
        return reasons[kind].format(
            terms=_as_printed(quote, _run(proof.words for proof in proofs if proof.kind == kind))
        )
    strongest = sorted((proof for proof in proofs if proof.kind == kind), key=lambda proof: -proof.weight)
    words = dict.fromkeys(_as_printed(quote, proof.words) for proof in strongest[:_SHOWN])
    return reasons[kind].format(terms=", ".join(words))


def _run(found: Iterable[str]) -> str:
    """The first run of overlapping phrases as one."""
    run: list[str] = []
    for phrase in found:
        words = phrase.split()
        if run and run[-len(words) + 1 :] != words[:-1]:
            break
        run = [*run, words[-1]] if run else words
    return " ".join(run)


def _as_printed(quote: str, words: str) -> str:
    spelled = r"\W+".join(map(re.escape, words.split()))
    found = re.search(rf"(?<!\w){spelled}(?!\w)", fold(settle_tone(quote)))
    return quote[found.start() : found.end()] if found else words


def no_news(commitment: str, day: date, meetings: Sequence[Meeting], links: Iterable[FollowUp]) -> int:
    """How many dated meetings after `day` have no link to `commitment` that the user has not rejected."""
    heard = {link.meeting for link in links if link.commitment == commitment and link.accepted is not False}
    return sum(1 for meeting in meetings if meeting.date and meeting.date > day and meeting.id not in heard)
