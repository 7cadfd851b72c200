"""Every code that the ledger and the rules give has words in every language: none is ever shown itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest
import tomli

from tui.ledger import model as ledger
from tui.ledger.promises import Grade, PledgeStatus
from tui.model import Bound, Measure, PeriodSource, Role
from tui.period import Relation
from tui.screens.briefs import because
from tui.screens.signs import sign
from tui.words import LANGUAGES, load_words

if TYPE_CHECKING:
    from collections.abc import Iterator

TUI = Path(__file__).parents[2] / "tui"


def _calls(folder: str, name: str) -> Iterator[ast.Call]:
    for file in sorted((TUI / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == name:
                yield node


def _constants(folder: str, name: str, place: int, keyword: str) -> set[str]:
    """The texts that calls of `name` in a package are given."""
    found: set[str] = set()
    for call in _calls(folder, name):
        given = [each.value for each in call.keywords if each.arg == keyword] or call.args[place : place + 1]
        for value in given:
            found |= {each.value for each in ast.walk(value) if isinstance(each, ast.Constant) and each.value}
    return found


def _assigned(folder: str, name: str) -> set[str]:
    """The texts that a variable of a package may hold, each shaped like a code."""
    found: set[str] = set()
    for file in sorted((TUI / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign) and any(getattr(each, "id", "") == name for each in node.targets):
                found |= {str(each.value) for each in ast.walk(node.value) if isinstance(each, ast.Constant)}
    return {each for each in found if re.fullmatch(r"[a-z]+(_[a-z]+)+", each)}


RULES = {each for each in _constants("statements/roles", "Judged", 2, "rule") if not each.startswith("-")}
NOTES = _constants("ledger/checks", "check", 99, "note") | _assigned("ledger/checks", "note")
DERIVATIONS = _constants("ledger", "Derivation", 0, "rule") | _assigned("ledger", "rule")
ASSUMPTIONS = _constants("ledger", "Assumption", 0, "code") | {"weight_settings", "weight_lexicon"}
PLEDGE_RULES = {
    each["id"]
    for each in tomli.loads((TUI / "statements/lexicon/commitments.toml").read_text(encoding="utf-8"))["rule"]
}


def test_the_codes_are_found_in_the_source() -> None:
    assert {"set-after", "reported", "default-result", "time-to-come"} <= RULES
    assert {"rest_not_broken_down", "base_not_stated", "still_forecast", "others_may_have_joined"} <= NOTES
    assert {"gap", "required_growth", "required_rest", "year_before", "imports_from_balance"} <= DERIVATIONS
    assert {"weight_calendar", "about_tenth", "year_before_assumed"} <= ASSUMPTIONS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("status", {*get_args(ledger.Status), *get_args(PledgeStatus), *get_args(Grade), *get_args(ledger.Verdict)}),
        ("role", set(get_args(Role))),
        ("bound", set(get_args(Bound))),
        ("measure", set(get_args(Measure))),
        ("screen.period_source", set(get_args(PeriodSource)) - {""}),
        ("panel.relation", set(get_args(Relation))),
        ("panel.disagreement", set(get_args(ledger.DisagreementKind))),
        ("panel.check", set(get_args(ledger.CheckKind))),
        ("panel.reason", set(get_args(ledger.Reason)) - {""}),
        ("panel.note", NOTES),
        ("panel.assumption", ASSUMPTIONS),
        ("panel.derivation_rule", DERIVATIONS),
        ("screen.rule", RULES | {"target-cue", "forecast-cue", "weighed", "weighed-all", "other"}),
        ("screen.commitment_rule", PLEDGE_RULES | {"other"}),
    ],
)
def test_every_code_has_words(language: str, table: str, codes: set[str]) -> None:
    words = load_words(language)
    assert codes
    assert sorted(code for code in codes if not words.has(f"{table}.{code}")) == []


@pytest.mark.parametrize(
    ("rule", "cue", "expected"),
    [
        ("reported", "đạt", "vì có chữ «đạt»"),
        ("set-after", "trở lên", "vì sau đó có «trở lên»"),
        ("default-result", "", "vì không có chữ nào nói khác"),
        ("weighed", "chỉ tiêu", "theo các chữ quanh nó, nhất là «chỉ tiêu»"),
        ("weighed-all", "", "theo các chữ quanh nó"),
        ("a-rule-of-tomorrow", "phấn đấu", "vì có chữ «phấn đấu»"),
        ("a-rule-of-tomorrow", "", ""),
        ("reported", "", ""),
    ],
)
def test_why_a_figure_has_its_role_is_said_without_the_name_of_a_rule(rule: str, cue: str, expected: str) -> None:
    assert because(load_words("vi"), "screen.rule", rule, cue) == expected


def test_the_guide_tells_every_status_with_its_sign() -> None:
    guide = (TUI.parent / "docs" / "guide.md").read_text(encoding="utf-8")
    words = load_words("en")
    codes = {*get_args(ledger.Status), *get_args(PledgeStatus), *get_args(Grade), *get_args(ledger.Verdict)}
    rows = [line for line in guide.splitlines() if line.startswith("| `")]
    told = {code: [row for row in rows if re.search(rf"\b{words.of('status', code)}\b", row)] for code in codes}
    assert sorted(code for code in codes if not any(f"`{sign(code).glyph}`" in row for row in told[code])) == []
