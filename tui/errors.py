"""The tree of exceptions, and the sentences in them: each is one that a user can act on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self


class Sayable(str):
    """An English sentence that `Words.told` can say in another language.

    code: key of the sentence in the table `told` of that language
    params: what stands in its placeholders; texts, of which some may be said in another language too
    """

    __slots__ = ("code", "params")
    code: str
    params: Mapping[str, str]

    def __new__(cls, code: str, template: str, /, **params: object) -> Self:
        """The sentence `template` with its placeholders filled."""
        texts = {name: each if isinstance(each, Sayable) else str(each) for name, each in params.items()}
        return cls.again(template.format_map(texts), code, texts)

    @classmethod
    def again(cls, text: str, code: str, params: Mapping[str, str]) -> Self:
        """The sentence that reads `text`, put together from what it was taken apart into."""
        made = str.__new__(cls, text)
        made.code, made.params = code, params
        return made

    def changed(self, change: Callable[[str], str]) -> Sayable:
        """The sentence with `change` made to its text and to all that stands in it."""
        return Sayable.again(change(str(self)), self.code, {name: change(each) for name, each in self.params.items()})

    def __reduce__(self) -> tuple[Callable[..., Sayable], tuple[str, str, Mapping[str, str]]]:
        """What a copy in another process is made from."""
        return Sayable.again, (str(self), self.code, self.params)


def sentence_of(error: BaseException) -> str:
    """What `error` says, as `Sayable` where it can be said in another language."""
    return error.args[0] if error.args and isinstance(error.args[0], Sayable) else str(error)


def did_you_mean(near: str) -> Sayable:
    """The end of a sentence about a word that is not known."""
    return Sayable("did_you_mean", "did you mean {near}?", near=near)


def without_place(sentence: str, *places: str) -> str:
    """`sentence` without the one of `places` that it starts with, for where that stands beside it."""
    for place in places:
        for sign in (": ", ", "):
            if sentence.startswith(place + sign):
                rest = sentence[len(place + sign) :]
                text = rest[:1].upper() + rest[1:]
                return Sayable.again(text, sentence.code, sentence.params) if isinstance(sentence, Sayable) else text
    return sentence


class BriefingsError(Exception):
    """Anything the program can explain: its sentence is shown without a traceback."""


class UsageError(BriefingsError):
    """A command that was called in a way it cannot be: says what is allowed."""


class ConfigError(BriefingsError):
    """A setting that cannot be used: names the file, the key and what is allowed."""


class CorpusError(BriefingsError):
    """A path or a file of the corpus that cannot be read: names it and says why."""


class LexiconError(BriefingsError):
    """A lexicon that cannot be used: names the file, the entry and what is expected."""


class SearchIndexError(BriefingsError):
    """A full-text index that cannot be used: says what is done about it."""


class CatalogueError(BriefingsError):
    """A store of what was extracted that cannot be used: says what is done about it."""


class DamagedCatalogueError(CatalogueError):
    """A store of what was extracted that has to be made anew."""


class NotesError(BriefingsError):
    """A file of the user's own (corrections, decisions) that cannot be read or written."""


class ExportError(BriefingsError):
    """An export that cannot be made or written: names the format or file and says what to do."""
