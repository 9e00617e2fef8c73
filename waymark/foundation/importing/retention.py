"""A file on its way in goes a day after it came, whether its rows were taken or not; how it was matched, in a year."""

from __future__ import annotations

from waymark.foundation.retention import declare_kept


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("importing.Import", "export-file", starts="came_at")
    declare_kept("importing.Layout", "technical-log", starts="used_at")
