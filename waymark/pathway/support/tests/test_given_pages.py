"""The pages of actions: to those who work on the case, and to the one person who does it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from waymark.foundation.kernel import clock

from .walks import TASK, SupportWalk

NAME = "Quillfeather"
BRIEFING = "He is fifteen and wary of officials."
NEED = "Feels that nobody listens at school."


@pytest.fixture
def walk(cast) -> SupportWalk:
    for who in ("lead", "coordinator", "mentor", "helper"):
        cast.here.user(who)
    return SupportWalk(cast.here).adopted().planned()


@pytest.fixture
def at(walk, pages, cast):
    pages.canaries = (NAME,)
    with walk.acting():
        reference = walk.case.reference
    return lambda page, *more: reverse(f"support:{page}", args=[reference, *more])


@pytest.fixture
def mine(walk, pages, cast):
    """The mentor, signed in, with one action they were asked for."""
    pages.canaries = (NAME,)
    action = walk.gave()
    pages.sign_in(cast.here.mentor)
    return lambda page: reverse(f"support:mine-{page}", args=[action.reference])


def days(number: int) -> dict[str, str]:
    on = clock.today() + timedelta(days=number)
    return {"due_on-day": str(on.day), "due_on-month": str(on.month), "due_on-year": str(on.year)}


def test_somebody_is_asked_and_it_stands_in_the_plan(pages, at, walk, cast):
    pages.sign_in(cast.here.officer)
    mentor = f"{cast.here.mentor.pk}:{cast.here.organisation('provider').pk}"
    with walk.acting():
        [need] = walk.needs()
    given = {"kind": "mentoring", "who": mentor, "task": TASK, "needs": [str(need.pk)]}
    assert pages.fill(at("give"), status=200, **given).errors == ["Enter a date"]
    pages.fill(at("give"), **given, **days(30))
    page = pages.open(at("plan"))
    assert "Waiting for an answer" in page.text and "There is an action for it." in page.text
    [link] = [link for link in page.links() if "/actions/A-" in link]
    page = pages.open(link)
    assert TASK in page.text and cast.here.mentor.get_full_name() in page.text
    pages.fill(f"{link}cancel/", because="Not needed any more.")
    assert "Taken out of the plan" in pages.open(at("plan")).text


def test_who_is_asked_takes_it_on_and_says_how_it_goes(pages, mine, walk, cast):
    listed = pages.open(reverse("support:mine"))
    assert mine("action") in listed.links() and NAME not in listed.text
    page = pages.open(mine("action"))
    assert TASK in page.text and NAME not in page.text and NEED not in page.text
    pages.send(mine("accept"), page.form())
    page = pages.open(mine("action"))
    assert "not approved" in page.text and "It begins today" not in page.text
    with cast.here.acting("mentor"):
        version = walk.action().version
    assert "not approved" in pages.post(mine("start"), {"version": version}).content.decode()
    walk.agreed().consented()
    pages.send(mine("start"), pages.open(mine("action")).form())
    pages.fill(mine("update"), words="We met and talked.")
    pages.fill(mine("finish"), words="He has found other friends.")
    page = pages.open(mine("action"))
    assert "He has found other friends." in page.text and "Done" in page.text


def test_who_does_not_take_it_on_sees_it_no_more(pages, mine, walk):
    assert pages.fill(mine("decline"), because="", status=200).errors
    pages.fill(mine("decline"), because="I know the family.")
    pages.open(mine("action"), status=404)
    assert "Nothing." in pages.open(reverse("support:mine")).text


@pytest.mark.parametrize("who", ["helper", "nurse", "teacher"])
def test_nobody_else_sees_it(pages, mine, cast, who):
    pages.sign_in(cast.here.user(who))
    for page in ("action", "decline", "update", "finish"):
        pages.open(mine(page), status=404)


def test_who_is_asked_sees_no_page_of_the_case(pages, mine, at):
    for page in ("plan", "write", "give"):
        pages.open(at(page), status=404)
    pages.open(reverse("channel:cases"), status=404)


def test_a_provider_is_briefed_and_says_which_sessions_were_held(pages, at, mine, walk, cast):
    walk.accepted()
    walk.agreed().consented()
    walk.started()
    with walk.acting():
        held = walk.action().reference
    pages.sign_in(cast.here.officer)
    checked = {name.replace("due_on", "checked_on"): value for name, value in days(0).items()}
    brief = {"checked_by": "The Prevent lead", "sessions": "6", "words": BRIEFING}
    assert pages.fill(at("brief", held), status=200, **brief).errors
    pages.fill(at("brief", held), **brief, **checked)
    pages.fill(at("ask-report", held), **days(9))
    pages.sign_in(cast.here.mentor)
    page = pages.open(mine("action"))
    assert BRIEFING in page.text and "Plan sessions" not in page.text
    pages.send(mine("read"), page.form())
    first = {name.replace("due_on", "planned_on"): value for name, value in days(0).items()}
    pages.send(mine("plan"), pages.open(mine("plan")).form() | first | {"number": "6"})
    page = pages.open(mine("action"))
    assert "0 of 6 planned sessions held" in page.text
    [session, later, *_rest] = [link for link in page.links() if "/sessions/" in link and "plan" not in link]
    assert pages.fill(session, was_held="yes", status=200).errors == ["Enter how many minutes it took."]
    pages.fill(session, was_held="yes", minutes="50", mode="in_person")
    # Known before its day that it will not be held.
    pages.fill(later, was_held="no", reason="The youth centre is closed.")
    [report] = [link for link in page.links() if "/reports/" in link]
    pages.fill(report, words="He asks questions now.")
    pages.sign_in(cast.here.officer)
    for address in (
        at("plan"),
        at("action", held),
        reverse("channel:case", args=[at("plan").split("/")[-2]]),
    ):
        assert "1 of 6 planned sessions held" in pages.open(address).text
    page = pages.open(at("action", held))
    assert "He asks questions now." in page.text and "The panel has not seen it." in page.text
    [seen] = [link for link in page.links() if link.endswith("/seen/")]
    on = {name.replace("due_on", "seen_on"): value for name, value in days(0).items()}
    pages.fill(seen, **on)
    assert "The panel saw it on" in pages.open(at("action", held)).text


def test_the_number_of_queries_does_not_grow(pages, at, mine, walk, cast):
    with walk.acting():
        held = walk.action().reference
    addresses = (at("plan"), at("action", held), mine("action"), reverse("support:mine"))
    whose = (cast.here.officer, cast.here.officer, cast.here.mentor, cast.here.mentor)

    def cost() -> list[int]:
        found = []
        for address, user in zip(addresses, whose, strict=True):
            pages.sign_in(user)
            found.append(pages.open(address).queries)
        return found

    cost()
    before = cost()
    for _number in range(3):
        walk.gave()
    assert cost() == before


def test_a_consent_that_has_ended_stops_it_and_the_providers_page_says_so(pages, walk, cast):
    walk.under_way()
    pages.sign_in(cast.here.mentor)
    with cast.here.acting("mentor"):
        where = reverse("support:mine-action", args=[walk.action().reference])
    assert "No consent covers" not in pages.open(where).text
    over = {"asked_on": clock.today() - timedelta(days=9), "expires_on": clock.today() - timedelta(days=1)}
    walk.corrected(**over)
    page = pages.open(where)
    assert "No consent covers this today" in page.text and "It goes on today" not in page.text
    with walk.acting():
        assert (walk.case.state, walk.action().state, walk.action().stopped_by) == (
            "consent_lapsed", "stopped", "consent",
        )  # fmt: skip


def test_for_a_provider_who_cannot_it_is_said_and_marked_so(pages, walk, at, cast):
    walk.under_way()
    walk.briefed().read().planned_sessions(2)
    pages.sign_in(cast.here.officer)
    with walk.acting():
        reference = walk.action().reference
        sessions = list(walk.action().sessions.all())
    where = at("session", reference, sessions[0].pk)
    assert where in pages.open(at("action", reference)).links()
    pages.fill(where, was_held="no", reason="He was ill.")
    page = pages.open(at("action", reference))
    assert where not in page.links()
    assert f"written down for them by {cast.here.officer.get_full_name()}" in page.text
    pages.sign_in(cast.here.helper)
    pages.open(at("session", reference, sessions[1].pk), status=404)
