"""A target and its answers -> its status, with the gap, what is still required and the pace."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui import period as periods
from tui.ledger import sums, windows
from tui.ledger.outcome import Goal, goal_of, outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from tui.ledger.model import Answer, Assumption, Pace, Status, Target
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


def judge(target: Target, answers: Sequence[Answer], yard: Yardstick) -> Target:
    """`target` with `answers`, and what they make of it.

    Only a result for the same period, said after the period ended, decides for good.
    """
    if periods.parse(target.period) is None:
        return replace(target, results=tuple(answers), status="not_measurable")
    goal = goal_of(target.value, yard.better)
    deciding, is_part = _deciding(target, answers, yard)
    judged = replace(target, results=_flagged(answers, deciding))
    if deciding is None:
        over = windows.is_over(target.period, yard.today)
        return replace(judged, status="no_result" if over else "pending")
    if is_part:
        return _judge_part(judged, deciding, yard, goal)
    final = deciding.role == "result" and not deciding.early
    verdict = outcome(target.value, deciding.value.interval, goal)
    status: Status = _FINAL[verdict] if final else "provisional"
    return _with_gap(replace(judged, status=status), deciding, goal, short=verdict == "short")


def _deciding(target: Target, answers: Sequence[Answer], yard: Yardstick) -> tuple[Answer | None, bool]:
    """The answer that decides, and whether it covers a part only: final, early, running, then forecast."""
    usable = [answer for answer in answers if answer.comparable]
    same = [answer for answer in usable if answer.relation == "same"]
    results = [answer for answer in same if answer.role == "result"]
    whole = _last(each for each in results if not each.early) or _last(results)
    if whole:
        return whole, False
    running = [each for each in usable if each.role == "result" and _is_running(target, each, yard)]
    if running and not windows.is_over(target.period, yard.today):
        return max(running, key=lambda each: (_covered(each), each.date is not None, each.date)), True
    return _last(each for each in same if each.role == "forecast"), False


def _is_running(target: Target, answer: Answer, yard: Yardstick) -> bool:
    """Whether the answer covers the target's period from its first day; a stock may be counted on any day."""
    if answer.relation != "part_of":
        return False
    return yard.kind == "stock" or windows.opens(answer.period, target.period)


def _covered(answer: Answer) -> str:
    found = periods.parse(answer.period)
    day = found.end if found else answer.date
    return day.isoformat() if day else ""


def _last(answers: Iterable[Answer]) -> Answer | None:
    """The latest of `answers`, which are in the order of the meetings."""
    return next(reversed(list(answers)), None)


def _flagged(answers: Sequence[Answer], deciding: Answer | None) -> tuple[Answer, ...]:
    return tuple(replace(each, decides=True) if each is deciding else each for each in answers)


def _judge_part(target: Target, part: Answer, yard: Yardstick, goal: Goal) -> Target:
    """The status while the period runs."""
    weight = windows.elapsed(part.period, target.period, yard.given, yard.known)
    rest = windows.rest(part.period, target.period)
    verdict = outcome(target.value, part.value.interval, goal)
    if yard.kind == "stock" or (target.measure in {"level", "progress"} and yard.kind not in {"flow", "rate"}):
        return _judge_stock(target, part, goal, verdict, rest)
    if target.measure in {"level", "progress"} and yard.kind == "flow":
        return _judge_amount(target, part, goal, weight, rest)
    judged = _with_gap(replace(target, status=_SO_FAR[verdict]), part, goal, short=verdict == "short")
    if target.measure == "growth" and target.unit == "%" and weight:
        return replace(judged, required=sums.required_growth(target, part, goal, rest, weight))
    return judged


def _judge_stock(target: Target, part: Answer, goal: Goal, verdict: Outcome, rest: str) -> Target:
    """What stands at a moment is there or not yet: without its start nobody can say whether it comes fast enough."""
    there = verdict in {"over", "reached"}
    judged = _with_gap(replace(target, status="ahead" if there else "pending"), part, goal, short=verdict == "short")
    if there or target.measure == "growth":
        return judged
    return replace(judged, required=sums.required_rest(target, part, goal, rest))


def _judge_amount(
    target: Target, part: Answer, goal: Goal, weight: tuple[float, Assumption] | None, rest: str
) -> Target:
    """What adds up over time is measured by its pace."""
    pace = sums.pace(target, part, weight) if weight else None
    judged = replace(
        target,
        status=_pace_status(pace, goal) if pace else "undecided",
        pace=pace,
        required=sums.required_rest(target, part, goal, rest),
    )
    return _with_gap(judged, part, goal, short=True)


def _pace_status(pace: Pace, goal: Goal) -> Status:
    """Ahead where the share done is no less than the share of the time gone; the other way round under a ceiling."""
    done, gone = (pace.done, pace.elapsed) if goal == "up" else (-pace.done, -pace.elapsed)
    if done.low >= gone:
        return "ahead"
    return "behind" if done.high < gone or (done.high == gone and done.high_open) else "undecided"


def _with_gap(target: Target, answer: Answer, goal: Goal, *, short: bool) -> Target:
    found = sums.gap(target, answer, goal) if short else None
    return replace(target, gap=found[0], derivation=found[1]) if found else target
