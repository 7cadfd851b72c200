"""Expressions of time, as texts print them."""

from __future__ import annotations

import pytest

from tui.figures.times import find_times
from tui.figures.tokens import spelled


@pytest.mark.parametrize(
    ("text", "kind", "first", "last", "year", "word"),
    [
        ("Ngày 2/4", "day", 2, 4, 0, ""),
        ("sáng nay 2-4", "day", 2, 4, 0, ""),
        ("18/7/2024", "day", 18, 7, 2024, ""),
        ("ngày 18 tháng 7 năm 2024", "day", 18, 7, 2024, ""),
        ("tháng 9-2018", "month", 9, 0, 2018, ""),
        ("tháng 9.2018", "month", 9, 0, 2018, ""),
        ("quý I.2018", "quarter", 1, 0, 2018, ""),
        ("từ tháng 1 đến tháng 8", "months", 1, 8, 0, ""),
        ("tháng 4 - tháng 9/2018", "months", 4, 9, 2018, ""),
        ("tháng cuối năm", "month", 12, 0, 0, ""),
        ("những tháng đầu năm 2020", "duration", 0, 0, 0, ""),
        ("tháng đầu năm 2020", "month", 1, 0, 2020, ""),
        ("sáng 30.4", "day", 30, 4, 0, ""),
        ("đến 30.4", "day", 30, 4, 0, ""),
        ("niên vụ 2017/2018", "years", 2017, 2018, 0, ""),
        ("năm học 2019-20", "years", 2019, 2020, 0, ""),
        ("những tháng cuối năm", "year", 0, 0, 0, ""),
        ("cả quý", "around", 0, 0, 0, ""),
        ("tính đến hết tháng", "summed", 0, 0, 0, ""),
        ("hai tháng liền trước", "duration", 0, 0, 0, ""),
        ("5 tháng kể từ", "duration", 0, 0, 0, ""),
        ("tháng sau cao hơn tháng trước", "duration", 0, 0, 0, ""),
        ("tháng ba năm ngoái", "month", 3, 0, 0, "last"),
        ("tháng trước", "month", 0, 0, 0, "last"),
        ("tháng đầu tiên của năm 2019", "month", 1, 0, 2019, ""),
        ("9 tháng năm 2018", "months", 1, 9, 2018, ""),
        ("ba quý đầu năm 2017", "months", 1, 9, 2017, ""),
        ("6 tháng đầu năm 2025", "half", 1, 0, 2025, ""),
        ("6 tháng cuối năm 2024", "half", 2, 0, 2024, ""),
        ("nửa đầu năm nay", "half", 1, 0, 0, "this"),
        ("quý I/2018", "quarter", 1, 0, 2018, ""),
        ("quý bốn", "quarter", 4, 0, 0, ""),
        ("quý 3 năm ngoái", "quarter", 3, 0, 0, "last"),
        ("năm 2025", "year", 0, 0, 2025, ""),
        ("cả năm", "year", 0, 0, 0, ""),
        ("năm tới", "year", 0, 0, 0, "next"),
        ("giai đoạn 2021–2025", "years", 2021, 2025, 0, ""),
        ("từ năm 2011 đến 2013", "years", 2011, 2013, 0, ""),
        ("từ đầu năm 2024 đến nay", "since", 0, 0, 2024, ""),
        ("cùng kỳ năm trước", "compare", 0, 0, 0, "last"),
        ("cùng kỳ 2017", "compare", 0, 0, 2017, ""),
        ("đến nay", "now", 0, 0, 0, ""),
        ("hiện có", "now", 0, 0, 0, ""),
        ("giai đoạn tiếp theo", "open", 0, 0, 0, ""),
        ("15 năm qua", "duration", 0, 0, 0, ""),
        ("8h30", "duration", 0, 0, 0, ""),
    ],
)
def test_an_expression_names_its_time(text: str, kind: str, first: int, last: int, year: int, word: str) -> None:
    found = find_times(spelled(text))
    assert [(t.kind, t.first, t.last, t.year, t.word) for t in found] == [(kind, first, last, year, word)]


@pytest.mark.parametrize(
    "text",
    [
        "vốn thực hiện",
        "biểu hiện rõ",
        "18/27 nước",
        "31/2",
        "lên đến 7.4%",
        "đến 2.5 triệu",
        "752.370 tỷ",
        "7,52%",
    ],
)
def test_other_words_and_numbers_are_no_time(text: str) -> None:
    assert [time for time in find_times(spelled(text)) if not time.weak] == []
