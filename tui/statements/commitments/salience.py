"""How much a clause is worth keeping, and what would show it done."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from tui.statements.commitments.terms import documents, names

if TYPE_CHECKING:
    from tui.statements.commitments.clauses import Clause
    from tui.statements.commitments.directives import Stretch
    from tui.statements.commitments.lexicon import CommitmentLexicon

Kind = Literal["action", "outcome", "request", "continuation"]
Test = Literal["numeric", "countable", "binary", "named", "vague"]

_DEADLINE = re.compile(
    r"(?<!\w)(?:trước (?:ngày )?\d|trong (?:tháng|quý) \w|trong năm \d|từ nay đến|chậm nhất|hạn chót"
    r"|đến hết (?:tháng|quý|năm))"
)
_NUMBER = re.compile(r"\d\s*(?:%|(?:tỷ|tỉ|triệu|nghìn|km|ha|mw|usd|đồng|điểm)(?!\w))")
_WORDED = re.compile(r"(?<!\w)(?:hai con số(?!\w)|gấp \w+ lần)")
_PASSIVE = re.compile(r"(?<!\w)(?:được|bị)(?!\w)")
_FEW_WORDS = 6


def has_figure(words: str) -> bool:
    """Whether a number with a unit stands in the clause: then it is a statement."""
    return has_number(words) or _WORDED.search(words) is not None


def has_number(words: str) -> bool:
    """Whether a number in digits with a unit stands in the text."""
    return _NUMBER.search(words) is not None


def score(clause: Clause, words: str, printed: str, stretch: Stretch, lexicon: CommitmentLexicon) -> float:
    """Salience of a clause, as docs/commitments.md sums it up; `words` is `printed` in lower case."""
    weight = lexicon.weights
    slogans = len({found[0] for found in lexicon.slogans.finditer(words)})
    named = weight["name"] * len(names(printed, lexicon.names))
    objects = sum(value * len({found[0] for found in pattern.finditer(words)}) for value, pattern in lexicon.objects)
    return (
        _verb(clause.verb, lexicon)
        + min(objects, weight["objects_most"])
        + min(named, weight["names_most"])
        + (weight["document"] if documents(printed) else 0)
        + (weight["deadline"] if _DEADLINE.search(words) else 0)
        + (weight["speaker"] if stretch.official else 0)
        + weight["slogan"] * slogans
        + (weight["short"] if len(words.split()) < _FEW_WORDS else 0)
        + (weight["passive"] if _PASSIVE.search(words[: len(clause.verb) + 20]) else 0)
    )


def _verb(verb: str, lexicon: CommitmentLexicon) -> float:
    if verb in lexicon.strong:
        return lexicon.weights["strong"]
    return lexicon.weights["weak" if verb in lexicon.weak else "plain"]


def kind_of(clause: Clause, words: str, stretch: Stretch, lexicon: CommitmentLexicon) -> Kind:
    """What kind of commitment a clause is."""
    if stretch.cue in lexicon.requests and not stretch.leader:
        return "request"
    if lexicon.outcomes.match(words) or lexicon.outcomes.match(clause.verb):
        return "outcome"
    return "continuation" if lexicon.continuations.match(words) else "action"


def check_of(words: str, printed: str, lexicon: CommitmentLexicon) -> Test:
    """What would show a clause done."""
    if lexicon.quantities.search(words):
        return "numeric"
    if lexicon.binaries.search(words):
        return "binary"
    if lexicon.countables.search(words):
        return "countable"
    return "named" if documents(printed) or names(printed, lexicon.names) else "vague"
