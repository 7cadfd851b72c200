from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Shell:
    """Runs `briefings` as a process of its own, in a home of its own."""

    home: Path
    corpus: Path

    def __call__(self, *arguments: str | Path, **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui", *map(str, arguments)],
            cwd=self.home,
            env=self.environment(**env),
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def environment(self, **env: str) -> dict[str, str]:
        kept = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT", "PYTHONPYCACHEPREFIX"}}
        folders = {f"XDG_{name}_HOME": str(self.home / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
        return {**kept, **folders, "HOME": str(self.home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **env}


def make_shell(folder: Path) -> Shell:
    corpus = folder / "corpus"
    shutil.copytree(ROOT / "seeds", corpus)
    return Shell(folder, corpus)


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """One home for all tests of a module that change nothing in it."""
    return make_shell(tmp_path_factory.mktemp("shared"))


@pytest.fixture
def own_shell(tmp_path: Path) -> Shell:
    """A home for a test that changes it."""
    return make_shell(tmp_path)
