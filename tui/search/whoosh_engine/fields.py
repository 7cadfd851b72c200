"""The schema: a field in which a word stands in its exact and its folded form at one position, and one for titles."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from whoosh import analysis, fields

from tui.search.analysis import forms, surfaces, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

SEARCHED = ("text", "title")
"""The fields with postings; those of `text` include the title's words, after the text's."""
STORED = ("article", "meeting", "day", "outlet", "place", "title", "text", "said")
"""What is stored of a document; `day` is an ordinal, 0 without one."""


class AccentAnalyzer(analysis.Analyzer):  # type: ignore[misc]
    """Our analyser as Whoosh's own query parser and highlighter call it: one token a word, as a query means it."""

    def __call__(self, value: str, **_options: Any) -> Iterator[analysis.Token]:
        """The tokens of `value`, folded where they have no diacritics, else exact."""
        shared = analysis.Token(positions=True, chars=True)
        for token in tokens(value):
            shared.text, shared.pos = token.exact, token.position
            shared.startchar, shared.endchar = token.start, token.end
            yield shared


class AccentText(fields.TEXT):  # type: ignore[misc]
    """A text whose postings come straight from the list of its tokens."""

    def __init__(self) -> None:
        super().__init__(analyzer=AccentAnalyzer(), stored=True)

    def index(self, value: str, **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """The postings of `value` for any Whoosh writer: term, frequency, weight, encoded positions."""
        places: dict[str, list[int]] = defaultdict(list)
        for position, surface in enumerate(surfaces(value)):
            for form in dict.fromkeys(forms(surface)):
                places[form].append(position)
        for form in sorted(places):
            yield form.encode(), len(places[form]), float(len(places[form])), self.format.encode(places[form])


def schema() -> fields.Schema:
    """The schema of the index: two searched fields, stored with everything else of a document."""
    stored = {name: fields.STORED for name in STORED if name not in SEARCHED}
    return fields.Schema(**{name: AccentText() for name in SEARCHED}, **stored)
