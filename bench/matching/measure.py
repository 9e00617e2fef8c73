"""`./run bench match`: every set, the invented pairs and a million people; or any two files of people and queries."""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import psycopg

from bench.ground import connect, migrated
from bench.matching import files, invented, million, search, sets, splink_side

DATA = "WAYMARK_NAME_DATA"
PLACES = ("../shared/data/names", "../../shared/data/names", "data/names")
HEAD = f"{'':<42}{'pairs':>7}{'found':>9}{'shown: median':>15}{'mean':>7}{'Splink':>9}"


def main(words: list[str]) -> None:
    """Ends with exit code 2, and a sentence, when a file cannot be used."""
    if code := run(words):
        raise SystemExit(code)


def run(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench match", description=__doc__)
    parser.add_argument("--people", type=Path, help="CSV: person_id and the columns of files.COLUMNS")
    parser.add_argument("--queries", type=Path, help="CSV: query_id and the same columns")
    parser.add_argument("--out", type=Path, help="where to write query_id, rank, person_id, reason")
    parser.add_argument("--data", type=Path, help=f"folder with the labelled sets (also ${DATA})")
    parser.add_argument("--many", type=int, default=1_000_000, help="people for the timing; 0 leaves it out")
    parser.add_argument("--spread", type=int, default=1, help="over how many authorities these people are")
    parser.add_argument(
        "--keep",
        type=Path,
        help="folder for the timing’s server: built once, used again; the sets are left out",
    )
    parser.add_argument("--sample", type=int, default=sets.MOST, help="questions of each published set")
    parser.add_argument("--alone", action="store_true", help="without Splink beside it")
    given = parser.parse_args(list(words))
    any_file = (given.people, given.queries, given.out)
    try:
        if any(any_file):
            if not all(any_file):
                raise files.WrongFile("--people, --queries and --out belong together.")
            return _of_files(*any_file)
        if given.keep:
            return _of_many(given.keep.resolve(), given.many, given.spread)
        return _of_sets(_folder(given.data), given, beside=not given.alone)
    except files.WrongFile as fault:
        print(fault, file=sys.stderr)
        return 2


def _folder(given: Path | None) -> Path | None:
    """Where the labelled sets are: named, in the environment, or in one of the usual places. None when nowhere."""
    here = Path(__file__).resolve().parents[2]
    tried = [
        given,
        Path(os.environ[DATA]) if DATA in os.environ else None,
        *(here / place for place in PLACES),
    ]
    return next((place for place in tried if place is not None and place.is_dir()), None)


def _of_files(people_file: Path, queries_file: Path, out: Path) -> int:
    people = list(files.rows(people_file, "person_id"))
    queries = list(files.rows(queries_file, "query_id"))
    with migrated() as server, connect(server, "waymark_migrate") as database:
        search.take(database, people)
        answers = search.ask(database, queries)
    words = _words()
    lines = [
        (query.key, rank, people[place].key, "; ".join(words[code] for code in reasons))
        for query, found in zip(queries, answers, strict=True)
        for rank, (place, reasons) in enumerate(zip(found.people, found.reasons, strict=True), 1)
    ]
    files.write_results(out, lines)
    print(f"{len(people):,} people, {len(queries):,} queries, {len(lines):,} possible earlier records: {out}")
    return 0


def _words() -> dict[str, str]:
    """The reasons as the pages say them."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "waymark.settings.base")
    django.setup()
    from waymark.pathway.people.seen_before import REASONS

    return {code: str(said) for code, said in REASONS.items()}


def _of_many(keep: Path, many: int, spread: int) -> int:
    with migrated(keep) as server, connect(server, "waymark_migrate") as database:
        million.measure(database, many, spread)
    return 0


def _of_sets(folder: Path | None, given: argparse.Namespace, *, beside: bool) -> int:
    print(HEAD)
    with migrated() as server, connect(server, "waymark_migrate") as database:
        if folder is None:
            print("The labelled sets are not here; give their folder with --data. The invented pairs alone:")
        for load in sets.PUBLISHED if folder else ():
            _measured(database, sets.fewer(load(folder), given.sample), beside=beside)
        _measured(database, invented.pairs(), beside=beside)
        if given.many:
            million.measure(database, given.many, given.spread)
    return 0


def _measured(database: psycopg.Connection, given: sets.Set, *, beside: bool) -> None:
    search.take(database, given.people)
    answers = search.ask(database, given.queries)
    keys = [[given.people[place].key for place in found.people] for found in answers]
    shown = [len(found) for found in keys]
    hits = {
        q.key: bool(given.truth[q.key] & set(found)) for q, found in zip(given.queries, keys, strict=True)
    }
    other = ""
    if beside:
        theirs = splink_side.recall(given, sum(shown))
        other = "" if theirs is None else f"{theirs:.2%}"
    print(
        f"{given.name:<42}{len(hits):>7,}{_share(hits.values()):>9.2%}{statistics.median(shown):>15g}"
        f"{statistics.mean(shown):>7.2f}{other:>9}",
        flush=True,
    )
    groups = Counter(group for query in hits for group in given.group.get(query, ()))
    for group, count in groups.items():
        mine = [hit for query, hit in hits.items() if group in given.group[query]]
        print(f"    {group:<38}{count:>7,}{_share(mine):>9.2%}")


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found) if found else 0.0
