"""From articles to figures: the number grammar, units, qualifiers, and what is not a figure."""

from tui.figures.find import find_figures

__all__ = ["find_figures"]
