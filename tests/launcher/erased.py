"""Played by a process of its own on a real data folder: a referral that is closed, and two people who erase it.

`python -m tests.launcher.erased received`, then `erased`. OWNER_URL is the role that owns the tables, as which a test
moves the day that the database holds for today.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

import django
import psycopg
import time_machine

SURNAME = "Backupworthy"


def received() -> None:
    from tests.cast import Cast
    from waymark.foundation.access.context import acting
    from waymark.pathway.referrals.tests.walks import Walk

    cast = Cast()
    walk = Walk(cast.here).received(surname=SURNAME).ready()
    walk.decided("close")
    for who in ("lead", "ig_lead"):
        with acting(cast.here.actor(who)):
            pass
    print(walk.pk)


def erased() -> None:
    """Proposed by one, approved by another, three years on."""
    from datetime import datetime

    from django.conf import settings

    from waymark.foundation.access.actors import Actor
    from waymark.foundation.access.context import acting
    from waymark.foundation.accounts.models import User
    from waymark.foundation.kernel import clock
    from waymark.foundation.places.models import Authority
    from waymark.foundation.retention.actions import proposing
    from waymark.foundation.retention.periods import years
    from waymark.home import jobs

    authority = Authority.objects.get()
    by = {who: Actor.of_user(User.objects.get(email__startswith=f"{who}@").pk) for who in ("ig_lead", "lead")}
    day = years(3).after(clock.today())
    with (
        on(day),
        time_machine.travel(datetime(day.year, day.month, day.day, 12, tzinfo=clock.UK), tick=False),
    ):
        with acting(by["ig_lead"]) as actor:
            proposal = proposing.propose(by=actor, authority_id=authority.pk)
        with acting(by["lead"]) as actor:
            _proposal, gone, kept = proposing.approve(by=actor, proposal=proposal, version=proposal.version)
        jobs.write_erasures(settings.DATA)
    print(gone, kept)


@contextmanager
def on(day):
    def say(body: str) -> None:
        with psycopg.connect(os.environ["OWNER_URL"], autocommit=True) as owner:
            owner.execute("SET ROLE waymark_owner")
            owner.execute(
                f"CREATE OR REPLACE FUNCTION retention.today() RETURNS date LANGUAGE sql STABLE AS $$ {body} $$"
            )

    say(f"SELECT date '{day}'")
    try:
        yield
    finally:
        say("SELECT (now() AT TIME ZONE 'Europe/London')::date")


if __name__ == "__main__":
    django.setup()
    {"received": received, "erased": erased}[sys.argv[1]]()
