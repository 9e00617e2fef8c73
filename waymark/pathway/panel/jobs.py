"""Jobs of the queue: packs are made, and go when their time is over."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app as queue

from .actions import packs


@queue.task(name=packs.MAKE, queue="panel")
def make_pack(pack_id: str, user_id: str, organisation_id: int) -> None:
    """Makes one pack as its reader; doing nothing when it is made."""
    packs.make_as_reader(UUID(pack_id), UUID(user_id), organisation_id)


@queue.periodic(cron="10 * * * *")
@queue.task(name="panel.sweep-packs", queue="panel", queueing_lock="panel.sweep-packs")
def sweep_packs(timestamp: int) -> None:
    """Each hour: packs whose meeting was over a day ago."""
    packs.sweep()
