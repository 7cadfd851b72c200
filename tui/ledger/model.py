"""The nouns of the ledger: targets against results, series, checks and what became of commitments.

Only codes stand here (`met`, `part_of`, `weight_calendar`); the screens put them in words.
A `Mention` is the way back to the text: nothing in the ledger stands without at least one,
except what is not there (`no_result`, `no_news`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.ledger.lazy import Panels
from tui.ledger.promises import FollowUp, Grade, Pledge, PledgeStatus
from tui.ledger.values import ABOUT, Assumption, Derivation, Gap, Input, Mention, Pace, Required, Value

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from tui.model import Measure, Meeting, PeriodSource, Role
    from tui.period import Relation

__all__ = [
    "ABOUT",
    "Answer",
    "Assumption",
    "Check",
    "CheckKind",
    "Derivation",
    "Disagreement",
    "DisagreementKind",
    "Earlier",
    "EarlierAnswer",
    "FollowUp",
    "Gap",
    "Grade",
    "Input",
    "Ledger",
    "MeetingLedger",
    "Mention",
    "Pace",
    "Pledge",
    "PledgeStatus",
    "Point",
    "Reason",
    "Required",
    "Result",
    "Series",
    "Status",
    "Target",
    "Value",
    "Verdict",
]

Status = Literal[
    "met",
    "exceeded",
    "missed",
    "undecided",
    "ahead",
    "behind",
    "pending",
    "no_result",
    "provisional",
    "not_measurable",
]
Reason = Literal[
    "",
    "measure",
    "unit",
    "place",
    "subject",
    "no_period",
    "period_contains",
    "period_overlapping",
    "period_earlier",
    "period_later",
    "kind",
]
DisagreementKind = Literal["bound", "value", "period"]
CheckKind = Literal[
    "multiple",
    "parts",
    "share",
    "running_total",
    "monotone",
    "recount",
    "unit_changed",
    "growth_levels",
    "record",
]
Verdict = Literal["consistent", "conflict", "suspicious", "undecidable"]


@dataclass(frozen=True, slots=True)
class Answer:
    """A result or forecast set against a target.

    value, period, role, place: of the result
    relation: of its period to the target's; None where either has none
    meeting, date: where it is first said
    mentions: everywhere it is said
    comparable: it may decide the status
    reason: why it may not; empty otherwise
    early: said before its period was over
    decides: the status rests on this one
    """

    value: Value
    period: str
    role: Role
    place: str
    relation: Relation | None
    meeting: str
    date: date | None
    mentions: tuple[Mention, ...]
    comparable: bool
    reason: Reason
    early: bool = False
    decides: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value a target had before it was revised.

    target: id of the superseded target
    value: what it was
    meeting, date: where it was first said
    mentions: everywhere it is said
    """

    target: str
    value: Value
    meeting: str
    date: date | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """One aim of one body, with all that answers it.

    id: stable while what it says stays the same
    indicator, series, period, period_source, place: as in `Statement`; measure and unit are the value's
    value: what is aimed at
    body: who set it (`government`, `assembly`, `party`, else the speaker's words); empty where not stated
    speaker: as printed
    meeting, date: where it is first said
    mentions: everywhere it is said
    results: what answers it, oldest first, with what cannot be compared and why
    status: see docs/ledger.md
    gap, required, pace: None where they do not apply
    history: the values it had before, oldest first
    superseded_by: id of the target that replaced it; empty while it stands
    disputed_by: ids of targets other papers on the same meeting print instead
    derivation: how the gap was worked out; None without one
    """

    id: str
    indicator: str
    series: str
    period: str
    period_source: PeriodSource
    place: str
    value: Value
    body: str
    speaker: str
    meeting: str
    date: date | None
    mentions: tuple[Mention, ...]
    results: Sequence[Answer] = ()
    status: Status = "pending"
    gap: Gap | None = None
    required: Required | None = None
    pace: Pace | None = None
    history: tuple[Earlier, ...] = ()
    superseded_by: str = ""
    disputed_by: tuple[str, ...] = ()
    derivation: Derivation | None = None

    @property
    def measure(self) -> Measure:
        """Level, growth, share or progress."""
        return self.value.measure

    @property
    def unit(self) -> str:
        """The unit aimed in."""
        return self.value.unit


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What another paper on the same meeting prints instead.

    kind: `bound` the same number with another qualifier, `value` another number, `period` another period
    value, period: what it prints
    mentions: where
    """

    kind: DisagreementKind
    value: Value
    period: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """Something reported at a meeting, all its papers together.

    indicator, series, period, period_source, place, role: as in `Statement`
    value: as printed; measure and unit are the value's
    speaker: who said it; empty where the article itself does
    noun: what is counted, as in `Figure`
    meeting, date: where it is said
    mentions: everywhere the meeting's papers say it
    disagreements: what other papers say instead
    early: said before its period was over, or only an estimate
    derivations: what follows from it together with other figures of the meeting
    """

    indicator: str
    series: str
    period: str
    period_source: PeriodSource
    place: str
    role: Role
    value: Value
    speaker: str
    noun: str
    meeting: str
    date: date | None
    mentions: tuple[Mention, ...]
    disagreements: tuple[Disagreement, ...] = ()
    early: bool = False
    derivations: tuple[Derivation, ...] = ()

    @property
    def measure(self) -> Measure:
        """Level, growth, share or progress."""
        return self.value.measure

    @property
    def unit(self) -> str:
        """The unit it is printed in."""
        return self.value.unit


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What this meeting says to something an earlier one aimed at or promised.

    meeting, date: the earlier meeting
    target: id of the target answered; empty for a commitment
    commitment: id of the commitment answered; empty for a target
    status: of the target in the light of this answer, or the grade of the follow-up, or `no_news`
    value, period: of the answering figure; None and empty without one
    mention: where this meeting says it; None for `no_news`
    quote: the earlier words for a commitment; empty for a target
    reason: why the link is proposed; empty where it follows from the figures
    accepted: as in `FollowUp`; True where it follows from the figures
    quiet: meetings without news, this one included; 0 otherwise
    """

    meeting: str
    date: date | None
    target: str
    commitment: str
    status: Status | PledgeStatus
    value: Value | None
    period: str
    mention: Mention | None
    quote: str = ""
    reason: str = ""
    accepted: bool | None = True
    quiet: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """A claim in the text tested against the other figures.

    id: stable while claim and inputs stay
    kind, verdict: what was tested and what came out
    indicator: what it is about; empty for figures of several indicators that one paper repeats after another
    claim: where the claim stands
    arithmetic: the working in neutral notation
    inputs: the numbers used, the claim's own first
    note: a code for what else should be known, e.g. `rest_not_broken_down`, `base_not_stated`; empty without
    """

    id: str
    kind: CheckKind
    verdict: Verdict
    indicator: str
    claim: Mention
    arithmetic: str
    inputs: tuple[Input, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series, as one meeting states it.

    value, period, role: as in `Result`
    window: points may be joined by a line only where this is equal, e.g. `year`, `half`, `days:458`, `stock`
    meeting, date: where it is said
    mentions: everywhere the meeting's papers say it
    early: said before its period was over, or only an estimate
    superseded: a later meeting gives another value for the same period
    """

    value: Value
    period: str
    role: Role
    window: str
    meeting: str
    date: date | None
    mentions: tuple[Mention, ...]
    early: bool = False
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One indicator over meetings and periods.

    indicator, series, measure, unit, place: what all points share
    points: by period, then by meeting
    targets: ids of the targets for it
    """

    indicator: str
    series: str
    measure: Measure
    unit: str
    place: str
    points: tuple[Point, ...]
    targets: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[tuple[Point, ...], ...]:
        """The points that may be joined: one line a window, values that still stand, ordered by period."""
        windows: dict[str, list[Point]] = {}
        for each in self.points:
            if each.window and not each.superseded:
                windows.setdefault(each.window, []).append(each)
        return tuple(tuple(line) for line in windows.values())


@dataclass(frozen=True, slots=True)
class MeetingLedger:
    """Everything the panel says about one meeting.

    meeting: the meeting
    targets: aims said there
    commitments: worded promises made there
    results: what was reported there
    answers: what it says to earlier meetings
    checks: claims made there, tested
    """

    meeting: Meeting
    targets: tuple[Target, ...] = ()
    commitments: tuple[Pledge, ...] = ()
    results: tuple[Result, ...] = ()
    answers: tuple[EarlierAnswer, ...] = ()
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """All meetings, and what goes across them; most of it is made when it is looked at.

    meetings: the panels, oldest first
    series: over all meetings
    targets: by id
    """

    meetings: Sequence[MeetingLedger] = ()
    series: Sequence[Series] = ()
    targets: Mapping[str, Target] = field(default_factory=dict)

    @property
    def panels(self) -> Panels:
        """The panels, to be found by the ids of their meetings."""
        return Panels.over(self.meetings)

    def of(self, meeting: str) -> MeetingLedger | None:
        """The ledger of the meeting with this id; None if there is none."""
        return self.panels.of(meeting)
