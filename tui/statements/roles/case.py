"""A figure whose role is asked for, and the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from tui.model import Role
    from tui.statements.at import At
    from tui.statements.clock import Clock

# what a list that goes on from sentence to sentence tells; empty where none does
Listing: TypeAlias = Literal["target", "result", "forecast", ""]


@dataclass(frozen=True, slots=True)
class Judged:
    """A role with the words and the rule it came from.

    sure: the chance that it is right, once it was weighed
    """

    role: Role
    cue: str
    rule: str
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Case:
    """A figure whose role is asked for.

    at: the figure
    clock: what the text has said of time
    period: the period stated for the figure; empty without one
    named_at: token where what it measures is named
    listing: what a list tells that an earlier sentence opened and that still goes on
    last: the role of the figure before it in the sentence
    line: the role the text goes on in, in this sentence or the one that this goes on from
    ahead: that line tells of a time to come
    told: the period of that line; empty without one
    outlook: the report tells what a forecaster expects
    again: the figure before it in the text gave the same, in the same unit
    """

    at: At
    clock: Clock
    period: str
    named_at: int
    listing: Listing
    last: Judged | None
    line: Judged | None
    ahead: bool
    told: str
    outlook: bool
    again: bool = False


Rule: TypeAlias = Callable[[Case], Judged | None]
