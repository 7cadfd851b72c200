"""Which numbers of a text are figures, and what the words around them make of them."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.figures import find_figures

if TYPE_CHECKING:
    from tui.model import Article, Figure

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
SAMPLES = (
    "GDP 6 tháng đầu năm 2025 đạt 7,52%, cao hơn 0,5 điểm phần trăm.",
    "Thu ngân sách ước đạt 1.116 nghìn tỷ đồng, bằng 65% dự toán; bội chi 3,6% GDP.",
    "Ký kết hơn 170 thỏa thuận với gần 60 nước, nâng tổng số lên 71.",
    "Xuất khẩu tăng từ 6,5 đến 7%, nhập siêu hàng chục tỷ USD, gấp đôi năm 2024.",
)


def article(text: str) -> Article:
    return parse("a", "a.txt", ("Tin trong ngày\n\n" + text).encode())


def test_an_amount_without_a_currency_is_in_the_one_its_paragraph_printed_last() -> None:
    found = figures("Xuất khẩu được 53,1 tỷ USD. Nhập khẩu 53,8 tỷ, tăng 10%.\n\nChi ngân sách 900 tỷ, tăng 3%.")
    assert [figure.unit for figure in found] == ["USD", "USD", "%", "VND", "%"]


def figures(text: str) -> tuple[Figure, ...]:
    return find_figures(article(text))


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 18/7, Thủ tướng chủ trì hội nghị.",
        "Cuộc họp diễn ra sáng nay 2-4 tại Hà Nội.",
        "Phiên họp bắt đầu lúc 8h30, kết thúc lúc 17 giờ.",
        "Kết quả 6 tháng đầu năm và quý I/2018 được ghi nhận.",
        "Giai đoạn 2021-2025 và năm 2030 được nhắc tới.",
        "Nghị quyết 222/2025/QH15 và Nghị quyết 01/NQ-CP có hiệu lực.",
        "Quốc hội khóa XV họp kỳ họp thứ 8 theo Điều 49 của Luật.",
        "Lễ kỷ niệm 80 năm ngày thành lập nước.",
        "Ông Nam, 45 tuổi, sống ở quận 8, cạnh Quốc lộ 1A.",
        "Dịch Covid-19 và hội nghị G20, APEC 2017 được nhắc lại.",
        "Chương trình 135 và Chương trình 30a tiếp tục.",
        "Chỉ số S&P 500 được theo dõi.",
        'Phong trào "5 không, 3 sạch".',
        "Ý kiến (0)",
        "Phiên bản 2.0 của hệ thống ra mắt.",
        "Điện thoại 0912345678 để được hỗ trợ.",
        "1. Phát triển kinh tế.",
        "01. Phát triển kinh tế. Thông tư 08, biểu số 01, Điều 05 và khoản 02.",
        "Họp lúc 08 giờ 30 tại phòng 05, số 04 Nguyễn Trãi, điện thoại 04 3936 1234.",
        "Ngày 05 tháng 07, quý 03, trong 06 tháng đầu năm, bão số 03 và Quốc lộ 05.",
        "Đây là một tỷ lệ an toàn.",
        "Bà giữ giấy phép số 123 của Bộ.",
        "Có giường bệnh trên một vạn dân.",
        "Gọi số 1900.1234 để biết.",
    ],
)
def test_what_only_looks_like_a_figure_is_none(text: str) -> None:
    assert [figure.text for figure in figures(text)] == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Năm nay giải ngân gấp ba năm 2023.", ["gấp ba"]),
        ("Tỉnh đã bàn giao 4.946/5.000 ha.", ["4.946/5.000 ha"]),
        ("Các tỉnh công bố danh mục 78 dự án.", ["78"]),
        ("Quy định tại mục 3 của chương.", []),
    ],
)
def test_what_is_found_in_a_sentence(text: str, printed: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == printed


@pytest.mark.parametrize(
    ("text", "printed", "bound"),
    [
        ("Có gần 60 hoạt động.", "60", "almost"),
        ("Có hơn 170 thỏa thuận.", "170", "over"),
        ("Thu trên dưới 800 tỷ đồng.", "800 tỷ đồng", "about"),
        ("Tăng xấp xỉ khoảng 5%.", "5%", "about"),
        ("Giữ lạm phát dưới mức 4%.", "4%", "under"),
        ("Phấn đấu ít nhất 6,7%.", "6,7%", "at_least"),
        ("Phấn đấu tăng từ 8% trở lên.", "8%", "at_least"),
        ("Giảm còn 5% trở xuống.", "5%", "at_most"),
        ("Chi không quá 70% quỹ.", "70%", "at_most"),
        ("Kim ngạch vượt mốc 700 tỷ USD.", "700 tỷ USD", "over"),
        ("Thu vượt 4% dự toán.", "4%", "exact"),
        ("Lãi suất cao hơn 6,5%.", "6,5%", "exact"),
        ("Tăng 8,3 - 8,5%.", "8,3 - 8,5%", "range"),
        ("Tạo đà tăng trưởng hai con số.", "hai con số", "at_least"),
        ("Huy động hàng nghìn dự án.", "hàng nghìn", "vague"),
        ("Lưu trú trong vòng 15 ngày.", "15", "at_most"),
    ],
)
def test_words_around_a_number_make_its_bound(text: str, printed: str, bound: str) -> None:
    assert [(figure.text, figure.bound) for figure in figures(text)] == [(printed, bound)]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("CPI giảm 0,27% so với tháng trước.", "down"),
        ("Xuất khẩu tăng 22%.", "up"),
        ("Tăng trưởng -6,02% trong quý III.", "down"),
        ("Bội chi là 3,6% GDP.", None),
        ("thấp hơn mức 7,09% của năm ngoái", None),
        ("thấp hơn nhiều mục tiêu 8,3-8,5%", None),
        ("thấp hơn nhiều kế hoạch 7-7,5%", None),
        ("thấp hơn nhiều so với 46% đề xuất ban đầu", None),
        ("thấp hơn 5,89% của năm 2022", None),
        ("kém cùng kỳ năm ngoái (7,2%)", None),
        ("lạm phát giảm từ 18,13% năm 2011", None),
        ("lãi suất giảm từ 17-18% xuống", None),
        ("giảm nhẹ so với dự báo 4,7%", None),
        ("thấp hơn cùng kỳ 5%", "down"),
        ("thấp hơn kế hoạch 5%", "down"),
        ("giảm từ 3-5% so với cùng kỳ", "down"),
        ("giảm so với cùng kỳ năm ngoái 5%", "down"),
        ("xuất khẩu giảm (5%)", "down"),
    ],
)
def test_the_direction_is_read_from_the_words_before(text: str, direction: str | None) -> None:
    assert [figure.direction for figure in figures(text)] == [direction]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Đã có 5/12 tỉnh hoàn thành.", "5/12"),
        ("Có 16/18 chỉ tiêu đạt và vượt.", "16/18"),
        ("Có 5 nhà xuất bản tổ chức in.", "5"),
        ("Tổng số 9.926 dòng hàng phải kiểm tra.", "9.926"),
        ("Giải ngân gần 2020 tỷ đồng.", "2020 tỷ đồng"),
        ("Theo đúng chỉ đạo.12 dự án đã khởi công.", "12"),
        ("Việc làm trong nước 695.000.", "695.000"),
    ],
)
def test_what_looks_like_a_date_or_a_name_may_be_a_figure(text: str, printed: str) -> None:
    assert [figure.text for figure in figures(text)] == [printed]


def test_large_counts_need_no_noun() -> None:
    text = "Việc làm trong nước 695.000, ngoài nước 39.000 (kế hoạch 90.000)."
    assert [figure.text for figure in figures(text)] == ["695.000", "39.000", "90.000"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_offsets_give_back_the_printed_text(path: Path) -> None:
    raw = path.read_bytes().decode("utf-8-sig")
    found = find_figures(parse(path.stem, path.name, path.read_bytes()))
    assert found
    for figure in found:
        assert unicodedata.normalize("NFC", raw[figure.source.start : figure.source.end]) == figure.text


@given(st.lists(st.sampled_from(SAMPLES), min_size=1, max_size=4))
def test_the_same_text_in_other_forms_gives_the_same_figures(sentences: list[str]) -> None:
    text = "Tin trong ngày\n\n" + "\n".join(sentences)

    def values(form: str) -> list[tuple[float, float, str, str]]:
        found = find_figures(parse("a", "a.txt", form.encode()))
        return [(figure.low, figure.high, figure.unit, figure.bound) for figure in found]

    plain = values(text)
    assert len(plain) >= len(sentences)
    assert values(unicodedata.normalize("NFD", text)) == plain
    assert values(text.replace("\n", "\r\n")) == plain
    assert values(text.replace("7,52%", "7,52\u00a0%").replace("tỷ USD", "tỷ\u00a0USD")) == plain
    assert values(text.upper()) == plain


@given(st.sampled_from(SAMPLES), st.sampled_from(SAMPLES))
def test_a_second_article_behind_changes_nothing_of_the_first(first: str, second: str) -> None:
    alone = [figure.at for figure in figures(first)]
    together = [figure.at for figure in figures(first + "\n\n" + second)]
    assert together[: len(alone)] == alone


@given(st.text(alphabet="0123456789 ,.%/-()\ntừđếnlêngấptỷquýnămtháng", max_size=400))
def test_figures_never_overlap_on_any_text(text: str) -> None:
    end = 0
    for figure in figures("Đạt 7%. " + text):
        assert end <= figure.at.start < figure.at.end
        assert figure.low <= figure.high or figure.unit == "ratio"
        end = figure.at.end
