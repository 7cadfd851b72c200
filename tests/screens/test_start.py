from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HEAVY = ("whoosh", "tui.ledger", "tui.figures", "tui.statements", "markdown_it", "pygments", "tui.screens.search")


def test_the_first_frame_needs_nothing_heavy() -> None:
    code = f"import sys, tui.screens.app; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
