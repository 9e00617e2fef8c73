"""The read log: a page that shows a personal record says so, once, before it is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection, models
from django.http import HttpRequest

from .deeds import about

_WORDS: dict[str, Any] = {}


def say(words: Mapping[str, Any]) -> None:
    """Route → what its page is called, in words that can be translated. Said by whoever knows all pages."""
    _WORDS.update(words)


def page_in_words(route: str) -> str:
    """As readers of the log see a page; the route itself for one that is gone, or shows a record without being one."""
    return str(_WORDS.get(route, route))


def note(request: HttpRequest, record: models.Model) -> None:
    """Enters that the page of this request shows `record`. Purpose and actor come from the request’s context.

    Fails (and so the page fails) when the entry cannot be written.
    """
    match = request.resolver_match
    enter(match.view_name if match else request.path, record)
    request.reads_noted = getattr(request, "reads_noted", 0) + 1  # type: ignore[attr-defined]


def enter(page: str, record: models.Model) -> None:
    """The entry itself, for what shows a record without being a page."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT ledger.note_read(%s, %s, %s, %s)",
            [page, *about(record), getattr(record, "authority_id", None)],
        )


def enter_all(page: str, records: Sequence[models.Model]) -> None:
    """An entry for each of these records of one kind, for what takes many of them away. One query."""
    if not records:
        return
    kind, _key = about(records[0])
    keys = [str(record.pk) for record in records]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(ledger.note_read(%s, %s, of.key, of.authority)) "
            "FROM unnest(%s::text[], %s::integer[]) AS of (key, authority)",
            [page, kind, keys, [getattr(record, "authority_id", None) for record in records]],
        )
