"""How a long task is called off."""

from __future__ import annotations


class Cancelled(Exception):  # noqa: N818 - not an error
    """The user called it off; what was there before stays."""
