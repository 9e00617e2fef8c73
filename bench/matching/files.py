"""The people and queries that a measurement reads, from CSV: each a `Row`, whatever the columns were called."""

from __future__ import annotations

import csv
import gzip
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

COLUMNS = ("forenames", "surname", "aliases", "date_of_birth", "postcode", "institution")


class WrongFile(Exception):
    """The file cannot be used; the sentence says why."""


@dataclass(frozen=True)
class Row:
    """One person as a file has them. `born` is ISO, a year, or empty."""

    key: str
    forenames: str = ""
    surname: str = ""
    aliases: str = ""
    born: str = ""
    postcode: str = ""
    institution: str = ""

    def birth(self) -> tuple[date | None, str]:
        """The birth date and its precision. A date that no calendar has counts for its year."""
        return birth_of(self.born)


def birth_of(written: str) -> tuple[date | None, str]:
    """ISO, day/month/year, year and month, or a year; anything else is not known."""
    numbers = [int(part) for part in re.findall(r"\d+", written.split("T")[0])]
    text = written.strip()
    if re.fullmatch(r"\d{8}(\.0)?", text):
        numbers = [int(text[:4]), int(text[4:6]), int(text[6:8])]
    elif re.match(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}", text):
        numbers = [numbers[2], numbers[1], numbers[0]]
    if not numbers or not 1 <= numbers[0] <= 9999:
        return None, "unknown"
    year, month, day = (numbers + [0, 0])[:3]
    for wanted, exact in (((year, month, day), "day"), ((year, day, month), "day")):
        try:
            return date(*wanted), exact
        except ValueError:
            continue
    return (date(year, month, 1), "month") if 1 <= month <= 12 and not day else (date(year, 1, 1), "year")


def opened(path: Path) -> io.TextIOBase:
    """UTF-8 with or without a mark at its beginning; Latin-1 when it is not UTF-8; unpacked when it ends in .gz."""
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise WrongFile(f"{path} cannot be read: {fault.strerror}.") from fault
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    try:
        return io.StringIO(content.decode("utf-8-sig"), newline="")
    except UnicodeDecodeError:
        return io.StringIO(content.decode("latin-1"), newline="")


def rows(path: Path, key: str) -> Iterator[Row]:
    """The rows of a file with the columns of the issue. WrongFile when the key, or every name, is missing."""
    reader = csv.DictReader(opened(path))
    heads = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
    if key not in heads:
        raise WrongFile(f"{path.name} has no column {key}. It has: {', '.join(heads) or 'nothing'}.")
    if not {"forenames", "surname", "aliases"} & set(heads):
        raise WrongFile(
            f"{path.name} has no column forenames, surname or aliases: there is no name to compare."
        )
    for line in reader:
        given = [(line.get(heads.get(name, "")) or "").strip() for name in (key, *COLUMNS)]
        if given[0]:
            yield Row(*given)


def write_results(path: Path, found: Sequence[tuple[str, int, str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("query_id", "rank", "person_id", "reason"))
        writer.writerows(found)
