"""What was extracted, kept between runs in SQLite: it can be deleted at any time and comes back.

Reading is one short connection a call, so that any thread may read while another one refreshes. Writing is
`tui.catalogue.writing`, which only a refresh loads.
"""

from tui.catalogue.places import Place, place_for
from tui.catalogue.store import Catalogue, Known, MeetingRow, Totals

__all__ = ["Catalogue", "Known", "MeetingRow", "Place", "Totals", "place_for"]
