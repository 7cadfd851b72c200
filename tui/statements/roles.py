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
_HAPPENED = frozenset(
    {
        "đạt",
        "tăng",
        "giảm",
        "thu",
        "kí",
        "được",
        "chiếm",
        "có",
        "lên",
        "xuống",
        "còn",
        "đã",
        "hút",
        "hoàn",
        "vượt",
        "bán",
        "mua",
        "xảy",
        "mới",
    }
)
_LIMITS = frozenset({"under", "at_most", "at_least", "over"})
_ITEMS = frozenset({"-", "+", "*", "•", "–", "về"})
_ITEM_MARKS = frozenset(".)/")
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
    last: the role of the paragraph's last figure before the sentence
    """

    cues: Cues
    clock: Clock
    listing: bool
    last: Judged | None

    def role(self, reading: Reading, index: int, before: Sequence[Judged], period: str, named_at: int) -> Judged:
        """The role of figure `index`.

        `before` are those of the sentence's earlier figures, `period` is the one stated for it, `named_at` the token
        where what it measures is named.
        """
        return (
            self._context(reading, index)
            or self._set_after(reading, index)
            or self._base(reading, index, before, named_at)
            or self._named_after(reading, index)
            or self._supposed(reading, index, period)
            or self._governed(reading, index, period)
            or self._by_time(period)
            or self._limit(reading, index)
            or self._inert(reading, index, before, period)
            or Judged("result", "", "default-result")
        )

    def _supposed(self, reading: Reading, index: int, period: str) -> Judged | None:
        """`nếu chỉ đạt 6%`: a supposition, unless its time is over."""
        if elapsed(period, self.clock):
            return None
        first = next(iter(reading.segments_before(index)), (reading.slots[index].first, 0))[0]
        if "nếu" in reading.tokens.words[first : reading.slots[index].first]:
            return Judged("forecast", "nếu", "supposed")
        return None

    def _limit(self, reading: Reading, index: int) -> Judged | None:
        """`không quá 5%`, `tối thiểu 3 nhóm` without any sign of a result is a rule to keep."""
        figure, first = reading.slots[index].figure, reading.slots[index].first
        before = reading.tokens.words[max(0, first - 4) : first]
        floor = figure.bound == "at_least" and ("thiểu" in before or "nhất" in before)
        return Judged("target", "", "limit") if figure.bound == "at_most" or floor else None

    def _inert(self, reading: Reading, index: int, before: Sequence[Judged], period: str) -> Judged | None:
        """A clause without a verb of its own goes on in the role of the figure before it."""
        last = before[-1] if before else self.last
        compared = last is not None and last.rule in {"set-after", "held-against-target", "limit"}
        if last is None or compared or last.role not in {"target", "forecast"} or elapsed(period, self.clock):
            return None
        start = 0 if not before else reading.slots[index - 1].end
        words = reading.tokens.words[start : reading.slots[index].first]
        if words[:2] == ("trong", "đó"):
            return Judged(last.role, last.cue, "goes-on")
        return None if _HAPPENED & set(words) else Judged(last.role, last.cue, "goes-on")

    def _context(self, reading: Reading, index: int) -> Judged | None:
        slot = reading.slots[index]
        if slot.figure.unit not in {"count", "ratio", "%"}:
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

    def _base(self, reading: Reading, index: int, before: Sequence[Judged], named_at: int) -> Judged | None:
        return (
            self._bracketed(reading, index)
            or self._from_to(reading, index)
            or self._same_time_before(reading, index)
            or self._of_earlier(reading, index)
            or self._held_against(reading, index, named_at)
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
        steps = [at for at in range(slot.end, stop) if tokens.words[at] in _STEPS and tokens.word(at - 1) != "trở"]
        if not steps or stop - slot.end > 2 * _NEAR:
            return None
        if tokens.words[max(0, start - 2) : start] in {("quyết", "định"), ("quyết", "nghị"), ("phê", "duyệt")}:
            return Judged("target", tokens.printed(start - 2), "decided-before")
        return Judged("base", "từ", "from-to")

    def _same_time_before(self, reading: Reading, index: int) -> Judged | None:
        """`cùng kỳ tăng 12,8%` without `so với`."""
        first, end = reading.own_clause(index)
        for slot in reading.times:
            if first <= slot.first < end and slot.time.kind == "compare":
                if self.cues.compared.before(reading.tokens, slot.first) is None and not _after_more(
                    reading, slot.first
                ):
                    return Judged("base", _between(reading, slot.first, slot.end), "same-time-before")
        return None

    def _of_earlier(self, reading: Reading, index: int) -> Judged | None:
        """`vượt con số 126.000 doanh nghiệp của năm 2017`."""
        slot, tokens = reading.slots[index], reading.tokens
        if not {"vượt", "hơn", "bằng", "số", "so"} & set(tokens.words[max(0, slot.first - _NEAR) : slot.first]):
            return None
        first, end = reading.segment_after(index)
        for time in reading.times:
            earlier = 0 < time.time.year < self.clock.year or time.time.word == "last" or time.time.kind == "compare"
            if first <= time.first < end and earlier and tokens.word(time.first - 1) == "của":
                return Judged("base", _between(reading, time.first - 1, time.end), "of-earlier")
        return None

    def _held_against(self, reading: Reading, index: int, named_at: int) -> Judged | None:
        """`so với mức 5,9% cùng kỳ`; against an aim (`so với mục tiêu 6,7%`) the figure is the target."""
        slot, tokens = reading.slots[index], reading.tokens
        ceiling = slot.figure.bound in {"under", "at_most", "at_least"}
        if slot.figure.unit in {"times", "pp"} or ceiling or self.cues.compared.at(tokens, slot.end):
            return None
        first, end = self._span_before(reading, index)
        for match in reversed(list(self.cues.compared.all(tokens, first, end))):
            named_anew = match.end < named_at < slot.first
            if tokens.words[match.first] == "gấp" or tokens.word(match.first - 1) == "không" or named_anew:
                continue
            if match.end == end and tokens.words[end - 1] == "hơn" and not self._of_another(reading, index):
                continue
            aims = [cue for cue in self.cues.roles.all(tokens, match.end, end) if cue.value == "target"]
            if aims and aims[-1].end >= end - _NEAR and reading.in_brackets(index) is None:
                return Judged("target", _text(reading, aims[-1]), "held-against-target")
            if self._plain_between(reading, match.end, end) and not self._time_told(reading, match.end, end):
                return Judged("base", _text(reading, match), "held-against")
        return None

    def _of_another(self, reading: Reading, index: int) -> bool:
        """Whether a number after a bare `cao hơn` belongs to another time or thing (`cao hơn 5% của năm ngoái`)."""
        first, end = reading.segment_after(index)
        return any(reading.tokens.words[at] in {"của", "năm"} or reading.timed(at) for at in range(first, end))

    def _span_before(self, reading: Reading, index: int) -> tuple[int, int]:
        """The figure's clause up to it; a bracket right before the figure is looked past."""
        first, end = reading.own_clause(index)
        opening = reading.in_brackets(index)
        if opening is not None and reading.slots[index].first - opening == 1:
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

    def _time_told(self, reading: Reading, first: int, end: int) -> bool:
        """`giảm so với tháng trước lần lượt là 3,33%`: only a time is compared with, and the figure is news."""
        time = next((slot for slot in reading.times if slot.first == first), None)
        rest = set(reading.tokens.words[time.end : end]) if time else {""}
        return rest <= {"là", "lần", "lượt", "ở", "mức", "khoảng", "gần"} and "là" in rest

    def _goes_on(self, reading: Reading, index: int, before: Sequence[Judged]) -> Judged | None:
        """`là 6,3% và 6,5%`: a base goes on through a bare list."""
        if not before or before[-1].role != "base":
            return None
        words = reading.tokens.words[reading.slots[index - 1].end : reading.slots[index].first]
        return (
            before[-1] if words in {("và",), (",",), (";",), ("hay",)} and before[-1].rule == "held-against" else None
        )

    def _named_after(self, reading: Reading, index: int) -> Judged | None:
        """`8% là mục tiêu`, `15% theo kế hoạch`, `6,7% mà Quốc hội giao`."""
        first, end = reading.segment_after(index)
        tokens = reading.tokens
        for at in range(first, min(end, first + _NEAR)):
            if tokens.words[at] in {"theo", "là", "như", "mà", "đúng"}:
                found = self.cues.roles.at(tokens, at + 1)
                if found and found.value in {"target", "forecast"}:
                    return Judged(
                        "target" if found.value == "target" else "forecast", _text(reading, found), "named-after"
                    )
        return None

    def _governed(self, reading: Reading, index: int, period: str) -> Judged | None:
        """By the nearest firm cue before the figure."""
        first = reading.slots[index].first
        for cue in reversed(list(self.cues.roles.all(reading.tokens, 0, first))):
            if cue.value in {"weak", "idle"} or self._idle(reading, cue, index):
                continue
            if cue.value == "limit":
                if reading.slots[index].figure.bound in _LIMITS:
                    return Judged("target", _text(reading, cue), "limit")
                continue
            if cue.value == "result":
                return Judged("result", _text(reading, cue), "reported")
            if self._elapsed_since(reading, cue, index, period):
                return Judged("result", _text(reading, cue), "elapsed-since")
            promised = _text(reading, cue).lower() == "sẽ" and reading.slots[index].figure.unit == "count"
            role: Role = "target" if cue.value == "target" or promised else "forecast"
            return Judged(role, _text(reading, cue), f"{cue.value}-cue")
        if self.listing and not elapsed(period, self.clock):
            return Judged("target", "", "list-goes-on")
        return None

    def _idle(self, reading: Reading, cue: Match[CueKind], index: int) -> bool:
        """Whether a cue does not speak of this figure: achieved, compared with, set before, or in a closed bracket."""
        tokens, slot = reading.tokens, reading.slots[index]
        if self._closed(reading, cue, slot.first) or _in_a_name(reading, cue):
            return True
        if cue.value == "target" and self._spent(reading, cue, index):
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

    def _spent(self, reading: Reading, cue: Match[CueKind], index: int) -> bool:
        """Whether a semicolon ends the cue's reach: it set nothing before it, or stands in an aside (`trong khi`)."""
        tokens, first = reading.tokens, reading.slots[index].first
        stop = next((at for at in range(cue.end, first) if tokens.words[at] == ";"), None)
        if stop is None:
            return False
        aside = "khi" in tokens.words[max(0, cue.first - 3) : cue.first]
        return aside or not any(cue.end <= slot.first < stop for slot in reading.slots)

    def _closed(self, reading: Reading, cue: Match[CueKind], first: int) -> bool:
        """Whether the cue stands in a bracket that closes before the figure; `a)` closes nothing."""
        words = reading.tokens.words
        opened = next((at for at in range(cue.first - 1, -1, -1) if words[at] in "()"), None)
        return opened is not None and words[opened] == "(" and ")" in words[cue.end : first]

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


def keeps_listing(reading: Reading, *, same_paragraph: bool, listing: bool, long: bool) -> bool:
    """Whether an open list of targets reaches into this sentence: in its paragraph, as an item, or as a long list does."""
    item = reading.tokens.word(0) in _ITEMS or reading.tokens.word(1) in _ITEM_MARKS
    return listing and (same_paragraph or item or long)


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


def _in_a_name(reading: Reading, cue: Match[CueKind]) -> bool:
    """`Trần` and `Cần` after another word are a person's or a town's, not a ceiling or a need."""
    tokens = reading.tokens
    alone = cue.end == cue.first + 1 and tokens.printed(cue.first)[:1].isupper()
    return alone and tokens.kind(cue.first - 1) == "word"


def _after_more(reading: Reading, at: int) -> bool:
    return reading.tokens.word(at - 1) in {"với", "hơn", "bằng"}


def _text(reading: Reading, match: Match[CueKind] | Match[bool]) -> str:
    return _between(reading, match.first, match.end)


def _between(reading: Reading, first: int, end: int) -> str:
    return reading.tokens.text[reading.tokens.starts[first] : reading.tokens.ends[end - 1]]
