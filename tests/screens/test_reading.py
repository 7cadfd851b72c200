from __future__ import annotations

from dataclasses import replace

import pytest
from textual.geometry import Offset
from textual.selection import Selection

from tests.screens.driving import SIZES, driven
from tests.screens.stand_in import NEW, OLD, StandIn
from tui.config import Config, UiConfig
from tui.corpus import parse
from tui.model import Problem


@pytest.mark.parametrize("size", SIZES)
async def test_the_newest_meeting_is_open_and_its_figures_are_walked(size: tuple[int, int]) -> None:
    async with driven(size) as user:
        assert "2 cuộc họp · 2 bài · 4 số liệu" in user.text
        await user.press("n")
        assert "●253" in user.text
        assert "● kết quả · 253 · Thỏa thuận được ký" in user.text
        assert "vì có chữ «đạt» · tin cậy 90 %" in user.text
        await user.press("n", "n")
        assert "▲ mục tiêu · 8,3 – 8,5 % · GDP" in user.text
        await user.press("N")
        assert user.main.statement is not None
        assert user.main.statement.figure.text == "7,52%"


async def test_wide_shows_three_panes_medium_two_narrow_one() -> None:
    async with driven((120, 40)) as user:
        assert all(word in user.text for word in ("Cuộc họp", "▌22/07", "Chiều tối 22/7", "MỤC TIÊU (1)"))
        await user.resize(100, 30)
        assert "▌22/07" in user.text
        assert "MỤC TIÊU (1)" not in user.text
        await user.press("3")
        assert "MỤC TIÊU (1)" in user.text
        assert "22/07 Đẩy" not in user.text
        assert "Chiều tối 22/7" in user.text
        await user.resize(80, 24)
        assert "MỤC TIÊU (1)" in user.text
        assert "Chiều tối 22/7" not in user.text
        await user.press("2")
        assert "Chiều tối 22/7" in user.text
        assert "MỤC TIÊU (1)" not in user.text


@pytest.mark.parametrize("size", [(1, 1), (8, 3), (20, 6), (39, 10)])
async def test_a_tiny_terminal_is_survived(size: tuple[int, int]) -> None:
    async with driven(size) as user:
        await user.press("n", "tab", "tab", "j", "G", "slash", "a", "escape", "question_mark", "escape")
        await user.resize(120, 40)
        assert "MỤC TIÊU (" in user.text


async def test_the_panel_says_what_is_known_of_a_target() -> None:
    async with driven() as user:
        for words in ("▲8,3 – 8,5 %", "●7,52 % (6T đầu 2025)", "0,78 – 0,98 điểm %", "9,08 – 9,48 %", "↘ CHẬM"):
            assert words in user.text
        assert "(w\u00a0=\u00a00,5, giả định)" in user.text
        assert "Không có cam kết nào" in user.text
        assert "✗ không khớp" in user.text


async def test_a_row_leads_to_its_sentence_and_back() -> None:
    async with driven() as user:
        await user.press("3", "j", "enter")
        assert user.main.pane == "reader"
        assert user.main.statement is not None
        assert user.main.statement.figure.text == "7,52%"
        await user.press("backspace")
        assert user.main.pane == "panel"
        assert user.main.reader.scroll_offset.y == 0


async def test_a_row_leads_into_another_meeting_and_back() -> None:
    async with driven() as user:
        await user.press("j", "3")
        assert "Không có mục tiêu bằng số" in user.text
        while user.main.panel.row and not hasattr(user.main.panel.row.about, "grade"):
            await user.press("j")
        await user.press("enter")
        assert user.main.article is not None
        assert user.main.article.id == NEW.id
        assert "22/07" in user.main.meeting_list.row.key.replace("2025-07-22", "22/07")  # type: ignore[union-attr]
        await user.press("ctrl+o")
        assert user.main.article.id == OLD.id


async def test_a_figure_leads_to_its_row_in_the_panel() -> None:
    async with driven() as user:
        await user.press("2", "n", "enter")
        assert user.main.pane == "panel"
        assert user.main.panel.row is not None
        assert "Thỏa thuận được ký" in user.main.panel.row.lines[0][0].text


async def test_headings_fold() -> None:
    async with driven() as user:
        await user.press("3", "g", "enter")
        assert "▸ MỤC TIÊU (1)" in user.text
        assert "CHẬM" not in user.text.split("22/07")[-1].split("MỤC TIÊU (1)")[-1]
        await user.press("enter")
        assert "▾ MỤC TIÊU (1)" in user.text


async def test_follow_ups_are_accepted_and_rejected_by_one_key() -> None:
    library = StandIn()
    async with driven(library=library) as user:
        await user.press("j", "3", "j", "j", "j")
        assert "? đề xuất: đã có con số" in user.text
        assert "a nhận" in user.text
        await user.press("a")
        assert "✓ đã nhận" in user.text
        await user.press("r")
        assert "✗ đã bỏ" in user.text
        await user.press("r")
        assert "? đề xuất" in user.text
        assert list(library.decisions.values()) == [None]


async def test_meetings_are_stepped_through_from_any_pane() -> None:
    async with driven() as user:
        await user.press("2", "]")
        assert user.main.article is not None
        assert user.main.article.id == OLD.id
        assert "○bước vào đại hội XIV" in user.main.reader.page.text
        await user.press("[")
        assert user.main.article.id == NEW.id


async def test_the_selection_is_copied_without_signs_and_breaks() -> None:
    async with driven((90, 30)) as user:
        await user.press("n")
        reader = user.main.reader
        line = next(y for y in range(200) if "●253" in "".join(each.text for each in reader.render_line(y)))
        top = reader.scroll_offset.y
        found = reader.get_selection(Selection(Offset(0, line + top), Offset(5, line + top + 2)))
        assert found is not None
        assert "ký kết 253 thỏa thuận hợp tác" in found[0]
        assert "\n" not in found[0]


async def test_a_click_on_a_figure_makes_it_current() -> None:
    async with driven() as user:
        await user.press("n", "n")
        reader = user.main.reader
        here = next(
            (x, y)
            for y in range(reader.size.height)
            for x in [("".join(each.text for each in reader.render_line(y))).find("●253")]
            if x >= 0
        )
        await user.click("#reader", (here[0] + 2, here[1]))
        assert user.main.statement is not None
        assert user.main.statement.figure.text == "253"


async def test_the_sentence_is_copied_with_its_source() -> None:
    async with driven() as user:
        await user.press("n", "n", "y")
        assert user.app.clipboard.startswith("“Tăng trưởng GDP 6 tháng đầu năm 2025 đạt 7,52%")
        assert user.app.clipboard.endswith("22/07/2025 (năm suy ra))")


async def test_roles_are_told_without_colours() -> None:
    async with driven() as user:
        await user.press("n")
        assert user.looks_of("●253", "reader").reverse
        target, result = user.main.reader.styled("target"), user.main.reader.styled("result")
        assert (target.underline, target.bold) == (True, True)
        assert (result.underline, result.bold) == (None, True)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
async def test_themes_differ_in_colours_only(theme: str) -> None:
    async with driven(config=replace(Config(), ui=UiConfig(theme=theme))) as user:
        before = user.text
        await user.press("T")
        assert user.text == before
        assert user.looks_of("CHẬM", "panel").bold


async def test_an_empty_corpus_explains_itself() -> None:
    async with driven(library=StandIn(empty=True)) as user:
        assert "Chưa có cuộc họp nào." in user.text
        assert "corpus.paths" in user.text
        await user.press("n", "enter", "3", "d", "e", "x", "y", "m", "escape", "v", "escape", "p", "backspace", "u")
        assert "Chưa có cuộc họp nào." in user.text


async def test_problems_are_told_and_listed() -> None:
    library = StandIn(problems=(Problem("hỏng.pdf", "Không đọc được [tệp]; hãy xóa."),))
    async with driven(library=library) as user:
        assert "! 1 vấn đề" in user.text
        await user.press("!")
        assert "hỏng.pdf" in user.text
        assert "Không đọc được [tệp]; hãy xóa." in user.text


class Hostile(StandIn):
    """Serves an article that looks like markup and control sequences."""

    ARTICLE = parse(
        NEW.id,
        "x.txt",
        "[bold red]Tăng[/] [link=x]253[/link] \x1b[2J\x1b]0;x\x07 $text-error {n} %s \\[ @click\u202e\n"
        "漢字 😀 e\u0301\n".encode(),
    )

    def article(self, name: str) -> object:
        return self.ARTICLE if name == NEW.id else super().article(name)

    def statements(self, name: str) -> tuple[object, ...]:
        return () if name == NEW.id else super().statements(name)


async def test_an_article_is_text_and_nothing_else() -> None:
    async with driven(library=Hostile()) as user:
        assert "[bold red]Tăng[/] [link=x]253[/link]" in user.text
        assert "$text-error {n} %s \\[ @click" in user.text
        assert not any(ord(char) < 32 or ord(char) == 0x7F for line in user.lines for char in line)
        assert "漢字 😀 é" in user.text


class Failing(StandIn):
    """Cannot compare."""

    def panel(self, meeting: str) -> object:
        raise RuntimeError(f"[no] ledger for {meeting}")


async def test_a_task_that_breaks_is_told_and_the_rest_goes_on() -> None:
    async with driven(library=Failing()) as user:
        assert "[no] ledger" in user.text.replace("\n", " ")
        await user.press("n")
        assert "●253" in user.text
