"""The marker of a finished commit: which files make the index, how long they are, and their checksums.

It is the truth: what it does not name does not exist, and it is replaced in one step after all it names is on disk.
"""

from __future__ import annotations

import json
import os
import sys
import zlib
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import whoosh

from tui.errors import Sayable
from tui.search.scoring import K1, STEPS, TITLE, TYPICAL, B

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAME = "marker.json"
SCHEMA = 1
"""Counts changes of what is on disk, the analyser included; an index of another schema is made anew."""

SMALL = 1 << 20
"""Bytes up to which a file is summed whenever the index is opened."""


class MarkerError(Exception):
    """The index is not as its marker says, or the marker is not ours: it is to be made anew. The text says why."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A finished commit.

    generation: counts commits
    stamp: what the caller marked the commit with
    toc: file name of Whoosh's table of contents
    files: name to size in bytes and CRC-32
    """

    generation: int
    stamp: str
    toc: str
    files: Mapping[str, tuple[int, int]]


def identity(directory: Path) -> tuple[int, int, int]:
    """What tells the marker's file from a later one; zeros without one."""
    try:
        found = (directory / NAME).stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_ino, found.st_size


def _kind() -> str:
    """What must agree for an index to be read: our schema, Whoosh, the machine's byte order, the ranking."""
    ranking = (K1, B, TYPICAL, TITLE, STEPS)
    return f"briefings-search/{SCHEMA} whoosh/{whoosh.__version__} {sys.byteorder} {ranking}"


def _digest(content: Mapping[str, Any]) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def read(directory: Path) -> Marker:
    """The marker of the index in `directory`; `FileNotFoundError` without one, `MarkerError` if it is not sound."""
    raw = (directory / NAME).read_bytes()
    try:
        content = json.loads(raw)
        digest, kind = content.pop("digest"), content.pop("kind")
        if kind != _kind():
            raise MarkerError(Sayable("other_version", "it was made by another version of the program"))
        if digest != _digest(content):
            raise MarkerError(Sayable("marker_damaged", "its marker is damaged"))
        files = {name: (size, crc) for name, (size, crc) in content["files"].items()}
        return Marker(content["generation"], content["stamp"], content["toc"], files)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise MarkerError(Sayable("marker_unread", "its marker cannot be read")) from error


def check(directory: Path, marker: Marker, *, deep: bool = False) -> None:
    """Raise `MarkerError` unless all files are there, as long as they were, and the small ones the same.

    `deep` sums the large ones too.
    """
    for name, (size, crc) in marker.files.items():
        path = directory / name
        try:
            found = path.lstat()
        except OSError as error:
            raise MarkerError(Sayable("index_file_gone", "its file {name} is missing", name=name)) from error
        if found.st_size != size:
            template = "its file {name} has {found} bytes in place of {size}"
            raise MarkerError(Sayable("index_file_size", template, name=name, found=found.st_size, size=size))
        if (deep or size <= SMALL) and _crc(path) != crc:
            raise MarkerError(Sayable("index_file_damaged", "its file {name} is damaged", name=name))


def measure(directory: Path, names: Iterable[str], known: Mapping[str, tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Size and sum of the files `names`, all on disk for good; those in `known` are taken as they are."""
    return {name: known[name] if name in known else _measured(directory / name) for name in sorted(names)}


def write(directory: Path, marker: Marker) -> None:
    """Make what `marker` names the index, in one step."""
    content = asdict(marker)
    content |= {"digest": _digest(content), "kind": _kind()}
    fresh = directory / f"{NAME}.new"
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(content, file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(directory / NAME)


def _measured(path: Path) -> tuple[int, int]:
    crc = _crc(path)
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return path.stat().st_size, crc


def _crc(path: Path) -> int:
    crc = 0
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            crc = zlib.crc32(block, crc)
    return crc
