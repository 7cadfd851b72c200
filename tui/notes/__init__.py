"""What the user wrote: corrections of statements and decisions on proposed links, in one readable TOML file.

It is kept apart from all that can be made again, and no refresh touches it.
"""

from tui.notes.applying import Corrected, apply_corrections
from tui.notes.model import CHANGES, Correction, Decision, check_changes
from tui.notes.store import NAME, Notes, NotesFile, notes_path

__all__ = [
    "CHANGES",
    "NAME",
    "Corrected",
    "Correction",
    "Decision",
    "Notes",
    "NotesFile",
    "apply_corrections",
    "check_changes",
    "notes_path",
]
