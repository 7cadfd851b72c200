"""How sure a statement is: the chance that its indicator, period and role are all right."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import PeriodSource
    from tui.statements.roles import Judged
    from tui.statements.subjects import Subject

# how often each way of finding is right
_SUBJECT = {"counted": 0.97, "share": 0.95, "named": 0.97, "other": 0.93, "inherited": 0.92, "none": 0.7}
_PERIOD = {"stated": 0.97, "inherited": 0.9, "inferred": 0.9, "": 0.9}
_RULE = {
    "default-result": 0.92,
    "time-to-come": 0.8,
    "to-come": 0.85,
    "list-goes-on": 0.85,
    "forecast-cue": 0.9,
    "target-cue": 0.93,
}
_FIRM = 0.97
_WEAK = 0.9


def confidence_of(subject: Subject, period: PeriodSource, role: Judged) -> float:
    """A number from 0 to 1 made of how each part was found."""
    weak = _WEAK if subject.weak else 1
    return round(_SUBJECT[subject.found] * weak * _PERIOD[period] * _RULE.get(role.rule, _FIRM), 3)
