"""Where the words of a query stand together: what is worth going to, before where one of them stands alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tui.model import Span
from tui.search.nodes import And, InTitle, Node, wanted_terms
from tui.search.snippets import Found, find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.search.nodes import Query

_END = re.compile(r"[.!?…;](?=\s)|\n")
"""What ends a sentence, closely enough."""

Run = tuple[Found, ...]
"""Matches with nothing but blanks between them."""


def places(text: str, query: Query) -> tuple[Span, ...]:
    """The places of `text` to show for `query`, in order, as `together` chooses them."""
    return tuple(one.at for one in together(text, find_terms(text, query.node), query.node))


def together(text: str, found: Sequence[Found], node: Node) -> list[Found]:
    """`found`, neighbours joined: where all words of `node` stand as asked, else side by side, else in one sentence.

    Where there is none of these, all places.
    A query that does not ask for several words at once keeps all its places, each by itself.
    """
    groups = _groups(node)
    if len(groups) < 2 or not found:
        return list(found)
    runs = _runs(text, found)
    ends = [end.start() for end in _END.finditer(text)]
    sentences: dict[int, list[Run]] = {}
    for run in runs:
        sentences.setdefault(bisect_right(ends, run[0].at.start), []).append(run)
    as_asked = [window for run in runs if (window := _as_asked(groups, run))]
    side_by_side = [run for run in runs if _holds(groups, run)]
    whole = [said for said in sentences.values() if _holds(groups, (one for run in said for one in run))]
    in_one = [run for said in whole for run in said]
    return [_joined(run) for run in as_asked or side_by_side or in_one or runs]


def _groups(node: Node) -> list[frozenset[int]]:
    """For each part of `node` that must be there, the numbers of the terms that may stand for it."""
    numbers = {term: number for number, term in enumerate(dict.fromkeys(_bare(node)))}
    parts = node.nodes if isinstance(node, And) else (node,)
    groups = [frozenset(numbers[term] for term in _bare(part)) for part in parts]
    return [group for group in groups if group]


def _bare(node: Node) -> Iterable[object]:
    """The terms that make a text match, as `find_terms` numbers them."""
    return [term.term if isinstance(term, InTitle) else term for term in wanted_terms(node)]


def _runs(text: str, found: Sequence[Found]) -> list[Run]:
    runs: list[list[Found]] = []
    for one in found:
        if runs and not text[runs[-1][-1].at.end : one.at.start].strip(" "):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [tuple(run) for run in runs]


def _as_asked(groups: Sequence[frozenset[int]], run: Run) -> Run:
    """The first stretch of `run` with the words in the order of the query; nothing where there is none."""
    windows = (run[first : first + len(groups)] for first in range(len(run) - len(groups) + 1))
    return next(
        (each for each in windows if all(one.term in group for one, group in zip(each, groups, strict=True))), ()
    )


def _holds(groups: Sequence[frozenset[int]], found: Iterable[Found]) -> bool:
    terms = {one.term for one in found}
    return all(group & terms for group in groups)


def _joined(run: Run) -> Found:
    return Found(Span(run[0].at.start, run[-1].at.end), run[0].term)
