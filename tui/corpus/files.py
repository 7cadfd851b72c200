"""Files of the corpus: finding them and decoding their bytes."""

from __future__ import annotations

import os
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING

from tui.errors import CorpusError, Sayable
from tui.model import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".txt", ".md")
_NAMES = ", ".join(SUFFIXES)
MAX_BYTES = 20_000_000
_DIGITS = re.compile(r"(\d+)")
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that holds an article.

    path: where it is
    id: of the article: the path below the folder it was found in, with /, without suffix
    size: in bytes
    mtime_ns: when it was last changed, in nanoseconds
    """

    path: Path
    id: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A file with the root it was found under and its path below that root."""

    path: Path
    root: Path
    below: str
    stat: os.stat_result


def scan(paths: Sequence[Path]) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The articles at `paths` (files, or folders with all below them) in natural order, and what was wrong there."""
    found: dict[str, _Found] = {}
    problems: list[Problem] = []
    for path in paths:
        for item in _under(Path(path)):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                found.setdefault(os.path.realpath(item.path), item)
    sources = _named(list(found.values()))
    return tuple(sorted(sources, key=lambda source: natural(source.id))), tuple(problems)


def natural(name: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """A sort key under which `bài 9` comes before `bài 10`; the name itself settles ties."""
    parts = _DIGITS.split(name.casefold())
    return tuple((int(part) if index % 2 else 0, part) for index, part in enumerate(parts)), name


def _under(root: Path) -> Iterator[_Found | Problem]:
    if root.is_dir():
        yield from _folder(root)
    elif not root.exists():
        yield Problem(str(root), Sayable("no_path", "There is no such file or folder; check the path."))
    elif root.suffix.lower() not in SUFFIXES:
        told = Sayable(
            "only_files", "Only {suffixes} files are read; convert it or name another file.", suffixes=_NAMES
        )
        yield Problem(str(root), told)
    else:
        yield _found(root, root.parent)


def _folder(root: Path) -> Iterator[_Found | Problem]:
    waiting, seen, empty = [root], {os.path.realpath(root)}, True
    while waiting:
        folder = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            empty = False
            told = Sayable(
                "bad_folder", "The folder cannot be read ({reason}); check its permissions.", reason=error.strerror
            )
            yield Problem(str(folder), told)
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            path = Path(entry.path)
            if entry.is_dir():
                real = os.path.realpath(path)
                if real not in seen:
                    seen.add(real)
                    waiting.append(path)
            elif path.suffix.lower() in SUFFIXES:
                empty = False
                yield _found(path, root)
    if empty:
        told = Sayable("empty_folder", "The folder holds no file of {suffixes}; name one that does.", suffixes=_NAMES)
        yield Problem(str(root), told)


def _found(path: Path, root: Path) -> _Found | Problem:
    try:
        stat = path.stat()
    except OSError as error:
        return Problem(str(path), Sayable("bad_file", "The file cannot be read ({reason}).", reason=error.strerror))
    if not S_ISREG(stat.st_mode):  # reading a pipe would wait for ever
        return Problem(str(path), Sayable("odd_file", "This is no ordinary file; name one that holds text."))
    return _Found(path, root, path.relative_to(root).as_posix(), stat)


def _named(found: list[_Found]) -> Iterator[SourceFile]:
    """Sources with ids that are each used once: on a clash the suffix stays, then the root's name goes before."""
    plain = [item.below[: -len(item.path.suffix)] for item in found]
    per_root = Counter((item.root, name) for item, name in zip(found, plain, strict=True))
    names = [item.below if per_root[item.root, name] > 1 else name for item, name in zip(found, plain, strict=True)]
    overall = Counter(names)
    taken: Counter[str] = Counter()
    for item, name in sorted(zip(found, names, strict=True), key=lambda pair: str(pair[0].path)):
        unique = f"{item.root.resolve().name}/{name}" if overall[name] > 1 else name
        taken[unique] += 1
        if taken[unique] > 1:
            unique = f"{unique}~{taken[unique]}"
        yield SourceFile(item.path, unique, item.stat.st_size, item.stat.st_mtime_ns)


def read_bytes(path: Path) -> bytes:
    """The bytes of the file; a CorpusError where it is gone, locked or too large."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise CorpusError(
            Sayable("file_gone", "{file}: the file is no longer there; refresh the list.", file=path)
        ) from None
    except OSError as error:
        told = Sayable("unreadable", "{file}: the file cannot be read ({reason}).", file=path, reason=error.strerror)
        raise CorpusError(told) from error
    check_size(str(path), len(data))
    return data


def check_size(file: str, size: int) -> None:
    """Nothing; a CorpusError where `size`, in bytes, is more than an article can have."""
    if size > MAX_BYTES:
        template = "{file}: larger than {most} MB, so it is no article; split it or move it."
        raise CorpusError(Sayable("too_large", template, file=file, most=MAX_BYTES // 1_000_000))


def decode(file: str, data: bytes) -> str:
    """The text of `data`, its byte order mark kept: UTF-8, or UTF-16 with a mark; a CorpusError names the bad byte."""
    encoding = _UTF_16.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        told = Sayable(
            "not_text",
            "{file}: not {encoding} text: byte {at} is {byte}; save it as UTF-8.",
            file=file,
            encoding=encoding.upper(),
            at=error.start,
            byte=f"{data[error.start]:#04x}",
        )
        raise CorpusError(told) from error
    nul = text.find("\0")
    if nul >= 0:
        byte = len(text[:nul].encode(encoding))
        template = "{file}: not a text file: byte {at} is NUL; remove it or save it as UTF-8."
        raise CorpusError(Sayable("nul", template, file=file, at=byte))
    return text
