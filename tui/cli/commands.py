"""The commands over a library; each gives an exit code."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui import present
from tui.cli import codes
from tui.cli.output import Listing, Record, write_json, write_listing, write_report
from tui.cli.streams import tell, write, write_bytes
from tui.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

    from tui.cli.streams import ProgressLine
    from tui.config import Config
    from tui.library import Library
    from tui.model import RefreshReport, Statement
    from tui.search import Hit
    from tui.words import Words


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for.

    arguments: as parsed
    format: of the output
    """

    arguments: argparse.Namespace
    format: str


@dataclass(frozen=True, slots=True)
class Context:
    """What a command works with.

    library: of the paths asked for
    config, words: the settings, and the words of their language
    request: what was asked for
    progress: shows how far a refresh is
    """

    library: Library
    config: Config
    words: Words
    request: Request
    progress: ProgressLine

    def refresh(self, *, full: bool = False) -> RefreshReport:
        """What was done to bring the library up to its files; the progress line is gone afterwards."""
        jobs = getattr(self.request.arguments, "jobs", None)
        report = self.library.refresh(self.progress, lambda: False, jobs, full=full)
        self.progress.clear()
        return report

    def columns(self, name: str) -> list[str]:
        """The headings of a command's table."""
        return self.words(f"cli.columns.{name}").split(" | ")

    def chosen(self) -> tuple[str, ...]:
        """The meetings asked for, by id; a `UsageError` for one there is not."""
        asked = tuple(self.request.arguments.meeting)
        known = [row.meeting.id for row in self.library.meetings()]
        for meeting in asked:
            if meeting not in known:
                from tui.library.editing import unknown_meeting

                raise UsageError(*unknown_meeting(meeting, known).args)
        return asked


def browse(context: Context) -> int:
    """Show the screens."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(context.words("errors.needs_terminal"))
    from tui.screens import browse as show

    show(context.library, context.config)
    return codes.OK


def index(context: Context) -> int:
    """Bring everything up to the files, and tell what was done."""
    if context.request.arguments.rebuild:
        context.library.catalogue.discard()
    report, totals = context.refresh(full=True), context.library.totals()
    counts = {
        **{name: getattr(totals, name) for name in ("articles", "meetings", "figures")},
        **{name: getattr(report, name) for name in ("added", "changed", "removed", "unchanged")},
    }
    if context.request.format == "json":
        write_json(counts)
    else:
        write(context.words("cli.indexed", **counts) + "\n")
    return codes.OK


def meetings(context: Context) -> int:
    """List the meetings, newest first."""
    from tui.exports.records import meeting_record

    context.refresh()
    if not context.library.tallied():
        context.library.ledger()

    def cells(record: Record) -> list[str]:
        status = context.words.of("status", record["status"]) if record["status"] else ""
        counts = (str(record[name]) for name in ("targets", "results", "commitments"))
        return [record["id"], record["title"], *counts, status]

    records = [meeting_record(row) for row in context.library.meetings()]
    write_listing(Listing(records, context.columns("meetings"), cells), context.request.format)
    return codes.OK


def figures(context: Context) -> int:
    """List the figures in the order of the corpus."""
    context.refresh()
    records, values = [], []
    with context.library.catalogue.reading():
        for record, statement in _figures(context):
            records.append(record)
            values.append(present.statement_value(context.words, statement))
    texts = {id(record): value for record, value in zip(records, values, strict=True)}

    def cells(record: Record) -> list[str]:
        period = present.period(context.words, record["period"], short=True)
        role = context.words.of("role", record["role"])
        return [
            record["article"],
            record["text"],
            record["indicator"],
            period,
            role,
            texts[id(record)],
            " ".join(record["quote"].split()),
        ]

    write_listing(Listing(records, context.columns("figures"), cells), context.request.format)
    return codes.OK


def _figures(context: Context) -> Iterator[tuple[Record, Statement]]:
    """The figures asked for."""
    from tui.exports.records import figure_record

    library, asked, chosen = context.library, context.request.arguments, context.chosen()
    meeting_of = {card.id: row.meeting.id for row in library.meetings() for card in row.meeting.articles}
    for name in library.catalogue.known():
        meeting = meeting_of.get(name, "")
        if chosen and meeting not in chosen:
            continue
        article = library.article(name)
        for statement in library.statements(name):
            wanted = asked.role in {None, statement.role} and asked.indicator in {None, statement.indicator}
            if wanted:
                yield figure_record(statement, article, meeting), statement


def compare(context: Context) -> int:
    """Set targets beside results, of all meetings or some, or show the series of one indicator."""
    from tui.exports import Scope, make_report

    context.refresh()
    library, format_ = context.library, context.request.format
    chosen, series = context.chosen(), context.request.arguments.series or ""
    known = sorted({each.indicator for each in library.ledger().series})
    if series and series not in known:
        raise UsageError(context.words("errors.unknown_series", name=series, known=", ".join(known)))
    if format_ != "table":
        write(str(library.export(chosen, format_, series=series)))
        return codes.OK
    scope, sources = Scope(chosen, series), library.sources()
    write_report(make_report(library.ledger(), scope, sources, words=context.words, lexicon=library.lexicon()))
    return codes.OK


def search(context: Context) -> int:
    """Find articles."""
    context.refresh()
    asked, settings, words = context.request.arguments, context.config.search, context.words
    result = context.library.search(
        asked.query, limit=asked.limit or settings.limit, order=asked.order or settings.order
    )
    for notice in result.notices:
        key = f"search_notice.{notice.code}"
        tell(words(key, **notice.params) if words.has(key) else notice.code)
    if result.did_you_mean:
        tell(words("cli.did_you_mean", query=result.did_you_mean))
    if not result.hits:
        tell(words("cli.no_hits"))
    records = [_hit(context, hit) for hit in result.hits]

    def cells(record: Record) -> list[str]:
        return [record["date"] or "", record["article"], "\n".join(each["text"] for each in record["snippets"])]

    write_listing(Listing(records, context.columns("search"), cells), context.request.format)
    return codes.OK


def _hit(context: Context, hit: Hit) -> Record:
    """A hit with its passages placed in the file."""
    from tui.exports.records import hit_record

    return hit_record(hit, context.library.article(hit.article))


def export(context: Context) -> int:
    """Write the comparison to a file or to stdout."""
    from tui.cli.files import output_format, save

    asked, words = context.request.arguments, context.words
    format_ = output_format(asked.format, asked.output)
    if format_ == "xlsx" and asked.output is None and sys.stdout.isatty():
        raise UsageError(words("errors.binary_to_terminal"))
    if asked.output is not None and asked.output.exists() and not asked.force:
        raise UsageError(words("errors.file_exists", file=asked.output))
    context.refresh()
    made = context.library.export(context.chosen(), format_)
    if asked.output is not None:
        save(asked.output, made, words, force=asked.force)
        tell(words("cli.written", file=asked.output))
    elif isinstance(made, bytes):
        write_bytes(made)
    else:
        write(made)
    return codes.OK


def corrections(context: Context) -> int:
    """List what the user corrected, or take the newest back."""
    library, words = context.library, context.words
    if context.request.arguments.undo:
        undone = library.undo()
        tell(words("cli.undone", what=undone) if undone else words("cli.nothing_to_undo"))
        return codes.OK
    context.refresh()
    lost = library.orphans()
    records = [
        {
            "article": each.article,
            "text": each.text,
            "quote": each.quote,
            "start": each.start,
            "changes": dict(each.changes),
            "made": each.made,
            "orphaned": each in lost,
        }
        for each in library.corrections()
    ]
    if not records:
        tell(words("cli.no_corrections"))

    def cells(record: Record) -> list[str]:
        changes = ", ".join(f"{key} = {value}" for key, value in record["changes"].items())
        return [record["article"], record["text"], changes, words("cli.orphaned") if record["orphaned"] else ""]

    write_listing(Listing(records, context.columns("corrections"), cells), context.request.format)
    return codes.OK


COMMANDS: Mapping[str, Callable[[Context], int]] = MappingProxyType(
    {
        "browse": browse,
        "index": index,
        "meetings": meetings,
        "figures": figures,
        "compare": compare,
        "search": search,
        "export": export,
        "corrections": corrections,
    }
)
