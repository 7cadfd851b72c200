"""A directive cut into short clauses, each with one thing to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tui.model import Span

if TYPE_CHECKING:
    from tui.statements.commitments.directives import Stretch
    from tui.statements.commitments.lexicon import CommitmentLexicon

_JOINT = re.compile(r"\s*(?:;|,? (?:và|đồng thời)(?= )|[,:])\s*")
_EDGES = ' ,;:.…"“”|'
_ALIKE = 75
_MODAL = re.compile(r"(?:(?:cần|phải|sẽ|hãy|để|nhất là|đồng thời|làm sao) ){1,3}")
_EMPTY = re.compile(r"\s*(?:tốt|mạnh mẽ|mạnh|có hiệu quả|hiệu quả|hơn nữa|tích cực)?[\s,.;…]*\Z")


class Clause(NamedTuple):
    """One thing to do: where, its verb in lower case, and whether a `;` or the start stands before it."""

    at: Span
    verb: str
    apart: bool


def cut(stretch: Stretch, text: str, lexicon: CommitmentLexicon) -> list[Clause]:
    """The clauses of `stretch`, in order, without the words before its first verb."""
    words = stretch.words
    starts = _starts(stretch, text, lexicon)
    clauses = []
    for index, (start, apart) in enumerate(starts):
        end = starts[index + 1][0] if index + 1 < len(starts) else len(words)
        closed = lexicon.closes.search(words, start, end)
        semicolon = words.find(";", start, end)
        end = min(end, closed.start() if closed else end, semicolon if semicolon >= 0 else end)
        clauses.append((start, end, apart))
    joined = _alike(_bare(clauses, words, lexicon), words, lexicon)
    return [clause for piece in joined if (clause := _clause(piece, stretch, text, lexicon))]


def first_verb(stretch: Stretch, text: str, lexicon: CommitmentLexicon) -> re.Match[str] | None:
    """The first verb of `stretch` that is no part of a name ("Bộ Xây dựng"); None without one."""
    words, base = stretch.words, stretch.at.start
    found = lexicon.verb.search(words)
    while found:
        whole = not found.start() or not words[found.start() - 1].isalnum()
        if whole and (not words[: found.start()].strip() or not text[base + found.start(1)].isupper()):
            return found
        found = lexicon.verb.search(words, found.start() + 1)
    return None


def _starts(stretch: Stretch, text: str, lexicon: CommitmentLexicon) -> list[tuple[int, bool]]:
    """Where clauses start: the first verb, and each verb after a comma, `;`, "và" or "đồng thời"."""
    words = stretch.words
    first = first_verb(stretch, text, lexicon)
    if first is None:
        return []
    starts = [(first.start(), True)]
    joints = _JOINT.finditer(words, first.end())
    starts.extend((joint.end(), ";" in joint[0]) for joint in joints if lexicon.verb.match(words, joint.end()))
    return starts


def _bare(pieces: list[tuple[int, int, bool]], words: str, lexicon: CommitmentLexicon) -> list[tuple[int, int, bool]]:
    """Verbs without an object join the clause after them: "thúc đẩy, kết thúc đàm phán"."""
    joined: list[tuple[int, int, bool]] = []
    waiting: tuple[int, bool] | None = None
    for index, (start, end, apart) in enumerate(pieces):
        verb = lexicon.verb.match(words, start)
        here, mark = waiting if waiting and not apart else (start, apart)
        following = index + 1 < len(pieces) and not pieces[index + 1][2]
        joint = words[verb.end() : end].rstrip(" ,").removesuffix(" và") if verb else "-"
        if following and _EMPTY.match(joint):
            waiting = (here, mark)
            continue
        joined.append((here, end, mark))
        waiting = None
    return joined


def _alike(pieces: list[tuple[int, int, bool]], words: str, lexicon: CommitmentLexicon) -> list[tuple[int, int, bool]]:
    """Short neighbours about the same thing are one: "củng cố thị trường hiện có, mở rộng thị trường mới"."""
    joined: list[tuple[int, int, bool]] = []
    for start, end, apart in pieces:
        if joined and not apart:
            before = joined[-1]
            short = max(before[1] - before[0], end - start) <= _ALIKE
            if short and _things(words[before[0] : before[1]], lexicon) & _things(words[start:end], lexicon):
                joined[-1] = (before[0], end, before[2])
                continue
        joined.append((start, end, apart))
    return joined


def _things(words: str, lexicon: CommitmentLexicon) -> set[str]:
    return {found[0] for _, pattern in lexicon.objects for found in pattern.finditer(words)}


def _clause(piece: tuple[int, int, bool], stretch: Stretch, text: str, lexicon: CommitmentLexicon) -> Clause | None:
    verb = lexicon.verb.match(stretch.words, piece[0])
    modal = _MODAL.match(stretch.words, piece[0])
    start, end = stretch.at.start + (modal.end() if modal else piece[0]), stretch.at.start + piece[1]
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    if text[start:end].endswith(" và"):
        end -= 3
    return Clause(Span(start, end), verb[1], piece[2]) if verb and end > start else None
