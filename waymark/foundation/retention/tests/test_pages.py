"""The pages of whoever governs information and of the record owner, by the people who use them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.retention import queries
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Erasure, Hold, Life, Proposal, RetentionSetting, Review
from waymark.foundation.retention.periods import months, years
from waymark.pathway.concerns.tests.form_walks import started
from waymark.pathway.referrals.tests.walks import Walk

from .clocks import on

SURNAME = "Pennyfarthingale"
Look = Callable[[], Any]
PAGES = ("held", "disposals", "periods", "proposals", "propose", "holds", "hold")


@pytest.fixture(autouse=True)
def _proved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second proof has its own tests; here everybody has just shown it."""
    monkeypatch.setattr("waymark.foundation.accounts.stepping_up.proved", lambda request: True)


def closed(cast: Cast) -> Walk:
    walk = Walk(cast.here).received(surname=SURNAME).ready()
    walk.decided("close")
    return walk


def parts(name: str, day: date) -> dict[str, str]:
    return {f"{name}-day": str(day.day), f"{name}-month": str(day.month), f"{name}-year": str(day.year)}


def test_empty_pages_teach(cast: Cast, pages: Pages) -> None:
    pages.sign_in(cast.here.ig_lead)
    said = {
        "held": "Nothing is held yet",
        "disposals": "Nothing has been erased yet",
        "proposals": "Nobody has proposed",
        "propose": "Nothing is due",
        "holds": "No record is under a hold",
    }
    for name, sentence in said.items():
        assert sentence in pages.open(reverse(f"retention:{name}")).text


def test_only_what_two_people_erase_is_offered_to_propose(cast: Cast, pages: Pages) -> None:
    """A draft goes by itself in the night, and what is under a hold stays."""
    walk = closed(cast)
    with cast.here.acting("teacher") as by:
        started(by)
    with walk.acting("lead"):
        reference = walk.referral.reference
    with on(years(3).after(clock.today())):
        pages.sign_in(cast.here.ig_lead)
        said = pages.open(reverse("retention:held")).text
        assert "1 record is due to be erased." in said and "1 record more goes by itself" in said
        review = parts("review_on", clock.today() + timedelta(days=60))
        pages.fill(
            reverse("retention:hold"), reference=reference, reason="Case 12 at the county court", **review
        )
        assert "Nothing is due to be erased." in pages.open(reverse("retention:held")).text


@pytest.mark.parametrize("who", ["officer", "teacher", "dsl", "police", "administrator"])
def test_others_find_no_such_pages(cast: Cast, pages: Pages, who: str) -> None:
    pages.sign_in(cast.here.user(who))
    for name in PAGES:
        pages.open(reverse(f"retention:{name}"), status=404)


def test_the_menu_shows_one_place_as_the_one_where_the_reader_is(cast: Cast, pages: Pages) -> None:
    """*Erasing* has an address that begins as that of *What we hold* does."""
    pages.sign_in(cast.here.ig_lead)
    for name in ("held", "proposals", "propose", "periods"):
        html = pages.open(reverse(f"retention:{name}")).response.content.decode()
        assert html.count("govuk-service-navigation__item--active") == 1, name


def test_what_is_held_is_counted_and_nobody_named(cast: Cast, pages: Pages) -> None:
    closed(cast)
    pages.canaries = (SURNAME,)
    pages.sign_in(cast.here.ig_lead)
    page = pages.open(reverse("retention:held"))
    assert page.heading == "What we hold and until when" and SURNAME not in page.text
    assert "Referral without a Prevent concern, or redirected: under 18" in page.text
    pages.sign_in(cast.there.ig_lead)
    assert "Nothing is held yet" in pages.open(reverse("retention:held")).text


def test_the_whole_way_from_due_to_gone(cast: Cast, pages: Pages, everything: Look) -> None:
    closed(cast)
    with on(years(3).after(clock.today())):
        pages.sign_in(cast.here.ig_lead)
        assert "1 record is due to be erased" in pages.open(reverse("retention:held")).text
        answer = pages.fill(reverse("retention:propose"))
        address = answer.response["Location"]
        assert "Somebody else has to agree" in pages.open(address).text
        pages.sign_in(cast.here.lead)
        assert "cannot be brought back" in pages.open(address).text
        pages.fill(address)
        assert "1 record was erased" in pages.open(reverse("retention:proposals")).text
        with everything():
            assert Erasure.objects.count() == 1 and Proposal.objects.get().decided_by == cast.here.lead
        pages.sign_in(cast.here.ig_lead)
        assert "Two people agreed" in pages.open(reverse("retention:disposals")).text
        text = pages.get(reverse("retention:disposals-csv")).content.decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) >= 2 and {len(row) for row in rows} == {5}
    assert not any(name in text for name in (SURNAME, cast.here.lead.full_name, cast.here.ig_lead.full_name))


def test_a_proposal_can_be_refused_with_a_reason(cast: Cast, pages: Pages, everything: Look) -> None:
    closed(cast)
    with on(years(3).after(clock.today())):
        pages.sign_in(cast.here.ig_lead)
        address = pages.fill(reverse("retention:propose")).response["Location"]
        pages.sign_in(cast.here.lead)
        page = pages.fill(f"{address}refuse/", status=200)
        assert page.errors == ["Say why these records are not to be erased"]
        pages.fill(f"{address}refuse/", reason="A complaint has come in.")
        with everything():
            assert Proposal.objects.get().approved is False and not Erasure.objects.exists()


def test_a_hold_is_placed_by_reference_and_ended(cast: Cast, pages: Pages, everything: Look) -> None:
    walk = closed(cast)
    with everything():
        reference = walk.referral.reference
    pages.sign_in(cast.here.ig_lead)
    day = clock.today() + timedelta(days=60)
    given = {"reference": reference, "reason": "Case 12 at the county court", **parts("review_on", day)}
    page = pages.fill(reverse("retention:hold"), **(given | {"reference": "R-00000-00000"}), status=200)
    assert "There is no record with this reference" in page.errors[0]
    pages.fill(reverse("retention:hold"), **given)
    assert reference in pages.open(reverse("retention:holds")).text
    with everything():
        hold = Hold.objects.get()
    pages.fill(reverse("retention:end-hold", args=[hold.pk]), because="The case is over.")
    assert "Ended on" in pages.open(reverse("retention:holds")).text


def test_a_period_shows_what_it_would_change_before_it_does(
    cast: Cast, pages: Pages, everything: Look
) -> None:
    closed(cast)
    pages.sign_in(cast.here.ig_lead)
    url = reverse("retention:set-period", args=["referral-child"])
    given = {
        "number": "2",
        "unit": "years",
        "reason": "Our board decided so.",
        **parts("from_date", clock.today()),
    }
    page = pages.send(url, pages.open(url).form() | given, status=200)
    assert "What this would change" in page.text and "Erased earlier than now: 1" in page.text
    assert not RetentionSetting.objects.exists(), "nothing is changed by looking"
    pages.send(url, page.form() | given | {"confirm": "yes"})
    assert "2 years" in pages.open(reverse("retention:periods")).text
    with everything():
        assert Life.objects.get(kind="referrals.referral").erase_on == years(2).after(clock.today())
    page = pages.send(url, pages.open(url).form() | given | {"number": "7"}, status=200)
    assert page.errors == ["These records may be kept for 6 years at most"]


def test_a_review_is_answered_by_the_record_owner(cast: Cast, pages: Pages, everything: Look) -> None:
    closed(cast)
    day = months(12).after(clock.today())
    with on(day):
        expire_everywhere()
        with everything():
            review = Review.objects.get()
        url = reverse("retention:review", args=[review.pk])
        pages.sign_in(cast.here.ig_lead)
        pages.open(url, status=404)
        pages.sign_in(cast.here.lead)
        assert "Say whether a record is still necessary" in pages.open(reverse("home:my-day")).text
        page = pages.open(url)
        assert "What to weigh" in page.text and page.form()["decision"] == "erase"
        page = pages.fill(url, decision="keep", reason="The school asks about it again.", status=200)
        assert page.errors == ["Give the day until which it is kept"]
        pages.fill(url, decision="erase", reason="Nothing has come of it since then.")
        with everything():
            assert Review.objects.get().decision == "erase"


def test_counting_looks_at_no_record_of_other_authorities(cast: Cast, everything: Look) -> None:
    """5,000 lives of the neighbour are not read to count one’s own; planted, by the grants alone they are."""
    Walk(cast.here).received()
    neighbour = cast.there.authority.pk
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_guard")
        cursor.execute(
            "INSERT INTO retention_life (id, authority_id, grants, version, recorded_at, salt, kind, record_id, "
            "class_code, came_on, erase_on) SELECT gen_random_uuid(), %s, ARRAY['system:' || %s], 1, now(), "
            "gen_random_uuid(), 'tests.record', gen_random_uuid(), 'referral-child', current_date, current_date "
            "FROM generate_series(1, 5000)",
            [neighbour, neighbour],
        )
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ANALYZE retention_life")
    with cast.here.acting("ig_lead") as actor:
        assert looked_at(queries.lives(actor)) < 100
        assert looked_at(Life.objects.visible_to(actor)) >= 5000


def looked_at(lives: QuerySet[Life]) -> int:
    """How many rows PostgreSQL read, those that it threw away included."""
    [plan] = json.loads(lives.explain(format="json", analyze=True))
    return sum(rows_of(plan["Plan"]))


def rows_of(node: dict[str, Any]) -> Iterator[int]:
    yield node.get("Actual Rows", 0) + node.get("Rows Removed by Filter", 0)
    for below in node.get("Plans", []):
        yield from rows_of(below)
