"""A target and its answers -> its status, with the gap, what is still required and the pace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui import period as periods
from tui.ledger import sums, windows
from tui.ledger.outcome import Goal, goal_of, outcome

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tui.ledger.answers import Heard
    from tui.ledger.model import Answer, Pace, Required, Status, Target
    from tui.ledger.outcome import Outcome

_FINAL: Mapping[Outcome, Status] = {"over": "exceeded", "reached": "met", "short": "missed", "unsure": "undecided"}
_SO_FAR: Mapping[Outcome, Status] = {"over": "ahead", "reached": "ahead", "short": "behind", "unsure": "undecided"}


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What is known of an indicator, and of the day on which it is judged.

    kind, better: as in the lexicon; empty and `none` where it is not there
    given, known: weights from the settings and from the lexicon
    today: the day of the newest meeting; nothing later is known
    """

    kind: str
    better: str
    given: Mapping[str, float]
    known: Mapping[str, float]
    today: date | None


class _Judgement(NamedTuple):
    """What an answer makes of a target.

    status: as in `Target`
    short: there may be a gap to tell
    pace: as in `Target`
    need: how to work out what is still required; None where nothing is
    """

    status: Status
    short: bool
    pace: Pace | None = None
    need: Literal["growth", "rest"] | None = None


def judge(target: Target, order: int, heard: Heard, yard: Yardstick) -> Target:
    """`target`, first said at the meeting in place `order`, with what `heard` makes of it; no answers are listed.

    Only a result for the same period, said after the period ended, decides for good.
    """
    if periods.parse(target.period) is None:
        return replace(target, status="not_measurable")
    deciding, is_part = decided(target, order, heard, yard)
    if deciding is None:
        return replace(target, status="no_result" if windows.is_over(target.period, yard.today) else "pending")
    goal = goal_of(target.value, yard.better)
    found = _judge_part(target, deciding, yard, goal) if is_part else _judge_whole(target, deciding, goal)
    gap = sums.gap(target, deciding, goal) if found.short else None
    return replace(
        target,
        status=found.status,
        gap=gap[0] if gap else None,
        derivation=gap[1] if gap else None,
        required=_required(target, deciding, yard, goal, found.need),
        pace=found.pace,
    )


def decided(target: Target, order: int, heard: Heard, yard: Yardstick) -> tuple[Answer | None, bool]:
    """The answer that decides, and whether it covers a part only: final, early, running, then forecast."""
    whole = heard.whole(target, order, "result")
    if whole:
        return whole, False
    running = None if windows.is_over(target.period, yard.today) else heard.running(target, order)
    return (running, True) if running else (heard.whole(target, order, "forecast"), False)


def status_alone(target: Target, answer: Answer, yard: Yardstick) -> Status:
    """The status in the light of one comparable answer, on the day it was given."""
    goal = goal_of(target.value, yard.better)
    if answer.relation == "same":
        return _judge_whole(target, answer, goal).status
    if answer.role != "result" or not _is_running(target, answer, yard):
        return "pending"
    return _judge_part(target, answer, yard, goal).status


def _is_running(target: Target, answer: Answer, yard: Yardstick) -> bool:
    """Whether the answer covers the target's period from its first day; a stock may be counted on any day."""
    if answer.relation != "part_of":
        return False
    return yard.kind == "stock" or windows.opens(answer.period, target.period)


def _judge_whole(target: Target, answer: Answer, goal: Goal) -> _Judgement:
    """The status a value for the whole period gives."""
    verdict = outcome(target.value, answer.value.interval, goal)
    final = answer.role == "result" and not answer.early
    return _Judgement(_FINAL[verdict] if final else "provisional", verdict == "short")


def _judge_part(target: Target, part: Answer, yard: Yardstick, goal: Goal) -> _Judgement:
    """The status while the period runs."""
    amount = target.measure in {"level", "progress"}
    if amount and yard.kind == "flow":
        weight = windows.elapsed(part.period, target.period, yard.given, yard.known)
        pace = sums.pace(target, part, weight) if weight else None
        return _Judgement(_pace_status(pace, goal) if pace else "undecided", short=True, pace=pace, need="rest")
    verdict = outcome(target.value, part.value.interval, goal)
    if yard.kind == "stock" or (amount and not yard.kind):
        return _judge_stock(target, verdict)
    growing = target.measure == "growth" and target.unit == "%"
    return _Judgement(_SO_FAR[verdict], verdict == "short", need="growth" if growing else None)


def _judge_stock(target: Target, verdict: Outcome) -> _Judgement:
    """What stands at a moment is there or not yet: without its start nobody can say whether it comes fast enough."""
    if verdict in {"over", "reached"}:
        return _Judgement("ahead", short=False)
    return _Judgement("pending", verdict == "short", need=None if target.measure == "growth" else "rest")


def _required(target: Target, part: Answer, yard: Yardstick, goal: Goal, need: str | None) -> Required | None:
    """What the rest of the period has to bring, by the formula that fits."""
    counted_for = part.period or (part.date.isoformat() if part.date else "")
    rest = windows.rest(counted_for, target.period) if need else ""
    if need == "rest":
        return sums.required_rest(target, part, goal, rest)
    weight = windows.elapsed(part.period, target.period, yard.given, yard.known) if need else None
    return sums.required_growth(target, part, goal, rest, weight) if weight else None


def _pace_status(pace: Pace, goal: Goal) -> Status:
    """Ahead where the share done is no less than the share of the time gone; the other way round under a ceiling."""
    done, gone = (pace.done, pace.elapsed) if goal == "up" else (-pace.done, -pace.elapsed)
    if done.low >= gone:
        return "ahead"
    return "behind" if done.high < gone or (done.high == gone and done.high_open) else "undecided"
