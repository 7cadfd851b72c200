"""The weighed words as a second opinion: on the role that a rule gave, and on what a figure measures.

What the rule says and what the words say are weighed once more, by how right both have been on reports that nobody had
tuned them for: Wolpert, «Stacked Generalization», 1992; the weights are those of a multinomial logistic regression.
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

_FILE = "belief.toml"
_LEAST = 1e-3  # no word rules a role out
_MOST_FIGURES = 64  # no sentence that is written has more


@dataclass(frozen=True, slots=True)
class Opinions:
    """What is known of words and of rules.

    roles, indicators: what the words around a figure speak for
    usual: how often each role that a rule gave was right
    start: what speaks for each role before anything is heard
    heard: what the chance of a role, as the words have it, speaks for, times its logarithm
    given: what a role that a rule gave speaks for
    rules: and which rule gave it, by rule and role
    named: from which chance on the words name an indicator where no rule does
    """

    roles: Weights
    indicators: Weights
    usual: Mapping[str, float]
    start: Mapping[str, float]
    heard: Mapping[str, Mapping[str, float]]
    given: Mapping[str, Mapping[str, float]]
    rules: Mapping[tuple[str, str], Mapping[str, float]]
    named: float

    def chances(self, judged: Judged, around: Around) -> dict[str, float]:
        """The chance of each role, after the rule and the words."""
        words = self.roles.chances(around)
        logs = {role: math.log(max(words[role], _LEAST)) for role in self.start}
        given, rule = self.given[judged.role], self.rules.get((judged.rule, judged.role))
        return chances_of(
            {
                role: start
                + given[role]
                + (rule[role] if rule else 0.0)
                + sum(log * self.heard[said][role] for said, log in logs.items())
                for role, start in self.start.items()
            }
        )


@lru_cache(maxsize=1)
def load_opinions() -> Opinions:
    """The weights and rates as shipped; `LexiconError` names the file and what is wrong in it."""
    file = read_table(_FILE)
    rules = table_of(file, "rules", _FILE)
    return Opinions(
        roles=load_weights("role.tsv"),
        indicators=load_weights("indicator.tsv"),
        usual=_numbers(file, "usual"),
        start=_numbers(file, "start"),
        heard=_rows(file, "heard"),
        given=_rows(file, "given"),
        rules={(rule, role): row for rule in rules for role, row in _rows(rules, rule).items()},
        named=number_of(table_of(file, "words", _FILE), "named", f"{_FILE}: [words]"),
    )


def _rows(table: Table, key: str) -> dict[str, dict[str, float]]:
    rows = table_of(table, key, _FILE)
    return {name: _numbers(rows, name) for name in rows}


def _numbers(table: Table, key: str) -> dict[str, float]:
    numbers = table_of(table, key, _FILE)
    return {name: number_of(numbers, name, f"{_FILE}: [{key}]") for name in numbers}


def weighed(at: At, judged: Judged, around: Around, opinions: Opinions) -> Judged:
    """The role after the words around the figure were heard, with the chance that it is right.

    Settings stay settings: there are too few for words to speak of them.
    """
    if judged.role == "context" or len(at.reading.slots) > _MOST_FIGURES:
        return replace(judged, sure=opinions.usual[judged.role])
    chances = opinions.chances(judged, around)
    role = cast("Role", max(chances, key=chances.__getitem__))
    if role == judged.role:
        return replace(judged, sure=chances[role])
    cue = _cue(at, around, role, opinions)
    return Judged(role, cue, "weighed" if cue else "weighed-all", chances[role])


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
