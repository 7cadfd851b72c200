"""How expressions of time are printed: the forms of one alternation, in which the first that fits wins.

Each form is a named group; the groups inside it, named after it, hold its day, month, part and year. Forms have no
nested repetition, so that the alternation stays linear. They take the spelling of `tui.figures.tokens.spelled`.
"""

from __future__ import annotations

import re

from tui.figures.tokens import spelled

_DAY = _MONTH = r"\d{1,2}"
_YEAR_DIGITS = r"(?:19|20)\d\d"
_YEAR = rf"{_YEAR_DIGITS}(?![\d]|[.,]\d)"
_WORD_YEAR = rf"(?:nay|ngoái|trước|tới(?!\s\d)|sau|này|đó|ấy|qua|vừa qua|{_YEAR})"
_SMALL = r"mười một|mười hai|mười|một|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|giêng|chạp"
_WORD_ENDS = r"(?![^\W_])"
_NO_LETTER = r"(?![^\W\d_])"
_NO_NUMBER = r"(?![\d%/]|[.,]\d)"
_NOT_IN_NUMBER = r"(?<![\d.,/-])"
_NO_DECIMAL = rf"(?!\d|,\d|\.(?!{_YEAR_DIGITS}(?!\d))\d)"
_NOT_EACH = r"(?<!mỗi )(?<!một )"
_NOT_SOME = r"(?<!những )(?<!các )(?<!mấy )(?<!vài )"


def _of_year(group: str) -> str:
    """`/2018`, `.2018`, ` năm 2018`, ` của cả năm nay`: a year that may follow a part of it."""
    return rf"(?:(?:\s?[/-]\s?|\.)(?P<{group}a>{_YEAR})|\s(?:của\s)?(?:cả\s)?năm\s(?P<{group}b>{_WORD_YEAR}))?"


FORMS = {
    # 18/7/2024, 18-7-2024
    "date": (rf"(?<![\d/.,])(?P<date_d>{_DAY})\s?[/.-]\s?(?P<date_m>{_MONTH})\s?[/.-]\s?(?P<date_y>{_YEAR})"),
    # từ đầu năm 2024 đến nay; từ tháng 3 đến nay
    "since": (
        rf"(?:tính\s)?từ\s(?:đầu\s)?(?:năm(?:\s(?P<since_y>{_WORD_YEAR}))?|tháng\s(?P<since_m>{_MONTH}))"
        rf"(?:\s?[/-]\s?(?P<since_my>{_YEAR_DIGITS}))?\s(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm này|hiện nay)"
    ),
    # cả hai năm 2025 và 2026; các năm 2024, 2025
    "pair": (
        rf"(?:cả\s)?(?:hai|2|các)\snăm\s(?P<pair_a>{_YEAR_DIGITS})(?:,|\svà)\s(?:năm\s)?(?P<pair_b>{_YEAR_DIGITS})"
        r"(?![\d%/]|[.,]\d|,\s(?:19|20)\d\d|\s(?:và\s(?:năm\s)?(?:19|20)\d\d|lần lượt|tương ứng))"
    ),
    # từ năm 2011 đến (năm) 2013; giai đoạn 2021-2025; 2017 - 2018
    "years": (
        rf"(?:(?:hai|ba|bốn|năm|\d{{1,2}})\snăm,?\s)?(?:từ\s|giữa\s)?(?:năm\s)?(?P<years_a>{_YEAR_DIGITS})"
        r"\s?(?:[-–—]|\s(?:đến|tới|và)\s(?:hết\s)?(?:năm\s)?)\s?"
        rf"(?P<years_b>{_YEAR_DIGITS}|\d\d(?![\d.,/%]))(?!\s?[%\d]|[.,]\d|\s(?:lần lượt|tương ứng))"
    ),
    # niên vụ 2017/2018, năm học 2019-2020
    "season": (
        r"(?:niên vụ|mùa vụ|vụ|năm học|niên khóa|niên khoá|năm tài khóa|năm tài chính)\s(?:năm\s)?"
        rf"(?P<season_a>{_YEAR_DIGITS})\s?[/–-]\s?(?P<season_b>{_YEAR_DIGITS}|\d\d)(?![\d.,/%])"
    ),
    # ngày 18 tháng 7 (năm 2024)
    "long": (rf"ngày\s(?P<long_d>{_DAY})\s?tháng\s(?P<long_m>{_MONTH}|{_SMALL})(?:,?\s(?:năm\s)?(?P<long_y>{_YEAR}))?"),
    # ngày 18/7, sáng nay (2-4), từ ngày 5 đến 7/8, ngày 26 và 27/3
    "day": (
        r"(?:ngày|sáng|trưa|chiều|tối|đêm|nay|qua|mùng|hôm)\s?\(?(?:\d{1,2}(?:\s?[-–]\s?|,\s|\sđến\s|\svà\s))?"
        rf"(?P<day_d>{_DAY})\s?[/-]\s?(?P<day_m>{_MONTH}){_NO_NUMBER}"
    ),
    # sáng 30.4, (30.4); not `đến nay 3.5 tỷ`
    "dotted": (
        r"(?:(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|mùng)\s|(?:nay|qua)\s?\()"
        rf"(?P<dotted_d>{_DAY})\.(?P<dotted_m>{_MONTH}){_NO_NUMBER}(?!\s(?:triệu|tỷ|tỉ|nghìn|ngàn|đồng|điểm))"
    ),
    # đến 20-10, đến 30.4; not `đến 10-12 triệu`
    "till": (
        rf"(?:(?<=đến )|(?<=tới )|(?<=hết ))(?P<till_d>{_DAY})[-.](?P<till_m>{_MONTH}){_NO_NUMBER}"
        r"(?!\s(?:triệu|tỷ|tỉ|nghìn|ngàn|lần|người|năm|tháng|ngày|điểm|doanh|dự|tuổi|km|ha|usd|đồng|tấn|mw))"
    ),
    # trong tháng: the one spoken of
    "inside": rf"trong tháng{_WORD_ENDS}(?!\s(?:\d|này|trước|tới|sau|qua|vừa|đầu|cuối|{_SMALL}){_WORD_ENDS}|\s\d)",
    # cả quý: the one spoken of, or that of the month spoken of
    "around": rf"(?:cả|trong)\squý{_WORD_ENDS}(?!\s(?:\d|i|v|này|trước|tới|sau|qua|vừa|đầu|cuối|{_SMALL}))",
    # lũy kế, từ đầu năm: from January to the month spoken of
    "summed": (
        r"(?:lũy kế |luỹ kế |tính )?(?<!kể )(?<!nhất )từ đầu năm(?!\s(?:đến|tới|cho|nay|này|\d))"
        r"|tính chung(?=(?:\s(?:đã|ước))?\s(?:tăng|giảm|đạt))"
        rf"|(?:tính )?(?:đến|tới) (?:hết|cuối) tháng(?!\s(?:\d|này|trước|tới|sau|qua|vừa|{_SMALL}){_WORD_ENDS}|\s\d)"
        r"|(?:lũy kế|luỹ kế|cộng dồn)(?=(?:\s(?:đã|ước|đạt|hơn|gần|trên|khoảng|là)){0,2}\s\d)(?!\s\d+\stháng)"
    ),
    # ngày 18
    "lone": rf"{_NOT_EACH}(?<!\d )ngày\s(?P<lone_d>{_DAY}){_NO_NUMBER}",
    # tháng sau cao hơn tháng trước: of all months
    "trend": r"(?:tháng|quý|năm)\ssau\s(?:\w+\s){0,3}(?:tháng|quý|năm)\strước",
    # từ tháng 1 đến tháng 8
    "span": (
        rf"(?:từ\s)?tháng\s(?P<span_a>{_MONTH}|{_SMALL})\s?(?:-|–|\sđến\s|\stới\s)\s?(?:hết\s)?tháng\s"
        rf"(?P<span_b>{_MONTH}{_NO_DECIMAL}|{_SMALL}){_NO_LETTER}{_of_year('span_y')}"
    ),
    # 9 tháng đầu năm 2018, sáu tháng cuối năm, 9 tháng
    "months": (
        rf"{_NOT_IN_NUMBER}(?P<months_n>\d{{1,2}}|{_SMALL})\stháng"
        r"(?:\s(?P<months_part>đầu|cuối|còn lại|vừa qua|vừa rồi|qua|tới|sau|trước|nữa"
        r"|liền trước|liền|liên tiếp|liên tục|kể từ|gần đây))?"
        rf"(?:\s(?:của\s)?năm(?:\s(?P<months_yb>{_WORD_YEAR}))?|(?:\s?[/-]\s?|\s)(?P<months_ya>{_YEAR}))?"
    ),
    # ba quý đầu năm
    "quarters": (
        r"(?:cả\s)?(?P<quarters_n>hai|ba|2|3)\squý(?!\s(?:sau|trước|tới|liền|liên tiếp|liên tục))"
        r"(?:\s(?P<quarters_part>đầu|cuối|còn lại))?"
        rf"(?:\s(?:của\s)?năm(?:\s(?P<quarters_yb>{_WORD_YEAR}))?)?"
    ),
    # quý I/2018, quý IV năm nay, quý đầu năm
    "quarter": (
        rf"quý\s(?P<quarter_n>iii|iv|ii|i|[1-4]{_NO_DECIMAL}|một|hai|ba|bốn|tư|đầu tiên|đầu|cuối|này|trước|vừa qua)"
        rf"{_NO_LETTER}{_of_year('quarter_y')}(?:\snăm(?!\s))?"
    ),
    # tháng đầu tiên của năm 2019
    "first": (rf"{_NOT_SOME}tháng\sđầu(?:\stiên)?\s(?:của\s)?năm(?:\s(?P<first_y>{_WORD_YEAR}))?"),
    # tháng cuối năm
    "last": (
        rf"{_NOT_SOME}tháng\scuối(?:\scùng)?\s(?:của\s)?năm"
        rf"(?:\s(?P<last_y>{_WORD_YEAR}))?"
    ),
    # đầu năm 2018: some time in it
    "early": rf"đầu\snăm(?:\s{_WORD_YEAR})?",
    # nửa đầu tháng 7, kỳ 2 tháng 7/2024: the halves that customs report on
    "fortnight": (
        r"(?P<fortnight_n>nửa đầu|nửa cuối|nửa sau|kỳ 1|kỳ 2|kỳ i|kỳ ii)"
        rf"\stháng\s(?P<fortnight_m>{_MONTH}){_NO_DECIMAL}{_of_year('fortnight_y')}"
    ),
    # giữa tháng 7
    "middle": rf"giữa\stháng\s(?P<middle_m>{_MONTH}){_NO_NUMBER}{_of_year('middle_y')}",
    # tháng 9-2018, tháng ba, tháng trước
    "month": (
        rf"{_NOT_EACH}tháng\s(?P<month_n>\d{{1,2}}{_NO_DECIMAL}|{_SMALL}|này|trước|tới|sau|qua|vừa qua)"
        rf"{_NO_LETTER}{_of_year('month_y')}"
    ),
    # 3/2018
    "numeric": rf"{_NOT_IN_NUMBER}(?P<numeric_m>{_MONTH})/(?P<numeric_y>{_YEAR})(?!/)",
    # nửa đầu năm 2017
    "half": (
        r"nửa\s(?P<half_n>đầu|cuối|còn lại|sau|năm đầu|năm cuối|năm còn lại|năm(?!\s(?:tới|nữa|sau|\d)))"
        rf"(?:\s(?:của\s)?năm)?(?:\s(?P<half_y>{_WORD_YEAR}))?"
    ),
    # cùng kỳ năm trước, cùng kỳ 2017
    "compare": (
        r"cùng (?:kỳ|thời điểm|(?:tháng|quý)(?=\snăm\s(?:ngoái|trước|\d))"
        r"|thời gian(?!\snày)(?=\scủa|\snăm|\s(?:19|20)\d\d|\strước))(?:(?:\scủa)?\snăm)?"
        rf"(?:\s(?P<compare_y>{_WORD_YEAR}))?|một năm trước(?: đó)?"
    ),
    # 5 năm tới
    "coming": rf"{_NOT_IN_NUMBER}(?P<coming_n>[2-9]|10|{_SMALL})\snăm\s(?:sắp )?(?:tới|tiếp theo){_WORD_ENDS}",
    # cả nhiệm kỳ, nhiệm kỳ trước: the five years of a plan
    "term": rf"(?:cả\s)?nhiệm kỳ\s(?P<term_w>này|qua|vừa qua|trước|tới){_WORD_ENDS}|cả\snhiệm kỳ(?!\s\d)",
    # giai đoạn tiếp theo, thời gian tới, những năm tới
    "open": (
        r"(?:giai đoạn|thời gian|những năm|các năm|năm)\s(?:tiếp theo|tới đây|sau này|sắp tới)"
        rf"|(?:thời gian|những năm|các năm|giai đoạn)\s(?:tới|sau){_WORD_ENDS}"
    ),
    # 15 năm qua, 3 thập kỷ, 8 giờ 30
    "duration": (
        rf"{_NOT_IN_NUMBER}(?:\d{{1,3}}|{_SMALL}|nhiều|vài|mấy|những|các)\s"
        rf"(?:năm(?!\s{_YEAR_DIGITS})|thập (?:kỷ|niên)|thế kỷ|tuần|nhiệm kỳ)"
        r"(?:\s(?:qua|gần đây|tới|liên tiếp|trước|nay|sau))?"
        r"|thế kỷ\s\w+"
        rf"|(?<![\d.,])\d{{1,2}}(?:h\d{{0,2}}|\sgiờ(?:\s\d{{1,2}})?){_WORD_ENDS}"
    ),
    # cả năm 2018, đến hết năm 2019, năm nay, cuối năm, sang năm
    "year": (
        rf"(?:(?:hết|cuối|cả|trong)\s)?năm\s(?P<year_w>{_WORD_YEAR}){_WORD_ENDS}"
        rf"|(?:hết|cuối|cả|của|bình quân)\snăm{_WORD_ENDS}(?!\s{_WORD_YEAR})"
        rf"|(?P<year_in>trong năm){_WORD_ENDS}(?!\s{_WORD_YEAR}|\snăm\s)"
        rf"|(?P<year_next>sang năm){_WORD_ENDS}(?!\s(?:\d|mới|thứ|nay|này))"
    ),
    # 2018, which may be a number as well
    "bare": rf"(?<![\d.,/])(?P<bare_y>{_YEAR})(?![\d%]|/\d|-\d)",
    # 20/9, which may be a part of a whole as well
    "weak": rf"(?<![\d/.,-])(?P<weak_d>{_DAY})/(?P<weak_m>{_MONTH})(?![\d/%]|[.,]\d)",
    # đến nay, hiện có; not `thực hiện`, `hiện hành`
    "now": (
        r"(?:cho\s)?(?:đến|tới)\s(?:nay|thời điểm này|thời điểm hiện tại)"
        r"|(?<!thực )(?<!thể )(?<!biểu )(?<!phát )(?<!xuất )hiện(?: nay| có| đang| tại)?"
    ),
}
# what may not follow a form as a whole
_AFTER = {"now": rf"{_WORD_ENDS}(?! hành| đại| trạng| thực| vật)"}
_WORDS_WITH_Y = re.compile("quý|kỳ|kỷ")


def _group(name: str, form: str) -> str:
    return rf"(?P<{name}>{_WORDS_WITH_Y.sub(lambda word: spelled(word[0]), form)}){_AFTER.get(name, '')}"


# asked once before all forms: most places in a text stand inside a word
_WORD_BEGINS = r"(?<![^\W_])"
TIME = re.compile(rf"{_WORD_BEGINS}(?:{'|'.join(_group(name, form) for name, form in FORMS.items())})")
