"""Stdout and stderr: data apart from words, no escape sequences from files, pipes that close early."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tui.model import Problem, Progress
    from tui.words import Words

_PATIENCE = 1.0  # seconds before progress is shown
_EVERY = 0.1  # seconds between two of its lines


def prepare_streams() -> None:
    """Nothing; what stdout and stderr cannot encode is escaped from now on instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def speaks_unicode(stream: TextIO) -> bool:
    """Whether any letter can be written to `stream`."""
    return (stream.encoding or "").lower().replace("-", "").startswith("utf")


def printable(text: str) -> str:
    """`text` from a file or a file's name without control characters, on one line."""
    return "".join(sign if sign.isprintable() else " " for sign in text)


def write(text: str) -> None:
    """Nothing; the data is on stdout."""
    sys.stdout.write(text)


def write_bytes(data: bytes) -> None:
    """Nothing; the data is on stdout."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def tell(text: str) -> None:
    """Nothing; the message is on stderr."""
    sys.stderr.write(f"{printable(text)}\n")


def tell_problems(problems: Iterable[Problem], words: Words) -> None:
    """Nothing; each problem is on stderr with its place."""
    for problem in problems:
        tell(f"{problem.where}: {words.problem(problem)}")


def close_quietly() -> None:
    """Nothing; what is left to write goes nowhere, because the reader of stdout has gone."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class ProgressLine:
    """One line on stderr that is written over, only on a terminal and only for what takes long."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._started = time.monotonic()
        self._last = 0.0
        self._shown = False

    def __call__(self, progress: Progress) -> None:
        """Nothing; the line tells `progress`."""
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._started < _PATIENCE or now - self._last < _EVERY:
            return
        self._last, self._shown = now, True
        line = self._words("cli.reading", done=progress.done, total=progress.total, label=progress.label)
        sys.stderr.write(f"\r\x1b[K{printable(line)[:78]}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Nothing; the line is gone."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
