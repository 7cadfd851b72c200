"""The aims of all meetings -> targets: said twice is one, revised keeps its history, other bodies stand apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.ledger.model import Earlier, Target
from tui.ledger.results import subject_of
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from tui.ledger.model import Mention, Result, Value

_LOOSE = frozenset({"exact", "at_least"})


class Aim(NamedTuple):
    """One target as one meeting states it.

    order: place of the meeting among all
    said: what the meeting's papers say
    """

    order: int
    said: Result


@dataclass(slots=True, eq=False)
class _Line:
    """One target in the making.

    first: the aim that set it
    body: who set it
    mentions, articles: where it is said
    before: the line it replaced
    after: the line that replaced it
    disputed: lines other papers on the same meeting print instead
    """

    first: Aim
    body: str
    mentions: list[Mention] = field(default_factory=list)
    before: _Line | None = None
    after: _Line | None = None
    disputed: list[_Line] = field(default_factory=list)

    @property
    def value(self) -> Value:
        """What is aimed at."""
        return self.first.said.value

    @property
    def id(self) -> str:
        """Readable, and the same as long as the target says the same."""
        said, value = self.first.said, self.value
        number = f"{value.low:g}" if value.low == value.high else f"{value.low:g}-{value.high:g}"
        subject = said.series if said.indicator == "other" and said.series else said.indicator
        parts = (subject, said.measure, said.unit, said.period, said.place, self.body, f"{value.bound} {number}")
        unsaid = "" if subject_of(said).comparable else f"|{said.mentions[0].article}@{said.mentions[0].at.start}"
        return "|".join(parts) + unsaid


class _Lines:
    """The lines of one key so far, found by what a new aim is compared with."""

    def __init__(self) -> None:
        self.every: list[_Line] = []
        self._by_value: dict[Hashable, list[_Line]] = {}
        self._by_order: dict[int, list[_Line]] = {}
        self._standing: dict[str, list[_Line]] = {}

    def like(self, aim: Aim, body: str) -> list[_Line]:
        """The lines of the same body, as far as it is named, that aim at the same."""
        alike = self._by_value.get(_size(aim.said.value), ())
        return [line for line in alike if _may_be(line.body, body) and _same_aim(line, aim)]

    def fellows(self, aim: Aim, body: str) -> list[_Line]:
        """Those of the same body still standing that the same meeting set."""
        fellows = self._by_order.get(aim.order, ())
        return [line for line in fellows if _may_be(line.body, body) and line.after is None]

    def only(self, body: str) -> _Line | None:
        """The one line of the same body still standing; None where there are several or none."""
        bodies = {body, ""} if body else self._standing
        groups = [self._standing[each] for each in bodies if self._standing.get(each)]
        return groups[0][0] if len(groups) == 1 and len(groups[0]) == 1 else None

    def add(self, line: _Line) -> None:
        """Take in a new line; the one it replaces does not stand any more."""
        self.every.append(line)
        self._by_value.setdefault(_size(line.value), []).append(line)
        self._by_order.setdefault(line.first.order, []).append(line)
        if line.before:
            self._standing[line.before.body].remove(line.before)
        self._standing.setdefault(line.body, []).append(line)

    def name(self, line: _Line, body: str) -> None:
        """Say whose a line is that did not name its body."""
        if line.after is None:
            self._standing[""].remove(line)
            self._standing.setdefault(body, []).append(line)
        line.body = body


def find_targets(aims: Iterable[Aim]) -> tuple[Target, ...]:
    """The targets of `aims` with one `key_of`, in the order of the meetings; nothing is set against them yet."""
    lines = _Lines()
    for aim in aims:
        _place(aim, lines)
    return tuple(_target(line) for line in lines.every)


def key_of(said: Result) -> Hashable:
    """What aims must share to be one target, a revision of it, or another body's."""
    subject = subject_of(said)
    alone = None if subject.comparable else (said.mentions[0].article, said.mentions[0].at)
    return (subject, said.measure, said.unit, said.period, said.place, alone)


def _place(aim: Aim, lines: _Lines) -> None:
    """Count `aim` to the line that says the same, else start a line, which may replace one or stand beside all."""
    body = load_rules().body(aim.said.speaker)
    same = lines.like(aim, body)
    if same:
        line = next((line for line in same if line.after is None), same[0])
        if body and not line.body:
            lines.name(line, body)
    else:
        line = _Line(aim, body)
        _relate(line, lines)
        lines.add(line)
    line.mentions.extend(aim.said.mentions)


def _may_be(one: str, other: str) -> bool:
    """Whether two bodies may be one: where one is not named it may be any."""
    return one == other or not (one and other)


def _size(value: Value) -> Hashable:
    return value.low, value.high, value.direction


def _same_aim(line: _Line, aim: Aim) -> bool:
    """Whether both aim at the same: a later `8 %` restates `8 % trở lên`, papers on one meeting must agree exactly."""
    old, new = line.value, aim.said.value
    if old == new:
        return True
    return _size(old) == _size(new) and line.first.order != aim.order and {old.bound, new.bound} <= _LOOSE


def _relate(line: _Line, lines: _Lines) -> None:
    """Say what a new line is to those of the same body: the one still standing from an earlier meeting is replaced."""
    said = line.first.said
    fellows = lines.fellows(line.first, line.body)
    for fellow in fellows:
        if not _articles(fellow) & _articles(line):
            fellow.disputed.append(line)
            line.disputed.append(fellow)
    before = lines.only(line.body)
    if before and not fellows and said.period and said.date and subject_of(said).comparable:
        line.before, before.after = before, line


def _articles(line: _Line) -> set[str]:
    return {mention.article for mention in line.first.said.mentions}


def _target(line: _Line) -> Target:
    said = line.first.said
    return Target(
        id=line.id,
        indicator=said.indicator,
        series=said.series,
        period=said.period,
        period_source=said.period_source,
        place=said.place,
        value=said.value,
        body=line.body,
        speaker=next((mention.speaker for mention in line.mentions if mention.speaker), ""),
        meeting=said.meeting,
        date=said.date,
        mentions=tuple(line.mentions),
        history=_history(line),
        superseded_by=line.after.id if line.after else "",
        disputed_by=tuple(each.id for each in line.disputed),
    )


def _history(line: _Line) -> tuple[Earlier, ...]:
    found: list[Earlier] = []
    before = line.before
    while before is not None:
        said = before.first.said
        found.append(Earlier(before.id, before.value, said.meeting, said.date, tuple(before.mentions)))
        before = before.before
    return tuple(reversed(found))
