"""Nobody learns from an answer whether an address has an account: the same words, queries and (as a ratio) time."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test.utils import CaptureQueriesContext

from waymark.foundation.accounts import backends
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN
from waymark.foundation.kernel import clock

KNOWN, UNKNOWN, DISABLED = "holder@council.example", "nobody@council.example", "gone@council.example"
RESET = "/account/new-password/"
# How far the medians may lie apart. A hash that is left out for unknown addresses makes it more than 3.
RATIO = 1.6


@pytest.fixture
def three(person: User) -> list[str]:
    gone = User.objects.create_user(DISABLED, PASSWORD, full_name="Gone Away")
    User.objects.filter(pk=gone.pk).update(is_active=False, disabled_at=clock.now())
    return [KNOWN, UNKNOWN, DISABLED]


def answer(pages: Any, path: str, **fields: str) -> tuple[int, str, str, int]:
    form = pages.open(path).form() | fields
    form.pop("_action")
    with CaptureQueriesContext(connection) as caught:
        response = pages.post(path, form)
    text = response.content.decode()
    for each in (KNOWN, UNKNOWN, DISABLED):
        text = text.replace(each, "ADDRESS")
    body = text.split("<main")[-1].split("</main>")[0]
    words = " ".join(word for word in body.split() if "value=" not in word)
    queries = [query for query in caught if "accounts_cache" not in query["sql"]]
    return response.status_code, response.headers.get("Location", ""), words, len(queries)


def test_sign_in_answers_all_alike(pages, three):
    answers = [answer(pages, SIGN_IN, login=each, password="not the password at all") for each in three]
    assert answers[0] == answers[1] == answers[2]


def test_asking_for_a_new_password_answers_all_alike(pages, three):
    answers = [answer(pages, RESET, email=each)[:3] for each in three]
    assert answers[0] == answers[1] == answers[2]
    assert answers[0][:2] == (302, "/account/new-password/sent/")


def test_a_forged_invitation_answers_like_any_other(pages, three):
    answers = [pages.get(f"/account/invitation/{each}{'x' * 43}/") for each in "abc"]
    assert {
        (each.status_code, each.content.decode().split("<main")[1].split("</main>")[0]) for each in answers
    } == {(404, answers[0].content.decode().split("<main")[1].split("</main>")[0])}


def medians(ask: Callable[[str], None], addresses: list[str]) -> dict[str, float]:
    """The middle time of each, asked by turns so that a busy machine slows all alike."""
    times: dict[str, list[float]] = {each: [] for each in addresses}
    for _each in range(15):
        for address in addresses:
            begun = time.perf_counter()
            ask(address)
            times[address].append(time.perf_counter() - begun)
    return {address: statistics.median(found) for address, found in times.items()}


@pytest.fixture
def slow_hashes(settings: Any, three: list[str]) -> list[str]:
    """The hash of a live service: the suite’s own is quick, and would hide a difference."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    User.objects.update(password=make_password(PASSWORD))
    return three


def ask_backend(address: str) -> None:
    backends.ByPassword().authenticate(None, email=address, password="not the password at all")


def test_a_wrong_password_takes_as_long_whoever_it_is_for(slow_hashes):
    found = medians(ask_backend, slow_hashes)
    assert max(found.values()) / min(found.values()) < RATIO, found


def test_planted_without_the_hash_for_unknown_addresses_it_would_show(slow_hashes, monkeypatch):
    monkeypatch.setattr(User, "set_password", lambda self, raw: None)
    found = medians(ask_backend, slow_hashes)
    assert max(found.values()) / min(found.values()) > RATIO, found
