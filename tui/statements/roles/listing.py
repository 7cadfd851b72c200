"""Lists of targets, of what came of them and of what is expected, that go on from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from tui.statements.referred import leads_far, tells_outcomes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tui.model import Role
    from tui.statements.at import Knowledge
    from tui.statements.reading import Reading
    from tui.statements.roles.case import Judged, Listing

# after the number or letter of an item: `a)`, `1.`
_ITEM_MARKS = frozenset(".)/")
_ENDING = 3  # tokens after the aims that a sentence ends by naming
_ADOPTING, _NAMELY = ("thông", "qua"), ("cụ", "thể")
_LATELY_REACH = 4  # words, in `Nhiệm kỳ qua, …`
_NUMBER_REACH = 4  # from the name of a scenario to the colon after its number
# rules that say that the text has turned to something else
_CLOSING_RULES = frozenset({"reported", "elapsed-since", "forecast-cue", "bracketed-base"})


def keeps_listing(reading: Reading, knows: Knowledge, *, nearby: bool) -> bool:
    """Whether an open list reaches into this sentence: where it is `nearby`, or as an item."""
    item = reading.tokens.word(0) in knows.grammar.items or reading.tokens.word(1) in _ITEM_MARKS
    item = item or reading.tokens.words[:2] == _NAMELY
    opens_with_time = bool(reading.times) and reading.times[0].first <= 1 and not leads_far(reading, reading.times[0])
    opening = reading.tokens.words[:_LATELY_REACH]
    # not `Đại hội thông qua …`
    lately = any(word in knows.grammar.lately and pair != _ADOPTING for word, pair in _ends(opening))
    return item or (nearby and not (opens_with_time or lately))


def _ends(words: Sequence[str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each word but the first, with the pair that it ends."""
    return ((later, (sooner, later)) for sooner, later in pairwise(words))


def announces(reading: Reading) -> bool:
    """Whether a sentence ends by telling that a list follows."""
    words = [word for word in reading.tokens.words[-4:] if word != "."]
    return words[-1:] == [":"] or words[-2:] in (["như", "sau"], ["sau", "đây"], ["yếu", "sau"], ["bản", "sau"])


def adopts(reading: Reading, knows: Knowledge) -> bool:
    """Whether a sentence tells of a plan's adoption, so that what follows lists its targets."""
    counted = any(  # `Đại hội thông qua 33 chỉ tiêu`
        slot.figure.noun.startswith("chỉ tiêu")
        and reading.tokens.words[max(0, slot.first - 2) : slot.first] == _ADOPTING
        for slot in reading.slots
    )
    return counted or next(iter(knows.cues.adopted.all(reading.tokens)), None) is not None


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that has been read, as lists look at it.

    reading: its words
    roles: one for each of its figures
    goes_on: the role that the text goes on in after it; empty without one
    heads: it is the first of the report
    """

    reading: Reading
    roles: Sequence[Judged]
    goes_on: Role | Literal[""]
    heads: bool


def goes_on_listing(told: Told, knows: Knowledge, *, open_before: Listing, here: Listing) -> Listing:
    """What a list tells that is open after a sentence, which it was `open_before` and `here` reaches."""
    reading, roles = told.reading, told.roles
    announced = _announced(reading, roles, knows)
    if announced:
        return announced
    if here == "forecast":
        return here
    if any(judged.rule in _CLOSING_RULES for judged in roles):
        return ""
    opened = next(iter(knows.cues.lists.all(reading.tokens)), None) is not None and not _of_outcomes(reading, knows)
    if opened and (told.goes_on == "target" or announces(reading) or adopts(reading, knows) or _headed(told, knows)):
        return "target"
    aims = any(judged.role == "target" for judged in roles)
    if here == "result" and not aims:
        return here  # `Kết quả thực hiện các chỉ tiêu:`
    goes_on = open_before == "target" and (aims or all(judged.role == "context" for judged in roles))
    return "target" if goes_on else ""


def _headed(told: Told, knows: Knowledge) -> bool:
    """`Các chỉ tiêu kinh tế - xã hội năm 2018`: a headline that names a year's aims, and nothing that came of them."""
    tokens = told.reading.tokens
    met = any(True for _ in knows.cues.achieving.all(tokens)) or not knows.grammar.marks.isdisjoint(tokens.words)
    yearly = any(slot.time.kind == "year" for slot in told.reading.times)
    return told.heads and not told.roles and yearly and not met


def _announced(reading: Reading, roles: Sequence[Judged], knows: Knowledge) -> Listing:
    """What a sentence announces that follows it: aims, what is expected of them, or a scenario."""
    tokens = reading.tokens
    led = tokens.word(0) in knows.grammar.scenario_leads
    opened = knows.cues.scenarios.at(tokens, int(led))
    sign = "," if led else ":"  # `Kịch bản 1: Tăng trưởng cả năm đạt 8%.`, `Theo kịch bản 2, cả năm tăng 8%.`
    if opened and any(tokens.word(index) == sign for index in range(opened.end, opened.end + _NUMBER_REACH)):
        return "forecast"
    if roles:
        return ""
    if _alters(reading, knows) or _sets_aims(reading, knows):
        return "target"
    return _told_of(reading, knows) if announces(reading) else ""


def _told_of(reading: Reading, knows: Knowledge) -> Listing:
    """What the aims are named for that a sentence announces: to be set, to be foreseen, or for what came of them."""
    cues = list(knows.cues.roles.all(reading.tokens))
    foreseen = [cue for cue in cues if cue.value == "forecast"]
    aimed = any(cue.value == "target" for cue in cues)
    if foreseen and (not aimed or any(knows.cues.achieving.at(reading.tokens, cue.end) for cue in foreseen)):
        return "forecast"  # `dự báo kết quả thực hiện các chỉ tiêu như sau:`
    if not aimed:
        return ""
    return "result" if _of_outcomes(reading, knows) else "target"


def _sets_aims(reading: Reading, knows: Knowledge) -> bool:
    """`Quốc hội xác định hệ thống chỉ tiêu chủ yếu.`: whether a sentence ends by naming aims that somebody sets."""
    words, named = reading.tokens.words, list(knows.cues.lists.all(reading.tokens))
    if not named or len(words) - named[-1].end > _ENDING:
        return False
    verbs = words[: named[-1].first]
    met = any(True for _ in knows.cues.achieving.all(reading.tokens)) or not knows.grammar.marks.isdisjoint(verbs)
    return not met and any(" ".join(pair) in knows.grammar.setting for pair in pairwise(verbs))


def _alters(reading: Reading, knows: Knowledge) -> bool:
    """`Chính phủ đề nghị Quốc hội điều chỉnh một loạt chỉ tiêu`: whether somebody asks for aims to be altered."""
    aims = [cue for cue in knows.cues.roles.all(reading.tokens) if cue.value == "target"]
    for asked, altered in pairwise(aims):
        between = reading.tokens.words[asked.end : altered.first]
        if not knows.grammar.altering.isdisjoint(between) and not knows.grammar.many.isdisjoint(between):
            return True
    return False


def _of_outcomes(reading: Reading, knows: Knowledge) -> bool:
    """Whether the aims that a sentence names last are told of by what came of them."""
    aim = max((cue.first for cue in knows.cues.roles.all(reading.tokens) if cue.value == "target"), default=0)
    return tells_outcomes(reading, aim, knows.cues)
