"""Rows of kept queries are what the same query gives when it is put together anew: joined, prefetched, ordered."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from tests.cast import Side
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.kept_sql import Belonging, Children, KeptSQL

WHO = ("officer", "lead", "coordinator")
HELD = Children(Membership, "user", "organisation")
OWN = Belonging(Membership, "user", "organisation__authority", order=("-role",))
NAMED = KeptSQL(
    lambda keys, name: User.objects.filter(pk__one_of=keys, full_name=name).prefetch_related(
        "memberships__organisation"
    ),
    list,
    str,
)


@pytest.fixture
def people(db: None) -> list[User]:
    side = Side("T99000001", "Keptshire")
    return [side.user(who) for who in WHO]


def test_children_are_those_of_each_in_one_query(people, django_assert_num_queries):
    nobody = User.objects.create(email="nobody@kept.example", full_name="nobody")
    with django_assert_num_queries(1):
        rows = HELD([*people, nobody])
        found = {user.pk: [row.organisation.name for row in user.memberships.all()] for user in people}
        assert list(nobody.memberships.all()) == []
    assert {row.pk for row in rows} == set(Membership.objects.values_list("pk", flat=True))
    assert all(row.user is next(user for user in people if user.pk == row.user_id) for row in rows)
    for user in people:
        assert found[user.pk] == [row.organisation.name for row in Membership.objects.filter(user_id=user.pk)]
    with django_assert_num_queries(0):
        assert HELD([]) == []


def test_what_is_narrowed_after_that_still_belongs_to_its_parent(people):
    HELD(people)
    first = people[0]
    assert list(first.memberships.filter(role__gt="")) == list(Membership.objects.filter(user=first))


def test_what_belongs_to_one_record_knows_it_and_keeps_its_order(people, django_assert_num_queries):
    user = people[0]
    more = Membership.objects.get(user=user)
    more.pk, more.role = None, "zz"
    more.save(force_insert=True)
    with django_assert_num_queries(1):
        rows = OWN(user)
        assert next(row.role for row in rows) == "zz"
        assert all(row.user is user and row.organisation.authority.name == "Keptshire" for row in rows)


def test_a_list_is_one_value_however_long_and_prefetches_come_along(people, django_assert_num_queries):
    first, second = people[0], people[1]
    for keys in ([first.pk], [first.pk, second.pk], [first.pk, second.pk, uuid.uuid4()]):
        with django_assert_num_queries(3):
            (found,) = NAMED(keys, first.full_name)
            assert found == first
            assert [row.organisation_id for row in found.memberships.all()]
    assert NAMED([], first.full_name) == []
    assert NAMED([first.pk], second.full_name) == []


def test_a_kept_query_can_be_asked_on_two_days(people):
    held = KeptSQL(lambda user, day: Membership.objects.valid(day).filter(user_id=user), uuid.UUID, date)
    began = Membership.objects.get(user=people[0]).starts_on
    assert held(people[0].pk, began)
    assert not held(people[0].pk, date(began.year - 1, 1, 1))
