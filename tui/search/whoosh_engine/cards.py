"""What is asked of all articles at once, as columns: ids, dates, fields, and one row a statement."""

from __future__ import annotations

from array import array
from functools import cached_property
from itertools import starmap
from typing import TYPE_CHECKING, Any

from tui.search.model import Said
from tui.search.nodes import And, DocumentField, Node, Not, Or, Stated, Valued
from tui.search.values import is_in, meets, says
from tui.search.whoosh_engine import sections

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tui.search.model import Document

CARDS = ".crd"
CODED = ("meeting", "outlet", "place")
SAID = ("indicator", "role", "unit", "period", "speaker")


class _Codes:
    """A column of few different texts, as numbers into a list of them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.column = array("I")

    def add(self, value: str) -> None:
        self.column.append(self._numbers.setdefault(value, len(self._numbers)))

    @property
    def values(self) -> list[str]:
        return list(self._numbers)


class CardsWriter:
    """Gathers the columns of a segment."""

    def __init__(self) -> None:
        self._articles: list[str] = []
        self._days = array("i")
        self._coded = {name: _Codes() for name in (*CODED, *SAID)}
        self._rows = array("I")
        self._low, self._high = array("d"), array("d")

    def add(self, document: Document) -> None:
        """Take an article, numbered after all before it."""
        number = len(self._articles)
        self._articles.append(document.article)
        self._days.append(document.date.toordinal() if document.date else 0)
        for name in CODED:
            self._coded[name].add(getattr(document, name))
        for said in document.said:
            self._rows.append(number)
            self._low.append(said.low)
            self._high.append(said.high)
            for name in SAID:
                self._coded[name].add(getattr(said, name))

    def pack(self) -> bytes:
        """The bytes of the columns."""
        columns: dict[str, Any] = {"articles": self._articles, "days": self._days, "rows": self._rows}
        columns |= {"low": self._low, "high": self._high}
        for name, codes in self._coded.items():
            columns |= {f"{name}.codes": _narrow(codes.column), f"{name}.values": codes.values}
        return sections.pack(columns)


def _narrow(codes: array[int]) -> array[int]:
    most = max(codes, default=0)
    return array("B" if most < 1 << 8 else "H" if most < 1 << 16 else "I", codes)


class Cards:
    """The columns of a segment, each read on first use."""

    def __init__(self, buffer: memoryview | bytes) -> None:
        self._columns = sections.Sections(buffer)
        self._codes: dict[str, tuple[array[int], list[str]]] = {}

    @cached_property
    def articles(self) -> list[str]:
        """Ids, by number of the article."""
        return self._columns.texts("articles")

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of the article by id; the later of two."""
        return dict(zip(self.articles, range(len(self.articles)), strict=True))

    @cached_property
    def days(self) -> array[int]:
        """Ordinals of the meetings' days, 0 without one."""
        return self._columns.numbers("days")

    @cached_property
    def _by_day(self) -> tuple[list[int], list[int]]:
        order = sorted(range(len(self.days)), key=self.days.__getitem__)
        return [self.days[number] for number in order], order

    def dated(self, first: int, last: int) -> set[int]:
        """The articles whose day lies from `first` to `last`."""
        from bisect import bisect_left, bisect_right

        days, order = self._by_day
        return set(order[bisect_left(days, max(first, 1)) : bisect_right(days, last)])

    def codes(self, name: str) -> tuple[array[int], list[str]]:
        """The column of a field with few values: numbers, and what they stand for."""
        if name not in self._codes:
            self._codes[name] = self._columns.numbers(f"{name}.codes"), self._columns.texts(f"{name}.values")
        return self._codes[name]

    def in_field(self, name: DocumentField, asked: str) -> set[int]:
        """The articles whose field answers to `asked`."""
        codes, values = self.codes(name)
        wanted = {number for number, value in enumerate(values) if is_in(name, asked, value)}
        return {number for number, code in enumerate(codes) if code in wanted} if wanted else set()

    def stating(self, node: Node) -> set[int]:
        """The articles that hold one statement satisfying `node`."""
        return set(map(self._articles_of.__getitem__, self._rows(node, range(len(self._articles_of)))))

    @cached_property
    def _articles_of(self) -> array[int]:
        return self._columns.numbers("rows")

    def _rows(self, node: Node, among: Iterable[int]) -> list[int]:
        """The rows of `among` whose statement satisfies `node`, in order."""
        match node:
            case Stated():
                return self._having(node.name, among, lambda value: says(node.name, node.value, value))
            case Valued():
                return self._valued(node, among)
            case And():
                for part in node.nodes:
                    among = self._rows(part, among)
                return list(among)
            case Or():
                rows = list(among)
                return sorted({row for part in node.nodes for row in self._rows(part, rows)})
            case Not():
                rows = list(among)
                out = set(self._rows(node.node, rows))
                return [row for row in rows if row not in out]
            case _:
                return []

    def _valued(self, node: Valued, among: Iterable[int]) -> list[int]:
        low, high = self._bounds
        if node.unit:
            among = self._having("unit", among, node.unit.__eq__)
        return [row for row in among if meets(low[row], high[row], node.unit, node)]

    @cached_property
    def _bounds(self) -> tuple[array[float], array[float]]:
        return self._columns.numbers("low"), self._columns.numbers("high")

    def _having(self, name: str, among: Iterable[int], answers: Callable[[str], bool]) -> list[int]:
        codes, values = self.codes(name)
        wanted = {number for number, value in enumerate(values) if answers(value)}
        return [row for row in among if codes[row] in wanted] if wanted else []

    def rows_of(self, name: str) -> Iterable[tuple[int, str]]:
        """Pairs of article and value of a statement's field, one a statement."""
        codes, values = self.codes(name)
        return zip(self._articles_of, map(values.__getitem__, codes), strict=True)


def said_of(rows: Iterable[Iterable[Any]]) -> tuple[Said, ...]:
    """Statements as they were stored."""
    return tuple(starmap(Said, rows))
