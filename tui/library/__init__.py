"""The one door to the corpus for the command line and the screens.

    with Library(config, paths) as library:
        library.meetings()                      # from the last run, at once
        library.refresh(tell, cancelled)        # in a worker
        library.panel(meeting_id)

All methods may be called from any thread.
"""

from tui.catalogue import MeetingRow, Totals
from tui.library.door import Library
from tui.library.pipeline import Pipeline

__all__ = ["Library", "MeetingRow", "Pipeline", "Totals"]
