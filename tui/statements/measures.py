"""Whether a figure gives a level, a change, a share of a whole or the progress of a plan."""

from __future__ import annotations

from tui.model import Measure
from tui.statements.cues import Cues
from tui.statements.lexicon import Indicator
from tui.statements.reading import Reading
from tui.statements.subjects import Subject

_LEVEL_VERBS = frozenset({"đạt", "là", "ở", "có", "còn", "với", "bằng", "chi", "thu", "mức", "lên", "xuống", "từ", "đến", "tới", "về", "thêm", "trị", "giá"})  # fmt: skip
_CHANGES = frozenset({"tăng", "giảm", "vượt", "hụt", "thấp", "cao"})


def measure_of(
    reading: Reading, index: int, subject: Subject, indicator: Indicator | None, cues: Cues, before: Measure | None
) -> Measure:
    """What figure `index` gives of its subject; `before` is the measure of the figure before it."""
    slot = reading.slots[index]
    unit, words = slot.figure.unit, reading.tokens.words
    if unit in {"pp", "times"}:
        return "growth"
    if before == "growth" and words[max(0, slot.first - 2) : slot.first] in {("tương", "đương"), ("tương", "ứng")}:
        return "growth"
    if unit == "ratio":
        return _ratio(reading, index, cues)
    if unit == "%":
        return _percentage(reading, index, subject, indicator, cues)
    return _amount(reading, index, cues)


def _ratio(reading: Reading, index: int, cues: Cues) -> Measure:
    slot = reading.slots[index]
    if cues.plan.at(reading.tokens, slot.end):
        return "progress" if not slot.figure.noun.startswith(("chỉ tiêu", "mục tiêu")) else "level"
    fraction = slot.figure.low <= 3 and slot.figure.high <= 4
    return "share" if fraction else "level"


def _percentage(reading: Reading, index: int, subject: Subject, indicator: Indicator | None, cues: Cues) -> Measure:
    slot, tokens = reading.slots[index], reading.tokens
    moved, first, end = "", slot.first, slot.first
    for first, end in reading.segments_before(index):
        moved = _nearest(reading, first, end, cues)
        if moved:
            break
    if cues.plan.at(tokens, slot.end):
        return "growth" if moved == "growth" and _change_verb(reading, first, end) else "progress"
    if slot.of_gdp or subject.found == "share":
        return "share"
    if moved == "growth" or (indicator is None and _speaks_of_growth(reading, index)):
        return "growth"
    if moved == "share" and not (indicator and indicator.percent in {"growth", "level"} and subject.found == "named"):
        return "share"
    if indicator and (subject.found != "inherited" or indicator.percent != "progress"):
        return indicator.percent
    if cues.shares_after.at(tokens, slot.end) or moved in {"share", "level"}:
        return "share"
    return "growth" if _speaks_of_growth(reading, index) else "share"


def _speaks_of_growth(reading: Reading, index: int) -> bool:
    """`tốc độ tăng`, `mức tăng trưởng`, `gia tăng` somewhere in the clauses before."""
    words = reading.tokens.words
    return any(
        words[at : at + 2] in {("tăng", "trưởng"), ("gia", "tăng"), ("độ", "tăng"), ("mức", "tăng")}
        for first, end in reading.segments_before(index)
        for at in range(first, end)
    )


def _change_verb(reading: Reading, first: int, end: int) -> bool:
    return any(reading.tokens.words[at] in _CHANGES for at in range(max(first, end - 4), end))


def _nearest(reading: Reading, first: int, end: int, cues: Cues) -> str:
    """What the last telling word of a clause speaks for: growth, share, level or nothing."""
    tokens, slot_range = reading.tokens, any(slot.first == end and slot.figure.bound == "range" for slot in reading.slots)
    found, at = "", first
    while at < end:
        for kind, phrases in (("growth", cues.growth), ("share", cues.shares), ("level", cues.level_after)):
            match = phrases.at(tokens, at)
            if match and match.end <= end:
                found = _weigh(found, kind, tokens.words[match.first], in_range=slot_range)
                at = match.end - 1
                break
        at += 1
    return found


def _weigh(found: str, kind: str, word: str, *, in_range: bool) -> str:
    if kind != "level":
        return kind
    if word in {"đạt", "đến", "tới"} or (word == "từ" and in_range):
        return found
    return "level"


def _amount(reading: Reading, index: int, cues: Cues) -> Measure:
    """An amount of money or things is a change only after a verb of change."""
    slot, tokens = reading.slots[index], reading.tokens
    first, end = next(iter(reading.segments_before(index)), (slot.first, slot.first))
    for at in range(end - 1, first - 1, -1):
        growth = cues.growth.at(tokens, at)
        if growth and growth.end <= end:
            return "growth" if tokens.words[at] not in {"tốc", "mức"} and tokens.word(at + 1) != "trưởng" else "level"
        if tokens.words[at] in _LEVEL_VERBS:
            return "level"
    return "level"
