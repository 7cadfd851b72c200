"""The ledger of the whole corpus, built when it is asked for and kept until something changes."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING

from tui.errors import CatalogueError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.catalogue import MeetingRow
    from tui.config import Config
    from tui.ledger.lazy import Tally
    from tui.ledger.model import Ledger
    from tui.library.corrected import CorrectedView
    from tui.library.ledgers import LedgerInput, Tell
    from tui.library.pipeline import Pipeline

_PRESSING = (
    "missed",
    "no_result",
    "behind",
    "undecided",
    "provisional",
    "pending",
    "ahead",
    "met",
    "exceeded",
    "not_measurable",
)


class Comparisons:
    """Builds the ledger from `view` and writes the meetings' counts back for the next start."""

    def __init__(self, view: CorrectedView, pipeline: Pipeline, config: Config) -> None:
        self._view = view
        self._pipeline = pipeline
        self._config = config
        self._make: Callable[[LedgerInput], Ledger] | None = None
        self._made: tuple[tuple[object, ...], Ledger] | None = None
        self._lock = RLock()

    def ledger(self, tell: Tell = lambda _: None) -> Ledger:
        """The ledger of what the catalogue holds now, corrections and decisions included.

        `tell` is told how far it has come; what it raises calls the building off.
        """
        with self._lock:
            version = self._view.version()
            if self._made is None or self._made[0] != version:
                with self._view.catalogue.reading():
                    self._made = version, self._build(tell)
                self._write_back(self._made[1])
            return self._made[1]

    def tallied(self) -> bool:
        """Whether the stored counts are those of the ledger of what the catalogue holds now."""
        return self._view.catalogue.tallied() == repr(self._view.version())

    def rows(self, stored: Sequence[MeetingRow]) -> tuple[MeetingRow, ...]:
        """`stored` with the counts of the ledger, if it was built and still stands."""
        if not stored or self._made is None or self._made[0] != self._view.version():
            return tuple(stored)
        tallies = self._made[1].panels.tallies
        return tuple(_with(row, tallies[row.meeting.id]) if row.meeting.id in tallies else row for row in stored)

    def _build(self, tell: Tell) -> Ledger:
        from tui.library.ledgers import LedgerInput, Reading, held

        if self._make is None:
            self._make = self._pipeline.ledgers(self._config, Reading(self._view))
        edition = self._view.catalogue.edition()
        rows = self._view.catalogue.meetings()
        dated = [row.meeting for row in reversed(rows) if row.meeting.date]
        undated = [row.meeting for row in rows if not row.meeting.date]
        decisions = self._view.notes().accepted()
        return self._make(LedgerInput(edition, (*dated, *undated), held(self._view), decisions, tell))

    def _write_back(self, ledger: Ledger) -> None:
        if self.tallied():
            return
        from tui.catalogue.writing import Writing

        try:
            with Writing.begin(self._view.catalogue, patient=False) as writing:
                tallies = {meeting: counts_of(tally) for meeting, tally in ledger.panels.tallies.items()}
                writing.put_tallies(tallies, repr(self._view.version()))
        except CatalogueError:
            # the counts are a convenience for the next start: another process that is writing must not be waited for
            return


def counts_of(tally: Tally) -> tuple[int, int, int, str]:
    """Targets, results and commitments of a meeting, and the most pressing status among its targets."""
    pressing = next((status for status in _PRESSING if status in tally.statuses), "")
    return tally.targets, tally.results, tally.commitments, pressing


def _with(row: MeetingRow, tally: Tally) -> MeetingRow:
    targets, results, commitments, status = counts_of(tally)
    return row._replace(targets=targets, results=results, commitments=commitments, status=status)
