"""`doctor`: what is installed, which settings hold, what is kept where, and what to do about what is wrong."""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tui.cli import codes
from tui.cli.output import write_json, write_table
from tui.cli.streams import speaks_unicode
from tui.config import load_config
from tui.errors import BriefingsError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from tui.config import Config
    from tui.library import Library
    from tui.words import Words

_NEEDED = ("textual", "rich", "Whoosh-Reloaded", "tomli", "tomli-w", "platformdirs")
_OPTIONAL = {"openpyxl": "briefings[xlsx]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    item: what
    state: whether it is fine
    detail: what was found
    remedy: what to do; empty where nothing is
    """

    item: str
    state: Literal["ok", "problem"]
    detail: str
    remedy: str = ""


def version() -> str:
    """The version that is installed; of a checkout that is not, `0`."""
    return _version("briefings") or "0"


def run_doctor(arguments: argparse.Namespace, words: Words, format_: str) -> int:
    """The exit code: whether anything is wrong."""
    findings = [*_program(words), *_settings(arguments, words)]
    if format_ == "json":
        write_json([asdict(each) for each in findings])
    else:
        headings = words("cli.columns.doctor").split(" | ")
        rows = [(each.item, words(f"doctor.{each.state}"), each.detail, each.remedy) for each in findings]
        write_table(headings, rows)
    return codes.PROBLEMS if any(each.state == "problem" for each in findings) else codes.OK


def _program(words: Words) -> Iterator[Finding]:
    yield Finding(words("doctor.program"), "ok", f"briefings {version()}")
    yield Finding(words("doctor.python"), "ok", f"{platform.python_version()}, {platform.system()}")
    for name in _NEEDED:
        found, item = _version(name), words("doctor.library", name=name)
        if found:
            yield Finding(item, "ok", found)
        else:
            yield Finding(item, "problem", words("doctor.missing"), words("doctor.install", name=name))
    for name, extra in _OPTIONAL.items():
        missing = f"{words('doctor.missing')}, {words('doctor.optional')}"
        remedy = "" if _version(name) else words("doctor.install", name=extra)
        yield Finding(words("doctor.library", name=name), "ok", _version(name) or missing, remedy)
    unicode = speaks_unicode(sys.stdout)
    remedy = "" if unicode else words("doctor.not_utf8")
    yield Finding(words("doctor.output"), "ok" if unicode else "problem", sys.stdout.encoding or "?", remedy)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _settings(arguments: argparse.Namespace, words: Words) -> Iterator[Finding]:
    try:
        config = load_config(arguments.config, os.environ, Path.cwd())
    except BriefingsError as error:
        yield Finding(words("doctor.config"), "problem", words.told(error))
        return
    detail = str(config.file) if config.file else words("doctor.defaults")
    yield Finding(words("doctor.config"), "ok", detail)
    yield from _corpus(config, [Path.cwd() / path for path in arguments.paths], words)


def _corpus(config: Config, paths: Sequence[Path], words: Words) -> Iterator[Finding]:
    from tui.corpus import scan
    from tui.library import Library

    with Library(config, paths) as library:
        sources, problems = scan(library.roots)
        where = ", ".join(map(str, library.roots))
        state: Literal["ok", "problem"] = "ok" if sources else "problem"
        yield Finding(words("doctor.paths"), state, f"{words('doctor.sources', n=len(sources))}: {where}")
        for problem in dict.fromkeys((*problems, *library.problems())):
            yield Finding(words("doctor.files"), "problem", f"{problem.where}: {words.problem(problem)}")
        yield _catalogue(library, words)
        notes = str(library.notes.path)
        detail = notes if library.notes.path.exists() else f"{notes} ({words('doctor.no_notes')})"
        yield Finding(words("doctor.notes"), "ok", detail)


def _catalogue(library: Library, words: Words) -> Finding:
    """The state of the cache; making it is not a doctor's business."""
    place = str(library.catalogue.place.folder)
    if not library.cached():
        return Finding(
            words("doctor.catalogue"), "ok", f"{place} ({words('doctor.no_cache')})", words("doctor.run_index")
        )
    totals = library.totals()
    counts = words("doctor.cached", articles=totals.articles, meetings=totals.meetings, figures=totals.figures)
    return Finding(words("doctor.catalogue"), "ok", f"{place}: {counts}")
