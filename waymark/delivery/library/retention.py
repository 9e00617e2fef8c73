"""How long resources, and what was awaited, are kept once they are over: as long as the record of training."""

from __future__ import annotations

from waymark.foundation.retention import declare_along, declare_kept

CLASS = "training-record"


def declare_retention() -> None:
    """Called in AppConfig.ready."""
    declare_kept("library.Resource", CLASS, starts="taken_out_at")
    declare_along(CLASS, "library.Review", otherwise="With its resource", starts="looked_on")
    declare_along(
        CLASS, "library.TaughtWith", otherwise="With its resource, or its version", starts="since_on"
    )
    declare_kept("library.Awaited", CLASS, starts="ended_at")
