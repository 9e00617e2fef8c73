"""How long a web process waits for the database, said to PostgreSQL when it connects (libpq’s `options`).

A page that waits longer is told that the service is not working now, and keeps what was typed; what it had begun is
undone by PostgreSQL. Jobs and commands, which may take long, wait as long as it takes.
"""

from __future__ import annotations

from typing import Any

CONNECT_SECONDS = 5


def patient(database: dict[str, Any], statement: float, lock: float) -> dict[str, Any]:
    """The settings of a database with these seconds at most for one statement, and for one lock. 0: no end."""
    options = dict(database.get("OPTIONS", {}))
    said = [options.get("options", "")]
    said += [
        f"-c {name}_timeout={seconds * 1000:.0f}"
        for name, seconds in (("statement", statement), ("lock", lock))
        if seconds
    ]
    options["connect_timeout"] = CONNECT_SECONDS
    if words := " ".join(filter(None, said)):
        options["options"] = words
    return database | {"OPTIONS": options}
