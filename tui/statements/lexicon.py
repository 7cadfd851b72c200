"""The lexicon of indicators: what can be measured, how texts call it, and what makes it something else."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, cast

import tomli

from tui.errors import LexiconError, Sayable, did_you_mean
from tui.figures.phrases import Phrases
from tui.statements.tables import Table, read_table, table_of, tables_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tui.model import Measure

Better = Literal["up", "down", "none"]
Kind = Literal["flow", "stock", "rate"]

OTHER = "other"
_FILE = "indicators.toml"
_KEYS = frozenset({
    "id", "label_vi", "label_en", "kind", "better", "percent", "units", "aliases", "weak", "counts", "needs",
    "unless", "apart", "reach", "after", "weights", "partners", "origins", "bilateral", "per_head",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Indicator:
    """Something measured.

    id: stable, e.g. `gdp`
    label_vi, label_en: for people
    kind: a flow adds up over time, a stock stands at a day, a rate is neither
    better: which way is good; `none` where neither is
    percent: what a percentage of it measures
    units: units it may carry
    needs, unless: phrases that must, and must not, stand near its name
    apart: phrases that make it something else wherever they stand in the sentence
    after: indicators after which the text needs none of `needs`
    clause: `needs` must stand in the figure's own clause, not just its sentence
    weights: share of the year by part (`S1`, `Q3`, `01`), where it is not the calendar's
    rank: its place in the lexicon; the first that fits wins
    partners: other countries named beside it are partners, not the place measured
    origins: other countries named beside it are where a part of it comes from
    per_head: the indicator that it is for each head of the people; empty without one
    bilateral: a text that spoke of another country goes on telling of it with that one
    """

    id: str
    label_vi: str
    label_en: str
    kind: Kind
    better: Better
    percent: Measure
    units: frozenset[str]
    needs: Phrases[bool] | None
    unless: Phrases[bool] | None
    apart: Phrases[bool] | None
    after: frozenset[str]
    clause: bool
    rank: int
    partners: bool
    origins: bool
    bilateral: bool
    per_head: str
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an indicator.

    indicator: whose
    weak: counts only where nothing else is named
    """

    indicator: Indicator
    weak: bool = False


class Lexicon:
    """All indicators, looked up by id, by name before a figure, and by what a number counts."""

    def __init__(self, entries: Iterable[tuple[Indicator, Table]], abbreviations: Mapping[str, str]) -> None:
        self._by_id: dict[str, Indicator] = {}
        names: dict[str, list[Alias]] = {}
        counts: dict[str, list[Alias]] = {}
        for indicator, entry in entries:
            self._by_id[indicator.id] = indicator
            for key, weak in (("aliases", False), ("weak", True)):
                for name in _both_forms(cast("list[str]", entry.get(key, [])), abbreviations):
                    names.setdefault(name, []).append(Alias(indicator, weak))
            for name in _both_forms(cast("list[str]", entry.get("counts", [])), abbreviations):
                counts.setdefault(name, []).append(Alias(indicator))
        self.names: Phrases[tuple[Alias, ...]] = Phrases((name, tuple(found)) for name, found in names.items())
        self.counts: Phrases[tuple[Alias, ...]] = Phrases((name, tuple(found)) for name, found in counts.items())

    def indicator(self, indicator_id: str) -> Indicator | None:
        """The indicator of that id; None for `other` and unknown ids."""
        return self._by_id.get(indicator_id)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """All indicators, in the order of the lexicon."""
        return tuple(self._by_id.values())


def _both_forms(names: Iterable[str], abbreviations: Mapping[str, str]) -> Iterator[str]:
    """Each name as written out and, where papers shorten its words, as shortened."""
    for name in names:
        yield name
        for words, short in abbreviations.items():
            if words in name:
                yield name.replace(words, short)
                break


@lru_cache(maxsize=4)
def load_lexicon(extra: Path | None = None) -> Lexicon:
    """The lexicon as shipped, with the user's file `extra` laid over it entry by entry.

    An entry of `extra` with a known id adds its names to that indicator; `LexiconError` names file and key.
    """
    shipped = read_table(_FILE)
    tables = {str(entry["id"]): dict(entry) for entry in tables_of(shipped, "indicator", _FILE)}
    where = dict.fromkeys(tables, _FILE)
    abbreviations = table_of(shipped, "abbreviations", _FILE)
    short = {words: text_of(abbreviations, words, f"{_FILE}: [abbreviations]") for words in abbreviations}
    for entry in _extra_entries(extra) if extra else ():
        name = text_of(entry, "id", str(extra))
        where[name] = str(extra)
        tables[name] = _merged(tables.get(name, {}), entry)
    entries = ((_indicator(entry, rank, where[name]), entry) for rank, (name, entry) in enumerate(tables.items()))
    return Lexicon(entries, short)


def _extra_entries(path: Path) -> tuple[Table, ...]:
    try:
        table = tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        told = Sayable(
            "lexicon_unread", "{file}: the lexicon cannot be read: {reason}.", file=path, reason=error.strerror
        )
        raise LexiconError(told) from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(
            Sayable("not_toml", "{file}: is not valid TOML: {reason}.", file=path, reason=error)
        ) from error
    return tables_of(table, "indicator", str(path))


def _merged(shipped: Mapping[str, object], entry: Table) -> dict[str, object]:
    merged = dict(shipped)
    for key, value in entry.items():
        old = shipped.get(key)
        merged[key] = [*old, *value] if isinstance(old, list) and isinstance(value, list) else value
    return merged


def _indicator(entry: Table, rank: int, where: str) -> Indicator:
    for key in entry:
        if key not in _KEYS:
            near = difflib.get_close_matches(key, _KEYS, 1)
            known = Sayable("known", "known are {known}.", known=", ".join(sorted(_KEYS)))
            hint, at = did_you_mean(near[0]) if near else known, f"{where}: {entry.get('id', rank)}"
            raise LexiconError(Sayable("lexicon_key", "{at}: unknown key '{key}'; {hint}", at=at, key=key, hint=hint))
    name = text_of(entry, "id", where)
    here = f"{where}: {name}"
    return Indicator(
        id=name,
        label_vi=text_of(entry, "label_vi", here),
        label_en=text_of(entry, "label_en", here),
        kind=cast("Kind", _one_of(entry, "kind", ("flow", "stock", "rate"), here)),
        better=cast("Better", _one_of(entry, "better", ("up", "down", "none"), here)),
        percent=cast("Measure", _one_of(entry, "percent", ("growth", "share", "level", "progress"), here)),
        units=frozenset(words_of(entry, "units", here)),
        needs=_phrases(entry, "needs", here),
        unless=_phrases(entry, "unless", here),
        apart=_phrases(entry, "apart", here),
        after=frozenset(words_of(entry, "after", here)) if "after" in entry else frozenset(),
        clause=entry.get("reach") == "clause",
        rank=rank,
        partners=entry.get("partners") is True,
        origins=entry.get("origins") is True,
        per_head=text_of(entry, "per_head", here) if "per_head" in entry else "",
        bilateral=entry.get("bilateral") is True,
        weights=_weights(entry, here),
    )


def _one_of(entry: Table, key: str, allowed: tuple[str, ...], where: str) -> str:
    value = text_of(entry, key, where)
    if value not in allowed:
        template = "{at}: '{key}' must be one of {allowed}."
        raise LexiconError(Sayable("lexicon_word", template, at=where, key=key, allowed=", ".join(allowed)))
    return value


def _phrases(entry: Table, key: str, where: str) -> Phrases[bool] | None:
    return Phrases((word, True) for word in words_of(entry, key, where)) if entry.get(key) else None


def _weights(entry: Table, where: str) -> dict[str, float]:
    weights = entry.get("weights", {})
    if not isinstance(weights, dict) or not all(isinstance(w, float) and 0 < w < 1 for w in weights.values()):
        template = "{at}: 'weights' must be a table of shares between 0 and 1."
        raise LexiconError(Sayable("lexicon_weights", template, at=where))
    return cast("dict[str, float]", weights)
