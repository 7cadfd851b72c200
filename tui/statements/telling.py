"""The word before a figure that tells whether a percentage is a change, a share or a level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.statements.at import At

Kind = Literal["growth", "share", "level", ""]

_STEP_REACH = 5
_SO_WITH = ("so", "với")
_OPEN = frozenset({"range", "at_least"})  # `từ 6% đến 7%`, `từ 7% trở lên`: no first number of a change


@dataclass(frozen=True, slots=True)
class Telling:
    """The clause before a percentage that tells most, nearest first.

    kind: what its last telling word speaks for; empty where no clause tells anything
    first, end: its token range
    """

    kind: Kind
    first: int
    end: int


def telling(at: At) -> Telling:
    """The nearest clause before the figure with a word that tells what a percentage gives."""
    told = Telling("", at.slot.first, at.slot.first)
    for first, end in at.segments_before():
        told = Telling(_last_kind(at, first, end), first, end)
        if told.kind:
            break
    return told


def _last_kind(at: At, first: int, end: int) -> Kind:
    """What the last telling word of a clause speaks for."""
    found: Kind = ""
    index = first
    while index < end:
        kind, match = _kind_at(at, index, end)
        if match:
            if not only_compares(at, match, end):
                found = _weigh(at, found, kind, match.first)
            index = match.end - 1
        index += 1
    return found


def _kind_at(at: At, index: int, end: int) -> tuple[Kind, Match[bool] | None]:
    """What a telling phrase at token `index` speaks for, and the phrase, if it stands before `end`."""
    kinds: tuple[Kind, ...] = ("growth", "share", "level")
    for kind, phrases in zip(kinds, (at.cues.growth, at.cues.shares, at.cues.level_after), strict=True):
        match = phrases.at(at.tokens, index)
        if match and match.end <= end:
            return kind, match
    return "", None


def only_compares(at: At, match: Match[bool], end: int) -> bool:
    """Words that only compare or bound the figure, or name a side of it: `vượt 35%`, `không thấp hơn 4%`."""
    word = at.words[match.first]
    if word == "vượt":  # not `vượt hơn 9,97% chỉ tiêu`
        more = at.tokens.word(match.end) in at.grammar.approximations - {"mức"}
        return at.slot.figure.bound == "over" and not (more or _by_that_much(at))
    if word == "hụt":
        return at.tokens.word(match.first - 1) == "thâm"  # a deficit, not a change
    if word == "về":
        return at.tokens.word(match.end) in at.grammar.sides  # `16% về lượng và 0,8% về giá trị`
    if word in {"cao", "thấp"}:
        followed = match.end < end and at.words[match.end] in at.grammar.heights
        return at.tokens.word(match.first - 1) == "không" or followed
    return False


def _by_that_much(at: At) -> bool:
    """`vượt 41 tỷ đồng so với mức đã duyệt`: what something was exceeded by, not a mark that was passed.

    Nor can a mark be much less than the amount that passed it: `quyết toán 828 tỷ đồng, vượt 12 tỷ đồng`.
    """
    figure, before = at.slot.figure, at.reading.slots[at.index - 1].figure if at.index else None
    lesser = before is not None and before.unit == figure.unit != "%" and 2 * figure.high < before.low
    return lesser or at.words[at.slot.end : at.slot.end + 2] == _SO_WITH


def _changes_on(at: At) -> bool:
    """`giảm từ 5% xuống 4%`: whether the figure is the first of a change; not `tăng từ 7% trở lên`."""
    if at.slot.figure.bound in _OPEN:
        return False
    following = at.words[at.slot.end : at.slot.end + _STEP_REACH]
    return not at.grammar.steps.isdisjoint(following)


def _weigh(at: At, found: Kind, kind: Kind, index: int) -> Kind:
    """What a clause speaks for with one more telling word, that at token `index`, of a `kind`."""
    word, before = at.words[index], at.tokens.word(index - 1)
    if kind == "share" and word == "tỉ" and found == "growth":
        return found  # `giảm tỷ lệ hộ nghèo 1,5%`
    if kind == "growth" and before in at.grammar.into:
        return found  # `đóng góp vào tăng trưởng 45%`
    if kind == "level" and (word in at.grammar.reaching or (word == "từ" and not _changes_on(at))):
        return found
    return kind
