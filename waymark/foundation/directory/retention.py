"""How long contacts are kept: a few years after they left, so that it can be said who was told or trained whom."""

from __future__ import annotations

from waymark.foundation.retention import declare_kept


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("directory.Contact", "training-record", starts="until_on")
