"""The lock of the one writer: Whoosh's own file lock, which ends with the process, and who holds it."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from whoosh.util.filelock import FileLock

from tui.errors import Sayable, SearchIndexError

if TYPE_CHECKING:
    from pathlib import Path

_LOCK, _HOLDER = "MAIN_WRITELOCK", "MAIN_WRITELOCK.holder"
LOCK_FILES = (_LOCK, _HOLDER)
PATIENCE = 2.0
"""Seconds a second writer waits for the first."""
_PAUSE = 0.02


class WriteLock:
    """The right to write to the index in `directory`, while it is held."""

    def __init__(self, directory: Path, patience: float = PATIENCE) -> None:
        self._directory = directory
        self._lock = FileLock(str(directory / _LOCK))
        end = time.monotonic() + patience
        while not self._lock.acquire():
            if time.monotonic() >= end:
                template = "The search index is being written by {holder}: try again when it is done."
                raise SearchIndexError(Sayable("index_locked", template, holder=self._holder()))
            time.sleep(_PAUSE)
        (directory / _HOLDER).write_text(str(os.getpid()), "utf-8")

    def _holder(self) -> str:
        try:
            number = (self._directory / _HOLDER).read_text("utf-8")
        except OSError:
            return Sayable("another_process", "another process")
        return Sayable("process", "process {number}", number=number)

    def release(self) -> None:
        """Let others write."""
        (self._directory / _HOLDER).unlink(missing_ok=True)
        self._lock.release()
