"""`write_reference`: writes docs/reference from the declarations; with `--check`, only says what is out of date."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
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

        parser.add_argument(
            "--authority", default="", help="its code: write the papers with the periods in force there"
        )

    def handle(self, *args: Any, check: bool, into: Path, authority: str, **options: Any) -> None:
        if authority:
            self._of(authority, into)
            return
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

    def _of(self, code: str, into: Path) -> None:
        """A council’s own papers, with its periods."""
        found = Authority.objects.filter(code=code, uses_waymark=True).first()
        if found is None:
            raise CommandError(f"No authority {code} uses this service.")
        into.mkdir(parents=True, exist_ok=True)
        for name, text in reference.written(reference.settings_of(found.pk, clock.today())).items():
            (into / name).write_text(text, encoding="utf-8")
        self.stdout.write(f"Wrote the papers of {code} into {into}")
