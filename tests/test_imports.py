"""What is loaded when: a heavy library is imported where it is first needed, never before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tui.config import CacheConfig, Config, CorpusConfig
from tui.library import Library

SEEDS = Path(__file__).parents[1] / "seeds"

EXTRACTING = {"tui.corpus", "tui.meetings", "tui.figures", "tui.statements"}
COMPARING = {"tui.search", "whoosh", "tui.ledger", "tui.exports", "tui.notes.model", "tui.catalogue.writing"}

FIRST_FRAME = """
import sys
from pathlib import Path
from tui.config import CacheConfig, Config, CorpusConfig
from tui.library import Library
from tui.screens import browse
seeds, cache = map(Path, sys.argv[1:])
config = Config(corpus=CorpusConfig(paths=(seeds,)), cache=CacheConfig(directory=cache))
from tui.screens.browse import BrowseScreen
seen = []
def painted(screen):
    seen.extend([sorted(sys.modules), ["article:", screen.article.id, len(screen.reader.stops)]])
    screen.app.exit()
BrowseScreen.start = painted
browse(Library(config), config, headless=True)
for each in seen:
    print(*each)
"""


def modules_after(program: str, *arguments: str, **environment: str) -> str:
    """What `program` prints in a new process."""
    command = [sys.executable, "-c", program, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, **environment})
    return run.stdout


def loaded_by(statement: str) -> set[str]:
    """Names of the top-level packages in memory after `statement` in a new process."""
    program = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    return set(modules_after(program).split())


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import tui.library", {"textual", "rich", "whoosh", "openpyxl"}),
        ("import tui.statements", {"textual", "rich", "whoosh", "sqlite3"}),
        ("import tui.ledger", {"textual", "rich", "whoosh", "sqlite3"}),
        ("import tui.search", {"textual", "rich", "whoosh"}),
        ("import tui.cli", {"textual", "whoosh"}),
        ("import tui.screens.app", {"whoosh", "openpyxl", "pytest"}),
    ],
)
def test_a_package_loads_only_what_it_needs(statement: str, absent: set[str]) -> None:
    assert loaded_by(statement) & absent == set()


def test_the_program_answers_for_its_version_without_the_screen_library() -> None:
    assert "textual" not in loaded_by(
        "import tui.cli\ntry:\n    tui.cli.main(['--version'])\nexcept SystemExit:\n    pass"
    )


def test_the_first_frame_of_a_known_corpus_needs_only_what_is_stored(tmp_path: Path) -> None:
    config = Config(corpus=CorpusConfig(paths=(SEEDS,)), cache=CacheConfig(directory=tmp_path / "cache"))
    with Library(config) as library:
        library.refresh(lambda _: None, lambda: False, 1)
        newest = library.meetings()[0].meeting.articles[0].id
    state = {name: str(tmp_path / "state") for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME")}
    loaded, shown = modules_after(FIRST_FRAME, str(SEEDS), str(tmp_path / "cache"), **state).splitlines()
    kind, article, stops = shown.split()
    assert (kind, article) == ("article:", newest)
    assert int(stops) > 0
    heavy = EXTRACTING | COMPARING | {"openpyxl", "concurrent.futures.process", "pytest"}
    assert {each for each in loaded.split() if any(f"{each}.".startswith(f"{name}.") for name in heavy)} == set()
