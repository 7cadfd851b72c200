"""What became of commitments."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ledger.told import Paper, Told
from tui.ledger.model import FollowUp, Pledge
from tui.model import Span

DAYS = ("2024-04-02", "2024-07-18", "2024-12-20", "2025-01-06")
FIRST = "p-2024-04-02"
QUOTE = "mở rộng thị trường mới"


def corpus(days: tuple[str, ...] = DAYS) -> Told:
    return Told({day: (Paper(f"p-{day}", f"Cần {QUOTE}." if day == DAYS[0] else "Việc khác.", (), "",
                             (QUOTE,) if day == DAYS[0] else ()),) for day in days})  # fmt: skip


def link(day: str, grade: str, *, accepted: bool | None = None) -> FollowUp:
    at = Span(0, 4)
    return FollowUp(f"{day}-{grade}", f"{FIRST}#4", day, f"p-{day}", at, at, "Việc", grade, "vì thế", accepted)  # type: ignore[arg-type]


def pledge(*links: FollowUp, days: tuple[str, ...] = DAYS, **given: Any) -> Pledge:
    (found,) = corpus(days).ledger(related=links, **given).meetings[0].commitments
    return found


def test_silence_is_a_finding_counted_in_meetings() -> None:
    assert (pledge().status, pledge().quiet) == ("no_news", 3)


def test_of_the_newest_meeting_all_are_pending() -> None:
    assert (pledge(days=DAYS[:1]).status, pledge(days=DAYS[:1]).quiet) == ("pending", 0)


@pytest.mark.parametrize(
    ("grades", "status"),
    [
        (["restated"], "restated"),
        (["restated", "slow_acknowledged"], "slow_acknowledged"),
        (["progress_reported", "restated"], "progress_reported"),
        (["quantified_later", "progress_reported"], "quantified_later"),
        (["done_reported", "restated"], "done_reported"),
    ],
)
def test_the_strongest_grade_stands(grades: list[str], status: str) -> None:
    found = pledge(*(link(day, grade) for day, grade in zip(DAYS[1:], grades, strict=False)))
    assert (found.status, found.proposed) == (status, True)
    assert found.quiet == 3 - len(grades)


def test_a_proposal_never_outweighs_what_the_user_accepted() -> None:
    found = pledge(link(DAYS[1], "restated"), link(DAYS[2], "done_reported"),
                   decisions={f"{DAYS[1]}-restated": True})  # fmt: skip
    assert (found.status, found.proposed) == ("restated", False)


def test_what_the_user_rejected_counts_for_nothing() -> None:
    found = pledge(link(DAYS[2], "done_reported"), decisions={f"{DAYS[2]}-done_reported": False})
    assert (found.status, found.quiet) == ("no_news", 3)
    assert [each.accepted for each in found.follow_ups] == [False]


def test_later_meetings_list_answers_and_silence() -> None:
    ledger = corpus().ledger(related=[link(DAYS[2], "progress_reported")])
    said = [[(each.status, each.quiet, each.accepted) for each in panel.answers] for panel in ledger.meetings]
    assert said == [[], [("no_news", 1, True)], [("progress_reported", 0, None)], []]
    assert ledger.meetings[2].answers[0].commitment == f"{FIRST}#4"


def test_papers_that_print_the_same_words_make_one_pledge() -> None:
    papers = tuple(Paper(name, f"Phải {QUOTE}.", (), f"Báo {name}", (QUOTE,)) for name in "ab")
    (found,) = Told({DAYS[0]: papers}).ledger().meetings[0].commitments
    assert [mention.outlet for mention in found.mentions] == ["Báo a", "Báo b"]
