"""Articles to meetings: the day of each, with reasons, and which articles report the same one."""

from tui.meetings.dating import date_article
from tui.meetings.evidence import far_ahead
from tui.meetings.grouping import card_of, group
from tui.meetings.running import running_year

__all__ = ["card_of", "date_article", "far_ahead", "group", "running_year"]
