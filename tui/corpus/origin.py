"""Where an article comes from, as it says itself: its province, its outlet, its author."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.corpus.characters import fold
from tui.corpus.names import place_pattern, places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Paragraph, ParagraphKind

CAPITAL = "Hà Nội"
_OPENING, _CLAUSE = 80, 400
_AGENCY = re.compile(r"(?:[^\W\d_][\w .]{1,30}\s)?\(([^()]{2,30})\)\s*[-–—:]")
_LABEL = re.compile(
    r"[\s(]*(?:Nguồn tin|Nguồn|NGUỒN|Link gốc|Theo nguồn|Theo|THEO|Nhóm phóng viên|Nhóm PV|Phóng viên|PV|Tác giả|"
    r"Thực hiện|Bài và ảnh|Bài, ảnh|Tin, bài|Tin, ảnh|Tin và ảnh|Tin|Bài|Ảnh)(?:\s*:\s*|\s+|$)"
)
_PAPER = re.compile(r"bao\s+(.+)")
# the people of a province who attend at its own point
_LOCAL = re.compile(r"ubnd|tinh uy|thanh uy|hdnd|so, |so, nganh|tinh\b")


@cache
def _point() -> re.Pattern[str]:
    return re.compile(
        rf"diem cau\s+(?:(?:cua|tai|chinh|tru so)\s+)?(?:(?:ubnd|tinh uy|thanh uy|van phong)\s+)?"
        rf"(?:(?:tinh|thanh pho|tp\.?|thu do)\s*)?({place_pattern()})\b"
    )


@cache
def _dateline() -> re.Pattern[str]:
    return re.compile(
        rf"\(?(?:tp\.?\s*)?({place_pattern()})\)?(?:\s*,?\s*\([^()]{{2,30}}\)|,? ngay [\d/.-]+)?\s*[-–—:]\s"
    )


def outlet(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The paper or agency named in a source line or a dateline; empty where none is."""
    named = _first(text, paragraphs, "source")
    if named:
        return _LABEL.sub("", named, count=1).strip(" ().")
    opening = _AGENCY.match(_lead(text, paragraphs)[:_OPENING])
    return opening[1].strip() if opening and not any(map(str.isdigit, opening[1])) else ""


def byline(text: str, paragraphs: Sequence[Paragraph]) -> str:
    """The author as named at the foot of the report; empty where none is."""
    return _LABEL.sub("", _first(text, paragraphs, "byline"), count=1).strip(" ().|")


def place(text: str, paragraphs: Sequence[Paragraph], source: str) -> str:
    """The province or city the paper writes from; empty where not stated.

    A dateline says it, or the point from which local people attended a conference, or the paper's name (`source`);
    the capital, where the Government sits, counts only where nothing else is named.
    """
    lead = _lead(text, paragraphs)
    dateline = _dateline().match(fold(lead[:_OPENING]))
    stated = places()[dateline[1]] if dateline and _heads(lead, dateline) else ""
    if stated and stated != CAPITAL:
        return stated
    paper = _PAPER.fullmatch(fold(source))
    return _attended(text) or (places().get(paper[1], "") if paper else "") or stated


def _heads(lead: str, dateline: re.Match[str]) -> bool:
    return lead[dateline.start(1) : dateline.end(1)].isupper() or "(" in dateline[0]


def _attended(text: str) -> str:
    """The point of the conference the report is about: the capital's own only where its people are named there."""
    folded = fold(text)
    capital = ""
    for point in _point().finditer(folded):
        name = places()[point[1]]
        if name != CAPITAL:
            return name
        near = max(0, point.start() - _CLAUSE)
        clause = folded[max(near, folded.rfind(".", near, point.start()) + 1) : point.end() + _OPENING]
        if _LOCAL.search(clause) and "thu tuong" not in clause:
            capital = CAPITAL
    return capital


def _lead(text: str, paragraphs: Sequence[Paragraph]) -> str:
    return _first(text, paragraphs, "body")


def _first(text: str, paragraphs: Sequence[Paragraph], kind: ParagraphKind) -> str:
    return next((text[each.at.start : each.at.end] for each in paragraphs if each.kind == kind), "")
