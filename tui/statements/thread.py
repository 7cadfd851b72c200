"""What is carried from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from tui.period import parse
from tui.statements.advance import advance, afresh
from tui.statements.evidence.coded import NOTHING, Coded, code
from tui.statements.homes import local_speaker
from tui.statements.places import partner_in
from tui.statements.referred import leads_far, usable_times
from tui.statements.roles import adopts, announces, goes_on_listing, keeps_listing, listing
from tui.statements.subjects.subject import known

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Measure, Sentence, Statement
    from tui.statements.at import Knowledge
    from tui.statements.clock import Clock
    from tui.statements.evidence import Around
    from tui.statements.reading import Reading
    from tui.statements.roles import Judged, Listing
    from tui.statements.subjects import Subject

# what these figures are is no line that the text goes on in
_ASIDES = frozenset({"base", "context"})
# aims that something is compared with open no list
_COMPARED_AIMS = frozenset({"set-after", "held-against-target"})
_OPENING_WORDS = 4  # of a sentence, which say what it is about
_LED_IN = 2  # words, from `Tuy vậy,` to the name
_SHORT = 14  # tokens
_LONG_LIST = 3  # a list of so many targets goes on in the next paragraph


@dataclass(frozen=True, slots=True)
class Topic:
    """What is spoken of: what the last figure measured, and where."""

    subject: Subject | None
    place: str


@dataclass(frozen=True, slots=True)
class Line:
    """What the text goes on in: the role and period of the last figure that is no base."""

    role: Judged
    period: str


def line_after(line: Line | None, role: Judged, period: str) -> Line | None:
    """The line after a figure; a base or a scene leaves it as it was."""
    return line if role.role in _ASIDES else Line(role, period)


def line_on(line: Line | None, judged: Sequence[Judged], statements: Sequence[Statement]) -> Line | None:
    """The line after a sentence: one aim after results is only compared with, and the text goes on in those."""
    roles = [role.role for role in judged]
    if roles.count("target") != 1 or roles[-1] != "target" or _ASIDES.union(roles) == _ASIDES | {"target"}:
        return line
    last = max(index for index, role in enumerate(roles) if role in {"result", "forecast"})
    return Line(judged[last], statements[last].period)


@dataclass(frozen=True, slots=True)
class Thread:
    """What is carried from sentence to sentence.

    clock: time spoken of
    topic: what the last figure was about
    home: the place the article is about where it names none
    local: that of a local leader who speaks in the paragraph read last; empty without one
    partner: the other country spoken of last; empty without one
    outlook: it tells what a forecaster expects
    listing: what a list tells that goes on
    paragraph: index of the paragraph read last
    figured: index of the one that the last figure stands in
    aims: how many targets the list at hand has set, or the last sentence with figures
    colon: its last sentence announced a list, or is an item of one that was announced
    line: what its last figure told in
    statement: the last statement
    equal: what the last percentage after `bằng` gave; empty before the first
    said: the last sentence
    opened: the first of the paragraph read last
    """

    clock: Clock
    topic: Topic
    home: str
    local: str = ""
    outlook: bool = False
    partner: str = ""
    listing: Listing = ""
    paragraph: int = -1
    figured: int = -1
    aims: int = 0
    colon: bool = False
    line: Line | None = None
    statement: Statement | None = None
    equal: Measure | Literal[""] = ""
    said: Coded = NOTHING
    opened: Coded = NOTHING


@dataclass(frozen=True, slots=True)
class Here:
    """What a sentence finds when it is read.

    reading: the sentence
    paragraph: index of its paragraph
    same: it stands in the paragraph of the sentence before
    clock: the time spoken of, with the year this sentence prints
    listing: what an open list tells that reaches into it
    line: what the text goes on in, where this sentence goes on from it
    outlook: the report tells what a forecaster expects
    home: the place that what names none is of
    coded: the sentence as the weights see it
    said: the one before it
    opened: the one that opened its paragraph; nothing for that one itself
    """

    reading: Reading
    paragraph: int
    same: bool
    clock: Clock
    listing: Listing
    line: Line | None
    outlook: bool
    home: str
    coded: Coded
    said: Coded
    opened: Coded


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence told.

    topic: what its last figure outside brackets was about
    line: what its last figure told in
    judged, statements, arounds: one for each figure
    equal: what the last percentage after `bằng` gave
    """

    topic: Topic
    line: Line | None
    judged: Sequence[Judged]
    statements: Sequence[Statement]
    arounds: Sequence[Around]
    equal: Measure | Literal[""]


def entered(thread: Thread, sentence: Sentence, reading: Reading, knows: Knowledge) -> Here:
    """What the thread brings to a sentence; lists and roles only where they reach it."""
    same = thread.paragraph == sentence.paragraph
    nearby = same or thread.colon or thread.aims >= _LONG_LIST
    return Here(
        reading=reading,
        paragraph=sentence.paragraph,
        same=same,
        clock=_clock_here(thread.clock if same or _belongs(reading) else afresh(thread.clock), reading, knows),
        listing=thread.listing if keeps_listing(reading, knows, nearby=nearby) else "",
        line=thread.line if same or _belongs(reading) else None,
        outlook=thread.outlook,
        home=local_speaker(reading, knows, thread.home) or (thread.local if same else "") or thread.home,
        coded=code(reading),
        said=thread.said,
        opened=thread.opened if same else NOTHING,
    )


def carried_on(thread: Thread, here: Here, told: Told, knows: Knowledge) -> Thread:
    """The thread after a sentence; what it did not touch stays."""
    judged = told.judged
    clock = advance(here.clock, here.reading, knows.cues, bases_among(judged))
    clock = _run_up(clock, here.reading, told.statements)
    open_list = goes_on_listing(_listed(thread, here, told), knows, open_before=thread.listing, here=here.listing)
    return replace(
        thread,
        clock=replace(clock, adopted=clock.plan) if adopts(here.reading, knows) else clock,
        local=here.home if here.home != thread.home else "",
        topic=told.topic if judged else _announced(here.reading, knows, told.topic),
        partner=partner_in(here.reading, knows, thread.partner),
        paragraph=here.paragraph,
        figured=here.paragraph if judged else thread.figured,
        listing=open_list,
        aims=_aims(thread, here, judged, knows),
        # a list of which each item is a paragraph goes on with the next one
        colon=announces(here.reading) or (thread.colon and not here.same and open_list in {"target", "result"}),
        line=told.line if judged or here.same else None,
        equal=told.equal,
        said=here.coded,
        opened=here.opened if here.same else here.coded,
        statement=told.statements[-1] if told.statements else thread.statement,
    )


def _announced(reading: Reading, knows: Knowledge, before: Topic) -> Topic:
    """`Vốn FDI thì khác.`, `Điều khiến Thủ tướng sốt ruột là đầu tư công.`: what the next sentences are about.

    A short sentence without figures says so that opens with it, or that names it alone and at its end.
    """
    names, tokens = knows.lexicon.names, reading.tokens
    first = next((at + 1 for at in range(min(len(tokens), _OPENING_WORDS)) if tokens.words[at] == ","), 0)
    opens = (names.at(tokens, at) for at in range(first, first + _LED_IN))
    name = next((found for found in opens if found), None)
    name = name or next(iter(names.all(tokens, 0, min(len(tokens), _OPENING_WORDS))), None)
    if name is None and len(tokens) <= _SHORT:
        named = list(names.all(tokens))
        name = named[0] if len(named) == 1 and tokens.kind(named[0].end) != "word" else None
    firm = next((alias.indicator for alias in name.value), None) if name else None
    return Topic(known(firm, "named", 0), before.place) if firm else before


def _run_up(clock: Clock, reading: Reading, statements: Sequence[Statement]) -> Clock:
    """`Giải ngân đến 31/8 đạt 47%. Có 19 tỉnh trên 60%.`: what ran up to a month's end did so in what follows, too."""
    days = [slot for slot in reading.times if slot.time.kind == "day" and leads_far(reading, slot)]
    if not days or not statements or statements[0].role != "result":
        return clock
    told = parse(statements[0].period)
    return replace(clock, period=statements[0].period) if told and told.kind == "months" else clock


def _listed(thread: Thread, here: Here, told: Told) -> listing.Told:
    line = told.line.role if told.line and told.judged else None
    goes_on = line.role if line and line.rule not in _COMPARED_AIMS else ""
    return listing.Told(here.reading, told.judged, goes_on, heads=thread.paragraph < 0)


def _aims(thread: Thread, here: Here, judged: Sequence[Judged], knows: Knowledge) -> int:
    """How many targets the list at hand has set; the adoption of a plan announces a long one."""
    if adopts(here.reading, knows):
        return _LONG_LIST
    aims = sum(role.role == "target" for role in judged)
    before = thread.aims if thread.listing == "target" and aims else 0
    return before + aims if judged else thread.aims


def bases_among(judged: Sequence[Judged]) -> list[int]:
    """Indices of the figures that others are held against, but for those whose time stands before them."""
    held = (role.rule in _COMPARED_AIMS or (role.role == "base" and role.rule != "contrasted") for role in judged)
    return [index for index, is_held in enumerate(held) if is_held]


def _clock_here(clock: Clock, reading: Reading, knows: Knowledge) -> Clock:
    """The clock with the year this sentence prints first, for its parts that print none; not one compared with."""
    if clock.day is not None or clock.running:
        return replace(clock, year=clock.current) if clock.running else clock
    times = usable_times(reading, knows.cues)
    years = [slot for slot in times if slot.time.year and not leads_far(reading, slot)]
    return replace(clock, year=years[0].time.year) if years else clock


def _belongs(reading: Reading) -> bool:
    """Whether a sentence goes on from the paragraph before (`Trong đó, …`)."""
    return reading.tokens.words[:2] == ("trong", "đó")
