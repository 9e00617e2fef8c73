"""Step-up: a dangerous deed wants a proof of the last five minutes, and nothing typed is lost over it."""

from __future__ import annotations

import time

import pytest

from tests.pages import Pages
from waymark.foundation.accounts import stepping_up
from waymark.foundation.accounts.models import TypedText, User
from waymark.foundation.accounts.tests.conftest import PASSWORD, set_up_app, sign_in

RECORDS = "account_authentication_methods"
TYPED = "Left the organisation in May."


def grow_old(pages: Pages, seconds: float) -> None:
    """As if every proof of this session had been given so much earlier."""
    session = pages.session
    session[RECORDS] = [record | {"at": record["at"] - seconds} for record in session[RECORDS]]
    session.save()


@pytest.fixture
def boss(cast):
    """An administrator with a password, and somebody whose account may be disabled."""
    boss, worker = cast.here.administrator, cast.here.officer
    boss.set_password(PASSWORD)
    boss.save()
    return boss, f"/members/{worker.pk}/disable/", worker


def test_a_fresh_sign_in_is_proof_enough(pages, boss):
    sign_in(pages, boss[0].email)
    assert pages.open(boss[1]).status == 200
    grow_old(pages, 290)
    assert pages.open(boss[1]).status == 200


def test_an_old_one_is_asked_again_and_leads_back(pages, boss):
    sign_in(pages, boss[0].email)
    grow_old(pages, 301)
    check = pages.get(boss[1]).headers["Location"]
    assert check == f"/account/check/?next={boss[1]}"
    assert pages.fill(check, status=200, password="not the password").errors
    assert pages.fill(check, password=PASSWORD).response.headers["Location"] == boss[1]
    assert pages.open(boss[1]).status == 200


def deed_with_an_old_proof(pages, boss):
    sign_in(pages, boss[0].email)
    form = pages.open(boss[1]).form() | {"reason": TYPED}
    grow_old(pages, 301)
    return pages.send(boss[1], form).response.headers["Location"], form


def test_a_post_without_proof_does_nothing_and_keeps_what_was_typed(pages, boss):
    check, _form = deed_with_an_old_proof(pages, boss)
    assert User.objects.get(pk=boss[2].pk).is_active
    pages.fill(check, password=PASSWORD)
    page = pages.open(boss[1])
    assert page.form()["reason"] == TYPED
    assert "is back" in page.text and not page.errors
    pages.send(boss[1], page.form())
    assert not User.objects.get(pk=boss[2].pk).is_active


def test_the_same_form_sent_again_after_the_proof_is_done_once(pages, boss):
    check, form = deed_with_an_old_proof(pages, boss)
    pages.fill(check, password=PASSWORD)
    assert pages.send(boss[1], form).response.headers["Location"] == f"/members/{boss[2].pk}/"
    assert not User.objects.get(pk=boss[2].pk).is_active


def test_planted_without_the_wall_the_deed_would_be_done(pages, boss, monkeypatch):
    monkeypatch.setattr(stepping_up, "proved", lambda request: True)
    deed_with_an_old_proof(pages, boss)
    assert not User.objects.get(pk=boss[2].pk).is_active


def test_planted_a_password_would_do_for_somebody_with_a_second_step(pages, person, rf, monkeypatch):
    sign_in(pages)
    set_up_app(pages, person)
    request = rf.get("/")
    request.session, request.user = pages.session, person
    assert stepping_up.proved(request)
    now = time.time()
    request.session[RECORDS] = [{"method": "password", "at": now}, {"method": "mfa", "at": now - 301}]
    assert not stepping_up.proved(request)
    monkeypatch.setattr(stepping_up, "has_second_step", lambda request: False)
    assert stepping_up.proved(request)


def test_a_click_in_the_demonstration_is_no_proof_outside_it(pages, boss, settings):
    pages.sign_in(boss[0])
    assert pages.open(boss[1]).status == 200
    settings.WAYMARK_DEMO = False
    grow_old(pages, 301)
    assert pages.get(boss[1]).headers["Location"].startswith("/account/check/")


def test_whoever_may_not_come_is_told_nothing_of_a_proof(pages, cast, boss):
    pages.sign_in(cast.here.officer)
    grow_old(pages, 999)
    assert pages.get(boss[1]).status_code == 404


def test_what_was_typed_is_not_kept_for_ever(pages, boss, everything):
    deed_with_an_old_proof(pages, boss)
    with everything():
        row = TypedText.objects.get()
        assert (row.expires_at - row.kept_at).total_seconds() == 1800
        assert TYPED not in row.sealed
