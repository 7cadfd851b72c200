from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tui.search import open_engine

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tui.search import Engine


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search"


@pytest.fixture
def engine(folder: Path) -> Iterator[Engine]:
    with open_engine(folder) as opened:
        assert opened.capabilities.name == "whoosh"
        yield opened
