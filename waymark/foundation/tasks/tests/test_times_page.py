"""The Prevent lead sees how long each step may take and by which source, and sets another time from a day on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Page, Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.tasks import clocks
from waymark.foundation.tasks.actions.setting import set_time
from waymark.foundation.tasks.declared import CLOCKS
from waymark.foundation.tasks.models import Clock

CODE = "referrals.triage"
LIST, SET = reverse("tasks:times"), reverse("tasks:set-time", args=[CODE])
WHERE = "Terms of reference, paragraph 4"


@pytest.fixture
def lead(cast: Cast) -> Pages:
    return Pages().sign_in(cast.here.lead)


def said(days: int = 0, **given: str) -> dict[str, object]:
    on = clock.today() + timedelta(days=days)
    when = {"from_date-day": on.day, "from_date-month": on.month, "from_date-year": on.year}
    return when | {"number": "9", "unit": "days", "source": WHERE, "confirmed": "yes"} | given


def sent(lead: Pages, status: int = 302, **given: object) -> Page:
    return lead.send(SET, lead.open(SET).form() | given, status=status)


def length(authority_id: int, days: int = 0) -> str:
    return clocks.period(CODE, on=clock.today() + timedelta(days=days), authority_id=authority_id).words


def test_from_the_list_to_another_time_and_its_source(lead, cast):
    page = lead.open(LIST)
    assert SET in page.links() and WHERE not in page.text and "Not yet" in page.text
    before = length(cast.here.authority.pk)
    sent(lead, **said(3))
    page = lead.open(LIST)
    assert "9 days, " in page.text and WHERE not in page.text
    sent(lead, **said())
    assert WHERE in lead.open(LIST).text and WHERE in lead.open(SET).text
    assert (
        length(cast.here.authority.pk) == "9 days" and length(cast.there.authority.pk) == before != "9 days"
    )


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(lead):
    page = sent(lead, 200, **said(source=""))
    assert page.errors == ["Say where it comes from"] and page.form()["number"] == "9"
    assert sent(lead, 200, **said(number="0")).errors
    assert sent(lead, 200, **said(-1)).errors
    sent(lead, **said())
    assert "already a period" in sent(lead, 200, **said()).errors[0]
    assert Clock.objects.count() == 1
    lead.open(reverse("tasks:set-time", args=["no.such"]), status=404)


@pytest.mark.parametrize("who", ["officer", "police", "ig_lead", "administrator", "coordinator", "teacher"])
def test_nobody_else_reads_or_sets_it(cast, who):
    client = Pages().sign_in(cast.here.user(who))
    client.open(LIST, status=404), client.open(SET, status=404)
    with cast.here.acting(who) as by, pytest.raises(NotAllowed):
        _set(by, cast.here.authority.pk)


def test_nor_for_another_authority_or_a_day_that_is_past(cast):
    with cast.there.acting("lead") as by, pytest.raises(NotAllowed):
        _set(by, cast.here.authority.pk)
    with cast.here.acting("lead") as by, pytest.raises(Refusal, match="in the past"):
        _set(by, cast.here.authority.pk, from_date=clock.today() - timedelta(days=1))


def test_what_a_published_source_says_is_made_no_longer(cast):
    default = next(one for one in CLOCKS.values() if one.confirmed)
    code = default.code
    with cast.here.acting("lead") as by:
        for number, unit in ((default.number + 1, default.unit), (default.number, "hours")):
            with pytest.raises(Refusal, match="Enter that or a shorter time"):
                _set(by, cast.here.authority.pk, code=code, number=number, unit=unit)
        _set(by, cast.here.authority.pk, code=code, number=default.number, unit=default.unit)


def test_the_database_changes_none(cast):
    with cast.here.acting("lead") as by:
        _set(by, cast.here.authority.pk)
    for statement in ("UPDATE tasks_clock SET number = 1", "DELETE FROM tasks_clock"):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)


@pytest.mark.parametrize("times", [0, 4])
def test_the_list_costs_the_same_however_many_there_are(lead, cast, times):
    with cast.here.acting("lead") as by:
        for days in range(times):
            _set(by, cast.here.authority.pk, from_date=clock.today() + timedelta(days=days))
    lead.open(LIST)
    assert lead.open(LIST).queries == 7


def _set(by, authority_id: int, **given: object) -> Clock:
    usual = {"code": CODE, "number": 9, "unit": "days", "from_date": clock.today(), "source": WHERE}
    return set_time(by=by, authority_id=authority_id, **usual | {"confirmed": True} | given)
