"""Signing in by one click: in the demonstration, as the people offered, and never else."""

from __future__ import annotations

import importlib

import pytest
from django.core.exceptions import ImproperlyConfigured

from waymark.foundation.accounts import demo_signin, urls
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, set_up_app
from waymark.foundation.kernel import clock

CHOOSE = "/account/sign-in-as/"


@pytest.fixture
def shown(person, offered):
    demo_signin.offer("Holder@council.example", "Decides what happens to a referral.")
    return person


def test_people_are_offered_with_what_they_do(pages, shown):
    page = pages.open(CHOOSE)
    assert "Account Holder" in page.text and "Decides what happens to a referral." in page.text
    assert CHOOSE in pages.open(SIGN_IN).links()


def test_people_of_one_organisation_stand_together(pages, shown):
    for name, place in (("first", "Council"), ("second", "Police"), ("third", "Council")):
        User.objects.create_user(f"{name}@council.example", PASSWORD, full_name=name)
        demo_signin.offer(f"{name}@council.example", name, place)
    headings = pages.open(CHOOSE).tree.xpath("//main//h2/text()")
    assert headings == ["Council", "Police"]


def test_one_click_signs_in(pages, shown):
    pages.fill(CHOOSE, who=str(shown.pk))
    assert pages.open("/account/").heading == "Your account"


def test_one_click_changes_from_one_person_to_another(pages, shown):
    other = User.objects.create_user("other@council.example", PASSWORD, full_name="Other Person")
    demo_signin.offer(other.email, "Reads only.")
    pages.fill(CHOOSE, who=str(shown.pk))
    pages.fill(CHOOSE, who=str(other.pk))
    assert "Other Person" in pages.open("/account/").text


def test_nobody_else_can_be_signed_in_as(pages, shown):
    other = User.objects.create_user("other@council.example", PASSWORD, full_name="Other Person")
    for who in (str(other.pk), other.email, "", "x", "00000000-0000-0000-0000-000000000000"):
        assert pages.post(CHOOSE, {"who": who}).status_code == 404
    assert "_auth_user_id" not in pages.session


def test_a_disabled_person_is_not_offered(pages, shown):
    User.objects.filter(pk=shown.pk).update(is_active=False, disabled_at=clock.now())
    assert pages.post(CHOOSE, {"who": str(shown.pk)}).status_code == 404
    assert "has not been loaded" in pages.open(CHOOSE).text


def test_looking_at_the_page_signs_nobody_in(pages, shown):
    pages.get(CHOOSE, {"who": str(shown.pk)})
    assert "_auth_user_id" not in pages.session


def test_who_set_up_an_app_is_asked_for_its_code_here_too(pages, shown):
    pages.fill(CHOOSE, who=str(shown.pk))
    set_up_app(pages, shown)
    pages.post("/account/sign-out/")
    assert pages.fill(CHOOSE, who=str(shown.pk)).response.headers["Location"] == "/account/sign-in/code/"
    assert "_auth_user_id" not in pages.session


def test_outside_the_demonstration_there_is_no_such_route_and_no_such_page(pages, shown, settings):
    settings.WAYMARK_DEMO = False
    try:
        assert "demo-signin" not in {route.name for route in importlib.reload(urls).own}
    finally:
        settings.WAYMARK_DEMO = True
        importlib.reload(urls)
    settings.WAYMARK_DEMO = False
    assert pages.get(CHOOSE).status_code == 404
    assert pages.post(CHOOSE, {"who": str(shown.pk)}).status_code == 404
    assert "_auth_user_id" not in pages.session and demo_signin.offers() == []


def test_outside_the_demonstration_nobody_can_be_offered(offered, settings):
    settings.WAYMARK_DEMO = False
    with pytest.raises(ImproperlyConfigured):
        demo_signin.offer("holder@council.example", "Anything.")
