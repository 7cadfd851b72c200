"""The file of the user's notes: read with care, written at once or not at all."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from tui.atomic import write_whole
from tui.errors import NotesError
from tui.notes.model import CHANGES, Correction, Decision, check_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

NAME = "briefings-notes.toml"
_HEAD = (
    "# What you corrected and decided in Briefings. You may edit, merge and share this file;\n"
    "# later entries win over earlier ones. Your own comments are not kept when Briefings writes.\n\n"
)


@dataclass(frozen=True, slots=True)
class Notes:
    """All the user wrote.

    corrections, decisions: in the order of the file, later ones winning
    """

    corrections: tuple[Correction, ...] = ()
    decisions: tuple[Decision, ...] = ()

    def accepted(self) -> dict[str, bool]:
        """What was decided, by follow-up id."""
        return {each.follow_up: each.accepted for each in self.decisions}

    def of(self, article: str) -> tuple[Correction, ...]:
        """The corrections of one article."""
        return tuple(each for each in self.corrections if each.article == article)


def notes_path(roots: Sequence[Path], directory: Path | None = None) -> Path:
    """Where the notes on `roots` are kept: beside a single folder that can be written, else in the data folder."""
    if directory is not None:
        return directory / NAME
    folders = {Path(root if root.is_dir() else root.parent).resolve() for root in roots}
    if len(folders) == 1:
        folder = folders.pop()
        if (folder / NAME).exists() or (folder.is_dir() and os.access(folder, os.W_OK)):
            return folder / NAME
        folders = {folder}
    import platformdirs

    name = sha256("\0".join(sorted(map(str, folders))).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return platformdirs.user_data_path("briefings") / name / NAME


class NotesFile:
    """Reads and changes one file of notes; what it does not know of is kept as it is.

    Every change reads the file again first, so that what another program wrote meanwhile stays.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def version(self) -> tuple[int, int]:
        """Size and time of the file; it differs after a change. (0, 0) without a file."""
        try:
            stat = self.path.stat()
        except OSError:
            return 0, 0
        return stat.st_size, stat.st_mtime_ns

    def read(self) -> Notes:
        """What the file says; a `NotesError` naming file and entry where it is malformed."""
        return _notes(self._load(), self.path)

    def correct(self, correction: Correction) -> None:
        """Nothing; the correction stands at the end of the file."""
        check_changes(correction.changes, correction.text)
        entry = {
            "article": correction.article,
            "text": correction.text,
            "quote": correction.quote,
            "start": correction.start,
            **correction.changes,
            "made": correction.made or _now(),
        }
        self._change(lambda data: data.setdefault("correction", []).append(entry))

    def decide(self, follow_up: str, *, accepted: bool | None) -> None:
        """Nothing; the link is accepted, rejected, or with None undecided again."""

        def change(data: dict[str, Any]) -> None:
            kept = [each for each in data.get("decision", []) if each.get("follow_up") != follow_up]
            new = [] if accepted is None else [{"follow_up": follow_up, "accepted": accepted, "made": _now()}]
            data["decision"] = kept + new

        self._change(change)

    def undo(self) -> Correction | Decision | None:
        """The newest entry, which is gone afterwards; None if there is none."""
        notes = self.read()
        entries: list[Correction | Decision] = [*notes.corrections[-1:], *notes.decisions[-1:]]
        if not entries:
            return None
        last = max(entries, key=lambda each: each.made)
        self._change(lambda data: data["correction" if isinstance(last, Correction) else "decision"].pop())
        return last

    def _change(self, change: Callable[[dict[str, Any]], object]) -> None:
        data = self._load()
        _notes(data, self.path)
        change(data)
        import tomli_w

        self._write(_HEAD + tomli_w.dumps({key: value for key, value in data.items() if value != []}))

    def _load(self) -> dict[str, Any]:
        try:
            return tomli.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise NotesError(f"{self.path}: is not valid TOML: {error}; mend it, nothing was changed.") from error
        except OSError as error:
            raise NotesError(f"{self.path}: cannot be read ({error.strerror}).") from error

    def _write(self, text: str) -> None:
        try:
            write_whole(self.path, text.encode())
        except OSError as error:
            raise NotesError(f"{self.path}: cannot be written ({error.strerror}); nothing was changed.") from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _notes(data: Mapping[str, Any], path: Path) -> Notes:
    corrections = [_correction(each, place) for each, place in _entries(data, "correction", path)]
    decisions = [_decision(each, place) for each, place in _entries(data, "decision", path)]
    return Notes(tuple(corrections), tuple(decisions))


def _entries(data: Mapping[str, Any], name: str, path: Path) -> list[tuple[Mapping[str, Any], str]]:
    entries = data.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise NotesError(f"{path}: {name} must be written as [[{name}]].")
    return [(each, f"{path}, {name} {number}") for number, each in enumerate(entries, 1)]


def _correction(entry: Mapping[str, Any], place: str) -> Correction:
    article, text, quote = (_field(entry, key, str, place) for key in ("article", "text", "quote"))
    changes = {key: value for key, value in entry.items() if key in CHANGES}
    check_changes(changes, place)
    start = _field(entry, "start", int, place)
    return Correction(article, text, quote, start, changes, str(entry.get("made", "")))


def _decision(entry: Mapping[str, Any], place: str) -> Decision:
    follow_up, accepted = _field(entry, "follow_up", str, place), _field(entry, "accepted", bool, place)
    return Decision(follow_up, accepted, str(entry.get("made", "")))


def _field(entry: Mapping[str, Any], key: str, kind: type, place: str) -> Any:
    if not isinstance(entry.get(key), kind):
        raise NotesError(f"{place}: {key} must be given, as {kind.__name__}.")
    return entry[key]
