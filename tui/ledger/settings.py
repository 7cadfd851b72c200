"""What the ledger is told: settings, and what it needs to know of an indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from tui.model import Commitment, Span, Statement

Passage = Callable[[str, Span], str]
"""The words of an article (by id) at a span of its text; empty where the article cannot be read."""


Tell = Callable[[int, int], None]
"""Is told how many of how many are done, and may raise to call it off."""


class Extracted(Protocol):
    """What the ledger asks of an article: an `Extraction` will do.

    Two are equal where they hold the same; what they hold is asked for only where that changed.
    """

    @property
    def statements(self) -> Sequence[Statement]:
        """Its statements, in the order of the text."""

    @property
    def commitments(self) -> Sequence[Commitment]:
        """Its commitments, in the order of the text."""


class Settings(Protocol):
    """What the ledger asks of the settings: `Config.ledger` will do."""

    @property
    def weights(self) -> Mapping[str, Mapping[str, float]]:
        """Per indicator, the share of the base year a part of it makes, e.g. `{"gdp": {"S1": 0.47}}`."""


@dataclass(frozen=True, slots=True)
class LedgerSettings:
    """The settings where nobody set anything.

    weights: as in `Settings`
    """

    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


class KnownIndicator(Protocol):
    """What the ledger asks of an entry of the lexicon."""

    @property
    def better(self) -> Literal["up", "down", "none"]:
        """Which way is an improvement."""

    @property
    def kind(self) -> Literal["flow", "stock", "rate"]:
        """Adds up over time, stands at a moment, or neither."""

    @property
    def weights(self) -> Mapping[str, float]:
        """Share of the year by part, e.g. `{"S1": 0.47}`; empty where not known."""


class Indicators(Protocol):
    """What the ledger asks of the lexicon."""

    def indicator(self, name: str, /) -> KnownIndicator | None:
        """The entry of this id; None if there is none."""
