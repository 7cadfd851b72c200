"""The nouns of what the user wrote, and what may be written."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from tui import period as periods
from tui.errors import NotesError, Sayable
from tui.model import Bound, Measure, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Correction:
    """What the user says of one figure.

    article: id of the article
    text: the figure as printed
    quote: its sentence
    start: where it stood in the file, in code points; it is found again by its words after an edit
    changes: what is different, by the names of `CHANGES`
    made: when, as an ISO-8601 date and time; empty where not known
    """

    article: str
    text: str
    quote: str
    start: int
    changes: Mapping[str, Any]
    made: str = ""

    @property
    def summary(self) -> str:
        """The figure and what was changed, on one line."""
        return f"{self.text}: {', '.join(f'{key} = {value}' for key, value in self.changes.items())}"


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user says of one proposed link.

    follow_up: its id
    accepted: the link holds or does not
    made: when, as an ISO-8601 date and time; empty where not known
    """

    follow_up: str
    accepted: bool
    made: str = ""

    @property
    def summary(self) -> str:
        """The link and what was decided, on one line."""
        return f"{self.follow_up}: accepted = {self.accepted}"


def _one_of(allowed: tuple[str, ...]) -> Callable[[Any], Sayable | None]:
    wanted = Sayable("one_of", "one of {allowed}", allowed=", ".join(allowed))
    return lambda value: None if value in allowed else wanted


def _period(value: Any) -> Sayable | None:
    if isinstance(value, str) and (value == "" or periods.parse(value) is not None):
        return None
    return Sayable("a_period", "a period such as 2025, 2025-S1, 2025-Q3, 2025-05 or 2025-07-22, or empty")


def _word(value: Any) -> Sayable | None:
    return None if isinstance(value, str) and value.strip() else Sayable("a_text", "a text that is not empty")


def _number(value: Any) -> Sayable | None:
    good = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < float("inf")
    return None if good and value >= 0 else Sayable("not_negative", "a number that is not negative")


def _truth(value: Any) -> Sayable | None:
    return None if isinstance(value, bool) else Sayable("a_truth", "true or false")


CHANGES: Mapping[str, Callable[[Any], Sayable | None]] = MappingProxyType(
    {
        "role": _one_of(get_args(Role)),
        "indicator": _word,
        "period": _period,
        "place": _word,
        "measure": _one_of(get_args(Measure)),
        "low": _number,
        "high": _number,
        "bound": _one_of(get_args(Bound)),
        "unit": _word,
        "figure": _truth,
    }
)
"""What may be changed, each with what a value for it must be if it is not that; `figure` false: it is none."""


def check_changes(changes: Mapping[str, Any], where: str) -> None:
    """Nothing; a `NotesError` naming `where` and the key if `changes` cannot be made."""
    for key, value in changes.items():
        if key not in CHANGES:
            template = "{at}: {key} cannot be changed; what can is {known}."
            raise NotesError(Sayable("no_change", template, at=where, key=key, known=", ".join(CHANGES)))
        wanted = CHANGES[key](value)
        if wanted:
            template = "{at}: {key} must be {wanted}, not {value}."
            raise NotesError(Sayable("bad_change", template, at=where, key=key, wanted=wanted, value=repr(value)))
    low, high = changes.get("low"), changes.get("high")
    if changes.get("unit") != "ratio" and low is not None and high is not None and low > high:
        raise NotesError(Sayable("low_high", "{at}: low must not be above high.", at=where))
