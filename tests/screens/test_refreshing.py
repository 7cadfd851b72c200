from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

from textual.events import AppFocus

from tests.screens.driving import driven
from tests.screens.stand_in import StandIn
from tui.config import CacheConfig, Config, CorpusConfig, NotesConfig
from tui.library import Library
from tui.model import Progress, RefreshReport

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TARGET = "Hội nghị sáng 5/3/2025 đề ra mục tiêu tăng trưởng GDP năm 2025 đạt 8%."


class Growing(StandIn):
    """Empty until it is refreshed."""

    def __init__(self) -> None:
        super().__init__(empty=True)

    def refresh(
        self, progress: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int | None = None
    ) -> RefreshReport:
        super().refresh(progress, cancelled, jobs)
        added = 2 if self.empty else 0
        self.empty = False
        return RefreshReport(added, 0, 0, 0)


class Elsewhere(StandIn):
    """Another program refreshes it while nobody looks."""

    def __init__(self) -> None:
        super().__init__(empty=True)

    def changed(self) -> bool:
        self.empty = False
        return True


class Endless(StandIn):
    """Reads until it is told to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.stopped = Event()

    def refresh(
        self, progress: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int | None = None
    ) -> RefreshReport:
        del jobs
        progress(Progress(3, 900, "a"))
        while not cancelled():
            self.stopped.wait(0.001)
        self.stopped.set()
        return RefreshReport(0, 0, 0, 2)


async def test_what_a_refresh_finds_is_shown() -> None:
    async with driven(library=Growing()) as user:
        assert "2 cuộc họp · 2 bài" in user.text
        assert "MỤC TIÊU (1)" in user.text


async def test_what_another_program_found_is_shown_when_the_user_comes_back() -> None:
    async with driven(library=Elsewhere()) as user:
        assert "Chưa có cuộc họp nào." in user.text
        user.app.post_message(AppFocus())
        await user.settle()
        assert "2 cuộc họp · 2 bài" in user.text


async def test_a_refresh_says_how_far_it_has_come_and_can_be_stopped() -> None:
    from tui.screens.app import BriefingsApp

    library = Endless()
    app = BriefingsApp(library, Config())  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        activity = app.screen.query_one("#activity")
        while "3/900" not in str(activity.render()):
            await pilot.pause()
        await pilot.press("n", "escape")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert library.stopped.is_set()
        assert "đã dừng" in str(activity.render())


async def test_the_program_reads_a_folder_and_notices_a_new_article(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(TARGET, encoding="utf-8")
    config = replace(
        Config(),
        corpus=CorpusConfig(paths=(corpus,)),
        cache=CacheConfig(directory=tmp_path / "cache"),
        notes=NotesConfig(directory=tmp_path / "notes"),
    )
    with Library(config) as library:
        async with driven((200, 50), library, config) as user:
            assert "1 cuộc họp · 1 bài" in user.text
            assert "05/03" in user.text
            (corpus / "b.txt").write_text("Ngày 6/6/2025, hội nghị về GDP năm 2025 bàn việc khác.", encoding="utf-8")
            await user.press("f5")
            assert "2 cuộc họp · 2 bài" in user.text
            await user.press("/")
            await user.type("tang truong")
            assert "1 bài" in user.text
            await user.press("enter")
            assert user.main.article is not None
            assert user.main.article.id == "a"
            assert user.main.reader.has_hits
            await user.press("escape", "n", "e", "tab", "tab", "end", "ctrl+u")
            await user.type("2026")
            await user.press("ctrl+s")
            assert "bạn đã sửa" in user.text
            await user.press("u")
            assert "bạn đã sửa" not in user.text
