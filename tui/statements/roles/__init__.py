"""The role of a figure: target, result, forecast, base or context, with the words it was read from."""

from tui.statements.roles.case import Case, Judged, Listing
from tui.statements.roles.compared import restated
from tui.statements.roles.listing import adopts, announces, goes_on_listing, keeps_listing
from tui.statements.roles.rules import judge

__all__ = ["Case", "Judged", "Listing", "adopts", "announces", "goes_on_listing", "judge", "keeps_listing", "restated"]
