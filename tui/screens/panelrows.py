"""What the panel says about a meeting, section by section, as rows that lead to their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present
from tui.screens.page import GLYPHS
from tui.screens.promiserows import SHOWN, PromiseWriter, short_day
from tui.screens.rows import Line, Passage, Row, line
from tui.screens.signs import sign
from tui.screens.spans import arithmetic_text, bar, interval_text, value_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.ledger.model import (
        Answer,
        Check,
        MeetingLedger,
        Mention,
        Result,
        Target,
    )
    from tui.screens.briefs import Labels
    from tui.words import Words

_BAR = 16
_TIED = "\u00a0"
"""A blank at which no line is broken."""
_OPEN = frozenset({"ahead", "behind", "pending"})


def panel_rows(words: Words, labels: Labels, ledger: MeetingLedger) -> tuple[Row, ...]:
    """The rows of all sections, each under its heading with its count; an empty section says so."""
    writer, promises = PanelWriter(words, labels), PromiseWriter(words)
    sections: tuple[tuple[str, int, Iterable[Row]], ...] = (
        ("targets", len(ledger.targets), writer.targets(ledger.targets)),
        ("commitments", len(ledger.commitments), promises.pledges(ledger.commitments)),
        ("results", len(ledger.results), writer.results(ledger.results)),
        ("answers", len(ledger.answers), promises.answers(ledger.answers)),
        ("checks", len(ledger.checks), writer.checks(ledger.checks)),
    )
    rows: list[Row] = []
    for name, count, inside in sections:
        standing = promises.standing(ledger.commitments) if name == "commitments" else ""
        rows.append(Row(name, (line(f"{words(f'panel.{name}')} ({count})", (standing, "quiet")),), heading=True))
        rows += inside or ()
        if not count:
            rows.append(Row(f"{name}:none", (line((f"  {words(f'panel.no_{name}')}", "quiet")),)))
    return tuple(rows)


class PanelWriter:
    """Puts the parts of a ledger in words."""

    def __init__(self, words: Words, labels: Labels) -> None:
        self._words = words
        self._labels = labels

    def targets(self, targets: Sequence[Target]) -> list[Row]:
        """A row a target, then one each answer, then where it stands."""
        return [row for target in sorted(targets, key=out_of_reach) for row in self._target(target)]

    def results(self, results: Sequence[Result]) -> list[Row]:
        """A row a result, with what other papers say instead."""
        return [self._result(number, result) for number, result in enumerate(results)]

    def checks(self, checks: Sequence[Check]) -> list[Row]:
        """A row a claim that was tested."""
        return [self._check(check) for check in checks]

    def _target(self, target: Target) -> Iterator[Row]:
        words = self._words
        about = f"{self._labels(target.indicator, target.series)} · {present.period(words, target.period)}"
        said = (f"  {words.of('role', 'target')}  ", "quiet")
        value = (f"{GLYPHS['target']}{value_text(words, target.value)}", "target")
        lines = [line((about, "title")), line(said, value, self._told(target.mentions, target.speaker))]
        lines += [
            line(
                (f"    {words('panel.before')} {value_text(words, old.value)} ({short_day(words, old.date)})", "quiet")
            )
            for old in target.history
        ]
        yield Row(target.id, tuple(lines), passage=_first(target.mentions), about=target)
        older = _older(target.results)
        if older:
            many = f"{target.id}:older"
            yield Row(many, (line((f"  {words('panel.older', n=len(older))}", "quiet")),), folds=True)
            yield from (self._answer(f"{target.id}:{number}", answer, many) for number, answer in older.items())
        for number, answer in enumerate(target.results):
            if number not in older:
                yield self._answer(f"{target.id}:{number}", answer)
        yield Row(f"{target.id}:status", tuple(self._standing(target)), passage=_first(target.mentions), about=target)

    def _answer(self, key: str, answer: Answer, under: str = "") -> Row:
        words = self._words
        value = f"{GLYPHS[answer.role]}{value_text(words, answer.value)}"
        period = f" ({present.period(words, answer.period, short=True)})"
        style = answer.role if answer.comparable and answer.role in GLYPHS else "quiet"
        lines = [line((f"  {words.of('role', answer.role)}  ", "quiet"), (value, style), (period, ""))]
        if not answer.comparable:
            lines.append(line((f"    {words.of('panel.reason', answer.reason)}", "quiet")))
        return Row(key, tuple(lines), under=under, passage=_first(answer.mentions), about=answer)

    def _standing(self, target: Target) -> Iterator[Line]:
        status = "superseded" if target.superseded_by else target.status
        words, looks = self._words, sign(status)
        if target.pace:
            done = interval_text(words, target.pace.done.scale(100), "%")
            elapsed = present.number(words, 100 * target.pace.elapsed, 0)
            yield line(
                f"  {bar(min(1.0, target.pace.done.high), _BAR)} ",
                (words("panel.pace", done=done, elapsed=elapsed), "quiet"),
            )
        if target.gap:
            gap = present.limits(
                words,
                target.gap.low,
                target.gap.high,
                target.gap.unit,
                low_open=target.gap.low_open,
                high_open=target.gap.high_open,
            )
            yield line((f"  {words('panel.gap')}  ", "quiet"), gap)
        if target.required:
            need = target.required
            limits = present.limits(words, need.low, need.high, need.unit)
            rest = present.period(words, need.period, short=True)
            yield line((f"  {words('panel.required', period=rest)}  ", "quiet"), limits, self._assumed(target))
        open_period = f" · {words('panel.open_period')}" if status in _OPEN and target.period else ""
        word = words.of("status", status).upper()
        yield line(f"  {looks.glyph} ", (word, looks.style), (open_period, "quiet"))

    def _assumed(self, target: Target) -> tuple[str, str]:
        assumed = [each for each in target.required.assumptions if each.symbol] if target.required else []
        shown = ", ".join(
            f"{each.symbol}{_TIED}={_TIED}{present.number(self._words, each.value or 0, 3)}" for each in assumed
        )
        return (f" ({shown}, {self._words('panel.assumed')})" if shown else "", "quiet")

    def _result(self, number: int, result: Result) -> Row:
        words = self._words
        kind = "forecast" if result.role == "forecast" else "result"
        value = (f"{GLYPHS[result.role]}{value_text(words, result.value)}", kind)
        period = present.period(words, result.period, short=True) if result.period else words("panel.no_period")
        early = f" · {words('panel.early')}" if result.early else ""
        label = self._labels(result.indicator, result.series)
        measure = f" ({words.of('measure', result.measure)})" if result.measure != "level" else ""
        lines = [
            line((f"{label}{measure}", "")),
            line("  ", value, (f" · {period}{early}", "quiet"), self._told(result.mentions, result.speaker)),
        ]
        for other in result.disagreements:
            told = value_text(words, other.value) if other.kind != "period" else present.period(words, other.period)
            outlets = ", ".join(sorted({mention.outlet or mention.article for mention in other.mentions}))
            lines.append(line("  ≠ ", (f"{words('panel.disagrees', outlet=outlets)}: {told}", "warn")))
        if result.derivations:
            lines.append(line((f"  ƒ {words('panel.derived', n=len(result.derivations))}", "quiet")))
        return Row(f"result:{number}", tuple(lines), passage=_first(result.mentions), about=result)

    def _check(self, check: Check) -> Row:
        words, looks = self._words, sign(check.verdict)
        about = f" · {self._labels(check.indicator, '')}" if check.indicator else ""
        verdict = (words.of("status", check.verdict), looks.style)
        lines = [
            line(f"{looks.glyph} ", verdict, f" · {words.of('panel.check', check.kind)}{about}"),
            line(f"  {arithmetic_text(words, check.arithmetic)}"),
        ]
        if check.note:
            lines.append(line((f"  {words.of('panel.note', check.note)}", "quiet")))
        return Row(check.id, tuple(lines), passage=Passage(check.claim.article, check.claim.at), about=check)

    def _told(self, mentions: Sequence[Mention], speaker: str) -> tuple[str, str]:
        times = self._words("panel.mentions", n=len(mentions)).replace(" ", _TIED) if len(mentions) > 1 else ""
        told = " · ".join(part for part in (speaker, times) if part)
        return (f"  {told}" if told else "", "quiet")


def out_of_reach(target: Target) -> int:
    """Where a target stands among others: those that can be measured first, replaced ones last."""
    return 2 if target.superseded_by else int(target.status == "not_measurable")


def _older(answers: Sequence[Answer]) -> dict[int, Answer]:
    """The answers to fold, by their places: all but the last few, what decides, and what cannot be compared."""
    last = len(answers) - SHOWN
    found = {place: each for place, each in enumerate(answers) if place < last and each.comparable and not each.decides}
    return found if len(found) > 1 else {}


def _first(mentions: Sequence[Mention]) -> Passage | None:
    return Passage(mentions[0].article, mentions[0].at) if mentions else None
