"""After a restore: opens a sample of every kind of record, each field of it. Proves the data, not just the file."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.kernel.restoring import SAMPLES


class Command(BaseCommand):
    help = "Open up to COUNT records of each kind and read every field. Fails when one cannot be read."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--count", type=int, default=200)

    def handle(self, *args: Any, **options: Any) -> None:
        faults: list[str] = []
        for name, open_some in SAMPLES.items():
            found = open_some(options["count"])
            faults += [f"{name}: {fault}" for fault in found.faults]
            self.stdout.write(f"{name}: {found.opened} opened, of {found.of} there are")
        if faults:
            raise CommandError("\n".join(["Some records could not be opened:", *faults[:20]]))
