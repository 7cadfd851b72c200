"""What the words around a figure speak for, each with a weight learned from annotated reports."""

from tui.statements.evidence.around import Around, around_of, subject_terms, time_terms
from tui.statements.evidence.coded import Coded, code
from tui.statements.evidence.opinion import Opinions, load_opinions, named, weighed
from tui.statements.evidence.weights import Weights

__all__ = [
    "Around",
    "Coded",
    "Opinions",
    "Weights",
    "around_of",
    "code",
    "load_opinions",
    "named",
    "subject_terms",
    "time_terms",
    "weighed",
]
