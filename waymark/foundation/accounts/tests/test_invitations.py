"""Invitations: the only way to an account."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction

from waymark.foundation.accounts.actions import invitations
from waymark.foundation.accounts.models import Invitation, User
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, sign_in
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal

NEW = "new.colleague@council.example"
ANSWERS = {"full_name": "New Colleague", "known_as": "Newcomer", "password": PASSWORD}


@pytest.fixture
def invited(administrator, letters):
    """An open invitation and the path of its link."""

    def invite(**options):
        with letters() as written:
            invitation = administrator.does(invitations.invite, email=NEW, **options)
        (link,) = re.findall(r"http://localhost:8000(/\S+)", written[0].body)
        return invitation, link, written

    return invite


def test_an_invitation_goes_to_one_address_and_says_nothing_personal(invited):
    _, _, written = invited()
    assert [letter.to for letter in written] == [[NEW]] and not written[0].cc and not written[0].bcc
    text = written[0].subject + written[0].body
    assert not re.search(r"colleague|administering|council\.example", text, re.IGNORECASE)


def test_the_token_is_nowhere_in_the_database(invited):
    _, link, _ = invited()
    token = link.strip("/").split("/")[-1]
    kept = str(list(Invitation.objects.values()))
    assert len(token) >= 43 and token not in kept


def test_accepting_makes_the_account_and_signs_in(pages, invited, settings):
    _, link, _ = invited()
    first = pages.get(link)
    assert link.strip("/").split("/")[-1] not in first.headers["Location"]
    page = pages.open(first.headers["Location"])
    assert page.heading == "Make your account" and NEW in page.text
    assert pages.fill(first.headers["Location"], **ANSWERS).response.headers["Location"] == "/"
    user = User.objects.get(email=NEW)
    assert (user.full_name, user.known_as, user.invitation.accepted_at is not None) == (
        "New Colleague",
        "Newcomer",
        True,
    )
    assert pages.open("/account/").heading == "Your account"
    pages.post("/account/sign-out/")
    sign_in(pages, NEW)
    assert "_auth_user_id" in pages.session


def test_where_a_second_step_is_compulsory_it_comes_right_after(pages, invited, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    _, link, _ = invited()
    pages.fill(pages.get(link).headers["Location"], **ANSWERS)
    assert pages.get("/account/").headers["Location"] == "/account/second-step/passkeys/new/"


def test_the_language_of_the_invitation_becomes_the_account_s(pages, invited):
    _, link, _ = invited(language="cy")
    pages.fill(pages.get(link).headers["Location"], **ANSWERS)
    assert User.objects.get(email=NEW).language == "cy"


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("full_name", "", ""),
        ("password", "short", "too short"),
        ("password", "", "Enter"),
        ("full_name", "x\x00y", ""),
    ],
)
def test_bad_answers_are_refused_at_the_field_and_the_rest_is_kept(pages, invited, field, value, why):
    _, link, _ = invited()
    page = pages.fill(pages.get(link).headers["Location"], status=200, **ANSWERS | {field: value})
    assert page.errors and why in page.errors[0]
    assert page.tree.xpath("//input[@name='known_as']/@value") == ["Newcomer"]
    assert not User.objects.filter(email=NEW).exists()


def test_a_password_like_one_s_own_name_is_refused(pages, invited):
    _, link, _ = invited()
    page = pages.fill(
        pages.get(link).headers["Location"], status=200, **ANSWERS | {"password": "new.colleague@council"}
    )
    assert "similar" in page.errors[0]


def refused(pages, link: str, status: int) -> str:
    answer = pages.get(link)
    if answer.status_code == 302:
        return pages.open(answer.headers["Location"], status=status).heading
    return pages.open(link, status=status).heading


def test_it_works_until_72_hours_and_not_after(pages, invited):
    _, link, _ = invited()
    with time_machine.travel(clock.now() + timedelta(hours=71, minutes=59), tick=False):
        assert pages.open(pages.get(link).headers["Location"]).heading == "Make your account"
    with time_machine.travel(clock.now() + timedelta(hours=72, minutes=1), tick=False):
        assert refused(pages, link, 410) == "This invitation does not work any more"


def test_it_works_once(pages, invited, client):
    _, link, _ = invited()
    pages.fill(pages.get(link).headers["Location"], **ANSWERS)
    pages.post("/account/sign-out/")
    assert refused(pages, link, 410) == "This invitation has been used"
    assert SIGN_IN in pages.open("/account/invitation/", status=410).links()


def test_a_forged_or_tampered_token_says_what_to_do(pages, invited):
    _, link, _ = invited()
    for wrong in (
        link[:-3] + "xx/",
        link.replace("/account/invitation/", "/account/invitation/x"),
        "/account/invitation/x/",
    ):
        page = pages.open(wrong, status=404)
        assert page.heading == "This link is not right" and "ask whoever invited you" in page.text
    assert pages.open("/account/invitation/", status=404).heading == "This link is not right"


def test_the_hash_is_no_token(pages, invited):
    invitation, _, _ = invited()
    assert refused(pages, f"/account/invitation/{invitation.token_hash}/", 404) == "This link is not right"


def test_a_newer_invitation_replaces_the_older(pages, invited):
    _, old, _ = invited()
    _, new, _ = invited()
    assert refused(pages, old, 410) == "This invitation does not work any more"
    assert pages.open(pages.get(new).headers["Location"]).heading == "Make your account"
    assert Invitation.objects.filter(withdrawn_at=None).count() == 1


def test_a_withdrawn_invitation_does_not_work(pages, invited, administrator):
    invitation, link, _ = invited()
    administrator.does(invitations.withdraw, invitation=invitation)
    assert refused(pages, link, 410) == "This invitation does not work any more"


def test_an_accepted_invitation_cannot_be_withdrawn(pages, invited, administrator):
    invitation, link, _ = invited()
    pages.fill(pages.get(link).headers["Location"], **ANSWERS)
    with pytest.raises(NotNow):
        administrator.does(invitations.withdraw, invitation=invitation)


def test_the_form_open_when_it_is_withdrawn_makes_no_account(pages, invited, administrator):
    invitation, link, _ = invited()
    path = pages.get(link).headers["Location"]
    form = pages.open(path).form() | ANSWERS
    administrator.does(invitations.withdraw, invitation=invitation)
    pages.send(path, form, status=410)
    assert not User.objects.filter(email=NEW).exists()


def test_who_has_an_account_cannot_be_invited_again(person, administrator):
    with pytest.raises(Refusal) as refusal:
        administrator.does(invitations.invite, email="HOLDER@council.example")
    assert refusal.value.field == "email" and not Invitation.objects.exists()


def test_two_acceptances_make_one_account(invited):
    invitation, _, _ = invited()
    answers = {"full_name": "New Colleague", "password": PASSWORD}
    with invitations.as_invitee(invitation) as invitee:
        invitations.accept(invitation=invitation, by=invitee, **answers)
    with pytest.raises(NotNow), invitations.as_invitee(invitation) as invitee:
        invitations.accept(invitation=invitation, by=invitee, **answers)
    assert User.objects.filter(email=NEW).count() == 1


def test_the_database_keeps_one_open_invitation_for_an_address(invited):
    invited()
    with pytest.raises(IntegrityError, match="accounts_one_open_invitation"), transaction.atomic():
        Invitation.objects.create(
            email=NEW,
            token_hash="0" * 64,
            invited_at=clock.now(),
            expires_at=clock.now() + timedelta(hours=1),
        )


def test_upper_parts_hear_of_an_acceptance_in_the_same_transaction(invited, monkeypatch):
    heard = []
    monkeypatch.setattr(invitations, "_after_acceptance", [])
    invitations.after_acceptance(
        lambda invitation, user, at: heard.append((invitation.email, user.full_name))
    )
    invitation, _, _ = invited()
    with invitations.as_invitee(invitation) as invitee:
        invitations.accept(invitation=invitation, by=invitee, full_name="New Colleague", password=PASSWORD)
    assert heard == [(NEW, "New Colleague")]


def test_what_an_upper_part_refuses_undoes_the_account(invited, monkeypatch):
    def refuse(*given):
        raise Refusal("No.")

    monkeypatch.setattr(invitations, "_after_acceptance", [refuse])
    invitation, _, _ = invited()
    with pytest.raises(Refusal), invitations.as_invitee(invitation) as invitee:
        invitations.accept(invitation=invitation, by=invitee, full_name="New Colleague", password=PASSWORD)
    assert not User.objects.filter(email=NEW).exists()


def test_the_ledger_names_inviter_and_invitation(invited, administrator, everything):
    invitation, _, _ = invited()
    with invitations.as_invitee(invitation) as invitee:
        invitations.accept(invitation=invitation, by=invitee, full_name="New Colleague", password=PASSWORD)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT deed, actor FROM ledger.deed WHERE deed LIKE 'accounts.%%' ORDER BY id", [])
        assert cursor.fetchall() == [
            ("accounts.invite", administrator.ledger_name),
            ("accounts.accept-invitation", f"invitation:{invitation.pk}"),
        ]
