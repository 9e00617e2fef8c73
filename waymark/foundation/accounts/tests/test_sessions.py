"""Sessions: seen, ended by their holder, ended by an administrator."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from tests.pages import Pages
from waymark.foundation.accounts.actions import disabling
from waymark.foundation.accounts.models import User
from waymark.foundation.accounts.templatetags.accounts import browser
from waymark.foundation.accounts.tests.conftest import PASSWORD, SIGN_IN, Administrator, sign_in
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NeedsAnother, Refusal

ACCOUNT = "/account/"
SESSIONS = "/account/sessions/"


def signed_out(pages) -> bool:
    return pages.get(ACCOUNT).headers.get("Location", "").startswith(SIGN_IN)


@pytest.fixture
def elsewhere(person):
    """The same person on another machine."""
    other = Pages(
        headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Safari/604.1"}
    )
    sign_in(other)
    return other


def test_the_list_shows_each_session_and_marks_this_one(pages, elsewhere):
    sign_in(pages)
    page = pages.open(SESSIONS)
    assert len(page.tree.xpath("//main//dl")) == 2
    assert page.text.count("This one") == 1 and "Safari on iPhone" in page.text


def test_other_people_s_sessions_are_not_in_the_list(pages, person):
    User.objects.create_user("other@council.example", PASSWORD, full_name="Other Person")
    sign_in(Pages(), "other@council.example")
    sign_in(pages)
    assert len(pages.open(SESSIONS).tree.xpath("//main//dl")) == 1
    assert "You are signed in nowhere else." in pages.open(SESSIONS).text


def test_ending_my_other_sessions_leaves_this_one(pages, elsewhere):
    sign_in(pages)
    pages.fill(SESSIONS, number=1)
    assert "You are signed out everywhere else." in pages.open(SESSIONS).text
    assert signed_out(elsewhere) and not signed_out(pages)
    assert Session.objects.filter(session_key=elsewhere.session.session_key).count() == 0


def test_one_session_can_be_ended_by_itself_and_nobody_else_s(pages, elsewhere, person):
    third = Pages()
    sign_in(third)
    sign_in(pages)
    User.objects.create_user("other@council.example", PASSWORD, full_name="Other Person")
    stranger = Pages()
    sign_in(stranger, "other@council.example")
    theirs = UserSession.objects.get(session_key=elsewhere.session.session_key).pk
    assert stranger.post(SESSIONS, {"session": theirs}).status_code == 404
    assert stranger.post(SESSIONS, {"session": "x" * 30}).status_code == 404
    pages.post(SESSIONS, {"session": theirs})
    assert signed_out(elsewhere) and not signed_out(third) and not signed_out(pages)


def entries(person, everything) -> list[str]:
    from django.db import connection

    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT deed, actor FROM ledger.deed WHERE about_id = %s ORDER BY id", [str(person.pk)]
        )
        return [f"{deed} by {actor.split(':')[0]}" for deed, actor in cursor.fetchall()]


def test_signing_in_and_out_and_failing_are_in_the_ledger(pages, person, everything):
    pages.fill(SIGN_IN, status=200, login=person.email, password="not the password at all")
    sign_in(pages)
    pages.fill("/account/sign-out/")
    assert entries(person, everything) == [
        "accounts.sign-in-failed by nobody",
        "accounts.sign-in by user",
        "accounts.session-ended by user",
    ]


def test_changing_the_password_ends_other_sessions(pages, elsewhere):
    sign_in(pages)
    pages.fill("/account/password/", oldpassword=PASSWORD, password1="seven loud herons wade")
    assert signed_out(elsewhere) and not signed_out(pages)


def test_a_disabled_person_is_refused_at_the_next_request(pages, person, administrator):
    sign_in(pages)
    administrator.does(disabling.disable, user=person, reason="Left the organisation.")
    assert signed_out(pages)
    assert not UserSession.objects.filter(user=person).exists()
    assert not Session.objects.filter(session_key=pages.session.session_key).exists()
    page = pages.fill(SIGN_IN, status=200, login=person.email, password=PASSWORD)
    assert page.errors == ["Check your email address and password. At least one of them is not right."]


def test_a_session_that_is_in_no_list_ends_all_the_same(pages, person, administrator):
    pages.sign_in(person)
    UserSession.objects.all().delete()
    administrator.does(disabling.disable, user=person, reason="Left the organisation.")
    assert signed_out(pages)
    administrator.does(disabling.enable, user=person)
    assert signed_out(pages), "a session from before came back"


def test_who_is_enabled_again_can_sign_in(pages, person, administrator):
    administrator.does(disabling.disable, user=person, reason="Left the organisation.")
    user = administrator.does(disabling.enable, user=person)
    assert (user.is_active, user.disabled_at, user.disabled_reason) == (True, None, "")
    sign_in(pages)
    assert not signed_out(pages)


def test_disabling_says_when_and_why_and_is_entered_in_the_ledger(person, administrator, everything):
    from django.db import connection

    moment = clock.now()
    user = administrator.does(disabling.disable, user=person, reason=" Left the organisation. ", at=moment)
    assert (user.disabled_at, user.disabled_reason) == (moment, "Left the organisation.")
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT deed, actor FROM ledger.deed WHERE about_id = %s", [str(person.pk)])
        assert cursor.fetchall() == [("accounts.disable", administrator.ledger_name)]
        cursor.execute(
            "SELECT plain FROM ledger.change WHERE relation = 'accounts_user' AND row_id = %s AND op = 'UPDATE'",
            [str(person.pk)],
        )
        kept = str(cursor.fetchall())
    assert "is_active" in kept and "Left the organisation" not in kept and person.email not in kept


def test_nobody_disables_themselves_or_without_a_reason(person, administrator):
    me = User.objects.get(pk=administrator.user_id)
    with pytest.raises(NeedsAnother):
        administrator.does(disabling.disable, user=me, reason="Tired.")
    with pytest.raises(Refusal) as refused:
        administrator.does(disabling.disable, user=person, reason="  ")
    assert refused.value.field == "reason"
    assert User.objects.filter(is_active=False).count() == 0


def test_disabling_twice_keeps_the_first_time(person, administrator):
    first = administrator.does(disabling.disable, user=person, reason="Left the organisation.")
    again = administrator.does(disabling.disable, user=person, reason="Something else.")
    assert (again.disabled_at, again.disabled_reason) == (first.disabled_at, "Left the organisation.")


def test_an_administrator_can_sign_somebody_out_everywhere(pages, elsewhere, person, administrator):
    sign_in(pages)
    administrator.does(disabling.sign_out_everywhere, user=person)
    assert signed_out(pages) and signed_out(elsewhere)
    sign_in(pages)
    assert not signed_out(pages)


def test_last_seen_is_kept_by_day_and_not_written_at_each_request(pages, person, django_assert_num_queries):
    sign_in(pages)
    pages.open(ACCOUNT)
    person.refresh_from_db()
    assert person.last_seen_on == clock.today()
    UserSession.objects.update(last_seen_at=clock.now().replace(year=2020))
    pages.open(ACCOUNT)
    assert UserSession.objects.get().last_seen_at.year == 2020
    session = pages.session
    session["accounts_seen"] = 0
    session.save()
    pages.open(ACCOUNT)
    assert UserSession.objects.get().last_seen_at.year > 2020


@pytest.mark.parametrize(
    ("says", "shown"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
            "Edge on Windows",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/140.0 Safari/537.36", "Chrome on Mac"),
        ("curl/8.0", "A browser we do not know"),
        ("", "A browser we do not know"),
    ],
)
def test_a_browser_is_named_as_people_name_it(says, shown):
    assert browser(says) == shown


def test_the_doer_of_tests_is_named_as_access_names_a_user(person):
    assert Administrator(person.pk).ledger_name == f"user:{person.pk}"
