"""Finding the words of a query in a text at hand, such as the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.model import Span


def find(text: str, query: str, *, plain: bool = False) -> tuple[Span, ...]:
    """The places of `text` to mark for `query`, which may be unfinished; `plain`: its signs mean nothing."""
    from tui.search import parse_query, places

    return places(text, parse_query(query, plain=plain, typing=True)) if query.strip() else ()
