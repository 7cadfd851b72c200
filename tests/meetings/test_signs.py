"""What a reader knows of a year without being told: terms of office, and national figures published or planned."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.corpus import parse
from tui.corpus.characters import lower
from tui.errors import LexiconError
from tui.meetings import date_article, known, running_year
from tui.meetings.known import known as read_known
from tui.meetings.signs import find_signs

FILE = Path(known.__file__).parent / "known.toml"


def signs(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    article = parse("a", "a.txt", text.encode())
    low = lower(article.text)
    return [
        (sign.codes, sign.kind, article.text[sign.at.start : sign.at.end])
        for sign in find_signs(low, article.sentences)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thủ tướng Nguyễn Tấn Dũng kết luận.", [("2006-06", "took_office"), ("2016-04", "left_office")]),
        ("Thủ tướng Chính phủ Phạm Minh Chính chủ trì.", [("2021-04", "took_office")]),
        # the office nearest before the name is the one held
        ("Thủ tướng giao Phó Thủ tướng Nguyễn Xuân Phúc.", [("2011-08", "took_office"), ("2016-04", "left_office")]),
        ("Chủ tịch nước Nguyễn Xuân Phúc tiếp đoàn.", [("2021-04", "took_office"), ("2023-01", "left_office")]),
        ("Bộ trưởng Bộ KH&ĐT Bùi Quang Vinh trình.", [("2011-08", "took_office"), ("2016-04", "left_office")]),
        ("nguyên Thủ tướng Nguyễn Tấn Dũng dự.", []),
        ("Thủ tướng phát biểu. Ông Nguyễn Tấn Dũng dự.", []),
        ("Giám đốc Nguyễn Tấn Dũng phát biểu.", []),
    ],
)
def test_an_office_tells_when_it_was_held(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(codes[0], kind) for codes, kind, _ in signs(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GDP 6 tháng đầu năm tăng 7,52%.", [(("2025-S1",), "published")]),
        ("GDP 6 tháng đầu năm tăng 7.52% so với cùng kỳ.", [(("2025-S1",), "published")]),
        # 7,52 % is no number of a third quarter
        ("GDP quý III tăng 7,52%.", []),
        # told of the first half of two years
        ("GDP sáu tháng tăng 6,42%.", [(("2024-S1", "2022-S1"), "published")]),
        # the number is of what grows last before it
        ("GDP tăng mạnh, công nghiệp tăng 7,52%.", []),
        ("GDP tăng 5,42%, bình quân lạm phát 6,60%.", [(("2013",), "published"), (("2013",), "published")]),
        ("Lạm phát tháng 7 tăng 2,66%.", []),
        ("CPI bình quân năm tăng 2,66%.", [(("2016",), "published")]),
        # what one month brought, and only where that month is named
        ("CPI tháng 8 tăng 1,56%.", [(("2008-08",), "published")]),
        ("CPI tháng 7 tăng 1,56%.", []),
        ("CPI tăng 1,56%.", []),
        ("CPI Hà Nội tháng 8 tăng 1,56%.", []),
        # so does a short number, which may be anything's
        ("5 tháng, xuất siêu 1,9 tỷ USD.", [(("2020-01/2020-05",), "published")]),
        ("Xuất siêu 1,9 tỷ USD.", []),
        # few digits are a plan's only where one is spoken of
        ("Mục tiêu GDP tăng 5,8% được giữ vững.", [(("2014",), "planned")]),
        ("GDP của vùng tăng 5,8%.", []),
        ("Phấn đấu tăng trưởng 6,6 - 6,8%.", [(("2019",), "planned")]),
        ("Mục tiêu giai đoạn là GDP tăng 5,8%.", []),
        ("Dự toán thu ngân sách là 1.319.200 tỷ đồng.", [(("2018",), "planned")]),
        ("Dự toán thu ngân sách là 1.319.200 đồng.", []),
    ],
)
def test_a_national_figure_tells_its_year(text: str, expected: list[tuple[tuple[str, ...], str]]) -> None:
    assert [(codes, kind) for codes, kind, _ in signs(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a number that was news: the year it was published in
        ("Chiều 29/6, Tổng cục Thống kê họp báo. GDP sáu tháng tăng 6,76%.", date(2019, 6, 29)),
        # compared with: the year after
        ("Sáng 3/8, Thủ tướng chủ trì phiên họp. Tăng trưởng không bằng mức 7,02% của năm trước.", date(2020, 8, 3)),
        # numbers of one year's plan
        ("Sáng 3/2, Chính phủ họp phiên thường kỳ. Mục tiêu: GDP tăng 5,8%, tín dụng 12-14%.", date(2014, 2, 3)),
        # one alone may be anybody's
        ("Sáng 3/2, Tỉnh ủy họp. Mục tiêu là GDP tăng 5,8%.", None),
        # an office alone leaves many years
        ("Sáng 3/2, Thủ tướng Nguyễn Tấn Dũng chủ trì phiên họp.", None),
        # a plan repeated over the years, told apart by who held the office
        (
            "Sáng 3/6, Thủ tướng Nguyễn Tấn Dũng chủ trì phiên họp. Chỉ tiêu: GDP tăng 6 - 6,5%; CPI dưới 10%.",
            date(2012, 6, 3),
        ),
    ],
)
def test_the_year_of_a_day_is_told_by_what_is_known(text: str, day: date | None) -> None:
    assert date_article(parse("a", "a.txt", text.encode())).date == day


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Quốc hội khóa XIII khai mạc kỳ họp thứ 6.", ("2013-10",)),
        ("Quốc hội khoá 15 khai mạc kỳ họp thứ năm.", ("2023-05",)),
        ("Bế mạc Kỳ họp thứ nhất, Quốc hội khóa XIV.", ("2016-07",)),
        # any term, the last first
        ("Quốc hội khai mạc kỳ họp thứ 10.", ("2025-10", "2020-10", "2015-10", "2006-10")),
        ("Quốc hội khóa XII khai mạc kỳ họp thứ 11.", None),
        ("HĐND tỉnh khóa XIV khai mạc kỳ họp thứ 6.", None),
        ("Kỳ họp thứ 6 của Ủy ban khai mạc.", None),
    ],
)
def test_a_session_of_the_assembly_tells_its_month(text: str, months: tuple[str, ...] | None) -> None:
    assert [codes for codes, kind, _ in signs(text) if kind == "session"] == ([months] if months else [])


def test_the_year_of_a_day_is_told_by_the_session_of_the_assembly() -> None:
    text = "Ngày 21-10, Quốc hội khóa XIII khai mạc kỳ họp thứ 6, bàn nhiệm vụ năm 2014."
    assert date_article(parse("a", "a.txt", text.encode())).date == date(2013, 10, 21)


def test_the_running_year_is_told_by_what_is_known() -> None:
    told = "Thủ tướng Nguyễn Tấn Dũng: cả năm GDP sẽ đạt mục tiêu, quý I đã tăng 4,96%, sáu tháng tăng 5,18%."
    assert running_year(parse("a", "a.txt", told.encode())) == 2014
    silent = "Thủ tướng Nguyễn Tấn Dũng: cả năm GDP sẽ đạt mục tiêu."
    assert running_year(parse("a", "a.txt", silent.encode())) is None


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("titles", None, "titles must be a list of strings"),
        ("office", [{"title": ["vua"], "held": []}], "the office 'vua' is not among the titles"),
        ("office", [{"title": ["thủ tướng"], "held": [{"name": "a", "from": "2016"}]}], "an office is held as in"),
        ("figure", [{"words": ["gdp"], "unit": ["%"], "told": {"năm 9": ["1"]}}], "'năm 9' is no period"),
        ("assembly", [{"term": "xv", "sessions": ["2021"]}], "an assembly has a term and sessions"),
        ("figure", [{"words": ["gdp"]}], "unit must be a list of strings"),
    ],
)
def test_a_faulty_table_is_named(monkeypatch: pytest.MonkeyPatch, key: str, value: Any, message: str) -> None:
    table = tomllib.loads(FILE.read_text(encoding="utf-8"))
    monkeypatch.setattr(known, "load", lambda *_: {**table, key: value})
    with pytest.raises(LexiconError, match=r"^known\.toml: ") as raised:
        read_known.__wrapped__()
    assert message in str(raised.value)


def test_terms_end_after_they_start() -> None:
    for terms in read_known().terms.values():
        assert all(not term.end or term.start < term.end for term in terms)
