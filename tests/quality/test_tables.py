from __future__ import annotations

from typing import get_args

import pytest

from benchmarks.quality import OWN, SEEDS, Table
from benchmarks.scoring import load_gold
from tui import period
from tui.model import Bound, Measure, Role

TABLES = pytest.mark.parametrize("table", [SEEDS, OWN], ids=lambda table: table.name)


@TABLES
def test_every_row_stands_where_it_says(table: Table) -> None:
    for file, rows in load_gold(table.gold).items():
        text = (table.articles / file).read_bytes().decode("utf-8")
        assert [(row.core, text[slice(*row.at)]) for row in rows if text[slice(*row.at)] != row.core] == []


@TABLES
def test_every_cell_holds_one_of_its_values(table: Table) -> None:
    for row in (row for rows in load_gold(table.gold).values() for row in rows):
        assert row.low <= row.high, row
        assert row.attributes["bound"] in get_args(Bound), row
        assert row.attributes["measure"] in ("", *get_args(Measure)), row
        assert row.attributes["role"] in ("", *get_args(Role)), row
        assert not row.attributes["period"] or period.parse(row.attributes["period"]), row
