"""The day of the meeting, over texts of many shapes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.meetings import date_article

if TYPE_CHECKING:
    from tui.model import Dating

SEEDS = Path(__file__).parents[2] / "seeds"


def dated(text: str) -> Dating:
    return date_article(parse("bài", "bài.txt", text.encode()))


@pytest.mark.parametrize(
    ("seed", "day"),
    [
        ("000", date(2024, 12, 20)),
        ("001", date(2025, 7, 22)),
        ("002", date(2024, 4, 2)),
        ("003", date(2024, 7, 18)),
        ("004", date(2025, 1, 6)),
    ],
)
def test_the_years_of_the_seeds_are_inferred(seed: str, day: date) -> None:
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    dating = date_article(parse(path.stem, path.name, path.read_bytes()))
    assert (dating.date, dating.source) == (day, "inferred")
    assert str(day.year) in dating.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 18/7/2024, Thủ tướng chủ trì hội nghị.", date(2024, 7, 18)),
        ("Sáng 05-01-2017, Chính phủ họp phiên thường kỳ.", date(2017, 1, 5)),
        ("Ngày 18 tháng 7 năm 2024, Bộ Tài chính tổ chức hội nghị sơ kết.", date(2024, 7, 18)),
        ("Chiều ngày 1/7 năm 2020, Thủ tướng kết luận phiên họp.", date(2020, 7, 1)),
        ("Hội nghị diễn ra sáng thứ Hai, ngày 2.12.2019, tại Hà Nội.", date(2019, 12, 2)),
        ("(Chinhphu.vn) - Chiều 3/10/2015, Phó Thủ tướng chủ trì cuộc họp.", date(2015, 10, 3)),
        ("Trong 2 ngày 1-2/10/2018, Chính phủ họp phiên thường kỳ tháng 9.", date(2018, 10, 1)),
        ("Sáng 5/5, Chính phủ họp. Kết thúc phiên họp ngày 5/5/2022, Thủ tướng nhấn mạnh ba việc.", date(2022, 5, 5)),
        ("Kinh tế phục hồi\n(27/9/2022) - Báo cáo cập nhật cho thấy GDP có thể tăng 7,2%.", date(2022, 9, 27)),
        ("Theo Nghị quyết số 01/NQ-CP ngày 1/1/2018, sáng 3/7/2018 Chính phủ họp với địa phương.", date(2018, 7, 3)),
        ("Tính đến ngày 15/12/2019, giải ngân đạt 62%. Hội nghị diễn ra ngày 20/12/2019.", date(2019, 12, 20)),
    ],
)
def test_a_day_with_its_year_beside_is_stated(text: str, day: date) -> None:
    dating = dated(text)
    assert (dating.date, dating.source) == (day, "stated")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sáng 6/1, Bộ Công Thương tổng kết năm 2024, triển khai nhiệm vụ năm 2025.", date(2025, 1, 6)),
        ("Chiều 26/12, hội nghị tổng kết công tác năm 2018, triển khai nhiệm vụ năm 2019.", date(2018, 12, 26)),
        ("Ngày 12/1, ngành ngân hàng tổ chức hội nghị triển khai nhiệm vụ năm 2016.", date(2016, 1, 12)),
        ("Sáng 1/10, Chính phủ họp thường kỳ. GDP 9 tháng năm 2018 tăng 6,98%.", date(2018, 10, 1)),
        (
            "Ngày 21/12, hội nghị so với chỉ tiêu 17 triệu lượt vào năm 2020. Năm 2018 ước đón 15,6 triệu lượt.",
            date(2018, 12, 21),
        ),
        ("Sáng 14/6, Ban chỉ đạo họp, thi đua để có 3.000 km vào cuối năm 2025.", date(2025, 6, 14)),
        ("Sáng 8/12, HĐND họp.\nĐây là kỳ họp thứ 7, kỳ họp thường lệ cuối năm 2025.", date(2025, 12, 8)),
        (
            "Bộ trưởng thông báo như vậy tối 3/5. Miễn thị thực hết hạn tháng 6/2018. Năm 2017, khách tăng 5%.",
            date(2018, 5, 3),
        ),
        ("Ngày 1-10, phiên họp đánh giá tình hình tháng 9 và 9 tháng đầu năm 2015.", date(2015, 10, 1)),
        ("Chiều 30/3, họp báo công bố số liệu. GDP quý I/2018 tăng 7,38%.", date(2018, 3, 30)),
        ("Chiều 2-4, họp báo Chính phủ. Chỉ số giá tháng 3-2018 giảm 0,27%.", date(2018, 4, 2)),
        ("Sáng nay (8/11), Quốc hội thông qua nghị quyết về kế hoạch phát triển năm 2019.", date(2018, 11, 8)),
        ("Ngày 10/11, Quốc hội họp, thông qua dự toán ngân sách nhà nước năm 2024.", date(2023, 11, 10)),
        ("Sáng 4/7, hội nghị sơ kết 6 tháng đầu năm 2024 được tổ chức.", date(2024, 7, 4)),
        ("Ngày 2/7, hội nghị bàn nhiệm vụ 6 tháng cuối năm 2017.", date(2017, 7, 2)),
        ("Ngày 20/4, hội nghị thúc đẩy xuất khẩu nhằm đạt mục tiêu năm 2023.", date(2023, 4, 20)),
        ("Chiều 27/3, phiên họp bàn giải pháp. So với cùng kỳ năm 2019, xuất khẩu tăng 0,5%.", date(2020, 3, 27)),
        ("Hôm nay 31/1, Chính phủ họp. Tháng 1/2019, xuất khẩu đạt 20 tỷ USD.", date(2019, 1, 31)),
        ("Tối 20-10, lễ tôn vinh được tổ chức, đánh giá kết quả 9 tháng đầu năm 2022.", date(2022, 10, 20)),
        ("BẮC NINH - Chiều tối 22/7, hội nghị bàn mục tiêu tăng trưởng năm 2025.", date(2025, 7, 22)),
        ("Ngày 18 tháng 7, hội nghị bàn giải pháp tăng trưởng 6 tháng cuối năm 2023.", date(2023, 7, 18)),
        (
            "Ngày 29/12, hội nghị Chính phủ với địa phương: năm 2014 GDP đạt 5,98%; nhiệm vụ năm 2015.",
            date(2014, 12, 29),
        ),
        ("Chiều 2/2, phiên họp Chính phủ thường kỳ tháng 1/2021 diễn ra.", date(2021, 2, 2)),
        ("Sáng thứ Sáu (8/11), Quốc hội họp về năm 2019.", date(2019, 11, 8)),
        ("Ngày 3/2, Chính phủ họp phiên thường kỳ; năm 2019, GDP đã tăng 7,02%; nhiệm vụ năm 2020.", date(2020, 2, 3)),
        ("Ngày 5/9, Chính phủ họp. 8 tháng năm 2016, CPI tăng 2,58%.", date(2016, 9, 5)),
        ("Chiều 4/8, họp báo. Thực hiện Nghị quyết 01 năm 2020, 7 tháng năm 2020 giải ngân 42,7%.", date(2020, 8, 4)),
        ("Sáng 15/6, Quốc hội chất vấn. Cử tri nêu tình hình 5 tháng đầu năm 2013.", date(2013, 6, 15)),
        ("Ngày 22/12, hội nghị tổng kết 10 năm; năm 2025 ước tăng 8%, phương hướng năm 2026.", date(2025, 12, 22)),
        ("Ngày 28/2, hội nghị. Kết quả năm 2025 rất tích cực; phấn đấu năm 2026 tăng 10%.", date(2026, 2, 28)),
    ],
)
def test_the_year_is_inferred_from_the_periods_spoken_of(text: str, day: date) -> None:
    dating = dated(text)
    assert (dating.date, dating.source) == (day, "inferred"), dating.reason


@pytest.mark.parametrize(
    "misleading",
    [
        "Cả nước hướng tới mục tiêu thu nhập cao vào năm 2045.",
        "Luật Đầu tư năm 2014 đã được sửa đổi.",
        "Từ năm 2011, tỷ lệ này giảm dần.",
        "Năm 2024 kỷ niệm 70 năm chiến thắng năm 1954.",
        "Kế hoạch 5 năm 2021-2025 và nhiệm kỳ 2021-2026 đang được thực hiện.",
        "Quy hoạch điện đến năm 2030, tầm nhìn đến năm 2050 đã ban hành.",
        "Nghị quyết 103/2023/QH15 giao chỉ tiêu.",
        "Lạm phát thấp nhất kể từ năm 2009, khi khủng hoảng 2008-2009 diễn ra.",
    ],
)
def test_other_years_do_not_mislead(misleading: str) -> None:
    text = f"Sáng 4/7, hội nghị đánh giá 6 tháng đầu năm 2024. {misleading}"
    assert dated(text).date == date(2024, 7, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Phiên họp Chính phủ thường kỳ tháng 9 năm 2018 đã thành công.",
        "Nâng số nước phê chuẩn lên 18/27 nước trong năm 2024.",
        "Hội nghị cho biết 13/14 chỉ tiêu năm 2018 đã đạt.",
        "Hội nghị đặt mục tiêu tăng 2-4% trong năm 2024.",
        "Sáng 31/2, Chính phủ họp về năm 2024.",
        "Đến nay 8/10 chỉ tiêu của hội nghị năm 2020 đã đạt.",
        "Theo Nghị quyết số 01/NQ-CP ngày 1/1/2018 của Chính phủ.",
        "Giải ngân tính đến ngày 15/12/2019 đạt 62%.",
        "Trước ngày 30/6/2021, các bộ phải báo cáo.",
    ],
)
def test_without_the_day_of_a_meeting_there_is_no_date(text: str) -> None:
    dating = dated(text)
    assert (dating.date, dating.source, dating.reason) == (None, "unknown", "Không thấy ngày họp.")


def test_a_day_without_any_year_stays_unknown() -> None:
    dating = dated("Ngày 2/4, Thủ tướng chủ trì hội nghị.")
    assert (dating.date, dating.source) == (None, "unknown")
    assert "«Ngày 2/4»" in dating.reason


def test_the_day_of_publication_gives_the_year() -> None:
    dating = dated("Thứ Tư, 03/04/2019 08:15\nNgày 2/4, Thủ tướng chủ trì hội nghị.")
    assert (dating.date, dating.source) == (date(2019, 4, 2), "inferred")


def test_this_morning_is_the_day_of_publication() -> None:
    dating = dated("Thứ Tư, 03/04/2019 08:15\nSáng nay, Thủ tướng chủ trì hội nghị về du lịch.")
    assert (dating.date, dating.source) == (date(2019, 4, 3), "inferred")


def test_a_report_without_the_day_of_a_meeting_is_dated_by_its_page() -> None:
    dating = dated("Cả nước tạo việc làm cho 130.000 lao động\nThứ năm, 07/02/2013\nBáo cáo của Bộ cho thấy điều đó.")
    assert (dating.date, dating.source) == (date(2013, 2, 7), "inferred")
    assert dating.reason == "Không thấy ngày họp; bài đăng ngày 7/2/2013."


def test_the_day_of_another_page_does_not_date_a_report() -> None:
    body = "Bộ báo cáo tình hình việc làm.\n" * 4
    assert dated(body + "Tin liên quan\nThứ năm, 07/02/2013").date is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Kỳ họp Quốc hội khai mạc hôm 21-10. GDP cả năm 2013 ước tăng 5,4%.", date(2013, 10, 21)),
        ("Chiều 25/9, Bộ họp. Theo kế hoạch năm 2018, Bộ được giao 900 tỷ đồng.", date(2018, 9, 25)),
        ("Chiều 25/9, Bộ họp về năm nay. Bộ được giao thêm từ nguồn tăng thu năm 2017.", date(2018, 9, 25)),
        # of several years foretold beside `năm nay` the first is running
        (
            "Ngày 14/12, ADB họp báo về năm nay. Dự báo năm 2018 là 3,5%, dự báo năm 2019 là 4%.",
            date(2018, 12, 14),
        ),
        # what is only foretold of a year is told in it
        ("Ngày 4/9, Chính phủ họp về dự báo kết quả thực hiện kế hoạch năm 2018.", date(2018, 9, 4)),
    ],
)
def test_the_words_around_a_day_and_a_year_date_the_meeting(text: str, day: date) -> None:
    assert dated(text).date == day


def test_leap_day_chooses_a_leap_year() -> None:
    assert dated("Ngày 29/2, hội nghị bàn nhiệm vụ năm 2024.").date == date(2024, 2, 29)


def test_the_front_matter_overrides_the_text() -> None:
    dating = dated("+++\ndate = 2023-05-06\n+++\nNgày 18/7/2024, Thủ tướng chủ trì hội nghị.")
    assert (dating.date, dating.source) == (date(2023, 5, 6), "metadata")


def test_the_reason_quotes_the_words_it_was_read_from() -> None:
    article = parse("a", "a.txt", "Hội nghị tổng kết năm 2024 diễn ra vào chiều 20/12.".encode())
    dating = date_article(article)
    assert dating.at is not None
    assert article.text[slice(*dating.at)].endswith("chiều 20/12")
    assert dating.reason == "«Chiều 20/12»; năm 2024 suy ra từ «tổng kết năm 2024»."


@given(st.text(alphabet="0123456789/.- ngàysáthmợpQIVđượ%,\n", max_size=120))
def test_no_text_breaks_the_dating(text: str) -> None:
    dating = dated(f"Hội nghị {text}")
    assert (dating.date is None) == (dating.source == "unknown")
    assert dating.reason
