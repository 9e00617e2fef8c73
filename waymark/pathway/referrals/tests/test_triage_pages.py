"""The pages of triage: who sees what, one read entry each, the same number of queries however much there is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.foundation.kernel import clock
from waymark.pathway.referrals.models import InformationRequest, Redirect, Referral

from .walks import GROUNDS, NOTE, Walk

NAME = "Quillfeather"


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received()


@pytest.fixture
def officer(pages, cast):
    pages.canaries = (NAME,)
    return pages.sign_in(cast.here.officer)


def link_of(walk: Walk) -> str:
    """As a page shows it, held together."""
    return at("triage-record", walk).strip("/").rsplit("/", 1)[-1]


def at(page: str, walk: Walk, *more) -> str:
    with walk.acting("lead"):
        reference = Referral.objects.values_list("reference", flat=True).get(pk=walk.pk)
    return reverse(f"referrals:{page}", args=[reference, *more])


def test_the_queue_shows_references_and_dates_and_no_names(officer, walk):
    page = officer.open(reverse("referrals:triage-queue"))
    with walk.acting():
        assert walk.referral.reference in page.text
    assert "Referrals in triage, oldest first" in page.text
    assert "Due" in page.text and NAME not in page.text


def test_the_queue_leaves_closed_referrals_out_until_they_are_asked_for(officer, walk):
    walk.ready().decided("close")
    with walk.acting():
        reference = walk.referral.reference
    queue = reverse("referrals:triage-queue")
    page = officer.open(queue)
    assert reference not in page.text and "No referral is in triage." in page.text
    assert (
        page.tree.xpath("//select[@name='state']/option[1]")[0].text_content().strip()
        == "All that wait for triage"
    )
    page = officer.open(queue + "?state=closed")
    assert reference in page.text and "Referrals in triage, oldest" not in page.text
    assert reference not in officer.open(queue + "?state=open").text
    page = officer.open(queue + "?state=triage")
    assert reference not in page.text and "There is no referral of the kind that you chose." in page.text


def test_what_is_with_the_police_leaves_the_queue_and_stands_among_the_open_ones(officer, walk):
    walk.ready().decided("to-police")
    with walk.acting():
        reference = walk.referral.reference
    queue = reverse("referrals:triage-queue")
    assert reference not in officer.open(queue).text
    assert reference in officer.open(queue + "?state=open").text
    assert reference in officer.open(queue + "?state=police_assessment").text
    assert reference not in officer.open(queue + "?state=closed").text


def test_the_queue_finds_mine_and_overdue(officer, walk):
    queue = reverse("referrals:triage-queue")
    with walk.acting():
        reference = walk.referral.reference
    assert reference not in officer.open(queue + "?only=mine").text
    walk.taken()
    assert reference in officer.open(queue + "?only=mine").text
    assert reference not in officer.open(queue + "?only=overdue").text


def test_the_queue_costs_the_same_however_long_it_is(officer, cast):
    Walk(cast.here).received()
    queue = reverse("referrals:triage-queue")
    officer.open(queue)
    first = officer.open(queue).queries
    for _each in range(3):
        Walk(cast.here).received()
    assert officer.open(queue).queries == first


def test_the_page_of_a_referral_costs_the_same_however_much_hangs_on_it(officer, walk):
    walk.ready().asked()
    url = at("triage-record", walk)
    officer.open(url)
    first = officer.open(url).queries
    for kind in ("clinic", "police"):
        walk.asked(kind)
    walk.told()
    assert officer.open(url).queries == first


def test_the_page_shows_what_may_be_done_now(officer, walk):
    before = officer.open(at("triage-record", walk))
    assert "Take this referral" in before.text and "Sign a decision" not in before.text
    officer.send(at("triage-take", walk), before.form())
    after = officer.open(at("triage-record", walk))
    assert "Take this referral" not in after.text and "Sign a decision" in after.text
    assert "Mark every concern" in after.text


def test_while_a_match_is_open_the_page_leads_to_it_and_to_no_decision(officer, walk, cast):
    second = Walk(cast.here).received().taken()
    page = officer.open(at("triage-record", second))
    assert "Seen before?" in page.text and "Sign a decision" not in page.text
    with second.acting():
        match = second.referral.person.matches.get()
        link = reverse("people:answer-match", args=[second.referral.person.reference, match.pk])
    assert link in page.links()
    officer.open(link)


def test_an_officer_takes_a_referral_from_receipt_to_a_closure_by_the_pages(officer, walk):
    officer.send(at("triage-take", walk), officer.open(at("triage-record", walk)).form())
    with walk.acting():
        concerns = [row.pk for row in walk.referral.concerns.all()]
    for concern in concerns:
        officer.fill(
            at("triage-mark-concern", walk, concern), mark="resolved", violence="no", note="The school asked."
        )
    officer.fill(
        at("triage-note-need", walk), words="Needs time to answer", bearing="separate", why="It is about speech.",
        source="Teacher", **{"noted_on-day": "1", "noted_on-month": "10", "noted_on-year": "2026"},
    )  # fmt: skip
    officer.fill(at("triage-household", walk), lives_with_child="yes")
    officer.fill(
        at("triage-told", walk), hearer="parent", told="yes", told_by="Class teacher",
        **{"told_on-day": "2", "told_on-month": "10", "told_on-year": "2026"},
    )  # fmt: skip
    soon = clock.today() + timedelta(days=9)
    officer.fill(
        at("triage-told", walk),
        hearer="person",
        told="no",
        not_yet_because="The parents wish to be there.",
        **{f"decide_again_on-{part}": str(getattr(soon, part)) for part in ("day", "month", "year")},
    )
    officer.fill(
        at("triage-duty", walk), service="children", told="no", why_not="Nothing that they would act on."
    )
    officer.fill(at("triage-decide", walk), outcome="close", note=NOTE, **GROUNDS)
    assert walk.state() == "no_further_action"
    shown = officer.open(at("triage-record", walk)).text
    assert "No further action" in shown and GROUNDS["reason"] in shown and NOTE in shown


def test_a_decision_with_gaps_says_which_and_keeps_what_was_typed(officer, walk):
    walk.taken().matched()
    page = officer.fill(at("triage-decide", walk), status=200, outcome="close", note=NOTE, **GROUNDS)
    assert page.errors == ["Say whether the person has been told."]
    assert GROUNDS["reason"] in page.text


def test_errors_stand_at_their_fields(officer, walk):
    walk.taken().matched()
    page = officer.fill(at("triage-told", walk), status=200, hearer="person", told="no")
    assert page.errors == ["Say why they have not been told yet.", "Give the date by which you decide again."]
    page = officer.fill(
        at("triage-told", walk), status=200, hearer="person", told="no", not_yet_because="The parents first.",
        **{"decide_again_on-day": "1", "decide_again_on-month": "12", "decide_again_on-year": "2027"},
    )  # fmt: skip
    assert page.errors == ["Choose a date after today and within 90 days."]


def test_a_page_that_somebody_else_changed_meanwhile_is_refused(officer, walk):
    walk.taken().matched()
    form = officer.open(at("triage-household", walk)).form()
    with walk.acting() as by:
        from waymark.pathway.referrals.actions import findings

        findings.say_household(
            by=by, referral=walk.referral, version=walk.referral.version, lives_with_child="no"
        )
    page = officer.send(at("triage-household", walk), form | {"lives_with_child": "yes"}, status=200)
    assert "Somebody else changed this record" in page.errors[0]


def test_two_posts_of_one_form_are_one_request(officer, walk, cast):
    walk.taken().matched()
    organisation = cast.here.organisation("clinic")
    url = at("triage-ask", walk)
    form = officer.open(url).form() | {
        "asked": str(organisation.pk),
        "question": "Seen lately?",
        "basis": "Section 38",
    }
    officer.send(url, form)
    officer.send(url, form)
    with walk.acting():
        assert walk.referral.requests.count() == 1


def test_pages_of_another_authority_are_not_there(pages, walk, cast):
    walk.ready().asked()
    pages.sign_in(cast.there.lead)
    with walk.acting():
        concern = walk.referral.concerns.first().pk
        request = walk.referral.requests.get().reference
    for page in (
        "record",
        "earlier",
        "decide",
        "told",
        "ask",
        "hand-over",
        "reopen",
        "bring-back",
        "approve",
    ):
        pages.open(at(f"triage-{page}", walk), status=404)
    pages.open(at("triage-mark-concern", walk, concern), status=404)
    pages.open(at("triage-override", walk, request), status=404)


@pytest.mark.parametrize("who", ["teacher", "dsl", "police", "front_door", "ig_lead", "administrator"])
def test_the_pages_of_triage_are_not_there_for_others(pages, walk, cast, who):
    pages.sign_in(cast.here.user(who))
    pages.open(reverse("referrals:triage-queue"), status=404)
    pages.open(at("triage-record", walk), status=404)


def test_brought_back_the_police_see_it_no_more(pages, officer, walk, cast):
    walk.ready().decided("to-police")
    officer.fill(at("triage-bring-back", walk), reason="The police have finished with it.")
    assert walk.state() == "triage"
    with walk.acting("police"):
        assert Referral.objects.count() == 0


def test_the_asked_see_the_question_and_answer_it(pages, walk, cast):
    request = walk.ready().asked("social care")
    pages.sign_in(cast.here.front_door)
    assert request.reference in pages.open(reverse("referrals:triage-asked")).text
    url = reverse("referrals:triage-asked-request", args=[request.reference])
    page = pages.open(url)
    assert "missed appointments" in page.text and NAME not in page.text and "join a fight" not in page.text
    with walk.acting("front_door"):
        assert InformationRequest.objects.count() == 1 and Referral.objects.count() == 0
    pages.fill(url, can_answer="yes", reply="No, none.", handling="Not for onward disclosure")
    assert "Answered" in pages.open(url).text
    with walk.acting():
        answered = walk.referral.requests.get()
        assert (answered.reply, answered.answered_themselves) == ("No, none.", True)


def test_those_not_asked_do_not_see_the_question(pages, walk, cast):
    request = walk.ready().asked("social care")
    url = reverse("referrals:triage-asked-request", args=[request.reference])
    for user in (cast.here.dsl, cast.there.front_door, cast.here.police):
        pages.sign_in(user).open(url, status=404)


def test_a_service_does_not_take_a_matter_on_and_the_officer_sees_why(pages, officer, walk, cast):
    walk.ready()
    officer.fill(
        at("triage-redirect", walk), service=str(cast.here.organisation("social care").pk),
        message="A family that needs help with money.", basis="Children Act 1989, section 17",
    )  # fmt: skip
    with walk.acting():
        made = Redirect.objects.get()
    officer.fill(at("triage-decide", walk), outcome="redirect", note=NOTE, **GROUNDS)
    assert walk.state() == "redirected"
    pages.sign_in(cast.here.front_door)
    url = reverse("referrals:triage-asked-redirect", args=[made.reference])
    assert pages.fill(url, status=200, accepts="no").errors == ["Say why the service does not take it on."]
    pages.fill(url, accepts="no", answer="The family moved away.")
    pages.sign_in(cast.here.officer)
    assert "The family moved away." in pages.open(at("triage-record", walk)).text


def test_the_lead_approves_by_the_page_and_the_officer_cannot(pages, officer, walk, cast):
    walk.ready(violence=True)
    officer.fill(at("triage-decide", walk), outcome="close", note=NOTE, **GROUNDS)
    officer.open(at("triage-approve", walk), status=404)
    pages.sign_in(cast.here.lead)
    pages.fill(at("triage-approve", walk), approves="yes", reason="Nothing is left open.")
    assert walk.state() == "no_further_action"


def test_earlier_referrals_and_what_came_of_them_stand_on_the_page_of_triage(officer, cast):
    first = Walk(cast.here).received().ready()
    first.decided("close")
    last = Walk(cast.here).received().taken().matched("same")
    page = officer.open(at("triage-record", last))
    assert (
        f"{link_of(first)}: Closed: no further action" in page.text
        and at("triage-record", first) in page.links()
    )
    second = Walk(cast.here).received().taken().matched("same")
    both = officer.open(at("triage-record", second))
    assert f"{link_of(last)}: In triage" in both.text
    assert both.queries == officer.open(at("triage-record", last)).queries
    assert "Earlier referrals" not in officer.open(at("triage-record", first)).text


def test_earlier_referrals_stand_on_one_page_in_time_order(officer, cast):
    first = Walk(cast.here).received(concerns=["The first worry."]).ready()
    first.decided("close")
    second = Walk(cast.here).received(concerns=["The second worry."]).taken().matched("same")
    page = officer.open(at("triage-earlier", second))
    for words in (
        "The first worry.",
        GROUNDS["reason"],
        "No further action",
        "officer of Hereshire",
        "Hereshire school",
    ):
        assert words in page.text
    officer.fill(at("triage-earlier", second), answer="Twice the same film, nothing else.")
    assert "Twice the same film" in officer.open(at("triage-earlier", second)).text


def test_a_mistaken_referral_is_sealed_at_once(officer, pages, walk, cast):
    walk.ready().asked("clinic")
    with walk.acting("front_door"):
        pass
    request = walk.asked("social care")
    with walk.acting() as by:
        from waymark.pathway.referrals.actions import asking

        for row in walk.referral.requests.all():
            asking.decline_request(by=by, request=row, version=row.version, why="They know nothing.")
    officer.fill(at("triage-decide", walk), outcome="unfounded", note=NOTE, **GROUNDS)
    officer.open(at("triage-record", walk), status=404)
    with walk.acting("front_door"):
        assert not InformationRequest.objects.filter(pk=request.pk).exists()
    with walk.acting("lead") as by:
        from waymark.foundation.tasks.models import Task

        assert walk.referral.state == "mistaken"
        assert Task.objects.filter(kind="referrals.correction", done_at=None).count() == 2
    pages.sign_in(cast.here.lead).open(at("triage-record", walk))
