"""The labelled sets: who is on record, who is asked about, and who of the first each of the second really is."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.matching.files import Row, opened

SEED = 20261121
MOST = 3_000


@dataclass(frozen=True)
class Set:
    """`truth` names, for each query, the keys of those people who are the same person. `group`: tradition or kind."""

    name: str
    people: list[Row]
    queries: list[Row]
    truth: dict[str, frozenset[str]]
    group: dict[str, tuple[str, ...]]


def lines(folder: Path, name: str) -> Iterator[dict[str, str]]:
    path = next((folder / each for each in (name, f"{name}.gz") if (folder / each).exists()), folder / name)
    return csv.DictReader(opened(path))


def _febrl(line: dict[str, str]) -> Row:
    place = line["suburb"]
    return Row(
        line["rec_id"],
        line["given_name"],
        line["surname"],
        "",
        line["date_of_birth"],
        line["postcode"],
        place,
    )


def _original(key: str) -> str:
    return key.split("-dup")[0].removesuffix("-org") + "-org"


def febrl_3(folder: Path) -> Set:
    return _of_originals("FEBRL 3", [_febrl(line) for line in lines(folder, "febrl_dataset3.csv")], [])


def febrl_4(folder: Path) -> Set:
    both = [[_febrl(line) for line in lines(folder, f"febrl_dataset4{part}.csv")] for part in "ab"]
    return _of_originals("FEBRL 4", *both)


def _of_originals(name: str, first: list[Row], second: list[Row]) -> Set:
    people = [row for row in first if row.key.endswith("-org")]
    known = {row.key for row in people}
    queries = [row for row in [*first, *second] if "-dup" in row.key and _original(row.key) in known]
    return Set(name, people, queries, {row.key: frozenset([_original(row.key)]) for row in queries}, {})


def ons(folder: Path) -> Set:
    people = [_ons(line) for line in lines(folder, "ons_essnet_fictional_census.csv")]
    known = {row.key for row in people}
    queries = [
        row
        for row in (_ons(line) for line in lines(folder, "ons_essnet_fictional_cis.csv"))
        if row.key in known
    ]
    return Set("ONS census and CIS", people, queries, {row.key: frozenset([row.key]) for row in queries}, {})


def _ons(line: dict[str, str]) -> Row:
    parts = [line["dob_year"], line["dob_mon"], line["dob_day"]]
    born = (
        "-".join(part.zfill(2) for part in parts)
        if all(parts)
        else "-".join(p.zfill(2) for p in parts[:2])
        if parts[0]
        else ""
    )
    return Row(line["person_id"], line["pername1"], line["pername2"], "", born, line["enumpc"])


def fake_1000(folder: Path) -> Set:
    found = [
        (
            line["cluster"],
            Row(line["unique_id"], line["first_name"], line["surname"], "", line["dob"], "", line["city"]),
        )
        for line in lines(folder, "splink_fake_1000.csv")
    ]
    return _of_clusters("Splink fake_1000", found)


def historical_50k(folder: Path) -> Set:
    found = [
        (line["cluster"], Row(line["unique_id"], line["first_name"], line["surname"], "", line["dob"],
                              line["postcode_fake"], line["birth_place"]))
        for line in lines(folder, "splink_historical_50k.csv")
    ]  # fmt: skip
    return _of_clusters("Splink historical_50k", found)


def _of_clusters(name: str, found: list[tuple[str, Row]]) -> Set:
    """The first of each cluster is on record; the others are asked about."""
    first: dict[str, Row] = {}
    truth: dict[str, frozenset[str]] = {}
    queries = []
    for cluster, row in found:
        if cluster in first:
            queries.append(row)
            truth[row.key] = frozenset([first[cluster].key])
        else:
            first[cluster] = row
    return Set(name, list(first.values()), queries, truth, {})


def fewer(given: Set, most: int) -> Set:
    """At most so many questions, drawn alike each time; everybody stays on record."""
    queries = given.queries
    if len(queries) > most:
        queries = random.Random(SEED).sample(queries, most)
    return Set(
        given.name, given.people, queries, {row.key: given.truth[row.key] for row in queries}, given.group
    )


PUBLISHED: tuple[Callable[[Path], Set], ...] = (febrl_3, febrl_4, ons, fake_1000, historical_50k)
