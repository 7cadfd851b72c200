"""The years a text names, each with the stretch of time it stands for."""

from __future__ import annotations

import re

_SPELLED = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
SPOKEN = re.compile(
    r"(?:(?P<opening>(?:những |các |mấy )tháng đầu năm|đầu năm)"
    r"|(?P<months>\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) tháng(?: (?P<edge>đầu|cuối))?(?: của)?(?: năm)?"
    r"|nửa (?P<half>đầu|cuối) năm"
    r"|(?P<quarters>hai|ba|2|3) quý(?: đầu)?(?: của)?(?: năm)?"
    r"|(?P<closing>(?:cuối|hết) năm)"
    r"|quý (?P<quarter>iv|iii|ii|i|[1-4])(?:\s?[/-]\s?| của | )?(?:năm )?"
    r"|(?P<day>(?<![\d/.-])\d{1,2})[/.-](?P<on>\d{1,2})[/.-]"
    r"|tháng (?P<month>\d{1,2})(?:\s?[/-]\s?|\.| )?(?:năm )?)?"
    r"(?:(?<![\d.,])|(?<=tháng \d\.)|(?<=tháng \d\d\.))\s?(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d|\s?%)"
)
_SIXTY = re.compile(
    r"(?<!\w)(?:tết|xuân|năm|đón|nguyên đán|cổ truyền|âm lịch) "
    r"(giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý) (tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)(?! \d{4})(?!\w)"
)
_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
# a year of the rat that starts a round of sixty; the rounds before 1990 are history
_ROUND, _SIXTY_YEARS, _OLDEST = 1984, 60, 1990


def period_of(found: re.Match[str]) -> str:
    """The stretch that a match of SPOKEN stands for, as `period` writes it; not always one of the calendar."""
    year = found["year"]
    if found["months"]:
        count = _SPELLED.get(found["months"]) or int(found["months"])
        first, last = (13 - count, 12) if found["edge"] == "cuối" else (1, count)
        return f"{year}-{first:02d}/{year}-{last:02d}"
    if found["half"]:
        return f"{year}-S{1 if found['half'] == 'đầu' else 2}"
    if found["quarters"]:
        return f"{year}-01/{year}-{3 * (_SPELLED.get(found['quarters']) or int(found['quarters'])):02d}"
    if found["quarter"]:
        return f"{year}-Q{_SPELLED.get(found['quarter']) or found['quarter']}"
    if found["day"]:
        return f"{year}-{int(found['on']):02d}-{int(found['day']):02d}"
    return f"{year}-{int(found['month']):02d}" if found["month"] else year


def years_of_sixty(low: str) -> tuple[tuple[int, int, int], ...]:
    """The years that lower-case text names by stem and branch, as (year, start, end): `Tết Kỷ Hợi` is 2019."""
    named = []
    for found in _SIXTY.finditer(low):
        stem, branch = _STEMS.index(found[1]), _BRANCHES.index(found[2])
        # the numbers below sixty that leave these rests by ten and by twelve; none where the two never meet
        for count in range(_SIXTY_YEARS):
            if count % len(_STEMS) == stem and count % len(_BRANCHES) == branch:
                year = _ROUND + count
                named.append((year if year >= _OLDEST else year + _SIXTY_YEARS, *found.span()))
    return tuple(named)
