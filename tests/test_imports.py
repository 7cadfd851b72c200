"""What is loaded when: a heavy library is imported where it is first needed, never before."""

from __future__ import annotations

import subprocess
import sys

import pytest


def loaded_by(statement: str) -> set[str]:
    """Names of the top-level packages in memory after `statement` in a new process."""
    program = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


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
