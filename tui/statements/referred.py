"""The times of a sentence: those that its figures can cover, and those that it only refers to."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.statements.cues import Cues
    from tui.statements.reading import Reading, Slot, TimeSlot

_REACH = 8  # from a comparison to its time
_TOLD_REACH = 3
_HELD_REACH, _OF_SPAN = 5, 2
_ADOPTED, _BROUGHT_OVER = ("thông", "qua"), ("chuyển", "sang")
_PARTING = frozenset({"thì", "khi"})
_FROM, _UP_TO, _STRETCH_REACH = "từ", frozenset({"đến", "tới", "-", "–"}), 3
_LONGEST_REFERENCE = 5  # words
_IF, _THEN, _SOURCE, _INTO = "nếu", "thì", "nguồn", "sang"
_REGULAR = ("thường", "kì")


def is_reference(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """Whether a time is only referred to (`so với năm 2013`, `cao nhất từ năm 2011`, `gấp đôi năm 2024`)."""
    if slot.time.kind in {"compare", "duration"} or is_of_telling(reading, slot, cues):
        return True
    if _is_of_event(reading, slot, cues) or _is_supposed(reading, slot, cues) or _joins_compared(reading, slot):
        return True
    if slot.time.kind == "years" and any(
        0 <= slot.first - time.end <= _OF_SPAN and time.time.kind == "compare" for time in reading.times
    ):
        return True  # `cao nhất cùng kỳ giai đoạn 2011-2025`
    figure = _figure_before(reading, slot.first)
    if _is_of_source(reading, slot, figure):
        return True
    if figure is not None and 0 <= slot.first - figure.end <= 1 and _multiple(reading, figure):
        return not any(reading.cuts(at) for at in range(max(0, slot.first - 1), slot.first))
    return _follows_reference(reading, slot, cues)


def _is_of_source(reading: Reading, slot: TimeSlot, figure: Slot | None) -> bool:
    """`từ nguồn tăng thu, tiết kiệm chi năm 2024`, `cả vốn năm trước chuyển sang`: the year that money comes from."""
    if reading.tokens.words[slot.end : slot.end + 2] == _BROUGHT_OVER:
        return True
    led = reading.tokens.words[max(figure.end if figure else 0, slot.first - _REACH) : slot.first]
    return slot.time.kind == "year" and _SOURCE in led and led[-1] != _INTO


def _joins_compared(reading: Reading, slot: TimeSlot) -> bool:
    """`chỉ hơn cùng kỳ năm 2020 và 2021`: a year listed after one that is compared with."""
    if reading.tokens.word(slot.first - 1) != "và" or slot.time.kind != "year":
        return False
    before = reading.time_before(slot.first)
    return before is not None and before.end == slot.first - 1 and before.time.kind == "compare"


def _figure_before(reading: Reading, at: int) -> Slot | None:
    """The last figure that begins before token `at`; None without one."""
    before = bisect_left(reading.slots, at, key=lambda slot: slot.first)
    return reading.slots[before - 1] if before else None


def leads_far(reading: Reading, slot: TimeSlot) -> bool:
    """`đến năm 2030`: a year that something leads up to, whenever that is said."""
    return reading.tokens.word(slot.first - 1) in {"đến", "tới"}


def is_of_telling(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """Whether something was aimed at or foretold then: `dự báo 5% hồi tháng 4`, `công bố vào tháng 9`."""
    near = max(0, slot.first - _TOLD_REACH)
    led = reading.tokens.words[near : slot.first]
    if led[-2:] == _ADOPTED:
        return True  # `nghị quyết được thông qua tháng 11 năm ngoái`
    if led[-1:] != ("hồi",) and not any(True for _ in cues.published.all(reading.tokens, near, slot.first)):
        return False
    following = next((figure.first for figure in reading.slots if figure.first >= slot.end), slot.end)
    stop = following if led[-1:] == ("hồi",) else slot.first  # `nghị quyết hồi tháng 12 chỉ đề ra mức 6,5%`
    return any(cue.value in {"target", "forecast"} for cue in cues.roles.all(reading.tokens, 0, stop))


def _is_of_event(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`tại phiên khai mạc ngày 20/10, Chính phủ trình …`: the day of the telling, which no figure covers."""
    if slot.time.kind != "day" or slot.time.year:
        return False
    return any(True for _ in cues.events.all(reading.tokens, max(0, slot.first - _HELD_REACH), slot.first))


def names_session(reading: Reading, slot: TimeSlot) -> bool:
    """`phiên họp Chính phủ thường kỳ tháng 6`: a month that only says which meeting it is."""
    first = slot.first
    return slot.time.kind == "month" and reading.tokens.words[max(0, first - 2) : first] == _REGULAR


def _is_supposed(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`nếu dịch được kiểm soát trong quý III thì GDP tăng 5%`: when the condition is met, not what is foretold for."""
    words = reading.tokens.words
    if slot.time.kind == "year" or not reading.tokens.vocabulary.issuperset((_IF, _THEN)):
        return False
    opened = next((at for at in range(slot.first - 1, -1, -1) if words[at] == _IF), None)
    then = next((at for at in range(slot.end, len(words)) if words[at] == _THEN), None)
    if opened is None or then is None or not cues.seen_from.isdisjoint(words[opened + 1 : opened + 3]):
        return False
    return not any(opened < figure.first < then for figure in reading.slots)


def tells_outcomes(reading: Reading, aim: int, cues: Cues) -> bool:
    """`Kết quả thực hiện các chỉ tiêu năm 2018:`: what came of the aims named at token `aim`, and of nothing beside."""
    words = reading.tokens.words
    head = next(iter(cues.outcomes.all(reading.tokens, 0, aim)), None)
    if head is None or "và" in words[head.end : aim]:
        return False
    return not any(reading.cuts(at) for at in range(head.end, aim))


def _multiple(reading: Reading, slot: Slot) -> bool:
    """`gấp đôi`, `2/3`, `bằng 97%`: a number that holds something against the time after it."""
    if slot.figure.unit == "%":
        return reading.tokens.word(slot.first - 1) == "bằng"
    return slot.figure.unit in {"times", "ratio"}


def _follows_reference(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """Whether a word of reference stands right before a time, or a comparison leads to it."""
    tokens, figure = reading.tokens, _figure_before(reading, slot.first)
    figured = figure.end if figure else 0  # no comparison reaches a time across a figure
    if cues.reference.before(tokens, slot.first, longest=_LONGEST_REFERENCE):
        return not (_is_deadline(reading, slot, cues) or _takes_effect(reading, slot))
    # a time before it is what is compared with, but in `so với quý I các năm giai đoạn 2020-2025`
    earlier = (time.end for time in reading.times if time.end < slot.first - 1 and slot.time.kind != "years")
    figured = max(figured, *earlier, 0)
    for at in range(slot.first, max(-1, slot.first - _REACH), -1):
        if at < slot.first and (at < figured or (reading.cuts(at) and tokens.words[at] != "-")):
            return False
        if cues.compared.before(tokens, at):
            return True
    return False


def _is_deadline(reading: Reading, slot: TimeSlot, cues: Cues) -> bool:
    """`phấn đấu vượt 15 tỷ USD trước năm 2028`, `… trước ngày 30/9`: by when an aim is to be reached."""
    led = reading.tokens.word(slot.first - 1) == "trước" and (bool(slot.time.year) or slot.time.kind == "day")
    return led and any(cue.value == "target" for cue in cues.roles.all(reading.tokens, 0, slot.first))


def _takes_effect(reading: Reading, slot: TimeSlot) -> bool:
    """`lương cơ sở từ 1/7/2023 tăng lên 1,8 triệu đồng`: the day from which a number holds, no stretch's start."""
    word = reading.tokens.word
    led = word(slot.first - 1) == _FROM or (word(slot.first - 1) == "ngày" and word(slot.first - 2) == _FROM)
    stretch = any(word(at) in _UP_TO for at in range(slot.end, slot.end + _STRETCH_REACH))
    return slot.time.kind == "day" and led and not stretch


def usable_times(reading: Reading, cues: Cues) -> tuple[TimeSlot, ...]:
    """The times of a sentence that figures can cover, in order."""
    return tuple(slot for slot in reading.times if not is_reference(reading, slot, cues))


def unspent(times: Sequence[TimeSlot], reading: Reading, spent: Sequence[int]) -> list[TimeSlot]:
    """Those of the times that do not stand right after one of the figures `spent`, which are bases."""
    ranges = [_said_after(reading, index) for index in spent]
    return [slot for slot in times if not any(first <= slot.first < end for first, end in ranges)]


def _said_after(reading: Reading, index: int) -> tuple[int, int]:
    """`mục tiêu 5% cả năm thì quý IV phải tăng 6%`, `6% như kế hoạch khi quý I tăng 5%`: what is said of a figure."""
    first, end = reading.segment_after(index)
    words = reading.tokens.words
    return first, next((at for at in range(first, end) if words[at] in _PARTING), end)
