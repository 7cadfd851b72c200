"""The aims of all meetings -> targets: said twice is one, revised keeps its history, other bodies stand apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tui.ledger.model import Earlier, Target
from tui.ledger.results import subject_of
from tui.ledger.rules import load_rules

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from tui.ledger.model import Mention, Result, Value

_LOOSE = frozenset({"exact", "at_least"})


class Aim(NamedTuple):
    """One target as one meeting states it.

    order: place of the meeting among all
    said: what the meeting's papers say
    """

    order: int
    said: Result


@dataclass(slots=True)
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


def find_targets(aims: Iterable[Aim]) -> tuple[Target, ...]:
    """The targets of `aims` with one `key_of`, in the order of the meetings; nothing is set against them yet."""
    lines: list[_Line] = []
    for aim in aims:
        _place(aim, lines)
    return tuple(_target(line) for line in lines)


def key_of(said: Result) -> Hashable:
    """What aims must share to be one target, a revision of it, or another body's."""
    subject = subject_of(said)
    alone = None if subject.comparable else (said.mentions[0].article, said.mentions[0].at)
    return (subject, said.measure, said.unit, said.period, said.place, alone)


def _place(aim: Aim, group: list[_Line]) -> None:
    """Count `aim` to the line that says the same, else start a line, which may replace one or stand beside all."""
    body = load_rules().body(aim.said.speaker)
    kin = [line for line in group if line.body == body or not (line.body and body)]
    same = [line for line in kin if _same_aim(line, aim)]
    if same:
        line = next((line for line in same if line.after is None), same[0])
        line.body = line.body or body
    else:
        line = _Line(aim, body)
        _relate(line, kin)
        group.append(line)
    line.mentions.extend(aim.said.mentions)


def _same_aim(line: _Line, aim: Aim) -> bool:
    """Whether both aim at the same: a later `8 %` restates `8 % trở lên`, papers on one meeting must agree exactly."""
    old, new = line.value, aim.said.value
    if old == new:
        return True
    alike = (old.low, old.high, old.direction) == (new.low, new.high, new.direction)
    return alike and line.first.order != aim.order and {old.bound, new.bound} <= _LOOSE


def _relate(line: _Line, kin: Sequence[_Line]) -> None:
    """Say what a new line is to those of the same body: the one still standing from an earlier meeting is replaced."""
    said = line.first.said
    standing = [each for each in kin if each.after is None]
    fellows = [each for each in standing if each.first.order == line.first.order]
    for fellow in fellows:
        if not _articles(fellow) & _articles(line):
            fellow.disputed.append(line)
            line.disputed.append(fellow)
    if said.period and said.date and len(standing) == 1 and not fellows and subject_of(said).comparable:
        line.before, standing[0].after = standing[0], line


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
