"""The statements of all papers on one meeting -> what the meeting reported, with who disagrees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.ledger import windows
from tui.ledger.model import Disagreement, Mention, Result, Value
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.ledger.model import DisagreementKind, Target
    from tui.model import Card, Meeting, Statement

_ROLES = frozenset({"target", "result", "forecast", "base"})


class Subject(NamedTuple):
    """What a number is about.

    indicator: its id
    series: what tells one `other` from another; empty for every other indicator
    """

    indicator: str
    series: str

    @property
    def comparable(self) -> bool:
        """Whether two numbers about it are about the same thing: an `other` without a series is only itself."""
        return self.indicator != "other" or bool(self.series)


def subject_of(each: Statement | Result | Target) -> Subject:
    """What a statement, a result or a target is about."""
    return Subject(each.indicator, each.series if each.indicator == "other" else "")


def value_of(statement: Statement) -> Value:
    """The number a statement prints; `tăng 7 %` and `đạt 7 %` are one value, `giảm 7 %` is another."""
    figure = statement.figure
    fell = statement.measure == "growth" and figure.direction == "down"
    return Value(
        figure.low, figure.high, figure.bound, figure.unit, statement.measure, figure.direction if fell else None
    )


def mention_of(statement: Statement, outlet: str) -> Mention:
    """Where a statement stands."""
    figure = statement.figure
    return Mention(figure.article, figure.at, figure.source, statement.quote, outlet, statement.speaker)


def read_meeting(meeting: Meeting, said: Mapping[str, Sequence[Statement]]) -> tuple[Result, ...]:
    """What the papers on a meeting state, in the order of the leading paper; targets and bases included.

    said: by article id; an article without statements counts as silent
    """
    groups: dict[tuple[object, ...], list[_Draft]] = {}
    for paper, card, statement in _statements(meeting, said):
        _add(groups.setdefault(_key(statement), []), (paper, statement.figure.at.start), card, statement)
    drafts = [draft for group in groups.values() for draft in _adopt(group)]
    with_rivals = {id(draft): _rivals(draft, group) for group in groups.values() for draft in group}
    drafts.sort(key=lambda draft: draft.order)
    return tuple(draft.result(meeting, with_rivals.get(id(draft), ())) for draft in drafts)


def _statements(meeting: Meeting, said: Mapping[str, Sequence[Statement]]) -> Iterator[tuple[int, Card, Statement]]:
    for paper, card in enumerate(meeting.articles):
        for statement in said.get(card.id, ()):
            if statement.role in _ROLES:
                yield paper, card, statement


def _key(statement: Statement) -> tuple[object, ...]:
    """Figures of one key are about the same thing; those that cannot be, have a key of their own."""
    subject = subject_of(statement)
    alone = None if subject.comparable else (statement.figure.article, statement.figure.at)
    return (subject, statement.measure, statement.figure.unit, statement.place, statement.role, alone)


@dataclass(slots=True)
class _Draft:
    """Statements that say the same.

    value, period: what they say
    lead: the first of them
    order: its place among all statements of the meeting
    mentions, articles: where they stand
    estimate: all of them call it an estimate
    """

    value: Value
    period: str
    lead: Statement
    order: tuple[int, int]
    mentions: list[Mention] = field(default_factory=list)
    articles: set[str] = field(default_factory=set)
    estimate: bool = True

    def add(self, card: Card, statement: Statement) -> None:
        """Count one more statement in."""
        self.mentions.append(mention_of(statement, card.outlet))
        self.articles.add(card.id)
        self.estimate = self.estimate and _is_estimate(statement)

    def take(self, other: _Draft) -> None:
        """Count in everything of another draft."""
        self.mentions.extend(other.mentions)
        self.articles |= other.articles
        self.order = min(self.order, other.order)
        self.estimate = self.estimate and other.estimate

    def result(self, meeting: Meeting, rivals: tuple[Disagreement, ...]) -> Result:
        """The finished fact."""
        lead = self.lead
        return Result(
            indicator=lead.indicator,
            series=lead.series,
            period=self.period,
            period_source=lead.period_source,
            place=lead.place,
            role=lead.role,
            value=self.value,
            speaker=next((each.speaker for each in self.mentions if each.speaker), ""),
            noun=lead.figure.noun,
            meeting=meeting.id,
            date=meeting.date,
            mentions=tuple(self.mentions),
            disagreements=rivals,
            early=lead.role != "target" and (self.estimate or windows.is_early(self.period, meeting.date)),
        )


def _is_estimate(statement: Statement) -> bool:
    if statement.role == "forecast" or not statement.cue:
        return statement.role == "forecast"
    return not load_rules().estimates.isdisjoint(statement.cue.lower().split())


def _add(group: list[_Draft], order: tuple[int, int], card: Card, statement: Statement) -> None:
    value, period = value_of(statement), windows.settle(statement.period)
    draft = next((each for each in group if (each.value, each.period) == (value, period)), None)
    if draft is None:
        draft = _Draft(value, period, statement, order)
        group.append(draft)
    draft.add(card, statement)


def _adopt(group: list[_Draft]) -> list[_Draft]:
    """The group with a value of no stated period counted in where exactly one period has the same value."""
    for draft in [each for each in group if not each.period]:
        homes = [each for each in group if each.period and each.value == draft.value]
        if len(homes) == 1:
            homes[0].take(draft)
            group.remove(draft)
    return group


def _rivals(draft: _Draft, group: Sequence[_Draft]) -> tuple[Disagreement, ...]:
    """What papers that do not print `draft` print in its place."""
    found = []
    for other in group:
        if other is not draft and not other.articles & draft.articles and draft.lead.indicator != "other":
            kind = _quarrel(draft, other, group)
            if kind:
                found.append(Disagreement(kind, other.value, other.period, tuple(other.mentions)))
    return tuple(found)


def _quarrel(draft: _Draft, other: _Draft, group: Sequence[_Draft]) -> DisagreementKind | None:
    """How two papers differ; None where they may both be right."""
    same_number = (draft.value.low, draft.value.high) == (other.value.low, other.value.high)
    same_period = draft.period == other.period or not (draft.period and other.period)
    if same_number and same_period:
        return "bound"
    articles = draft.articles | other.articles
    if same_number:
        return "period" if _is_single(articles, group) else None
    rivals = [each for each in group if each.period == draft.period]
    return "value" if draft.period and other in rivals and _is_single(articles, rivals) else None


def _is_single(articles: set[str], group: Sequence[_Draft]) -> bool:
    """Whether each paper gives one value only; of several nobody can say which one another paper disputes."""
    return all(sum(article in each.articles for each in group) == 1 for article in articles)
