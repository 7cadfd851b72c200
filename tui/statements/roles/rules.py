"""The rules that give a figure its role, in the order they are tried."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from tui.period import parse
from tui.statements.clock import elapsed, to_come, told_of
from tui.statements.roles import aims, bases, compared, scenes
from tui.statements.roles.aims import NAMED, allots
from tui.statements.roles.case import Case, Judged, Rule
from tui.statements.roles.reach import achieved, done_in_part, elapsed_since, passed, reaches

if TYPE_CHECKING:
    from tui.figures.phrases import Match
    from tui.model import Role
    from tui.statements.at import At
    from tui.statements.cues import CueKind

_NEAR = 3
_RECKONED, _OUT_OF, _THEN, _ONLY = "ước", "từ", "thì", "chỉ"
_MOST_CUES = 64  # no sentence that is written has more before a figure
_EARLY_DAYS = 270  # in the first three quarters a whole year can only be planned
# the stretches that forecasters foretell; the months so far are told of
_FORETOLD = frozenset({"year", "years", "quarter", "month"})
_FLOORS = frozenset({"at_least", "at_most"})
_LIMITS = frozenset({"under", "at_most", "at_least", "over"})
# aims compared with are over once compared: what follows is not another
_ENDING_RULES = frozenset({"set-after", "held-against-target", "limit", "threshold"})


def judge(case: Case) -> Judged:
    """The role by the first rule that fits; a number that no rule speaks of is a result."""
    return next((found for rule in RULES if (found := rule(case))), Judged("result", "", "default-result"))


def _supposed(case: Case) -> Judged | None:
    """A supposition, unless its time is over."""
    at = case.at
    if "nếu" not in case.at.words or elapsed(case.period, case.clock):
        return None
    if case.last and case.last.rule == "contrasted":
        return None
    if ("theo", "đó") in zip(at.words[: at.slot.first], at.words[1 : at.slot.first], strict=False):
        return None  # `Nếu đạt, …, theo đó đến năm 2020 thu hút 17 triệu lượt khách`
    if _is_consequence(case):
        return Judged("forecast", "nếu", "supposed")
    opened = at.reading.clause(at.index)[0]  # a semicolon ends what is supposed
    first = opened if at.words[0] == "nếu" else next(iter(at.segments_before()), (at.slot.first, 0))[0]
    index = next((index for index in range(first, at.slot.first) if _supposes(at, index)), None)
    return None if index is None or _follows_from(case, index) else Judged("forecast", "nếu", "supposed")


def _supposes(at: At, index: int) -> bool:
    """Whether a supposition begins at a token; not `nếu chỉ tính`, `nếu điều kiện cho phép`."""
    granted = " ".join(at.words[index + 1 : index + 5]) in at.grammar.granting
    reckoned = not at.grammar.reckoning.isdisjoint(at.words[index + 1 : index + 3])
    return at.words[index] == "nếu" and not (granted or reckoned)


def _is_consequence(case: Case) -> bool:
    """`nếu quý IV chỉ tăng 6% thì cả năm được 4,7%`: what follows from a number that is only supposed."""
    at = case.at
    then = next((index for index in range(at.slot.first - 1, -1, -1) if at.words[index] == _THEN), None)
    supposed = case.last is not None and case.last.rule == "supposed"
    if then is None or not supposed or "nếu" not in at.words[:then] or ";" in at.words[then : at.slot.first]:
        return False
    return not any(cue.value == "target" and then < cue.first < at.slot.first for cue in at.role_cues)


def _follows_from(case: Case, supposition: int) -> bool:
    """Whether an aim follows from the supposition (`nếu điều kiện cho phép thì phấn đấu …`)."""
    at = case.at
    return any(
        cue.value == "target" and supposition < cue.first < at.slot.first and at.tokens.word(cue.first - 1) == "thì"
        for cue in at.role_cues
    )


def _beside_aim(case: Case) -> Judged | None:
    """`; dư nợ là 46,9% GDP so với mức trần 55%`: what an aim is held against has come about, unless aimed at too."""
    at, figure = case.at, case.at.slot.figure
    foreseen = case.last is not None and case.last.role == "forecast"
    if foreseen or not at.role_cues or at.role_cues[-1].first < at.slot.end:
        return None
    first, end = at.segment_after()
    start, stop = at.own_clause()
    differs = figure.unit in {"pp", "times"} or not at.grammar.exceeding.isdisjoint(at.words[start:stop])
    if differs or figure.bound in _LIMITS or _unseen(case):
        return None  # `phấn đấu …, vượt 5% so với dự toán`
    if any(cue.value in NAMED and start <= cue.first < stop for cue in at.role_cues):
        return None
    compared = next((found for found in at.cues.compared.all(at.tokens, first, min(end, first + _NEAR + 1))), None)
    if compared is None:
        return None
    aim = next(iter(at.cues.roles.all(at.tokens, compared.end, min(end, compared.end + _NEAR))), None)
    if aim is None or aim.value not in {"target", "threshold"} or _of_plan_before(case, aim):
        return None
    return Judged("result", at.quoted(compared), "reported")


def _of_plan_before(case: Case, aim: Match[CueKind]) -> bool:
    """`Kế hoạch là 711.000 tỷ đồng, tăng 23% so với kế hoạch năm 2022`: one plan held against an earlier one."""
    planned = case.last is not None and case.last.role == "target"
    times = (slot for slot in case.at.reading.times if slot.end > aim.end >= slot.first - 1)
    named = next((slot.time for slot in times), None)
    return planned and named is not None and (0 < named.year < case.clock.current or named.word == "last")


def _governed(case: Case) -> Judged | None:
    """By the nearest firm cue before the figure that reaches it."""
    at = case.at
    nearest = bisect_right(at.role_cues, at.slot.first, key=lambda cue: cue.end)
    for cue in reversed(at.role_cues[max(0, nearest - _MOST_CUES) : nearest]):
        if cue.value in {"weak", "idle"} or not reaches(at, cue) or _of_the_first(case, cue):
            continue
        if found := _by_cue(case, cue):
            return found
    return None


def _of_the_first(case: Case, cue: Match[CueKind]) -> bool:
    """Whether a cue tells of the first number of a change (`từ 2.750 USD hiện nay lên 5.000 USD`)."""
    begun = case.last is not None and case.last.rule == "from-to"
    return begun and cue.value == "result" and cue.first >= case.at.floor


def _by_cue(case: Case, cue: Match[CueKind]) -> Judged | None:
    """What a cue makes of the figure; a limit says something only of a ceiling or a floor."""
    at, words = case.at, case.at.quoted(cue)
    if cue.value in {"threshold", "limit"}:
        return _by_limit(at, cue)
    if cue.value == "result" and case.listing == "forecast" and at.words[cue.first] == _RECKONED:
        return Judged("forecast", words, "list-goes-on")  # `Theo kịch bản 2, … Quy mô GDP ước trên 510 tỷ USD`
    if cue.value == "result":
        return None if _unseen(case) or _of_a_list(case, cue) else Judged("result", words, "reported")
    if elapsed_since(case, cue):
        return Judged("result", words, "elapsed-since")
    listed = case.listing == "target" and at.words[cue.first : cue.end] == ("sẽ",)
    promised = _of_aims(at) or (not case.outlook and _promised(at, cue))
    role: Role = "target" if cue.value == "target" or listed or promised else "forecast"
    reached = cue.value == "target" and passed(at, cue)
    return Judged(role, words, "held-against-target" if reached else f"{cue.value}-cue")


def _by_limit(at: At, cue: Match[CueKind]) -> Judged | None:
    """`giữ lạm phát dưới 4%`, `nợ công vượt ngưỡng 60% GDP`: what a word of a limit makes of a number."""
    if cue.value == "limit":
        return Judged("target", at.quoted(cue), "limit") if at.slot.figure.bound in _LIMITS else None
    bound = at.slot.figure.unit == "%" and not at.grammar.bounded.isdisjoint(at.words[: cue.first])
    return Judged("target", at.quoted(cue), "threshold") if bound else None


def _of_a_list(case: Case, cue: Match[CueKind]) -> bool:
    """`chi đầu tư tăng 31% còn chi thường xuyên chỉ tăng 5,8%`: how little is aimed at, in a list of aims."""
    open_yet = case.listing == "target" and not elapsed(case.period, case.clock)
    return open_yet and case.at.words[cue.first] == _ONLY


def _unseen(case: Case) -> bool:
    """Whether nothing can be reported of the period: it has not begun; for a forecaster, it is not over."""
    covered, day = parse(case.period), case.clock.day
    if covered is None:
        return False
    if day is None:
        return case.outlook and covered.kind == "year" and covered.start.year >= case.clock.current > 0
    foreseen = case.outlook and covered.kind in _FORETOLD and covered.end > day
    return foreseen or to_come(case.period, case.clock)


def _of_aims(at: At) -> bool:
    """`Về mục tiêu năm tới, dự kiến GDP …`, `Mục tiêu đến 2015, dự kiến đón …`: a sentence that opens with an aim."""
    cue = at.role_cues[0] if at.role_cues else None
    if cue is None or cue.value != "target":
        return False
    dated = bool(at.times) and at.times[0].first <= cue.end + 1 and at.tokens.word(at.times[0].end) == ","
    return (cue.first == 0 and dated) or (at.words[0] == "về" and cue.first <= _NEAR)


def _promised(at: At, cue: Match[CueKind]) -> bool:
    """`sẽ tổ chức 20 khóa`, `dự kiến bố trí 500 tỷ đồng` are promises, `sẽ đạt 5 tỷ USD` an expectation."""
    unit = at.slot.figure.unit
    if at.words[cue.first : cue.end] == ("sẽ",) and at.tokens.word(cue.end) in at.grammar.pledges:
        return True
    if not (unit == "count" or unit.isupper()):
        return False
    if at.words[cue.first : cue.end] == ("sẽ",):
        return at.tokens.word(cue.end) not in at.grammar.outcomes
    return allots(at, cue)


def _listed(case: Case) -> Judged | None:
    part = case.period[4:5] == "-" and told_of(case.period, case.clock)  # `9 tháng` in its last days
    at = case.at
    if case.listing == "result":
        return Judged("result", "", "list-goes-on")
    had = at.slot.figure.unit == "count" and at.slot.figure.bound == "exact" and at.before(1) == (_OUT_OF,)
    if not case.listing or part or had or elapsed(case.period, case.clock):
        return None  # `Khai thác hiệu quả cơ hội từ 17 hiệp định thương mại tự do`
    met = any(
        cue.value == "target" and cue.end <= case.at.slot.first and achieved(case.at, cue) for cue in case.at.role_cues
    )
    met = met or done_in_part(case.at)
    return None if met and case.listing == "target" else Judged(case.listing, "", "list-goes-on")


def _revised(at: At) -> bool:
    """`kinh tế Mỹ được nâng lên 2,1%`: whether the figure's clause says that a forecast is changed or kept."""
    return any(" ".join(pair) in at.grammar.revising for pair in pairwise(at.words[slice(*at.own_clause())]))


def _in_outlook(case: Case) -> Judged | None:
    """`IMF: năm 2013 Việt Nam tăng trưởng 5,2%`: of a year that is not over, in a report of what is expected."""
    covered, day = parse(case.period), case.clock.day
    if case.outlook and not case.period and _revised(case.at):
        return Judged("forecast", "", "outlook")
    if not case.outlook or covered is None or covered.kind not in _FORETOLD:
        return None
    whole = covered.kind in {"year", "years"}
    ahead = covered.end > day if day else whole and covered.end.year >= case.clock.current
    return Judged("forecast", case.period, "outlook") if ahead else None


def _by_time(case: Case) -> Judged | None:
    covered, day = parse(case.period), case.clock.day
    if covered is not None and day is None and covered.kind == "year":
        return _ranged(case, covered.start.year)
    if covered is None or day is None or covered.end <= day:
        return None
    under_way = covered.kind == "year" and (day - covered.start).days < _EARLY_DAYS and not _happened(case.at)
    if not (covered.start > day or under_way):
        return None
    foretold = (case.line and case.line.role == "forecast") or any(
        True for _ in case.at.cues.forecasters.all(case.at.tokens)
    )
    return Judged("forecast" if foretold else "target", case.period, "time-to-come")


def _ranged(case: Case, year: int) -> Judged | None:
    """`năm 2016 tạo việc làm cho 1,5 - 1,6 triệu người`: what has happened has one number."""
    ahead = year > case.clock.current or (year == case.clock.current and case.at.slot.figure.bound == "range")
    return Judged("target", case.period, "time-to-come") if case.clock.running and ahead else None


def _happened(at: At) -> bool:
    """Whether the words since the figure before tell of something that happened; not `trở lên` after that."""
    first = at.floor + 2 if at.words[at.floor : at.floor + 2] == ("trở", "lên") else at.floor
    return not at.grammar.happened.isdisjoint(at.words[first : at.slot.first])


def _inert(case: Case) -> Judged | None:
    """A clause without a verb of its own goes on in the role of the figure before it."""
    at, last = case.at, case.line
    if last is None or last.role not in {"target", "forecast"}:
        return None
    bounded = at.slot.figure.bound in _FLOORS and last.role == "target"  # `tăng 10% trở lên`
    if last.rule in _ENDING_RULES and not (last.rule == "limit" and (bounded or case.ahead)):
        return None
    if elapsed(case.period, case.clock):
        return None
    if case.ahead and case.period in {"", case.told}:
        return Judged(last.role, last.cue, "goes-on")
    wanted = bounded or (last.role == "target" and (at.slot.figure.bound == "range" or _bidden(at)))
    if not _of_the_whole(at) and _happened(at) and not wanted:
        return None
    return Judged(last.role, last.cue, "goes-on")


def _of_the_whole(at: At) -> bool:
    """`Giảm 2% tỷ lệ hộ nghèo, trong đó các huyện nghèo giảm 4%`: a part of what the figure before tells."""
    start, end = at.own_clause()
    opened = at.words[start : min(end, start + 2)]
    return opened[:1] == ("riêng",) or ("trong", "đó") in {at.words[at.floor : at.floor + 2], opened}


def _bidden(at: At) -> bool:
    """`Phấn đấu đạt 8%. Giảm 2% tỷ lệ hộ nghèo`: a sentence that begins with its verb bids, after an aim."""
    return at.index == 0 and at.slot.first <= 2 and at.words[0] in at.grammar.bidding


RULES: tuple[Rule, ...] = (
    aims.marked,  # `11/15 chỉ tiêu đạt và vượt`
    scenes.vote,  # `với tỷ lệ tán thành 91,37%`
    scenes.scene,  # `63 điểm cầu`
    aims.set_after,  # `6% Quốc hội giao`
    bases.bracketed,  # `(cùng kỳ chỉ tăng 4,48%)`
    bases.from_to,  # `từ 4,8% lên 5,3%`
    bases.same_time_before,  # `cùng kỳ tăng 12,8%`
    bases.of_earlier,  # `vượt con số 126.000 doanh nghiệp của năm 2017`
    bases.told_before,  # `8,02% (số cũ 8%)`, `vượt con số 6,5% đã trình Quốc hội`
    bases.contrasted,  # `Nếu năm 2019 có 85 vụ thì …`
    bases.before_that,  # `tăng 2,5%, sau khi đạt 3% năm 2018`
    compared.met_plan,  # `so với dự toán Trung ương giao đạt 59,9%`
    compared.held_against,  # `so với mức 5,9% cùng kỳ`, `so với mục tiêu 6,7%`
    bases.goes_on,  # `so với 6,3% và 6,5%`
    bases.recalled,  # `Để so sánh, …`
    bases.of_part_before,  # `quý III tăng 5,4%, cao hơn các quý trước (quý I tăng 4%)`
    bases.foretold_before,  # `dự báo 4,7% hồi tháng 7`
    aims.named_after,  # `8% đúng mục tiêu`, `8% theo dự báo`
    _supposed,  # `nếu chỉ đạt 6%`
    aims.to_come,  # `8 khu nhà ở xã hội sẽ khởi công`
    _beside_aim,  # `; dư nợ là 46,9% GDP so với mức trần 55%`
    _governed,  # `phấn đấu đạt 8%`, `dự báo tăng 7%`, `ước đạt 5%`
    _listed,  # `Các chỉ tiêu chủ yếu: GDP tăng 6,5%.` … `Xuất khẩu tăng 8%.`
    aims.purpose,  # `phát động thi đua để hoàn thành 3.000 km`
    aims.allotted,  # `điều chỉnh kế hoạch, bổ sung 1.436 tỷ đồng`
    _in_outlook,  # `IMF: năm 2013 Việt Nam tăng trưởng 5,2%`
    _by_time,  # `đến năm 2030 có 10.000 km`
    aims.summed_up,  # `… là những con số chính trong kế hoạch`
    aims.limit,  # `không quá 5%`, `tối thiểu 3 nhóm`
    bases.year_before,  # `CPI cả năm tăng 9,2%. Năm 2011, giá tiêu dùng tăng 18,1%`
    bases.long_before,  # `năm 2011 tăng 6,25%` in a report on 2015
    _inert,  # `Phấn đấu GDP tăng 8%. Trong đó, công nghiệp 9%.`
)
