"""The page on the ledger names only tests that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from tui.ledger.model import CheckKind, Status

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "ledger.md").read_text(encoding="utf-8")


def test_every_test_it_names_exists() -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in HERE.glob("test_*.py"))
    named = set(re.findall(r"`(test_\w+|Test\w+)`", PAGE))
    assert len(named) > 40
    assert {name for name in named if not re.search(rf"(?:def|class) {name}\b", source)} == set()


def test_it_tells_every_status_and_every_check() -> None:
    missing = [code for code in (*get_args(Status), *get_args(CheckKind)) if f"`{code}`" not in PAGE]
    assert missing == []
