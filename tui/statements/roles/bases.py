"""Rules for numbers of an earlier time: the first of a change, and what was told, foretold or had come before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.period import parse
from tui.statements.clock import elapsed
from tui.statements.roles.case import Case, Judged
from tui.statements.roles.compared import span_before

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.figures.times import Time
    from tui.statements.at import At
    from tui.statements.clock import Clock
    from tui.statements.reading import TimeSlot

_NEAR = 3
_LONG, _MONTH = 2, 31  # years, days
_NUMBER, _FROM_WHERE = "số", ("từ", "chỗ")
_SPAN = "kì"  # `cùng kỳ`, as it is matched
_PAST_MARK = 5  # from `vượt` to the mark that was passed
_TOLD_REACH = 6  # from a bracket, or a number compared with, to the words that an earlier report told it
_FORMERLY = frozenset({("trước", "đó"), ("báo", "cũ")})
_THEN_TOLD = frozenset({"of-earlier", "contrasted"})
_CAME = frozenset({("đạt",), ("đã",), ("tăng",), ("giảm",)})
_YEARED = frozenset({"year", "half", "quarter", "months", "month"})
_LISTED_ON = frozenset({"contrasted", "held-against", "bracketed-base", "foretold-before", "told-before", "of-earlier"})


def bracketed(case: Case) -> Judged | None:
    """`(cùng kỳ chỉ tăng 4,48%)`, `(năm 2017 là 5%)`; not `(năm nay là 5%)`."""
    at = case.at
    opening = at.bracket
    if opening is None or any(cue.value == "target" and opening < cue.first < at.slot.first for cue in at.role_cues):
        return None
    for slot in at.reading.times:
        earlier = slot.time.kind == "compare" or slot.time.word == "last" or _earlier_year(slot.time, case.clock)
        if slot.end == opening and _only_announced(at, opening) and _compared_with(at, slot):
            return Judged("base", at.printed(slot.first, slot.end), "bracketed-base")  # `bằng cùng kỳ (39%)`
        compared = slot.time.kind == "compare" and at.cues.compared.before(at.tokens, slot.first)
        if opening < slot.first < at.slot.first and earlier and not (compared or _part_of_span(at, slot.time.year)):
            return Judged("base", at.printed(slot.first, slot.end), "bracketed-base")
    return None


def _only_announced(at: At, opening: int) -> bool:
    """`(đạt 39%)`: whether nothing but words that announce a number stands between the bracket and the figure."""
    return at.grammar.announcing.issuperset(at.words[opening + 1 : at.slot.first])


def _compared_with(at: At, slot: TimeSlot) -> bool:
    """`bằng cùng kỳ`, `cao hơn năm 2013`."""
    times = at.tokens.word(slot.first - 2) == "gấp"  # `gấp đôi năm 2021`
    return slot.time.kind == "compare" or times or at.cues.compared.before(at.tokens, slot.first) is not None


def _part_of_span(at: At, year: int) -> bool:
    """`giai đoạn 2011-2013, trong đó năm 2011 …`: whether a year lies in a stretch that the sentence tells of."""
    spans = (slot.time for slot in at.reading.times if slot.time.kind == "years")
    return any(span.first <= year <= span.last for span in spans)


def _earlier_year(time: Time, clock: Clock) -> bool:
    return time.kind in _YEARED and 0 < time.year < clock.year


def from_to(case: Case) -> Judged | None:
    """`từ 4,8% lên 5,3%`: the first is the base, or the aim that was decided; not `từ 8% trở lên`."""
    at, tokens = case.at, case.at.tokens
    start = at.slot.first - 1
    while start > 0 and tokens.words[start] in at.grammar.approximations:
        start -= 1
    if at.words[slice(*at.own_clause())][:2] == _FROM_WHERE and at.reading.cuts(at.segment_after()[1]):
        return Judged("base", tokens.printed(at.own_clause()[0]), "from-to")  # `Từ chỗ tăng 8% năm ngoái, …`
    if tokens.word(start) != "từ" or not (_steps_on(at) or _stepped_back(at, start)):
        return None
    if " ".join(tokens.words[max(0, start - 2) : start]) in at.grammar.decisions:
        return Judged("target", tokens.printed(start - 2), "decided-before")
    changed = _aim_changed(at, start)
    if changed is not None:
        return Judged("target", at.printed(changed, changed + 1), "decided-before")
    return Judged("base", "từ", "from-to")


def _aim_changed(at: At, end: int) -> int | None:
    """`hạ chỉ tiêu tăng trưởng từ 9% xuống 7%`, `nâng mức bội chi từ 4,8%`: where a verb alters an aim or a ceiling."""
    first, _ = at.own_clause()
    aims = {cue.first for cue in at.cues.roles.all(at.tokens, first, end) if cue.value == "target"}
    for index in range(first, end):
        behind = index + 2 if at.tokens.word(index + 1) == "mức" else index + 1
        ceiling = " ".join(at.words[behind : behind + 2]) in at.grammar.ceilings
        if at.words[index] in at.grammar.altering and (behind in aims or ceiling):
            return index
    return None


def _stepped_back(at: At, start: int) -> bool:
    """`nhích lên 3,4% từ 3,3%`: the figure before is what this one changed into."""
    if at.index == 0 or at.tokens.word(at.slot.end) == "trở":
        return False
    before = at.reading.slots[at.index - 1]
    lead = at.words[max(0, before.first - 2 * _NEAR) : before.first]
    alike = {before.figure.unit, at.slot.figure.unit} <= {"%", "pp"} or before.figure.unit == at.slot.figure.unit
    return alike and start - before.end <= 1 and not at.grammar.shifts.isdisjoint(lead)


def _steps_on(at: At) -> bool:
    """Whether the figure leads to the next one (`lên`, `xuống còn`)."""
    if at.index + 1 >= len(at.reading.slots):
        return False
    end, stop = at.slot.end, at.reading.slots[at.index + 1].first
    steps = (at.words[index] in at.grammar.steps and at.tokens.word(index - 1) != "trở" for index in range(end, stop))
    return stop - end <= 2 * _NEAR and any(steps)


def same_time_before(case: Case) -> Judged | None:
    """`cùng kỳ tăng 12,8%`; not `so với cùng kỳ tăng 12,8%`."""
    at = case.at
    if at.item and at.item.time and at.item.time.time.kind == "compare":  # `7% và 6,8% của cùng kỳ năm 2016 và 2017`
        return Judged("base", at.printed(at.item.first, at.item.end), "same-time-before")
    opened = at.reading.opening_time
    if opened and opened.time.kind == "compare" and _all_of_then(at, opened):
        return Judged("base", at.printed(opened.first, opened.end), "same-time-before")
    first, end = at.own_clause()
    for slot in at.reading.times:
        if slot.first == first and _only_then(case, slot):
            return Judged("base", at.printed(slot.first, slot.end), "same-time-before")
        # `gấp 3 lần cùng kỳ và chiếm 14%`: said of the figure before
        of_the_one_before = at.index > 0 and slot.first - at.floor <= 1 and not at.cut_between(at.floor, slot.first)
        before = slot.time.kind == "compare" or (slot.time.word == "last" and at.tokens.word(slot.first - 1) == "khi")
        if first <= slot.first < end and before and not of_the_one_before:
            compared = at.cues.compared.before(at.tokens, slot.first) is not None
            if not compared and at.tokens.word(slot.first - 1) not in at.grammar.comparing:
                return Judged("base", at.printed(slot.first, slot.end), "same-time-before")
    return None


def _only_then(case: Case, slot: TimeSlot) -> bool:
    """`đạt 2.007 USD, năm trước là 1.839 USD`: a clause of nothing but an earlier year and its number."""
    at, told = case.at, parse(case.told)
    alike = at.index > 0 and at.reading.slots[at.index - 1].figure.unit == at.slot.figure.unit
    said = at.words[slot.end : at.slot.first]
    earlier = slot.time.kind == "year" and told is not None and 0 < slot.time.year < told.start.year
    return alike and (slot.time.word == "last" or earlier) and bool(said) and at.grammar.announcing.issuperset(said)


def _all_of_then(at: At, opened: TimeSlot) -> bool:
    """`Cùng kỳ năm 2011, GDP tăng 5,8%, dịch vụ tăng 6%`: nothing since turned to another time."""
    anew = any(opened.end <= slot.first < at.slot.first for slot in at.reading.times)
    turned = not at.grammar.turning.isdisjoint(at.words[opened.end : at.slot.first])
    then = opened.time.year or at.tokens.word(1) == _SPAN  # not `Cùng thời gian, …`
    return bool(then) and not (turned or anew) and at.tokens.word(opened.end) == ","


def of_earlier(case: Case) -> Judged | None:
    """`vượt con số 126.000 doanh nghiệp của năm 2017`."""
    at = case.at
    if not at.grammar.exceeding.intersection(at.before(_NEAR)) and "vượt" not in at.before(_PAST_MARK):
        return None
    if at.slot.first <= _NEAR and at.words[0] in at.grammar.move_names:
        return None  # `Mức kỷ lục 6,8 tỷ USD của năm 2022 gồm …`
    then = _earlier_after(case)
    if then is None:
        return None
    return Judged("base", at.printed(max(then.first - 1, at.slot.end), then.end), "of-earlier")


def _earlier_after(case: Case) -> TimeSlot | None:
    """`của năm 2017`, `thua xa mức 6,3% cùng kỳ`: an earlier time that the figure is said to be of."""
    at, now = case.at, max(case.clock.year, case.clock.current)
    numbered = at.tokens.word(at.slot.first - 1) in at.grammar.number_nouns
    first, end = at.segment_after()
    for slot in at.reading.times:
        time = slot.time
        earlier = 0 < time.year < now or time.word == "last" or time.kind == "compare"
        if not (first <= slot.first < end and earlier):
            continue
        beside = numbered and slot.first == first and time.kind == "compare"
        if beside or at.tokens.word(slot.first - 1) == "của":
            return slot
    return None


def told_before(case: Case) -> Judged | None:
    """`8,02% (số cũ 8%)`, `số báo cáo trước là 4%`, `vượt con số 6,5% đã trình`: what an earlier report told of it."""
    at = case.at
    if at.slot.figure.unit in {"times", "pp"}:
        return None
    aside = at.bracket is not None
    said = _told_then(at, span_before(at)[0] if aside else at.own_clause()[0], at.slot.first)
    if said and (aside or at.tokens.word(said.first) == _NUMBER):
        return Judged("base", at.quoted(said), "told-before")
    if aside or at.grammar.exceeding.isdisjoint(at.before(_NEAR)):
        return None
    said = _told_then(at, *at.segment_after())
    return Judged("base", at.quoted(said), "told-before") if said else None


def _told_then(at: At, first: int, end: int) -> Match[bool] | None:
    """Words for what an earlier report told, near after token `first`; not where it is only compared with."""
    found = next(iter(at.cues.told_before.all(at.tokens, first, min(end, first + _TOLD_REACH))), None)
    if found and any(True for _ in at.cues.compared.all(at.tokens, first, found.first)):
        return None  # `vượt 115.000 tỷ đồng so với số đã báo cáo`: the difference
    return found


def long_before(case: Case) -> Judged | None:
    """`năm 2011 tăng 6,25%` in a report on 2015: of a year long before the one reported on."""
    covered, told = parse(case.period), case.clock.main[:4]
    reported = max(int(told) if told.isdigit() else 0, case.clock.current - 1)
    if covered is None or covered.kind != "year" or covered.start.year > reported - _LONG:
        return None
    if _part_of_span(case.at, covered.start.year):
        return None
    return Judged("base", case.period, "long-before")


def year_before(case: Case) -> Judged | None:
    """`CPI cả năm tăng 9,2%. Năm 2011, giá tiêu dùng tăng 18,1%`: the same of the year before the one reported on."""
    covered, told = parse(case.period), parse(case.told)
    reported = case.again and case.line is not None and case.line.role == "result"
    if case.last or not reported or covered is None or told is None:
        return None
    whole = covered.kind == "year" and covered.start.year == told.start.year - 1
    month = covered.kind == told.kind == "month" and 0 < (told.start - covered.start).days <= _MONTH
    return Judged("base", case.period, "long-before") if whole or month else None


def contrasted(case: Case) -> Judged | None:
    """`Nếu năm 2019 chỉ có 85 vụ thì năm 2020 có 198 vụ`: a time that is over, supposed for the contrast only."""
    at = case.at
    first = at.words.index("nếu") if "nếu" in at.words else at.slot.first
    if first >= at.slot.first or "thì" in at.words[first : at.slot.first] or "thì" not in at.words[at.slot.end :]:
        return None
    opening = range(first + 1, first + 1 + _NEAR)
    timed = any(slot.first in opening and slot.time.kind in _YEARED for slot in at.reading.times)
    over = timed and elapsed(case.period, case.clock)
    return Judged("base", at.printed(first, first + 1), "contrasted") if over else None


def before_that(case: Case) -> Judged | None:
    """`tăng 2,5%, sau khi đạt 3% năm 2018`: what came before the news that it follows."""
    at = case.at
    if at.index == 0 or "sau" not in at.words:
        return None
    start, end = at.own_clause()
    after = next((index for index in range(start, end) if at.words[index : index + 2] == ("sau", "khi")), None)
    if after is None or not _came(at, after + 2):
        return None
    told = any(after < slot.first < at.segment_after()[1] for slot in at.reading.times)
    over = told and elapsed(case.period, case.clock)
    return Judged("base", at.printed(after, after + 2), "contrasted") if over else None


def _came(at: At, index: int) -> bool:
    """`đạt`, `chỉ tăng`: whether a verb of what came about stands at a token, or right after a time that does."""
    time = at.reading.time_before(index + 1)
    index = time.end if time and time.first == index else index
    index += at.tokens.word(index) == "chỉ"
    return at.words[index : index + 1] in _CAME


def of_part_before(case: Case) -> Judged | None:
    """`quý III tăng 5,4%, cao hơn các quý trước (quý I tăng 4%)`: of a month or quarter before the one reported on."""
    at, told, covered = case.at, parse(case.told), parse(case.period)
    if told is None or covered is None or covered.kind not in {"month", "quarter", "year"}:
        return None
    if told.kind != covered.kind and not (covered.kind == "year" and covered.end < told.start):
        return None
    aside = at.bracket is not None or at.words[at.own_clause()[0] :][:2] == ("trong", "khi")
    return Judged("base", case.period, "part-before") if aside and covered.start < told.start else None


def recalled(case: Case) -> Judged | None:
    """`Để so sánh, lạm phát các năm 2009, 2010 và 2011 là …`: a sentence that only holds against."""
    at = case.at
    opening = " ".join(at.words[:3])
    return Judged("base", at.printed(0, 3), "recalled") if opening in at.grammar.recalling else None


def foretold_before(case: Case) -> Judged | None:
    """`dự báo 4,7% hồi tháng 7`, `dự báo cũ 6,3%`: an expectation that a new one took the place of."""
    at = case.at
    # `(dự báo cũ: 6,3%)`
    first = at.own_clause()[0] if at.bracket is None else max(at.floor, at.bracket + 1)
    end = min(at.segment_after()[1], at.slot.end + _NEAR)
    cues = [cue for cue in at.role_cues if first <= cue.first < at.slot.first]
    foretold = case.outlook or any(cue.value == "forecast" for cue in cues)
    if not foretold or any(cue.value == "target" for cue in cues):
        return None
    led = at.words[at.floor : at.floor + 1] == ("từ",)  # `nâng lên 3,4% từ ước tính trước đó là 3,3%`
    said_before = at.index > 0 and first == at.floor and not led  # of the figure before
    for index in range(at.slot.end if said_before else first, end):
        told_then = at.words[index] == "hồi" and at.reading.timed(index + 1)
        if told_then or at.words[index : index + 2] in _FORMERLY:
            return Judged("base", at.tokens.printed(index), "foretold-before")
    return None


def goes_on(case: Case) -> Judged | None:
    """`so với 6,3% và 6,5%`, `dự toán (175 tỷ) và ước thực hiện (201 tỷ)`: a base goes on through a list."""
    at = case.at
    if at.index == 0 or case.last is None or case.last.rule not in _LISTED_ON:
        return None
    between = at.words[at.floor : at.slot.first]
    # `kém mức 6,12% của quý I/2015 và 5,48% của quý I/2016`, `sau khi tăng 0,83% trong tháng 8 và 1,06% trong tháng 9`
    dated = _THEN_TOLD if between[:1] != ("của",) else _THEN_TOLD | {"held-against"}
    if case.last.rule in dated:
        between = tuple(at.words[index] for index in range(at.floor, at.slot.first) if not at.reading.timed(index))
        between = between[1:] if between[:1] in {("của",), ("trong",)} else between
    # `so với 18% dự kiến ban đầu và 33,9% của năm 2008`
    if case.last.rule == "held-against" and between[-1:] == ("và",) and _earlier_after(case) is not None:
        return case.last
    aimed = any(cue.value == "target" and at.floor <= cue.first < at.slot.first for cue in at.role_cues)
    both_in_brackets = between[:2] == (")", "và") and between[-1] == "(" and not aimed
    return case.last if both_in_brackets or " ".join(between) in at.grammar.joints else None
