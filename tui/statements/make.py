"""From figures to statements: sentence by sentence, carrying on what the text has said before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tui.model import Article, Dating, Figure, Sentence, Statement
from tui.statements.confidence import confidence_of
from tui.statements.cues import Cues, load_cues
from tui.statements.lexicon import OTHER, Lexicon
from tui.statements.measures import Before, measure_of
from tui.statements.periods import (
    Clock,
    Dated,
    advance,
    base_period,
    elapsed,
    inherited_period,
    opening,
    period_of,
    start_clock,
)
from tui.statements.places import HOME, Places, home_of, home_phrase, load_places, local_phrase, place_of
from tui.statements.reading import Reading, read_sentence
from tui.statements.roles import Judge, Judged, goes_on_listing, keeps_listing
from tui.statements.speakers import speakers
from tui.statements.subjects import Finder, Subject

_LONG_LIST = 3  # a list of so many targets goes on in the next paragraph
_LOCAL = "địa phương"  # some place the report takes for known
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d)")


@dataclass(frozen=True, slots=True)
class Thread:
    """What is carried from sentence to sentence.

    clock: time spoken of
    subject: what the last figure measured
    place: where
    listing: a list of targets goes on
    home: the place the article is about where it names none
    paragraph: index of the paragraph read last
    aims: how many targets the last sentence with figures set
    colon: its last sentence ended with a colon
    last: the role of its last figure
    statement: the last statement
    """

    clock: Clock
    subject: Subject | None
    place: str
    listing: bool
    home: str
    paragraph: int = -1
    aims: int = 0
    colon: bool = False
    last: Judged | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """All that reading needs and that does not change with the article."""

    finder: Finder
    cues: Cues
    places: Places

    def sentence(
        self,
        article: Article,
        sentence: Sentence,
        figures: Sequence[Figure],
        thread: Thread,
        says: Callable[[int], str],
    ) -> tuple[list[Statement], Thread]:
        """The statements of one sentence, and what to carry on."""
        reading = read_sentence(article.text, sentence.at, figures)
        clock = _clock_here(thread.clock, reading)
        same = thread.paragraph == sentence.paragraph
        listing = keeps_listing(
            reading, same_paragraph=same or thread.colon, listing=thread.listing, long=thread.aims >= _LONG_LIST
        )
        judge = Judge(self.cues, clock, listing, thread.last if same or _belongs(reading) else None)
        statements: list[Statement] = []
        judged: list[Judged] = []
        subject, place = thread.subject, thread.place
        outside = (subject, place)
        for index, slot in enumerate(reading.slots):
            bracketed = reading.in_brackets(index) is not None
            if not bracketed:
                subject, place = outside
            subject = self.finder.subject(reading, index, subject)
            indicator = self.finder.lexicon.indicator(subject.indicator)
            place = (
                HOME if indicator and indicator.partners else self._place(reading, index, subject, place, thread.home)
            )
            if not bracketed:
                outside = (subject, place)
            spent = [at for at, earlier in enumerate(judged) if earlier.role == "base"]
            accrues = indicator is not None and (indicator.kind == "flow" or slot.figure.unit == "%")
            stated = period_of(reading, index, clock, self.cues, spent=spent, accrues=accrues)
            role = judge.role(reading, index, judged, stated.code, subject.first)
            judged.append(role)
            period = self._period(
                reading, index, role, stated, clock, stock=bool(indicator and indicator.kind == "stock")
            )
            last = statements[-1] if statements else thread.statement
            before = Before(last.measure, last.figure.unit) if last else None
            away = place != HOME and subject.found != "share"
            statements.append(
                Statement(
                    figure=slot.figure,
                    quote=sentence.at,
                    measure=measure_of(reading, index, subject, indicator, self.cues, before),
                    indicator=OTHER if away else subject.indicator,
                    period=period.code,
                    period_source=period.source,
                    place=place,
                    role=role.role,
                    speaker=says(slot.figure.at.start),
                    cue=role.cue,
                    rule=role.rule,
                    confidence=confidence_of(subject, period.source, role),
                    series=f"{subject.series} {place}" if away else subject.series,
                )
            )
        spent = [at for at, role in enumerate(judged) if role.role == "base"]
        aims = sum(role.role == "target" for role in judged)
        after = Thread(
            clock=advance(clock, reading, self.cues, spent),
            subject=outside[0],
            place=outside[1],
            listing=goes_on_listing(reading, judged, self.cues, listing=thread.listing),
            home=thread.home,
            paragraph=sentence.paragraph,
            aims=aims if judged else thread.aims,
            colon=reading.tokens.word(len(reading.tokens) - 1) == ":",
            last=judged[-1] if judged else (thread.last if same else None),
            statement=statements[-1] if statements else thread.statement,
        )
        return statements, after

    def _place(self, reading: Reading, index: int, subject: Subject, before: str, home: str) -> str:
        named = place_of(reading, index, subject, self.places)
        if named:
            return named
        if home_phrase(reading, index, self.places):
            return HOME
        if local_phrase(reading, index, self.places):
            return home if home != HOME else _LOCAL
        return before if subject.found == "inherited" else home

    def _period(self, reading: Reading, index: int, role: Judged, stated: Dated, clock: Clock, *, stock: bool) -> Dated:
        if role.role == "base":
            current = stated.code or clock.period
            code = base_period(current, reading, index)
            return Dated(code, "inferred" if code else "")
        if stated.code and not _overtaken(stated, role, clock):
            return stated
        if stated.open or (role.role == "target" and role.cue.lower() in self.cues.aspirations):
            return Dated("", "")
        return inherited_period(role.role, clock, stock=stock)


def _belongs(reading: Reading) -> bool:
    """Whether a sentence goes on from the paragraph before (`Trong đó, …`)."""
    return reading.tokens.words[:2] == ("trong", "đó")


def _overtaken(stated: Dated, role: Judged, clock: Clock) -> bool:
    """Whether an aim is for the time to come although the text, before it, speaks of a part of the year that is over."""
    if role.role == "forecast":
        return clock.day is not None and stated.code == clock.day.isoformat()
    if role.role != "target" or stated.near or role.rule in {"set-after", "held-against-target"}:
        return False
    return "-" in stated.code and elapsed(stated.code, clock)


def _clock_here(clock: Clock, reading: Reading) -> Clock:
    """The clock with the year this sentence prints first, for its parts that print none."""
    year = next((slot.time.year for slot in reading.times if slot.time.year and slot.time.kind != "compare"), 0)
    return replace(clock, year=year) if year and clock.day is None else clock


def make_statements(
    article: Article, dating: Dating, figures: Sequence[Figure], lexicon: Lexicon
) -> tuple[Statement, ...]:
    """What each of `figures` says, in their order."""
    reader = Reader(Finder(lexicon, load_cues()), load_cues(), load_places())
    says = speakers(article)
    years = Counter(int(found[0]) for found in _YEAR.finditer(article.text))
    readings = (read_sentence(article.text, sentence.at, ()) for sentence in article.sentences)
    clock = opening(start_clock(dating.date, years), readings, reader.cues)
    home = home_of(article, reader.places)
    thread = Thread(clock, None, home, listing=False, home=home)
    statements: list[Statement] = []
    position = 0
    for sentence in article.sentences:
        end = position
        while end < len(figures) and figures[end].at.start < sentence.at.end:
            end += 1
        found, thread = reader.sentence(article, sentence, figures[position:end], thread, says)
        statements += found
        position = end
    return tuple(statements)
