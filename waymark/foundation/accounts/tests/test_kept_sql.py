"""A kept query gives what the queryset gives, whatever was asked before; and cannot forget a value."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from waymark.foundation.accounts.models import User
from waymark.foundation.kernel.kept_sql import KeptSQL

SEEN = KeptSQL(
    lambda pk, day: User.objects.filter(pk=pk, last_seen_on__gte=day, is_active=True), uuid.UUID, date
)


@pytest.mark.django_db
def test_it_asks_with_the_values_of_each_call(django_assert_num_queries):
    one, other = (
        User.objects.create(email=f"{name}@kept.example", full_name=name, last_seen_on=date(2026, 3, day))
        for name, day in (("one", 5), ("other", 9))
    )
    with django_assert_num_queries(4):
        assert SEEN(one.pk, date(2026, 3, 1)) == [one]
        assert SEEN(other.pk, date(2026, 3, 1)) == [other]
        assert SEEN(one.pk, date(2026, 3, 6)) == []
        assert SEEN(one.pk, date(2026, 3, 5))[0].full_name == "one"


def test_a_value_that_the_query_does_not_ask_for_is_a_fault():
    careless = KeptSQL(lambda pk, day: User.objects.filter(pk=pk), uuid.UUID, date)
    with pytest.raises(TypeError):
        careless(uuid.uuid4(), date(2026, 3, 1))
    with pytest.raises(TypeError):
        SEEN(uuid.uuid4())
