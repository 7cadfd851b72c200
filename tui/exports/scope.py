"""Which part of a ledger is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.ledger.model import Ledger, MeetingLedger, Series


@dataclass(frozen=True, slots=True)
class Scope:
    """Some meetings, or the series of one indicator, or everything.

    meetings: ids; empty for all
    series: an indicator; with it no meetings are wanted
    """

    meetings: tuple[str, ...] = ()
    series: str = ""

    def meetings_of(self, ledger: Ledger) -> tuple[MeetingLedger, ...]:
        """The meetings wanted, newest first."""
        if self.series:
            return ()
        wanted = ledger.panels.some(self.meetings) if self.meetings else ledger.meetings
        return tuple(reversed(wanted))

    def series_of(self, ledger: Ledger) -> tuple[Series, ...]:
        """The series wanted: those of the indicator; all of them where nothing else is asked for."""
        if self.series:
            return tuple(each for each in ledger.series if each.indicator == self.series)
        return () if self.meetings else tuple(ledger.series)
