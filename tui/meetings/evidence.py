"""What a text says of the years it names: looked back on, prepared for, worked for, compared with, or only named."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from tui import period
from tui.meetings.fits import rules
from tui.meetings.functions import function_of, is_listed, opens_clause
from tui.meetings.signs import find_signs
from tui.meetings.spoken import SPOKEN, period_of, years_of_sixty

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tui.meetings.days import DayMention
    from tui.meetings.fits import Function
    from tui.model import Article, Span

_FIRST, _LAST = 1990, 2100
_LEFT, _RIGHT, _MOST = 80, 70, 3
_LEAD_SENTENCES = 3
# years: what is older than the last year spoken of by more is history; a plan so far after all else is a long one
_MEMORY, _FAR, _CLOSE, _PLAN_STEP = 3, 4, 5, 5
_NEAR_SIXTY = 2
_FIVE_ON = 4  # years from the first of a five-year plan to its last
_SETTLED_AFTER = 2  # years from a budget to the session that closes its accounts
_SEVERAL = 2
_STAMP = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d\d)(?!\d)")
_LIVED = {
    "reviewed",
    "estimated",
    "moved",
    "told",
    "named",
    "recent",
    "base",
    "base_part",
    "current",
    "of_plan",
    "settled",
    "until",
}
_OF_ACCOUNTS = {"named", "told", "closing", "planned"}
_PLANS, _BASES = {"ahead", "planned", "next", "later"}, {"base", "base_part"}
# `APEC 2017`, `Doing Business 2019`: the year in a name
_NAME = re.compile(r"(?<!\w)([^\W\d_])[^\W\d_]* \Z")
_NAME_REACH, _NOW_REACH = 20, 40
_NOW = re.compile(r"năm (?:nay|này)(?!\w)")
_NEXT = re.compile(r"(?<!\w)năm (?:tới|sau)(?!\w)")
_NEXT_PLAN = re.compile(
    r"(?<!\w)(?:kế hoạch|mục tiêu|chỉ tiêu|dự toán|nhiệm vụ)(?: (?:[^\W\d]+|[-–])){0,9} năm (?:tới|sau)(?!\w)"
)
# `nghị quyết về kế hoạch năm 2009 mà Quốc hội vừa biểu quyết`; not one that is revised within its year
_ADOPTION = re.compile(
    r"quốc hội(?: \w+){0,4} (?:thông qua|quyết nghị|biểu quyết)[^.;\n]{0,60}kế hoạch"
    r"|kế hoạch[^.;\n]{0,60}quốc hội(?: \w+){0,4} (?:thông qua|quyết nghị|biểu quyết)"
)
_REVISED = re.compile(r"(?<!\w)(?:bổ sung|điều chỉnh)(?!\w)")
_AIMED = re.compile(r"(?<!\w)(?:phấn đấu|mục tiêu|chỉ tiêu)(?!\w)")
# `tăng 9-10% so với năm 2022`: what has happened has one number
_RANGED = re.compile(r"\d\s?[-–]\s?\d[\d,.]*\s?% so (?:với )?(?:cuối )?(?:năm )?\Z")
_FORETOLD = re.compile(r"(?<!\w)dự báo(?!\w)")
_WITHIN = "trong năm"
_INTO = "vào năm "
_LISTABLE = {"named", "told", "part", "moved", "recent"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing the text says about a year.

    period: the stretch of the calendar, as `period` writes it
    function: what the text does with it
    weight: how near it stands to the meeting's day
    quote: the words, for the reason given to the user
    others: stretches of other years, of which it may be said as well
    """

    period: str
    function: Function
    weight: float
    quote: str
    others: tuple[str, ...] = ()

    @property
    def year(self) -> int:
        """The year the stretch starts in."""
        return int(self.period[:4])

    @property
    def proposed(self) -> tuple[int, ...]:
        """The years of the stretches, which may be the day's; none of an office, which only speaks against years."""
        if self.function in {"took_office", "left_office"}:
            return ()
        if self.function == "settled":
            return (self.year + _SETTLED_AFTER,)
        return tuple(int(code[:4]) for code in (self.period, *self.others))


def find_evidence(article: Article, low: str, mention: DayMention) -> tuple[Evidence, ...]:
    """What the sentences and time stamps of `article` say of years, as seen from the day at `mention`."""
    weights = rules().weights
    said: list[Evidence] = []
    now = _NOW.search(low)
    for number, sentence in enumerate(article.sentences):
        near = number in {mention.sentence, 0}
        weight = weights["lead" if near else "early" if number < _LEAD_SENTENCES else "other"]
        found = _in_sentence(article.text, low, sentence.at, weight)
        said.extend(found if near or not now else [_beside(each) for each in found])
    opening = article.sentences[min(_LEAD_SENTENCES, len(article.sentences)) - 1].at.end if article.sentences else 0
    said = _without_history(
        _with_plans(said, next_plan=bool(_NEXT_PLAN.search(low, 0, opening)) or _adopts_next(low, opening))
    )
    said = _foretold_first(said) if now else said
    said = _first_of_two(said) if now and _NEXT.search(low) and _FORETOLD.search(low, 0, opening) else said
    return tuple(_but_settled([
        *_stamps(article), *_capped(said), *_of_sixty(article, low, said), *_moments(article, low),
        *_signs(article, low),
    ]))  # fmt: skip


def _but_settled(said: list[Evidence]) -> list[Evidence]:
    """What is said, but for the plan and the numbers of a year whose accounts the text closes: they are history."""
    settled = {each.year for each in said if each.function == "settled"}
    return [each for each in said if each.function not in _OF_ACCOUNTS or each.year not in settled]


def _adopts_next(low: str, end: int) -> bool:
    """Whether the text up to `end` tells that the Assembly adopted a year's plan, which the text calls next year's."""
    return bool(_ADOPTION.search(low, 0, end)) and bool(_NEXT.search(low)) and not _REVISED.search(low, 0, end)


def _with_plans(said: Sequence[Evidence], *, next_plan: bool) -> list[Evidence]:
    """What is said, but for numbers told of a year that the lead prepares for: they are its plan's.

    `next_plan` is whether the opening speaks of the plan of next year, so that the last year planned for is that.
    """
    lead = rules().weights["lead"]
    prepared = {each.year for each in said if each.function == "ahead" and each.weight == lead}
    told = [
        replace(each, function="planned") if each.year in prepared and each.function in {"moved", "reviewed"} else each
        for each in said
    ]
    reviewed = {each.year for each in told if each.function == "reviewed"}
    told = [
        replace(each, function="named")
        if each.year in reviewed and each.function == "planned" and each.quote.lower().startswith(_WITHIN)
        else each
        for each in told
    ]
    last = max((each.year for each in told if each.weight == lead), default=0)
    return [
        replace(each, function="next") if next_plan and each.function in _PLANS and each.year == last else each
        for each in told
    ]


def _foretold_first(said: list[Evidence]) -> list[Evidence]:
    """What is said; where several years are foretold beside `năm nay`, the first of them is the running one."""
    foretold = sorted({each.year for each in said if each.function == "planned" and "dự báo" in each.quote.lower()})
    if len(foretold) < _SEVERAL:
        return said
    return [
        replace(each, function="current") if each.function == "planned" and each.year == foretold[0] else each
        for each in said
    ]


def _first_of_two(said: list[Evidence]) -> list[Evidence]:
    """What is said; of two years in a row, told in a forecast of `năm nay` and `năm sau`, the first is running."""
    years = sorted({each.year for each in said})
    if len(years) != _SEVERAL or years[1] != years[0] + 1 or any(each.function in _LIVED for each in said):
        return said
    return [replace(each, function="current" if each.year == years[0] else "next") for each in said]


def _beside(said: Evidence) -> Evidence:
    """A year only named in a text that has another word for the running one."""
    return replace(said, function="aside") if said.function == "named" else said


def _without_history(said: list[Evidence]) -> list[Evidence]:
    """What is said, but for far years ahead, and years long before the last lived in or compared with."""
    far = set(far_ahead(sorted({each.year for each in said})))
    far |= {each.year + _FIVE_ON for each in said if each.function in {"adopted", "drafted"}}
    near = [each for each in said if each.year not in far or each.function not in _PLANS | {"named", "told"}]
    lived = max((each.year for each in near if each.function in _LIVED), default=0)
    compared = max((each.year for each in near if each.function in _BASES), default=0)
    compared = max(compared, lived - 1)
    return [
        each for each in near if each.year >= lived - _MEMORY and not (each.function in _BASES and each.year < compared)
    ]


def far_ahead(years: Sequence[int]) -> Iterator[int]:
    """Those of the years, in order, that end a long plan: round, and far after two that are close."""
    for first, second, year in zip(years, years[1:], years[2:], strict=False):
        if year % _PLAN_STEP == 0 and year - second >= _FAR and second - first <= _CLOSE:
            yield year


def _capped(found: Iterable[Evidence]) -> Iterator[Evidence]:
    """The same thing said over and over counts a few times only."""
    said: Counter[tuple[str, Function]] = Counter()
    for each in sorted(found, key=lambda each: -each.weight):
        said[each.period, each.function] += 1
        if said[each.period, each.function] <= _MOST:
            yield each


def _stamps(article: Article) -> Iterator[Evidence]:
    """The day of publication, where the page prints it outside the report."""
    for paragraph in article.paragraphs:
        if paragraph.kind != "furniture":
            continue
        for found in _STAMP.finditer(article.text, *paragraph.at):
            code = f"{found[3]}-{int(found[2]):02d}-{int(found[1]):02d}"
            if period.parse(code) is not None:
                yield Evidence(code, "stamp", rules().weights["stamp"], found[0])


def _of_sixty(article: Article, low: str, said: Sequence[Evidence]) -> Iterator[Evidence]:
    """Years such as `Kỷ Hợi`, unless they are history beside the years printed."""
    for year, start, end in years_of_sixty(low)[:_MOST]:
        if not said or any(abs(each.year - year) <= _NEAR_SIXTY for each in said):
            yield Evidence(str(year), "sixty", rules().weights["early"], article.text[start:end])


def _moments(article: Article, low: str) -> Iterator[Evidence]:
    for moment in rules().moments:
        # most reports have none of them, and that is seen faster without a pattern
        found = moment.words.search(low) if any(word in low for word in moment.spelled) else None
        if found:
            quote = article.text[found.start() : found.end()]
            yield Evidence(moment.code, moment.function, rules().weights["early"], quote)


def _signs(article: Article, low: str) -> Iterator[Evidence]:
    """What the text shows of years that it need not print, each once."""
    signs = {(sign.codes, sign.kind, sign.of): sign for sign in find_signs(low, article.sentences)}
    weights = rules().weights
    for sign in signs.values():
        first, *others = sign.codes
        weight = weights["early" if sign.telling else "hint"] / sqrt(len(sign.codes))
        yield Evidence(first, sign.kind, weight, article.text[sign.at.start : sign.at.end], tuple(others))


def _in_sentence(text: str, low: str, sentence: Span, weight: float) -> list[Evidence]:
    done = sentence.start
    said: list[Evidence] = []
    matches = list(SPOKEN.finditer(low, sentence.start, sentence.end))
    for index, found in enumerate(matches):
        following = matches[index + 1].start() if index + 1 < len(matches) else sentence.end
        left = low[max(done, found.start() - _LEFT) : found.start("year")]
        right = low[found.end() : min(following, found.end() + _RIGHT)]
        function, start = function_of(found, low, left, right)
        year, code, done = found.start("year"), period_of(found), found.end()
        if period.parse(code) is None or not _FIRST <= int(found["year"]) <= _LAST:
            continue
        if function == "named":
            function = _named(text, sentence, year, left)
        if function == "distant" and left.endswith(_INTO) and _foretold_now(low, sentence, found):
            function = "next"
        if function == "base" and code == found["year"]:
            function, code = _compared_with(low, sentence, found, code)
        quote = " ".join(text[year - start : found.end()].split())
        one = Evidence(code, function, weight, f"năm {quote}" if quote == found["year"] else quote)
        _follow(said, one, listed=is_listed(left), now=_now_before(low, sentence, found))
    return said


def _foretold_now(low: str, sentence: Span, found: re.Match[str]) -> bool:
    """`cắt giảm dự báo năm nay xuống 6,1%, … đi lên vào năm 2012`: whether the running year was foretold before it."""
    before = sentence.start, found.start()
    return bool(_NOW.search(low, *before)) and bool(_FORETOLD.search(low, *before))


def _compared_with(low: str, sentence: Span, found: re.Match[str], code: str) -> tuple[Function, str]:
    """What a year that something is compared with tells: of plans, that it is the one before theirs."""
    if _NEXT.search(low, sentence.start, sentence.end):
        return "current", code  # `kế hoạch năm tới tăng 5% so với năm 2012`
    before = low[max(sentence.start, found.start() - _LEFT) : found.start("year")]
    aimed = _AIMED.search(before) or _RANGED.search(before)
    return ("planned", str(int(code) + 1)) if aimed else ("base", code)


def _named(text: str, sentence: Span, year: int, left: str) -> Function:
    """What is made of a year that no cue tells of, by where it stands."""
    name = _NAME.search(text[max(sentence.start, year - _NAME_REACH) : year])
    if name and name[1].isupper() and name.start() and name[0] != "Năm ":
        return "event"
    return "told" if opens_clause(left) else "named"


def _now_before(low: str, sentence: Span, found: re.Match[str]) -> bool:
    return bool(_NOW.search(low, max(sentence.start, found.start() - _NOW_REACH), found.start()))


def _follow(said: list[Evidence], one: Evidence, *, listed: bool, now: bool) -> None:
    """Add what is said of one more year of a sentence, in the light of the year before it.

    `now` is whether the words before it speak of the running year without its number.
    """
    before = said[-1] if said else None
    if now and listed and one.function in {"planned", "named"}:
        # `tăng 6,8% năm nay và 6,7% năm 2020`
        one = replace(one, function="next")
    if before is not None and before.function in {"planned", "next", "later"} and one.year > before.year and listed:
        if before.function == "planned":
            # what is foretold for several years is foretold for the running one first
            said[-1] = replace(before, function="current")
        one = replace(one, function="later")
    elif before is not None and one.function == "base" and one.year == before.year - 1:
        # another year is compared with the one before it, whenever that is said
        one = replace(one, function="distant")
    elif before is not None and before.function in _BASES and listed and one.function in _LISTABLE:
        one = replace(one, function="base" if len(one.period) == len("2024") else "base_part")
    said.append(one)
