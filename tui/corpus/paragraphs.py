"""Paragraphs and what each is: title, body, caption, byline, source or page furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.model import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = re.compile(r"[^\n]+")


def lines(text: str) -> tuple[Span, ...]:
    """The lines of `text` that are not blank, without the space around them."""
    spans = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words[0])
            spans.append(Span(start, start + len(words)))
    return tuple(spans)


def classify(text: str, spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The paragraphs at `spans`, each with its kind."""
    return tuple(Paragraph(at, "body") for at in spans)
