"""What a headline says of a number that the report then tells in full."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from tui.statements.lexicon import OTHER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import Article, Statement

# an indicator (or series, where it is none that is known) with its place, unit and value; money needs no name
Number: TypeAlias = tuple[str, str, float, float]

_SURER = frozenset({"stated", "inherited"})


def echoed(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; a number of the headline has the period that the report gives it.

    It has its role too, where no word of the headline tells one, and measures the same, where nothing there says what.
    """
    headline = _headline_end(article)
    told: dict[Number, Statement] = {}
    for statement in statements:
        if statement.figure.at.start >= headline and statement.series:
            told.setdefault(_number(statement), statement)
            if statement.indicator != OTHER and not statement.figure.unit.isupper():
                told.setdefault(("", *_number(statement)[1:]), statement)
    return tuple(_again(_named(one, told), told) if one.figure.at.start < headline else one for one in statements)


def _named(statement: Statement, told: Mapping[Number, Statement]) -> Statement:
    """A statement of the headline; where nothing in it says what it measures, what the report says of its number."""
    same = told.get(_number(statement)) if not statement.series else None
    if same is None:
        return statement
    return replace(statement, indicator=same.indicator, series=same.series, measure=same.measure, place=same.place)


def _again(statement: Statement, told: Mapping[Number, Statement]) -> Statement:
    """A statement of the headline, in the role and for the period of the first that tells its number again."""
    same = told.get(_number(statement))
    if same is None or (statement.period_source == "stated" and statement.period != same.period):
        return statement
    if same.role == statement.role and same.period_source in _SURER:
        return replace(statement, period=same.period, period_source="inherited")
    if same.role == statement.role or statement.rule != "default-result":
        return statement
    return replace(
        statement,
        role=same.role,
        cue=same.cue,
        rule="same-number",
        period=same.period,
        period_source=same.period_source,
    )


def _number(statement: Statement) -> Number:
    figure = statement.figure
    known = statement.indicator != OTHER
    name = f"{statement.indicator} {statement.place}" if known else statement.series
    return "" if figure.unit.isupper() else name, figure.unit, figure.low, figure.high


def _headline_end(article: Article) -> int:
    """Where the headline of the text ends; 0 where it has none."""
    first = article.paragraphs[0] if article.paragraphs else None
    return first.at.end if first and first.kind == "title" else 0
