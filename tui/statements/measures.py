"""Whether a figure gives a level, a change, a share of a whole or the progress of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from tui.figures.phrases import Match
from tui.model import Measure
from tui.statements.cues import Cues
from tui.statements.lexicon import Indicator
from tui.statements.reading import Reading, Slot
from tui.statements.subjects import Subject

_LEVEL_VERBS = frozenset({"đạt", "là", "ở", "có", "còn", "với", "bằng", "chi", "thu", "mức", "lên", "xuống", "từ", "đến", "tới", "về", "thêm", "trị", "giá"})  # fmt: skip
_LARGE = 10000  # a ratio of sums, not of counts
_CHANGES = frozenset({"tăng", "giảm", "vượt", "hụt", "thấp", "cao"})


@dataclass(frozen=True, slots=True)
class Before:
    """The figure before: its measure and unit."""

    measure: Measure
    unit: str


def measure_of(
    reading: Reading, index: int, subject: Subject, indicator: Indicator | None, cues: Cues, before: Before | None
) -> Measure:
    """What figure `index` gives of its subject; `before` is the figure before it in the text."""
    slot = reading.slots[index]
    unit, words = slot.figure.unit, reading.tokens.words
    if unit in {"pp", "times"}:
        return "growth"
    same = words[max(0, slot.first - 2) : slot.first] in {("tương", "đương"), ("tương", "ứng")}
    if same and before and before.measure == "growth":
        return "growth"
    if unit == "ratio":
        return _ratio(reading, index, cues)
    if unit == "%":
        same_kind = before is not None and (
            before.unit == "%" or (before.unit == "ratio" and before.measure == "progress")
        )
        inherited = before.measure if before and same_kind and subject.found == "inherited" else None
        return _percentage(reading, index, subject, indicator, cues, inherited)
    return _amount(reading, index, cues)


def _ratio(reading: Reading, index: int, cues: Cues) -> Measure:
    slot = reading.slots[index]
    if slot.figure.high >= _LARGE:
        return "progress"
    if cues.plan.at(reading.tokens, slot.end):
        return "progress" if not slot.figure.noun.startswith(("chỉ tiêu", "mục tiêu")) else "level"
    if (
        "thành" in reading.tokens.words[max(0, slot.first - 4) : slot.first]
        and "hoàn" in reading.tokens.words[max(0, slot.first - 5) : slot.first]
    ):
        return "progress"
    fraction = slot.figure.low <= 3 and slot.figure.high <= 4
    return "share" if fraction else "level"


def _percentage(
    reading: Reading, index: int, subject: Subject, indicator: Indicator | None, cues: Cues, inherited: Measure | None
) -> Measure:
    slot, tokens = reading.slots[index], reading.tokens
    moved, first, end = "", slot.first, slot.first
    for first, end in reading.segments_before(index):
        moved = _nearest(reading, first, end, cues)
        if moved:
            break
    if cues.plan.at(tokens, slot.end):
        return "growth" if moved == "growth" and _change_verb(reading, first, end) else "progress"
    if tokens.word(slot.first - 1) == "bằng" and _compares_times(reading, index):
        return "growth"
    if slot.of_gdp or subject.found == "share":
        return "share"
    if not moved and inherited:
        return inherited
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


def _compares_times(reading: Reading, index: int) -> bool:
    """`bằng 82% so với năm 2012`, `bằng 75,2% cùng kỳ`."""
    opening = reading.in_brackets(index)
    if opening is not None and "với" in reading.tokens.words[max(0, opening - 8) : opening]:
        return True
    first, end = reading.segment_after(index)
    return any(
        first <= slot.first < end and (slot.time.kind == "compare" or "với" in reading.tokens.words[first : slot.first])
        for slot in reading.times
    )


def _change_verb(reading: Reading, first: int, end: int) -> bool:
    return any(reading.tokens.words[at] in _CHANGES for at in range(max(first, end - 4), end))


def _nearest(reading: Reading, first: int, end: int, cues: Cues) -> str:
    """What the last telling word of a clause speaks for: growth, share, level or nothing."""
    tokens, own = reading.tokens, next((slot for slot in reading.slots if slot.first >= end), None)
    in_range = own is not None and own.figure.bound == "range"
    found, at = "", first
    while at < end:
        for kind, phrases in (("growth", cues.growth), ("share", cues.shares), ("level", cues.level_after)):
            match = phrases.at(tokens, at)
            if match and match.end <= end:
                if not _idle(reading, match, end, own):
                    found = _weigh(found, kind, tokens.words[match.first], in_range=in_range)
                at = match.end - 1
                break
        at += 1
    return found


def _idle(reading: Reading, match: Match[bool], end: int, own: Slot | None) -> bool:
    """Words that only compare or bound the figure: `vượt 35%`, `không thấp hơn 4%`, `cao hơn mức 3,44%`."""
    tokens, word = reading.tokens, reading.tokens.words[match.first]
    if word == "vượt":
        return own is not None and own.figure.bound == "over"
    if word in {"cao", "thấp"}:
        return tokens.word(match.first - 1) == "không" or tokens.words[match.end : end][:1] in {
            ("mức",),
            ("trần",),
            ("con",),
        }
    return False


def _weigh(found: str, kind: str, word: str, *, in_range: bool) -> str:
    if kind == "share" and word == "tỉ" and found == "growth":
        return found  # `giảm tỷ lệ hộ nghèo 1,5%`
    if kind != "level":
        return kind
    if word in {"đạt", "đến", "tới"} or (word == "từ" and in_range):
        return found
    return "level"


def _amount(reading: Reading, index: int, cues: Cues) -> Measure:
    """An amount of money or things is a change only after a verb of change."""
    slot, tokens = reading.slots[index], reading.tokens
    first, end = next(iter(reading.segments_before(index)), (slot.first, slot.first))
    if slot.figure.unit.isupper() and "thêm" in tokens.words[max(first, end - 2) : end]:
        return "growth"
    for at in range(end - 1, first - 1, -1):
        growth = cues.growth.at(tokens, at)
        if growth and growth.end <= end and not _idle(reading, growth, end, slot):
            return "growth" if tokens.words[at] not in {"tốc", "mức"} and tokens.word(at + 1) != "trưởng" else "level"
        if tokens.words[at] in _LEVEL_VERBS:
            return "level"
    return "level"
