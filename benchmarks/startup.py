"""CPU time to the first frame: an empty Textual app and Briefings over a warm catalogue, in turns.

    python -m benchmarks.startup [--rounds 9] [FOLDER]

Each start is a process of its own, without a terminal, that ends when its first frame is ready. The ratios are those of
the medians and of the fastest starts: the second is less moved by what else the machine does.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]

_FIRST_PAINT = """
import asyncio, json, os, resource, time
run = asyncio.run
def watched(main):
    # only now: a program that loads Textual in its own way must be measured doing so
    from textual.app import App
    display = App._display  # private: there is no public sign that a frame is about to be written
    def report(app, screen, frame):
        cpu = time.process_time()
        if frame is None:
            return display(app, screen, frame)
        rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(1, json.dumps({"cpu": cpu, "rss": rss}).encode())
        os._exit(0)
    App._display = report
    return run(main)
asyncio.run = watched
"""

_EMPTY = """
from textual.app import App
App().run(headless=True)
"""

_WARM = """
import sys
from pathlib import Path
from tui.config import parse_config
from tui.library import Library
from tui.screens import browse
config = parse_config(Path(sys.argv[1]).read_text(), Path(sys.argv[1]))
browse(Library(config), config, headless=True)
"""

_FILL = """
import sys
from pathlib import Path
from tui.config import parse_config
from tui.library import Library
config = parse_config(Path(sys.argv[1]).read_text(), Path(sys.argv[1]))
Library(config).refresh(lambda progress: None, lambda: False)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="CPU time to first paint, against an empty Textual app.")
    parser.add_argument("folder", nargs="?", type=Path, default=_ROOT / "seeds")
    parser.add_argument("--rounds", type=int, default=9)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        config = Path(name) / "config.toml"
        lines = (
            f"[corpus]\npaths = [{json.dumps(str(chosen.folder.resolve()))}]",
            f"[cache]\ndirectory = {json.dumps(str(Path(name) / 'cache'))}",
            f"[notes]\ndirectory = {json.dumps(str(Path(name) / 'notes'))}",
        )
        config.write_text("\n".join(lines), encoding="utf-8")
        _run(_FILL, config)
        _table(config, chosen.rounds)


def _table(config: Path, rounds: int) -> None:
    kinds = {"empty Textual app": _FIRST_PAINT + _EMPTY, "Briefings, warm": _FIRST_PAINT + _WARM}
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in kinds}
    for turn in range(rounds + 1):
        for name, code in kinds.items():
            found = json.loads(_run(code, config))
            if turn:  # the first start compiles and fills the disk's cache
                seen[name].append(found)
    (base, fastest), *_ = times = [_times(found) for found in seen.values()]
    print("| start | CPU, ratio | of the fastest | CPU, ms | fastest, ms | RSS, MB |\n|" + " --- |" * 6)
    for (name, found), (middle, least) in zip(seen.items(), times, strict=True):
        rss = statistics.median(each["rss"] for each in found)
        ratios = f"{middle / base:.2f} | {least / fastest:.2f}"
        print(f"| {name} | {ratios} | {1000 * middle:.0f} | {1000 * least:.0f} | {rss:.0f} |")


def _times(found: list[dict[str, float]]) -> tuple[float, float]:
    """The median and the least CPU time, in seconds."""
    return statistics.median(each["cpu"] for each in found), min(each["cpu"] for each in found)


def _run(code: str, config: Path) -> str:
    byte_code = {"PYTHONPYCACHEPREFIX": str(config.parent / "byte-code"), "PYTHONDONTWRITEBYTECODE": ""}
    terminal = {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "40"}
    state = {"XDG_STATE_HOME": str(config.parent / "state")}  # not where the user left off
    environment = {**os.environ, **byte_code, **terminal, **state, "PYTHONPATH": str(_ROOT)}
    command = [sys.executable, "-c", code, str(config)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment, cwd=_ROOT)
    return done.stdout


if __name__ == "__main__":
    main()
