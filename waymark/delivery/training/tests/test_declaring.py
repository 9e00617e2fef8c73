"""Certificates from elsewhere: declared, confirmed by somebody else or refused; never among the figures of our own."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training import due
from waymark.delivery.training.actions import declaring
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.actions.declaring import Paper
from waymark.delivery.training.models import Attendance, Declared, Trainee
from waymark.foundation import measures
from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.foundation.measures import Scope
from waymark.foundation.retention.actions.expiring import expire_everywhere

from .teaching import Year

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def answered(year, held: Declared, who: str = "officer", because: str = "", counts_as=None) -> Declared:
    with year.side.acting(who) as by:
        given = {"by": by, "declared": held, "version": held.version}
        if because:
            return declaring.refuse(**given, because=because)
        return declaring.confirm(**given, counts_as=counts_as)


def due_on(year) -> list[tuple[str, date]]:
    """Who is due at the school, and since when."""
    with year.side.acting("officer"):
        found = due.those_at(year.side.authority.pk, year.place, clock.today())
        return [(one.name, one.due_on) for one in found]


def test_it_counts_for_nothing_until_somebody_of_the_team_confirms_it(year, everything):
    year.ruled(12)
    long_ago = months.after(clock.today(), -13)
    held = year.declared(held_on=long_ago)
    assert due_on(year) == []
    assert answered(year, held).state == "confirmed"
    assert due_on(year) == [("Gwen Inventedly", months.after(long_ago, 12))]
    with everything():
        assert not Attendance.objects.exists()


def test_one_that_would_be_erased_at_once_is_refused_at_its_day_and_the_newest_that_is_kept_is_not(
    year, everything
):
    oldest = months.after(clock.today(), -36)
    with pytest.raises(Refusal, match="longer ago") as refused:
        year.declared(held_on=oldest)
    assert refused.value.field == "held_on"
    year.declared(held_on=oldest + timedelta(days=1))
    expire_everywhere()
    with everything():
        assert Declared.objects.count() == 1


def test_the_newest_certificate_says_when_somebody_is_due(year):
    year.ruled(12)
    answered(year, year.declared(held_on=months.after(clock.today(), -13)))
    assert len(due_on(year)) == 1
    answered(year, year.declared(held_on=months.after(clock.today(), -2)))
    assert due_on(year) == []


def test_the_page_of_who_is_due_says_that_it_is_self_declared(year, cast):
    year.ruled(12)
    answered(year, year.declared(held_on=months.after(clock.today(), -13)))
    officer = Pages().sign_in(cast.here.officer)
    there = reverse("training:due-at", args=["organisation", year.place.organisation_id])
    assert "(self-declared)" in officer.open(there).text


def test_it_is_counted_apart(year, cast):
    scope = Scope(cast.here.authority.pk, clock.today() - timedelta(days=60), clock.today())

    def counted(code: str) -> int:
        with cast.here.acting("lead") as lead:
            return sum(one.number for one in measures.compute(code, scope, lead))

    answered(year, year.declared())
    year.declared(course="Another course")
    assert counted("training.declared") == 2
    assert counted("training.attendances") == counted("training.people") == 0


def test_a_refusal_has_a_reason_and_lets_it_be_declared_anew(year):
    held = year.declared()
    with pytest.raises(Refusal, match="declared already"):
        year.declared()
    with year.side.acting("officer") as by, pytest.raises(Incomplete, match="does not count"):
        declaring.refuse(by=by, declared=held, version=held.version, because="")
    refused = answered(year, held, because="The paper is of another course.")
    assert (refused.state, refused.refused_because) == ("refused", "The paper is of another course.")
    with pytest.raises(NotAllowed, match="answered already"):
        answered(year, refused)
    assert year.declared().state == "declared"
    assert due_on(year) == []


def test_nobody_confirms_what_they_declared_themselves(year):
    held = year.declared("officer")
    with pytest.raises(NotAllowed, match="colleague"):
        answered(year, held)
    assert answered(year, held, "lead").state == "confirmed"


def test_wrong_certificates_are_refused(year, cast):
    year.declared()
    for given, sentence in (
        ({"held_on": clock.today() + timedelta(days=1)}, "past"),
        ({"course": ""}, "course"),
        ({"person": Named("")}, "name"),
        ({"person": Named("Somebody Else", "gwen@school.example", year.teacher.pk)}, "another name"),
    ):
        with pytest.raises(Refusal, match=sentence):
            year.declared(**given)
    with cast.there.acting("dsl") as by, pytest.raises(NotAllowed):
        declaring.declare(
            by=by, authority_id=cast.here.authority.pk, where=year.place, person=Named("Gwen Inventedly"),
            paper=Paper("A course", "A firm", clock.today()),
        )  # fmt: skip


def test_it_is_seen_by_who_declared_it_and_who_plans(year, cast):
    held = year.declared()
    for who, sees in (("dsl", True), ("officer", True), ("nurse", False)):
        with cast.here.acting(who):
            assert Declared.objects.filter(pk=held.pk).exists() is sees, who
    with cast.there.acting("officer"):
        assert not Declared.objects.exists()


def test_from_the_page_of_a_school_to_the_answer(year, cast, django_assert_max_num_queries):
    lead, officer = Pages().sign_in(cast.here.dsl), Pages().sign_in(cast.here.officer)
    add = reverse("training:mine-declare")
    assert add in lead.open(reverse("training:mine")).links()
    typed = {
        "name": "Gwen Inventedly", "email": "gwen@school.example", "role": str(year.teacher.pk),
        "course": "Online awareness", "provider": "An invented firm",
        "held_on-day": "1", "held_on-month": "2", "held_on-year": str(clock.today().year - 1),
    }  # fmt: skip
    for wrong, sentence in (
        ({"held_on-year": str(clock.today().year + 1)}, "past"),
        ({"role": ""}, "Choose as what"),
        ({"name": ""}, "name"),
    ):
        form = lead.open(add).form() | typed | wrong
        assert sentence in " ".join(lead.send(add, form, status=200).errors), wrong
    lead.send(add, lead.open(add).form() | typed)
    with cast.here.acting("officer"):
        held = Declared.objects.get()
    assert "Self-declared" in lead.open(reverse("training:mine-declared", args=[held.reference])).text
    listing = reverse("training:declared")
    page = officer.open(listing)
    assert held.reference in page.text and "Inventedly" not in page.text
    with django_assert_max_num_queries(16):
        officer.open(listing)
    one = reverse("training:declared-one", args=[held.reference])
    assert "Gwen Inventedly" in officer.open(one).text
    refuse = reverse("training:declared-refuse", args=[held.reference])
    assert officer.fill(refuse, status=200, because="").errors == ["Say why it does not count"]
    officer.fill(refuse, because="The paper is of another course.")
    assert "another course" in lead.open(reverse("training:mine-declared", args=[held.reference])).text
    assert held.reference not in officer.open(listing).text
    assert held.reference in officer.open(listing + "?all").text


def test_a_certificate_goes_with_its_person(year, everything):
    held = year.declared()
    with year.side.acting("officer"), everything():
        Trainee.objects.filter(pk=held.trainee_id).delete()
        assert not Declared.objects.exists()


def test_the_database_refuses_what_the_page_refuses(year, cast, everything):
    held, own = year.declared(), year.declared("officer", course="Another course")
    officer, now = cast.here.officer.pk, clock.now()
    right = {"state": "confirmed", "answered_at": now, "answered_by": officer}
    rows = Declared.objects.filter(pk=held.pk)
    wrong = (
        lambda: rows.update(state="confirmed"),
        lambda: rows.update(**right | {"state": "refused"}),
        lambda: rows.update(course="Something else"),
        lambda: rows.update(held_on=clock.today()),
        lambda: Declared.objects.filter(pk=own.pk).update(**right),
        lambda: Declared.objects.filter(pk=own.pk).update(provider=""),
    )
    for number, deed in enumerate(wrong):
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            deed()
            pytest.fail(f"the database took number {number}")
    answered(year, held)
    with everything(), pytest.raises(DatabaseError), transaction.atomic():
        rows.update(state="declared", answered_at=None, answered_by=None)
