"""A new master key for all: `./run manage rotate_master_key`. Stopped in the middle, run it again with --resume."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.vault import master
from waymark.foundation.vault.actions import rotating


class Command(BaseCommand):
    help = "Makes a new master key, wraps every record key with it, and retires the old one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resume", action="store_true", help="make no new key: finish what was begun")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            if not options["resume"] and not master.is_in_environment():
                self.stdout.write(f"New master key: number {rotating.add_master()}. Copy the key file now.")
            done = rotating.rewrap_everywhere()
            retired = rotating.retire()
        except (master.NoMasterKey, RuntimeError) as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"Record keys wrapped anew: {done}.")
        self.stdout.write(
            f"Retired: {', '.join(retired) or 'none'}. Keep retired keys as long as older backups."
        )
