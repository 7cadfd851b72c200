"""The short word lists of the rules that read statements: lexicon/grammar.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tui.figures.wordsets import word_sets
from tui.statements.tables import read_table

_FILE = "grammar.toml"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The lists of grammar.toml, which says with examples what each is for.

    happened, marks, reckoning, granting, moves, move_names, steps, shifts, approximations, many, decisions,
    altering, ceilings, set_before, comparing, lesser, number_nouns, exceeding, pledges, allotting, setting,
    setting_aside, still_to_do, aspirations, yearly_aims, capped, recalling, turning, groups, announcing, joints,
    bidding, urging, reaching_for, naming, one_of, items, lately, scenario_leads, revising, plurals, budgets, bounded,
    met_plans, amounting: for roles
    said_of: for the words that name an unknown thing
    row_words: for rows of figures
    called: for numbers told again
    acronyms, compounds, mere_units, wholes, purposes, name_tails, ratios, over, conjunctions, supposing, causes,
    denying, counting_in, subgroups, conditions, capitals, heads, quantities, leading, bare_aims: for subjects
    leaders, locating, place_links, place_titles, ranks, trading, into_country: for places
    level_verbs, parting, changes, growth_names, growth_heads, sides, rates, alike, mere_more, heights, reaching,
    into: for measures
    closing, stocks, flows, doing: for periods
    """

    happened: frozenset[str]
    marks: frozenset[str]
    moves: frozenset[str]
    move_names: frozenset[str]
    reckoning: frozenset[str]
    granting: frozenset[str]
    outcomes: frozenset[str]
    told_anew: frozenset[str]
    pledges: frozenset[str]
    allotting: frozenset[str]
    setting: frozenset[str]
    setting_aside: frozenset[str]
    still_to_do: frozenset[str]
    steps: frozenset[str]
    shifts: frozenset[str]
    approximations: frozenset[str]
    many: frozenset[str]
    decisions: frozenset[str]
    altering: frozenset[str]
    ceilings: frozenset[str]
    set_before: frozenset[str]
    comparing: frozenset[str]
    lesser: frozenset[str]
    number_nouns: frozenset[str]
    aspirations: frozenset[str]
    yearly_aims: frozenset[str]
    capped: frozenset[str]
    exceeding: frozenset[str]
    said_of: frozenset[str]
    recalling: frozenset[str]
    turning: frozenset[str]
    groups: frozenset[str]
    announcing: frozenset[str]
    joints: frozenset[str]
    bidding: frozenset[str]
    urging: frozenset[str]
    reaching_for: frozenset[str]
    naming: frozenset[str]
    one_of: frozenset[str]
    items: frozenset[str]
    lately: frozenset[str]
    scenario_leads: frozenset[str]
    revising: frozenset[str]
    plurals: frozenset[str]
    budgets: frozenset[str]
    met_plans: frozenset[str]
    amounting: frozenset[str]
    bounded: frozenset[str]
    row_words: frozenset[str]
    called: frozenset[str]
    acronyms: frozenset[str]
    compounds: frozenset[str]
    mere_units: frozenset[str]
    wholes: frozenset[str]
    purposes: frozenset[str]
    name_tails: frozenset[str]
    closers: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    toward: frozenset[str]
    conjunctions: frozenset[str]
    supposing: frozenset[str]
    causes: frozenset[str]
    denying: frozenset[str]
    counting_in: frozenset[str]
    subgroups: frozenset[str]
    conditions: frozenset[str]
    capitals: frozenset[str]
    heads: frozenset[str]
    quantities: frozenset[str]
    leading: frozenset[str]
    bare_aims: frozenset[str]
    ratios: frozenset[str]
    over: frozenset[str]
    leaders: frozenset[str]
    locating: frozenset[str]
    ranks: frozenset[str]
    trading: frozenset[str]
    into_country: frozenset[str]
    place_links: frozenset[str]
    place_titles: frozenset[str]
    level_verbs: frozenset[str]
    parting: frozenset[str]
    changes: frozenset[str]
    growth_names: frozenset[str]
    growth_heads: frozenset[str]
    sides: frozenset[str]
    rates: frozenset[str]
    alike: frozenset[str]
    mere_more: frozenset[str]
    heights: frozenset[str]
    reaching: frozenset[str]
    into: frozenset[str]
    closing: frozenset[str]
    stocks: frozenset[str]
    flows: frozenset[str]
    doing: frozenset[str]


@lru_cache(maxsize=1)
def load_grammar() -> Grammar:
    """The word lists as shipped; `LexiconError` names the key that is wrong."""
    return word_sets(Grammar, read_table(_FILE), _FILE)
