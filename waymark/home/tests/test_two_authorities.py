"""One person who works for two authorities: each page says whose it is, and goes to the other one."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.cast import Cast, Side
from tests.pages import Pages
from waymark.delivery.engagement.actions import issues
from waymark.delivery.engagement.models import Source
from waymark.delivery.reach.models import Approach
from waymark.delivery.training.models import TrainingRequest
from waymark.delivery.training.tests.teaching import Year, school
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.directory.models import Contact
from waymark.foundation.importing.models import Import
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.pathway.concerns.models import Draft, Enquiry

HERE, THERE = "This page is for Hereshire.", "This page is for Thereshire."
PAGES = {
    "officer": [
        "/training/elsewhere/add/", "/training/lists/", "/training/counted/", "/training/mine/ask/",
        "/training/mine/elsewhere/", "/reach/", "/reach/places/not-reached/", "/reach/write/", "/measures/",
        "/engagement/asked-for/note/", "/library/awaited/note/", "/lists/begin/attendances/", "/lists/begin/contacts/",
        "/directory/add-organisation/", "/referrals/", "/referrals/begin/", "/referrals/advice/ask/",
    ],
    "lead": ["/times/", "/times/referrals.triage/", "/referrals/routing/", "/reports/begin/"],
    "coordinator": ["/panels/new/"],
    "ig_lead": ["/retention/periods/", "/own-data/record/"],
}  # fmt: skip


def works_for_both(cast: Cast, who: str) -> Any:
    """The same role, for the same organisation, in the other authority too."""
    user, role = cast.here.user(who), cast.here.user(who).memberships.get().role
    council = user.memberships.get().organisation
    Membership.objects.create(user=user, organisation=council, authority=cast.there.authority, role=role)
    return user


@pytest.fixture
def officer(cast: Cast, pages: Pages) -> Pages:
    return pages.sign_in(works_for_both(cast, "officer"))


def at(side: Side, url: str) -> str:
    return f"{url}?for_authority={side.authority.pk}"


def test_each_page_of_one_authority_says_which_and_goes_to_the_other(cast, pages):
    stranger = Authority.objects.create(code="E06999003", name="Farshire", kind="unitary", nation="england")
    for who, urls in PAGES.items():
        pages.sign_in(works_for_both(cast, who))
        for url in urls:
            pages.get(at(cast.here, url))
            found = pages.open(url)
            assert HERE in found.text, f"{url}: {found.text[:300]}"
            [other] = [link for link in found.links() if "for_authority=" in link and link.startswith("?")]
            assert THERE in pages.open(url + other).text, url
            assert THERE in pages.open(url).text, f"{url} forgot what was chosen"
            assert pages.get(f"{url}?for_authority={stranger.pk}").status_code == 404, url
            assert pages.get(f"{url}?for_authority=x").status_code == 404, url


def test_who_works_for_one_is_asked_nothing_and_reaches_no_other(cast, pages):
    for who, urls in PAGES.items():
        pages.sign_in(cast.here.user(who))
        for url in urls:
            assert "This page is for" not in pages.open(url).text, url
            assert pages.get(at(cast.there, url)).status_code == 404, url


def test_a_role_in_one_authority_gives_no_right_in_the_other(cast, pages):
    """Whoever plans training here and only sits on a panel there sees and does nothing of training there."""
    user, council = cast.here.officer, cast.here.organisation("council")
    Membership.objects.create(
        user=user, organisation=council, authority=cast.there.authority, role="panel_member"
    )
    actor = Actor.of_user(user.pk)
    assert actor.authority_ids == {cast.here.authority.pk, cast.there.authority.pk}
    pages.sign_in(user)
    for url in ("/training/elsewhere/add/", "/reach/", "/measures/", "/lists/begin/attendances/"):
        assert "This page is for" not in pages.open(url).text
        assert pages.get(at(cast.there, url)).status_code == 404, url


def test_a_form_is_of_the_authority_it_was_opened_for_whatever_another_window_shows(cast, officer):
    """Asked for here, while a second window went over to the other authority."""
    Year(cast.here), Year(cast.there)
    form = officer.open(at(cast.there, "/training/mine/ask/")).form()
    officer.open(at(cast.here, "/training/mine/ask/"))
    said = {"name": "Somebody", "number": "3", "place": "", "elsewhere": "An invented club"}
    officer.send("/training/mine/ask/", form | said)
    assert TrainingRequest.objects.get().authority == cast.there.authority
    form["for_authority"] = "999999"
    assert officer.post("/training/mine/ask/", form | said | {"once": ""}).status_code == 404


def test_requests_of_both_show_together_with_all_who_can_teach(cast, officer):
    for side in (cast.here, cast.there):
        Year(side).asked()
        side.user("trainer")
    text = officer.open("/training/requests/").text
    assert "2 requests wait" in text
    assert "trainer of Hereshire" in text and "trainer of Thereshire" in text


def test_the_page_of_a_place_shows_training_reach_and_issues_of_its_own_authority(cast, officer):
    for side in (cast.here, cast.there):
        place = school(side)
        found = officer.open(f"/directory/i-{place.pk}/")
        assert "Training that people from here came to" in found.text
        links = [link for link in found.links() if "/reach/write/" in link or link.endswith("/raise/")]
        assert f"/reach/write/?place=i-{place.pk}&for_authority={side.authority.pk}" in links
        officer.fill(f"/reach/i-{place.pk}/note/", how="call", outcome="later")
        assert Approach.objects.latest("recorded_at").authority == side.authority
        assert officer.open(f"/engagement/issues/at/i-{place.pk}/raise/").status == 200


def test_a_list_from_a_file_is_of_the_authority_that_was_chosen(cast, officer):
    place = school(cast.there)
    sheet = f"URN,Role,Name,Email\n{place.urn},Head,Ada Inventedly,ada@there.example\n"
    page = officer.open(at(cast.there, "/lists/begin/contacts/"))
    file = SimpleUploadedFile("contacts.csv", sheet.encode(), "text/csv")
    answer = officer.send("/lists/begin/contacts/", page.form() | {"list": file})
    assert Import.objects.get().authority == cast.there.authority
    officer.open(at(cast.here, "/lists/begin/contacts/"))
    officer.fill(answer.response.headers["Location"])
    show = answer.response.headers["Location"].removesuffix("columns/")
    assert "1 new" in officer.open(show).text
    officer.fill(show)
    assert Contact.objects.get().authority == cast.there.authority


def test_figures_and_what_they_count_are_of_the_authority_that_was_chosen(cast, officer):
    given = {"source": Source.values[0], "words": "An invented matter", "reply_by": clock.today()}
    with cast.there.acting("officer") as by:
        given |= {"authority_id": cast.there.authority.pk, "place": school(cast.there)}
        reference = issues.raise_issue(by=by, **given)[0].reference
    assert "Figures of Thereshire" in officer.open(at(cast.there, "/measures/")).text
    counted = "/measures/engagement.issues/counted/"
    assert reference in officer.open(at(cast.there, counted)).text
    assert reference not in officer.open(at(cast.here, counted)).text


def test_a_referral_and_a_question_go_to_the_council_that_was_chosen(cast, officer):
    assert "Thereshire" in officer.open(at(cast.there, "/referrals/")).text
    officer.fill("/referrals/begin/", talked="yes", danger="no")
    assert Draft.objects.get().authority == cast.there.authority
    officer.fill(at(cast.here, "/referrals/advice/ask/"), question="What do I do?")
    assert Enquiry.objects.get().authority == cast.here.authority


def test_the_directory_offers_both(cast, officer):
    school(cast.here), school(cast.there)
    text = officer.open("/directory/").text
    assert "Only Hereshire" in text and "Only Thereshire" in text


def test_the_choice_costs_one_query(cast, pages):
    """For those who work for several; the others pay nothing."""
    pages.sign_in(cast.here.officer)
    pages.open("/training/lists/")
    alone = pages.open("/training/lists/").queries
    pages.sign_in(works_for_both(cast, "officer"))
    pages.open("/training/lists/")
    assert pages.open("/training/lists/").queries == alone + 1
