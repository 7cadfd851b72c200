"""Whatever changes, the ledger kept up to date is the one built anew."""

from __future__ import annotations

import gc

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ledger.seeds import seeds
from tests.ledger.told import LEXICON, Paper, Told, row
from tui.ledger import LedgerBuilder, build
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
    first = builder.update(meetings, extractions)
    again = builder.update(meetings, extractions)
    assert all(one is other for one, other in zip(first.meetings, again.meetings, strict=True))
    assert all(first.targets[key] is again.targets[key] for key in first.targets)


def test_only_the_meetings_a_change_concerns_are_made_again() -> None:
    told = seeds()
    builder = LedgerBuilder(LEXICON, passage=told.passage)
    first = builder.update(told.meetings(), told.extractions())
    changed = {**told.extractions(), "003": Paper("003", "Có 37 việc.", (
        row("37", "high_level_activities", "2024-01-01/2024-07-18"),), "Báo 003").extraction()}  # fmt: skip
    second = builder.update(told.meetings(), changed)
    same = [one.results is other.results for one, other in zip(first.meetings, second.meetings, strict=True)]
    assert same[0] is True
    assert same[1] is False
    assert second.meetings[1].results[0].value.low == 37


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
