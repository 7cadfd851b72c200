"""Rules for numbers that only set the scene: who sat where, and how they voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.roles.case import Case, Judged

if TYPE_CHECKING:
    from tui.statements.at import At

_COUNTED = frozenset({"count", "ratio", "%"})
_GROUP_WORDS = (1, 2, 3)  # of the names of groups
_VOTE_REACH = 10
_SHARED = frozenset({("chiếm",), ("bằng",), ("đạt",)})


def scene(case: Case) -> Judged | None:
    """`63 điểm cầu`, `nhóm 17 bộ`: what is counted only tells of the setting."""
    at = case.at
    unit = at.slot.figure.unit
    if unit not in _COUNTED:
        return None
    if unit == "count" and any(" ".join(at.before(count)) in at.grammar.groups for count in _GROUP_WORDS):
        return Judged("context", at.printed(at.slot.first - 1, at.slot.first), "scene")
    if unit == "%" and _of_an_aim(at):
        return None  # `yêu cầu trên 90% dân cư được cấp nước`, `đi được 46% chặng đường`
    end = at.slot.end
    while unit == "%" and at.tokens.word(end) in at.grammar.wholes:  # `90% tổng số đại biểu`
        end += 1
    noun = at.cues.context.at(at.tokens, end)
    if noun and unit == "%" and at.tokens.word(end) == "dân":
        return None  # `95% dân cư thành thị`
    return Judged("context", at.quoted(noun), "scene") if noun and noun.value else None


def _of_an_aim(at: At) -> bool:
    """Whether a percentage is aimed at in its own clause, or tells how much of a plan is done."""
    start, _ = at.own_clause()
    aimed = any(cue.value == "target" and start <= cue.first < at.slot.first for cue in at.role_cues)
    return aimed or at.cues.plan.at(at.tokens, at.slot.end) is not None


def vote(case: Case) -> Judged | None:
    """`với tỷ lệ tán thành 91,37%`, `417/424 đại biểu biểu quyết tán thành (chiếm 84,93%)`."""
    at = case.at
    if at.slot.figure.unit not in _COUNTED:
        return None
    shared = at.bracket is not None or at.before(1) in _SHARED  # `449/461 đại biểu tán thành, chiếm 91,07%`
    if shared and case.last is not None and case.last.rule == "vote":
        return case.last
    start, _ = at.own_clause()
    spoken = ((max(start, at.slot.first - len(_GROUP_WORDS)), at.slot.first), at.segment_after())
    for first, end in spoken:
        stop = min(end, first + _VOTE_REACH)
        found = next(iter(at.cues.votes.all(at.tokens, first, stop)), None)
        if found:
            return Judged("context", at.quoted(found), "vote")
    return None
