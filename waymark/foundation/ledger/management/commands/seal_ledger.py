"""`./run manage seal_ledger`: seals now, and signs a root when one is due or `--root` asks for it."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots, sealing


class Command(BaseCommand):
    help = "Seals the entries of the ledger; the worker does so every five minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--root", action="store_true", help="sign a root although none is due")
        parser.add_argument(
            "--restored", default="", metavar="WHY", help="sign that the database was put back to a backup"
        )

    def handle(self, *args: Any, root: bool, restored: str, **options: Any) -> None:
        self.stdout.write(f"{sealing.seal()} entries sealed.")
        now = clock.now()
        try:
            asked = root or restored
            signed = roots.sign_root(now, restored=restored) if asked else roots.sign_when_due(now)
        except (roots.NoKey, roots.TornFile, OSError, ValueError) as problem:
            raise CommandError(f"No root was signed: {problem}.") from problem
        if signed:
            self.stdout.write(f"Root {signed['number']} signed at seal {signed['seal']}.")
