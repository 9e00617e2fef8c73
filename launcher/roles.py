"""The roles and the database as DEVELOPERS.md lays them down, as SQL: run by us, or printed for an administrator.

`waymark_owner` owns everything and cannot log in; `waymark_migrate` changes tables; `waymark_guard` owns the few
functions that see past row security; `waymark_app` is what the web and worker processes are.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

DATABASE = "waymark"
LOGINS = ("waymark_migrate", "waymark_app")
ATTRIBUTES = {
    "waymark_owner": "NOLOGIN NOSUPERUSER NOBYPASSRLS",
    "waymark_guard": "NOLOGIN NOSUPERUSER BYPASSRLS",
    "waymark_app": "LOGIN NOSUPERUSER NOBYPASSRLS",
    "waymark_migrate": "LOGIN NOSUPERUSER BYPASSRLS",
}
MEMBERSHIPS = (
    "GRANT waymark_guard TO waymark_owner",  # so that the owner can hand a function over to the guard
    "GRANT waymark_owner, waymark_app, waymark_guard TO waymark_migrate",
)
INSIDE = (
    "ALTER SCHEMA public OWNER TO waymark_owner",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE ON SCHEMA public TO waymark_app, waymark_guard",
    "ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO waymark_app",
    "ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner GRANT USAGE, SELECT ON SEQUENCES TO waymark_app",
)


@dataclass(frozen=True)
class Server:
    """Where a PostgreSQL answers (a socket folder or a host), and which of its databases is ours."""

    host: str
    port: str = "5432"
    administrator: str = "postgres"
    database: str = DATABASE
    options: str = ""

    def connect(self, database: str, password: str = "") -> psycopg.Connection[tuple[object, ...]]:
        """As the administrator, each statement its own transaction."""
        return psycopg.connect(
            host=self.host,
            port=self.port,
            user=self.administrator,
            password=password or None,
            dbname=database,
            autocommit=True,
        )

    def url(self, role: str, password: str = "") -> str:
        """For the settings: postgres://role:password@host:port/database, or the // form for a socket folder."""
        who = f"{role}:{quote(password, safe='')}" if password else role
        where = f"/{self.host}" if self.host.startswith("/") else f"{self.host}:{self.port}"
        return f"postgres://{who}@{where}/{self.database}{self.options}"


def scram(password: str) -> str:
    """The verifier PostgreSQL keeps (RFC 5802), so that the password itself is in no log and on no screen."""
    salt, rounds = secrets.token_bytes(16), 4096
    salted = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, rounds)
    stored = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server = hmac.digest(salted, b"Server Key", "sha256")
    text = [b64encode(part).decode() for part in (salt, stored, server)]
    return f"SCRAM-SHA-256${rounds}:{text[0]}${text[1]}:{text[2]}"


def role_statements(passwords: dict[str, str], *, throw_away: bool = False) -> list[str]:
    """SQL that makes or corrects the four roles. Run as often as you like."""
    said = []
    for role, attributes in ATTRIBUTES.items():
        said.append(
            f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
            f"THEN CREATE ROLE {role}; END IF; END $$"
        )
        makes = "CREATEDB" if throw_away and role == "waymark_owner" else "NOCREATEDB"
        word = f" PASSWORD '{scram(passwords[role])}'" if passwords.get(role) else ""
        said.append(f"ALTER ROLE {role} {attributes} {makes} NOCREATEROLE{word}")
    return [*said, *MEMBERSHIPS]


def database_statements(database: str) -> list[str]:
    """SQL that makes the database; not to be run where it exists."""
    return [
        f"CREATE DATABASE {database} OWNER waymark_owner ENCODING 'UTF8' TEMPLATE template0",
        f"REVOKE ALL ON DATABASE {database} FROM PUBLIC",
        f"GRANT CONNECT, TEMPORARY ON DATABASE {database} TO waymark_migrate, waymark_app",
    ]


def make(server: Server, passwords: dict[str, str], *, password: str = "", throw_away: bool = False) -> None:
    """Makes the roles, the database and the default privileges in it. In a throw-away server also in template1,
    from which test databases are made."""
    maintenance = "postgres"
    with server.connect(maintenance, password) as connection:
        for statement in role_statements(passwords, throw_away=throw_away):
            connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
        there = connection.execute(
            "SELECT 1 FROM pg_database WHERE datname = %s", [server.database]
        ).fetchone()
        for statement in [] if there else database_statements(server.database):
            connection.execute(sql.SQL(statement))  # type: ignore[arg-type]
    for database in (server.database, *(["template1"] if throw_away else [])):
        with server.connect(database, password) as connection:
            for statement in INSIDE:
                connection.execute(sql.SQL(statement))  # type: ignore[arg-type]


def new_passwords() -> dict[str, str]:
    return {role: secrets.token_urlsafe(32) for role in (*LOGINS, "postgres")}


def read_passwords(path: Path) -> dict[str, str]:
    return dict(json.loads(path.read_text(encoding="utf-8")))
