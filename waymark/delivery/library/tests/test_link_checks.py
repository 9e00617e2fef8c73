"""Links are asked only where the settings name their host, at a public address, without following it elsewhere."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import urlsplit

import pytest
from django.urls import reverse
from urllib3.exceptions import HTTPError

from waymark.delivery.library import link_checks
from waymark.delivery.library.actions import checking, resources
from waymark.delivery.library.models import LinkState, Resource
from waymark.delivery.training.tests.test_pages import pages
from waymark.settings import base

from .holding import LINK, added, for_partners, said, taken_out
from .test_resources import main

HOST = "www.guidance.example"
PUBLIC_ADDRESS = "93.184.215.14"


class Site(BaseHTTPRequestHandler):
    asked: list[tuple[str, str]] = []

    def do_GET(self) -> None:
        self.asked.append((self.headers["Host"], self.path))
        self.send_response(302 if self.path == "/moved" else 200)
        self.send_header("Location", "http://127.0.0.1/inside")
        self.end_headers()

    def log_message(self, *_given: object) -> None:
        """Says nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """Of a site on this machine, that keeps what it was asked."""
    Site.asked = []
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def site(settings, monkeypatch):
    """What the one allowed host answers, by path; how often it was asked."""
    settings.WAYMARK_FETCH_HOSTS = [HOST]
    answers: dict[str, tuple[int, str] | Exception] = {}
    asked: list[str] = []

    def ask(parts, address):
        assert address == PUBLIC_ADDRESS
        asked.append(parts.path)
        found = answers.get(parts.path, (200, ""))
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr(link_checks, "ask", ask)
    at(monkeypatch, PUBLIC_ADDRESS)
    return answers, asked


def at(monkeypatch, *addresses: str) -> None:
    """The host is looked up there."""
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *given, **more: found)


def test_it_is_off_unless_the_settings_name_hosts(cast, monkeypatch):
    held = added(cast.here)
    monkeypatch.setattr(link_checks, "look", lambda link: pytest.fail("asked"))
    assert base.WAYMARK_FETCH_HOSTS == [] and not link_checks.is_on()
    assert link_checks.allowed(LINK) is None and checking.everywhere() == 0
    page = main(pages(cast.here.officer).open(reverse("library:resource", args=[held.reference])))
    assert "Not checked" in page and "Links are not checked by themselves here" in page


@pytest.mark.parametrize(
    "link",
    [
        "https://other.example/", f"https://{HOST}.other.example/", f"https://{HOST}:8443/", f"ftp://{HOST}/",
        f"https://somebody@{HOST}/", f"https://{HOST}:x/", "https://[::1/", f"http://{HOST}:443/", "",
    ],
)  # fmt: skip
def test_no_other_host_port_or_scheme_is_asked(site, link):
    assert link_checks.look(link) is None and site[1] == []


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.9", "169.254.169.254", "100.64.0.1", "::1", "fd00::1",
     "fe80::1", "::ffff:10.0.0.1", "224.0.0.1"],
)  # fmt: skip
def test_no_address_inside_is_asked_even_beside_a_public_one(site, monkeypatch, address):
    at(monkeypatch, PUBLIC_ADDRESS, address)
    assert link_checks.look(LINK) is None and site[1] == []


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ((200, ""), LinkState.ANSWERED), ((404, ""), LinkState.SILENT), ((503, ""), LinkState.SILENT),
        (HTTPError("late"), LinkState.SILENT), (OSError("no"), LinkState.SILENT),
        ((302, "https://other.example/"), LinkState.ELSEWHERE), ((301, "http://127.0.0.1/"), LinkState.ELSEWHERE),
        ((301, f"https://{HOST}:22/"), LinkState.ELSEWHERE), ((301, "file:///etc/passwd"), LinkState.ELSEWHERE),
        ((302, "/new"), LinkState.ANSWERED), ((302, "/prevent"), LinkState.SILENT), ((304, ""), LinkState.ANSWERED),
    ],
)  # fmt: skip
def test_what_comes_of_asking(site, answer, state):
    site[0]["/prevent"] = answer
    assert link_checks.look(LINK.upper().replace("PREVENT", "prevent")) == state
    assert len(site[1]) <= link_checks.MOST_MOVES + 1


def test_a_host_that_nobody_finds_did_not_answer(site, monkeypatch):
    def nobody(*_given, **_more):
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert link_checks.look(LINK) == LinkState.SILENT


def test_it_asks_at_the_address_under_the_name_and_follows_nothing_by_itself(port):
    asked = urlsplit(f"http://{HOST}:{port}/moved?a=b")
    status, there = link_checks.ask(asked, "127.0.0.1")
    assert (status, Site.asked) == (200, [(HOST, "/moved?a=b")]) and there == "http://127.0.0.1/inside"
    assert link_checks.ask(urlsplit(f"http://{HOST}:{port}/moved"), "127.0.0.1")[0] == 302
    with pytest.raises((HTTPError, OSError)):
        link_checks.ask(urlsplit(f"https://{HOST}:{port}/"), "127.0.0.1")


def test_each_listed_link_is_noted_and_a_form_that_is_open_stays_good(cast, site):
    held, silent = added(cast.here), added(cast.here, link=f"https://{HOST}/gone")
    away, _lesson, gone = (
        added(cast.here, link="https://other.example/"),
        for_partners(cast.here),
        taken_out(cast.here),
    )
    site[0]["/gone"] = (410, "")
    assert checking.everywhere() == 2
    with cast.here.acting("officer"):
        states = dict(Resource.objects.values_list("pk", "link_state"))
        assert (states[held.pk], states[silent.pk]) == ("answered", "silent")
        assert (states[away.pk], states[gone.pk]) == ("", "")
        assert Resource.objects.get(pk=held.pk).version == held.version
    page = main(pages(cast.here.officer).open(reverse("library:resource", args=[silent.reference])))
    assert "It did not answer on" in page and "not checked by themselves" not in page


def test_a_link_that_changed_meanwhile_is_not_noted(cast, site, monkeypatch):
    held = added(cast.here)

    def changing(link):
        with cast.here.acting("officer") as by:
            resources.change(
                by=by, resource=held, version=held.version, said=said(cast.here, link=f"{LINK}/new")
            )
        return LinkState.ANSWERED

    monkeypatch.setattr(link_checks, "look", changing)
    checking.everywhere()
    with cast.here.acting("officer"):
        assert Resource.objects.get().link_state == ""
