"""The organisation’s own sign-on: the good path against a real provider, every lie against a hostile one."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests

from tests.pages import Pages
from waymark.foundation.accounts.actions import disabling, invitations
from waymark.foundation.accounts.models import Invitation, SignOn, User
from waymark.foundation.accounts.sign_on import flow, tokens
from waymark.foundation.accounts.tests.conftest import sign_in
from waymark.foundation.accounts.tests.hostile_provider import CLIENT, SECRET, new_key, serving
from waymark.foundation.kernel import clock

START, BACK, REFUSED = "/account/sign-on/", "/account/sign-on/back/", "You could not be signed in that way"


@pytest.fixture
def on(settings: Any) -> Any:
    """Turns the sign-on on, for an issuer."""

    def turn(issuer: str) -> None:
        settings.WAYMARK_OIDC = {
            "issuer": issuer,
            "client_id": CLIENT,
            "secret": SECRET,
            "second_step": ["mfa"],
        }

    return turn


@pytest.fixture
def hostile(on: Any) -> Any:
    with serving() as made:
        on(made.issuer)
        yield made


def linked(user: User, hostile: Any, subject: str = "person-7") -> None:
    SignOn.objects.create(user=user, identity=tokens.key_of(hostile.issuer, subject), linked_at=clock.now())


def go(pages: Pages, query: str = "", **more: Any) -> str:
    """Press the button; the address of the provider."""
    return pages.fill(START + query, **more).response["Location"]


def is_in(pages: Pages) -> bool:
    return "_auth_user_id" in pages.session


def refused(pages: Pages, brings: dict[str, str]) -> bool:
    page = pages.open(BACK + "?" + "&".join(f"{k}={v}" for k, v in brings.items()), status=403)
    assert page.heading == REFUSED
    return not is_in(pages)


def test_it_is_not_there_unless_the_settings_name_a_provider(pages, db):
    assert pages.get(START).status_code == 404 and pages.get(BACK).status_code == 404
    assert "organisation" not in str(
        pages.open("/account/sign-in/").tree.xpath("//main//form//button/text()")
    )


def test_the_browser_is_sent_out_with_state_nonce_and_pkce(pages, db, hostile):
    asked = parse_qs(urlsplit(go(pages)).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["nonce"][0]) >= 40
    assert asked["redirect_uri"] == ["http://localhost:8000" + BACK] and asked["scope"] == [
        "openid email profile"
    ]


def test_a_linked_person_signs_in_and_goes_to_the_page_they_wanted(pages, person, hostile):
    linked(person, hostile)
    brings = hostile.authorize(go(pages, "?next=/account/sessions/"))
    assert pages.get(BACK, brings)["Location"] == "/account/sessions/"
    assert pages.session["_auth_user_id"] == str(person.pk)


LIES = {
    "another issuer": {"claims": {"iss": "https://elsewhere.example"}},
    "another nonce": {"claims": {"nonce": "another"}},
    "no nonce": {"left_out": ("nonce",)},
    "another audience": {"claims": {"aud": "another-client"}},
    "several audiences": {"claims": {"aud": [CLIENT, "another-client"]}},
    "another authorised party": {"claims": {"azp": "another-client"}},
    "an expired token": {"claims": {"exp": int(time.time()) - 120}},
    "no expiry": {"left_out": ("exp",)},
    "a token of the future": {"claims": {"iat": int(time.time()) + 3600}},
    "no subject": {"left_out": ("sub",)},
    "another’s key": {"signs_with": new_key()},
    "no signature": {"algorithm": "none"},
    "another issuer in the discovery document": {"names_itself": "https://elsewhere.example"},
}


@pytest.mark.parametrize("lie", LIES)
def test_every_lie_is_answered_with_the_same_plain_page(pages, person, hostile, lie):
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    for name, value in LIES[lie].items():
        setattr(hostile, name, value)
    assert refused(pages, brings)


def test_a_token_signed_with_the_public_key_as_a_secret_is_refused(pages, person, hostile):
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    hostile.algorithm, hostile.signs_with = "HS256", SECRET * 3
    assert refused(pages, brings)


def test_planted_without_the_check_of_the_nonce_the_lie_would_pass(pages, person, hostile, monkeypatch):
    monkeypatch.setattr(tokens.hmac, "compare_digest", lambda one, other: True)
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    hostile.claims = {"nonce": "another"}
    pages.get(BACK, brings)
    assert is_in(pages)


def test_planted_without_the_check_of_the_signature_another_s_key_would_pass(
    pages, person, hostile, monkeypatch
):
    real = jwt.decode
    unchecked = {"verify_signature": False}
    monkeypatch.setattr(jwt, "decode", lambda token, **given: real(token, options=unchecked))
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    hostile.signs_with = new_key()
    pages.get(BACK, brings)
    assert is_in(pages)


def test_a_state_works_once_and_only_in_its_own_browser(pages, person, hostile):
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    assert refused(Pages(), brings)
    assert refused(pages, brings | {"state": "forged"})
    brings = hostile.authorize(go(pages))
    pages.get(BACK, brings)
    pages.post("/account/sign-out/")
    assert refused(pages, brings)


def test_a_code_that_was_used_is_refused(pages, person, hostile):
    linked(person, hostile)
    used = hostile.authorize(go(pages))
    pages.get(BACK, used)
    pages.post("/account/sign-out/")
    fresh = hostile.authorize(go(pages))
    assert refused(pages, fresh | {"code": used["code"]})


def test_an_old_trip_is_refused(pages, person, hostile, monkeypatch):
    linked(person, hostile)
    brings = hostile.authorize(go(pages))
    monkeypatch.setattr(flow, "LASTS", -1)
    assert refused(pages, brings)


def test_an_answer_that_names_another_issuer_or_an_error_is_refused(pages, person, hostile):
    linked(person, hostile)
    assert refused(pages, hostile.authorize(go(pages)) | {"iss": "https://elsewhere.example"})
    assert refused(pages, hostile.authorize(go(pages)) | {"error": "access_denied"})


def test_an_email_address_alone_never_takes_an_account_over(pages, person, hostile):
    assert refused(pages, hostile.authorize(go(pages)))
    assert not SignOn.objects.exists() and User.objects.count() == 1


def test_a_disabled_account_is_refused_with_the_same_page(pages, person, hostile, administrator):
    linked(person, hostile)
    administrator.does(disabling.disable, user=person, reason="Left.")
    assert refused(pages, hostile.authorize(go(pages)))


def test_a_provider_that_is_down_is_a_plain_page(pages, db, on):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    on(f"http://127.0.0.1:{port}")
    assert pages.fill(START, status=403).heading == REFUSED


def test_somebody_signed_in_links_their_own_account(pages, person, hostile):
    sign_in(pages)
    assert "Not linked" in pages.open("/account/").text
    pages.get(BACK, hostile.authorize(go(pages)))
    assert SignOn.objects.get().user == person
    pages.post("/account/sign-out/")
    pages.get(BACK, hostile.authorize(go(pages)))
    assert is_in(pages)


def test_an_identity_opens_one_account_only(pages, person, hostile):
    linked(User.objects.create_user("other@council.example", full_name="Other Person"), hostile)
    sign_in(pages)
    pages.open(BACK + "?" + "&".join(f"{k}={v}" for k, v in hostile.authorize(go(pages)).items()), status=403)
    assert SignOn.objects.get().user.email == "other@council.example"


@pytest.fixture
def opened(administrator, letters, pages):
    """An invitation whose link was opened in this browser."""
    with letters() as written:
        administrator.does(invitations.invite, email="new@council.example")
    pages.get(re.findall(r"http://localhost:8000(/\S+)", written[0].body)[0])


def test_an_invitation_makes_the_account_and_the_link(pages, hostile, opened):
    brings = hostile.authorize(go(pages, "?for=invitation"))
    hostile.claims = {"email": "New@council.example"}
    pages.get(BACK, brings)
    user = User.objects.get(email="new@council.example")
    assert (user.full_name, user.has_usable_password(), user.sign_on is not None) == (
        "Token Name",
        False,
        True,
    )
    assert is_in(pages)


@pytest.mark.parametrize(
    "claims", [{"email": "new@council.example", "email_verified": False}, {"email": "else@council.example"},
               {"email": "new@council.example", "email_verified": "true"}]
)  # fmt: skip
def test_an_unverified_or_other_address_does_not_accept_an_invitation(pages, hostile, opened, claims):
    brings = hostile.authorize(go(pages, "?for=invitation"))
    hostile.claims = claims
    assert refused(pages, brings)
    assert not User.objects.filter(email="new@council.example").exists()
    assert Invitation.objects.get().accepted_at is None


def test_a_second_step_at_the_provider_counts_where_the_settings_say_so(pages, person, hostile, settings):
    settings.WAYMARK_MFA_REQUIRED = True
    linked(person, hostile)
    pages.get(BACK, hostile.authorize(go(pages)))
    assert pages.get("/account/")["Location"] == "/account/second-step/passkeys/new/"
    pages.post("/account/sign-out/")
    brings = hostile.authorize(go(pages))
    hostile.claims = {"amr": ["pwd", "mfa"]}
    pages.get(BACK, brings)
    assert pages.open("/account/").heading == "Your account"


def test_step_up_by_the_provider_wants_a_proof_given_just_now(pages, person, hostile, settings):
    User.objects.filter(pk=person.pk).update(password="!")
    linked(person, hostile)
    pages.get(BACK, hostile.authorize(go(pages)))
    address = go(pages)
    assert parse_qs(urlsplit(address).query)["max_age"] == ["0"]
    hostile.claims = {"auth_time": int(time.time()) - 3600}
    brings = hostile.authorize(address)
    assert pages.get(BACK, brings).status_code == 403
    hostile.claims = {"auth_time": int(time.time())}
    assert pages.get(BACK, hostile.authorize(go(pages)))["Location"] == "/account/"


@pytest.fixture
def real(on: Any) -> Any:
    """A real provider in a process of its own; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    issuer = f"http://127.0.0.1:{port}"
    try:
        for _each in range(200):
            try:
                requests.get(issuer + "/.well-known/openid-configuration", timeout=1)
                break
            except requests.RequestException:
                time.sleep(0.2)
        on(issuer)
        yield issuer
    finally:
        process.terminate()
        process.wait(10)


def test_the_whole_way_with_a_real_provider(pages, person, real):
    SignOn.objects.create(user=person, identity=tokens.key_of(real, "person-7"), linked_at=clock.now())
    answer = requests.post(go(pages), data={"sub": "person-7"}, allow_redirects=False, timeout=5)
    brings = urlsplit(answer.headers["Location"])
    assert brings.path == BACK
    assert pages.get(f"{BACK}?{brings.query}").status_code == 302
    assert pages.session["_auth_user_id"] == str(person.pk)
