"""Lists of targets that go on from sentence to sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.statements.at import Knowledge
    from tui.statements.reading import Reading
    from tui.statements.roles.case import Judged

# after the number or letter of an item: `a)`, `1.`
_ITEM_MARKS = frozenset(".)/")
# rules that say that the text has turned to something else
_CLOSING_RULES = frozenset({"reported", "elapsed-since", "forecast-cue", "bracketed-base"})


def keeps_listing(reading: Reading, knows: Knowledge, *, nearby: bool) -> bool:
    """Whether an open list of targets reaches into this sentence: where it is `nearby`, or as an item."""
    item = reading.tokens.word(0) in knows.grammar.items or reading.tokens.word(1) in _ITEM_MARKS
    opens_with_time = bool(reading.times) and reading.times[0].first <= 1
    return item or (nearby and not opens_with_time)


def announces(reading: Reading) -> bool:
    """Whether a sentence ends by telling that a list follows."""
    words = [word for word in reading.tokens.words[-4:] if word != "."]
    return words[-1:] == [":"] or words[-2:] in (["như", "sau"], ["sau", "đây"])


def adopts(reading: Reading, knows: Knowledge) -> bool:
    """Whether a sentence tells of a plan's adoption, so that what follows lists its targets."""
    return next(iter(knows.cues.adopted.all(reading.tokens)), None) is not None


def goes_on_listing(reading: Reading, roles: Sequence[Judged], knows: Knowledge, *, listing: bool) -> bool:
    """Whether a list of targets is open after this sentence."""
    if any(judged.rule in _CLOSING_RULES for judged in roles):
        return False
    opened = next(iter(knows.cues.lists.all(reading.tokens)), None) is not None
    aims = any(judged.role == "target" for judged in roles)
    told = (
        not roles and announces(reading) and any(cue.value == "target" for cue in knows.cues.roles.all(reading.tokens))
    )
    if told:
        return True
    if opened and (aims or announces(reading) or adopts(reading, knows)):
        return True
    return listing and (aims or all(judged.role == "context" for judged in roles))
