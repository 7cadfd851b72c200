"""Worded directives and promises of an article.

`directives` finds the stretches that order or promise, `clauses` cuts them, `salience` ranks the pieces,
`terms` says how one is known again. The words are data: `lexicon/commitments.toml`.
"""

from __future__ import annotations

from tui.statements.commitments.find import candidates, find_commitments

__all__ = ["candidates", "find_commitments"]
