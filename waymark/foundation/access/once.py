"""One effect for each form, however often it is sent: double clicks, retries, the back button."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import escape_leading_slashes

FIELD = "once"


def answer(request: HttpRequest, respond: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    """The response of `respond`, or the redirect that the same form was answered with before.

    A form that comes back with errors has had no effect, so its token stays good; nor has one whose answer says
    `nothing_done` (a door asked for a sign-in or a proof first). Two posts at the same time:
    the second waits for the first one’s transaction, then gets its answer.
    """
    token = _token(request)
    if token is None:
        return respond(request)
    if not _spend(token, request):
        return _answered_before(token, request)
    response = respond(request)
    if 300 <= response.status_code < 400 and not getattr(response, "nothing_done", False):
        _remember(token, response["Location"])
    else:
        _give_back(token)
    return response


def _token(request: HttpRequest) -> uuid.UUID | None:
    if request.method != "POST":
        return None
    try:
        return uuid.UUID(request.POST.get(FIELD, ""))
    except ValueError:
        return None


def _spend(token: uuid.UUID, request: HttpRequest) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO access_oncetoken (token, actor, location, spent_at) VALUES (%s, %s, '', now()) "
            "ON CONFLICT DO NOTHING",
            [token, _who(request)],
        )
        return cursor.rowcount == 1


def _answered_before(token: uuid.UUID, request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT location FROM access_oncetoken WHERE token = %s AND actor = %s", [token, _who(request)]
        )
        row = cursor.fetchone()
    # Somebody else’s token, or one whose first answer is not known: back to the page, nothing is done twice.
    # An address may begin with two slashes, and must not become another host’s.
    return redirect(row[0] if row and row[0] else escape_leading_slashes(request.path))


def _remember(token: uuid.UUID, location: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE access_oncetoken SET location = %s WHERE token = %s", [location, token])


def _give_back(token: uuid.UUID) -> None:
    if connection.needs_rollback:
        return
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_oncetoken WHERE token = %s", [token])


def _who(request: HttpRequest) -> str:
    actor = request.actor  # type: ignore[attr-defined]
    return actor.ledger_name if actor.is_somebody else f"session:{request.session.session_key or ''}"
