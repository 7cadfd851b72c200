"""The ledger of meetings -> a report in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present
from tui.exports.report import Report, Row, Section, Source, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tui.exports.scope import Scope
    from tui.exports.sources import Sources
    from tui.ledger.model import (
        Answer,
        Check,
        EarlierAnswer,
        Ledger,
        MeetingLedger,
        Mention,
        Result,
        Series,
        Target,
        Value,
    )
    from tui.ledger.promises import Pledge
    from tui.ledger.values import Assumption, Derivation, Gap, Required
    from tui.statements import Lexicon
    from tui.words import Words


def build_report(ledger: Ledger, scope: Scope, sources: Sources, words: Words, lexicon: Lexicon) -> Report:
    """The report on the part `scope` of the ledger."""
    builder = Builder(words, lexicon, sources, ledger.targets)
    sections = [builder.meeting(each) for each in scope.meetings_of(ledger)]
    series = scope.series_of(ledger)
    if series:
        sections.append(Section(words("export.series"), (), tuple(builder.series(each) for each in series)))
    cited = tuple(builder.cited.values())
    return Report(words.language, words("export.title"), tuple(sections), cited, words("export.sources"))


class Builder:
    """Builds tables and numbers their sources as they are met.

    cited: the sources so far, by file and place
    """

    def __init__(self, words: Words, lexicon: Lexicon, sources: Sources, targets: Mapping[str, Target]) -> None:
        self.words = words
        self.lexicon = lexicon
        self.sources = sources
        self.targets = targets
        self.cited: dict[tuple[str, int, int], Source] = {}

    def meeting(self, ledger: MeetingLedger) -> Section:
        """The section of one meeting: its papers, and its five blocks."""
        meeting, words = ledger.meeting, self.words
        papers = "; ".join(" · ".join(filter(None, (card.outlet, card.file))) for card in meeting.articles)
        lines = [words("export.papers", papers=papers), words("export.dated", reason=meeting.dating.reason)]
        tables = (
            self._table("targets", [self._target(each) for each in ledger.targets]),
            self._table("commitments", [self._pledge(each) for each in ledger.commitments]),
            self._table("results", [self._result(each) for each in ledger.results]),
            self._table("answers", [self._earlier(each) for each in ledger.answers]),
            self._table("checks", [self._check(each) for each in ledger.checks]),
        )
        title = f"{present.dated(words, meeting.dating)} · {meeting.title}"
        return Section(title, tuple(lines if meeting.dating.reason else lines[:1]), tables)

    def series(self, series: Series) -> Table:
        """The points of one indicator, then what was aimed at."""
        name = " · ".join((self._indicator(series.indicator, series.series), self._measure(series), series.place))
        rows = [
            Row(
                (
                    self._period(point.period),
                    self._value(point.value),
                    self._role(point.role, early=point.early),
                    present.day(self.words, point.date),
                ),
                self._cite(point.mentions),
            )
            for point in series.points
        ]
        rows += [self._aimed(self.targets[each]) for each in series.targets if each in self.targets]
        return Table(name, self._headings("points"), tuple(rows), self.words("export.empty.points"))

    def _aimed(self, target: Target) -> Row:
        aimed = f"{self.words.of('role', 'target')}, {self.words.of('status', target.status)}"
        cells = (self._period(target.period), self._value(target.value), aimed, present.day(self.words, target.date))
        return Row(cells, self._cite(target.mentions))

    def _table(self, name: str, rows: Iterable[Row]) -> Table:
        words = self.words
        return Table(words(f"export.{name}"), self._headings(name), tuple(rows), words(f"export.empty.{name}"))

    def _headings(self, name: str) -> tuple[str, ...]:
        return tuple(self.words(f"export.columns.{name}").split(" | "))

    def _target(self, target: Target) -> Row:
        mentions = [*target.mentions, *(mention for each in target.results for mention in each.mentions)]
        cells = (
            self._indicator(target.indicator, target.series),
            self._period(target.period),
            self._value(target.value),
            "; ".join(self._answer(each) for each in target.results if each.comparable),
            self.words.of("status", target.status),
            self._gap(target.gap) if target.gap else "",
            self._required(target.required) if target.required else "",
        )
        return Row(cells, self._cite(mentions))

    def _answer(self, answer: Answer) -> str:
        period = f" ({present.period(self.words, answer.period, short=True)})" if answer.period else ""
        role = f", {self.words('role.forecast')}" if answer.role == "forecast" else ""
        return f"{self._value(answer.value)}{period}{role}"

    def _gap(self, gap: Gap) -> str:
        marks = ">" if gap.low_open else "≥", "<" if gap.high_open else "≤"
        return self._between(gap.low, gap.high, gap.unit, marks)

    def _required(self, required: Required) -> str:
        period = present.period(self.words, required.period)
        assumptions = self._assumed(required.assumptions)
        text = f"{period}: {self._between(required.low, required.high, required.unit)}; {required.formula}"
        return f"{text} ({self.words('export.assuming', what=assumptions)})" if assumptions else text

    def _symbol(self, symbol: str, value: float | None) -> str:
        number = "" if value is None else present.number(self.words, value)
        return f"{symbol} = {number}" if symbol and number else symbol or number

    def _between(self, low: float | None, high: float | None, unit: str, marks: tuple[str, str] = ("≥", "≤")) -> str:
        """A range that may be open at one end, which `marks` then shows."""
        if low is not None and high is not None:
            return present.amount(self.words, low, high, unit, digits=2)
        end, mark = (high, marks[1]) if low is None else (low, marks[0])
        return "" if end is None else f"{mark} {present.amount(self.words, end, end, unit, digits=2)}"

    def _pledge(self, pledge: Pledge) -> Row:
        news = "; ".join(
            f"{self.words.of('status', each.grade)}: «{each.quote}»" for each in pledge.follow_ups if each.accepted
        )
        proposals = sum(each.accepted is None for each in pledge.follow_ups)
        noted = "; ".join(filter(None, (news, self.words("export.proposals", n=proposals) if proposals else "")))
        status = self.words.of("status", pledge.status)
        shown = self.words("export.proposed", status=status) if pledge.proposed else status
        promise = pledge.commitment
        return Row((promise.quote, promise.actor, shown, noted), self._cite(pledge.mentions))

    def _result(self, result: Result) -> Row:
        others = "; ".join(self._value(each.value) for each in result.disagreements)
        mentions = [*result.mentions, *(mention for each in result.disagreements for mention in each.mentions)]
        cells = (
            self._indicator(result.indicator, result.series),
            self._value(result.value),
            self._period(result.period),
            result.place,
            self._role(result.role, early=result.early),
            others,
            "; ".join(self._derived(each) for each in result.derivations),
        )
        return Row(cells, self._cite(mentions))

    def _derived(self, found: Derivation) -> str:
        """A worked-out number with its name, its working and what it takes for granted."""
        name = self.words.of("panel.derivation_rule", found.rule)
        text = f"{name}: {_worked_out(self.words, found)} [{found.arithmetic}]"
        assumed = self._assumed(found.assumptions)
        return f"{text} ({self.words('export.assuming', what=assumed)})" if assumed else text

    def _assumed(self, assumptions: Iterable[Assumption]) -> str:
        return "; ".join(
            " ".join(
                filter(None, (self.words.of("panel.assumption", each.code), self._symbol(each.symbol, each.value)))
            )
            for each in assumptions
        )

    def _earlier(self, answer: EarlierAnswer) -> Row:
        status = self.words.of("status", answer.status)
        open_ = bool(answer.commitment) and answer.accepted is None
        cells = (
            present.day(self.words, answer.date),
            answer.quote or self._aim(answer.target),
            self._value(answer.value) if answer.value else "",
            self.words("export.proposed", status=status) if open_ else status,
            answer.reason,
        )
        return Row(cells, self._cite([answer.mention] if answer.mention else []))

    def _aim(self, target: str) -> str:
        """A target in few words; its id if it is not in the ledger any more."""
        found = self.targets.get(target)
        if found is None:
            return target
        name = self._indicator(found.indicator, found.series)
        return f"{name}, {self._period(found.period)}: {self._value(found.value)}"

    def _check(self, check: Check) -> Row:
        mentions = [check.claim, *(each.mention for each in check.inputs if each.mention)]
        claim = self.sources.passage(check.claim.article, check.claim.at)
        verdict = self.words.of("status", check.verdict)
        return Row((claim, verdict, check.arithmetic), self._cite(mentions))

    def _value(self, value: Value) -> str:
        direction = value.direction if value.measure == "growth" else None
        return present.value(self.words, value.low, value.high, value.bound, value.unit, direction=direction)

    def _period(self, code: str) -> str:
        return present.period(self.words, code)

    def _measure(self, series: Series) -> str:
        unit = "" if series.unit in {"count", ""} else f" ({self.words.of('unit', series.unit)})"
        return f"{self.words.of('measure', series.measure)}{unit}"

    def _role(self, role: str, *, early: bool) -> str:
        text = self.words.of("role", role)
        return self.words("export.early", what=text) if early else text

    def _indicator(self, indicator: str, series: str) -> str:
        return present.subject(self.words.language, self.lexicon.indicator, indicator, series)

    def _cite(self, mentions: Iterable[Mention]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self._number(mention) for mention in mentions))

    def _number(self, mention: Mention) -> int:
        key = (mention.article, mention.source.start, mention.source.end)
        if key not in self.cited:
            card = self.sources.cards.get(mention.article)
            day = present.day(self.words, card.dating.date) if card else ""
            origin = " · ".join(filter(None, (mention.outlet or (card.outlet if card else ""), day)))
            quote = self.sources.passage(mention.article, mention.quote)
            file = self.sources.file(mention.article)
            self.cited[key] = Source(len(self.cited) + 1, file, key[1], key[2], quote, origin)
        return self.cited[key].number


def _worked_out(words: Words, found: Derivation) -> str:
    """A number that no article prints, as far as it is known."""
    ends, between = found.result, ""
    if ends.says_something:
        between = present.limits(
            words, ends.low, ends.high, found.unit, low_open=ends.low_open, high_open=ends.high_open
        )
    return present.worked_out(words, between, found.nominal, found.unit)
