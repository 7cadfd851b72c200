"""Indicators against meetings: what each meeting said of each indicator, as a table of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from tui import present
from tui.screens.page import GLYPHS
from tui.screens.panelrows import out_of_reach
from tui.screens.rows import Passage
from tui.screens.signs import sign
from tui.screens.spans import value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tui.ledger.model import Ledger, Point, Series, Target
    from tui.screens.briefs import Labels
    from tui.words import Words

Said = TypeVar("Said", "Point", "Target")
Sort = Literal["name", "said", "status"]
SORTS: tuple[Sort, ...] = ("said", "name", "status")

_MOST_MEETINGS = 52
"""So many columns are a year of weekly meetings; thousands would hold up the screen and be read by nobody."""
_WORST = ("missed", "behind", "no_result", "undecided", "provisional", "pending", "ahead", "met", "exceeded", "")


@dataclass(frozen=True, slots=True)
class Cell:
    """What one meeting said of one indicator.

    text: a line for each value; empty for nothing
    passage: where it said it first
    """

    text: str
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One indicator.

    label: its name, and what of it is measured
    status: the worst of its targets; empty without one
    cells: one a meeting
    """

    label: str
    status: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table.

    meetings: id and day, newest first
    rows: one an indicator
    held: how many meetings there are in all
    """

    meetings: tuple[tuple[str, date | None], ...]
    rows: tuple[MatrixRow, ...]
    held: int


def matrix_of(words: Words, labels: Labels, ledger: Ledger) -> Matrix:
    """The table of the series of `ledger` that its newest meetings speak of, newest meeting first."""
    held = tuple((each.id, each.date) for each in reversed(ledger.panels.meetings))
    meetings = held[:_MOST_MEETINGS]
    shown = frozenset(name for name, _ in meetings)
    rows = tuple(
        _row(words, labels, ledger, series, [name for name, _ in meetings])
        for series in ledger.series
        if len(held) == len(meetings) or _said_in(ledger, series, shown)
    )
    return Matrix(meetings, rows, len(held))


def _said_in(ledger: Ledger, series: Series, meetings: frozenset[str]) -> bool:
    """Whether one of `meetings` speaks of a series."""
    aims = (ledger.targets[name].meeting for name in series.targets if name in ledger.targets)
    return any(meeting in meetings for meeting in (*aims, *(point.meeting for point in series.points)))


def ordered(rows: Sequence[MatrixRow], by: Sort) -> tuple[MatrixRow, ...]:
    """The rows by name, by how many meetings speak of them, or by status, the worst first."""
    if by == "name":
        return tuple(sorted(rows, key=lambda row: row.label.casefold()))
    if by == "said":
        return tuple(sorted(rows, key=lambda row: (-sum(bool(cell.text) for cell in row.cells), row.label.casefold())))
    place = {status: number for number, status in enumerate(_WORST)}
    return tuple(sorted(rows, key=lambda row: (place.get(row.status, len(_WORST)), row.label.casefold())))


def _row(words: Words, labels: Labels, ledger: Ledger, series: Series, meetings: Sequence[str]) -> MatrixRow:
    targets = sorted((ledger.targets[name] for name in series.targets if name in ledger.targets), key=out_of_reach)
    measure = f" ({words.of('measure', series.measure)})" if series.measure != "level" else ""
    worst = min((target.status for target in targets), key=_rank, default="")
    points = _by_meeting(point for point in series.points if point.role != "target")
    aims = _by_meeting(targets)
    cells = tuple(_cell(words, points.get(name, ()), aims.get(name, ())) for name in meetings)
    return MatrixRow(f"{labels(series.indicator, series.series)}{measure}", worst, cells)


def _rank(status: str) -> int:
    return _WORST.index(status) if status in _WORST else len(_WORST)


def _by_meeting(said: Iterable[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(each.meeting, []).append(each)
    return found


def _cell(words: Words, points: Sequence[Point], targets: Sequence[Target]) -> Cell:
    texts: list[str] = []
    passages: list[Passage] = []
    for target in targets:
        looks = sign(target.status)
        texts.append(
            f"{GLYPHS['target']}{value_text(words, target.value)} {looks.glyph} {words.of('status', target.status)}"
        )
        passages += [Passage(each.article, each.at) for each in target.mentions[:1]]
    for point in points:
        period = f" ({present.period(words, point.period, short=True)})" if point.period else ""
        texts.append(f"{GLYPHS[point.role]}{value_text(words, point.value)}{period}")
        passages += [Passage(each.article, each.at) for each in point.mentions[:1]]
    return Cell("\n".join(texts), passages[0] if passages else None)
