"""The optional front matter of a file: TOML between two `+++` lines at its top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import tomli

from tui.errors import CorpusError, Sayable

_FENCED = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n")
_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Header:
    """What the front matter says; empty where it does not.

    title, outlet, url, meeting, place, byline: as in `Article`
    date: the day of the meeting
    body: where the text after it starts, in the file as decoded
    """

    title: str = ""
    outlet: str = ""
    url: str = ""
    meeting: str = ""
    place: str = ""
    byline: str = ""
    date: date | None = None
    body: int = 0


_TEXTS = ("title", "outlet", "url", "meeting", "place", "byline")
_KEYS = (*_TEXTS, "date")


def read_header(raw: str, file: str) -> Header:
    """The front matter of `raw`, an empty one where there is none; a CorpusError names `file`, line and key."""
    fenced = _FENCED.match(raw)
    if fenced is None:
        if _OPENING.match(raw):
            template = "{file}, line 1: the front matter opened by +++ has no closing +++ line."
            raise CorpusError(Sayable("unclosed_header", template, file=file))
        return Header()
    table = _table(fenced[1], file)
    for key in table:
        _check(key, table[key], file)
    texts = {key: " ".join(table[key].split()) for key in _TEXTS if key in table}
    return Header(**texts, date=_date(table.get("date"), file), body=fenced.end())


def _table(toml: str, file: str) -> dict[str, Any]:
    try:
        return tomli.loads(toml.replace("\r\n", "\n"))
    except tomli.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) + 1 if found else toml.count("\n") + 1
        template = "{file}, line {line}: the front matter is not TOML: {reason}."
        raise CorpusError(Sayable("bad_header", template, file=file, line=line, reason=error)) from error


def _check(key: str, value: object, file: str) -> None:
    if key not in _KEYS:
        near = get_close_matches(key, _KEYS, n=1, cutoff=0.0)[0]
        template = "{file}: front matter has no key '{key}'; did you mean '{near}'?"
        raise CorpusError(Sayable("header_key", template, file=file, key=key, near=near))
    if key != "date" and not isinstance(value, str):
        template = "{file}: front matter key '{key}' must be a string in quotes."
        raise CorpusError(Sayable("header_value", template, file=file, key=key))


def _date(value: object, file: str) -> date | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        template = "{file}: front matter key 'date' must be a day such as 2025-07-22, not {value}."
        raise CorpusError(Sayable("header_date", template, file=file, value=repr(value))) from None
