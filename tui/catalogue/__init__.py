"""What was extracted, kept between runs in SQLite: it can be deleted at any time and comes back.

Reading is one short connection a call, so that any thread may read while another one refreshes.
"""

from tui.catalogue.places import Place, place_for
from tui.catalogue.store import Catalogue, Known, MeetingRow, Totals
from tui.catalogue.writing import Entry, Writing, storable

__all__ = ["Catalogue", "Entry", "Known", "MeetingRow", "Place", "Totals", "Writing", "place_for", "storable"]
