"""What must not be so where real records are kept. One plain sentence for each fault; all are told at once."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

LOCAL = ("localhost", "127.0.0.1", "::1")
# The roles of PostgreSQL that row security does not bind, or that own the tables.
TOO_MIGHTY = ("postgres", "waymark_owner", "waymark_migrate", "waymark_guard")


def faults(has: Mapping[str, Any], said: Mapping[str, str], *, migrating: bool = False) -> list[str]:
    """`has` are the settings, `said` the environment. `migrating`: the one command that signs in as another role, and
    runs before the master key of a new service is made."""
    found = [*_secrets(has, said), *_people(has), *_addresses(has, said), *_mail(said), *_kept(has, said)]
    return found if migrating else [*found, *_database(has), *_master(has)]


def _secrets(has: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[str]:
    secret = has["SECRET_KEY"]
    if len(secret) < 50 or len(set(secret)) < 10 or "developer" in secret:
        yield "WAYMARK_SECRET_FILE must name a file with at least 50 random characters."
    for name in ("WAYMARK_SECRET_FILE", "WAYMARK_LEDGER_KEY_FILE"):
        yield from _open_to_others(name, said.get(name, ""))
    if said.get("WAYMARK_SECRET"):
        yield "WAYMARK_SECRET must not be set: other processes may read it. Use WAYMARK_SECRET_FILE."


def _people(has: Mapping[str, Any]) -> Iterator[str]:
    if has["DEBUG"]:
        yield "WAYMARK_DEBUG must not be set: its error pages show records."
    if has["WAYMARK_DEMO"]:
        yield "WAYMARK_DEMO must not be set on a live service: anybody could sign in."
    if not has["WAYMARK_MFA_REQUIRED"]:
        yield "WAYMARK_MFA_REQUIRED must not be turned off: everybody signs in with a second step."
    if has["TIME_ZONE"] != "Europe/London" or not has["USE_TZ"]:
        yield "The time zone must be Europe/London: legal periods are counted in it."
    if has["WAYMARK_OPEN_UNCHECKED"]:
        yield "Documents that no virus checker has looked at must not be opened."


def _addresses(has: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[str]:
    hosts = [host.lower() for host in has["ALLOWED_HOSTS"]]
    if not hosts or any(host == "*" or host.startswith(".") for host in hosts):
        yield "WAYMARK_HOSTS must name the hosts of this service one by one, and never *."
    base = urlsplit(has["WAYMARK_BASE_URL"])
    if base.scheme != "https":
        yield "WAYMARK_BASE_URL must begin with https://."
    elif base.hostname not in hosts:
        yield f"WAYMARK_BASE_URL is at {base.hostname}, which WAYMARK_HOSTS does not name."
    if any(not origin.startswith("https://") for origin in has.get("CSRF_TRUSTED_ORIGINS", ())):
        yield "Forms must be taken from https:// origins only."
    if has["SECURE_PROXY_SSL_HEADER"] is None:
        yield "WAYMARK_BEHIND_PROXY=1 must be set, and a proxy in front must end TLS: pages never go out in the clear."
    if said.get("WAYMARK_METRICS_TOKEN") and len(said["WAYMARK_METRICS_TOKEN"]) < 32:
        yield "WAYMARK_METRICS_TOKEN must have at least 32 characters."


def _mail(said: Mapping[str, str]) -> Iterator[str]:
    server = urlsplit(said.get("WAYMARK_SMTP_URL", ""))
    if not server.hostname:
        yield "WAYMARK_SMTP_URL must name the mail server."
    elif server.scheme not in ("smtp+tls", "smtp+ssl") and server.hostname not in LOCAL:
        yield "WAYMARK_SMTP_URL must begin with smtp+tls:// or smtp+ssl://: mail to another machine goes encrypted."
    if not said.get("WAYMARK_FROM") or said["WAYMARK_FROM"].endswith("@localhost"):
        yield "WAYMARK_FROM must be the address that messages come from."


def _kept(has: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[str]:
    place = said.get("WAYMARK_BACKUP_FOLDER") or said.get("WAYMARK_BACKUP_BUCKET")
    if not place and not said.get("WAYMARK_BACKUPS_ELSEWHERE"):
        yield (
            "WAYMARK_BACKUP_FOLDER or WAYMARK_BACKUP_BUCKET must name where backups go "
            "(or WAYMARK_BACKUPS_ELSEWHERE say who else makes them)."
        )
    if place and not said.get("WAYMARK_BACKUP_KEY", "").startswith("age1"):
        yield "WAYMARK_BACKUP_KEY must be the public key that backups are sealed with."
    folder, data = said.get("WAYMARK_BACKUP_FOLDER", ""), Path(has["DATA"]).resolve()
    if folder and Path(folder).resolve().is_relative_to(data):
        yield "WAYMARK_BACKUP_FOLDER must not lie in the data folder: both would be lost together."


def _database(has: Mapping[str, Any]) -> Iterator[str]:
    login = has["DATABASES"]["default"]
    if login.get("USER", "") in (*TOO_MIGHTY, ""):
        yield (
            f"The service must not sign in to the database as {login.get('USER') or 'whoever it runs as'}: "
            "row security would not bind it. It signs in as waymark_app."
        )
    host = login.get("HOST", "")
    afar = host and not host.startswith("/") and host not in LOCAL
    if afar and login.get("OPTIONS", {}).get("sslmode") not in ("verify-ca", "verify-full"):
        yield f"The connection to the database on {host} must be checked: add ?sslmode=verify-full to its address."


def _master(has: Mapping[str, Any]) -> Iterator[str]:
    place = has["WAYMARK_MASTER_FILE"]
    if not has["WAYMARK_MASTER_KEYS"]:
        if not Path(place).exists():
            yield f"There is no master key: neither WAYMARK_MASTER_KEYS nor the file {place}."
        yield from _open_to_others("The master key file", place)


def _open_to_others(name: str, place: str) -> Iterator[str]:
    path = Path(place)
    if place and path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield f"{name} is {place}, which others can read. Say: chmod 600 {place}"
