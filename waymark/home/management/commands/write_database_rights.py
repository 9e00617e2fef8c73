"""Writes what the application’s role may do in the database, for a person to review the difference."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from waymark.home.database_rights import as_built, columns

TARGET = Path("tests") / "gates" / "database_rights.csv"


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        rows = as_built()
        with (settings.ROOT / TARGET).open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, columns(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        self.stdout.write(f"{TARGET}: {len(rows)} rows. Read the difference before you commit it.")
