"""Bringing the catalogue and the index up to the files: only what changed is read again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.catalogue import Known
from tui.catalogue.writing import Writing, storable
from tui.errors import Sayable
from tui.library.cancelling import Cancelled
from tui.library.reading import outcomes, tasks_of
from tui.model import Problem, Progress, RefreshReport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from tui.catalogue import Catalogue
    from tui.corpus import SourceFile
    from tui.library.pipeline import Pipeline

Tell = Callable[[Progress], None]
Ask = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done.

    places: every file as it is now, by article id; without a digest
    read: files that are new or may have changed
    moved: articles that stand at another place, unchanged
    removed: articles whose file is gone
    """

    places: Mapping[str, Known]
    read: tuple[SourceFile, ...]
    moved: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Nothing has to be done."""
        return not (self.read or self.moved or self.removed)


def compare(sources: Sequence[SourceFile], known: Mapping[str, Known]) -> Plan:
    """What `sources` ask for, given what is `known`."""
    places = {
        source.id: Known(position, str(source.path), source.size, source.mtime_ns, "")
        for position, source in enumerate(sources)
    }
    read, moved = [], []
    for source in sources:
        now, before = places[source.id], known.get(source.id)
        if before is None or (before.path, before.size, before.mtime_ns) != (now.path, now.size, now.mtime_ns):
            read.append(source)
        elif before.position != now.position:
            moved.append(source.id)
    return Plan(places, tuple(read), tuple(moved), tuple(id_ for id_ in known if id_ not in places))


def refresh(  # noqa: PLR0913 - the parts of a refresh
    catalogue: Catalogue,
    pipeline: Pipeline,
    roots: Sequence[Path],
    extra: Path | None,
    *,
    jobs: int,
    tell: Tell,
    cancelled: Ask,
) -> RefreshReport:
    """What was done to make `catalogue` tell what is in the files now; `Cancelled` leaves it as it was."""
    tell(Progress(0, 0))
    sources, problems = _scan(pipeline, roots)
    stamp = pipeline.stamp(extra)
    known = catalogue.known()
    same = catalogue.stamp() == stamp
    if same and compare(sources, known).empty and catalogue.problems() == problems:
        return RefreshReport(0, 0, 0, len(known), problems)
    with Writing.begin(catalogue) as writing:
        # another process may have written while this one waited to
        known, same = catalogue.known(), catalogue.stamp() == stamp
        plan = compare(sources, known if same else {})
        plan = replace(plan, removed=tuple(id_ for id_ in known if id_ not in plan.places))
        digests = {id_: each.digest for id_, each in known.items()} if same else {}
        run = _Run(writing, plan, known, tell, cancelled)
        report = run.read(pipeline, extra, digests, jobs)
        writing.put_meetings(pipeline.group(writing.cards()))
        problems = (*problems, *report.problems)
        writing.put_problems(problems)
        writing.mark("stamp", stamp)
    return replace(report, problems=problems)


def _scan(pipeline: Pipeline, roots: Sequence[Path]) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """The files of `roots` but for those whose names cannot be kept, which are problems."""
    sources, problems = pipeline.scan(roots)
    kept: list[SourceFile] = []
    odd: list[SourceFile] = []
    for source in sources:
        (kept if storable(str(source.path)) == str(source.path) else odd).append(source)
    found = [Problem(storable(each.where), storable(each.message)) for each in problems]
    told = Sayable("odd_name", "The file's name is not UTF-8; rename it.")
    unnamed = [Problem(storable(str(each.path)), told) for each in odd]
    return tuple(kept), (*found, *unnamed)


@dataclass(frozen=True, slots=True)
class _Run:
    """One refresh under way."""

    writing: Writing
    plan: Plan
    known: Mapping[str, Known]
    tell: Tell
    cancelled: Ask

    def read(self, pipeline: Pipeline, extra: Path | None, digests: dict[str, str], jobs: int) -> RefreshReport:
        """Counts of what was read and stored."""
        added = changed = 0
        lost = list(self.plan.removed)
        problems: list[Problem] = []
        tasks = tasks_of(self.plan.read, digests)
        with outcomes(tasks, pipeline, extra, jobs) as found:
            for done, (task, outcome) in enumerate(zip(tasks, found, strict=True), 1):
                if self.cancelled():
                    raise Cancelled
                self.tell(Progress(done, len(tasks), task.path.name))
                place = self.plan.places[task.id]._replace(digest=outcome.digest)
                if outcome.problem:
                    problems.append(outcome.problem)
                    lost += [task.id] if task.id in self.known else []
                elif outcome.entry:
                    self.writing.put(place, outcome.entry)
                    added, changed = added + (task.id not in self.known), changed + (task.id in self.known)
                else:
                    self.writing.move(task.id, place)
        for article in self.plan.moved:
            self.writing.move(article, self.plan.places[article])
        self.writing.remove(lost)
        unchanged = len(self.known) - changed - len(lost)
        return RefreshReport(added, changed, len(lost), unchanged, tuple(problems))
