from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.screens.driving import driven
from tests.screens.snapshots import check, draw


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("main-80x24", (80, 24), ("2", "n")),
        ("main-120x40", (120, 40), ("n", "n")),
        ("panel-80x24", (80, 24), ("3",)),
        ("working-80x24", (80, 24), ("3", "d")),
        ("help-120x40", (120, 40), ("?",)),
    ],
)
async def test_a_screen_looks_as_stored(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    async with driven(size) as user:
        await user.press(*keys)
        check(name, user.app.screen._compositor.render_strips())


async def test_search_looks_as_stored() -> None:
    async with driven() as user:
        await user.press("/")
        await user.type("kinh tế")
        check("search-120x40", user.app.screen._compositor.render_strips())


def test_a_stored_screen_tells_words_styles_and_colours_but_no_shades() -> None:
    one = [[Segment("ab", Style(bold=True, color="red")), Segment("  ", Style(color="blue", bgcolor="green"))]]
    other = [[Segment("ab", Style(bold=True, color="blue")), Segment("  ", Style(color="red", bgcolor="red"))]]
    plain = [[Segment("ab", Style(color="red")), Segment("  ", Style(bgcolor="green"))]]
    assert draw(one) == draw(other) == "ab\n\n  0 2:c0+bold 2:g1\n"
    assert draw(one) != draw(plain)
