from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.screens.driving import SIZES, driven
from tests.screens.stand_in import NEW, OLD, StandIn
from tui.config import Config
from tui.errors import NotesError

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("size", SIZES)
async def test_search_shows_hits_while_typing_and_opens_one_at_the_match(size: tuple[int, int]) -> None:
    async with driven(size) as user:
        await user.press("/")
        await user.type("XIV")
        assert "1 bài" in user.text
        assert "20/12/2024" in user.text
        await user.press("enter")
        assert user.main.article is not None
        assert user.main.article.id == OLD.id
        assert "chỗ khớp 1/" in user.text
        assert user.main.query_text == "XIV"
        await user.press("escape")
        assert "chỗ khớp" not in user.text
        await user.press("backspace")
        assert user.main.article.id == NEW.id


async def test_n_walks_the_hits_while_there_is_a_query() -> None:
    async with driven() as user:
        await user.press("/")
        await user.type("ngoại giao kinh tế")
        await user.press("enter", "n")
        assert "chỗ khớp 2/" in user.text
        await user.press("N")
        assert "chỗ khớp 1/" in user.text
        await user.press("escape", "n")
        assert "số liệu" in user.text


async def test_search_keys_move_order_and_recall() -> None:
    library = StandIn()
    config = replace(Config(), searches={"tăng trưởng": "tang truong role:target"})
    library.config = config
    async with driven(library=library, config=config) as user:
        await user.press("/")
        assert "tang truong role:target" in user.text
        await user.type("meet")
        assert "tab: meeting:" in user.text
        await user.press("tab")
        assert user.app.screen.query_one("#query").value == "meeting:"  # type: ignore[attr-defined]
        await user.press("ctrl+u")
        await user.type("kinh tế")
        await user.press("ctrl+t")
        assert library.searched[-1] == ("kinh tế", "date")
        assert "mới nhất trước" in user.text
        await user.press("down", "enter")
        assert user.main.article is not None
        assert user.main.article.id == OLD.id
        await user.press("/", "ctrl+u", "ctrl+r")
        assert user.app.screen.query_one("#query").value == "kinh tế"  # type: ignore[attr-defined]


async def test_words_are_found_in_the_article_while_typing() -> None:
    async with driven() as user:
        await user.press("ctrl+f")
        await user.type("doanh nghiep")
        assert " chỗ" in user.text
        await user.press("enter")
        assert "chỗ khớp 1/" in user.text
        await user.press("escape")
        assert "chỗ khớp" not in user.text


async def test_leaving_find_unmarks() -> None:
    async with driven() as user:
        await user.press("ctrl+f")
        await user.type("kinh")
        await user.press("escape")
        assert not user.main.reader.has_hits


async def test_a_working_opens_with_formula_inputs_and_assumptions() -> None:
    async with driven() as user:
        await user.press("3", "d")
        assert "g2 = (g - w*g1) / (1 - w)" in user.text
        assert "g1 = 7,52 %" in user.text
        assert "giả định: w = 0,5 · các tháng như nhau" in user.text
        await user.press("j", "j", "j", "enter")
        assert user.main.statement is not None
        assert user.main.statement.figure.text == "7,52%"


async def test_the_matrix_sets_indicators_against_meetings() -> None:
    async with driven() as user:
        await user.press("m")
        assert "●253 (6T đầu 2025)" in user.text
        assert "●> 170 (2024)" in user.text
        assert "▲8,3 – 8,5 % ↘ chậm" in user.text
        await user.press("s", "s")
        assert "xếp theo trạng thái" in user.text
        assert user.text.index("GDP (tăng giảm)") < user.text.index("Thỏa thuận được ký  ")
        await user.press("j", "right", "right", "enter")
        assert user.main.article is not None
        assert user.main.article.id == OLD.id


async def test_the_chart_keeps_apart_what_cannot_be_compared() -> None:
    async with driven() as user:
        await user.press("n", "v")
        lines = [line for line in user.lines if "█" in line or "┄" in line]
        assert "253" in lines[0]
        assert "┄" in lines[1]
        assert "> 170" in lines[2]
        assert lines[0].count("█") > lines[2].count("█")


async def test_a_chart_fits_a_narrow_screen() -> None:
    async with driven((46, 24)) as user:
        await user.press("n", "v")
        assert "●253" in user.text
        assert "▲8,3 – 8,5 %" in user.text


async def test_a_correction_is_kept_and_shown() -> None:
    library = StandIn()
    async with driven(library=library) as user:
        await user.press("n", "e", "tab", "tab", "ctrl+u", "end", "ctrl+u")
        await user.type("2024")
        await user.press("ctrl+s")
        assert library.corrected[0][1] == {"period": "2024"}
        assert "bạn đã sửa" in user.text
        await user.press("u")
        assert "Đã hoàn tác" in user.text


async def test_a_row_of_the_panel_is_corrected_at_its_figure() -> None:
    library = StandIn()
    async with driven(library=library) as user:
        await user.press("n", "3", "e")
        assert re.search("giá trị từ +8,3 ", user.text)
        await user.press("tab", "tab", "end", "ctrl+u")
        await user.type("2026")
        await user.press("ctrl+s")
        said, changes = library.corrected[0]
        assert said.role == "target"
        assert changes == {"period": "2026"}
        await user.press("backspace")
        assert user.main.pane == "panel"


async def test_a_period_that_is_none_is_refused_in_words() -> None:
    library = StandIn()
    async with driven(library=library) as user:
        await user.press("n", "e", "tab", "tab", "end", "ctrl+u")
        await user.type("năm ngoái")
        await user.press("enter")
        assert "“năm ngoái” không phải một kỳ" in user.text
        assert library.corrected == []


class Strict(StandIn):
    """Refuses all corrections."""

    def correct(self, said: Any, **changes: object) -> None:
        raise NotesError(f"{said.figure.text}: [no] {sorted(changes)}.")


async def test_a_refused_correction_stays_in_the_form() -> None:
    async with driven(library=Strict()) as user:
        await user.press("n", "e", "tab", "tab", "end", "ctrl+u")
        await user.type("2024")
        await user.press("enter")
        assert "253: [no] ['period']." in user.text


async def test_the_comparison_is_written_once_and_overwritten_only_when_asked_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    library = StandIn()
    file = tmp_path / "briefings-2025-07-22.md"
    async with driven((200, 60), library) as user:
        await user.press("x", "ctrl+s")
        assert file.read_text(encoding="utf-8") == "md: 2025-07-22\n"
        file.write_text("mine", encoding="utf-8")
        await user.press("x", "ctrl+s")
        assert "đã có" in user.text
        assert file.read_text(encoding="utf-8") == "mine"
        await user.press("ctrl+s")
        assert file.read_text(encoding="utf-8") == "md: 2025-07-22\n"


async def test_all_meetings_are_written_with_their_series(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    library = StandIn()
    async with driven((200, 60), library) as user:
        await user.press("x")
        user.app.screen.query_one("#all").value = True  # type: ignore[attr-defined]
        await user.press("ctrl+s")
        assert library.exported == [((), "md")]


async def test_the_best_hit_is_chosen_whatever_was_found_while_typing() -> None:
    async with driven() as user:
        await user.press("/")
        await user.type("XIV")
        await user.press("ctrl+u")
        await user.type("kinh tế")
        await user.press("enter")
        assert user.main.article is not None
        assert user.main.article.id == NEW.id


async def test_n_walks_where_the_words_of_a_query_stand_together() -> None:
    async with driven() as user:
        await user.press("/")
        await user.type("tăng trưởng")
        await user.press("enter")
        stops = user.main.reader.stops
        assert {user.main.reader.page.text[slice(*stop)].lower() for stop in stops} == {"tăng trưởng"}
        assert "“tăng trưởng” · esc bỏ tô" in user.text


async def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with driven((200, 60)) as user:
        await user.press("x")
        (tmp_path / "no").write_text("a file, no folder", encoding="utf-8")
        user.app.screen.query_one("#file").value = str(tmp_path / "no" / "x.md")  # type: ignore[attr-defined]
        await user.press("ctrl+s")
        assert "không ghi được" in user.text


async def test_articles_alike_are_listed_and_opened() -> None:
    async with driven() as user:
        await user.press("M", "j", "enter")
        assert user.main.article is not None
        assert user.main.article.id == OLD.id


async def test_all_keys_are_shown() -> None:
    async with driven((120, 60)) as user:
        await user.press("?")
        assert "Các phím" in user.text
        assert "số liệu kế" in user.text
        await user.press("escape")
        assert "Các phím" not in user.text


async def test_q_leaves() -> None:
    async with driven() as user:
        await user.press("q")
        assert not user.app.is_running or user.app._exit
