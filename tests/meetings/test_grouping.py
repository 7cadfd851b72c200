"""Which articles report the same meeting."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.corpus import parse
from tui.meetings import card_of, date_article, group

if TYPE_CHECKING:
    from tui.model import Card

SEEDS = Path(__file__).parents[2] / "seeds"

DIPLOMACY = (
    "Hội nghị về đẩy mạnh ngoại giao kinh tế phục vụ phát triển đất nước\n"
    "Ngày 2/4/2024, Thủ tướng chủ trì hội nghị trực tuyến với các cơ quan đại diện ở nước ngoài về ngoại giao kinh tế."
)
DIPLOMACY_ELSEWHERE = (
    "Sáng 2/4/2024, lãnh đạo tỉnh dự hội nghị trực tuyến của Thủ tướng với các cơ quan đại diện Việt Nam ở nước ngoài "
    "về đẩy mạnh công tác ngoại giao kinh tế phục vụ phát triển."
)
GOVERNMENT = (
    "Phiên họp Chính phủ thường kỳ tháng 3\n"
    "Ngày 2/4/2024, Thủ tướng chủ trì phiên họp thường kỳ, bàn tình hình giá cả, lãi suất và giải ngân đầu tư công."
)
NEXT_DAY = DIPLOMACY.replace("2/4", "3/4")
UNDATED = DIPLOMACY.replace("Ngày 2/4/2024, ", "")


def card(name: str, text: str) -> Card:
    article = parse(name, f"{name}.txt", text.encode())
    return card_of(article, date_article(article))


def headed(text: str, **keys: str) -> str:
    return "+++\n" + "".join(f'{key} = "{value}"\n' for key, value in keys.items()) + "+++\n" + text


@pytest.mark.parametrize(
    ("texts", "groups"),
    [
        ((DIPLOMACY, DIPLOMACY_ELSEWHERE), ["ab"]),
        ((DIPLOMACY, GOVERNMENT), ["a", "b"]),
        ((DIPLOMACY, GOVERNMENT, DIPLOMACY_ELSEWHERE), ["ac", "b"]),
        ((DIPLOMACY, NEXT_DAY), ["a", "b"]),
        ((UNDATED, UNDATED), ["a", "b"]),
        ((headed(UNDATED, meeting="Ngoại giao"), headed(UNDATED, meeting="ngoại giao")), ["ab"]),
        ((headed(DIPLOMACY, meeting="Phiên một"), headed(DIPLOMACY, meeting="Phiên hai")), ["a", "b"]),
        ((headed(DIPLOMACY, meeting="Hội nghị"), headed(UNDATED, meeting="Hội nghị")), ["ab"]),
        ((headed(DIPLOMACY, meeting="Hội nghị"), headed(NEXT_DAY, meeting="Hội nghị")), ["ab"]),
        ((headed(DIPLOMACY, meeting="Hội nghị"), DIPLOMACY_ELSEWHERE), ["ab"]),
        ((headed(GOVERNMENT, date="2024-04-03"), GOVERNMENT), ["b", "a"]),
    ],
)
def test_grouping(texts: tuple[str, ...], groups: list[str]) -> None:
    cards = [card(name, text) for name, text in zip("abc", texts, strict=False)]
    found = group(cards)
    assert ["".join(sorted(each.id for each in meeting.articles)) for meeting in found] == groups


def test_the_result_does_not_depend_on_the_order_of_the_articles() -> None:
    texts = (DIPLOMACY, GOVERNMENT, DIPLOMACY_ELSEWHERE, UNDATED)
    cards = [card(name, text) for name, text in zip("abcd", texts, strict=True)]
    assert len({group(order) for order in permutations(cards)}) == 1


def test_many_meetings_of_one_day_stay_apart_and_their_articles_together() -> None:
    plain = card("x", DIPLOMACY)
    boiler = {"kinh te", "ngoai giao", "phat trien"}
    cards = [
        replace(plain, id=f"{number:03}{paper}", event=frozenset(boiler | {f"{number} {word}" for word in range(4)}))
        for number in range(300)
        for paper in "ab"
    ]
    ids = ["".join(each.id for each in meeting.articles) for meeting in group(cards)]
    assert ids[250:] == [f"{number:03}a{number:03}b" for number in range(250, 300)]


def test_ids_name_the_day_and_number_the_meetings_of_one_day() -> None:
    cards = [card("a", DIPLOMACY), card("b", GOVERNMENT), card("x/c", UNDATED)]
    assert [each.id for each in group(cards)] == ["2024-04-02", "2024-04-02-2", "undated-x/c"]


def test_the_oldest_comes_first_and_the_undated_last() -> None:
    cards = [card("a", UNDATED), card("b", NEXT_DAY), card("c", DIPLOMACY)]
    assert [each.articles[0].id for each in group(cards)] == ["c", "b", "a"]


def test_a_headline_of_its_own_leads() -> None:
    (meeting,) = group([card("a", DIPLOMACY_ELSEWHERE), card("b", DIPLOMACY)])
    assert meeting.title == "Hội nghị về đẩy mạnh ngoại giao kinh tế phục vụ phát triển đất nước"
    assert [each.id for each in meeting.articles] == ["b", "a"]


def test_a_named_meeting_takes_its_name_as_title() -> None:
    (meeting,) = group([card("a", headed(DIPLOMACY, meeting="Ngoại giao kinh tế 2024"))])
    assert meeting.title == "Ngoại giao kinh tế 2024"


def test_the_best_date_dates_the_meeting() -> None:
    inferred = DIPLOMACY_ELSEWHERE.replace("2/4/2024", "2/4").replace("phát triển.", "phát triển năm 2024.")
    (meeting,) = group([card("a", inferred), card("b", DIPLOMACY)])
    assert meeting.dating.source == "stated"


def test_the_seeds_are_five_meetings() -> None:
    cards = [card(path.stem, path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))]
    days = ["2024-04-02", "2024-07-18", "2024-12-20", "2025-01-06", "2025-07-22"]
    assert [each.id for each in group(cards)] == days


@given(st.lists(st.sampled_from((DIPLOMACY, DIPLOMACY_ELSEWHERE, GOVERNMENT, NEXT_DAY, UNDATED)), max_size=6))
def test_every_article_is_in_one_meeting(texts: list[str]) -> None:
    cards = [card(f"bài-{number}", text) for number, text in enumerate(texts)]
    meetings = group(cards)
    assert sorted(each.id for meeting in meetings for each in meeting.articles) == sorted(each.id for each in cards)
    assert len({meeting.id for meeting in meetings}) == len(meetings)
