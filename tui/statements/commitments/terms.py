"""The words and names by which a commitment is known again in later reports."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tui.corpus.characters import fold, settle_tone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.statements.commitments.lexicon import CommitmentLexicon

_UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_WORDS = re.compile(r"\w+|[^\w\s]")
_DOCUMENT = re.compile(
    r"(?<!\w)(?:Nghị quyết|Nghị định|Quyết định|Chỉ thị|Thông tư|Kết luận|Công điện|Luật|Hiệp định|Đề án|Quy hoạch)"
    r"(?: số)? (?:\d+[\w/-]*|[IVXL]+(?!\w))"
)
_NAME = re.compile(rf"(?<!\w)[{_UPPER}][\w-]*(?: (?:- )?[{_UPPER}][\w-]*){{0,4}}")
_CONGRESS = re.compile(r"(?<!\w)[Đđ]ại hội (?:Đảng )?(?:toàn quốc )?(?:lần thứ )?[IVXL]+(?!\w)")
_ROMAN = re.compile(r"[IVXLC]+\Z")
# a capitalised syllable may only start a sentence or an office; anything that is no syllable is a name
_SYLLABLE = re.compile(r"(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|n[gh]|[cmnpt])?\Z")


def terms_of(text: str, words: str, lexicon: CommitmentLexicon) -> tuple[str, ...]:
    """Folded documents, names, things and unknown word pairs of `text`, the most telling first.

    `words` is `text` in lower case with settled tones.
    """
    named = [*documents(text), *names(text, lexicon.names)]
    return tuple(dict.fromkeys([*(fold(settle_tone(term)) for term in named), *_words(words, lexicon)]))


def documents(text: str) -> list[str]:
    """Documents by kind and number: "Nghị quyết 222/2025/QH15"."""
    return [found[0].replace(" số ", " ") for found in _DOCUMENT.finditer(text)]


def names(text: str, common: frozenset[str]) -> list[str]:
    """Acronyms and capitalised names of `text` but for what everybody bears and what only starts a sentence."""
    documented = " ".join(documents(text))
    found = dict.fromkeys(found[0] for found in _NAME.finditer(text))
    plain = [name for name in found if name not in common and name not in documented and _is_name(name)]
    return [*plain, *(found[0] for found in _CONGRESS.finditer(text))]


def _is_name(name: str) -> bool:
    if " " in name:
        return True
    if name.isupper():
        return len(name) > 1 and not _ROMAN.match(name)
    return _SYLLABLE.match(fold(name)) is None


def _words(words: str, lexicon: CommitmentLexicon) -> Iterator[str]:
    """Things the lexicon knows, and pairs of neighbouring syllables it knows nothing of."""
    accented = _WORDS.findall(words)
    plainly = [folded(word) for word in accented]
    index, before = 0, ""
    while index < len(accented):
        word = known_at(plainly, index, lexicon)
        if word:
            if word in lexicon.things and word not in lexicon.common:
                yield word
            index, before = index + word.count(" ") + 1, ""
            continue
        plain = accented[index].isalpha() and accented[index] not in lexicon.stops
        if plain and before:
            yield f"{before} {plainly[index]}"
        index, before = index + 1, plainly[index] if plain else ""


@lru_cache(maxsize=1 << 14)  # Vietnamese has some seven thousand syllables
def folded(word: str) -> str:
    """`fold`, remembering the words met before."""
    return fold(word)


def known_at(syllables: list[str], index: int, lexicon: CommitmentLexicon) -> str:
    """The longest word of several syllables the lexicon knows at `index`; empty without one."""
    longest = lexicon.longest.get(" ".join(syllables[index : index + 2]), 0)
    for length in range(longest, 1, -1):
        word = " ".join(syllables[index : index + length])
        if word in lexicon.known:
            return word
    return ""
