"""How a row of the panel came about: formula, numbers with their sentences, what was assumed, by which rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present
from tui.screens.briefs import because
from tui.screens.rows import Passage, Row, line
from tui.screens.spans import arithmetic_text, derived_text, value_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tui.ledger.model import Assumption, Check, Derivation, FollowUp, Input, Mention, Pledge
    from tui.words import Words

    QuoteOf = Callable[[Passage], str]

_BEFORE, _AFTER = 90, 70
"""Characters of a sentence shown before and after its number."""


def has_workings(about: object) -> bool:
    """Whether there is anything to show of how `about` came about."""
    worked_out = bool(_derivations(about)) or hasattr(about, "arithmetic") or bool(getattr(about, "reason", ""))
    return worked_out or _is_pledge(about) or len(_mentions(about)) > 1


def working_rows(words: Words, about: object, quote_of: QuoteOf) -> tuple[Row, ...]:
    """The rows that show it, numbers leading to their sentences."""
    writer = WorkingWriter(words, quote_of)
    rows = [row for number, each in enumerate(_derivations(about)) for row in writer.derivation(number, each)]
    if hasattr(about, "verdict"):
        rows += writer.check(about)  # type: ignore[arg-type]
    if hasattr(about, "grade"):
        rows += writer.follow_up(about)  # type: ignore[arg-type]
    if _is_pledge(about):
        rows += writer.pledge(about)  # type: ignore[arg-type]
    if len(_mentions(about)) > 1:
        rows += writer.mentions(_mentions(about))
    reason = getattr(about, "reason", "")
    if reason and not rows:
        rows.append(Row("reason", (line(words.of("panel.reason", reason)),)))
    return tuple(rows) or (Row("none", (line((words("panel.no_working"), "quiet")),)),)


def _derivations(about: object) -> tuple[Derivation, ...]:
    required = getattr(about, "required", None)
    own = (getattr(required, "derivation", None), getattr(about, "derivation", None))
    found = (*(each for each in own if each is not None), *getattr(about, "derivations", ()))
    return tuple(dict.fromkeys(found))


def _mentions(about: object) -> tuple[Mention, ...]:
    return getattr(about, "mentions", ())


def _is_pledge(about: object) -> bool:
    return hasattr(about, "follow_ups")


class WorkingWriter:
    """Puts a working in words."""

    def __init__(self, words: Words, quote_of: QuoteOf) -> None:
        self._words = words
        self._quote_of = quote_of

    def derivation(self, number: int, each: Derivation) -> Iterator[Row]:
        """A worked-out number: formula, arithmetic, inputs, assumptions."""
        words = self._words
        result = derived_text(words, each)
        yield Row(f"{number}", (line(f"{words.of('panel.derivation_rule', each.rule)}: {result}"),), heading=True)
        yield Row(f"{number}:formula", (line((f"  {words('panel.formula')}  ", "quiet"), (each.formula, "title")),))
        yield Row(
            f"{number}:arithmetic",
            (line((f"  {words('panel.arithmetic')}  ", "quiet"), arithmetic_text(words, each.arithmetic)),),
        )
        yield from self._inputs(f"{number}", each.inputs)
        for place, assumed in enumerate(each.assumptions):
            yield Row(f"{number}:assumed:{place}", (line(("  ⚠ ", "warn"), self._assumption(assumed)),))

    def check(self, check: Check) -> Iterator[Row]:
        """A claim that was tested."""
        words = self._words
        heading = f"{words.of('panel.check', check.kind)}: {words.of('status', check.verdict)}"
        yield Row("check", (line(heading),), heading=True)
        yield Row(
            "check:arithmetic",
            (line((f"  {words('panel.arithmetic')}  ", "quiet"), (arithmetic_text(words, check.arithmetic), "title")),),
        )
        yield from self._inputs("check", check.inputs)
        if check.note:
            yield Row("check:note", (line(("  ⚠ ", "warn"), words.of("panel.note", check.note)),))

    def follow_up(self, each: FollowUp) -> Iterator[Row]:
        """A passage that may answer a commitment."""
        yield Row("follow_up", (line(self._words.of("status", each.grade)),), heading=True)
        passage = Passage(each.article, each.at)
        yield Row("follow_up:quote", (line(f"  “{each.quote}”"), line((f"  {each.reason}", "quiet"))), passage=passage)

    def pledge(self, pledge: Pledge) -> Iterator[Row]:
        """A commitment: its words and how it was found."""
        words, found = self._words, pledge.commitment
        how = because(words, "screen.commitment_rule", found.rule, found.cue)
        yield Row("pledge", (line(words.of("status", pledge.status)),), heading=True)
        passage = Passage(found.article, found.at)
        yield Row("pledge:quote", (line(f"  “{found.quote}”"), line((f"  {how}", "quiet"))), passage=passage)
        for each in pledge.follow_ups:
            yield from self.follow_up(each)

    def mentions(self, mentions: tuple[Mention, ...]) -> Iterator[Row]:
        """Everywhere it is said."""
        yield Row("mentions", (line(self._words("panel.said_at", n=len(mentions))),), heading=True)
        for place, each in enumerate(mentions):
            who = " · ".join(part for part in (each.outlet or each.article, each.speaker) if part)
            lines = (line(f"  “{self._around(each)}”"), line((f"  {who}", "quiet")))
            yield Row(f"mention:{place}", lines, passage=Passage(each.article, each.at))

    def _inputs(self, key: str, inputs: tuple[Input, ...]) -> Iterator[Row]:
        words = self._words
        for place, each in enumerate(inputs):
            value = f"{value_text(words, each.value)} · {present.period(words, each.period)}"
            lines = [line(("  ", ""), (f"{each.label} = ", "title"), value)]
            passage = Passage(each.mention.article, each.mention.at) if each.mention else None
            if each.mention:
                lines.append(line((f"      “{self._around(each.mention)}”", "quiet")))
            yield Row(f"{key}:input:{place}", tuple(lines), passage=passage)

    def _around(self, mention: Mention) -> str:
        """The sentence of a number, or as much of a long one as tells what the number says."""
        quote = self._quote_of(Passage(mention.article, mention.quote))
        place = mention.at.start - mention.quote.start
        start = 0 if place < _BEFORE else quote.find(" ", place - _BEFORE) + 1
        end = len(quote) if len(quote) - place < _AFTER else quote.rfind(" ", 0, place + _AFTER)
        return f"{'…' if start else ''}{quote[start:end].strip()}{'…' if end < len(quote) else ''}"

    def _assumption(self, assumed: Assumption) -> str:
        words = self._words
        value = f"{assumed.symbol} = {present.number(words, assumed.value)}" if assumed.value is not None else ""
        parts = (value.removeprefix(" = "), words.of("panel.assumption", assumed.code))
        return f"{words('panel.assumed')}: {' · '.join(part for part in parts if part)}"
