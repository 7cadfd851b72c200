"""Exit codes, which scripts rely on."""

from __future__ import annotations

OK = 0
PROBLEMS = 1  # the corpus had problems that were reported, or something failed
USAGE = 2  # wrong arguments or settings
INTERRUPTED = 130  # as shells have it
