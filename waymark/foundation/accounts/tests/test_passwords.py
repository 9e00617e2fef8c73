"""The rules for passwords, changing one, and setting a new one by a link."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from smtplib import SMTPException

import pytest
import time_machine
from django.conf import settings as real
from django.contrib.auth.hashers import identify_hasher
from django.core import mail

from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.actions import disabling
from waymark.foundation.accounts.tests.conftest import OTHER_PASSWORD, PASSWORD, SIGN_IN, sign_in
from waymark.foundation.kernel import clock

CHANGE = "/account/password/"
ASK = "/account/new-password/"
SENT = "/account/new-password/sent/"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short", "too short"),
        ("fourteen chars", "too short"),
        ("yfdbufnjh10305070", "common"),
        ("passwordpassword", "easy to guess"),
        ("Password!2345678", "easy to guess"),
        ("qwertyuiop12345", "easy to guess"),
        ("123456789012345", "easy to guess"),
        ("zyxwvutsrqponmlk", "easy to guess"),
        ("aaaaaaaaaaaaaaaaaa", "easy to guess"),
        ("holder@council.example", "similar"),
        ("x" * 201, "at most 200"),
        ("", "Enter a password"),
    ],
)
def test_a_weak_password_is_refused_at_the_field(pages, person, password, why):
    sign_in(pages)
    page = pages.fill(CHANGE, status=200, oldpassword=PASSWORD, password1=password)
    assert re.search(why, page.errors[0])
    person.refresh_from_db()
    assert person.check_password(PASSWORD)


@pytest.mark.parametrize(
    "password",
    [
        "all lower case words",
        "830174652930185",
        "  spaces at the ends are kept  ",
        "gair cyfrinachol hir iawn ŵŷ",
    ],
)
def test_length_is_enough_there_is_no_rule_about_characters(pages, person, password):
    sign_in(pages)
    pages.fill(CHANGE, oldpassword=PASSWORD, password1=password)
    person.refresh_from_db()
    assert person.check_password(password)


def test_the_present_password_is_needed(pages, person):
    sign_in(pages)
    page = pages.fill(CHANGE, status=200, oldpassword="not the password", password1=OTHER_PASSWORD)
    assert page.errors == ["That is not your present password"]


def test_a_change_is_told_by_letter_without_any_personal_data(pages, person, letters):
    sign_in(pages)
    with letters() as written:
        pages.fill(CHANGE, oldpassword=PASSWORD, password1=OTHER_PASSWORD)
    assert [letter.to for letter in written] == [[person.email]]
    text = written[0].subject + written[0].body
    assert "was changed" in text
    for personal in ("Holder", "holder", "127.0.0.1", "Mozilla"):
        assert personal not in text


def test_passwords_are_kept_as_argon2id(db):
    live = import_module("waymark.settings.signing_in")
    assert live.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_argon2id_makes_and_reads_a_hash(settings, person):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    person.set_password(PASSWORD)
    assert person.password.startswith("argon2$argon2id$")
    assert identify_hasher(person.password).algorithm == "argon2" and person.check_password(PASSWORD)


def test_known_and_unknown_addresses_get_the_same_answer_and_one_letter_each(
    pages, person, letters, administrator
):
    answers = []
    for email in ("holder@council.example", "Nobody@council.example"):
        with letters() as written:
            page = pages.fill(ASK, email=email)
        assert len(written) == 1 and written[0].to == [written[0].to[0].lower()] and not written[0].cc
        answers.append((page.response.status_code, page.response.headers["Location"], pages.open(SENT).text))
    assert answers[0] == answers[1]
    assert answers[0][1] == SENT


def test_an_unknown_address_gets_no_link(pages, db, letters):
    with letters() as written:
        pages.fill(ASK, email="nobody@council.example")
    assert "no account" in written[0].body and "http" not in written[0].body


def test_a_disabled_account_gets_no_link(pages, person, letters, administrator):
    administrator.does(disabling.disable, user=person, reason="Left.")
    with letters() as written:
        pages.fill(ASK, email=person.email)
    assert "http" not in written[0].body


def link(pages, letters, email: str = "holder@council.example") -> str:
    with letters() as written:
        pages.fill(ASK, email=email)
    found = re.findall(r"http\S+", written[0].body)
    assert len(found) == 1 and found[0].startswith(real.WAYMARK_BASE_URL)
    assert not re.search(r"Holder|holder", written[0].subject + written[0].body)
    return found[0].removeprefix(real.WAYMARK_BASE_URL)


def test_the_link_sets_a_new_password_once(pages, person, letters):
    path = link(pages, letters)
    form = pages.get(path).headers["Location"]
    assert "set-password" in form and path not in form
    pages.fill(form, password1=OTHER_PASSWORD)
    sign_in(pages, password=OTHER_PASSWORD)
    assert pages.open("/account/").heading == "Your account"
    pages.post("/account/sign-out/")
    assert pages.open(path).heading == "This link does not work any more"


def test_a_weak_password_is_refused_at_the_link_too(pages, person, letters):
    form = pages.get(link(pages, letters)).headers["Location"]
    assert "too short" in pages.fill(form, status=200, password1="short").errors[0]


@pytest.mark.parametrize(
    "change", [("/$", "x/"), ("-([^-/]+)/$", r"-x\1/"), ("password/....", "password/0000")]
)
def test_a_tampered_link_says_what_to_do(pages, person, letters, change):
    page = pages.open(re.sub(*change, link(pages, letters)))
    assert page.heading == "This link does not work any more" and ASK in page.links()


def test_a_link_stops_working_after_an_hour(pages, person, letters):
    path = link(pages, letters)
    with time_machine.travel(clock.now() + timedelta(minutes=61), tick=False):
        assert pages.open(path).heading == "This link does not work any more"


def test_a_forged_host_does_not_get_into_the_letter(pages, person, letters, settings):
    settings.ALLOWED_HOSTS = ["*"]
    with letters() as written:
        form = pages.open(ASK).form() | {"email": person.email}
        pages.send(ASK, form, headers={"host": "evil.example"})
    assert "evil.example" not in written[0].body


def test_a_new_password_lets_a_locked_out_person_in(pages, person, letters):
    for _ in range(5):
        pages.fill(SIGN_IN, status=200, login=person.email, password="not the password")
    form = pages.get(link(pages, letters)).headers["Location"]
    pages.fill(form, password1=OTHER_PASSWORD)
    sign_in(pages, password=OTHER_PASSWORD)
    assert "_auth_user_id" in pages.session


def test_asking_too_often_is_refused(pages, person):
    for _ in range(5):
        pages.fill(ASK, email=person.email)
    assert pages.fill(ASK, email=person.email, status=429).heading == "Too many tries"


def test_a_letter_is_in_the_language_of_its_reader(pages, person, letters, settings, monkeypatch):
    from django.utils import translation

    seen = []
    monkeypatch.setattr(
        mailing, "render_to_string", lambda *a: seen.append(translation.get_language()) or "text"
    )
    person.language = "cy"
    person.save()
    with letters():
        pages.fill(ASK, email=person.email)
    assert set(seen) == {"cy"}


def test_a_mail_server_that_is_down_changes_no_answer_and_names_nobody(
    pages, person, letters, monkeypatch, caplog
):
    def fail(self):
        raise SMTPException("down")

    monkeypatch.setattr(mail.EmailMessage, "send", fail)
    with letters():
        assert pages.fill(ASK, email=person.email).response.headers["Location"] == SENT
    assert "could not be sent" in caplog.text and person.email not in caplog.text


def test_the_outbox_can_take_the_letters_over(pages, person, letters, monkeypatch):
    taken = []
    monkeypatch.setattr(mailing, "_deliver", [mailing.send_now])
    mailing.deliver_with(lambda to, subject, body: taken.append((to, subject)))
    with letters() as written:
        pages.fill(ASK, email=person.email)
    assert taken == [(person.email, "Waymark: choose a new password")] and not written


def test_who_has_no_password_yet_gets_one_by_a_link(pages, person):
    person.set_unusable_password()
    person.save()
    pages.sign_in(person)
    assert pages.get(CHANGE).headers["Location"] == ASK
