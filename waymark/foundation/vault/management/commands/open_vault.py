"""Before anybody is let in: the master keys are the right ones, and everything erased is erased here too."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from waymark.foundation.vault import erasures, opening


class Command(BaseCommand):
    help = (
        "Checks the master keys and replays erasures. Stops with a sentence when a key is missing or wrong."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = opening.introduce()
        if found:
            raise CommandError(found)
        again = erasures.replay()
        erasures.export()
        if again:
            self.stdout.write(f"Destroyed again, as an older backup had them: {again} keys.")
