"""What was typed into sessions that ended goes when its time is over, by a job; and sessions too."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection
from django.http import QueryDict

from tests.pages import Pages
from waymark.foundation.accounts import jobs, typed_text
from waymark.foundation.accounts.actions import tidying
from waymark.foundation.accounts.models import TypedText, User, Why
from waymark.foundation.kernel import clock

WAYS = [(Why.SESSION_ENDED, timedelta(minutes=30)), (Why.STEP_UP, timedelta(minutes=30)), (Why.WHILE_TYPING, timedelta(hours=10))]  # fmt: skip


def typed(user: User, why: Why, ago: timedelta, path: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('waymark.actor', %s, true)", [f"user:{user.pk}"])
        assert typed_text.keep(user, path, QueryDict("reason=A+long+reason"), why, at=clock.now() - ago)
        cursor.execute("SELECT set_config('waymark.actor', '', true)")


def left(everything: Any) -> set[str]:
    with everything():
        return set(TypedText.objects.filter(path__startswith="/tidied/").values_list("path", flat=True))


@pytest.mark.parametrize(("why", "lasts"), WAYS)
def test_typed_text_goes_when_its_time_is_over_and_not_before(person, everything, why, lasts):
    typed(person, why, lasts - timedelta(minutes=1), "/tidied/young/")
    typed(person, why, lasts + timedelta(minutes=1), "/tidied/old/")
    jobs.tidy(timestamp=0)
    assert left(everything) == {"/tidied/young/"}
    jobs.tidy(timestamp=0)
    assert left(everything) == {"/tidied/young/"}


def test_a_clock_that_runs_ahead_deletes_nothing_early(person, everything):
    typed(person, Why.SESSION_ENDED, timedelta(0), "/tidied/now/")
    tidying.tidy(clock.now() + timedelta(days=2))
    assert left(everything) == {"/tidied/now/"}, "the database asks its own clock"


def test_planted_without_the_job_it_stays(person, everything, monkeypatch):
    typed(person, Why.SESSION_ENDED, timedelta(hours=1), "/tidied/old/")
    monkeypatch.setattr(typed_text, "forget_old", lambda at: 0)
    jobs.tidy(timestamp=0)
    assert left(everything) == {"/tidied/old/"}


def test_sessions_that_are_over_go_with_the_note_of_where_they_were(person):
    old, young = Pages(), Pages()
    for pages in (old, young):
        pages.sign_in(person)
        assert pages.get("/account/").status_code == 200
    key = old.cookies["sessionid"].value
    UserSession.objects.get_or_create(
        session_key=key, defaults={"user": person, "ip": "127.0.0.1", "user_agent": "", "data": {}}
    )
    Session.objects.filter(session_key=key).update(expire_date=clock.now() - timedelta(minutes=1))
    tidying.tidy()
    assert not UserSession.objects.filter(session_key=key).exists()
    assert not Session.objects.filter(session_key=key).exists()
    assert young.get("/account/").status_code == 200


def test_how_long_stands_with_its_day_and_its_source():
    for limit in (typed_text.LASTS, typed_text.LASTS_WHILE_TYPING):
        assert limit.since and limit.source
