"""The place a figure is about: the whole country unless its clause names another place or one firm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.statements.gazetteer import HOME, WORLD

if TYPE_CHECKING:
    from tui.figures.phrases import Match, Phrases
    from tui.figures.tokens import Tokens
    from tui.statements.at import At, Knowledge
    from tui.statements.reading import Reading
    from tui.statements.subjects import Subject

_BODY_WORDS = 5
_FIRM_WORDS = 4
_CODE = 2  # letters of a country's code
_SHOWN_AT_MOST = 3
_OPENING_WORDS = 10
_COUNTRY_REACH = 3  # from a figure to `của cả nước` after it
LOCAL = "địa phương"  # some place the report takes for known
_REGION = "khu vực"  # the part of the world that Vietnam belongs to
_PARTNER = "đối tác"  # a country that the text does not name
_RANK_REACH, _WITHIN = 7, frozenset({"trong", "trên", "của", "và"})
_THEN = "thì"
_SPOTS = frozenset({"ở", "tại"})
_IF = frozenset({"nếu", "khi"})


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the text is when a figure is read.

    before: the place of the figure before
    home: the place that the report is about
    partner: the other country spoken of last; empty without one
    """

    before: str
    home: str
    partner: str


def place_of(at: At, subject: Subject, setting: Setting) -> str:
    """The place the figure is about: named, told as the country or the report's own, or else that of its subject."""
    indicator = at.knows.lexicon.indicator(subject.indicator)
    if indicator and indicator.partners:
        return HOME
    bilateral = indicator is not None and indicator.bilateral
    return _named(at, subject) or _told(at, setting, bilateral=bilateral) or _carried(at, subject, setting)


def partner_in(reading: Reading, knows: Knowledge, before: str) -> str:
    """The other country that a sentence names last; else the one named `before`."""
    named = [
        name.value
        for name in knows.places.names.all(reading.tokens)
        if is_abroad(name.value) and not _in_a_name(reading.tokens, name)
    ]
    return named[-1] if named else before


def _in_a_name(tokens: Tokens, name: Match[str]) -> bool:
    """`Đỗ Đức Duy`, `Mỹ Tho`: whether a country's name of one syllable is part of another name, or no name."""
    if not tokens.printed(name.first)[:1].isupper():
        return True
    before, after = tokens.printed(name.first - 1), tokens.printed(name.end)
    part = (name.first and before[:1].isupper() and not before.isupper()) or after[:1].isupper()
    return name.end - name.first == 1 and bool(part)


def _told(at: At, setting: Setting, *, bilateral: bool) -> str:
    """The partner, the country, the part of the world or the report's own place, where the clauses speak of it."""
    before, home = setting.before, setting.home
    partner = _partner(at, setting, bilateral=bilateral)
    if partner:
        return partner
    if _says_home(at) or _home_after(at):
        return HOME
    if _says_regional(at):
        return before if before != home else _REGION
    if _says_local(at):
        return home if home != HOME else LOCAL
    return ""


def _partner(at: At, setting: Setting, *, bilateral: bool) -> str:
    """The country that something is told of with Vietnam, or that is meant by `nước này`; empty without one."""
    before, places = setting.before, at.knows.places
    if _says(at, places.mutual):
        return before if is_abroad(before) else setting.partner or _PARTNER
    if setting.partner and _says(at, places.that):
        return setting.partner
    goes_on = _with_partner(at) or (bilateral and at.index and not _says(at, places.whole))
    return before if is_abroad(before) and goes_on else ""


def _says(at: At, phrases: Phrases[bool]) -> bool:
    """Whether the figure's clauses have one of the phrases."""
    return any(True for first, end in at.segments_before() for _ in phrases.all(at.tokens, first, end))


def _carried(at: At, subject: Subject, setting: Setting) -> str:
    """The place of a figure that tells none: that of what it goes on with, else of its sentence or the report."""
    if subject.found == "inherited" or setting.before == _opened(at):
        return setting.before
    return _apposed(at) or _planner(at, setting.before) or (HOME if _opens_with_home(at) else setting.home)


def _planner(at: At, before: str) -> str:
    """`Hà Nội đặt mục tiêu GRDP tăng 6,5%, thu ngân sách 505.000 tỷ đồng`: the province that a list of aims is of."""
    name = at.knows.places.names.at(at.tokens, 0)
    listed = at.index and name is not None and before == name.value and not is_abroad(before)
    aimed = listed and name is not None and (cue := at.cues.roles.at(at.tokens, name.end)) and cue.value == "target"
    return before if aimed and ";" not in at.words[: at.slot.first] else ""


def _opened(at: At) -> str:
    """`Với châu Á, tăng trưởng là 5%, lạm phát 3%`: the place that the sentence opens with; empty without one."""
    if at.tokens.word(0) not in at.grammar.locating:
        return ""
    cut = next((index for index in range(at.slot.first) if at.reading.cuts(index)), 0)
    if any(True for _ in at.knows.places.regional.all(at.tokens, 0, cut)):
        return _REGION
    return next((name for index in range(cut) if (name := _name_at(at, index))), "")


def _apposed(at: At) -> str:
    """`Trung Quốc, nền kinh tế lớn nhất khu vực, sẽ tăng 4,8%`: the country a sentence begins with and explains."""
    name = at.knows.places.names.at(at.tokens, 0)
    if name is None or name.end >= at.slot.first or at.tokens.word(name.end) != "," or not is_abroad(name.value):
        return ""
    return _name_at(at, 0)


def _named(at: At, subject: Subject) -> str:
    """The places named in the clauses from the subject to the figure, else right after it; empty if none is."""
    reach = _reach(at, subject)
    homes = (name.first for name in at.knows.places.home.all(at.tokens, reach.start, reach.stop))
    country = max((name for name in homes if not _listed_with(at, name)), default=-1)
    # `kinh tế thế giới hồi phục thì kinh tế Việt Nam tăng 6%`: the country, named last
    reach = range(country, reach.stop) if country >= subject.first else reach
    found = list(dict.fromkeys(name for index in reach if (name := _name_at(at, index))))
    if not found:
        first, end = at.segment_after()
        for index in range(first, min(end, first + _FIRM_WORDS)):
            name = _name_at(at, index)
            if name and at.tokens.word(index - 1) in at.grammar.place_links:
                found.append(name)
    return ",".join(sorted(found)) if len(found) <= _SHOWN_AT_MOST else ",".join(found[:_SHOWN_AT_MOST])


def _listed_with(at: At, country: int) -> bool:
    """`Thái Lan, Malaysia và Việt Nam`: the country, named as one of several."""
    if at.tokens.word(country - 1) not in at.grammar.joints:
        return False
    return any(
        (name := at.knows.places.names.at(at.tokens, index)) is not None and name.end == country - 1
        for index in range(max(0, country - 1 - _FIRM_WORDS), country - 1)
    )


def _reach(at: At, subject: Subject) -> range:
    """The tokens before the figure where its place may be named."""
    if at.item and not at.item.time:
        return range(at.item.first, at.item.end)
    if at.index == 0 and at.tokens.word(0) in at.grammar.locating:
        return range(at.slot.first)
    first = subject.first
    for start, _ in at.segments_before():
        first = min(first, start)
        if start <= subject.first:
            break
    return range(first, at.slot.first)


def _in_body(at: At, index: int) -> bool:
    """`Ngân hàng Phát triển châu Á`, `Thái Bình Dương`: whether it lies in the name of who speaks, or a longer one."""
    longer = (
        phrases.at(at.tokens, first)
        for first in range(max(0, index - _BODY_WORDS), index)
        for phrases in (at.knows.bodies, at.knows.places.names)
    )
    return any(name is not None and name.end > index for name in longer)


def _name_at(at: At, index: int) -> str:
    """The place or firm whose name begins at token `index`; empty without one."""
    tokens = at.tokens
    if tokens.words[index] not in at.knows.places.openings:
        return ""
    found = at.knows.places.names.at(tokens, index)
    named = found and any(tokens.printed(at)[:1].isupper() for at in range(found.first, found.end))
    if (
        found
        and found.value == WORLD
        and (tokens.word(index - 1) == "theo" or _supposed(at, at.floor, index) or _ranked_in(at, index))
    ):
        return ""  # `giá xăng dầu tăng theo thế giới`
    if found and is_abroad(found.value) and _in_a_name(tokens, found):
        return ""
    if found and (named or found.value == WORLD):
        return "" if _office(at, index) or _in_body(at, index) or _venue(at, index) else found.value
    firm = at.knows.places.firms.at(tokens, index)
    if firm and tokens.printed(firm.end)[:1].isupper() and tokens.kind(firm.end) == "word":
        end = firm.end
        while end < firm.end + _FIRM_WORDS and tokens.printed(end)[:1].isupper():
            end += 1
        return at.printed(index, end)
    return ""


def _office(at: At, index: int) -> bool:
    """Whether the name belongs to an office (`UBND TP Hà Nội`, `đại sứ Mỹ`)."""
    while (title := at.tokens.word(index - 1)) in at.grammar.place_titles or title == "nước":
        index -= 1
    return at.knows.places.offices.before(at.tokens, index) is not None


def _venue(at: At, index: int) -> bool:
    """`Tại cuộc họp báo ở Hà Nội, …`: whether a place is only where people met, in a clause before the figure's."""
    spot = index
    while at.tokens.word(spot - 1) in at.grammar.place_titles:
        spot -= 1
    if at.tokens.word(spot - 1) not in _SPOTS or not at.cut_between(index, at.slot.first):
        return False
    start = next((cut for cut in range(spot - 1, -1, -1) if at.reading.cuts(cut)), 0)
    return any(True for _ in at.knows.places.meetings.all(at.tokens, start, spot))


def _says_local(at: At) -> bool:
    """Whether the figure's clauses speak of the report's own province (`của tỉnh`, `toàn thành phố`)."""
    local = at.knows.places.local
    if at.tokens.word(at.slot.end) == "grdp":
        return True  # `chiếm 30% GRDP`
    return any(True for first, end in at.segments_before() for _ in local.all(at.tokens, first, end))


def _says_regional(at: At) -> bool:
    """Whether the figure's clauses, or the words right after it, speak of a part of the world."""
    for first, end in (*at.segments_before(), at.segment_after()):
        for found in at.knows.places.regional.all(at.tokens, first, end):
            after = at.tokens.word(found.end)
            if _in_body(at, found.first) or after == "có" or _supposed(at, first, found.first):
                continue  # `khu vực có vốn nước ngoài`
            if _ranked_in(at, found.first):
                continue
            if found.end >= end or after in at.cues.light or at.tokens.kind(found.end) != "word":
                return True
    return False


def _ranked_in(at: At, index: int) -> bool:
    """`thuộc nhóm cao trong khu vực và trên thế giới`: whether a part of the world is only what something ranks in."""
    first = max(at.floor, index - _RANK_REACH)
    return not _WITHIN.isdisjoint(at.words[index - 1 : index + 1]) and not at.grammar.ranks.isdisjoint(
        at.words[first:index]
    )


def _supposed(at: At, first: int, end: int) -> bool:
    """`trong bối cảnh kinh tế thế giới suy thoái`: whether a condition opens among the tokens."""
    pairs = (" ".join(at.words[index : index + 2]) for index in range(first, end))
    parted = at.cut_between(end, at.slot.first) or _THEN in at.words[end : at.slot.first]
    if not parted:
        return False  # `trong bối cảnh kinh tế thế giới tăng 3%`: the figure's own
    return not _IF.isdisjoint(at.words[first:end]) or any(pair in at.grammar.conditions for pair in pairs)


def _with_partner(at: At) -> bool:
    """`Việt Nam xuất khẩu 3,7 tỷ USD`, `có vốn tại Việt Nam`: where trade or investment with a partner is told of."""
    return any(
        at.tokens.word(found.end) in at.grammar.trading or at.tokens.word(found.first - 1) in at.grammar.into_country
        for first, end in at.segments_before()
        for found in at.knows.places.home.all(at.tokens, first, end)
    )


def _says_home(at: At) -> bool:
    """Whether the figure's clauses speak of the whole country, and not of a firm's branch or a rank in it."""
    return any(
        not (_branch(at, found.first) or _ranked(at, found.first) or _multiplied(at, found.first))
        for first, end in at.segments_before()
        for found in at.knows.places.home.all(at.tokens, first, end)
    )


def _multiplied(at: At, country: int) -> bool:
    """`gấp 2,3 lần bình quân chung cả nước, vượt kế hoạch 15%`: what only the figure before is a multiple of."""
    last = at.reading.slots[at.index - 1].figure.unit if at.index else ""
    return last == "times" and at.bracket is None and not at.cut_between(at.floor, country)


def _branch(at: At, country: int) -> bool:
    """`Samsung Việt Nam`: the country's name at the end of a firm's; not `Với Việt Nam, …`."""
    return at.tokens.printed(country - 1)[:1].isupper() and at.tokens.word(country - 1) not in at.cues.light


def _ranked(at: At, country: int) -> bool:
    """`đứng thứ ba cả nước`, `dẫn đầu toàn quốc`: a rank among the places of the country."""
    return at.tokens.word(country - 2) == "thứ" or at.tokens.word(country - 1) in at.grammar.ranks


def _opens_with_home(at: At) -> bool:
    """Whether the sentence begins by telling that it is on the whole country (`Trên phạm vi cả nước, …`)."""
    opening = at.knows.places.home.all(at.tokens, 0, min(_OPENING_WORDS, at.slot.first))
    return any(not _ranked(at, found.first) for found in opening)


def _home_after(at: At) -> bool:
    """`cao hơn mức 7,08% của cả nước`, `6,5% Quốc hội giao`: the whole country named right after the figure.

    What is a multiple of the country's (`gấp 2,3 lần bình quân chung cả nước`) is not the country's own.
    """
    if at.slot.figure.unit == "times":
        return False
    first, end = at.segment_after()
    found = at.knows.places.home.all(at.tokens, first, min(end, first + _COUNTRY_REACH))
    return any(name.first == first or at.tokens.word(name.first - 1) in at.grammar.place_links for name in found)


def is_abroad(place: str) -> bool:
    """Whether a place, or each of several, is another country."""
    return all(len(name) == _CODE and name.isupper() for name in place.split(",")) and place != HOME
