"""The JSON objects of the command line: figures, meetings and hits; comparisons are `tui.ledger.to_json`'s.

Their keys are a contract; `start` and `end` count code points of the file as decoded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.model import Span

if TYPE_CHECKING:
    from datetime import date

    from tui.catalogue import MeetingRow
    from tui.model import Article, Statement
    from tui.search import Hit, Snippet

Record = dict[str, Any]


def figure_record(statement: Statement, article: Article, meeting: str) -> Record:
    """One figure with what it says."""
    figure = statement.figure
    return {
        "article": article.file,
        "start": figure.source.start,
        "end": figure.source.end,
        "text": figure.text,
        "bound": figure.bound,
        "low": figure.low,
        "high": figure.high,
        "direction": figure.direction,
        "unit": figure.unit,
        "measure": statement.measure,
        "indicator": statement.indicator,
        "period": statement.period,
        "period_source": statement.period_source,
        "place": statement.place,
        "role": statement.role,
        "speaker": statement.speaker,
        "cue": statement.cue,
        "rule": statement.rule,
        "quote": article.text[statement.quote.start : statement.quote.end],
        "meeting": meeting,
        "confidence": statement.confidence,
        "corrected": statement.corrected,
    }


def meeting_record(row: MeetingRow) -> Record:
    """One meeting with its articles and counts."""
    meeting = row.meeting
    return {
        "id": meeting.id,
        "date": _day(meeting.date),
        "date_source": meeting.dating.source,
        "date_reason": meeting.dating.reason,
        "title": meeting.title,
        "articles": [
            {
                "article": card.file,
                "title": card.title,
                "outlet": card.outlet,
                "byline": card.byline,
                "place": card.place,
            }
            for card in meeting.articles
        ],
        "targets": row.targets,
        "results": row.results,
        "commitments": row.commitments,
        "status": row.status,
    }


def hit_record(hit: Hit, article: Article) -> Record:
    """One article that was found, with its passages; all places are of the file."""
    return {
        "article": article.file,
        "meeting": hit.meeting,
        "date": _day(hit.date),
        "title": hit.title,
        "score": hit.score,
        "count": hit.count,
        "snippets": [_snippet(each, article) for each in hit.snippets],
    }


def _snippet(snippet: Snippet, article: Article) -> Record:
    at = article.source(Span(snippet.start, snippet.end))
    matches = [list(article.source(match)) for match in snippet.matches]
    return {"text": snippet.text, "start": at.start, "end": at.end, "matches": matches}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
