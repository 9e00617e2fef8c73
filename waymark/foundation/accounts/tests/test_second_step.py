"""The second step: compulsory, by app or recovery code."""

from __future__ import annotations

import random

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret

from waymark.foundation.accounts.tests.conftest import SIGN_IN, set_up_app, sign_in

SET_UP = "/account/second-step/app/"
PASSKEY = "/account/second-step/passkeys/new/"
CODE = "/account/sign-in/code/"
CODES = "/account/second-step/codes/"


@pytest.fixture
def compulsory(settings):
    settings.WAYMARK_MFA_REQUIRED = True


@pytest.fixture
def with_app(pages, person, compulsory):
    """Somebody whose app is set up, signed out again; the phone."""
    sign_in(pages)
    phone = set_up_app(pages, person)
    phone.codes = pages.open(CODES).tree.xpath("//ol[contains(@class, 'wm-codes')]/li/text()")
    pages.post("/account/sign-out/")
    return phone


@pytest.mark.parametrize("path", ["/", "/account/", "/account/sessions/", "/account/password/", CODES])
def test_without_a_second_step_every_page_leads_to_setting_it_up(pages, person, compulsory, path):
    sign_in(pages)
    assert pages.get(path).headers["Location"] == PASSKEY
    assert pages.post(path).headers["Location"] == PASSKEY


def test_where_it_is_not_compulsory_nobody_is_sent_but_anybody_may(pages, person, settings):
    settings.WAYMARK_MFA_REQUIRED = False
    sign_in(pages)
    assert pages.open("/account/").heading == "Your account"
    assert "Set up an app" in pages.open("/account/second-step/").text
    phone = set_up_app(pages, person)
    pages.post("/account/sign-out/")
    assert sign_in(pages).response.headers["Location"] == CODE
    pages.fill(CODE, code=phone.code(1))
    assert pages.open("/account/").heading == "Your account"


def test_setting_up_shows_a_picture_and_a_key_and_wants_a_first_code(pages, person, compulsory):
    sign_in(pages)
    page = pages.open(SET_UP)
    assert page.tree.xpath("//*[@role='img']/*[local-name()='svg']")
    assert pages.send(SET_UP, page.form() | {"code": "000000"}, status=200).errors
    assert not Authenticator.objects.exists()


def test_after_setting_up_recovery_codes_are_shown_once(pages, person, compulsory):
    sign_in(pages)
    page = pages.open(SET_UP)
    from waymark.foundation.accounts.tests.conftest import Phone

    phone = Phone("".join(page.tree.xpath("//*[contains(@class, 'wm-key')]")[0].text_content().split()))
    sent = pages.send(SET_UP, page.form() | {"code": phone.code()})
    assert sent.response.headers["Location"] == CODES
    assert len(pages.open(CODES).tree.xpath("//ol[contains(@class, 'wm-codes')]/li")) == 10
    assert not pages.open(CODES).tree.xpath("//ol[contains(@class, 'wm-codes')]/li")
    assert pages.open("/account/").heading == "Your account"


def test_the_password_alone_opens_nothing(pages, with_app):
    assert sign_in(pages).response.headers["Location"] == CODE
    assert "_auth_user_id" not in pages.session
    assert pages.get("/account/").headers["Location"].startswith(SIGN_IN)


def test_the_code_page_is_for_those_half_way_only(pages, person):
    assert pages.get(CODE).headers["Location"] == SIGN_IN


def test_a_code_signs_in_once(pages, with_app):
    sign_in(pages)
    code = with_app.code(1)
    spaced = f"{code[:3]} {code[3:]}"
    assert pages.fill(CODE, code=spaced).response.headers["Location"] == "/"
    pages.post("/account/sign-out/")
    sign_in(pages)
    assert pages.fill(CODE, status=200, code=code).errors


def test_wrong_codes_are_counted(pages, with_app):
    sign_in(pages)
    for _ in range(5):
        assert "not right" in pages.fill(CODE, status=200, code="000000").errors[0]
    assert "too many" in pages.fill(CODE, status=200, code=with_app.code(1)).errors[0]


def test_a_recovery_code_signs_in_once(pages, with_app):
    assert len(set(with_app.codes)) == 10
    sign_in(pages)
    pages.fill(CODE, code=with_app.codes[0])
    assert "You have 9 recovery codes left." in pages.open("/account/second-step/").text
    pages.post("/account/sign-out/")
    sign_in(pages)
    assert pages.fill(CODE, status=200, code=with_app.codes[0]).errors


def test_a_session_from_before_the_second_step_ends(client, pages, person, compulsory):
    from tests.pages import Pages

    older = Pages()
    sign_in(older)
    sign_in(pages)
    set_up_app(pages, person)
    assert older.get("/account/").headers["Location"].startswith(SIGN_IN)


def test_a_session_that_showed_no_second_factor_ends_even_if_it_was_missed(
    pages, person, compulsory, settings
):
    pages.sign_in(person)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={})
    assert pages.get("/account/").headers["Location"] == SIGN_IN
    assert "_auth_user_id" not in pages.session


def test_removing_the_app_leads_to_setting_up_a_new_one_and_ends_other_sessions(pages, with_app, person):
    from tests.pages import Pages

    elsewhere = Pages()
    sign_in(elsewhere)
    elsewhere.fill(CODE, code=with_app.codes[1])
    sign_in(pages)
    pages.fill(CODE, code=with_app.code(1))
    pages.fill("/account/second-step/app/remove/")
    assert not Authenticator.objects.filter(user=person).exists()
    assert pages.get("/account/").headers["Location"] == PASSKEY
    assert elsewhere.get("/account/").headers["Location"].startswith(SIGN_IN)


def test_new_recovery_codes_replace_the_old_ones(pages, with_app):
    sign_in(pages)
    pages.fill(CODE, code=with_app.code(1))
    pages.fill("/account/second-step/codes/new/")
    fresh = pages.open(CODES).tree.xpath("//ol[contains(@class, 'wm-codes')]/li/text()")
    assert len(fresh) == 10 and not set(fresh) & set(with_app.codes)


def test_a_code_is_asked_again_when_the_sign_in_is_old_and_the_password_does_not_do(
    pages, with_app, settings
):
    sign_in(pages)
    pages.fill(CODE, code=with_app.code(1))
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
    answer = pages.get("/account/second-step/app/remove/")
    assert answer.headers["Location"].startswith("/account/check/code/")
    assert pages.get("/account/check/").headers["Location"].startswith("/account/check/code/")
    settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
    assert "not right" in pages.fill(answer.headers["Location"], status=200, code="000000").errors[0]


def test_secrets_are_unreadable_in_the_database(pages, person, compulsory):
    sign_in(pages)
    phone = set_up_app(pages, person)
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert phone.secret not in kept
    assert not any(code in kept for code in pages.open(CODES).tree.xpath("//ol/li/text()"))


def test_an_altered_secret_is_refused(pages, person):
    from cryptography.fernet import InvalidToken

    from waymark.foundation.accounts import sealing

    sealed = sealing.seal("a secret")
    assert sealing.unseal(sealed) == "a secret"
    with pytest.raises(InvalidToken):
        sealing.unseal(sealed[:-2] + "AA")


def test_secrets_stay_readable_when_the_key_is_changed(settings):
    from cryptography.fernet import InvalidToken

    from waymark.foundation.accounts import sealing

    sealed = sealing.seal("a secret")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "another key" * 6, [settings.SECRET_KEY]
    assert sealing.unseal(sealed) == "a secret"
    settings.SECRET_KEY_FALLBACKS = []
    with pytest.raises(InvalidToken):
        sealing.unseal(sealed)


@pytest.mark.parametrize("wall", [True, False])
def test_secrets_of_second_steps_come_from_the_operating_system(monkeypatch, wall):
    """What anybody can foresee who knows the state of Python’s own chance is no secret."""
    if not wall:
        monkeypatch.setattr("secrets.token_bytes", random.randbytes)
    made = set()
    for _each in range(3):
        random.seed(51)
        made.add(generate_totp_secret())
    assert len(made) == (3 if wall else 1)
