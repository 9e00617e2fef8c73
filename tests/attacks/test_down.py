"""What the service leans on is down: a plain page that keeps what was typed, nothing half done, nothing open."""

from __future__ import annotations

import logging
import smtplib
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import pytest
from django.core.mail.backends.filebased import EmailBackend as Files
from django.db import InterfaceError, OperationalError, connection, connections
from django.test import Client
from django.urls import reverse
from lxml import html

from tests.cast import Cast
from waymark.foundation.access.models import OnceToken
from waymark.foundation.outbox import queries
from waymark.foundation.outbox.actions import sending as letters
from waymark.foundation.outbox.models import Message
from waymark.pathway.concerns.models import Enquiry, Submission
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.models import Referral

BACKEND = "waymark.foundation.accounts.backends.ByPassword"
ASK = "/referrals/advice/ask/"
TYPED = "Oddfellow said: “<b>&amp; 7*7</b>”\nin the corridor."


@contextmanager
def stopped(problem: Exception):
    """No connection can be made, as when the server is stopped."""
    connection.close()
    with mock.patch.object(type(connections["default"]), "get_new_connection", side_effect=problem):
        yield
    connection.close()


class Breaks:
    """The server goes away at the statement that holds `word`, and stays away for this connection."""

    def __init__(self, word: str) -> None:
        self.word, self.broken = word, False

    def __call__(self, execute, sql, params, many, context):
        if not self.broken and self.word in str(sql):
            self.broken = True
            connection.connection.close()
        if self.broken:
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, params, many, context)


def is_plain(answer) -> object:
    """A 503 page in plain words, that tells nothing of how the service is made; its tree."""
    assert answer.status_code == 503
    body = answer.content.decode()
    for told in (
        "Traceback",
        "psycopg",
        "OperationalError",
        "server closed",
        "SELECT",
        "site-packages",
        "postgres",
    ):
        assert told not in body, told
    assert "no-store" in answer.headers["Cache-Control"]
    tree = html.fromstring(body)
    assert len(tree.xpath("//h1")) == 1 and tree.xpath("//title")[0].text.strip()
    return tree


def kept(tree) -> dict[str, str]:
    form = tree.xpath("//form[@method='post']")[0]
    return {field.get("name"): field.get("value") for field in form.xpath(".//input")} | {
        "_to": form.get("action")
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "problem", [OperationalError("x"), InterfaceError("x")], ids=["operational", "interface"]
)
def test_a_stopped_database_is_a_plain_page_that_keeps_what_was_typed(committed, nurse, problem, caplog):
    with stopped(problem):
        caplog.set_level(logging.DEBUG)
        form = {"question": TYPED, "once": "7d5e1b4e-6c1c-4a43-9a4e-000000000001", "names": ["yes"]}
        tree = is_plain(nurse.post(ASK, form))
        held = kept(tree)
        assert held["question"].replace("\r\n", "\n") == TYPED and held["once"] == form["once"]
        assert held["_to"] == ASK and held["names"] == "yes"
        elsewhere = kept(is_plain(nurse.post("/", {"a": "b"}, PATH_INFO="//evil.example/")))
        assert not elsewhere["_to"].startswith("//")
        for address in ("/", "/my-day/", ASK, "/referrals/triage/", "/account/sign-in/"):
            assert nurse.get(address).status_code in (200, 503), address
        is_plain(nurse.get("/my-day/"))
        assert nurse.get("/health").status_code == 503
        signing_in = nurse.post(
            "/account/sign-in/", {"login": "a@b.example", "password": "Sesame-Sesame-Sesame"}
        )
        assert signing_in.status_code == 503 and b"Sesame-Sesame" not in signing_in.content
        assert "Oddfellow" not in caplog.text and "Sesame-Sesame" not in caplog.text
    # The database is back: the kept form is sent again as it is, and is one enquiry.
    held.pop("_to")
    for _time in range(2):
        sent = nurse.post(ASK, held | {"name": "N", "because": "B"})
        assert sent.status_code == 302
    with committed.here.acting("nurse"):
        assert Enquiry.objects.get().question.replace("\r\n", "\n") == TYPED


WORDS = ("access_oncetoken", "concerns_enquiry", "ledger.note_deed", "UPDATE access_oncetoken")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("word", WORDS)
def test_a_database_that_stops_in_the_middle_leaves_nothing_half_done(committed, nurse, word):
    form = {"question": TYPED, "once": "7d5e1b4e-6c1c-4a43-9a4e-000000000002"}
    breaks = Breaks(word)
    with connection.execute_wrapper(breaks):
        answer = nurse.post(ASK, form)
    assert breaks.broken
    assert kept(is_plain(answer))["question"].replace("\r\n", "\n") == TYPED
    connection.close()
    with committed.here.acting("nurse"):
        assert not Enquiry.objects.exists()
    assert not OnceToken.objects.exists()
    assert nurse.post(ASK, form).status_code == 302
    with committed.here.acting("nurse"):
        assert Enquiry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "word", ['INSERT INTO "referrals_referral"', 'INSERT INTO "people_person"', "outbox_message"]
)
def test_a_referral_is_sent_whole_or_not_at_all(committed, nurse, word):
    with committed.here.acting("nurse") as by:
        draft = form_walks.whole(by)
    url = reverse("concerns:draft-check", args=[draft.pk])
    breaks = Breaks(word)
    with connection.execute_wrapper(breaks):
        is_plain(nurse.post(url, {"once": "7d5e1b4e-6c1c-4a43-9a4e-000000000003"}))
    assert breaks.broken
    connection.close()
    with committed.here.acting("nurse"):
        assert not Submission.objects.exists()
    with committed.here.acting("lead"):
        assert not Referral.objects.exists()
    assert nurse.post(url, {"once": "7d5e1b4e-6c1c-4a43-9a4e-000000000003"}).status_code == 302
    with committed.here.acting("lead"):
        assert Referral.objects.count() == 1


class Down(Files):
    """A mail server that fails as told."""

    problem: Exception = ConnectionRefusedError("somebody@clinic.example")

    def __init__(self, *args, **kwargs):
        kwargs["file_path"] = "/tmp"
        super().__init__(*args, **kwargs)

    def send_messages(self, messages):
        raise self.problem


FAULTS = (
    ConnectionRefusedError("somebody@clinic.example"),
    TimeoutError("somebody@clinic.example"),
    smtplib.SMTPServerDisconnected("somebody@clinic.example"),
    PermissionError(13, "Permission denied", "/somebody@clinic.example"),
    OSError(28, "No space left on device"),
)


@pytest.mark.django_db
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
def test_mail_down_is_queued_and_shown_and_stops_no_referral(
    fault, settings, everything, monkeypatch, caplog
):
    cast, client = Cast(), Client()
    cast.here.user("lead"), cast.here.user("officer")
    settings.EMAIL_BACKEND = f"{Down.__module__}.Down"
    monkeypatch.setattr(Down, "problem", fault)
    with cast.here.acting("nurse") as by:
        draft = form_walks.whole(by)
    client.force_login(cast.here.nurse, backend=BACKEND)
    assert client.post(reverse("concerns:draft-check", args=[draft.pk])).status_code == 302
    with everything():
        waiting = list(Message.objects.values_list("pk", "authority_id"))
    assert waiting
    assert not any(letters.send(key, authority) for key, authority in waiting)
    with everything():
        assert set(Message.objects.values_list("state", flat=True)) == {"failed"}
        assert {m.last_error for m in Message.objects.all()} == {type(fault).__name__}
    assert queries.health().mail == "down"
    assert "somebody@clinic" not in caplog.text
    client.force_login(cast.here.administrator, backend=BACKEND)
    shown = html.fromstring(client.get("/messages/").content.decode()).xpath("string(//main)")
    assert type(fault).__name__ in shown and "somebody@clinic" not in shown
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with everything():
        Message.objects.update(next_try_at=Message.objects.first().queued_at)
    assert all(letters.send(key, authority) for key, authority in waiting)
    assert queries.health().mail == "working"


@pytest.mark.django_db
def test_a_mail_folder_that_cannot_be_written_keeps_the_letter(settings, everything, tmp_path: Path):
    """The folder’s place is taken by a file: nobody can write there, not even root."""
    cast = Cast()
    cast.here.user("lead")
    blocked = tmp_path / "post"
    blocked.write_text("not a folder")
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(blocked)
    with cast.here.acting("nurse") as by:
        form_walks.sent(by)
    with everything():
        key, authority = Message.objects.values_list("pk", "authority_id").first()
    assert letters.send(key, authority) is False
    with everything():
        assert Message.objects.get(pk=key).state == "failed"
