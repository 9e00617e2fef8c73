"""Risks in words: who answers for each, what they see of it, when it is looked at again, why it was closed."""

from __future__ import annotations

import copy
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel.models import Case
from waymark.pathway.support import risks_shown
from waymark.pathway.support.actions import weighing
from waymark.pathway.support.models import Risk, RiskEntry

from .walks import DONE, RISK, SupportWalk

NAME = "Quillfeather"


@pytest.fixture(scope="module")
def kept(once_a_file) -> SupportWalk:
    """Adopted once: each test begins there."""

    def made() -> SupportWalk:
        here = Cast().here
        for who in ("lead", "coordinator", "mentor", "panel_health"):
            here.user(who)
        walk = SupportWalk(here).adopted()
        walk.table.seat("health", here.organisation("clinic"), here.panel_health)
        return walk

    return once_a_file(made)


@pytest.fixture
def walk(db, kept) -> SupportWalk:
    return copy.copy(kept)


def risk_of(walk, who="officer") -> Risk:
    with walk.acting(who):
        return Risk.objects.get()


def does(walk, who, act, **said) -> Risk:
    with walk.acting(who) as by:
        risk = Risk.objects.get()
        return act(by=by, risk=risk, version=risk.version, **said)


def waits(walk, who) -> list[str]:
    with walk.acting(who):
        found = Task.objects.filter(
            done_at__isnull=True, for_user=walk.side.user(who), kind__startswith="support.risk"
        )
        return sorted(found.values_list("kind", flat=True))


def in_days(days: int):
    return clock.today() + timedelta(days=days)


def day(name: str, days: int) -> dict[str, str]:
    on = in_days(days)
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


def test_it_is_put_down_owned_and_looked_at_on_the_pages(walk, pages):
    pages.canaries = (NAME,)
    with walk.acting():
        case = walk.case.reference
    pages.sign_in(walk.side.officer)
    add = reverse("support:raise-risk", args=[case])
    assert add in pages.open(reverse("channel:case", args=[case])).links()
    who = f"{walk.side.panel_health.pk}:{walk.side.organisation('clinic').pk}"
    said = {"whom": "from_others", "words": RISK, "done_about": DONE, "who": who}
    assert pages.fill(add, status=200, **said).errors == ["Enter a date"]
    pages.fill(add, **said, **day("review_on", 30))
    risk = risk_of(walk).reference
    pages.sign_in(walk.side.panel_health)
    mine = reverse("support:my-risk", args=[risk])
    assert mine in pages.open(reverse("support:mine")).links()
    page = pages.open(mine)
    assert RISK in page.text and NAME not in page.text and case not in page.text
    pages.send(reverse("support:my-risk-accept", args=[risk]), page.form())
    told = {"words": "He has not been seen with him.", "done_about": "The clinic asks him each week."}
    pages.fill(reverse("support:my-risk-review", args=[risk]), **told, **day("review_on", 60))
    pages.sign_in(walk.side.officer)
    page = pages.open(reverse("support:risk", args=[case, risk]))
    assert "omebody answers for it" not in page.text and walk.side.panel_health.get_full_name() in page.text
    listed = pages.open(reverse("support:risks", args=[case]))
    assert listed.tree.xpath("//*[@class='waymark-marking']//text()") == ["OFFICIAL-SENSITIVE"]
    assert (
        reverse("support:risk", args=[case, risk])
        in pages.open(reverse("support:risk-close", args=[case, risk])).links()
    )
    assert told["words"] in page.text and told["done_about"] in page.text and DONE not in page.text
    assert told["done_about"] in pages.open(reverse("channel:case", args=[case])).text
    pages.fill(reverse("support:risk-close", args=[case, risk]), because="The boy has moved away.")
    assert "No risk is open." in pages.open(reverse("channel:case", args=[case])).text
    assert "The boy has moved away." in pages.open(reverse("support:risk", args=[case, risk])).text
    assert "Closed" in pages.open(reverse("support:risks", args=[case])).text
    pages.sign_in(walk.side.panel_health)
    pages.open(mine, status=404)


def test_whoever_answers_for_it_sees_nothing_else_of_the_case(walk):
    walk.weighed()
    with walk.acting("panel_health"):
        assert Risk.objects.get().words == RISK and not Case.objects.exists()
    for who in ("mentor", "nurse"):
        walk.side.user(who)
        with walk.acting(who):
            assert not Risk.objects.exists() and not RiskEntry.objects.exists()


def test_members_of_the_panel_read_it_at_the_item_of_the_case(walk):
    walk.weighed()
    with walk.acting():
        [row] = risks_shown.for_panel(walk.case)
        assert RISK in row["value"]["text"] and DONE in row["value"]["text"]
    does(walk, "officer", weighing.close, because="The boy has moved away.")
    with walk.acting():
        assert risks_shown.for_panel(walk.case) == []


def test_only_somebody_on_the_panel_or_the_lead_professional_is_asked(walk):
    with pytest.raises(NotNow, match="seat on the panel"), walk.acting() as by:
        weighing.raise_risk(
            by=by, case=walk.case, whom="self", words=RISK, done_about=DONE, person_id=walk.side.mentor.pk,
            organisation_id=walk.side.organisation("provider").pk, review_on=in_days(9),
        )  # fmt: skip


def test_tasks_remind_the_owner_and_ask_the_lead_when_there_is_none(walk):
    walk.weighed()
    assert waits(walk, "panel_health") == ["support.risk-answer"]
    with pytest.raises(Incomplete):
        does(walk, "panel_health", weighing.decline, because="")
    does(walk, "panel_health", weighing.accept)
    assert waits(walk, "panel_health") == ["support.risk-review"]
    again = {"words": "The same.", "done_about": DONE}
    with pytest.raises(Refusal, match="after today"):
        does(walk, "panel_health", weighing.review, **again, review_on=clock.today())
    does(walk, "panel_health", weighing.review, **again, review_on=in_days(90))
    with walk.acting("panel_health"):
        [due_at] = Task.objects.filter(done_at__isnull=True, kind="support.risk-review").values_list(
            "due_at", flat=True
        )
        assert clock.uk_date(due_at) == in_days(90)
    does(walk, "panel_health", weighing.decline, because="I leave the clinic.")
    assert waits(walk, "panel_health") == [] and waits(walk, "officer") == ["support.risk-unowned"]
    with walk.acting("panel_health"):
        assert not Risk.objects.exists()
    lead = {"person_id": walk.side.officer.pk, "organisation_id": walk.side.actor("officer").organisation_id}
    does(walk, "officer", weighing.hand, **lead, because="Until the clinic names somebody.")
    assert waits(walk, "officer") == ["support.risk-answer"]


def test_it_is_opened_again_with_a_reason_and_what_was_said_stays(walk):
    walk.weighed()
    does(walk, "officer", weighing.close, because="The boy has moved away.")
    with pytest.raises(NotAllowed):
        does(walk, "officer", weighing.close, because="Again.")
    health = {
        "person_id": walk.side.panel_health.pk,
        "organisation_id": walk.side.actor("panel_health").organisation_id,
    }
    does(walk, "officer", weighing.reopen, **health, because="He is back.", review_on=in_days(7))
    with walk.acting("panel_health"):
        kinds = list(Risk.objects.get().entries.values_list("kind", flat=True))
    assert kinds == ["raised", "closed", "reopened"]


def test_it_is_let_go_with_the_case(walk):
    walk.weighed()
    does(walk, "panel_health", weighing.accept)
    walk.held()
    assert risk_of(walk).state == "unowned" and waits(walk, "panel_health") == []
    with walk.acting("panel_health"):
        assert not Risk.objects.exists()
    with pytest.raises(NotAllowed):
        does(walk, "officer", weighing.close, because="It is over.")


CHANGES = (
    ("officer", "UPDATE support_risk SET state = 'owned'"),
    ("officer", "UPDATE support_risk SET raised_at = now()"),
    ("panel_health", "UPDATE support_risk SET grants = grants || ARRAY['user:somebody']"),
    ("officer", "UPDATE support_risk SET state = 'closed'"),
    ("officer", "UPDATE support_riskentry SET written_at = now()"),
    ("officer", "DELETE FROM support_riskentry"),
    ("officer", "DELETE FROM support_risk"),
)


def test_the_database_refuses_it_too(walk):
    walk.weighed()
    for who, change in CHANGES:
        with (
            walk.acting(who),
            pytest.raises(DatabaseError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_no_risk_is_shown_to_others_than_those_of_its_case(walk):
    walk.weighed()
    with walk.acting(), pytest.raises(DatabaseError, match="a risk carries"), transaction.atomic():
        risk = Risk.objects.get()
        risk.pk, risk.reference = None, "K-00000-00000"
        risk._state.adding = True
        risk.grants = [*risk.grants, "organisation:1:dsl"]
        risk.save(force_insert=True)


def test_the_number_of_queries_does_not_grow(walk, pages):
    walk.weighed()
    with walk.acting():
        case = walk.case.reference
    first = risk_of(walk).reference

    def cost() -> list[int]:
        found = []
        for user, address in (
            (walk.side.officer, reverse("channel:case", args=[case])),
            (walk.side.officer, reverse("support:risks", args=[case])),
            (walk.side.officer, reverse("support:risk", args=[case, first])),
            (walk.side.panel_health, reverse("support:mine")),
            (walk.side.panel_health, reverse("support:my-risk", args=[first])),
        ):
            pages.sign_in(user)
            found.append(pages.open(address).queries)
        return found

    cost()
    before = cost()
    for _number in range(3):
        walk.weighed()
    assert cost() == before


def test_it_goes_with_the_referral(walk, everything):
    walk.weighed()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (Risk, RiskEntry):
            assert goes[model._meta.db_table] == [str(model.objects.get().pk)]
