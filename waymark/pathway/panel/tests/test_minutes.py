"""Minutes of one item: who may write and sign them, what stays, what each agency shared or did not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal
from waymark.foundation.tasks.models import Task
from waymark.pathway.panel import minuting
from waymark.pathway.panel.actions import agenda
from waymark.pathway.panel.actions import minutes as deeds
from waymark.pathway.panel.models import Item, Minute, MinuteSignature

from .sitting import Table, today

WEIGHED = "He has no plan to hurt anybody; his grandmother holds him."


@pytest.fixture
def table(cast) -> Table:
    return Table(cast.here)


@pytest.fixture
def item(table, cast) -> Item:
    """Of a meeting that began ten minutes ago; the police and the chair came."""
    began = clock.now() - timedelta(minutes=10)
    Membership.objects.filter(user=cast.here.coordinator).update(starts_on=today(-90))
    with clock.travelled(began - timedelta(minutes=5)):
        held = table.call(began)
    with cast.here.acting("coordinator") as by:
        put = table.put(by, held)
    table.mark(held, {table.chair: cast.here.chair.pk, table.police: cast.here.panel_police.pk})
    for who in ("chair", "panel_police"):
        with cast.here.acting(who) as by:
            agenda.accept(by=by, meeting=held)
    return put


def written(cast, item, **given) -> Minute:
    with cast.here.acting("coordinator") as by:
        police = cast.here.organisation("police").pk
        said = {"shared": {police: "He was seen at the station."}, "risk": WEIGHED} | given
        return deeds.write(by=by, item=item, **said)


def waiting(cast) -> int:
    with cast.here.acting("chair"):
        return Task.objects.filter(kind="panel.sign-minutes", done_at__isnull=True).count()


def test_they_say_who_was_there_who_shared_and_who_did_not_and_the_chair_signs(table, item, cast):
    minute = written(cast, item)
    assert waiting(cast) == 1
    with cast.here.acting("coordinator") as by, pytest.raises(NotAllowed):
        deeds.sign(by=by, minute=minute)
    with cast.here.acting("panel_police"):
        read = Minute.objects.get()
        assert "Police, Hereshire police: panel_police of Hereshire" in read.there
        assert read.shared == {"Hereshire police": "He was seen at the station."} and read.risk == WEIGHED
        assert read.nil_returns == [cast.here.organisation("council").pk]
    with cast.here.acting("chair") as by:
        deeds.sign(by=by, minute=minute)
        with pytest.raises(NotNow):
            deeds.sign(by=by, minute=minute)
    assert waiting(cast) == 0
    with cast.there.acting("coordinator"):
        assert not Minute.objects.exists()


def test_they_are_written_anew_with_a_reason_and_the_old_ones_stay(item, cast):
    first = written(cast, item)
    with pytest.raises(Refusal, match="written anew"):
        written(cast, item)
    second = written(cast, item, because="The police asked for another word.", risk="Otherwise weighed.")
    with cast.here.acting("chair") as by:
        assert [one.pk for one in Minute.objects.all()] == [first.pk, second.pk]
        with pytest.raises(NotAllowed, match="newer"):
            deeds.sign(by=by, minute=first)
        for change in ({"nil_returns": []}, {"written_at": clock.now()}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Minute.objects.update(**change)
        deeds.sign(by=by, minute=second)


def test_the_database_lets_nobody_else_write_or_sign(item, cast):
    minute = written(cast, item)
    given = {"authority_id": item.authority_id, "grants": item.grants}
    words = {"there": "x", "risk": "x", "corrects": minute, "because": "x", "written_at": clock.now()}
    with cast.here.acting("panel_police") as by:
        with pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            Minute.objects.create(**given, **words, item=item, written_by_id=by.user_id)
        with pytest.raises(DatabaseError, match="whoever chairs"), transaction.atomic():
            MinuteSignature.objects.create(
                **given, minute=minute, signed_by_id=by.user_id, signed_as="x", signed_at=clock.now()
            )
    with cast.here.acting("coordinator"), pytest.raises(DatabaseError), transaction.atomic():
        MinuteSignature.objects.create(
            **given, minute=minute, signed_by=cast.here.chair, signed_as="x", signed_at=clock.now()
        )


def test_whoever_has_an_interest_is_named_as_out_and_reads_nothing(table, item, cast):
    with cast.here.acting("panel_police") as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    minute = written(cast, item, shared={})
    assert "took no part" in minute.there
    with cast.here.acting("panel_police"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM panel_minute")
        assert cursor.fetchone() == (0,)


def test_the_pages_write_sign_and_count_by_agency(table, item, cast):
    client = Pages().sign_in(cast.here.coordinator)
    police = cast.here.organisation("police").pk
    write = reverse("panel:item-minutes", args=[item.pk])
    lacking = client.fill(write, status=200, risk="")
    assert "Write what was weighed" in lacking.errors[0]
    client.fill(write, **{"risk": WEIGHED, f"shared_{police}": "Seen at the station."})
    chair = Pages().sign_in(cast.here.chair)
    meeting = chair.open(reverse("panel:meeting-minutes", args=[item.meeting.reference]))
    assert "wait for the chair’s signature" in meeting.text
    page = chair.open(reverse("panel:item", args=[item.pk]))
    assert WEIGHED in page.text and "Not signed yet" in page.text
    form = page.form()
    signed = chair.send(form["_action"], form)
    assert "signed" in chair.open(signed.response["Location"]).text
    counted = client.open(reverse("panel:panel-attendance", args=[table.panel.reference])).text
    assert "councilPresent1Apologies0Absent0Came to an item and shared nothing1" in counted
    assert "policePresent1Apologies0Absent0Came to an item and shared nothing0" in counted


def test_the_page_of_a_meeting_takes_as_many_queries_however_many_items(table, item, cast):
    with cast.here.acting("coordinator") as by:
        url = reverse("panel:meeting-minutes", args=[item.meeting.reference])
        client = Pages().sign_in(cast.here.coordinator)
        client.open(url)
        few = client.open(url).queries
        for _each in range(3):
            table.put(by, item.meeting)
    assert client.open(url).queries == few
    with cast.here.acting("chair") as by:
        assert minuting.unsigned(by, item.meeting) == []
