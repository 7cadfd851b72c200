"""From figures to statements: sentence by sentence, carrying on what the text has said before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.meetings import running_year
from tui.model import Article, Statement
from tui.period import parse
from tui.statements.at import At, Knowledge
from tui.statements.clock import Clock, start_clock, to_come, told_of
from tui.statements.confidence import confidence_of
from tui.statements.cues import load_cues
from tui.statements.echoes import echoed
from tui.statements.grammar import load_grammar
from tui.statements.lexicon import OTHER, Lexicon
from tui.statements.measures import Before, measure_of
from tui.statements.periods import is_reference, opening, period_of, settled_period
from tui.statements.places import HOME, home_of, is_abroad, load_places, place_of
from tui.statements.reading import read_sentence
from tui.statements.respective import items_of
from tui.statements.roles import Case, Judged, judge
from tui.statements.sectors import Sector, in_sector, load_sectors, sector_of
from tui.statements.speakers import load_bodies, speakers
from tui.statements.subjects import Subject, subject_of
from tui.statements.thread import Here, Line, Thread, Told, Topic, bases_among, carried_on, entered, line_after, line_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model import Dating, Figure, Sentence
    from tui.statements.cues import Cues
    from tui.statements.lexicon import Indicator
    from tui.statements.periods import Dated, Nature
    from tui.statements.reading import Reading


_NEAR_YEARS = 2  # from the year told of most to the one spoken in


@dataclass(frozen=True, slots=True)
class Report:
    """An article as it is read.

    article: its text and sentences
    knows: what is known before it is read
    says: who speaks at a position of its text
    sector: the sector it is about, if it is about one
    dated: its day is known
    """

    article: Article
    knows: Knowledge
    says: Callable[[int], str]
    sector: Sector | None
    dated: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out of one figure.

    subject: what it measures
    place: where
    role: what it stands for
    period: for when
    """

    subject: Subject
    place: str
    role: Judged
    period: Dated


def make_statements(
    article: Article, dating: Dating, figures: Sequence[Figure], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """What each of `figures` says, in their order."""
    knows = Knowledge(lexicon, load_cues(), load_grammar(), load_places(), load_bodies(), load_sectors())
    sector = sector_of(article, knows.sectors)
    report = Report(article, knows, speakers(article), sector, dated=dating.date is not None)
    home = home_of(article, report.knows)
    thread = Thread(_first_clock(report, dating), Topic(None, home), home)
    statements: list[Statement] = []
    for sentence, own in _by_sentence(article, figures):
        reading = read_sentence(article.text, sentence.at, own)
        here = entered(thread, sentence, reading, report.knows)
        told = _read(report, here, thread)
        thread = carried_on(thread, here, told, report.knows)
        statements += told.statements
    return echoed(article, statements)


def _first_clock(report: Report, dating: Dating) -> Clock:
    """The clock at the start: the meeting's day, or the year printed most; with the first period of the article."""
    article, cues = report.article, report.knows.cues
    readings = (read_sentence(article.text, sentence.at, ()) for sentence in article.sentences)
    if dating.date is None:
        return _undated_clock(article, list(readings), cues)
    return opening(start_clock(dating.date, Counter(), Counter()), readings, cues)


def _undated_clock(article: Article, readings: Sequence[Reading], cues: Cues) -> Clock:
    """The same for an article without a day: in the year that its comparisons fit, or that it tells of most."""
    told: Counter[int] = Counter()
    compared: Counter[int] = Counter()
    for reading in readings:
        for slot in reading.times:
            if slot.time.year:
                (compared if is_reference(reading, slot, cues) else told)[slot.time.year] += 1
    clock = start_clock(None, told, compared)
    year = running_year(article)
    near = year is not None and abs(year - clock.year) <= _NEAR_YEARS
    return opening(replace(clock, year=year, current=year, running=True) if year and near else clock, readings, cues)


def _by_sentence(article: Article, figures: Sequence[Figure]) -> Iterator[tuple[Sentence, Sequence[Figure]]]:
    """Each sentence with its figures, both in the order of the text."""
    position = 0
    for sentence in article.sentences:
        end = position
        while end < len(figures) and figures[end].at.start < sentence.at.end:
            end += 1
        yield sentence, figures[position:end]
        position = end


def _read(report: Report, here: Here, thread: Thread) -> Told:
    """What a sentence tells, figure by figure; what is said in brackets is not carried on outside them."""
    topic = outside = thread.topic
    judged: list[Judged] = []
    statements: list[Statement] = []
    last, beyond = thread.statement, here.line
    line = beyond
    cues = list(report.knows.cues.roles.all(here.reading.tokens)) if here.reading.slots else []
    items = items_of(here.reading, report.knows)
    for index in range(len(here.reading.slots)):
        ranges = tuple(here.reading.segments_before(index))
        at = At(here.reading, index, report.knows, cues, items.get(index), ranges)
        bracketed = at.bracket is not None
        before = topic if bracketed else outside
        subject = _subject(report, at, before.subject)
        topic = Topic(subject, place_of(at, subject, before.place, thread.home))
        outside = outside if bracketed else topic
        line = line if bracketed else beyond
        role, period = _role_and_period(at, subject, here, judged, line)
        last = _statement(report, at, Facts(subject, topic.place, role, period), last)
        line = line_after(line, role, period.code)
        beyond = beyond if bracketed else line
        judged.append(role)
        statements.append(last)
    return Told(outside, line_on(beyond, judged, statements), judged, statements)


def _subject(report: Report, at: At, before: Subject | None) -> Subject:
    """What a figure measures, in the words of the report; what its sector only narrows is told as it is named."""
    subject = subject_of(at, before)
    own = in_sector(at, subject, report.sector) if report.sector else subject
    return own if own.indicator != OTHER else subject


def _role_and_period(
    at: At, subject: Subject, here: Here, judged: Sequence[Judged], line: Line | None
) -> tuple[Judged, Dated]:
    """The role of a figure, from the period stated for it, and the period that follows from the role.

    `judged` are the roles of the figures before it in the sentence, `line` is what the text goes on in.
    """
    indicator = at.knows.lexicon.indicator(subject.indicator)
    stock = any(word in subject.series for word in at.grammar.stocks)
    stock = stock or (indicator is not None and indicator.kind != "flow")
    grows = at.slot.figure.unit == "%" and not at.slot.of_gdp and not stock and _grows(at, indicator)
    done = indicator is None and not at.grammar.doing.isdisjoint(at.words[at.floor : at.slot.first])
    accrues = grows or done or (indicator is not None and indicator.kind == "flow")
    stated = period_of(at, here.clock, spent=bases_among(judged), accrues=accrues)
    anew = stock or any(at.floor <= slot.first < at.slot.first for slot in at.reading.times)
    if judged and line and not (anew or stated.near) and _closes_like(line.period, stated.code):
        stated = replace(stated, code=line.period)  # `đến hết tháng 6 thu 745 tỷ đồng, dầu thô 28 tỷ đồng`
    last = judged[-1] if judged else None
    part = at.words[at.floor : at.floor + 2] == ("trong", "đó")
    going_on = line.role if line and (part or not _foreseen(line, here.clock)) else None
    ahead = line is not None and to_come(line.period, here.clock)
    role = judge(Case(at, here.clock, stated.code, subject.first, here.listing, last, going_on, ahead))
    clock = here.clock
    if role.role == "base" and judged and line and not clock.period:
        clock = replace(clock, period=line.period)  # what it is compared with stands beside it
    period = settled_period(at, role, stated, clock, _nature(at, indicator))
    beside = role.role == "target" and at.bracket is not None and not stated.code
    if beside and line and line.role.role == "result" and parse(line.period):
        return role, replace(period, code=line.period[:4])  # `đạt 3,76% (Chính phủ giao 3%)`
    return role, period


def _closes_like(told: str, code: str) -> bool:
    """Whether a day or month ends a stretch of the year that the figure before was told for."""
    stretch, end = parse(told), parse(code)
    if stretch is None or end is None or end.kind not in {"day", "month"}:
        return False
    return stretch.end == end.end and stretch.start < end.start


def _foreseen(line: Line, clock: Clock) -> bool:
    """`6 tháng dự kiến tăng 4%` at the end of June: what is all but over is no outlook that goes on."""
    return line.role.role == "forecast" and told_of(line.period, clock)


def _grows(at: At, indicator: Indicator | None) -> bool:
    """Whether a percentage is a change or progress, not a share of what there is."""
    if indicator is not None:
        return indicator.percent == "growth" and indicator.kind != "stock"
    held_against = at.cues.plan.at(at.tokens, at.slot.end) or at.tokens.word(at.slot.end) == "so"
    return bool(held_against) or any(True for _ in at.cues.growth.all(at.tokens, at.floor, at.slot.first))


def _nature(at: At, indicator: Indicator | None) -> Nature:
    """How what a figure measures stands in time; things only counted (`có 34 dự án`) stand at the day."""
    if indicator is None:
        figure = at.slot.figure
        return "stock" if figure.unit in {"count", "ratio"} and not figure.noun.startswith("chỉ tiêu") else "flow"
    if indicator.kind == "rate":
        return "price" if indicator.better == "none" else "flow"
    return indicator.kind


def _comes_from(at: At, subject: Subject, place: str) -> bool:
    """`khách Hàn Quốc`: whether a place is where a part of the country's own indicator comes from."""
    indicator = at.knows.lexicon.indicator(subject.indicator)
    return indicator is not None and indicator.origins and is_abroad(place)


def _statement(report: Report, at: At, facts: Facts, before: Statement | None) -> Statement:
    """The statement of one figure; `before` is the one before it in the text."""
    subject, role, period = facts.subject, facts.role, facts.period
    # what is measured elsewhere is not the country's indicator
    told = in_sector(at, subject, report.sector) if report.sector else subject
    elsewhere = facts.place != HOME and subject.found != "share"
    away = elsewhere and not _comes_from(at, subject, facts.place)
    return Statement(
        figure=at.slot.figure,
        quote=at.reading.at,
        measure=measure_of(at, subject, Before(before.measure, before.figure.unit) if before else None),
        indicator=OTHER if away else told.indicator,
        period=period.code,
        period_source=period.source,
        place=facts.place,
        role=role.role,
        speaker=report.says(at.slot.figure.at.start),
        cue=role.cue,
        rule=role.rule,
        confidence=confidence_of(subject, period, role, figures=len(at.reading.slots), dated=report.dated),
        series=f"{told.series} {facts.place}" if elsewhere else told.series,
    )
