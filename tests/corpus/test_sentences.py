"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus.sentences import LONGEST, split
from tui.model import Span


@pytest.mark.parametrize(
    "text",
    [
        "GDP tăng 7,52%.|Xuất khẩu tăng 14%.",
        "Tại TP. Hồ Chí Minh, hội nghị khai mạc.|Đại biểu dự.",
        "PGS.TS Nguyễn Văn A và Th.S Trần B. phát biểu.",
        "Ông N. Bình và V.D. Tuấn cùng dự.",
        "Đã triển khai 1.700 dự án, tăng 7.52 điểm.",
        "Triển khai Nghị quyết 18.|Trong đó, tinh gọn bộ máy.",
        "Thị trường Mỹ...|Đến nay, đã có 17 FTA.",
        "Dệt may, da giày... mở rộng xuất khẩu.",
        "Các nước…|Đồng chí yêu cầu.",
        "Ông nói: “Phải làm ngay.”|Hội nghị đồng tình.",
        'Ông nói: "Phải làm ngay!" và ngồi xuống.',
        "Bao giờ xong?|Không ai rõ.",
        "Giữ ổn định; tăng thu; giảm chi.",
        "Mục tiêu tăng trưởng cao",
        "1. Về phát triển kinh tế.|Tăng trưởng cao.",
        "a) Tăng thu.|b) Giảm chi.",
        "II. Nhiệm vụ trọng tâm",
        "Theo Đại hội Đảng khóa X.|Trong đó có ba việc.",
        "Đón 25 đoàn.|6 tháng đầu năm tăng 5%.",
        "Tiếp tục rà soát v.v. Các bộ cùng làm.",
        "Đề nghị Q. Ba Đình và P. Trúc Bạch phối hợp.",
        "Quyết tâm cao (nỗ lực lớn.)|Hành động quyết liệt.",
        "Đồng chí nói.|“Phải làm.”|Hết.",
    ],
)
def test_split(text: str) -> None:
    plain = text.replace("|", " ")
    assert [plain[slice(*at)] for at in split(plain, Span(0, len(plain)))] == text.split("|")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Thị trường Mỹ...Đến nay, đã có 17 FTA.", 2),
        ("Đã tăng 7%.Trong đó, dầu thô giảm.", 2),
        ("Tình hình ổn định.Các bộ cùng làm.", 2),
        ("TP.HCM và Tp.Hồ Chí Minh dự.", 1),
        ("Trang chinhphu.vn đưa tin.", 1),
        ("Th.S Trần dự.", 1),
    ],
)
def test_split_where_no_space_was_left(text: str, count: int) -> None:
    assert len(split(text, Span(0, len(text)))) == count


@given(st.text(alphabet='aĐ. …?!"”()1;\n', max_size=60))
def test_sentences_cover_everything_but_space_in_order(text: str) -> None:
    spans = split(text, Span(0, len(text)))
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert "".join("".join(text[slice(*at)].split()) for at in spans) == "".join(text.split())
    assert all(text[slice(*at)] == text[slice(*at)].strip() for at in spans)


def test_only_the_span_is_split() -> None:
    assert split("Một. Hai. Ba.", Span(5, 9)) == (Span(5, 9),)


def test_no_sentence_is_longer_than_any_that_is_written() -> None:
    text = "tăng 7% " * 2000
    spans = split(text, Span(0, len(text)))
    assert max(span.end - span.start for span in spans) <= LONGEST
    assert "".join(text[span.start : span.end] for span in spans).replace(" ", "") == text.replace(" ", "")
