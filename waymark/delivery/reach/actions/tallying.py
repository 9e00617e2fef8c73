"""The tally is made anew for the places whose attendances changed. Derived figures: nothing for the ledger."""

from __future__ import annotations

from django.db import connection

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority


def everywhere() -> int:
    """In each authority of the service, each in a transaction of its own. How many places were tallied."""
    mine = Authority.objects.filter(uses_waymark=True).order_by("pk").values_list("pk", flat=True)
    return sum(_in(authority_id) for authority_id in mine)


def _in(authority_id: int) -> int:
    with acting(Actor.job("reach-tally", authority_id)), connection.cursor() as cursor:
        cursor.execute("SELECT reach.refresh(%s)", [authority_id])
        return int(cursor.fetchone()[0])
