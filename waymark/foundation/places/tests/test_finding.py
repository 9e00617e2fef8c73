from __future__ import annotations

import pytest

from waymark.foundation.places.finding import institutions_matching, matching
from waymark.foundation.places.importing import register
from waymark.foundation.places.importing.reports import Report
from waymark.foundation.places.models import Authority, Institution

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools() -> Authority:
    here = Authority.objects.create(code="E06999001", name="Hereshire", kind="unitary", nation="england")
    facts = {"kind": "school", "source": "test", "status": "open"}
    rows = [
        register.row(**facts, urn="100001", name="St Mary’s Primary School", postcode="EC2Y 8BB"),
        register.row(**facts, urn="100002", name="Saint Mary School", authority_id=here.pk),
        register.row(**facts, urn="100003", name="Ysgol Siân", postcode="CF10 1AA"),
        register.row(**(facts | {"status": "closed"}), urn="100004", name="St Mary’s Old School"),
    ]
    register.take(Report("test"), rows)
    return here


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mary school", ["100002", "100001"]),
        ("st. MARYS", ["100001"]),
        ("sian", ["100003"]),
        ("100003", ["100003"]),
        ("0100003", ["100003"]),
        ("ec2y8bb", ["100001"]),
        ("EC2Y 8bb", ["100001"]),
        ("cf10", ["100003"]),
        ("%", []),
        ("", []),
    ],
)
def test_what_is_typed_finds_the_living(schools, text: str, found: list[str]):
    assert [one.urn for one in institutions_matching(text)] == found


def test_a_slip_of_the_pen_still_finds(schools):
    assert institutions_matching("Ysgol Sain")[0].urn == "100003"


def test_those_of_the_authority_come_first_and_no_more_than_asked(schools):
    assert [one.urn for one in institutions_matching("school", schools)] == ["100002", "100001"]
    assert [one.urn for one in institutions_matching("mary", schools, limit=1)] == ["100002"]


def test_no_more_queries_than_said(schools, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        [str(one.authority) for one in institutions_matching("mary", schools)]


def test_the_directory_finds_the_closed_too(schools):
    assert matching(Institution.objects.all(), "mary old").get().status == "closed"
    assert matching(Institution.objects.all(), " ").count() == 4
