"""Who reads what is on the agenda: asked of the rows in raw SQL, before and after the statement, and with an interest."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Interest
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.meetings.models import Meeting
from waymark.pathway.panel import items, queries
from waymark.pathway.panel.actions import agenda, meeting, seating
from waymark.pathway.panel.models import Acceptance, Item, PanelMeeting, Paper, Sector

from .sitting import Table, another, combined, give_role, matter, today


@pytest.fixture
def table(cast) -> Table:
    return Table(cast.here)


@pytest.fixture
def held(table) -> PanelMeeting:
    return table.call(clock.now() + timedelta(days=6))


@pytest.fixture
def item(table, held, cast) -> Item:
    with cast.here.acting("coordinator") as by:
        put = table.put(by, held)
        agenda.add_paper(by=by, item=put, title="What is known", words="For all of them.")
        agenda.add_paper(by=by, item=put, title="From the clinic", words="For health.", sectors=["health"])
        return put


def read(user, organisation: int | None = None) -> tuple[int, set[str]]:
    """How many items, and the titles of which papers, are left in raw SQL."""
    with acting(Actor.of_user(user.pk, organisation)), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM panel_item")
        [(number,)] = cursor.fetchall()
        cursor.execute("SELECT title FROM panel_paper")
        return number, {title for (title,) in cursor.fetchall()}


def accepts(user, held: PanelMeeting, organisation: int | None = None) -> None:
    with acting(Actor.of_user(user.pk, organisation)) as by:
        agenda.accept(by=by, meeting=held)


def test_nothing_is_read_before_the_statement_is_accepted_and_what_is_one_s_own_after_it(
    table, held, item, cast
):
    health = cast.here.panel_health
    table.seat(Sector.HEALTH, cast.here.organisation("clinic"), health)
    members = (cast.here.chair, cast.here.panel_police, health)
    assert [read(user) for user in members] == [(0, set())] * 3
    accepts(cast.here.panel_police, held)
    accepts(health, held)
    assert read(cast.here.panel_police) == (1, {"What is known"})
    assert read(health) == (1, {"What is known", "From the clinic"})
    assert read(cast.here.chair) == (0, set())
    with acting(Actor.of_user(health.pk)):
        assert {paper.words for paper in Paper.objects.all()} == {"For all of them.", "For health."}


def test_it_is_accepted_for_each_meeting_anew(table, held, item, cast):
    accepts(cast.here.panel_police, held)
    next_one = table.call(clock.now() + timedelta(days=20))
    with cast.here.acting("coordinator") as by:
        table.put(by, next_one)
    assert read(cast.here.panel_police)[0] == 1


def test_nobody_accepts_for_another_or_without_a_seat(table, held, item, cast):
    for who in ("panel_health", "coordinator"):
        with cast.here.acting(who) as by, pytest.raises(NotAllowed):
            agenda.accept(by=by, meeting=held)
    with (
        cast.here.acting("coordinator"),
        pytest.raises(DatabaseError, match="whoever acts"),
        transaction.atomic(),
    ):
        Acceptance.objects.create(
            meeting=held, person=cast.here.panel_police, organisation=cast.here.organisation("police"),
            statement="x", accepted_at=clock.now(), authority=cast.here.authority, grants=held.grants,
        )  # fmt: skip


def test_an_acceptance_of_somebody_without_a_seat_opens_nothing(table, held, item, cast):
    """Written by hand, as themselves: the seat is asked for as well."""
    outsider = cast.here.panel_health
    with acting(Actor.of_user(outsider.pk)) as by:
        Acceptance.objects.create(
            meeting_id=held.pk, person=outsider, organisation_id=by.organisation_id, statement="x",
            accepted_at=clock.now(), authority=cast.here.authority, grants=[f"user:{outsider.pk}"],
        )  # fmt: skip
    assert read(outsider) == (0, set())


def test_a_member_who_left_and_a_deputy_after_their_day_read_nothing_though_they_accepted(
    table, held, item, cast
):
    deputy = another(cast.here, "stand-in", cast.here.organisation("police"))
    with cast.here.acting("coordinator") as by:
        seating.add_deputy(by=by, seat=table.police, person_id=deputy.pk, from_on=today(6), until_on=today(6))
    for user in (cast.here.panel_police, deputy):
        accepts(user, held)
        assert read(user)[0] == 1
    with clock.travelled(clock.now() + timedelta(days=7)):
        assert (read(cast.here.panel_police)[0], read(deputy)[0]) == (1, 0)
    with cast.here.acting("coordinator") as by:
        seating.end_seat(by=by, seat=table.police, version=1, until_on=today(1), because="Left.")
    assert read(cast.here.panel_police)[0] == 0


def test_a_cancelled_meeting_shows_its_members_nothing(table, held, item, cast):
    accepts(cast.here.panel_police, held)
    with cast.here.acting("coordinator") as by:
        meeting.cancel(by=by, meeting=held, version=1, because="Snow.")
    assert read(cast.here.panel_police) == (0, set())


def test_who_has_an_interest_reads_nothing_of_that_item_and_the_others_still(table, held, item, cast):
    accepts(cast.here.panel_police, held)
    with cast.here.acting("coordinator") as by:
        other = table.put(by, held)
    with cast.here.acting("panel_police") as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    with acting(Actor.of_user(cast.here.panel_police.pk)):
        assert list(Item.objects.values_list("pk", flat=True)) == [other.pk]
        assert not Paper.objects.exists()
    accepts(cast.here.chair, held)
    assert read(cast.here.chair)[0] == 2
    with cast.here.acting("ig_lead") as by:
        interest = Interest.objects.get(about_id=item.about_id)
        breaking.withdraw_interest(by=by, interest=interest, reason="It was another person of that name.")
    assert read(cast.here.panel_police)[0] == 2


def test_an_interest_is_said_once_of_oneself_or_by_the_coordinator(table, held, item, cast):
    accepts(cast.here.panel_police, held)
    accepts(cast.here.chair, held)
    with (
        cast.here.acting("panel_police"),
        pytest.raises(DatabaseError, match="no such item"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT panel.declare_interest(%s, %s, 'knows')", [item.pk, cast.here.chair.pk])
    with cast.here.acting("coordinator") as by:
        agenda.declare_interest(by=by, item=item, nature="knows", person_id=cast.here.chair.pk)
        with pytest.raises(NotNow):
            agenda.declare_interest(by=by, item=item, nature="knows", person_id=cast.here.chair.pk)
    assert read(cast.here.chair)[0] == 0


def test_a_chair_with_an_interest_is_followed_by_a_deputy_chair(table, cast):
    second = another(cast.here, "second", cast.here.organisation("council"), "panel_chair")
    table.seat(Sector.AUTHORITY, cast.here.organisation("council"), second, chairs="deputy")
    held = table.call(clock.now() + timedelta(days=6))
    with cast.here.acting("coordinator") as by:
        item = table.put(by, held)
        assert queries.chairs_item(item) == cast.here.chair
        agenda.declare_interest(by=by, item=item, nature="knows", person_id=cast.here.chair.pk)
        assert queries.chairs_item(item) == second
        agenda.declare_interest(by=by, item=item, nature="knows", person_id=second.pk)
        assert queries.chairs_item(item) is None


def test_somebody_invited_reads_their_item_alone_until_the_day(table, held, item, cast):
    nurse = cast.here.panel_health
    with cast.here.acting("coordinator") as by:
        table.put(by, held)
        agenda.invite(
            by=by, item=item, person_id=nurse.pk, organisation_id=cast.here.organisation("clinic").pk,
            capacity="invited", until_on=today(8),
        )  # fmt: skip
    assert read(nurse) == (0, set())
    accepts(nurse, held)
    assert read(nurse) == (1, {"What is known"})
    with clock.travelled(clock.now() + timedelta(days=9)):
        assert read(nurse) == (0, set())
    with cast.here.acting("coordinator") as by:
        agenda.withdraw(by=by, item=item, version=item.version)
    assert read(nurse) == (0, set())


def test_an_item_of_a_shared_panel_belongs_to_the_persons_authority(cast):
    table = combined(cast)
    held = table.call(clock.now() + timedelta(days=6))
    with cast.here.acting("coordinator") as by, pytest.raises(NotAllowed):
        table.put(by, held, area=cast.there)
    theirs = cast.there.coordinator
    give_role(theirs, "panel_member", cast.there.organisation("council"), cast.here)
    table.seat(Sector.OTHER, cast.there.organisation("council"), theirs, areas=[cast.there.authority.pk])
    with cast.there.acting("coordinator") as by:
        item = table.put(by, held, area=cast.there)
    assert item.authority == cast.there.authority
    assert read(cast.here.coordinator)[0] == 0
    accepts(cast.here.panel_police, held)
    assert read(cast.here.panel_police)[0] == 1


def test_what_the_panel_does_not_serve_and_what_is_unknown_are_refused(table, held, cast):
    with cast.here.acting("coordinator") as by:
        for given, field in (
            ({"purpose": "first", "reference": "X-00000-00000"}, "reference"),
            ({"purpose": "first"}, "reference"),
            ({"purpose": "business"}, "about"),
            ({"purpose": "business", "reference": matter(cast.here.authority.pk)}, "purpose"),
        ):
            with pytest.raises(Refusal) as refused:
                agenda.put(by=by, meeting=held, **given)
            assert refused.value.field == field
        twice = matter(cast.here.authority.pk)
        agenda.put(by=by, meeting=held, purpose="first", reference=twice)
        with pytest.raises(Refusal, match="already"):
            agenda.put(by=by, meeting=held, purpose="review", reference=twice)


def test_a_member_opens_the_agenda_by_the_pages(table, held, item, cast):
    client = Pages().sign_in(cast.here.panel_police)
    here, there = reverse("panel:meeting", args=[held.reference]), reverse("panel:item", args=[item.pk])
    page = client.open(here)
    assert item.about_reference not in page.text
    client.open(there, status=404)
    client.fill(next(link for link in page.links() if link.endswith("/accept/")))
    page = client.open(here)
    assert item.about_reference in page.text and "/put/" not in " ".join(page.links())
    text = client.open(there).text
    assert "For all of them." in text and "For health." not in text and "Somebody Invented" in text
    client.open(reverse("panel:item-add-paper", args=[item.pk]), status=404)
    client.fill(reverse("panel:item-interest", args=[item.pk]), nature="knows")
    client.open(there, status=404)
    assert item.about_reference not in client.open(here).text


def test_a_coordinator_orders_the_agenda_by_the_pages(table, held, item, cast):
    client, here = Pages().sign_in(cast.here.coordinator), reverse("panel:meeting", args=[held.reference])
    put = reverse("panel:meeting-put", args=[held.reference])
    assert client.fill(put, purpose="business", status=200).errors == ["Say what it is about."]
    client.fill(put, purpose="business", about="Terms of reference")
    page = client.open(here)
    assert page.text.index(item.about_reference) < page.text.index("Terms of reference")
    up = page.form()
    client.send(up["_action"], up)
    page = client.open(here)
    assert page.text.index("Terms of reference") < page.text.index(item.about_reference)
    there = reverse("panel:item", args=[item.pk])
    client.fill(f"{there}papers/add/", title="More", words="Something more.")
    client.fill(
        f"{there}invite/",
        who=f"{cast.here.panel_health.pk}:{cast.here.organisation('clinic').pk}",
        capacity="observer",
    )
    text = client.open(there).text
    assert "Something more." in text and "Observer" in text
    client.fill(f"{there}withdraw/")
    assert item.about_reference not in client.open(here).text


def test_where_no_record_can_be_put_the_form_asks_for_none(table, held, cast, monkeypatch):
    monkeypatch.setattr(items, "OFFERS", {})
    page = Pages().sign_in(cast.here.coordinator).open(reverse("panel:meeting-put", args=[held.reference]))
    assert not page.tree.xpath("//input[@name='reference']")
    assert page.tree.xpath("//input[@name='purpose']/@value") == ["business"]


def test_without_the_acceptance_in_the_function_the_papers_would_be_open(table, held, item, cast, everything):
    """Planted: the wall is the join with the acceptances. Without it a member reads what they have not promised to keep."""
    assert read(cast.here.panel_police)[0] == 0
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_functiondef('panel.given(uuid, bigint, bigint, date)'::regprocedure)")
        [(whole,)] = cursor.fetchall()
        open_to_all = whole.replace("JOIN panel_acceptance a ON", "LEFT JOIN panel_acceptance a ON")
        assert open_to_all != whole
        cursor.execute(open_to_all)
    assert read(cast.here.panel_police)[0] == 1


def test_a_meeting_that_is_over_takes_nothing_more_and_is_not_joined(table, cast, everything):
    now, link = clock.now(), "https://meet.example/panel"
    on, over = (table.call(now + timedelta(days=days), place="", online_link=link) for days in (1, 2))
    for held, hours in ((on, 1), (over, 30)):
        starts = now - timedelta(hours=hours)
        with everything():
            rows = Meeting.objects.filter(pk=held.meeting_id)
            rows.update(starts_at=starts, ends_at=starts + timedelta(hours=2))
            held.meeting.refresh_from_db()
    client = Pages().sign_in(cast.here.coordinator)
    for held, offered in ((on, True), (over, False)):
        page = client.open(reverse("panel:meeting", args=[held.reference]))
        put = reverse("panel:meeting-put", args=[held.reference])
        assert (put in page.links(), link in page.links()) == (offered, offered)
    with cast.here.acting("coordinator") as by:
        table.put(by, on)
        with pytest.raises(NotAllowed, match="over"):
            table.put(by, over)


def test_the_database_takes_no_item_of_a_meeting_that_is_over(table, held, item, cast, everything):
    with everything():
        Meeting.objects.filter(pk=held.meeting_id).update(
            starts_at=clock.now() - timedelta(hours=3), ends_at=clock.now() - timedelta(hours=1)
        )
        item.pk, item.about_id, item.about_kind, item.about_reference = uuid4(), None, "", ""
        item.heading, item.place, item._state.adding = "Something else", 2, True
        with pytest.raises(DatabaseError, match="over or cancelled"), transaction.atomic():
            item.save(force_insert=True)
