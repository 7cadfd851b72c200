from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.errors import LexiconError
from tui.model import Span
from tui.statements.speakers import attribute, find_voices, parse_speakers, speakers
from tui.statements.tables import read_table

if TYPE_CHECKING:
    from tui.model import Article

ONE_VOICE = [
    ("Thủ tướng Chính phủ Phạm Minh Chính yêu cầu các bộ, ngành vào cuộc.", "Thủ tướng", "yêu cầu"),
    ("Theo báo cáo của Bộ Ngoại giao, 6 tháng qua có 40 hoạt động.", "Bộ Ngoại giao", "theo"),
    ("ADB dự báo kinh tế Việt Nam tăng 6%.", "ADB", "dự báo"),
    ("Kinh tế tăng 6%, theo Ngân hàng Thế giới (WB).", "WB", "theo"),
    ("Dự báo của IMF là 5,8%.", "IMF", "theo"),
    ("Quốc hội giao chỉ tiêu 6,5%.", "Quốc hội", "giao"),
    ("Chính phủ đề nghị Quốc hội cho điều chỉnh mục tiêu lên 8%.", "Chính phủ", "đề nghị"),
    ("Bộ trưởng Bộ LĐ-TB&XH Phạm Thị Hải Chuyền cho biết có 1,5 triệu việc làm.", "Bộ LĐ-TB&XH", "cho biết"),
    ("Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn cho biết như vậy.", "Phó Thủ tướng", "cho biết"),
    ("Hội nghị đánh giá, kinh tế phục hồi.", "Hội nghị", "đánh giá"),
    ("Các Đại sứ, Trưởng Cơ quan đại diện ở nước ngoài cho biết sẽ nỗ lực.", "các Đại sứ", "cho biết"),
    ("“Tăng trưởng có thể đạt 7%”, ông Trần Đình Thiên nói.", "Trần Đình Thiên", "nói"),
    ("Thủ tướng Nhật Bản Abe cho biết sẽ viện trợ 100 triệu USD.", "Thủ tướng Nhật Bản", "cho biết"),
    ("Thống đốc Nguyễn Thị Hồng khẳng định lãi suất sẽ giảm.", "Thống đốc Nguyễn Thị Hồng", "khẳng định"),
    ("Tại trụ sở Chính phủ, Thủ tướng yêu cầu giải ngân 95%.", "Thủ tướng", "yêu cầu"),
    ("Số liệu của Tổng cục Thống kê cho thấy CPI tăng 3,2%.", "Tổng cục Thống kê", "theo"),
]

NO_VOICE = [
    "Thực hiện chỉ đạo của Chính phủ, GDP tăng 7%.",
    "Theo đó, ngành ngoại giao đạt nhiều kết quả.",
    "Cùng dự có Phó Thủ tướng Chính phủ, Bộ trưởng Bộ Ngoại giao Bùi Thanh Sơn.",
    "Giải ngân vốn của Bộ Giao thông vận tải đạt 60%.",
    "Xuất khẩu sang Mỹ được đánh giá cao.",
    "Ban Chỉ đạo của Chính phủ họp hôm qua.",
]


def _article(*paragraphs: str) -> Article:
    return parse("a", "a.txt", "\n".join(paragraphs).encode())


@pytest.mark.parametrize(("sentence", "name", "verb"), ONE_VOICE)
def test_the_one_who_speaks_is_named(sentence: str, name: str, verb: str) -> None:
    (voice,) = find_voices(sentence, Span(0, len(sentence)))
    assert (voice.name, voice.verb) == (name, verb)


@pytest.mark.parametrize("sentence", [row[0] for row in ONE_VOICE])
def test_one_voice_speaks_the_whole_sentence(sentence: str) -> None:
    (voice,) = find_voices(sentence, Span(0, len(sentence)))
    assert voice.reach == (0, len(sentence))


@pytest.mark.parametrize("sentence", NO_VOICE)
def test_a_name_without_a_verb_of_saying_does_not_speak(sentence: str) -> None:
    assert find_voices(sentence, Span(0, len(sentence))) == ()


def test_two_voices_share_a_sentence() -> None:
    sentence = "Theo dự báo của IMF, kinh tế tăng 6%, trong khi WB dự báo 5,8%."
    first, second = find_voices(sentence, Span(0, len(sentence)))
    assert (first.name, second.name) == ("IMF", "WB")
    assert sentence[slice(*second.reach)] == "WB dự báo 5,8%."
    assert first.reach.end == second.reach.start


def test_the_addressee_of_a_directive_does_not_speak() -> None:
    sentence = "Thủ tướng yêu cầu Bộ Công Thương báo cáo trước ngày 30/6."
    assert [voice.name for voice in find_voices(sentence, Span(0, len(sentence)))] == ["Thủ tướng"]


def _who(article: Article, words: str) -> str:
    return speakers(article)(article.text.index(words))


def test_the_speaker_goes_on_within_the_paragraph_and_ends_with_it() -> None:
    article = _article(
        "Theo Bộ Tài chính, năm 2024 thu ngân sách tăng mạnh. Riêng thu nội địa đạt 1,5 triệu tỷ đồng.",
        "Nông dân miền Tây vào vụ mới. Giá lúa tăng 5%.",
    )
    assert _who(article, "thu ngân sách") == "Bộ Tài chính"
    assert _who(article, "1,5 triệu") == "Bộ Tài chính"
    assert _who(article, "5%") == ""


def test_a_continued_paragraph_keeps_the_speaker() -> None:
    article = _article(
        "Thủ tướng yêu cầu các bộ vào cuộc ngay trong tháng này.",
        "Theo đó, giải ngân phải đạt 95% kế hoạch.",
        "Năm tới cần tạo 2 triệu việc làm.",
    )
    assert _who(article, "95%") == "Thủ tướng"
    assert _who(article, "2 triệu") == "Thủ tướng"


def test_a_pronoun_is_the_person_spoken_of_last() -> None:
    article = _article(
        "Thủ tướng Phạm Minh Chính khẳng định đây là điểm sáng. Đồng chí yêu cầu Bộ Ngoại giao mở thêm 3 thị trường."
    )
    assert _who(article, "3 thị trường") == "Thủ tướng"


def test_a_quotation_left_open_goes_on() -> None:
    article = _article("Ông Trần Đình Thiên nói: “Năm nay rất khó.", "Xuất khẩu chỉ tăng 2%”.", "Nhập khẩu tăng 3%.")
    assert _who(article, "2%") == "Trần Đình Thiên"
    assert _who(article, "3%") == ""


def test_a_place_between_sentences_is_nobodys() -> None:
    article = _article("Thủ tướng yêu cầu vào cuộc.", "Giá lúa tăng 5%.")
    assert speakers(article)(len(article.text) + 5) == ""
    assert speakers(article)(-1) == ""


PIECES = ["Thủ tướng", "yêu cầu", "theo", "Bộ Y tế", ",", "cho biết", "“", "ông", "Nam", ";", ".", "của"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_reaches_are_ordered_and_apart(pieces: list[str]) -> None:
    text = " ".join(pieces)
    voices = find_voices(text, Span(0, len(text)))
    for one, after in pairwise(voices):
        assert one.reach.end <= after.reach.start
    for voice in voices:
        assert 0 <= voice.reach.start < voice.reach.end <= len(text)


def test_every_sentence_has_its_answer() -> None:
    article = _article("Thủ tướng yêu cầu vào cuộc. Ông nói thêm.", "Giá lúa tăng 5%.")
    assert len(attribute(article)) == len(article.sentences)


def test_a_wrong_kind_is_named_with_its_entry() -> None:
    table = {**read_table("speakers.toml"), "speaker": [{"name": "X", "kind": "bogus", "forms": ["X"]}]}
    with pytest.raises(LexiconError, match=r"speakers\.toml: \[\[speaker\]\] 1.*bogus"):
        parse_speakers(table)


def test_a_missing_list_is_named() -> None:
    table = {**read_table("speakers.toml"), "carry": {"continues": ["Theo đó"], "modals": ["cần"]}}
    with pytest.raises(LexiconError, match=r"\[carry\].*resets"):
        parse_speakers(table)


def test_a_missing_file_is_named() -> None:
    with pytest.raises(LexiconError, match=r"nothing\.toml"):
        read_table("nothing.toml")
