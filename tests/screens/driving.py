"""Driving the program as a user does: keys in, the words on the screen out."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from tests.screens.stand_in import StandIn
from tui.config import Config
from tui.screens.app import BriefingsApp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from rich.style import Style
    from textual.pilot import Pilot

    from tui.screens.browse import BrowseScreen

SIZES = ((80, 24), (120, 40), (200, 60))


class Driver:
    """A running program."""

    def __init__(self, app: BriefingsApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def main(self) -> BrowseScreen:
        """The main screen, whatever stands over it."""
        return self.app.screen_stack[0]  # type: ignore[return-value]

    @property
    def lines(self) -> list[str]:
        """What the screen shows."""
        return ["".join(segment.text for segment in strip) for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """What the screen shows, as one text."""
        return "\n".join(line.rstrip() for line in self.lines)

    async def settle(self) -> None:
        """Wait until nothing is left to be done."""
        await self._pilot.pause()
        while not self.main.painted:
            await self._pilot.pause()
        while self.app.workers:
            await self.app.workers.wait_for_complete()
            await self._pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, each when the one before has had its effect."""
        for key in keys:
            await self._pilot.press(key)
            await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        for char in text:
            await self._pilot.press("space" if char == " " else char)
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, selector: str, offset: tuple[int, int]) -> None:
        """Click into a widget."""
        await self._pilot.click(selector, offset=offset)
        await self.settle()

    def looks_of(self, words: str, pane: str) -> Style:
        """The style in which `words` are drawn in a pane."""
        widget = self.main.query_one(f"#{pane}")
        for y in range(widget.size.height):
            for segment in widget.render_line(y):
                if words in segment.text:
                    assert segment.style is not None
                    return segment.style
        raise AssertionError(f"{words!r} is not on the screen:\n{self.text}")


@asynccontextmanager
async def driven(
    size: tuple[int, int] = (120, 40), library: Any = None, config: Config | None = None, session: Path | None = None
) -> AsyncIterator[Driver]:
    """The program over a library, with everything done that it starts with."""
    app = BriefingsApp(library or StandIn(), config or Config(), session)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver
