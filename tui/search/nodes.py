"""What a query means, as a tree of frozen nodes that every engine evaluates."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search.model import Notice

DocumentField = Literal["meeting", "outlet", "place"]
StatementField = Literal["indicator", "role", "unit", "period", "speaker"]

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the title or the text.

    form: as `forms` gives it: exact if `accented`, else folded
    accented: matches only with these diacritics
    at: its place in the query
    """

    form: str
    accented: bool
    at: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words one after another.

    words: two or more
    """

    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins so.

    form, accented, at: as in `Word`
    """

    form: str
    accented: bool
    at: Span = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Any word at most one edit away: a letter more, less, other, or two swapped.

    form, accented, at: as in `Word`
    """

    form: str
    accented: bool
    at: Span = field(default=_NOWHERE, compare=False)


Term = Word | Phrase | Prefix | Fuzzy


@dataclass(frozen=True, slots=True)
class InTitle:
    """A term that stands in the title.

    term: what
    """

    term: Term


@dataclass(frozen=True, slots=True)
class InField:
    """A field of the article: the meeting's id begins so; outlet or place hold the words.

    name: which
    value: what was asked for
    """

    name: DocumentField
    value: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Days of the meeting as `date.toordinal` numbers, both included; an article without a date never matches.

    first, last: the days
    """

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stated:
    """A field of a statement.

    name: which
    value: what was asked for
    """

    name: StatementField
    value: str


@dataclass(frozen=True, slots=True)
class Valued:
    """A statement's value: its interval and the asked one have a point in common.

    low, high: the asked interval, infinite where open
    low_included, high_included: whether its ends belong to it
    unit: of measure; empty for any
    """

    low: float
    high: float
    low_included: bool = True
    high_included: bool = True
    unit: str = ""


@dataclass(frozen=True, slots=True)
class OneStatement:
    """The article holds one statement that satisfies all of `node`, which has only statement nodes in it.

    node: `Stated`, `Valued`, `And`, `Or`, `Not`
    """

    node: Node


@dataclass(frozen=True, slots=True)
class And:
    """All of them.

    nodes: two or more
    """

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them.

    nodes: two or more
    """

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything else.

    node: what is left out
    """

    node: Node


@dataclass(frozen=True, slots=True)
class Nothing:
    """No article: the query of an empty line."""


Node = Term | InTitle | InField | Dated | Stated | Valued | OneStatement | And | Or | Not | Nothing


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was understood.

    text: as typed
    node: what it means
    notices: what of it was not understood, in the order of the text
    """

    text: str
    node: Node
    notices: tuple[Notice, ...] = ()


def wanted_terms(node: Node) -> Iterator[Term | InTitle]:
    """The terms that make an article match: those not under a `Not`, in the order of the query."""
    match node:
        case And() | Or():
            for part in node.nodes:
                yield from wanted_terms(part)
        case Word() | Phrase() | Prefix() | Fuzzy() | InTitle():
            yield node
        case _:
            return


def scored_terms(node: Node) -> tuple[list[Word], list[Prefix | Fuzzy | InTitle]]:
    """What the score of `node` is the sum of: words, those of phrases each, and what counts the same in every match."""
    words: list[Word] = []
    constants: list[Prefix | Fuzzy | InTitle] = []
    for term in dict.fromkeys(wanted_terms(node)):
        if isinstance(term, Word):
            words.append(term)
        elif isinstance(term, Phrase):
            words.extend(dict.fromkeys(term.words))
        else:
            constants.append(term)
    return words, constants
