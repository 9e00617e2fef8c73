"""How long it is kept that something was taken out: longer than any backup that still holds it."""

from __future__ import annotations

from waymark.foundation.retention import declare_kept

KEEP = "break-glass"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("purging.Purge", KEEP, starts="asked_at")
    declare_kept("purging.Stone", KEEP, starts="taken_on")
