"""Jobs of the queue that belong to no part alone: the ledger lies below the queue, so its seals are asked for here."""

from __future__ import annotations

import structlog
from procrastinate.contrib.django import app as queue

from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots, sealing

log = structlog.get_logger(__name__)


@queue.periodic(cron="*/5 * * * *")
@queue.task(
    name="home.seal-ledger", queue="ledger", queueing_lock="home.seal-ledger", lock="home.seal-ledger"
)
def seal_ledger(timestamp: int) -> None:
    """Every five minutes: seals what was entered; once an hour a root is signed. Safe to run any number of times."""
    sealing.seal()
    try:
        roots.sign_when_due(clock.now())
    except (roots.NoKey, roots.TornFile, OSError, ValueError) as problem:
        # Sealing goes on. That roots are missing is what the verifier says, and whoever watches the log.
        log.error("no root was signed", problem=f"{type(problem).__name__}: {problem}")


@queue.periodic(cron="50 2 * * *")
@queue.task(name="home.drop-old-entries", queue="ledger", queueing_lock="home.drop-old-entries")
def drop_old_entries(timestamp: int) -> None:
    """Each night: ranges of the ledger whose years are over go, and leave their seals."""
    sealing.drop_old()
