"""The role of a figure: target, result, forecast, base or context, with the words it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.figures.phrases import Match
from tui.model import Role
from tui.period import parse
from tui.statements.cues import CueKind, Cues
from tui.statements.periods import Clock, elapsed
from tui.statements.reading import Reading

_NEAR = 3
_BETWEEN = frozenset({"mức", "con", "số", "của", "tỉ", "lệ", "tốc", "độ", "là", "ở", "khoảng", "gần", "hơn", "trên", "dưới", "chỉ", "đạt", "dự", "báo", "kiến", "thực", "hiện", "ước", "giai", "đoạn", "lần", "công", "bố", "trước", "đó", "kế", "hoạch", "toán", "cùng", "kì", "năm", "quí", "tháng", "đưa", "ra", "bình", "quân", "chung", "toàn", "cả", "nước", "trung", "các", "cao", "nhất", "tăng", "trưởng", "được"})  # fmt: skip
_MOVES = frozenset({"tăng", "giảm", "đạt"})
_STEPS = frozenset({"lên", "xuống", "còn", "thành", "sang"})
_SET_BEFORE = frozenset({"đề", "đặt", "giao", "quyết", "phê", "thông", "đăng", "cam", "được", "xác"})


@dataclass(frozen=True, slots=True)
class Judged:
    """A role with the words and the rule it came from."""

    role: Role
    cue: str
    rule: str


@dataclass(frozen=True, slots=True)
class Judge:
    """Reads roles, sentence by sentence.

    cues: the word lists
    clock: what the text has said of time
    listing: an earlier sentence opened a list of targets that still goes on
    """

    cues: Cues
    clock: Clock
    listing: bool

    def role(self, reading: Reading, index: int, before: Sequence[Judged], period: str) -> Judged:
        """The role of figure `index`; `before` are those of the sentence's earlier figures."""
        return (
            self._context(reading, index)
            or self._set_after(reading, index)
            or self._base(reading, index, before)
            or self._named_after(reading, index)
            or self._governed(reading, index, period)
            or self._by_time(period)
            or Judged("result", "", "default-result")
        )

    def _context(self, reading: Reading, index: int) -> Judged | None:
        slot = reading.slots[index]
        if slot.figure.unit not in {"count", "ratio"}:
            return None
        noun = self.cues.context.at(reading.tokens, slot.end)
        return Judged("context", _text(reading, noun), "scene") if noun else None

    def _set_after(self, reading: Reading, index: int) -> Judged | None:
        """`6% Quốc hội giao`; not `29% kế hoạch được giao`, which is progress."""
        slot = reading.slots[index]
        if slot.figure.unit == "%" and self.cues.plan.at(reading.tokens, slot.end):
            return None
        first, end = reading.segment_after(index)
        for at in range(first, min(end, first + 2)):
            found = self.cues.set_after.at(reading.tokens, at)
            if found:
                return Judged("target", _text(reading, found), "set-after")
        return None

    def _base(self, reading: Reading, index: int, before: Sequence[Judged]) -> Judged | None:
        return (
            self._bracketed(reading, index)
            or self._from_to(reading, index)
            or self._same_time_before(reading, index)
            or self._held_against(reading, index)
            or self._goes_on(reading, index, before)
        )

    def _bracketed(self, reading: Reading, index: int) -> Judged | None:
        """`(cùng kỳ chỉ tăng 4,48%)`, `(năm 2017 là 5%)`."""
        opening = reading.in_brackets(index)
        if opening is None:
            return None
        first = reading.slots[index].first
        for slot in reading.times:
            if opening < slot.first < first:
                earlier = slot.time.kind == "year" and 0 < slot.time.year < self.clock.year
                if slot.time.kind == "compare" or slot.time.word == "last" or earlier:
                    return Judged("base", _between(reading, slot.first, slot.end), "bracketed-base")
        return None

    def _from_to(self, reading: Reading, index: int) -> Judged | None:
        """`từ 4,8% lên 5,3%`: the first is the base."""
        slot, tokens = reading.slots[index], reading.tokens
        start = slot.first - 1
        while start > 0 and tokens.words[start] in {"mức", "khoảng", "gần", "hơn", "trên"}:
            start -= 1
        if tokens.word(start) != "từ" or index + 1 >= len(reading.slots):
            return None
        stop = reading.slots[index + 1].first
        if any(tokens.words[at] in _STEPS for at in range(slot.end, stop)) and stop - slot.end <= 2 * _NEAR:
            return Judged("base", "từ", "from-to")
        return None

    def _same_time_before(self, reading: Reading, index: int) -> Judged | None:
        """`cùng kỳ tăng 12,8%` without `so với`."""
        first, end = next(iter(reading.segments_before(index)), (0, 0))
        for slot in reading.times:
            if first <= slot.first < end and slot.time.kind == "compare":
                if self.cues.compared.before(reading.tokens, slot.first) is None and not _after_more(reading, slot.first):
                    return Judged("base", _between(reading, slot.first, slot.end), "same-time-before")
        return None

    def _held_against(self, reading: Reading, index: int) -> Judged | None:
        """`so với mức 5,9% cùng kỳ`; against an aim (`so với mục tiêu 6,7%`) the figure is the target."""
        slot, tokens = reading.slots[index], reading.tokens
        if slot.figure.unit in {"times", "pp"} or self.cues.compared.at(tokens, slot.end):
            return None
        first, end = self._span_before(reading, index)
        for match in reversed(list(self.cues.compared.all(tokens, first, end))):
            if tokens.words[match.first] == "gấp" or tokens.word(match.first - 1) == "không":
                continue
            if match.end == end and tokens.words[end - 1] == "hơn" and not self._of_another(reading, index):
                continue
            aims = [cue for cue in self.cues.roles.all(tokens, match.end, end) if cue.value == "target"]
            if aims and aims[-1].end >= end - _NEAR and reading.in_brackets(index) is None:
                return Judged("target", _text(reading, aims[-1]), "held-against-target")
            if self._plain_between(reading, match.end, end):
                return Judged("base", _text(reading, match), "held-against")
        return None

    def _of_another(self, reading: Reading, index: int) -> bool:
        """Whether a number after a bare `cao hơn` belongs to another time or thing (`cao hơn 5% của năm ngoái`)."""
        first, end = reading.segment_after(index)
        return any(reading.tokens.words[at] in {"của", "năm"} or reading.timed(at) for at in range(first, end))

    def _span_before(self, reading: Reading, index: int) -> tuple[int, int]:
        """The figure's clause up to it; a bracket right before the figure is looked past."""
        first, end = next(iter(reading.segments_before(index)), (reading.slots[index].first, reading.slots[index].first))
        opening = reading.in_brackets(index)
        if opening is not None and reading.slots[index].first - opening <= 2:
            floor = reading.slots[index - 1].end if index else 0
            end = start = opening
            while start > floor and not reading.cuts(start - 1):
                start -= 1
            return start, end
        return first, end

    def _plain_between(self, reading: Reading, first: int, end: int) -> bool:
        """Whether nothing between a comparison and the figure says that something new happened."""
        tokens = reading.tokens
        for at in range(first, end):
            word = tokens.words[at]
            if reading.timed(at) or tokens.kinds[at] == "number":
                continue
            if word in _MOVES and tokens.word(at - 1) not in {"mức", "độ", "đã", "con", "tốc"}:
                return False
        return end - first <= 3 * _NEAR + 1

    def _goes_on(self, reading: Reading, index: int, before: Sequence[Judged]) -> Judged | None:
        """`là 6,3% và 6,5%`: a base goes on through a bare list."""
        if not before or before[-1].role != "base":
            return None
        words = reading.tokens.words[reading.slots[index - 1].end : reading.slots[index].first]
        return before[-1] if words in {("và",), (",",), (";",), ("hay",)} and before[-1].rule == "held-against" else None

    def _named_after(self, reading: Reading, index: int) -> Judged | None:
        """`8% là mục tiêu`, `15% theo kế hoạch`, `6,7% mà Quốc hội giao`."""
        first, end = reading.segment_after(index)
        tokens = reading.tokens
        for at in range(first, min(end, first + _NEAR)):
            if tokens.words[at] in {"theo", "là", "như", "mà", "đúng"}:
                found = self.cues.roles.at(tokens, at + 1)
                if found and found.value in {"target", "forecast"}:
                    return Judged("target" if found.value == "target" else "forecast", _text(reading, found), "named-after")
        return None

    def _governed(self, reading: Reading, index: int, period: str) -> Judged | None:
        """By the nearest firm cue before the figure."""
        first = reading.slots[index].first
        for cue in reversed(list(self.cues.roles.all(reading.tokens, 0, first))):
            if cue.value in {"weak", "idle"} or self._idle(reading, cue, index):
                continue
            if cue.value == "result":
                return Judged("result", _text(reading, cue), "reported")
            if self._elapsed_since(reading, cue, index, period):
                return Judged("result", _text(reading, cue), "elapsed-since")
            return Judged("target" if cue.value == "target" else "forecast", _text(reading, cue), f"{cue.value}-cue")
        if self.listing and not elapsed(period, self.clock):
            return Judged("target", "", "list-goes-on")
        return None

    def _idle(self, reading: Reading, cue: Match[CueKind], index: int) -> bool:
        """Whether a cue does not speak of this figure: achieved, compared with, set before, or in a closed bracket."""
        tokens, slot = reading.tokens, reading.slots[index]
        if self._closed(reading, cue, slot.first):
            return True
        if self._measures_progress(reading, cue, index):
            return True
        if cue.value == "result":
            set_before = tokens.word(cue.end - 1) == "đã" and tokens.word(cue.end) in _SET_BEFORE
            return set_before or self.cues.compared.before(tokens, cue.first) is not None
        if cue.value != "target":
            return False
        adjacent = slot.first - cue.end <= _NEAR and not any(reading.cuts(at) for at in range(cue.end, slot.first))
        return self.cues.achieving.before(tokens, cue.first) is not None and not adjacent

    def _measures_progress(self, reading: Reading, cue: Match[CueKind], index: int) -> bool:
        """Whether the cue only names the plan that an earlier percentage is part of (`bằng 98% dự toán, giảm …`)."""
        if self.cues.plan.at(reading.tokens, cue.first) is None:
            return False
        return any(
            other.figure.unit in {"%", "ratio"}
            and 0 <= cue.first - other.end <= 2
            and not any(reading.cuts(at) for at in range(other.end, cue.first))
            for other in reading.slots[:index]
        )

    def _closed(self, reading: Reading, cue: Match[CueKind], first: int) -> bool:
        depth = 0
        for at in range(cue.end, first):
            if reading.tokens.words[at] == "(":
                depth += 1
            elif reading.tokens.words[at] == ")":
                if depth == 0:
                    return True
                depth -= 1
        return False

    def _elapsed_since(self, reading: Reading, cue: Match[CueKind], index: int, period: str) -> bool:
        """Whether a new clause after the cue speaks of time that is over."""
        if not elapsed(period, self.clock):
            return False
        first = reading.slots[index].first
        cut = next((at for at in range(cue.end, first) if reading.cuts(at)), None)
        return cut is not None and any(cut < slot.first < first for slot in reading.times)

    def _by_time(self, period: str) -> Judged | None:
        covered, day = parse(period), self.clock.day
        if covered and day and covered.start > day:
            return Judged("target", period, "time-to-come")
        return None


def goes_on_listing(reading: Reading, roles: Sequence[Judged], cues: Cues, *, listing: bool) -> bool:
    """Whether a list of targets is open after this sentence."""
    if any(judged.rule in {"reported", "elapsed-since", "forecast-cue", "bracketed-base"} for judged in roles):
        return False
    last = reading.tokens.word(len(reading.tokens) - 1)
    opened = next(iter(cues.lists.all(reading.tokens)), None) is not None
    aims = any(judged.role == "target" for judged in roles)
    if opened and (aims or last == ":"):
        return True
    return listing and (aims or not roles)


def _after_more(reading: Reading, at: int) -> bool:
    return reading.tokens.word(at - 1) in {"với", "hơn", "bằng"}


def _text(reading: Reading, match: Match[CueKind] | Match[bool]) -> str:
    return _between(reading, match.first, match.end)


def _between(reading: Reading, first: int, end: int) -> str:
    return reading.tokens.text[reading.tokens.starts[first] : reading.tokens.ends[end - 1]]
