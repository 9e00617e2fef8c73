"""The pages of a panel, as whoever arranges it and whoever sits on it open them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Count, Scope, compute
from waymark.pathway.panel.models import Kind, Panel, Sector

from .sitting import Table, another, today


@pytest.fixture
def table(cast) -> Table:
    return Table(cast.here)


def pages(user) -> Pages:
    return Pages().sign_in(user)


def day(name: str, days: int = 0) -> dict[str, str]:
    on = today(days)
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def one(table: Table, route: str = "panel", *more: object) -> str:
    return reverse(f"panel:{route}", args=[table.panel.reference, *more])


def test_a_coordinator_sets_up_a_panel_terms_a_seat_and_a_deputy(cast):
    here = cast.here
    chair, deputy = here.chair, another(here, "second", here.organisation("council"))
    client = pages(here.coordinator)
    empty = client.open(reverse("panel:panels"))
    assert "You sit on no panel" in empty.text and "Set up a panel" in empty.text
    made = client.fill(reverse("panel:add"), name="Channel panel", kind="standing", **day("begins_on", -3))
    page = client.open(made.response["Location"])
    assert "Nobody chairs this panel today" in page.text
    assert page.text.count("No case of that area can be decided") == 2
    assert "No terms of reference hold today" in page.text
    with here.acting("coordinator"):
        reference = Panel.objects.get().reference
    client.fill(
        reverse("panel:agree-terms", args=[reference]), words="How we work.", meets="Each month", quorum="health",
        quorum_number="3", **day("agreed_on", -3), **day("in_force_from", -2), **day("review_on", 200),
    )  # fmt: skip
    who = f"{chair.pk}:{here.organisation('council').pk}"
    client.fill(
        reverse("panel:add-seat", args=[reference]),
        sector="authority",
        who=who,
        chairs="chair",
        **day("from_on", -1),
    )
    page = client.open(reverse("panel:panel", args=[reference]))
    assert "Nobody chairs" not in page.text and "How we work." in page.text and "(Chair)" in page.text
    deputies = next(link for link in page.links() if link.endswith("deputies/add/"))
    client.fill(deputies, person=str(deputy.pk), **day("from_on"), **day("until_on", 4))
    page = client.open(reverse("panel:panel", args=[reference]))
    assert f"{deputy.full_name} stands in" in page.text
    client.fill(next(link for link in page.links() if "/deputies/" in link and link.endswith("/end/")))
    assert "stands in" not in client.open(reverse("panel:panel", args=[reference])).text


@pytest.mark.parametrize("kind", Kind)
def test_a_panel_of_each_kind_is_set_up_says_what_it_is_and_is_counted_as_such(cast, kind):
    client = pages(cast.here.coordinator)
    made = client.fill(reverse("panel:add"), name="A panel", kind=kind, **day("begins_on"))
    assert str(kind.label) in client.open(made.response["Location"]).text
    assert str(kind.label) in client.open(reverse("panel:panels")).text
    held = Table(cast.here, kind=kind).call(clock.now() + timedelta(days=3))
    on = clock.uk_date(held.meeting.starts_at)
    with clock.travelled(held.meeting.ends_at), cast.here.acting("lead") as by:
        assert compute("panel.meetings", Scope(cast.here.authority.pk, on, on, ("kind",)), by) == (
            Count((kind,), 1),
        )


def test_a_member_reads_their_panel_and_finds_no_way_to_change_it(table, cast):
    client = pages(cast.here.panel_police)
    listed = client.open(reverse("panel:panels"))
    assert table.panel.reference in listed.text and "Set up a panel" not in listed.text
    page = client.open(one(table))
    assert cast.here.chair.full_name in page.text
    assert [link for link in page.links() if "/seats/" in link or "/terms/" in link or "/end/" in link] == []
    for route in ("agree-terms", "add-seat", "end"):
        client.open(one(table, route), status=404)


def test_somebody_without_a_seat_finds_no_panel(table, cast):
    client = pages(cast.here.panel_health)
    assert table.panel.reference not in client.open(reverse("panel:panels")).text
    client.open(one(table), status=404)


def test_a_panel_without_police_says_so(table, cast):
    client = pages(cast.here.coordinator)
    assert "No one sits for Hereshire" not in client.open(one(table)).text
    client.fill(one(table, "end-seat", table.police.pk), because="They moved.", **day("until_on", -1))
    page = client.open(one(table))
    assert "No one sits for Hereshire in the seat “Police”" in page.text
    assert "Who sat here before" in page.text


def test_a_seat_whose_holder_lost_their_role_and_a_vacant_one_are_named(table, cast):
    table.seat(Sector.HEALTH, cast.here.organisation("clinic"), None)
    cast.here.panel_police.memberships.update(ended_at=clock.now())
    page = pages(cast.here.coordinator).open(one(table))
    assert "they have no role here any more" in page.text
    assert "Ask the organisation whom it sends" in page.text
    assert "No one sits for Hereshire in the seat “Police”" in page.text


def test_a_wrong_step_says_what_is_wrong_at_its_field_and_keeps_what_was_typed(table, cast):
    client = pages(cast.here.coordinator)
    who = f"{cast.here.panel_police.pk}:{cast.here.organisation('police').pk}"
    page = client.fill(
        one(table, "add-seat"), sector="authority", who=who, chairs="no", status=200, **day("from_on")
    )
    assert page.errors == ["The local authority’s seat is held by a council."]
    assert page.tree.xpath("//select[@name='who']/option[@selected]/@value") == [who]


def test_the_list_takes_the_same_queries_for_one_panel_and_for_many(table, cast):
    client = pages(cast.here.coordinator)
    client.open(reverse("panel:panels"))
    before = client.open(reverse("panel:panels")).queries, client.open(one(table)).queries
    for number in range(4):
        Table(cast.here, name=f"Panel {number}")
        table.seat(
            Sector.HEALTH,
            cast.here.organisation("clinic"),
            another(cast.here, f"h{number}", cast.here.organisation("clinic")),
        )
    assert (client.open(reverse("panel:panels")).queries, client.open(one(table)).queries) == before
