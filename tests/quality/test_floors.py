from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from benchmarks.quality import OWN, SEEDS, measure
from benchmarks.scoring import FIELDS, ROLES, Report
from tui.statements import load_lexicon

TABLES = {table.name: table for table in (SEEDS, OWN)}
FLOORS: dict[str, dict[str, float]] = tomllib.loads(
    Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"),
)


@cache
def report(name: str) -> Report:
    return measure(TABLES[name], load_lexicon())


def test_every_score_of_every_table_has_a_floor() -> None:
    names = {"found", "strict", *FIELDS, *ROLES}
    assert {table: set(floors) for table, floors in FLOORS.items()} == dict.fromkeys(TABLES, names)


@pytest.mark.parametrize("table", TABLES)
def test_the_table_holds_figures(table: str) -> None:
    assert report(table).figures >= 40


@pytest.mark.parametrize(("table", "name", "floor"), [(t, n, f) for t, fs in FLOORS.items() for n, f in fs.items()])
def test_quality_stays_above_its_floor(table: str, name: str, floor: float) -> None:
    found = report(table).scores()[name]
    assert found is not None
    assert found >= floor, f"{table}: {name} fell to {found:.4f}"
