"""Other people’s numbers, forged fields, forged hosts, forged sessions: refused alike, and nothing changes."""

from __future__ import annotations

import re
import uuid

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.attacks.planted import PEOPLE_OF_CAST, World
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actions.visitors import issue_link
from waymark.foundation.access.checks import routes
from waymark.foundation.access.middleware import VISITOR
from waymark.foundation.kernel.references import LETTERS, Letter, new_reference
from waymark.foundation.outbox.actions import sending as letters
from waymark.foundation.outbox.models import Message
from waymark.pathway.concerns.models import Enquiry
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Concern, Decision, Referral

pytestmark = pytest.mark.django_db

# Fields that no form has, as an attacker would guess them from the names of columns.
EXTRA = {
    "id": "11111111-1111-1111-1111-111111111111", "pk": "1", "authority": "2", "authority_id": "2",
    "grants": "forged:grant", "state": "no_further_action", "lead": "1", "lead_id": "1", "reference": "FORGED",
    "sealed_at": "2020-01-01", "received_at": "2020-01-01", "answered_by": "1", "answer_state": "done",
    "author_user": "1", "recorded_at": "2020-01-01", "salt": "0", "is_superuser": "1", "role": "prevent_lead",
}  # fmt: skip
# Tokens, the address in links, and the minute at which the session would end.
PLAIN = re.compile(
    rb'name="(csrfmiddlewaretoken|once)" value="[^"]*"|next=[^"&]*|href="[^"]*language[^"]*"|signed out at [^ ]+'
)


@pytest.fixture
def cast(world: World) -> Cast:
    """Those who play in the world: there is one cast in a file."""
    return world.cast


def sample(world: World, everything) -> dict[str, dict[str, object]]:
    """For each route with parameters, real values of the first authority’s records."""
    with everything():
        referral = Referral.objects.get(pk=world.triage.pk)
        police = Referral.objects.get(pk=world.police.pk)
        person = Person.objects.get(pk=referral.person_id)
        concern = Concern.objects.filter(referral=referral).first()
        decision = Decision.objects.first()
    row = {"draft_id": world.draft.pk, "code": "name", "place": 1}
    triage = {
        "reference": referral.reference, "concern_id": concern.pk, "need_id": uuid.uuid4(),
        "request_reference": world.request.reference, "redirect_reference": new_reference(Letter.REDIRECT),
        "decision_id": decision.pk,
    }  # fmt: skip
    assessed = triage | {"reference": police.reference, "framework_id": 1}
    found = {}
    for name, path, _view in routes():
        keys = re.findall(r"<(?:\w+:)?(\w+)>", path)
        if not keys or name.split(":")[0] not in ("people", "concerns", "referrals", "assessment", "home"):
            continue
        if name.startswith("people:"):
            values = {"reference": person.reference}
            values |= {key: uuid.uuid4() for key in ("match_id", "question_id", "link_id")}
        elif name.startswith("home:"):
            values = {"user_id": world.here.officer.pk, "membership_id": uuid.uuid4(), "kind": "referral"}
            values |= {"record_id": referral.pk}
            values |= {key: uuid.uuid4() for key in ("review_id", "line_id", "inquiry_id")}
        elif "draft_id" in keys:
            values = row | ({"draft_id": world.waiting.pk} if name == "concerns:approve" else {})
        elif "enquir" in name:
            values = {"reference": world.enquiry.reference}
        else:
            values = assessed if name.startswith("assessment:") else triage
        if "token" not in keys:
            found[name] = {key: values[key] for key in keys}
    assert len(found) > 40
    return found


def ledger(everything) -> tuple:
    """How many deeds and changes there are, but for when people were last seen."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM ledger.deed), (SELECT count(*) FROM ledger.disclosure), "
            "(SELECT count(*) FROM ledger.change WHERE relation NOT LIKE 'accounts%')"
        )
        return cursor.fetchone()


def letter_of(value: str) -> Letter:
    begins = value.partition("-")[0]
    return Letter(begins) if begins in LETTERS else Letter.REFERRAL


def forged(values: dict[str, object]) -> dict[str, object]:
    """The same parameters, of things that are not there."""
    made = {
        key: uuid.uuid4() if isinstance(value, uuid.UUID) else new_reference(letter_of(str(value)))
        for key, value in values.items()
    }
    return made | {key: values[key] for key in ("code", "place", "kind", "framework_id") if key in values}


@pytest.mark.slow
@pytest.mark.parametrize("method", ["get", "post"])
def test_not_there_and_not_yours_are_the_same_answer(world: World, everything, client, method):
    """To the other authority’s most powerful people, for every address with a parameter; and nothing changes."""
    real = sample(world, everything)
    before = ledger(everything)
    data = EXTRA | {"version": "1", "words": "x", "decision": "send", "outcome": "close", "reason": "x"}
    for who in ("lead", "administrator"):
        client.force_login(world.there.user(who))
        for name, values in real.items():
            theirs, nothing = (
                getattr(client, method)(reverse(name, kwargs=kwargs), data if method == "post" else {})
                for kwargs in (values, forged(values))
            )
            assert theirs.status_code in (404, 405), f"{who}: {name} answered {theirs.status_code}"
            assert theirs.status_code == nothing.status_code, name
            assert _plain(theirs) == _plain(nothing), name
    assert ledger(everything) == before


def _plain(answer) -> bytes:
    """The page without its tokens, its own address and the time."""
    return PLAIN.sub(b"", answer.content).replace(answer.wsgi_request.path.encode(), b"*")


@pytest.mark.slow
def test_nobody_changes_what_only_others_may_change(world: World, everything, client):
    """Every route that has a form, posted to by each person of the same authority who does not work on it."""
    real = sample(world, everything)
    before = ledger(everything)
    tried = 0
    for who in PEOPLE_OF_CAST:
        client.force_login(world.here.user(who))
        for name, values in real.items():
            if not _is_strange(who, name):
                continue
            tried += 1
            answer = client.post(
                reverse(name, kwargs=values), EXTRA | {"version": "1", "words": "x", "answer": "x"}
            )
            assert answer.status_code in (403, 404, 405), f"{who}: {name} answered {answer.status_code}"
    assert tried > 200 and ledger(everything) == before


def _is_strange(who: str, name: str) -> bool:
    """Is this person none of those whose work the page is?"""
    part = name.split(":")[1]
    if name.startswith("home:"):
        looks = {"ig_lead", "lead"} if part.startswith(("look", "review")) else set()
        return who not in {"administrator"} | looks
    if name.startswith("people:") or part in ("enquiry-answer",):
        return who not in ("officer", "second_officer", "lead")
    if part.startswith("draft"):
        return who != "nurse"
    if part == "approve":
        return who != "dsl"
    if part in ("enquiry", "enquiry-sent"):
        return who != "nurse"
    return who not in _workers(name, part)


def _workers(name: str, part: str) -> set[str]:
    if part in ("progress", "sent", "answers", "add"):
        return {"teacher", "dsl"}
    workers = {"officer", "second_officer", "lead"}
    if name.startswith("assessment:"):
        return workers | {"police"}
    return {"other_dsl", "police"} if part.startswith("triage-asked") else workers


def test_fields_that_a_form_does_not_have_are_ignored(world: World, everything, pages: Pages, cast):
    there = world.there.authority.pk
    extra = EXTRA | {
        "authority": str(there),
        "authority_id": str(there),
        "grants": f"authority:{there}:triage",
    }
    with everything():
        person = Person.objects.get(pk=Referral.objects.get(pk=world.triage.pk).person_id).reference
        reference = Referral.objects.get(pk=world.triage.pk).reference
    pages.sign_in(world.here.officer)
    for url, answers in (
        (f"/people/{person}/names/add/", {"kind": "alias", "full_name": "Other Name", "source": "School"}),
        (f"/people/{person}/addresses/add/", {"kind": "home", "lines": "2 Row", "source": "School"}),
        (
            f"/referrals/triage/{reference}/concerns/add/",
            {"words": "More", "standing": "fact", "source": "Teacher"},
        ),
        (f"/referrals/triage/{reference}/household/", {"lives_with_child": "no"}),
    ):
        pages.fill(url, **{k: v for k, v in extra.items() if k not in answers}, **answers)
    pages.sign_in(world.here.nurse)
    pages.fill("/referrals/advice/ask/", **extra, question="Forged?")
    with everything(), connection.cursor() as cursor:
        for table in ("people_personname", "people_address", "referrals_concern", "concerns_enquiry"):
            cursor.execute(
                f"SELECT count(*) FROM {table} WHERE authority_id <> %s OR grants && %s::text[] OR id = %s",
                [world.here.authority.pk, ["forged:grant", f"authority:{there}:triage"], EXTRA["id"]],
            )
            assert cursor.fetchone() == (0,), table
        referral = Referral.objects.get(pk=world.triage.pk)
        assert (referral.state, referral.reference, referral.lead_id) == (
            "triage",
            reference,
            world.here.officer.pk,
        )
        [asked] = [found for found in Enquiry.objects.all() if found.question == "Forged?"]
        assert asked.author_user_id == world.here.nurse.pk and asked.answered_at is None


VERSIONS = ("0", "-1", "999999999", "99999999999999999999", "", "x", "１", "1.0", "\x00")


def test_a_forged_version_is_stale_and_changes_nothing(world: World, everything, pages: Pages):
    with everything():
        person = Person.objects.get(pk=Referral.objects.get(pk=world.triage.pk).person_id)
    pages.sign_in(world.here.officer)
    url = f"/people/{person.reference}/name/"
    before = ledger(everything)
    form = pages.open(url).form() | {"full_name": "Somebody Else", "source": "x"}
    for version in VERSIONS:
        back = pages.send(url, form | {"version": version}, status=200)
        assert back.errors and back.form()["full_name"] == "Somebody Else", version
    # Each of those pages was a look at the record, and nothing else.
    assert ledger(everything) == before


EVIL = (
    "//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "http:///evil.example",
    "/\t/evil.example", "javascript:alert(1)", " //evil.example", "///evil.example", "https:evil.example",
    "/%09/evil.example", "//evil.example\\@testserver/", "http://testserver@evil.example/", "\x00//evil.example",
)  # fmt: skip


@pytest.mark.parametrize("where", EVIL)
def test_next_leads_nowhere_else(cast, where):
    client = Client()
    chosen = client.get("/language/cy", {"next": where})
    assert _stays(chosen["Location"]), chosen["Location"]
    user = cast.here.nurse
    user.set_password("a long enough word for this")
    user.save()
    for answer in (
        client.post(
            "/account/sign-in/",
            {"login": user.email, "password": "a long enough word for this", "next": where},
        ),
        client.post("/account/sign-out/", {"next": where}),
    ):
        assert answer.status_code in (200, 302)
        assert _stays(answer.headers.get("Location", "/")), answer["Location"]


def _stays(location: str) -> bool:
    return location.startswith("/") and not re.match(r"/[\t\r\n]*[/\\]", location)


def test_the_way_back_after_signing_in_is_one_parameter(client):
    """`?a=1&next=//evil` of a page that asks to sign in must not become a second `next`."""
    answer = client.get("/my-day/?a=1&next=https://evil.example/")
    assert answer.status_code == 302
    query = answer["Location"].split("?", 1)[1]
    assert query.count("next=") == 1 and "&" not in query


def test_a_forged_host_gets_no_page_and_into_no_letter(cast, everything, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(raise_request_exception=False)
    assert cast.here.authority.uses_waymark
    for head in (
        {"HTTP_HOST": "evil.example"},
        {"HTTP_HOST": "testserver@evil.example"},
        {"HTTP_HOST": "te st"},
    ):
        assert client.get("/", **head).status_code == 400
        assert (
            client.post("/account/new-password/", {"email": cast.here.nurse.email}, **head).status_code == 400
        )
    for head in ({"HTTP_X_FORWARDED_HOST": "evil.example"}, {"HTTP_FORWARDED": "host=evil.example"}):
        client.post("/account/new-password/", {"email": cast.here.nurse.email}, **head)
        client.post("/referrals/link/", {"email": "somebody@clinic.example"}, **head)
    with everything():
        waiting = list(Message.objects.values_list("pk", "authority_id"))
    for key, authority in waiting:
        letters.send(key, authority)
    assert len(mail.outbox) >= 2
    for letter in mail.outbox:
        assert "evil" not in letter.message().as_string()
        assert settings.WAYMARK_BASE_URL in letter.body


def test_every_form_asks_for_its_csrf_token(world: World, everything):
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.here.officer)
    before = ledger(everything)
    for name, values in sample(world, everything).items():
        for data in ({}, {"csrfmiddlewaretoken": "a" * 64}, {"csrfmiddlewaretoken": "\x00"}):
            answer = client.post(reverse(name, kwargs=values), data | {"once": str(uuid.uuid4())})
            assert answer.status_code in (403, 405), f"{name}: {answer.status_code}"
    for path in (
        "/account/sign-in/",
        "/account/sign-out/",
        "/work-for/",
        "/referrals/link/",
        "/members/invite/",
    ):
        assert client.post(path, {}).status_code in (403, 404), path
    assert ledger(everything) == before


@pytest.mark.slow
def test_other_methods_are_refused_everywhere(world: World, everything, client):
    client.force_login(world.here.officer)
    before = ledger(everything)
    addresses = [reverse(name, kwargs=values) for name, values in sample(world, everything).items()]
    for method in ("PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "PROPFIND", "OPTIONS", "X" * 50):
        for address in (
            *addresses,
            "/",
            "/my-day/",
            "/referrals/",
            "/account/sign-in/",
            "/directory/",
            "/no/such/",
        ):
            answer = client.generic(method, address)
            assert answer.status_code == 405, f"{method} {address}: {answer.status_code}"
            assert b"X" * 50 not in answer.content
    assert ledger(everything) == before


def test_a_planted_session_is_not_the_visitors_session(cast, client):
    """An attacker who set the cookie beforehand does not come in with the visitor."""
    _visitor, token = issue_link("somebody@clinic.example", cast.here.authority.pk, "en")
    attacker = Client()
    attacker.get("/referrals/link/")
    session = attacker.session
    session["planted"] = "yes"
    session.save()
    client.cookies["sessionid"] = session.session_key
    assert client.post(reverse("concerns:visitor-link", args=[token])).status_code == 302
    assert client.cookies["sessionid"].value != session.session_key
    assert "planted" not in client.session
    attacker.cookies["sessionid"] = session.session_key
    assert VISITOR not in attacker.session
    assert attacker.get("/referrals/mine/").status_code == 302


def test_a_link_used_while_signed_in_signs_the_other_out(cast, client):
    client.force_login(cast.here.lead)
    _visitor, token = issue_link("somebody@clinic.example", cast.here.authority.pk, "en")
    client.post(reverse("concerns:visitor-link", args=[token]))
    assert client.get("/my-day/").status_code == 302


@pytest.mark.parametrize("value", ["", "forged", "1" * 32, "../../x", "a" * 8000])
def test_a_forged_session_is_nobody(cast, value):
    client = Client()
    client.cookies["sessionid"] = value
    assert client.get("/my-day/").status_code == 302
    client.cookies["django_language"] = value
    assert client.get("/help/").status_code == 200


def test_a_session_that_was_tampered_with_is_nobody(cast, client):
    """What a session holds is signed: swapped or changed in the table, it is an empty one."""
    client.force_login(cast.here.lead)
    other = Client()
    other.force_login(cast.there.lead)
    held = Session.objects.get(pk=client.session.session_key)
    for forged in (held.session_data[:-3] + "abc", "", "\u202e", held.session_data.split(":")[0] + ":x:y"):
        Session.objects.filter(pk=held.pk).update(session_data=forged)
        assert client.get("/my-day/").status_code == 302
        client.cookies["sessionid"] = held.pk
    assert other.get("/my-day/").status_code == 200


def test_a_parameter_given_twice_does_not_slip_past_its_check(world: World, everything, client):
    """Of two values the one that is checked is the one that is used."""
    client.force_login(world.here.nurse)
    token = str(uuid.uuid4())
    body = f"once={token}&once={uuid.uuid4()}&question=&question=Second&names=&names=yes"
    answer = client.post("/referrals/advice/ask/", body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code in (200, 302)
    with everything():
        assert not Enquiry.objects.filter(names_someone=True).exclude(pk=world.enquiry.pk).exists()
    there = world.there.organisation("school").pk
    mine = world.here.organisation("school").pk
    client.force_login(world.here.teacher)
    for body in (f"organisation={mine}&organisation={there}", f"organisation={there}&organisation={mine}"):
        client.post("/work-for/", body, content_type="application/x-www-form-urlencoded")
        assert client.session.get("organisation") in (None, mine)
