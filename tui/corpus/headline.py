"""The headline of a report: its first line, or one made from its first sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.corpus.characters import fold
from tui.corpus.sentences import split
from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Paragraph

LONGEST_DERIVED = 90
_LONGEST, _FEWEST_WORDS = 200, 3
_NO_HEADLINE = re.compile(
    r"(?:(?:rang |som |trua |chieu |toi |dem )?(?:ngay |sang |trua |chieu |toi )+\d|"
    r"(?:sang|trua|chieu|toi|hom) (?:nay|qua)|[-*•+]\s|\d{1,2}[/.-]\d{1,2}\b|"
    r"\(?[\w.+ ]{2,30}\)?\s[-–—]\s(?:sang|chieu|toi|ngay)\b)"
)
_EVENT = re.compile(
    r"\b(?:hoi nghi|phien hop|ky hop|cuoc hop|hoi thao|dien dan|buoi lam viec|le ky|le cong bo|phien chat van|"
    r"phien thao luan|cuoc lam viec|phien giai trinh|toa dam)\b"
)
_OPENING_CLAUSE = re.compile(
    r"(?:[^-–—,.]{2,40}(?:\([^()]{2,30}\))?\s[-–—]\s)?(?:(?:ngay|rang|sang|trua|chieu|toi|tai|trong|theo|hom|vao)\b[^,]{0,80},\s*)*"
)
_CLAUSE = re.compile(r"[,;:]\s|\s[-–—(]|\s(?:ve|nham|de|do|va|voi|trong|tai|vao|duoi|theo)\s")


def is_headline(text: str, paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the paragraph at `index` heads the ones after it: short, without a full stop, and no dateline."""
    line = _words(text, paragraphs[index])
    following = [each for each in paragraphs[index + 1 :] if each.kind == "body"]
    return (
        bool(following)
        and len(line) <= _LONGEST
        and len(line.split()) >= _FEWEST_WORDS
        and line[-1] not in ".…,;:"
        and (line[0].isupper() or not line[0].isalpha())
        and not _NO_HEADLINE.match(fold(line))
        and len(split(line, Span(0, len(line)))) == 1
        and any(len(_words(text, each)) > len(line) or _words(text, each)[-1] == "." for each in following)
    )


def derive(sentence: str) -> str:
    """A headline from a report's first sentence: the event it names, cut where a clause ends."""
    folded = fold(sentence)
    event = _EVENT.search(folded)
    opening = _OPENING_CLAUSE.match(folded)
    start = event.start() if event else opening.end() if opening and opening.end() < len(sentence) else 0
    title = sentence[start:].rstrip(" .…;:,|")
    if len(title) > LONGEST_DERIVED:
        title = _cut(title)
    return title[:1].upper() + title[1:]


def _cut(title: str) -> str:
    ends = [found.start() for found in _CLAUSE.finditer(fold(title[: LONGEST_DERIVED + 1]))]
    if ends and ends[-1] >= LONGEST_DERIVED // 3:
        return title[: ends[-1]]
    space = title.rfind(" ", 0, LONGEST_DERIVED)
    return title[: space if space > 0 else LONGEST_DERIVED - 1] + "…"


def _words(text: str, paragraph: Paragraph) -> str:
    return text[paragraph.at.start : paragraph.at.end]
