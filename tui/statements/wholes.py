"""Where a sentence tells of a part of a thing, and where it turns back to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.statements.at import At

_PART, _NEW = ("trong", "đó"), ";"


def tells_a_part(at: At, *, parted: bool) -> bool:
    """`CPI tăng 0,7%, trong đó hàng ăn tăng 1,5%`: whether the figure is of a part.

    `parted` tells it of the figure before, which a part goes on from up to the next `;`.
    """
    words = at.words[at.floor : at.slot.first]
    turns = at.index > 0 and any(words[index : index + 2] == _PART for index in range(len(words)))
    return turns or (parted and _NEW not in words)


def turns_to_all(at: At) -> bool:
    """`…, trong đó hàng ăn tăng 1,5%; bình quân 2 tháng tăng 2,9%`: a new clause with another time, and no name."""
    words = at.words[at.floor : at.slot.first]
    if _NEW not in words:
        return False
    first = at.floor + words.index(_NEW)
    return any(first < slot.first < at.slot.first for slot in at.reading.times)
