"""What the words around a year make of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.meetings.cues import year_cues

if TYPE_CHECKING:
    from tui.meetings.fits import Function

_NEAR, _REACH, _LEFT = 20, 48, 80
_DOCUMENT = re.compile(r"(?<![\d/])\d{1,4}/\Z")
_RANGE = re.compile(r"\s?[-–—]\s?(?:năm )?((?:19|20)\d\d)(?!\d)")
_RANGE_END = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–—]\s?(?:năm )?\Z")
_FROM = re.compile(
    r"từ (?:đầu |giữa |cuối )?(?:năm )?(?:(?:19|20)\d\d)\s(?:cho )?(?:đến|tới)\s(?:hết |nay |cuối )?(?:năm )?\Z"
)
_ROUND, _BUDGET, _FIVE = 5, 2, 4
_RECORD = re.compile(r"nhất[^.,;:%\n]{0,30}\Z")
_TO_NOW = re.compile(r"\s(?:cho )?(?:đến|tới) (?:nay|hết|hiện|ngày|thời điểm)")
# a further year of a list: `năm 2018 đạt 6,8%, năm 2019 đạt 6,6%`, `6,6% năm 2019 và 6,5% năm 2020`
_LISTED = re.compile(
    r"(?:[,;]\s(?:và )?(?:năm\s)?|\A(?:,| và) (?:năm\s)?"
    r"|(?:[,;]\s?| và )(?:khoảng |mức )?\d[\d.,–%-]*(?: %| tỷ usd)? ?(?:của |cho |trong )?(?:năm\s?)?)\Z"
)
_WITHIN = "trong năm "
_WHOLE_YEAR = ("cả năm", "cả năm ")
_BY_THEN = ("vào ", "vào cuối ")  # `sẽ lên 3,3% vào cuối nửa đầu năm 2016`
_PARTED = re.compile(r"[,;:]\s")
_OF_PLAN = re.compile(
    r"(?:%|so với|vượt)[^,;:%()]{0,24}(?:kế hoạch|dự toán|mục tiêu|chỉ tiêu)(?P<rest>[^,;:%()]{0,40})\Z"
)
# `so với chỉ tiêu 17 triệu lượt vào năm 2020`
_LED_TO = re.compile(r"(?<!\w)(?:vào|đến|tới) năm\s\Z")
_END_OF_YEAR = "12"
# `bằng 55% năm 2021`
_SHARE_OF = re.compile(r"bằng (?:khoảng |gần |hơn |chỉ )?\d[\d.,]*\s?% (?:mức )?(?:của )?(?:cả )?(?:năm )?\Z")
# `đến 2026`, `kéo dài tới hết 2026`
_UP_TO = re.compile(r"(?:đến|tới)\s(?:hết\s|cuối\s)?\Z")
_UP_TO_END = re.compile(r"(?:đến|tới)\s(?:cuối|hết) năm\s\Z")
# `để có 3.000 km vào cuối năm 2025`: still to be done by then
_TO_BE_DONE = re.compile(r"(?<!\w)(?:để|phấn đấu|mục tiêu|sẽ|phải)\s(?:[^.;:\n]|\.\d){0,60}(?:vào|trước) cuối năm\s\Z")
# `kỳ họp thường lệ cuối năm 2025`: held at that time
_SESSION = re.compile(r"(?<!\w)(?:kỳ họp|phiên họp|hội nghị)(?: thường lệ| thường kỳ| tổng kết)? (?:giữa|cuối) năm\s\Z")
# `tạo nền cho năm 2026`: said in the year before
_READIES = re.compile(r"(?<!\w)(?:tạo|làm|đặt|chuẩn bị)(?: \w+){0,3} cho (?:năm )?\Z")
# `chuyển sang năm 2026`; `. Sang năm 2017, …` only tells on
_ON_TO = re.compile(r"(?<=\w )sang (?:năm )?\Z")
_RECKONED = re.compile(r"(?<!\w)(?:dự tính|dự ước|ước tính) (?:cả |hết |trong )?(?:năm )?\Z")
# `theo kế hoạch năm 2025, Bộ được giao …`: a plan that is under way
_BY_PLAN = re.compile(r"(?<!\w)theo (?:kế hoạch|dự toán)(?: vốn| đầu tư| ngân sách)? (?:năm )?\Z")
# `quyết toán ngân sách nhà nước năm 2013`: accounts that the Assembly closes in the second year after it
_SETTLED = re.compile(r"(?<!\w)quyết toán(?: thu,? chi)? (?:ngân sách(?: nhà nước)?|nsnn) (?:năm )?\Z")
# `thông qua kế hoạch 5 năm 2021-2025`
_ADOPTED = re.compile(r"(?<!\w)(?:thông qua|quyết nghị|biểu quyết)(?!\w)[^.;\n]{0,80}\Z")
# `dự thảo kế hoạch 5 năm 2011-2015`: drawn up in the year before
_DRAFTED = re.compile(r"(?<!\w)dự thảo(?!\w)[^.;\n]{0,80}(?:5|năm) năm (?:giai đoạn )?\Z")
# words joined to a year, with the function they give it
_JOINED: tuple[tuple[Function, re.Pattern[str]], ...] = (
    ("next", _READIES), ("distant", _UP_TO), ("ahead", _ON_TO), ("current", _RECKONED),
    ("of_plan", _BY_PLAN), ("settled", _SETTLED),
)  # fmt: skip
# `Năm 2018, …` at the start of a clause
_OPENED = re.compile(r"(?:\A\W*|[.!?…;:,(]\s?|\n)năm\s\Z")
_RANGE_TOLD = re.compile(r"\s(?:tăng|đạt|tăng trưởng)(?: từ| khoảng)? \d[\d,]*\s?%?\s?(?:-|–|đến)\s?\d[\d,]*\s?%")
# `năm 2025 chỉ còn chưa đầy một quý`
_ENDING = re.compile(
    r"\s(?:chỉ )?(?:còn (?:lại )?(?:chưa|hơn|gần|khoảng|không|ít|vài|\d|một|hai|ba)(?!\w)"
    r"|sắp (?:kết thúc|khép lại|qua))"
)
# `con số của năm 2024 cũng bị hạ`: foretold for the year after the one just spoken of
_EXACT = re.compile(r"\d,\d\d ?%")
_TOO = re.compile(r"\scũng (?:bị|được) (?:hạ|nâng|giảm|tăng|kéo|điều chỉnh|dự báo|giữ)")
# `năm 2009 còn khó hơn năm nay`: of the year to come
_THAN_NOW = re.compile(r"\s(?:còn|sẽ|có thể|dự báo)(?: \w+){1,4} (?:hơn|như|bằng|so với) năm nay(?!\w)")
_LAST_YEAR = re.compile(r"(?:so với|cùng kỳ|hơn)[^.;]{0,20} năm ngoái")
_IS_YEAR = re.compile(r"\s(?:cũng |tiếp tục |sẽ )?là năm (?!thứ (?:\w+ ){1,2}(?:liền|liên tiếp))")


# `năm 2021, vào thời điểm này mới hái 6%`: held against
_SAME_THEN = re.compile(r",?\s(?:(?:đến|vào|tại|tính đến) )?(?:cùng (?:thời điểm|kỳ)|thời điểm này)(?!\w)")


def is_listed(left: str) -> bool:
    """Whether the words `left` of a year only join it to the one before."""
    return bool(_LISTED.search(left))


def function_of(found: re.Match[str], low: str, left: str, right: str) -> tuple[Function, int]:
    """What the text does with a year, and how many characters before it the telling words start.

    `found` is a match of SPOKEN in `low`; `left` ends right before the year's four digits, `right` starts after them.
    """
    own = _own(found)
    held: Function | None = "current" if _SESSION.search(left) else None
    firm: Function | None = held or _bounded(found, low, left) or ("base" if _SAME_THEN.match(right) else None)
    if firm is not None:
        return firm, own
    cued = _before(left)
    if cued is not None and cued[0] == "base":
        return _compared(found), cued[1]
    if found["opening"] and (cued is None or cued[0] != "since" or _TO_NOW.match(right)):
        return "current", own
    if cued is not None and cued[0] in {"document", "distant", "since"} and not found["day"]:
        return cued
    return _of_stretch(found, left) or _of_year(found, cued, right)


def _own(found: re.Match[str]) -> int:
    """How many characters before the year a match of SPOKEN starts, white space apart."""
    return found.start("year") - found.start() - (len(found[0]) - len(found[0].lstrip()))


def _of_stretch(found: re.Match[str], left: str) -> tuple[Function, int] | None:
    """The function of a day, a limit, a half-year or a count of months, told by their form; None for any other."""
    own = _own(found)
    if found["closing"] and (_UP_TO_END.search(left) or _TO_BE_DONE.search(left)):
        return "limit", own
    if found["day"]:
        return ("counted" if year_cues().counted.search(left) else "dated"), own
    if found["months"] or found["half"] or found["quarters"]:
        foretold = left[: len(left) - own].endswith(_BY_THEN) and year_cues().planned.search(left)
        return ("planned" if foretold or "cuối" in {found["edge"], found["half"]} else "reviewed"), own
    return None


def _of_year(found: re.Match[str], cued: tuple[Function, int] | None, right: str) -> tuple[Function, int]:
    """The function of a year, quarter or month, which the words around tell."""
    own = _own(found)
    part = bool(found["quarter"] or found["month"])
    if (
        cued is not None
        and cued[0] == "planned"
        and cued[1] <= len(_WITHIN)
        and year_cues().after_reviewed.search(right)
    ):
        return "reviewed", own  # `trong năm 2018 đã thu hút`
    if cued is not None:
        return ("recent", cued[1]) if part and cued[0] == "reviewed" else cued
    return ("closing" if found["closing"] else _following(right, part=part)), own


def _compared(found: re.Match[str]) -> Function:
    """The function of a stretch that is compared with: the end of a year counts as the year."""
    part = found["months"] or found["half"] or found["quarter"] or found["quarters"] or found["day"]
    return "base_part" if part or (found["month"] and found["month"] != _END_OF_YEAR) else "base"


def _bounded(found: re.Match[str], low: str, left: str) -> Function | None:
    """The function of a year that bounds a range or numbers a document; None for any other."""
    before = low[max(0, found.start("year") - _NEAR) : found.start("year")]
    opening, year = _RANGE.match(low, found.end()), int(found["year"])
    if opening:
        return _of_range(int(opening[1]) - year, left)
    closing = _RANGE_END.search(before)
    if closing:
        start = found.start("year") - len(before) + closing.start()
        # `cao nhất trong giai đoạn 2011-2022` is said of the last year; long plans end in round years
        record = _RECORD.search(low, max(0, start - _LEFT), start)
        over = year != int(closing[1]) + 1 and not year_cues().distant_range.search(low, max(0, start - _REACH), start)
        long = year - int(closing[1]) > _ROUND
        if not over or (not record and not year % _ROUND):
            return "current" if record else "distant"
        return "current" if record or long else "until"
    if _FROM.search(low, max(0, found.start("year") - _REACH), found.start("year")):
        return "until" if year % _ROUND else "distant"
    return "document" if not found["day"] and not found["month"] and _DOCUMENT.search(before) else None


def _of_range(length: int, left: str) -> Function:
    """The function of the first year of a range: budgets are planned for three years, plans of five adopted in it."""
    if length == _FIVE and _ADOPTED.search(left):
        return "adopted"
    if length == _FIVE and _DRAFTED.search(left):
        return "drafted"
    if length == 1:
        return "distant" if year_cues().due.search(left[-_REACH:]) else "pair"
    return "ahead" if length == _BUDGET and year_cues().ahead.search(left) else "distant"


def _before(left: str) -> tuple[Function, int] | None:
    """The function that the words before a year give it, with the distance of the telling word."""
    cues = year_cues()
    of_plan = _OF_PLAN.search(left)
    if of_plan and not cues.base.search(of_plan["rest"]):
        return "distant" if _LED_TO.search(of_plan["rest"]) else "of_plan", len(left) - of_plan.start()
    clause = max((hit.end() for hit in _PARTED.finditer(left)), default=0)
    joined: Function | None = next(
        (name for name, words in _JOINED if words.search(left, max(0, len(left) - _REACH))), None
    )
    if joined is not None:
        return joined, 0
    compared = _SHARE_OF.search(left) or cues.base.search(left, max(clause, len(left) - _REACH))
    # not `3,3% so với cùng kỳ vào cuối nửa đầu năm 2016`
    if compared and "vào" not in left[compared.end() :].split():
        # `cao hơn ước thực hiện năm 2017` is said late in that year or right after it
        estimate = "ước" in left[compared.end() :].split()
        return "estimated" if estimate else "base", len(left) - compared.start()
    hits = _hits(left, clause)
    if not hits:
        return None
    start, function = max(hits)
    if function == "reviewed" and cues.reached.match(left, start):
        # `phấn đấu đạt 8% năm 2025` is still to be reached
        wanted = [hit for hit in hits if hit[0] >= clause and hit[1] in {"planned", "ahead"}]
        start, function = max(wanted, default=(start, function))
    if function in {"ahead", "planned"}:
        parted = max((clause, *(hit.end() for hit in cues.parting.finditer(left))))
        looking_back = cues.reviewed.search(left, parted)
        if looking_back:
            start, function = looking_back.start(), "reviewed"
    return "current" if _unfinished(left, function, start) else function, len(left) - start


def _unfinished(left: str, function: Function, start: int) -> bool:
    """`dự báo cả năm 2018`, `ước cả năm 2018`, `dự báo kết quả năm 2018`: said within the year."""
    if left.endswith(_WHOLE_YEAR) and (function in {"ahead", "planned"} or left.startswith("ước", start)):
        return True
    foretold = year_cues().foretold.finditer(left, max(0, start - _NEAR), start)
    return function == "reviewed" and any(hit.end() == start - 1 for hit in foretold)


def _hits(left: str, clause: int) -> list[tuple[int, Function]]:
    """The places of words that tell what is said of the year after `left`, whose clause starts at `clause`."""
    cues, part = year_cues(), left.rfind("; ") + 1
    patterns: tuple[tuple[Function, re.Pattern[str], int], ...] = (
        ("reviewed", cues.done, clause),
        ("reviewed", cues.reviewed, part),
        ("ahead", cues.ahead, part),
        ("planned", cues.planned, part),
        ("document", cues.document, part),
        ("distant", cues.distant, part),
        ("since", cues.since, clause),
        ("dated", cues.effect, clause),
    )
    return [(hit.start(), name) for name, pattern, start in patterns for hit in pattern.finditer(left, start)]


def _following(right: str, *, part: bool) -> Function:
    """The function that the words after a year give it, `part` where only a part of the year was named."""
    cues = year_cues()
    exact = _EXACT.search(right)  # what is told to two places has happened, whatever it is a ground for
    planned = cues.after_planned.search(right, 0, exact.end() if exact else len(right))
    reviewed = cues.after_reviewed.search(right)
    if planned and (reviewed is None or planned.start() < reviewed.start()):
        return "planned"
    if part:
        return "recent" if reviewed or _moves(right) else "part"
    if reviewed and not _IS_YEAR.match(right) and not _LAST_YEAR.search(right):
        return "estimated" if reviewed[0].startswith("ước") else "reviewed"
    return _told(right)


def _told(right: str) -> Function:
    """The function of a whole year that no cue of a plan or review tells of."""
    if _ENDING.match(right):
        return "current"
    if _TOO.match(right) or _THAN_NOW.match(right):
        return "next"
    if _LAST_YEAR.search(right):
        return "current"  # `năm 2023 tăng 5% so với năm ngoái`
    if _IS_YEAR.match(right) or _RANGE_TOLD.match(right):
        return "planned"  # `năm 2016 tăng 8,5-9%`: what has happened has one number
    return "moved" if _moves(right) else "named"


def _moves(right: str) -> bool:
    moved = year_cues().moved.search(right)
    return bool(moved and right[moved.end() :].lstrip()[:1].isdigit())


def opens_clause(left: str) -> bool:
    """Whether `năm` and a year after `left` start a clause, as in `Năm 2018, …`."""
    return bool(_OPENED.search(left))
