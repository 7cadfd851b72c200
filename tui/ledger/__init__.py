"""Statements of all meetings -> what was aimed at against what was reported, series, checks, follow-ups."""

from __future__ import annotations

from tui.ledger.build import LedgerBuilder, build
from tui.ledger.contract import to_json
from tui.ledger.settings import LedgerSettings

__all__ = ["LedgerBuilder", "LedgerSettings", "build", "to_json"]
