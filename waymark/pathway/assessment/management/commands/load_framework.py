"""A framework for written assessments: `./run manage load_framework FILE.json`."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from waymark.pathway.assessment import frameworks


class Command(BaseCommand):
    help = "Loads the headings and questions of an assessment framework from a JSON file."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, nargs="?", default=frameworks.EXAMPLE)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            framework, new = frameworks.load(options["file"])
        except (OSError, ValueError) as wrong:
            raise CommandError(str(wrong)) from wrong
        self.stdout.write(f"{framework}: {'loaded' if new else 'was loaded already'}.")
