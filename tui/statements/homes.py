"""The place that a report is about as a whole: that of the local body it tells of, or the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.gazetteer import HOME
from tui.statements.places import LOCAL
from tui.statements.reading import read_sentence

if TYPE_CHECKING:
    from tui.model import Article
    from tui.statements.at import Knowledge
    from tui.statements.reading import Reading

_OPENING_SENTENCES = 3
_ZONE = "vùng"
_OF_BODY = frozenset({"theo", "của", "tại"})


def home_of(article: Article, knows: Knowledge) -> str:
    """The place a report is about as a whole: where a local body meets, or is visited, or which its title names.

    Else the country.
    """
    for number, sentence in enumerate(article.sentences[:_OPENING_SENTENCES]):
        reading = read_sentence(article.text, sentence.at, ())
        found = _host_place(reading, knows) or _visited(reading, knows) or _dateline(reading, knows)
        found = found or _province_meant(reading, knows) or _zone(reading, knows)
        headline = number == 0 and article.title_source == "stated"
        found = found or (_place_told(reading, knows) if headline else "")
        if found:
            return found
    return HOME


def _host_place(reading: Reading, knows: Knowledge) -> str:
    """The place of a local body in a sentence; empty where only its officers are named, or none."""
    places = knows.places
    for host in places.hosts.all(reading.tokens):
        name = _place_at(reading, knows, host.end)
        if name and not places.officers.before(reading.tokens, host.first):
            return name
    return ""


def local_speaker(reading: Reading, knows: Knowledge, home: str) -> str:
    """`Tại điểm cầu TP.HCM, Chủ tịch UBND thành phố cho biết …`: the place of a local leader who speaks; else empty.

    Where the sentence names no place beside the body, some place that the report takes for known.
    """
    places, tokens = knows.places, reading.tokens
    if home != HOME or not reading.slots:
        return ""
    for host in places.hosts.all(tokens):
        leads = places.officers.before(tokens, host.first)
        if leads and tokens.word(leads.first) in knows.grammar.leaders and host.end < reading.slots[0].first:
            own = _place_at(reading, knows, host.end)
            named = [name.value for name in places.names.all(tokens, 0, host.first) if name.value in places.provinces]
            return own or next(iter(named), LOCAL)
    return _led(reading, knows)


def _led(reading: Reading, knows: Knowledge) -> str:
    """`Lãnh đạo Hải Phòng cam kết tăng trưởng 13%`: the province whose leader speaks before the first figure."""
    tokens, first = reading.tokens, reading.slots[0].first
    found, end = "", 0
    for leader in knows.places.officers.all(tokens, 0, first):
        opens = leader.first == 0 or reading.cuts(leader.first - 1)  # not `trước lãnh đạo Hà Nội`
        leads = opens and tokens.word(leader.first) in knows.grammar.leaders
        name = _place_at(reading, knows, leader.end) if leads else ""
        found, end = (name, leader.end) if name in knows.places.provinces else (found, end)
    others = next(iter(knows.bodies.all(tokens, end, first)), None)
    return found if others is None else ""


def _zone(reading: Reading, knows: Knowledge) -> str:
    """Several provinces together, where a sentence is on what they plan (`Hội đồng điều phối vùng họp`)."""
    return _ZONE if next(iter(knows.places.zones.all(reading.tokens)), None) else ""


def _dateline(reading: Reading, knows: Knowledge) -> str:
    """`Bắc Giang - Sáng 25/6, UBND tỉnh họp`: the place a sentence opens with, where a local body meets in it."""
    name = knows.places.names.at(reading.tokens, 0)
    opens = name and reading.cuts(name.end)
    hosts = knows.places.hosts.all(reading.tokens)
    hosted = any(knows.places.national.at(reading.tokens, host.first) is None for host in hosts)
    return _place_at(reading, knows, 0) if opens and hosted else ""


def _province_meant(reading: Reading, knows: Knowledge) -> str:
    """`Theo UBND tỉnh, Đồng Nai có 13 chỉ tiêu`, `kỳ họp của HĐND tỉnh`: the one place beside a body without a name."""
    tokens = reading.tokens
    hosts = (host for host in knows.places.hosts.all(tokens) if tokens.word(host.end) == "tỉnh")
    meant = any(tokens.word(host.first - 1) in _OF_BODY for host in hosts)
    named = {
        name.value
        for name in knows.places.names.all(tokens)
        if tokens.printed(name.first)[:1].isupper() and name.value in knows.places.provinces
    }
    return named.pop() if meant and len(named) == 1 else ""


def _visited(reading: Reading, knows: Knowledge) -> str:
    """The place whose leaders a leader of the country meets in a sentence; empty without one."""
    visits = knows.places.visits.all(reading.tokens)
    return next((name for visit in visits if (name := _place_at(reading, knows, visit.end))), "")


def _place_told(reading: Reading, knows: Knowledge) -> str:
    """The one place that a title tells of; empty where it names none, or several, or only where something is."""
    tokens = reading.tokens
    named = [name for name in knows.places.names.all(tokens) if tokens.printed(name.first)[:1].isupper()]
    country = next(iter(knows.places.home.all(tokens)), None)
    if len({name.value for name in named}) != 1 or (country and country.first < named[0].first):
        return ""
    name = named[0]
    spot = tokens.word(name.first - 1) in knows.grammar.place_links
    local = name.value in knows.places.provinces or name.value in knows.places.areas
    return name.value if local and not spot else ""


def _place_at(reading: Reading, knows: Knowledge, at: int) -> str:
    """The place named at a token, its titles passed over; empty without one."""
    tokens = reading.tokens
    name = knows.places.names.at(tokens, at)
    while name is None and tokens.word(at) in knows.grammar.place_titles:
        at += 1
        name = knows.places.names.at(tokens, at)
    return name.value if name and tokens.printed(at)[:1].isupper() else ""
