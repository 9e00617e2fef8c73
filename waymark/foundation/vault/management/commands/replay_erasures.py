"""After an older backup was restored: what had been erased since is erased again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.vault import erasures


class Command(BaseCommand):
    help = "Destroys again the keys on the list of erasures (keys/destroyed.txt, or a copy of it)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--from", dest="place", help="a copy of the list")

    def handle(self, *args: Any, **options: Any) -> None:
        place = Path(options["place"]) if options["place"] else None
        if place and not place.exists():
            raise CommandError(f"There is no list at {place}.")
        self.stdout.write(f"Keys destroyed again: {erasures.replay(place)}.")
        erasures.export()
