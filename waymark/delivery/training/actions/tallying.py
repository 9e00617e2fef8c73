"""What is tallied beside the attendances is brought up to date: here who last came to what, and what rooms above keep
by the same pattern (a schema with a table `touched` and a function `refresh`). Derived: nothing for the ledger."""

from __future__ import annotations

from django.db import connection

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority


def everywhere(room: str = "training") -> int:
    """In each authority of the service, each in a transaction of its own. How many people, or places, were tallied."""
    mine = Authority.objects.filter(uses_waymark=True).order_by("pk").values_list("pk", flat=True)
    return sum(_in(authority_id, room) for authority_id in mine)


def _in(authority_id: int, room: str) -> int:
    with acting(Actor.job(f"{room}-tally", authority_id)), connection.cursor() as cursor:
        cursor.execute(f"SELECT {room}.refresh(%s)", [authority_id])
        return int(cursor.fetchone()[0])
