"""Paragraphs and what each is: title, body, caption, byline, source or page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args

from tui.corpus.characters import settle_tone
from tui.corpus.data import load
from tui.corpus.names import is_name
from tui.errors import LexiconError
from tui.model import Paragraph, ParagraphKind, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

Where = Literal["any", "between", "tail"]
LONGEST = 300
_FILE = "furniture.toml"
_TEXTS = ("id", "kind", "where", "pattern", "accepts", "refuses")
_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class LinePattern:
    """One way to tell a line of a page from the report.

    id: says what is recognised
    kind: what the line then is
    where: among all lines, between the first and the last, or among the last ones
    pattern: searched for in the line
    accepts, refuses: a line it must find and one it must not
    """

    id: str
    kind: ParagraphKind
    where: Where
    pattern: re.Pattern[str]
    accepts: str
    refuses: str

    def finds(self, line: str) -> bool:
        """Whether `line` is of this kind, wherever it stands."""
        return len(line) <= LONGEST and self.finds_settled(settle_tone(line))

    def finds_settled(self, line: str) -> bool:
        """The same of a line of usual length whose tone marks are settled."""
        return self.pattern.search(line) is not None


@cache
def patterns() -> tuple[LinePattern, ...]:
    """The patterns of furniture.toml in their order; a LexiconError names the entry that is wrong."""
    entries = load("tui.corpus", _FILE).get("pattern")
    if not isinstance(entries, list) or not entries:
        raise LexiconError(f"{_FILE}: [[pattern]] must hold at least one entry.")
    return tuple(_pattern(number, entry) for number, entry in enumerate(entries, 1))


def _pattern(number: int, entry: dict[str, Any]) -> LinePattern:
    name = entry.get("id", f"number {number}")
    for key in _TEXTS:
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise LexiconError(f"{_FILE}: pattern {name}: {key} must be a string that is not empty.")
    for key, allowed in (("kind", get_args(ParagraphKind)), ("where", get_args(Where))):
        if entry[key] not in allowed:
            raise LexiconError(f"{_FILE}: pattern {name}: {key} must be one of {', '.join(allowed)}.")
    try:
        compiled = re.compile(entry["pattern"])
    except re.error as error:
        raise LexiconError(f"{_FILE}: pattern {name}: not a regular expression: {error}.") from error
    return LinePattern(**{**{key: entry[key] for key in _TEXTS}, "pattern": compiled})


def lines(text: str) -> tuple[Span, ...]:
    """The lines of `text` that are not blank, without the space around them."""
    spans = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if words:
            start = line.start() + line[0].index(words[0])
            spans.append(Span(start, start + len(words)))
    return tuple(spans)


def classify(text: str, spans: Sequence[Span]) -> tuple[Paragraph, ...]:
    """The paragraphs at `spans`, each with its kind; a headline is still `body`."""
    found = [text[at.start : at.end] for at in spans]
    kinds: list[ParagraphKind] = [_anywhere(line) or "body" for line in found]
    body = [index for index, kind in enumerate(kinds) if kind == "body"]
    for index in body[1:-1]:
        kinds[index] = _kind(found[index], "between") or "body"
    for index in reversed(body[1:]):
        if kinds[index] == "body":
            tail = _tail(found[index])
            if tail is None:
                break
            kinds[index] = tail
    return tuple(Paragraph(at, kind) for at, kind in zip(spans, kinds, strict=True))


def _anywhere(line: str) -> ParagraphKind | None:
    return _kind(line, "any")


def _tail(line: str) -> ParagraphKind | None:
    return _kind(line, "tail") or ("byline" if is_name(line) else None)


def _kind(line: str, where: Where) -> ParagraphKind | None:
    if len(line) > LONGEST:
        return None
    settled = settle_tone(line)
    return next((each.kind for each in patterns() if each.where == where and each.finds_settled(settled)), None)
