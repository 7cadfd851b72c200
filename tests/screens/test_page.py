from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.screens.stand_in import GROWTH, NEW, OLD, PLEDGE, SIGNED, TARGET
from tui.model import Commitment, Span
from tui.screens.page import lay_out

PAGE = lay_out(NEW, (SIGNED, GROWTH, TARGET), ())
PARAGRAPHS = [NEW.text[slice(*paragraph.at)] for paragraph in NEW.paragraphs]


def test_each_figure_has_its_glyph_before_it() -> None:
    shown = [PAGE.text[mark.start : mark.end] for mark in PAGE.figures]
    assert shown == ["●253", "●7,52%", "▲8,3 - 8,5%"]


def test_paragraphs_stay_whole() -> None:
    blocks = [PAGE.plain(block.start, block.end) for block in PAGE.blocks]
    assert blocks == [text for text in PARAGRAPHS if text != "![]() |"]


def test_what_is_left_of_pictures_is_not_shown_but_captions_are() -> None:
    assert "![]() |" in PARAGRAPHS
    kinds = {PAGE.plain(block.start, block.end): block.kind for block in PAGE.blocks}
    assert "![]() |" not in kinds
    assert "caption" in kinds.values()


def test_figures_keep_the_numbers_of_their_statements() -> None:
    assert [mark.number for mark in lay_out(NEW, (TARGET, SIGNED), ()).figures] == [1, 0]


def test_the_first_of_two_overlapping_figures_is_marked() -> None:
    inner = replace(TARGET, figure=replace(TARGET.figure, at=Span(TARGET.figure.at.start + 2, TARGET.figure.at.end)))
    assert len(lay_out(NEW, (TARGET, inner), ()).figures) == 1


def test_a_commitment_is_marked_where_it_starts() -> None:
    page = lay_out(OLD, (), (PLEDGE,))
    assert page.text[page.marks[0].start :].startswith("○bước vào đại hội XIV")


def test_a_commitment_never_splits_a_figure() -> None:
    at = Span(TARGET.figure.at.start + 4, TARGET.figure.at.end + 20)
    inside: Commitment = replace(PLEDGE, at=at)
    assert [mark.kind for mark in lay_out(NEW, (TARGET,), (inside,)).marks] == ["target"]


@given(st.integers(0, len(NEW.text) - 1))
def test_every_character_is_found_on_the_page_and_back(index: int) -> None:
    place = PAGE.place(index)
    assert PAGE.text[place] == NEW.text[index]
    assert PAGE.origin(place) == index


@given(st.integers(0, len(PAGE.text)), st.integers(0, len(PAGE.text)))
def test_what_is_copied_is_what_the_article_says(first: int, second: int) -> None:
    start, end = sorted((first, second))
    assert PAGE.plain(start, end) == NEW.text[PAGE.origin(start) : PAGE.origin(end)]
