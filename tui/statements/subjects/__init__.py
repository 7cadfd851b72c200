"""What a figure measures: the indicator named nearest to it, or the one it goes on from."""

from tui.statements.subjects.rules import subject_of
from tui.statements.subjects.subject import Subject

__all__ = ["Subject", "subject_of"]
