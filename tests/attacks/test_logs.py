"""Logs of a real service hold no words of people: names are planted wherever somebody can type, and then looked for."""

from __future__ import annotations

import http.client
import json
import logging

import pytest
import structlog
from django.test import Client
from django.urls import reverse

from tests.launcher.conftest import place  # noqa: F401  (a fixture)
from tests.launcher.service import Service
from waymark.settings import logs

PLANTED = "Oddfellow"


def lines(form: str, deed) -> str:
    """What the service’s own handler would write of everything that `deed` logs."""
    config = logs.configure(form)["formatters"]["lines"]
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=config["foreign_pre_chain"], processors=config["processors"], keep_exc_info=False
    )
    written: list[str] = []

    class Kept(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(formatter.format(record))

    handler, root = Kept(), logging.getLogger()
    root.addHandler(handler)
    try:
        deed()
    finally:
        root.removeHandler(handler)
    return "\n".join(written)


def quoting() -> None:
    """Every way in which a library or our own code could quote somebody."""
    said = f"Key (email)=({PLANTED}@clinic.example) already exists"
    logging.getLogger("django.request").warning("Not Found: %s", f"/people/{PLANTED}/")
    logging.getLogger("django.security.DisallowedHost").error(f"Invalid HTTP_HOST header: {PLANTED!r}")
    try:
        raise ValueError(said)
    except ValueError:
        logging.getLogger("django.request").exception("Internal Server Error: %s", f"/x/{PLANTED}")
        logging.getLogger("psycopg.pool").warning("error: %s", said, exc_info=True)
        structlog.get_logger("waymark.outbox").warning("not sent", exc_info=True)
        structlog.get_logger("waymark.outbox").exception("not sent")


@pytest.mark.parametrize("form", ["json", "plain"])
def test_no_line_quotes_anybody_and_each_says_where_to_look(form):
    text = lines(form, quoting)
    assert PLANTED not in text
    assert "ValueError" in text and "quoting" in text and "django.request" in text
    if form == "json":
        found = [json.loads(line) for line in text.splitlines()]
        assert all({"event", "level", "timestamp", "logger"} <= set(line) for line in found)


def test_the_planted_fault_is_found_without_the_guard(monkeypatch):
    monkeypatch.setattr(logs, "foreign", lambda _logger, _method, event: event)
    assert PLANTED in lines("plain", quoting)


@pytest.mark.django_db
@pytest.mark.parametrize("wall", [True, False])
@pytest.mark.parametrize("attempt", ["not-theirs", "forged"])
def test_what_is_refused_and_what_goes_round_a_wall_is_logged(cast, settings, attempt: str, wall: bool):
    """Somebody asks for a page that is not theirs; somebody posts a form from another site. Who, where, and how it ended."""
    if not wall:
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if not name.endswith("RequestLog")]
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.here.nurse, backend="waymark.foundation.accounts.backends.ByPassword")
    ask = {"not-theirs": browser.get, "forged": browser.post}[attempt]
    route, status = {"not-theirs": ("glass:listing", 404), "forged": ("concerns:begin", 403)}[attempt]
    logging.getLogger("waymark.request").setLevel(logging.INFO)
    text = lines("json", lambda: ask(reverse(route)))
    found = [line for line in map(json.loads, text.splitlines()) if line["event"] == "request"]
    told = [(line["route"], line["status"], line["user"]) for line in found]
    assert told == ([(route, status, str(cast.here.nurse.pk))] if wall else [])


@pytest.mark.slow
def test_the_logs_of_a_running_service_hold_nothing_that_was_typed(place):  # noqa: F811
    with Service(place / "data") as service:
        service.ready(240)
        form = f"login={PLANTED}%40clinic.example&password={PLANTED}-{PLANTED}"
        asked = [
            ("GET", f"/{PLANTED}/?q={PLANTED}", "", {}),
            (
                "GET",
                f"/account/sign-in/?next=/{PLANTED}",
                "",
                {"User-Agent": PLANTED, "Referer": f"http://{PLANTED}/"},
            ),
            ("POST", "/account/sign-in/", form, {"Content-Type": "application/x-www-form-urlencoded"}),
            ("GET", "/", "", {"Host": f"{PLANTED}.example"}),
            ("DELETE", f"/people/{PLANTED}/", "", {}),
            ("GET", f"/health?{PLANTED}", "", {"X-Request-Id": PLANTED}),
        ]
        for method, address, body, headers in asked:
            connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=20)
            connection.request(method, address, body, {"Host": "localhost"} | headers)
            assert connection.getresponse().read() is not None
            connection.close()
        service.until(
            lambda: (place / "data" / "log" / "web.log").read_text().count("request_id") >= len(asked)
        )
    for path in (place / "data" / "log").iterdir():
        assert PLANTED.lower() not in path.read_text(errors="replace").lower(), path.name
    web = (place / "data" / "log" / "web.log").read_text()
    assert "account_login" in web and "status=400" in web
