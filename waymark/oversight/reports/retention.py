"""How long reports are kept: as papers of a board, without personal data."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

KEEP = "board-papers"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("reports.Report", KEEP, starts="until_on")
    declare_along(KEEP, "reports.Figure", "reports.Release", otherwise="With its report")
