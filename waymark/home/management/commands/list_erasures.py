"""Writes the keys of everything that was erased for good, to be kept beside the backups: identifiers, never a name."""

from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand

from waymark.foundation.kernel.restoring import REGISTERS


class Command(BaseCommand):
    help = (
        "Write the keys of everything that was erased for good, as JSON: what a restore has to erase again."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(json.dumps({name: sorted(each.listed()) for name, each in REGISTERS.items()}))
