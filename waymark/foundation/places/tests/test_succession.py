from __future__ import annotations

import pytest

from waymark.foundation.places.models import Institution, InstitutionLink
from waymark.foundation.places.succession import current

pytestmark = pytest.mark.django_db


def school(urn: str, status: str, **facts) -> Institution:
    return Institution.objects.create(
        kind="school", urn=urn, name=f"School {urn}", status=status, source="test", **facts
    )


def link(urn: str, other: str, kind: str = "Successor") -> None:
    InstitutionLink.objects.create(urn=urn, linked_urn=other, kind=kind)


def urns(one: Institution) -> list[str]:
    return [found.urn for found in current(one)]


def test_an_open_institution_is_its_own_present(django_assert_num_queries):
    one = school("1", "open")
    link("1", "2")
    with django_assert_num_queries(0):
        assert urns(one) == ["1"]


def test_a_closed_one_leads_over_closed_and_unknown_ones_to_the_open_one(django_assert_num_queries):
    one = school("1", "closed")
    school("2", "closed")
    school("4", "open")
    link("1", "2")
    link("2", "3", "Successor - merged")  # 3 is in no register that was loaded
    link("4", "3", "Predecessor")  # said from the other end only
    with django_assert_num_queries(2):
        assert urns(one) == ["4"]


def test_a_split_leads_to_each_part():
    one = school("1", "closed")
    for urn in ("3", "2"):
        school(urn, "open")
        link("1", urn, "Successor - Split School")
    assert urns(one) == ["2", "3"]


def test_a_circle_ends():
    one, two = school("1", "closed"), school("2", "closed")
    link("1", "2")
    link("2", "1")
    link("2", "2")
    assert urns(one) == [] and urns(two) == []
    school("3", "open")
    link("2", "3")
    assert urns(one) == ["3"] and urns(two) == ["3"]


def test_closed_without_a_successor_has_no_present_and_an_unknown_one_is_taken_as_it_is():
    assert urns(school("1", "closed")) == []
    assert urns(school("2", "unknown")) == ["2"]


def test_links_of_other_kinds_lead_nowhere():
    one = school("1", "closed")
    school("2", "open")
    link("1", "2", "Sixth Form Centre Link")
    assert urns(one) == []


def test_the_number_of_a_welsh_school_is_no_urn():
    other = Institution.objects.create(
        kind="welsh_school", urn="1", name="Ysgol", status="closed", source="test"
    )
    school("2", "open")
    link("1", "2")
    assert urns(other) == []
