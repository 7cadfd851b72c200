"""Scores extracted statements against a table annotated by hand.

A found figure and an annotated one are the same where their spans overlap; each is used once, the larger overlap
first. Rows marked optional are those experts disagree on: neither finding nor missing them counts.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.model import Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

Field = Literal["bound", "measure", "role", "indicator", "period", "place"]
FIELDS: tuple[Field, ...] = ("bound", "measure", "role", "indicator", "period", "place")
ROLES = ("target", "result")
JUDGED: tuple[Field, ...] = ("indicator", "period", "role")  # what a statement's confidence speaks of
TOLERANCE = 1e-3  # relative difference at which two values are still one


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """One annotated figure.

    file: file name of its article
    at: its span in code points of the file as decoded
    core: its text
    low, high: magnitudes as printed, scale words applied
    unit: unit of measure
    attributes: the annotated fields; an empty one is not settled by the text and not scored
    optional: neither finding nor missing it counts
    """

    file: str
    at: Span
    core: str
    low: float
    high: float
    unit: str
    attributes: Mapping[Field, str]
    optional: bool


class Rate(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Mistake:
    """One disagreement with the table.

    file: file name of the article
    kind: `missed`, `extra`, `value`, or the name of a field
    text: the figure
    expected, found: what the table says and what was found; a place for missed and extra figures
    """

    file: str
    kind: str
    text: str
    expected: str
    found: str


class Judged(NamedTuple):
    """How sure the program was of a statement (0 to 1), and whether indicator, period and role were all right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What the comparison with a table gave.

    figures: annotated figures that count
    found: of finding figures at all
    strict: the same, where a match also needs value and unit to be right
    accuracy: share of right values a field, over matched figures whose field is annotated; None without any
    roles: of telling targets, and results, from everything else
    mistakes: in the order of the table, article by article
    judged: the matched figures that count
    """

    figures: int
    found: Rate
    strict: Rate
    accuracy: Mapping[str, float | None]
    roles: Mapping[str, Rate]
    mistakes: tuple[Mistake, ...]
    judged: tuple[Judged, ...]

    def scores(self) -> dict[str, float | None]:
        """Every score by name; F1 where there are precision and recall."""
        roles = {name: rate.f1 for name, rate in self.roles.items()}
        return {"found": self.found.f1, "strict": self.strict.f1, **self.accuracy, **roles}


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of one stretch of confidence.

    low: where the stretch begins
    count: statements in it
    confidence: their mean confidence
    right: share of them that were right
    """

    low: float
    count: int
    confidence: float
    right: float


class Pairing(NamedTuple):
    """Annotated and found figures: those that match, and the rest of either side."""

    pairs: list[tuple[GoldFigure, Statement]]
    missed: list[GoldFigure]
    extra: list[Statement]


def load_gold(path: Path) -> dict[str, list[GoldFigure]]:
    """The annotated figures by file name, read from a table of tab-separated values."""
    rows: dict[str, list[GoldFigure]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            figure = _gold(row)
            rows[figure.file].append(figure)
    return dict(rows)


def _gold(row: Mapping[str, str]) -> GoldFigure:
    return GoldFigure(
        file=row["file"],
        at=Span(int(row["start"]), int(row["end"])),
        core=row["core"],
        low=float(row["low"]),
        high=float(row["high"]),
        unit=row["unit"],
        attributes={field: row[field] or "" for field in FIELDS},
        optional=row["opt"] == "1",
    )


def pair(gold: Sequence[GoldFigure], found: Sequence[Statement]) -> Pairing:
    """Annotated and found figures of one article, matched by overlap, the largest first."""
    overlaps = sorted(
        (-size, i, j)
        for i, expected in enumerate(gold)
        for j, statement in enumerate(found)
        if (size := _overlap(expected.at, statement.figure.source)) > 0
    )
    taken: dict[int, int] = {}
    for _, i, j in overlaps:
        if i not in taken and j not in taken.values():
            taken[i] = j
    used = set(taken.values())
    return Pairing(
        [(gold[i], found[j]) for i, j in sorted(taken.items())],
        [expected for i, expected in enumerate(gold) if i not in taken],
        [statement for j, statement in enumerate(found) if j not in used],
    )


def _overlap(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def score(gold: Mapping[str, Sequence[GoldFigure]], found: Mapping[str, Sequence[Statement]]) -> Report:
    """How the statements `found`, by file name, compare with the table; files the table does not name are left out."""
    pairings = {file: pair(figures, found.get(file, ())) for file, figures in gold.items()}
    pairs = [(e, s) for pairing in pairings.values() for e, s in pairing.pairs if not e.optional]
    missed = [e for pairing in pairings.values() for e in pairing.missed if not e.optional]
    extra = [s for pairing in pairings.values() for s in pairing.extra]
    valued = sum(_same_value(expected, statement) for expected, statement in pairs)
    return Report(
        figures=len(pairs) + len(missed),
        found=_rate(len(pairs), len(extra), len(missed)),
        strict=_rate(valued, len(pairs) - valued + len(extra), len(pairs) - valued + len(missed)),
        accuracy={field: _accuracy(field, pairs) for field in FIELDS},
        roles={role: _role_rate(role, pairs, missed, extra) for role in ROLES},
        mistakes=tuple(mistake for file, pairing in pairings.items() for mistake in _mistakes(file, pairing)),
        judged=tuple(_judged(expected, statement) for expected, statement in pairs),
    )


def _rate(right: int, surplus: int, lacking: int) -> Rate:
    precision = right / (right + surplus) if right + surplus else 1.0
    recall = right / (right + lacking) if right + lacking else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Rate(precision, recall, f1)


def _accuracy(field: Field, pairs: Iterable[tuple[GoldFigure, Statement]]) -> float | None:
    agreed = [_value(s, field) == e.attributes[field] for e, s in pairs if e.attributes[field]]
    return sum(agreed) / len(agreed) if agreed else None


def _role_rate(
    role: str,
    pairs: Iterable[tuple[GoldFigure, Statement]],
    missed: Iterable[GoldFigure],
    extra: Iterable[Statement],
) -> Rate:
    outcomes = Counter((e.attributes["role"] == role, s.role == role) for e, s in pairs)
    surplus = outcomes[False, True] + sum(s.role == role for s in extra)
    lacking = outcomes[True, False] + sum(e.attributes["role"] == role for e in missed)
    return _rate(outcomes[True, True], surplus, lacking)


def _value(statement: Statement, field: Field) -> str:
    return str(statement.figure.bound if field == "bound" else getattr(statement, field))


def _same_value(expected: GoldFigure, statement: Statement) -> bool:
    figure = statement.figure
    return _close(expected.low, figure.low) and _close(expected.high, figure.high) and expected.unit == figure.unit


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE * max(abs(one), abs(other), 1e-12)


def _judged(expected: GoldFigure, statement: Statement) -> Judged:
    right = all(_value(statement, f) == expected.attributes[f] for f in JUDGED if expected.attributes[f])
    return Judged(statement.confidence, right)


def _mistakes(file: str, pairing: Pairing) -> Iterable[Mistake]:
    for expected, statement in pairing.pairs:
        if not expected.optional:
            yield from _disagreements(file, expected, statement)
    for expected in pairing.missed:
        if not expected.optional:
            yield Mistake(file, "missed", expected.core, f"at {expected.at.start}", "")
    for statement in pairing.extra:
        yield Mistake(file, "extra", statement.figure.text, "", f"at {statement.figure.source.start}")


def _disagreements(file: str, expected: GoldFigure, statement: Statement) -> Iterable[Mistake]:
    figure = statement.figure
    if not _same_value(expected, statement):
        wanted = f"{expected.low:g}..{expected.high:g} {expected.unit}"
        yield Mistake(file, "value", expected.core, wanted, f"{figure.low:g}..{figure.high:g} {figure.unit}")
    for field in FIELDS:
        wanted, got = expected.attributes[field], _value(statement, field)
        if wanted and wanted != got:
            yield Mistake(file, field, expected.core, wanted, got)


def reliability(judged: Iterable[Judged], bins: int = 10) -> tuple[Bin, ...]:
    """The statements by confidence, in `bins` stretches of equal width; empty stretches are left out."""
    groups: dict[int, list[Judged]] = defaultdict(list)
    for statement in judged:
        groups[min(int(statement.confidence * bins), bins - 1)].append(statement)
    return tuple(_bin(index / bins, groups[index]) for index in sorted(groups))


def _bin(low: float, group: Sequence[Judged]) -> Bin:
    count = len(group)
    return Bin(low, count, sum(s.confidence for s in group) / count, sum(s.right for s in group) / count)


def calibration_error(bins: Sequence[Bin]) -> float | None:
    """Mean distance between confidence and share of right statements, weighted by count; None without statements."""
    total = sum(group.count for group in bins)
    if not total:
        return None
    return sum(group.count * abs(group.confidence - group.right) for group in bins) / total
