from __future__ import annotations

import io
import sys

import pytest

from tui.cli import streams
from tui.model import Problem, Progress
from tui.words import load_words


class Terminal(io.StringIO):
    """A stream that says whether it is a terminal."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def _shown(monkeypatch: pytest.MonkeyPatch, seconds: list[float], *, terminal: bool) -> str:
    """What stderr got from a progress told at each of `seconds` after the start."""
    clock = iter([0.0, *seconds])
    stream = Terminal(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(streams.time, "monotonic", lambda: next(clock))
    line = streams.ProgressLine(load_words("vi"))
    for done, _ in enumerate(seconds, 1):
        line(Progress(done, 9, "bài.txt"))
    line.clear()
    return stream.getvalue()


def test_what_is_quick_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, [0.1, 0.5, 0.9], terminal=True) == ""


def test_what_takes_long_shows_progress_now_and_then_and_cleans_up(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _shown(monkeypatch, [0.5, 1.1, 1.11, 1.3], terminal=True)
    assert "1/9" not in shown
    assert "2/9" in shown
    assert "3/9" not in shown
    assert "4/9 bài.txt" in shown
    assert shown.endswith("\r\x1b[K")


def test_a_pipe_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, [2.0, 3.0], terminal=False) == ""


@pytest.mark.parametrize(
    ("text", "shown"), [("red\x1b[31m", "red [31m"), ("a\nb", "a b"), ("\x9b2J", " 2J"), ("việt", "việt")]
)
def test_control_characters_never_reach_the_terminal(text: str, shown: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert streams.printable(text) == shown
    streams.tell_problems([Problem(text, "Broken.")], load_words("vi"))
    assert capsys.readouterr().err == f"{shown}: Broken.\n"
