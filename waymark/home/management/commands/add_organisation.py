"""An organisation that a council works with."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import Authority, Organisation, Team
from waymark.home.actions import beginning


class Command(BaseCommand):
    help = "Add an organisation of the authority with CODE, so that people can be given roles there."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code", help="of the authority, such as E08000025")
        parser.add_argument("name")
        parser.add_argument("kind", choices=Organisation.Kind.values)
        parser.add_argument("--urn", default="", help="of the school in the register")
        parser.add_argument("--team", default="", choices=Team.Kind.values, help="a front door has one")

    def handle(self, *args: Any, code: str, **options: Any) -> None:
        authority = Authority.objects.filter(code=code).first()
        if authority is None:
            raise CommandError(f"No authority has the code {code}. Load them first: ./run import places")
        given = {name: options[name] for name in ("name", "kind", "urn", "team")}
        job = Actor.job("add-organisation", authority.pk)
        try:
            with acting(job):
                found = beginning.add_organisation(by=job, authority=authority, **given)
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write(f"{found} is there.")
