"""The query language: any text gives a query, and notices where a part of it was not understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.model import Span
from tui.search.analysis import tokens
from tui.search.model import Notice
from tui.search.nodes import (
    And,
    Fuzzy,
    InField,
    InTitle,
    Node,
    Not,
    Nothing,
    OneStatement,
    Or,
    Phrase,
    Prefix,
    Query,
    Stated,
    Term,
    Valued,
    Word,
)
from tui.search.values import parse_dates, parse_value

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_QUERY = 300
DEEPEST = 20
SHORTEST_PREFIX = 2
SHORTEST_FUZZY = 3
FIELDS = ("meeting", "date", "outlet", "place", "title", "indicator", "role", "unit", "value", "period", "speaker")

_ITEM = re.compile(
    r"""(?P<space>\s+)|(?P<open>\()|(?P<close>\))|(?P<minus>[-\u2212](?=[^\s)]))"""
    r"""|(?P<field>[^\W\d_]+):(?P<value>"[^"]*"?|[^\s()"]*)|"(?P<phrase>[^"]*)(?P<quote>"?)|(?P<chunk>[^\s()"]+)"""
)
_FUZZY = re.compile(r"~(\d*)\Z")
_PUNCTUATION = frozenset("-\u2013\u2014\u2212,;.:/&+%\u2026|\u2022")


class _Item(NamedTuple):
    """A piece of the query.

    kind: what it does
    at: its place
    node: what it means, for an operand
    """

    kind: Literal["open", "close", "or", "not", "node"]
    at: Span
    node: Node = Nothing()


@dataclass(slots=True)
class _Group:
    """What stands between two parentheses, while it is read.

    at: where it was opened
    negated: the group as a whole is left out
    groups: alternatives, each a list of what must all hold
    pending: place of a `not` that waits for its operand
    """

    at: Span
    negated: bool = False
    groups: list[list[Node]] = field(default_factory=lambda: [[]])
    pending: Span | None = None
    last_or: Span | None = None

    def add(self, node: Node) -> None:
        self.groups[-1].append(Not(node) if self.pending else node)
        self.pending = self.last_or = None


def parse_query(text: str, *, typing: bool = False, plain: bool = False) -> Query:
    """What `text` means: never an error, and time linear in its length.

    `typing`: the last word, unless a space follows it, is also the beginning of longer ones.
    `plain`: words only, without operators and fields.
    """
    kept = text[:LONGEST_QUERY]
    notices: list[Notice] = []
    if len(text) > LONGEST_QUERY:
        notices.append(Notice("too_long", Span(LONGEST_QUERY, len(text)), {"most": str(LONGEST_QUERY)}))
    if plain:
        node = _all([_word(exact, folded, Span(start, end)) for exact, folded, _, start, end in tokens(kept)])
    else:
        node = _Parser(notices).parse(kept)
    if typing:
        node = _unfinished(node, len(kept))
    return Query(text, node, tuple(sorted(notices, key=lambda notice: notice.at)))


def _word(exact: str, folded: str, at: Span) -> Word:
    return Word(exact, accented=True, at=at) if exact != folded else Word(folded, accented=False, at=at)


def _unfinished(node: Node, end: int) -> Node:
    """`node` with the word that ends at `end`, if there is one, also as a prefix; left out while it is one letter."""
    match node:
        case Word() if node.at.end == end and len(node.form) >= SHORTEST_PREFIX:
            return Or((node, Prefix(node.form, node.accented, node.at)))
        case And():
            kept = [part for part in node.nodes if not _is_one_letter(part, end)]
            return _joined(And, [_unfinished(part, end) for part in kept])
        case Or():
            return Or(tuple(_unfinished(part, end) for part in node.nodes))
        case _:
            return node


def _is_one_letter(node: Node, end: int) -> bool:
    return isinstance(node, Word) and node.at.end == end and len(node.form) < SHORTEST_PREFIX


class _Parser:
    """Reads one query, collecting notices."""

    def __init__(self, notices: list[Notice]) -> None:
        self._notices = notices

    def parse(self, text: str) -> Node:
        """The meaning of `text`."""
        stack = [_Group(Span(0, 0))]
        ignored = 0
        for item in self._items(text):
            group = stack[-1]
            if item.kind == "open" and len(stack) > DEEPEST:
                self._note("too_deep", item.at, most=str(DEEPEST))
                ignored += 1
            elif item.kind == "open":
                stack.append(_Group(item.at))
            elif item.kind == "close" and ignored:
                ignored -= 1
            elif item.kind == "close" and len(stack) == 1:
                self._note("unopened", item.at)
            elif item.kind == "close":
                self._close(stack)
            else:
                self._take(group, item)
        while len(stack) > 1:
            self._note("unclosed", stack[-1].at)
            self._close(stack)
        return _whole(self._meaning(stack[0]))

    def _take(self, group: _Group, item: _Item) -> None:
        if item.kind == "node":
            group.add(item.node)
        elif item.kind == "not":
            # twice not is nothing at all
            group.pending = None if group.pending else item.at
        elif group.pending or not group.groups[-1]:
            self._note("lonely_or", item.at)
        else:
            group.groups.append([])
            group.last_or = item.at

    def _close(self, stack: list[_Group]) -> None:
        closed = stack.pop()
        node = self._meaning(closed)
        if not isinstance(node, Nothing):
            stack[-1].add(node)

    def _meaning(self, group: _Group) -> Node:
        if group.pending:
            self._note("lonely_not", group.pending)
        if group.last_or:
            self._note("lonely_or", group.last_or)
        return _any([_all(nodes) for nodes in group.groups if nodes])

    def _note(self, code: str, at: Span, **params: str) -> None:
        self._notices.append(Notice(code, at, params))

    def _items(self, text: str) -> Iterator[_Item]:
        for found in _ITEM.finditer(text):
            at = Span(*found.span())
            if found["open"]:
                yield _Item("open", at)
            elif found["close"]:
                yield _Item("close", at)
            elif found["minus"]:
                yield _Item("not", at)
            elif not found["space"]:
                yield from self._operand(found, at)

    def _operand(self, found: re.Match[str], at: Span) -> Iterator[_Item]:
        if found["field"] is not None:
            yield from self._field(found, at)
        elif found["phrase"] is not None:
            if not found["quote"]:
                self._note("unclosed_phrase", at)
            yield from self._term(found["phrase"], found.start("phrase"), at)
        elif found["chunk"] == "OR":
            yield _Item("or", at)
        elif found["chunk"] == "NOT":
            yield _Item("not", at)
        elif found["chunk"] != "AND":
            yield from self._chunk(found["chunk"], at)

    def _chunk(self, chunk: str, at: Span) -> Iterator[_Item]:
        node = self._pattern(chunk, at)
        if node is not None:
            yield _Item("node", at, node)
        elif not _PUNCTUATION.issuperset(chunk):
            self._note("no_words", at, text=chunk)

    def _term(self, text: str, offset: int, at: Span) -> Iterator[_Item]:
        node = _words(text, offset)
        if node is None:
            self._note("no_words", at, text=text)
        else:
            yield _Item("node", at, node)

    def _pattern(self, chunk: str, at: Span) -> Term | None:
        """A word, with a star for a prefix or a tilde for about; several words in one are a phrase."""
        if chunk.endswith("*"):
            return self._prefix(chunk, at)
        about = _FUZZY.search(chunk)
        if about and about.start():
            return self._fuzzy(chunk[: about.start()], about, at)
        if "*" in chunk.strip("*"):
            self._note("inner_star", at)
        return _words(chunk, at.start)

    def _prefix(self, chunk: str, at: Span) -> Term | None:
        term = _words(chunk.rstrip("*"), at.start)
        if isinstance(term, Word):
            if len(term.form) >= SHORTEST_PREFIX:
                return Prefix(term.form, term.accented, term.at)
            self._note("short_prefix", at, least=str(SHORTEST_PREFIX))
        elif term is not None:
            self._note("inner_star", at)
        return term

    def _fuzzy(self, stem: str, about: re.Match[str], at: Span) -> Term | None:
        term = _words(stem, at.start)
        if about[1] and about[1] != "1":
            self._note("fuzzy_edits", Span(at.start + about.start(), at.end))
        if not isinstance(term, Word):
            return term
        if len(term.form) >= SHORTEST_FUZZY:
            return Fuzzy(term.form, term.accented, term.at)
        self._note("short_fuzzy", at, least=str(SHORTEST_FUZZY))
        return term

    def _field(self, found: re.Match[str], at: Span) -> Iterator[_Item]:
        name, raw = found["field"].lower(), found["value"]
        value = raw.strip('"').strip()
        if name not in FIELDS:
            yield from self._chunk(found["field"], Span(*found.span("field")))
            if value:
                self._note("unknown_field", Span(at.start, found.end("field")), field=found["field"])
                yield from self._term(value, found.start("value"), at)
            return
        if not value:
            self._note("empty_field", at, field=name)
            return
        node = self._field_node(name, raw, Span(*found.span("value")))
        if node is not None:
            yield _Item("node", at, node)

    def _field_node(self, name: str, raw: str, at: Span) -> Node | None:
        value = raw.strip('"').strip()
        match name:
            case "date":
                return self._understood(parse_dates(value), "bad_date", at, value)
            case "value":
                return self._understood(parse_value(value), "bad_value", at, value)
            case "title":
                term = _words(value, at.start) if raw.startswith('"') else self._pattern(value, at)
                return self._understood(InTitle(term) if term else None, "no_words", at, value)
            case "meeting" | "outlet" | "place":
                return InField(name, value)
            case "indicator" | "role" | "unit" | "period" | "speaker":
                return Stated(name, value)
            case _:
                return None

    def _understood(self, node: Node | None, code: str, at: Span, value: str) -> Node | None:
        if node is None:
            self._note(code, at, text=value)
        return node


def _words(text: str, offset: int) -> Word | Phrase | None:
    found = [_word(token.exact, token.folded, Span(offset + token.start, offset + token.end)) for token in tokens(text)]
    if not found:
        return None
    return found[0] if len(found) == 1 else Phrase(tuple(found))


def _is_said(node: Node) -> bool:
    """Whether `node` speaks of a statement that is still to be chosen."""
    match node:
        case Stated() | Valued():
            return True
        case Not():
            return _is_said(node.node)
        case Or():
            return all(map(_is_said, node.nodes))
        case _:
            return False


def _whole(node: Node) -> Node:
    """`node` as a condition on an article: one of its statements must answer."""
    if not _is_said(node):
        return node
    return Not(_whole(node.node)) if isinstance(node, Not) else OneStatement(node)


def _all(nodes: list[Node] | list[Word]) -> Node:
    """All of `nodes`; fields of statements that stand side by side speak of one and the same statement."""
    said = [node for node in nodes if _is_said(node)]
    rest: list[Node] = [node for node in nodes if not _is_said(node)]
    if len(nodes) == 1:
        return nodes[0]
    if any(not isinstance(node, Not) for node in said):
        rest.append(OneStatement(said[0] if len(said) == 1 else And(tuple(said))))
    else:
        rest.extend(map(_whole, said))
    return _joined(And, rest)


def _any(nodes: list[Node]) -> Node:
    if len(nodes) > 1 and not all(map(_is_said, nodes)):
        nodes = [_whole(node) for node in nodes]
    return _joined(Or, nodes)


def _joined(kind: type[And | Or], nodes: list[Node]) -> Node:
    if not nodes:
        return Nothing()
    return nodes[0] if len(nodes) == 1 else kind(tuple(nodes))
