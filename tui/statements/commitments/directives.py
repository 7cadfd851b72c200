"""Where an article orders, asks or promises: the stretches of its sentences that do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tui.corpus.characters import lower, settle_tone
from tui.model import Span
from tui.statements.commitments.lexicon import load_commitments
from tui.statements.speakers import attribute

if TYPE_CHECKING:
    import re

    from tui.model import Article, Sentence
    from tui.statements.commitments.lexicon import CommitmentLexicon
    from tui.statements.speakers import Said, Voice

_REACH = 140
_SUBJECT = 160
_CARRIED = frozenset({"continued", "continued_actor", "aimed"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sentence whose clauses are to be done.

    at: where it stands in the article's text
    words: its text in lower case with settled tones, of the same length
    rule, cue: what opened it
    speaker: who says it; empty where the article itself does
    leader: the speaker is an office held by a person
    official: the speaker is such an office or a body
    subject: the words before the cue that say who is to act; may be empty
    """

    at: Span
    words: str
    rule: str
    cue: str
    speaker: str
    leader: bool
    official: bool
    subject: str


class _Found(NamedTuple):
    """A cue in a sentence: rule, words, where the stretch starts and ends, and the subject before it."""

    rule: str
    cue: str
    start: int
    end: int
    subject: str


class _Turn(NamedTuple):
    """One sentence: its words in lower case with settled tones, its place, and who speaks in it."""

    words: str
    sentence: Sentence
    said: Said


class _State(NamedTuple):
    """What was said before: in a directive or not, by whom, in which paragraph."""

    live: bool = False
    speaker: str = ""
    leader: bool = False
    official: bool = False
    paragraph: int = -1


@lru_cache(maxsize=1)  # commitments and passages are looked for in the same article, one after the other
def find_stretches(article: Article) -> tuple[Stretch, ...]:
    """The stretches of `article`, in the order of the text; headlines hold none."""
    lexicon, text = load_commitments(), lower(article.text)
    stretches: list[Stretch] = []
    state = _State()
    for sentence, said in zip(article.sentences, attribute(article), strict=True):
        if article.paragraphs[sentence.paragraph].kind != "body":
            continue
        words = text[sentence.at.start : sentence.at.end]
        turn = _Turn(words, sentence, said)
        found = _find(turn, state, lexicon)
        state = _next(turn, found, state, lexicon)
        if found is not None:
            at = Span(sentence.at.start + found.start, sentence.at.start + found.end)
            subject = _as_printed(article.text, sentence.at.start, found) if found.subject else ""
            piece = words[found.start : found.end]
            stretches.append(
                Stretch(at, piece, found.rule, found.cue, state.speaker, state.leader, state.official, subject)
            )
    return tuple(stretches)


def _as_printed(text: str, start: int, found: _Found) -> str:
    before = text[start : start + found.start]
    position = settle_tone(before.lower()).rfind(found.subject)
    return before[position : position + len(found.subject)].strip() if position >= 0 else found.subject.strip()


def _find(turn: _Turn, state: _State, lexicon: CommitmentLexicon) -> _Found | None:
    """The first rule that opens a stretch in the sentence."""
    words, sentence, said = turn
    return (
        _ordered(words, sentence, said.voices, lexicon)
        or (_continued(words, lexicon) if state.live else None)
        or _cued(words, "must", lexicon)
        or _task(words, lexicon)
        or _pledged(words, said, lexicon)
        or (_carried(words, sentence, state, lexicon) if state.live else None)
    )


def _ordered(words: str, sentence: Sentence, voices: tuple[Voice, ...], lexicon: CommitmentLexicon) -> _Found | None:
    for voice in voices:
        before = words[: voice.verb_at.start - sentence.at.start]
        if not lexicon.cues["ordered"].fullmatch(voice.verb) or before.rstrip().endswith(" đã"):
            continue
        start, end = voice.verb_at.end - sentence.at.start, voice.reach.end - sentence.at.start
        # a later voice that only names the source of a document does not end the order
        end = (
            len(words)
            if all(later.verb == "theo" for later in voices if later.reach.start > voice.reach.start)
            else end
        )
        return _Found("ordered", voice.verb, start, end, "")
    return None


def _cued(words: str, rule: str, lexicon: CommitmentLexicon) -> _Found | None:
    """A cue with a verb right after it, in a part of the sentence that is no report."""
    for cue in lexicon.cues[rule].finditer(words):
        after = _skip(words, cue.end())
        chunk = max(words.rfind(mark, 0, cue.start()) for mark in ";.:") + 1
        before = words[chunk : cue.start()]
        if _is_cue(words, cue, lexicon) and lexicon.verb.match(words, after) and not lexicon.past.search(before):
            return _Found(rule, cue[0], after, len(words), _subject(before, lexicon))
    return None


def _skip(words: str, position: int) -> int:
    while position < len(words) and words[position] in ' ,:“"':
        position += 1
    return position


def _is_cue(words: str, cue: re.Match[str], lexicon: CommitmentLexicon) -> bool:
    before = words[max(0, cue.start() - 20) : cue.start()]
    return not lexicon.not_after.search(before) and not lexicon.not_before.match(words, cue.end())


def _subject(before: str, lexicon: CommitmentLexicon) -> str:
    """The last clause before a cue, if it holds somebody who can act."""
    opened = lexicon.opener.match(before)
    clause = before[opened.end() if opened else 0 :].strip(" ,")
    return clause if clause and len(clause) <= _SUBJECT and lexicon.actor.search(clause) else ""


def _task(words: str, lexicon: CommitmentLexicon) -> _Found | None:
    for cue in lexicon.cues["task"].finditer(words):
        limit = min(len(words), cue.end() + _REACH)
        link = words.find(" là ", cue.end(), limit)
        if link < 0 or any(mark in words[cue.end() : link] for mark in ".;"):
            continue
        after = _skip(words, link + 4)
        if lexicon.verb.match(words, after):
            return _Found("task", cue[0], after, len(words), "")
    return None


def _pledged(words: str, said: Said, lexicon: CommitmentLexicon) -> _Found | None:
    found = _cued(words, "pledge", lexicon)
    if found is None:
        return None
    speaks = bool(said.voices) or bool(said.carried)
    return found if speaks or found.subject or words.startswith(found.cue) else None


def _continued(words: str, lexicon: CommitmentLexicon) -> _Found | None:
    """A sentence that goes on with the directive before it, from its first verb."""
    opened = lexicon.opener.match(words)
    start = opened.end() if opened else 0
    if lexicon.results.search(words) or not lexicon.verb.match(words, start):
        return None
    return _Found("continued", "", start, len(words), "")


def _carried(words: str, sentence: Sentence, state: _State, lexicon: CommitmentLexicon) -> _Found | None:
    """After a directive: a subject who is told to act, or what all this is for."""
    if lexicon.results.search(words):
        return None
    opened = lexicon.opener.match(words)
    start = opened.end() if opened else 0
    verb = lexicon.verb.search(words, start, min(len(words), start + _SUBJECT))
    subject = words[start : verb.start()] if verb else ""
    if verb and verb.start(1) > verb.start() and lexicon.actor.search(subject) and not lexicon.past.search(subject):
        return _Found("continued_actor", "", verb.start(), len(words), subject.strip(" ,"))
    return _cued(words, "aimed", lexicon) if sentence.paragraph == state.paragraph else None


def _next(turn: _Turn, found: _Found | None, state: _State, lexicon: CommitmentLexicon) -> _State:
    """Whether the directive goes on after this sentence, and whose it is."""
    words, sentence, said = turn
    speaker = said.at(sentence.at.start + found.start) if found else said.last
    if not speaker and found and found.rule in _CARRIED:
        speaker = state.speaker
    kinds = {voice.kind for voice in said.voices if voice.name == speaker}
    same = speaker == state.speaker
    leader = bool(kinds & {"leader"}) or (same and state.leader)
    official = bool(kinds & {"leader", "body"}) or (same and state.official)
    if found is not None:
        live = found.rule != "pledge" or state.live
    else:
        goes_on = sentence.paragraph == state.paragraph and not said.voices and not lexicon.past.search(words)
        live = state.live and goes_on
    return _State(live, speaker, leader, official, sentence.paragraph)
