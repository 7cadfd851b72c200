"""Whoosh's codec with our terms, postings and cards; stored fields stay Whoosh's own."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import BufferFile

from tui.search.whoosh_engine.terms import SegmentTerms, TermsWriter

if TYPE_CHECKING:
    from collections.abc import Iterable


class ArticleCodec(W3Codec):  # type: ignore[misc]
    """How a segment's files are written and read."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> TermsWriter:
        """A writer of terms."""
        return TermsWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> SegmentTerms:
        """A reader of terms."""
        return SegmentTerms(storage, segment)


class MappedFile(BufferFile):  # type: ignore[misc]
    """A file in mapped memory: nothing is copied when it is opened, and threads can read it at once.

    `BufferFile` itself copies all of its buffer for the sake of methods that we do not call.
    """

    def __init__(self, buffer: memoryview, name: str) -> None:
        self._buf = buffer
        self._name = name
        self.onclose = None
        self.is_real = False
        self.is_closed = False

    @property
    def buffer(self) -> memoryview:
        """All bytes of the file."""
        return self._buf

    def close(self) -> None:
        """Let go of the file; the mapping lives as long as something looks at it."""
        self.is_closed = True


class MappedStorage(FileStorage):  # type: ignore[misc]
    """A directory whose segment files are read through mapped memory.

    directory: where
    held: files mapped at once, so that they can be read even when a later commit has removed them
    """

    def __init__(self, directory: Path, held: Iterable[str] = ()) -> None:
        super().__init__(str(directory))
        self._held = {name: self._map(name) for name in held}

    def open_file(self, name: str, **options: Any) -> Any:
        """The file `name`, read-only."""
        if name.endswith(".toc"):
            return super().open_file(name, **options)
        return MappedFile(self._held[name] if name in self._held else self._map(name), name)

    def file_exists(self, name: str) -> bool:
        """Whether there is such a file, or was when it was mapped."""
        return name in self._held or bool(super().file_exists(name))

    def file_length(self, name: str) -> int:
        """The size of the file in bytes."""
        return len(self._held[name]) if name in self._held else int(super().file_length(name))

    def _map(self, name: str) -> memoryview:
        with Path(self.folder, name).open("rb") as file:
            try:
                return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            except ValueError:
                # an empty file cannot be mapped
                return memoryview(b"")
