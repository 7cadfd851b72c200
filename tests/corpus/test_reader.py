"""From bytes to an article: front matter, headline, place, outlet, byline."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.corpus.headline import LONGEST_DERIVED, derive
from tui.errors import CorpusError
from tui.model import Article, Span

SEEDS = Path(__file__).parents[2] / "seeds"
BODY = "Chính phủ thảo luận tình hình kinh tế và nêu các giải pháp cho thời gian tới."


def article(text: str) -> Article:
    return parse("bài", "bài.txt", text.encode())


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return parse(path.stem, path.name, path.read_bytes())


@pytest.mark.parametrize(
    ("number", "source", "place", "outlet", "byline"),
    [
        ("000", "derived", "Cà Mau", "", "Hồng Nhung"),
        ("001", "stated", "Bắc Ninh", "", ""),
        ("002", "stated", "", "", ""),
        ("003", "derived", "Quảng Trị", "Báo Quảng Trị", ""),
        ("004", "derived", "Hà Nam", "", "Minh Thu"),
    ],
)
def test_seeds(number: str, source: str, place: str, outlet: str, byline: str) -> None:
    made = seed(number)
    assert (made.title_source, made.place, made.outlet, made.byline) == (source, place, outlet, byline)


def test_the_digest_is_that_of_the_bytes() -> None:
    assert article(BODY).digest == sha256(BODY.encode()).hexdigest()


HEADED = """\ufeff+++
title = "Phiên họp  tháng 9"
date = 2018-10-01
outlet = "Báo A"
url = "https://example.com/a"
meeting = "Thường kỳ"
place = "Hà Nội"
byline = "Minh Thu"
+++
Chính phủ họp\xa0ngày 1/10.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_front_matter_overrides_and_is_no_part_of_the_text(ends: str) -> None:
    raw = HEADED.replace("\n", ends)
    made = article(raw)
    assert made.text == "Chính phủ họp ngày 1/10.\n"
    assert (made.title, made.title_source, made.date) == ("Phiên họp tháng 9", "metadata", date(2018, 10, 1))
    assert (made.outlet, made.url, made.meeting) == ("Báo A", "https://example.com/a", "Thường kỳ")
    assert (made.place, made.byline) == ("Hà Nội", "Minh Thu")
    at = made.text.index("1/10")
    assert raw[slice(*made.source(Span(at, at + 4)))] == "1/10"


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ('+++\ntitle = "a"\nx =\n+++\nTin.', r"bài.txt, line 3: the front matter is not TOML"),
        ("+++\n\n\ntitle = \n+++\nTin.", r"bài.txt, line 4: the front matter is not TOML"),
        ('+++\ntitel = "a"\n+++\nTin.', r"bài.txt: front matter has no key 'titel'; did you mean 'title'\?"),
        ("+++\ntitle = 7\n+++\nTin.", r"bài.txt: front matter key 'title' must be a string"),
        ('+++\ndate = "22/7"\n+++\nTin.', r"bài.txt: front matter key 'date' must be a day such as"),
        ('+++\ntitle = "a"\nTin.', r"bài.txt, line 1: the front matter opened by \+\+\+ has no closing"),
        ('+++\ntitle = "a"\n+++\n', r"bài.txt: the file holds no text"),
    ],
)
def test_wrong_front_matter_is_told(head: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        article(head)


def test_a_date_may_be_a_string_or_have_a_time() -> None:
    assert article('+++\ndate = "2025-07-22"\n+++\nTin.').date == date(2025, 7, 22)
    assert article("+++\ndate = 2025-07-22T08:00:00\n+++\nTin.").date == date(2025, 7, 22)


@pytest.mark.parametrize(
    "line",
    [
        "Đẩy mạnh ngoại giao kinh tế, tạo đà tăng trưởng",
        "Thủ tướng: Phải giữ mục tiêu tăng trưởng",
        "Bao giờ xong sân bay Long Thành?",
        "PHIÊN HỌP CHÍNH PHỦ THƯỜNG KỲ THÁNG 9",
        "“Không lùi mục tiêu tăng trưởng”",
    ],
)
def test_a_short_first_line_without_a_stop_is_the_headline(line: str) -> None:
    made = article(f"{line}\n{BODY}")
    assert (made.title, made.title_source, made.paragraphs[0].kind) == (line, "stated", "title")


@pytest.mark.parametrize(
    "line",
    [
        "Chính phủ họp phiên thường kỳ.",
        "Ngày 2/4, Thủ tướng chủ trì hội nghị",
        "Sáng nay, Quốc hội họp phiên bế mạc",
        "BẮC NINH - Chiều tối 22/7, hội nghị diễn ra",
        "Tin nhanh",
        "Các giải pháp gồm:",
    ],
)
def test_other_first_lines_are_body(line: str) -> None:
    made = article(f"{line}\n{BODY}")
    assert (made.title_source, made.paragraphs[0].kind) == ("derived", "body")


def test_a_headline_may_stand_below_furniture() -> None:
    assert article(f"Thứ Ba, 22/07/2025\nĐẩy mạnh ngoại giao kinh tế\n{BODY}").title == "Đẩy mạnh ngoại giao kinh tế"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Ngày 2/4, Thủ tướng chủ trì hội nghị về du lịch.", "Hội nghị về du lịch"),
        ("Sáng 6/1, tại Hà Nội, Bộ Công Thương công bố kế hoạch.", "Bộ Công Thương công bố kế hoạch"),
        ("GDP tăng 7%.", "GDP tăng 7%"),
        (
            "Hội nghị với các cơ quan đại diện Việt Nam ở nước ngoài về đẩy mạnh công tác ngoại giao kinh tế thúc đẩy.",
            "Hội nghị với các cơ quan đại diện Việt Nam ở nước ngoài",
        ),
    ],
)
def test_a_headline_is_derived_from_the_first_sentence(sentence: str, title: str) -> None:
    assert derive(sentence) == title


@given(st.text(alphabet="Hội nghịvề, -.sáng26/7", min_size=1, max_size=300))
def test_a_derived_headline_is_short(sentence: str) -> None:
    assert len(derive(sentence)) <= LONGEST_DERIVED + 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("BẮC NINH - Chiều tối 22/7, hội nghị diễn ra.", "Bắc Ninh"),
        ("Thanh Hóa (TTXVN) - Ngày 2/4, hội nghị diễn ra.", "Thanh Hóa"),
        ("Hội nghị họp. Tại điểm cầu tỉnh Nghệ An, lãnh đạo tỉnh dự.", "Nghệ An"),
        ("Tại điểm cầu Hà Nội, Thủ tướng chủ trì. Dự tại điểm cầu Hà Nam có đồng chí A.", "Hà Nam"),
        ("HÀ NỘI - Hội nghị họp. Dự tại điểm cầu tỉnh Phú Thọ có đồng chí A.", "Phú Thọ"),
        ("Tại điểm cầu TP.HCM, Chủ tịch UBND dự.", "TP. Hồ Chí Minh"),
        ("Tại điểm cầu UBND tỉnh Thừa Thiên - Huế, lãnh đạo dự.", "Thừa Thiên Huế"),
        ("Tại điểm cầu Hà Nội, Chủ tịch UBND thành phố dự.", "Hà Nội"),
        ("Tại điểm cầu Hà Nội, Thủ tướng chủ trì hội nghị.", ""),
        ("Tại điểm cầu tỉnh ta có đồng chí A.", ""),
        ("Hội nghị họp tại Quảng Ninh.", ""),
        (f"{BODY}\n(Nguồn: Báo Quảng Trị)", "Quảng Trị"),
        ("HÀ NỘI - Hội nghị diễn ra.", "Hà Nội"),
    ],
)
def test_place(text: str, place: str) -> None:
    assert article(text).place == place


@pytest.mark.parametrize(
    ("text", "outlet", "byline"),
    [
        (f"{BODY}\nMinh Thu\n(Nguồn: Báo Quảng Trị)", "Báo Quảng Trị", "Minh Thu"),
        (f"{BODY}\nTheo Chinhphu.vn", "Chinhphu.vn", ""),
        (f"{BODY}\nBài, ảnh: Hoàng Minh", "", "Hoàng Minh"),
        (f"{BODY}\n(TTXVN/Vietnam+)", "TTXVN/Vietnam+", ""),
        (f"(Chinhphu.vn) - {BODY}", "Chinhphu.vn", ""),
        (f"Thanh Hóa (TTXVN) - {BODY}", "TTXVN", ""),
        (f"(2018) - {BODY}", "", ""),
        (BODY, "", ""),
    ],
)
def test_outlet_and_byline(text: str, outlet: str, byline: str) -> None:
    made = article(text)
    assert (made.outlet, made.byline) == (outlet, byline)


def told(data: bytes) -> tuple[str, str]:
    """The words of the article of `data`, and those of its refusal; one of the two is empty."""
    try:
        return parse("a", "a.txt", data).text, ""
    except CorpusError as error:
        return "", str(error)


@given(st.one_of(st.text(max_size=200).map(str.encode), st.binary(max_size=60)))
@example(b"a.txt: refused")
def test_any_bytes_are_an_article_or_a_clear_error(data: bytes) -> None:
    text, refusal = told(data)
    assert bool(text.strip()) != bool(refusal)
    assert not refusal or refusal.startswith("a.txt: ")
