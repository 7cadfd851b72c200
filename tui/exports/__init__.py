"""Comparisons for use elsewhere: Markdown, HTML, JSON, CSV and XLSX, and the JSON objects of the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tui.errors import ExportError
from tui.exports.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Collection

    from tui.ledger.model import Ledger, MeetingLedger, Series
    from tui.statements import Lexicon
    from tui.words import Words

__all__ = ["FORMATS", "Sources", "comparison", "export"]

FORMATS = ("md", "html", "csv", "json", "xlsx")


def export(  # noqa: PLR0913 - what a report is made of
    format_: str,
    ledger: Ledger,
    meetings: Collection[str],
    sources: Sources,
    *,
    words: Words,
    lexicon: Lexicon,
) -> str | bytes:
    """The comparison of `meetings` (ids), newest first, in one of `FORMATS`; of none of them, all and the series.

    Bytes for xlsx, text for the others; an `ExportError` for a format there is not.
    """
    if format_ not in FORMATS:
        raise ExportError(f"{format_}: there is no such format; choose {', '.join(FORMATS)}.")
    if format_ in {"md", "html"}:
        from tui.exports.building import build_report
        from tui.exports.documents import markdown, web_page

        report = build_report(*_chosen(ledger, meetings), sources, words, lexicon)
        return markdown(report) if format_ == "md" else web_page(report)
    record = comparison(ledger, meetings, sources)
    if format_ == "json":
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    from tui.exports.sheets import COLUMNS, csv_text, flat_rows, xlsx_bytes

    return csv_text(COLUMNS, flat_rows(record)) if format_ == "csv" else xlsx_bytes(flat_rows(record))


def comparison(ledger: Ledger, meetings: Collection[str], sources: Sources) -> dict[str, Any]:
    """The JSON object of `compare`: of `meetings` (ids), or of all together with the series."""
    from tui.ledger import to_json

    record = to_json(ledger, sources.passage)
    if meetings:
        record["meetings"] = [each for each in record["meetings"] if each["id"] in meetings]
        record["series"] = []
    return record


def _chosen(ledger: Ledger, meetings: Collection[str]) -> tuple[list[MeetingLedger], tuple[Series, ...]]:
    chosen = [each for each in reversed(ledger.meetings) if not meetings or each.meeting.id in meetings]
    return chosen, () if meetings else ledger.series
