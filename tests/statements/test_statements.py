"""What a number says: of what, for when, where and in which role. Each sentence shows one rule."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from tui.corpus import parse
from tui.figures import find_figures
from tui.model import Dating, Statement
from tui.statements import load_lexicon, make_statements

DAY = date(2018, 10, 1)


def statements(text: str, day: date | None = DAY) -> tuple[Statement, ...]:
    article = parse("a", "a.txt", ("Tin trong ngày\n\n" + text).encode())
    dating = Dating(day, "stated" if day else "unknown", "")
    return make_statements(article, dating, find_figures(article), load_lexicon())


def only(text: str, printed: str, day: date | None = DAY) -> Statement:
    found = [statement for statement in statements(text, day) if statement.figure.text == printed]
    assert found, [statement.figure.text for statement in statements(text, day)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("GDP 9 tháng tăng 6,98%.", "6,98%", "gdp"),
        ("Có 15/63 địa phương có tỷ lệ giải ngân cao.", "15/63", "other"),
        ("Do nghỉ Tết dài ngày, xuất khẩu và nhập khẩu giảm lần lượt 34,6% và 38,3%.", "34,6%", "exports"),
        ("Tổng vốn FDI cấp mới và tăng thêm đạt 8,4 tỷ USD.", "8,4 tỷ USD", "fdi_registered"),
        ("Vốn FDI đạt 8 tỷ USD, giảm 20% về số dự án.", "20%", "other"),
        ("Tổng vốn đăng ký cấp mới, tăng thêm và góp vốn mua cổ phần đạt 9 tỷ USD.", "9 tỷ USD", "fdi_registered"),
        ("GDP năm 2018 đạt 245 tỷ USD, bình quân 2.590 USD/người.", "2.590 USD", "gdp_per_capita"),
        ("Tỷ lệ nợ công/GDP được dự báo là 64,1%.", "64,1%", "public_debt"),
        ("Có 438 dự án, vốn 8 tỷ USD, giảm 20% về số dự án.", "20%", "other"),
        ("Vốn FDI đăng ký hơn 18 tỷ USD, tăng 8%; thực hiện 13 tỷ USD.", "13 tỷ USD", "fdi_disbursed"),
        ("Quốc hội quyết GDP tăng 6,7%, cao hơn ước thực hiện 6,5% của năm nay.", "6,5%", "gdp"),
        ("Bán lẻ hàng hóa tăng 11%, vượt kế hoạch của ngành (mục tiêu 8 - 9%).", "8 - 9%", "retail_sales"),
        ("Bảo đảm mục tiêu tăng trưởng 6,7%.", "6,7%", "gdp"),
        # who speaks, and of what was said before, names nothing
        ("GDP quý III tăng 6,9%. Theo lãnh đạo tổng cục, mức tăng này thấp hơn 7,4% của quý I.", "7,4%", "gdp"),
        ("GDP 9 tháng tăng 6,9%. Các chuyên gia vẫn trông đợi con số cả năm là 6,8%.", "6,8%", "gdp"),
        ("Phấn đấu tăng trưởng ở cận trên của mục tiêu 6,5-6,7%.", "6,5-6,7%", "gdp"),
        ("CPI 9 tháng tăng 3,2%, nằm dưới ngưỡng mục tiêu 4% của cả năm.", "4%", "cpi"),
        ("ADB cho rằng GDP quý IV tăng 6,8% (dự báo cũ: 6,5%).", "6,5%", "gdp"),
        # a share is of the whole, what follows it of the part
        ("Ngành chế tạo đạt 16,8 tỷ USD, chiếm 58% tổng vốn FDI đăng ký, tăng 7,4%.", "58%", "fdi_registered"),
        ("Ngành chế tạo đạt 16,8 tỷ USD, chiếm 58% tổng vốn FDI đăng ký, tăng 7,4%.", "7,4%", "other"),
        ("Bất động sản chiếm 20% tổng vốn đăng ký, đạt 2,4 tỷ USD.", "2,4 tỷ USD", "other"),
        ("Xuất khẩu đạt 100 tỷ USD, chiếm 50% tổng kim ngạch xuất nhập khẩu, tăng 7%.", "7%", "exports"),
        # a part told of beside the other parts
        ("Nông nghiệp tăng 2,7%, lâm nghiệp tăng 2,4%.", "2,7%", "other"),
        ("Nông nghiệp tăng 2,7%, công nghiệp tăng 2,4%.", "2,7%", "agriculture"),
        # what is only divided by, sent abroad, or named in a body's name
        ("Nghĩa vụ trả nợ của Chính phủ so với tổng thu ngân sách vượt 25%.", "25%", "other"),
        ("Tạo việc làm cho 866.000 lao động, đưa 51.000 người đi làm việc ở nước ngoài.", "51.000", "other"),
        ("Huy động vốn của các tổ chức tín dụng tăng 9,8%.", "9,8%", "other"),
        ("Khách nội địa bùng nổ với 101 triệu lượt.", "101 triệu", "domestic_visitors"),
        ("Chỉ số giá đô la Mỹ tháng 9 tăng 0,02%.", "0,02%", "exchange_rate"),
        ("Mỗi lít RON 95-III rẻ hơn 8.210 đồng.", "8.210 đồng", "fuel_price"),
        ("Tổng vốn đầu tư chiếm 30% GRDP.", "30%", "other"),
        # a side of what was counted
        ("Có 96.000 doanh nghiệp thành lập mới, tăng 11% về số lượng và 22% về vốn.", "22%", "other"),
        ("Có 96.000 doanh nghiệp thành lập mới, vốn 900 tỷ đồng, giảm 17% về số lượng.", "17%", "new_enterprises"),
        ("Xuất khẩu tăng 11% về lượng và 22% về vốn.", "22%", "exports"),
        ("Riêng tháng 9, ngân sách nhà nước ước thu 87 nghìn tỷ đồng.", "87 nghìn tỷ đồng", "budget_revenue"),
        # a part of what is named
        ("Nhập khẩu đạt 6 tỷ USD. Theo nhóm hàng, nhóm hạn chế nhập khẩu đạt 0,4 tỷ USD.", "0,4 tỷ USD", "other"),
        ("Nhóm nghiên cứu dự báo GDP quý IV tăng 6,8%.", "6,8%", "gdp"),
        ("Nhóm chuyên gia cho rằng GDP quý IV tăng 6,8%.", "6,8%", "gdp"),
        # a condition, and what is not so
        ("Xuất khẩu tăng 7%. Nhờ đủ linh kiện, doanh số ô tô, theo hiệp hội, tăng 9%.", "9%", "other"),
        ("GDP 9 tháng tăng 6,9%. Nếu thuận lợi, không có bão lớn, quý IV phải tăng 6,5%.", "6,5%", "gdp"),
        ("Để GDP tăng 6,7%, trong điều kiện hạn hán qua nhanh, mùa màng tốt, quý IV cần 6,5%.", "6,5%", "gdp"),
        # what the next clause is about
        ("Với 16,7%, lạm phát chỉ kém năm 2008.", "16,7%", "cpi"),
        ("Để cả năm không vượt 8%, hai tháng còn lại CPI chỉ được tăng 2%.", "8%", "cpi"),
        # what FDI was spoken of before
        ("Vốn FDI đăng ký đạt 14,59 tỷ USD. Vốn thực hiện ước 5,7 tỷ USD.", "5,7 tỷ USD", "fdi_disbursed"),
        ("Xuất khẩu đạt 14,59 tỷ USD. Vốn thực hiện ước 5,7 tỷ USD.", "5,7 tỷ USD", "other"),
        ("Chính phủ không dừng gói hỗ trợ lãi suất 4%.", "4%", "other"),
        # an aim without a name is growth where a paragraph opens with it
        ("Gạo xuất đi 5 triệu tấn.\n\nÔng Lâm nói để cả năm đạt 6,7% như Quốc hội giao thì rất khó.", "6,7%", "gdp"),
        ("Tỷ lệ hộ nghèo còn 6%. Mục tiêu là 5%.", "5%", "poverty_rate"),
        ("Gạo xuất đi 5 triệu tấn.\n\nMục tiêu 6,7% là lạm phát.", "6,7%", "other"),
        ("Tăng trưởng tín dụng đạt 9,5%.", "9,5%", "credit_growth"),
        ("Khu vực nông, lâm nghiệp và thủy sản tăng 3,6%.", "3,6%", "agriculture"),
        ("Ngành nông nghiệp tăng trưởng mạnh, hơn 4%.", "4%", "agriculture"),
        ("Xuất khẩu đạt 5 tỷ USD, tăng 22%.", "22%", "exports"),
        ("Xuất khẩu gạo tăng 12%.", "12%", "other"),
        ("Xuất khẩu của khu vực FDI tăng 14%.", "14%", "other"),
        ("Ngành may mặc tăng trưởng 8%.", "8%", "other"),
        ("Xuất khẩu tăng 5%; ngành may mặc tăng 8%.", "8%", "other"),
        ("Các nước này chiếm 53,8% tổng FDI vào Việt Nam.", "53,8%", "fdi_registered"),
        ("Cả nước dành 657.000 tỷ đồng cho đầu tư công.", "657.000 tỷ đồng", "public_investment"),
        ("Hãng đã mở lại 90% đường bay.", "90%", "other"),
        ("Ký kết 253 thỏa thuận hợp tác.", "253", "agreements_signed"),
        ("Hỗ trợ các tỉnh, thành ký kết 30 thỏa thuận.", "30", "local_agreements"),
        ("Nâng cấp quan hệ với 10 nước.", "10", "upgraded_relations"),
        ("Vốn FDI thực hiện đạt 13,2 tỷ USD.", "13,2 tỷ USD", "fdi_disbursed"),
        ("Thu ngân sách ước đạt 900 nghìn tỷ đồng.", "900 nghìn tỷ đồng", "budget_revenue"),
        ("Bội chi ở mức 3,6% GDP.", "3,6%", "budget_deficit"),
        ("Tỷ lệ nhập siêu so với kim ngạch xuất khẩu dưới 3%.", "3%", "trade_balance"),
        ("Công nghiệp là động lực của tăng trưởng kinh tế với mức tăng 11%.", "11%", "other"),
        ("Tại Hà Nội, CPI tăng 0,5%.", "0,5%", "other"),
        ("Kinh tế Trung Quốc tăng trưởng 6,5%.", "6,5%", "other"),
        ("Với Trung Quốc, tăng trưởng sẽ giảm còn 6,5%.", "6,5%", "other"),
        ("Lạm phát ở châu Á đang phát triển là 4,4%.", "4,4%", "other"),
        ("Khi kinh tế thế giới hồi phục thì kinh tế Việt Nam tăng 6,5%.", "6,5%", "gdp"),
        ("Tỷ trọng công nghiệp chế biến trong GDP đạt 25%.", "25%", "other"),
        ("Tỷ lệ nợ công trên GDP có thể lên 64%.", "64%", "public_debt"),
        ("Bộ Kế hoạch và Đầu tư đưa ra hai kịch bản cả năm: 6,7% và 6,9%.", "6,7%", "gdp"),
        ("GDP quý I tăng 3,3%. Đại biểu đề nghị có giải pháp đột phá để cả năm vẫn đạt 6,5%.", "6,5%", "gdp"),
        ("WB hạ dự báo cho Trung Quốc từ 5% xuống 2,8%.", "2,8%", "other"),
        ("Theo Bộ Tài chính, giải ngân vốn đầu tư công đạt 253 tỷ đồng.", "253 tỷ đồng", "public_investment"),
        ("Nếu thế giới thuận lợi thì phấn đấu tăng trưởng 6,8%.", "6,8%", "gdp"),
        ("Ngành du lịch đón 103 triệu lượt khách.", "103 triệu", "other"),
        ("Năm nay nhập siêu rút xuống còn 10,4% kim ngạch xuất khẩu.", "10,4%", "trade_balance"),
        ("Cả năm có 1,6 triệu người được giải quyết việc làm.", "1,6 triệu", "jobs_created"),
        ("Hiện các nhà băng cho vay phổ biến 6 - 9%/năm.", "6 - 9%", "interest_rate"),
        ("Bộ Nông nghiệp tổng kết năm. Nửa đầu năm, toàn ngành tăng trưởng âm, giảm 0,18%.", "0,18%", "agriculture"),
        ("Chỉ tiêu tăng trưởng khá cao khi kinh tế thế giới còn rủi ro, đề nghị chỉ đặt 5%.", "5%", "gdp"),
        ("Ngân hàng Nhà nước tăng giá bán USD lên 23.700 đồng.", "23.700 đồng", "exchange_rate"),
        ("Thặng dư thương mại nông lâm thủy sản tăng hơn 2 lần.", "2 lần", "other"),
        ("GDP quý I tăng 3,3%, thấp hơn nhiều kịch bản 5,6% nêu tại Nghị quyết 01.", "5,6%", "gdp"),
        ("GDP quý một chỉ tăng 3,1%, chưa bằng một nửa mức tăng 7,5% của quý đầu năm ngoái.", "7,5%", "gdp"),
        ("Việt Nam có thể lấy lại tốc độ tăng trưởng khoảng 7,5%.", "7,5%", "gdp"),
        ("Con số nổi bật nhất là mức tăng 6,68% của tổng sản phẩm trong nước.", "6,68%", "gdp"),
        ("GDP tăng 7%, thuộc nhóm cao trong khu vực và trên thế giới, vượt mục tiêu 6,6%.", "6,6%", "gdp"),
        ("Đó là mức cao trong bối cảnh kinh tế thế giới tăng trưởng 3%.", "3%", "other"),
        ("Nhà đầu tư nước ngoài đăng ký hơn 10 tỉ USD.", "10 tỉ USD", "fdi_registered"),
        ("Vốn đăng ký cấp mới 8 tỷ USD, giảm 20% về số dự án nhưng tăng 43% về số vốn.", "43%", "fdi_registered"),
        ("CPI tháng 2 tăng 0,7%, trong đó nhóm hàng ăn tăng 1,5%; bình quân 2 tháng tăng 2,9%.", "2,9%", "cpi"),
        ("CPI tháng 2 tăng 0,7%, trong đó thực phẩm tăng 1%, nhà ở 2%; bình quân 2 tháng tăng 2,9%.", "2,9%", "cpi"),
        ("CPI tháng 2 tăng 0,7%, trong đó nhóm hàng ăn tăng 1,5%; hàng may mặc tăng 2,9%.", "2,9%", "other"),
        ("Năm 2017 khép lại với mức tăng trưởng 6,81%.", "6,81%", "gdp"),
        ("CPI tăng 0,49%, nếu gạt yếu tố học phí ra thì chỉ tăng 0,45%.", "0,45%", "cpi"),
        ("GDP tăng 3%. Công nghiệp chế biến thì giảm 0,4%.", "0,4%", "other"),
        ("Chỉ tiêu tăng trưởng là cao trong bối cảnh khủng hoảng tài chính thế giới, đề nghị 6,5%.", "6,5%", "gdp"),
        ("Làm thêm ngày nghỉ để tăng trưởng 8% trở lên.", "8%", "gdp"),
        ("GDP quý I tăng 5,7%. Ngân hàng này cho rằng quý II sẽ tăng 5,3%.", "5,3%", "gdp"),
        ("Kim ngạch thương mại song phương đạt 3,6 tỷ USD.", "3,6 tỷ USD", "other"),
        ("Tỷ trọng công nghiệp chế biến, chế tạo trong GDP đạt 25%.", "25%", "other"),
        ("GDP tăng 7%; kinh tế số đạt khoảng 20% GDP.", "20%", "other"),
        ("Quý III tốc độ tăng trưởng đã đảo chiều với mức tăng 2,1%.", "2,1%", "gdp"),
        ("Bội chi ngân sách trung ương là 195.000 tỷ đồng.", "195.000 tỷ đồng", "other"),
        ("Khách quốc tế đạt 21 triệu lượt, khách nội địa 137 triệu lượt.", "21 triệu", "international_visitors"),
        ("Vốn FDI tăng 2%. Hai nước này chiếm 25% và 20% tổng kim ngạch xuất khẩu.", "25%", "exports"),
    ],
)
def test_the_nearest_name_says_what_is_measured(text: str, printed: str, indicator: str) -> None:
    assert only(text, printed).indicator == indicator


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        ("GDP 9 tháng đạt 6,98%.", "6,98%", "result"),
        ("Xuất khẩu ước đạt 5 tỷ USD.", "5 tỷ USD", "result"),
        ("Phấn đấu GDP tăng 6,7%.", "6,7%", "target"),
        ("Quốc hội giao chỉ tiêu tăng trưởng 6,5-6,7%.", "6,5-6,7%", "target"),
        ("Kiểm soát lạm phát dưới 4%.", "4%", "target"),
        ("Lạm phát được kiểm soát ở mức 3,5%.", "3,5%", "result"),
        ("Mục tiêu năm 2019: GDP tăng 6,6%; CPI khoảng 4%; xuất khẩu tăng 7%.", "7%", "target"),
        ("Công nghiệp tăng 9,7% (cùng kỳ chỉ tăng 4,48%).", "4,48%", "base"),
        ("Cùng kỳ năm 2017, GDP tăng 5,7%, trong đó dịch vụ tăng 6,9%.", "6,9%", "base"),
        ("Cùng thời gian, vốn FDI đạt 21 tỷ USD.", "21 tỷ USD", "result"),
        ("GDP tăng 6,4% so với mức 5,9% cùng kỳ năm trước.", "5,9%", "base"),
        ("Tỷ lệ hộ nghèo giảm từ 6,4% xuống 5,2%.", "6,4%", "base"),
        ("Tỷ lệ hộ nghèo giảm từ 6,4% xuống 5,2%.", "5,2%", "result"),
        ("ADB dự báo GDP tăng 6,9%.", "6,9%", "forecast"),
        ("Kinh tế cả năm có thể đạt 6,8%.", "6,8%", "forecast"),
        ("Nếu GDP quý IV đạt 6,8%, cả năm sẽ vượt kế hoạch.", "6,8%", "forecast"),
        ("Giải ngân bằng 36,8% kế hoạch.", "36,8%", "result"),
        ("Phấn đấu xử lý nợ không có khả năng thu hồi, giảm nợ xuống dưới 5%.", "5%", "target"),
        ("Giá (tháng 1 tăng 4,9% so với cùng kỳ, tính chung quý I tăng 4,2%) thấp hơn mục tiêu.", "4,2%", "result"),
        ("Ngành phải đối diện nhiều khó khăn: dịch có ở 63/63 tỉnh.", "63/63", "result"),
        ("Phấn đấu GDP tăng 6,7%. Giảm 2% hộ nghèo, riêng các huyện nghèo giảm 4%.", "4%", "target"),
        ("Phấn đấu để bảo đảm tốc độ tăng trưởng GDP cao hơn 8%/năm.", "8%", "target"),
        ("Danh mục của Ban Chỉ đạo gồm 40 dự án lớn.", "40", "result"),
        ("Trần lãi suất tiền gửi giảm 0,25 điểm %, còn 4,75%.", "4,75%", "result"),
        ("Duy trì trần lãi suất huy động 14%.", "14%", "target"),
        ("Quốc hội nâng trần nợ công lên 65% GDP.", "65%", "target"),
        ("Phát huy hiệp định để thương mại song phương cán mốc 100 tỷ USD.", "100 tỷ USD", "target"),
        ("Hai nước thống nhất đưa thương mại lên 150 tỷ USD.", "150 tỷ USD", "target"),
        ("Giải quyết việc làm bằng 45,9% kế hoạch năm (1,6 triệu).", "1,6 triệu", "target"),
        ("Mục tiêu tăng trưởng năm 2018 là 6,7%, trong đó quý I tương ứng 6,4%.", "6,4%", "target"),
        ("Các cân đối lớn được bảo đảm (xuất siêu 8 tỷ USD).", "8 tỷ USD", "result"),
        ("Mức kỷ lục 6,8 tỷ USD của năm 2017 gồm hai phần.", "6,8 tỷ USD", "result"),
        ("Nghị quyết của Quốc hội xác định các chỉ tiêu chủ yếu. GDP tăng khoảng 6-6,5%.", "6-6,5%", "target"),
        ("GDP tăng 5,98%, cao hơn mức 5,42% của năm 2013 và mục tiêu 5,8%.", "5,8%", "target"),
        ("Ba cục phải tăng chỉ tiêu thu như sau: Cục A thu 5 tỷ đồng, đạt 105% dự toán.", "5 tỷ đồng", "result"),
        ("Ba cục phải tăng chỉ tiêu thu như sau: Cục A thu 5 tỷ đồng, Cục B thu 6 tỷ đồng.", "5 tỷ đồng", "target"),
        # after an aim a range, a bidding verb and a part go on in it
        ("Phấn đấu GDP tăng 6,7%. Tỷ lệ hộ nghèo giảm từ 1,5 - 2%.", "1,5 - 2%", "target"),
        ("GDP tăng 6,7%. Tỷ lệ hộ nghèo đã giảm 1,5 - 2%.", "1,5 - 2%", "result"),
        ("Phấn đấu GDP tăng 6,7%. Giảm 2% tỷ lệ hộ nghèo.", "2%", "target"),
        ("Hai bên sớm hoàn thành mục tiêu đưa kim ngạch lên 100 tỷ USD năm 2020.", "100 tỷ USD", "target"),
        ("Phấn đấu GDP tăng 6,7%. Giảm 2% hộ nghèo, trong đó các huyện nghèo giảm 4%.", "4%", "target"),
        ("Đưa GDP lên mức cao nhất có thể, phấn đấu giải ngân 95% kế hoạch.", "95%", "target"),
        ("Thu nhập từ 2.750 USD hiện nay lên 5.000 USD vào năm 2025.", "5.000 USD", "target"),
        ("Ngành hoàn thành các chỉ tiêu quan trọng như: xuất khẩu đạt 41 tỷ USD.", "41 tỷ USD", "result"),
        ("Giá cả vẫn trong tầm kiểm soát: CPI tăng 0,9%.", "0,9%", "result"),
        ("Giải ngân bằng 38% kế hoạch, xấp xỉ cùng kỳ năm trước (39%).", "39%", "base"),
        ("Xuất khẩu vượt xa mức kỷ lục 214 tỷ USD của năm 2017.", "214 tỷ USD", "base"),
        ("Bảo đảm lương thực cho gần 100 triệu dân.", "100 triệu", "context"),
        ("Tiêm chủng cho 70% dân số.", "70%", "result"),
        ("Xuất khẩu ước đạt 27,5 tỷ USD, cao hơn năm 2017 khoảng 10%.", "10%", "result"),
        ("Xuất khẩu đạt 43 tỷ USD, nhiều hơn cùng kỳ năm 2017 tới 12%.", "12%", "result"),
        ("Bình quân giai đoạn 2011-2013 tăng 9,6% (riêng năm 2011 đã tăng 10,3%).", "10,3%", "result"),
        ("Nhập siêu thấp hơn nhiều so với mức 18% của Quốc hội.", "18%", "target"),
        ("Dự kiến cả năm thu ngân sách vượt dự toán Quốc hội giao khoảng 5%.", "5%", "forecast"),
        ("Dự báo lạm phát nhích lên 3,4% từ 3,3%.", "3,3%", "base"),
        ("Nếu năm 2016 chỉ có 85 vụ vi phạm thì 8 tháng năm 2018 có tới 198 vụ.", "85", "base"),
        ("Nếu năm 2016 chỉ có 85 vụ vi phạm thì 8 tháng năm 2018 có tới 198 vụ.", "198", "result"),
        ("Cán cân năm nay có thể thặng dư 2,5 tỷ USD, sau khi đạt 3 tỷ USD năm 2017.", "3 tỷ USD", "base"),
        ("Nợ công nằm trong giới hạn 65% GDP; dư nợ nước ngoài là 46,9% GDP so với mức trần 50%.", "46,9%", "result"),
        ("Số thu đạt 45,8% so với chỉ tiêu Bộ Tài chính giao, giảm 24,9% so với cùng kỳ.", "24,9%", "result"),
        ("Phấn đấu GDP tăng 7%, thu ngân sách vượt ít nhất 20% so với dự toán.", "20%", "target"),
        ("Tín dụng phải tăng trên 21%, cao hơn 3 điểm phần trăm so với mục tiêu.", "3 điểm phần trăm", "target"),
        ("Lực lượng chức năng bắt giữ 376 vụ, trị giá hơn 804 triệu đồng.", "804 triệu đồng", "result"),
        ("Công nghiệp tăng 15%, bỏ xa mức 2,4% của cùng kỳ năm ngoái.", "2,4%", "base"),
        ("Tỷ trọng doanh nghiệp trong nước vượt ngưỡng 30%.", "30%", "result"),
        ("GDP tăng 6,8% (năm 2017 chỉ tiêu là 6,7%).", "6,7%", "target"),
        ("Góp phần thực hiện mục tiêu tăng trưởng kinh tế năm 2018 đạt trên 8%.", "8%", "target"),
        ("Nông nghiệp đặt đích xuất khẩu 28,5 tỷ USD.", "28,5 tỷ USD", "target"),
        ("Khả năng tận dụng ưu đãi đã được cải thiện, đạt 20,7%.", "20,7%", "result"),
        ("Mức bội chi đã được Quốc hội giao là 5,3% GDP.", "5,3%", "target"),
        ("Thu ngân sách bằng 98% dự toán, giảm 2% so với cùng kỳ.", "2%", "result"),
        ("Tăng 7,09%, vượt mục tiêu 6,7% Quốc hội giao.", "6,7%", "target"),
        ("Hội nghị kết nối 63 điểm cầu.", "63", "context"),
        ("Ngoại giao kinh tế đóng góp lớn; ký kết 30 thỏa thuận.", "30", "result"),
        ("Đại biểu Trần Nam hỏi: nợ công tăng 18%.", "18%", "result"),
        ("Mỗi lần điều chỉnh không quá 5%.", "5%", "target"),
        ("Lãi suất được giữ ở mức 7%.", "7%", "result"),
        ("Giữ tỷ lệ thất nghiệp dưới 4%.", "4%", "target"),
        ("Việt Nam là một trong số 10 nước có tốc độ tăng trưởng cao nhất.", "10", "context"),
        ("Dịch từng bước được khống chế, gần 4.600 xã đã qua 30 ngày không có ca mới.", "4.600", "result"),
        ("Lập tiến độ từng dự án để hoàn thành thêm 1.200 km.", "1.200 km", "target"),
        ("Huy động được vốn để hoàn thành 1.053 dự án.", "1.053", "result"),
        ("Tăng trưởng cả năm khó đạt mức 6%.", "6%", "target"),
        ("Bộ đưa ra 3 kịch bản: GDP tăng 6,3%, 6,5% hoặc 6,7%.", "6,5%", "forecast"),
        ("Bộ đưa ra 3 phương án: GDP tăng 6,3%, 6,5% hoặc 6,7%.", "6,7%", "forecast"),
        (
            "Năm 2019, nhập siêu 11% kim ngạch xuất khẩu, nếu điều kiện cho phép thì kéo xuống dưới 10%.",
            "10%",
            "target",
        ),
        ("Tỉnh điều chỉnh kế hoạch vốn giai đoạn 2016-2020, bổ sung 1.436 tỷ đồng.", "1.436 tỷ đồng", "target"),
        ("Vốn đăng ký bổ sung 1.436 tỷ đồng.", "1.436 tỷ đồng", "result"),
        ("Kết quả này mới bằng 73% kế hoạch 5 triệu lượt mà ngành đề ra hồi đầu năm.", "5 triệu", "target"),
        ("Toàn bộ 700.000 tỷ đồng vốn đầu tư công phải được giải ngân.", "700.000 tỷ đồng", "target"),
        ("Hiện có 62.000 hồ sơ phải chờ.", "62.000", "result"),
        ("Mục tiêu là GDP tăng 7%, người lao động đã qua đào tạo chiếm 46% lao động.", "46%", "target"),
        ("Đến nay các bộ đã giao chi tiết 748 nghìn tỷ đồng.", "748 nghìn tỷ đồng", "result"),
        ("Chính phủ xin hạ chỉ tiêu tăng trưởng năm 2018 từ 9% xuống 7%.", "9%", "target"),
        ("Chính phủ đề nghị nâng mức bội chi năm 2018 từ 4,8% lên 5,3% GDP.", "4,8%", "target"),
        ("Chính phủ trình Quốc hội con số 8 chỉ tiêu đạt và 5 chỉ tiêu vượt.", "8", "result"),
        ("Có 4 chỉ tiêu đạt và 8 chỉ tiêu vượt.", "8", "result"),
        ("Hộ nghèo giảm 1,5%, trong khi số báo cáo trước lần lượt là 1% và 4%.", "4%", "base"),
        ("Nếu so với tháng 12/2017 thì CPI đã tăng 3,2%.", "3,2%", "result"),
        ("Đầu tư công phải tạo tiền đề cho tăng trưởng 2 con số.", "2 con số", "target"),
        ("GDP năm 2017 tăng 6,81% (số cũ 6,7%).", "6,7%", "base"),
        ("Thu ngân sách đạt 997 tỷ đồng, vượt dự toán gần 86 tỷ đồng.", "86 tỷ đồng", "result"),
        ("Thu ngân sách đạt 997 tỷ đồng, vượt dự toán 911 tỷ đồng.", "911 tỷ đồng", "target"),
        ("Tổng chi ước 986 tỷ đồng, nhỉnh hơn dự toán 0,8%.", "0,8%", "result"),
        ("Tổng chi ước 986 tỷ đồng, nhiều hơn dự toán 0,8%.", "0,8%", "result"),
        ("Chính phủ xin nâng bội chi lên 5,3% GDP.", "5,3%", "target"),
        ("Giá tiêu dùng bình quân điều chỉnh thành tăng khoảng 4%.", "4%", "target"),
        ("Ở kịch bản hai, các đối tác phải tới quý IV mới hồi phục, GDP chỉ còn tăng 3,6%.", "3,6%", "forecast"),
        ("Bộ đề nghị các tỉnh phấn đấu theo kịch bản 2, tức 8,3%.", "8,3%", "target"),
        ("Tỷ trọng lao động nông nghiệp khó về được 26,2% như đã đặt ra.", "26,2%", "target"),
        ("Tạo việc làm cho 1,6 triệu người là một trong những chỉ tiêu của năm 2019.", "1,6 triệu", "target"),
        ("GDP quý III tăng 6,9%, bỏ xa mức 6,2% mà thị trường kỳ vọng.", "6,2%", "forecast"),
        ("GDP dự kiến tăng 5%, thấp hơn mục tiêu 6,8% khoảng 1,8 điểm phần trăm.", "1,8 điểm phần trăm", "forecast"),
        ("GDP bình quân đầu người đạt 2.587 USD, năm trước là 2.385 USD.", "2.385 USD", "base"),
        ("Năm 2019, GDP bình quân đầu người sẽ đạt 2.700 USD, năm trước là 2.587 USD.", "2.587 USD", "base"),
        ("Chi ngân sách vượt 115.000 tỷ đồng so với số đã báo cáo.", "115.000 tỷ đồng", "result"),
        ("Kế hoạch năm 2017 có 11/13 chỉ tiêu đạt và vượt.", "11/13", "result"),
        ("Kế hoạch năm 2019 phấn đấu có 11/13 chỉ tiêu đạt và vượt.", "11/13", "target"),
        ("Hai chỉ tiêu lỡ hẹn là năng suất lao động, đạt 4,8% (kế hoạch 5,5%), và nợ xấu.", "4,8%", "result"),
        ("Hai chỉ tiêu lỡ hẹn là năng suất lao động, đạt 4,8% (kế hoạch 5,5%), và nợ xấu.", "5,5%", "target"),
        ("8 tháng đạt 322 triệu USD, trong khi cả năm 2017 chỉ là 191 triệu USD.", "191 triệu USD", "base"),
        ("Giải ngân đạt 28%; nếu chỉ tính phần Chính phủ giao thì đạt 30,49%.", "30,49%", "result"),
        (
            "Thu hút 103 triệu lượt khách, trong đó 18 triệu lượt khách quốc tế, là mục tiêu đề ra.",
            "18 triệu",
            "target",
        ),
        ("Quốc hội yêu cầu trên 90% dân cư thành thị được cấp nước sạch.", "90%", "target"),
        ("Với 93,37% đại biểu tán thành, nghị quyết được thông qua.", "93,37%", "context"),
        ("CPI tăng 0,49%, sau khi đã tăng 0,83% trong tháng 7 và 1,06% trong tháng 8.", "1,06%", "base"),
    ],
)
def test_the_cue_that_governs_gives_the_role(text: str, printed: str, role: str) -> None:
    assert only(text, printed).role == role


@pytest.mark.parametrize(
    ("text", "printed", "period", "source"),
    [
        ("GDP 9 tháng năm 2018 tăng 6,98%.", "6,98%", "2018-01/2018-09", "stated"),
        ("GDP 9 tháng tăng 6,98%.", "6,98%", "2018-01/2018-09", "inferred"),
        ("CPI tháng 9 tăng 0,59% so với tháng trước.", "0,59%", "2018-09", "inferred"),
        ("GDP quý I/2018 đạt 7,38%.", "7,38%", "2018-Q1", "stated"),
        ("GDP 6 tháng đầu năm tăng 7,08%.", "7,08%", "2018-S1", "inferred"),
        ("Năm ngoái, xuất khẩu đạt 214 tỷ USD.", "214 tỷ USD", "2017", "inferred"),
        ("Năm 2019 phấn đấu GDP tăng 6,8%.", "6,8%", "2019", "stated"),
        ("Phấn đấu GDP tăng 6,7%.", "6,7%", "2018", "inferred"),
        (
            "Đến thời điểm ngày 17/6/2018, thu ngân sách đạt 133 tỷ đồng.",
            "133 tỷ đồng",
            "2018-01-01/2018-06-17",
            "stated",
        ),
        ("GDP 6 tháng tăng 7,1% (cao hơn năm 2017 tăng 5,7%).", "5,7%", "2017-S1", "inferred"),
        ("Vốn FDI 6 tháng đạt 20 tỷ USD (cả năm 2017 đạt 35,9 tỷ USD).", "35,9 tỷ USD", "2017", "inferred"),
        ("Phấn đấu hoàn thành 3.000 km cao tốc trước ngày 31/12/2020.", "3.000 km", "2020", "stated"),
        ("Năm 2017 tăng 5,4% và năm 2018 tăng 6%.", "5,4%", "2017", "stated"),
        (
            "Theo Cục, tính đến 15/9, thu 900 tỷ đồng. Hà Nội thu 200 tỷ đồng.",
            "200 tỷ đồng",
            "2018-01-01/2018-09-15",
            "inherited",
        ),
        (
            "GDP 9 tháng tăng 7%, chỉ thấp hơn năm 2017 trong giai đoạn 2011-2018.\n\nDịch vụ tăng 6,3%.",
            "6,3%",
            "2018-01/2018-09",
            "inherited",
        ),
        (
            "ADB dự báo kinh tế tăng 8,6% trong năm nay, so với 8,2% công bố vào tháng 9/2018.",
            "8,2%",
            "2018",
            "inferred",
        ),
        ("Năm 2019 GDP phấn đấu tăng 6,8%. GDP năm nay tăng 7%. Lãi suất cả năm sẽ là 6%.", "6%", "2018", "inferred"),
        ("ADB hạ dự báo từ 6,5% xuống 5,8% cho năm nay, từ 6,8% xuống 6,2% cho năm sau.", "6,8%", "2019", "inferred"),
        ("Tổng nợ thuế đến 30.9 là 222.700 tỷ đồng.", "222.700 tỷ đồng", "2018-09-30", "inferred"),
        (
            "Tính đến 15/9, chi 900 tỷ đồng. Thu nội địa 700 tỷ đồng.",
            "700 tỷ đồng",
            "2018-01-01/2018-09-15",
            "inherited",
        ),
        (
            "Từ đầu năm đến ngày 15/9/2018, chi 900 tỷ đồng. Thu nội địa 700 tỷ đồng.",
            "700 tỷ đồng",
            "2018-01-01/2018-09-15",
            "inherited",
        ),
        (
            "GDP 9 tháng tăng 7%. Cùng kỳ năm 2017, GDP tăng 6,4%, dịch vụ tăng 7,2%.",
            "7,2%",
            "2017-01/2017-09",
            "inferred",
        ),
        ("Năm 2018, Bộ được giao 1.171 tỷ đồng từ nguồn tăng thu năm 2017.", "1.171 tỷ đồng", "2018", "stated"),
        ("Hiện Chính phủ đặt mục tiêu tăng trưởng 6,7%.", "6,7%", "2018", "inferred"),
        ("Muốn đạt 6,7% cho cả năm thì 6 tháng cuối năm, GDP phải tăng 6,4%.", "6,4%", "2018-S2", "inferred"),
        ("Hội nghị bàn kế hoạch năm 2019. Bán lẻ ước cả năm tăng 11%.", "11%", "2018", "inferred"),
        ("Quốc hội thông qua chỉ tiêu năm 2019 với tỷ lệ tán thành 91,37%.", "91,37%", "2018-10-01", "inferred"),
        ("Từ đầu năm đến nay, FDI đạt 25 tỷ USD.", "25 tỷ USD", "2018-01-01/2018-10-01", "inferred"),
        ("Tính đến 20/9, FDI đạt 25 tỷ USD.", "25 tỷ USD", "2018-01-01/2018-09-20", "inferred"),
        ("Giai đoạn 2016-2020, GDP tăng 6,5%.", "6,5%", "2016/2020", "inferred"),
        ("Xuất khẩu quý I năm 2018 tăng 22% so với năm 2017.", "22%", "2018-Q1", "stated"),
        ("GDP quý I năm 2018 tăng 7,38%. Xuất khẩu tăng 22%.", "22%", "2018-Q1", "inherited"),
        ("Xuất khẩu quý I năm 2018 tăng 22% (cùng kỳ tăng 12,8%).", "12,8%", "2017-Q1", "inferred"),
        ("Tạo đà tăng trưởng hai con số giai đoạn tiếp theo.", "hai con số", "", ""),
    ],
)
def test_the_period_is_stated_carried_on_or_inferred(text: str, printed: str, period: str, source: str) -> None:
    found = only(text, printed)
    assert (found.period, found.period_source) == (period, source)


@pytest.mark.parametrize(
    ("text", "printed", "measure"),
    [
        ("Xuất khẩu đạt 5 tỷ USD.", "5 tỷ USD", "level"),
        ("Nhập siêu giảm 5,3 tỷ USD.", "5,3 tỷ USD", "growth"),
        ("Thu ngân sách tăng thêm 500 tỷ đồng.", "500 tỷ đồng", "growth"),
        ("Kim ngạch xuất khẩu vượt 700 tỷ USD.", "700 tỷ USD", "level"),
        ("CPI tăng 3,57%.", "3,57%", "growth"),
        ("Bội chi bằng 3,6% GDP.", "3,6%", "share"),
        ("Tỷ lệ thất nghiệp là 2,2%.", "2,2%", "share"),
        ("Tỷ lệ hộ nghèo giảm 1,5%.", "1,5%", "growth"),
        ("Lãi suất cho vay khoảng 9%.", "9%", "level"),
        ("Giải ngân đạt 39,2% kế hoạch.", "39,2%", "progress"),
        ("Thu ngân sách vượt 4% dự toán.", "4%", "growth"),
        ("Thu dầu thô bằng 77% so với năm 2017.", "77%", "growth"),
        ("Xuất khẩu gấp đôi năm 2010.", "gấp đôi", "growth"),
        ("Gói thầu giải ngân đạt 2.477/10.825 tỷ đồng.", "2.477/10.825 tỷ đồng", "progress"),
        ("Gạo đạt 157 nghìn tấn, tăng 16% về lượng và 0,8% về giá trị.", "0,8%", "growth"),
        ("Mỹ áp thuế 20% với hàng này.", "20%", "level"),
        ("Thuế suất nhập khẩu được đưa về mức 0%.", "0%", "level"),
        ("Fed giữ lãi suất quanh 5%.", "5%", "level"),
        ("Tiếp tục hạ lãi suất cho vay 1%.", "1%", "growth"),
        ("Có 14 chỉ tiêu đạt và vượt, 4 chỉ tiêu không đạt.", "4", "level"),
        ("Có 1.001 dự án, vốn tăng thêm 7,27 tỷ USD.", "7,27 tỷ USD", "level"),
        ("Có 17 bộ giải ngân dưới 40%.", "40%", "progress"),
        # after `bằng` alone: of the same whole as the one before it
        ("Thuế đạt 447 tỷ đồng, bằng 0,3% dự toán; phí 1.200 tỷ đồng, bằng 1,2%.", "1,2%", "progress"),
        ("Đưa 52 nghìn người đi, bằng 98% so với cùng kỳ; về 40 nghìn người, bằng 96%.", "96%", "growth"),
        ("Toàn ngành tăng trên 3%. Trong đó, trồng trọt trên 2,4%.", "2,4%", "growth"),
        ("Nông nghiệp tăng 3%, đóng góp 8% vào mức tăng chung.", "8%", "share"),
        ("Thu ngân sách vượt hơn 9,97% chỉ tiêu.", "9,97%", "growth"),
    ],
)
def test_the_verbs_say_what_a_number_gives(text: str, printed: str, measure: str) -> None:
    assert only(text, printed).measure == measure


def test_a_percentage_beside_what_something_grew_by_is_the_growth() -> None:
    assert only("Chi thường xuyên 107 tỷ đồng, tăng 12 tỷ đồng (1,1%).", "1,1%").measure == "growth"


def test_a_share_of_growth_is_a_share() -> None:
    assert only("Tỷ trọng đóng góp của năng suất vào tăng trưởng khoảng 45%.", "45%").measure == "share"
    assert only("Dịch vụ tăng 6%, đóng góp 2,4 điểm phần trăm.", "2,4 điểm phần trăm").measure == "share"


def test_a_multiple_goes_on_with_what_was_counted() -> None:
    assert only("Ký kết 253 thỏa thuận hợp tác, gấp đôi năm 2017.", "gấp đôi").indicator == "agreements_signed"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Năm 2018, xuất khẩu và nhập khẩu lần lượt đạt 190 tỷ USD và 185 tỷ USD.",
            [("exports", "2018"), ("imports", "2018")],
        ),
        (
            "Năm 2017, nông nghiệp, công nghiệp và xây dựng, dịch vụ tăng lần lượt 2,9%; 8% và khoảng 7,4%.",
            [("agriculture", "2017"), ("other", "2017"), ("services", "2017")],
        ),
        ("Tăng trưởng GDP năm 2016 và 2017 lần lượt đạt 6,21% và 6,81%.", [("gdp", "2016"), ("gdp", "2017")]),
        (
            "GDP quý I, II và quý III năm 2017 tăng lần lượt 5,1%, 6,2% và 7,4%.",
            [("gdp", "2017-Q1"), ("gdp", "2017-Q2"), ("gdp", "2017-Q3")],
        ),
        ("Năm 2017, GDP lần lượt từng quý tăng 5,1% và 6,2%.", [("gdp", "2017-Q1"), ("gdp", "2017-Q2")]),
        ("Lạm phát lần lượt là 3,8% và 4% trong năm 2018 và 2019.", [("cpi", "2018"), ("cpi", "2019")]),
        (
            "GDP tăng 6,5% năm 2018 và 6,7% năm 2019; lạm phát lần lượt là 3,8% và 4%.",
            [("gdp", "2018"), ("gdp", "2019"), ("cpi", "2018"), ("cpi", "2019")],
        ),
        (
            "GDP năm 2016 và 2017 lần lượt tăng 6,2% và 6,8%; CPI 4,7% và 2,6%, riêng tháng 12/2017 tăng 2,5%.",
            [("gdp", "2016"), ("gdp", "2017"), ("cpi", "2016"), ("cpi", "2017"), ("cpi", "2017-12")],
        ),
        ("GDP tăng 6,2% và 6,8% trong năm 2016 và 2017.", [("gdp", "2016"), ("gdp", "2017")]),
        (
            "GDP 6 tháng tăng 7,1%, cao hơn 5,5% và 5,7% của cùng kỳ năm 2016 và 2017.",
            [("gdp", "2018-S1"), ("gdp", "2016-S1"), ("gdp", "2017-S1")],
        ),
        (
            "ADB cho rằng GDP sẽ tăng 6,9% năm nay và 6,8% năm tới, cao hơn mức 6,7% và 6,6% đưa ra trước đó.",
            [("gdp", "2018"), ("gdp", "2019"), ("gdp", "2018"), ("gdp", "2019")],
        ),
        ("CPI tháng 9 lần lượt là 3,8% và 4% theo hai cách tính.", [("cpi", "2018-09"), ("cpi", "2018-09")]),
        ("GDP quý III và quý IV tăng 6,9% và 7,3%.", [("gdp", "2018-Q3"), ("gdp", "2018-Q4")]),
        ("Năm 2018, xuất khẩu và nhập khẩu tăng 13,2% và 11,1%.", [("exports", "2018"), ("imports", "2018")]),
    ],
)
def test_a_row_of_numbers_is_dealt_out_to_what_is_listed_before(text: str, told: list[tuple[str, str]]) -> None:
    assert [(statement.indicator, statement.period) for statement in statements(text, date(2018, 12, 31))] == told


def test_places_listed_have_a_number_each() -> None:
    told = statements("GRDP của Hà Nội và Hải Phòng lần lượt tăng 6,5% và 7,2%.")
    assert [(one.place, one.measure, one.series) for one in told] == [
        ("Hà Nội", "growth", "gdp Hà Nội"),
        ("Hải Phòng", "growth", "gdp Hải Phòng"),
    ]


def test_the_session_of_a_province_is_about_the_province() -> None:
    found = only("Sáng nay, HĐND tỉnh Nghệ An khai mạc kỳ họp. Thu ngân sách đạt 900 tỷ đồng.", "900 tỷ đồng")
    assert (found.indicator, found.place) == ("other", "Nghệ An")


def test_the_whole_country_is_told_from_the_province() -> None:
    text = "Sáng nay, HĐND tỉnh Nghệ An họp. Sản xuất công nghiệp tăng 6%, trong khi cả nước tăng 8%."
    assert [(s.indicator, s.place) for s in statements(text)] == [
        ("other", "Nghệ An"),
        ("industrial_production", "VN"),
    ]


def test_without_a_day_the_years_printed_are_used() -> None:
    assert only("Năm 2013, thu ngân sách đạt 752.370 tỷ đồng.", "752.370 tỷ đồng", None).period == "2013"


def test_without_a_day_a_year_to_come_is_not_carried_on() -> None:
    text = (
        "Năm 2013, thu ngân sách khó khăn. Chi ngân sách năm 2013 giữ nguyên. "
        "Quốc hội bàn phân bổ vốn năm 2014. Thu từ đất giảm 82%."
    )
    assert only(text, "82%", None).period == "2013"


GONE = "2018-01/2018-09"
PLANNED = "Kế hoạch năm 2019 đặt mục tiêu GDP tăng 6,6 - 6,8%."
HALF = "GDP nửa đầu năm 2018 tăng 7%"


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        (f"{HALF} (quý I tăng 7,4%; quý II tăng 6,8%). Dịch vụ tăng 6,9%.", "6,9%", "2018-S1"),
        (f"{HALF}. Riêng tháng 6, xuất khẩu tăng 5%.\n\nDịch vụ tăng 6,9%.", "6,9%", "2018-S1"),
        (f"{HALF}. Riêng tháng 6, xuất khẩu tăng 5%. Nhập khẩu tăng 4%.", "4%", "2018-06"),
        (f"{HALF}.\n\nTháng 7, xuất khẩu tăng 5%.\n\nDịch vụ tăng 6,9%.", "6,9%", "2018-07"),
        ("GDP 9 tháng tăng 6,98%, cả năm có thể tăng 6,8%.", "6,8%", "2018"),
        ("Kế hoạch năm 2019: GDP tăng 6,6%. CPI cả năm khoảng 4%.", "4%", "2019"),
        ("Bàn kế hoạch năm 2019. GDP 9 tháng tăng 6,98%. CPI cả năm khoảng 4%.", "4%", "2018"),
        ("Bàn nhiệm vụ năm 2019. Cả năm ước tạo 1,6 triệu việc làm.", "1,6 triệu", "2018"),
        ("Trong 5 năm tới, phấn đấu GDP tăng 6,5%.", "6,5%", "2019/2023"),
        (
            "Tháng 9 xuất khẩu 20 tỷ USD. Nhập khẩu trong tháng là 19 tỷ USD, lũy kế hơn 170 tỷ USD.",
            "19 tỷ USD",
            "2018-09",
        ),
        (
            "Tháng 9 xuất khẩu 20 tỷ USD. Nhập khẩu trong tháng là 19 tỷ USD, lũy kế hơn 170 tỷ USD.",
            "170 tỷ USD",
            "2018-01/2018-09",
        ),
        ("Tháng 9 đón 1,1 triệu khách, lũy kế từ đầu năm gần 10 triệu.", "10 triệu", "2018-01/2018-09"),
        ("GDP 9 tháng tăng 7%, chậm lại từ mức 7,3% của quý IV năm ngoái.", "7,3%", "2017-Q4"),
        ("9 tháng đón 11 triệu khách, vượt mục tiêu 8 triệu đặt ra.", "8 triệu", "2018"),
        ("Từ đầu năm đến 20-9, vốn FDI đăng ký đạt 25 tỷ USD.", "25 tỷ USD", "2018-01-01/2018-09-20"),
        (
            "9 tháng đón 11 triệu lượt khách quốc tế, bằng 90% năm 2017. Khách đường bộ 2 triệu.",
            "2 triệu",
            "2018-01/2018-09",
        ),
        (
            "Kế hoạch 2021-2025: GDP tăng 6,5%/năm. Đến năm 2025 nợ công 60%; hộ nghèo mỗi năm giảm 1%.",
            "1%",
            "2021/2025",
        ),
        ("Tín dụng 9 tháng tăng 10%. Hết quý 1, mức này là 3%.", "3%", "2018-Q1"),
        ("ADB cho rằng quý III tăng 6% và quý IV tăng 7%.", "6%", "2018-Q3"),
        ("GDP quý III tăng 6,9%, thấp hơn mức 7,4% của quý I nhưng cao hơn 6,7% của quý II.", "7,4%", "2018-Q1"),
        ("GDP 2016-2018 tăng 7%, cao hơn giai đoạn 2011-2015 (5,9%).", "5,9%", "2011/2015"),
        ("GDP quý III tăng 6,9%, cao hơn quý II (6,7%).", "6,7%", "2018-Q2"),
        ("Năm 2018, tỷ trọng thu nội địa là 81% (năm 2015 là 68%), chi thường xuyên giảm 3%.", "3%", "2018"),
        ("Nông nghiệp còn 14% GDP, so với 15% của năm trước.", "15%", "2017"),
        ("9 tháng qua, GDP tăng 6,98%.", "6,98%", "2018-01/2018-09"),
        ("Từ đầu năm đến ngày 20-9, cả nước có 96.000 doanh nghiệp mới.", "96.000", "2018-01-01/2018-09-20"),
        ("Đến 20/9, nợ công bằng 58% GDP, trong đó có 62% là nợ nước ngoài.", "62%", "2018-09-20"),
        (
            "9 tháng xuất khẩu 179 tỷ USD, cả năm có thể đạt 240 tỷ USD. Nhập khẩu đã đạt 174 tỷ USD.",
            "174 tỷ USD",
            GONE,
        ),
        ("ADB dự báo GDP tăng 6,9%, giảm so với 7,1% hồi tháng 7.", "7,1%", "2018"),
        (
            "Bàn nhiệm vụ giai đoạn 2016 - 2020, đặt mục tiêu trong 5 năm tới có 8 triệu việc làm.",
            "8 triệu",
            "2016/2020",
        ),
        # what is aimed at for the rest of a year is the year's, but for what is still to be done in it
        ("Về 6 tháng cuối năm, mục tiêu là tăng trưởng 8%.", "8%", "2018"),
        ("Về 6 tháng cuối năm, phấn đấu tạo việc làm cho 866.000 lao động.", "866.000", "2018-S2"),
        ("6 tháng cuối năm phấn đấu tăng trưởng 8%.", "8%", "2018-S2"),
        ("Trong 6 tháng cuối năm, phấn đấu tăng 10%, bảo đảm cả năm đạt 9%.", "10%", "2018-S2"),
        # rows of times
        ("4 tháng, 5 tháng, 6 tháng, xuất siêu lần lượt là 3 tỷ USD; 2 tỷ USD và 4 tỷ USD.", "4 tỷ USD", "2018-S1"),
        ("Thấp hơn 5,9% của năm ngoái: quý I và quý II lần lượt tăng 4,6% và 4,8%.", "4,6%", "2018-Q1"),
        ("Để so sánh, lạm phát các năm 2013, 2014 và 2015 lần lượt là 6%, 4,1% và 0,6%.", "6%", "2013"),
        ("Tính theo quý, GDP năm 2017 tăng lần lượt 5,1%, 6,2%, 7,4% và 7,6%.", "7,4%", "2017-Q3"),
        # parts told of one by one leave the time spoken of as it was
        ("GDP năm 2018 tăng 6,8%. Quý I tăng 5,1%, quý II 6,2%. Nông nghiệp tăng 2,9%.", "2,9%", "2018"),
        ("CPI tháng 9 tăng 0,6% (tháng 8 tăng 0,5%). Giá vàng trong tháng giảm 1%.", "1%", "2018-09"),
        ("GDP quý III tăng 6,9%, thấp hơn kịch bản 7,2% nêu tại Nghị quyết 01.", "7,2%", "2018-Q3"),
        ("Bàn kế hoạch năm 2019. Năm 2018, GDP ước tăng 6,98%, vượt kế hoạch 6,7%.", "6,7%", "2018"),
        ("Bước sang năm nay, GDP quý I tăng 7,4%. Quốc hội giao cả năm tăng 6,7%.", "6,7%", "2018"),
        ("Công nghiệp tháng 9 tăng 8%. Tính chung tăng 10,6%.", "10,6%", GONE),
        ("GRDP năm 2018 tăng 7,5%, trong khi năm 2017 tăng 6,54%. Nông nghiệp tăng 8%.", "8%", "2018"),
        # months that are closed are told of together
        ("Hết tháng 8, nhập khẩu đạt 150 tỷ USD. Ô tô đạt 80.110 chiếc.", "80.110", "2018-01/2018-08"),
        (
            "Bộ báo cáo thu thuế tháng 7. Tính đến hết tháng, tổng thu ước 666 tỷ đồng.",
            "666 tỷ đồng",
            "2018-01/2018-07",
        ),
        ("Từ đầu năm đến hết tháng 8, hàng bán ra nước ngoài đạt 150 tỷ USD.", "150 tỷ USD", "2018-01/2018-08"),
        ("Thương mại tháng 9 tăng 12%. Cả quý đạt 120 tỷ USD.", "120 tỷ USD", "2018-Q3"),
        ("GDP quý III cao nhất so với quý III các năm giai đoạn 2011 - 2018. Dịch vụ tăng 7%.", "7%", "2018-Q3"),
        ("Công nghiệp phục hồi, tháng sau cao hơn tháng trước, 9 tháng tăng 10%.", "10%", GONE),
        ("GDP quý III tăng 6,9%, cao hơn các quý trước (quý II tăng 6,7%).", "6,7%", "2018-Q2"),
        ("Tính bình quân nửa năm, CPI tăng 3,29%.", "3,29%", "2018-S1"),
        ("GDP năm nay tăng 6,7%; sang năm tăng 6,5%.", "6,5%", "2019"),
        ("Dư nợ tín dụng đến ngày 21/9 tăng 9,5%.", "9,5%", "2018-09-21"),
        ("Đến 21/9, tổng phương tiện thanh toán tăng 9,5%.", "9,5%", "2018-09-21"),
        ("Ngân sách tới giữa tháng 7 mới thu 745 nghìn tỷ đồng.", "745 nghìn tỷ đồng", "2018-01-01/2018-07-15"),
        ("Chín tháng vừa qua, CPI tăng 3,6%.", "3,6%", GONE),
        ("Đến ngày 15-9, diện tích lúa đã cấy là 1.467,7 nghìn ha.", "1.467,7 nghìn ha", "2018-09-15"),
        ("Theo nghị quyết thông qua tháng 11 năm ngoái, chỉ tiêu là CPI bình quân dưới 4%.", "4%", "2018"),
        ("Nguồn kinh phí năm 2017 còn dư chuyển nguồn sang năm 2018 là 15.710 tỷ đồng.", "15.710 tỷ đồng", "2018"),
        ("Hai quý đầu năm GDP lần lượt tăng 7,4% và 6,8%.", "6,8%", "2018-Q2"),
        ("Mục tiêu là có 2 triệu doanh nghiệp vào năm 2030 và 3 triệu vào năm 2045.", "2 triệu", "2030"),
        ("Trong năm năm tới phấn đấu tạo 8 triệu việc làm.", "8 triệu", "2019/2023"),
        ("GDP 9 tháng chỉ hơn mức của năm 2011 trong giai đoạn 2010-2018. Dịch vụ tăng 7%.", "7%", GONE),
        (
            "Trong 5 năm tới, mục tiêu là GDP tăng 7%. GDP bình quân đầu người từ 2.587 USD lên 4.000 USD.",
            "4.000 USD",
            "2023",
        ),
        ("CPI cả năm tăng 4%, riêng tháng 9 tăng 0,6%; xuất khẩu tăng 15%.", "15%", "2018"),
        ("CPI 9 tháng tăng 3,6%, thấp hơn mức 4% Quốc hội cho phép cả năm; bán lẻ tăng 11%.", "11%", GONE),
        ("Quốc hội bổ sung vốn từ nguồn tăng thu, tiết kiệm chi năm 2017, phấn đấu giải ngân 95%.", "95%", "2018"),
        ("GDP năm 2017 tăng 6,81%, vượt con số 6,7% đã trình Quốc hội cuối năm ngoái.", "6,7%", "2017"),
        (f"{PLANNED} Năm 2018, trồng trọt tăng 2,5%, chưa tới mức 2,7 - 2,8% HĐND tỉnh giao.", "2,7 - 2,8%", "2018"),
        (f"{PLANNED} Năm 2018, xuất khẩu 8 tháng tăng 14,5% (kế hoạch 7 - 8%).", "7 - 8%", "2018"),
        (f"{PLANNED} Năm nay khá hơn: dự kiến cả năm có 11/12 chỉ tiêu đạt và vượt.", "11/12", "2018"),
        ("Quốc hội bàn kế hoạch năm 2019, cao hơn năm 2018 (GDP cả năm dự kiến tăng 6,7%).", "6,7%", "2018"),
        ("Tổng kết năm 2018 và nhiệm vụ năm 2019. Trong năm, ngành khởi công 26 dự án.", "26", "2018"),
        ("Nghị quyết về kế hoạch năm 2019. Cả năm có thể đạt 6,7%.\n\nCác chỉ tiêu:\n- GDP tăng 6,6%.", "6,6%", "2019"),
        ("Đến hết tháng 6 thu 745 nghìn tỷ đồng, trong đó dầu thô 28 nghìn tỷ đồng.", "28 nghìn tỷ đồng", "2018-S1"),
        ("Bán lẻ 8 tháng giảm 4,3%, riêng tháng 8 hụt 9%. Nhập khẩu giảm 5%.", "5%", "2018-01/2018-08"),
        ("Xuất siêu 1,77 tỷ USD (năm 2016); 2,11 tỷ USD (năm 2017).", "2,11 tỷ USD", "2017"),
        ("Xuất siêu 1,77 tỷ USD (năm 2016); 2,11 tỷ USD (năm 2017).", "1,77 tỷ USD", "2016"),
        ("Năm nay, thu 15 nghìn tỷ đồng, trong khi năm ngoái là 12 nghìn tỷ đồng. Hộ nghèo giảm 2,5%.", "2,5%", "2018"),
        ("Nợ công về 58% GDP (năm ngoái: 61,4%).", "61,4%", "2017"),
        ("Bàn nhiệm vụ năm 2019. Năm 2017, nông nghiệp tăng 3,8% (Chính phủ giao 3%).", "3%", "2017"),
        ("CPI tháng 9 tăng 0,6%; bình quân năm tăng 3,57%.", "3,57%", "2018"),
        ("GDP 8 tháng tăng 7%, một năm trước là 6,2%.", "6,2%", "2017-01/2017-08"),
        ("Tính đến hết tháng 8/2018, xuất khẩu tôm đạt 2,62 tỷ USD.", "2,62 tỷ USD", "2018-01/2018-08"),
        ("Tính đến hết tháng 8/2018, giá xuất khẩu tôm đạt 2,62 USD/kg.", "2,62 USD/kg", "2018-08"),
        ("Tính đến ngày 31/8, đã bắt giữ 376 vụ.", "376", "2018-01/2018-08"),
        ("Nửa đầu năm tăng 6,28%, vượt cùng kỳ các năm trước (năm 2011: 5,92%; 2012: 4,93%).", "4,93%", "2012-S1"),
        (
            "Nửa đầu năm GDP tăng 6,28%, vượt cùng kỳ các năm trước (2011: 5,92%). Trong đó, dịch vụ tăng 7%.",
            "7%",
            "2018-S1",
        ),
        ("Sản lượng cà phê niên vụ 2017/2018 đạt 163 triệu bao.", "163 triệu", "2017/2018"),
    ],
)
def test_the_time_told_of_is_that_of_the_report(text: str, printed: str, period: str) -> None:
    assert only(text, printed).period == period


def test_aims_compared_with_are_for_the_year_that_is_spoken_of() -> None:
    text = "Bàn kế hoạch năm 2019. Năm 2017, bội chi là 6% GDP, vượt mức 5,3% Quốc hội giao."
    assert only(text, "5,3%").period == "2017"


def test_a_part_of_a_whole_is_no_day() -> None:
    text = "Năm 2018, đã xong 9/11 dự án, nâng chiều dài cao tốc lên 1.892 km."
    assert only(text, "1.892 km").period == "2018"


def test_the_years_a_record_holds_for_are_not_those_of_the_figures_after_it() -> None:
    text = "Năm 2018, CPI tăng 4,19%, mức cao nhất trong giai đoạn 2016-2020. Giá thép giảm 5%."
    assert only(text, "5%").period == "2018"


def test_what_follows_the_decision_on_a_plan_lists_its_targets() -> None:
    text = "Quốc hội vừa quyết định hệ thống chỉ tiêu năm 2019. Theo đó, GDP tăng khoảng 6,6-6,8%; xuất khẩu tăng 7%."
    assert [each.role for each in statements(text)] == ["target", "target"]


def test_a_sentence_that_announces_a_list_opens_it() -> None:
    told = statements(
        "Quốc hội chốt các chỉ tiêu chủ yếu như sau.\n\nGDP tăng 6,5%. Cả nước sẽ tạo 1,6 triệu việc làm."
    )
    assert [one.role for one in told] == ["target", "target"]


def test_a_sentence_with_an_aim_that_ends_in_a_colon_opens_a_list() -> None:
    told = statements("Các mức Quốc hội giao cho năm 2019 đều cao hơn, cụ thể:\n- GDP tăng 6,8%;\n- CPI tăng 4%.")
    assert [(one.role, one.period) for one in told] == [("target", "2019"), ("target", "2019")]


def test_a_list_whose_items_are_paragraphs_goes_on_to_its_end() -> None:
    text = (
        "Năm 2019, toàn ngành phấn đấu:\n\nVận chuyển tăng 5%.\n\nGiải ngân hết 86.000 tỷ đồng.\n\n"
        "Hoàn tất cổ phần hóa 14 doanh nghiệp.\n\nNăm 2018, ngành đã đưa vào khai thác 71 công trình."
    )
    assert [one.role for one in statements(text)] == ["target", "target", "target", "result"]


def test_what_follows_a_plan_that_was_adopted_lists_its_targets() -> None:
    text = (
        "Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2019 được Quốc hội thông qua sáng 8/11.\n\n"
        "Theo đó, GDP tăng 6,8% trở lên. Quy mô nền kinh tế trên 250 tỷ USD."
    )
    assert [(one.role, one.period) for one in statements(text, date(2018, 11, 8))] == [("target", "2019")] * 2


def test_all_of_a_year_is_the_one_reported_on_after_one_compared_with() -> None:
    text = "Năm 2018, CPI tăng 3,5%. Năm 2017 tăng 4%.\n\nBán lẻ cả năm tăng 11%. Xuất khẩu tăng 13%."
    assert [s.period for s in statements(text, date(2018, 12, 27))][2:] == ["2018"] * 2


def test_what_a_list_of_aims_makes_use_of_is_no_aim() -> None:
    text = "Các chỉ tiêu chủ yếu năm 2019:\n- GDP tăng 6,8%.\n- Khai thác cơ hội từ 12 hiệp định thương mại tự do."
    assert [s.role for s in statements(text)] == ["target", "result"]


def test_what_is_reckoned_in_a_scenario_is_expected() -> None:
    text = "Theo kịch bản 2, cả năm tăng 8,3%; quý IV tăng 9,1%. Quy mô GDP ước trên 250 tỷ USD."
    assert [s.role for s in statements(text)] == ["forecast"] * 3


def test_the_year_before_told_after_the_year_reported_on_is_compared_with() -> None:
    text = "Tính bình quân, CPI năm 2018 tăng 3,5%. Năm 2017, giá tiêu dùng tăng tới 4%. Xuất khẩu năm 2017 tăng 21%."
    assert [s.role for s in statements(text, date(2018, 12, 27))] == ["result", "base", "result"]


def test_what_is_told_of_all_years_of_a_plan_is_for_them() -> None:
    text = "Giai đoạn 2014-2018, xuất khẩu tăng 12%/năm. Năm nay GDP tăng 7%. Trong cả giai đoạn, bộ ra 65 nghị định."
    assert statements(text, date(2018, 12, 27))[2].period == "2014/2018"


def test_a_bracket_of_a_rise_like_another_year_s_is_not_of_that_year() -> None:
    text = "Năm 2018, ngành tăng 2,67% (tương đương mức tăng của năm 2017); sản lượng tăng 2,95%."
    assert statements(text, date(2018, 12, 27))[1].period == "2018"


def test_aims_go_on_for_the_years_planned_for() -> None:
    text = (
        "Theo dự thảo kế hoạch 5 năm 2011-2015, GDP phấn đấu tăng 7-8%/năm. Xuất khẩu tăng bình quân 12%/năm. "
        "Huy động vào ngân sách nhà nước bình quân đạt 22-23,5% GDP."
    )
    assert [(s.role, s.period) for s in statements(text, date(2010, 11, 23))] == [("target", "2011/2015")] * 3


def test_in_the_last_days_of_a_year_all_of_it_is_that_year_whatever_is_planned() -> None:
    text = "Năm 2019 phải bứt phá.\n\nCả năm, xuất siêu 7,2 tỷ USD. Cả nước có 131.000 doanh nghiệp mới."
    assert [(s.role, s.period) for s in statements(text, date(2018, 12, 28))] == [("result", "2018")] * 2


def test_all_of_a_year_that_is_reckoned_is_carried_on() -> None:
    text = "Tỉnh bàn nhiệm vụ năm 2026. GRDP cả năm ước tăng 11,9%. Thu ngân sách đạt 82.235 tỷ đồng."
    assert [s.period for s in statements(text, date(2025, 12, 5))] == ["2025"] * 2


def test_the_day_of_a_speech_is_not_that_of_what_it_tells() -> None:
    text = "Năm 2018, bán lẻ tăng 11%.\n\nPhát biểu tại hội nghị sáng 28/12, Thủ tướng nói kinh tế tăng trưởng 7%."
    assert statements(text, date(2018, 12, 28))[1].period == "2018"


def test_what_an_aim_s_adoption_counts_opens_a_list_and_the_term_that_is_over_closes_one() -> None:
    text = (
        "Đảng bộ tỉnh chốt các chỉ tiêu nhiệm kỳ 2018 - 2023.\n\nNhiệm kỳ qua, tăng trưởng bình quân đạt 6,7%.\n\n"
        "Đại hội thông qua 33 chỉ tiêu. GRDP tăng 10%. Kim ngạch xuất khẩu đạt 17 tỷ USD."
    )
    told = statements(text)
    assert [s.role for s in told if s.figure.unit in {"%", "USD"}] == ["result", "target", "target"]


def test_up_to_summer_the_running_year_is_only_mentioned() -> None:
    text = "Sáu tháng đầu năm, GDP tăng 5,5%. Lúa đông xuân năm nay được 19,4 triệu tấn. Thủy sản tăng 1,3%."
    assert statements(text, date(2016, 6, 28))[2].period == "2016-S1"


def test_in_march_a_report_on_the_year_before_goes_on_with_it() -> None:
    text = "Báo cáo nêu GDP năm 2017 tăng 6,81%. Cả năm có 1,6 triệu việc làm mới. Đến cuối năm, 1.500 xã đạt chuẩn."
    assert [s.period for s in statements(text, date(2018, 3, 7))] == ["2017"] * 3


def test_what_ran_up_to_the_end_of_a_month_did_so_in_the_next_sentence() -> None:
    text = "Giải ngân vốn đầu tư công đến 31/8 đạt 47% kế hoạch (cùng kỳ năm 2017 đạt 41%). Có 19 tỉnh đạt trên 60%."
    assert [s.period for s in statements(text)][2:] == ["2018-01/2018-08"] * 2


def test_in_january_the_year_is_the_one_summed_up() -> None:
    text = (
        "Bộ tổng kết năm 2017, bàn nhiệm vụ năm 2018. Trong năm đã tạo 1,6 triệu việc làm. Trong năm sẽ tạo 1,7 triệu."
    )
    assert [s.period for s in statements(text, date(2018, 1, 22))] == ["2017", "2018"]


def test_a_list_of_what_is_expected_goes_on() -> None:
    text = (
        "Sau 9 tháng, có thể dự báo kết quả thực hiện các chỉ tiêu năm 2018 như sau:\n\n"
        "- Xuất khẩu tăng khoảng 12% (kế hoạch là 10%);\n\n- Tốc độ tăng giá tiêu dùng khoảng 3,5 - 3,7%."
    )
    told = [("forecast", "2018"), ("target", "2018"), ("forecast", "2018")]
    assert [(s.role, s.period) for s in statements(text)] == told


def test_a_headline_that_names_a_year_s_aims_opens_a_list() -> None:
    text = (
        "Các chỉ tiêu kinh tế - xã hội năm 2019\n\nHĐND thành phố phấn đấu tăng trưởng kinh tế từ 7,5% "
        "đến 8%. Thu nhập bình quân đầu người đạt 81 triệu đồng; dịch vụ tăng 8,4%.\n\n"
        "Kim ngạch nhập khẩu 400 triệu USD, giảm 6,5%. Tổng chi ngân sách 9.000 tỷ đồng."
    )
    article = parse("a", "a.txt", text.encode())
    found = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    assert [s.role for s in found] == ["target"] * 6


@pytest.mark.parametrize("heading", ["Kết quả thực hiện", "Về thực hiện", "Tình hình thực hiện"])
def test_a_list_of_what_came_of_aims_sets_none(heading: str) -> None:
    text = f"{heading} các chỉ tiêu kinh tế chủ yếu năm 2017:\n- GDP tăng 6,8%.\n- Xuất khẩu tăng 21%."
    assert [(s.role, s.period) for s in statements(text, date(2018, 5, 2))] == [("result", "2017")] * 2


def test_a_heading_of_what_came_of_a_year_and_of_the_aims_of_the_next_opens_a_list() -> None:
    text = "Kết quả thực hiện năm 2018 và các chỉ tiêu chủ yếu năm 2019:\n- GDP tăng 6,8%.\n- Xuất khẩu tăng 8%."
    assert [s.role for s in statements(text)] == ["target"] * 2


def test_what_is_said_of_an_unknown_thing_is_not_its_name() -> None:
    told = statements("Diện tích rừng trồng đạt 200.000 ha. Kế hoạch diện tích rừng trồng khoảng 210.000 ha.")
    assert len({s.series for s in told}) == 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Thu ngân sách 9 tháng đạt 3 tỷ đồng; so với dự toán Trung ương giao đạt 59,9%.", "59,9%"),
        ("Thu ngân sách 9 tháng so với dự toán Trung ương giao đạt 80%, so với dự toán tỉnh giao đạt 70,1%.", "70,1%"),
        ("Giải ngân 9 tháng so với kế hoạch năm đạt 55%.", "55%"),
    ],
)
def test_so_much_of_a_plan_named_before_was_done(text: str, printed: str) -> None:
    told = only(text, printed)
    assert (told.role, told.measure, told.period) == ("result", "progress", "2018-01/2018-09")


def test_so_much_of_a_plan_is_aimed_at() -> None:
    assert only("Phấn đấu thu ngân sách quý IV so với dự toán đạt 30%.", "30%").role == "target"


def test_an_aim_that_was_met_opens_no_list() -> None:
    text = "Xuất khẩu năm 2017 tăng 21%, vượt chỉ tiêu Quốc hội giao là 7%. Tỷ lệ che phủ rừng 41,45%."
    assert [s.role for s in statements(text)] == ["result", "target", "result"]


def test_all_of_a_scenario_is_expected() -> None:
    text = (
        "Bộ lập 2 kịch bản cho cả năm.\n\nKịch bản 2: Cả năm tăng 6,7%. Cụ thể, quý IV đạt 6,9%. "
        "Khi đó, quy mô GDP trên 240 tỷ USD.\n\nTheo Bộ, xuất khẩu 9 tháng đạt 178 tỷ USD."
    )
    assert [s.role for s in statements(text)[-4:]] == ["forecast", "forecast", "forecast", "result"]


def test_a_headline_has_the_role_that_the_report_gives_its_number() -> None:
    article = parse(
        "a", "a.txt", "Kinh tế Việt Nam tăng 7,5% năm nay\n\nBộ trưởng dự báo GDP Việt Nam tăng 7,5%.".encode()
    )
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    assert [(one.role, one.rule) for one in told] == [("forecast", "same-number"), ("forecast", "forecast-cue")]


def test_a_length_is_of_what_stands_after_it() -> None:
    told = statements("Thu ngân sách tăng 5%. Cả nước đã có 2.001 km đường bộ cao tốc vào cuối tháng 9.")
    assert (told[1].indicator, told[1].series) == ("other", "đường bộ cao tốc")


def test_a_number_only_called_one_is_that_which_was_told() -> None:
    text = "Quốc hội giao GDP năm 2019 tăng 6,8%.\n\nKết luận, Thủ tướng nói mức 6,8% tuy khó song có cơ hội."
    first, again = statements(text)
    assert (again.indicator, again.role, again.period) == (first.indicator, first.role, first.period)
    assert again.rule == "same-number"


def test_a_number_called_one_that_two_indicators_have_stays_what_it_is() -> None:
    text = "GDP tăng 6,8%. Xuất khẩu tăng 6,8%.\n\nKết luận, Thủ tướng nói mức 6,8% tuy khó song có cơ hội."
    assert statements(text)[2].rule != "same-number"


def test_a_headline_within_the_text_has_the_period_of_its_number() -> None:
    text = (
        "Năm 2017, xuất khẩu tăng mạnh.\n\nNâng chỉ tiêu xuất khẩu lên 240 tỷ USD\n\n"
        "Về kế hoạch năm 2019, Thủ tướng đề nghị phấn đấu xuất khẩu 240 tỷ USD."
    )
    assert [one.period for one in statements(text)] == ["2019", "2019"]


def test_what_a_headline_reports_is_not_the_aim_that_was_passed() -> None:
    text = "GDP năm 2018 tăng hơn 7%\n\nGDP năm 2018 tăng 7,08%, đạt mục tiêu từ 7% trở lên mà Quốc hội đề ra."
    assert [one.role for one in statements(text)] == ["result", "result", "target"]


def test_what_a_headline_promises_is_the_aim_that_the_report_sets() -> None:
    text = "Xuất khẩu sẽ đạt 240 tỷ USD\n\nNăm 2019, Bộ đặt mục tiêu xuất khẩu 240 tỷ USD."
    assert [(one.role, one.period) for one in statements(text)] == [("target", "2019")] * 2


def test_a_headline_has_the_period_that_the_report_gives_its_aim() -> None:
    text = "Phấn đấu xuất khẩu nông sản lên 44 tỷ USD\n\nNăm 2019, nông nghiệp phấn đấu xuất khẩu 44 tỷ USD."
    article = parse("a", "a.txt", text.encode())
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    assert [(one.role, one.period) for one in told] == [("target", "2019"), ("target", "2019")]


def test_firms_that_must_close_are_no_aim() -> None:
    assert only("Trên 30.300 doanh nghiệp phải giải thể trong 9 tháng, tăng 6,4%.", "6,4%").role == "result"


def test_the_end_of_a_year_long_past_is_not_the_year_of_what_follows() -> None:
    text = (
        "Những tháng đầu năm giữ được đà của cuối năm 2017. Hai tháng, sản xuất tăng 15%, trong khi cùng kỳ 2017 "
        "là 2%. GDP năm nay có thể tăng 7%."
    )
    assert only(text, "15%", None).period == "2018-01/2018-02"


def test_visitors_from_a_country_are_a_part_of_the_visitors() -> None:
    told = statements(
        "Khách quốc tế đạt 10 triệu lượt, khách Hàn Quốc 3 triệu lượt. Hà Nội đón 4 triệu lượt khách quốc tế."
    )
    assert [(one.indicator, one.place) for one in told] == [
        ("international_visitors", "VN"),
        ("international_visitors", "KR"),
        ("other", "Hà Nội"),
    ]
    assert told[1].series == "international_visitors KR"


def test_the_part_of_the_world_spoken_of_is_another_place() -> None:
    assert only("Lạm phát của khu vực được dự báo là 3,6%.", "3,6%").place == "khu vực"
    assert only("Tăng trưởng của khu vực dịch vụ là 3,6%.", "3,6%").indicator == "services"


def test_a_report_on_a_sector_tells_of_its_own_trade_and_growth() -> None:
    told = statements(
        "Ngành nông nghiệp họp tổng kết. Mục tiêu năm sau là tăng trưởng 3%, xuất khẩu 44 tỷ USD. "
        "Xuất khẩu của cả nước đạt 280 tỷ USD."
    )
    assert [one.indicator for one in told] == ["agriculture", "other", "exports"]
    assert told[1].series == "exports nông nghiệp"
    told = statements("Ngành nông nghiệp tổng kết năm. GDP toàn ngành tăng 2,7%. Cả nền kinh tế tăng 7%.")
    assert [one.indicator for one in told] == ["agriculture", "gdp"]
    told = statements(
        "Ngành nông nghiệp tổng kết năm. Thủ tướng giao ngành tốc độ tăng trưởng GDP 3%, ngành hàng gỗ tăng 5%. "
        "Thặng dư thương mại của nền kinh tế là 7 tỷ USD."
    )
    assert [one.indicator for one in told] == ["agriculture", "other", "trade_balance"]
    told = statements("Ngành nông nghiệp tổng kết năm. Cụ thể, GDP tăng 2,9%, trong khi GDP cả nước tăng 6,8%.")
    assert [one.indicator for one in told] == ["agriculture", "gdp"]


def test_a_report_on_a_zone_is_about_its_provinces() -> None:
    told = statements("Ban điều phối vùng họp. Xuất khẩu đạt 5,5 tỷ USD. Cả nước đạt 180 tỷ USD.")
    assert [(one.indicator, one.place) for one in told] == [("other", "vùng"), ("exports", "VN")]


def test_a_ministry_s_report_tells_of_its_own_capital() -> None:
    told = statements(
        "Bộ Giao thông vận tải họp giao ban. Đến nay đã giải ngân 33% kế hoạch vốn. Cả nước giải ngân 40%."
    )
    assert [one.indicator for one in told] == ["other", "public_investment"]


def test_a_report_on_a_five_year_plan_goes_on_with_the_running_year() -> None:
    text = "Bộ tổng kết giai đoạn 2014-2018.\n\nRiêng năm nay, xuất khẩu đạt 240 tỷ USD.\n\nBán lẻ tăng 11%."
    assert [s.period for s in statements(text, date(2018, 12, 25))] == ["2018", "2018"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("Kinh tế Hải Phòng tăng mạnh", "Hải Phòng"),
        ("Khánh thành nhà máy tại Hải Phòng", "VN"),
        ("Hải Phòng và Quảng Ninh tăng trưởng mạnh", "VN"),
        ("Cả nước học Hải Phòng", "VN"),
    ],
)
def test_a_title_tells_where_a_report_is_about(title: str, place: str) -> None:
    article = parse("a", "a.txt", f"{title}\n\nXuất khẩu 9 tháng tăng 5%.".encode())
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    assert [one.place for one in told] == [place]


def test_a_sentence_that_opens_with_the_country_is_about_it() -> None:
    told = statements(
        "UBND TP HCM họp. GDP thành phố tăng 9%. Trên phạm vi cả nước, GDP tăng 5%, xuất khẩu 100 tỷ USD."
    )
    assert [one.place for one in told] == ["TP.HCM", "VN", "VN"]


def test_a_leader_s_visit_is_about_the_place_visited() -> None:
    told = statements(
        "Chiều 1/10, Thủ tướng làm việc với lãnh đạo TP.HCM. Xuất khẩu tăng 10%, góp vào mục tiêu tăng trưởng 6,5% "
        "mà Quốc hội giao."
    )
    assert [(one.place, one.indicator) for one in told] == [("TP.HCM", "other"), ("VN", "gdp")]


def test_a_long_list_of_targets_goes_on_in_the_next_paragraph_whatever_its_last_sentence_holds() -> None:
    text = (
        "Quốc hội quyết định các chỉ tiêu chủ yếu của năm 2019. Tổng sản phẩm trong nước tăng 6,6 - 6,8%; kim ngạch "
        "xuất khẩu tăng 7 - 8%. Giá tiêu dùng bình quân tăng khoảng 4%.\n\n"
        "Cả nước tạo việc làm cho 1,6 triệu lao động; tỷ lệ hộ nghèo giảm 1%."
    )
    assert [each.role for each in statements(text)] == ["target"] * 5


def test_an_obligation_that_names_a_kind_of_goods_sets_no_aim() -> None:
    assert only("Danh mục có 310 mặt hàng phải kiểm dịch và 45 giấy phép.", "45").role == "result"
    assert only("Các tỉnh phải kiểm tra 100% cơ sở.", "100%").role == "target"


def test_every_statement_tells_how_it_is_known() -> None:
    for statement in statements("Thủ tướng yêu cầu phấn đấu GDP tăng 6,7%; xuất khẩu ước đạt 5 tỷ USD."):
        assert statement.rule
        assert 0 < statement.confidence <= 1
        assert statement.series
    aim = only("Thủ tướng yêu cầu phấn đấu GDP tăng 6,7%.", "6,7%")
    assert (aim.cue, aim.rule, aim.speaker) == ("phấn đấu", "target-cue", "Thủ tướng")


def test_statements_come_in_the_order_of_their_figures() -> None:
    text = "GDP tăng 6,98%; CPI tăng 3,57%. Xuất khẩu đạt 179 tỷ USD, tăng 15,4%."
    found = statements(text)
    assert [s.figure.at for s in found] == sorted(s.figure.at for s in found)
    assert len(found) == 4
    assert all(dataclasses.is_dataclass(s) for s in found)


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        ("Xuất khẩu giảm 4,6% trong khi kế hoạch đặt ra là tăng 6%.", "6%", "target"),
        ("Cơ cấu kinh tế: nông nghiệp chiếm 8,14% (KH 8,10%).", "8,10%", "target"),
        ("Đạt 87,2% kế hoạch năm 2018 là 120.000 người.", "120.000", "target"),
        ("Thủ tướng đồng ý sử dụng 37 tỷ đồng.", "37 tỷ đồng", "target"),
        ("GDP quý III tăng 5,1%, kém xa mức 6,1% của quý III/2015 và 5,4% của quý III/2016.", "5,4%", "base"),
        ("GRDP năm 2018 tăng 7,5%, trong khi năm 2017 tăng 6,5%.", "6,5%", "base"),
        ("Sở cho biết sẽ giữ sản xuất công nghiệp tăng 7,5-8%.", "7,5-8%", "target"),
        ("Kim ngạch cả năm sẽ cán mốc 500 tỷ USD.", "500 tỷ USD", "forecast"),
        ("Đưa 142 nghìn lao động đi, bằng 129% kế hoạch (110.000 người).", "110.000", "target"),
        ("Xuất khẩu tăng 19%, gấp ba lần kế hoạch tăng cả năm là 6%.", "6%", "target"),
        ("Bộ cho biết 12/12 chỉ tiêu Quốc hội giao có khả năng đạt và vượt.", "12/12", "forecast"),
        ("Bộ cho biết 12/12 chỉ tiêu Quốc hội giao đã đạt và vượt.", "12/12", "result"),
        ("Số bội chi Chính phủ đề nghị quyết toán là 236 nghìn tỷ đồng.", "236 nghìn tỷ đồng", "result"),
        ("Xuất khẩu sẽ tăng 33%, chỉ tiêu là 10%. Nhập siêu vào khoảng 10 tỷ USD.", "10 tỷ USD", "forecast"),
        # what somebody means to give is an aim, what will come about is none
        ("Bộ dự kiến bố trí cho ngành giao thông 19.380 tỷ đồng.", "19.380 tỷ đồng", "target"),
        ("Khoản 18.220 tỷ đồng dự kiến bố trí cho 14 dự án.", "18.220 tỷ đồng", "target"),
        ("Bộ dự kiến thu 19.380 tỷ đồng.", "19.380 tỷ đồng", "forecast"),
        # how large an aim is
        ("Ngành đặt mục tiêu sản lượng ước hơn 8 triệu tấn.", "8 triệu tấn", "target"),
        ("Ngành có mục tiêu lớn, sản lượng ước hơn 8 triệu tấn.", "8 triệu tấn", "result"),
        # nothing is reported of a time that has not begun
        ("Bội chi năm nay ước 4,99% GDP; năm 2019 không quá 4%.", "4%", "target"),
        ("Nông nghiệp vẫn giữ được mức tăng trên 2%.", "2%", "result"),
        ("Đại biểu đề nghị làm rõ trách nhiệm ở 12 dự án thua lỗ.", "12", "result"),
        ("Mới bằng một nửa mức tăng 7,4% của cùng kỳ năm ngoái.", "7,4%", "base"),
        ("GDP quý III tăng 6,9%, trong khi quý II là 6,7%.", "6,7%", "base"),
        ("GDP 6 tháng tăng 7,1%, trong khi quý II là 6,7%.", "6,7%", "result"),
        ("Quý IV phải đạt 7,2% thì mới đạt mục tiêu cả năm 6,4%.", "6,4%", "target"),
        ("Muốn cả năm tăng trưởng vượt 8%, quý IV phải tăng 8,4%.", "8%", "target"),
        ("Quốc hội thông qua với 447 đại biểu tán thành, chiếm 90,49% tổng số đại biểu.", "90,49%", "context"),
        ("GDP 9 tháng tăng 6,9%, cao hơn năm 2013 (tương ứng 5,1% và 5,4%).", "5,4%", "base"),
        ("Xuất khẩu giảm 2,1% so với cùng kỳ (đạt 174 tỷ USD).", "174 tỷ USD", "result"),
        ("Kinh tế Trung Quốc có thể chỉ tăng 6,1%.", "6,1%", "forecast"),
        ("IMF cho rằng GDP tăng 6,9% và lạm phát năm tới là 4%.", "4%", "forecast"),
        ("Phấn đấu thành lập ít nhất 3.000 doanh nghiệp, năng suất lao động tăng 10% trở lên.", "10%", "target"),
        ("Thành lập ít nhất 3.000 doanh nghiệp, năng suất lao động tăng 10% trở lên, đô thị hóa 38%.", "38%", "target"),
        ("Chỉ tiêu năm 2019: tỷ lệ hộ nghèo theo chuẩn mới giảm 2%.", "2%", "target"),
        ("GDP quý I-2018 tăng 7,4%, hơn hai năm liền trước (quý I-2017: 5,1%; quý I-2016: 5,5%).", "5,5%", "base"),
        ("Cả năm dự kiến tăng 10%, gấp đôi năm 2017 (5,04%).", "5,04%", "base"),
        ("Chỉ tiêu năm 2019: nhập siêu so với kim ngạch xuất khẩu khoảng 3,5%.", "3,5%", "target"),
        ("GDP 9 tháng dự kiến tăng 6,9%. Kim ngạch xuất khẩu 179 tỷ USD.", "179 tỷ USD", "result"),
        ("9 tháng CPI tăng 3,6%, trong khi trần Quốc hội cho phép là 4%. Giá vàng 9 tháng tăng 2%.", "2%", "result"),
        (
            "Xuất khẩu tăng 15%, gấp đôi chỉ tiêu Quốc hội giao (7%); khách quốc tế đạt 11 triệu lượt.",
            "11 triệu",
            "result",
        ),
        (
            "Nhập siêu 9 tháng đã là 14,4 tỷ USD, cao hơn cả mức nhập siêu của năm 2017 (14,1 tỷ USD).",
            "14,1 tỷ USD",
            "base",
        ),
        ("GDP vượt mục tiêu Quốc hội đề ra (6,5%). Cả nước có 785 xã nông thôn mới.", "785", "result"),
    ],
)
def test_what_is_compared_with_or_hoped_for_is_told_from_what_is_news(text: str, printed: str, role: str) -> None:
    assert only(text, printed).role == role


@pytest.mark.parametrize(
    ("text", "printed", "measure"),
    [
        ("Cà phê tăng 32,2%, hạt điều 21,1%, hồ tiêu 34,1%.", "34,1%", "growth"),
        ("Năng suất tăng 4,8%; lao động qua đào tạo đạt 66%.", "66%", "share"),
        ("Nông nghiệp tăng 2%, đóng góp 6% vào mức tăng chung; dịch vụ 4%.", "4%", "growth"),
        ("Công nghiệp tăng 8%. Khu vực nông nghiệp chiếm 15,7%; dịch vụ 41%.", "41%", "share"),
        ("GDP tăng 5,9%. Chính phủ phấn đấu đạt 7,1%.", "7,1%", "growth"),
        ("Lãi suất cho vay đã giảm 0,2%/năm, hiện vào khoảng 6-9%/năm.", "6-9%", "level"),
        ("Giá dầu là 72,9 USD/thùng (tăng 4,2 USD/thùng, 6,23% so với kỳ trước).", "6,23%", "growth"),
        ("Cả nước còn 5,35% hộ nghèo, giảm 1,35% so với năm trước.", "1,35%", "growth"),
        ("Phấn đấu xuất khẩu tăng 5%, đạt 40 tỷ USD, 37% số xã đạt chuẩn nông thôn mới.", "37%", "share"),
        ("Tai nạn giảm 13% số vụ, 4% số người chết.", "4%", "growth"),
    ],
)
def test_in_a_row_of_things_only_the_first_has_the_verb(text: str, printed: str, measure: str) -> None:
    assert only(text, printed).measure == measure


@pytest.mark.parametrize(
    ("text", "printed", "indicator"),
    [
        ("Phấn đấu tăng thu ngân sách nhà nước ít nhất 25%.", "25%", "budget_revenue"),
        ("Quy mô GDP khoảng 204 tỷ USD, bình quân đầu người 2.228 USD.", "2.228 USD", "gdp_per_capita"),
        ("Các bộ giải ngân 100% kế hoạch vốn đầu tư công.", "100%", "public_investment"),
        ("Lạm phát là 4%. Cùng lúc, IMF dự báo 5,8%, WB 5,5%.", "5,5%", "gdp"),
        ("Lạm phát được IMF dự báo 5,8%, WB 5,5%.", "5,5%", "cpi"),
        ("Lạm phát là 4%. Các bộ, ngành, địa phương giải ngân 60%.", "60%", "public_investment"),
        ("CPI tháng 9 tăng 0,9%, chủ yếu do giá thịt lợn, nhưng bình quân 9 tháng tăng 2,5%.", "2,5%", "cpi"),
        ("Mục tiêu là giảm 1 - 1,5% hộ nghèo.", "1 - 1,5%", "poverty_rate"),
        ("Cả nước còn 5,35% hộ nghèo, giảm 1,35% so với năm trước.", "1,35%", "poverty_rate"),
        ("CPI tăng 3,71%, trong tầm kiểm soát so với mức 4% Quốc hội giao.", "4%", "cpi"),
        ("Nợ công ước bằng 60,3% GDP, nằm trong giới hạn 65% GDP mà Quốc hội cho phép.", "65%", "public_debt"),
        ("Thâm hụt tài khóa lên tới 2,8% GDP.", "2,8%", "budget_deficit"),
        ("Tổng chi ngân sách trung ương là 1.019 nghìn tỷ đồng.", "1.019 nghìn tỷ đồng", "other"),
        ("Hơn 96.000 doanh nghiệp đã đăng ký thành lập mới.", "96.000", "new_enterprises"),
        ("Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ tiêu dùng tăng 11,7%.", "11,7%", "retail_sales"),
        ("Mức bội chi ngân sách nhà nước 455.500 tỷ đồng.", "455.500 tỷ đồng", "budget_deficit"),
        ("Vốn FDI giải ngân 505 triệu USD; vốn ODA và vay ưu đãi giải ngân 120 triệu USD.", "120 triệu USD", "other"),
        ("Khối doanh nghiệp trong nước nhập siêu gần 13,5 tỷ USD.", "13,5 tỷ USD", "other"),
    ],
)
def test_names_around_a_figure_say_what_it_measures(text: str, printed: str, indicator: str) -> None:
    assert only(text, printed).indicator == indicator


@pytest.mark.parametrize(
    ("text", "printed", "place"),
    [
        ("Thương mại Việt Nam - Thái Lan đạt 12 tỷ USD; Việt Nam xuất khẩu 4 tỷ USD.", "4 tỷ USD", "TH"),
        ("Giá xăng leo thang theo thế giới khiến CPI tháng 9 tăng 0,7%.", "0,7%", "VN"),
        ("Với châu Á, tăng trưởng được hạ xuống 5,2%, còn lạm phát ở mức 2,8%.", "2,8%", "châu Á"),
        ("Kinh tế Việt Nam được Ngân hàng Phát triển châu Á (ADB) dự báo tăng 6,8%.", "6,8%", "VN"),
        # with a partner
        ("Kim ngạch với Hàn Quốc đạt 76 tỷ USD; xuất khẩu của Việt Nam 23 tỷ USD.", "23 tỷ USD", "KR"),
        ("Kim ngạch với Hàn Quốc đạt 76 tỷ USD; xuất khẩu 23 tỷ USD; nhập khẩu 52 tỷ USD.", "52 tỷ USD", "KR"),
        ("Kim ngạch với Hàn Quốc đạt 76 tỷ USD; xuất khẩu cả nước 230 tỷ USD.", "230 tỷ USD", "VN"),
        ("Thủ tướng gặp Thủ tướng Lào. Thương mại giữa hai nước đạt 2 tỷ USD.", "2 tỷ USD", "LA"),
        ("Thương mại giữa hai nước đạt 2 tỷ USD.", "2 tỷ USD", "đối tác"),
        ("Trung Quốc mở cửa trở lại. Kinh tế nước này tăng 5%.", "5%", "CN"),
        # what only begins like a country's name, or is a part of another
        ("Pháp luật quy định mức 5% cho doanh nghiệp.", "5%", "VN"),
        ("Ý kiến của 70% doanh nghiệp là vậy.", "70%", "VN"),
        ("Bộ trưởng Đỗ Đức Duy cho biết xuất khẩu đạt 62 tỷ USD.", "62 tỷ USD", "VN"),
        ("Năm qua, Mỹ Tho thu hút 5 tỷ USD.", "5 tỷ USD", "VN"),
        ("GDP Mỹ tăng 5%.", "5%", "US"),
        # a bracket that holds the figure before is closed
        ("Vùng có 10 triệu người (11,2% cả nước), tổng GRDP đạt 465 tỷ đồng.", "465 tỷ đồng", "địa phương"),
        # a part of the country
        ("Tây Nam Bộ phấn đấu tăng trưởng 9-10%.", "9-10%", "Đồng bằng sông Cửu Long"),
    ],
)
def test_the_place_spoken_of_goes_on(text: str, printed: str, place: str) -> None:
    assert only(text, printed).place == place


def test_a_rank_among_the_places_of_the_country_tells_of_the_place() -> None:
    text = "UBND tỉnh Quảng Ninh họp.\n\nTỉnh đứng thứ ba cả nước về thu hút FDI với 1,98 tỷ USD."
    assert [(one.indicator, one.place) for one in statements(text)] == [("other", "Quảng Ninh")]


def test_the_province_of_a_local_body_without_a_name_is_the_one_named_beside_it() -> None:
    text = "Theo UBND tỉnh, năm nay Đồng Nai vượt 13 chỉ tiêu.\n\nXuất khẩu đạt 26 tỷ USD."
    assert only(text, "26 tỷ USD").place == "Đồng Nai"
    assert only(text.replace("Theo UBND tỉnh", "Theo UBND các tỉnh"), "26 tỷ USD").place == "VN"


def test_without_a_day_a_year_led_up_to_is_not_that_of_what_is_told() -> None:
    text = "Cả nước khởi công 73 dự án năm nay. Đề án đến năm 2030 có 1 triệu căn."
    assert only(text, "73", day=None).period == ""


def test_without_a_day_the_first_months_of_the_year_are_over() -> None:
    text = "Năm 2018, nhiệm vụ còn nặng, ông Vinh cho biết, trong 8 tháng đầu năm, tổng thu đạt 524 nghìn tỷ đồng."
    assert only(text, "524 nghìn tỷ đồng", day=None).role == "result"


def test_a_province_named_before_the_day_is_where_its_council_meets() -> None:
    article = parse("a", "a.txt", "BẮC GIANG - Sáng 25/6, UBND tỉnh họp thường kỳ.\n\nDịch vụ tăng 6,4%.".encode())
    told = make_statements(article, Dating(DAY, "stated", ""), find_figures(article), load_lexicon())
    assert [(one.indicator, one.place) for one in told] == [("other", "Bắc Giang")]


def test_aims_of_the_assembly_are_for_the_year() -> None:
    assert only("10 tháng CPI tăng 4%, trong khi chỉ tiêu Quốc hội giao là 5%.", "5%").period == "2018"


def test_the_plan_s_year_is_not_the_time_of_what_was_done() -> None:
    text = "Tính chung 8 tháng, Việt Nam đón 8 triệu lượt khách, hoàn thành 98% mục tiêu cả năm."
    assert only(text, "98%").period == "2018-01/2018-08"


def test_without_a_day_the_year_of_a_far_aim_is_not_that_of_its_sentence() -> None:
    text = "Sáng 11/10, hội nghị bàn nhà ở. Tháng 7, cả nước có 692 dự án, trên tổng số 1 triệu căn đề ra đến năm 2030."
    assert only(text, "692", day=None).period == ""


def test_without_a_year_what_is_known_of_the_times_dates_the_figures() -> None:
    text = "Siêu bão Yagi gây thiệt hại 28.000 tỷ đồng. Tỉnh phấn đấu thu ngân sách cả năm đạt 55.600 tỷ đồng."
    assert only(text, "55.600 tỷ đồng", day=None).period == "2024"


def test_the_months_summed_up_are_carried_on() -> None:
    text = "Thu ngân sách tháng 8 tăng. Tính đến hết tháng, tổng thu đạt 600 tỷ đồng.\n\nThu nội địa được 500 tỷ đồng."
    assert only(text, "500 tỷ đồng").period == "2018-01/2018-08"


def test_a_year_compared_with_is_not_that_of_the_plan() -> None:
    text = (
        "Quốc hội thông qua kế hoạch năm 2019. Tăng trưởng đặt ra cao hơn kế hoạch của năm nay và ngang với con số "
        "phấn đấu của năm 2018 là 6,7%. Các chỉ tiêu khác: lạm phát khoảng 4%."
    )
    assert only(text, "4%").period == "2019"


def test_the_year_of_results_is_not_that_of_the_plan_adopted() -> None:
    text = (
        "Quốc hội thông qua Nghị quyết về kế hoạch phát triển kinh tế - xã hội năm 2019. Báo cáo tính đến kết quả ước "
        "thực hiện năm 2018. Các chỉ tiêu khác gồm: lạm phát khoảng 4%."
    )
    assert only(text, "4%").period == "2019"


def test_the_year_of_an_event_compared_with_is_not_the_figure_s_time() -> None:
    found = only("Số vốn đăng ký tăng 9 lần so với Hội nghị xúc tiến đầu tư 2016.", "9 lần")
    assert (found.role, found.period[:4] == "2016") == ("result", False)


def test_the_time_after_the_one_compared_with_is_the_figure_s_own() -> None:
    text = "Sản xuất tăng dần, 8 tháng tăng 6,5% so với cùng kỳ năm 2017 và dự kiến cả năm tăng khoảng 7,2%."
    assert only(text, "7,2%").period == "2018"


def test_years_compared_with_one_after_the_other_are_both_only_compared_with() -> None:
    assert (
        only("Thu ngân sách năm 2018 đạt 900 nghìn tỷ đồng, cao hơn năm 2016 và năm 2017 khoảng 15%.", "15%").period
        == "2018"
    )


def test_a_forecast_may_be_named_after_the_figure_and_its_year() -> None:
    text = "Tính chung 9 tháng, GRDP tăng 3,1% trong khi kinh tế thế giới giảm 4,2% cả năm 2018 theo dự báo của IMF."
    assert only(text, "4,2%").role == "forecast"


def test_how_much_of_something_expected_was_reached_is_progress() -> None:
    found = only("Tín dụng đến 30/9 tăng 8,5%, bằng khoảng 60% mức tăng dự kiến cả năm 2018.", "60%")
    assert (found.role, found.measure, found.period) == ("result", "progress", "2018-09-30")


def test_half_a_month_is_a_period_of_its_own() -> None:
    day = date(2018, 9, 20)
    text = "Trong nửa đầu tháng 9, xuất khẩu đạt 9,8 tỷ USD. Nhập khẩu trong kỳ 2 tháng 8/2018 đạt 10,2 tỷ USD."
    assert only(text, "9,8 tỷ USD", day).period == "2018-09-01/2018-09-15"
    assert only(text, "10,2 tỷ USD", day).period == "2018-08-16/2018-08-31"


def test_a_longer_name_hides_the_places_in_it() -> None:
    assert only("Kinh tế châu Á - Thái Bình Dương được cho là sẽ tăng 4,2% năm nay.", "4,2%").place == "châu Á"


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        ("Ngân hàng Nhà nước đã hạ trần lãi suất huy động xuống còn 9%.", "9%", "result"),
        ("GDP tăng 6,9%, hơn cả mục tiêu đề ra là 6,2%; dẫn đầu là công nghiệp với mức tăng 9,2%.", "9,2%", "result"),
        (
            "Hai bên đề ra mức 70 triệu USD cho năm 2020; nhưng năm nay chỉ có 31,5 triệu USD.",
            "31,5 triệu USD",
            "result",
        ),
        ("Năm tới đặt mục tiêu GDP tăng 6,5% nhưng dự toán thu chỉ tăng 6,4%.", "6,4%", "target"),
        ("Thu ngân sách 9 tháng vượt dự toán khoảng 3,5 tỷ USD.", "3,5 tỷ USD", "result"),
        ("Thu ngân sách vượt dự toán Trung ương giao (6.193 tỷ đồng).", "6.193 tỷ đồng", "target"),
        ("Chính phủ dự kiến chỉ tiêu tăng trưởng 6,5-7% cho năm 2019.", "6,5-7%", "target"),
        ("Về mục tiêu năm tới, Thủ tướng nêu dự kiến GDP đầu người năm 2019 khoảng 2.800 USD.", "2.800 USD", "target"),
        ('Chính phủ hạ chỉ tiêu từ 7% như đã trình đầu kỳ họp xuống còn "6-6,5%".', "6-6,5%", "target"),
        ("GDP tăng 6,9%, hơn con số đã báo cáo Quốc hội (khoảng 6,5%).", "6,5%", "base"),
        ("Giá mua vào là 23.100 đồng (trước đó niêm yết 22.900 đồng).", "22.900 đồng", "base"),
        ("Năng suất lúa đạt 52,2 tạ/ha, kém vụ trước 0,5 tạ/ha.", "0,5 tạ/ha", "result"),
        ("Năm nay có 95% dân cư thành thị dùng nước sạch.", "95%", "result"),
    ],
)
def test_what_stands_beside_an_aim_is_told_from_it(text: str, printed: str, role: str) -> None:
    assert only(text, printed).role == role


@pytest.mark.parametrize(
    ("text", "printed", "period"),
    [
        ("9 tháng GDP tăng 6,9%, cao nhất cùng kỳ giai đoạn 2011-2018; vốn đạt 16 tỷ.", "16 tỷ", "2018-01/2018-09"),
        ("Nếu dịch được kiểm soát trong quý IV thì GDP dự kiến tăng khoảng 6,4%.", "6,4%", "2018"),
        ("GDP 9 tháng tăng 6,9%. Tại phiên khai mạc ngày 20/9, CPI được báo là 3,5%.", "3,5%", "2018-01/2018-09"),
    ],
)  # fmt: skip
def test_a_time_only_spoken_of_is_not_the_figure_s(text: str, printed: str, period: str) -> None:
    assert only(text, printed).period == period


def test_what_is_held_against_the_month_before_is_of_a_month() -> None:
    assert only("9 tháng, xuất khẩu đạt 178 tỷ USD. CPI tăng 0,29% so với tháng trước.", "0,29%").period == "2018-09"


def test_half_a_month_is_carried_on() -> None:
    text = "Trong nửa đầu tháng 9, xuất khẩu đạt 9,8 tỷ USD. Dệt may giảm 4,2%, tương ứng 98 triệu USD."
    assert only(text, "4,2%", date(2018, 9, 20)).period == "2018-09-01/2018-09-15"


@pytest.mark.parametrize(
    ("text", "printed", "role"),
    [
        ("Thu đạt 1,3 triệu tỷ đồng, vượt 5,4% dự toán Quốc hội giao (trên 1,2 triệu tỷ).", "1,2 triệu tỷ", "target"),
        ("Nhập siêu bằng 17,3% xuất khẩu, thấp hơn mức 20% của kế hoạch.", "20%", "target"),
        ("Nhưng Thủ tướng vẫn tin tưởng tăng trưởng năm tới đạt 7-7,5%.", "7-7,5%", "forecast"),
        ("Vốn xây dựng cơ bản được bố trí 1.368,3 tỷ đồng.", "1.368,3 tỷ đồng", "target"),
    ],
)  # fmt: skip
def test_what_a_plan_gives_is_an_aim(text: str, printed: str, role: str) -> None:
    assert only(text, printed).role == role


def test_a_deadline_is_the_time_of_its_aim() -> None:
    assert only("Hai bên phấn đấu đưa kim ngạch vượt 15 tỷ USD trước năm 2028.", "15 tỷ USD").period == "2028"


def test_a_month_that_a_sentence_opens_with_is_carried_on() -> None:
    text = "CPI tháng 9 tăng 0,27%, đưa mức tăng cả năm 2018 lên 3,2%. Trong tháng, giày dép tăng 1,1%. Gạo tăng 0,2%."
    assert only(text, "0,2%").period == "2018-09"


def test_a_percentage_beside_a_name_goes_on_with_the_progress_told() -> None:
    text = "Có 11 bộ giải ngân được 40% kế hoạch. Một số nơi đạt cao là Đồng Tháp (66,94%), Long An (66,18%)."
    assert [only(text, printed).measure for printed in ("66,94%", "66,18%")] == ["progress", "progress"]


def test_what_customs_collect_is_a_part_of_the_revenue() -> None:
    assert only("Ngành Hải quan ước thu tháng 9 đạt 28.000 tỷ đồng.", "28.000 tỷ đồng").indicator == "other"


def test_the_rest_of_the_year_that_a_meeting_plans_for_is_not_carried_on() -> None:
    text = (
        "Sáng 14/7, bộ sơ kết 6 tháng đầu năm và triển khai nhiệm vụ 6 tháng cuối năm 2018.\n\nCông nghiệp tăng 8,48%."
    )
    assert only(text, "8,48%", date(2018, 7, 14)).period == "2018-S1"
