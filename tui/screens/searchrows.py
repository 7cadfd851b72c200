"""What the search screen lists: hits with their passages, or earlier and saved queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present
from tui.screens.rows import Line, Piece, Row, line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.search import Hit, SearchResult, Snippet
    from tui.words import Words

_PASSAGES = 2


def hit_rows(words: Words, result: SearchResult) -> tuple[Row, ...]:
    """One row a hit: day, paper, headline, how many places match, and the first passages."""
    return tuple(Row(hit.article, _hit_lines(words, hit), about=hit) for hit in result.hits)


def query_rows(words: Words, saved: Mapping[str, str], past: Sequence[str]) -> tuple[Row, ...]:
    """The queries to choose from while none is typed: saved ones by name, then those of this session."""
    rows: list[Row] = []
    if saved:
        rows.append(Row("saved", (line(words("screen.search.saved")),), heading=True))
        rows += [
            Row(f"saved:{name}", (line((name, "title"), f"  {query}"),), about=query) for name, query in saved.items()
        ]
    if past:
        rows.append(Row("past", (line(words("screen.search.past")),), heading=True))
        rows += [Row(f"past:{query}", (line(query),), about=query) for query in past]
    return tuple(rows)


def status_text(words: Words, result: SearchResult, order: str) -> str:
    """How many articles were found, and what of the query was not understood."""
    found = words("screen.search.found_date" if order == "date" else "screen.search.found", total=result.total)
    notices = [
        words(f"search_notice.{notice.code}", **notice.params)
        for notice in result.notices
        if _worded(words, notice.code)
    ]
    meant = words("screen.search.did_you_mean", query=result.did_you_mean) if result.did_you_mean else ""
    return " · ".join(part for part in (found, *notices, meant) if part)


def _worded(words: Words, code: str) -> bool:
    return words.has(f"search_notice.{code}")


def _hit_lines(words: Words, hit: Hit) -> tuple[Line, ...]:
    places = words("screen.search.matches", n=hit.count) if hit.count else ""
    about = " · ".join(part for part in (present.day(words, hit.date), hit.outlet, places) if part)
    return (line((hit.title, "title")), line((about, "quiet")), *(_passage(each) for each in hit.snippets[:_PASSAGES]))


def _passage(snippet: Snippet) -> Line:
    """The passage with what matched set off."""
    pieces = [Piece("  ")]
    place = 0
    for match in snippet.matches:
        start, end = match.start - snippet.start, match.end - snippet.start
        pieces += (Piece(snippet.text[place:start]), Piece(snippet.text[start:end], "hit"))
        place = end
    pieces.append(Piece(snippet.text[place:]))
    return line(*((piece.text, piece.style) for piece in pieces))
