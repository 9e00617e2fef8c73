"""A safeguarding lead decides on the drafts of their own organisation, and on no others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow
from waymark.foundation.outbox.models import Message
from waymark.pathway.concerns.actions import approving, drafting, sending
from waymark.pathway.concerns.models import Draft, Submission

from .form_walks import RAISER, started, waiting, whole


@pytest.fixture(autouse=True)
def team(cast):
    for who in ("lead", "dsl", "other_dsl"):
        cast.here.user(who)


@pytest.fixture
def draft(cast):
    with cast.here.acting("teacher") as teacher:
        return waiting(teacher)


def decide(pages, draft, **typed):
    url = reverse("concerns:approve", args=[draft.pk])
    return pages.send(url, pages.open(url).form() | typed)


def state(cast, draft, who="teacher"):
    with cast.here.acting(who):
        return Draft.objects.get(pk=draft.pk).state


def test_the_teachers_page_sends_it_to_the_lead(pages, cast, everything):
    with cast.here.acting("teacher") as teacher:
        draft = whole(teacher)
    pages.sign_in(cast.here.user("teacher"))
    check = reverse("concerns:draft-check", args=[draft.pk])
    assert "Send to my safeguarding lead" in pages.open(check).text
    gone = pages.fill(check)
    assert "safeguarding lead has it now" in pages.open(gone.response["Location"]).heading
    assert state(cast, draft) == "with_dsl"
    assert "With your safeguarding lead" in pages.open(reverse("concerns:mine")).text
    assert pages.get(reverse("concerns:draft-page", args=[draft.pk, "name"])).status_code == 403
    with everything():
        told = Message.objects.get(code="concerns.draft-waiting")
        assert told.reference == ""


def test_the_lead_sends_it(pages, cast, draft):
    pages.sign_in(cast.here.user("dsl"))
    listed = pages.open(reverse("concerns:waiting"))
    assert reverse("concerns:approve", args=[draft.pk]) in listed.links()
    read = pages.open(reverse("concerns:approve", args=[draft.pk]))
    assert "asked to stay anonymous" in read.text
    assert RAISER not in read.text
    sent = decide(pages, draft, decision="send")
    with cast.here.acting("teacher"):
        submission = Submission.objects.get()
    assert submission.reference in sent.response["Location"]
    pages.open(reverse("concerns:progress", args=[submission.reference]))
    pages.sign_in(cast.here.user("teacher"))
    assert "Received" in pages.open(reverse("concerns:progress", args=[submission.reference])).text


def test_who_raised_it_shows_to_the_lead_without_anonymity(pages, cast):
    with cast.here.acting("teacher") as teacher:
        draft = waiting(teacher, anonymity={"wanted": False})
    pages.sign_in(cast.here.user("dsl"))
    assert RAISER in pages.open(reverse("concerns:approve", args=[draft.pk])).text


def test_given_back_with_a_note_and_sent_again(pages, cast, draft):
    pages.sign_in(cast.here.user("dsl"))
    url = reverse("concerns:approve", args=[draft.pk])
    back = pages.send(url, pages.open(url).form() | {"decision": "return", "note": ""}, status=200)
    assert back.errors == ["Say what should be changed"]
    decide(pages, draft, decision="return", note="Add the date.")
    assert state(cast, draft) == "returned"
    pages.sign_in(cast.here.user("teacher"))
    assert "Add the date." in pages.open(reverse("concerns:draft", args=[draft.pk])).text
    pages.fill(reverse("concerns:draft-check", args=[draft.pk]))
    assert state(cast, draft) == "with_dsl"


def test_not_sent_needs_a_reason_which_is_kept(pages, cast, draft, everything):
    pages.sign_in(cast.here.user("dsl"))
    url = reverse("concerns:approve", args=[draft.pk])
    back = pages.send(url, pages.open(url).form() | {"decision": "keep-back"}, status=200)
    assert back.errors == ["Say why the referral is not sent"]
    decide(pages, draft, decision="keep-back", note="It was a film they had seen.")
    with everything():
        kept = Draft.objects.get(pk=draft.pk)
    assert (kept.state, kept.dsl_note, kept.decided_by) == (
        "not_sent",
        "It was a film they had seen.",
        cast.here.dsl,
    )
    with cast.here.acting("dsl") as dsl, pytest.raises(NotAllowed):
        sending.send(by=dsl, draft=draft)
    again = pages.open(url)
    assert "not waiting for a decision" in again.text
    assert not again.tree.xpath("//main//form")


@pytest.mark.parametrize(
    ("side", "who"), [("here", "other_dsl"), ("there", "dsl"), ("here", "nurse"), ("here", "officer")]
)
def test_others_see_nothing_of_it(pages, cast, draft, side, who):
    side = getattr(cast, side)
    pages.sign_in(side.user(who))
    for name in ("approve", "draft", "draft-check"):
        pages.open(reverse(f"concerns:{name}", args=[draft.pk]), status=404)
    with side.acting(who) as actor, connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM concerns_draft WHERE id = %s", [draft.pk])
        assert cursor.fetchone()[0] == 0
        assert not Draft.objects.visible_to(actor).filter(pk=draft.pk).exists()


def test_a_draft_that_was_not_sent_to_the_lead_is_not_theirs(pages, cast):
    with cast.here.acting("teacher") as teacher:
        draft = started(teacher)
    pages.sign_in(cast.here.user("dsl")).open(reverse("concerns:approve", args=[draft.pk]), status=404)


def test_the_author_does_not_decide(cast, draft):
    with cast.here.acting("teacher") as teacher:
        for act in (
            lambda: sending.send(by=teacher, draft=draft),
            lambda: approving.give_back(by=teacher, draft=draft, note="x"),
            lambda: approving.keep_back(by=teacher, draft=draft, reason="x"),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_unfinished_drafts_do_not_go_to_the_lead(cast):
    with cast.here.acting("teacher") as teacher:
        draft = started(teacher)
        with pytest.raises(Incomplete):
            approving.ask_approval(by=teacher, draft=draft)


def test_where_there_is_no_lead_nobody_waits_for_one(cast):
    Membership.objects.filter(role="dsl").update(
        ends_on=clock.today() - timedelta(days=1), starts_on="2026-01-01"
    )
    with cast.here.acting("teacher") as teacher:
        with pytest.raises(NotNow):
            waiting(teacher)
        assert sending.send(by=teacher, draft=whole(teacher)).approved_by is None


def test_a_draft_left_alone_by_its_lead_can_be_sent_by_its_author(cast, draft):
    Membership.objects.filter(role="dsl").update(ended_at=clock.now())
    with cast.here.acting("teacher") as teacher:
        assert sending.send(by=teacher, draft=draft).author_user_id == teacher.user_id


def test_a_lead_sends_their_own_directly(cast):
    dsl = cast.here.actor("dsl")
    with acting(dsl):
        assert sending.send(by=dsl, draft=whole(dsl)).approved_by is None


def test_what_is_with_the_lead_cannot_be_changed(cast, draft):
    with cast.here.acting("teacher") as teacher:
        page = drafting.filled(draft).version.find("other")
        with pytest.raises(NotAllowed):
            drafting.save_page(
                by=teacher, draft=draft, page=page, values={"words": "x"}, seen=drafting.stamp(draft, page)
            )
