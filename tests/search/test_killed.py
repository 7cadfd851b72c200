"""kill -9 at any moment leaves the index as of one commit, the old or the new, and the lock free."""

# ruff: noqa: S311 - made-up articles and moments need no secrets

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.search.corpora import corpus
from tui.search import open_engine, parse_query

if TYPE_CHECKING:
    from pathlib import Path

EVERYTHING = parse_query("tang OR -tang")


def kill_and_look(folder: Path, rng: random.Random) -> int:
    """Kill a writer after a while, and use what it left; the generation it had come to."""
    command = [sys.executable, "-m", "tests.search.killed", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
        # when it dies is the one thing that is to be random here
        time.sleep(rng.random() * 0.15)
        writer.send_signal(signal.SIGKILL)
    with open_engine(folder) as engine:
        assert engine.problems == ()
        health = engine.health(deep=True)
        assert health.sound
        assert health.articles == int(engine.stamp or 0) == engine.count(EVERYTHING)
        found = engine.search(EVERYTHING, limit=100)
        assert len({hit.article for hit in found.hits}) == health.articles
        # the lock is free, and what was left behind is cleaned up
        engine.rebuild(corpus(1, 4), "4")
        left = [path.name for path in folder.iterdir() if path.is_dir() or path.suffix == ".toc"]
        assert len(left) == 1
    return health.generation


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_a_writer_that_is_killed_leaves_one_commit(tmp_path: Path) -> None:
    rng = random.Random(11)
    generations = [kill_and_look(tmp_path / "index", rng) for _ in range(10)]
    assert len(set(generations)) > 5


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
def test_the_helpers_of_a_writer_that_is_killed_end_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.search.killed", str(tmp_path / "index"), "helped"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout
        helpers = [int(number) for number in writer.stdout.readline().split()]
        assert len(helpers) == 2
        writer.send_signal(signal.SIGKILL)
        # the pipe is theirs too: it ends when the last of them has
        assert writer.stdout.read() == ""
    with open_engine(tmp_path / "index") as engine:
        assert engine.rebuild(corpus(1, 4)) == 4
