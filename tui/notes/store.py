"""The file of the user's notes: read with care, written at once or not at all."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import tomli

from tui.errors import NotesError, Sayable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.notes.model import Correction, Decision

NAME = "briefings-notes.toml"
_HEAD = (
    "# What you corrected and decided in Briefings. You may edit, merge and share this file;\n"
    "# later entries win over earlier ones. Your own comments are not kept when Briefings writes.\n\n"
)


class Notes(NamedTuple):
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
    from hashlib import sha256

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
        data = self._load()
        if not data:
            return Notes()
        from tui.notes.entries import notes_of

        return notes_of(data, self.path)

    def correct(self, correction: Correction) -> None:
        """Nothing; the correction stands at the end of the file."""
        from tui.notes.model import check_changes

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
        self._change(lambda data: data["correction" if last in notes.corrections else "decision"].pop())
        return last

    def _change(self, change: Callable[[dict[str, Any]], object]) -> None:
        import tomli_w

        from tui.notes.entries import notes_of

        data = self._load()
        notes_of(data, self.path)
        change(data)

        self._write(_HEAD + tomli_w.dumps({key: value for key, value in data.items() if value != []}))

    def _load(self) -> dict[str, Any]:
        try:
            return tomli.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            template = "{file}: is not valid TOML: {reason}; mend it, nothing was changed."
            raise NotesError(Sayable("notes_toml", template, file=self.path, reason=error)) from error
        except OSError as error:
            told = Sayable("notes_unread", "{file}: cannot be read ({reason}).", file=self.path, reason=error.strerror)
            raise NotesError(told) from error

    def _write(self, text: str) -> None:
        from tui.atomic import write_whole

        try:
            write_whole(self.path, text.encode())
        except OSError as error:
            template = "{file}: cannot be written ({reason}); nothing was changed."
            raise NotesError(Sayable("notes_unwritten", template, file=self.path, reason=error.strerror)) from error


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
