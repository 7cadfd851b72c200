"""How sure a statement is: the chance that its indicator, period and role are all right.

The rates are those of some 9,100 annotated figures in reports of many papers and years; docs/figures.md has the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.statements.periods import Dated
    from tui.statements.roles import Judged
    from tui.statements.subjects import Subject

# how often each way of finding is right
_SUBJECT = {"counted": 0.92, "share": 0.6, "named": 0.96, "other": 0.92, "inherited": 0.93, "none": 0.5}
_PERIOD = {"stated": 0.95, "inherited": 0.93, "inferred": 0.92, "": 0.55}
_RULE = {
    "threshold": 0.7,
    "supposed": 0.7,
    "held-against": 0.8,
    "goes-on": 0.82,
    "time-to-come": 0.84,
    "limit": 0.88,
    "from-to": 0.9,
    "forecast-cue": 0.9,
    "list-goes-on": 0.97,
    "reported": 0.97,
    "bracketed-base": 0.98,
}
_OTHER_RULES = 0.95
_OPEN = 0.85  # the text says a time to come without an end
_WEAK = 0.93
_UNDATED = 0.85  # the report's day is not known
_NEAR = 1.02  # the period stands in the figure's own clause
_ROW, _IN_ROW, _ALONE = 6, 1.04, 0.97  # a sentence of many figures is mostly one list
_MOST = 0.99


def confidence_of(subject: Subject, period: Dated, role: Judged, *, figures: int, dated: bool) -> float:
    """A number from 0 to 1 made of how each part was found.

    `figures` is how many its sentence has, `dated` whether the day of its report is known.
    """
    timed = _OPEN if period.open else _PERIOD[period.source]
    sure = _SUBJECT[subject.found] * timed * _RULE.get(role.rule, _OTHER_RULES)
    sure *= _WEAK if subject.weak else 1
    sure *= _NEAR if period.near else 1
    sure *= 1 if dated else _UNDATED
    sure *= _IN_ROW if figures >= _ROW else _ALONE if figures == 1 else 1
    return round(min(sure, _MOST), 3)
