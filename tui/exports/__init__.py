"""Comparisons for use elsewhere: Markdown, HTML, JSON, CSV and XLSX, and the JSON objects of the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tui.errors import ExportError, Sayable
from tui.exports.scope import Scope
from tui.exports.sources import Sources

if TYPE_CHECKING:
    from tui.exports.report import Report
    from tui.ledger.model import Ledger
    from tui.statements import Lexicon
    from tui.words import Words

__all__ = ["FORMATS", "Scope", "Sources", "comparison", "export", "make_report"]

FORMATS = ("md", "html", "csv", "json", "xlsx")


def export(  # noqa: PLR0913 - what a report is made of
    format_: str,
    ledger: Ledger,
    scope: Scope,
    sources: Sources,
    *,
    words: Words,
    lexicon: Lexicon,
) -> str | bytes:
    """The part `scope` of the comparison in one of `FORMATS`; an `ExportError` for a format there is not.

    Bytes for xlsx, text for the others.
    """
    if format_ not in FORMATS:
        template = "{format}: there is no such format; choose {known}."
        raise ExportError(Sayable("no_format", template, format=format_, known=", ".join(FORMATS)))
    if format_ in {"md", "html"}:
        from tui.exports.documents import markdown, web_page

        made = make_report(ledger, scope, sources, words=words, lexicon=lexicon)
        return markdown(made) if format_ == "md" else web_page(made)
    record = comparison(ledger, scope, sources)
    if format_ == "json":
        return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    from tui.exports.sheets import COLUMNS, csv_text, flat_rows, xlsx_bytes

    return csv_text(COLUMNS, flat_rows(record)) if format_ == "csv" else xlsx_bytes(flat_rows(record))


def make_report(ledger: Ledger, scope: Scope, sources: Sources, *, words: Words, lexicon: Lexicon) -> Report:
    """The part `scope` of the comparison in the reader's words."""
    from tui.exports.building import build_report

    return build_report(ledger, scope, sources, words, lexicon)


def comparison(ledger: Ledger, scope: Scope, sources: Sources) -> dict[str, Any]:
    """The part `scope` of the JSON object of `compare`, newest meeting first.

    With a series alone, `targets` holds the targets its ids speak of, as they stand in their meetings.
    """
    from tui.ledger import to_json

    wanted = scope.meetings if scope.meetings and not scope.series else None
    record = to_json(replace(ledger, series=scope.series_of(ledger)), sources.passage, wanted)
    if scope.series:
        aims = {name for each in record["series"] for name in each["targets"]}
        record["targets"] = [aim for each in record["meetings"] for aim in each["targets"] if aim["id"] in aims]
    record["meetings"] = [] if scope.series else record["meetings"][::-1]
    return record
