"""A new service: its first administrator, and the organisations that people are given roles in."""

from __future__ import annotations

import io
import re

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from tests.pages import Pages
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts import mailing
from waymark.foundation.places.models import Authority, Organisation

pytestmark = pytest.mark.django_db

CODE, EMAIL = "E06888888", "first@council.example"


@pytest.fixture(autouse=True)
def authority() -> Authority:
    return Authority.objects.create(
        code=CODE, name="Newmarch", official_name="Newmarch Council", kind="unitary", nation="england"
    )


def said(*words: str) -> str:
    out = io.StringIO()
    call_command(*words, stdout=out)
    return out.getvalue()


@pytest.fixture
def invited(monkeypatch, django_capture_on_commit_callbacks) -> str:
    monkeypatch.setattr(mailing, "_deliver", [mailing.send_after_commit])
    with django_capture_on_commit_callbacks(execute=True):
        assert EMAIL in said("begin_authority", CODE, EMAIL)
    [letter] = mail.outbox
    return re.search(r"/account/invitation/\S+", letter.body).group()


def test_the_first_administrator_comes_in_by_the_letter_and_invites_others(invited, authority):
    newcomer = Pages()
    page = newcomer.get(invited, follow=True)
    newcomer.fill(page.request["PATH_INFO"], full_name="First Come", password="four quiet otters swim")
    [held] = Membership.objects.filter(user__email=EMAIL)
    assert (held.role, held.authority, held.organisation.name) == (
        "administrator",
        authority,
        "Newmarch Council",
    )
    authority.refresh_from_db()
    assert authority.uses_waymark
    assert newcomer.get("/members/").status_code == 200
    with pytest.raises(CommandError, match="has an administrator"):
        call_command("begin_authority", CODE, "second@council.example")


def test_a_letter_that_was_lost_is_sent_again(invited, authority):
    said("begin_authority", CODE, EMAIL)
    assert Organisation.objects.filter(authority=authority).count() == 1


@pytest.mark.parametrize(("code", "email"), [("E00000000", EMAIL), (CODE, "nobody")])
def test_a_wrong_word_begins_nothing(code, email, authority):
    with pytest.raises(CommandError):
        call_command("begin_authority", code, email)
    assert not Organisation.objects.filter(authority=authority).exists()


def test_an_organisation_is_added_once(authority):
    for _each in range(2):
        said("add_organisation", CODE, "Newmarch Children’s Social Care", "council", "--team", "children")
    [found] = Organisation.objects.filter(authority=authority)
    assert [team.kind for team in found.teams.all()] == ["children"]
    with pytest.raises(CommandError, match="No school"):
        call_command("add_organisation", CODE, "A school", "school", "--urn", "1")
