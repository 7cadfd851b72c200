"""What is read of sentences that each show one way of writing: readings.toml."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.corpus import parse
from tui.figures import find_figures
from tui.model import Dating
from tui.statements import load_lexicon, make_statements

READINGS = tomllib.loads((Path(__file__).parent / "readings.toml").read_text(encoding="utf-8"))["reading"]


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading["text"])
def test_what_is_read(reading: dict[str, Any]) -> None:
    day: date | None = reading.get("day", date(2023, 10, 20))
    article = parse("a", "a.txt", ("Tin trong ngày\n\n" + reading["text"]).encode())
    found = make_statements(article, Dating(day, "stated", ""), find_figures(article), load_lexicon())
    told = {statement.figure.text: statement for statement in found}
    for printed, wanted in reading["figures"].items():
        assert printed in told, list(told)
        assert {name: getattr(told[printed], name) for name in wanted} == wanted, printed
