"""Whole screens as text files: what stands where, and which looks it has.

A stored screen is its lines, then for each line the looks of its stretches: colours by the order they first appear
(`c1`, `c2`, on `g1`), so that another theme's shades change nothing, and text styles by name. Run the tests with
`BRIEFINGS_SNAPSHOTS=write` to store what they show; look at the difference before keeping it.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.segment import Segment
    from rich.style import Style

_FOLDER = Path(__file__).with_name("stored")
_STYLES = ("bold", "dim", "italic", "underline", "reverse")


def check(name: str, strips: Iterable[Iterable[Segment]]) -> None:
    """Compare a screen with the one stored under `name`, or store it."""
    shown, file = draw(strips), _FOLDER / f"{name}.txt"
    if os.environ.get("BRIEFINGS_SNAPSHOTS") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(shown, encoding="utf-8")
    assert file.exists(), f"{file.name} is not stored; run with BRIEFINGS_SNAPSHOTS=write"
    assert shown.splitlines() == file.read_text(encoding="utf-8").splitlines()


def draw(strips: Iterable[Iterable[Segment]]) -> str:
    """The lines of a screen, then their looks."""
    palette = _Palette()
    lines, looks = [], []
    for number, strip in enumerate(strips):
        segments = list(strip)
        lines.append("".join(segment.text for segment in segments).rstrip())
        looks.append(f"{number:>3} {' '.join(_merged((palette.look(each), len(each.text)) for each in segments))}")
    return "\n".join([*lines, "", *looks]) + "\n"


def _merged(stretches: Iterable[tuple[str, int]]) -> list[str]:
    merged: list[tuple[str, int]] = []
    for look, length in stretches:
        if merged and merged[-1][0] == look:
            merged[-1] = (look, merged[-1][1] + length)
        elif length:
            merged.append((look, length))
    return [f"{length}:{look}" for look, length in merged]


class _Palette:
    """Numbers colours as they first appear."""

    def __init__(self) -> None:
        self._colours: dict[str, int] = {}

    def look(self, segment: Segment) -> str:
        style = segment.style
        if style is None:
            return "-"
        names = [name for name in _STYLES if getattr(style, name)]
        return "+".join([*self._named(style, text=bool(segment.text.strip())), *names])

    def _named(self, style: Style, *, text: bool) -> list[str]:
        """Background and, under words, foreground: on blanks it is not seen."""
        given = [("g", style.bgcolor), *([("c", style.color)] if text else [])]
        return [f"{kind}{self._number(str(colour.name))}" for kind, colour in given if colour]

    def _number(self, name: str) -> int:
        return self._colours.setdefault(name, len(self._colours))
