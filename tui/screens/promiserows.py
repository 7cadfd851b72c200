"""What became of promises, as rows of the panel: of those made here, and of those that earlier meetings made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.screens.rows import Passage, Row, line
from tui.screens.signs import sign
from tui.screens.spans import value_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tui.ledger.model import EarlierAnswer, FollowUp, Mention, Pledge
    from tui.words import Words

SHOWN = 5
"""So many of the figures that answer one aim, or of the aims that one figure answers, are shown at first: the last."""

_QUOTE = 84
_SILENT, _UNANSWERED = "silent", "unanswered"


class PromiseWriter:
    """Puts commitments and what later meetings say of them in words."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def pledges(self, pledges: Sequence[Pledge]) -> list[Row]:
        """A row a commitment, then one each follow-up; several follow-ups, and those without news, are folded."""
        silent = [each for each in pledges if each.status == "no_news" and not each.follow_ups]
        folded = silent if len(silent) > 1 else []
        rows = [row for each in pledges if each not in folded for row in self._pledge(each)]
        if folded:
            rows.append(self._silence(_UNANSWERED, "panel.unanswered", len(folded)))
            rows += [row for each in folded for row in self._pledge(each, _UNANSWERED)]
        return rows

    def standing(self, pledges: Sequence[Pledge]) -> str:
        """How many commitments stand how: ` · 6 không có tin, 1 đã có con số`; empty without any."""
        counts = Counter(each.status for each in pledges)
        return "".join(
            f"{', ' if place else ' · '}{count} {self._words.of('status', status)}"
            for place, (status, count) in enumerate(counts.most_common())
        )

    def answers(self, answers: Sequence[EarlierAnswer]) -> list[Row]:
        """A row each earlier aim or promise this meeting speaks to.

        Those it is silent on are folded into one row, and so are the older ones of many aims that one figure answers.
        """
        silent = [each for each in answers if each.status == "no_news"]
        folded = silent if len(silent) > 1 else []
        older = _older(answers)
        hidden = {number for group in older.values() for number in group}
        shown = (number for number, each in enumerate(answers) if number not in hidden and each not in folded)
        rows = [self._earlier(number, answers[number]) for number in shown]
        for key, group in older.items():
            value = answers[group[0]].value
            said = self._words("panel.also", n=len(group), value=value_text(self._words, value) if value else "")
            rows.append(Row(key, (line((said, "quiet")),), folds=True))
            rows += [self._earlier(number, answers[number], key) for number in group]
        if folded:
            rows.append(self._silence(_SILENT, "panel.silent", len(folded)))
            rows += [self._earlier(number, each, _SILENT) for number, each in enumerate(answers) if each in folded]
        return rows

    def _silence(self, key: str, said: str, count: int) -> Row:
        looks = sign("no_news")
        return Row(key, (line(f"{looks.glyph} ", (self._words(said, n=count), looks.style)),), folds=True)

    def _pledge(self, pledge: Pledge, under: str = "") -> Iterator[Row]:
        words, looks = self._words, sign(pledge.status)
        word = words.of("status", pledge.status)
        if pledge.quiet and pledge.status == "no_news":
            word = words("panel.no_news", n=pledge.quiet)
        if pledge.proposed:
            word = words("panel.proposed", status=word)
        quote = line(f"{looks.glyph} ", (cut_quote(pledge.commitment.quote), ""))
        who = pledge.commitment.actor
        waits = pledge.status == "pending" and not who  # the sign and the heading say so
        standing = line("  ", (word, looks.style), (f" · {who}" if who else "", "quiet"))
        lines = (quote,) if waits else (quote, standing)
        passage = Passage(pledge.commitment.article, pledge.commitment.at)
        yield Row(pledge.commitment.id, lines, under=under, passage=passage, about=pledge)
        many = f"{pledge.commitment.id}:said" if len(pledge.follow_ups) > 1 else ""
        if many:
            undecided = sum(each.accepted is None for each in pledge.follow_ups)
            said = words("panel.follow_ups", n=len(pledge.follow_ups), open=undecided)
            yield Row(many, (line((said, "quiet")),), folds=True, about=pledge)
        for follow_up in pledge.follow_ups:
            yield self._follow_up(follow_up, many)

    def _follow_up(self, each: FollowUp, under: str) -> Row:
        words, looks = self._words, sign(each.grade)
        decided = {True: "panel.accepted", False: "panel.rejected", None: "panel.proposal"}[each.accepted]
        mark = {True: "✓", False: "✗", None: "?"}[each.accepted]
        style = looks.style if each.accepted else "quiet"
        lines = (
            line(f"    {mark} ", (f"{words(decided)}: {words.of('status', each.grade)}", style)),
            line((f"      “{cut_quote(each.quote)}”", "quiet")),
            line((f"      {each.reason}", "quiet")),
        )
        return Row(each.id, lines, passage=Passage(each.article, each.at), under=under, about=each)

    def _earlier(self, number: int, answer: EarlierAnswer, under: str = "") -> Row:
        words, looks = self._words, sign(answer.status)
        word = (
            words("panel.no_news", n=answer.quiet) if answer.status == "no_news" else words.of("status", answer.status)
        )
        if answer.accepted is None:
            word = words("panel.proposed", status=word)
        told = (
            f"“{cut_quote(answer.quote)}”"
            if answer.quote
            else words("panel.target_of", date=short_day(words, answer.date))
        )
        value = f" {value_text(words, answer.value)}" if answer.value else ""
        lines = [
            line((f"{short_day(words, answer.date)} ", "title"), told),
            line(f"  → {looks.glyph} ", (word, looks.style), value),
        ]
        if answer.reason:
            lines.append(line((f"    {answer.reason}", "quiet")))
        passage = Passage(answer.mention.article, answer.mention.at) if answer.mention else None
        return Row(f"answer:{number}", tuple(lines), passage=passage, under=under, about=answer)


def _older(answers: Sequence[EarlierAnswer]) -> dict[str, list[int]]:
    """The places of answers to fold, by the key to fold them under: for each figure, all but the last few aims."""
    figures: dict[Mention, list[int]] = {}
    for number, each in enumerate(answers):
        if each.target and each.mention:
            figures.setdefault(each.mention, []).append(number)
    return {f"also:{group[0]}": group[:-SHOWN] for group in figures.values() if len(group) > SHOWN + 1}


def short_day(words: Words, when: date | None) -> str:
    """`22/07/25`, or the words for an unknown day."""
    return f"{when:%d/%m/%y}" if when else words("date.none")


def cut_quote(text: str) -> str:
    """`text`, or as many of its words as a row has room for."""
    return text if len(text) <= _QUOTE else f"{text[: text.rfind(' ', 0, _QUOTE)]}…"
