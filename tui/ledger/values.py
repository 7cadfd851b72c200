"""Values as printed, where they stand, and what follows from them by arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from tui.ledger.interval import Interval, point

if TYPE_CHECKING:
    from tui.model import Bound, Direction, Measure, Span

ABOUT = 0.1
"""`khoảng x` may be a tenth off either way; an assumption, and listed as one wherever it decides."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where something is said.

    article: id of the article
    at, source: the figure or clause, in `Article.text` and in the file
    quote: its sentence, in `Article.text`
    outlet: the newspaper; empty where not known
    speaker: who says it; empty where the article itself does
    """

    article: str
    at: Span
    source: Span
    quote: Span
    outlet: str = ""
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """A number as printed, with what the words around it make of it.

    low, high: magnitudes; equal unless a range, vague or a ratio (done, of how many)
    bound, unit, measure: as in `Figure` and `Statement`
    direction: down where a growth is a fall; None otherwise
    """

    low: float
    high: float
    bound: Bound
    unit: str
    measure: Measure
    direction: Direction | None = None

    @property
    def interval(self) -> Interval:
        """All the values it may have, negative where it fell; `gần x` is from 0 up to and without x."""
        amount = self._magnitude()
        return -amount if self.direction == "down" and self.measure == "growth" else amount

    def _magnitude(self) -> Interval:
        if self.bound in {"under", "at_most"}:
            return Interval(-inf, self.high, high_open=self.bound == "under")
        if self.bound in {"over", "at_least"}:
            return Interval(self.low, inf, low_open=self.bound == "over")
        if self.bound == "almost":
            return Interval(0.0, self.high, high_open=True)
        if self.unit == "ratio":
            return point(self.low)
        slack = ABOUT if self.bound == "about" else 0.0
        return Interval(self.low * (1 - slack), self.high * (1 + slack))


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something taken for granted in a derivation, never said by the corpus.

    code: what is assumed, e.g. `weight_calendar` (equal weight for every month), `weight_lexicon`, `about_tenth`
    symbol: its sign in the formula, e.g. `w`; empty if it has none
    value: the number used; None if there is none
    """

    code: str
    symbol: str = ""
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One number a derivation starts from.

    label: its sign in the formula, e.g. `g` or `253`
    value: as printed
    period: what it covers
    mention: where it stands; None for a number no article prints
    """

    label: str
    value: Value
    period: str
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a number that no article prints was worked out.

    rule: id of the rule, see docs/ledger.md
    formula: neutral notation, e.g. `g2 = (g - w*g1) / (1 - w)`
    arithmetic: the formula with the numbers in it
    inputs, assumptions: what went in
    result: what came out
    unit: of the result
    nominal: what the numbers give just as they are printed, where `gần` or `khoảng` leaves the result open
    """

    rule: str
    formula: str
    arithmetic: str
    inputs: tuple[Input, ...]
    assumptions: tuple[Assumption, ...]
    result: Interval
    unit: str
    nominal: float | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a result is from its target, always as a positive distance.

    low, high: None where nothing limits that side
    low_open, high_open: the end itself is not reached (`<`, `>`)
    unit: `pp` between two percentages
    """

    low: float | None
    high: float | None
    unit: str
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Required:
    """What the rest of the target's period has to bring.

    period: the rest
    low, high: None where nothing limits that side
    unit: of both
    formula: neutral notation
    assumptions: what the number rests on
    derivation: the whole working
    """

    period: str
    low: float | None
    high: float | None
    unit: str
    formula: str
    assumptions: tuple[Assumption, ...]
    derivation: Derivation


@dataclass(frozen=True, slots=True)
class Pace:
    """How much is done against how much of the period has gone.

    done: share of the target reached, 1 for all of it
    elapsed: share of the period covered by the result
    assumptions: what `elapsed` rests on
    """

    done: Interval
    elapsed: float
    assumptions: tuple[Assumption, ...]
