"""A real terminal: input methods send bursts that only a pty delivers as they do."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import unicodedata

import pytest

PROGRAM = """
import sys
from textual.app import App
from textual.widgets import Input
from tui.screens.inputs import TextField
class One(App):
    def compose(self): yield TextField()
    def on_ready(self): self.call_after_refresh(lambda: print("READY", file=sys.__stderr__, flush=True))
    def on_input_submitted(self, event): self.exit(event.value)
value = One().run()
print("VALUE:" + value, file=sys.__stderr__, flush=True)
"""


def _typed(bursts: list[str]) -> str:
    """What the field holds after each burst was written at once to its terminal."""
    terminal, inner = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM], stdin=inner, stdout=inner, stderr=subprocess.PIPE, env=environment
    ) as program:
        os.close(inner)
        assert program.stderr is not None
        os.set_blocking(terminal, False)
        _until(b"READY", program.stderr.fileno(), terminal)
        for burst in bursts:
            os.write(terminal, burst.encode())
        os.write(terminal, b"\r")
        told = _until(b"VALUE:", program.stderr.fileno(), terminal, line=True)
        program.wait(timeout=30)
    os.close(terminal)
    return told.decode().split("VALUE:")[1].strip()


def _until(mark: bytes, words: int, terminal: int, *, line: bool = False) -> bytes:
    """What was told up to `mark`, and to the end of its line; the screen's own output is thrown away."""
    told = b""
    while mark not in told or (line and not told.partition(mark)[2].endswith(b"\n")):
        ready, _, _ = select.select([words, terminal], [], [], 30)
        assert ready, f"the program said nothing more after {told!r}"
        if terminal in ready:
            os.read(terminal, 1 << 16)
        if words in ready:
            told += os.read(words, 1 << 16)
    return told


@pytest.mark.parametrize(
    ("bursts", "value"),
    [
        (
            [*"go", "\x7f\x7fgõ", *" tie", "\x7fê", "n", "\x7f\x7fến", "g", *" vie", "\x7fê", "t", "\x7f\x7fệt"],
            "gõ tiếng việt",
        ),
        (["go\x7f\x7fgõ tie\x7fên\x7f\x7fếng vie\x7fêt\x7f\x7fệt"], "gõ tiếng việt"),
        (["a" * 40 + "\x7f" * 39 + "bc"], "abc"),
    ],
)
def test_bursts_of_an_input_method_arrive_in_order(bursts: list[str], value: str) -> None:
    assert _typed(bursts) == value


def test_letters_and_marks_sent_apart_are_composed() -> None:
    assert _typed([unicodedata.normalize("NFD", "tiếng việt")]) == "tiếng việt"
