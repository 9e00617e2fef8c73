"""Whether the police of an area see a referral as soon as the council does."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.actions import routing


class Command(BaseCommand):
    help = "From a day on, show each new referral of the authority with CODE to the police at once (--off: no more)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="of the authority, such as W06000015")
        parser.add_argument(
            "--from", dest="day", type=date.fromisoformat, default=None, help="2026-04-01; today"
        )
        parser.add_argument("--source", required=True, help="what was agreed, and where it stands")
        parser.add_argument("--confirmed", action="store_true", help="both have confirmed it")
        parser.add_argument("--off", action="store_true")

    def handle(self, *args: Any, code: str, **options: Any) -> None:
        authority = Authority.objects.filter(code=code).first()
        if authority is None:
            raise CommandError(f"No authority has the code {code}. Load them first: ./run import places")
        job = Actor.job("tell-police", authority.pk)
        given = {
            "with_police": not options["off"],
            "from_date": options["day"] or clock.today(),
            "source": options["source"].strip(),
            "confirmed": options["confirmed"],
        }
        try:
            with acting(job):
                setting = routing.route(by=job, authority=authority, **given)
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        goes = "to the council and the police at once" if setting.with_police else "to the council first"
        self.stdout.write(f"From {setting.from_date} a referral in {authority} goes {goes}.")
