"""Which open institution took the place of a closed one: the successor chain, safe against circles."""

from __future__ import annotations

from collections import defaultdict, deque

from django.db import connection

from .models import Institution

# In a link, `linked_urn` succeeds `urn` when the kind says Successor, and the other way round for Predecessor.
# UNION (not UNION ALL) ends the walk when links run in a circle.
AFTER = """
    SELECT linked_urn AS next FROM places_institutionlink
    WHERE urn = reached.urn AND kind ~ '^(Successor|Result of Amalgamation)'
    UNION SELECT urn FROM places_institutionlink WHERE linked_urn = reached.urn AND kind ~ '^Predecessor'
"""
CHAIN = f"""
WITH RECURSIVE reached(urn) AS (
    SELECT %s::varchar UNION SELECT after.next FROM reached CROSS JOIN LATERAL ({AFTER}) after
) SELECT reached.urn, after.next FROM reached CROSS JOIN LATERAL ({AFTER}) after
"""  # noqa: S608


def current(institution: Institution) -> list[Institution]:
    """Those that carry on `institution` today, by name: itself while it is open, else successors that are not closed.

    Several after a split; empty when it closed and nothing followed. At most two queries.
    """
    if institution.status in (Institution.Status.OPEN, Institution.Status.CLOSING):
        return [institution]
    steps = _steps(institution) if institution.kind == Institution.Kind.SCHOOL else {}
    if not steps.get(institution.urn):
        return [] if institution.status == Institution.Status.CLOSED else [institution]
    reached = {urn for after in steps.values() for urn in after}
    known = {
        one.urn: one
        for one in Institution.objects.filter(kind=institution.kind, urn__in=reached)
        if one != institution
    }
    return sorted(_ends(institution.urn, steps, known), key=lambda one: (one.name, one.pk))


def _steps(institution: Institution) -> dict[str, list[str]]:
    steps: dict[str, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, [institution.urn])
        for urn, after in cursor.fetchall():
            steps[urn].append(after)
    return steps


def _ends(start: str, steps: dict[str, list[str]], known: dict[str, Institution]) -> list[Institution]:
    """Walks on from `start` until an institution that is open, or that nothing followed and that is not closed."""
    found, seen, todo = [], {start}, deque(steps[start])
    while todo:
        urn = todo.popleft()
        if urn in seen:
            continue
        seen.add(urn)
        one = known.get(urn)
        after = steps.get(urn, [])
        if one and one.status in (Institution.Status.OPEN, Institution.Status.CLOSING):
            found.append(one)
        elif after:
            todo.extend(after)
        elif one and one.status != Institution.Status.CLOSED:
            found.append(one)
    return found
