"""A comparison as a document without a format: sections of tables whose rows name their sources."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A passage that something rests on.

    number: counted from 1 over the report
    file: name of the article's file
    start, end: in code points of the file as decoded
    quote: its sentence
    origin: newspaper and day of the meeting, as far as known
    """

    number: int
    file: str
    start: int
    end: int
    quote: str
    origin: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table.

    cells: one for each heading
    sources: numbers of the passages it rests on
    """

    cells: tuple[str, ...]
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One block of a meeting, or a series.

    title: what it holds
    headings: of the columns
    rows: may be empty
    empty: what to say instead of no rows
    """

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    empty: str


@dataclass(frozen=True, slots=True)
class Section:
    """One meeting, or the series.

    title: what it is about
    lines: what to know of it, such as its papers and how it was dated
    tables: its blocks
    """

    title: str
    lines: tuple[str, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A whole export.

    language: of its words
    title: of the whole
    sections: one a meeting, newest first, then the series
    sources: all passages, by number
    sources_title: heading over them
    """

    language: str
    title: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    sources_title: str
