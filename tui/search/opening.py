"""Opening an index: only one of the user's own is read, a bad one is made anew, and without a disk there is memory."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from tui.errors import Sayable, SearchIndexError, sentence_of
from tui.model import Problem
from tui.search.memory import MemoryEngine

if TYPE_CHECKING:
    from pathlib import Path

    from tui.search.model import Engine

LEAST_SPACE = 4 << 20
"""Bytes of free disk below which nothing is kept there."""


class _UnusableError(Exception):
    """The directory cannot hold an index; the text says why."""


def open_engine(directory: Path | None, *, recency: float = 0.2) -> Engine:
    """The engine on `directory`, as the package's `open_engine` promises."""
    if directory is None:
        return MemoryEngine(recency=recency)
    try:
        return _open(directory, recency)
    except (_UnusableError, OSError, SearchIndexError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else sentence_of(error)
        template = "The search index is kept in memory for this session only: {reason}"
        return MemoryEngine([Problem(str(directory), Sayable("in_memory", template, reason=reason))], recency=recency)


def _open(directory: Path, recency: float) -> Engine:
    from tui.search.whoosh_engine.engine import WhooshEngine
    from tui.search.whoosh_engine.lock import WriteLock
    from tui.search.whoosh_engine.marker import NAME
    from tui.search.whoosh_engine.writer import MarkedIndex

    _make_private(directory)
    problem = _distrust(directory)
    if problem is None and (directory / NAME).exists():
        try:
            return WhooshEngine(directory, recency=recency)
        except SearchIndexError as error:
            problem = sentence_of(error.__cause__ or error)
    lock = WriteLock(directory)
    try:
        directory.chmod(stat.S_IRWXU)
        # another process may have made it while this one waited
        if problem is not None or not (directory / NAME).exists():
            MarkedIndex.make(directory)
    finally:
        lock.release()
    notices = []
    if problem is not None:
        told = Sayable("index_anew", "The search index is made anew, because {reason}.", reason=problem)
        notices.append(Problem(str(directory), told))
    return WhooshEngine(directory, notices, recency=recency)


def _make_private(directory: Path) -> None:
    """Make `directory` if need be; raise unless it is a directory of the user's own that can be written."""
    directory.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode):
        template = "{folder} is not a directory; remove it or set another cache directory."
        raise _UnusableError(Sayable("no_directory", template, folder=directory))
    if _is_others(found):
        template = "{folder} belongs to somebody else; set another cache directory."
        raise _UnusableError(Sayable("others_directory", template, folder=directory))
    if not os.access(directory, os.W_OK | os.X_OK):
        template = "{folder} cannot be written; set another cache directory."
        raise _UnusableError(Sayable("locked_directory", template, folder=directory))
    if shutil.disk_usage(directory).free < LEAST_SPACE:
        raise _UnusableError(Sayable("full_disk", "the disk of {folder} is full; free some space.", folder=directory))


def _is_others(found: os.stat_result) -> bool:
    return hasattr(os, "getuid") and found.st_uid != os.getuid()


def _distrust(directory: Path) -> str | None:
    """Why the files in `directory` may not be what this user's program wrote; None if they may be read."""
    if os.name == "posix" and directory.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        told = Sayable("others_access", "others had access to its directory")
        return told if any(directory.iterdir()) else None
    for path in directory.iterdir():
        try:
            found = path.lstat()
        except FileNotFoundError:
            # another process has just committed
            continue
        if stat.S_ISLNK(found.st_mode) or _is_others(found):
            return Sayable("foreign_file", "{name} in it is not of its own making", name=path.name)
    return None
