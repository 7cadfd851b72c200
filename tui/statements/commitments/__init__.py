"""Worded directives and promises of an article.

`directives` finds the stretches that order or promise, `clauses` cuts them, `salience` ranks the pieces,
`terms` says how one is known again. The words are data: `lexicon/commitments.toml`.
"""

from __future__ import annotations

from tui.statements.commitments.find import candidates, find_commitments
from tui.statements.commitments.passages import Passage, find_passages

__all__ = ["Passage", "candidates", "find_commitments", "find_passages"]
