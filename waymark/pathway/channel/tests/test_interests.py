"""Whoever has an interest in an item is not there for it: nor their agency, unless somebody else of it is."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.models import Interest
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.pathway.channel import deciding_rules as rules
from waymark.pathway.panel.actions import agenda, seating
from waymark.pathway.panel.models import Seat
from waymark.pathway.panel.tests.sitting import another, give_role, today

from .test_decisions import corrected, row
from .walks import CaseWalk


@pytest.fixture
def walk(cast: Cast) -> CaseWalk:
    return CaseWalk(cast.here).opened()


def has_an_interest(walk: CaseWalk, who: str, item=None) -> None:
    with walk.acting("coordinator") as by:
        person = walk.side.user(who).pk
        agenda.declare_interest(by=by, item=item or walk.item, nature="knows", person_id=person)


def refused(walk: CaseWalk, item) -> None:
    """By the deed, by the page, and by the database."""
    with pytest.raises(NotNow, match="cannot speak for their agency"):
        walk.panel_decides("adopt")
    with walk.acting("coordinator") as by:
        case = walk.case
        with pytest.raises(DatabaseError, match="present for this item"), transaction.atomic():
            row(by, case, item).save(force_insert=True)
    client = Pages().sign_in(walk.side.coordinator)
    decide = reverse("channel:decide", args=[case.reference, item.pk, "adopt"])
    assert "Ask their deputy to come" in client.open(decide).text
    assert "Ask their deputy to come" in client.open(reverse("panel:item", args=[item.pk])).text


def deputy(walk: CaseWalk, seat: Seat, who) -> None:
    with walk.acting("coordinator") as by:
        seating.add_deputy(by=by, seat=seat, person_id=who.pk, from_on=today(), until_on=today())


@pytest.mark.parametrize("who", ["panel_police", "chair"])
def test_police_or_authority_with_an_interest_are_not_there_for_the_item(walk, cast, who):
    item = walk.put()
    has_an_interest(walk, who)
    refused(walk, item)


def test_the_deputy_speaks_for_the_agency(walk, cast):
    item = walk.put()
    has_an_interest(walk, "panel_police")
    refused(walk, item)
    second = another(cast.here, "second", cast.here.organisation("police"))
    deputy(walk, walk.table.police, second)
    walk.marked_present(item.meeting, {walk.table.police.pk: str(second.pk)})
    walk.adopted()
    with walk.acting("coordinator"):
        assert walk.case.state == "consent_pending"


def test_both_come_the_deputy_with_a_seat_of_that_day(walk, cast):
    item = walk.put()
    has_an_interest(walk, "panel_police")
    second = another(cast.here, "second", cast.here.organisation("police"))
    seat = walk.table.seat(
        "police", cast.here.organisation("police"), second, from_on=today(), until_on=today()
    )
    walk.marked_present(item.meeting, {seat.pk: str(second.pk)})
    with walk.acting("coordinator"):
        assert set(rules.seats_present(item)) == {walk.table.chair.pk, seat.pk}
    walk.adopted()


def test_an_interest_declared_at_an_earlier_meeting_holds_at_the_next(walk, cast):
    walk.put()
    walk.deferred()
    first = walk.put()
    has_an_interest(walk, "panel_police", first)
    walk.item = None
    item = walk.put()
    refused(walk, item)
    with walk.acting("coordinator"):
        assert (
            "declared at an earlier meeting"
            in Pages().sign_in(cast.here.coordinator).open(reverse("panel:item", args=[item.pk])).text
        )
    with cast.here.acting("ig_lead") as by:
        held = Interest.objects.get(about_id=item.about_id)
        breaking.withdraw_interest(by=by, interest=held, reason="It was another person of that name.")
    walk.panel_decides("adopt")


def test_the_pages_say_it_as_each_may_know_it(walk, cast):
    """Others read what the interest is, in words about whoever has it; they themselves read that they see nothing of it,
    and not whether it is on this agenda."""
    held = walk.sat(marked=False)
    meeting = reverse("panel:meeting", args=[held.reference])
    member = Pages().sign_in(cast.here.panel_police)
    with walk.acting("panel_police") as by:
        agenda.accept(by=by, meeting=held)
    item = walk.put(held)
    assert (
        "not shown to you" not in member.open(meeting).text
        and item.about_reference in member.open(meeting).text
    )
    has_an_interest(walk, "panel_police", item)
    deputy(walk, walk.table.police, another(cast.here, "second", cast.here.organisation("police")))
    page = member.open(meeting)
    assert "not shown to you" in page.text and item.about_reference not in page.text
    assert f"second of {cast.here.name} (deputy)" in page.text
    member.open(reverse("panel:item", args=[item.pk]), status=404)
    read = Pages().sign_in(cast.here.coordinator).open(reverse("panel:item", args=[item.pk])).text
    assert ": knows the person, or their family" in read and "not shown to you" not in read


def test_one_who_could_come_is_enough_before_the_meeting_is_marked(walk, cast):
    item = walk.put(walk.sat(marked=False))
    at = reverse("panel:item", args=[item.pk])
    client = Pages().sign_in(cast.here.coordinator)
    assert "Ask their deputy" not in client.open(at).text
    has_an_interest(walk, "panel_police", item)
    assert "Ask their deputy" in client.open(at).text
    deputy(walk, walk.table.police, another(cast.here, "second", cast.here.organisation("police")))
    assert "Ask their deputy" not in client.open(at).text


def test_what_was_decided_stands_when_somebody_says_so_later(walk, cast):
    """Its words can be corrected: who was there is asked as it stood when the first entry was signed."""
    item = walk.put()
    walk.adopted()
    has_an_interest(walk, "panel_police", item)
    corrected(walk, "adopt", because="A word was wrong.")
    with walk.acting("coordinator"):
        assert walk.case.decision.corrected_because == "A word was wrong."


def test_who_takes_no_part_does_not_disagree_either(walk, cast, monkeypatch):
    health = walk.table.seat("health", cast.here.organisation("clinic"), cast.here.panel_health)
    held = walk.sat()
    walk.marked_present(held, {health.pk: str(cast.here.panel_health.pk)})
    item = walk.put(held)
    with walk.acting("coordinator"):
        seats = rules.seats_present(item)
    has_an_interest(walk, "panel_health")
    against = {"method": "majority", "dissents": {health.pk: "We would wait."}}
    with pytest.raises(Refusal, match="who was there"):
        walk.adopted(**against)
    monkeypatch.setattr(rules, "seats_present", lambda item: seats)
    with pytest.raises(DatabaseError, match="only who was there"), transaction.atomic():
        walk.adopted(**against)


def test_a_referrer_who_has_an_interest_takes_no_part(walk, cast):
    give_role(cast.here.police, "panel_member", cast.here.organisation("police"), cast.here)
    seat = walk.table.seat("police", cast.here.organisation("police"), cast.here.police)
    held = walk.sat()
    walk.marked_present(held, {seat.pk: str(cast.here.police.pk)})
    item = walk.put(held)
    with walk.acting("coordinator"):
        assert rules.referrer_there(walk.case, item)
    has_an_interest(walk, "police")
    assert not walk.panel_decides("adopt").referrer_there
