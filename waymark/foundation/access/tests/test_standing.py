"""Who helps somebody back in has had their role for 14 days, by the ledger: a colleague invented today confirms nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access import queries, roles
from waymark.foundation.access.actions import recovering
from waymark.foundation.access.models import Membership, Recovery
from waymark.foundation.access.permissions import Permission
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed

from .test_recovery import WORDS, vouched

Look = Callable[[], AbstractContextManager[None]]


def older(everything: Look, days: int, *who: str) -> None:
    """What the ledger holds of the roles of these people is so many days older; nobody but its owner could do so."""
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE ledger.change DISABLE TRIGGER USER")
        cursor.execute("SET ROLE NONE")
        cursor.execute(
            "UPDATE ledger.change SET at = at - make_interval(days => %s) WHERE relation = 'access_membership' AND row_id IN "
            "(SELECT m.id::text FROM access_membership m JOIN accounts_user u ON u.id = m.user_id "
            " WHERE split_part(u.email, '@', 1) = ANY (%s))",
            [days, list(who)],
        )
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE ledger.change ENABLE TRIGGER USER")
        cursor.execute("SET ROLE NONE")


@pytest.fixture(autouse=True)
def _people(cast: Cast) -> None:
    for who in ("administrator", "lead", "ig_lead", "officer"):
        cast.here.user(who)


def confirm(cast: Cast, row: Recovery, who: str = "lead") -> None:
    with cast.here.acting(who) as by:
        recovering.confirm(by=by, recovery=row)


def test_the_database_knows_the_roles_that_vouch(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT role FROM gate.vouches")
        assert {role for (role,) in cursor.fetchall()} == set(roles.holding(Permission.VOUCH))


@pytest.mark.parametrize(("days", "may"), [(13, False), (14, True)])
def test_who_confirms_has_had_the_role_for_14_days(
    cast: Cast, everything: Look, days: int, may: bool
) -> None:
    older(everything, 100, "administrator")
    older(everything, days, "lead")
    row = vouched(cast)
    assert queries.has_standing(cast.here.lead.pk, cast.here.authority.pk) is may
    if may:
        confirm(cast, row)
        return
    with pytest.raises(NotAllowed, match="less than 14 days"):
        confirm(cast, row)
    assert _past_the_pages(cast, row) == "28000"
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("DROP TRIGGER access_recovery_standing ON access_recovery")
        cursor.execute("SET ROLE NONE")
    assert _past_the_pages(cast, row) == "", "planted: without the wall the invented colleague confirms"


def _past_the_pages(cast: Cast, row: Recovery) -> str:
    """What the database says to the application role; empty when it does it."""
    with cast.here.acting("lead"), connection.cursor() as cursor:
        try:
            with transaction.atomic():
                cursor.execute("SELECT gate.confirm_vouching(%s, %s)", [row.pk, "a" * 64])
        except DatabaseError as refused:
            return str(getattr(refused.__cause__, "sqlstate", ""))
    return ""


def test_who_vouches_has_too(cast: Cast, everything: Look) -> None:
    older(everything, 100, "lead")
    with pytest.raises(NotAllowed, match="less than 14 days"):
        vouched(cast)
    vouched(cast, who="lead")


def test_a_role_that_was_changed_or_dated_back_counts_from_its_entry(cast: Cast, everything: Look) -> None:
    older(everything, 100, "administrator", "officer")
    row = vouched(cast, whom="lead")
    with cast.here.acting("administrator"):
        Membership.objects.filter(user=cast.here.officer).update(role="prevent_lead")
        Membership.objects.filter(user=cast.here.ig_lead).update(
            starts_on=clock.today() - timedelta(days=400)
        )
    for who in ("officer", "ig_lead"):
        with pytest.raises(NotAllowed, match="less than 14 days"):
            confirm(cast, row, who)


def test_in_a_new_service_two_people_are_enough_and_elsewhere_it_does_not_count(
    cast: Cast, everything: Look
) -> None:
    cast.there.user("lead")
    older(everything, 100, "officer")
    confirm(cast, vouched(cast))
    older(everything, 100, "administrator")
    with everything():
        Membership.objects.filter(user=cast.here.administrator).update(ended_at=clock.now())
    assert not queries.has_standing(cast.here.lead.pk, cast.here.authority.pk), (
        "a role that ended still says so"
    )


def test_the_page_says_why(
    cast: Cast, pages: Pages, everything: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("waymark.foundation.accounts.stepping_up.proved", lambda request: True)
    older(everything, 100, "administrator")
    pages.sign_in(cast.here.lead)
    typed = {"email": cast.here.officer.email, "seen": "in_person", "words": WORDS}
    form = pages.open(reverse("recovery:vouch")).form() | typed
    with pytest.raises(AssertionError, match="less than 14 days"):  # the page comes back and says so
        pages.send(reverse("recovery:vouch"), form)
    row = vouched(cast)
    page = pages.open(reverse("recovery:confirm", args=[row.pk]), status=403)
    assert "less than 14 days" in page.text
