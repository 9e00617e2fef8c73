"""Loads reference data: all that ships with Waymark, or registers as downloaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from waymark.foundation.places.importing import reference, register
from waymark.foundation.places.importing.reports import Report, WrongFile

SHOWN_FAULTS = 20


class Command(BaseCommand):
    help = __doc__
    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
    }  # fmt: skip

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(
            prog_name, subcommand, usage="./run import places [FILES] [--yes]", **kwargs
        )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, help="registers as downloaded (CSV or zip)")
        parser.add_argument(
            "--yes", action="store_true", help="do it; without it, only show what a file would change"
        )

    def handle(self, *args: Any, files: list[Path], yes: bool, **options: Any) -> None:
        if not files:
            for load in reference.ALL:
                self._say(load())
            return
        for path in files:
            self._file(path, yes)

    def _file(self, path: Path, yes: bool) -> None:
        try:
            report = register.load(path.name, register.read(path.read_bytes()), apply=yes)
        except OSError as fault:
            raise CommandError(f"{path} cannot be read: {fault.strerror}.") from fault
        except WrongFile as fault:
            raise CommandError(f"{path.name}: {fault}") from fault
        self._say(report)
        for name, count in report.fields.most_common():
            self.stdout.write(f"    {name}: {count:,} changed")
        if not yes:
            self.stdout.write("Nothing is changed yet. Run it again with --yes to do it.")

    def _say(self, report: Report) -> None:
        self.stdout.write(report.line())
        self.stdout.flush()
        for number, reason in report.faults[:SHOWN_FAULTS]:
            self.stdout.write(f"    row {number}: {reason}")
        if len(report.faults) > SHOWN_FAULTS:
            self.stdout.write(f"    and {len(report.faults) - SHOWN_FAULTS:,} more")
