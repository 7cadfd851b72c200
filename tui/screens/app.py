"""The Textual application: themes, keys and the first screen; all else is loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand

from tui.errors import ConfigError, Sayable
from tui.screens.browse import BrowseScreen
from tui.screens.commands import COMMANDS, bindings, keymap, keys_of, show_key
from tui.words import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from textual.binding import BindingType
    from textual.screen import Screen

    from tui.config import Config
    from tui.library import Library


class BriefingsApp(App[None]):
    """Shows a library; a `ConfigError` for keys or a theme that cannot be used."""

    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    TITLE = "Briefings"
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (81, "-medium"), (110, "-wide")]  # noqa: RUF012 - as Textual has it
    COMMAND_PALETTE_BINDING = "f1"

    def __init__(self, library: Library, config: Config, session: Path | None = None) -> None:
        """`session`: the file that carries places and searches from run to run; None for none."""
        keys = keymap(config)
        self.library = library
        self.config = config
        self._session = session
        super().__init__()
        self.words = load_words(config.ui.language)
        self._use_theme(config.ui.theme)
        self.set_keymap(keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The widths of the side panes, for the style sheet."""
        return {"list-width": str(self.config.ui.list_width), "panel-width": str(self.config.ui.panel_width)}

    def get_default_screen(self) -> Screen[None]:
        """The three panes."""
        return BrowseScreen(self.library, self.words, self.config, self._session)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The commands that work on `screen`, in the user's language, with their keys."""
        for each in COMMANDS:
            owner = self if each.scope == "app" else screen
            if each.scope in {"app", "browse"} and hasattr(owner, f"action_{each.id}") and each.id != "palette":
                keys = " ".join(show_key(key) for key in keys_of(each, self.config.keys))
                yield SystemCommand(
                    self.words(f"commands.{each.id}"), keys, lambda each=each, owner=owner: self._call(each.id, owner)
                )

    def on_app_focus(self) -> None:
        """Look for changes when the user comes back to the terminal."""
        main = self.screen_stack[0]
        if isinstance(main, BrowseScreen):
            main.notice_changes()

    def action_palette(self) -> None:
        """Offer all commands by name."""
        from textual.command import CommandPalette

        if not CommandPalette.is_open(self):  # type: ignore[arg-type]
            self.push_screen(CommandPalette(id="--command-palette", placeholder=self.words("screen.palette")))

    def action_toggle_theme(self) -> None:
        """Change between dark and light."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"

    async def action_quit(self) -> None:
        """Leave by the main screen, whatever stands over it."""
        main = self.screen_stack[0]
        if isinstance(main, BrowseScreen):
            main.action_quit()

    async def _call(self, name: str, owner: BriefingsApp | Screen[object]) -> None:
        await self.run_action(name, owner)

    def _use_theme(self, theme: str) -> None:
        if theme not in self.available_themes:
            allowed = ", ".join(sorted(self.available_themes))
            file = self.config.file or "config.toml"
            template = '{file}: ui.theme must be one of {allowed}, not "{theme}".'
            raise ConfigError(Sayable("no_theme", template, file=file, allowed=allowed, theme=theme))
        self.theme = theme
