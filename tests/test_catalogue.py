from __future__ import annotations

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.catalogue import Catalogue, Known, Totals, place_for
from tui.catalogue.packing import pack, unpack, unpack_all
from tui.catalogue.writing import Entry, Writing
from tui.corpus import parse
from tui.errors import CatalogueError, DamagedCatalogueError
from tui.model import (
    Article,
    Bound,
    Card,
    Commitment,
    DateSource,
    Dating,
    Extraction,
    Figure,
    Measure,
    Meeting,
    Paragraph,
    ParagraphKind,
    Problem,
    Role,
    Sentence,
    Span,
    Statement,
    TitleSource,
)

if TYPE_CHECKING:
    from pathlib import Path

spans = st.builds(Span, st.integers(0, 9999), st.integers(0, 9999))
values = st.floats(0, 1e18)
figures = st.builds(
    Figure,
    article=st.text(),
    at=spans,
    source=spans,
    text=st.text(),
    bound=st.sampled_from(get_args(Bound)),
    low=values,
    high=values,
    direction=st.sampled_from(["up", "down", None]),
    unit=st.text(),
    noun=st.text(),
)
statements = st.builds(
    Statement,
    figure=figures,
    quote=spans,
    measure=st.sampled_from(get_args(Measure)),
    role=st.sampled_from(get_args(Role)),
    confidence=st.floats(0, 1),
    corrected=st.booleans(),
)
datings = st.builds(
    Dating,
    date=st.none() | st.dates(),
    source=st.sampled_from(get_args(DateSource)),
    reason=st.text(),
    at=st.none() | spans,
)
cards = st.builds(Card, dating=datings, event=st.frozensets(st.text()))
pairs = st.tuples(st.integers(0, 9999), st.integers(0, 9999))
articles = st.builds(
    Article,
    **dict.fromkeys(("id", "file", "digest", "title", "outlet", "byline", "place", "url", "meeting"), st.text()),
    text=st.just(""),
    shifts=st.lists(pairs).map(tuple),
    title_source=st.sampled_from(get_args(TitleSource)),
    date=st.none() | st.dates(),
    paragraphs=st.lists(st.builds(Paragraph, spans, st.sampled_from(get_args(ParagraphKind)))).map(tuple),
    sentences=st.lists(st.builds(Sentence, spans, st.integers(0, 99))).map(tuple),
)
commitments = st.builds(Commitment, at=spans, source=spans, terms=st.lists(st.text()).map(tuple))


@given(st.lists(statements).map(tuple))
def test_statements_come_back_as_they_were(facts: tuple[Statement, ...]) -> None:
    assert unpack_all(Statement, pack(facts)) == facts


@given(articles)
def test_articles_come_back_as_they_were(article: Article) -> None:
    found = unpack(Article, pack(article))
    assert found == article
    assert all(isinstance(each.at, Span) for each in found.paragraphs)
    assert all(isinstance(each.at, Span) for each in found.sentences)


@given(cards)
def test_cards_come_back_as_they_were(card: Card) -> None:
    assert unpack(Card, pack(card)) == card


@given(st.lists(commitments).map(tuple))
def test_commitments_come_back_as_they_were(facts: tuple[Commitment, ...]) -> None:
    assert unpack_all(Commitment, pack(facts)) == facts


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    made = Catalogue(place_for([tmp_path / "corpus"], tmp_path / "cache"))
    made.prepare()
    return made


def _card(article: str, day: date | None = None) -> Card:
    dating = Dating(day, "stated" if day else "unknown", "vì thế")
    return Card(article, f"{article}.txt", "Tựa", "Báo", "", "", "d", dating, frozenset({"họp"}))


def _article(article: str) -> Article:
    return parse(article, f"{article}.txt", "Tựa\n\nChữ là chữ.".encode())


def _put(writing: Writing, card: Card, position: int = 0) -> None:
    writing.put(
        Known(position, f"/{card.file}", 1, 2, "d"),
        Entry.of(Extraction(card, (), ()), (card.dating,), _article(card.id)),
    )


def _fill(catalogue: Catalogue, *all_cards: Card) -> None:
    with Writing.begin(catalogue) as writing:
        for position, card in enumerate(all_cards):
            _put(writing, card, position)
        writing.put_meetings([Meeting(f"m-{card.id}", card.title, card.dating, (card,)) for card in all_cards])


def test_what_is_written_is_read(catalogue: Catalogue) -> None:
    card = _card("a", date(2025, 7, 22))
    _fill(catalogue, card)
    assert catalogue.article("a") == _article("a")
    assert catalogue.text("a") == _article("a").text
    assert catalogue.passages("a", Dating) == (card.dating,)
    assert catalogue.extraction("a") == Extraction(card, (), ())
    assert catalogue.totals() == Totals(1, 1, 0)
    assert catalogue.known() == {"a": Known(0, "/a.txt", 1, 2, "d")}
    assert catalogue.meetings()[0].meeting.date == date(2025, 7, 22)


def test_an_unknown_article_has_nothing(catalogue: Catalogue) -> None:
    found = (catalogue.article("x"), catalogue.text("x"), catalogue.extraction("x"), catalogue.passages("x", Dating))
    assert found == (None, None, None, ())


def test_reads_that_share_a_connection_see_what_is_written_meanwhile(catalogue: Catalogue) -> None:
    with catalogue.reading(), catalogue.reading():
        assert catalogue.known() == {}
        _fill(catalogue, _card("a"))
        assert list(catalogue.known()) == ["a"]


def test_meetings_are_newest_first_and_undated_last(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("old", date(2024, 1, 1)), _card("new", date(2025, 1, 1)), _card("none"))
    assert [row.meeting.id for row in catalogue.meetings()] == ["m-new", "m-old", "m-none"]


def _fail_to_write(catalogue: Catalogue) -> None:
    with Writing.begin(catalogue) as writing:
        _put(writing, _card("b"), 1)
        raise RuntimeError


def test_a_write_that_fails_leaves_what_was_there(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"))
    before = catalogue.edition()
    with pytest.raises(RuntimeError):
        _fail_to_write(catalogue)
    assert list(catalogue.known()) == ["a"]
    assert catalogue.edition() == before


def test_a_write_without_a_difference_makes_no_generation(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"))
    before = catalogue.edition()
    with Writing.begin(catalogue) as writing:
        writing.move("a", Known(0, "/elsewhere.txt", 1, 3, "d"))
        writing.put_meetings([Meeting("m-a", "Tựa", _card("a").dating, (_card("a"),))])
        writing.put_problems([])
    assert catalogue.edition() == before
    assert catalogue.known()["a"].path == "/elsewhere.txt"


def test_changes_since_an_edition(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"), _card("b"))
    edition = catalogue.edition()
    with Writing.begin(catalogue) as writing:
        writing.remove(["a"])
        _put(writing, _card("c"), 2)
    assert catalogue.changed_since(edition) == (["c"], ["a"])
    assert catalogue.changed_since(catalogue.edition()) == ([], [])
    assert catalogue.changed_since("another:1") is None
    assert catalogue.changed_since("") is None


def test_what_was_made_is_put_aside_for_those_who_would_make_the_same(catalogue: Catalogue) -> None:
    edition, facts = catalogue.edition(), (_card("a"), _card("b"))
    for origin in ("before", "now"):
        with Writing.begin(catalogue) as writing:
            writing.put_made("cards", origin, facts)
    assert catalogue.made("cards", "now", Card) == facts
    assert catalogue.made("cards", "before", Card) is None
    assert catalogue.made("others", "now", Card) is None
    assert catalogue.edition() == edition


def test_an_article_that_comes_to_another_meeting_counts_as_changed(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"), _card("b"))
    edition = catalogue.edition()
    with Writing.begin(catalogue) as writing:
        writing.put_meetings([Meeting("m-a", "Tựa", _card("a").dating, (_card("a"), _card("b")))])
    assert catalogue.changed_since(edition) == (["b"], [])


def test_the_status_of_a_meeting_is_kept(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"))
    with Writing.begin(catalogue) as writing:
        writing.put_tallies({"m-a": (2, 9, 7, "behind")}, "ledger")
    row = catalogue.meetings()[0]
    assert (row.targets, row.results, row.commitments, row.status) == (2, 9, 7, "behind")
    assert catalogue.tallied() == "ledger"


def test_problems_are_kept(catalogue: Catalogue) -> None:
    with Writing.begin(catalogue) as writing:
        writing.put_problems([Problem("x.txt", "Broken.")])
    assert catalogue.problems() == (Problem("x.txt", "Broken."),)


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_the_folder_is_the_users_alone(catalogue: Catalogue) -> None:
    assert catalogue.place.folder.stat().st_mode & 0o777 == 0o700
    assert catalogue.place.catalogue.stat().st_mode & 0o077 == 0


def test_the_same_roots_in_any_order_have_one_place(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert place_for([one, two], tmp_path) == place_for([two, one, one], tmp_path)
    assert place_for([one], tmp_path) != place_for([two], tmp_path)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0 but not really", b"hello" * 1000])
def test_a_damaged_file_is_made_anew(content: bytes, catalogue: Catalogue) -> None:
    catalogue.discard()
    catalogue.place.catalogue.write_bytes(content)
    assert catalogue.prepare() is bool(content)
    assert catalogue.usable()
    assert catalogue.totals() == Totals(0, 0, 0)


def test_another_programs_database_is_made_anew(catalogue: Catalogue) -> None:
    catalogue.discard()
    with sqlite3.connect(catalogue.place.catalogue) as db:
        db.execute("CREATE TABLE theirs (x)")
    db.close()
    assert not catalogue.usable()
    assert catalogue.prepare()
    assert catalogue.usable()


def test_a_damaged_row_says_so(catalogue: Catalogue) -> None:
    _fill(catalogue, _card("a"))
    with catalogue.connect() as db:
        db.execute("UPDATE articles SET card = '[1', layout = x'00'")
    for read in (lambda: catalogue.extraction("a"), lambda: catalogue.article("a")):
        with pytest.raises(DamagedCatalogueError, match="refresh to make it anew"):
            read()


def test_a_writer_that_is_not_patient_does_not_wait(catalogue: Catalogue) -> None:
    with (
        Writing.begin(catalogue),
        pytest.raises(CatalogueError, match="try again"),
        Writing.begin(catalogue, patient=False),
    ):
        pass


def test_many_may_make_the_catalogue_at_once(tmp_path: Path) -> None:
    def make(catalogue: Catalogue, ready: Barrier) -> bool:
        ready.wait()
        return catalogue.prepare()

    with ThreadPoolExecutor(8) as pool:
        for number in range(30):
            catalogue = Catalogue(place_for([tmp_path / f"corpus-{number}"], tmp_path / "cache"))
            ready = Barrier(8)
            assert not any(each.result() for each in [pool.submit(make, catalogue, ready) for _ in range(8)])
            assert catalogue.usable()
