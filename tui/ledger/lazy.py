"""Parts of the ledger that are made when somebody looks at them: over years of meetings hardly anybody ever does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, overload

if TYPE_CHECKING:
    from tui.ledger.model import MeetingLedger, Status
    from tui.model import Meeting

Item = TypeVar("Item")
Key = TypeVar("Key")

KEPT = 64
"""So many panels that were looked at are kept; any other is made again in a few milliseconds."""


class _Like(Sequence[Item]):
    """A sequence that equals whatever sequence has the same items."""

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Sequence) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


class Made(_Like[Item]):
    """The items that `make` comes up with, which is asked once and not before anybody wants them."""

    def __init__(self, make: Callable[[], Iterable[Item]]) -> None:
        self._make = make

    @cached_property
    def _items(self) -> tuple[Item, ...]:
        return tuple(self._make())

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def __iter__(self) -> Iterator[Item]:
        """All of them."""
        return iter(self._items)

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        """The item at a place."""
        return self._items[place]


class Looked(Mapping[str, Item], Generic[Item, Key]):
    """Items by id, each made by `make` from what `index` has under its id whenever it is looked up."""

    def __init__(self, index: Callable[[], Mapping[str, Key]], make: Callable[[Key], Item]) -> None:
        self._read = index
        self._make = make

    @cached_property
    def _index(self) -> Mapping[str, Key]:
        return self._read()

    def __len__(self) -> int:
        """How many there are."""
        return len(self._index)

    def __iter__(self) -> Iterator[str]:
        """Their ids."""
        return iter(self._index)

    def __contains__(self, name: object) -> bool:
        """Whether there is one of this id; it is not made for that."""
        return name in self._index

    def __getitem__(self, name: str) -> Item:
        """The item of this id."""
        return self._make(self._index[name])


class Tally(NamedTuple):
    """How much a meeting's panel holds.

    targets, results, commitments: counts
    statuses: of its targets
    """

    targets: int
    results: int
    commitments: int
    statuses: frozenset[Status]

    @classmethod
    def of(cls, panel: MeetingLedger) -> Tally:
        """The tally of a panel that was made."""
        statuses = frozenset(target.status for target in panel.targets)
        return cls(len(panel.targets), len(panel.results), len(panel.commitments), statuses)


class Panels(_Like["MeetingLedger"]):
    """The panels of all meetings, oldest first, each made when it is looked at.

    A panel is made again only if it must be: `parts` gives what it is made of, and one of those `before` that was made
    of the very same parts is taken over.

    meetings: the meetings, oldest first
    kept: the panels looked at last, with their parts, by the id of their meeting
    """

    def __init__(
        self,
        meetings: Sequence[Meeting],
        parts: Callable[[Meeting], tuple[object, ...]],
        make: Callable[[Meeting], MeetingLedger],
        count: Callable[[], Mapping[str, Tally]],
        before: Panels | None = None,
    ) -> None:
        self.meetings = meetings
        self._parts = parts
        self._make = make
        self._count = count
        self.kept: dict[str, tuple[tuple[object, ...], MeetingLedger]] = {}
        for name, (old, panel) in before.kept.items() if before else ():
            place = self._places.get(name)
            if place is not None and _are(old, parts(meetings[place])):
                self.kept[name] = (old, panel)

    @classmethod
    def over(cls, panels: Sequence[MeetingLedger]) -> Panels:
        """`panels` as they are, or what was made already."""
        if isinstance(panels, Panels):
            return panels
        made = {each.meeting.id: each for each in panels}
        meetings = [each.meeting for each in panels]

        def count() -> dict[str, Tally]:
            return {name: Tally.of(each) for name, each in made.items()}

        return cls(meetings, lambda _: (), lambda each: made[each.id], count)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {meeting.id: place for place, meeting in enumerate(self.meetings)}

    def __len__(self) -> int:
        """How many meetings there are."""
        return len(self.meetings)

    @overload
    def __getitem__(self, place: int) -> MeetingLedger: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[MeetingLedger]: ...
    def __getitem__(self, place: int | slice) -> MeetingLedger | Sequence[MeetingLedger]:
        """The panel of the meeting at a place."""
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        return self._panel(self.meetings[place])

    def of(self, meeting: str) -> MeetingLedger | None:
        """The panel of the meeting with this id; None if there is none."""
        place = self._places.get(meeting)
        return None if place is None else self[place]

    def some(self, meetings: Collection[str]) -> tuple[MeetingLedger, ...]:
        """The panels of the meetings with these ids, oldest first."""
        return tuple(self[place] for place, meeting in enumerate(self.meetings) if meeting.id in meetings)

    @cached_property
    def tallies(self) -> Mapping[str, Tally]:
        """How much each panel holds, by the id of its meeting; none is made for that."""
        return self._count()

    def _panel(self, meeting: Meeting) -> MeetingLedger:
        parts, known = self._parts(meeting), self.kept.get(meeting.id)
        if known and _are(known[0], parts):
            return known[1]
        made = self._make(meeting)
        kept = {**self.kept, meeting.id: (parts, made)}
        self.kept = dict(islice(kept.items(), max(0, len(kept) - KEPT), None))
        return made


def _are(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    """Whether both are the very same objects."""
    return len(some) == len(others) and all(one is other for one, other in zip(some, others, strict=True))
