"""`write_reference`: writes docs/reference from the declarations; with `--check`, only says what is out of date."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from waymark.foundation.retention import reference


class Command(BaseCommand):
    help = (
        "Writes docs/reference from what the parts declare. With --check, fails when a paper is out of date."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail when a paper is out of date"
        )
        parser.add_argument(
            "--into", type=Path, default=settings.ROOT / "docs" / "reference", help="the folder"
        )

    def handle(self, *args: Any, check: bool, into: Path, **options: Any) -> None:
        stale = reference.stale(into)
        if check and stale:
            raise CommandError(f"Out of date in {into}: {', '.join(stale)}. Run write_reference.")
        if check:
            self.stdout.write("The reference papers are fresh.")
            return
        into.mkdir(parents=True, exist_ok=True)
        texts = reference.written()
        for name in stale:
            (into / name).write_text(texts[name], encoding="utf-8")
            self.stdout.write(f"Wrote {into / name}")
