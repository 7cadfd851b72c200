from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.screens.driving import driven
from tui.config import Config
from tui.errors import ConfigError
from tui.screens.commands import COMMANDS, Command, bindings, keymap, keys_of, known_key, show_key
from tui.screens.help import help_rows
from tui.screens.keytable import keys_page
from tui.words import LANGUAGES, load_words

OWNERS = {
    "app": ["app.BriefingsApp"],
    "browse": ["browse.BrowseScreen"],
    "pane": ["reader.Reader", "rowlist.RowList"],
    "search": ["search.SearchScreen"],
    "matrix": ["matrix.MatrixScreen"],
    "form": ["correct.CorrectScreen", "export.ExportScreen"],
    "dialog": ["dialogs.Dialog", "find.FindScreen"],
}


def test_ids_are_unique() -> None:
    assert len({each.id for each in COMMANDS}) == len(COMMANDS)


@pytest.mark.parametrize("each", COMMANDS, ids=lambda each: each.id)
def test_every_command_does_something_where_its_keys_work(each: Command) -> None:
    for owner in OWNERS[each.scope]:
        module, name = owner.split(".")
        assert hasattr(getattr(importlib.import_module(f"tui.screens.{module}"), name), f"action_{each.id}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_words(language: str) -> None:
    words = load_words(language)
    assert [each.id for each in COMMANDS if not words.has(f"commands.{each.id}")] == []


def test_every_default_key_is_a_key() -> None:
    assert [key for each in COMMANDS for key in each.keys.split(",") if not known_key(key)] == []


def test_no_two_commands_share_a_key_where_both_work() -> None:
    assert keymap(Config(keys={each.id: each.keys for each in COMMANDS})) != {}


def test_bindings_help_and_documentation_agree() -> None:
    words = load_words("en")
    shown = {row.key: row.lines[0][0].text.split() for row in help_rows(words, {}) if not row.heading}
    page = (Path(__file__).parents[2] / "docs" / "keys.md").read_text(encoding="utf-8")
    assert page == keys_page(words), "run python docs/make_keys.py"
    for each in COMMANDS:
        bound = {binding.key for binding in bindings(each.scope) if binding.id == each.id}
        assert bound == {each.keys}
        assert shown[each.id] == [show_key(key) for key in keys_of(each, {})]
        assert f"`{each.id}`" in page


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"next_figur": "n"}, "keys.next_figur is no command; did you mean next_figure?"),
        ({"next_figure": "ctrl+nonsense"}, 'keys.next_figure names "ctrl+nonsense", which is no key'),
        ({"next_figure": "j"}, '"j" would call both keys.next_figure and cursor_down'),
        ({"sort": "escape"}, '"escape" would call both keys.sort and close'),
    ],
)
def test_an_unusable_key_is_told_in_one_sentence(keys: dict[str, str], told: str) -> None:
    with pytest.raises(ConfigError) as refused:
        keymap(Config(keys=keys))
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


async def test_config_gives_a_command_other_keys() -> None:
    async with driven(config=Config(keys={"next_figure": "f8", "quit": "ctrl+q"})) as user:
        assert "f8 số liệu kế" in user.text
        await user.press("n")
        assert "số liệu 0/3" in user.text
        await user.press("f8")
        assert "số liệu 1/3" in user.text


async def test_the_palette_offers_every_command_of_the_main_screen() -> None:
    async with driven() as user:
        offered = {command.title for command in user.app.get_system_commands(user.app.screen)}
        wanted = {each.id for each in COMMANDS if each.scope in {"browse", "app"}} - {"palette"}
        assert offered == {user.app.words(f"commands.{name}") for name in wanted}
        await user.press("ctrl+p")
        await user.type("cách tính")
        assert "cách tính" in user.text


async def test_an_unknown_theme_is_refused_with_those_there_are() -> None:
    from dataclasses import replace

    from tui.config import UiConfig

    with pytest.raises(ConfigError, match="textual-dark"):
        async with driven(config=replace(Config(), ui=UiConfig(theme="midnight"))):
            pass
