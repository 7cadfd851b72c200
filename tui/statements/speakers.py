"""Who says what stands at a place of an article.

A `Voice` is somebody named together with a verb of saying or after "theo"; it reaches over a part of
its sentence. `speakers` carries voices on to the sentences that continue them. What it looks for is
data: `lexicon/speakers.toml`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, cast, get_args

from tui.corpus.alternatives import any_of
from tui.corpus.characters import settle_tone
from tui.errors import LexiconError
from tui.figures.phrases import Phrases
from tui.model import Article, Span
from tui.statements.tables import Table, read_table, table_of, tables_of, text_of, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Kind = Literal["leader", "body", "group", "venue", "person", "pronoun"]

_FILE = "speakers.toml"
_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NAME = rf"[{_UPPER}]\w*(?: [{_UPPER}]\w*){{0,4}}"
_WORD = re.compile(r"[^\s,]+")
_BRACKETED = re.compile(r"\([^()]{0,60}\)")
_CLAUSE_START = re.compile(r"(?:^|[,;:.\"“”…–-])\s*\Z")
_GAP = 160
_TAIL_WORDS = 3
_EARLY = 40
_TITLES = 60


class Mention(NamedTuple):
    """Somebody who could speak: where, under which name, of which kind."""

    at: Span
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a sentence.

    name: who, as the panel shows it
    kind: what kind of speaker; `pronoun` where the person spoken of before speaks again
    mention: where the name stands
    verb, verb_at: the verb of saying and its place; `theo` for a source
    reach: what is theirs of the sentence
    directs: the verb tells somebody to act
    """

    name: str
    kind: Kind
    mention: Span
    verb: str
    verb_at: Span
    reach: Span
    directs: bool


@dataclass(frozen=True, slots=True)
class SpeakerLexicon:
    """Compiled `speakers.toml`.

    mention: any form of any speaker, or a title with a capitalised name
    names: form to (name, kind)
    verb: any verb of saying, in its first group; other words that hold one match without it
    directs: the verbs among them that tell somebody to act
    offices: titles kept before a person's name
    pronouns, light: as in the file
    blocked: ends of text after which a name does not speak
    title: titles at the end of a text
    source: "theo" up to the source's name
    countries, continues, resets: starts of text, as in the file
    modal: says that something must be done
    """

    mention: re.Pattern[str]
    names: dict[str, tuple[str, Kind]]
    verb: re.Pattern[str]
    directs: frozenset[str]
    offices: tuple[str, ...]
    pronouns: frozenset[str]
    light: frozenset[str]
    blocked: re.Pattern[str]
    title: re.Pattern[str]
    source: re.Pattern[str]
    countries: re.Pattern[str]
    continues: tuple[str, ...]
    resets: tuple[str, ...]
    modal: re.Pattern[str]


@lru_cache(maxsize=1)
def load_speakers() -> SpeakerLexicon:
    """The speakers the package knows; `LexiconError` names what is wrong in the file."""
    return parse_speakers(read_table(_FILE))


@lru_cache(maxsize=1)
def load_bodies() -> Phrases[bool]:
    """The names and offices of all speakers the package knows; errors as of `load_speakers`."""
    return Phrases((form, True) for form in load_speakers().names)


def parse_speakers(table: Table) -> SpeakerLexicon:
    """The lexicon `table` describes; `LexiconError` names the entry that is wrong."""
    names = _names(tables_of(table, "speaker", _FILE))
    people, verbs = table_of(table, "people", _FILE), table_of(table, "verbs", _FILE)
    around, carry = table_of(table, "around", _FILE), table_of(table, "carry", _FILE)
    offices = words_of(people, "offices", f"{_FILE}: [people]")
    pronouns = words_of(people, "pronouns", f"{_FILE}: [people]")
    titles = _any((*words_of(people, "honorifics", f"{_FILE}: [people]"), *offices))
    known = _any(names)
    direct = words_of(verbs, "direct", f"{_FILE}: [verbs]")
    avoid = _any(words_of(verbs, "avoid", f"{_FILE}: [verbs]"))
    of = _any(words_of(around, "of", f"{_FILE}: [around]"))
    sources = _any(words_of(around, "sources", f"{_FILE}: [around]"))
    fill = _any(words_of(around, "fill", f"{_FILE}: [around]"))
    return SpeakerLexicon(
        mention=re.compile(
            rf"(?<!\w)(?:(?:{known})(?!\w)|((?i:{titles})) (?!(?:{known})(?!\w))({_NAME})|(?:{_any(pronouns)})(?!\w))"
        ),
        names=names,
        verb=re.compile(
            rf"(?<!\w)(?:{avoid}|({_any((*words_of(verbs, 'report', f'{_FILE}: [verbs]'), *direct))}))(?!\w)"
        ),
        directs=frozenset(direct),
        offices=offices,
        pronouns=frozenset(pronouns),
        light=frozenset(words_of(around, "light", f"{_FILE}: [around]")),
        blocked=re.compile(rf"(?<!\w)(?:{_any(words_of(around, 'blocked', f'{_FILE}: [around]'))})\s+\Z"),
        title=re.compile(rf"(?:(?:{titles}|{fill}) )+\Z", re.IGNORECASE),
        source=re.compile(rf"(?<!\w)(?:theo|(?:{of})(?= (?:của|từ) ))(?: (?:{sources}|{fill})){{0,5}} \Z"),
        countries=re.compile(
            rf" (?:{_any(words_of(table_of(table, 'foreign', _FILE), 'countries', f'{_FILE}: [foreign]'))})(?!\w)"
        ),
        continues=words_of(carry, "continues", f"{_FILE}: [carry]"),
        modal=re.compile(rf"(?<!\w)(?:{_any(words_of(carry, 'modals', f'{_FILE}: [carry]'))})(?!\w)"),
        resets=words_of(carry, "resets", f"{_FILE}: [carry]"),
    )


def _names(entries: Iterable[Table]) -> dict[str, tuple[str, Kind]]:
    names: dict[str, tuple[str, Kind]] = {}
    for number, entry in enumerate(entries, 1):
        where = f"{_FILE}: [[speaker]] {number}"
        kind = text_of(entry, "kind", where)
        if kind not in get_args(Kind):
            raise LexiconError(f"{where}: 'kind' must be one of {', '.join(get_args(Kind))}, not {kind!r}.")
        for form in map(settle_tone, words_of(entry, "forms", where)):
            known = (text_of(entry, "name", where), cast("Kind", kind))
            names[form] = known
            if kind != "body":
                names[form[0].lower() + form[1:]] = known
    return names


def _any(words: Iterable[str]) -> str:
    return any_of(map(settle_tone, words))


def find_voices(text: str, sentence: Span, lexicon: SpeakerLexicon | None = None) -> tuple[Voice, ...]:
    """Who speaks in one sentence of `text`, in order; reaches do not overlap."""
    lexicon = lexicon or load_speakers()
    words = settle_tone(text[sentence.start : sentence.end])
    mentions = _mentions(words, lexicon)
    found = [*_after_theo(words, mentions, lexicon), *_before_verb(words, mentions, lexicon)]
    found.sort(key=lambda voice: voice.mention)
    kept = [one for one, after in pairwise([*found, None]) if one and not (after and after.mention == one.mention)]
    return tuple(_moved(voice, sentence.start) for voice in _reaches(words, kept, lexicon))


def _mentions(words: str, lexicon: SpeakerLexicon) -> list[Mention]:
    mentions: list[Mention] = []
    for found in lexicon.mention.finditer(words):
        form, at = found[0], Span(*found.span())
        if form in lexicon.names:
            name, kind = lexicon.names[form]
            abroad = lexicon.countries.match(words, at.end) if kind == "leader" else None
            mentions.append(Mention(at, name + (abroad[0] if abroad else ""), kind))
        elif form in lexicon.pronouns:
            mentions.append(Mention(at, "", "pronoun"))
        else:
            mentions.append(Mention(at, form if found[1] in lexicon.offices else found[2], "person"))
    return mentions


def _after_theo(words: str, mentions: Sequence[Mention], lexicon: SpeakerLexicon) -> list[Voice]:
    voices: list[Voice] = []
    for mention in mentions:
        before = max(0, mention.at.start - _GAP)
        found = lexicon.source.search(words[before : mention.at.start].lower())
        if found and mention.kind != "pronoun":
            at = Span(before + found.start(), before + found.end())
            voices.append(Voice(mention.name, mention.kind, mention.at, "theo", at, at, directs=False))
    return voices


def _before_verb(words: str, mentions: Sequence[Mention], lexicon: SpeakerLexicon) -> list[Voice]:
    voices: list[Voice] = []
    nearest = -1
    for found in lexicon.verb.finditer(words):
        if not found[1]:
            continue
        while nearest + 1 < len(mentions) and mentions[nearest + 1].at.end <= found.start():
            nearest += 1
        if nearest + 1 < len(mentions) and mentions[nearest + 1].at.start <= found.start():
            continue
        head = _head(words, mentions, nearest, found.start(), lexicon)
        if head is not None and not any(voice.mention == head.at for voice in voices[-1:]):
            at = Span(*found.span())
            voices.append(Voice(head.name, head.kind, head.at, found[0], at, at, directs=found[0] in lexicon.directs))
    return voices


def _head(words: str, mentions: Sequence[Mention], nearest: int, verb: int, lexicon: SpeakerLexicon) -> Mention | None:
    """Who stands before the verb: "Phó Thủ tướng, Bộ trưởng Bộ Ngoại giao … cho biết" is the Phó Thủ tướng."""
    if nearest < 0 or not _light(words, mentions[nearest].at.end, verb, lexicon):
        return None
    head = nearest
    if mentions[head].kind == "venue" and words[mentions[head].at.end : verb].strip():
        return None
    for before in range(nearest - 1, max(-1, nearest - 6), -1):
        chained = mentions[before].kind in {"leader", "person", "group"} or _titled(words, mentions[before], lexicon)
        if not chained or not _light(words, mentions[before].at.end, mentions[head].at.start, lexicon):
            break
        if not _free(words, mentions[before], lexicon):
            return None
        head = before
    return mentions[head] if _free(words, mentions[head], lexicon) else None


def _titled(words: str, mention: Mention, lexicon: SpeakerLexicon) -> bool:
    return words[max(0, mention.at.start - 20) : mention.at.start].rstrip().endswith(lexicon.offices)


def _free(words: str, mention: Mention, lexicon: SpeakerLexicon) -> bool:
    return lexicon.blocked.search(words[max(0, mention.at.start - 20) : mention.at.start].lower()) is None


def _light(words: str, start: int, end: int, lexicon: SpeakerLexicon) -> bool:
    """Nothing that matters stands between: names, titles and adverbs only."""
    if end - start > _GAP:
        return False
    gap = _BRACKETED.sub(" ", words[start:end])
    if any(mark in gap for mark in '.;:"“”'):
        return False
    return all(word[0].isupper() or word.lower() in lexicon.light or word in "-–" for word in _WORD.findall(gap))


def _reaches(words: str, voices: Sequence[Voice], lexicon: SpeakerLexicon) -> list[Voice]:
    """Each voice with its part: from its clause on, or back to the one before where it ends the sentence."""
    placed: list[Voice] = []
    starts = [*(min(voice.mention.start, voice.verb_at.start) for voice in voices), len(words)]
    free = 0
    for index, voice in enumerate(voices):
        start, end = max(free, starts[index]), max(free, starts[index + 1])
        after = max(voice.verb_at.end, voice.mention.end)
        closes = index + 1 == len(voices) and len(_WORD.findall(words[after:])) <= _TAIL_WORDS
        before = lexicon.title.sub("", words[max(0, start - _TITLES) : start])
        opens = not placed and _CLAUSE_START.search(before) is not None
        reach = Span(free if closes or opens else start, end)
        if reach.end > reach.start:
            placed.append(_with_reach(voice, reach))
            free = end
    return placed


def _with_reach(voice: Voice, reach: Span) -> Voice:
    return Voice(voice.name, voice.kind, voice.mention, voice.verb, voice.verb_at, reach, voice.directs)


def _moved(voice: Voice, by: int) -> Voice:
    mention, verb, reach = (Span(at.start + by, at.end + by) for at in (voice.mention, voice.verb_at, voice.reach))
    return Voice(voice.name, voice.kind, mention, voice.verb, verb, reach, voice.directs)


@dataclass(frozen=True, slots=True)
class Said:
    """Who speaks in a sentence, and who goes on speaking where it names nobody.

    voices: named in the sentence itself, with pronouns resolved
    carried: who spoke last and is continued; empty where the article itself speaks
    """

    voices: tuple[Voice, ...]
    carried: str

    def at(self, position: int) -> str:
        """The speaker at `position` of the text; empty where the article itself speaks."""
        for voice in self.voices:
            if voice.reach.start <= position < voice.reach.end:
                return voice.name
        return self.carried

    @property
    def last(self) -> str:
        """Who speaks at the end of the sentence."""
        return self.voices[-1].name if self.voices else self.carried


@lru_cache(maxsize=1)  # several stages ask for the same article, one after the other
def attribute(article: Article) -> tuple[Said, ...]:
    """Who speaks in each sentence of `article`, in the order of `article.sentences`."""
    lexicon = load_speakers()
    said: list[Said] = []
    speaker, person, paragraph, open_quote = "", "", -1, False
    for sentence in article.sentences:
        words = article.text[sentence.at.start : sentence.at.end]
        voices = find_voices(article.text, sentence.at, lexicon)
        same = sentence.paragraph == paragraph
        if not (open_quote or _goes_on(words, lexicon, same=same)):
            speaker = ""
        voices = tuple(_named(voice, person) for voice in voices)
        voices = tuple(voice for voice in voices if voice.name)
        # what stands before the first voice of a sentence is no longer the speaker before
        said.append(Said(voices, "" if voices and not open_quote else speaker))
        speaker = said[-1].last
        person = next((one.name for one in reversed(voices) if one.kind in {"leader", "person"}), person)
        open_quote = words.rfind("“") > words.rfind("”")
        paragraph = sentence.paragraph
    return tuple(said)


def _goes_on(words: str, lexicon: SpeakerLexicon, *, same: bool) -> bool:
    if same:
        return not words.startswith(lexicon.resets)
    return words.startswith(lexicon.continues) or lexicon.modal.search(words, 0, _EARLY) is not None


def _named(voice: Voice, person: str) -> Voice:
    if voice.kind != "pronoun":
        return voice
    return Voice(person, voice.kind, voice.mention, voice.verb, voice.verb_at, voice.reach, voice.directs)


def speakers(article: Article) -> Callable[[int], str]:
    """A function from a position of `article.text` to who says what stands there; empty for the article itself."""
    said = attribute(article)
    starts = [sentence.at.start for sentence in article.sentences]

    def speaker_at(position: int) -> str:
        index = bisect_right(starts, position) - 1
        if index < 0 or position >= article.sentences[index].at.end:
            return ""
        return said[index].at(position)

    return speaker_at
