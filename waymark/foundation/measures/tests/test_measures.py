"""The registry of measures, with a part planted for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Count as Number
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation import measures
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.foundation.measures import Count, Grouped, Measure, Scope, Unit
from waymark.foundation.measures.computing import several
from waymark.foundation.measures.permissions import Permission
from waymark.foundation.places.models import Organisation

FIRST, LAST = date(2026, 4, 1), date(2027, 3, 31)


def count_organisations(scope: Scope) -> list[Count]:
    """What a part would write: one query, split as asked."""
    rows = Organisation.objects.filter(authority_id=scope.authority_id).values_list("kind", flat=True)
    if scope.by == ("kind",):
        return [Count((kind,), list(rows).count(kind)) for kind in sorted(set(rows), reverse=True)]
    return [Count((), len(rows))]


ORGANISATIONS = Measure(
    "tests.organisations",
    _("Organisations that take part"),
    _("Organisations of the authority on the last day."),
    Unit.COUNT,
    _("Places"),
    count_organisations,
    personal=False,
    by=("kind",),
)


@pytest.fixture(autouse=True)
def planted() -> Iterator[None]:
    before = dict(measures.MEASURES)
    measures.declare(ORGANISATIONS)
    yield
    measures.MEASURES.clear()
    measures.MEASURES.update(before)


def holding(actor: Actor, *permissions: Permission) -> Actor:
    return replace(actor, permissions=actor.permissions | frozenset(permissions))


def scope(cast: Cast, *by: str) -> Scope:
    return Scope(cast.here.authority.pk, FIRST, LAST, by)


def test_a_figure_is_counted_for_whoever_may_have_it(cast: Cast) -> None:
    for side, kind in ((cast.here, "school"), (cast.here, "clinic"), (cast.there, "school")):
        side.organisation(kind)
    with cast.here.acting("lead") as lead:
        actor = holding(lead, Permission.COUNT)
        assert measures.compute("tests.organisations", scope(cast), actor) == (Count((), 3),)
        split = measures.compute("tests.organisations", scope(cast, "kind"), actor)
    assert split == (Count(("council",), 1), Count(("nhs",), 1), Count(("school",), 1))


def test_without_the_permission_it_is_refused(cast: Cast) -> None:
    with cast.here.acting("teacher") as teacher, pytest.raises(NotAllowed, match="cannot see this figure"):
        measures.compute("tests.organisations", scope(cast), teacher)


def test_of_another_authority_it_is_refused(cast: Cast) -> None:
    with cast.there.acting("lead") as lead, pytest.raises(NotAllowed, match="your own authority"):
        measures.compute("tests.organisations", scope(cast), holding(lead, Permission.COUNT))


def test_records_about_people_need_the_stronger_permission(cast: Cast) -> None:
    measures.declare(replace(ORGANISATIONS, code="tests.people", personal=True))
    with cast.here.acting("officer") as officer:
        with pytest.raises(NotAllowed):
            measures.compute("tests.people", scope(cast), holding(officer, Permission.COUNT))
        assert measures.compute("tests.people", scope(cast), holding(officer, Permission.COUNT_PEOPLE))


def test_the_count_borrows_the_authoritys_sight_and_gives_it_back(cast: Cast) -> None:
    seen: list[str] = []

    def counts(_scope: Scope) -> list[Count]:
        seen.append(_grants())
        return [Count((), 0)]

    measures.declare(replace(ORGANISATIONS, code="tests.sight", counts=counts))
    with cast.here.acting("lead") as lead:
        before = _grants()
        measures.compute("tests.sight", scope(cast), holding(lead, Permission.COUNT))
        assert _grants() == before
    assert f"system:{cast.here.authority.pk}" in seen[0] and "system:" not in before
    assert f"system:{cast.there.authority.pk}" not in seen[0]


@pytest.mark.parametrize(
    "wrong",
    [Count(("a", "b"), 1), Count((), -1), Count((), True), Count((7,), 1), Count((), 1.5)],  # type: ignore[arg-type]
)
def test_only_words_and_whole_numbers_come_back(cast: Cast, wrong: Count) -> None:
    measures.declare(replace(ORGANISATIONS, code="tests.wrong", counts=lambda _scope: [wrong]))
    with pytest.raises(TypeError), cast.here.acting("lead") as lead:
        measures.compute("tests.wrong", scope(cast), holding(lead, Permission.COUNT))


def test_an_unknown_split_or_measure_is_a_fault(cast: Cast) -> None:
    with cast.here.acting("lead") as lead:
        actor = holding(lead, Permission.COUNT)
        with pytest.raises(ValueError, match="cannot be split by faith"):
            measures.compute("tests.organisations", scope(cast, "faith"), actor)
        with pytest.raises(KeyError):
            measures.compute("tests.unknown", scope(cast), actor)


def test_a_scope_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="before its first"):
        Scope(1, LAST, FIRST)


def test_a_measure_has_one_definition() -> None:
    measures.declare(ORGANISATIONS)
    with pytest.raises(ValueError, match="two measures"):
        measures.declare(replace(ORGANISATIONS, definition=_("Something else.")))
    with pytest.raises(ValueError, match="no definition"):
        measures.declare(replace(ORGANISATIONS, code="tests.empty", definition=" "))


def test_anybody_signed_in_reads_the_definitions(cast: Cast, pages: Pages) -> None:
    page = pages.sign_in(cast.here.teacher).open(reverse("measures:list"))
    assert page.heading == "What is counted"
    assert "Organisations that take part" in page.text and "on the last day" in page.text


def test_the_period_that_is_not_chosen_is_called_what_it_is(cast: Cast, pages: Pages) -> None:
    page = pages.sign_in(cast.here.lead).open(reverse("measures:list"))
    called = [one.text_content().strip() for one in page.tree.xpath("//select[@name='days']/option")]
    assert called[0] == "The last 12 months" and len(called) == len(set(called)) == 3


def test_figures_show_to_whoever_may_count_them_and_to_nobody_else(cast: Cast, pages: Pages) -> None:
    cast.here.organisation("school")
    measures.declare(replace(ORGANISATIONS, code="tests.none", title=_("Never"), counts=lambda _scope: []))
    page = pages.sign_in(cast.here.lead).open(reverse("measures:list"))
    assert (
        "These figures are exact" in page.text and "There was nothing to count in this period." in page.text
    )
    [row] = page.tree.xpath("//tr[th='school']/td")
    assert row.text.strip() == "1"
    other = Pages().sign_in(cast.here.teacher).open(reverse("measures:list"))
    assert "These figures are exact" not in other.text and not other.tree.xpath("//td")


def grouped(scope: Scope) -> Grouped:
    organisations = Organisation.objects.filter(authority_id=scope.authority_id)
    return Grouped(organisations, [F("kind") for _name in scope.by], Number("pk"))


def test_groups_are_counted_in_one_query_and_shared_work_is_done_once(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    cast.here.organisation("school")
    done: list[str] = []

    def work() -> int:
        done.append("work")
        return 7

    def shares(scope: Scope) -> list[Count]:
        return [Count(("a",) if scope.by else (), measures.once("tests.work", work))]

    for number in range(3):
        measures.declare(replace(ORGANISATIONS, code=f"tests.grouped-{number}", counts=grouped))
        measures.declare(replace(ORGANISATIONS, code=f"tests.shares-{number}", counts=shares))
    codes = [f"tests.{kind}-{number}" for kind in ("grouped", "shares") for number in range(3)]
    asked = [(code, scope(cast, *by)) for code in codes for by in ((), ("kind",))]
    with cast.here.acting("lead") as lead:
        actor = holding(lead, Permission.COUNT)
        with django_assert_num_queries(3):  # the grant is lent and given back
            found = several(asked, actor)
        assert (
            measures.compute("tests.grouped-0", scope(cast), actor) == found["tests.grouped-2", scope(cast)]
        )
    assert found["tests.grouped-1", scope(cast)] == (Count((), 2),)
    assert found["tests.grouped-1", scope(cast, "kind")] == (Count(("council",), 1), Count(("school",), 1))
    assert found["tests.shares-2", scope(cast, "kind")] == (Count(("a",), 7),) and done == ["work"]


def test_the_page_of_all_measures_takes_few_queries(cast: Cast, pages: Pages) -> None:
    client = pages.sign_in(cast.here.lead)
    client.open(reverse("measures:list"))
    assert client.open(reverse("measures:list")).queries <= 40


def test_signed_out_people_do_not(db: None, pages: Pages) -> None:
    assert pages.get(reverse("measures:list")).status_code == 302


def _grants() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('waymark.grants', true)")
        return cursor.fetchone()[0]
