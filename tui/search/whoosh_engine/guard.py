"""Whatever goes wrong inside an index, told as one sentence."""

from __future__ import annotations

import errno
import pickle
import struct
import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING

from whoosh.index import IndexError as WhooshIndexError

from tui.errors import BriefingsError, Sayable, SearchIndexError, sentence_of
from tui.search.whoosh_engine.marker import MarkerError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_DAMAGE = (
    MarkerError,
    WhooshIndexError,
    pickle.UnpicklingError,
    struct.error,
    zlib.error,
    EOFError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
)


@contextmanager
def guarded(directory: Path, undo: Callable[[], None] | None = None) -> Iterator[None]:
    """Turn errors into `SearchIndexError`s; `undo` is called first after any error at all."""
    try:
        yield
    except BaseException as error:
        if undo is not None:
            undo()
        if isinstance(error, BriefingsError):
            raise
        if isinstance(error, OSError):
            raise SearchIndexError(_of_system(directory, error)) from error
        if isinstance(error, _DAMAGE):
            template = "The search index in {folder} is damaged ({reason}): open it again to have it made anew."
            raise SearchIndexError(
                Sayable("index_damaged", template, folder=directory, reason=sentence_of(error))
            ) from error
        raise


def _of_system(directory: Path, error: OSError) -> Sayable:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        template = "The search index in {folder} cannot be written because the disk is full: free some space."
        return Sayable("index_full", template, folder=directory)
    template = "The search index in {folder} cannot be used: {reason}."
    return Sayable("index_unusable", template, folder=directory, reason=error.strerror or error)
