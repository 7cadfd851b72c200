"""Numbers told twice: by a headline before the report tells them in full, and once more by their value alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from tui.statements.lexicon import OTHER

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.model import Article, Paragraph, Span, Statement

# an indicator (or series, where it is none that is known) with its place, unit and value; money needs no name
Number: TypeAlias = tuple[str, str, float, float]

# rules that leave the role of a number called by its value alone to what told it before
_UNSAID = frozenset({"default-result", "weighed", "weighed-all"})  # no cue gave the role
_OPEN_RULES = _UNSAID | {"reported"}
_SURPASSED = frozenset({"over", "under"})
_HEADING = 90  # characters; what is longer is no headline within a text
_WILL = "sẽ"
_CALL = 12  # characters before a number where it can be called one


def echoed(article: Article, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements; a number of a headline has the period that the report gives it.

    It has its role too, where no word of the headline tells one, and measures the same, where nothing there says what.
    """
    headlines = _headlines(article)
    told: dict[Number, Statement] = {}
    for statement in statements:
        if not _within(headlines, statement) and statement.series:
            told.setdefault(_number(statement), statement)
            if statement.indicator != OTHER and not statement.figure.unit.isupper():
                told.setdefault(("", *_number(statement)[1:]), statement)
    return tuple(_again(_named(one, told), told) if _within(headlines, one) else one for one in statements)


def called_again(article: Article, statements: Sequence[Statement], called: frozenset[str]) -> tuple[Statement, ...]:
    """The statements; a percentage of nothing known, only `called` a number, says what an earlier one said of it.

    `Quốc hội giao GDP tăng 6,7%. … Thủ tướng nói mức 6,7% tuy khó nhưng khả thi.`
    """
    told: dict[Number, Statement] = {}
    names: dict[Number, set[str]] = {}
    found: list[Statement] = []
    for one in statements:
        number = ("", *_number(one)[1:])
        same = told.get(number) if len(names.get(number, ())) == 1 else None
        known = one.indicator != OTHER
        unnamed = not known or (same is not None and one.indicator == same.indicator and one.rule in _UNSAID)
        again = same is not None and one.figure.unit == "%" and unnamed and _is_called(article, one, called)
        found.append(_as_told(one, same) if same and again else one)
        if known:
            told[number] = one
            names.setdefault(number, set()).add(one.indicator)
    return tuple(found)


def _is_called(article: Article, statement: Statement, called: frozenset[str]) -> bool:
    """Whether a word such as `mức`, `con số` stands right before a number."""
    first = statement.figure.at.start
    words = article.text[max(0, first - _CALL) : first].lower().split()
    return not called.isdisjoint({*words[-1:], " ".join(words[-2:])})


def _as_told(statement: Statement, same: Statement) -> Statement:
    """A statement with what an earlier one says of the same number; its own role stays where a cue gave it."""
    named = replace(statement, indicator=same.indicator, series=same.series, measure=same.measure, place=same.place)
    if statement.rule not in _OPEN_RULES:
        return named
    return replace(
        named, role=same.role, cue=same.cue, rule="same-number", period=same.period, period_source="inherited"
    )


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
    if same.role == statement.role and same.period:
        return replace(statement, period=same.period, period_source="inherited")
    promised = statement.cue.lower() == _WILL and same.role == "target"  # `Diện tích nhà ở sẽ đạt 27 m2`
    surpassed = statement.figure.bound in _SURPASSED and same.figure.bound != statement.figure.bound
    unsaid = statement.rule in _UNSAID and not surpassed
    if same.role == statement.role or not (promised or unsaid):
        return statement  # `GDP tăng hơn 8%` is not the aim of `8% trở lên`
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


def _headlines(article: Article) -> Sequence[Span]:
    """Where the headlines of the text stand: its title, and short paragraphs without a sign at their end."""
    return [
        one.at for one in article.paragraphs if one.kind == "title" or (one.kind == "body" and _heads(article, one))
    ]


def _heads(article: Article, paragraph: Paragraph) -> bool:
    text = article.text[paragraph.at.start : paragraph.at.end].strip()
    return len(text) <= _HEADING and text[:1].isupper() and text[-1:].isalnum()


def _within(headlines: Sequence[Span], statement: Statement) -> bool:
    return any(one.start <= statement.figure.at.start < one.end for one in headlines)
