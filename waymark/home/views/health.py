"""Is this service ready for people? Asked by `./run` and by whatever watches the service; tells nothing else."""

from __future__ import annotations

import structlog
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.vault import opening

logger = structlog.get_logger(__name__)
# Applied migrations stay applied while a process lives: looked at until it is so, and not again.
_applied: set[str] = set()


@never_cache
@require_safe
@open_to_all("Monitoring asks whether the service is up, and learns nothing else from the answer.")
def health(request: HttpRequest) -> HttpResponse:
    """200 "ready", or 503 and one plain sentence: the database, its roles and its tables are as they must be."""
    try:
        trouble = _trouble()
    except DatabaseError as problem:
        logger.warning("health.database", problem=type(problem).__name__)
        trouble = "The database cannot be reached."
    return HttpResponse(
        trouble or "ready", status=503 if trouble else 200, content_type="text/plain; charset=utf-8"
    )


def _trouble() -> str:
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
        return "The master key is missing or is not the right one. The log of the service says more."
    return ""
