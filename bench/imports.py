"""What an import costs beside COPY of the same rows into an equal table: the 33,801 links between institutions."""

from __future__ import annotations

import argparse
import csv
import gzip
from pathlib import Path

import psycopg

from bench.ground import HEAD, connect, django_on, in_turn, line, migrated

LINKS = Path(__file__).parents[1] / "waymark/foundation/places/data/gias_links_2025.csv.gz"
ROUNDS = 5
COLUMNS = ("URN", "LinkURN", "LinkName", "LinkType")
EQUAL = "CREATE TABLE equal (LIKE places_institutionlink INCLUDING ALL)"


def main(words: list[str]) -> None:
    argparse.ArgumentParser(prog="./run bench imports", description=__doc__).parse_args(words)
    with migrated() as server, connect(server, "waymark_migrate") as bare:
        django_on(server)
        from waymark.foundation.places.importing import register

        bare.execute(EQUAL)
        content = LINKS.read_bytes()

        def ours() -> None:
            bare.execute("TRUNCATE places_institutionlink")
            report = register.load("links", register.read(content))
            if report.new != _rows(content):
                raise SystemExit(f"{report.new} links were taken, not {_rows(content)}")

        print(f"{_rows(content):,} links: read, checked, compared and added, beside reading and COPY\n{HEAD}")
        print(line("import of links", *in_turn(ours, lambda: _copied(bare, content), ROUNDS)))


def _rows(content: bytes) -> int:
    return len(gzip.decompress(content).decode("utf-8-sig").splitlines()) - 1


def _copied(bare: psycopg.Connection, content: bytes) -> None:
    reader = csv.DictReader(gzip.decompress(content).decode("utf-8-sig").splitlines())
    with bare.transaction(), bare.cursor() as cursor:
        cursor.execute("TRUNCATE equal")
        cursor.execute("SET LOCAL datestyle = 'ISO, DMY'")
        with cursor.copy(
            "COPY equal (urn, linked_urn, linked_name, kind, established_on) FROM STDIN"
        ) as copy:
            for row in reader:
                copy.write_row(
                    (
                        row["URN"],
                        row["LinkURN"],
                        row["LinkName"],
                        row["LinkType"],
                        row["LinkEstablishedDate"] or None,
                    )
                )
