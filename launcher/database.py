"""Which PostgreSQL a data folder uses, made ready: the embedded one, or the one that DATABASE_URL names."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo

from launcher import archiving, postgres, roles
from launcher.depot import Terms
from launcher.folder import Folder, write_private
from launcher.screen import say
from launcher.trouble import Trouble

OLDEST = 15
RESTORING = "restoring"  # in the folder’s mark, until erasures have been replayed


@dataclass
class Database:
    """A server that answers, its passwords, and, when it is ours, the cluster to stop at the end."""

    server: roles.Server
    passwords: dict[str, str]
    cluster: postgres.Cluster | None = None

    def url(self, role: str = "waymark_app") -> str:
        return self.server.url(role, self.passwords.get(role, ""))

    def migrate_url(self) -> str:
        """As the migrating role, which becomes the owner: so what it makes belongs to the owner."""
        joint = "&" if self.server.options else "?"
        return f"{self.url('waymark_migrate')}{joint}options=-c%20role%3Dwaymark_owner"

    def libpq(self, role: str) -> str:
        """The same address as PostgreSQL’s own programs read it; ours for a socket folder is Django’s."""
        if not self.server.host.startswith("/"):
            return self.url(role)
        return make_conninfo(
            host=self.server.host,
            port=self.server.port,
            user=role,
            password=self.passwords.get(role) or None,
            dbname=self.server.database,
        )

    def stop(self) -> None:
        if self.cluster:
            self.cluster.stop()


def passwords(folder: Folder) -> dict[str, str]:
    """The roles’ passwords: made the first time, and never changed behind a database that knows them."""
    path = folder / "database.json"
    if not path.exists():
        if (folder.database_home() / "PG_VERSION").exists():
            raise Trouble(
                f"{path} is missing: the database’s passwords are in no other place.",
                "Bring the file back from a backup.",
            )
        write_private(path, json.dumps(roles.new_passwords()))
    return roles.read_passwords(path)


def embedded(folder: Folder) -> postgres.Cluster:
    """The cluster of this folder, not started. Raises Trouble when another version of PostgreSQL made it."""
    known = passwords(folder)
    cluster = postgres.Cluster(
        folder.database_home(),
        folder.socket_folder(),
        folder / "log" / "postgresql.log",
        known["postgres"],
        settings=archiving.settings(folder, Terms.of_environment().seconds),
    )
    ours = postgres.major(cluster.bin)
    if ours < OLDEST:
        raise Trouble(f"{cluster.bin} is PostgreSQL {ours}.", f"Waymark needs {OLDEST} or later.")
    if cluster.exists():
        theirs = (cluster.home / "PG_VERSION").read_text(encoding="utf-8").strip()
        if theirs != str(ours):
            raise Trouble(
                f"The data folder {folder.path} was made by PostgreSQL {theirs}; this is PostgreSQL {ours}.",
                f"Start with the programs of {theirs} (WAYMARK_PG_BIN=/usr/lib/postgresql/{theirs}/bin), "
                "or move the data over: docs/operate/upgrade.md",
            )
    return cluster


def expected(folder: Folder) -> Database | None:
    """How the database of this folder is reached once it is started; None for one that somebody else runs."""
    if os.environ.get("DATABASE_URL"):
        return None
    return Database(roles.Server(str(embedded(folder).sockets)), passwords(folder))


def start(folder: Folder, *, restoring: bool = False) -> Database:
    """The database of this folder, answering, with its roles. The caller holds the folder, and stops it. A folder
    whose restore did not finish is started by the restore only."""
    if os.environ.get("DATABASE_URL"):
        return _given(folder, os.environ["DATABASE_URL"])
    known = passwords(folder)
    cluster = embedded(folder)
    mark = folder.mark()
    if mark.get(RESTORING) and not restoring:
        raise Trouble(
            f"The restore into {folder.path} did not finish: what was erased may be in it again. It stays shut.",
            "Restore once more, into another empty folder.",
        )
    complete = mark.get("postgres") is not None
    if not cluster.exists():
        if complete:
            raise Trouble(
                f"The database is gone from {folder.path}, which is marked as having one.",
                "Bring the folder postgres back from a backup, or start on a new folder: ./run --data FOLDER",
            )
        cluster.initialise()
        say(f"Database made in {folder.path}")
    cluster.start()
    found = Database(roles.Server(str(cluster.sockets)), known, cluster)
    try:
        if not complete:
            roles.make(found.server, known, password=known["postgres"])
            folder.write_mark(folder.mark() | {"postgres": postgres.major(cluster.bin)})
    except BaseException:
        cluster.stop()
        raise
    return found


def running(folder: Folder) -> Database:
    """The database of a folder that another process serves. Raises Trouble when it does not answer."""
    if os.environ.get("DATABASE_URL"):
        return _given(folder, os.environ["DATABASE_URL"])
    cluster = embedded(folder)
    if not cluster.ready():
        raise Trouble(
            "Waymark runs on this folder, but its database does not answer yet.", "Try again in a moment."
        )
    return Database(roles.Server(str(cluster.sockets)), passwords(folder))


# A server that somebody else runs


def _given(folder: Folder, address: str) -> Database:
    """The server of DATABASE_URL. Makes roles and database where it may, else prints what its administrator runs."""
    part = urlsplit(address)
    if part.scheme not in ("postgres", "postgresql") or not part.hostname:
        raise Trouble(
            "DATABASE_URL is not the address of a PostgreSQL.",
            "Write it as postgres://user:password@host:5432/waymark",
        )
    name = part.path.lstrip("/")
    server = roles.Server(
        part.hostname,
        str(part.port or 5432),
        database=name if name not in ("", "postgres") else roles.DATABASE,
        options=f"?{part.query}" if part.query else "",
    )
    found = Database(server, passwords(folder))
    if not _signs_in(found):
        _make_given(found, address)
        say(f"Database {server.database} made on {server.host}")
    return found


def _signs_in(found: Database) -> bool:
    try:
        for role in roles.LOGINS:
            server, password = found.server, found.passwords[role]
            psycopg.connect(f"{server.url(role, password)}", connect_timeout=10).close()
    except psycopg.OperationalError as problem:
        said = str(problem)
        if "authentication" in said or "does not exist" in said or "no password" in said:
            return False
        raise Trouble(
            f"The PostgreSQL that DATABASE_URL names does not answer: {said.strip().splitlines()[0]}",
            "Is it running, and is it reached from here?",
        ) from problem
    return True


def _make_given(found: Database, address: str) -> None:
    part = urlsplit(address)
    with_database = part._replace(path="/postgres").geturl()
    try:
        with psycopg.connect(with_database, autocommit=True, connect_timeout=10) as connection:
            _see_version_and_roles(connection)
            for statement in roles.role_statements(found.passwords):
                connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
            there = connection.execute(
                "SELECT 1 FROM pg_database WHERE datname = %s", [found.server.database]
            ).fetchone()
            for statement in [] if there else roles.database_statements(found.server.database):
                connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
        with psycopg.connect(
            part._replace(path=f"/{found.server.database}").geturl(), autocommit=True
        ) as connection:
            for statement in roles.INSIDE:
                connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
    except psycopg.errors.InsufficientPrivilege as problem:
        raise Trouble(
            "The user of DATABASE_URL may not make roles and a database. Ask the administrator of that PostgreSQL "
            f"to run the following with psql, and start again.\n\n{_for_administrator(found)}"
        ) from problem
    except psycopg.OperationalError as problem:
        raise Trouble(
            f"The user of DATABASE_URL could not sign in: {str(problem).strip().splitlines()[0]}"
        ) from problem


def _see_version_and_roles(connection: psycopg.Connection[Any]) -> None:
    if connection.info.server_version < OLDEST * 10_000:
        raise Trouble(f"That PostgreSQL is older than {OLDEST}.", f"Waymark needs {OLDEST} or later.")
    if connection.execute("SELECT 1 FROM pg_roles WHERE rolname = 'waymark_app'").fetchone():
        raise Trouble(
            "That PostgreSQL has Waymark’s roles already, with passwords this data folder does not know.",
            "Start with the data folder that made them, or bring its file database.json here.",
        )


def _for_administrator(found: Database) -> str:
    name = found.server.database
    inside = [
        *roles.role_statements(found.passwords),
        *roles.database_statements(name),
        f"\\connect {name}",
        *roles.INSIDE,
    ]
    return "\n".join(line if line.startswith("\\") else f"{line};" for line in inside)
