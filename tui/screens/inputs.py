"""A text field that survives Vietnamese input methods.

They rewrite a word as one burst of backspaces and letters. Textual's own field deletes by a binding that
runs after the letters that follow, so the burst arrives out of order; here each key acts when it arrives.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textual.widgets import Input

if TYPE_CHECKING:
    from textual import events


class TextField(Input):
    """An `Input` for typed Vietnamese: composed characters, and keys in the order they were sent."""

    def on_mount(self) -> None:
        """Keep the cursor still: each blink would repaint the line under an input method."""
        self.cursor_blink = False

    def key_backspace(self, event: events.Key) -> None:
        """Delete at once what stands left of the cursor, or the selection."""
        event.stop()
        event.prevent_default()
        self.action_delete_left()

    def insert_text_at_cursor(self, text: str) -> None:
        """Insert `text`, composing it with a letter that already stands before the cursor."""
        super().insert_text_at_cursor(text)
        composed = unicodedata.normalize("NFC", self.value)
        if composed != self.value:
            after = unicodedata.normalize("NFC", self.value[self.cursor_position :])
            self.value = composed
            self.cursor_position = len(composed) - len(after)
