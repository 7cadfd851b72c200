"""The words `lexicon/commitments.toml` gives, compiled and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.corpus.alternatives import any_of
from tui.corpus.characters import fold, settle_tone
from tui.statements.tables import Table, number_of, read_table, table_of, tables_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FILE = "commitments.toml"
_CUED = ("ordered", "must", "task", "pledge", "aimed")
_NUMBERS = (
    "threshold", "per_article", "strong", "plain", "weak", "objects_most", "name", "names_most", "document", "deadline",
    "speaker", "short", "slogan", "passive",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CommitmentLexicon:
    """Compiled `commitments.toml`; patterns match lower-case text with settled tones.

    cues: rule id to the pattern of its cues
    verb: adverbs and a verb at a place; group 1 is the verb
    strong, weak: verbs by how checkable they are; the others are plain
    past, results: what makes a clause a report, before its verb and anywhere
    not_after, not_before: ends and starts of text beside which a cue is another word
    closes: where a clause ends early
    actor, opener: who may act, and how a sentence may open
    slogans, quantities, binaries, countables, continuations, outcomes: patterns of what a clause holds
    requests: cues that ask rather than order
    objects: weight and pattern, by group
    names: names everybody bears
    weights: the numbers of [salience]
    common, stops: folded words and plain syllables that make no term
    things: folded objects, which make one
    known: every folded word of several syllables, so that a term does not span two
    longest: how many syllables the longest of them has, by its first two
    generic: folded words common to all reports that are no verbs
    telling: folded objects that alone make a passage known again
    """

    cues: Mapping[str, re.Pattern[str]]
    verb: re.Pattern[str]
    strong: frozenset[str]
    weak: frozenset[str]
    past: re.Pattern[str]
    results: re.Pattern[str]
    not_after: re.Pattern[str]
    not_before: re.Pattern[str]
    closes: re.Pattern[str]
    actor: re.Pattern[str]
    opener: re.Pattern[str]
    slogans: re.Pattern[str]
    quantities: re.Pattern[str]
    binaries: re.Pattern[str]
    countables: re.Pattern[str]
    continuations: re.Pattern[str]
    outcomes: re.Pattern[str]
    requests: frozenset[str]
    objects: tuple[tuple[float, re.Pattern[str]], ...]
    names: frozenset[str]
    weights: Mapping[str, float]
    common: frozenset[str]
    stops: frozenset[str]
    things: frozenset[str]
    known: frozenset[str]
    longest: Mapping[str, int]
    generic: frozenset[str]
    telling: frozenset[str]


@lru_cache(maxsize=1)
def load_commitments() -> CommitmentLexicon:
    """The words the package knows; `LexiconError` names what is wrong in the file."""
    return parse_commitments(read_table(FILE))


def parse_commitments(table: Table) -> CommitmentLexicon:
    """The lexicon `table` describes; `LexiconError` names the entry that is wrong."""
    marks, verbs, words = (_Section(table, name) for name in ("marks", "verbs", "words"))
    terms, salience = _Section(table, "terms"), table_of(table, "salience", FILE)
    things = [_folded(words_of(group, "words", FILE)) for group in tables_of(table, "object", FILE)]
    common, adverbs = frozenset(terms["common"]), verbs["adverbs"]
    names = words["common_names"]
    every, others = (*verbs["strong"], *verbs["plain"], *verbs["weak"]), _any(verbs["not_verbs"])
    known = common.union(*things, _folded(every), _folded(adverbs), _folded(words["slogans"]), _folded(names))
    return CommitmentLexicon(
        cues=_cues(table),
        verb=re.compile(rf"(?:(?:{_any(adverbs)}),? ){{0,4}}(?!(?:{others})(?!\w))({_any(every)})(?!\w)"),
        strong=frozenset(map(settle_tone, verbs["strong"])),
        weak=frozenset(map(settle_tone, verbs["weak"])),
        past=_word(marks["past"]),
        results=_word(marks["results"]),
        not_after=re.compile(rf"(?<!\w)(?:{_any(marks['not_after'])})\s+\Z"),
        not_before=re.compile(rf"\s+(?:{_any(marks['not_before'])})(?!\w)"),
        closes=re.compile(rf",? (?:{_any(marks['closes'])})(?!\w)"),
        actor=_word(marks["actors"]),
        opener=re.compile(rf"\s*(?:(?:{_any(marks['openers'])})\s*[,:]?\s*)?"),
        slogans=_word(words["slogans"]),
        quantities=_word(words["quantities"]),
        binaries=_word(words["binaries"]),
        countables=_word(words["countables"]),
        continuations=_word(words["continuations"]),
        outcomes=_word(words["outcomes"]),
        requests=frozenset(words["requests"]),
        objects=_objects(table),
        names=frozenset(names),
        weights={key: number_of(salience, key, f"{FILE}: [salience]") for key in _NUMBERS},
        common=common,
        stops=frozenset(terms["stops"]),
        things=frozenset().union(*things),
        known=known,
        longest=_longest(known),
        generic=common - _folded(every),
        telling=things[0] - common,
    )


class _Section:
    """One table of the file: its lists by key."""

    def __init__(self, table: Table, name: str) -> None:
        self._table, self._where = table_of(table, name, FILE), f"{FILE}: [{name}]"

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return words_of(self._table, key, self._where)


def _cues(table: Table) -> dict[str, re.Pattern[str]]:
    cues = {}
    for entry in tables_of(table, "rule", FILE):
        rule = text_of(entry, "id", f"{FILE}: [[rule]]")
        where = f"{FILE}: [[rule]] {rule!r}"
        for key in ("accepted", "clause", "refused"):
            text_of(entry, key, where)
        if rule in _CUED:
            cues[rule] = _word(words_of(entry, "cues", where))
    for rule in _CUED:
        if rule not in cues:
            words_of({}, "cues", f"{FILE}: [[rule]] {rule!r}")
    return cues


def _objects(table: Table) -> tuple[tuple[float, re.Pattern[str]], ...]:
    where = f"{FILE}: [[object]]"
    groups = tables_of(table, "object", FILE)
    return tuple((number_of(group, "weight", where), _word(words_of(group, "words", where))) for group in groups)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(settle_tone(word)) for word in words)


def _longest(known: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for word in known:
        syllables = word.split(" ")
        first = " ".join(syllables[:2])
        longest[first] = max(len(syllables), longest.get(first, 0))
    return longest


def _any(words: Iterable[str]) -> str:
    return any_of(settle_tone(word).lower() for word in words)


def _word(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any(words)})(?!\w)")
