"""What is counted with whom; and the tally says the same as the attendances, whatever was changed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection

from waymark.delivery.reach import counting
from waymark.delivery.reach.counting import Asked, By, Which
from waymark.delivery.training.actions import tallying
from waymark.delivery.training.models import Attendance
from waymark.delivery.training.tests.teaching import school
from waymark.foundation import measures
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Scope
from waymark.foundation.measures.periods import Period
from waymark.foundation.places.models import Institution, InstitutionLink, Organisation

from .reaching import Taught, around, attended, stood, tally


def figures(cast, by: By, period: Period | None = None) -> dict[str, tuple[int, ...]]:
    with cast.here.acting("lead"):
        found = counting.cut(cast.here.authority.pk, period or around(), by).groups
    return {one.code: (one.there, one.reached, one.came, one.people, one.never) for one in found}


def test_each_group_says_who_is_there_and_who_was_reached(cast):
    taught = Taught(cast.here)
    first, second = school(cast.here), school(cast.here, "2", phase="Secondary")
    school(cast.here, "3", phase="Secondary")
    school(cast.there, "4", phase="Secondary")
    taught.number_from(20, institution_id=first.pk)
    taught.named_from(second, ["Ada", "Ben"])
    taught.named_from(second, ["Ada", "Cleo"], days=9)
    taught.number_from(500, institution_id=first.pk, delivered_by="regional")
    taught.number_from(7)
    assert figures(cast, By.PHASE) == {"Primary": (1, 1, 20, None, 0), "Secondary": (2, 1, 4, None, 1)}
    with cast.here.acting("lead"):
        found = counting.cut(cast.here.authority.pk, around(), By.PHASE)
    whole = found.whole
    assert (whole.there, whole.reached, whole.came, whole.people, found.elsewhere) == (3, 2, 24, None, 7)


def people(cast, by: By) -> tuple[dict[str, int | None], int | None]:
    with cast.here.acting("lead"):
        found = counting.cut(cast.here.authority.pk, around(), by, institutions=by != By.KIND)
    return {one.code: one.people for one in found.groups}, found.whole.people


def test_small_numbers_of_people_are_held_back_and_no_cut_gives_one_back(cast):
    """By kind, the schools are a whole that the other cuts tell: what is left would be the people of the charity."""
    taught = Taught(cast.here)
    names = [f"Person{number}" for number in range(12)]
    first, second = school(cast.here), school(cast.here, "2", phase="Secondary")
    taught.named_from(first, names[:6])
    taught.named_from(first, names[6:], days=9)
    assert people(cast, By.PHASE) == ({"Primary": None, "Secondary": None}, 12), "nobody came, too"
    taught.named_from(second, ["Ada", "Ben"])
    assert people(cast, By.PHASE) == ({"Primary": None, "Secondary": None}, 14)
    assert people(cast, By.KIND)[0]["school"] == 14
    for kind in ("charity", "school"):
        place = Organisation.objects.create(authority=cast.here.authority, name=f"A {kind}", kind=kind)
        taught.named_from(place, [f"Cleo{kind}"])
    by_kind, all_of_them = people(cast, By.KIND)
    assert (by_kind["school"], by_kind["charity"], by_kind["unregistered"], all_of_them) == (
        14,
        None,
        None,
        None,
    )


def test_what_a_closed_school_was_taught_goes_with_the_one_that_followed(cast):
    taught = Taught(cast.here)
    gone, between, heir = (school(cast.here, number) for number in "123")
    taught.named_from(gone, ["Ada"])
    yesterday = clock.today() - timedelta(days=1)
    Institution.objects.filter(pk__in=[gone.pk, between.pk]).update(status="closed", closed_on=yesterday)
    for urn, linked, kind in ((gone.urn, between.urn, "Successor"), (heir.urn, between.urn, "Predecessor")):
        InstitutionLink.objects.create(urn=urn, linked_urn=linked, kind=kind)
    assert figures(cast, By.PHASE) == {"Primary": (1, 1, 1, None, 0)}
    # Before it closed it stands for itself; what was taught later than the period is not counted.
    earlier = Period(yesterday - timedelta(days=30), yesterday)
    assert figures(cast, By.PHASE, earlier) == {"Primary": (3, 0, 0, None, 3)}


def test_when_a_school_split_each_that_followed_was_reached_and_who_came_counts_once(cast):
    taught = Taught(cast.here)
    gone = school(cast.here)
    heirs = [school(cast.here, "2"), school(cast.here, "3", phase="Secondary")]
    taught.number_from(20, institution_id=gone.pk)
    taught.number_from(5, institution_id=heirs[1].pk)
    Institution.objects.filter(pk=gone.pk).update(status="closed")
    for heir in heirs:
        InstitutionLink.objects.create(urn=gone.urn, linked_urn=heir.urn, kind="Successor - Split School")
    assert figures(cast, By.PHASE) == {"Primary": (1, 1, 20, None, 0), "Secondary": (1, 1, 5, None, 0)}
    with cast.here.acting("lead"):
        reached = counting.places(cast.here.authority.pk, around(), Asked(Which.REACHED))
        found = counting.cut(cast.here.authority.pk, around(), By.PHASE)
    assert {one.key for one in reached} == {f"i-{heir.pk}" for heir in heirs}
    assert (found.whole.came, found.elsewhere) == (25, 0)


def test_links_in_a_circle_end(cast):
    taught = Taught(cast.here)
    one, other = school(cast.here), school(cast.here, "2")
    taught.number_from(3, institution_id=one.pk)
    Institution.objects.filter(pk__in=[one.pk, other.pk]).update(status="closed")
    InstitutionLink.objects.create(urn=one.urn, linked_urn=other.urn, kind="Successor")
    InstitutionLink.objects.create(urn=other.urn, linked_urn=one.urn, kind="Successor")
    with cast.here.acting("lead"):
        assert counting.cut(cast.here.authority.pk, around(), By.WARD).elsewhere == 3


def test_the_tally_agrees_with_the_attendances_after_every_change(cast):
    taught = Taught(cast.here)
    first, second = school(cast.here), school(cast.here, "2")
    taught.named_from(first, ["Ada", "Ben"])
    taught.named_from(first, ["Ada"], days=9)
    taught.number_from(12, institution_id=second.pk)
    fresh, read = attended(cast.here), stood(cast.here)
    assert tally(cast.here) == [] and len(fresh) == 3
    assert [(place, came, people) for place, _last, came, people in read] == [
        (first.pk, 3, 2),
        (second.pk, 12, 0),
    ]
    assert tallying.everywhere("reach") >= 2
    assert (tally(cast.here), stood(cast.here)) == (fresh, read)
    with cast.here.acting("trainer"):
        held = Attendance.objects.get(number=12)
        Attendance.objects.filter(pk=held.pk).update(institution=first, number=5)
        Attendance.objects.filter(trainee__name="Ben").update(came="no_show")
    changed, read = attended(cast.here), stood(cast.here)
    assert sum(row[3] for row in changed) == sum(row[2] for row in read) == 7
    tallying.everywhere("reach")
    assert (tally(cast.here), stood(cast.here)) == (changed, read)


def test_a_change_that_marks_nothing_would_be_seen(cast):
    """Planted: without the mark that the trigger sets, the tally stays behind, and the comparison above fails."""
    taught = Taught(cast.here)
    taught.number_from(12, institution_id=school(cast.here).pk)
    tallying.everywhere("reach")
    with cast.here.acting("trainer"):
        Attendance.objects.update(number=5)
    assert [row[2] for row in stood(cast.here)] == [5]
    with acting(Actor.job("test", cast.here.authority.pk)), connection.cursor() as cursor:
        cursor.execute("DELETE FROM reach.touched")
    assert [row[2] for row in stood(cast.here)] == [12]


def test_nobody_reads_or_writes_the_tally_by_their_role(cast):
    taught = Taught(cast.here)
    taught.number_from(12, institution_id=school(cast.here).pk)
    tallying.everywhere("reach")
    for who in ("lead", "officer", "trainer", "administrator"):
        with cast.here.acting(who), connection.cursor() as cursor:
            for table in ("reach.tally", "reach.touched", "reach.ends"):
                cursor.execute(f"SELECT count(*) FROM {table}")
                assert cursor.fetchone() == (0,)
            cursor.execute("WITH gone AS (DELETE FROM reach.tally RETURNING 1) SELECT count(*) FROM gone")
            assert cursor.fetchone() == (0,)
    assert tally(cast.there) == []


def test_lists_are_those_that_the_figures_count(cast):
    taught = Taught(cast.here)
    places = [school(cast.here, number) for number in "1234"]
    taught.number_from(12, institution_id=places[0].pk)
    taught.number_from(12, institution_id=places[1].pk, days=30)
    authority, today = cast.here.authority.pk, clock.today()

    def keys(period: Period, which: Which, **given) -> list[str]:
        asked = Asked(which, {By.PHASE: "Primary"}, **given)
        return [one.key for one in counting.places(authority, period, asked, size=50)]

    with cast.here.acting("lead"):
        named = [f"i-{one.pk}" for one in places]
        early = Period(today, today + timedelta(days=10))
        assert keys(early, Which.REACHED) == named[:1]
        assert keys(early, Which.NOT_REACHED) == keys(early, Which.NEVER) == named[1:]
        since = today + timedelta(days=20)
        assert keys(around(), Which.NOT_SINCE, since=since) == [named[0], *named[2:]]
        assert counting.places(authority, around(), Asked(), after=named[1], size=1)[0].key == named[2]
        assert counting.places(authority, around(), Asked(), before=named[1], size=1)[0].key == named[0]


@pytest.mark.parametrize("by", ["", "phase", "ward", "trust", "kind"])
def test_measures_of_coverage(cast, by):
    taught = Taught(cast.here)
    school(cast.here, "2")
    taught.number_from(12, institution_id=school(cast.here).pk)
    scope = Scope(cast.here.authority.pk, around().from_on, around().until_on, (by,) if by else ())
    with cast.here.acting("lead"):
        found = {
            code: [(one.group, one.number) for one in measures.compute(code, scope, cast.here.actor("lead"))]
            for code in ("reach.institutions_in_scope", "reach.institutions_reached", "reach.never_reached")
        }
    group = {"": (), "phase": ("Primary",), "ward": ("none",), "trust": ("none",), "kind": ("school",)}[by]
    assert list(found.values()) == [[(group, 2)], [(group, 1)], [(group, 1)]]
