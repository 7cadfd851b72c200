"""Which of several things named before (`lần lượt`) each of the figures that follow belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.figures.times import Time
from tui.statements.reading import TimeSlot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tui.statements.at import Knowledge
    from tui.statements.reading import Reading

_SINCE = "từ"
_REACH = 6  # from `lần lượt` to its first figure
_ITEM_WORDS = 12
_QUARTERS: Mapping[int, tuple[str, ...]] = {2: ("hai", "2"), 3: ("ba", "3"), 4: ("bốn", "4")}
_NUMERALS: Mapping[str, int] = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PARTS = frozenset({"month", "months", "half"})  # `5 tháng, 6 tháng, 7 tháng`
_ENUMERATED = frozenset({"day", "month", "months", "quarter", "half", "year"})


@dataclass(frozen=True, slots=True)
class Item:
    """What one figure of a row belongs to.

    first, end: its tokens
    time: the time that they are, if they are one
    later: the figure is not the first of its row
    """

    first: int
    end: int
    time: TimeSlot | None = None
    later: bool = False


def items_of(reading: Reading, knows: Knowledge) -> Mapping[int, Item]:
    """The item of each figure, by index, for those that a word such as `lần lượt` or a row before them deals out."""
    found: dict[int, Item] = {}
    told: set[int] = set()
    for match in knows.cues.respective.all(reading.tokens):
        row = _row(reading, match.end, knows)
        told.update(row)
        if len(row) > 1:
            items = _items(reading, knows, match.first, row)
            found.update(_dealt(row, items))
            if items and all(item.time for item in items):
                found.update(_dealt_on(reading, row[-1] + 1, items, knows))
    for row in _rows(reading, knows):
        if told.union(found).isdisjoint(row):
            found.update(_dealt(row, _said_in_a_row(reading, knows, row)))
    return found


def _rows(reading: Reading, knows: Knowledge) -> Iterator[range]:
    """The figures of one unit with nothing but a comma or `và` between them, where two or more are."""
    slots, words = reading.slots, reading.tokens.words
    first, count = 0, len(slots)
    while first < count:
        end = first + 1
        while end < count and slots[end].figure.unit == slots[first].figure.unit:
            if not knows.grammar.joints.issuperset(words[slots[end - 1].end : slots[end].first]):
                break
            end += 1
        if end - first > 1:
            yield range(first, end)
        first = end


def _said_in_a_row(reading: Reading, knows: Knowledge, row: range) -> Sequence[Item]:
    """`tăng 6% và 7% năm 2018 và 2019`: the times after a row, as many; else times or names side by side before it.

    For a row that is only compared with, the times before it wherever they stand.
    """
    slots, count = reading.slots, len(row)
    end = slots[row[-1]].end
    compared = knows.cues.compared
    if not compared.at(reading.tokens, end):
        after = _times(reading, *reading.segment_after(row[-1]), count)
        if after:
            return after
    start = slots[row[0]].first
    cut = next((at for at in range(start - 1, -1, -1) if reading.cuts(at)), 0)
    floor = max(cut, slots[row[0] - 1].end) if row[0] else cut
    if row[0] and any(True for _ in compared.all(reading.tokens, floor, start)):
        return _times(reading, 0, start, count)
    times = _times(reading, floor, start, count) if _side_by_side(reading, floor, start) else ()
    return times or _named_in_a_row(reading, knows, (floor, start), count)


def _named_in_a_row(reading: Reading, knows: Knowledge, within: tuple[int, int], count: int) -> Sequence[Item]:
    """`xuất khẩu và nhập khẩu tăng 6% và 7%`: the names of known indicators right before a row, as many as figures."""
    names = list(knows.lexicon.names.all(reading.tokens, *within))
    gaps = [reading.tokens.words[sooner.end : later.first] for sooner, later in pairwise(names)]
    in_a_row = len(names) == count and gaps[-1] == ("và",) and all(gap in {("và",), (",",)} for gap in gaps)
    return [Item(name.first, name.end) for name in names] if in_a_row else ()


def _side_by_side(reading: Reading, first: int, end: int) -> bool:
    """`quý III và quý IV`: whether the times among the tokens stand one beside the other."""
    told = list(_told(reading, first, end))
    return len(told) > 1 and all(
        later.first - sooner.end == 1 and reading.tokens.word(sooner.end) == "và" for sooner, later in pairwise(told)
    )


def _dealt(row: Sequence[int], items: Sequence[Item]) -> Iterator[tuple[int, Item]]:
    return ((index, replace(item, later=index > row[0])) for index, item in zip(row, items, strict=False))


def _dealt_on(reading: Reading, index: int, items: Sequence[Item], knows: Knowledge) -> Iterator[tuple[int, Item]]:
    """`Thái Lan lần lượt là 5,9% và 4,2%; Malaysia 5,1% và 5,2%`: the rows after it that are as long and undated."""
    slots = reading.slots
    while index + len(items) <= len(slots):
        row = range(index, index + len(items))
        joined = all(_beside(reading, later, knows) for later in row[1:])
        undated = not any(slots[index - 1].end <= slot.first < slots[row[-1]].end for slot in reading.times)
        index = row[-1] + 1
        goes_on = index < len(slots) and _beside(reading, index, knows)
        if not (joined and undated) or goes_on or _dated_after(reading, row[-1]):
            return
        yield from _dealt(row, items)


def _dated_after(reading: Reading, index: int) -> bool:
    first, end = reading.segment_after(index)
    return any(first <= slot.first < end for slot in reading.times)


def _items(reading: Reading, knows: Knowledge, cue: int, row: Sequence[int]) -> Sequence[Item]:
    """As many items as the row has figures: times around it, things before it, or else times before those."""
    count, start = len(row), reading.slots[row[0] - 1].end if row[0] else 0
    return (
        _times(reading, start, reading.slots[row[0]].first, count)
        or _times(reading, *reading.segment_after(row[-1]), count)
        or _things(reading, knows, start, cue, count)
        or _told_of(reading, knows, row[0], count)
        or _times(reading, 0, cue, count)
    )


def _told_of(reading: Reading, knows: Knowledge, index: int, count: int) -> Sequence[Item]:
    """`xuất khẩu 391 tỷ USD, nhập khẩu 371 tỷ USD, tăng lần lượt 16% và 19%`: what the figures right before tell of."""
    if index < count:
        return ()
    slots = reading.slots[index - count : index]
    floor = reading.slots[index - count - 1].end if index > count else 0
    starts = [floor, *(slot.end for slot in slots[:-1])]
    named = [
        list(knows.lexicon.names.all(reading.tokens, *span))
        for span in zip(starts, (slot.first for slot in slots), strict=True)
    ]
    return [Item(names[-1].first, names[-1].end) for names in named] if all(named) else ()


def _row(reading: Reading, after: int, knows: Knowledge) -> Sequence[int]:
    """Indices of the figures that stand one beside the other, the first of them near after token `after`."""
    slots = reading.slots
    first = next((index for index, slot in enumerate(slots) if slot.first >= after), None)
    if first is None or slots[first].first - after > _REACH:
        return ()
    end = first + 1
    while end < len(slots) and _beside(reading, end, knows):
        end += 1
    return range(first, end)


def _beside(reading: Reading, index: int, knows: Knowledge) -> bool:
    """Whether nothing but a comma, `và` or a word such as `khoảng` stands between a figure and the one before."""
    between = reading.tokens.words[reading.slots[index - 1].end : reading.slots[index].first]
    return all(word in knows.grammar.joints or word in knows.grammar.row_words for word in between)


def _times(reading: Reading, first: int, end: int, count: int) -> Sequence[Item]:
    """The times of one kind among the tokens, if there are as many as figures."""
    told = list(_told(reading, first, end))
    if len(told) == count and told[0].time.kind == "compare" and all(slot.time.year for slot in told):
        return [_timed(slot, replace(slot.time, kind="compare")) for slot in told]  # `cùng kỳ năm 2018 và 2019`
    slots = _last_in_row([slot for slot in told if slot.time.kind in _ENUMERATED], count)
    kinds = {slot.time.kind for slot in slots}
    if len(slots) == count and (len(kinds) == 1 or kinds <= _PARTS or _in_a_row(reading, slots)):
        year = slots[-1].time.year  # `quý I, quý II và quý III năm 2024`
        return [_timed(slot, replace(slot.time, year=slot.time.year or year)) for slot in slots]
    for slot in reading.times:
        time = slot.time
        if first <= slot.first < end and time.kind == "years" and time.last - time.first + 1 == count:
            return [_timed(slot, replace(time, kind="year", year=time.first + step)) for step in range(count)]
    return _each_quarter(reading, first, end, count)


def _in_a_row(reading: Reading, slots: Sequence[TimeSlot]) -> bool:
    """`Năm 2022, 2023 và 9 tháng năm 2024`: whether nothing but a comma or `và` stands between the times."""
    gaps = (reading.tokens.words[sooner.end : later.first] for sooner, later in pairwise(slots))
    return all(gap in {(",",), ("và",), (",", "và")} for gap in gaps)


def _last_in_row(slots: list[TimeSlot], count: int) -> list[TimeSlot]:
    """The last `count` of more times, where they stand one beside the other (`quý I và quý II lần lượt …`)."""
    last = slots[-count:]
    joined = all(0 <= later.first - sooner.end <= 1 for sooner, later in pairwise(last))
    return last if joined and len(slots) > count else slots


def _told(reading: Reading, first: int, end: int) -> Iterator[TimeSlot]:
    """The times among the tokens, with the quarters that a list names by their numerals alone (`quý I, II và III`)."""
    word = reading.tokens.word
    for slot in reading.times:
        if not first <= slot.first < end:
            continue
        yield slot
        at = slot.end
        while slot.time.kind == "quarter" and at + 1 < end and word(at) in {",", "và"} and word(at + 1) in _NUMERALS:
            yield TimeSlot(replace(slot.time, first=_NUMERALS[word(at + 1)]), at + 1, at + 2)
            at += 2


def _each_quarter(reading: Reading, first: int, end: int, count: int) -> Sequence[Item]:
    """`từng quý`, `hai quý đầu năm`: the quarters of the year from its first on."""
    word = reading.tokens.word
    numbers = {"từng", "các", "theo", *_QUARTERS.get(count, ())}
    each = next((at for at in range(first, end) if word(at) in numbers and word(at + 1) == "quí"), None)
    if each is None or count > len(_NUMERALS):
        return ()
    # not `cao nhất kể từ năm 2011; ba quý trước đó lần lượt …`
    told = (slot for slot in reading.times if slot.first < end and word(slot.first - 1) != _SINCE)
    year = next((slot.time.year for slot in told if slot.time.year), 0)
    quarter = Time(reading.tokens.starts[each], reading.tokens.ends[each + 1], "quarter", year=year)
    return [
        Item(each, each + 2, TimeSlot(replace(quarter, first=number), each, each + 2)) for number in range(1, count + 1)
    ]


def _timed(slot: TimeSlot, time: Time) -> Item:
    return Item(slot.first, slot.end, replace(slot, time=time))


def _things(reading: Reading, knows: Knowledge, first: int, end: int, count: int) -> Sequence[Item]:
    """The things listed right before token `end`, if they are as many as figures."""
    words = reading.tokens.words
    if words[first] in knows.grammar.causes:  # `Do nghỉ Tết, xuất khẩu và nhập khẩu giảm lần lượt …`
        first = next((at + 1 for at in range(first, end) if words[at] == ","), first)
    names = knows.lexicon.names.all(reading.tokens, first, end)
    inside = {at for name in names for at in range(name.first, name.end)} | reading.timed_words
    cuts = [at for at in range(first, end) if words[at] in knows.grammar.joints and at not in inside]
    cuts = [at for at in cuts if _says(reading, knows, first, at)]  # `; năm 2024, xuất khẩu và nhập khẩu`
    commas = [at for at in cuts if words[at] != "và"]
    cuts = commas if len(commas) == count - 1 else cuts  # `nông nghiệp, công nghiệp và xây dựng, dịch vụ`
    if len(cuts) < count - 1:
        return ()
    bounds = [cuts[-count] if len(cuts) >= count else first - 1, *cuts[len(cuts) - count + 1 :], end]
    items = [Item(start + 1, stop) for start, stop in pairwise(bounds)]
    return items if all(0 < item.end - item.first <= _ITEM_WORDS for item in items) else ()


def _says(reading: Reading, knows: Knowledge, first: int, end: int) -> bool:
    """Whether the tokens hold a word that names something."""
    tokens = reading.tokens
    return any(
        tokens.kinds[at] == "word" and tokens.words[at] not in knows.cues.light and not reading.timed(at)
        for at in range(first, end)
    )
