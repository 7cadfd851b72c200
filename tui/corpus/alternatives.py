"""Many words as one pattern that costs no more where there are more of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_Node = dict[str, "_Node"]
_END = ""


def any_of(words: Iterable[str]) -> str:
    r"""A pattern for any of `words`, which differ in more than case; where several fit, the longest is tried first.

    Common beginnings are matched once: `đã|đã ký|đạt` is `đ(?:ã(?:\ ký)?|ạt)`. Without words it matches nothing.
    """
    root: _Node = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(root) if root else r"(?!)"


def _pattern(node: _Node) -> str:
    branches = [re.escape(letter) + _pattern(after) for letter, after in node.items() if letter != _END]
    if not branches:
        return ""
    if len(branches) == 1 and _END not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if _END in node else ''}"
