"""Jobs of the queue: what is held is gathered."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app as queue

from .actions import gathering


@queue.task(name=gathering.MAKE, queue="stewardship")
def gather(gathering_id: str, authority_id: int) -> None:
    """Gathers once, as whoever asked; doing nothing when it is done."""
    gathering.make_as_asker(UUID(gathering_id), authority_id)
