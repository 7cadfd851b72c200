"""Articles to meetings: the day of each, with reasons, and which articles report the same one."""

from tui.meetings.dating import date_article
from tui.meetings.grouping import card_of, group
from tui.meetings.running import running_year

__all__ = ["card_of", "date_article", "group", "running_year"]
