"""Whether a report is an outlook: what a forecaster expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.figures.tokens import tokenise

if TYPE_CHECKING:
    from tui.model import Article
    from tui.statements.cues import Cues

_OPENING = 3  # sentences


def is_outlook(article: Article, cues: Cues) -> bool:
    """Whether one of the first sentences tells what a forecaster expects (`IMF dự báo Việt Nam tăng trưởng 6%`)."""
    for sentence in article.sentences[:_OPENING]:
        tokens = tokenise(article.text[sentence.at.start : sentence.at.end])
        foretold = any(cue.value == "forecast" for cue in cues.roles.all(tokens))
        foreseen = foretold or any(True for _ in cues.outlooks.all(tokens))
        if foreseen and any(True for _ in cues.forecasters.all(tokens)):
            return True
    return False
