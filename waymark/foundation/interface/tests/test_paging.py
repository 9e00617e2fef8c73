"""Paging: the pages joined are the list, forwards and backwards, also under ties; keys that cannot be read do no harm."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import transaction
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waymark.foundation.interface.paging import page

pytestmark = pytest.mark.django_db
BEGIN = datetime(2026, 6, 14, 9, tzinfo=UTC)
ORDER = ("-expire_date", "session_key")


def asked(address: str):
    return RequestFactory().get(f"/list/{address}")


def rows(minutes: list[int]) -> list[str]:
    """Rows with those times, many of them equal; their keys in the order of the list."""
    made = [
        Session(session_key=f"{place:04d}", session_data="", expire_date=BEGIN + timedelta(minutes=minute))
        for place, minute in enumerate(minutes)
    ]
    Session.objects.bulk_create(made)
    return list(Session.objects.order_by(*ORDER).values_list("session_key", flat=True))


def keys(shown) -> list[str]:
    return [row.session_key for row in shown]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(minutes=st.lists(st.integers(0, 4), max_size=23), size=st.integers(1, 7))
def test_the_pages_joined_are_the_list(minutes, size):
    with transaction.atomic():
        whole = rows(minutes)
        forwards, address = [], ""
        for _turn in range(len(whole) + 1):
            shown = page(Session.objects.all(), asked(address), order=ORDER, size=size)
            forwards.append(keys(shown))
            address = shown.next
            if not address:
                break
        assert [key for one in forwards for key in one] == whole
        backwards, address = [forwards[-1]], shown.previous
        while address:
            shown = page(Session.objects.all(), asked(address), order=ORDER, size=size)
            backwards.insert(0, keys(shown))
            address = shown.previous
        assert backwards == forwards
        transaction.set_rollback(True)


def test_a_row_added_meanwhile_moves_nothing():
    whole = rows([1, 2, 3, 4, 5, 6])
    first = page(Session.objects.all(), asked(""), order=ORDER, size=3)
    Session.objects.create(session_key="new", session_data="", expire_date=BEGIN + timedelta(hours=1))
    second = page(Session.objects.all(), asked(first.next), order=ORDER, size=3)
    assert keys(first) + keys(second) == whole


def test_other_parts_of_the_query_stay(django_assert_num_queries):
    rows([1, 2, 3])
    with django_assert_num_queries(1):
        shown = page(Session.objects.all(), asked("?state=open&state=new&after=old"), order=ORDER, size=2)
    assert shown.next.startswith("?state=open&state=new&after=")
    assert shown.previous == ""


def forged(value) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


@pytest.mark.parametrize(
    "token",
    [
        "x", "%00", "¬", "A" * 4000, forged({}), forged([]), forged(["2026-06-14T09:00:00+00:00"]), forged(["x", "0001"]),
        forged([["2026"], "0001"]), forged([True, "0001"]), forged(["2026-06-14T09:00:00+00:00", "a\x00b"]),
        forged(["9999999-06-14", "0001"]), forged([10**30, "0001"]), forged([None, None]),
    ],
)  # fmt: skip
def test_a_key_that_cannot_be_read_gives_the_first_page(token):
    whole = rows([1, 2, 3])
    for which in ("after", "before"):
        shown = page(Session.objects.all(), asked(f"?{which}={token}"), order=ORDER, size=2)
        assert keys(shown) == whole[:2]
