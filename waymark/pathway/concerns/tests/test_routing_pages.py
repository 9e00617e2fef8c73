"""The Prevent lead sets to whom referrals go: from a day on, with its source, after a fresh proof."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.pathway.concerns import routing
from waymark.pathway.concerns.actions.routing import route
from waymark.pathway.concerns.models import Routing

LIST, SET = reverse("concerns:routing"), reverse("concerns:route")


@pytest.fixture
def lead(cast: Cast) -> Pages:
    return Pages().sign_in(cast.here.lead)


def said(days: int = 0, **given: str) -> dict[str, object]:
    on = clock.today() + timedelta(days=days)
    when = {"from_date-day": on.day, "from_date-month": on.month, "from_date-year": on.year}
    return when | {"with_police": "yes", "source": "Agreed by the board", "confirmed": "no"} | given


def test_from_the_list_to_another_setting_and_what_holds(lead, cast):
    page = lead.open(LIST)
    assert "to the council first" in page.text and SET in page.links()
    assert "Exit this page" not in page.text
    lead.fill(SET, **said())
    page = lead.open(LIST)
    assert "at the same time" in page.text and "Agreed by the board" in page.text and "Not yet" in page.text
    lead.fill(SET, **said(5, with_police="no", confirmed="yes"))
    assert "(to come)" in lead.open(LIST).text
    assert routing.with_police(cast.here.authority.pk, clock.today())
    assert not routing.with_police(cast.here.authority.pk, clock.today() + timedelta(days=5))
    assert not routing.with_police(cast.there.authority.pk, clock.today())


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(lead, cast):
    page = lead.fill(SET, status=200, **said(source=""))
    assert page.errors == ["Say where this was agreed"]
    page = lead.fill(SET, status=200, **said(-1))
    assert "in the past" not in page.form()["source"] and page.errors and page.form()["source"]
    lead.fill(SET, **said())
    assert "already a setting" in lead.fill(SET, status=200, **said()).errors[0]
    assert Routing.objects.count() == 1


@pytest.mark.parametrize("who", ["officer", "police", "ig_lead", "administrator", "coordinator", "teacher"])
def test_nobody_else_reads_or_sets_it(cast, who):
    client = Pages().sign_in(cast.here.user(who))
    client.open(LIST, status=404), client.open(SET, status=404)
    with cast.here.acting(who) as by, pytest.raises(NotAllowed):
        route(
            by=by, authority_id=cast.here.authority.pk, with_police=True, from_date=clock.today(), source="x"
        )


def test_nor_for_another_authority_or_a_day_that_is_past(cast):
    given = {"with_police": True, "source": "Agreed"}
    with cast.there.acting("lead") as by, pytest.raises(NotAllowed):
        route(by=by, authority_id=cast.here.authority.pk, from_date=clock.today(), **given)
    with cast.here.acting("lead") as by, pytest.raises(Refusal, match="in the past"):
        yesterday = clock.today() - timedelta(days=1)
        route(by=by, authority_id=cast.here.authority.pk, from_date=yesterday, **given)


@pytest.mark.parametrize("times", [0, 4])
def test_the_list_costs_the_same_however_many_there_are(lead, cast, times):
    with cast.here.acting("lead") as by:
        for days in range(times):
            on = clock.today() + timedelta(days=days)
            route(
                by=by,
                authority_id=cast.here.authority.pk,
                with_police=bool(days % 2),
                from_date=on,
                source="x",
            )
    lead.open(LIST)
    assert lead.open(LIST).queries == 8
