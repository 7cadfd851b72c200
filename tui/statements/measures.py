"""Whether a figure gives a level, a change, a share of a whole or the progress of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from tui.statements.telling import only_compares, telling

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.model import Measure
    from tui.statements.at import At
    from tui.statements.lexicon import Indicator
    from tui.statements.subjects import Subject
    from tui.statements.telling import Telling

_LARGE = 10000  # a ratio of sums, not of counts
_COMPARISON_REACH = 8
_VERB_REACH = 4
_OF_THOSE, _SO_WITH = ("trong", "đó"), ("so", "với")
_REACHES = ("đạt",)
# between what is held against and its number: `thấp hơn nhiều mục tiêu không quá 16%`
_NO_MORE = frozenset({"không", "quá", "nhiều", "xa"})
_WEIGHT = ("tỉ", "trọng")
_MORE = frozenset({"hơn", "kém"})
_NOTHING = frozenset({(), (".",)})  # between a number and the end of its clause


@dataclass(frozen=True, slots=True)
class Before:
    """The figure before.

    measure, unit: its own
    equal: what the last percentage after `bằng` gave in the report; empty before the first
    """

    measure: Measure
    unit: str
    equal: Measure | Literal[""] = ""


def measure_of(at: At, subject: Subject, before: Before | None) -> Measure:
    """What the figure gives of its subject; `before` is the figure before it in the text."""
    unit = at.slot.figure.unit
    if unit in {"pp", "times"}:
        return "share" if unit == "pp" and "góp" in at.before(_VERB_REACH) else "growth"
    if before and at.item and at.item.later and before.unit == unit:
        return before.measure
    if before and before.measure == "growth" and " ".join(at.before(2)) in at.grammar.alike:
        return "growth"
    if unit == "ratio":
        return _ratio(at)
    if unit == "%":
        return _percentage(at, subject, before)
    return _amount(at)


def _ratio(at: At) -> Measure:
    """`5/12 tỉnh` is a level, `hai phần ba` a share; of a plan and of large sums it is progress."""
    figure = at.slot.figure
    if figure.high >= _LARGE:
        return "progress"
    if at.cues.plan.at(at.tokens, at.slot.end):
        return "level" if figure.noun.startswith(("chỉ tiêu", "mục tiêu")) else "progress"
    if "thành" in at.before(4) and "hoàn" in at.before(5):
        return "progress"
    return "share" if figure.low <= 3 and figure.high <= 4 else "level"


def _percentage(at: At, subject: Subject, before: Before | None) -> Measure:
    """By the plan or whole after it, the word before it, what it goes on from, or what the indicator's usually is."""
    indicator, told = at.knows.lexicon.indicator(subject.indicator), telling(at)
    return (
        _of_plan(at, told)
        or _compared(at)
        or ("growth" if _differs(at) else None)
        or _rate(at, told)
        or _beside(at, before)
        or _as_equal(at, before)
        or _held_against(at, subject, before)
        or _done(at, subject, before)
        or ("share" if at.slot.of_gdp or subject.found == "share" else None)
        or (_carried_on(subject, before) if not told.kind else None)
        or ("share" if told.kind != "growth" and _of_weights(at) else None)
        or _as_told(at, told, subject, indicator)
        or (_in_a_row(at, told, before) if not _apart(subject, indicator, before) else None)
        or _as_usual(subject, indicator)
        or _by_words_around(at, told)
    )


def _of_plan(at: At, told: Telling) -> Measure | None:
    """`39,2% kế hoạch`, `so với kế hoạch đạt 39,2%`; `vượt 4% dự toán` is a change."""
    if at.held_to_plan() is not None:
        return "progress"
    if not at.of_plan():
        return None
    verb = at.words[max(told.first, told.end - _VERB_REACH) : told.end]
    changed = not at.grammar.changes.isdisjoint(verb) or at.words[at.slot.end : at.slot.end + 2] == _SO_WITH
    return "growth" if told.kind == "growth" and changed else "progress"


def _rate(at: At, told: Telling) -> Measure | None:
    """`áp thuế suất 20%`, `giảm thuế về 0%`: what is charged."""
    words = at.before(_COMPARISON_REACH)
    charged = any(" ".join(words[index : index + 2]) in at.grammar.rates for index in range(len(words)))
    if not charged or told.kind == "growth":
        return None
    return "growth" if "hạ" in words and told.kind != "level" else "level"  # `hạ lãi suất 1%`, `xuống 4%`


def _beside(at: At, before: Before | None) -> Measure | None:
    """`bằng 34% kế hoạch, thấp hơn cùng kỳ (36%)`: a percentage alone in a bracket after a time compared with.

    After an amount that something grew by, it tells the same again: `tăng 12.000 tỷ đồng (1,1%)`.
    """
    opening = at.bracket
    if before is None or opening is None:
        return None
    if before.unit == "%" and before.measure == "progress" and _told_of_then(at, opening):
        return "progress"
    if at.slot.first != opening + 1:
        return None
    if before.measure == "progress" and at.tokens.word(at.slot.end) == ")":
        return "progress"  # `giải ngân trên 40%. Đạt cao có Đồng Tháp (66,94%)`
    if before.unit != "%":
        return "growth" if before.measure == "growth" and opening == at.floor else None
    compared = any(slot.end == opening and slot.time.kind == "compare" for slot in at.reading.times)
    return before.measure if compared else None


def _told_of_then(at: At, opening: int) -> bool:
    """`bằng 57,3% kế hoạch năm (cùng kỳ bằng 53,4%)`: the same of an earlier time, with no verb of change."""
    then = next((slot for slot in at.reading.times if slot.first == opening + 1), None)
    if then is None or then.time.kind != "compare":
        return False
    return all(at.words[index] in at.grammar.row_words | {"bằng"} for index in range(then.end, at.slot.first))


def _compared(at: At) -> Measure | None:
    """`bằng 82% so với năm 2012`, `bằng 75,2% cùng kỳ`."""
    if at.tokens.word(at.slot.first - 1) != "bằng":
        return None
    opening = at.bracket
    if opening is not None and "với" in at.words[max(0, opening - _COMPARISON_REACH) : opening]:
        return "growth"
    first, end = at.segment_after()
    earlier = (
        slot.time.kind == "compare" or "với" in at.words[first : slot.first]
        for slot in at.reading.times
        if first <= slot.first < end
    )
    return "growth" if any(earlier) else None


def equals(at: At) -> bool:
    """`bằng 45%`: whether the figure tells how much of something else another number is."""
    return at.slot.figure.unit == "%" and at.tokens.word(at.slot.first - 1) == "bằng"


def _as_equal(at: At, before: Before | None) -> Measure | None:
    """`447 tỷ đồng, bằng 0,3% dự toán; thuế 1,2 nghìn tỷ đồng, bằng 1,2%`: of the same whole as the one before it."""
    first, end = at.segment_after()
    bare = equals(at) and at.words[first:end] in _NOTHING and not at.slot.of_gdp
    return (before.equal or None) if bare and before and before.unit != "%" else None


def _held_against(at: At, subject: Subject, before: Before | None) -> Measure | None:
    """`ở mức 56,1%, giảm so với 58,3%`, `3,1%, thấp hơn chỉ tiêu dưới 4%`: what the number held against it gives."""
    if before is None or before.unit != "%" or subject.found != "inherited":
        return None
    first = at.slot.first
    while at.tokens.word(first - 1) in at.grammar.row_words | _NO_MORE:
        first -= 1
    aim = at.cues.roles.before(at.tokens, first)
    first = aim.first if aim and aim.value == "target" else first
    first -= at.tokens.word(first - 1) in _NO_MORE
    return before.measure if first > at.floor and at.cues.compared.before(at.tokens, first) else None


def _done(at: At, subject: Subject, before: Before | None) -> Measure | None:
    """`giải ngân 320 tỷ đồng, đạt 26,7%`: how much was done of what an amount is of."""
    money = before is not None and before.unit.isupper() and before.measure == "level"
    bare = at.words[slice(*at.own_clause())] == _REACHES and at.words[slice(*at.segment_after())] in _NOTHING
    return "progress" if money and bare and subject.found == "inherited" and not at.slot.of_gdp else None


def _carried_on(subject: Subject, before: Before | None) -> Measure | None:
    """`tăng 5%; nông nghiệp 3%`: the measure of the percentage before, where the subject is carried on too."""
    if before is None or subject.found != "inherited":
        return None
    return before.measure if before.unit == "%" or (before.unit, before.measure) == ("ratio", "progress") else None


def _as_told(at: At, told: Telling, subject: Subject, indicator: Indicator | None) -> Measure | None:
    """By the word before it; a share is not believed of an indicator that is named and given otherwise."""
    if told.kind == "growth" or (indicator is None and _speaks_of_growth(at)):
        return "growth"
    spent = indicator is not None and indicator.percent == "progress"  # `đưa tỷ lệ cả năm lên 95%`
    otherwise = indicator is not None and indicator.percent != "share" and (spent or subject.found == "named")
    firm = not at.grammar.parting.isdisjoint(at.before(_VERB_REACH))  # `nông nghiệp chiếm 15,74%`
    return "share" if told.kind == "share" and (firm or not otherwise) else None


def _as_usual(subject: Subject, indicator: Indicator | None) -> Measure | None:
    """What a percentage of the indicator usually gives; progress is not carried on."""
    if indicator is None or (subject.found == "inherited" and indicator.percent == "progress"):
        return None
    return indicator.percent


def _apart(subject: Subject, indicator: Indicator | None, before: Before | None) -> bool:
    """`hộ nghèo giảm 1%, thất nghiệp dưới 4%`: a rate that is named is given as it usually is, in a row as well."""
    if indicator is None or before is None or subject.found != "named" or subject.weak:
        return False
    usual = indicator.percent
    return (indicator.kind == "rate" or usual == "share") and usual not in {before.measure, "progress"}


def _in_a_row(at: At, told: Telling, before: Before | None) -> Measure | None:
    """`cà phê tăng 32%, hạt điều 21%`: in a row of things only the first has the verb."""
    if told.kind or before is None or before.unit != "%" or before.measure not in {"growth", "share"} or _disburses(at):
        return None
    if at.index == 0:  # `Toàn ngành tăng trên 3%. Trong đó, nông nghiệp trên 2,4%`
        return "growth" if before.measure == "growth" and at.words[:2] == _OF_THOSE else None
    cut = at.cut_between(at.floor, at.slot.first) or "và" in at.words[at.floor : at.slot.first]
    last = at.reading.slots[at.index - 1]
    wholes = [last.of_gdp, *(at.cues.shares_after.at(at.tokens, end) for end in (last.end, at.slot.end))]
    led = at.words[at.floor : at.slot.first]
    if before.measure == "growth" and "đạt" in led:
        return None  # `năng suất tăng 4,8%; lao động qua đào tạo đạt 66%`
    if before.measure == "share" and not {"chiếm", "trọng"}.intersection(at.words[: at.floor]):
        return None  # `tăng 2%, đóng góp 6%; dịch vụ 4%`
    return before.measure if cut and not any(wholes) and at.tokens.word(at.slot.first - 1) not in {"có", "là"} else None


def _by_words_around(at: At, told: Telling) -> Measure:
    if told.kind != "growth" and _disburses(at):
        return "progress"  # `17 bộ giải ngân dưới 40%`
    if told.kind in {"share", "level"} or at.cues.shares_after.at(at.tokens, at.slot.end):
        return "share"
    held_against = at.words[at.slot.end : at.slot.end + 2] == _SO_WITH  # `(tăng 4,2 USD, 6,23% so với kỳ trước)`
    return "growth" if held_against or _speaks_of_growth(at) else "share"


def _of_weights(at: At) -> bool:
    """`tỷ trọng nông nghiệp là 6,23%`: whether the figure's own clause tells of the weight of a part."""
    first, end = at.own_clause()
    return any(at.words[index : index + 2] == _WEIGHT for index in range(first, end))


def _disburses(at: At) -> bool:
    return any(
        at.words[index : index + 2] == ("giải", "ngân")
        for first, end in at.segments_before()
        for index in range(first, end)
    )


def _speaks_of_growth(at: At) -> bool:
    """`tốc độ tăng`, `mức tăng trưởng`, `gia tăng` somewhere in the clauses before."""
    return any(
        " ".join(at.words[index : index + 2]) in at.grammar.growth_names
        and at.tokens.word(index - 1) not in at.grammar.into
        for first, end in at.segments_before()
        for index in range(first, end)
    )


def _merely_more(at: At, match: Match[bool]) -> bool:
    """`thêm 17 xã`, `nhiều hơn 300 người`: before an amount these count it, unless it is held against something."""
    return at.words[match.first] in at.grammar.mere_more and at.words[at.slot.end : at.slot.end + 2] != _SO_WITH


def _of_an_aim(at: At, match: Match[bool], end: int) -> bool:
    """`vượt mục tiêu 8 triệu lượt`: the aim that was passed, unless it is much less than the amount that passed it."""
    figure, before = at.slot.figure, at.reading.slots[at.index - 1].figure if at.index else None
    lesser = before is not None and before.unit == figure.unit and 2 * figure.high < before.low
    aims = (cue for cue in at.cues.roles.all(at.tokens, match.end, end) if cue.value == "target")
    return before is not None and not lesser and any(end - cue.end <= 1 for cue in aims)


def _differs(at: At) -> bool:
    """`hơn năm ngoái 1,8 tạ`, `kém cùng kỳ 5%`: what something is more or less than a time by."""
    first, end = at.own_clause()
    more = next((index for index in range(end - 1, first - 1, -1) if at.words[index] in _MORE), end)
    between = range(more + 1, end)
    timed = any(at.reading.timed(index) for index in between)
    return timed and all(at.reading.timed(index) or at.words[index] in at.grammar.row_words for index in between)


def _amount(at: At) -> Measure:
    """An amount of money or things is a change only after a verb of change."""
    slot, grammar = at.slot, at.grammar
    if slot.figure.noun.startswith(("chỉ tiêu", "mục tiêu")):
        return "level"  # `11 chỉ tiêu đạt và vượt, 2 chỉ tiêu không đạt`
    first, end = at.own_clause()
    if _differs(at):
        return "growth"
    if slot.figure.unit.isupper() and "thêm" in at.words[max(first, end - 2) : end]:
        added = "vốn" in at.before(_VERB_REACH) and at.tokens.word(end - 2) == "tăng"  # `vốn tăng thêm 7 tỷ USD`
        return "level" if added else "growth"
    for index in range(end - 1, first - 1, -1):
        growth = at.cues.growth.at(at.tokens, index)
        if growth and growth.end <= end and not (only_compares(at, growth, end) or _merely_more(at, growth)):
            rate = at.words[index] in grammar.growth_heads or at.tokens.word(index + 1) == "trưởng"
            return "level" if rate or _of_an_aim(at, growth, end) else "growth"
        if at.words[index] in grammar.level_verbs:
            return "level"
    return "level"
