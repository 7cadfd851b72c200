"""Claims in the text tested against the other figures; each check shows its arithmetic.

Precision comes first: `conflict` only where no value the words allow can be right, and nothing at all where it is
not sure that two figures belong together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.ledger.checks import counts, growth, multiples, totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.ledger.checks.facts import Facts, Found

__all__ = ["find_checks"]


def find_checks(facts: Facts) -> Iterator[Found]:
    """Every check on one family of indicators, each with the id of the meeting it belongs to."""
    for module in (multiples, totals, counts, growth):
        yield from module.find(facts)
