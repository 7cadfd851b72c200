"""The day of the meeting in openings of reports, written after those of many papers and years."""

from __future__ import annotations

from datetime import date

import pytest

from tui.corpus import parse
from tui.meetings import date_article


@pytest.mark.parametrize(
    ("day", "opening"),
    [
        (
            "2013-10-27",
            (
                "Hôm nay (27/10), Quốc hội thảo luận. Năm 2012 GDP tăng 5,03%, năm 2013 ước 5,4%, kế hoạch "
                "năm 2014 là 5,8%."
            ),
        ),
        (
            "2014-06-30",
            (
                "Kết luận phiên họp ngày 30/6, Thủ tướng nêu rõ. Trước đó, ngày 10/6 đã họp. 6 tháng đầu "
                "năm 2014, CPI tăng 1,38%."
            ),
        ),
        (
            "2015-01-09",
            (
                "Sáng 9/1, Bộ Tài chính tổ chức hội nghị tổng kết. Thu NSNN năm 2014 ước đạt 846 nghìn tỷ, "
                "vượt 8%. Dự toán năm 2015: 911 nghìn tỷ."
            ),
        ),
        (
            "2015-03-31",
            (
                "Ngày 31/3, họp báo của Tổng cục Thống kê. GDP quý I tăng 6,03%, cao hơn 5,06% cùng kỳ 2014"
                " và 4,76% cùng kỳ 2013."
            ),
        ),
        (
            "2016-01-14",
            (
                "Ngày 14/1, Bộ Kế hoạch và Đầu tư tổ chức Hội nghị tổng kết công tác năm 2015 và giai đoạn "
                "2011-2015, triển khai nhiệm vụ năm 2016 và kế hoạch 2016-2020."
            ),
        ),
        (
            "2016-06-06",
            (
                "Ngày 6/6, hội nghị đánh giá thu hút FDI. Lũy kế từ năm 1988 đến nay có 20.000 dự án. 5 "
                "tháng đầu năm 2016, vốn đăng ký 10,15 tỷ USD."
            ),
        ),
        (
            "2016-07-01",
            (
                "Chiều 1-7, tại Hà Nội, họp báo Chính phủ. Kỳ thi THPT năm 2016 bắt đầu. 6 tháng GDP tăng "
                "5,52%, thấp hơn cùng kỳ năm 2015 (6,32%)."
            ),
        ),
        (
            "2016-08-29",
            (
                "Chiều tối ngày 29/8, tại Trụ sở Chính phủ, Thủ tướng chủ trì cuộc họp. Dự kiến cả năm 2016"
                " GDP tăng 6,3-6,5%. Quý II/2016 tăng 5,55%."
            ),
        ),
        (
            "2016-11-01",
            (
                "Ngày 1/11, Quốc hội thảo luận. Dự toán thu năm 2017 là 1.212 nghìn tỷ đồng. Năm 2016 thu "
                "ước đạt 1.039 nghìn tỷ đồng."
            ),
        ),
        (
            "2017-01-11",
            (
                "Bộ Giao thông vận tải sáng 11/1 tổ chức hội nghị trực tuyến tổng kết công tác năm 2016 và "
                "triển khai kế hoạch năm 2017. Đến năm 2020 hoàn thành 2.000 km cao tốc."
            ),
        ),
        (
            "2017-06-02",
            (
                "Thủ tướng Nguyễn Xuân Phúc nhấn mạnh như vậy tại phiên họp Chính phủ thường kỳ tháng 5, "
                "diễn ra ngày 2/6. Tăng trưởng quý I đạt 5,1%, thấp nhất từ năm 2014. Mục tiêu 6,7% năm "
                "2017 rất khó khăn. So với cùng kỳ năm 2016, xuất khẩu tăng 17%."
            ),
        ),
        (
            "2017-08-02",
            (
                "Chiều 2/8, tại họp báo Chính phủ thường kỳ tháng 7/2017, Người phát ngôn cho biết CPI "
                "tháng 7 tăng 0,11%. Tính đến 31/7, giải ngân đạt 40%. GDP cả năm phấn đấu 6,7%."
            ),
        ),
        (
            "2017-12-28",
            (
                "Ngày 28/12, Hội nghị trực tuyến Chính phủ với các địa phương khai mạc. Năm 2017, GDP tăng "
                "6,81%, cao nhất trong 10 năm. Kế hoạch năm 2018 tăng 6,5-6,7%."
            ),
        ),
        (
            "2018-04-16",
            (
                "Ngày 16/4, Ủy ban Thường vụ Quốc hội họp phiên 23. Dự án Luật sẽ trình Quốc hội tại kỳ họp"
                " tháng 5/2018, có hiệu lực từ 1/1/2019."
            ),
        ),
        (
            "2018-10-04",
            (
                "(TTXVN) Chiều 4/10, tại Hà Nội, Chính phủ họp báo thường kỳ. Ngân hàng Thế giới dự báo "
                "tăng trưởng Việt Nam năm 2018 đạt 6,8%, năm 2019 đạt 6,6%, năm 2020 đạt 6,5%."
            ),
        ),
        (
            "2018-10-22",
            (
                "Sáng 22/10, Quốc hội khai mạc kỳ họp thứ sáu. Thủ tướng báo cáo: ước thực hiện năm 2018, "
                "GDP đạt 6,7%; 3 năm 2016-2018 đạt 6,57%. Kế hoạch năm 2019: GDP 6,6-6,8%."
            ),
        ),
        (
            "2018-12-17",
            (
                "Ngày 17/12, Bộ NN&PTNT công bố xuất khẩu nông sản 11 tháng đạt 36,3 tỷ USD. Dự báo cả năm "
                "2018 đạt 40 tỷ USD, vượt mục tiêu. Năm 2017 đạt 36,5 tỷ USD."
            ),
        ),
        (
            "2019-01-08",
            (
                "Phát biểu tại Hội nghị tổng kết ngành Tài nguyên và Môi trường chiều 8/1, Phó Thủ tướng "
                "ghi nhận kết quả năm 2018, đề nghị năm 2019 tiếp tục cải cách."
            ),
        ),
        (
            "2019-07-10",
            (
                "Sáng 10/7, HĐND tỉnh khai mạc kỳ họp thứ 10. 6 tháng đầu năm, GRDP tăng 7,2% so với cùng "
                "kỳ. Nhiệm vụ 6 tháng cuối năm được bàn thảo. HĐND khóa XVII, nhiệm kỳ 2016-2021. Theo báo "
                "cáo, năm 2018 có 7 chỉ tiêu vượt. Tháng 6/2019 chỉ số giá giảm."
            ),
        ),
        (
            "2019-11-06",
            (
                "Ngày 6/11, Bộ trưởng trả lời chất vấn. Đến hết năm 2019 còn 4 dự án thua lỗ. Từ năm 2016 "
                "đến nay đã thoái vốn. 10 tháng năm 2019 tăng."
            ),
        ),
        (
            "2019-12-11",
            (
                "Sáng 11/12, Thủ tướng dự hội nghị. 11 tháng năm 2019, xuất khẩu đạt 241 tỷ USD. Hướng tới "
                "Đại hội XIII năm 2021 và Chủ tịch ASEAN 2020."
            ),
        ),
        (
            "2020-05-23",
            (
                "Chiều 23/5, Ủy ban Kinh tế báo cáo thẩm tra: kết quả năm 2019 đạt và vượt 12/12 chỉ tiêu; "
                "những tháng đầu năm 2020 chịu ảnh hưởng nặng nề của dịch."
            ),
        ),
        (
            "2020-12-25",
            (
                "Sáng ngày 25/12, hội nghị toàn quốc ngành nông nghiệp tổng kết năm 2020, kế hoạch năm "
                "2021, giai đoạn 2021-2025."
            ),
        ),
        (
            "2020-12-29",
            "Vào sáng 29-12, Thủ tướng dự Hội nghị. GDP năm nay ước tăng 2,91%. Năm 2021 phấn đấu tăng 6,5%.",
        ),
        (
            "2021-03-08",
            "Ngày 8/3, hội nghị triển khai Nghị quyết số 01/NQ-CP của Chính phủ về nhiệm vụ chủ yếu năm 2021.",
        ),
        (
            "2021-03-19",
            (
                "Chiều 19/3, Bộ Công Thương họp giao ban. Xuất khẩu năm 2020 của ngành đạt 282 tỷ USD, tăng"
                " 7%. Hai tháng đầu năm 2021 tăng 23%. Chiến lược xuất nhập khẩu 2011-2020 đã kết thúc."
            ),
        ),
        (
            "2021-08-10",
            (
                "Hội nghị diễn ra vào ngày 10/8. Từ đầu năm 2021 đến nay, gần 80 nghìn doanh nghiệp rút "
                "khỏi thị trường. Năm 2020 là 101 nghìn."
            ),
        ),
        (
            "2021-09-17",
            (
                "Sáng 17/9, tại Diễn đàn kinh tế. Việt Nam đặt mục tiêu phát thải ròng bằng 0 vào năm 2050."
                " Quý II/2021 GDP tăng 6,61%. Dịch COVID-19 từ năm 2020 ảnh hưởng nặng."
            ),
        ),
        (
            "2021-12-01",
            (
                "Thủ tướng dự hội nghị sáng 1/12 tại Hà Nội. Nhìn lại 35 năm đổi mới (1986-2021), quy mô "
                "kinh tế tăng. Tổng thu 11 tháng đạt 1.391 nghìn tỷ, bằng 103% dự toán năm 2021."
            ),
        ),
        (
            "2022-02-15",
            (
                "Ngày 15/2, Thủ tướng làm việc với tỉnh. Năm 2021, GRDP tỉnh tăng 5,5%; thu ngân sách "
                "12.000 tỷ. Tỉnh phấn đấu năm 2022 tăng 8%; đến năm 2025 là tỉnh khá."
            ),
        ),
        (
            "2022-03-03",
            (
                "Thủ tướng vừa chủ trì hội nghị với các tập đoàn ngày 3.3. Ông lưu ý kế hoạch sản xuất năm "
                "2022; năm 2021 nộp ngân sách tăng."
            ),
        ),
        (
            "2022-05-09",
            (
                "Ngày 9/5, Thủ tướng chủ trì hội nghị. Theo Nghị quyết 43/2022/QH15, gói hỗ trợ 350 nghìn "
                "tỷ. 4 tháng đầu năm 2022, thu ngân sách tăng 15%. Đến năm 2025, phấn đấu 5.000 km cao tốc "
                "vào năm 2030."
            ),
        ),
        (
            "2022-08-15",
            (
                "Tại phiên họp sáng 15/8 của Ủy ban Thường vụ Quốc hội, Bộ trưởng cho biết 7 tháng giải "
                "ngân đạt 34,47%, cùng kỳ năm 2021 đạt 36%."
            ),
        ),
        (
            "2022-08-24",
            (
                "Ngày 24/8, Ủy ban quốc gia họp phiên thứ ba về chuyển đổi số. Quyết định 06/QĐ-TTg ngày "
                "6/1/2022 đặt mục tiêu đến năm 2025. Năm 2022 là năm đẩy mạnh chuyển đổi số."
            ),
        ),
        (
            "2022-09-29",
            (
                "(VTC News) - Tại họp báo quý III ngày 29/9, Tổng cục Thống kê công bố GDP 9 tháng tăng "
                "8,83%, cao nhất trong giai đoạn 2011-2022."
            ),
        ),
        (
            "2022-09-30",
            (
                "Sáng 30/9, UBND tỉnh họp phiên thường kỳ. GRDP 9 tháng tăng 6,1%. Các đại biểu thảo luận "
                "dự thảo kế hoạch phát triển kinh tế - xã hội năm 2023. Giải ngân đạt 45% kế hoạch năm "
                "2022."
            ),
        ),
        (
            "2022-10-03",
            (
                "Hội nghị Trung ương 6 khai mạc trọng thể sáng 3/10 tại Hà Nội, cho ý kiến về tình hình "
                "kinh tế - xã hội năm 2022-2023."
            ),
        ),
        (
            "2023-02-13",
            (
                "Ngày 13/2, Thủ tướng chủ trì hội nghị về tín dụng bất động sản. Cuối năm 2022, dư nợ đạt "
                "2,58 triệu tỷ đồng, tăng 24% so với cuối năm 2021."
            ),
        ),
        (
            "2023-02-21",
            (
                "Ngày 21/2, hội nghị gặp mặt doanh nghiệp FDI. Vốn FDI năm 2022 đạt 22,4 tỷ USD. Luỹ kế đến"
                " 20/2/2023, cả nước có 36 nghìn dự án."
            ),
        ),
        (
            "2023-06-03",
            (
                "Sáng 3/6, tại Hà Nội, Thủ tướng chủ trì phiên họp Chính phủ thường kỳ tháng 5/2023. 5 "
                "tháng đầu năm, thu NSNN đạt 769 nghìn tỷ, bằng 47,5% dự toán. Năm 2022 tăng trưởng 8,02%."
            ),
        ),
        (
            "2023-07-06",
            (
                "Chiều 6/7, Bộ Tài chính tổ chức hội nghị sơ kết công tác tài chính 6 tháng đầu năm, triển "
                "khai nhiệm vụ 6 tháng cuối năm 2023. Thu đạt 54% dự toán năm 2023, giảm 7,8% so với cùng "
                "kỳ năm 2022."
            ),
        ),
        (
            "2024-01-03",
            (
                "Ngày 3/1, Ngân hàng Nhà nước họp báo. Năm 2023, tín dụng tăng 13,71% so với cuối năm 2022."
                " Năm 2024, định hướng tăng khoảng 15%."
            ),
        ),
        (
            "2024-05-30",
            (
                "Ngày 30/5, Quốc hội thảo luận tại hội trường về kết quả thực hiện kế hoạch năm 2023; tình "
                "hình những tháng đầu năm 2024."
            ),
        ),
        (
            "2024-08-26",
            (
                "Tại buổi làm việc ngày 26/8, ADB cho biết duy trì dự báo tăng trưởng của Việt Nam ở mức "
                "6,0% cho năm 2024 và 6,2% cho năm 2025."
            ),
        ),
        (
            "2024-09-10",
            (
                "Ngày 10/9, tại Hà Nội, Bộ Công Thương phối hợp tổ chức hội nghị giao ban xúc tiến thương "
                "mại với hệ thống thương vụ tháng 8. Lũy kế 8 tháng năm 2024, xuất khẩu đạt 265 tỷ USD, mục"
                " tiêu cả năm 2024 tăng 6%. Năm 2023 giảm 4,4%."
            ),
        ),
        (
            "2024-11-04",
            (
                "Phiên họp Chính phủ thường kỳ tháng 10 diễn ra sáng 4/11. Thủ tướng nêu rõ, 10 tháng xuất "
                "khẩu tăng 14,9% so với cùng kỳ năm trước. Năm 2024 phải đạt tăng trưởng trên 7%, năm 2025 "
                "phấn đấu 7-7,5%. Đại hội Đảng các cấp nhiệm kỳ 2025-2030 đang đến gần."
            ),
        ),
        (
            "2024-12-05",
            (
                "Ngày 5/12, Thủ tướng chủ trì cuộc họp về giải ngân vốn đầu tư công. Đến hết tháng 11, cả "
                "nước giải ngân 60,4% kế hoạch năm 2024. Thủ tướng yêu cầu phấn đấu giải ngân trên 95% kế "
                "hoạch năm 2024, chuẩn bị kế hoạch đầu tư công năm 2025 và trung hạn 2026-2030."
            ),
        ),
        (
            "2025-02-05",
            (
                "Sáng 5/2, Thủ tướng chủ trì phiên họp Chính phủ thường kỳ tháng 1/2025. Mục tiêu tăng "
                "trưởng năm 2025 từ 8% trở lên. Năm 2024 đạt 7,09%. Giai đoạn 2026-2030 hai con số."
            ),
        ),
        (
            "2025-07-08",
            (
                "Sáng 8-7, Bộ KH-ĐT tổ chức hội nghị. Bà cho biết kịch bản tăng trưởng năm 2025 là "
                "8,3%-8,5%, quý III tăng 8,9%. Chuẩn bị kế hoạch 5 năm 2026-2030."
            ),
        ),
        (
            "2025-10-20",
            (
                "Sáng 20/10, khai mạc Kỳ họp thứ 6, Quốc hội khóa XV tại Hà Nội. Trình bày báo cáo về kết "
                "quả thực hiện kế hoạch phát triển kinh tế - xã hội năm 2025, dự kiến kế hoạch năm 2026. "
                "Trong giai đoạn 2021-2025, GDP tăng 6,3%/năm."
            ),
        ),
        (
            "2026-05-07",
            (
                "Ngày 7/5, Thủ tướng Phạm Minh Chính chủ trì phiên họp. Tháng 4/2026, CPI tăng 0,3% so với "
                "tháng trước. Nghị quyết 57-NQ/TW ngày 22/12/2024 tiếp tục được triển khai. Tăng trưởng năm"
                " 2026 đặt mục tiêu 10% trở lên."
            ),
        ),
    ],
)
def test_the_year_of_an_opening(day: str, opening: str) -> None:
    dating = date_article(parse("a", "a.txt", opening.encode()))
    assert (dating.date, dating.source) == (date.fromisoformat(day), "inferred"), dating.reason
