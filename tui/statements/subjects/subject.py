"""What a figure measures, as it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from tui.statements.lexicon import OTHER

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.statements.at import At
    from tui.statements.lexicon import Indicator

Found = Literal["counted", "share", "named", "other", "inherited", "none"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures.

    indicator: an id of the lexicon, or `other`
    series: the indicator, or for `other` the words that name it
    found: how it was found
    first: token index where its name begins; the figure's own where it has none here
    weak: named only by a word that many things share
    noun: the first word of what is counted
    part: for a share, what its sentence told of before: the part, as the subject is the whole
    """

    indicator: str
    series: str
    found: Found
    first: int
    weak: bool = False
    noun: str = ""
    part: Subject | None = None


Rule: TypeAlias = "Callable[[At, Subject | None], Subject | None]"


def known(indicator: Indicator, found: Found, first: int, *, weak: bool = False, noun: str = "") -> Subject:
    """The subject that is an indicator of the lexicon."""
    return Subject(indicator.id, indicator.id, found, first, weak, noun)


def unknown(series: str, first: int, *, noun: str = "") -> Subject:
    """The subject that the words `series` name and the lexicon does not know."""
    return Subject(OTHER, series, "other", first, noun=noun)


def carries(indicator: Indicator, unit: str) -> bool:
    """Whether an indicator may be given in a unit; all may be given in multiples."""
    return unit in indicator.units or unit == "times"
