"""Places without a contact, and without a lead who came to training in 24 months."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.training.tests.teaching import school
from waymark.foundation.directory.actions import contacts
from waymark.foundation.kernel import clock

from .reaching import Taught

NO_LEAD, NO_CONTACT = reverse("reach:no-lead"), reverse("reach:no-contact")


def contact(side, place, role: str, email: str, until_on=None) -> None:
    with side.acting("officer") as by:
        contacts.add(
            by=by, place=place, authority_id=side.authority.pk, role=role, name="Somebody", email=email,
            until_on=until_on,
        )  # fmt: skip


def asked(route: str, days: int = 10) -> str:
    """As at so many days from now: sessions of the tests are held in some days."""
    today = clock.today()
    return f"{route}?from={today.isoformat()}&until={(today + timedelta(days=days)).isoformat()}"


def listed(client, address: str) -> list[str]:
    text = client.open(address).text
    return [number for number in "1234" if f"Invented School {number}" in text]


def test_a_lead_is_trained_when_one_of_the_directory_came_under_the_same_address_within_24_months(cast):
    year, side = Taught(cast.here), cast.here
    first, second, third, _fourth = (school(side, number) for number in "1234")
    year.named_from(first, ["Ada", "Ben"])
    contact(side, first, "dsl", f"ADA@{side.code.lower()}.example")
    contact(side, second, "dsl", "somebody-else@school.example")
    contact(side, third, "head", "head@school.example", until_on=clock.today() - timedelta(days=1))
    client = Pages().sign_in(side.trainer)
    assert listed(client, asked(NO_LEAD)) == ["2", "3", "4"]
    assert listed(client, asked(NO_CONTACT)) == ["3", "4"], "whoever left is no contact"
    assert listed(client, asked(NO_LEAD, 760)) == ["1", "2", "3", "4"]
    page = client.open(reverse("reach:overview")).text
    assert "Places without a contact in the directory" in page and "in 24 months" in page


def test_a_head_who_came_is_no_lead_and_another_authoritys_contact_counts_nothing(cast):
    year, side = Taught(cast.here), cast.here
    year.named_from(school(side), ["Ada"])
    contact(side, school(side), "head", f"ada@{side.code.lower()}.example")
    contact(cast.there, school(cast.there, "2"), "dsl", "dsl@school.example")
    officer = Pages().sign_in(side.officer)
    assert listed(officer, asked(NO_LEAD)) == ["1"]
    page = officer.open(asked(NO_LEAD)).text
    assert "Choose places" in page and "same email address" in page
    assert Pages().sign_in(side.police).get(NO_LEAD).status_code == 404
