# ruff: noqa: INP001 - a script beside the pages it writes
"""Write docs/briefings.svg, the picture of the README, from the program over seeds/: `python docs/make_picture.py`."""

from __future__ import annotations

import asyncio
import re
import tempfile
from pathlib import Path

from tui.config import CacheConfig, Config, CorpusConfig, NotesConfig
from tui.library import Library
from tui.screens.app import BriefingsApp

_ROOT = Path(__file__).resolve().parents[1]
_SIZE = (132, 40)
_KEYS = ("3", "enter")
"""Goes from the first target in the panel to its sentence."""


async def draw(folder: Path) -> str:
    """The screen as SVG after some keys, everything kept under `folder`."""
    config = Config(
        corpus=CorpusConfig(paths=(_ROOT / "seeds",)),
        cache=CacheConfig(directory=folder / "cache"),
        notes=NotesConfig(directory=folder / "notes"),
    )
    with Library(config) as library:
        library.refresh(lambda _progress: None, lambda: False)
        app = BriefingsApp(library, config)
        async with app.run_test(size=_SIZE) as pilot:
            await pilot.pause()
            await app.workers.wait_for_complete()
            for key in _KEYS:
                await pilot.press(key)
            await pilot.pause()
            return without_fonts(app.export_screenshot(title="briefings seeds", simplify=True))


def without_fonts(picture: str) -> str:
    """The picture in the reader's own fonts: nothing is fetched from anywhere to show it."""
    own = re.sub(r"@font-face\s*\{[^}]*\}\s*|<!--.*?-->\s*", "", picture)
    return re.sub(r"font-family:[^;}]*", "font-family: monospace", own)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        picture = asyncio.run(draw(Path(name)))
    Path(__file__).with_name("briefings.svg").write_text(picture, encoding="utf-8")
