"""Loads the families of names and reads everybody’s names anew, for *Seen before?*."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction

from waymark.pathway.people import name_forms


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            forms = name_forms.load(cursor)
            people = name_forms.learn_everybody(cursor)
        self.stdout.write(f"{forms:,} forms of names; the names of {people:,} people read anew.")
