"""A report as Markdown and as one web page that needs nothing else."""

from __future__ import annotations

from html import escape
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.exports.report import Report, Row, Section, Source, Table

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|#"})


def markdown(report: Report) -> str:
    """The report as Markdown, sources as numbered notes at its end."""
    lines = [f"# {_plain(report.title)}", ""]
    for section in report.sections:
        lines += [f"## {_plain(section.title)}", "", *(f"{_plain(line)}  " for line in section.lines), ""]
        for table in section.tables:
            lines += [f"### {_plain(table.title)}", "", *markdown_table(table), ""]
    if report.sources:
        lines += [f"## {_plain(report.sources_title)}", ""]
        lines += [_markdown_source(source) for source in report.sources]
    return "\n".join(lines).rstrip() + "\n"


def _markdown_source(source: Source) -> str:
    place = f"{_plain(source.origin)}, {_plain(source.file)}, {source.start}–{source.end}"
    return f"{source.number}. «{_plain(source.quote)}» — {place}"


def markdown_table(table: Table) -> Iterator[str]:
    """The lines of a table, with a last column for notes if any row rests on a source."""
    if not table.rows:
        yield f"*{_plain(table.empty)}*"
        return
    noted = any(row.sources for row in table.rows)
    yield f"| {' | '.join(map(_plain, table.headings))} |{' |' * noted}"
    yield f"|{' --- |' * (len(table.headings) + noted)}"
    for row in table.rows:
        notes = " ".join(f"\\[{number}\\]" for number in row.sources)
        yield f"| {' | '.join(map(_plain, row.cells))} |{f' {notes} |' * noted}"


def _plain(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return " ".join(text.split()).translate(_MARKS)


def web_page(report: Report) -> str:
    """The report as one HTML file; each row links to the passages it rests on."""
    style = resources.files("tui.exports").joinpath("page.css").read_text(encoding="utf-8")
    body = "\n".join(_html_section(section) for section in report.sections)
    notes = "\n".join(
        f'<li id="q{each.number}" value="{each.number}"><q>{escape(each.quote)}</q> '
        f"<cite>{escape(each.origin)}, {escape(each.file)}, {each.start}–{each.end}</cite></li>"
        for each in report.sources
    )
    sources = f"<section><h2>{escape(report.sources_title)}</h2><ol>\n{notes}\n</ol></section>" if notes else ""
    return (
        f'<!doctype html>\n<html lang="{escape(report.language)}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(report.title)}</title>\n<style>\n{style}</style></head>\n<body>"
        f"<h1>{escape(report.title)}</h1>\n{body}\n{sources}</body></html>\n"
    )


def _html_section(section: Section) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in section.lines)
    tables = "\n".join(_html_table(table) for table in section.tables)
    return f"<section><h2>{escape(section.title)}</h2>{lines}\n{tables}</section>"


def _html_table(table: Table) -> str:
    title = f"<h3>{escape(table.title)}</h3>"
    if not table.rows:
        return f"{title}<p class='empty'>{escape(table.empty)}</p>"
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in table.headings)
    rows = "\n".join(_html_row(row) for row in table.rows)
    return f"{title}<table><thead><tr>{head}<th></th></tr></thead><tbody>\n{rows}\n</tbody></table>"


def _html_row(row: Row) -> str:
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in row.cells)
    notes = " ".join(f'<a href="#q{number}">[{number}]</a>' for number in row.sources)
    return f"<tr>{cells}<td>{notes}</td></tr>"
