"""Certificates: for named people who came, handed out by a link, withdrawn, and checked by a stranger."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.training.actions.attending import OfBooking, Others
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Attendance, Certificate, Trainee
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.retention.kept import KEPT

from .teaching import Year
from .test_pages import pages

CHECK = "/training/certificates/check/"


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


@pytest.fixture
def held(year):
    """Three were booked by name: one came, one came partly, one did not; twelve others came."""
    session = year.planned()
    names = ("Ada Inventedly", "ada@school.example"), ("Ben Inventedly", ""), ("Cleo Inventedly", "")
    made = year.booked(session, named=[Named(*one) for one in names])
    marks = tuple(
        OfBooking(one.pk, came) for one, came in zip(made, ("came", "partly", "no_show"), strict=True)
    )
    return year.held(session, marks, [Others(12)])


def checked(**typed: str) -> str:
    client = Pages()
    return client.send(CHECK, client.open(CHECK).form() | typed, status=200).text


def test_only_named_people_who_came_get_one_and_each_one_only(cast, year, held):
    (certificate,) = year.certified(held)
    with cast.here.acting("trainer"):
        assert (
            Certificate.objects.select_related("attendance__trainee").get().attendance.trainee.name
            == "Ada Inventedly"
        )
        other = Attendance.objects.filter(certificate__isnull=True).first()
        with pytest.raises(DatabaseError), transaction.atomic():
            Certificate.objects.create(
                authority_id=held.authority_id, grants=certificate.grants, code="K-1", attendance=other,
                issued_at=clock.now(),
            )  # fmt: skip
    with pytest.raises(NotNow, match="all have"):
        year.certified(held)


def test_not_before_it_is_known_who_came_and_not_by_others(cast, year, held):
    with pytest.raises(NotAllowed, match="who came first"):
        year.certified(year.planned())
    client = pages(cast.here.dsl)
    assert client.get(reverse("training:certificates", args=[held.reference])).status_code == 404


def test_a_stranger_checks_a_code_and_learns_no_name(year, held, cast):
    (certificate,) = year.certified(held)
    said = checked(code=certificate.code.lower().replace("-", " ", 2).replace(" ", "-", 1))
    assert "This certificate is valid: Prevent for primary schools" in said and "Inventedly" not in said
    assert "is the one on it" in checked(code=certificate.code, name=" ada inventedly ")
    wrong = checked(code=certificate.code, name="Ben Inventedly")
    assert "is not the one on it" in wrong and "Ada" not in wrong
    assert "There is no certificate" in checked(code="K-00000-00000")
    assert "Check the code" in checked(code="nonsense")
    with acting(Actor.nobody()):
        assert not Certificate.objects.exists(), "only the function answers"


def test_the_paper_comes_by_a_link_and_a_withdrawn_one_does_not(cast, year, held, everything):
    (certificate,) = year.certified(held)
    with everything():
        link = Envelope.objects.get(message__code="training.certificate").link
    answer = Pages().get(link)
    assert answer["Content-Type"] == "application/pdf" and answer.content.startswith(b"%PDF")
    assert "Inventedly" not in answer["Content-Disposition"]
    client = pages(cast.here.trainer)
    page = client.open(reverse("training:certificates", args=[held.reference]))
    assert "Ada Inventedly" in page.text
    assert client.get(reverse("training:certificate", args=[certificate.pk])).content.startswith(b"%PDF")
    client.fill(
        reverse("training:certificate-withdraw", args=[certificate.pk]), because="Entered by mistake."
    )
    assert Pages().get(link).status_code == 404
    assert "withdrawn" in checked(code=certificate.code, name="Ada Inventedly")
    back = "UPDATE training_certificate SET withdrawn_at = NULL, withdrawn_because = ''"
    with (
        cast.here.acting("trainer"),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(back)


def test_when_a_name_is_erased_the_certificate_goes_and_the_count_stays(cast, year, held):
    year.certified(held)
    kept = next(one for one in KEPT if one.model == "training.Trainee")
    with acting(Actor.job("retention", cast.here.authority.pk)):
        assert kept.erase is not None and kept.erase(Trainee.objects.all()) == 3
        assert not Certificate.objects.exists()
        assert sorted(Attendance.objects.values_list("came", "number")) == [
            ("came", 1), ("came", 12), ("no_show", 1), ("partly", 1),
        ]  # fmt: skip
