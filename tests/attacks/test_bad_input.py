"""Whatever is typed into a form or an address: a sentence, a 404 or a refusal; never a fault, never a long wait."""

from __future__ import annotations

import time
import uuid
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.attacks.planted import World
from tests.cast import Cast
from tests.pages import Page, Pages
from waymark.foundation.kernel import clock
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.models import Draft
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Referral

pytestmark = pytest.mark.django_db

PAYLOADS = (
    "", " ", "\x00", "a\x00b", "\x07\x1b[31m", "\u202etxt.exe", "\u2066x", "\u200b", "\ufeff", "e\u0301" * 50, "👩‍👩‍👧‍👦" * 10,
    "<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "'; DROP TABLE people_person; --", "{{7*7}}",
    "{% load x %}", "%s%s%s%n", "%(x)s", "${7*7}", "\\", "\r\n\r\nSet-Cookie: a=b", "../../etc/passwd", "NULL", "None",
    "-1", "0", "1e999", "NaN", "９" * 4, "²", "9" * 5000, "0001-01-01", "9999-12-31", "31", "2024-02-30", "x" * 100_000,
    "\ud7ff\uffff", "\U0010ffff", "ſ", "İ", "ß" * 200, "א" * 20, "أحمد", "ไทย", "\n" * 300, "\t", "on", "yes", "true", "[]", "{}",
)  # fmt: skip
WORST = ("", "a\x00b", "x" * 100_000, "<script>alert(1)</script>")
SLOW = 5.0


@pytest.fixture
def cast(world: World) -> Cast:
    """Those who play in the world: there is one cast in a file."""
    return world.cast


@pytest.fixture
def pages(pages) -> Pages:
    pages.raise_request_exception = False
    return pages


def worst_and_some(number: int) -> list[str]:
    """Each form meets a quarter of the payloads, and all meet the worst."""
    return [p for place, p in enumerate(PAYLOADS) if place % 4 == number % 4 or p in WORST]


def look(pages: Pages, url: str, data: dict, *, about: str) -> Page | None:
    """Posts, and sees that it was taken, refused with a sentence at a field, or turned away; and quickly."""
    begun = time.monotonic()
    answer = pages.post(
        url,
        {"once": str(uuid.uuid4())}
        | {key: value for key, value in data.items() if value is not None and key != "_action"},
    )
    assert time.monotonic() - begun < SLOW, f"{url} {about} took too long"
    assert answer.status_code in (200, 302, 400, 403, 404, 413), f"{url} {about}: {answer.status_code}"
    if answer.status_code != 200:
        return None
    page = pages.inspect(answer, url, 0, reads=False)
    assert page.errors, f"{url} {about}: came back without a sentence"
    body = answer.content.decode()
    assert "<script>alert(1)" not in body and "<img src=x" not in body, f"{url} {about}: markup"
    return page


def typed_into(form: dict) -> list[str]:
    return [name for name in form if name not in ("_action", "csrfmiddlewaretoken", "once")]


def form_urls(world: World, everything) -> list[tuple[str, str]]:
    """(who, address) of the forms of triage, of people and of the referral form’s own pages."""
    with everything():
        referral = Referral.objects.get(pk=world.triage.pk)
        person = Person.objects.get(pk=referral.person_id).reference
        concern = referral.concerns.first().pk
    triage = f"/referrals/triage/{referral.reference}/"
    officer = [
        f"/people/{person}/{part}/" for part in ("name", "names/add", "birth", "addresses/add", "equality")
    ]
    officer += [triage + part for part in (
        "concerns/add/", f"concerns/{concern}/", "needs/add/", "household/", "social-care/", "told/", "requests/add/",
        "redirects/add/", "decide/", "hand-over/", f"requests/{world.request.reference}/answer/",
    )]  # fmt: skip
    nurse = ["/referrals/advice/ask/", "/referrals/begin/", "/referrals/danger/"]
    return (
        [("officer", url) for url in (*officer, f"/referrals/enquiries/{world.enquiry.reference}/")]
        + [("nurse", url) for url in nurse]
        + [("dsl", f"/referrals/waiting/{world.waiting.pk}/")]
        + [("other_dsl", f"/referrals/asked/question/{world.request.reference}/")]
        + [("administrator", "/members/invite/")]
    )


@pytest.mark.slow
def test_every_form_takes_or_refuses_every_payload(world: World, everything, pages: Pages):
    """All fields of a form hold the same nonsense; fields are left out; one field is given many times."""
    for number, (who, url) in enumerate(form_urls(world, everything)):
        pages.sign_in(world.here.user(who))
        form = pages.open(url).form()
        fields = typed_into(form)
        for payload in worst_and_some(number):
            with_version = {name: payload for name in fields if name != "version"} | {
                "version": form.get("version")
            }
            look(pages, url, with_version, about=repr(payload[:20]))
        look(pages, url, {"once": str(uuid.uuid4())}, about="with nothing")
        look(pages, url, {name: ["x", "y", "\x00"] for name in fields}, about="with arrays")
        look(
            pages,
            url,
            {f"{name}[]": "x" for name in fields} | {f"{name}[a]": "x" for name in fields},
            about="as php",
        )


TRAP = "Kept to the letter <b>&amp;</b> {{7*7}} %s 👩‍👧"


@pytest.mark.parametrize(
    "page", [page for page in versions.newest().pages if not page.when], ids=lambda page: page.code
)
def test_each_page_of_the_referral_form(cast, pages: Pages, page):
    with cast.here.acting("nurse") as by:
        draft = form_walks.started(by)
    pages.sign_in(cast.here.nurse)
    name, more = ("draft-row", [1]) if page.rows else ("draft-page", [])
    url = reverse(f"concerns:{name}", args=[draft.pk, page.code, *more])
    pages_before = [each.code for each in versions.newest().pages].index(page.code)
    for payload in worst_and_some(pages_before):
        opened = pages.get(url)
        if opened.status_code != 200:  # taken: the row is there now, or the page is not asked any more
            break
        form = pages.inspect(opened, url, 0).form()
        sent = {field: payload for field in typed_into(form) if field != "seen"} | {"seen": form.get("seen")}
        look(pages, url, sent, about=repr(payload[:20]))
    look(pages, url, {"once": str(uuid.uuid4())}, about="with nothing")


def test_what_was_typed_is_kept_to_the_letter(world: World, everything, pages: Pages):
    """A form that comes back for one bad field holds all the good ones as they were typed."""
    with everything():
        reference = Referral.objects.get(pk=world.triage.pk).reference
    pages.sign_in(world.here.officer)
    url = f"/referrals/triage/{reference}/concerns/add/"
    form = pages.open(url).form()
    for bad in ("\x00", "a\u202eb", "x" * 100_000):
        page = look(
            pages, url, form | {"words": TRAP, "standing": "fact", "source": bad}, about=repr(bad[:9])
        )
        assert page is not None and page.form()["words"].strip() == TRAP
        if bad.isprintable():
            assert page.form()["source"] == bad
    page = look(
        pages, url, form | {"words": "\x00" + TRAP, "standing": "forged", "source": "T"}, about="words"
    )
    assert page is not None and len(page.errors) == 2 and page.form()["source"] == "T"


DAYS = (
    ("31", "2", "2024"), ("0", "1", "2024"), ("1", "13", "2024"), ("-1", "1", "2024"), ("1", "1", "0"), ("1", "1", "99999"),
    ("1", "1", "1066"), ("٣", "١", "٢٠٢٤"), ("1", "1", "２０２４"), ("1", "Smarch", "2024"), ("1.5", "1", "2024"), ("", "1", ""),
    ("1", "", "2024"), ("29", "2", "2023"), ("1" * 5000, "1", "2024"), ("1", "1", "²"), (" 1", "\x00", "2024"),
)  # fmt: skip


def test_dates_that_are_none(world: World, everything, pages: Pages):
    with everything():
        referral = Referral.objects.get(pk=world.triage.pk)
        person = Person.objects.get(pk=referral.person_id).reference
    pages.sign_in(world.here.officer)
    future = ("1", "1", str(clock.today().year + 1))
    urls = {
        f"/people/{person}/birth/": ("born_on", {"approximate_age": ""}),
        f"/referrals/triage/{referral.reference}/needs/add/": (
            "noted_on",
            {"words": "x", "bearing": "separate", "why": "x", "source": "x"},
        ),
    }
    for url, (field, others) in urls.items():
        form = pages.open(url).form()
        for day, month, year in (*DAYS, future):
            typed = {f"{field}-day": day, f"{field}-month": month, f"{field}-year": year}
            page = look(pages, url, form | others | typed, about=str((day[:9], month, year)))
            known = (day, month, year)
            if url.endswith("birth/") and known in ((("", "1", "")), ("1", "", "2024")):
                continue
            assert page is not None, f"{url} took {known}"


ADDRESSES = (
    "/referrals/triage/{}/", "/referrals/mine/{}/", "/police-assessment/{}/", "/referrals/enquiries/{}/", "/people/{}/",
    "/people/{}/seen-before/", "/referrals/drafts/{}/", "/referrals/link/open/{}/", "/referrals/advice/{}/", "/directory/{}/",
    "/directory/authorities/{}/", "/members/{}/", "/account/invitation/{}/", "/referrals/asked/question/{}/", "/{}/", "/language/{}",
    "/referrals/triage/{}/decide/", "/account/new-password/{}/", "/gallery/{}/",
)  # fmt: skip
QUERIES = (
    "after",
    "before",
    "state",
    "only",
    "q",
    "kind",
    "authority",
    "next",
    "to",
    "page",
    "from",
    "until",
    "status",
    "phase",
)
LISTS = (
    "/referrals/triage/",
    "/directory/",
    "/members/",
    "/ledger/",
    "/measures/",
    "/referrals/enquiries/",
    "/police-assessment/",
    "/my-day/",
)


def test_addresses_of_nonsense(cast, pages: Pages):
    pages.sign_in(cast.here.lead)
    for number, payload in enumerate(PAYLOADS):
        text = quote(payload[:2000], safe="")
        for place, address in enumerate(ADDRESSES):
            if payload in WORST or place % 3 == number % 3:
                answer = pages.get(address.format(text))
                assert answer.status_code < 500, f"{address} with {payload[:20]!r}: {answer.status_code}"


def test_queries_of_nonsense(cast, pages: Pages):
    for who in ("lead", "administrator", "ig_lead", "police"):
        pages.sign_in(cast.here.user(who))
        for payload in ("\x00", "", "{}", "9" * 2000, "²", "%s%s%s%n", "W251bGwsbnVsbF0", "WyJ4IiwieCJd"):
            for address in LISTS:
                answer = pages.get(address, dict.fromkeys(QUERIES, payload))
                assert answer.status_code < 500, f"{who} {address}? {payload[:20]!r}: {answer.status_code}"


def test_choosing_an_organisation_with_nonsense(cast, pages: Pages):
    pages.sign_in(cast.here.teacher)
    for payload in PAYLOADS:
        assert pages.post("/work-for/", {"organisation": payload}).status_code in (302, 400, 404), repr(
            payload[:9]
        )


def test_too_much_is_turned_away_plainly(cast, pages: Pages):
    pages.sign_in(cast.here.nurse)
    url = "/referrals/advice/ask/"
    for data in ({"question": "x" * 10_000_000}, {f"f{n}": "x" for n in range(5000)}):
        begun = time.monotonic()
        answer = pages.post(url, data)
        assert answer.status_code in (400, 413) and time.monotonic() - begun < SLOW
        assert pages.inspect(answer, url, 0, reads=False).heading
        answer = pages.post(
            url,
            "&".join(f"{k}={v}" for k, v in data.items()),
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code in (400, 413)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\xff\xfe\xfd", "application/x-www-form-urlencoded"),
        (b"question=%ff%fe%00", "application/x-www-form-urlencoded"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"", "multipart/form-data"),
        (b"", "multipart/form-data; boundary=" + "x" * 500),
        (b"{}", "application/json"),
        (b"<x/>", "application/xml; charset=utf-7"),
        (b"question=a", "application/x-www-form-urlencoded; charset=nonsense"),
        (b"question=a", "application/x-www-form-urlencoded; charset=utf-16"),
    ],
)
def test_bodies_that_are_none(cast, body, kind):
    client = Client(raise_request_exception=False)
    client.force_login(cast.here.nurse)
    for url in ("/referrals/advice/ask/", "/account/sign-in/", "/referrals/link/", "/referrals/danger/"):
        answer = client.generic("POST", url, body, content_type=kind)
        assert answer.status_code in (200, 302, 400, 403, 404, 413, 415), (
            f"{url} {kind}: {answer.status_code}"
        )


# The page client takes a straight apostrophe in a word for a slip of ours.
anything = st.text(st.characters(codec="utf-8", exclude_characters="'"), max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_text_in_any_field(world: World, cast, pages: Pages, data):
    """Hypothesis looks for the text that PAYLOADS forgot."""
    with cast.here.acting("nurse") as by:
        # One that begins empty: the world’s own has all its answers.
        draft = Draft.objects.exclude(pk=world.draft.pk).first() or form_walks.started(by)
        pages.sign_in(cast.here.nurse)
    plain = [page for page in versions.newest().pages if not page.when and not page.rows]
    page = data.draw(st.sampled_from(plain))
    url = reverse("concerns:draft-page", args=[draft.pk, page.code])
    form = pages.open(url).form()
    sent = {name: data.draw(anything) for name in typed_into(form) if name != "seen"} | {
        "seen": form.get("seen")
    }
    look(pages, url, sent, about=repr(sent))


@pytest.mark.parametrize(
    ("sent", "content_type"),
    [
        (b"email=" + b"x" * 2_600_000, "application/x-www-form-urlencoded"),
        (b"&".join(b"q%d=1" % number for number in range(1200)), "application/x-www-form-urlencoded"),
    ],
    ids=["too-long", "too-many-fields"],
)
def test_more_than_one_page_may_send_gets_a_plain_page(sent, content_type):
    browser = Client(enforce_csrf_checks=True)
    answered = browser.post("/referrals/link/", sent, content_type=content_type)
    assert answered.status_code == 413
    assert b"more than one page can send" in answered.content


def test_where_one_can_only_post_a_reader_gets_a_page(cast, pages: Pages):
    """A refused post stands at the address of its button: reloading it, or changing its language, reads that address."""
    pages.sign_in(cast.here.nurse)
    for url in ("/work-for/", "/account/typed/"):
        answer = pages.get(url)
        assert answer.status_code == 405 and answer.headers["Allow"] == "POST", url
        page = pages.inspect(answer, url, 0, reads=False)
        assert page.heading == "There is nothing to read at this address", url
