"""What is measured where nothing says it: the growth of the economy, which forecasters and aims speak of most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.statements.subjects.clauses import fits
from tui.statements.subjects.subject import Subject, carries, known

if TYPE_CHECKING:
    from tui.statements.at import At

_GROWTH = "gdp"
_BESIDE = 3  # words before the number


def led_to(at: At, _before: Subject | None) -> Subject | None:
    """`Với 16,7%, lạm phát chỉ kém …`: what the next clause is about, where a sentence begins with its number."""
    if at.index or at.tokens.word(0) not in at.grammar.leading or not at.reading.cuts(at.slot.end):
        return None
    slots = at.reading.slots
    stop = slots[1].first if len(slots) > 1 else len(at.tokens)
    for name in at.knows.lexicon.names.all(at.tokens, at.slot.end, stop):
        for alias in name.value:
            if not alias.weak and carries(alias.indicator, at.slot.figure.unit) and fits(at, alias.indicator, name):
                return known(alias.indicator, "named", at.slot.first)
    return None


def foretold(at: At, before: Subject | None) -> Subject | None:
    """`IMF dự báo 5,8%, WB 5,5%`: growth, where a forecaster's sentence names nothing before its number."""
    slot = at.slot
    if at.index and before and not any(True for _ in at.cues.forecasters.all(at.tokens, at.floor, slot.first)):
        return None  # `hạ dự báo cho Trung Quốc từ 5% xuống 2,8%`: of what the number before is of
    growth = at.knows.lexicon.indicator(_GROWTH)
    if slot.figure.unit != "%" or slot.of_gdp or growth is None:
        return None
    told = any(cue.value == "forecast" and cue.end <= slot.first for cue in at.role_cues) or "số" in at.before(_BESIDE)
    spoken = any(True for _ in at.cues.forecasters.all(at.tokens, 0, slot.first))
    if not (told and spoken) or any(True for _ in at.knows.lexicon.names.all(at.tokens, 0, slot.first)):
        return None
    return known(growth, "named", slot.first, weak=True)


def aimed(at: At, _before: Subject | None) -> Subject | None:
    """`Để đạt 6,7% như Quốc hội giao, …`: growth, where a paragraph opens with an aim and names nothing before it.

    So does a sentence that begins `Mục tiêu 8% …`.
    """
    slot = at.slot
    growth = at.knows.lexicon.indicator(_GROWTH)
    if not (at.opens or _begins_with_aim(at)) or slot.figure.unit != "%" or slot.of_gdp or growth is None:
        return None
    aim = any(cue.value == "target" and cue.end <= slot.first for cue in at.role_cues)
    if not aim and not any(True for _ in at.cues.set_after.all(at.tokens, slot.end)):
        return None
    behind = at.segment_after()[1]
    if any(True for _ in at.knows.lexicon.names.all(at.tokens, 0, behind)) or at.cues.shares_after.at(
        at.tokens, slot.end
    ):
        return None
    return known(growth, "named", slot.first, weak=True)


def _begins_with_aim(at: At) -> bool:
    """Whether nothing but a word for an aim, and a sign before it, stands before the figure in its sentence."""
    if at.index > 0:
        return False
    led = tuple(word for word in at.words[: at.slot.first] if word.isalnum())
    return " ".join(led) in at.grammar.bare_aims
