"""What every answer of every route carries, whoever asks and whatever the address holds."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from tests.gates.routed import every_route
from waymark.foundation.kernel.references import Letter, new_reference

BACKEND = "waymark.foundation.accounts.backends.ByPassword"
ANYBODY_KEEPS = {"interface:brand"}  # the council’s colour
EXACT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
TORTURE = {
    "right to left": "\u202efdp.exe",
    "no width": "R-\u200b7K2M9\u200d-QXD4C",
    "picture": "👩‍👩‍👧‍👦",
    "two lines": "R-1\r\nSet-Cookie: taken=1",
    "zalgo": "e" + "\u0301" * 300,
    "long": "R-" + "A" * 4000,
    "percent": "%00%2e%2e%2f",
    "letters that fold": "ﬀİıſK",
}


ONE_OF_A_FEW = {"language": "en", "ending": "csv", "which": "never"}


def values(path: str) -> dict[str, object]:
    """Something of the right shape for each parameter of a route; of a record that is not there."""
    found: dict[str, object] = {}
    for kind, name in re.findall(r"<(\w+:)?(\w+)>", path):
        shapes = {"uuid:": "11111111-1111-4111-8111-111111111111", "int:": 7, "slug:": "nothing"}
        found[name] = shapes.get(kind, new_reference(Letter.REFERRAL))
    found |= {name: word for name, word in ONE_OF_A_FEW.items() if name in found}
    if "uidb36" in found:
        found |= {"uidb36": "0", "key": "nothing"}
    return found


def faults(answer) -> list[str]:
    """What an answer lacks, in words."""
    told = [name for name, value in EXACT.items() if answer.headers.get(name) != value]
    policy = answer.headers.get("Content-Security-Policy", "")
    told += [word for word in ("default-src", "frame-ancestors 'none'") if word not in policy]
    told += ["unsafe-inline"] if "unsafe" in policy else []
    told += [
        name for name in ("Server", "X-Powered-By", "Access-Control-Allow-Origin") if name in answer.headers
    ]
    if "no-store" not in answer.headers.get("Cache-Control", ""):
        told.append("no-store")
    kind = answer.headers.get("Content-Type", "")
    if answer.content and kind.startswith("text/") and "charset=utf-8" not in kind:
        told.append("charset")
    return told


def test_every_answer_carries_its_headers(cast):
    wrong, asked = {}, 0
    for user in (None, cast.here.officer, cast.here.administrator):
        client = Client(raise_request_exception=False)
        if user:
            client.force_login(user, backend=BACKEND)
        for name, path in every_route():
            if name in ANYBODY_KEEPS or name.startswith(("health", "ready", "metrics", "static")):
                continue
            answer = client.get(reverse(name, kwargs=values(path)))
            asked += 1
            lacks = faults(answer)
            if answer.status_code >= 500:
                lacks.append(str(answer.status_code))
            if lacks:
                wrong[name, user and user.email] = lacks
    assert wrong == {}
    assert asked > 200, "the walk was about nothing"


def test_planted_an_answer_without_headers_is_found(settings, cast):
    settings.MIDDLEWARE = [one for one in settings.MIDDLEWARE if "PageHeaders" not in one]
    assert {"no-store", "Cross-Origin-Resource-Policy"} <= set(faults(Client().get("/help/")))


def test_each_cookie_keeps_to_this_site(cast):
    client = Client()
    client.get("/account/sign-in/"), client.get("/language/cy", {"next": "/"})
    client.force_login(cast.here.officer, backend=BACKEND)
    client.get("/my-day/")
    assert len(client.cookies) >= 2
    for name, cookie in client.cookies.items():
        assert cookie["samesite"] in ("Lax", "Strict"), f"{name} goes to other sites"
        assert len(cookie.OutputString()) < 4096
        assert "language" in name or cookie["httponly"], f"{name} can be read by script"


@pytest.mark.parametrize("text", TORTURE.values(), ids=TORTURE)
def test_odd_text_in_an_address_is_no_page_and_no_fault(cast, text):
    client = Client()
    client.force_login(cast.here.officer, backend=BACKEND)
    for name in ("referrals:triage-record", "people:person", "glass:open", "glass:opening"):
        answer = client.get(reverse(name, args=["PLACE"]).replace("PLACE", _quoted(text)))
        assert answer.status_code == 404 and "taken" not in answer.cookies, name


@pytest.mark.parametrize("text", TORTURE.values(), ids=TORTURE)
def test_odd_text_as_a_reference_to_open_gets_the_sentence(cast, text):
    client = Client()
    client.force_login(cast.here.officer, backend=BACKEND)
    answer = client.post("/break-glass/find/", {"reference": text})
    assert answer.status_code == 200 and b"error-summary" in answer.content


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"])
def test_a_method_named_in_a_header_or_a_field_does_nothing(cast, header):
    client = Client()
    client.force_login(cast.here.officer, backend=BACKEND)
    assert client.get("/my-day/", headers={header: "DELETE"}).status_code == 200
    assert client.get("/my-day/?_method=DELETE").status_code == 200
    # A page that takes posts only is not reached by a GET that says it is one.
    where = reverse("home:work-for")
    assert client.get(where, headers={header: "POST"}).status_code == 405


def _quoted(text: str) -> str:
    return quote(text, safe="")
