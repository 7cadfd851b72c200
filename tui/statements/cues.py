"""The cue words of the lexicon, ready for lookup."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Literal

from tui.figures.phrases import Phrases
from tui.figures.tokens import tokenise
from tui.statements.tables import phrases_of, read_table, table_of, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CueKind = Literal["target", "forecast", "result", "weak", "idle", "limit", "threshold"]
_FILE = "cues.toml"
# the tables of words that speak for a role, with what they say
_ROLES: Mapping[str, CueKind] = {
    "target": "target",
    "forecast": "forecast",
    "result": "result",
    "result_weak": "weak",
    "idle": "idle",
    "limit": "limit",
    "threshold": "threshold",
}


@dataclass(frozen=True, slots=True)
class Cues:
    """The word lists of cues.toml, by what they say.

    roles: words that speak for a role
    achieving, compared, reference: words that turn what follows into something held against
    lists: openings of a list of targets
    set_after: words after a figure that make it an aim
    weighed: words after a figure and `là` that ask whether it can be reached
    outcomes: words that head a list of what came of aims
    marked: words after a target's name that tell whether it was met
    told_before: words for what an earlier report told
    scenarios: names of scenarios, which what follows them belongs to
    adopted: the adoption of a plan, after which its targets are listed
    yearly: words that tell a number for all years of a plan
    accruing: words that open a sentence before the day up to which its numbers ran up
    respective: words that deal figures out to what is listed before them
    forecasters: who foretells growth where nothing else is named
    outlooks: words for what a forecaster expects that are no cue by themselves
    mentioned: words for what was named before
    abroad: counted people who work abroad
    whole_country: words for the whole of what a name says
    context: nouns counted only to set the scene; False for those that only begin like one
    votes: words that tell that a number voted so
    shares, shares_after, growth, level_after, plan: what a percentage measures
    events: words before the day on which something was told
    published: words before the time at which an aim or a forecast was told
    ranked: words that rank one year among others
    shared_out: words that share a sum out among the people
    seen_from: words after `nếu` that set no condition
    light: words that name nothing
    """

    roles: Phrases[CueKind]
    achieving: Phrases[bool]
    compared: Phrases[bool]
    reference: Phrases[bool]
    lists: Phrases[bool]
    set_after: Phrases[bool]
    weighed: Phrases[bool]
    outcomes: Phrases[bool]
    marked: Phrases[bool]
    told_before: Phrases[bool]
    scenarios: Phrases[bool]
    adopted: Phrases[bool]
    yearly: Phrases[bool]
    accruing: Phrases[bool]
    respective: Phrases[bool]
    forecasters: Phrases[bool]
    outlooks: Phrases[bool]
    mentioned: Phrases[bool]
    abroad: Phrases[bool]
    whole_country: Phrases[bool]
    context: Phrases[bool]
    votes: Phrases[bool]
    shares: Phrases[bool]
    shares_after: Phrases[bool]
    growth: Phrases[bool]
    level_after: Phrases[bool]
    plan: Phrases[bool]
    events: Phrases[bool]
    published: Phrases[bool]
    ranked: frozenset[str]
    shared_out: Phrases[bool]
    seen_from: frozenset[str]
    light: frozenset[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues as shipped; `LexiconError` names the key that is wrong."""
    file = read_table(_FILE)
    phrases = partial(phrases_of, file, where=_FILE)
    return Cues(
        roles=Phrases((word, kind) for key, kind in _ROLES.items() for word in _words(file, key)),
        achieving=phrases("achieving"),
        compared=phrases("compared"),
        reference=phrases("reference"),
        lists=phrases("list"),
        set_after=phrases("set_after"),
        weighed=phrases("weighed"),
        outcomes=phrases("outcomes"),
        marked=phrases("marked"),
        told_before=phrases("told_before"),
        scenarios=phrases("scenarios"),
        adopted=phrases("adopted"),
        yearly=phrases("yearly"),
        accruing=phrases("accruing"),
        respective=phrases("respective"),
        forecasters=phrases("forecasters"),
        outlooks=phrases("outlooks"),
        mentioned=phrases("mentioned"),
        abroad=phrases("abroad"),
        whole_country=phrases("whole_country"),
        context=Phrases((noun, key == "nouns") for key in ("nouns", "others") for noun in _words(file, "context", key)),
        votes=phrases("votes"),
        shares=phrases("shares"),
        shares_after=phrases("shares_after"),
        growth=phrases("growth"),
        level_after=phrases("level_after"),
        plan=phrases("plan"),
        events=phrases("events"),
        published=phrases("published"),
        ranked=frozenset(_words(file, "ranked")),
        shared_out=phrases("shared_out"),
        seen_from=frozenset(_words(file, "seen_from")),
        light=frozenset(word for phrase in _words(file, "light") for word in tokenise(phrase).words),
    )


def _words(file: Mapping[str, object], key: str, name: str = "words") -> tuple[str, ...]:
    return words_of(table_of(file, key, _FILE), name, f"{_FILE}: [{key}]")
