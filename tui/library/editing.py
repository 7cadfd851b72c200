"""What the user may write, checked against what the program knows before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.errors import CorpusError, NotesError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.library.corrected import CorrectedView
    from tui.model import Statement
    from tui.notes.model import Correction
    from tui.statements import Lexicon


def correction_of(
    statement: Statement, changes: Mapping[str, Any], view: CorrectedView, lexicon: Lexicon
) -> Correction:
    """The correction that makes `changes` to `statement`; a `NotesError` for one that cannot be made."""
    from tui.notes.model import Correction, check_changes

    figure = statement.figure
    check_changes(changes, figure.text)
    indicator = changes.get("indicator", "other")
    if indicator != "other" and lexicon.indicator(indicator) is None:
        raise NotesError(f"{figure.text}: there is no indicator {indicator}; add it to lexicon.extra, or use other.")
    low, high = changes.get("low", figure.low), changes.get("high", figure.high)
    if changes.get("unit", figure.unit) != "ratio" and low > high:
        raise NotesError(f"{figure.text}: low ({low:g}) must not be above high ({high:g}).")
    return Correction(
        figure.article, figure.text, view.passage(figure.article, statement.quote), figure.source.start, changes
    )


def unknown_meeting(meeting: str, known: Sequence[str]) -> CorpusError:
    """The error for a meeting id that is not in the corpus, with the nearest that is."""
    import difflib

    near = difflib.get_close_matches(meeting, known, n=1, cutoff=0.0)
    hint = f"did you mean {near[0]}?" if near else "the corpus has no meetings."
    return CorpusError(f"{meeting}: there is no such meeting; {hint}")
