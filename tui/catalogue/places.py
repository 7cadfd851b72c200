"""Where the catalogue of a set of roots is kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Sequence


@fact
class Place:
    """The private folder of one set of roots.

    folder: mode 0700; all in it can be deleted at any time
    """

    folder: Path

    @property
    def catalogue(self) -> Path:
        """The SQLite file."""
        return self.folder / "catalogue.sqlite"

    @property
    def index(self) -> Path:
        """The folder of the full-text index."""
        return self.folder / "index"

    def make(self) -> None:
        """Nothing; the folder is there afterwards, and is the user's alone."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.folder.chmod(0o700)


def place_for(roots: Sequence[Path], directory: Path | None = None) -> Place:
    """The place for `roots`, in any order, below `directory` or else the user's cache folder."""
    if directory is None:
        import platformdirs

        directory = platformdirs.user_cache_path("briefings")
    real = sorted({os.path.realpath(root) for root in roots})
    name = "\0".join(real).encode("utf-8", "surrogatepass")
    # to load `hashlib` takes as long as to read the catalogue; roots that shared a folder would only be read again
    return Place(Path(directory) / f"{crc32(name):08x}-{len(name)}")
