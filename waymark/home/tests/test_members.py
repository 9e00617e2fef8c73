from __future__ import annotations

import re

import pytest
from django.core import mail
from django.db import connection

from tests.pages import Pages
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts import mailing
from waymark.foundation.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(cast, pages: Pages) -> Pages:
    return pages.sign_in(cast.here.administrator)


def test_an_invitation_carries_a_role_that_is_given_when_it_is_accepted(
    cast, administrator, monkeypatch, django_capture_on_commit_callbacks
):
    monkeypatch.setattr(mailing, "_deliver", [mailing.send_after_commit])
    school = cast.here.organisation("school")
    with django_capture_on_commit_callbacks(execute=True):
        administrator.fill(
            "/members/invite/", email="new@school.example", organisation=str(school.pk), role="dsl"
        )
    [letter] = mail.outbox
    assert letter.to == ["new@school.example"]
    link = re.search(r"/account/invitation/\S+", letter.body).group()
    newcomer = Pages()
    page = newcomer.get(link, follow=True)
    path = page.request["PATH_INFO"]
    newcomer.fill(path, full_name="Newly Come", password="four quiet otters swim")
    [held] = Membership.objects.filter(user__email="new@school.example")
    assert (held.role, held.organisation, held.authority) == ("dsl", school, cast.here.authority)


def test_two_roles_that_watch_over_each_other_are_refused(cast, administrator):
    path = f"/members/{cast.here.officer.pk}/give-role/"
    council = str(cast.here.organisation("council").pk)
    page = administrator.fill(path, status=200, organisation=council, role="ig_lead")
    assert page.errors == [
        "One person cannot be Information governance lead and Prevent officer: the two watch over each other."
    ]
    administrator.fill(path, organisation=council, role="prevent_lead")
    assert set(Membership.objects.filter(user=cast.here.officer).values_list("role", flat=True)) == {
        "prevent_officer", "prevent_lead",
    }  # fmt: skip
    assert administrator.fill(path, status=200, organisation=council, role="prevent_lead").errors


def test_nobody_gives_a_role_to_themselves_or_in_another_authority(cast, administrator):
    council = str(cast.here.organisation("council").pk)
    own = administrator.fill(
        f"/members/{cast.here.administrator.pk}/give-role/", status=200, organisation=council, role="dsl"
    )
    assert own.errors == ["You cannot give a role to yourself. Ask another administrator."]
    elsewhere = str(cast.there.organisation("council").pk)
    page = administrator.open(f"/members/{cast.here.officer.pk}/give-role/")
    administrator.send(
        f"/members/{cast.here.officer.pk}/give-role/",
        page.form() | {"organisation": elsewhere, "role": "dsl"},
        status=200,
    )
    administrator.open(f"/members/{cast.there.officer.pk}/", status=404)
    assert not Membership.objects.filter(user=cast.here.officer, authority=cast.there.authority).exists()


def test_an_ended_role_opens_nothing_at_the_next_click(cast, administrator):
    officer = Pages().sign_in(cast.here.officer)
    officer.open("/referrals/triage/")
    held = Membership.objects.get(user=cast.here.officer)
    administrator.fill(f"/members/{cast.here.officer.pk}/end-role/{held.pk}/")
    officer.open("/referrals/triage/", status=404)
    assert "no role yet" in officer.open("/my-day/").text
    assert "ended on" in administrator.open(f"/members/{cast.here.officer.pk}/").text


def test_a_stopped_account_is_out_at_the_next_click_and_cannot_come_back(cast, administrator):
    teacher = Pages().sign_in(cast.here.teacher)
    teacher.open("/my-day/")
    path = f"/members/{cast.here.teacher.pk}/disable/"
    assert administrator.fill(path, status=200).errors == ["Say why the account is stopped"]
    administrator.fill(path, reason="Left the school on 20 November 2026.")
    assert teacher.get("/my-day/").status_code == 302
    assert not User.objects.get(pk=cast.here.teacher.pk).is_active


@pytest.mark.parametrize("who", ["teacher", "officer", "lead", "ig_lead", "police"])
def test_only_administrators_manage_people(cast, pages, who: str):
    pages.sign_in(getattr(cast.here, who))
    for path in ("/members/", "/members/invite/", f"/members/{cast.here.dsl.pk}/"):
        pages.open(path, status=404)


def test_the_list_of_people_costs_no_more_when_it_is_longer(cast, administrator):
    administrator.open("/members/")
    before = administrator.open("/members/").queries
    for who in ("teacher", "dsl", "nurse", "police", "lead"):
        cast.here.user(who)
    page = administrator.open("/members/")
    assert page.queries == before and "teacher of Hereshire" in page.text


def test_the_ledger_shows_deeds_and_looks_of_its_own_authority_only(cast, administrator, pages):
    administrator.fill(
        f"/members/{cast.here.officer.pk}/give-role/",
        organisation=str(cast.here.organisation("council").pk),
        role="prevent_lead",
    )
    own = Pages().sign_in(cast.here.ig_lead).open("/ledger/")
    assert "Gave a role" in own.text and "administrator of Hereshire" in own.text
    assert "access.give-role" not in own.text
    other = Pages().sign_in(cast.there.ig_lead).open("/ledger/")
    assert "Nothing is on record yet" in other.text
    assert "who looked" in Pages().sign_in(cast.here.ig_lead).open("/ledger/?show=reads").heading


def test_somebody_who_works_for_two_organisations_chooses_one(cast, pages):
    Membership.objects.create(
        user=cast.here.teacher,
        organisation=cast.here.organisation("clinic"),
        authority=cast.here.authority,
        role="dsl",
    )
    pages.sign_in(cast.here.teacher)
    assert "more than one organisation" in pages.open("/my-day/").text
    pages.fill("/my-day/", organisation=str(cast.here.organisation("school").pk))
    pages.open("/referrals/waiting/", status=404)
    pages.fill("/my-day/", organisation=str(cast.here.organisation("clinic").pk))
    pages.open("/referrals/waiting/")
    page = pages.open("/my-day/")
    pages.send(
        "/work-for/", page.form() | {"organisation": str(cast.here.organisation("police").pk)}, status=404
    )


def test_the_role_table_reads_as_sentences(cast, pages):
    text = pages.sign_in(cast.here.ig_lead).open("/roles/").text
    assert "Sign a triage decision" in text and "One person may not also be" in text


def test_the_first_page_says_what_to_do_in_danger(client, db, pages):
    page = pages.open("/")
    assert "999" in page.text and "/referrals/" in page.links()
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("waymark_app",)


def test_a_run_of_one_deed_on_one_record_is_one_line_and_can_be_narrowed(cast, administrator):
    person = cast.here.officer
    for role in ("prevent_lead", "police_coordinator"):
        administrator.fill(
            f"/members/{person.pk}/give-role/",
            organisation=str(cast.here.organisation("council").pk),
            role=role,
        )
    reader = Pages().sign_in(cast.here.ig_lead)
    for narrowed, expected in (("what=access.give-role", 2), ("what=access.end-role", 0), ("days=1", 2)):
        rows = reader.open(f"/ledger/?{narrowed}").tree.xpath("//tbody/tr")
        assert len(rows) == expected, narrowed
    [record, _other] = reader.open("/ledger/?what=access.give-role").tree.xpath("//tbody/tr//a/@href")
    assert len(reader.open(f"/ledger/{record}").tree.xpath("//tbody/tr")) == 1
    assert (
        len(reader.open("/ledger/?record=nonsense&who=user:forged&days=9999").tree.xpath("//tbody/tr")) == 2
    )
