"""The file an export goes to."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.atomic import write_whole
from tui.cli.arguments import EXPORTS
from tui.errors import ExportError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from tui.words import Words


def output_format(asked: str | None, output: Path | None) -> str:
    """The format asked for, else that of the file's suffix, else Markdown."""
    suffix = output.suffix.lower().removeprefix(".") if output else ""
    return asked or {"htm": "html", "markdown": "md"}.get(suffix, suffix if suffix in EXPORTS else "md")


def save(path: Path, made: str | bytes, words: Words, *, force: bool) -> None:
    """Nothing; `path` holds what was made; a `UsageError` where it exists and `force` is not given."""
    data = made.encode("utf-8", "backslashreplace") if isinstance(made, str) else made
    try:
        if force:
            write_whole(path, data)
        else:
            _create(path, data)
    except FileExistsError as error:
        raise UsageError(words("errors.file_exists", file=path)) from error
    except OSError as error:
        raise ExportError(words("errors.cannot_write", file=path, reason=error.strerror)) from error


def _create(path: Path, data: bytes) -> None:
    """Nothing; a new file holds `data`; a `FileExistsError` where somebody was quicker."""
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    try:
        write_whole(path, data)
    except BaseException:
        path.unlink()
        raise
