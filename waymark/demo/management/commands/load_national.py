"""Loads the national data set into an empty demonstration."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from waymark.demo.national import loading
from waymark.demo.national.plan import Plan
from waymark.foundation.kernel import clock

AUTHORITIES, PEOPLE, INSTITUTIONS, ENTRIES_EACH = 350, 100_000, 30_000, 100


class Command(BaseCommand):
    help = (
        "Load the national data set: real authorities, invented people. `./run demo national` prepares for it, and "
        "refuses a folder in which anybody is."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--people", type=_number, default=PEOPLE, help="people; above --referrals, without one"
        )
        parser.add_argument("--referrals", type=_number, help="referrals: as many as people, 100,000 at most")
        parser.add_argument("--seed", type=int, default=1, help="the same number, the same people and words")
        parser.add_argument("--authorities", type=_number, default=AUTHORITIES, help="the first of 350")
        parser.add_argument("--entries", type=_number, help="entries of the ledger: 100 for each referral")
        parser.add_argument("--institutions", type=_number, help="30,000, or fewer in a smaller set")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.WAYMARK_DEMO:
            raise CommandError("The data set is for a demonstration only, and this is not one.")
        plan = _plan(options)
        try:
            bar = loading.load(plan, os.environ["WAYMARK_MIGRATE_URL"], Path(settings.DATA))
        except loading.NotEmpty as refused:
            raise CommandError(
                "There are people in this data folder already. The data set is made in an empty one: "
                "./run --data FOLDER demo national"
            ) from refused
        seconds = sum(bar.seconds.values())
        self.stdout.write(
            f"{plan.authorities} authorities, {plan.people:,} people, {plan.referrals:,} referrals and "
            f"{plan.entries:,} entries of the ledger in {seconds:.0f} seconds, from seed {plan.seed}."
        )


def _plan(options: dict[str, Any]) -> Plan:
    people, authorities = options["people"], min(options["authorities"], AUTHORITIES)
    referrals = min(options["referrals"] or PEOPLE, people)
    small = INSTITUTIONS if authorities == AUTHORITIES else 10 * authorities
    return Plan(
        seed=options["seed"],
        authorities=authorities,
        people=people,
        referrals=referrals,
        entries=options["entries"] or ENTRIES_EACH * referrals,
        institutions=options["institutions"] or small,
        until=clock.now().replace(minute=0, second=0, microsecond=0),
    )


def _number(word: str) -> int:
    number = int(word.replace(",", ""))
    if number < 1:
        raise ValueError(word)
    return number
