"""The tables as the migrations make them, in one file: an empty database begins with it instead of running them all.

`launcher/ground.sql` is written by `python -m launcher ground`, never by hand. It is used where it was written from the
same migrations and the same major version of PostgreSQL; anywhere else the migrations run. A gate makes the tables by
the migrations and compares (tests/gates/test_ground_file.py). Decision 0039.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from launcher import postgres, roles
from launcher.database import Database
from launcher.stamping import LOCK, ROOT, of_files
from launcher.trouble import Trouble

FILE = ROOT / "launcher" / "ground.sql"
IMPORTED = re.compile(r"^(?:from|import) (waymark\.[\w.]+)", re.M)
# What pg_dump says of each thing and around all of them, in lines of their own; comments inside functions stay.
ABOUT = re.compile(
    r"^--\n-- (?:Name|Data for Name|PostgreSQL database dump)[^\n]*\n--\n+"
    r"|^-- Dumped [^\n]*\n+|^\\(?:un)?restrict [^\n]*\n+",
    re.M,
)
# When each migration ran differs from one run to the next.
WHEN = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00")
# The file says who may do what with each thing; what the application is given of every new thing comes at its end.
# Given before, it would have the numbers of the ledger, which are refused to it.
UNGIVEN = [
    f"ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner REVOKE ALL ON {things} FROM waymark_app"
    for things in ("TABLES", "SEQUENCES")
]
WRITTEN_AT = "2000-01-01 00:00:00+00"


def sources() -> Iterator[Path]:
    """What the tables are made of: migrations, their SQL, the modules that they import, the packages."""
    waymark = ROOT / "waymark"
    migrations = list(waymark.glob("**/migrations/*.py"))
    yield from (*migrations, *waymark.glob("**/sql/*.sql"), LOCK, ROOT / "launcher" / "roles.py")
    named = {name for file in migrations for name in IMPORTED.findall(file.read_text(encoding="utf-8"))}
    for name in named:
        place = ROOT / name.replace(".", "/")
        yield from (file for file in (place.with_suffix(".py"), place / "__init__.py") if file.exists())


def heading(major: int) -> str:
    return f"-- ground of PostgreSQL {major}, from {of_files(sources())}\n"


def is_fresh(cluster: postgres.Cluster) -> bool:
    """Was the file written from these migrations, for this PostgreSQL?"""
    if not FILE.exists():
        return False
    with FILE.open(encoding="utf-8") as file:
        return file.readline() == heading(postgres.major(cluster.bin))


def laid(database: Database) -> bool:
    """Does a new database of our own begin with the file? Nothing is done to one that has tables."""
    cluster = database.cluster
    if cluster is None or not is_fresh(cluster):
        return False
    with database.server.connect(database.server.database, database.passwords["postgres"]) as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        )
        if found.fetchone() != (0,):
            return False
    load(cluster, database.server.database)
    return True


def load(cluster: postgres.Cluster, database: str) -> None:
    """Reads it into an empty database whose roles are there, all or nothing. Raises Trouble."""
    words = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "--single-transaction", "-o", os.devnull, "-d", database]
    words += [word for each in UNGIVEN for word in ("-c", each)] + ["-f", "-"]
    with FILE.open("rb") as file:
        child = cluster.stream("psql", *words, given=file)
        _said, wrong = child.communicate()
    if child.returncode:
        raise Trouble("The tables could not be made.", wrong.decode(errors="replace").strip()[-800:])


def dumped(cluster: postgres.Cluster, database: str) -> str:
    """The tables and what is in them, as the file has it: the same text each time."""
    child = cluster.stream("pg_dump", "-d", database)
    said, wrong = child.communicate()
    if child.returncode:
        raise Trouble("The tables could not be read.", wrong.decode(errors="replace").strip()[-800:])
    text = WHEN.sub(WRITTEN_AT, ABOUT.sub("", said.decode()))
    return heading(postgres.major(cluster.bin)) + text


def migrated(cluster: postgres.Cluster, server: roles.Server, environ: dict[str, str]) -> str:
    """The text of a database that the migrations made. `server`: throw-away, its database empty."""
    url = f"{server.url('waymark_migrate')}?options=-c%20role%3Dwaymark_owner"
    given = environ | {"WAYMARK_APP_URL": url, "DJANGO_SETTINGS_MODULE": "waymark.settings.base"}
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--noinput", "-v", "0"],
        cwd=ROOT, env=given, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise Trouble("The migrations failed.", done.stderr.strip()[-800:])
    return dumped(cluster, server.database)
