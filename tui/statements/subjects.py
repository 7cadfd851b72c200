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
_MERE_UNITS = frozenset({"lượt", "người", "năm"})  # counting words that do not say what is counted


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure measures.

    indicator: an id of the lexicon, or `other`
    series: the indicator, or for `other` the words that name it
    found: how it was found
    first: token index where its name begins; the figure's own where it has none here
    weak: named only by a word that many things share
    noun: the first word of what is counted
    """

    indicator: str
    series: str
    found: Found
    first: int
    weak: bool = False
    noun: str = ""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what figures measure, by a lexicon and the cue words."""

    lexicon: Lexicon
    cues: Cues

    def subject(self, reading: Reading, index: int, before: Subject | None) -> Subject:
        """What figure `index` measures; `before` is what the figure before it in the text measured."""
        own = (
            self._counted(reading, index, before)
            or self._share(reading, index)
            or self._purpose(reading, index)
            or self._named(reading, index)
        )
        if own:
            return own
        slot = reading.slots[index]
        if before is None:
            return Subject(OTHER, "", "none", slot.first)
        indicator = self.lexicon.indicator(before.indicator)
        if indicator and not _carries(indicator, slot.figure.unit):
            return Subject(OTHER, before.series, "inherited", slot.first)
        found: Found = "share" if before.found == "share" and slot.figure.unit == "%" else "inherited"
        return Subject(before.indicator, before.series, found, slot.first, noun=before.noun)

    def _counted(self, reading: Reading, index: int, before: Subject | None) -> Subject | None:
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
                    return Subject(
                        alias.indicator.id, alias.indicator.id, "counted", slot.first, noun=_head(reading, index)
                    )
        if not slot.figure.noun or slot.figure.unit not in _COUNTING or _head(reading, index) in _MERE_UNITS:
            return None
        named, head = self._alias_of_count(reading, index), _head(reading, index)
        if named:
            return named
        if before and slot.figure.noun == head == before.noun and before.indicator != OTHER:
            return Subject(before.indicator, before.series, "inherited", slot.first, noun=head)
        return Subject(OTHER, slot.figure.noun, "other", slot.first, noun=head)

    def _alias_of_count(self, reading: Reading, index: int) -> Subject | None:
        """`nâng cấp quan hệ với 10 nước`: a counted noun that the words before it explain."""
        unit = reading.slots[index].figure.unit
        ranges = self._clauses(reading, index)[:1]
        if unit == "ratio" or _head(reading, index) == "nước":
            ranges.append(reading.segment_after(index))
        for first, end in ranges:
            for phrases in (self.lexicon.names, self.lexicon.counts):
                for match in reversed(list(phrases.all(reading.tokens, first, end))):
                    for alias in match.value:
                        fits = not alias.weak and unit in alias.indicator.units
                        if fits and self._fits(reading, index, alias.indicator, match):
                            return Subject(
                                alias.indicator.id, alias.indicator.id, "named", match.first, noun=_head(reading, index)
                            )
        return None

    def _share(self, reading: Reading, index: int) -> Subject | None:
        """`53,8% tổng FDI`: by the whole it is a share of."""
        slot = reading.slots[index]
        if slot.figure.unit != "%" or slot.of_gdp or self.cues.growth.before(reading.tokens, slot.first):
            return None
        verbs = reading.tokens.words[max(0, slot.first - 3) : slot.first]
        if "bằng" in verbs or "đương" in verbs or ("chiếm" not in verbs and self._something_named(reading, index)):
            return None
        for at in range(slot.end, slot.end + _SHARE_REACH):
            match = self.lexicon.names.at(reading.tokens, at)
            if match:
                for alias in match.value:
                    if not alias.weak and self._fits(reading, index, alias.indicator, match):
                        return Subject(alias.indicator.id, alias.indicator.id, "share", slot.first)
            if reading.tokens.word(at) not in {"tổng", "lượng", "của", "số", "giá", "trị"}:
                break
        if self._something_named(reading, index) or not self._whole_after(reading, index):
            return None
        return Subject(OTHER, self._series(reading, [slot.end]), "other", slot.first)

    def _whole_after(self, reading: Reading, index: int) -> bool:
        """`90% đường bay`: a thing right after the percentage that it is a part of."""
        at = reading.slots[index].end
        if (
            at >= len(reading.tokens)
            or self.cues.plan.at(reading.tokens, at)
            or self.cues.compared.at(reading.tokens, at)
        ):
            return False
        return self._names_something(reading, at) and self.cues.roles.at(reading.tokens, at) is None

    def _purpose(self, reading: Reading, index: int) -> Subject | None:
        """`657.000 tỷ đồng cho đầu tư công`."""
        slot = reading.slots[index]
        if slot.figure.unit in {"%", "count", "ratio", "pp", "times"} or reading.tokens.word(slot.end) not in {
            "cho",
            "vốn",
        }:
            return None
        match = self.lexicon.names.at(reading.tokens, slot.end + 1)
        for alias in match.value if match else ():
            if match and not alias.weak and _carries(alias.indicator, slot.figure.unit):
                if self._fits(reading, index, alias.indicator, match):
                    return Subject(alias.indicator.id, alias.indicator.id, "named", slot.first)
        return None

    def _something_named(self, reading: Reading, index: int) -> bool:
        """Whether the figure's own clause names something itself."""
        first, end = reading.own_clause(index)
        matches = self._names(reading, index, first, end)
        return bool(self._residue(reading, first, end, matches)) or any(not a.weak for m in matches for a in m.value)

    def _named(self, reading: Reading, index: int) -> Subject | None:
        """By the last name before the figure, clause by clause backwards."""
        for first, end in self._clauses(reading, index):
            matches = self._names(reading, index, first, end)
            residue = self._residue(reading, first, end, matches)
            strong = [match for match in matches if not all(alias.weak for alias in match.value)]
            if len(strong) > 1:
                strong = [match for match in strong if not self._held_against(reading, match)] or strong
            copula = self._copula(reading, first, end, strong, residue)
            if copula is not None:
                return Subject(OTHER, self._series(reading, [copula]), "other", copula)
            for match in reversed(strong or matches):
                subject = self._usable(reading, index, match, end, residue)
                if subject:
                    return subject
            if residue:
                return Subject(OTHER, self._series(reading, residue), "other", residue[0])
        return None

    def _held_against(self, reading: Reading, match: Match[tuple[Alias, ...]]) -> bool:
        """`so với tổng kim ngạch xuất khẩu`: a name only compared with."""
        return self.cues.compared.before(reading.tokens, match.first) is not None

    def _copula(
        self, reading: Reading, first: int, end: int, strong: list[Match[tuple[Alias, ...]]], residue: list[int]
    ) -> int | None:
        """`công nghiệp là động lực của tăng trưởng kinh tế với mức tăng 11%` speaks of what stands before `là`."""
        words = reading.tokens.words
        at = next((at for at in range(first, end) if words[at] == "là"), None)
        if at is None or not strong or strong[0].first - at <= 2:
            return None
        return next((index for index in residue if index < at), None)

    def _clauses(self, reading: Reading, index: int) -> list[tuple[int, int]]:
        """The clauses before the figure; what the figure before counts belongs to that one and is left out."""
        clauses = list(reading.segments_before(index))
        if len(clauses) > 1 and index and clauses[-1][0] == reading.slots[index - 1].end:
            clauses.pop()
        elif (
            clauses
            and index
            and clauses[-1][0] == reading.slots[index - 1].end
            and clauses[-1][1] < reading.slots[index].first
        ):
            clauses.pop()
        return clauses

    def _names(self, reading: Reading, index: int, first: int, end: int) -> list[Match[tuple[Alias, ...]]]:
        """The names that end in a clause; one may begin before its comma (`nông, lâm nghiệp và thủy sản`)."""
        floor = reading.slots[index - 1].end if index else 0
        return [match for match in self.lexicon.names.all(reading.tokens, floor, end) if match.end > first]

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
        cues = self.cues.roles.all(reading.tokens, first, end)
        cued = {at for cue in cues if cue.value != "idle" for at in range(cue.first, cue.end)}
        return [
            at
            for at in range(first, end)
            if at not in named
            and at not in cued
            and self._names_something(reading, at)
            and not self._proper(reading, at)
        ]

    def _proper(self, reading: Reading, at: int) -> bool:
        """Whether a word belongs to a name of a person or body (`Ngân hàng Thế giới`)."""
        printed, before = reading.tokens.printed(at), reading.tokens.printed(at - 1)
        if at == 0:
            return printed.isupper()
        return printed[:1].isupper() or (at > 1 and before[:1].isupper() and printed in {"giới", "nước", "phố"})

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
            found.first < match.first or found.end > match.end or found.end - found.first == match.end - match.first
            for found in indicator.unless.all(tokens, start, stop)
        )


def _any(phrases: Phrases[bool], reading: Reading, first: int, end: int) -> bool:
    return next(iter(phrases.all(reading.tokens, first, end)), None) is not None


def _carries(indicator: Indicator, unit: str) -> bool:
    return unit in indicator.units or unit == "times"


def _head(reading: Reading, index: int) -> str:
    return reading.slots[index].figure.noun.partition(" ")[0]
