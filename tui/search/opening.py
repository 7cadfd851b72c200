"""Opening an index: only one of the user's own is read, a bad one is made anew, and without a disk there is memory."""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING

from tui.errors import SearchIndexError
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
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        message = f"The search index is kept in memory for this session only: {reason}"
        return MemoryEngine([Problem(str(directory), message)], recency=recency)


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
            problem = str(error.__cause__ or error)
    lock = WriteLock(directory)
    try:
        directory.chmod(stat.S_IRWXU)
        # another process may have made it while this one waited
        if problem is not None or not (directory / NAME).exists():
            MarkedIndex.make(directory)
    finally:
        lock.release()
    notice = f"The search index is made anew, because {problem}." if problem else None
    return WhooshEngine(directory, [Problem(str(directory), notice)] if notice else [], recency=recency)


def _make_private(directory: Path) -> None:
    """Make `directory` if need be; raise unless it is a directory of the user's own that can be written."""
    directory.mkdir(mode=stat.S_IRWXU, parents=True, exist_ok=True)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode):
        raise _UnusableError(f"{directory} is not a directory; remove it or set another cache directory.")
    if _is_others(found):
        raise _UnusableError(f"{directory} belongs to somebody else; set another cache directory.")
    if not os.access(directory, os.W_OK | os.X_OK):
        raise _UnusableError(f"{directory} cannot be written; set another cache directory.")
    if shutil.disk_usage(directory).free < LEAST_SPACE:
        raise _UnusableError(f"the disk of {directory} is full; free some space.")


def _is_others(found: os.stat_result) -> bool:
    return hasattr(os, "getuid") and found.st_uid != os.getuid()


def _distrust(directory: Path) -> str | None:
    """Why the files in `directory` may not be what this user's program wrote; None if they may be read."""
    if os.name == "posix" and directory.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return "others had access to its directory" if any(directory.iterdir()) else None
    for path in directory.iterdir():
        try:
            found = path.lstat()
        except FileNotFoundError:
            # another process has just committed
            continue
        if stat.S_ISLNK(found.st_mode) or _is_others(found):
            return f"{path.name} in it is not of its own making"
    return None
