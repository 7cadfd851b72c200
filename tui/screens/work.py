"""Long tasks off the screen's thread: each posts one message with what it found, or why it found nothing."""

from __future__ import annotations

from dataclasses import dataclass
from traceback import format_exc
from typing import TYPE_CHECKING

from textual.message import Message
from textual.worker import get_current_worker

from tui.errors import BriefingsError, sentence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.worker import Worker

    from tui.ledger.model import Ledger
    from tui.library import Library
    from tui.model import Progress, RefreshReport
    from tui.screens.rows import Passage


@dataclass(eq=False, repr=False)
class Failed(Message):
    """A task ended without a result.

    reason: one sentence for the user, see `Words.told`
    """

    reason: str


@dataclass(eq=False, repr=False)
class Progressed(Message):
    """How far the refresh has come."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Only the last of several counts."""
        return isinstance(message, Progressed)


@dataclass(eq=False, repr=False)
class Refreshed(Message):
    """The refresh has ended."""

    report: RefreshReport
    from tui.screens.rows import Passage


@dataclass(eq=False, repr=False)
class LedgerReady(Message):
    """The ledger has been worked out.

    ledger: all meetings
    make: the screen that waits for it
    """

    ledger: Ledger
    make: Callable[[Ledger], Screen[Passage | None]]


def in_thread(node: DOMNode, group: str, task: Callable[[], Message | None]) -> Worker[None]:
    """Run `task` in a thread and post what it returns to `node`; a newer task of the `group` silences it."""

    def run() -> None:
        worker = get_current_worker()
        if worker.is_cancelled:
            return
        try:
            message = task()
        except BriefingsError as error:
            message = Failed(sentence_of(error))
        except Exception as error:  # noqa: BLE001 - the end of a thread: the program goes on and says what broke
            node.log.error(format_exc())  # noqa: TRY400 - the log of Textual, which has no exception()
            message = Failed(f"{type(error).__name__}: {error}")
        if message and not worker.is_cancelled:
            node.post_message(message)

    return node.run_worker(run, thread=True, exclusive=True, group=group, exit_on_error=False)


def refresh(node: DOMNode, library: Library) -> Worker[None]:
    """Bring the library up to date, posting `Progressed` and at last `Refreshed`; cancel the worker to stop it."""

    def task() -> Message:
        worker = get_current_worker()
        report = library.refresh(lambda progress: _tell(node, progress), lambda: worker.is_cancelled)
        return Refreshed(report)

    return in_thread(node, "refresh", task)


def _tell(node: DOMNode, progress: Progress) -> None:
    node.post_message(Progressed(progress))
