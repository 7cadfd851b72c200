"""What the user wrote: corrections of statements and decisions on proposed links, in one readable TOML file.

It is kept apart from all that can be made again, and no refresh touches it. Where nothing was written, neither the
entries (`tui.notes.model`) nor the rules that apply them (`tui.notes.applying`) are loaded.
"""

from tui.notes.store import NAME, Notes, NotesFile, notes_path

__all__ = ["NAME", "Notes", "NotesFile", "notes_path"]
