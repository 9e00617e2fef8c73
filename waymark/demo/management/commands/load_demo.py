"""Loads the demonstration authority, once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from waymark.demo import loading
from waymark.demo.hands import HalfTold, side_by_side


class Command(BaseCommand):
    help = "Load Westmarch, the demonstration authority. A second time changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.WAYMARK_DEMO:
            raise CommandError("The demonstration is not loaded here: WAYMARK_DEMO is not set.")
        try:
            done = loading.load(Path(settings.DATA), side_by_side)
        except HalfTold as broken:
            raise CommandError(
                "The demonstration was told in part only. Begin with a new folder: ./run reset"
            ) from broken
        self.stdout.write("Westmarch is loaded." if done else "Westmarch was loaded before. Nothing changed.")
