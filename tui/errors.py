"""The tree of exceptions: each message is one sentence a user can act on."""

from __future__ import annotations


class BriefingsError(Exception):
    """Anything the program can explain: its text is shown as it is, without a traceback."""


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
