"""A library of hand-made facts over two seeds: what the screens show does not depend on the extraction's rules."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.config import Config
from tui.corpus import parse
from tui.ledger.interval import Interval
from tui.ledger.model import (
    Answer,
    Assumption,
    Check,
    Derivation,
    EarlierAnswer,
    FollowUp,
    Gap,
    Input,
    Ledger,
    MeetingLedger,
    Mention,
    Pledge,
    Point,
    Required,
    Result,
    Series,
    Target,
    Value,
)
from tui.library import MeetingRow, Totals
from tui.model import (
    Article,
    Card,
    Commitment,
    Dating,
    Figure,
    Meeting,
    Problem,
    Progress,
    RefreshReport,
    Span,
    Statement,
)
from tui.search import parse_query, places
from tui.search.model import Hit, SearchResult, Snippet, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.model import Role

SEEDS = Path(__file__).parents[2] / "seeds"
LABELS = {
    "gdp": ("GDP", "GDP"),
    "agreements_signed": ("Thỏa thuận được ký", "Agreements signed"),
    "high_level_activities": ("Hoạt động cấp cao", "High-level activities"),
}


@dataclass(frozen=True)
class Indicator:
    """As much of an indicator as the screens use."""

    id: str
    label_vi: str
    label_en: str


class Indicators:
    """As much of the lexicon as the screens use."""

    indicators = tuple(Indicator(name, *labels) for name, labels in LABELS.items())

    def indicator(self, name: str) -> Indicator | None:
        """The indicator called `name`."""
        return next((each for each in self.indicators if each.id == name), None)


def article_of(name: str) -> Article:
    """A seed."""
    return parse(name, f"{name}.txt", (SEEDS / f"{name}.txt").read_bytes())


def statement(
    article: Article, text: str, role: Role, indicator: str, period: str, low: float, **more: Any
) -> Statement:
    """What `text`, as it first stands in `article`, says."""
    start = article.text.index(text) + more.pop("skip", 0)
    at = Span(start, start + len(text) - more.pop("less", 0))
    quote = next(each.at for each in article.sentences if each.at.start <= at.start < each.at.end)
    figure = Figure(
        article.id,
        at,
        article.source(at),
        article.text[slice(*at)],
        more.pop("bound", "exact"),
        low,
        more.pop("high", low),
        None,
        more.pop("unit", "count"),
    )
    measure = more.pop("measure", "level")
    return Statement(figure, quote, measure, indicator, period, "stated", "VN", role, "", "đạt", "test", 0.9, indicator)


NEW = article_of("001_ff7f4064e8786141")
OLD = article_of("000_58a55ff61813abbf")
TARGET = statement(NEW, "8,3 - 8,5%", "target", "gdp", "2025", 8.3, high=8.5, bound="range", unit="%", measure="growth")
GROWTH = statement(NEW, "7,52%", "result", "gdp", "2025-S1", 7.52, unit="%", measure="growth")
SIGNED = statement(NEW, "253", "result", "agreements_signed", "2025-S1", 253)
BEFORE = statement(OLD, "170", "result", "agreements_signed", "2024", 170, bound="over")
PLEDGE_AT = Span(OLD.text.index("bước vào đại hội XIV"), OLD.text.index("bước vào đại hội XIV") + 49)
PLEDGE = Commitment(
    "pledge-1",
    OLD.id,
    PLEDGE_AT,
    PLEDGE_AT,
    OLD.text[slice(*PLEDGE_AT)],
    "",
    "",
    "Thủ tướng",
    "outcome",
    "numeric",
    "mục tiêu",
    "test",
    (),
)
NEW_DAY, OLD_DAY = (
    Dating(date(2025, 7, 22), "inferred", "«22/7»; năm suy ra từ {2025}"),
    Dating(date(2024, 12, 20), "inferred", "«20/12»; năm suy ra từ {2024, 2025}"),
)


def _card(article: Article, dating: Dating) -> Card:
    return Card(
        article.id,
        article.file,
        article.title,
        article.outlet,
        article.byline,
        article.place,
        article.digest,
        dating,
        frozenset(),
    )


NEW_MEETING = Meeting("2025-07-22", NEW.title, NEW_DAY, (_card(NEW, NEW_DAY),))
OLD_MEETING = Meeting("2024-12-20", OLD.title, OLD_DAY, (_card(OLD, OLD_DAY),))


def _mention(each: Statement) -> Mention:
    return Mention(each.figure.article, each.figure.at, each.figure.source, each.quote)


def _value(each: Statement) -> Value:
    figure = each.figure
    return Value(figure.low, figure.high, figure.bound, figure.unit, each.measure)


def _result(each: Statement, meeting: Meeting) -> Result:
    return Result(
        each.indicator,
        each.indicator,
        each.period,
        "stated",
        "VN",
        each.role,
        _value(each),
        "",
        "",
        meeting.id,
        meeting.date,
        (_mention(each),),
    )


WORKING = Derivation(
    "rest_of_flow",
    "g2 = (g - w*g1) / (1 - w)",
    "(8.3 - 0.5*7.52) / 0.5 = 9.08",
    (Input("g", _value(TARGET), "2025", _mention(TARGET)), Input("g1", _value(GROWTH), "2025-S1", _mention(GROWTH))),
    (Assumption("weight_calendar", "w", 0.5),),
    Interval(9.08, 9.48),
    "%",
)
AIM = Target(
    "target-1",
    "gdp",
    "gdp",
    "2025",
    "stated",
    "VN",
    _value(TARGET),
    "government",
    "Thủ tướng",
    NEW_MEETING.id,
    NEW_MEETING.date,
    (_mention(TARGET),),
    (
        Answer(
            _value(GROWTH),
            "2025-S1",
            "result",
            "VN",
            "part_of",
            NEW_MEETING.id,
            NEW_MEETING.date,
            (_mention(GROWTH),),
            comparable=True,
            reason="",
        ),
    ),
    "behind",
    Gap(0.78, 0.98, "pp"),
    Required("2025-S2", 9.08, 9.48, "%", WORKING.formula, WORKING.assumptions, WORKING),
)
FOLLOW_UP = FollowUp(
    "follow-1",
    PLEDGE.id,
    NEW_MEETING.id,
    NEW.id,
    TARGET.figure.at,
    TARGET.figure.source,
    "bảo đảm mục tiêu tăng trưởng từ 8,3 - 8,5%",
    "quantified_later",
    "Cùng nói về mục tiêu tăng trưởng.",
)
CHECK = Check(
    "check-1",
    "multiple",
    "conflict",
    "agreements_signed",
    _mention(SIGNED),
    "253 / > 170 < 1.49",
    (Input("253", _value(SIGNED), "2025-S1", _mention(SIGNED)), Input("170", _value(BEFORE), "2024", _mention(BEFORE))),
    "base_not_stated",
)


class StandIn:
    """Answers as `Library` does, and remembers what it was asked to change."""

    def __init__(self, *, empty: bool = False, problems: tuple[Problem, ...] = ()) -> None:
        self.empty = empty
        self.config = Config()
        self.roots = (SEEDS,)
        self.decisions: dict[str, bool | None] = {}
        self.corrected: list[tuple[Statement, dict[str, object]]] = []
        self.searched: list[tuple[str, str]] = []
        self.exported: list[tuple[tuple[str, ...], str]] = []
        self.report = RefreshReport(0, 0, 0, 0 if empty else 2, problems)
        self._said = {NEW.id: (SIGNED, GROWTH, TARGET), OLD.id: (BEFORE,)}

    def lexicon(self) -> Indicators:
        return Indicators()

    def reading(self) -> nullcontext[None]:
        return nullcontext()

    def cached(self) -> bool:
        return not self.empty

    def refresh(
        self, progress: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int | None = None
    ) -> RefreshReport:
        del cancelled, jobs
        progress(Progress(1, 2, "001"))
        return self.report

    def meetings(self) -> tuple[MeetingRow, ...]:
        if self.empty:
            return ()
        return (
            MeetingRow(NEW_MEETING, 1, 2, 0, "behind"),
            MeetingRow(OLD_MEETING, 0, 1, 1, "pending"),
        )

    def totals(self) -> Totals:
        return Totals(0, 0, 0) if self.empty else Totals(2, 2, 4)

    def article(self, name: str) -> Article:
        return {NEW.id: NEW, OLD.id: OLD}[name]

    def statements(self, name: str) -> tuple[Statement, ...]:
        return self._said[name]

    def commitments(self, name: str) -> tuple[Commitment, ...]:
        return (PLEDGE,) if name == OLD.id else ()

    def panel(self, meeting: str) -> MeetingLedger:
        found = self.ledger().of(meeting)
        assert found is not None
        return found

    def ledger(self) -> Ledger:
        follow_up = replace(FOLLOW_UP, accepted=self.decisions.get(FOLLOW_UP.id))
        pledge = Pledge(PLEDGE, OLD_MEETING.id, OLD_MEETING.date, "quantified_later", True, (follow_up,), 0, ())
        answer = EarlierAnswer(
            OLD_MEETING.id,
            OLD_MEETING.date,
            "",
            PLEDGE.id,
            "quantified_later",
            _value(TARGET),
            "2025",
            _mention(TARGET),
            PLEDGE.quote,
            FOLLOW_UP.reason,
            None,
        )
        new = MeetingLedger(
            NEW_MEETING,
            (AIM,),
            (),
            (_result(SIGNED, NEW_MEETING), _result(GROWTH, NEW_MEETING)),
            (answer,),
            (CHECK,),
        )
        old = MeetingLedger(OLD_MEETING, (), (pledge,), (_result(BEFORE, OLD_MEETING),), (), ())
        points = tuple(
            Point(_value(each), each.period, each.role, window, meeting.id, meeting.date, (_mention(each),))
            for each, window, meeting in ((BEFORE, "year", OLD_MEETING), (SIGNED, "half", NEW_MEETING))
        )
        growth = Point(
            _value(GROWTH), "2025-S1", "result", "half", NEW_MEETING.id, NEW_MEETING.date, (_mention(GROWTH),)
        )
        series = (
            Series("agreements_signed", "agreements_signed", "level", "count", "VN", points),
            Series("gdp", "gdp", "growth", "%", "VN", (growth,), (AIM.id,)),
        )
        return Ledger((old, new), series, {AIM.id: AIM})

    def search(
        self, query: str, *, limit: int = 50, order: str = "score", cursor: str = "", typing: bool = False
    ) -> SearchResult:
        del limit, cursor, typing
        self.searched.append((query, order))
        hits = []
        for article, meeting in ((NEW, NEW_MEETING), (OLD, OLD_MEETING)):
            spans = [Span(at, at + len(query)) for at in _places(article.text, query)]
            if query and spans:
                start = max(0, spans[0].start - 20)
                snippet = Snippet(article.text[start : spans[0].end + 20], start, spans[0].end + 20, (spans[0],))
                hits.append(Hit(article.id, meeting.id, meeting.date, "", article.title, 1.0, (snippet,), len(spans)))
        return SearchResult(len(hits), tuple(hits))

    def find(self, text: str, query: str, *, plain: bool = False) -> tuple[Span, ...]:
        return places(text, parse_query(query, plain=plain, typing=True)) if query.strip() else ()

    def suggest(self, query: str, cursor: int) -> tuple[Suggestion, ...]:
        del cursor
        return (
            (Suggestion("meeting:", Span(0, len(query)), "meeting:"),) if query and "meeting:".startswith(query) else ()
        )

    def more_like(self, article: str, at: Span | None = None) -> SearchResult:
        del at
        return self.search("ngoại giao kinh tế") if article else SearchResult(0, ())

    def problems(self) -> tuple[Problem, ...]:
        return self.report.problems

    def changed(self) -> bool:
        return False

    def correct(self, said: Statement, **changes: object) -> None:
        self.corrected.append((said, changes))
        known = {key: value for key, value in changes.items() if key in {"role", "indicator", "period", "place"}}
        article = said.figure.article
        self._said[article] = tuple(
            replace(each, corrected=True, **known) if each == said else each for each in self._said[article]
        )

    def undo(self) -> str | None:
        return self.corrected.pop()[0].figure.text if self.corrected else None

    def corrections(self) -> tuple[object, ...]:
        return ()

    def decide(self, follow_up_id: str, accepted: bool | None) -> None:  # noqa: FBT001 - as Library has it
        self.decisions[follow_up_id] = accepted

    def export(self, meeting_ids: tuple[str, ...], format: str) -> str:  # noqa: A002 - as Library has it
        self.exported.append((tuple(meeting_ids), format))
        return f"{format}: {', '.join(meeting_ids)}\n"


def _places(text: str, query: str) -> list[int]:
    found, at = [], text.casefold().find(query.casefold())
    while query and at >= 0:
        found.append(at)
        at = text.casefold().find(query.casefold(), at + 1)
    return found
