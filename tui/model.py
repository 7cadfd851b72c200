"""The nouns of the product: frozen facts that every later stage adds to, with no I/O.

Offsets. `Span`s named `at` count code points of `Article.text`, the normalised text that is
matched and shown; those named `source` count code points of the file as decoded.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.facts import fact

if TYPE_CHECKING:
    from datetime import date

Bound = Literal["exact", "about", "almost", "over", "under", "at_least", "at_most", "range", "vague"]
Direction = Literal["up", "down"]
Measure = Literal["level", "growth", "share", "progress"]
Role = Literal["target", "result", "forecast", "base", "context"]
PeriodSource = Literal["stated", "inherited", "inferred", ""]
DateSource = Literal["stated", "inferred", "metadata", "unknown"]
ParagraphKind = Literal["title", "body", "caption", "byline", "source", "furniture"]
TitleSource = Literal["stated", "derived", "metadata"]


class Span(NamedTuple):
    """A half-open stretch of text, in code points."""

    start: int
    end: int


@fact
class Paragraph:
    """One line of the file that is not blank.

    at: where it stands in `Article.text`
    kind: what it is; figures and commitments are looked for in `title` and `body` only
    """

    at: Span
    kind: ParagraphKind


@fact
class Sentence:
    """One sentence of a title or body paragraph.

    at: where it stands in `Article.text`
    paragraph: index into `Article.paragraphs`
    """

    at: Span
    paragraph: int


@fact
class Article:
    r"""One report, one file.

    id: its path relative to the corpus, without suffix
    file: its file name, with suffix
    digest: hex SHA-256 of the file's bytes
    text: normalised: NFC, `\n` line ends, Ð/ð read as Đ/đ, one-for-one plain spaces, no control characters
    shifts: pairs (position in `text`, position in the file) wherever the distance between the two changes
    title, title_source: the headline; `derived` where the file has none of its own
    outlet, byline, place, url: empty where not stated
    date: the date in the front matter, else None
    meeting: the meeting named in the front matter, else empty
    paragraphs, sentences: in the order of the text
    """

    id: str
    file: str
    digest: str
    text: str
    shifts: tuple[tuple[int, int], ...]
    title: str
    title_source: TitleSource
    outlet: str
    byline: str
    place: str
    url: str
    date: date | None
    meeting: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]

    def source(self, at: Span) -> Span:
        """Where `at` stands in the file as decoded."""
        if at.end <= at.start:
            start = self._position(at.start)
            return Span(start, start)
        # the end is the place after the last character, not the place of the next one
        return Span(self._position(at.start), self._position(at.end - 1, after=True))

    def _position(self, index: int, *, after: bool = False) -> int:
        here = bisect_right(self.shifts, (index, 1 << 62)) - 1
        text, file = self.shifts[here] if here >= 0 else (0, 0)
        position = file + index - text
        if not after:
            return position
        following = self.shifts[here + 1] if here + 1 < len(self.shifts) else None
        # a composed character stands for several of the file: its end is where the next one starts
        return following[1] if following and following[0] == index + 1 and following[1] > position else position + 1


@fact
class Dating:
    """The day of the meeting an article reports, and why we think so.

    date: None where the article does not settle it
    source: `inferred` where the year was not printed beside the day
    reason: one sentence in Vietnamese for the user, e.g. «Ngày 2/4»; năm suy ra từ {2023, 2024}
    at: the words the day was read from, in `Article.text`; None without such words
    """

    date: date | None
    source: DateSource
    reason: str
    at: Span | None = None


@fact
class Card:
    """What a list needs to know of an article without opening it.

    id, file, title, outlet, byline, place, digest: as in `Article`
    dating: the meeting's day
    event: folded content words of the headline and first sentences that tell one event from another
    meeting: the meeting named in the front matter, else empty
    title_source: as in `Article`
    """

    id: str
    file: str
    title: str
    outlet: str
    byline: str
    place: str
    digest: str
    dating: Dating
    event: frozenset[str]
    meeting: str = ""
    title_source: TitleSource = "stated"


@fact
class Meeting:
    """The event reported, by one or more articles.

    id: stable and readable, e.g. `2025-07-22` or `2025-07-22-2`; `undated-<article>` without a date
    title: of its leading article
    dating: of the article that dates it best
    articles: leading article first
    """

    id: str
    title: str
    dating: Dating
    articles: tuple[Card, ...]

    @property
    def date(self) -> date | None:
        """The day of the meeting, if known."""
        return self.dating.date


@fact
class Figure:
    """A number in the text that measures or counts something.

    article: id of the article
    at, source: its place in `Article.text` and in the file
    text: as printed, normalised
    bound: what the words around it make of the value
    low, high: magnitudes as printed, scale words applied; equal unless a range, vague or a ratio
    direction: up or down where the words say so (`giảm 0,27 %` is 0.27 down)
    unit: `%`, `pp`, an ISO currency, `count`, `ratio`, `times`, or a physical unit
    noun: the folded-case words after it that say what is counted; empty for money and percentages
    """

    article: str
    at: Span
    source: Span
    text: str
    bound: Bound
    low: float
    high: float
    direction: Direction | None
    unit: str
    noun: str = ""


@fact
class Statement:
    """A figure with what it says: of what, for when, where, in which role, and how we know.

    figure: the number
    quote: its sentence, in `Article.text`
    measure, indicator, place, role: GUIDELINE's values
    period, period_source: ISO-8601/SDMX style, see `period`; empty where the text does not settle it
    speaker: who said it (`Thủ tướng`, `ADB`), empty where the article itself does
    cue: the words the role was read from
    rule: id of the rule that gave the role
    confidence: 0 to 1, that indicator, period and role are all right
    series: what tells one `other` from another: folded noun phrase; the indicator itself otherwise
    corrected: the user changed it
    """

    figure: Figure
    quote: Span
    measure: Measure
    indicator: str
    period: str
    period_source: PeriodSource
    place: str
    role: Role
    speaker: str
    cue: str
    rule: str
    confidence: float
    series: str = ""
    corrected: bool = False


@fact
class Commitment:
    """A worded promise or directive without a number of its own.

    id: stable while the words stay: `<article>#c-<hash of the quote>`
    article, at, source: where its clause stands
    quote: the clause, as in `Article.text`
    actor: who is to act; empty where not stated
    addressee: who is told to; the same as actor for a directive
    speaker: who says it
    kind: action, outcome, request or continuation
    test: what would show it done: numeric, countable, binary, named or vague
    cue, rule: the words and the rule that found it
    terms: folded words and names that make it recognisable in later reports, rarest first
    """

    id: str
    article: str
    at: Span
    source: Span
    quote: str
    actor: str
    addressee: str
    speaker: str
    kind: Literal["action", "outcome", "request", "continuation"]
    test: Literal["numeric", "countable", "binary", "named", "vague"]
    cue: str
    rule: str
    terms: tuple[str, ...]


@fact
class Extraction:
    """All that is known of one article from its own text.

    card: for lists
    statements, commitments: in the order of the text
    sentences: spans of the sentences, for quoting without reading the file again
    """

    card: Card
    statements: tuple[Statement, ...]
    commitments: tuple[Commitment, ...]


@fact
class Problem:
    """Something of the corpus that could not be used, for the user.

    where: the file, folder or key
    message: what is wrong and what to do, one sentence
    """

    where: str
    message: str


@fact
class Progress:
    """How far a long task has come.

    done, total: items; total 0 while unknown
    label: what is being worked on
    """

    done: int
    total: int
    label: str = ""


@fact
class RefreshReport:
    """What a refresh found.

    added, changed, removed, unchanged: counts of articles
    problems: what could not be read
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    problems: tuple[Problem, ...] = field(default=())
