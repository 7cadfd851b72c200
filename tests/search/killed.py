"""A writer to be killed: commits batch after batch into the folder it is given, and says when it begins."""

from __future__ import annotations

import multiprocessing
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.search.corpora import corpus
from tui.search import open_engine
from tui.search.whoosh_engine import engine as module

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.search import Document

SIZES = (8, 24, 16, 40)


def write(folder: Path) -> None:
    """Commit until killed; every commit holds all articles of one size of the corpus."""
    with open_engine(folder) as engine:
        print("ready", flush=True)  # noqa: T201 - to the test
        for turn in range(10_000):
            documents = corpus(turn, SIZES[turn % len(SIZES)])
            if turn % 3:
                engine.delete([document.article for document in corpus(turn, 40)])
                engine.upsert(documents)
                engine.commit(str(len(documents)))
            else:
                engine.rebuild(documents, str(len(documents)))


def write_with_helpers(folder: Path) -> None:
    """Build with two processes, name them, and wait to be killed."""
    module.WORTH_PROCESSES = 10

    def documents() -> Iterator[Document]:
        yield from corpus(1, 300)
        print(*(helper.pid for helper in multiprocessing.active_children()), flush=True)  # noqa: T201 - to the test
        time.sleep(60)

    with open_engine(folder) as engine:
        engine.upsert(documents(), jobs=2)


if __name__ == "__main__":
    (write_with_helpers if "helped" in sys.argv else write)(Path(sys.argv[1]))
