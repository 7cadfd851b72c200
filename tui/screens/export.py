"""Writing the comparison to a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Select, Static

from tui.atomic import write_whole
from tui.errors import BriefingsError
from tui.exports import FORMATS
from tui.screens.commands import bindings
from tui.screens.dialogs import Dialog
from tui.screens.inputs import TextField
from tui.screens.work import Failed, in_thread

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import BindingType
    from textual.widget import Widget

    from tui.library import Library
    from tui.screens.commands import Scope
    from tui.words import Words


@dataclass
class Written(Message):
    """The file stands."""

    path: Path


class ExportScreen(Dialog[Path]):
    """Format, scope and file; leaves with the file written."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]
    SCOPES: ClassVar[tuple[Scope, ...]] = ("form", "dialog")
    TITLE_KEY = "panel.export"

    def __init__(self, words: Words, keys: Mapping[str, str], library: Library, *, meeting: str, folder: Path) -> None:
        super().__init__(words, keys)
        self.add_class("small")
        self._library = library
        self._meeting = meeting
        self._folder = folder
        self._confirmed: Path | None = None

    def inside(self) -> Iterable[Widget]:
        """One line a choice."""
        formats = [(self.words(f"panel.format.{name}"), name) for name in FORMATS]
        yield Select(formats, value=FORMATS[0], allow_blank=False, id="format", compact=True)
        scopes = [(self.words("panel.this_meeting"), False), (self.words("panel.all_meetings"), True)]
        yield Select(scopes, value=False, allow_blank=False, id="all", compact=True)
        yield TextField(str(self._folder / f"briefings-{self._meeting}.md"), id="file")
        yield Static(classes="note", markup=False)

    @on(Select.Changed, "#format")
    def format_changed(self, event: Select.Changed) -> None:
        """Name the file after its format."""
        field = self.query_one("#file", TextField)
        field.value = str(Path(field.value).with_suffix(f".{event.value}"))

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Write the file; an existing one only when asked twice."""
        path = Path(self.query_one("#file", TextField).value).expanduser()
        if path.exists() and path != self._confirmed:
            self._confirmed = path
            self._note(self.words("panel.overwrite", file=path.name))
            return
        chosen = str(self.query_one("#format", Select).value)
        meetings = () if self.query_one("#all", Select).value else (self._meeting,)
        in_thread(self, "export", lambda: self._write(path, meetings, chosen))

    @on(Written)
    def written(self, event: Written) -> None:
        """Say where it stands."""
        self.app.notify(self.words("panel.written", file=event.path), markup=False)
        self.dismiss(event.path)

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Say why it was not written."""
        self._note(self.words.told(event.reason))

    def _write(self, path: Path, meetings: tuple[str, ...], chosen: str) -> Written:
        data = self._library.export(meetings, chosen)
        try:
            write_whole(path, data if isinstance(data, bytes) else data.encode())
        except OSError as error:
            raise BriefingsError(self.words("panel.not_written", file=path, reason=error.strerror or error)) from error
        return Written(path)

    def _note(self, text: str) -> None:
        self.query_one(".note", Static).update(Content(text))
