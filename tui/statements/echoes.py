"""What a headline says of a number that the report then tells in full."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import Article, Statement

# an indicator with its place, unit and value
Number: TypeAlias = tuple[str, str, float, float]


def echoed(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; a number of the headline that no word tells the role of has the role the report gives it."""
    headline = _headline_end(article)
    told: dict[Number, Statement] = {}
    for statement in statements:
        if statement.figure.at.start >= headline and statement.series:
            told.setdefault(_number(statement), statement)
    return tuple(_again(one, told) if one.figure.at.start < headline else one for one in statements)


def _again(statement: Statement, told: Mapping[Number, Statement]) -> Statement:
    """A statement of the headline, in the role and for the period of the first that tells its number again."""
    same = told.get(_number(statement))
    if same is None or same.role == statement.role or statement.rule != "default-result":
        return statement
    if statement.period_source == "stated" and statement.period != same.period:
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
    return statement.series, figure.unit, figure.low, figure.high


def _headline_end(article: Article) -> int:
    """Where the headline of the text ends; 0 where it has none."""
    first = article.paragraphs[0] if article.paragraphs else None
    return first.at.end if first and first.kind == "title" else 0
