"""The way from a mention in the ledger back to file, place and words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tui.model import Card, Span


@dataclass(frozen=True, slots=True)
class Sources:
    """What is known of the articles a ledger quotes.

    cards: by article id
    passage: the words of an article at a span of its text
    """

    cards: Mapping[str, Card]
    passage: Callable[[str, Span], str]

    def file(self, article: str) -> str:
        """The file's name, with suffix; the id of an article that is gone."""
        return self.cards[article].file if article in self.cards else article
