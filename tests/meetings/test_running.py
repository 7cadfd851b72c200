"""The year that a report without a day speaks from."""

from __future__ import annotations

import pytest

from tui.corpus import parse
from tui.meetings import running_year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Lạm phát năm nay là 3,6%, so với 3,5% của năm 2018.", 2019),
        ("Kế hoạch năm 2018 là tăng 6,7%. GDP năm nay tăng mạnh so với năm 2017.", 2018),
        ("GDP cả năm phấn đấu tăng 8%, tạo nền cho năm 2026 đạt 10% trở lên.", 2025),
        ("Siêu bão Yagi gây thiệt hại lớn. Tỉnh phấn đấu thu ngân sách cả năm đạt 55.600 tỷ đồng.", 2024),
        ("Kim ngạch xuất khẩu 10 tháng ước 123,1 tỷ USD.", 2014),
        ("GDP quý II tăng 7,96%, 6 tháng đầu năm tăng 7,52%.", 2025),
        ("Tăng trưởng năm nay chịu ảnh hưởng của Brexit.", None),
        # words that are older than the time they are best known from date nothing
        ("U23 Việt Nam thi đấu. Xuất khẩu năm nay tăng so với năm 2012.", 2013),
        ("Xung đột Nga - Ukraine ảnh hưởng đến xuất khẩu năm nay, tăng so với năm 2013.", 2014),
        ("Xuất khẩu năm nay tăng mạnh.", None),
        ("Xuất khẩu năm 2018 tăng mạnh.", None),
        (
            (
                "Nghị quyết về kế hoạch năm 2009 mà Quốc hội vừa biểu quyết hạ mục tiêu tăng trưởng 2009. "
                "GDP năm tới còn 6,5%, thấp hơn mức đạt được năm nay."
            ),
            2008,
        ),
        ("Xin giảm chỉ tiêu năm 2009. Thủ tướng nhìn nhận năm 2009 còn khó hơn năm nay.", 2008),
        ("ADB dự báo GDP năm nay tăng 7%, năm sau 6%. Lạm phát năm 2022 là 3%. GDP năm 2023 bị hạ.", 2022),
        ("CPI bình quân 11 tháng chỉ tăng 2,57%. Xuất khẩu năm nay tăng mạnh.", 2019),
        (
            "Năm 2011: tạo việc làm. Dự kiến kế hoạch năm 2011.\n8 tháng đầu năm nay đạt 65%, ước cả năm 2010 đạt 98%.",
            2010,
        ),
    ],
)
def test_the_running_year_fits_what_is_said_of_years(text: str, year: int | None) -> None:
    assert running_year(parse("a", "a.txt", text.encode())) == year
