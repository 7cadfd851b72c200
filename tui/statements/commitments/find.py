"""Article -> Commitments: the best clauses of its directives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.model import Commitment
from tui.statements.commitments import salience
from tui.statements.commitments.clauses import Clause, cut, first_verb
from tui.statements.commitments.directives import Stretch, find_stretches
from tui.statements.commitments.lexicon import CommitmentLexicon, load_commitments
from tui.statements.commitments.terms import terms_of
from tui.statements.commitments.unfinished import RULE, find_unfinished

if TYPE_CHECKING:
    from tui.model import Article, Dating


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause with its salience.

    clause, stretch: where it stands and what opened it
    score: its salience
    """

    clause: Clause
    stretch: Stretch
    score: float


def find_commitments(article: Article, dating: Dating) -> tuple[Commitment, ...]:
    """The commitments of `article` worth keeping, in the order of the text.

    `dating` is taken as every stage of an article takes it; a commitment holds from its meeting on.
    """
    del dating
    lexicon = load_commitments()
    weight = lexicon.weights
    found = [one for one in candidates(article) if one.score >= weight["threshold"]]
    found.sort(key=lambda one: (-one.score, one.clause.at))
    kept = found[: int(weight["per_article"])]
    return tuple(_commitment(one, article, lexicon) for one in sorted(kept, key=lambda one: one.clause.at))


def candidates(article: Article) -> list[Candidate]:
    """Every clause of every directive of `article`, and every part of its reports that leaves something to be done.

    Each with its salience, in the order of the text; none twice, no directive with a figure of its own.
    """
    lexicon = load_commitments()
    found: dict[str, Candidate] = {}
    for stretch in find_stretches(article):
        for clause in cut(stretch, article.text, lexicon):
            words = stretch.words[clause.at.start - stretch.at.start : clause.at.end - stretch.at.start]
            if salience.has_figure(words):
                continue
            printed = article.text[clause.at.start : clause.at.end]
            value = salience.score(clause, words, printed, stretch, lexicon)
            found.setdefault(words, Candidate(clause, stretch, value))
    for stretch, clause in find_unfinished(article):
        printed = article.text[clause.at.start : clause.at.end]
        value = salience.score(clause, stretch.words, printed, stretch, lexicon)
        # the rule itself asks for what can be checked: a document, those who take part and how many they are
        found.setdefault(stretch.words, Candidate(clause, stretch, max(value, lexicon.weights["threshold"])))
    return sorted(found.values(), key=lambda one: one.clause.at)


def _commitment(one: Candidate, article: Article, lexicon: CommitmentLexicon) -> Commitment:
    at, stretch = one.clause.at, one.stretch
    quote = article.text[at.start : at.end]
    words = stretch.words[at.start - stretch.at.start : at.end - stretch.at.start]
    actor = _actor(one, article.text, lexicon)
    unfinished = stretch.rule == RULE
    return Commitment(
        id=f"{article.id}#c-{hashlib.sha256(quote.encode()).hexdigest()[:10]}",
        article=article.id,
        at=at,
        source=article.source(at),
        quote=quote,
        actor=actor or (stretch.speaker if stretch.rule == "pledge" else ""),
        addressee=actor,
        speaker=stretch.speaker,
        kind="outcome" if unfinished else salience.kind_of(one.clause, words, stretch, lexicon),
        test="countable" if unfinished else salience.check_of(words, quote, lexicon),
        cue=stretch.cue,
        rule=stretch.rule,
        terms=terms_of(quote, words, lexicon),
    )


def _actor(one: Candidate, text: str, lexicon: CommitmentLexicon) -> str:
    """Who is to act: the subject before the cue, or the words between an order and its first verb."""
    stretch = one.stretch
    if stretch.subject or stretch.rule != "ordered":
        return stretch.subject
    first = first_verb(stretch, text, lexicon)
    between = text[stretch.at.start : stretch.at.start + first.start()] if first else ""
    between = between.split(" không ")[0].strip(" ,:").removesuffix(" cần").removesuffix(" phải").strip(" ,")
    return between if lexicon.actor.search(between.lower()) else ""
