"""Short texts about meetings, articles and statements, as rows and lines for the panes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import present
from tui.screens.page import GLYPHS
from tui.screens.rows import Line, Row, line
from tui.screens.signs import sign

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tui.library import MeetingRow, Totals
    from tui.model import Article, Meeting, Statement
    from tui.words import Words

    Labels = Callable[[str, str], str]
    """Names an indicator, given its id and the series it belongs to."""


def meeting_rows(words: Words, meetings: Sequence[MeetingRow]) -> tuple[Row, ...]:
    """One row a meeting, as given, the year over the first of each year."""
    rows: list[Row] = []
    year: int | None = -1
    for each in meetings:
        date = each.meeting.date
        if (date.year if date else None) != year:
            year = date.year if date else None
            above: tuple[Line, ...] = (line((str(year) if year else words("date.none"), "heading")),)
        else:
            above = ()
        rows.append(Row(each.meeting.id, (*above, *_meeting_lines(words, each)), about=each))
    return tuple(rows)


def _meeting_lines(words: Words, each: MeetingRow) -> tuple[Line, Line]:
    date = each.meeting.date
    day = f"{date:%d/%m} " if date else "? "
    looks = sign(each.status)
    papers = len(each.meeting.articles)
    return (
        line((day, "title"), each.meeting.title),
        line(
            "  ",
            (f"{GLYPHS['target']}{each.targets} ", "target" if each.targets else "quiet"),
            (f"{GLYPHS['result']}{each.results} ", "result" if each.results else "quiet"),
            (f"{GLYPHS['commitment']}{each.commitments} ", "commitment" if each.commitments else "quiet"),
            (words("screen.papers_short", n=papers) + " " if papers > 1 else "", "quiet"),
            (f"{looks.glyph} {words.of('status', each.status)}" if each.status else "", looks.style),
        ),
    )


def totals_line(words: Words, totals: Totals) -> str:
    """How much there is to read: `5 cuộc họp · 5 bài · 50 số liệu`."""
    return " · ".join(
        (
            words("screen.meetings", n=totals.meetings),
            words("screen.articles", n=totals.articles),
            words("screen.figures", n=totals.figures),
        )
    )


def article_lines(words: Words, meeting: Meeting, article: Article) -> tuple[str, str]:
    """What is known of the article, and why its meeting has the day it has."""
    papers = meeting.articles
    number = next((place for place, card in enumerate(papers, 1) if card.id == article.id), 1)
    known = (
        present.dated(words, meeting.dating),
        article.place or words("screen.no_place"),
        article.outlet or words("screen.no_outlet"),
        article.byline,
        words("screen.paper", number=number, n=len(papers)) if len(papers) > 1 else "",
        words("screen.derived_title") if article.title_source == "derived" else "",
    )
    return " · ".join(part for part in known if part), meeting.dating.reason


def statement_lines(words: Words, labels: Labels, statement: Statement) -> tuple[str, str, str]:
    """What a figure says; for when, where and by whom; and how we know."""
    role = f"{GLYPHS[statement.role]} {words.of('role', statement.role)}"
    measure = f" ({words.of('measure', statement.measure)})" if statement.measure != "level" else ""
    what = f"{labels(statement.indicator, statement.series)}{measure}"
    period = present.period(words, statement.period)
    if statement.period and statement.period_source:
        period = f"{period} ({words.of('screen.period_source', statement.period_source)})"
    place = words("screen.country") if statement.place == "VN" else statement.place
    whose = words("screen.says", speaker=statement.speaker) if statement.speaker else ""
    how = (
        words("screen.corrected") if statement.corrected else "",
        because(words, "screen.rule", statement.rule, statement.cue),
        words("screen.confidence", percent=round(100 * statement.confidence)),
    )
    lines = ((role, present.statement_value(words, statement), what), (period, place, whose), how)
    first, second, third = (" · ".join(part for part in line if part) for line in lines)
    return first, second, third


def because(words: Words, table: str, rule: str, cue: str) -> str:
    """Why something was read so, by the id of the rule in `table`; of an unknown rule its cue, if it has one."""
    known = words.has(f"{table}.{rule}") and (cue or "{cue}" not in words.entries[f"{table}.{rule}"])
    if known:
        return words(f"{table}.{rule}", cue=cue)
    return words(f"{table}.other", cue=cue) if cue else ""
