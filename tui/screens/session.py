"""What the screens remember from one run to the next: past searches, folded sections, the place read last.

Kept in one small TOML file of the user's; losing it loses a little comfort and nothing else.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from tui.facts import fact

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_MOST_SEARCHES = 50
_MOST_PLACES = 20


@fact
class Place:
    """Where the reading of a corpus was left.

    corpus: its files and folders
    newest: id of its newest meeting then; with a newer one the place is out of date
    meeting, article: ids
    at: character of the article at the top of the screen
    """

    corpus: str
    newest: str
    meeting: str
    article: str
    at: int


@fact
class Session:
    """What is remembered.

    searches: past queries, the last one first
    turned: keys of the panel's sections that are not folded as at first
    places: one a corpus, the last read first
    """

    searches: tuple[str, ...] = ()
    turned: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()

    def place_in(self, corpus: str) -> Place | None:
        """Where the reading of `corpus` was left; None where it never was."""
        return next((each for each in self.places if each.corpus == corpus), None)

    def searched(self, query: str) -> Session:
        """The session with a query as the last one."""
        others = (each for each in self.searches if each != query)
        return replace(self, searches=(query, *others)[:_MOST_SEARCHES])

    def left(self, place: Place) -> Session:
        """The session with a place as the last one of its corpus."""
        others = (each for each in self.places if each.corpus != place.corpus)
        return replace(self, places=(place, *others)[:_MOST_PLACES])


def session_file() -> Path:
    """Where the user's session stands, whether it exists or not."""
    import platformdirs

    return platformdirs.user_state_path("briefings") / "session.toml"


def load_session(file: Path | None) -> Session:
    """The session kept in `file`; of one that is missing or damaged what can be read."""
    if file is None:
        return Session()
    import tomli

    try:
        data: Mapping[str, Any] = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Session()
    return Session(
        tuple(_texts(data.get("searches")))[:_MOST_SEARCHES],
        frozenset(_texts(data.get("turned"))),
        tuple(place for entry in _entries(data.get("place")) if (place := _place(entry)))[:_MOST_PLACES],
    )


def save_session(file: Path | None, session: Session) -> None:
    """Nothing; `file` holds the session, or is as it was where it cannot be written."""
    if file is None:
        return
    import tomli_w

    from tui.atomic import write_whole

    data = {
        "searches": list(session.searches),
        "turned": sorted(session.turned),
        "place": [asdict(place) for place in session.places],
    }
    with suppress(OSError):  # a full or read-only disk must not keep the user from leaving
        write_whole(file, tomli_w.dumps(data).encode())


def _texts(found: object) -> list[str]:
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _entries(found: object) -> list[dict[str, object]]:
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _place(entry: Mapping[str, object]) -> Place | None:
    corpus, newest, meeting, article, at = (entry.get(name) for name in Place.__dataclass_fields__)
    texts = [each for each in (corpus, newest, meeting, article) if isinstance(each, str)]
    return (
        Place(texts[0], texts[1], texts[2], texts[3], max(0, at)) if len(texts) == 4 and isinstance(at, int) else None
    )
