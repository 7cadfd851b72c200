"""Records as JSON, JSON lines, CSV, Markdown or a table on the terminal."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.cli.streams import printable, speaks_unicode, write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.exports.report import Report, Table

Record = dict[str, Any]

_SHORT = 12
"""Characters that a column of a table does not break."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a command lists.

    records: for machines
    headings, cells: for people; `cells` makes a line of one record
    """

    records: Sequence[Record]
    headings: Sequence[str]
    cells: Callable[[Record], Sequence[str]]


def write_listing(listing: Listing, format_: str) -> None:
    """Nothing; the listing is on stdout in this format."""
    match format_:
        case "json":
            write_json(listing.records)
        case "jsonl":
            for record in listing.records:
                write(json.dumps(record, ensure_ascii=not speaks_unicode(sys.stdout)) + "\n")
        case "csv":
            write(_csv(listing.records))
        case "md":
            write(_markdown(listing))
        case _:
            write_table(listing.headings, [listing.cells(record) for record in listing.records])


def write_json(value: object) -> None:
    """Nothing; the value is on stdout, readable in any encoding."""
    write(json.dumps(value, ensure_ascii=not speaks_unicode(sys.stdout), indent=2) + "\n")


def _csv(records: Sequence[Record]) -> str:
    from tui.exports.sheets import csv_text

    columns = list(dict.fromkeys(key for record in records for key in record))
    if not records:
        return ""
    return csv_text(columns, [{key: _flat(value) for key, value in record.items()} for record in records])


def _flat(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


def _markdown(listing: Listing) -> str:
    from tui.exports.documents import markdown_table
    from tui.exports.report import Row, Table

    rows = tuple(Row(tuple(listing.cells(record))) for record in listing.records)
    return "\n".join(markdown_table(Table("", tuple(listing.headings), rows, "—"))) + "\n"


def write_table(headings: Sequence[str], rows: Sequence[Sequence[str]], title: str = "") -> None:
    """Nothing; a table as wide as the terminal is on stdout."""
    from rich import box
    from rich.console import Console
    from rich.table import Table as RichTable
    from rich.text import Text

    table = RichTable(
        box=box.SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
        pad_edge=False,
        title=Text(printable(title), style="bold") if title else None,
    )
    table.title_justify = "left"
    for index, heading in enumerate(headings):
        # short columns stay whole, so that only long text is broken
        longest = max((len(row[index]) for row in rows), default=0)
        table.add_column(Text(printable(heading)), overflow="fold", no_wrap=longest <= _SHORT)
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    Console(file=sys.stdout, highlight=False, soft_wrap=False).print(table)


def write_report(report: Report) -> None:
    """Nothing; each section of the report is on stdout as tables."""
    for section in report.sections:
        write(f"{printable(section.title)}\n")
        for line in section.lines:
            write(f"  {printable(line)}\n")
        write("\n")
        for table in section.tables:
            _write_block(table)


def _write_block(table: Table) -> None:
    if table.rows:
        write_table(table.headings, [row.cells for row in table.rows], table.title)
    else:
        write(f"{printable(table.title)}: {printable(table.empty)}\n\n")
