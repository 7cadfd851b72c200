"""What a sentence claims about its own figure beside the value: twice last year's, a record, so many new members.

The claims are read once an article, from the words around each figure; testing them is for `checks`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui import period as periods
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.ledger.settings import Passage
    from tui.model import Span, Statement

_YEAR = re.compile(r"\s*(\d{4})(?!\d)")
_YEARS_BACK = re.compile(r"(\d{1,3}) năm qua")
_SIDES: tuple[Literal["surplus", "deficit"], ...] = ("surplus", "deficit")
_NEAR = 60
_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Claim:
    """Something claimed of a figure.

    kind: `multiple` of an earlier value, `record`, `joined`: how many new members made a total, or the side of a
        balance: `surplus`, `deficit`
    at: the figure, as in `Mention.at`
    indicator: of the figure
    base: for `multiple` the period it is a multiple of; empty where not stated
    value_at: for `multiple` the figure that is so many times the base; None without one
    names: for `joined` the members named
    years: for `record` how many years it looks back; 0 for all time
    """

    kind: Literal["multiple", "record", "joined", "surplus", "deficit"]
    at: Span
    indicator: str
    base: str = ""
    value_at: Span | None = None
    names: tuple[str, ...] = ()
    years: int = 0


def read_claims(article: str, said: Iterable[Statement], passage: Passage) -> tuple[Claim, ...]:
    """The claims of an article about the figures of what it `said`, in their order; `passage` reads its sentences."""
    found: list[Claim] = []
    sentences: dict[Span, list[Statement]] = {}
    for statement in said:
        if statement.role != "context":
            sentences.setdefault(statement.quote, []).append(statement)
    for quote, statements in sentences.items():
        text = passage(article, quote)
        if len(text) == len(text.lower()) == quote.end - quote.start:
            found.extend(_claims(text, quote.start, statements))
    return tuple(found)


def _claims(text: str, start: int, statements: Sequence[Statement]) -> Iterable[Claim]:
    """The claims of one sentence, which begins at `start`."""
    lower = text.lower()
    for index, statement in enumerate(statements):
        at = statement.figure.at
        following = statements[index + 1].figure.at.start - start if index + 1 < len(statements) else len(text)
        previous = statements[index - 1].figure.at.end - start if index else 0
        if statement.figure.unit == "times" and statement.measure == "growth":
            yield _multiple(lower[at.end - start :], statement, statements[:index])
        elif _is_record(lower[previous : at.start - start], lower[at.end - start : following]):
            yield Claim("record", at, statement.indicator, years=_years(lower[at.end - start : following]))
        yield from _side(lower[previous : at.start - start], statement)
        yield from _joined(text[: at.start - start], statement)


def _multiple(after: str, statement: Statement, earlier: Sequence[Statement]) -> Claim:
    """`gấp đôi năm 2024`: what is how many times what."""
    of_it = [each for each in earlier if each.indicator == statement.indicator and each.measure == "level"]
    counted = of_it[-1].figure.at if of_it else None
    return Claim("multiple", statement.figure.at, statement.indicator, _base(after, statement.period), counted)


def _base(after: str, period: str) -> str:
    """The period the words right after a multiple name; empty where they name none."""
    words = load_rules().claims
    tail = after.lstrip(" ,(")
    same = next((word for word in words["same_time"] if tail.startswith(word)), None)
    tail = tail[len(same) :].lstrip() if same else tail
    year = next((word for word in words["year"] if tail.startswith(word)), None)
    named = _named_year(tail[len(year) :], period) if year else 0
    if not same:
        return f"{named:04d}" if named else ""
    found = periods.parse(period)
    if found is None:
        return ""
    return periods.shift_years(period, (named or found.start.year - 1) - found.start.year)


def _named_year(tail: str, period: str) -> int:
    """The year right after the word `năm`: printed, or the one before the period's; 0 where there is none."""
    printed = _YEAR.match(tail)
    if printed:
        return int(printed[1])
    found = periods.parse(period)
    before = any(tail.lstrip().startswith(word) for word in load_rules().claims["last_year"])
    return found.start.year - 1 if found and before else 0


def _is_record(before: str, after: str) -> bool:
    """Whether the words between this figure and its neighbours call it a record."""
    words = load_rules().claims
    clause = after.partition(";")[0][:_NEAR]
    most = any(word in clause for word in words["record_after"])
    if most and any(word in clause for word in words["record_reach"]):
        return True
    lead = before.rpartition(";")[2][-_BEFORE:]
    return any(word in lead for word in words["record_before"])


def _side(before: str, statement: Statement) -> Iterable[Claim]:
    """`xuất siêu 28 tỷ USD`: which side of a balance is the larger."""
    rules = load_rules()
    if statement.measure == "level" and statement.indicator in {each.balance for each in rules.balances}:
        for kind in _SIDES:
            if any(word in before[-_BEFORE:] for word in rules.claims[kind]):
                yield Claim(kind, statement.figure.at, statement.indicator)


def _years(after: str) -> int:
    found = _YEARS_BACK.search(after[:_NEAR])
    return int(found[1]) if found else 0


def _joined(before: str, statement: Statement) -> Iterable[Claim]:
    """`thiết lập quan hệ … với A và B, nâng tổng số lên 32`: the new members that make the total."""
    rules = load_rules()
    if statement.indicator not in {each.total for each in rules.running}:
        return
    lower = before.lower()
    raising = max(lower.rfind(word) for word in rules.claims["raising"])
    newly = max(lower.rfind(word, 0, max(raising, 0)) for word in rules.claims["newly"])
    clause = lower[newly:raising]
    if newly < 0 or any(word in clause for word in rules.claims["upgraded"]) or rules.with_word not in clause:
        return
    listed = before[newly + clause.index(rules.with_word) + len(rules.with_word) : raising]
    names = tuple(name.strip() for name in listed.replace(" và ", ",").split(",") if name.strip())
    yield Claim("joined", statement.figure.at, statement.indicator, names=names)
