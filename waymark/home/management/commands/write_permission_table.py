"""Writes the permission table as built, for a person to review the difference before it is committed."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from waymark.home.permission_table import as_built, columns

TARGET = Path("tests") / "gates" / "permission_table.csv"


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        rows = sorted(as_built().values(), key=lambda row: row["route"])
        with (settings.ROOT / TARGET).open("w", encoding="utf-8", newline="") as sheet:
            writer = csv.DictWriter(sheet, ["route", "permission", *columns()], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        self.stdout.write(f"{TARGET}: {len(rows)} routes. Read the difference before you commit it.")
