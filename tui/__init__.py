"""Briefings: a terminal browser for news reports of government meetings."""
