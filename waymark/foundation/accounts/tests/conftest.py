"""People with accounts, the codes of an authenticator app, and the letters that were written."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.core import mail
from django.db import connection, transaction

from waymark.foundation.accounts import demo_signin, mailing
from waymark.foundation.accounts.models import User

PASSWORD = "four quiet otters swim"
OTHER_PASSWORD = "seven loud herons wade"
SIGN_IN = "/account/sign-in/"


@pytest.fixture(autouse=True)
def _sent_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests stand on the accounts’ own floor: letters are sent by it, not kept by the outbox above."""
    monkeypatch.setattr(mailing, "_deliver", [mailing.send_after_commit])


@pytest.fixture
def person(db: None) -> User:
    """Somebody with an account and a password."""
    return User.objects.create_user("holder@council.example", PASSWORD, full_name="Account Holder")


@dataclass
class Phone:
    """An authenticator app: RFC 6238 written again, so that the tests do not ask the code they test."""

    secret: str

    def code(self, steps: int = 0) -> str:
        """The code of now, or of `steps` half minutes later (a code works once only)."""
        key = base64.b32decode(self.secret)
        digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30 + steps), hashlib.sha1)
        start = digest[-1] & 15
        return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.fixture
def letters(django_capture_on_commit_callbacks: Any) -> Callable[[], Any]:
    """`with letters() as written:` commits what happens inside; `written` then holds the letters."""

    @contextmanager
    def commit() -> Iterator[list[Any]]:
        mail.outbox.clear()
        with django_capture_on_commit_callbacks(execute=True):
            yield mail.outbox

    return commit


@dataclass(frozen=True)
class Administrator:
    """A doer for actions: what access makes of a signed-in administrator."""

    user_id: Any

    @property
    def ledger_name(self) -> str:
        return f"user:{self.user_id}"

    def does(self, action: Callable[..., Any], **given: Any) -> Any:
        """Call an action as this person, in the database context that goes with it."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('waymark.actor', %s, true)", [self.ledger_name])
            return action(by=self, **given)


@pytest.fixture
def administrator(db: None) -> Administrator:
    """Somebody else who acts."""
    user = User.objects.create_user("admin@council.example", PASSWORD, full_name="Administering Person")
    return Administrator(user.pk)


@pytest.fixture
def offered() -> Iterator[dict[str, Any]]:
    """The register of the demonstration, empty, and put back afterwards."""
    before = dict(demo_signin._offers)
    demo_signin._offers.clear()
    yield demo_signin._offers
    demo_signin._offers.clear()
    demo_signin._offers.update(before)


def sign_in(pages: Any, email: str = "holder@council.example", password: str = PASSWORD, **more: Any) -> Any:
    """Fill in the sign-in page as a browser would."""
    return pages.fill(SIGN_IN, login=email, password=password, **more)


def set_up_app(pages: Any, user: User) -> Phone:
    """Set up an app for whoever is signed in, by the page; returns the phone that holds it."""
    page = pages.open("/account/second-step/app/")
    phone = Phone(re.sub(r"\s", "", page.tree.xpath("//*[contains(@class, 'wm-key')]")[0].text_content()))
    pages.send("/account/second-step/app/", page.form() | {"code": phone.code()})
    return phone
