"""Reading many files: one after the other, or in several processes, with the same outcome in the same order."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.catalogue.writing import Entry
from tui.corpus import parse
from tui.corpus.files import read_bytes
from tui.errors import CatalogueError, CorpusError, LexiconError, Sayable, sentence_of, without_place
from tui.model import Article, Extraction, Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.corpus import SourceFile
    from tui.library.pipeline import Pipeline

Extract = Callable[[Article, Path | None], Extraction]
Passages = Callable[[Article], tuple[Any, ...]]

_WORTH_PROCESSES = 200
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Task:
    """A file to read.

    path, id: as in `SourceFile`
    digest: of the bytes whose outcome is known already; empty to extract in any case
    """

    path: Path
    id: str
    digest: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a file.

    digest: of its bytes; empty if they could not be read
    entry: what was found; None where nothing has to be stored anew
    problem: why it cannot be used
    """

    digest: str
    entry: Entry | None = None
    problem: Problem | None = None


def read_file(task: Task, extract: Extract, passages: Passages, extra: Path | None) -> Outcome:
    """The outcome of one file; whatever is wrong with it costs only itself, save an unusable lexicon."""
    try:
        data = read_bytes(task.path)
        digest = sha256(data).hexdigest()
        if digest == task.digest:
            return Outcome(digest)
        article = parse(task.id, task.path.name, data)
        return Outcome(digest, _entry(article, extract(article, extra), passages(article)))
    except CorpusError as error:
        message = without_place(sentence_of(error), str(task.path), task.path.name)
        return Outcome("", problem=Problem(str(task.path), message))
    except LexiconError:
        raise
    except Exception as error:  # noqa: BLE001 - one article that trips a rule must not cost the others
        template = "The article tripped the program ({reason}); the others are not affected."
        told = Sayable("tripped", template, reason=f"{type(error).__name__}: {error}")
        return Outcome("", problem=Problem(str(task.path), told))


def _entry(article: Article, found: Extraction, passages: tuple[Any, ...]) -> Entry:
    from tui.statements.commitments.marks import marks_asked, marks_told

    return Entry.of(found, passages, article, marks_asked(found.commitments), marks_told(passages))


@contextmanager
def outcomes(tasks: Sequence[Task], pipeline: Pipeline, extra: Path | None, jobs: int) -> Iterator[Iterator[Outcome]]:
    """The outcomes of `tasks` in their order, by at most `jobs` processes (0 for all cores)."""
    work = partial(read_file, extract=pipeline.extract, passages=pipeline.passages, extra=extra)
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(tasks) < _WORTH_PROCESSES:
        yield map(work, tasks)
        return
    # spawned, not forked: a refresh runs in a thread of the screen's process
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool.map(work, tasks, chunksize=_CHUNK)
    except BrokenExecutor as error:
        told = Sayable("reader_killed", "A process that reads articles was killed; try again with corpus.jobs = 1.")
        raise CatalogueError(told) from error
    finally:
        pool.shutdown(cancel_futures=True)


def tasks_of(sources: Sequence[SourceFile], digests: dict[str, str]) -> list[Task]:
    """The tasks for `sources`, those in `digests` (by id) with what is known of them."""
    return [Task(source.path, source.id, digests.get(source.id, "")) for source in sources]
