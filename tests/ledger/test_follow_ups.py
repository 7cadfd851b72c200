from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.ledger.follow_ups import FollowUps, Given, no_news, propose
from tui.ledger.promises import FollowUp
from tui.model import Article, Card, Commitment, Dating, Meeting
from tui.statements.commitments import find_commitments, find_passages
from tui.statements.commitments.passages import phrases

SEEDS = Path(__file__).parents[2] / "seeds"
DAYS = {
    "002": date(2024, 4, 2),
    "003": date(2024, 7, 18),
    "000": date(2024, 12, 20),
    "004": date(2025, 1, 6),
    "001": date(2025, 7, 22),
}


class Corpus:
    """Meetings of one article each, with what was found in them."""

    def __init__(self, *reports: tuple[str, date | None, bytes]) -> None:
        self.meetings: list[Meeting] = []
        self.articles: dict[str, Article] = {}
        self.commitments: dict[str, tuple[Commitment, ...]] = {}
        passages = {}
        for name, day, data in reports:
            article = parse(name, f"{name}.txt", data)
            dating = Dating(day, "stated" if day else "unknown", "")
            card = Card(name, article.file, article.title, "", "", "", article.digest, dating, frozenset())
            self.meetings.append(Meeting(name, article.title, dating, (card,)))
            self.articles[name] = article
            self.commitments[name] = find_commitments(article, dating)
            passages[name] = find_passages(article)
        self.links = propose(self.meetings, self.commitments, passages)

    def of(self, words: str) -> list[tuple[str, str]]:
        """Meeting and grade of the links of the commitments whose quote holds `words`."""
        known = {one.id for found in self.commitments.values() for one in found if words in one.quote}
        assert known, words
        return [(link.meeting, link.grade) for link in self.links if link.commitment in known]


def told(*texts: str) -> Corpus:
    """A corpus of short reports, a month apart."""
    reports = [
        (f"m{number}", date(2024, number + 1, 5), f"Phiên họp Chính phủ thường kỳ\n\n{text}\n".encode())
        for number, text in enumerate(texts)
    ]
    return Corpus(*reports)


@pytest.fixture(scope="module")
def seeds() -> Corpus:
    reports = sorted(SEEDS.glob("*.txt"), key=lambda path: DAYS[path.name[:3]])
    return Corpus(*((path.name[:3], DAYS[path.name[:3]], path.read_bytes()) for path in reports))


def test_nobody_speaks_of_visas_again(seeds: Corpus) -> None:
    assert seeds.of("thủ tục thị thực") == []
    (visas,) = (one for one in seeds.commitments["003"] if "thị thực" in one.quote)
    assert no_news(visas.id, DAYS["003"], seeds.meetings, seeds.links) == 3


def test_high_growth_gets_its_number(seeds: Corpus) -> None:
    assert seeds.of("mục tiêu tăng trưởng cao") == [("001", "quantified_later")]
    (link,) = (link for link in seeds.links if link.grade == "quantified_later")
    assert "8,3 - 8,5%" in link.quote


def test_a_new_market_is_named(seeds: Corpus) -> None:
    assert ("004", "progress_reported") in seeds.of("mở rộng thị trường mới")
    assert any("Halal" in link.quote for link in seeds.links)


def test_slowness_is_admitted(seeds: Corpus) -> None:
    assert seeds.of("chuyển hóa thành các dự án") == [("000", "slow_acknowledged")]


def test_the_last_meeting_has_no_answers_yet(seeds: Corpus) -> None:
    last = {one.id for one in seeds.commitments["001"]}
    assert not any(link.commitment in last for link in seeds.links)


def test_seed_links_are_few_and_quoted_to_the_letter(seeds: Corpus) -> None:
    assert 0 < len(seeds.links) < 20
    texts = {path.name[:3]: parse("a", path.name, path.read_bytes()).text for path in SEEDS.glob("*.txt")}
    for link in seeds.links:
        assert texts[link.meeting][slice(*link.at)] == link.quote
        assert link.accepted is None
        assert link.reason


ORDER = "Thủ tướng yêu cầu kết thúc đàm phán FTA với MERCOSUR."
GRADES = [
    ("Thủ tướng yêu cầu tiếp tục đàm phán với MERCOSUR.", "restated"),
    ("Đến nay hai bên đã qua ba vòng đàm phán với MERCOSUR.", "progress_reported"),
    ("Hai bên đã kết thúc đàm phán với MERCOSUR.", "done_reported"),
    ("Hiệp định với MERCOSUR đã được ký kết hôm qua.", "done_reported"),
    ("Việc đàm phán với MERCOSUR còn chậm.", "slow_acknowledged"),
]


@pytest.mark.parametrize(("later", "grade"), GRADES)
def test_the_passage_says_how_far_it_went(later: str, grade: str) -> None:
    corpus = told(ORDER, later)
    assert corpus.of("MERCOSUR")[0] == ("m1", grade)


SHARE = "Đã vận động, nâng số nước thành viên ASEAN phê chuẩn Hiệp định bảo hộ nguồn nước lên 6/10 nước."
HOW_FAR = [
    ("Đến nay đã có 8/10 nước phê chuẩn Hiệp định bảo hộ nguồn nước.", "progress_reported"),
    ("Đến nay đã có 8 nước phê chuẩn Hiệp định bảo hộ nguồn nước.", "progress_reported"),
    ("Đến nay 10/10 nước phê chuẩn Hiệp định bảo hộ nguồn nước.", "done_reported"),
    ("Đến nay vẫn là 6/10 nước phê chuẩn Hiệp định bảo hộ nguồn nước.", "restated"),
    ("Ngành thúc đẩy các thành viên phê chuẩn Hiệp định bảo hộ nguồn nước.", "no_number"),
    ("Đã thúc đẩy việc phê chuẩn Hiệp định bảo hộ nguồn nước ở 27/30 tỉnh.", "no_number"),
    ("Thủ tướng yêu cầu vận động các nước phê chuẩn Hiệp định bảo hộ nguồn nước.", "restated"),
    ("Việc phê chuẩn Hiệp định bảo hộ nguồn nước còn chậm.", "slow_acknowledged"),
]


@pytest.mark.parametrize(("later", "grade"), HOW_FAR)
def test_how_many_have_done_it_by_now_says_how_far_it_went(later: str, grade: str) -> None:
    assert told(SHARE, later).of("6/10")[0] == ("m1", grade)


def test_the_last_number_and_its_day_stand_where_there_is_no_new_one() -> None:
    (link,) = told(SHARE, "Ngành thúc đẩy các thành viên phê chuẩn Hiệp định bảo hộ nguồn nước.").links
    assert (
        link.reason == "cùng cụm từ: «phê chuẩn Hiệp định bảo hộ nguồn nước»; không có số mới kể từ 6/10 (05/01/2024)"
    )


def test_18_of_27_ratifications_got_no_new_number(seeds: Corpus) -> None:
    assert seeds.of("18/27 nước") == [("004", "no_number")]


QUANTITY = "Thủ tướng yêu cầu góp phần nâng tổng đầu tư toàn xã hội lên cao."


def test_a_wish_is_quantified_by_an_aim_only() -> None:
    aim = "Chính phủ đặt mục tiêu tổng vốn đầu tư toàn xã hội tăng 10% trong năm."
    result = "Tổng vốn đầu tư toàn xã hội năm ngoái tăng 6%."
    assert told(QUANTITY, aim).of("tổng đầu tư") == [("m1", "quantified_later")]
    assert ("m1", "quantified_later") not in told(QUANTITY, result).of("tổng đầu tư")


def test_a_quantity_gets_its_number_once() -> None:
    aim = "Chính phủ đặt mục tiêu tổng vốn đầu tư toàn xã hội tăng {}% trong năm."
    corpus = told(QUANTITY, aim.format(10), aim.format(12))
    assert [grade for _, grade in corpus.of("tổng đầu tư")].count("quantified_later") == 1


UNRELATED = [
    (
        "Thủ tướng yêu cầu thu hút đầu tư, hợp tác kinh tế với doanh nghiệp các nước.",
        "Đầu tư, hợp tác kinh tế và doanh nghiệp đã phát triển.",
    ),
    ("Thủ tướng yêu cầu tháo gỡ thủ tục thị thực cho khách.", "Thủ tục đất đai đã được đơn giản."),
    (
        "Thủ tướng yêu cầu thúc đẩy quan hệ kinh tế - thương mại, đầu tư với đối tác tiềm năng.",
        "Hoạt động kinh tế, thương mại, đầu tư với các nước đã khởi sắc.",
    ),
    (
        "Thủ tướng yêu cầu thực hiện Nghị quyết 18 của Ban Chấp hành Trung ương Đảng khóa XII.",
        "Tổng Bí thư chủ trì họp của Ban Chấp hành Trung ương Đảng khóa XIII.",
    ),
    ("Thủ tướng yêu cầu triển khai Nghị quyết 68-NQ/TW.", "Chính phủ đã ban hành Nghị quyết 69-NQ/TW."),
    ("Thủ tướng yêu cầu thu hút vốn vào AI và bán dẫn.", "Ai cũng mong dẫn đầu về buôn bán."),
]


@pytest.mark.parametrize(("order", "later"), UNRELATED)
def test_common_words_link_nothing(order: str, later: str) -> None:
    assert told(order, later).links == ()


def test_what_everybody_speaks_of_links_nothing() -> None:
    chorus = [f"Đoàn số {number} đã bàn về MERCOSUR rất lâu." for number in range(8)]
    assert told(ORDER, *chorus).links == ()


def test_a_meeting_does_not_answer_itself_nor_an_earlier_one() -> None:
    corpus = told("Việc đàm phán với MERCOSUR còn chậm.", f"{ORDER}\n\nViệc bàn với MERCOSUR còn chậm.")
    assert corpus.links == ()


def test_undated_meetings_neither_answer_nor_are_answered() -> None:
    text = f"Phiên họp Chính phủ thường kỳ\n\n{ORDER}\n".encode()
    assert Corpus(("a", None, text), ("b", date(2024, 5, 1), text), ("c", None, text)).links == ()


def test_one_link_a_meeting_the_one_with_most_evidence() -> None:
    later = "Hai bên đã bàn về MERCOSUR. Hai bên đã kết thúc đàm phán FTA với MERCOSUR."
    corpus = told(ORDER, later)
    (link,) = corpus.links
    assert "kết thúc" in link.quote


def test_the_reason_names_what_is_shared_as_printed() -> None:
    (link,) = told(ORDER, "Hai bên đã bàn về khối MERCOSUR.").links
    assert link.reason == "cùng nhắc: MERCOSUR"


def test_links_and_their_identifiers_are_the_same_every_time() -> None:
    texts = (ORDER, "Hai bên đã bàn về khối MERCOSUR.")
    assert told(*texts).links == told(*texts).links


def test_a_rejected_link_is_no_news() -> None:
    corpus = told(ORDER, "Hai bên đã bàn về khối MERCOSUR.", "Không có gì mới.")
    (link,) = corpus.links
    rejected = FollowUp(*(getattr(link, name) for name in FollowUp.__slots__[:-1]), accepted=False)
    first = corpus.meetings[0].date
    assert first is not None
    assert no_news(link.commitment, first, corpus.meetings, [link]) == 1
    assert no_news(link.commitment, first, corpus.meetings, [rejected]) == 2


PHRASES = [
    ("làm mới các động lực tăng trưởng", 6, ["moi cac dong luc tang truong", "lam moi cac dong luc tang"]),
    ("kinh tế, thương mại, đầu tư", 6, []),
    ("Ban Chỉ đạo Trung ương Đảng", 6, []),
    ("trong phát triển kinh tế - xã hội của tỉnh", 6, []),
    ("ngắn quá", 6, []),
]


@pytest.mark.parametrize(("text", "length", "expected"), PHRASES)
def test_phrases_are_no_lists_names_or_boilerplate(text: str, length: int, expected: list[str]) -> None:
    assert sorted(phrases(text, length)) == sorted(expected)


class Watched(Given):
    """Commitments and passages that tell which articles were read."""

    seen: ClassVar[list[str]] = []

    def told(self, article: str) -> bytes:
        self.seen.append(article)
        return super().told(article)


def test_only_what_changed_is_read_again() -> None:
    corpus = told(ORDER, *(later for later, _ in GRADES))
    stored = Watched(corpus.commitments, {name: find_passages(each) for name, each in corpus.articles.items()})
    proposer = FollowUps(stored)
    assert proposer.propose(corpus.meetings, corpus.commitments) == corpus.links
    stored.seen.clear()
    assert proposer.propose(corpus.meetings, corpus.commitments) == corpus.links
    assert stored.seen == []
    changed = [renewed(meeting) if meeting.id == "m2" else meeting for meeting in corpus.meetings]
    assert proposer.propose(changed, corpus.commitments) == corpus.links
    assert set(stored.seen) == {"m2"}


def renewed(meeting: Meeting) -> Meeting:
    """The meeting with an article of another digest."""
    return replace(meeting, articles=tuple(replace(card, digest="new") for card in meeting.articles))


@given(st.lists(st.sampled_from([ORDER, QUANTITY, *(later for later, _ in GRADES)]), min_size=1, max_size=5))
def test_one_after_another_finds_what_all_at_once_finds(texts: list[str]) -> None:
    corpus = told(*texts)
    passages = {name: find_passages(each) for name, each in corpus.articles.items()}
    proposer = FollowUps(Given(corpus.commitments, passages))
    for count in (*range(len(texts) + 1), 1, len(texts)):
        meetings = corpus.meetings[:count]
        assert proposer.propose(meetings, corpus.commitments) == propose(meetings, corpus.commitments, passages)


def test_a_proposal_that_is_called_off_leaves_nothing_half_read() -> None:
    corpus = told(ORDER, *(later for later, _ in GRADES))
    passages = {name: find_passages(each) for name, each in corpus.articles.items()}
    proposer = FollowUps(Given(corpus.commitments, passages))

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        proposer.propose(corpus.meetings, corpus.commitments, stop)
    assert proposer.propose(corpus.meetings, corpus.commitments) == corpus.links
