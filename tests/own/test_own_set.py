"""The annotated articles are sound: every row of gold.tsv points at what it says."""

from __future__ import annotations

import csv
from itertools import groupby, pairwise
from operator import itemgetter
from pathlib import Path

import pytest

from tui import period

HERE = Path(__file__).parent
ARTICLES = sorted((HERE / "articles").glob("*.txt"))
ALLOWED = {
    "bound": {"exact", "about", "almost", "over", "under", "at_least", "at_most", "range", "vague"},
    "measure": {"level", "growth", "share", "progress", ""},
    "role": {"target", "result", "forecast", "base", "context", ""},
    "opt": {"0", "1"},
}


def _rows() -> list[dict[str, str]]:
    with (HERE / "gold.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


ROWS = {name: list(rows) for name, rows in groupby(_rows(), itemgetter("file"))}


def test_every_article_is_annotated() -> None:
    assert sorted(ROWS) == [path.name for path in ARTICLES]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_rows_point_at_their_figures(path: Path) -> None:
    text = path.read_bytes().decode()
    spans = [(int(row["start"]), int(row["end"])) for row in ROWS[path.name]]
    assert [text[start:end] for start, end in spans] == [row["core"] for row in ROWS[path.name]]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_cells_hold_what_their_column_allows(path: Path) -> None:
    for row in ROWS[path.name]:
        assert {key: row[key] for key in ALLOWED if row[key] not in ALLOWED[key]} == {}, row["core"]
        assert float(row["low"]) <= float(row["high"]), row["core"]
        assert not row["period"] or period.parse(row["period"]), row["core"]
