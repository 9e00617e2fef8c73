"""Who sees a panel, and from when to when: asked of the rows in raw SQL; and what the database refuses itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import Http404

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.places.models import Organisation
from waymark.pathway.panel import policies, queries
from waymark.pathway.panel.actions import arranging, seating
from waymark.pathway.panel.models import Chairs, Panel, Seat, Sector

from .sitting import Table, another, combined, give_role, today

TABLES = ("panel_panel", "panel_terms", "panel_seat", "panel_deputy")


@pytest.fixture
def table(cast) -> Table:
    return Table(cast.here)


def seen(actor: Actor) -> int:
    """Rows of panels that are left in raw SQL."""
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(f"SELECT {' + '.join(f'(SELECT count(*) FROM {t})' for t in TABLES)}")
        return cursor.fetchone()[0]


def sees(user) -> bool:
    return seen(Actor.of_user(user.pk)) > 0


def end(table: Table, seat: Seat, on, because="Moved to another post.") -> Seat:
    with table.side.acting("coordinator") as by:
        return seating.end_seat(by=by, seat=seat, version=seat.version, until_on=on, because=because)


def test_those_who_sit_see_it_and_those_who_do_not_see_none(table, cast):
    assert all(sees(cast.here.user(who)) for who in ("coordinator", "chair", "panel_police"))
    unseated = ("panel_health", "officer", "lead", "police", "ig_lead", "administrator", "teacher", "dsl")
    assert [who for who in unseated if sees(cast.here.user(who))] == []
    assert [who for who in ("coordinator", "chair", "panel_police") if sees(cast.there.user(who))] == []


def test_a_seat_counts_from_its_first_day_to_its_last(table, cast):
    health, clinic = cast.here.panel_health, cast.here.organisation("clinic")
    table.seat(Sector.HEALTH, clinic, health, from_on=today(10), until_on=today(20))
    noon = clock.now()
    for days, expected in ((0, False), (9, False), (10, True), (20, True), (21, False)):
        with clock.travelled(noon + timedelta(days=days)):
            assert sees(health) is expected, days


def test_a_member_who_left_sees_nothing_on_the_day_after(table, cast):
    end(table, table.police, today())
    assert sees(cast.here.panel_police)
    with clock.travelled(clock.now() + timedelta(days=1)):
        assert not sees(cast.here.panel_police)


def test_a_member_whose_role_ended_sees_nothing_though_the_seat_stands(table, cast):
    cast.here.panel_police.memberships.update(ended_at=clock.now())
    give_role(cast.here.panel_police, "partner", cast.here.organisation("police"), cast.here)
    assert not sees(cast.here.panel_police)


def test_a_deputy_for_one_day_sees_it_on_that_day_alone(table, cast):
    deputy = another(cast.here, "stand-in", cast.here.organisation("police"))
    with cast.here.acting("coordinator") as by:
        seating.add_deputy(by=by, seat=table.police, person_id=deputy.pk, from_on=today(3), until_on=today(3))
    noon = clock.now()
    found = []
    for days in (0, 2, 3, 4):
        with clock.travelled(noon + timedelta(days=days)):
            found.append(sees(deputy))
    assert found == [False, False, True, False]


def test_a_deputy_who_is_ended_sees_nothing_at_once(table, cast):
    deputy = another(cast.here, "stand-in", cast.here.organisation("police"))
    with cast.here.acting("coordinator") as by:
        stands = seating.add_deputy(
            by=by, seat=table.police, person_id=deputy.pk, from_on=today(), until_on=today(5)
        )
    assert sees(deputy)
    with cast.here.acting("coordinator") as by:
        seating.end_deputy(by=by, deputy=stands, version=stands.version)
    assert not sees(deputy)


def test_a_deputy_comes_from_the_same_organisation(table, cast):
    with cast.here.acting("coordinator") as by, pytest.raises(Refusal) as refused:
        seating.add_deputy(
            by=by, seat=table.police, person_id=cast.here.panel_health.pk, from_on=today(), until_on=today()
        )
    assert refused.value.field == "person"


def test_somebody_of_two_organisations_sits_only_for_the_one_they_work_for_now(table, cast):
    both, clinic, school = (
        cast.here.panel_health,
        cast.here.organisation("clinic"),
        cast.here.organisation("school"),
    )
    give_role(both, "panel_member", school, cast.here)
    table.seat(Sector.EDUCATION, school, both)
    assert seen(Actor.of_user(both.pk, school.pk)) > 0
    assert seen(Actor.of_user(both.pk, clinic.pk)) == 0
    table.seat(Sector.HEALTH, clinic, both)
    assert seen(Actor.of_user(both.pk, clinic.pk)) > 0


def test_a_combined_panel_is_seen_by_those_of_the_other_authority_who_were_given_a_role_and_a_seat(cast):
    shared = combined(cast)
    theirs = another(cast.there, "lead-there", cast.there.organisation("council"))
    assert not sees(theirs)
    with cast.here.acting("coordinator") as by, pytest.raises(Refusal, match="no role"):
        seating.add_seat(
            by=by, panel=shared.panel, sector=Sector.AUTHORITY, organisation=cast.there.organisation("council"),
            holder_id=theirs.pk, from_on=today(-1), areas=[cast.there.authority.pk],
        )  # fmt: skip
    give_role(theirs, "panel_member", cast.there.organisation("council"), cast.here)
    assert not sees(theirs)
    shared.seat(Sector.AUTHORITY, cast.there.organisation("council"), theirs, areas=[cast.there.authority.pk])
    assert sees(theirs)
    assert not sees(cast.there.coordinator)


def test_a_panel_is_shared_only_with_a_day_of_agreement_and_with_neighbours(cast):
    given = {"authority": cast.here.authority, "name": "Panel", "kind": "standing", "begins_on": today()}
    with cast.here.acting("coordinator") as by, pytest.raises(Refusal) as far:
        arranging.add(by=by, others=[cast.there.authority.pk], chairing_agreed_on=today(), **given)
    assert far.value.field == "others"
    combined(cast)
    with cast.here.acting("coordinator") as by, pytest.raises(Refusal) as unagreed:
        arranging.add(by=by, others=[cast.there.authority.pk], **given)
    assert unagreed.value.field == "chairing_agreed_on"


@pytest.mark.parametrize("who", ["chair", "panel_police"])
def test_those_who_sit_cannot_write_not_even_by_hand(table, cast, who):
    with cast.here.acting(who) as by:
        assert not policies.arrange(by, table.panel)
        with pytest.raises(Http404):
            arranging.end(by=by, panel=table.panel, version=1, ended_on=today(), because="No reason at all.")
        with connection.cursor() as cursor:
            cursor.execute("UPDATE panel_panel SET ended_on = begins_on, ended_because = 'x'")
            assert cursor.rowcount == 0
            cursor.execute("UPDATE panel_seat SET until_on = from_on")
            assert cursor.rowcount == 0
            cursor.execute("DELETE FROM panel_seat")
            assert cursor.rowcount == 0
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                cursor.execute(
                    "INSERT INTO panel_deputy SELECT gen_random_uuid(), grants, 1, now(), gen_random_uuid(), "
                    "current_date, current_date, NULL, authority_id, holder_id, id FROM panel_seat LIMIT 1"
                )


def test_who_arranges_cannot_delete_a_panel(table, cast):
    with cast.here.acting("coordinator"), connection.cursor() as cursor:
        cursor.execute("DELETE FROM panel_seat")
        assert cursor.rowcount == 0


def test_what_was_said_of_a_seat_stays(table, cast):
    with cast.here.acting("coordinator"):
        for change in ({"holder": cast.here.panel_health}, {"sector": "health"}, {"from_on": today(-90)}):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                Seat.objects.filter(pk=table.police.pk).update(**change)
        with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
            Panel.objects.filter(pk=table.panel.pk).update(covers=[table.panel.authority_id, 4])


def test_the_authority_chairs_and_one_at_a_time(table, cast):
    second = another(cast.here, "second-chair", cast.here.organisation("council"), "panel_chair")
    council = cast.here.organisation("council")
    with pytest.raises(Refusal) as twice:
        table.seat(Sector.AUTHORITY, council, second, chairs=Chairs.CHAIR)
    assert twice.value.field == "chairs"
    table.seat(Sector.AUTHORITY, council, second, chairs=Chairs.DEPUTY)
    end(table, table.chair, today())
    table.seat(Sector.AUTHORITY, council, second, chairs=Chairs.CHAIR, from_on=today(1))


def test_a_chair_of_another_agency_and_one_without_the_role_are_refused(table, cast):
    with pytest.raises(Refusal) as police:
        table.seat(
            Sector.POLICE, cast.here.organisation("police"), cast.here.panel_police, chairs=Chairs.DEPUTY
        )
    member = another(cast.here, "member", cast.here.organisation("council"))
    with pytest.raises(Refusal) as unroled:
        table.seat(Sector.AUTHORITY, cast.here.organisation("council"), member, chairs=Chairs.DEPUTY)
    assert {police.value.field, unroled.value.field} == {"chairs"}


@pytest.mark.parametrize(("sector", "kind"), [("authority", "clinic"), ("police", "council")])
def test_the_lawful_seats_are_held_by_whom_the_law_names(table, cast, sector, kind):
    with pytest.raises(Refusal) as refused:
        table.seat(sector, cast.here.organisation(kind), None)
    assert refused.value.field == "who"
    with (
        cast.here.acting("coordinator"),
        pytest.raises(IntegrityError, match="cannot hold"),
        transaction.atomic(),
    ):
        Seat.objects.create(
            **arranging.with_(table.panel), panel=table.panel, sector=sector, from_on=today(),
            organisation=Organisation.objects.get(pk=cast.here.organisation(kind).pk), areas=table.panel.covers,
        )  # fmt: skip


def test_a_seat_speaks_for_no_area_that_the_panel_does_not_serve(table, cast):
    with pytest.raises(IntegrityError, match="areas of its panel"):
        table.seat(Sector.HEALTH, cast.here.organisation("clinic"), None, areas=[cast.there.authority.pk])


def test_terms_hold_from_their_day_and_are_never_changed(table, cast):
    first, second = table.terms(), table.terms(in_force_from=today(5), meets="Twice a month")
    with cast.here.acting("coordinator"):
        assert queries.terms_on(table.panel, today(-41)) is None
        assert queries.terms_on(table.panel, today(4)) == first
        assert queries.terms_on(table.panel, today(5)) == second
        with pytest.raises(DatabaseError), transaction.atomic():
            type(first).objects.filter(pk=first.pk).update(words="Otherwise")
    with pytest.raises(Refusal) as same_day:
        table.terms()
    assert same_day.value.field == "in_force_from"


def test_a_panel_ends_once_and_nobody_is_seated_after(table, cast):
    with cast.here.acting("coordinator") as by:
        panel = arranging.end(by=by, panel=table.panel, version=1, ended_on=today(-1), because="Merged.")
        with pytest.raises(NotAllowed, match="has ended"):
            arranging.end(by=by, panel=panel, version=panel.version, ended_on=today(), because="Again.")
        with pytest.raises(Stale):
            arranging.end(by=by, panel=panel, version=1, ended_on=today(), because="Again.")
    with pytest.raises(NotAllowed, match="has ended"):
        table.seat(Sector.HEALTH, cast.here.organisation("clinic"), None)


def test_a_deputy_ends_once(table, cast):
    with cast.here.acting("coordinator") as by:
        stands = seating.add_deputy(
            by=by, seat=table.police, person_id=another(cast.here, "x", cast.here.organisation("police")).pk,
            from_on=today(), until_on=today(2),
        )  # fmt: skip
        ended = seating.end_deputy(by=by, deputy=stands, version=stands.version)
        with pytest.raises(NotNow):
            seating.end_deputy(by=by, deputy=ended, version=ended.version)
