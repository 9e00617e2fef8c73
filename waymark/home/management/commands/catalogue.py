"""Brings the Welsh catalogue up to the sources and compiles it. For maintainers; needs Debian’s `gettext`.

`./run manage catalogue` writes every marked string of `waymark/` into `locale/cy/LC_MESSAGES/django.po`; new ones come
without a translation, and none is guessed. Fill them in, run it again, and commit the `.po` and the `.mo` together:
`./run` does not compile, so that it needs no gettext on the council’s machine. The words of Scotland
(`locale/en_Scotland`) are kept by hand, and compiled here too.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.management.commands import makemessages

LANGUAGE = "cy"
SCOTLAND = "en_Scotland"
OPTIONS: dict[str, Any] = {
    "locale": [LANGUAGE],
    "extensions": ["html", "txt", "py"],
    "ignore_patterns": ["*/tests/*", "tests", "*/migrations/*", "migrations", "*/static/*", "static"],
    "add_location": "file",
    "no_wrap": True,
    "no_obsolete": True,
    "verbosity": 0,
}


class Extraction(makemessages.Command):
    """Django’s own extraction, but a new string is left empty instead of getting a similar one’s translation."""

    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]


def compiled(source: Path, target: Path) -> None:
    """Compiles a `.po` file; `msgfmt` refuses faulty placeholders and says where they are."""
    subprocess.run(["msgfmt", "--check-format", "-o", str(target), str(source)], check=True)


class Command(BaseCommand):
    help = __doc__
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        os.chdir(settings.ROOT / "waymark")
        call_command(Extraction(), **OPTIONS)
        for language in (LANGUAGE, SCOTLAND):
            source = Path(settings.LOCALE_PATHS[0]) / language / "LC_MESSAGES" / "django.po"
            compiled(source, source.with_suffix(".mo"))
            self.stdout.write(f"{source}: compiled.")
