"""A professional without an account: the same answer for any address, a link that works once, their own things only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.foundation.access.actions import visitors
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.middleware import VISITOR
from waymark.foundation.access.models import Visitor, VisitorLink
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import Envelope, Message
from waymark.pathway.concerns.actions import visiting

from .form_walks import sent

EMAIL = "somebody@clinic.example"


def ask(pages, email=EMAIL, **more):
    url = reverse("concerns:visitor")
    return pages.send(url, pages.open(url).form() | {"email": email} | more)


@pytest.fixture
def link(pages, cast, everything):
    """The path that the mail holds."""
    assert cast.here.authority.uses_waymark
    ask(pages)
    with everything():
        return Envelope.objects.get().link


def come_in(pages, link):
    return pages.send(link, pages.open(link).form())


@pytest.mark.parametrize("email", [EMAIL, "known@clinic.example", "nobody@elsewhere.example"])
def test_the_answer_is_the_same_for_any_address(pages, cast, email):
    assert cast.here.authority.uses_waymark
    ask(pages, "known@clinic.example")
    said = ask(pages, email)
    assert said.response["Location"] == reverse("concerns:visitor-sent")
    assert email not in pages.open(said.response["Location"]).text


def test_the_page_of_the_link_says_whose_it_is_and_can_be_left_at_once(pages, cast, link):
    page = pages.open(link)
    assert EMAIL in page.text and "govuk-exit-this-page" in page.response.content.decode()
    come_in(pages, link)
    assert EMAIL not in pages.open(link).text
    assert "govuk-exit-this-page" in pages.open(reverse("concerns:mine")).response.content.decode()


def test_a_bad_address_gets_a_sentence(pages, cast):
    assert cast.here.authority.uses_waymark
    url = reverse("concerns:visitor")
    for typed, sentence in (
        ("", "Enter your work email"),
        ("nobody", "correct format"),
        ("a\x00@b.cc", "cannot be read"),
    ):
        back = pages.send(url, pages.open(url).form() | {"email": typed}, status=200)
        assert any(sentence in error for error in back.errors), back.errors


def test_opening_the_link_spends_nothing(pages, link):
    pages.open(link)
    pages.open(link)
    assert VisitorLink.objects.get().used_at is None
    came = come_in(pages, link)
    assert came.response["Location"] == reverse("concerns:mine")
    assert pages.session[VISITOR] == str(Visitor.objects.get().pk)
    assert "You have not sent a referral" in pages.open(reverse("concerns:mine")).text


def test_a_spent_link_lets_nobody_in(pages, link, client):
    come_in(pages, link)
    second = client.post(link)
    assert second.status_code == 403
    assert VISITOR not in client.session


def test_an_old_link_lets_nobody_in(pages, link):
    VisitorLink.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    pages.send(link, pages.open(link).form(), status=403)
    assert VISITOR not in pages.session


@pytest.mark.parametrize("token", ["forged", "x" * 43, "..", "%00", "a" * 3000])
def test_a_forged_link_lets_nobody_in(pages, link, token):
    answered = pages.post(f"/referrals/link/open/{token}/")
    assert answered.status_code in (403, 404)
    assert VISITOR not in pages.session


def test_the_session_is_a_new_one(pages, link):
    pages.session.save()
    before = pages.session.session_key
    come_in(pages, link)
    assert pages.session.session_key != before


def test_a_mailbox_is_not_filled(cast, db):
    for _time in range(visitors.MOST_IN_AN_HOUR + 3):
        visiting.send_link(email=EMAIL, authority_id=cast.here.authority.pk, language="en")
    assert VisitorLink.objects.count() == visitors.MOST_IN_AN_HOUR


def test_the_mail_is_written_and_holds_no_address_in_its_text(link, everything):
    with everything():
        message = Message.objects.get()
        assert message.code == "concerns.visitor-link"
        assert EMAIL not in link


def test_without_a_link_the_pages_ask_for_one(pages, cast):
    assert cast.here.authority.uses_waymark
    for name in ("begin", "mine", "enquiry-ask"):
        assert pages.open(reverse(f"concerns:{name}"), status=302).response["Location"].endswith("/link/")


def test_a_visitor_writes_and_sends_and_sees_only_their_own(pages, link, cast):
    cast.here.user("lead")
    come_in(pages, link)
    begin = reverse("concerns:begin")
    begun = pages.send(begin, pages.open(begin).form() | {"danger": "no", "talked": "none"})
    assert "Not started" in pages.open(begun.response["Location"]).text
    me = Actor.of_visitor(Visitor.objects.get())
    with acting(me):
        mine = sent(me)
    with cast.here.acting("nurse") as nurse:
        theirs = sent(nurse)
    assert mine.reference in pages.open(reverse("concerns:mine")).text
    assert "Received" in pages.open(reverse("concerns:progress", args=[mine.reference])).text
    for name in ("progress", "answers", "sent", "add"):
        pages.open(reverse(f"concerns:{name}", args=[theirs.reference]), status=404)
    left = pages.open(reverse("concerns:mine"))
    pages.send(reverse("concerns:visitor-leave"), left.form())
    assert VISITOR not in pages.session


def test_a_visitor_chooses_between_councils(pages, cast, everything):
    assert cast.here.authority.uses_waymark and cast.there.authority.uses_waymark
    url = reverse("concerns:visitor")
    back = pages.send(url, pages.open(url).form() | {"email": EMAIL}, status=200)
    assert back.errors == ["Choose the council that should get it"]
    back = pages.send(url, back.form() | {"email": EMAIL, "authority": "999999"}, status=200)
    assert back.errors == ["Choose one of the answers shown"]
    ask(pages, authority=str(cast.there.authority.pk))
    assert Visitor.objects.get().authority == cast.there.authority


def test_one_network_cannot_ask_for_links_without_end(pages, cast, settings):
    assert cast.here.authority.uses_waymark
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"visitor_link": "2/h/ip"}
    for number in range(2):
        ask(pages, f"someone{number}@clinic.example")
    url = reverse("concerns:visitor")
    back = pages.send(url, pages.open(url).form() | {"email": "third@clinic.example"}, status=429)
    assert any("Wait an hour" in error for error in back.errors)
    assert back.form()["email"] == "third@clinic.example"
    assert VisitorLink.objects.count() == 2
