"""How sure a statement is: the chance that its indicator, period and role are all right.

A logistic regression on how each part was found, fitted on some 4,100 annotated figures of reports that neither the
rules nor the weights had been made for; docs/figures.md has its table.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from tui.statements.lexicon import OTHER

if TYPE_CHECKING:
    from tui.statements.periods import Dated
    from tui.statements.roles import Judged
    from tui.statements.subjects import Subject

# all on the scale of log odds; what is not named here adds nothing
_START = -0.94
_SURE = 0.57  # for each unit of the log odds of the role: its two witnesses, rule and words, heard the same text
_SUREST = 9.2
_SUBJECT = {"inherited": -0.15, "none": 0.2, "other": -0.42, "share": -2.27}
_PERIOD = {"stated": 0.31, "inherited": -0.38, "": -1.32}
_NATIONAL = 1.01  # a known indicator of the country, in a report with a day
_MOST = 0.99


def confidence_of(subject: Subject, period: Dated, role: Judged, *, dated: bool) -> float:
    """A number from 0 to 1 made of how each part was found; `dated` is whether the day of the report is known."""
    score = _START + _SURE * _log_odds(role.sure) + _SUBJECT.get(subject.found, 0.0)
    score += 0.0 if period.open else _PERIOD.get(period.source, 0.0)
    score += _NATIONAL if dated and subject.indicator != OTHER else 0.0
    return round(min(1 / (1 + math.exp(-score)), _MOST), 3)


def _log_odds(chance: float) -> float:
    """The log odds of the likeliest role, which has a chance above 0, up to what is told apart."""
    return min(math.log(chance / (1 - chance)), _SUREST) if chance < 1 else _SUREST
