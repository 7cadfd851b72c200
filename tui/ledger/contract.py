"""The ledger as plain dicts and lists: the output contract of `compare`, documented in docs/ledger.md.

Offsets count code points of the file as decoded; `article` is the file's name with its suffix. A side of a number
that nothing limits is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.ledger.notation import end

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from tui.ledger.interval import Interval
    from tui.ledger.model import (
        Answer,
        Assumption,
        Check,
        Derivation,
        Disagreement,
        Earlier,
        EarlierAnswer,
        FollowUp,
        Gap,
        Input,
        Ledger,
        MeetingLedger,
        Mention,
        Pace,
        Pledge,
        Point,
        Required,
        Result,
        Series,
        Target,
        Value,
    )
    from tui.ledger.settings import Passage

Json = dict[str, Any]


def to_json(ledger: Ledger, passage: Passage, meetings: Collection[str] | None = None) -> Json:
    """`{"meetings": [...], "series": [...]}`, ready for `json.dumps`; `passage` reads the quoted sentences.

    meetings: the ids of those wanted; None for all
    """
    panels = ledger.panels
    files = {card.id: card.file for meeting in panels.meetings for card in meeting.articles}
    writer = _Writer(files, passage)
    return {
        "meetings": [writer.meeting(panel) for panel in (panels if meetings is None else panels.some(meetings))],
        "series": [writer.series(series) for series in ledger.series],
    }


class _Sources:
    """Writes where things stand and how they were worked out; knows the files' names and reads their words."""

    def __init__(self, files: Mapping[str, str], passage: Passage) -> None:
        self._files = files
        self._passage = passage

    def place(self, article: str, start: int, stop: int) -> Json:
        """A stretch of a file."""
        return {"article": self._files.get(article, article), "start": start, "end": stop}

    def mention(self, each: Mention) -> Json:
        """Where something is said."""
        return {
            **self.place(each.article, each.source.start, each.source.end),
            "quote": self._passage(each.article, each.quote),
            "outlet": each.outlet,
            "speaker": each.speaker,
        }

    def input(self, each: Input) -> Json:
        """One number that goes into a derivation or a check: where it stands, and what it is."""
        place = self.mention(each.mention) if each.mention else {}
        return {**place, "label": each.label, **_value(each.value), "period": each.period}

    def derivation(self, each: Derivation) -> Json:
        """The working of a number no article prints."""
        return {
            "rule": each.rule,
            "formula": each.formula,
            "arithmetic": each.arithmetic,
            "inputs": [self.input(given) for given in each.inputs],
            "assumptions": _assumptions(each.assumptions),
            **_ends(each.result),
            "unit": each.unit,
            "nominal": None if each.nominal is None else end(each.nominal),
        }

    def disagreement(self, each: Disagreement) -> Json:
        """What another paper prints instead."""
        return {
            "kind": each.kind,
            **_value(each.value),
            "period": each.period,
            "mentions": self.mentions(each.mentions),
        }

    def earlier_value(self, each: Earlier) -> Json:
        """A value a target had before."""
        return {
            **_value(each.value),
            "meeting": each.meeting,
            "date": _day(each.date),
            "mentions": self.mentions(each.mentions),
        }

    def mentions(self, found: Iterable[Mention]) -> list[Json]:
        """Every place where something is said."""
        return [self.mention(each) for each in found]


class _Writer(_Sources):
    """Writes the nouns of the ledger."""

    def meeting(self, panel: MeetingLedger) -> Json:
        """One meeting with all its blocks."""
        return {
            "id": panel.meeting.id,
            "date": _day(panel.meeting.date),
            "date_source": panel.meeting.dating.source,
            "title": panel.meeting.title,
            "targets": [self.target(each) for each in panel.targets],
            "commitments": [self.pledge(each) for each in panel.commitments],
            "results": [self.result(each) for each in panel.results],
            "answers": [self.earlier(each) for each in panel.answers],
            "checks": [self.check(each) for each in panel.checks],
        }

    def target(self, each: Target) -> Json:
        """One target with what answers it."""
        return {
            "id": each.id,
            "indicator": each.indicator,
            "series": each.series,
            **_value(each.value),
            "period": each.period,
            "period_source": each.period_source,
            "place": each.place,
            "role": "target",
            "speaker": each.speaker,
            "body": each.body,
            "meeting": each.meeting,
            "date": _day(each.date),
            "mentions": self.mentions(each.mentions),
            "results": [self.answer(answer) for answer in each.results],
            "status": each.status,
            "gap": _gap(each.gap),
            "required": self.required(each.required),
            "pace": _pace(each.pace),
            "history": [self.earlier_value(old) for old in each.history],
            "superseded_by": each.superseded_by,
            "disputed_by": list(each.disputed_by),
            "derivation": self.derivation(each.derivation) if each.derivation else None,
        }

    def answer(self, each: Answer) -> Json:
        """One result set against a target."""
        return {
            **_value(each.value),
            "period": each.period,
            "place": each.place,
            "role": each.role,
            "relation": each.relation,
            "meeting": each.meeting,
            "date": _day(each.date),
            "mentions": self.mentions(each.mentions),
            "comparable": each.comparable,
            "reason": each.reason,
            "early": each.early,
            "decides": each.decides,
        }

    def required(self, each: Required | None) -> Json | None:
        """What the rest of the period has to bring."""
        if each is None:
            return None
        return {
            "period": each.period,
            "low": each.low,
            "high": each.high,
            "unit": each.unit,
            "formula": each.formula,
            "assumptions": _assumptions(each.assumptions),
            "derivation": self.derivation(each.derivation),
        }

    def result(self, each: Result) -> Json:
        """Something reported at a meeting."""
        return {
            "indicator": each.indicator,
            "series": each.series,
            **_value(each.value),
            "period": each.period,
            "period_source": each.period_source,
            "place": each.place,
            "role": each.role,
            "speaker": each.speaker,
            "noun": each.noun,
            "meeting": each.meeting,
            "date": _day(each.date),
            "mentions": self.mentions(each.mentions),
            "early": each.early,
            "disagreements": [self.disagreement(other) for other in each.disagreements],
            "derivations": [self.derivation(derivation) for derivation in each.derivations],
        }

    def pledge(self, each: Pledge) -> Json:
        """One commitment with what became of it."""
        commitment = each.commitment
        return {
            "id": commitment.id,
            "quote": commitment.quote,
            **self.place(commitment.article, commitment.source.start, commitment.source.end),
            "actor": commitment.actor,
            "addressee": commitment.addressee,
            "speaker": commitment.speaker,
            "kind": commitment.kind,
            "test": commitment.test,
            "rule": commitment.rule,
            "cue": commitment.cue,
            "status": each.status,
            "proposed": each.proposed,
            "quiet": each.quiet,
            "mentions": self.mentions(each.mentions),
            "follow_ups": [self.follow_up(link) for link in each.follow_ups],
        }

    def follow_up(self, each: FollowUp) -> Json:
        """One later passage proposed or accepted as an answer."""
        return {
            "id": each.id,
            "meeting": each.meeting,
            **self.place(each.article, each.source.start, each.source.end),
            "quote": each.quote,
            "grade": each.grade,
            "reason": each.reason,
            "accepted": each.accepted,
        }

    def earlier(self, each: EarlierAnswer) -> Json:
        """What the meeting says to an earlier one."""
        return {
            "meeting": each.meeting,
            "date": _day(each.date),
            "target": each.target or None,
            "commitment": each.commitment or None,
            "status": each.status,
            **(_value(each.value) if each.value else {}),
            "period": each.period,
            "mention": self.mention(each.mention) if each.mention else None,
            "quote": each.quote,
            "reason": each.reason,
            "accepted": each.accepted,
            "quiet": each.quiet,
        }

    def check(self, each: Check) -> Json:
        """One claim tested."""
        return {
            "id": each.id,
            "kind": each.kind,
            "verdict": each.verdict,
            "indicator": each.indicator,
            "claim": self.mention(each.claim),
            "arithmetic": each.arithmetic,
            "inputs": [self.input(given) for given in each.inputs],
            "note": each.note,
        }

    def series(self, each: Series) -> Json:
        """One indicator over time."""
        return {
            "indicator": each.indicator,
            "series": each.series,
            "measure": each.measure,
            "unit": each.unit,
            "place": each.place,
            "targets": list(each.targets),
            "points": [self.point(each, point) for point in each.points],
        }

    def point(self, series: Series, each: Point) -> Json:
        """One value of a series, with all a statement has."""
        return {
            "indicator": series.indicator,
            "series": series.series,
            **_value(each.value),
            "period": each.period,
            "place": series.place,
            "role": each.role,
            "window": each.window,
            "meeting": each.meeting,
            "date": _day(each.date),
            "mentions": self.mentions(each.mentions),
            "early": each.early,
            "superseded": each.superseded,
        }


def _value(value: Value) -> Json:
    return {
        "low": value.low,
        "high": value.high,
        "bound": value.bound,
        "direction": value.direction,
        "unit": value.unit,
        "measure": value.measure,
    }


def _gap(each: Gap | None) -> Json | None:
    if each is None:
        return None
    return {
        "low": each.low,
        "high": each.high,
        "unit": each.unit,
        "low_open": each.low_open,
        "high_open": each.high_open,
    }


def _pace(each: Pace | None) -> Json | None:
    if each is None:
        return None
    return {
        "done": _ends(each.done),
        "elapsed": each.elapsed,
        "assumptions": _assumptions(each.assumptions),
    }


def _assumptions(found: Iterable[Assumption]) -> list[Json]:
    return [{"code": each.code, "symbol": each.symbol, "value": each.value} for each in found]


def _ends(each: Interval) -> Json:
    return {"low": end(each.low), "high": end(each.high), "low_open": each.low_open, "high_open": each.high_open}


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None
