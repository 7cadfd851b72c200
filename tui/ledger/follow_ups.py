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
from tui.ledger.follow_ups_index import Finder, Rarity
from tui.ledger.promises import FollowUp, Grade
from tui.statements.commitments.lexicon import FILE, load_commitments
from tui.statements.commitments.marks import keys_asked, marks_asked, marks_told
from tui.statements.commitments.unfinished import RULE as UNFINISHED
from tui.statements.commitments.unfinished import done_of, share_of
from tui.statements.tables import number_of, read_table, table_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from tui.ledger.follow_ups_index import Index, Later, Stored
    from tui.model import Commitment, Meeting
    from tui.statements.commitments.passages import Passage
    from tui.statements.commitments.unfinished import Share

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
)
_REASONS = ("terms", "phrase", "quantity", "unnumbered")
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
    reasons: sentences for the user, with `{terms}`, and `unnumbered` around one of them
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


class FollowUps:
    """Proposes links again and again, each time at little more than the cost of what changed.

    stored: what is stored of the articles
    """

    def __init__(self, stored: Stored) -> None:
        weights = link_words().weights
        few = {"t": weights["few"], "p": weights["few_phrase"]}
        self._finder = Finder(stored, Rarity(few, {"t": weights["share"], "p": weights["share_phrase"]}))
        self._kept: dict[str, tuple[object, tuple[FollowUp, ...]]] = {}

    def propose(
        self,
        meetings: Sequence[Meeting],
        commitments: Mapping[str, Sequence[Commitment]],
        tell: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> tuple[FollowUp, ...]:
        """The links from every commitment to the later meetings that may answer it, undecided.

        commitments: by article id. Undated meetings neither answer nor are answered. At most one link a commitment and
        meeting, the one with most evidence; oldest meeting first. `tell` is told how many articles are done.
        """
        index, before, self._kept = self._finder.index(meetings, tell), self._kept, {}
        links: list[FollowUp] = []
        for meeting, day in ((each, each.date) for each in meetings if each.date):
            for card in meeting.articles:
                state = (day, card.digest, index.state(self._finder.asked(card.id)))
                known = before.get(card.id)
                if known is None or known[0] != state:
                    made = commitments.get(card.id, ()) if state[-1] else ()
                    known = state, tuple(link for one in made for link in follow_up(one, day, index))
                self._kept[card.id] = known
                links.extend(known[1])
        return tuple(links)


@dataclass(frozen=True, slots=True)
class Given:
    """Commitments and passages in memory, by article id."""

    commitments: Mapping[str, Sequence[Commitment]]
    every: Mapping[str, Sequence[Passage]]

    def asked(self, article: str) -> bytes:
        """As in `Stored`."""
        return marks_asked(self.commitments.get(article, ()))

    def told(self, article: str) -> bytes:
        """As in `Stored`."""
        return marks_told(self.every.get(article, ()))

    def passages(self, article: str, numbers: Sequence[int]) -> Sequence[Passage]:
        """As in `Stored`."""
        return [self.every[article][number] for number in numbers]


def propose(
    meetings: Sequence[Meeting],
    commitments: Mapping[str, Sequence[Commitment]],
    passages: Mapping[str, Sequence[Passage]],
) -> tuple[FollowUp, ...]:
    """The links as of `FollowUps.propose`, once; commitments and passages by article id."""
    return FollowUps(Given(commitments, passages)).propose(meetings, commitments)


def follow_up(commitment: Commitment, day: date, index: Index) -> tuple[FollowUp, ...]:
    """The links proposed for one commitment made on `day`: the best passage of each later meeting."""
    evidence: dict[tuple[str, int, int], list[_Evidence]] = defaultdict(list)
    where: dict[tuple[str, int, int], Later] = {}
    for key in dict.fromkeys(keys_asked(commitment)):
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
            best[later.meeting] = (total, _link(commitment, day, later, proofs))
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


def _link(commitment: Commitment, day: date, later: Later, proofs: Sequence[_Evidence]) -> FollowUp:
    passage = later.passage
    grade, reason = _grade(commitment, passage, proofs), _reason(passage.quote, proofs)
    mark = sha256(f"{commitment.id}\n{passage.article}\n{passage.quote}".encode()).hexdigest()[:12]
    return FollowUp(
        id=f"f-{mark}",
        commitment=commitment.id,
        meeting=later.meeting,
        article=passage.article,
        at=passage.at,
        source=passage.source,
        quote=passage.quote,
        grade=grade,
        reason=_unnumbered(commitment, day, reason) if grade == "no_number" else reason,
    )


def _grade(commitment: Commitment, passage: Passage, proofs: Sequence[_Evidence]) -> Grade:
    """What the passage would show of the commitment."""
    if passage.slow:
        return "slow_acknowledged"
    if any(proof.kind == "quantity" for proof in proofs):
        return "quantified_later"
    share = share_of(commitment.quote) if commitment.rule == UNFINISHED else None
    if share is not None:
        return _how_far(share, passage)
    if passage.ordered or not passage.reported:
        return "restated"
    done = link_words().done.search(settle_tone(passage.quote.lower()))
    if done and commitment.test in {"binary", "named"} and _before_what_was_promised(done, passage, proofs):
        return "done_reported"
    return "progress_reported"


def _how_far(share: Share, passage: Passage) -> Grade:
    """What a passage shows of something that only some of all had done: how many of them have now."""
    done = done_of(passage.quote, share.whole)
    if done is None:
        return "restated" if passage.ordered else "no_number"
    if done <= share.done:
        return "restated"
    return "done_reported" if done >= share.whole else "progress_reported"


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


def _unnumbered(commitment: Commitment, day: date, reason: str) -> str:
    """`reason` with the number the commitment had and its day."""
    share = share_of(commitment.quote)
    shown = f"{share.done}/{share.whole}" if share else ""
    return link_words().reasons["unnumbered"].format(reason=reason, share=shown, day=f"{day:%d/%m/%Y}")


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
