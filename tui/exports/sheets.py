"""A comparison as flat rows for spreadsheets: CSV and XLSX, with cells no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from tui.errors import ExportError, Sayable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Cell = str | float | int | bool | None

COLUMNS = (
    "block",
    "meeting",
    "date",
    "indicator",
    "series",
    "measure",
    "unit",
    "period",
    "place",
    "role",
    "low",
    "high",
    "bound",
    "status",
    "relation",
    "gap_low",
    "gap_high",
    "gap_unit",
    "required_period",
    "required_low",
    "required_high",
    "assumptions",
    "detail",
    "article",
    "start",
    "end",
    "quote",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_LONGEST_CELL = 32_767
"""What a spreadsheet takes."""


def flat_rows(comparison: Mapping[str, Any]) -> Iterator[dict[str, Cell]]:
    """One row for each target, answer, commitment, follow-up, result, derived number and check of a comparison."""
    for meeting in comparison["meetings"]:
        place = {"meeting": meeting["id"], "date": meeting["date"]}
        for target in meeting["targets"]:
            yield from _target_rows(target, place)
        for pledge in meeting["commitments"]:
            yield from _pledge_rows(pledge, place)
        for result in meeting["results"]:
            yield _row("result", place | result)
            yield from (_derived_row(each, place | result) for each in result["derivations"])
        for answer in meeting["answers"]:
            earlier = f"{answer['meeting']}: {answer['quote'] or answer['target']}"
            yield _row("answer", {**answer, **place, "quote": None, **(answer["mention"] or {})}, detail=earlier)
        for check in meeting["checks"]:
            yield _row("check", place | check, status=check["verdict"], detail=check["arithmetic"])
    for target in comparison.get("targets", ()):
        yield from _target_rows(target, {})
    for series in comparison["series"]:
        yield from (_row("series", {"series": series["series"]} | point) for point in series["points"])


def _target_rows(target: Mapping[str, Any], place: Mapping[str, Any]) -> Iterator[dict[str, Cell]]:
    yield _row("target", {**place, **target}, **_distance(target))
    for answer in target["results"]:
        yield _row("target_result", {"indicator": target["indicator"], **answer}, detail=answer["reason"])


def _derived_row(found: Mapping[str, Any], result: Mapping[str, Any]) -> dict[str, Cell]:
    """A number worked out from a result: what it lies between, and what the printed numbers give if there is such."""
    near = "" if found["nominal"] is None else f"; ~ {found['nominal']}"
    own = {key: found[key] for key in ("unit", "low", "high")}
    assumptions = "; ".join(filter(None, (each["code"] for each in found["assumptions"])))
    more = {"measure": None, "role": None, "bound": None, "assumptions": assumptions}
    return _row("derivation", {**result, **own, **more}, detail=f"{found['rule']}: {found['arithmetic']}{near}")


def _pledge_rows(pledge: Mapping[str, Any], place: Mapping[str, Any]) -> Iterator[dict[str, Cell]]:
    yield _row("commitment", {**place, **pledge}, detail=pledge["actor"])
    for link in pledge["follow_ups"]:
        yield _row("follow_up", link, status=link["grade"], detail=link["reason"])


def _row(block: str, record: Mapping[str, Any], **more: Cell) -> dict[str, Cell]:
    mentions = record.get("mentions") or [record.get("mention") or record.get("claim") or {}]
    found = {**record, **{key: value for key, value in mentions[0].items() if key not in record}, **more}
    return {"block": block, **{column: found.get(column) for column in COLUMNS[1:]}}


def _distance(target: Mapping[str, Any]) -> dict[str, Cell]:
    gap, required = target["gap"] or {}, target["required"] or {}
    assumptions = "; ".join(f"{each['code']} {each['value']}" for each in required.get("assumptions", ()))
    return {
        **{f"gap_{key}": gap.get(key) for key in ("low", "high", "unit")},
        **{f"required_{key}": required.get(key) for key in ("period", "low", "high")},
        "assumptions": assumptions,
    }


def csv_text(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows as CSV with a line of headings."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(row.get(column)) for column in columns] for row in rows)
    return stream.getvalue()


def _csv_cell(value: Cell) -> Cell:
    """A safe cell whose lines end alike: a lone carriage return would end the row for some readers."""
    return safe_cell("\n".join(value.splitlines()) if isinstance(value, str) and "\r" in value else value)


def safe_cell(value: Cell) -> Cell:
    """`value`, text in it that a spreadsheet would run as a formula made plain by an apostrophe."""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value


def xlsx_bytes(rows: Iterable[Mapping[str, Cell]]) -> bytes:
    """Rows as a workbook, one sheet for each block; an `ExportError` where openpyxl is not installed."""
    try:
        from openpyxl import Workbook
        from openpyxl.styles import Font
    except ImportError as error:
        told = Sayable("needs_openpyxl", 'XLSX needs openpyxl: install it with pip install "briefings[xlsx]".')
        raise ExportError(told) from error
    book = Workbook()
    book.remove(book.active)
    for block, own in _by_block(rows).items():
        columns = [column for column in COLUMNS[1:] if any(row.get(column) not in {None, ""} for row in own)]
        sheet = book.create_sheet(block)
        sheet.append(columns)
        for row in own:
            sheet.append([_sheet_cell(row.get(column)) for column in columns])
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        sheet.freeze_panes = "A2"
    if not book.worksheets:
        book.create_sheet("empty")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _by_block(rows: Iterable[Mapping[str, Cell]]) -> dict[str, list[Mapping[str, Cell]]]:
    blocks: dict[str, list[Mapping[str, Cell]]] = {}
    for row in rows:
        blocks.setdefault(str(row["block"]), []).append(row)
    return blocks


def _sheet_cell(value: Cell) -> Cell:
    """A cell as a workbook can hold it: no control characters, not too long, no formula."""
    if not isinstance(value, str):
        return value
    clean = "".join(sign if sign.isprintable() or sign == "\n" else " " for sign in value)
    safe = safe_cell(clean)
    return safe[:_LONGEST_CELL] if isinstance(safe, str) else safe
