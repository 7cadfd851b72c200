"""Where the user has jumped from, and the way back."""

from __future__ import annotations

from tui.facts import fact


@fact
class Spot:
    """A place to come back to.

    meeting, article: ids
    place: character of the article at the top of the reader
    pane: which pane had the keys
    row: key of the panel's row
    """

    meeting: str
    article: str
    place: int
    pane: str
    row: str


@fact
class Trail:
    """The spots jumped from, the last one last."""

    spots: tuple[Spot, ...] = ()

    def leave(self, spot: Spot, limit: int = 100) -> Trail:
        """The trail with `spot` at its end, the oldest beyond `limit` forgotten."""
        kept = self.spots if not self.spots or self.spots[-1] != spot else self.spots[:-1]
        return Trail((*kept, spot)[-limit:])

    def back(self) -> tuple[Spot | None, Trail]:
        """The last spot and the trail before it; None at its beginning."""
        return (self.spots[-1], Trail(self.spots[:-1])) if self.spots else (None, self)
