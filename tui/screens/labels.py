"""Names for indicators, in the language of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present

if TYPE_CHECKING:
    from tui.library import Library


class Labeller:
    """Calls the lexicon for the name of an indicator, only when the first is asked for."""

    def __init__(self, library: Library, language: str) -> None:
        self._library = library
        self._language = language

    def __call__(self, indicator: str, series: str) -> str:
        """`Tăng trưởng kinh tế`; for what the lexicon does not know, the words of its series."""
        return present.subject(self._language, self._library.lexicon().indicator, indicator, series)
