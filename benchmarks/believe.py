"""Learns how far the rules for a role and the words around a figure are believed together.

    python -m benchmarks.believe READS.tsv > tui/statements/lexicon/belief.toml

A line of READS.tsv tells of one annotated figure of a report that neither the rules nor the weights were made for: the
set it is of, the rule and the role that the rule gave, the chances the words gave for each role in the order of
`ROLES`, and the right role. Needs the extra `learn`.
"""

from __future__ import annotations

import argparse
import math
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from tui.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROLES: tuple[Role, ...] = get_args(Role)
NAMED = 0.9  # from which chance on the words name an indicator
_LEAST = 1e-3  # no word rules a role out
LOUD_WORDS, LOUD_RULES = (
    0.4,
    4.0,
)  # how much of each is heard before weights are held small: less of words, more of rules
STRENGTH = 0.03  # the inverse of the regularisation


@dataclass(frozen=True, slots=True)
class Read:
    """A figure as it was first read: the rule, the role it gave, the words' chances, and the right role."""

    rule: str
    given: str
    chances: Mapping[str, float]
    right: str

    @property
    def terms(self) -> dict[str, float]:
        """What speaks, by name, and how loud."""
        heard = {f"heard {role}": LOUD_WORDS * math.log(max(self.chances[role], _LEAST)) for role in ROLES}
        return heard | {f"given {self.given}": LOUD_RULES, f"rule {self.rule}.{self.given}": LOUD_RULES}


def loudness(term: str) -> float:
    """What a term's weight was multiplied by when it was heard."""
    return LOUD_WORDS if term.startswith("heard ") else LOUD_RULES


def reads(lines: Iterable[str]) -> Iterator[Read]:
    """The figures in a table; a ValueError names the line that is wrong."""
    for number, line in enumerate(lines, 1):
        cells = line.split("\t")
        if len(cells) != len(ROLES) + 4 or {cells[2], cells[-1]} - set(ROLES):
            raise ValueError(f"line {number}: wants set, rule, role, {len(ROLES)} chances and the right role.")
        yield Read(cells[1], cells[2], dict(zip(ROLES, map(float, cells[3:-1]), strict=True)), cells[-1])


def learn(given: Sequence[Read]) -> dict[str, dict[str, float]]:
    """What each term and the start speak for: a multinomial logistic regression."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    terms: Any = DictVectorizer()
    model: Any = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(terms.fit_transform([read.terms for read in given]), [read.right for read in given])
    at = {role: index for index, role in enumerate(model.classes_)}
    found: dict[str, dict[str, float]] = {"start": {role: float(model.intercept_[at[role]]) for role in ROLES}}
    for column, term in enumerate(terms.get_feature_names_out()):
        loud = loudness(term)
        found[str(term)] = {role: loud * float(model.coef_[at[role], column]) for role in ROLES}
    return found


def table(given: Sequence[Read]) -> Iterator[str]:
    """The lines of belief.toml."""
    weights = learn(given)
    yield "# How the rules for a role and the words around a figure are believed together: a multinomial logistic"
    yield "# regression on reports that nobody had tuned either for (`python -m benchmarks.believe`). Each number"
    yield "# speaks for the role it stands behind, in logarithms."
    yield from (
        "",
        "[words]",
        f"named = {NAMED}  # from which chance on the words name an indicator where no rule does",
    )
    yield from ("", "# how often a role that a rule gave was right, for figures whose words are not heard", "[usual]")
    for role in ROLES:
        told = [read for read in given if read.given == role]
        yield f"{role} = {sum(read.right == role for read in told) / len(told):.3f}"
    yield from ("", "# what speaks for each role before anything is heard", "[start]")
    yield from (f"{role} = {weight:.3f}" for role, weight in weights["start"].items())
    yield from ("", "# what the chance of a role, as the words have it, speaks for; times its logarithm", "[heard]")
    yield from (f"{role} = {_row(weights[f'heard {role}'])}" for role in ROLES)
    yield from ("", "# what a role that a rule gave speaks for", "[given]")
    yield from (f"{role} = {_row(weights[f'given {role}'])}" for role in ROLES)
    yield from ("", "# and which rule gave it", "[rules]")
    yield from (f"{term[5:]} = {_row(row)}" for term, row in sorted(weights.items()) if term.startswith("rule "))


def _row(weights: Mapping[str, float]) -> str:
    return "{ " + ", ".join(f"{role} = {weight:.3f}" for role, weight in weights.items()) + " }"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table learned from a file."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.believe", description=__doc__)
    parser.add_argument("reads", help="the table of figures as they were first read")
    options = parser.parse_args(arguments)
    lines = Path(options.reads).read_text(encoding="utf-8").splitlines()
    sys.stdout.write("\n".join((*table(tuple(reads(lines))), "")))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
