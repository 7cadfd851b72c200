"""Series as bars, one a value: a line would join values of periods that cannot be compared."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

from tui import present
from tui.screens.page import GLYPHS
from tui.screens.panelrows import out_of_reach
from tui.screens.rows import Passage, Row, line
from tui.screens.spans import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.ledger.model import Ledger, Mention, Point, Series, Target, Value
    from tui.screens.briefs import Labels
    from tui.words import Words

_NARROW = 80
_EIGHTHS = " ▏▎▍▌▋▊▉"
_LABELS = (22, 12)
"""Columns for a period on a wide and on a narrow screen."""
_VALUE = 24
"""Columns for a value with its day."""


def chart_rows(words: Words, labels: Labels, ledger: Ledger, width: int) -> tuple[Row, ...]:
    """The bars of every series for a screen `width` cells wide, each leading to its sentence."""
    label = _LABELS[width < _NARROW]
    writer = ChartWriter(words, label, max(4, min(40, width - label - _VALUE - 6)))
    rows: list[Row] = []
    for series in sorted(ledger.series, key=lambda series: -len(series.points) - len(series.targets)):
        name = f"{labels(series.indicator, series.series)} · {words.of('measure', series.measure)}"
        rows.append(Row(_key(series), (line(name),), heading=True))
        targets = sorted((ledger.targets[name] for name in series.targets if name in ledger.targets), key=out_of_reach)
        rows += writer.series(_key(series), series.points, targets)
    return tuple(rows)


def series_key(ledger: Ledger, wanted: str) -> str:
    """The key of the row that starts the series called `wanted`, by series or indicator; empty without one."""
    found = (each for each in ledger.series if wanted and wanted in {each.series, each.indicator})
    first = next(found, None)
    return _key(first) if first else ""


def _key(series: Series) -> str:
    return f"{series.indicator}:{series.series}:{series.measure}:{series.unit}:{series.place}"


def bar(value: float, most: float, cells: int) -> str:
    """A bar for `value`, `cells` long for `most`, in eighths of a cell."""
    eighths = round(8 * cells * abs(value) / most) if most else 0
    whole, rest = divmod(min(eighths, 8 * cells), 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


class ChartWriter:
    """Draws the values of one series at one scale."""

    def __init__(self, words: Words, label: int, cells: int) -> None:
        self._words = words
        self._label = label
        self._cells = cells

    def series(self, key: str, points: Sequence[Point], targets: Sequence[Target]) -> Iterator[Row]:
        """A bar a value, those of one kind of period together, the targets last."""
        values = [each.value for each in points] + [each.value for each in targets]
        # one value alone is no picture of anything
        most = max((_size(value) for value in values), default=0.0) if len(values) > 1 else 0.0
        window = ""
        for place, point in enumerate(sorted(points, key=lambda point: (point.window, point.period))):
            if window and point.window != window:
                yield Row(f"{key}:{place}:apart", (line(("  ┄", "quiet")),))
            window = point.window
            yield self._point(f"{key}:{place}", point, most)
        for place, target in enumerate(targets):
            yield self._target(f"{key}:target:{place}", target, most)

    def _point(self, key: str, point: Point, most: float) -> Row:
        style = "quiet" if point.superseded else ("forecast" if point.role == "forecast" else "result")
        said = f" · {point.date:%d/%m/%y}" if point.date else ""
        text = line(
            self._period(point.period),
            (bar(_size(point.value), most, self._cells), style),
            f" {GLYPHS[point.role]}{value_text(self._words, point.value)}",
            (said, "quiet"),
        )
        return Row(key, (text,), passage=_first(point.mentions), about=point)

    def _target(self, key: str, target: Target, most: float) -> Row:
        text = line(
            self._period(target.period),
            (bar(_size(target.value), most, self._cells).replace("█", "▒"), "target"),
            (f" {GLYPHS['target']}{value_text(self._words, target.value)}", "target"),
            (f" · {self._words.of('status', target.status)}", "quiet"),
        )
        return Row(key, (text,), passage=_first(target.mentions), about=target)

    def _period(self, code: str) -> str:
        return f"  {present.period(self._words, code, short=True):<{self._label}.{self._label}} "


def _first(mentions: Sequence[Mention]) -> Passage | None:
    return Passage(mentions[0].article, mentions[0].at) if mentions else None


def _size(value: Value) -> float:
    """How long its bar is: a ratio by what is done, an open end by the end it has."""
    ends = (value.low,) if value.unit == "ratio" or value.bound in {"at_least", "over"} else (value.low, value.high)
    return max((abs(end) for end in ends if not isinf(end)), default=0.0)
