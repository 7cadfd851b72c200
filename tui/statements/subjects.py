"""What a figure measures: the indicator named nearest to it, or the one it goes on from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tui.figures.phrases import Match, Phrases
from tui.statements.cues import Cues
from tui.statements.lexicon import OTHER, Alias, Indicator, Lexicon
from tui.statements.reading import Reading

Found = Literal["counted", "share", "named", "other", "inherited", "none"]

_NEAR = 4
_COUNT_REACH = 3
_SHARE_REACH = 3
_SERIES_WORDS = 6
_COUNTING = frozenset({"count", "ratio"})


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures.

    indicator: an id of the lexicon, or `other`
    series: the indicator, or for `other` the words that name it
    found: how it was found
    first: token index where its name begins; the figure's own where it has none here
    weak: named only by a word that many things share
    """

    indicator: str
    series: str
    found: Found
    first: int
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what figures measure, by a lexicon and the cue words."""

    lexicon: Lexicon
    cues: Cues

    def subject(self, reading: Reading, index: int, before: Subject | None) -> Subject:
        """What figure `index` measures; `before` is what the figure before it in the text measured."""
        found = self._counted(reading, index) or self._share(reading, index) or self._named(reading, index)
        if found:
            return found
        slot = reading.slots[index]
        if before is None:
            return Subject(OTHER, "", "none", slot.first)
        indicator = self.lexicon.indicator(before.indicator)
        if indicator and not _carries(indicator, slot.figure.unit):
            return Subject(OTHER, before.series, "inherited", slot.first)
        return Subject(before.indicator, before.series, "inherited", slot.first)

    def _counted(self, reading: Reading, index: int) -> Subject | None:
        """`36 hoạt động đối ngoại cấp cao`: by the noun after the number."""
        slot = reading.slots[index]
        if slot.figure.unit not in _COUNTING and not slot.figure.text.endswith("USD"):
            return None
        for at in range(slot.end, slot.end + _COUNT_REACH):
            found = self.lexicon.counts.at(reading.tokens, at)
            if found is None:
                continue
            for alias in found.value:
                if _carries(alias.indicator, slot.figure.unit) and self._fits(reading, index, alias.indicator, found):
                    return Subject(alias.indicator.id, alias.indicator.id, "counted", slot.first)
        if slot.figure.noun and slot.figure.unit == "count":
            return self._alias_of_count(reading, index) or Subject(OTHER, slot.figure.noun, "other", slot.first)
        return None

    def _alias_of_count(self, reading: Reading, index: int) -> Subject | None:
        """`nâng cấp quan hệ với 10 nước`: a counted noun that the words before it explain."""
        for first, end in reading.segments_before(index):
            for match in reversed(list(self.lexicon.names.all(reading.tokens, first, end))):
                for alias in match.value:
                    if "count" in alias.indicator.units and self._fits(reading, index, alias.indicator, match):
                        return Subject(alias.indicator.id, alias.indicator.id, "named", match.first)
            return None
        return None

    def _share(self, reading: Reading, index: int) -> Subject | None:
        """`53,8% tổng FDI`: by the whole it is a share of."""
        slot = reading.slots[index]
        if slot.figure.unit != "%" or slot.of_gdp or self.cues.growth.before(reading.tokens, slot.first):
            return None
        for at in range(slot.end, slot.end + _SHARE_REACH):
            match = self.lexicon.names.at(reading.tokens, at)
            if match:
                for alias in match.value:
                    if not alias.weak and self._fits(reading, index, alias.indicator, match):
                        return Subject(alias.indicator.id, alias.indicator.id, "share", slot.first)
            if reading.tokens.word(at) not in {"tổng", "lượng", "của", "số", "giá", "trị"}:
                return None
        return None

    def _named(self, reading: Reading, index: int) -> Subject | None:
        """By the last name before the figure, clause by clause backwards."""
        for first, end in reading.segments_before(index):
            matches = list(self.lexicon.names.all(reading.tokens, first, end))
            residue = self._residue(reading, first, end, matches)
            for match in reversed(matches):
                subject = self._usable(reading, index, match, end, residue)
                if subject:
                    return subject
            if residue:
                return Subject(OTHER, self._series(reading, residue), "other", residue[0])
        return None

    def _usable(
        self, reading: Reading, index: int, match: Match[tuple[Alias, ...]], end: int, residue: list[int]
    ) -> Subject | None:
        unit = reading.slots[index].figure.unit
        modifier = self._modifier(reading, match.end, end)
        for alias in match.value:
            if alias.weak and (residue or modifier is not None):
                continue
            if modifier is not None:
                return Subject(OTHER, self._series(reading, [match.first, modifier]), "other", match.first)
            if not _carries(alias.indicator, unit) or not self._fits(reading, index, alias.indicator, match):
                continue
            return Subject(alias.indicator.id, alias.indicator.id, "named", match.first, alias.weak)
        if any(not alias.weak for alias in match.value):
            return Subject(OTHER, self._series(reading, [match.first]), "other", match.first)
        return None

    def _modifier(self, reading: Reading, start: int, end: int) -> int | None:
        """Index of a noun right after a name that makes it another thing (`xuất khẩu gạo`), if one stands there."""
        if start < end and self._names_something(reading, start) and not reading.tokens.printed(start)[:1].isupper():
            return start
        return None

    def _residue(
        self, reading: Reading, first: int, end: int, matches: Iterable[Match[tuple[Alias, ...]]]
    ) -> list[int]:
        """Indices of the words of a clause that name something beside the names matched."""
        named = {at for match in matches for at in range(match.first, match.end)}
        return [
            at
            for at in range(first, end)
            if at not in named
            and self._names_something(reading, at)
            and (at == 0 or not reading.tokens.printed(at)[:1].isupper())
        ]

    def _names_something(self, reading: Reading, at: int) -> bool:
        return (
            reading.tokens.kinds[at] == "word"
            and reading.tokens.words[at] not in self.cues.light
            and not reading.timed(at)
        )

    def _series(self, reading: Reading, residue: list[int]) -> str:
        first = residue[0]
        words = [
            reading.tokens.words[at]
            for at in range(first, min(len(reading.tokens), first + _SERIES_WORDS))
            if reading.tokens.kinds[at] == "word"
        ]
        return " ".join(words)

    def _fits(self, reading: Reading, index: int, indicator: Indicator, match: Match[tuple[Alias, ...]]) -> bool:
        """Whether the words an indicator needs are there, and those that make it something else are not."""
        tokens, slot = reading.tokens, reading.slots[index]
        first, end = reading.clause(index) if indicator.clause else (0, len(tokens))
        if indicator.needs and not _any(indicator.needs, reading, first, end):
            return False
        if indicator.unless is None:
            return True
        start, stop = max(0, match.first - _NEAR), max(slot.first, match.end)
        return not any(
            found.first >= match.end or found.end <= match.first or (found.first, found.end) == (match.first, match.end)
            for found in indicator.unless.all(tokens, start, stop)
        )


def _any(phrases: Phrases[bool], reading: Reading, first: int, end: int) -> bool:
    return next(iter(phrases.all(reading.tokens, first, end)), None) is not None


def _carries(indicator: Indicator, unit: str) -> bool:
    return unit in indicator.units or (unit == "times" and indicator.percent == "growth")
