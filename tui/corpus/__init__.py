"""Files to articles: reading, Unicode, page furniture, headers and sentences.

`scan` finds the files, `read` and `parse` make articles of them.
"""

from tui.corpus.files import SourceFile, scan
from tui.corpus.reader import parse, read

__all__ = ["SourceFile", "parse", "read", "scan"]
