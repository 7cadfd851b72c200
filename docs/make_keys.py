# ruff: noqa: INP001 - a script beside the pages it writes
"""Write docs/keys.md from the program's commands: `python docs/make_keys.py`."""

from __future__ import annotations

from pathlib import Path

from tui.screens.keytable import keys_page
from tui.words import load_words

if __name__ == "__main__":
    Path(__file__).with_name("keys.md").write_text(keys_page(load_words("en")), encoding="utf-8")
