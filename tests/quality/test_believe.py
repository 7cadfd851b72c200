from __future__ import annotations

import math
from pathlib import Path

import pytest

from benchmarks.believe import LOUD_RULES, LOUD_WORDS, ROLES, STRENGTH, Read, loudness, reads
from tui.statements.evidence import load_opinions
from tui.statements.evidence.weights import chances_of

TABLE = Path(__file__).resolve().parents[2] / "benchmarks" / "reads.tsv"
NEAR = 0.05


def test_a_line_tells_of_a_figure() -> None:
    (read,) = reads(["a\tscene\tcontext\t0.1\t0.2\t0.0001\t0.3\t0.4\tbase"])
    assert (read.rule, read.given, read.right) == ("scene", "context", "base")
    assert read.terms["heard result"] == pytest.approx(LOUD_WORDS * math.log(0.2))
    assert read.terms["heard forecast"] == pytest.approx(LOUD_WORDS * math.log(0.001))
    assert read.terms["rule scene.context"] == read.terms["given context"] == LOUD_RULES


@pytest.mark.parametrize("line", ["", "a\tscene\tcontext\t1\tbase", "a\tscene\taim\t1\t0\t0\t0\t0\tbase"])
def test_a_line_that_is_wrong_is_named(line: str) -> None:
    good = "a\tscene\tcontext\t1\t0\t0\t0\t0\tbase"
    with pytest.raises(ValueError, match="line 2: wants"):
        list(reads([good, line]))


def test_the_beliefs_shipped_are_those_learned_from_the_table() -> None:
    """Where a logistic regression is best, what it gets wrong and what holds its weights small are in balance."""
    given = list(reads(TABLE.read_text(encoding="utf-8").splitlines()))
    opinions = load_opinions()
    weights = {f"heard {role}": row for role, row in opinions.heard.items()}
    weights |= {f"given {role}": row for role, row in opinions.given.items()}
    weights |= {f"rule {rule}.{role}": row for (rule, role), row in opinions.rules.items()}
    pull = {term: dict.fromkeys(ROLES, 0.0) for term in weights}
    for read in given:
        missed = _missed(read, opinions.start, weights)
        for term, value in read.terms.items():
            for role in ROLES:
                pull[term][role] += STRENGTH * value * missed[role]
    for term, row in weights.items():
        assert all(abs(pull[term][role] + row[role] / loudness(term)) < NEAR for role in ROLES), term
    usual = {role: [read.right == role for read in given if read.given == role] for role in ROLES}
    assert opinions.usual == {role: round(sum(right) / len(right), 3) for role, right in usual.items()}


def _missed(read: Read, start: dict[str, float], weights: dict[str, dict[str, float]]) -> dict[str, float]:
    told = {
        role: start[role] + sum(weights[term][role] * value / loudness(term) for term, value in read.terms.items())
        for role in ROLES
    }
    return {role: chance - (role == read.right) for role, chance in chances_of(told).items()}
