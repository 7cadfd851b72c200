"""What the user wrote: the part of the library that only the notes are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.notes import NotesFile
    from tui.notes.model import Correction


class Written:
    """Corrections and decisions.

    notes: the file they are kept in
    """

    notes: NotesFile

    def undo(self) -> str | None:
        """What the newest entry said, which is gone afterwards; None if there was none."""
        last = self.notes.undo()
        return last.summary if last else None

    def corrections(self) -> tuple[Correction, ...]:
        """All corrections, in the order they were made; a `NotesError` where the file cannot be read."""
        return self.notes.read().corrections

    def decide(self, follow_up: str, accepted: bool | None) -> None:  # noqa: FBT001 - of the contract
        """Nothing; the proposed link is accepted, rejected, or with None open again."""
        self.notes.decide(follow_up, accepted=accepted)
