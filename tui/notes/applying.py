"""Statements with the user's corrections made, each found again by its words where the text was edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from tui.model import Statement
    from tui.notes.model import Correction

_FIGURE = frozenset({"low", "high", "bound", "unit"})
_ALIKE = 0.8
"""How much of a sentence must have stayed for its correction to hold."""


@dataclass(frozen=True, slots=True)
class Corrected:
    """What became of an article's statements.

    statements: in the order of the text, without those that are no figures
    orphans: corrections whose figure is not there any more
    """

    statements: tuple[Statement, ...]
    orphans: tuple[Correction, ...]


def apply_corrections(statements: Sequence[Statement], text: str, corrections: Sequence[Correction]) -> Corrected:
    """`statements` of the article that reads `text`, with `corrections` of it made in their order."""
    changes: dict[int, dict[str, Any]] = {}
    orphans = []
    for correction in corrections:
        index = _find(statements, text, correction)
        if index is None:
            orphans.append(correction)
        else:
            changes.setdefault(index, {}).update(correction.changes)
    made = (
        _changed(statement, changes[index]) if index in changes else statement
        for index, statement in enumerate(statements)
        if changes.get(index, {}).get("figure", True)
    )
    return Corrected(tuple(made), tuple(orphans))


def _find(statements: Sequence[Statement], text: str, correction: Correction) -> int | None:
    """The index of the statement meant: in the same sentence, else in one much like it; the nearest of several."""
    same = [index for index, each in enumerate(statements) if each.figure.text == correction.text]
    exact = [index for index in same if _quote(statements[index], text) == correction.quote]
    near = exact or [index for index in same if _alike(_quote(statements[index], text), correction.quote)]
    return min(near, key=lambda index: abs(statements[index].figure.source.start - correction.start), default=None)


def _quote(statement: Statement, text: str) -> str:
    return text[statement.quote.start : statement.quote.end]


def _alike(one: str, other: str) -> bool:
    match = SequenceMatcher(None, one, other, autojunk=False)
    return match.real_quick_ratio() >= _ALIKE and match.quick_ratio() >= _ALIKE and match.ratio() >= _ALIKE


def _changed(statement: Statement, changes: Mapping[str, Any]) -> Statement:
    figure = replace(statement.figure, **{key: value for key, value in changes.items() if key in _FIGURE})
    others = {key: value for key, value in changes.items() if key not in _FIGURE and key != "figure"}
    if "period" in others:
        others["period_source"] = "stated" if others["period"] else ""
    if others.get("indicator", "other") != "other":
        others["series"] = others["indicator"]
    return replace(statement, figure=figure, **others, corrected=True, confidence=1.0)
