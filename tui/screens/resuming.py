"""Taking up where the last run was left: past searches, folded sections, the place read last."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tui.screens.opening import OpeningScreen
from tui.screens.session import Place, Session, load_session, save_session

if TYPE_CHECKING:
    from pathlib import Path

    from tui.config import Config
    from tui.library import Library
    from tui.words import Words


class ResumingScreen(OpeningScreen):
    """Reads the session when it starts and writes it when the user leaves."""

    def __init__(self, library: Library, words: Words, config: Config, session: Path | None) -> None:
        super().__init__(library, words, config)
        self._file = session
        self._session = Session()

    def resume(self) -> None:
        """Be where the last run was left; to be called before `load`."""
        self._session = load_session(self._file)
        self.panel.turned = self._session.turned
        self.start_at = self._session.place_in(self._corpus)

    @property
    def past(self) -> tuple[str, ...]:
        """Past queries, the last one first."""
        return self._session.searches

    def remember(self, query: str) -> None:
        """Keep a query as the present one and among the past ones, of the next run too."""
        super().remember(query)
        self._session = self._session.searched(query)

    def keep_session(self) -> None:
        """Write down what the next run takes up."""
        session = self._session
        if self.meeting and self.article:
            newest = self.meeting_list.rows[0].key
            place = Place(self._corpus, newest, self.meeting.id, self.article.id, self.reader.place)
            session = session.left(place)
        sections = frozenset(key for key in self.panel.turned if ":" not in key)
        save_session(self._file, Session(session.searches, sections, session.places))

    @property
    def _corpus(self) -> str:
        return os.pathsep.join(str(path.absolute()) for path in self.library.roots)
