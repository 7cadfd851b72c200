"""The weighed words as a second opinion: on the role that a rule gave, and on what a figure measures.

The rule and the words are pooled as two witnesses, each as far as it has been right on reports that nobody had tuned it
for: a logarithmic opinion pool (Genest and Zidek, «Combining Probability Distributions», 1986).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from tui.statements.evidence.weights import Weights, chances_of, load_weights
from tui.statements.lexicon import OTHER
from tui.statements.roles.case import Judged
from tui.statements.tables import Table, number_of, read_table, table_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.model import Role
    from tui.statements.at import At
    from tui.statements.evidence.around import Around

_FILE = "held.toml"
UNSAID = "default-result"  # the rule of numbers that no word gave a role
_LEAST = 1e-3  # no word rules a role out
_MOST_FIGURES = 64  # no sentence that is written has more


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is known of words and of rules.

    roles, indicators: what the words around a figure speak for
    held: how often it was each role where a rule gave one, by rule and role, on reports nobody had tuned it for
    usual: the same for all rules together, by role
    trust: how much of the words' opinion counts beside a rule that heard some of them, too
    alone: how much of it counts where no rule heard any
    named: from which chance on the words name an indicator where no rule does
    """

    roles: Weights
    indicators: Weights
    held: Mapping[tuple[str, str], Mapping[str, float]]
    usual: Mapping[str, Mapping[str, float]]
    trust: float
    alone: float
    named: float


@lru_cache(maxsize=1)
def load_opinions() -> Opinions:
    """The weights and rates as shipped; `LexiconError` names the file and what is wrong in it."""
    file = read_table(_FILE)
    rules = table_of(file, "rules", _FILE)
    held = {(rule, role): rates for rule in rules for role, rates in _rates(rules, rule).items()}
    words = table_of(file, "words", _FILE)
    trusts = (number_of(words, key, f"{_FILE}: [words]") for key in ("trust", "alone", "named"))
    return Opinions(load_weights("role.tsv"), load_weights("indicator.tsv"), held, _rates(file, "usual"), *trusts)


def _rates(table: Table, key: str) -> dict[str, dict[str, float]]:
    """How often it was each role, by the role that was given."""
    given = table_of(table, key, _FILE)
    tables = {role: table_of(given, role, f"{_FILE}: [{key}]") for role in given}
    return {
        role: {found: number_of(rates, found, f"{_FILE}: [{key}.{role}]") for found in rates}
        for role, rates in tables.items()
    }


def weighed(at: At, judged: Judged, around: Around, opinions: Opinions) -> Judged:
    """The role after the words around the figure were heard, with the chance that it is right.

    Settings stay settings: there are too few for words to speak of them.
    """
    held = opinions.held.get((judged.rule, judged.role)) or opinions.usual[judged.role]
    if judged.role == "context" or len(at.reading.slots) > _MOST_FIGURES:
        return replace(judged, sure=held[judged.role])
    heard = opinions.roles.chances(around)
    trust = opinions.alone if judged.rule == UNSAID else opinions.trust
    pooled = chances_of(
        {role: math.log(rate) + trust * math.log(max(heard[role], _LEAST)) for role, rate in held.items()}
    )
    role = cast("Role", max(pooled, key=pooled.__getitem__))
    if role == judged.role:
        return replace(judged, sure=pooled[role])
    cue = _cue(at, around, role, opinions)
    return Judged(role, cue, "weighed" if cue else "weighed-all", pooled[role])


def named(at: At, indicator: str, around: Around, opinions: Opinions) -> str:
    """What a figure of the country measures: where no rule names an indicator and the words are sure of one, that."""
    if indicator != OTHER or len(at.reading.slots) > _MOST_FIGURES:
        return indicator
    chances = opinions.indicators.chances(around)
    best = max(chances, key=chances.__getitem__)
    known = at.knows.lexicon.indicator(best)
    fits = known is not None and at.slot.figure.unit in known.units
    sure = fits and chances[best] >= opinions.named
    return best if sure and not _refused(at, best) and not _named_after(at, best) else OTHER


def _refused(at: At, indicator: str) -> bool:
    """Whether the words since the figure before name an indicator, which a rule saw there and found to be another."""
    names = at.knows.lexicon.names.all(at.tokens, at.floor, at.slot.first)
    return any(alias.indicator.id == indicator for name in names for alias in name.value)


def _named_after(at: At, best: str) -> bool:
    """`Mục tiêu 6,7% là lạm phát`: whether the words after the figure name another indicator."""
    names = at.knows.lexicon.names.all(at.tokens, *at.segment_after())
    return any(alias.indicator.id != best for name in names for alias in name.value)


def _cue(at: At, around: Around, role: Role, opinions: Opinions) -> str:
    """The words of the sentence, two or more, that speak for the role most, as printed; empty where none do.

    With the word on each side, for a pair may be the inner halves of two words (`ổn định diện tích`).
    """
    for _, term in opinions.roles.speaks_for(around, role):
        words = tuple(term.lstrip("<>^").split())
        first = next((index for index in range(len(at.words)) if at.words[index : index + len(words)] == words), None)
        if len(words) > 1 and first is not None and all(word[0].isalpha() for word in words):
            end = first + len(words)
            return at.printed(first - _is_word(at, first - 1), end + _is_word(at, end))
    return ""


def _is_word(at: At, index: int) -> bool:
    return at.tokens.kind(index) == "word"
