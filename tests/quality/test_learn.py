from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, get_args

import pytest

from benchmarks.learn import PLANS, Example, Fitted, Plan, examples, learn
from benchmarks.quality import OWN, SEEDS
from tui.model import Role
from tui.statements.evidence.weights import read_weights, write_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.learn import Term, Told
    from benchmarks.quality import Table

PLAN = Plan("role", frozenset({"left", "right"}), seen=2, kept=3, strength=1)


def example(answer: str, *words: str, zone: str = "left") -> Example:
    return Example(frozenset((zone, word) for word in words), {"role": answer, "indicator": "gdp"})


def counted(told: Sequence[Told], answers: Sequence[str], rarity: Mapping[Term, float], _plan: Plan) -> Fitted:
    """Weights without a library: how much more often than usual a term stands with an answer."""
    names = tuple(sorted(set(answers)))
    usual = Counter(answers)
    seen = {
        term: Counter(answer for one, answer in zip(told, answers, strict=True) if term in one.terms) for term in rarity
    }
    rows = {
        term: tuple(math.log((found[name] + 1) / (usual[name] + 1)) * 9 for name in names)
        for term, found in seen.items()
    }
    return Fitted(names, tuple(math.log(usual[name] / len(answers)) for name in names), rows)


GIVEN = [
    *[example("target", "phấn đấu", "đạt", "a") for _ in range(6)],
    *[example("result", "đã", "đạt", "b") for _ in range(6)],
    example("result", "hiếm", "đã"),
    example("result", "phấn đấu", zone="elsewhere"),
]


def test_terms_that_tell_answers_apart_are_kept_and_speak_for_theirs() -> None:
    weights = learn(GIVEN, PLAN, counted)
    kept = {term for terms in weights.terms.values() for term in terms}
    assert len(kept) == PLAN.kept
    assert "hiếm" not in kept  # seen once
    assert "đạt" not in kept  # stands with both
    assert set(weights.terms) == {"left"}  # no other zone was asked for
    assert weights.chances({"left": ["phấn đấu"]})["target"] > weights.chances({"left": ["đã"]})["target"]
    assert list(write_weights(read_weights("w", list(write_weights(weights))))) == list(write_weights(weights))


def test_the_order_of_the_examples_changes_nothing() -> None:
    assert list(write_weights(learn(GIVEN[::-1], PLAN, counted))) == list(write_weights(learn(GIVEN, PLAN, counted)))


def test_rare_answers_are_taken_together() -> None:
    rare = Plan("role", PLAN.zones, seen=1, kept=9, strength=1, rare=3)
    given = [*GIVEN, example("context", "điểm cầu")]
    assert learn(given, rare, counted).answers == ("other", "result", "target")


@pytest.mark.parametrize(("table", "least"), [(SEEDS, 50), (OWN, 700)], ids=["seeds", "own"])
def test_every_figure_found_of_a_table_is_an_example(table: Table, least: int) -> None:
    given = list(examples(table.gold, table.articles))
    assert len(given) >= least
    assert {one.answers["role"] for one in given} <= {*get_args(Role), ""}
    zones = {zone for one in given for zone, _ in one.terms}
    assert all(plan.zones <= zones for plan in PLANS)
