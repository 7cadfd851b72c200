"""Rules for a number that another is held against: a level compared with, an aim, how much of a plan was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.roles.case import Case, Judged
from tui.statements.roles.reach import by_how_much

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.statements.at import At
    from tui.statements.cues import CueKind

_NEAR = 3
_IS, _EQUAL = "là", "bằng"
_PLAIN_WORDS = 10  # between a comparison and what is compared with
_CEILINGS = frozenset({"under", "at_most", "at_least"})


def met_plan(case: Case) -> Judged | None:
    """`so với dự toán Trung ương giao đạt 59,9%`: how much of an aim was done, unless that is aimed at as well."""
    at = case.at
    first = at.held_to_plan()
    if first is None:
        return None
    if any(cue.value in {"target", "forecast"} and at.floor <= cue.first < first for cue in at.role_cues):
        return None
    return Judged("result", at.printed(first, first + 2), "reported")


def held_against(case: Case) -> Judged | None:
    """`so với mức 5,9% cùng kỳ`; against an aim (`so với mục tiêu 6,7%`) the figure is the target."""
    at = case.at
    figure = at.slot.figure
    if figure.unit in {"times", "pp"} or figure.bound in _CEILINGS or at.cues.compared.at(at.tokens, at.slot.end):
        return None
    first, end = span_before(at)
    for match in reversed(list(at.cues.compared.all(at.tokens, first, end))):
        if not _compares(case, match, end) or _of_a_whole(at, match):
            continue
        aim = _aim_between(at, match.end, end)
        if aim and by_how_much(at, aim.first, aim.end) and at.bracket is None and not _is_level(at):
            return None  # `nhỉnh hơn dự toán 0,8%`
        if aim:
            return Judged("target", at.quoted(aim), "held-against-target")
        if _differs_by(at, match, end) or _falls_short(at, match):
            return None
        if _plain_between(at, match.end, end) and not _announced(at, match.end, end):
            return _base(at, match, end)
    return None


def _base(at: At, match: Match[bool], end: int) -> Judged:
    """The base after a comparison; `ít hơn năm 2022 (9.800 tỷ đồng)` has its time before its bracket."""
    if at.bracket is not None and _dated(at, match.end, end):
        return Judged("base", at.quoted(match), "bracketed-base")
    return Judged("base", at.quoted(match), "held-against")


def _is_level(at: At) -> bool:
    """`thấp hơn dự toán 3,8% GDP`, `thấp hơn dự toán là 3,8%`: what was aimed at, not by how much it was missed."""
    return at.slot.of_gdp or at.tokens.word(at.slot.first - 1) == _IS


def _of_a_whole(at: At, match: Match[bool]) -> bool:
    """`nhập siêu so với kim ngạch xuất khẩu khoảng 3,5%`: how much one thing is of another."""
    name = at.knows.lexicon.names.at(at.tokens, match.end)
    return at.slot.figure.unit == "%" and at.words[match.first] == "so" and name is not None


def span_before(at: At) -> tuple[int, int]:
    """The figure's clause up to it; a bracket right before the figure is looked past."""
    opening = at.bracket
    if opening is None or not at.grammar.approximations.issuperset(at.words[opening + 1 : at.slot.first]):
        return at.own_clause()
    start = opening
    while start > at.floor and not at.reading.cuts(start - 1):
        start -= 1
    return start, opening


def _compares(case: Case, match: Match[bool], end: int) -> bool:
    """Whether a comparison is with the figure: not `gấp`, `không cao hơn`, nor with what is named only after it."""
    at = case.at
    if at.words[match.first] == "gấp" or at.tokens.word(match.first - 1) == "không":
        return False
    if match.end < case.named_at < at.slot.first:
        return False
    return match.end != end or at.words[end - 1] != "hơn" or _of_another(at)


def _of_another(at: At) -> bool:
    """Whether a number after a bare `cao hơn` belongs to another time or thing (`cao hơn 5% của năm ngoái`)."""
    first, end = at.segment_after()
    if at.words[first : first + 2] == ("/", "năm"):
        return False  # `phấn đấu tăng trưởng cao hơn 8%/năm`
    return any(at.words[index] in {"của", "năm"} or at.reading.timed(index) for index in range(first, end))


def _aim_between(at: At, first: int, end: int) -> Match[CueKind] | None:
    """The last cue of an aim between a comparison and the figure, if it stands close to the figure."""
    aims = [cue for cue in at.cues.roles.all(at.tokens, first, end) if _is_aim(at, cue)]
    if not aims or aims[-1].end < end - _NEAR:
        return None
    return None if at.bracket is not None and _dated(at, aims[-1].end, end) else aims[-1]


def _dated(at: At, first: int, end: int) -> bool:
    """Whether a time begins in a range of tokens."""
    return any(first <= slot.first < end for slot in at.reading.times)


def _is_aim(at: At, cue: Match[CueKind]) -> bool:
    """`thấp hơn kịch bản 6,2%`: a scenario that something is held against was aimed at."""
    return cue.value == "target" or at.words[cue.first : cue.end] in {("kịch", "bản"), ("phương", "án")}


def _plain_between(at: At, first: int, end: int) -> bool:
    """Whether nothing between a comparison and the figure says that something new happened (`hơn cùng kỳ tới 5%`)."""
    if at.words[end - 1] == "tới" or "thì" in at.words[first:end]:
        return False  # `nếu so với tháng 12 năm trước thì đã tăng 6,5%`
    for index in range(first, end):
        moves = at.words[index] in at.grammar.moves and at.tokens.word(index - 1) not in at.grammar.move_names
        told_anew = " ".join(at.words[index - 1 : index + 1]) in at.grammar.told_anew
        if (moves and not at.reading.timed(index)) or told_anew:
            return False
    return end - first <= _PLAIN_WORDS


def _differs_by(at: At, match: Match[bool], end: int) -> bool:
    """`cao hơn năm 2011 khoảng 10%`: with only a time compared with, the number is the difference."""
    time = next((slot for slot in at.reading.times if slot.first == match.end), None)
    if at.words[match.end - 1] != "hơn" or time is None or at.bracket is not None:
        return False
    return at.grammar.approximations.issuperset(at.words[time.end : end])


def _falls_short(at: At, match: Match[bool]) -> bool:
    """`52,2 tạ, kém vụ trước 0,5 tạ`: what is higher than the number before cannot be less than it."""
    before = at.reading.slots[at.index - 1].figure if at.index else None
    less = at.words[match.first] in at.grammar.lesser and before is not None and before.unit == at.slot.figure.unit
    return less and before is not None and at.slot.figure.unit != "%" and at.slot.figure.high < before.low


def _announced(at: At, first: int, end: int) -> bool:
    """`giảm so với tháng trước lần lượt là 3,33%`: only a time is compared with, and the figure is news."""
    time = next((slot for slot in at.reading.times if slot.first == first), None)
    rest = set(at.words[time.end : end]) if time else set()
    return "là" in rest and rest <= at.grammar.announcing


def restated(at: At, last: Judged | None) -> Judged | None:
    """`18/40 km (45%)`, `4,2% GDP (150.000 tỷ đồng)`: the same, told once more in brackets.

    Not `bằng 105% (300.000 tỷ đồng)`, which says what the figure is so much of.
    """
    opening, before = at.bracket, at.reading.slots[at.index - 1]
    if last is None or opening is None or opening > before.end + before.of_gdp:
        return None
    parts = before.figure.unit == "times" or at.tokens.word(before.first - 1) == _EQUAL
    led, closed = at.words[opening + 1 : at.slot.first], at.tokens.word(at.slot.end + at.slot.of_gdp) == ")"
    alone = closed and at.grammar.approximations.issuperset(led)
    return Judged(last.role, last.cue, "restated", last.sure) if alone and not parts else None
