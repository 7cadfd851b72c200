"""A writer to be killed: commits batch after batch into the folder it is given, and says when each is done."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.search.corpora import corpus
from tui.search import open_engine


def main() -> None:
    """Write until killed; every commit holds all articles of one size of the corpus."""
    sizes = (8, 24, 16, 40)
    with open_engine(Path(sys.argv[1])) as engine:
        print("ready", flush=True)  # noqa: T201 - to the test
        for turn in range(10_000):
            documents = corpus(turn, sizes[turn % len(sizes)])
            if turn % 3:
                engine.delete([document.article for document in corpus(turn, 40)])
                engine.upsert(documents)
                engine.commit(str(len(documents)))
            else:
                engine.rebuild(documents, str(len(documents)))


if __name__ == "__main__":
    main()
