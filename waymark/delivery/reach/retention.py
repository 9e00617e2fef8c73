"""How long it is kept that a place was written to or called."""

from __future__ import annotations

from waymark.foundation.retention import declare_kept


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("reach.Approach", "training-record", starts="made_at")
