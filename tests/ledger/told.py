"""Statements written by hand, for testing the ledger without the parts that find them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.ledger.build import build
from tui.model import Card, Commitment, Dating, Extraction, Figure, Meeting, Span, Statement

if TYPE_CHECKING:
    from tui.ledger.model import Ledger

SEEDS = Path(__file__).parents[2] / "seeds"


class Known(NamedTuple):
    """An indicator as the ledger needs it."""

    kind: str = "flow"
    better: str = "up"
    weights: dict[str, float] = {}  # noqa: RUF012 - never changed


@dataclass(frozen=True)
class Words:
    """A lexicon of a few indicators."""

    known: dict[str, Known]

    def indicator(self, name: str, /) -> Any:
        return self.known.get(name)


_FLOWS = (
    "gdp exports imports trade_turnover fdi_registered fdi_disbursed public_investment budget_revenue "
    "high_level_activities outgoing_visits incoming_delegations agreements_signed upgraded_relations "
    "mission_promotion_activities local_promotion_activities local_agreements unesco_new film_crews jobs_created "
    "international_visitors new_enterprises trade_balance"
)
_STOCKS = "diplomatic_relations strategic_partners fta_count fta_partners evipa_ratifications unesco_total"
LEXICON = Words(
    {
        **{name: Known() for name in _FLOWS.split()},
        **{name: Known("stock") for name in _STOCKS.split()},
        "cpi": Known("rate", "down"),
        "unemployment": Known("rate", "down"),
        "budget_deficit": Known("flow", "down"),
        "public_debt": Known("stock", "down"),
        "credit_growth": Known("stock", "none"),
    }
)


class Row(NamedTuple):
    """One figure: what it is, and how to find it (`core` inside `near`, a stretch that occurs once)."""

    core: str
    near: str
    facts: dict[str, Any]


def row(core: str, indicator: str, period: str = "", role: str = "result", near: str = "", **facts: Any) -> Row:
    """A figure printed as `core`; its value is read from it unless `low` is given."""
    return Row(core, near or core, {"indicator": indicator, "period": period, "role": role, **facts})


@dataclass(frozen=True)
class Paper:
    """One article: its id, its text and its figures; `quotes` are the commitments it prints."""

    id: str
    text: str
    rows: tuple[Row, ...]
    outlet: str = ""
    quotes: tuple[str, ...] = ()

    @property
    def card(self) -> Card:
        dating = Dating(None, "unknown", "")
        return Card(self.id, f"{self.id}.txt", self.id, self.outlet, "", "", self.id, dating, frozenset())

    def extraction(self) -> Extraction:
        statements = sorted((self._statement(each) for each in self.rows), key=lambda each: each.figure.at)
        return Extraction(self.card, tuple(statements), tuple(self._commitment(quote) for quote in self.quotes))

    def _find(self, words: str) -> int:
        assert self.text.count(words) == 1, f"{self.id}: {words!r} occurs {self.text.count(words)} times"
        return self.text.index(words)

    def _statement(self, each: Row) -> Statement:
        start = self._find(each.near) + each.near.index(each.core)
        at = Span(start, start + len(each.core))
        facts = dict(each.facts)
        low = facts.pop("low", None)
        low = float(each.core.rstrip("%").strip().replace(",", ".")) if low is None else float(low)
        figure = Figure(
            self.id, at, at, each.core, facts.pop("bound", "exact"), low, float(facts.pop("high", low)),
            facts.pop("direction", None), facts.pop("unit", "count"), facts.pop("noun", ""),
        )  # fmt: skip
        defaults = {"measure": "level", "place": "VN", "speaker": "", "cue": "", "rule": "hand", "confidence": 1.0}
        return Statement(figure, self._line(start), period_source="stated", **{**defaults, **facts})

    def _line(self, start: int) -> Span:
        """The sentence: up to the stops that end a line or come before a capital letter."""
        ends = [i + 1 for i, c in enumerate(self.text) if c == "\n" or self.text[i : i + 2] == ". "]
        first = max((end for end in ends if end <= start), default=0)
        return Span(first, min((end for end in ends if end > start), default=len(self.text)))

    def _commitment(self, quote: str) -> Commitment:
        at = Span(self._find(quote), self._find(quote) + len(quote))
        return Commitment(
            f"{self.id}#{at.start}", self.id, at, at, quote, "", "", "", "action", "vague", "", "hand", ()
        )


@dataclass
class Told:
    """Meetings with their papers."""

    papers: dict[str, tuple[Paper, ...]] = field(default_factory=dict)

    def meetings(self) -> tuple[Meeting, ...]:
        return tuple(
            Meeting(day, day, Dating(_day(day), "stated", ""), tuple(paper.card for paper in papers))
            for day, papers in sorted(self.papers.items())
        )

    def extractions(self) -> dict[str, Extraction]:
        return {paper.id: paper.extraction() for papers in self.papers.values() for paper in papers}

    def passage(self, article: str, at: Span) -> str:
        texts = {paper.id: paper.text for papers in self.papers.values() for paper in papers}
        return texts[article][at.start : at.end]

    def ledger(self, **given: Any) -> Ledger:
        lexicon = given.pop("lexicon", LEXICON)
        return build(self.meetings(), self.extractions(), lexicon, passage=self.passage, **given)


def _day(name: str) -> date | None:
    return date.fromisoformat(name[:10]) if name[:1].isdigit() else None


def told(*meetings: tuple[str, str, list[Row]]) -> Told:
    """Meetings of one paper each: day, text, figures."""
    return Told({day: (Paper(f"paper-{day}", text, tuple(rows)),) for day, text, rows in meetings})


def growth(core: str, period: str, role: str = "result", **facts: Any) -> Row:
    """A growth rate of the economy."""
    return row(core, "gdp", period, role, unit="%", measure="growth", **facts)
