"""A file of named columns, read lazily from mapped memory: numbers as arrays, texts as one joined string."""

from __future__ import annotations

import json
import struct
from array import array
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LENGTH = struct.Struct("<I")
_BETWEEN = "\x00"


def pack(columns: Mapping[str, array[Any] | Sequence[str]]) -> bytes:
    """The bytes of `columns`; a text must not hold the character U+0000."""
    directory: dict[str, tuple[str, int, int]] = {}
    parts, offset = [], 0
    for name, column in columns.items():
        if isinstance(column, array):
            kind, data = str(column.typecode), column.tobytes()
        else:
            kind, data = "text", _BETWEEN.join(column).encode()
        directory[name] = (kind, offset, len(data) if column else -1)
        parts.append(data)
        offset += len(data)
    head = json.dumps(directory).encode()
    return b"".join((_LENGTH.pack(len(head)), head, *parts))


class Sections:
    """The columns of one file."""

    def __init__(self, buffer: memoryview | bytes) -> None:
        length = _LENGTH.unpack(buffer[: _LENGTH.size])[0]
        self._buffer = buffer
        self._base = _LENGTH.size + length
        self._directory = json.loads(bytes(buffer[_LENGTH.size : self._base]))

    def __contains__(self, name: str) -> bool:
        return name in self._directory

    def numbers(self, name: str) -> array[Any]:
        """The column `name` of numbers."""
        kind, data = self._data(name)
        column = array(kind)
        column.frombytes(data)
        return column

    def texts(self, name: str) -> list[str]:
        """The column `name` of texts."""
        if self._directory[name][2] < 0:
            return []
        return bytes(self._data(name)[1]).decode().split(_BETWEEN)

    def _data(self, name: str) -> tuple[str, memoryview | bytes]:
        kind, offset, length = self._directory[name]
        start = self._base + offset
        return kind, self._buffer[start : start + max(length, 0)]
