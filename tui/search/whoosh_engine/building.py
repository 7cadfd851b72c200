"""Big builds on several processes: each writes segments of its own, one commit takes them all."""

from __future__ import annotations

import multiprocessing
import zlib
from itertools import chain
from queue import Empty, Full
from typing import TYPE_CHECKING, Any

from tui.errors import Sayable, SearchIndexError
from tui.search.whoosh_engine import marker
from tui.search.whoosh_engine.writer import ArticleWriter, MarkedIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from tui.search.model import Document

BATCH = 64
"""Articles handed over at once."""
WAITING = 4
"""Batches that may wait for each process."""
_PATIENCE = 1.0


def build(directory: Path, documents: Iterable[Document], jobs: int) -> tuple[int, list[Any]]:
    """How many `documents` there were, and the segments that `jobs` processes made of them, not yet committed."""
    context = multiprocessing.get_context("spawn")
    results = context.Queue()
    queues = [context.Queue(WAITING) for _ in range(jobs)]
    helpers = [context.Process(target=_work, args=(directory, queue, results), daemon=True) for queue in queues]
    try:
        for helper in helpers:
            helper.start()
        count = _deal(documents, list(zip(queues, helpers, strict=True)))
        segments = [segment for _ in helpers for segment in _result(results, helpers)]
        for helper in helpers:
            helper.join()
        return count, segments
    finally:
        for helper in helpers:
            if helper.is_alive():
                helper.terminate()


def _deal(documents: Iterable[Document], workers: list[tuple[Any, Any]]) -> int:
    """Give each worker its documents: one id always to the same, so that the last of several wins."""
    count = 0
    waiting: list[list[Document]] = [[] for _ in workers]
    for document in documents:
        count += 1
        mine = zlib.crc32(document.article.encode()) % len(workers)
        waiting[mine].append(document)
        if len(waiting[mine]) == BATCH:
            _put(workers[mine], waiting[mine])
            waiting[mine] = []
    for worker, rest in zip(workers, waiting, strict=True):
        _put(worker, rest)
        _put(worker, None)
    return count


def _put(worker: tuple[Any, Any], batch: list[Document] | None) -> None:
    queue, helper = worker
    while True:
        try:
            queue.put(batch, timeout=_PATIENCE)
        except Full:
            if not helper.is_alive():
                raise SearchIndexError(_DIED) from None
        else:
            return


_DIED = Sayable(
    "builder_died", "A process that helped to build the search index ended early: build it again, with one process."
)


def _result(results: Any, helpers: list[Any]) -> list[Any]:
    while True:
        try:
            result = results.get(timeout=_PATIENCE)
        except Empty:
            if any(helper.exitcode for helper in helpers):
                raise SearchIndexError(_DIED) from None
        else:
            if isinstance(result, OSError):
                raise result
            if isinstance(result, str):
                raise SearchIndexError(result)
            return list(result)


def _work(directory: Path, queue: Any, results: Any) -> None:
    """Write what comes over `queue`, until None; put the segments, or what went wrong, into `results`."""
    try:
        writer = ArticleWriter(MarkedIndex(directory, marker.read(directory)), anew=True)
        for document in chain.from_iterable(_dealt(queue)):
            writer.add(document)
        results.put(writer.finish_segments())
    except OSError as error:
        results.put(error)
    except Exception as error:  # noqa: BLE001 - told to the process that asked
        results.put(Sayable("not_built", "The search index could not be built: {reason}.", reason=error))


def _dealt(queue: Any) -> Iterator[list[Document]]:
    """The batches that come over `queue`, until None, or until nobody is left to send any."""
    parent = multiprocessing.parent_process()
    while True:
        try:
            batch = queue.get(timeout=_PATIENCE)
        except Empty:
            if parent is not None and not parent.is_alive():
                raise SystemExit from None
            continue
        if batch is None:
            return
        yield batch
