"""The entries of a file of notes, each checked and named by its place where it is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.errors import NotesError, Sayable
from tui.notes.model import CHANGES, Correction, Decision, check_changes
from tui.notes.store import Notes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def notes_of(data: Mapping[str, Any], path: Path) -> Notes:
    """What is written in `data`, which stands in `path`; a `NotesError` for a malformed entry."""
    corrections = [_correction(each, place) for each, place in _entries(data, "correction", path)]
    decisions = [_decision(each, place) for each, place in _entries(data, "decision", path)]
    return Notes(tuple(corrections), tuple(decisions))


def _entries(data: Mapping[str, Any], name: str, path: Path) -> list[tuple[Mapping[str, Any], str]]:
    entries = data.get(name, [])
    if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
        raise NotesError(
            Sayable("notes_entries", "{file}: {name} must be written as [[{name}]].", file=path, name=name)
        )
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
        template = "{at}: {key} must be given, as {kind}."
        raise NotesError(Sayable("notes_field", template, at=place, key=key, kind=kind.__name__))
    return entry[key]
