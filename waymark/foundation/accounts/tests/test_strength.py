"""Strong proof for the widest powers; failures of second steps are entered and counted; the demonstration’s click."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache

from tests.pages import Pages
from waymark.foundation.access import doors
from waymark.foundation.accounts import stepping_up
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, set_up_app, sign_in
from waymark.foundation.accounts.views import passkeys
from waymark.foundation.ledger.models import Deed

RECORDS = "account_authentication_methods"
MEMBERS, STRONG = "/members/", "/account/strong/?next=/members/"
CODE, PASSKEY = "/account/sign-in/code/", "/account/sign-in/passkey/"


@pytest.fixture
def boss(cast: Any, settings: Any) -> User:
    settings.WAYMARK_MFA_REQUIRED = True
    user = cast.here.administrator
    user.set_password(PASSWORD)
    user.save()
    return user


def with_records(pages: Pages, *records: dict[str, Any], age: float = 0) -> None:
    """As if these proofs had been given so many seconds ago in this session."""
    session = pages.session
    session[RECORDS] = [{"at": time.time() - age} | record for record in records]
    session.save()


def with_a_code(pages: Pages, boss: User) -> None:
    sign_in(pages, boss.email)
    set_up_app(pages, boss)


def test_a_code_opens_all_but_the_widest_powers(pages, boss):
    with_a_code(pages, boss)
    assert pages.open("/my-day/").status == 200
    assert pages.open("/roles/").status == 200
    assert pages.get(MEMBERS).headers["Location"] == STRONG
    page = pages.open(STRONG)
    assert page.heading == "This needs a passkey" and "/account/second-step/passkeys/new/" in page.links()
    assert "Without it everything else of your work is open to you" in page.text


@pytest.mark.parametrize("kind", ["webauthn", "sign-on"])
def test_a_passkey_or_a_sign_on_with_a_second_step_opens_them(pages, boss, kind):
    with_a_code(pages, boss)
    with_records(pages, {"method": "mfa", "type": kind})
    assert pages.open(MEMBERS).status == 200
    assert pages.open("/members/invite/").status == 200


def test_a_sign_on_without_a_second_step_does_not(pages, boss):
    with_a_code(pages, boss)
    with_records(pages, {"method": "mfa", "type": "totp"}, {"method": "sign-on"})
    assert pages.get(MEMBERS).headers["Location"] == STRONG


def test_the_fresh_proof_for_them_has_to_be_strong_too(pages, boss):
    with_a_code(pages, boss)
    with_records(pages, {"method": "mfa", "type": "webauthn"}, age=301)
    assert pages.open(MEMBERS).status == 200
    session = pages.session
    session[RECORDS] = [*session[RECORDS], {"method": "mfa", "type": "totp", "at": time.time()}]
    session.save()
    assert pages.get("/members/invite/").headers["Location"].startswith("/account/check/")


def test_what_was_posted_is_kept_and_not_done(pages, boss, cast):
    with_a_code(pages, boss)
    with_records(pages, {"method": "mfa", "type": "webauthn"})
    address = f"/members/{cast.here.officer.pk}/disable/"
    form = pages.open(address).form() | {"reason": "Left the organisation in May."}
    with_records(pages, {"method": "mfa", "type": "totp"})
    assert pages.send(address, form).response.headers["Location"] == f"/account/strong/?next={address}"
    assert User.objects.get(pk=cast.here.officer.pk).is_active
    with_records(pages, {"method": "mfa", "type": "webauthn"})
    assert pages.open(address).form()["reason"] == "Left the organisation in May."


def test_planted_without_the_list_a_code_opens_them(pages, boss, monkeypatch):
    with_a_code(pages, boss)
    monkeypatch.setattr(doors, "WIDEST", set())
    assert pages.open(MEMBERS).status == 200


def test_whoever_may_not_come_is_told_nothing_of_it(pages, cast, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    officer = cast.here.officer
    officer.set_password(PASSWORD)
    officer.save()
    sign_in(pages, officer.email)
    set_up_app(pages, officer)
    assert pages.get(MEMBERS).status_code == 404


def failures(everything: Any) -> list[str]:
    with everything():
        found = Deed.objects.filter(deed="accounts.sign-in-failed", id__gt=BEFORE[-1]).order_by("id")
        return [str(each.about_id) for each in found]


def handle_of(user: User) -> str:
    """A credential that says it is that person’s, and is nothing."""
    from allauth.account.utils import user_pk_to_url_str
    from fido2.utils import websafe_encode

    handle = websafe_encode(user_pk_to_url_str(user).encode())
    return json.dumps(
        {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"userHandle": handle}}
    )


BEFORE = [0]


@pytest.fixture
def empty_counts(everything: Any) -> None:
    """No tries are counted yet, and only what is entered from here on is looked at."""
    cache.clear()
    with everything():
        BEFORE.append(Deed.objects.order_by("-id").values_list("id", flat=True).first() or 0)


@pytest.mark.parametrize(
    "credential", ["", "{}", "[]", '"x"', "not json", '{"response": {"userHandle": "AAAA"}}']
)
def test_a_failed_passkey_of_nobody_is_entered(db, everything, empty_counts, credential):
    pages = Pages()
    assert pages.post(PASSKEY, {"credential": credential}).status_code == 302
    assert failures(everything) == ["00000000-0000-0000-0000-000000000000"]
    assert "The passkey was not used" in pages.open("/account/sign-in/").tree.text_content()


def test_failed_passkeys_are_entered_for_the_account_and_counted(
    person, everything, empty_counts, monkeypatch
):
    pages, looked = Pages(), []
    plain = passkeys.auth.parse_authentication_response

    def look(response: Any) -> Any:
        looked.append(response)
        return plain(response)

    monkeypatch.setattr(passkeys.auth, "parse_authentication_response", look)
    for _each in range(7):
        pages.post(PASSKEY, {"credential": handle_of(person)})
    assert failures(everything) == [str(person.pk)] * 7
    assert b"too many tries" in pages.get("/account/sign-in/").content
    # The sixth and seventh were not looked at.
    assert len(looked) == 5


def test_each_failed_proof_of_somebody_signed_in_is_entered(pages, person, everything, empty_counts):
    sign_in(pages)
    assert pages.fill("/account/check/", status=200, password="not the password").errors
    set_up_app(pages, person)
    assert pages.fill("/account/check/code/", status=200, code="000000").errors
    Authenticator.objects.filter(user=person).update(type=Authenticator.Type.WEBAUTHN)
    assert failures(everything) == [str(person.pk)] * 2


def test_a_demonstration_s_click_is_no_proof_at_all_outside_it(pages, person, rf, settings):
    pages.sign_in(person)
    with_records(pages, {"method": "demo"})
    request = rf.get("/")
    request.session, request.user = pages.session, person
    assert stepping_up.proved(request)
    settings.WAYMARK_DEMO = False
    assert not stepping_up.proved(request), "not even fresh, nor for somebody without a second step"


def test_the_address_of_the_click_is_not_there_outside_it(pages, db, settings):
    settings.WAYMARK_DEMO = False
    assert pages.get("/account/sign-in-as/").status_code == 404
    assert pages.post("/account/sign-in-as/", {"who": "anybody"}).status_code == 404
