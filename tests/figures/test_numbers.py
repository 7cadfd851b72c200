"""What is printed, and the value it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.figures.numerals import parse_digits
from tui.figures.quantities import Quantity, find_quantities
from tui.figures.tables import figure_lexicon
from tui.figures.tokens import spell, spelled, tokenise

BILLION = 1e9


def quantities(text: str) -> list[Quantity]:
    return list(find_quantities(tokenise(text), figure_lexicon()))


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("7,52", 7.52),
        ("54.31", 54.31),
        ("752.370", 752370),
        ("1.116", 1116),
        ("1.234.567,8", 1234567.8),
        ("1,234,567", 1234567),
        ("12,345.67", 12345.67),
        ("0.123", 0.123),
        ("0,5", 0.5),
        ("2025", 2025),
        ("05", 5),
        ("005", None),
        ("00", None),
        ("1.2.3", None),
        ("1.1.1.1", None),
        ("9" * 40, None),
    ],
)
def test_digits_have_one_value_or_none(printed: str, value: float | None) -> None:
    assert parse_digits(printed) == value


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("752.370 tỷ đồng", 752370 * BILLION, None, "VND"),
        ("10.990 tỷ đồng bằng nguồn vốn khác", 10990 * BILLION, None, "VND"),
        ("67 tạ/ha", 67, None, "tạ/ha"),
        ("60 USD/thùng", 60, None, "USD/thùng"),
        ("980.000 đến 1,05 triệu tỷ đồng", 980_000 * BILLION, 1_050_000 * BILLION, "VND"),
        ("5,2 tấn/ha", 5.2, None, "t/ha"),
        ("tuổi thọ trung bình 74,5 tuổi", 74.5, None, "year"),
        ("tuổi thọ đạt 75 tuổi", 75, None, "year"),
        ("1.116 nghìn tỷ đồng", 1116e12, None, "VND"),
        ("10,5 triệu tỷ đồng", 10.5e15, None, "VND"),
        ("2,5 tỉ USD", 2.5 * BILLION, None, "USD"),
        ("3 tỷ đô la Mỹ", 3 * BILLION, None, "USD"),
        ("US$ 40 triệu", 40e6, None, "USD"),
        ("500 triệu usd", 500e6, None, "USD"),
        ("45 ngàn đồng", 45e3, None, "VND"),
        ("2 tỷ rưỡi đồng", 2.5 * BILLION, None, "VND"),
        ("1 triệu 200 nghìn đồng", 1.2e6, None, "VND"),
        ("3.000 đồng/kWh", 3000, None, "VND/kWh"),
        ("21.430 đồng một lít", 21430, None, "VND/l"),
        ("90.000 tỷ đồng/năm", 90000 * BILLION, None, "VND"),
        ("5,3%GDP", 5.3, None, "%"),
        ("1.892km", 1892, None, "km"),
        ("19.000ha", 19000, None, "ha"),
        ("5 phần trăm", 5, None, "%"),
        ("10,4 điểm %", 10.4, None, "pp"),
        ("0,3 điểm phần trăm", 0.3, None, "pp"),
        ("8,3 - 8,5%", 8.3, 8.5, "%"),
        ("6,6% – 6,8%", 6.6, 6.8, "%"),
        ("6,5 đến 7%", 6.5, 7, "%"),
        ("700 triệu - 1 tỷ USD", 0.7 * BILLION, BILLION, "USD"),
        ("2-3 triệu tấn", 2e6, 3e6, "t"),
        ("18/27", 18, 27, "ratio"),
        ("8 trên tổng số 11 nhóm", 8, 11, "ratio"),
        ("2.477/10.825 tỷ đồng", 2477 * BILLION, 10825 * BILLION, "ratio"),
        ("4.946/5.000 ha", 4946, 5000, "ratio"),
        ("15.530 ha/22.366 ha", 15530, 22366, "ratio"),
        ("từ 3% đến dưới 5%", 3, 5, "%"),
        ("từ 3,2 triệu đến dưới 3,5 triệu đồng", 3.2e6, 3.5e6, "VND"),
        ("350 km/h", 350, None, "km/h"),
        ("khổ 1.435 mm", 1435, None, "mm"),
        ("12 m3/ha", 12, None, "m3/ha"),
        ("hai phần ba", 2, 3, "ratio"),
        ("một nửa", 1, 2, "ratio"),
        ("gấp đôi", 2, None, "times"),
        ("gấp rưỡi", 1.5, None, "times"),
        ("gấp gần ba lần", 3, None, "times"),
        ("tăng gấp hai lần", 2, None, "times"),
        ("gần gấp ba so với năm trước", 3, None, "times"),
        ("tăng ba lần so với cùng kỳ", 3, None, "times"),
        ("giảm hơn hai lần so với cùng kỳ", 2, None, "times"),
        ("2,5 lần", 2.5, None, "times"),
        ("hai con số", 10, 99, "%"),
        ("hàng nghìn", 1000, 9999, ""),
        ("hàng chục tỷ USD", 10 * BILLION, 99 * BILLION, "USD"),
        ("vài chục nghìn", 20000, 99000, ""),
        ("giá vài tỷ, thuế cao", 2 * BILLION, 10 * BILLION - 1, "VND"),
        ("một triệu", 1e6, None, ""),
        ("ba trăm linh năm nghìn", 305000, None, ""),
        ("hai mươi lăm", 25, None, ""),
        ("(1.085,5) tỷ đồng", 1085.5 * BILLION, None, "VND"),
    ],
)
def test_a_quantity_is_its_value_and_unit(text: str, low: float, high: float | None, unit: str) -> None:
    found = quantities(text)
    assert len(found) == 1
    assert (found[0].low, found[0].high, found[0].unit) == pytest.approx((low, high or low, unit))


def test_how_often_something_rose_is_no_multiple() -> None:
    assert quantities("giá xăng tăng ba lần, giảm hai lần trong tháng") == []


def test_a_change_is_two_quantities() -> None:
    assert [q.low for q in quantities("từ 4,8% lên 5,3%")] == [4.8, 5.3]


def test_both_ends_of_a_step_in_money_are_money() -> None:
    found = quantities("lương từ 4,18 triệu lên mức 4,42 triệu đồng, khách từ 5 triệu lên 7 triệu lượt")
    assert [(q.low, q.unit) for q in found] == [(4.18e6, "VND"), (4.42e6, "VND"), (5e6, ""), (7e6, "")]


def test_a_scaled_decimal_is_exact() -> None:
    assert [q.low for q in quantities("4,06 tỷ USD và 16,9 triệu tỷ đồng")] == [4_060_000_000, 16_900_000_000_000_000]


def test_decimals_of_a_list_share_the_scale_of_its_last() -> None:
    found = quantities("lần lượt nhận 2,23; 2,15 và 1,8 tỷ USD")
    assert [(q.low, q.unit) for q in found] == [
        (2.23 * BILLION, "USD"),
        (2.15 * BILLION, "USD"),
        (1.8 * BILLION, "USD"),
    ]


def test_a_percentage_is_not_that_of_the_next_item() -> None:
    assert [q.unit for q in quantities("số giường đạt 34,7; 95,5% dân số")] == ["", "%"]


def test_the_first_of_a_change_takes_the_unit_of_the_second() -> None:
    assert [q.unit for q in quantities("từ 4,8 lên 5,3%")] == ["%", "%"]


def test_decimals_in_a_list_take_the_percentage_that_ends_it() -> None:
    assert [q.unit for q in quantities("lần lượt là 5,2; 6,3 và 7,1%")] == ["%", "%", "%"]


def test_bare_thousand_millions_are_money_in_the_currency_spoken_of() -> None:
    assert [q.unit for q in quantities("giảm 31.800 tỷ so với dự toán")] == ["VND"]
    assert [q.unit for q in quantities("gồm 3 tỷ USD gỗ, gạo 5,75 tỷ.")] == ["USD", "USD"]


def test_dong_bao_are_people_not_money() -> None:
    assert quantities("gần 6 triệu đồng bào")[0].unit == ""
    assert quantities("5 đồng bằng lớn")[0].unit == ""
    assert [q.unit for q in quantities("đạt 315.000 tỷ đồng bằng 93,2% dự toán")] == ["VND", "%"]


@given(st.integers(0, 10**12))
def test_thousand_dots_give_the_number_back(number: int) -> None:
    assert parse_digits(f"{number:,}".replace(",", ".")) == number


@given(st.decimals(0, 10**6, places=2, allow_nan=False))
def test_decimal_commas_give_the_number_back(number: object) -> None:
    assert parse_digits(str(number).replace(".", ",")) == pytest.approx(float(str(number)))


@given(st.integers(1, 9999), st.sampled_from([("nghìn", 1e3), ("triệu", 1e6), ("tỷ", 1e9), ("nghìn tỷ", 1e12)]))
def test_scale_words_multiply(number: int, scale: tuple[str, float]) -> None:
    printed = f"{number:,}".replace(",", ".") + f" {scale[0]} đồng"
    assert quantities(printed)[0].low == number * scale[1]


@given(st.text())
def test_spelling_keeps_every_character_in_its_place(text: str) -> None:
    assert len(spelled(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "other"), [("tỷ", "tỉ"), ("hoà", "hòa"), ("kỳ", "kì"), ("QUÝ", "quí"), ("Thuỷ", "thủy")]
)
def test_two_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert spell(one) == spell(other)


@given(st.text(alphabet="0123456789,.%/-()từ đếnlêntỷđồngnghìngấpđôihàng ", max_size=300))
def test_quantities_never_overlap_and_stand_in_the_text(text: str) -> None:
    tokens, end = tokenise(text), 0
    for found in find_quantities(tokens, figure_lexicon()):
        assert end <= found.first < found.end <= len(tokens)
        end = found.end
