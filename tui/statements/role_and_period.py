"""The role of a figure and the period it is told for, each read in the light of the other and of what came before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.period import parse
from tui.statements.clock import PARTS, Clock, to_come, told_of
from tui.statements.evidence import around_of, subject_terms, time_terms, weighed
from tui.statements.periods import Dated, period_of, settled_period
from tui.statements.roles import Case, Judged, judge, restated
from tui.statements.thread import bases_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.statements.at import At
    from tui.statements.evidence import Around
    from tui.statements.grammar import Grammar
    from tui.statements.lexicon import Indicator
    from tui.statements.periods import Nature
    from tui.statements.subjects import Subject
    from tui.statements.thread import Here, Line

_FIRST_DAYS = 60  # of a year
_PART, _WHILE = ("trong", "đó"), ("trong", "khi")
# what is counted over a stretch of time, unlike things that are there
_PASSING = ("chỉ tiêu", "lượt", "khách")


@dataclass(frozen=True, slots=True)
class Already:
    """What the figures before one have told.

    judged: the roles of those in its sentence
    line: what the text goes on in
    same: the last of them gave the same thing in the same unit
    """

    judged: Sequence[Judged]
    line: Line | None
    same: bool = False

    @property
    def beside(self) -> Line | None:
        """What the text goes on in, if its own sentence began it."""
        return self.line if self.judged else None


@dataclass(frozen=True, slots=True)
class Settled:
    """The role of a figure, its period, and what around it was weighed."""

    role: Judged
    period: Dated
    around: Around


def role_and_period(at: At, subject: Subject, here: Here, already: Already) -> Settled:
    """The role of a figure, from the period stated for it and the words around, and the period that follows from it."""
    indicator, line = at.knows.lexicon.indicator(subject.indicator), already.line
    stated = _stated(at, subject, here.clock, already)
    last = already.judged[-1] if already.judged else None
    ahead = line is not None and (to_come(line.period, here.clock) or _just_begun(line, here.clock, at.grammar))
    going_on = _going_on(at, line, here.clock)
    case = Case(
        at,
        here.clock,
        stated.code,
        subject.first,
        here.listing,
        last,
        going_on,
        ahead,
        line.period if line else "",
        here.outlook,
        already.same,
    )
    around = around_of(at, here) | {
        "time": time_terms(stated.code, here.clock, case.told),
        "subject": subject_terms(at, subject.indicator),
    }
    role = restated(at, last) or weighed(at, judge(case), around, at.knows.opinions)
    period = settled_period(at, role, stated, _compared_in(here.clock, role, already), _nature(at, indicator))
    of_others = (
        _of_what_reached(at, role, stated, line)
        or _planned_on(role, stated, already)
        or _foretold_on(role, stated, already)
    )
    return Settled(role, _of_whole_year(at, role, indicator, of_others or period), around)


def _of_whole_year(at: At, role: Judged, indicator: Indicator | None, period: Dated) -> Dated:
    """`GDP 9 tháng tăng 6,8%. Bội chi ước 3,6% GDP`: what is always a share of a year's GDP is told for the year."""
    yearly = indicator is not None and (indicator.kind, indicator.percent) == ("flow", "share")
    told = parse(period.code) if yearly and at.slot.of_gdp and period.source == "inherited" else None
    again = indicator is not None and indicator.id == at.spoken and role.role == "result"
    if told is None or told.kind not in PARTS or again:
        return period  # `vốn đầu tư 747 nghìn tỷ đồng, bằng 32,9% GDP`: of the time of the amount
    return replace(period, code=period.code[:4])


def _just_begun(line: Line, clock: Clock, grammar: Grammar) -> bool:
    """`Năm nay, ngành đặt mục tiêu …` in January: aims of a year of which nothing can be reported yet."""
    told = parse(line.period)
    aims = line.role.role == "target" and line.role.cue.lower() not in grammar.capped
    if told is None or told.kind != "year" or clock.day is None or not aims:
        return False
    return 0 <= (clock.day - told.start).days <= _FIRST_DAYS


def _stated(at: At, subject: Subject, clock: Clock, already: Already) -> Dated:
    """The period stated for the figure; what is counted with a stretch that ends in a month is told for the stretch.

    `đến hết tháng 6 thu 745 tỷ đồng, dầu thô 28 tỷ đồng`
    """
    indicator = at.knows.lexicon.indicator(subject.indicator)
    stock = indicator.kind != "flow" if indicator else any(word in subject.series for word in at.grammar.stocks)
    runs_up = _happens(at) or _crosses(at, subject.series)
    accrues = not stock and (indicator is not None or runs_up or _grows(at))
    stated = period_of(at, clock, spent=bases_among(already.judged), accrues=accrues)
    met = clock.day is not None and stated.code == clock.day.isoformat() and not (stated.near or stated.after)
    if met and not stock and _grows(at):
        return Dated("", "")  # `Phát biểu tại hội nghị sáng 28/12, Thủ tướng nói kinh tế tăng 7%`
    times = (slot for slot in at.reading.times if slot.time.kind != "compare")
    anew = stock or any(at.floor <= slot.first < at.slot.first for slot in times)
    if already.beside and not (anew or stated.near) and _closes_like(already.beside.period, stated.code):
        return replace(stated, code=already.beside.period)
    return stated


def _happens(at: At) -> bool:
    """Whether a verb of doing stands before the figure."""
    return not at.grammar.doing.isdisjoint(at.words[at.floor : at.slot.first])


def _crosses(at: At, series: str) -> bool:
    """Whether what is measured is trade, which runs up over a stretch; not its price (`2,62 USD/kg`)."""
    return "/" not in at.slot.figure.unit and any(f" {flow} " in f" {series} " for flow in at.grammar.flows)


def _grows(at: At) -> bool:
    """Whether a percentage is a change or progress, not a share of what there is."""
    if at.slot.figure.unit != "%" or at.slot.of_gdp:
        return False
    held_against = at.cues.plan.at(at.tokens, at.slot.end) or at.tokens.word(at.slot.end) == "so"
    return bool(held_against) or any(True for _ in at.cues.growth.all(at.tokens, at.floor, at.slot.first))


def _closes_like(told: str, code: str) -> bool:
    """Whether a day or month ends a stretch of the year that the figure before was told for."""
    stretch, end = parse(told), parse(code)
    if stretch is None or end is None or end.kind not in {"day", "month"}:
        return False
    return stretch.end == end.end and stretch.start < end.start


def _going_on(at: At, line: Line | None, clock: Clock) -> Judged | None:
    """The role the text goes on in; what is all but over is no outlook that goes on, but for its parts.

    `6 tháng dự kiến tăng 4%` at the end of June
    """
    if line is None:
        return None
    foreseen = line.role.role == "forecast" and told_of(line.period, clock)
    part = at.words[at.floor : at.floor + len(_PART)] == _PART
    return line.role if part or not foreseen else None


def _compared_in(clock: Clock, role: Judged, already: Already) -> Clock:
    """The clock for a base: in a bracket or without a period carried on, that of what stands beside it."""
    if role.role != "base" or already.beside is None or (clock.period and role.rule != "bracketed-base"):
        return clock
    return replace(clock, period=already.beside.period)


def _of_what_reached(at: At, role: Judged, stated: Dated, line: Line | None) -> Dated | None:
    """`10 tháng tăng 20,7% (kế hoạch 7%)`, `vượt kế hoạch 3%`: an aim is of the year of what reached it."""
    beside = not stated.code and (_reached(at) or _contrasted(at, line))
    if role.role != "target" or not (beside or _undated_aside(at)):
        return None
    told = parse(line.period) if line and line.role.role == "result" else None
    if told is None or line is None:
        return None
    return replace(stated, code=line.period if told.kind == "years" else line.period[:4], source="inherited")


def _planned_on(role: Judged, stated: Dated, already: Already) -> Dated | None:
    """`Bình quân 2021-2025 tăng 7%/năm. Bội chi 3,7% GDP`: aims go on for the years planned for.

    A level that something is raised to (`từ 2.750 USD hiện nay lên 5.000 USD`) is where those years end up.
    """
    told = parse(already.line.period) if already.line else None
    if told is None or told.kind != "years" or role.rule != "goes-on":
        return None
    if already.judged and already.judged[-1].rule == "from-to":
        return Dated(str(told.end.year), "inherited")
    return None if stated.code or already.line is None else Dated(already.line.period, "inherited")


def _undated_aside(at: At) -> bool:
    """`10 tháng tăng 20,7% (kế hoạch 7%)`: the figure stands in a bracket that names no time."""
    end = at.segment_after()[1]
    return at.bracket is not None and not any(at.bracket < slot.first < end for slot in at.reading.times)


def _foretold_on(role: Judged, stated: Dated, already: Already) -> Dated | None:
    """`doanh số tháng 3 sẽ tăng 6%. Xuất khẩu có thể tăng 8%`: forecasts go on for the month foretold."""
    line = already.line
    if role.role != "forecast" or stated.code or line is None or line.role.role != "forecast":
        return None
    told = parse(line.period)
    return replace(stated, code=line.period, source="inherited") if told and told.kind == "month" else None


def _contrasted(at: At, line: Line | None) -> bool:
    """`bội chi 3,5% GDP, trong khi Quốc hội cho phép 3,7%`: an aim that a result of the sentence is set off against."""
    opened = at.words[slice(*at.own_clause())][:2] == _WHILE
    return opened and at.index > 0 and line is not None and line.role.role == "result"


def _reached(at: At) -> bool:
    """Whether the aim right before the figure was reached or missed (`vượt kế hoạch 3%`)."""
    aim = next((cue for cue in reversed(at.role_cues) if cue.end <= at.slot.first), None)
    if aim is None or aim.value != "target" or at.slot.first - aim.end > 1:
        return False
    return at.cues.achieving.before(at.tokens, aim.first) is not None


def _nature(at: At, indicator: Indicator | None) -> Nature:
    """How what a figure measures stands in time; things only counted (`có 34 dự án`) stand at the day."""
    if indicator is None:
        figure = at.slot.figure
        return (
            "stock"
            if figure.unit in {"count", "ratio"} and not figure.noun.startswith(_PASSING) and not _happens(at)
            else "flow"
        )
    if indicator.kind == "rate":
        return "price" if indicator.better == "none" else "flow"
    return indicator.kind
