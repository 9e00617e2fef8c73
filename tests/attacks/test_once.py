"""The same form sent many times, at once and later, by its owner and by others: one effect, one answer."""

from __future__ import annotations

import re
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.attacks.planted import IN_TRIAGE
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actions.visitors import issue_link
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import OnceToken, VisitorLink
from waymark.pathway.concerns.models import AddedInformation, Draft, Enquiry, Submission
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.models import Referral

BACKEND = "waymark.foundation.accounts.backends.ByPassword"
ASK = "/referrals/advice/ask/"


def at_once(times: int, act):
    """What `act(number)` gives in so many threads that all start together, each with its own connection."""
    gate = threading.Barrier(times)

    def run(number: int):
        try:
            gate.wait(20)
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(run, range(times)))


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


def same_session(client: Client) -> Client:
    other = Client()
    other.cookies = client.cookies
    return other


@pytest.fixture
def cast(transactional_db) -> Cast:
    made = Cast()
    made.here.user("lead"), made.here.user("officer")
    return made


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("times", [2, 7, 20])
def test_one_enquiry_however_often_the_form_is_sent_at_once(cast, times):
    nurse = signed_in(cast.here.nurse)
    nurse.get("/my-day/")
    form = {"once": str(uuid.uuid4()), "question": "What should I look for?"}
    answers = at_once(times, lambda _n: same_session(nurse).post(ASK, form))
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    with cast.here.acting("nurse"):
        [made] = Enquiry.objects.all()
    assert made.reference in answers[0]["Location"]
    later = nurse.post(ASK, form)
    assert later["Location"] == answers[0]["Location"]
    with cast.here.acting("nurse"):
        assert Enquiry.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_referral_when_the_check_page_is_sent_at_once_with_different_tokens(cast):
    """Two windows have two tokens: the deed itself must not happen twice."""
    with cast.here.acting("nurse") as by:
        draft = form_walks.whole(by, **IN_TRIAGE.answers())
    nurse = signed_in(cast.here.nurse)
    url = reverse("concerns:draft-check", args=[draft.pk])
    answers = at_once(8, lambda _n: same_session(nurse).post(url, {"once": str(uuid.uuid4())}))
    assert {answer.status_code for answer in answers} == {302}
    assert len({answer["Location"] for answer in answers}) == 1
    with cast.here.acting("nurse"):
        assert Submission.objects.count() == 1
    with cast.here.acting("officer"):
        assert Referral.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_person_takes_a_referral_that_two_want(cast):
    with cast.here.acting("nurse") as by:
        reference = form_walks.sent(by).reference
    clients = [signed_in(cast.here.officer), signed_in(cast.here.second_officer)]
    url = reverse("referrals:triage-take", args=[reference])
    forms = [Pages.open(_pages(client), _record(reference)).form() for client in clients]
    answers = at_once(2, lambda n: clients[n].post(url, forms[n]))
    assert sorted(answer.status_code for answer in answers) in ([302, 403], [200, 302])
    with cast.here.acting("officer"):
        lead = Referral.objects.get().lead_id
    winner = next(n for n, answer in enumerate(answers) if answer.status_code == 302)
    assert lead == [cast.here.officer.pk, cast.here.second_officer.pk][winner]


def _record(reference: str) -> str:
    return reverse("referrals:triage-record", args=[reference])


def _pages(client: Client) -> Pages:
    pages = Pages()
    pages.cookies = client.cookies
    return pages


@pytest.mark.django_db(transaction=True)
def test_a_visitors_link_lets_one_of_many_in(cast):
    authority = cast.here.authority.pk
    _visitor, token = issue_link("somebody@clinic.example", authority, "en")
    url = reverse("concerns:visitor-link", args=[token])
    for _look in range(3):
        assert Client().get(url).status_code == 200
        assert Client().head(url).status_code == 200
    assert VisitorLink.objects.get().used_at is None
    answers = at_once(6, lambda _n: Client().post(url, {"once": str(uuid.uuid4())}))
    assert sorted(answer.status_code for answer in answers) == [302, 403, 403, 403, 403, 403]


@pytest.mark.django_db
def test_a_token_of_somebody_else_does_nothing_and_tells_nothing(client):
    cast = Cast()
    cast.here.user("lead")
    form = {"once": str(uuid.uuid4()), "question": "Mine"}
    client.force_login(cast.here.nurse)
    mine = client.post(ASK, form)
    for who in (cast.here.teacher, cast.there.nurse):
        client.force_login(who)
        stolen = client.post(ASK, form | {"question": "Theirs"})
        assert stolen.status_code == 302 and stolen["Location"] == ASK
        assert stolen["Location"] != mine["Location"]
    for side, who, kept in (("here", "nurse", 1), ("here", "teacher", 0), ("there", "nurse", 0)):
        with getattr(cast, side).acting(who) as by:
            assert Enquiry.objects.filter(author_user=by.user_id).count() == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    "token", ["", "forged", "0" * 36, "\x00", "a" * 5000, "%s", "1e999", "{}", "２" * 32]
)
def test_a_forged_token_is_no_error_and_hides_no_other(client, token):
    cast = Cast()
    cast.here.user("lead")
    client.force_login(cast.here.nurse)
    answer = client.post(ASK, {"once": token, "question": "Mine"})
    assert answer.status_code == 302
    with cast.here.acting("nurse"):
        assert Enquiry.objects.count() == 1


@pytest.mark.django_db
def test_a_token_stays_good_after_errors_and_after_a_refusal(client):
    cast = Cast()
    cast.here.user("lead")
    client.force_login(cast.here.nurse)
    form = {"once": str(uuid.uuid4()), "question": ""}
    assert client.post(ASK, form).status_code == 200
    assert client.post(ASK, form | {"question": "\x00"}).status_code == 200
    assert not OnceToken.objects.exists()
    answer = client.post(ASK, form | {"question": "Mended"})
    assert answer.status_code == 302 and answer["Location"] != ASK
    with cast.here.acting("nurse"):
        assert Enquiry.objects.get().question == "Mended"


@pytest.mark.django_db
def test_a_replay_after_more_was_done_adds_nothing(client):
    cast = Cast()
    cast.here.user("lead")
    with cast.here.acting("nurse") as by:
        reference = form_walks.sent(by).reference
    client.force_login(cast.here.nurse)
    url = reverse("concerns:add", args=[reference])
    first = {"once": str(uuid.uuid4()), "words": "It was said again."}
    second = {"once": str(uuid.uuid4()), "words": "And once more."}
    for form in (first, second, first, second, first):
        assert client.post(url, form).status_code == 302
    with cast.here.acting("officer"):
        assert sorted(added.words for added in AddedInformation.objects.all()) == [
            "And once more.",
            "It was said again.",
        ]


@pytest.mark.django_db
def test_one_draft_for_each_form_that_begins_one(client):
    cast = Cast()
    client.force_login(cast.here.nurse)
    form = {"once": str(uuid.uuid4()), "danger": "no", "talked": "none"}
    places = {client.post("/referrals/begin/", form)["Location"] for _time in range(3)}
    assert len(places) == 1
    with acting(cast.here.actor("nurse")):
        assert Draft.objects.count() == 1


@pytest.mark.django_db
def test_a_spent_token_leads_to_no_other_host(client):
    """A spent token is answered before any route is looked for, so the address may be anything."""
    cast = Cast()
    cast.here.user("lead")
    client.force_login(cast.here.nurse)
    form = {"once": str(uuid.uuid4()), "question": "Mine"}
    assert client.post(ASK, form).status_code == 302
    client.force_login(cast.here.teacher)
    for path in ("//evil.example/", "///evil.example/", "/\\evil.example/"):
        answer = client.post(ASK, form, PATH_INFO=path)
        assert answer.wsgi_request.path == path
        assert not re.match(r"/*[/\\][/\\]|https?:", answer.headers.get("Location", "/")), answer["Location"]
