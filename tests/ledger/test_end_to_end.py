"""The five articles through every stage, from the file to the panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ledger.told import SEEDS
from tui.corpus import parse
from tui.figures import find_figures
from tui.ledger import build
from tui.meetings import card_of, date_article, group
from tui.model import Extraction
from tui.statements import load_lexicon, make_statements

if TYPE_CHECKING:
    from tui.ledger.model import Ledger
    from tui.model import Article, Span


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    articles: dict[str, Article] = {}
    extractions: dict[str, Extraction] = {}
    lexicon = load_lexicon()
    for file in sorted(SEEDS.glob("*.txt")):
        article = parse(file.stem, file.name, file.read_bytes())
        dating = date_article(article)
        statements = make_statements(article, dating, find_figures(article), lexicon)
        articles[article.id] = article
        extractions[article.id] = Extraction(card_of(article, dating), statements, ())

    def passage(article: str, at: Span) -> str:
        return articles[article].text[at.start : at.end]

    meetings = group([extraction.card for extraction in extractions.values()])
    return build(meetings, extractions, lexicon, passage=passage)


def test_the_growth_target_is_behind(ledger: Ledger) -> None:
    target = next(each for each in ledger.targets.values() if each.value.low == 8.3)
    assert (target.status, target.period, len(target.mentions)) == ("behind", "2025", 2)
    assert target.gap
    assert (target.gap.low, target.gap.high, target.gap.unit) == (0.78, 0.98, "pp")
    assert target.required
    assert (target.required.period, target.required.low, target.required.high) == ("2025-S2", 9.08, 9.48)


def test_two_digits_in_the_time_to_come_are_paired_with_nothing(ledger: Ledger) -> None:
    target = next(each for each in ledger.targets.values() if each.value.low == 10)
    assert (target.status, len(target.mentions)) == ("not_measurable", 2)
    assert not any(answer.comparable for answer in target.results)


@pytest.mark.parametrize(
    ("kind", "verdict", "arithmetic"),
    [
        ("multiple", "conflict", "253 / (> 170) = < 1.4882; 253 / 2 = 126.5"),
        ("parts", "consistent", "21 + 25 = 46 <= 60; 60 - 46 = 14"),
        ("running_total", "consistent", "71 - 6 = 65; 71 - 6 = 65"),
        ("monotone", "consistent", "36 <= 60"),
        ("recount", "consistent", "(< 60) -> 60"),
        ("recount", "consistent", "(> 170) = (> 170); 17 = 17; 6 = 6; 71 = 71"),
    ],
)
def test_claims_are_tested(ledger: Ledger, kind: str, verdict: str, arithmetic: str) -> None:
    found = [(check.kind, check.verdict, check.arithmetic) for panel in ledger.meetings for check in panel.checks]
    assert (kind, verdict, arithmetic) in found


def test_there_is_one_conflict_and_one_suspicion(ledger: Ledger) -> None:
    found = [check.kind for panel in ledger.meetings for check in panel.checks
             if check.verdict in {"conflict", "suspicious"}]  # fmt: skip
    assert found == ["unit_changed", "multiple"]
