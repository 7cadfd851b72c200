"""The main screen: reading, and every command that opens something or changes something."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, ClassVar

from textual import on

from tui.errors import BriefingsError
from tui.screens.commands import COMMANDS, bindings
from tui.screens.reader import Reader
from tui.screens.resuming import ResumingScreen
from tui.screens.rowlist import RowList
from tui.screens.work import Failed, Progressed, Refreshed, refresh

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.worker import Worker


def workable(about: object) -> bool:
    """Whether a panel's row can show how it came about."""
    from tui.screens.workings import has_workings

    return has_workings(about)


class BrowseScreen(ResumingScreen):
    """What the program opens with."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("browse")]
    _refreshing: Worker[None] | None = None

    def on_mount(self) -> None:
        """Show what is known; only once that is on the screen, compare and read behind it."""
        super().on_mount()
        with self.library.reading():
            self.resume()
            self.load()
        self.show_hints()
        self.call_after_refresh(self.call_after_refresh, self.start)

    def start(self) -> None:
        """Work out the panel and look for changed articles, off the screen's thread."""
        self.painted = True
        if not gc.isenabled():  # see `tui.screens.browse`
            gc.freeze()
            gc.enable()
        self.load_panel()
        self.action_refresh()

    def on_screen_resume(self) -> None:
        """Say again which keys work."""
        self.show_hints()

    def on_descendant_focus(self) -> None:
        """Follow the focus."""
        super().on_descendant_focus()
        self.show_hints()

    @on(RowList.Moved)
    @on(Reader.Walked)
    def hints_changed(self) -> None:
        """Which keys work depends on where the cursor stands."""
        self.show_hints()

    def show_hints(self) -> None:
        """Hint at the commands that do something here."""
        if self.is_mounted:
            shown = [each for each in COMMANDS if each.hint and each.scope in {"browse", "pane"}]
            able = [each for each in shown if each.scope == "pane" or self.check_action(each.id, ())]
            self.footer.show_commands(self.words, able, self.config.keys)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command does something here."""
        del parameters
        about = self.panel.row.about if self.is_mounted and self.panel.row else None
        applies = {
            "accept": lambda: self.pane == "panel" and hasattr(about, "grade"),
            "reject": lambda: self.pane == "panel" and hasattr(about, "grade"),
            "derivation": lambda: self.pane == "panel" and workable(about),
            "correct": lambda: hasattr(about, "value") if self.pane == "panel" else self.statement is not None,
            "next_paper": lambda: self.meeting is not None and len(self.meeting.articles) > 1,
        }
        return applies[action]() if action in applies else True

    def action_refresh(self) -> None:
        """Look for new, changed and removed articles."""
        self._refreshing = refresh(self, self.library)

    @on(Progressed)
    def progressed(self, event: Progressed) -> None:
        """Say how far the refresh has come."""
        progress = event.progress
        self.footer.show_activity(self.words("screen.reading", done=progress.done, total=progress.total or "?"))

    @on(Refreshed)
    def refreshed(self, event: Refreshed) -> None:
        """Show what has changed, keeping the place."""
        report, self.looked = event.report, True
        self.footer.show_activity(self.words("screen.problems", n=len(report.problems)) if report.problems else "")
        if report.added or report.changed or report.removed or not self.meeting:
            self.load()
        else:
            self.load_meetings()

    def notice_changes(self) -> None:
        """Show what another program has found while the user was elsewhere."""
        if self.painted and self.library.changed():
            self.load()

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Say why a task ended without a result."""
        self.looked = True
        self.footer.show_activity("")
        self.notify(self.words.told(event.reason), severity="error", markup=False)

    def action_clear(self) -> None:
        """Stop the refresh if it runs; else forget the query."""
        if self._refreshing and self._refreshing.is_running:
            self._refreshing.cancel()
            self.footer.show_activity(self.words("screen.stopped"))
        else:
            self.forget_query()

    def action_accept(self) -> None:
        """Accept the follow-up under the cursor; again to take the decision back."""
        self._decide(accepted=True)

    def action_reject(self) -> None:
        """Reject the follow-up under the cursor; again to take the decision back."""
        self._decide(accepted=False)

    def _decide(self, *, accepted: bool) -> None:
        about = self.panel.row.about if self.panel.row else None
        if about is not None and hasattr(about, "grade"):
            self.library.decide(about.id, None if about.accepted is accepted else accepted)  # type: ignore[attr-defined]
            self.load_panel()

    def action_undo(self) -> None:
        """Take the last correction back."""
        try:
            undone = self.library.undo()
        except BriefingsError as error:
            self.notify(self.words.told(error), severity="error", markup=False)
            return
        what = getattr(undone, "summary", "") or self.words("screen.decision")
        self.notify(
            self.words("screen.undone", what=what) if undone else self.words("screen.nothing_to_undo"), markup=False
        )
        self.load()

    def action_copy_quote(self) -> None:
        """Copy the sentence of the current figure with where it stands."""
        if self.article and self.meeting and self.statement:
            from tui import present

            quote = self.article.text[slice(*self.statement.quote)]
            source = ", ".join(part for part in (self.article.title, self.article.outlet) if part)
            self.app.copy_to_clipboard(f"“{quote}” ({source}, {present.dated(self.words, self.meeting.dating)})")
            self.notify(self.words("screen.copied"), markup=False)

    def action_quit(self) -> None:
        """Leave; a refresh that is under way stops where it is."""
        self.keep_session()
        self.app.workers.cancel_all()
        self.app.exit()
