"""What is asked of a password field, and that nothing goes round the second step (ASVS 6.2, 6.4, 6.5, 7.4)."""

from __future__ import annotations

import re

import pytest
from django.core import mail

from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, set_up_app, sign_in

CODE = "/account/sign-in/code/"
LONG = "a sentence of seventy two letters, with spaces, ŵ and 20 marks: !?%&/()=+"


def test_each_password_field_hides_what_is_typed_and_lets_managers_fill_it_in(pages, person):
    fields = pages.open(SIGN_IN).tree.xpath("//main//input[contains(@name, 'password')]")
    sign_in(pages)
    for path in ("/account/password/", "/account/check/"):
        fields += pages.open(path).tree.xpath("//main//input[contains(@name, 'password')]")
    assert len(fields) >= 4
    for field in fields:
        assert field.get("type") == "password" and field.get("autocomplete") in (
            "current-password",
            "new-password",
        )
        assert int(field.get("maxlength") or 200) >= 64 and field.get("onpaste") is None


def test_a_password_of_more_than_64_characters_works_and_counts_whole(pages, person):
    assert len(LONG) > 64
    person.set_password(LONG)
    person.save()
    assert sign_in(pages, password=LONG[:-1], status=200).errors
    assert sign_in(pages, password=LONG).response.headers["Location"] == "/"


@pytest.mark.parametrize(
    "wrong", [PASSWORD.upper(), f" {PASSWORD}", f"{PASSWORD} ", PASSWORD.replace(" ", "")]
)
def test_it_is_compared_exactly_as_typed(pages, person, wrong):
    assert sign_in(pages, password=wrong, status=200).errors


def test_a_forgotten_password_does_not_skip_the_second_step(pages, person, letters):
    sign_in(pages)
    set_up_app(pages, person)
    pages.post("/account/sign-out/")
    with letters() as written:
        pages.fill("/account/new-password/", email=person.email)
    link = re.search(r"https?://[^/]+(/account/new-password/\S+)", written[0].body)
    assert link
    page = pages.open(link[1], status=302)
    there = page.response.headers["Location"]
    pages.fill(there, password1="nine calm badgers dig")
    mail.outbox.clear()
    assert "_auth_user_id" not in pages.session
    assert sign_in(pages, password="nine calm badgers dig").response.headers["Location"] == CODE
    assert pages.get("/account/").headers["Location"].startswith(SIGN_IN)


def test_a_code_of_two_minutes_ago_is_refused(pages, person):
    sign_in(pages)
    phone = set_up_app(pages, person)
    pages.post("/account/sign-out/")
    sign_in(pages)
    assert pages.fill(CODE, status=200, code=phone.code(-4)).errors


def test_every_page_of_somebody_signed_in_leads_to_signing_out(pages, cast):
    pages.sign_in(cast.here.officer)
    for path in ("/my-day/", "/account/", "/help/", "/referrals/triage/"):
        assert pages.open(path).tree.xpath("//header//a[@href='/account/sign-out/']"), path


def test_keys_of_sessions_are_long_and_never_the_same(pages, person):
    from tests.pages import Pages

    keys = {Pages().sign_in(person).cookies["sessionid"].value for _each in range(20)}
    assert len(keys) == 20 and all(re.fullmatch(r"[a-z0-9]{32}", key) for key in keys)
