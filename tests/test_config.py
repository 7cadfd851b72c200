from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import tomli

from tui.config import Config, find_config, known_keys, load_config, parse_config
from tui.errors import ConfigError

SHIPPED = Path(__file__).parent.parent / "config.toml"
OPEN_TABLES = {"ledger.weights", "keys", "searches"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "seeds").mkdir()
    return tmp_path


def _written() -> set[str]:
    data = tomli.loads(SHIPPED.read_text(encoding="utf-8"))
    open_tables = {table for table in OPEN_TABLES if "." not in table and table in data}
    inner = {f"{table}.{key}" for table, values in data.items() if table not in OPEN_TABLES for key in values}
    return open_tables | inner


def test_the_shipped_file_holds_every_setting_and_no_other() -> None:
    assert _written() == set(known_keys())


def test_the_shipped_file_holds_the_defaults(folder: Path) -> None:
    assert parse_config(SHIPPED.read_text(encoding="utf-8"), folder / "config.toml") == parse_config(
        "", folder / "config.toml"
    )


def test_every_setting_has_a_comment() -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for above, line in pairwise(lines):
        if " = " in line and not line.startswith("#"):
            assert above.startswith("#") or " = " in above, line


def test_without_a_file_the_defaults_start_from_the_working_folder(folder: Path) -> None:
    config = load_config(None, {}, folder)
    assert config.file is None
    assert config.corpus.paths == (folder / "seeds",)


def test_the_first_file_found_is_used(folder: Path) -> None:
    in_user = folder / "xdg" / "briefings" / "config.toml"
    in_user.parent.mkdir(parents=True)
    in_user.touch()
    assert find_config(None, {}, folder) == in_user
    in_cwd = folder / "config.toml"
    in_cwd.touch()
    assert find_config(None, {}, folder) == in_cwd
    named = folder / "named.toml"
    named.touch()
    assert find_config(None, {"BRIEFINGS_CONFIG": "named.toml"}, folder) == named
    explicit = folder / "explicit.toml"
    explicit.touch()
    assert find_config(explicit, {"BRIEFINGS_CONFIG": "named.toml"}, folder) == explicit


def test_a_named_file_that_does_not_exist_is_an_error(folder: Path) -> None:
    with pytest.raises(ConfigError, match=r"gone\.toml: there is no such config file; correct --config"):
        load_config(folder / "gone.toml", {}, folder)


def test_values_are_read(folder: Path) -> None:
    text = """
    [corpus]
    paths = ["seeds"]
    [ui]
    language = "en"
    [ledger.weights]
    gdp = { S1 = 0.467 }
    [keys]
    "figure.next" = ["n", "f"]
    quit = "q"
    [searches]
    "tăng trưởng" = "indicator:gdp"
    """
    config = parse_config(text, folder / "config.toml")
    assert config.corpus.paths == (folder / "seeds",)
    assert config.ui.language == "en"
    assert config.ledger.weights["gdp"]["S1"] == 0.467
    assert dict(config.keys) == {"figure.next": "n,f", "quit": "q"}
    assert dict(config.searches) == {"tăng trưởng": "indicator:gdp"}
    assert config.search == Config().search


REFUSED = [
    ("[serach]\nlimit = 3", "line 1: unknown setting serach; did you mean search?"),
    ("[search]\n\nlimt = 3", "line 3: unknown setting search.limt; did you mean search.limit?"),
    ("zzzzzzzz = 1", "unknown setting zzzzzzzz; known are "),
    ("[search]\nlimit = 3000", "line 2: search.limit must be a whole number from 1 to 1000, not 3000."),
    ("[search]\nlimit = true", "search.limit must be a whole number from 1 to 1000, not true."),
    ("[search]\nrecency = 1.5", "search.recency must be a number from 0 to 1, not 1.5."),
    ('[ui]\nlanguage = "fr"', 'ui.language must be one of "vi", "en", not "fr".'),
    ('[ui]\ntheme = ""', "ui.theme must be a text that is not empty"),
    ('[corpus]\npaths = "seeds"', "corpus.paths must be a list of paths"),
    ('[corpus]\npaths = ["nowhere"]', "nowhere, which does not exist"),
    ("corpus = 3", "corpus must be a table, not 3."),
    ('[lexicon]\nextra = "nowhere.toml"', "nowhere.toml, which is no file"),
    ("[ledger.weights]\ngdp = { S3 = 0.5 }", "ledger.weights.gdp.S3 is not a part of a year"),
    ("[ledger.weights.gdp]\nS1 = 47", "line 2: ledger.weights.gdp.S1 must be a number from 0 to 1, not 47."),
    ('[keys]\n"quit" = []', "keys.quit must be a key or a list of keys"),
    ("[searches]\nx = 1", "searches.x must be a text"),
    ("[ui\n", "is not valid TOML"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_cannot_be_used_is_refused_in_one_sentence(text: str, message: str, folder: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, folder / "config.toml")
    assert message in str(caught.value)
    assert str(folder / "config.toml") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "config.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="cannot be read as UTF-8"):
        load_config(None, {}, folder)
