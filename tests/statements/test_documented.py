"""The examples of docs/figures.md are true."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path
from typing import TypeGuard

import pytest

from tui.corpus import parse
from tui.figures import find_figures
from tui.model import Dating, Statement
from tui.statements import Lexicon, load_lexicon, make_statements

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
CODE = sorted((ROOT / "tui" / "statements" / "roles").glob("*.py"))
DAY = date(2018, 10, 1)
FIGURE = re.compile(r"\*\*(.+?)\*\*")


def table(heading: str) -> list[list[str]]:
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows[2:]]


def statement(example: str, lexicon: Lexicon | None = None) -> Statement:
    found = FIGURE.search(example)
    assert found, example
    article = parse("a", "a.txt", ("Tin trong ngày\n\n" + FIGURE.sub(r"\1", example)).encode())
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), lexicon or load_lexicon())
    named = [statement for statement in told if statement.figure.text == found[1]]
    assert named, [statement.figure.text for statement in told]
    return named[-1]


@pytest.mark.parametrize(("printed", "low", "high", "unit"), table("How numbers are read"))
def test_a_number_has_the_value_told(printed: str, low: str, high: str, unit: str) -> None:
    found = find_figures(parse("a", "a.txt", f"Tin trong ngày\n\nCả nước có {printed}.".encode()))
    assert [figure.unit for figure in found] == [unit]
    assert (found[0].low, found[0].high) == pytest.approx((float(low), float(high)))


@pytest.mark.parametrize(("rule", "role", "accepted", "refused"), table("Roles"))
def test_a_rule_accepts_one_example_and_refuses_another(rule: str, role: str, accepted: str, refused: str) -> None:
    found = statement(accepted)
    assert (f"`{found.rule}`", found.role) == (rule, role)
    assert f"`{statement(refused).rule}`" != rule


@pytest.mark.parametrize(("example", "alone", "heard"), table("The words around a figure"))
def test_the_words_keep_or_overturn_what_a_rule_says(example: str, alone: str, heard: str) -> None:
    found = statement(example)
    rule, role = alone.split(": ")
    assert found.role == heard.partition(",")[0]
    assert (f"`{found.rule}`" == rule) == (found.role == role)


def test_every_id_of_a_rule_is_told() -> None:
    calls = [node for path in CODE for node in ast.walk(ast.parse(path.read_text("utf-8"))) if is_judged(node)]
    ids = {call.args[2].value for call in calls if isinstance(call.args[2], ast.Constant)}
    assert ids > {"scene", "from-to", "default-result"}
    assert {rule.strip("`") for rule, *_ in table("Roles")} == ids | {"target-cue", "forecast-cue"}


def is_judged(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Judged"


@pytest.mark.parametrize(("_how", "example", "period", "source"), table("Periods"))
def test_a_period_is_the_one_told(_how: str, example: str, period: str, source: str) -> None:
    found = statement(example)
    assert (found.period, found.period_source) == (period, source)


def test_the_indicators_told_can_be_added(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PAGE.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    lexicon = load_lexicon(path)
    index = statement("Chỉ số PMI tháng 9 đạt **51,5** điểm.", lexicon)
    assert (index.indicator, index.figure.low, index.figure.unit) == ("pmi", 51.5, "point")
    income = statement("Tổng thu nhập nước nhà tăng **6,8%**.", lexicon)
    assert (income.indicator, income.measure) == ("gdp", "growth")
