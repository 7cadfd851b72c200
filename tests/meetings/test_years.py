"""The year of a day printed without one, over whole reports, and the rules it is told by."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.errors import LexiconError
from tui.meetings import date_article, fits
from tui.meetings.fits import rules, worth
from tui.meetings.spoken import years_of_sixty

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.model import Dating

TESTS = Path(__file__).parents[1]
REPORTS: list[dict[str, str]] = tomllib.loads((TESTS / "meetings" / "reports.toml").read_text(encoding="utf-8"))[
    "report"
]
PRINTED = re.compile(r"(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(20\d\d)(?!\d)")
# nothing in them speaks of a year but the one printed beside the day, and terms of office
SILENT = ("04_", "22_")


def dated(text: str) -> Dating:
    return date_article(parse("bài", "bài.txt", text.strip().encode()))


def reports() -> Iterator[Any]:
    for report in REPORTS:
        reason = report.get("beyond")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(report["day"], report["text"], marks=marks, id=report["day"])


@pytest.mark.parametrize(("day", "text"), list(reports()))
def test_the_year_of_a_report(day: str, text: str) -> None:
    dating = dated(text)
    assert (str(dating.date), dating.source) == (day, "inferred"), dating.reason


def without_year() -> Iterator[Any]:
    """Articles that print the day with its year in the opening, with that year taken out wherever the day stands."""
    for path in sorted((TESTS / "own" / "articles").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found = PRINTED.search(text, 0, 600)
        if found:
            day = date(int(found[4]), int(found[3]), int(found[1]))
            yield pytest.param(day, text.replace(found[0], f"{found[1]}{found[2]}{found[3]}"), id=path.stem)


@pytest.mark.parametrize(("day", "text"), list(without_year()))
def test_the_year_is_told_without_the_one_printed(day: date, text: str, request: pytest.FixtureRequest) -> None:
    dating = dated(text)
    silent = request.node.callspec.id.startswith(SILENT)
    assert dating.date == (None if silent else day), dating.reason


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("So với cùng kỳ năm 2018, xuất khẩu tăng 5%.", 2019),
        ("So với tháng 12/2018, giá tăng 0,1%.", 2019),
        ("Hội nghị bàn chăm lo Tết Kỷ Hợi.", 2019),
        ("Kế hoạch năm 2019 được giao từ đầu năm.", 2019),
        ("Dự báo tăng trưởng đạt 6,8% năm nay và 6,7% năm 2020.", 2019),
        ("Dự báo tăng trưởng đạt 6,8% năm 2019 và 6,7% năm 2020.", 2019),
        ("Từ năm 2017 đến 2019, vốn tăng ba lần.", 2019),
        ("Kinh phí giảm nghèo bình quân năm 2016 là 90 tỷ đồng; từ năm 2017 đến 2019 là 120 tỷ đồng.", 2019),
        ("Đây là mức cao nhất trong giai đoạn 2011-2019.", 2019),
        ("Tính đến 15/1/2019, giải ngân đạt 5%.", 2019),
        ("Phấn đấu đạt tăng trưởng 7% năm 2019.", 2019),
        ("Thu ngân sách vượt 7,8% dự toán năm 2018.", 2019),
        ("Thuế được giảm từ ngày 11/2 đến hết năm 2019.", 2019),
        ("Quy định này có hiệu lực từ tháng 3/2019.", 2019),
        ("Sang 2019, khó khăn còn nhiều.", 2019),
        ("Tỉnh lo quỹ lương năm 2019. Phần hỗ trợ có thể quá 90 tỷ đồng, trả tới hết 2020.", 2019),
        ("Trong năm 2018 cả nước đã có 131 nghìn doanh nghiệp mới.", 2019),
        ("Chỉ tiêu xuất khẩu tăng 8% so với năm 2018.", 2019),
        ("So với tháng 12.2018, giá tăng 0,1%.", 2019),
        ("Kế hoạch 2016-2020 còn hai năm; năm 2018 tăng 7,08%.", 2019),
        ("Năm 2018 có 131 nghìn doanh nghiệp mới; đến năm 2030 có 2 triệu.", 2019),
        ("Năm 2018 xuất khẩu tăng 13,19%, là nền tảng để đặt mục tiêu cao hơn.", 2019),
    ],
)
def test_one_sentence_settles_the_year(sentence: str, year: int) -> None:
    assert dated(f"Sáng 31/1, Chính phủ họp phiên thường kỳ. {sentence}").date == date(year, 1, 31)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("GRDP năm 2022 ước tăng 9%.", 2022),
        ("Dự tính năm 2022 tỉnh có 13 chỉ tiêu vượt.", 2022),
        ("Bán lẻ tăng 9-10% so với năm 2022.", 2022),
        ("Bàn kế hoạch kinh tế - xã hội năm tới. Mục tiêu năm 2023 là GDP tăng 7,5%.", 2022),
        ("Giá không bằng mức của năm 2021.", 2022),
        ("Theo quy luật cây cà phê: năm 2021, vào thời điểm này mới hái 6%.", 2022),
        ("Phấn đấu xuất khẩu tăng 8% so với năm 2022.", 2022),
        ("Kế hoạch năm tới: xuất khẩu tăng 8% so với năm 2022.", 2022),
        ("Chỉ tiêu cao hơn ước thực hiện năm 2022 là 5%.", 2022),
        ("GRDP năm 2023 tăng 8-8,5%.", 2022),
        ("Thủ tướng bàn dự thảo nghị quyết điều hành năm 2023.", 2022),
        ("Vốn đầu tư công năm 2022 có khởi sắc so với cùng kỳ năm ngoái.", 2022),
        ("Nghị quyết nêu nhiệm vụ năm 2023. Năm 2023 tăng 8,5-9,0%.", 2022),
    ],
)
def test_one_sentence_settles_the_year_late_in_it(sentence: str, year: int) -> None:
    assert dated(f"Chiều 27/11, Thủ tướng chủ trì hội nghị. {sentence}").date == date(year, 11, 27)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Theo số liệu Tổng cục Thống kê công bố ngày 6/1, tháng 12/2024 có 1,7 triệu khách.", date(2025, 1, 6)),
        ("[Hà Nội, 5/1, Reuters] - Tổng cục Thống kê công bố GDP năm 2025 tăng 8,02%.", date(2026, 1, 5)),
    ],
)
def test_a_day_in_a_dateline_or_beside_numbers_is_the_report_s(text: str, day: date) -> None:
    assert dated(text).date == day


def test_numbers_of_a_year_that_the_lead_prepares_for_are_planned() -> None:
    text = "Chiều 27/11, Thủ tướng chủ trì hội nghị về kế hoạch năm 2023. Năm 2023 đạt 300 tỷ USD."
    assert dated(text).date == date(2022, 11, 27)


def test_what_a_year_may_reach_is_no_review() -> None:
    assert dated("Ngày 30/8, Thủ tướng chủ trì phiên họp. GDP 2018 có khả năng đạt trên 6,7%.").date == date(
        2018, 8, 30
    )


def test_a_year_after_a_comma_is_not_that_of_the_day() -> None:
    assert dated("Bộ Công Thương họp báo ngày 7/1, năm 2020 xuất khẩu đạt 282 tỷ USD.").date == date(2021, 1, 7)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2024, 12, 27), "Ngày 27/12/2024, Bộ Nông nghiệp tổng kết công tác năm 2024."),
        (date(2024, 3, 5), "Ngày 5/3/2024, Bộ Xây dựng phát động thi đua."),
    ],
)
def test_a_day_that_opens_the_report_needs_no_other_word(day: date, text: str) -> None:
    assert (dated(text).date, dated(text).source) == (day, "stated")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("đón tết giáp tý", [2044]),
        ("tết kỷ hợi", [2019]),
        ("xuân bính ngọ", [2026]),
        ("năm nhâm dần và tết quý mão", [2022, 2023]),
        ("tết mậu thân 1968", []),
        ("tết giáp hợi", []),
        ("ông quý thân", []),
    ],
)
def test_years_of_sixty(words: str, years: list[int]) -> None:
    assert [year for year, _, _ in years_of_sixty(words)] == years


@given(st.integers(1, 12), st.integers(2005, 2029))
def test_a_month_looked_back_on_is_never_in_the_future(month: int, year: int) -> None:
    dating = dated(f"Ngày 20/6, Chính phủ họp. Tháng {month} năm {year}, xuất khẩu đã tăng 5%.")
    assert dating.date is not None
    assert (dating.date.year, 6) >= (year, month)


def test_the_worth_is_that_of_the_band() -> None:
    assert worth("current", "2024", date(2024, 5, 1)) == 1.0
    assert worth("current", "2024", date(2023, 12, 31)) < 0
    assert worth("distant", "2024", date(2024, 5, 1)) == 0.0


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("least", "much", "years.toml: least must be a number."),
        ("weights", None, "years.toml: the table [weights] is missing."),
        ("weights", {"lead": 1.0}, "years.toml: missing or unknown: early, hint, other, stamp, weekday."),
        ("fit", {}, "missing or unknown: "),
        ("moment", [{"words": ["covid"]}], "years.toml: a moment needs words and a month"),
        (
            "moment",
            [{"words": ["covid"], "from": "2020-02", "fit": "base"}],
            "years.toml: the fit of a moment is one of: moment, struck, unheard.",
        ),
    ],
)
def test_a_faulty_rule_is_named(monkeypatch: pytest.MonkeyPatch, key: str, value: object, message: str) -> None:
    table = tomllib.loads((Path(fits.__file__).parent / "years.toml").read_text(encoding="utf-8"))
    monkeypatch.setattr(fits, "load", lambda *_: {**table, key: value})
    with pytest.raises(LexiconError) as raised:
        rules.__wrapped__()
    assert message in str(raised.value)


@pytest.mark.parametrize("fit", [{"edge": "middle", "bands": []}, {"edge": "end", "bands": [[1, 2]]}, "soon"])
def test_a_faulty_fit_is_named(monkeypatch: pytest.MonkeyPatch, fit: object) -> None:
    table = tomllib.loads((Path(fits.__file__).parent / "years.toml").read_text(encoding="utf-8"))
    monkeypatch.setattr(fits, "load", lambda *_: {**table, "fit": {**table["fit"], "base": fit}})
    with pytest.raises(LexiconError, match=r"years\.toml: fit\.base"):
        rules.__wrapped__()
