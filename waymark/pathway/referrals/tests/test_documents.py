"""A teacher adds a document to what they write; the officer finds it on the record; nobody else does."""

from __future__ import annotations

import re
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.outbox.models import Message
from waymark.foundation.vault import clamd
from waymark.foundation.vault.actions import checking
from waymark.foundation.vault.models import Document
from waymark.pathway.concerns.actions import sending
from waymark.pathway.concerns.models import Draft
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.actions import leading, sealing
from waymark.pathway.referrals.models import Referral

WORDS = b"What the pupil wrote on the desk."


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"


def listing(record, kind):
    return reverse("vault:documents", args=[kind, record.pk])


def post(pages, record, kind, name="Desk of Ottoline.txt", content=WORDS, status=302):
    url = reverse("vault:add", args=[kind, record.pk])
    form = pages.open(url).form() | {"document": SimpleUploadedFile(name, content)}
    return pages.send(url, form, status=status)


def found_clean(who):
    """The virus checker has looked and found nothing."""
    with acting(who):
        for document in Document.objects.all():
            answer = clamd.Answer("", "ClamAV")
            with acting(Actor.job("vault", document.authority_id)) as by:
                checking.note_answer(by=by, document=document, answer=answer)


@pytest.fixture
def draft(cast):
    cast.here.user("lead")
    with cast.here.acting("nurse") as nurse:
        return form_walks.whole(nurse)


@pytest.fixture
def referral(cast, draft, pages):
    """Sent with a document."""
    post(pages.sign_in(cast.here.nurse), draft, "draft")
    with cast.here.acting("nurse") as nurse:
        submission = sending.send(by=nurse, draft=Draft.objects.get(pk=draft.pk))
    with cast.here.acting("officer"):
        return Referral.objects.select_related("submission").get(submission=submission)


def test_it_goes_with_what_is_sent_and_stands_on_the_record(cast, referral, pages):
    record = reverse("referrals:triage-record", args=[referral.reference])
    page = pages.sign_in(cast.here.officer).open(record)
    assert "Desk of Ottoline.txt" in page.text and "Not checked for viruses yet" in page.text
    found_clean(cast.here.actor("officer"))
    page = pages.open(record)
    [href] = [link for link in page.links() if re.search(r"/documents/submission/.{36}/.{36}/$", link)]
    answer = pages.get(href)
    assert b"".join(answer.streaming_content) == WORDS
    assert "Ottoline" not in str(answer.headers) and answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.wsgi_request.reads_noted == 1


def test_the_referrer_sees_their_own_and_nothing_that_triage_adds(cast, referral, pages):
    with cast.here.acting("officer") as by:
        leading.take(by=by, referral=referral, version=referral.version)
    post(pages.sign_in(cast.here.officer), referral, "referral", name="Minutes.txt")
    pages.sign_in(cast.here.nurse)
    assert "Desk of Ottoline.txt" in pages.open(listing(referral.submission, "submission")).text
    assert "Minutes.txt" not in pages.open(listing(referral.submission, "submission")).text
    pages.open(listing(referral, "referral"), status=404)


@pytest.mark.parametrize(
    "who", ["teacher", "dsl", "other_dsl", "second_officer", "police", "administrator", "ig_lead"]
)
def test_who_comes_to_it(cast, referral, pages, who):
    """The safeguarding lead of the author’s organisation and triage; nobody else, here or there."""
    found_clean(cast.here.actor("officer"))
    with cast.here.acting("officer"):
        document = Document.objects.get()
    href = reverse("vault:open", args=["submission", referral.submission_id, document.pk])
    mine = who in ("second_officer", "other_dsl")
    assert pages.sign_in(cast.here.user(who)).get(href).status_code == (200 if mine else 404)
    assert pages.sign_in(cast.there.user(who)).get(href).status_code == 404
    # Its number under another record’s address is no way to it.
    other = reverse("vault:open", args=["referral", referral.pk, document.pk])
    assert pages.sign_in(cast.here.officer).get(other).status_code == 404


def test_a_form_that_is_sent_twice_adds_one(cast, draft, pages):
    url = reverse("vault:add", args=["draft", draft.pk])
    pages.sign_in(cast.here.nurse)
    token = str(uuid.uuid4())
    for _time in range(3):
        given = {"once": token, "document": SimpleUploadedFile("a.txt", WORDS)}
        assert pages.post(url, given).status_code == 302
    with cast.here.acting("nurse"):
        assert Document.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.svg", b"<svg/>", "must be a PDF"),
        ("a.png", b"<svg/>", "not what its name says"),
        ("a.txt", b"", "empty"),
    ],
)
def test_what_is_not_taken_is_said_at_the_field(cast, draft, pages, name, content, sentence):
    page = post(pages.sign_in(cast.here.nurse), draft, "draft", name, content, status=200)
    assert sentence in page.errors[0]
    with cast.here.acting("nurse"):
        assert not Document.objects.exists()


def test_the_lead_is_told_of_a_harmful_one_and_never_its_name(cast, referral, pages, everything):
    with cast.here.acting("officer"):
        document = Document.objects.get()
    with acting(Actor.job("vault", document.authority_id)) as by:
        checking.note_answer(by=by, document=document, answer=clamd.Answer("Test.EICAR", "ClamAV"))
    with everything():
        [told] = Message.objects.filter(code="referrals.document-harmful")
        assert told.reference == referral.reference
    page = pages.sign_in(cast.here.officer).open(
        reverse("referrals:triage-record", args=[referral.reference])
    )
    assert "This document is harmful" in page.text


def test_a_sealed_referral_takes_its_documents_along(cast, referral):
    with cast.here.acting("officer") as by:
        sealing.seal(by, referral.received_at, Referral.objects.get(pk=referral.pk))
        assert not Document.objects.exists()
    with cast.here.acting("lead"):
        assert Document.objects.get().name == "Desk of Ottoline.txt"
