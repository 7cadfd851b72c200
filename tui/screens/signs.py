"""The sign and the style of each status: a word, a glyph and a colour say the same thing."""

from __future__ import annotations

from typing import NamedTuple


class Sign(NamedTuple):
    """How a status looks.

    glyph: one cell wide
    style: name of a row style
    """

    glyph: str
    style: str


_SIGNS: dict[str, Sign] = {
    "met": Sign("✓", "good"),
    "exceeded": Sign("✓", "good"),
    "missed": Sign("✗", "bad"),
    "undecided": Sign("≈", "warn"),
    "ahead": Sign("↗", "good"),
    "behind": Sign("↘", "bad"),
    "pending": Sign("○", "quiet"),
    "no_result": Sign("∅", "warn"),
    "provisional": Sign("◌", "quiet"),
    "not_measurable": Sign("–", "quiet"),
    "superseded": Sign("⇢", "quiet"),
    "restated": Sign("↻", "quiet"),
    "progress_reported": Sign("◐", "good"),
    "done_reported": Sign("✓", "good"),
    "quantified_later": Sign("#", "good"),
    "slow_acknowledged": Sign("↘", "bad"),
    "no_news": Sign("∅", "warn"),
    "no_number": Sign("∅", "warn"),
    "consistent": Sign("✓", "good"),
    "conflict": Sign("✗", "bad"),
    "suspicious": Sign("⚠", "warn"),
    "undecidable": Sign("–", "quiet"),
}

_UNKNOWN = Sign("·", "quiet")


def sign(status: str) -> Sign:
    """The sign of a status code; a dot for one that has none."""
    return _SIGNS.get(status, _UNKNOWN)
