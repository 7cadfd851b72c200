"""What stands around a figure, as terms in zones: what the weights are given for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tui.period import parse
from tui.statements.clock import elapsed, to_come

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tui.figures.phrases import Match
    from tui.period import Period
    from tui.statements.at import At
    from tui.statements.clock import Clock
    from tui.statements.cues import CueKind
    from tui.statements.evidence.coded import Coded
    from tui.statements.thread import Here

# terms by zone
Around: TypeAlias = "Mapping[str, Iterable[str]]"

_LEFT, _RIGHT, _AFTER, _BEFORE = 60, 6, 40, 60  # codes, so that a figure of the longest sentence is read as fast
_EDGE_LEFT, _EDGE_RIGHT = 3, 2
_OPENING = 3
_PARAGRAPH = 12
_FAR = 2  # years
_STEPS = (0, 1, 3, 7)  # tokens between a cue and the figure
_ORDINALS = 3
_COMMON_UNITS = frozenset({"%", "pp", "count", "USD", "VND", "times", "ratio"})


def around_of(at: At, sentence: Here) -> dict[str, Iterable[str]]:
    """The terms around a figure of `sentence`."""
    coded, said = sentence.coded, sentence.said
    here, end = coded.of[at.slot.first], coded.of[at.slot.end]
    return {
        "left": _terms(coded, here - _LEFT, here),
        "right": _terms(coded, end, end + _RIGHT),
        "after": _terms(coded, end, end + _AFTER),
        "before": _terms(said, len(said.codes) - _BEFORE, len(said.codes)),
        "paragraph": _terms(sentence.opened, 0, _PARAGRAPH),
        "clause": _clause(at, coded),
        "edge": _edge(coded, here, end),
        "opening": {" ".join(coded.codes[:count]) for count in range(1, _OPENING + 1)} if here >= _OPENING else (),
        "form": _form(at),
        "cue": _cues(at),
    }


def time_terms(period: str, clock: Clock, before: str) -> tuple[str, ...]:
    """Whether the period stated for a figure is to come, over or under way, its kind, and how it stands to `before`.

    `before` is the one the text goes on in; how far the year of either is from the one spoken in counts, too.
    """
    told, last = parse(period), parse(before)
    if told is None:
        return ("none",)
    stands = "come" if to_come(period, clock) else "over" if elapsed(period, clock) else "now"
    years = max(-_FAR, min(told.end.year - clock.current, _FAR)) if clock.current else 0
    order = _order(told, last) if last else "first"
    return (
        stands,
        f"{stands} {told.kind}",
        f"years {years}",
        f"{order}, {stands} {told.kind}",
        f"{order}, years {years}",
    )


def _order(told: Period, last: Period) -> str:
    """Whether a period is over before the one told last begins, is later than it, or shares days with it."""
    return "earlier" if told.end < last.start else "later" if told.start > last.end else "within"


def subject_terms(at: At, indicator: str) -> tuple[str, ...]:
    """What a rule says the figure measures, and in which unit."""
    return indicator, f"{indicator} {at.slot.figure.unit}"


def _terms(coded: Coded, first: int, end: int) -> set[str]:
    """The codes of a stretch and the pairs within it."""
    first, end = max(first, 0), min(end, len(coded.codes))
    return {*coded.codes[first:end], *coded.pairs[first : max(end - 1, first)]}


def _clause(at: At, coded: Coded) -> set[str]:
    """The terms of the figure's own clause, and how it opens."""
    first, end = (coded.of[index] for index in at.own_clause())
    first = max(first, end - _LEFT)
    opening = coded.codes[first : min(first + 2, end)]
    return _terms(coded, first, end) | {f"^{' '.join(opening[:1])}", f"^{' '.join(opening)}"}


def _edge(coded: Coded, here: int, end: int) -> set[str]:
    """The words right before and after."""
    before = {f"<{' '.join(coded.codes[max(0, here - count) : here])}" for count in range(1, _EDGE_LEFT + 1)}
    return before | {f">{' '.join(coded.codes[end : end + count])}" for count in range(1, _EDGE_RIGHT + 1)}


def _form(at: At) -> set[str]:
    """How the number looks and where it stands."""
    figure = at.slot.figure
    unit = figure.unit if figure.unit in _COMMON_UNITS else "unit"
    place = "bracket" if at.bracket is not None else "open"
    noun = figure.noun.partition(" ")[0]
    return {unit, figure.bound, place, f"goes {figure.direction}", f"nth {min(at.index, _ORDINALS)}", f"noun {noun}"}


def _cues(at: At) -> set[str]:
    """Which cues stand before and after the figure, and how near."""
    before = [cue for cue in at.role_cues if cue.end <= at.slot.first]
    after = next((cue for cue in at.role_cues if cue.first >= at.slot.end), None)
    return {*_cues_before(at, before), *_cue_after(at, after)}


def _cues_before(at: At, cues: Sequence[Match[CueKind]]) -> set[str]:
    if not cues:
        return {"none"}
    last = cues[-1]
    own = "own" if last.first >= at.floor else "far"
    found = {last.value, f"{last.value} {_step(at.slot.first - last.end)} {own}"}
    return found | ({f"{cues[-2].value}, {last.value}"} if len(cues) > 1 else set())


def _cue_after(at: At, cue: Match[CueKind] | None) -> set[str]:
    return {f">{cue.value}", f">{cue.value} {_step(cue.first - at.slot.end)}"} if cue else set()


def _step(distance: int) -> str:
    return next((str(step) for step in _STEPS if distance <= step), "far")
