"""What no record holds goes by a job: accounts nobody uses, visitors who wrote nothing, links, forms, invitations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection

from tests.cast import Cast
from waymark.foundation.access.actions.visitors import issue_link, use_link
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import OnceToken, Visitor, VisitorLink
from waymark.foundation.accounts.models import Invitation, User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.models import Deed
from waymark.foundation.retention.actions import leftovers
from waymark.foundation.retention.actions.accounts import close_unused
from waymark.pathway.concerns.tests import form_walks
from waymark.pathway.referrals.tests.walks import Walk

Look = Callable[[], Any]


def used(user: User, days: int | None) -> User:
    """Last used so many days ago; None: never, and it was made long ago."""
    seen = None if days is None else clock.today() - timedelta(days=days)
    User.objects.filter(pk=user.pk).update(
        last_seen_on=seen, joined_at=clock.now() - timedelta(days=400), password="argon2$whatever"
    )
    return user


@pytest.mark.parametrize(
    ("days", "closed", "emptied"),
    [(0, False, False), (34, False, False), (35, True, False), (89, True, False), (90, True, True), (None, True, True)],
)  # fmt: skip
def test_an_unused_account_is_closed_at_35_days_and_emptied_at_90(
    cast: Cast, everything: Look, days: int | None, closed: bool, emptied: bool
) -> None:
    user = used(cast.here.nurse, days)
    name = user.full_name
    Authenticator.objects.create(user=user, type="totp", data={"secret": "x"})
    close_unused(clock.now())
    user.refresh_from_db()
    assert user.is_active is not closed
    assert user.has_usable_password() is not emptied
    assert Authenticator.objects.filter(user=user).exists() is not emptied
    assert user.full_name == name, "the name stays where the person signed"
    with everything():
        deeds = set(Deed.objects.filter(about_id=str(user.pk)).values_list("deed", flat=True))
    assert ("accounts.disable" in deeds) is closed and ("retention.remove-credentials" in deeds) is emptied
    assert close_unused(clock.now()) == (0, 0), "again, nothing"


def test_an_account_whose_work_nobody_can_take_stays_and_does_not_hold_up_others(cast: Cast) -> None:
    Walk(cast.here).received().taken()
    used(cast.here.officer, 60)
    for who in ("lead", "second_officer"):
        with cast.here.acting("administrator"):
            cast.here.user(who).memberships.update(ended_at=clock.now())
    used(cast.here.nurse, 60)
    close_unused(clock.now())
    assert User.objects.get(pk=cast.here.officer.pk).is_active, "somebody has to lead the referral"
    assert not User.objects.get(pk=cast.here.nurse.pk).is_active


def aged(days: int) -> None:
    """Visitors and their links as if they had come so many days ago."""
    ago = clock.now() - timedelta(days=days)
    Visitor.objects.update(first_seen_at=ago)
    VisitorLink.objects.update(made_at=ago, expires_at=ago + timedelta(hours=72))


def test_a_visitor_who_wrote_nothing_is_forgotten_and_one_who_did_is_not(cast: Cast) -> None:
    authority = cast.here.authority.pk
    issue_link("idle@clinic.example", authority, "en")
    _visitor, token = issue_link("wrote@clinic.example", authority, "en")
    with acting(Actor.of_visitor(use_link(token))) as by:
        form_walks.whole(by)
    aged(13)
    assert leftovers.visitors(clock.now()) == 0
    aged(14)
    assert leftovers.clear(clock.now())["visitors"] == 1
    assert [visitor.email for visitor in Visitor.objects.all()] == ["wrote@clinic.example"]
    assert leftovers.clear(clock.now())["visitors"] == 0


def test_links_and_sent_forms_go_in_their_time(cast: Cast) -> None:
    issue_link("idle@clinic.example", cast.here.authority.pk, "en")
    VisitorLink.objects.update(expires_at=clock.now() - timedelta(days=29))
    assert leftovers.links(clock.now()) == 0
    VisitorLink.objects.update(expires_at=clock.now() - timedelta(days=31))
    assert leftovers.links(clock.now()) == 1
    row = OnceToken.objects.create(token="7f6f3e0e-0000-4000-8000-000000000001", actor="user:x")
    assert leftovers.forms(clock.now()) == 0
    OnceToken.objects.filter(pk=row.pk).update(spent_at=clock.now() - timedelta(days=400))
    assert leftovers.forms(clock.now()) == 1


def test_the_address_of_whoever_never_took_an_invitation_goes(cast: Cast) -> None:
    made = [
        Invitation.objects.create(
            email=f"{name}@council.example", token_hash=name, invited_at=clock.now(), invited_by=cast.here.lead,
            expires_at=clock.now() - timedelta(days=days),
        )
        for name, days in (("old", 91), ("older", 200), ("new", 10))
    ]  # fmt: skip
    assert leftovers.invitations(clock.now()) == 2
    assert [Invitation.objects.get(pk=one.pk).email for one in made] == ["", "", "new@council.example"]


def test_what_was_typed_goes_though_nobody_types_again(cast: Cast, everything: Look) -> None:
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO accounts_typedtext (id, user_id, path, why, sealed, kept_at, expires_at) VALUES "
            "(gen_random_uuid(), %s, '/x/', 'step-up', '', now() - interval '2 days', now() - interval '1 day')",
            [cast.here.nurse.pk],
        )
    leftovers.clear(clock.now())
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_typedtext")
        assert cursor.fetchone() == (0,)
