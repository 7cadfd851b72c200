"""A report of what a forecaster expects: its bare numbers of time to come are forecasts, those it replaces bases."""

from __future__ import annotations

from datetime import date

import pytest

from tui.corpus import parse
from tui.figures import find_figures
from tui.model import Dating, Statement
from tui.statements import load_lexicon, make_statements

DAY = date(2018, 4, 12)
OUTLOOK = "ADB dự báo kinh tế Việt Nam khởi sắc\n\n"
MEETING = "Chính phủ họp phiên thường kỳ\n\n"


def only(text: str, printed: str) -> Statement:
    article = parse("a", "a.txt", text.encode())
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    return next(statement for statement in told if statement.figure.text == printed)


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        (OUTLOOK + "Lạm phát được hạ từ 4,5% xuống 4,4% cho năm nay.", "4,4%", "forecast"),
        (MEETING + "Lạm phát được hạ từ 4,5% xuống 4,4% cho năm nay.", "4,4%", "result"),
        (OUTLOOK + "Việt Nam dẫn đầu với 7,1% năm nay và 6,8% năm tới.", "6,8%", "forecast"),
        (MEETING + "Việt Nam phấn đấu dẫn đầu với 7,1% năm nay và 6,8% năm tới.", "6,8%", "target"),
        ("WB giữ nguyên nhận định về Việt Nam\n\nGDP năm 2018 chỉ tăng 6%.", "6%", "forecast"),
        ("WB họp với Chính phủ\n\nGDP năm 2018 chỉ tăng 6%.", "6%", "result"),
        (OUTLOOK + "Con số của năm 2019 được nâng lên 3,4% từ ước tính trước đó là 3,3%.", "3,3%", "base"),
        # expected as well where it is told as if it had been
        (OUTLOOK + "GDP năm nay chỉ tăng 6,6%.", "6,6%", "forecast"),
        # what is over is told of, in an outlook too
        (OUTLOOK + "GDP năm 2017 tăng 6,8%.", "6,8%", "result"),
        (OUTLOOK + "GDP quý I đạt 7,4%.", "7,4%", "result"),
        # expectations that new ones took the place of
        (OUTLOOK + "GDP năm nay tăng 7,1%; dự báo đưa ra hồi tháng 1 chỉ là 6,7%.", "6,7%", "base"),
        (OUTLOOK + "GDP năm nay tăng 7,1%; dự báo trước đó là 6,7%.", "6,7%", "base"),
        (OUTLOOK + "GDP quý III sẽ tăng 6% (dự báo cũ 7,2%).", "7,2%", "base"),
        (OUTLOOK + "GDP quý IV được dự báo tăng 8,1% (dự báo cũ: 5,6%).", "5,6%", "base"),
        (OUTLOOK + "ADB ước doanh số bán lẻ tháng 4 tăng 6,2%.", "6,2%", "forecast"),
        (MEETING + "Bộ ước doanh số bán lẻ tháng 4 tăng 6,2%.", "6,2%", "result"),
        (OUTLOOK + "ADB tin rằng USD sẽ leo lên 23.500 đồng trong năm nay.", "23.500 đồng", "forecast"),
        (OUTLOOK + "Đầu tư chỉ tăng 4% trong năm nay.", "4%", "forecast"),
        (MEETING + "Đầu tư chỉ tăng 4% trong năm nay.", "4%", "result"),
        # said of the figure before
        (
            OUTLOOK + "GDP tăng 7,1%, cao hơn mức 6,7% dự báo hồi tháng 1 và có thể gấp đôi mức 3,2% của khu vực.",
            "3,2%",
            "forecast",
        ),
        (OUTLOOK + "Nông nghiệp đã phục hồi, tăng 4,1% trong quý I.", "4,1%", "result"),
        (MEETING + "Mục tiêu đặt ra hồi đầu năm là 6,7%.", "6,7%", "target"),
    ],
)
def test_the_role_of_a_number_in_an_outlook(text: str, printed: str, role: str) -> None:
    assert only(text, printed).role == role


def test_forecasts_go_on_for_the_month_foretold() -> None:
    text = OUTLOOK + "ADB ước doanh số bán lẻ tháng 4 tăng 6,2%. Xuất khẩu có thể tăng 8%."
    assert only(text, "8%").period == "2018-04"


def test_a_forecast_replaced_is_of_the_time_it_foretold() -> None:
    text = OUTLOOK + "GDP năm nay tăng 7,1%; năm 2019 tăng 6,8%, dự báo cho năm 2019 trước đó là 6,6%."
    assert only(text, "6,6%").period == "2019"


def test_without_a_day_a_forecaster_foretells_the_running_year() -> None:
    text = "WB đưa ra dự báo kinh tế Việt Nam\n\nBáo cáo nói về năm 2016.\n\nCụ thể:\n\n- Năm 2016 GDP chỉ tăng 6%."
    article = parse("a", "a.txt", text.encode())
    told = make_statements(article, Dating(None, "unknown", ""), find_figures(article), load_lexicon())
    assert [(s.role, s.period) for s in told] == [("forecast", "2016")]
