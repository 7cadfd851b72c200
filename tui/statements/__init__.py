"""From figures to statements: what a number measures, for when, where and in which role; and worded commitments."""

from tui.statements.lexicon import Indicator, Lexicon, load_lexicon
from tui.statements.make import make_statements

__all__ = ["Indicator", "Lexicon", "load_lexicon", "make_statements"]
