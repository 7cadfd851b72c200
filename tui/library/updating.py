"""Refreshing with what goes wrong: a catalogue that is damaged, foreign or of another version is made anew."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import RLock
from typing import TYPE_CHECKING, TypeVar

from tui.errors import DamagedCatalogueError, Sayable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from tui.catalogue import Catalogue
    from tui.config import Config
    from tui.library.pipeline import Pipeline
    from tui.model import Problem, Progress, RefreshReport

Answer = TypeVar("Answer")

_ANEW = Sayable("made_anew", "It was damaged or of another version and has been made anew; nothing you wrote is lost.")


class Updater:
    """Brings a catalogue up to the files of its roots, one refresh at a time.

    damaged: somebody could not read the catalogue; the next refresh makes it anew
    notices: what the user should know of the last refresh
    """

    def __init__(self, catalogue: Catalogue, pipeline: Pipeline, roots: Sequence[Path], config: Config) -> None:
        self.damaged = False
        self.notices: tuple[Problem, ...] = ()
        self._catalogue = catalogue
        self._pipeline = pipeline
        self._roots = roots
        self._config = config
        self._lock = RLock()

    def refresh(self, tell: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int) -> RefreshReport:
        """What was done; a cancelled refresh counts nothing as changed."""
        with self._lock:
            try:
                return self._once(tell, cancelled, jobs)
            except DamagedCatalogueError:
                self.damaged = True
                return self._once(tell, cancelled, jobs)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """A stretch of code that reads the catalogue: damage found there is mended by the next refresh."""
        try:
            yield
        except DamagedCatalogueError:
            self.damaged = True
            raise

    def read(self, read: Callable[[], Answer], nothing: Answer) -> Answer:
        """What `read` finds in the catalogue; `nothing` where it cannot be used yet or any more."""
        with suppress(DamagedCatalogueError), self.watching():
            if self._catalogue.exists():
                with self._catalogue.reading():
                    return read() if self._catalogue.usable() else nothing
        return nothing

    def _once(self, tell: Callable[[Progress], None], cancelled: Callable[[], bool], jobs: int) -> RefreshReport:
        from tui.library.cancelling import Cancelled
        from tui.library.refreshing import refresh
        from tui.model import Problem, RefreshReport

        if self.damaged:
            self._catalogue.discard()
        if self._catalogue.prepare() or self.damaged:
            self.notices = (Problem(str(self._catalogue.place.catalogue), _ANEW),)
        self.damaged = False
        extra = self._config.lexicon.extra
        try:
            return refresh(
                self._catalogue, self._pipeline, self._roots, extra, jobs=jobs, tell=tell, cancelled=cancelled
            )
        except Cancelled:
            return RefreshReport(0, 0, 0, self._catalogue.totals().articles)
