"""Full-text search of Vietnamese articles: analysis, query language, engines.

    engine = open_engine(cache / "search")          # never fails for a broken index: see engine.problems
    if engine.stamp != catalogue_generation:        # new, rebuilt or behind: fill it
        engine.rebuild((Document.of(article, meeting.id, meeting.date, statements) for …), stamp, jobs=2)
    engine.upsert(changed); engine.delete(removed_ids); engine.commit(stamp)

    result = engine.search(parse_query("tang truong role:target"), order="score", limit=50)
    typing = engine.search(parse_query(text, typing=True))   # the unfinished last word as a prefix, no fuss
    result.total, result.hits, result.notices, result.did_you_mean, result.cursor

    find(text, parse_query("kinh te", plain=True))  # every place in any text that matches a word
    places(text, query)                             # where the words stand together: to mark and to walk
    suggest(query, cursor, {"outlet": outlets, "indicator": indicator_ids})
    engine.more_like(paragraph, exclude=[article.id]); engine.related(commitment.terms)

Whoosh is imported when an engine is opened, not before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.search.model import (
    Capabilities,
    Document,
    Engine,
    Health,
    Hit,
    Notice,
    Said,
    SearchResult,
    Snippet,
    Suggestion,
)
from tui.search.parsing import parse_query
from tui.search.snippets import find
from tui.search.suggest import suggest
from tui.search.together import places

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Capabilities",
    "Document",
    "Engine",
    "Health",
    "Hit",
    "Notice",
    "Said",
    "SearchResult",
    "Snippet",
    "Suggestion",
    "find",
    "open_engine",
    "parse_query",
    "places",
    "suggest",
]


def open_engine(directory: Path | None, *, recency: float = 0.2) -> Engine:
    """The Whoosh engine on `directory`, which is made if need be; one in memory without a usable directory.

    A damaged, foreign or older index is dropped and an empty one opened; `Engine.problems` says so and `stamp` is
    empty. `recency` is how much the newest meeting gains in the order by score: 0.2 is a fifth.
    """
    from tui.search.opening import open_engine as really

    return really(directory, recency=recency)
