"""How sure a statement is: the chance that its indicator, period and role are all right.

The rates are those of some 1,800 annotated figures of reports whose words the weights had not learned from;
docs/figures.md has the table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.lexicon import OTHER

if TYPE_CHECKING:
    from tui.statements.periods import Dated
    from tui.statements.roles import Judged
    from tui.statements.subjects import Subject

# how often each way of finding what is measured is right
_SUBJECT = {"counted": 0.96, "share": 0.75, "named": 0.98, "other": 0.97, "inherited": 0.97, "none": 0.75}
# how often the period is: of the country's indicators or of others, in a report with a day or without
_PERIOD = {(True, True): 0.97, (False, True): 0.87, (True, False): 0.86, (False, False): 0.8}
_OPEN = 0.85  # the text says a time to come without an end
_UNTOLD = 0.4  # it says no time at all
_WEAK = 0.93
_MOST = 0.99


def confidence_of(subject: Subject, period: Dated, role: Judged, *, dated: bool) -> float:
    """A number from 0 to 1 made of how each part was found; `dated` is whether the day of the report is known."""
    timed = _PERIOD[subject.indicator != OTHER, dated]
    if period.open:
        timed *= _OPEN
    elif not period.source:
        timed *= _UNTOLD
    return round(min(_SUBJECT[subject.found] * timed * role.sure * (_WEAK if subject.weak else 1), _MOST), 3)
