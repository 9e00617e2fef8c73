from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction

from waymark.foundation.access import roles
from waymark.foundation.access.actions import visitors
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting, enter, lending
from waymark.foundation.access.middleware import VISITOR, actor_of
from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

pytestmark = pytest.mark.django_db


def held() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.held()")
        return cursor.fetchone()[0]


def test_the_context_ends_with_its_block_also_when_it_fails():
    actor = Actor(kind="user", id="1", grants=("a:1",))
    with acting(actor):
        assert held() == ["a:1"]
        with pytest.raises(ZeroDivisionError), acting(Actor(kind="job", id="x", grants=("b:2",))):
            assert held() == ["b:2"]
            1 / 0
        assert held() == ["a:1"]
    assert held() == []


def test_lending_adds_and_takes_back():
    with acting(Actor(kind="user", id="1", grants=("a:1",))):
        with lending("system:9"):
            assert held() == ["a:1", "system:9"]
        assert held() == ["a:1"]


def test_what_is_lent_already_is_not_asked_for_again(django_assert_num_queries):
    """And whoever else acts in between borrows for themselves."""
    someone, other = (Actor(kind="user", id=key, grants=(f"{key}:1",)) for key in "ab")
    with acting(someone), lending("system:9"):
        with django_assert_num_queries(0), lending("system:9"):
            pass
        assert held() == ["a:1", "system:9"]
        with acting(other):
            assert held() == ["b:1"]
            with lending("system:9"):
                assert held() == ["b:1", "system:9"]
            assert held() == ["b:1"]
    with pytest.raises(ZeroDivisionError), acting(someone), lending("system:9"):
        1 / 0
    with acting(someone):
        with lending("system:9"):
            assert held() == ["a:1", "system:9"]
        assert held() == ["a:1"]


def test_a_grant_cannot_smuggle_another():
    for planted in ("a,b", "a}", 'a"b', "a b", "a\\"):
        with pytest.raises(ValueError), acting(Actor(kind="user", id="1", grants=(planted,))):
            held()


@pytest.mark.django_db(transaction=True)
def test_a_context_outside_a_transaction_is_refused_and_none_leaks_to_the_next():
    with pytest.raises(RuntimeError):
        enter(Actor(kind="user", id="1", grants=("a:1",)))
    with transaction.atomic():
        enter(Actor(kind="user", id="1", grants=("a:1",)))
        assert held() == ["a:1"]
    assert held() == []


def test_an_actor_holds_what_its_roles_give(cast):
    actor = cast.here.actor("dsl")
    organisation, authority = cast.here.organisation("school").pk, cast.here.authority.pk
    assert f"organisation:{organisation}:dsl" in actor.grants and f"user:{cast.here.dsl.pk}" in actor.grants
    assert {g for g in actor.grants if g.startswith("authority:")} == {
        f"authority:{authority}:open-training",
        f"authority:{authority}:library",
    }
    assert actor.may("concerns.approve") and not actor.may("referrals.triage")


def test_a_role_works_from_its_first_to_its_last_day_and_not_when_ended(cast):
    day = clock.today()
    membership = Membership.objects.get(user=cast.here.officer)
    for starts, ends, works in ((1, None, False), (0, 0, True), (-9, -1, False), (-9, 0, True)):
        membership.starts_on = day + timedelta(days=starts)
        membership.ends_on = None if ends is None else day + timedelta(days=ends)
        membership.save()
        assert cast.here.actor("officer").may("referrals.triage") is works, (starts, ends)
    membership.ended_at = clock.now()
    membership.save()
    assert cast.here.actor("officer").grants == (f"user:{cast.here.officer.pk}",)


def test_a_person_acts_for_one_organisation_at_a_time(cast):
    user = cast.here.dsl
    Membership.objects.create(
        user=user, organisation=cast.here.organisation("clinic"), authority=cast.here.authority, role="dsl"
    )
    first, second = cast.here.organisation("clinic").pk, cast.here.organisation("school").pk
    for chosen, other in ((first, second), (second, first)):
        actor = Actor.of_user(user.pk, chosen)
        assert actor.organisation_id == chosen
        assert f"organisation:{other}:dsl" not in actor.grants
    assert Actor.of_user(user.pk, 10**6).organisation_id in (first, second)


def test_removing_a_role_never_shows_more(cast):
    full = set(cast.here.actor("lead").grants)
    Membership.objects.filter(user=cast.here.lead).update(
        starts_on=clock.today() - timedelta(days=9), ends_on=clock.today() - timedelta(days=1)
    )
    assert set(cast.here.actor("lead").grants) < full


def test_an_unknown_role_gives_nothing(cast):
    Membership.objects.filter(user=cast.here.officer).update(role="gone")
    assert cast.here.actor("officer").permissions == frozenset()
    assert "gone" not in roles.ROLES


def test_a_visitors_link_works_once_and_not_after_72_hours(cast):
    authority = cast.here.authority.pk
    now = clock.now()
    visitor, token = visitors.issue_link("Nurse@clinic.example", authority, "en", at=now)
    assert visitors.use_link(token, at=now + timedelta(hours=71)).pk == visitor.pk
    for spent_or_forged in (token, token[:-1] + "x", "", "\x00"):
        with pytest.raises(Refusal):
            visitors.use_link(spent_or_forged, at=now)
    same, late = visitors.issue_link("nurse@CLINIC.example", authority, "en", at=now)
    assert same.pk == visitor.pk
    with pytest.raises(Refusal):
        visitors.use_link(late, at=now + timedelta(hours=72))


def test_a_session_with_a_visitor_that_is_none_belongs_to_nobody(db, rf):
    request = rf.get("/")
    request.user, request.session = AnonymousUser(), {VISITOR: "not-a-key"}
    assert actor_of(request) == Actor.nobody()
