"""Is the database as it must be: the role that row security binds, every migration, the right master key?"""

from __future__ import annotations

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from waymark.foundation.vault import opening

# Applied migrations stay applied while a process lives: looked at until it is so, and not again.
_applied: set[str] = set()


def trouble() -> str:
    """One plain sentence, or nothing. DatabaseError when the database cannot be reached."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        if cursor.fetchone() != (False,):
            return "The service is signed in to the database as a role that row security does not bind."
    if connection.alias not in _applied:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            return "The database is not up to date: migrations wait to be applied."
        _applied.add(connection.alias)
    if opening.trouble():
        return "The master key is missing or is not the right one: see docs/operate/keys.md."
    return ""
