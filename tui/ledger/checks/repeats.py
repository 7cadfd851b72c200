"""Many figures that one paper repeats after another are one check: a reader wants to know it once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tui.ledger.model import Check

_REPEATED = frozenset({"same_number", "may_be_copied"})
_SHOWN = 6
"""More pairs of equal numbers than these are only counted in the working; all are inputs."""


def gather(checks: Iterable[Check]) -> list[Check]:
    """The checks of a meeting, those of figures repeated after one earlier paper joined in one.

    Where one of these figures is told in nearly the same words, all of them may come from that paper.
    """
    found: list[Check] = []
    repeated: dict[tuple[str, str], list[Check]] = {}
    for check in checks:
        earlier = check.inputs[-1].mention
        if check.note in _REPEATED and earlier:
            repeated.setdefault((check.claim.article, earlier.article), []).append(check)
        else:
            found.append(check)
    return [*found, *(_join(group, *papers) for papers, group in repeated.items())]


def _join(group: Sequence[Check], later: str, earlier: str) -> Check:
    if len(group) == 1:
        return group[0]
    ordered = sorted(group, key=lambda check: check.claim.at)
    copied = any(check.note == "may_be_copied" for check in ordered)
    note = "may_be_copied" if copied else "same_number"
    left = len(ordered) - _SHOWN
    workings = [check.arithmetic for check in ordered[:_SHOWN]] + ([f"… + {left}"] if left > 0 else [])
    return replace(
        ordered[0],
        id=f"recount|{later}|{earlier}",
        indicator="",
        arithmetic="; ".join(workings),
        inputs=tuple(each for check in ordered for each in check.inputs),
        note=note,
    )
