"""Settings: `config.toml` read into frozen dataclasses; each field carries its default and what is allowed.

A setting that cannot be used is a `ConfigError` of one sentence: file, line, key, what is allowed.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import Field, field, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import tomli

from tui import settings
from tui.errors import ConfigError, Sayable, did_you_mean
from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "config.toml"
VARIABLE = "BRIEFINGS_CONFIG"

_EMPTY: Mapping[str, Any] = MappingProxyType({})


def _setting(rule: settings.Rule, default: Any) -> Any:
    return field(default_factory=lambda: default, metadata={"rule": rule})


@fact
class CorpusConfig:
    """Where the articles are.

    paths: files and folders; relative to the config file
    jobs: processes that read changed articles; 0 for all cores
    """

    paths: tuple[Path, ...] = _setting(settings.existing_paths, ("seeds",))
    jobs: int = _setting(settings.whole(0, 256), 0)


@fact
class UiConfig:
    """What the screen looks like.

    language: of the interface
    theme: name of a Textual theme
    list_width, panel_width: of the side panes on a wide terminal, in columns
    """

    language: Literal["vi", "en"] = _setting(settings.choice("vi", "en"), "vi")
    theme: str = _setting(settings.text, "textual-dark")
    list_width: int = _setting(settings.whole(16, 60), 26)
    panel_width: int = _setting(settings.whole(24, 80), 46)


@fact
class SearchConfig:
    """How search answers.

    limit: hits at most
    order: by relevance or by date
    recency: how much newer meetings gain in the order by relevance; 0 for nothing
    """

    limit: int = _setting(settings.whole(1, 1000), 50)
    order: Literal["score", "date"] = _setting(settings.choice("score", "date"), "score")
    recency: float = _setting(settings.number(0, 1), 0.1)


@fact
class LexiconConfig:
    """What the program knows of indicators.

    extra: a TOML file of further indicators and aliases; None for none
    """

    extra: Path | None = _setting(settings.existing_file, None)


@fact
class LedgerConfig:
    """How targets are held against results.

    weights: per indicator id, the share of the base year that a part of the year makes, e.g. {"gdp": {"S1": 0.47}}
    """

    weights: Mapping[str, Mapping[str, float]] = _setting(settings.weights, _EMPTY)


@fact
class CacheConfig:
    """Where what can be made again is kept.

    directory: None for the user's cache folder
    """

    directory: Path | None = _setting(settings.folder, None)


@fact
class NotesConfig:
    """Where what the user wrote is kept.

    directory: None for beside the corpus, or the user's data folder where that cannot be
    """

    directory: Path | None = _setting(settings.folder, None)


@fact
class Config:
    """All settings.

    corpus, ui, search, lexicon, ledger, cache, notes: one table of the file each
    keys: command id to the keys that call it, joined by commas
    searches: name to query, as saved by the user
    file: where the settings were read from; None for the defaults
    """

    corpus: CorpusConfig = field(default_factory=CorpusConfig)
    ui: UiConfig = field(default_factory=UiConfig)
    search: SearchConfig = field(default_factory=SearchConfig)
    lexicon: LexiconConfig = field(default_factory=LexiconConfig)
    ledger: LedgerConfig = field(default_factory=LedgerConfig)
    cache: CacheConfig = field(default_factory=CacheConfig)
    notes: NotesConfig = field(default_factory=NotesConfig)
    keys: Mapping[str, str] = _setting(settings.key_table, _EMPTY)
    searches: Mapping[str, str] = _setting(settings.text_table, _EMPTY)
    file: Path | None = None


def find_config(explicit: Path | None, env: Mapping[str, str], cwd: Path) -> Path | None:
    """The config file to use: named, in the environment, in the working folder or the user's; None without one."""
    named = [(explicit, "--config")] if explicit else []
    if env.get(VARIABLE):
        named.append((cwd / env[VARIABLE], f"${VARIABLE}"))
    for path, origin in named:
        file = cwd / path if path else None
        if file is None or not file.is_file():
            template = "{file}: there is no such config file; correct {origin}."
            raise ConfigError(Sayable("no_config", template, file=file, origin=origin))
        return file
    return next((file for file in (cwd / NAME, user_config()) if file.is_file()), None)


def user_config() -> Path:
    """Where the user's own config file stands, whether it exists or not."""
    import platformdirs

    return platformdirs.user_config_path("briefings") / NAME


def load_config(explicit: Path | None, env: Mapping[str, str], cwd: Path) -> Config:
    """The settings of the first config file found, or the defaults; a `ConfigError` for anything unusable in it."""
    file = find_config(explicit, env, cwd)
    if file is None:
        return _in_folder(Config(), cwd)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        template = "{file}: cannot be read as UTF-8 text ({reason})."
        raise ConfigError(Sayable("config_text", template, file=file, reason=error)) from error
    return parse_config(text, file)


def written_language(explicit: Path | None, env: Mapping[str, str], cwd: Path) -> object:
    """What the config file says of `ui.language`, whatever else is wrong there; the default where it says nothing."""
    try:
        file = find_config(explicit, env, cwd)
        table = tomli.loads(file.read_text(encoding="utf-8-sig")).get("ui") if file else None
    except (ConfigError, OSError, ValueError):
        table = None
    default = UiConfig().language
    return table.get("language", default) if isinstance(table, dict) else default


def parse_config(text: str, file: Path) -> Config:
    """The settings written in `text`, which stands in `file`; paths are relative to its folder."""
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise ConfigError(
            Sayable("not_toml", "{file}: is not valid TOML: {reason}.", file=file, reason=error)
        ) from error
    file = file.absolute()
    read = _Reader(file, text).table(Config(), data, "")
    return replace(_in_folder(read, file.parent), file=file)


def known_keys() -> dict[str, object]:
    """Every setting by its dotted key, with its default."""
    found: dict[str, object] = {}
    default = Config()
    for outer in fields(Config):
        value = getattr(default, outer.name)
        if "rule" in outer.metadata:
            found[outer.name] = value
        elif outer.name != "file":
            found.update({f"{outer.name}.{inner.name}": getattr(value, inner.name) for inner in fields(value)})
    return found


def _in_folder(config: Config, folder: Path) -> Config:
    return replace(config, corpus=replace(config.corpus, paths=tuple(folder / path for path in config.corpus.paths)))


_Table = TypeVar("_Table")


@fact
class _Reader:
    """Reads tables of one file and says where in it an error stands."""

    file: Path
    text: str

    def table(self, base: _Table, data: Mapping[str, object], prefix: str) -> _Table:
        """`base` with the values written in `data`."""
        known: dict[str, Field[Any]] = {each.name: each for each in fields(base) if each.name != "file"}  # type: ignore[arg-type]
        values: dict[str, Any] = {}
        for key, value in data.items():
            if key not in known:
                raise self._unknown(f"{prefix}{key}")
            values[key] = self._value(getattr(base, key), known[key].metadata.get("rule"), value, f"{prefix}{key}")
        return replace(base, **values)  # type: ignore[type-var]

    def _value(self, base: object, rule: settings.Rule | None, value: object, key: str) -> object:
        if rule is None and isinstance(value, dict):
            return self.table(base, value, f"{key}.")
        try:
            return (rule or settings.table)(value, self.file.parent)
        except settings.RefusedError as refused:
            place = f"{key}.{refused.key}" if refused.key else key
            told = Sayable("setting", "{at}: {key} {wrong}.", at=self._place(place), key=place, wrong=refused.wrong)
            raise ConfigError(told) from refused

    def _unknown(self, key: str) -> ConfigError:
        known = known_keys()
        names = sorted({*known, *(name.partition(".")[0] for name in known)})
        near = difflib.get_close_matches(key, names, n=1, cutoff=0.5)
        hint = did_you_mean(near[0]) if near else Sayable("known", "known are {known}.", known=", ".join(names))
        told = Sayable("no_setting", "{at}: unknown setting {key}; {hint}", at=self._place(key), key=key, hint=hint)
        return ConfigError(told)

    def _place(self, key: str) -> str:
        line = _line_of(self.text, key)
        return Sayable("line", "{file}, line {line}", file=self.file, line=line) if line else f"{self.file}"


def _line_of(text: str, key: str) -> int | None:
    """The line that `key` is set on, counted from 1; the header of its table where it has none of its own."""
    table, best = "", None
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[\[?([^\]\n]+)\]", line)
        name = re.match(r"\s*([\w.\-\"']+)\s*=", line)
        if header:
            table = _bare(header[1])
        full = ".".join(part for part in (table, _bare(name[1]) if name else "") if part)
        if (header or name) and (full == key or key.startswith(f"{full}.")):
            best = number
            if full == key:
                return number
    return best


def _bare(name: str) -> str:
    return name.replace('"', "").replace("'", "").replace(" ", "")
