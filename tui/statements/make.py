"""From figures to statements: sentence by sentence, carrying on what the text has said before."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.meetings import far_ahead, running_year
from tui.model import Article, Statement
from tui.statements.advance import opening
from tui.statements.at import At, Knowledge
from tui.statements.clock import Clock, start_clock
from tui.statements.confidence import confidence_of
from tui.statements.cues import load_cues
from tui.statements.echoes import called_again, echoed
from tui.statements.evidence import load_opinions, named
from tui.statements.gazetteer import HOME, load_places
from tui.statements.grammar import load_grammar
from tui.statements.homes import home_of
from tui.statements.lexicon import OTHER, Lexicon
from tui.statements.measures import Before, equals, measure_of
from tui.statements.outlook import is_outlook
from tui.statements.places import Setting, is_abroad, place_of
from tui.statements.reading import read_sentence
from tui.statements.referred import is_reference, leads_far, usable_times
from tui.statements.respective import items_of
from tui.statements.role_and_period import Already, Settled, role_and_period
from tui.statements.sectors import Sector, in_sector, load_sectors, sector_of
from tui.statements.speakers import load_bodies, speakers
from tui.statements.subjects import Subject, subject_of
from tui.statements.thread import Here, Thread, Told, Topic, carried_on, entered, line_after, line_on
from tui.statements.wholes import tells_a_part, turns_to_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tui.model import Dating, Figure, Measure, Sentence
    from tui.statements.cues import Cues
    from tui.statements.evidence import Around
    from tui.statements.reading import Reading
    from tui.statements.roles import Judged


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
    settled: what it stands for, and for when
    """

    subject: Subject
    place: str
    settled: Settled


def make_statements(
    article: Article, dating: Dating, figures: Sequence[Figure], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """What each of `figures` says, in their order."""
    statements = [statement for statement, _ in read_figures(article, dating, figures, lexicon)]
    return called_again(article, echoed(article, statements), load_grammar().called)


def read_figures(
    article: Article, dating: Dating, figures: Sequence[Figure], lexicon: Lexicon
) -> Iterator[tuple[Statement, Around]]:
    """Each of `figures` as it is read where it stands, with what around it was weighed."""
    knows = Knowledge(
        lexicon, load_cues(), load_grammar(), load_places(), load_bodies(), load_sectors(), load_opinions()
    )
    sector = sector_of(article, knows.sectors)
    report = Report(article, knows, speakers(article), sector, dated=dating.date is not None)
    home = home_of(article, report.knows)
    thread = Thread(_first_clock(report, dating), Topic(None, home), home, outlook=is_outlook(article, knows.cues))
    for sentence, own in _by_sentence(article, figures):
        reading = read_sentence(article.text, sentence.at, own)
        here = entered(thread, sentence, reading, report.knows)
        told = _read(report, here, thread)
        thread = carried_on(thread, here, told, report.knows)
        yield from zip(told.statements, told.arounds, strict=True)


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
            if slot.time.year and not leads_far(reading, slot):
                (compared if is_reference(reading, slot, cues) else told)[slot.time.year] += 1
    for far in tuple(far_ahead(sorted({*told, *compared}))):
        told.pop(far, None)  # the end of a long plan
    clock = start_clock(None, told, compared)
    year = running_year(article)
    near = year is not None and (not clock.year or abs(year - clock.year) <= _NEAR_YEARS)
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
    topic = outside = whole = thread.topic
    parted = False
    judged: list[Judged] = []
    statements: list[Statement] = []
    arounds: list[Around] = []
    last, equal = thread.statement, thread.equal
    line = beyond = here.line  # beyond the brackets
    bracket: int | None = None
    cues = list(report.knows.cues.roles.all(here.reading.tokens)) if here.reading.slots else []
    items = items_of(here.reading, report.knows)
    times = usable_times(here.reading, report.knows.cues) if here.reading.slots else ()
    for index in range(len(here.reading.slots)):
        ranges = tuple(here.reading.segments_before(index))
        before = topic if here.reading.in_brackets(index) is not None else outside
        spoken = before.subject.indicator if before.subject else ""
        opens = index == 0 and thread.figured != here.paragraph
        at = At(here.reading, index, report.knows, cues, items.get(index), ranges, times, opens=opens, spoken=spoken)
        bracketed = at.bracket is not None
        parted = tells_a_part(at, parted=parted)
        before = whole if not (bracketed or parted) and turns_to_all(at) else before
        subject = _subject(report, at, before.subject)
        if subject.found == "share" and judged and before.subject:
            subject = replace(subject, part=before.subject.part or before.subject)
        topic = Topic(subject, place_of(at, subject, Setting(before.place, here.home, thread.partner)))
        outside = outside if bracketed else topic
        whole = whole if bracketed or parted else topic
        line = line if bracketed and at.bracket == bracket else beyond  # nothing goes on from bracket to bracket
        bracket = at.bracket
        same = last is not None and (last.series, last.figure.unit) == (subject.series, at.slot.figure.unit)
        settled = role_and_period(at, subject, here, Already(judged, line, same=same))
        last = _statement(report, at, Facts(subject, topic.place, settled), _before(last, equal))
        equal = last.measure if equals(at) else equal
        line = line_after(line, settled.role, settled.period.code)
        beyond = beyond if bracketed else line
        judged.append(settled.role)
        statements.append(last)
        arounds.append(settled.around)
    return Told(outside, line_on(beyond, judged, statements), judged, statements, arounds, equal)


def _before(last: Statement | None, equal: Measure | Literal[""]) -> Before | None:
    """What the measure of a figure goes on from: the statement before it, and the last percentage after `bằng`."""
    return Before(last.measure, last.figure.unit, equal) if last else None


def _subject(report: Report, at: At, before: Subject | None) -> Subject:
    """What a figure measures, in the words of the report; what its sector only narrows is told as it is named."""
    subject = subject_of(at, before)
    own = in_sector(at, subject, report.sector) if report.sector else subject
    return own if own.indicator != OTHER else subject


def _comes_from(at: At, subject: Subject, place: str) -> bool:
    """`khách Hàn Quốc`: whether a place is where a part of the country's own indicator comes from."""
    indicator = at.knows.lexicon.indicator(subject.indicator)
    return indicator is not None and indicator.origins and is_abroad(place)


def _as_heard(at: At, told: Subject, facts: Facts) -> Subject:
    """What the words around a figure of the country make of what it measures."""
    if facts.place != HOME:
        return told
    indicator = named(at, told.indicator, facts.settled.around, at.knows.opinions)
    return told if indicator == told.indicator else replace(told, indicator=indicator, series=indicator)


def _statement(report: Report, at: At, facts: Facts, before: Before | None) -> Statement:
    """The statement of one figure; `before` is what it goes on from."""
    subject, role, period = facts.subject, facts.settled.role, facts.settled.period
    # what is measured elsewhere is not the country's indicator
    told = _as_heard(at, in_sector(at, subject, report.sector) if report.sector else subject, facts)
    elsewhere = facts.place != HOME and subject.found != "share"
    away = elsewhere and not _comes_from(at, subject, facts.place)
    return Statement(
        figure=at.slot.figure,
        quote=at.reading.at,
        measure=measure_of(at, told if subject.indicator == OTHER else subject, before),
        indicator=OTHER if away else told.indicator,
        period=period.code,
        period_source=period.source,
        place=facts.place,
        role=role.role,
        speaker=report.says(at.slot.figure.at.start),
        cue=role.cue,
        rule=role.rule,
        confidence=confidence_of(told, period, role, dated=report.dated),
        series=f"{told.series} {facts.place}" if elsewhere else told.series,
    )
