"""Whatever changes, the ledger kept up to date is the one built anew."""

from __future__ import annotations

import gc

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.seeds import seeds
from tests.ledger.told import LEXICON, Paper, Told, row
from tui.ledger import LedgerBuilder, build
from tui.ledger.lazy import KEPT, Tally
from tui.ledger.model import FollowUp, Ledger
from tui.model import Span

DAYS = ("2024-07-18", "2024-12-20", "2025-01-06", "2025-07-22", "2026-01-06", "undated-x")
INDICATORS = ("gdp", "jobs_created", "fta_count", "unesco_new", "unesco_total", "trade_turnover", "exports", "other")
CORES = ("11", "22", "33", "44")

rows = st.builds(
    lambda core, indicator, period, role, bound, percent, series: row(
        core, indicator, period, role, bound=bound, series=series, noun="thỏa thuận",
        unit="%" if percent else "count", measure="growth" if percent else "level",
    ),
    st.sampled_from(CORES),
    st.sampled_from(INDICATORS),
    st.sampled_from(("2024", "2024-S1", "2025", "2025-S1", "")),
    st.sampled_from(("result", "result", "target", "forecast", "base")),
    st.sampled_from(("exact", "over", "almost")),
    st.booleans(),
    st.sampled_from(("", "cau")),
)  # fmt: skip
TEXT = "Có 11 và 22, rồi 33, sau đó 44, cao nhất từ trước đến nay. Phải làm ngay."


def paper(name: str) -> st.SearchStrategy[Paper]:
    figures = st.lists(rows, max_size=4, unique_by=lambda each: each.core)
    return figures.map(lambda found: Paper(name, TEXT, tuple(found), name, ("Phải làm ngay",)))


def papers(number: int) -> st.SearchStrategy[tuple[Paper, ...]]:
    return st.tuples(*(paper(name) for name in ("a", "b")[:number]))


corpora = st.dictionaries(st.sampled_from(DAYS), st.integers(1, 2).flatmap(papers), max_size=5).map(
    lambda found: Told(
        {
            day: tuple(Paper(f"{day}-{each.id}", each.text, each.rows, each.outlet, each.quotes) for each in group)
            for day, group in found.items()
        }
    )
)


def links(told: Told) -> list[FollowUp]:
    """Every commitment is restated at the last dated meeting."""
    days = sorted(day for day in told.papers if day[0].isdigit())
    at = Span(0, 2)
    return [
        FollowUp(f"{paper.id}>", f"{paper.id}#{paper.text.index('Phải')}", days[-1],
                 told.papers[days[-1]][0].id, at, at, "Có", "restated", "")
        for day in days[:-1] for paper in told.papers[day]
    ]  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(corpora, min_size=2, max_size=4))
def test_a_ledger_kept_up_to_date_is_the_one_built_anew(stages: list[Told]) -> None:
    current: list[Told] = []

    def passage(article: str, at: Span) -> str:
        return current[-1].passage(article, at)

    builder = LedgerBuilder(LEXICON, passage=passage)
    for told in stages:
        current.append(told)
        related = links(told) if sum(day[0].isdigit() for day in told.papers) > 1 else []
        kept = builder.update(told.meetings(), told.extractions(), related=related)
        anew = told.ledger(related=related)
        assert kept == anew


def test_the_first_dated_meeting_ends_the_periods_before_it() -> None:
    aim = Paper("x", TEXT, (row("11", "gdp", "2023", "target"),))
    builder = LedgerBuilder(LEXICON)
    before, after = Told({"undated-x": (aim,)}), Told({"2024-07-18": (Paper("a", TEXT, ()),), "undated-x": (aim,)})
    builder.update(before.meetings(), before.extractions())
    kept = builder.update(after.meetings(), after.extractions())
    assert kept.meetings == LedgerBuilder(LEXICON).update(after.meetings(), after.extractions()).meetings


def test_what_did_not_change_is_not_made_again() -> None:
    told = seeds()
    builder = LedgerBuilder(LEXICON, passage=told.passage)
    meetings, extractions = told.meetings(), told.extractions()
    panels = list(builder.update(meetings, extractions).meetings)
    again = builder.update(meetings, extractions)
    assert all(one is other for one, other in zip(panels, again.meetings, strict=True))


def test_only_the_meetings_a_change_concerns_are_made_again() -> None:
    figures = {"2024-07-18": row("11", "gdp", "2024"), "2024-12-20": row("22", "fta_count", "2024"),
               "2025-01-06": row("33", "gdp", "2024")}  # fmt: skip
    told = Told({day: (Paper(day, TEXT, (figure,)),) for day, figure in figures.items()})
    changed = Paper("2025-01-06", TEXT, (row("44", "gdp", "2024"),)).extraction()
    builder = LedgerBuilder(LEXICON)
    first = list(builder.update(told.meetings(), told.extractions()).meetings)
    second = builder.update(told.meetings(), {**told.extractions(), "2025-01-06": changed}).meetings
    assert [one is other for one, other in zip(first, second, strict=True)] == [False, True, False]
    assert second[2].results[0].value.low == 44


def test_of_the_panels_only_the_last_ones_looked_at_are_kept() -> None:
    days = [f"20{year}-03-0{day}" for year in range(10, 26) for day in range(1, 6)]
    told = Told({day: (Paper(day, TEXT, ()),) for day in days})
    panels = LedgerBuilder(LEXICON).update(told.meetings(), told.extractions()).meetings
    looked = list(panels)
    kept = [one is other for one, other in zip(reversed(looked), reversed(panels), strict=True)]
    assert kept == [True] * KEPT + [False] * (len(days) - KEPT)
    assert list(panels) == looked


def test_panels_are_found_by_place_id_and_slice() -> None:
    panels = seeds().ledger().meetings
    assert panels[1:3] == (panels[1], panels[2])
    assert panels[-1] == list(panels)[-1]
    assert [seeds().ledger().of(each.meeting.id) for each in panels] == list(panels)
    assert seeds().ledger().of("no such meeting") is None


@settings(deadline=None, max_examples=30)
@given(corpora)
def test_the_tallies_count_what_the_panels_hold(told: Told) -> None:
    ledger = told.ledger()
    assert ledger.panels.tallies == {each.meeting.id: Tally.of(each) for each in ledger.meetings}


@settings(deadline=None, max_examples=40)
@given(corpora)
def test_what_decides_is_among_the_answers(told: Told) -> None:
    for target in told.ledger().targets.values():
        deciding = [answer for answer in target.results if answer.decides]
        assert len(deciding) <= 1
        assert deciding or target.status in {"pending", "no_result", "not_measurable"}
        assert all(answer.comparable for answer in deciding)


@settings(deadline=None, max_examples=40)
@given(corpora)
def test_a_target_and_the_meetings_that_answer_it_agree(told: Told) -> None:
    ledger = told.ledger()
    meeting_of = {card.id: panel.meeting.id for panel in ledger.meetings for card in panel.meeting.articles}
    from_targets = {
        (target.id, meeting_of[mention.article], answer.value, answer.period)
        for target in ledger.targets.values() for answer in target.results if answer.comparable
        for mention in answer.mentions if meeting_of[mention.article] != target.meeting
    }  # fmt: skip
    from_meetings = {
        (answer.target, panel.meeting.id, answer.value, answer.period)
        for panel in ledger.meetings for answer in panel.answers if answer.target
    }  # fmt: skip
    assert from_targets == from_meetings


def test_a_meeting_without_its_extraction_is_silent() -> None:
    told = seeds()
    ledger = build(told.meetings(), {}, LEXICON)
    assert [len(panel.results) for panel in ledger.meetings] == [0] * 5


def test_without_the_words_no_claim_is_checked() -> None:
    told = seeds()
    ledger = build(told.meetings(), told.extractions(), LEXICON)
    kinds = {check.kind for panel in ledger.meetings for check in panel.checks}
    assert not kinds & {"multiple", "record"}
    assert "parts" in kinds


def test_nothing_makes_an_empty_ledger() -> None:
    assert build((), {}, LEXICON) == Ledger()


def test_the_collector_is_left_as_it_was() -> None:
    gc.disable()
    try:
        seeds().ledger()
        assert not gc.isenabled()
    finally:
        gc.enable()
    seeds().ledger()
    assert gc.isenabled()
