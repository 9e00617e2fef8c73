"""After a restore and before the first page: erases again what the backup has brought back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.kernel.restoring import REGISTERS


class Command(BaseCommand):
    help = "Erase again what was erased before: the keys of FILE (from list_erasures) and those the database knows."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "file", nargs="?", help="what list_erasures wrote; without it only the database’s own"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        kept = _read(options["file"]) if options["file"] else {}
        unknown = sorted(set(kept) - set(REGISTERS))
        if unknown:  # an erasure nobody can repeat keeps the doors shut
            raise CommandError(f"Nothing here knows how to erase again: {', '.join(unknown)}.")
        for name, register in REGISTERS.items():
            keys = sorted({*kept.get(name, ()), *register.listed()})
            self.stdout.write(f"{name}: {register.again(keys)} of {len(keys)} erased again")


def _read(name: str) -> dict[str, list[str]]:
    try:
        found = json.loads(Path(name).read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise CommandError(f"{name} cannot be read as a list of erasures.") from problem
    if not isinstance(found, dict) or not all(isinstance(keys, list) for keys in found.values()):
        raise CommandError(f"{name} is not a list of erasures.")
    return found
