"""The terminal screens: the only part of the program that knows Textual."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.config import Config
    from tui.library import Library


def browse(library: Library, config: Config) -> None:
    """Show `library` until the user quits; a `ConfigError` for keys or a theme that cannot be used."""
    from tui.screens.app import BriefingsApp

    BriefingsApp(library, config).run()
