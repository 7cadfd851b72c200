"""A quantity in its sentence: what the rules that accept and qualify figures look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.figures.quantities import Quantity
    from tui.figures.tables import FigureLexicon
    from tui.figures.times import Time
    from tui.figures.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quantity that may be a figure.

    quantity: the number with its unit
    tokens: its sentence
    times: the sentence's expressions of time
    accepted: the figures before it in the sentence
    lexicon: the word lists of the rules
    """

    quantity: Quantity
    tokens: Tokens
    times: Sequence[Time]
    accepted: Sequence[Quantity]
    lexicon: FigureLexicon

    @property
    def word_before(self) -> str:
        """The token right before the figure as printed; empty at the start of the sentence."""
        return self.tokens.word(self.quantity.first - 1)

    @property
    def counts(self) -> bool:
        """Whether a noun to be counted follows the number."""
        tokens, index = self.tokens, self.quantity.after
        if tokens.kind(index) != "word" or tokens.glued(index - 1):
            return False
        return tokens.word(index) not in self.lexicon.function or self.lexicon.nouns.at(tokens, index) is not None
