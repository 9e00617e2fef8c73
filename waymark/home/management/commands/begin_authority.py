"""The first administrator of a council on a live service."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import Authority
from waymark.home.actions import beginning


class Command(BaseCommand):
    help = "Begin Waymark for the authority with CODE (such as E08000025), and invite EMAIL as its first administrator."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("code")
        parser.add_argument("email")

    def handle(self, *args: Any, code: str, email: str, **options: Any) -> None:
        authority = Authority.objects.filter(code=code).first()
        if authority is None:
            raise CommandError(f"No authority has the code {code}. Load them first: ./run import places")
        try:
            validate_email(email)
        except ValidationError as fault:
            raise CommandError(f"{email} is not an email address.") from fault
        job = Actor.job("begin-authority", authority.pk)
        try:
            with acting(job):
                council = beginning.begin(by=job, authority=authority, email=email)
        except Refusal as refusal:
            raise CommandError(str(refusal.sentence)) from refusal
        self.stdout.write(f"{council} uses Waymark. A link, good for 72 hours, is on its way to {email}.")
