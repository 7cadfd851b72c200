from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.config import CacheConfig, Config, CorpusConfig
from tui.errors import CorpusError, ExportError
from tui.exports.documents import markdown, web_page
from tui.exports.report import Report, Row, Section, Source, Table
from tui.exports.sheets import COLUMNS, csv_text, safe_cell, xlsx_bytes
from tui.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

SEEDS = Path(__file__).parents[2] / "seeds"
HAS_XLSX = importlib.util.find_spec("openpyxl") is not None


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("cache")
    config = Config(corpus=CorpusConfig(paths=(SEEDS,), jobs=1), cache=CacheConfig(directory=folder))
    with Library(config) as made:
        made.refresh(lambda _: None, lambda: False, full=False)
        yield made


def text_of(library: Library, format_: str, *meetings: str) -> str:
    made = library.export(meetings, format_)
    assert isinstance(made, str)
    return made


class Tags(HTMLParser):
    """Collects what a page holds, and checks that every tag is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


HOSTILE = '<script>alert(1)</script> | `x` [y](javascript:z) & *b* # "q"'


def report(words: str) -> Report:
    table = Table(words, (words, "b"), (Row((words, "2"), (1,)),), "none")
    source = Source(1, words, 3, 9, words, words)
    return Report("vi", words, (Section(words, (words,), (table, Table("t", ("a",), (), words))),), (source,), words)


def test_a_page_shows_hostile_text_as_it_is() -> None:
    tags = Tags(web_page(report(HOSTILE)))
    assert "script" not in {tag for tag, _ in tags.seen}
    assert HOSTILE in "".join(tags.words)


def test_markdown_shows_hostile_text_as_it_is() -> None:
    made = markdown(report(HOSTILE))
    assert "<script>" not in re.sub(r"\\<", "", made)
    for line in made.splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 4


def test_a_page_needs_nothing_else_and_its_links_lead_somewhere(library: Library) -> None:
    tags = Tags(text_of(library, "html"))
    places = {attributes.get("id") for _, attributes in tags.seen}
    links = [attributes["href"] for tag, attributes in tags.seen if tag == "a"]
    assert links
    assert [link for link in links if link is None or not link.startswith("#") or link[1:] not in places] == []
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags.seen}


@pytest.mark.parametrize("format_", ["md", "html"])
def test_a_document_tells_values_periods_and_sources_as_a_reader_writes_them(format_: str, library: Library) -> None:
    made = text_of(library, format_, "2025-07-22")
    for expected in ("22/07/2025", "7,52 %", "6 tháng đầu năm 2025", "001"):
        assert expected in made


def test_an_export_of_one_meeting_holds_no_other(library: Library) -> None:
    assert "## 20/12/2024" in text_of(library, "md", "2024-12-20")
    assert "## 22/07/2025" not in text_of(library, "md", "2024-12-20")
    record = json.loads(text_of(library, "json", "2024-12-20", "2025-01-06"))
    assert [meeting["id"] for meeting in record["meetings"]] == ["2025-01-06", "2024-12-20"]
    assert record["series"] == []


def test_an_export_of_everything_holds_the_series(library: Library) -> None:
    record = json.loads(text_of(library, "json"))
    assert len(record["meetings"]) == 5
    assert record["series"]


def test_a_series_shows_what_was_aimed_at_beside_what_came(library: Library) -> None:
    made = library.export((), "md", series="gdp")
    assert isinstance(made, str)
    assert "| 6 tháng đầu năm 2025 | 7,52 % | kết quả |" in made
    assert "| năm 2025 | 8,3 – 8,5 % | mục tiêu, chậm |" in made
    rows = list(csv.DictReader(io.StringIO(str(library.export((), "csv", series="gdp")))))
    assert {row["block"] for row in rows} == {"target", "target_result", "series"}
    assert [row["status"] for row in rows if row["period"] == "2025"] == ["behind"]


def test_files_of_other_meetings_are_named_too(library: Library) -> None:
    record = json.loads(text_of(library, "json", "2025-07-22"))
    names = {each for each in re.findall(r'"article": "([^"]+)"', json.dumps(record)) if not each.endswith(".txt")}
    assert names == set()


def test_csv_has_one_row_a_fact_with_its_place(library: Library) -> None:
    rows = list(csv.DictReader(io.StringIO(text_of(library, "csv"))))
    record = json.loads(text_of(library, "json"))
    results = [row for row in rows if row["block"] == "result"]
    assert len(results) == sum(len(meeting["results"]) for meeting in record["meetings"])
    for row in results:
        raw = (SEEDS / row["article"]).read_bytes().decode("utf-8")
        assert "".join(raw[int(row["start"]) : int(row["end"])].split()) in "".join(row["quote"].split())


def test_numbers_worked_out_stand_with_their_working_and_assumptions(library: Library) -> None:
    made = text_of(library, "md", "2024-04-02")
    share = "vốn FDI thực hiện trên vốn đăng ký: ≈ 63,4 %"
    assert f"{share} [(< 23200000000) / (< 36600000000) * 100 ~ 63.388]" in made.replace("\\", "").replace("&lt;", "<")
    assert "≈ 355,5 tỷ USD (354,1 – 356,9 tỷ USD)" in made
    rows = list(csv.DictReader(io.StringIO(text_of(library, "csv", "2024-04-02"))))
    details = {row["detail"].partition(":")[0]: row for row in rows if row["block"] == "derivation"}
    assert set(details) >= {"exports_from_balance", "imports_from_balance", "year_before", "disbursed_of_registered"}
    share_row = details["disbursed_of_registered"]
    assert (share_row["indicator"], share_row["unit"], share_row["assumptions"]) == (
        "fdi_disbursed", "%", "read_as_printed",
    )  # fmt: skip
    assert share_row["detail"].endswith("; ~ 63.38797814")


def test_an_unknown_meeting_or_format_is_refused(library: Library) -> None:
    with pytest.raises(CorpusError, match="1999-01-01"):
        library.export(["1999-01-01"], "md")
    with pytest.raises(ExportError, match="choose md, html, csv, json, xlsx"):
        library.export([], "docx")


CELLS = [
    ("=1+1", "'=1+1"),
    ("+84", "'+84"),
    ("-0,27 %", "'-0,27 %"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=x", "'\t=x"),
    ("\r=x", "'\r=x"),
    ("7,52 %", "7,52 %"),
    ("", ""),
    (-5, -5),
    (None, None),
]


@pytest.mark.parametrize(("cell", "safe"), CELLS)
def test_no_cell_is_a_formula(cell: Any, safe: Any) -> None:
    assert safe_cell(cell) == safe


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.floats(allow_nan=False)})))
def test_csv_gives_back_every_cell(rows: list[dict[str, Any]]) -> None:
    back = list(csv.reader(io.StringIO(csv_text(("a", "b"), rows), newline="")))
    assert [cells[1] for cells in back[1:]] == [str(row["b"]) for row in rows]
    for cells, row in zip(back[1:], rows, strict=True):
        assert cells[0].lstrip("'").split() == row["a"].lstrip("'").split()


@pytest.mark.skipif(not HAS_XLSX, reason="openpyxl is optional")
def test_a_workbook_has_a_sheet_a_block_with_numbers_as_numbers(library: Library) -> None:
    import openpyxl

    made = library.export([], "xlsx")
    assert isinstance(made, bytes)
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert {"target", "commitment", "result", "series"} <= set(book.sheetnames)
    rows = list(book["result"].values)
    assert set(rows[0]) <= set(COLUMNS)
    assert all(isinstance(row[rows[0].index("low")], (int, float)) for row in rows[1:])


@pytest.mark.skipif(not HAS_XLSX, reason="openpyxl is optional")
def test_a_workbook_takes_any_text() -> None:
    import openpyxl

    hostile = [{"block": "x", "quote": text} for text in ("=HYPERLINK(1)", "a\x00\x1bb", "v" * 40_000, "\ufffe")]
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(hostile)))
    cells = [str(row[0]) for row in list(book["x"].values)[1:]]
    assert cells[0] == "'=HYPERLINK(1)"
    assert all(cell.data_type != "f" for row in book["x"].iter_rows() for cell in row)
    assert len(cells[2]) < 33_000


def test_without_openpyxl_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ExportError, match=r"pip install .briefings\[xlsx\]"):
        xlsx_bytes([])
