"""What the user may write, checked against what the program knows before it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.errors import CorpusError, NotesError, Sayable, did_you_mean

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
        template = "{at}: there is no indicator {name}; add it to lexicon.extra, or use other."
        raise NotesError(Sayable("no_indicator", template, at=figure.text, name=indicator))
    low, high = changes.get("low", figure.low), changes.get("high", figure.high)
    if changes.get("unit", figure.unit) != "ratio" and low > high:
        template = "{at}: low ({low}) must not be above high ({high})."
        raise NotesError(Sayable("low_above", template, at=figure.text, low=f"{low:g}", high=f"{high:g}"))
    return Correction(
        figure.article, figure.text, view.passage(figure.article, statement.quote), figure.source.start, changes
    )


def unknown_meeting(meeting: str, known: Sequence[str]) -> CorpusError:
    """The error for a meeting id that is not in the corpus, with the nearest that is."""
    import difflib

    near = difflib.get_close_matches(meeting, known, n=1, cutoff=0.0)
    hint = did_you_mean(near[0]) if near else Sayable("no_meetings", "the corpus has no meetings.")
    return CorpusError(Sayable("no_meeting", "{id}: there is no such meeting; {hint}", id=meeting, hint=hint))
