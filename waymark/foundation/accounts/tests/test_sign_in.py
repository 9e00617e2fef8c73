"""Signing in by password, and out."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, sign_in

ACCOUNT = "/account/"


def test_the_right_password_signs_in(pages, person):
    assert sign_in(pages).response.headers["Location"] == "/"
    assert "holder@council.example" in pages.open(ACCOUNT).text


def test_the_address_is_compared_without_case_or_outer_space(pages, person):
    sign_in(pages, "  Holder@Council.Example ")
    assert pages.open(ACCOUNT).heading == "Your account"


def test_two_accounts_cannot_differ_by_case_only(person):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError, match="accounts_email_lower"), transaction.atomic():
        User.objects.create(email="HOLDER@council.example", full_name="Twin")
    with pytest.raises(IntegrityError, match="unique"), transaction.atomic():
        User.objects.create_user("HOLDER@council.example", full_name="Twin")


def failing(pages, email: str, password: str) -> tuple[list[str], int]:
    form = pages.open(SIGN_IN).form() | {"login": email, "password": password}
    form.pop("_action")
    with CaptureQueriesContext(connection) as caught:
        page = pages.send(SIGN_IN, form, status=200)
    assert page.tree.xpath("//input[@name='login']/@value") == [email]
    assert password not in page.response.content.decode()
    return page.errors, len([q for q in caught if "cache" not in q["sql"]])


def test_wrong_unknown_and_disabled_answer_alike_at_the_same_cost(pages, person, django_user_model):
    from waymark.foundation.kernel import clock

    gone = User.objects.create_user("gone@council.example", PASSWORD, full_name="Gone Away")
    User.objects.filter(pk=gone.pk).update(is_active=False, disabled_at=clock.now())
    wrong = failing(pages, "holder@council.example", "not the password at all")
    unknown = failing(pages, "nobody@council.example", "not the password at all")
    disabled = failing(pages, "gone@council.example", PASSWORD)
    assert wrong == unknown == disabled
    assert wrong[0] == ["Check your email address and password. At least one of them is not right."]


def test_an_unknown_address_costs_a_hash_like_a_known_one(pages, person, monkeypatch):
    hashed = []
    real = User.set_password
    monkeypatch.setattr(User, "set_password", lambda self, raw: (hashed.append(raw), real(self, raw)))
    failing(pages, "nobody@council.example", "not the password at all")
    assert hashed == ["not the password at all"]


def test_empty_and_garbled_input_is_refused_at_the_field(pages, person):
    page = pages.fill(SIGN_IN, status=200, login="", password="")
    assert page.errors == ["Enter your email address", "Enter your password"]
    page = pages.fill(SIGN_IN, status=200, login="hol\x00der@council.example", password="x")
    assert page.errors and "_auth_user_id" not in pages.session
    page = pages.fill(SIGN_IN, status=200, login="holder@council.example", password="a\x00" + PASSWORD)
    assert page.errors and "_auth_user_id" not in pages.session


def test_five_wrong_tries_lock_an_address_for_five_minutes_also_for_the_right_password(pages, person):
    for _ in range(5):
        failing(pages, "holder@council.example", "not the password at all")
    page = pages.fill(SIGN_IN, status=200, login="HOLDER@council.example", password=PASSWORD)
    assert page.errors == ["There were too many tries. Wait 5 minutes, then try again."]
    assert "_auth_user_id" not in pages.session


def test_the_lock_answers_alike_for_an_unknown_address(pages, person):
    for _ in range(5):
        failing(pages, "nobody@council.example", "not the password at all")
    page = pages.fill(SIGN_IN, status=200, login="nobody@council.example", password="not the password at all")
    assert page.errors == ["There were too many tries. Wait 5 minutes, then try again."]


def test_one_person_locked_out_does_not_lock_out_another(pages, person):
    for _ in range(6):
        pages.fill(SIGN_IN, status=200, login="nobody@council.example", password="not the password at all")
    sign_in(pages)
    assert "_auth_user_id" in pages.session


def test_signing_in_goes_back_to_the_page_but_never_to_another_site(pages, person):
    page = pages.open(SIGN_IN + "?next=/account/sessions/")
    form = page.form() | {"login": "holder@council.example", "password": PASSWORD}
    assert pages.send(SIGN_IN, form).response.headers["Location"] == "/account/sessions/"
    pages.post("/account/sign-out/")
    page = pages.open(SIGN_IN + "?next=https://elsewhere.example/")
    form = page.form() | {"login": "holder@council.example", "password": PASSWORD}
    assert pages.send(SIGN_IN, form).response.headers["Location"] == "/"


def test_the_session_ends_with_the_browser_and_changes_its_key_at_sign_in(pages, person):
    pages.open(SIGN_IN)
    session = pages.session
    session["before"] = True
    session.save()
    before = session.session_key
    response = sign_in(pages).response
    assert response.cookies["sessionid"]["max-age"] == "" and response.cookies["sessionid"]["httponly"]
    assert pages.session.session_key != before
    assert not pages.open(ACCOUNT).tree.xpath("//input[@name='remember']")


@pytest.mark.parametrize(
    "path", ["signup/", "sign-up/", "email/", "confirm-email/", "inactive/", "social/connections/"]
)
def test_what_allauth_offers_beyond_our_list_is_not_there(client, db, path):
    assert client.get("/account/" + path).status_code == 404


def test_signing_out_asks_then_forgets(pages, person):
    sign_in(pages)
    assert pages.open("/account/sign-out/").heading == "Do you want to sign out?"
    assert "_auth_user_id" in pages.session
    response = pages.fill("/account/sign-out/").response
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert pages.get(ACCOUNT).headers["Location"] == f"{SIGN_IN}?next=/account/"
