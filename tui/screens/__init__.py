"""The terminal screens: the only part of the program that knows Textual."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Config
    from tui.library import Library


def browse(library: Library, config: Config, *, headless: bool = False) -> None:
    """Show `library` until the user quits; a `ConfigError` for keys or a theme that cannot be used."""
    # Collecting what the imports left behind takes a tenth of the time to the first frame, and frees nothing
    gc.disable()  # until `BrowseScreen.start`
    from tui.screens.app import BriefingsApp
    from tui.screens.session import session_file

    BriefingsApp(library, config, session_file()).run(headless=headless)
