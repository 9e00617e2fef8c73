"""What waits about a record, for somebody who says that they know its person: it is gone from their day, reminds them of
nothing, and waits for somebody else. The database keeps it from them as well as the list."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation import tasks
from waymark.foundation.access import queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership, Protected
from waymark.foundation.access.tests.glass_walks import WORDS, opened, sealed, shift
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.actions.reminding import remind
from waymark.foundation.tasks.models import Task
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.channel.actions import leading
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.referrals.tests.walks import Walk

Look = Callable[[], AbstractContextManager[None]]


def knows(cast: Cast, reference: str, who: str = "lead") -> None:
    with cast.here.acting(who) as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(reference))


def waiting(cast: Cast, who: str) -> set[str]:
    """References of what waits for somebody, as My day lists it; row security must not show them less."""
    with cast.here.acting(who) as actor:
        return set(my_work(actor).values_list("reference", flat=True))


def kept(cast: Cast, who: str) -> set[str]:
    """References of every open task that the database shows to somebody."""
    with cast.here.acting(who):
        return set(Task.objects.filter(done_at=None).values_list("reference", flat=True))


@pytest.fixture
def taken(cast: Cast) -> Walk:
    for who in ("lead", "officer", "second_officer"):
        cast.here.user(who)
    return Walk(cast.here).received().taken()


def reference_of(walk: Walk) -> str:
    with walk.acting():
        return walk.referral.reference


def test_a_referral_s_work_goes_to_whoever_takes_over(cast: Cast, pages: Pages, taken: Walk) -> None:
    reference = reference_of(taken)
    assert waiting(cast, "officer") == {reference}
    knows(cast, reference, "officer")
    assert waiting(cast, "officer") == kept(cast, "officer") == set()
    assert waiting(cast, "lead") == {reference}
    pages.sign_in(cast.here.officer)
    assert reference not in pages.open("/my-day/").text


def test_a_channel_case_is_led_by_another(cast: Cast) -> None:
    for who in ("lead", "officer"):
        cast.here.user(who)
    walk = CaseWalk(cast.here).opened()
    with cast.here.acting("officer") as by:
        case = Case.objects.get(referral_id=walk.pk)
        if case.lead_id != by.user_id:
            leading.take(by=by, case=case, version=case.version)
    knows(cast, reference_of(walk), "officer")
    with cast.here.acting("officer"):
        assert not Case.objects.exists()
    with cast.here.acting("lead"):
        assert Case.objects.get().lead == cast.here.lead


def test_a_review_goes_up_at_once_where_no_other_lead_is(cast: Cast, everything: Look) -> None:
    """The lead learns of the opening, and only then says that they know the person."""
    for who in ("lead", "ig_lead"):
        cast.here.user(who)
    reference = sealed(cast.here)[1]
    made = opened(cast.here, reference)
    assert made.reference in waiting(cast, "lead") and made.reference not in waiting(cast, "ig_lead")
    knows(cast, reference)
    assert made.reference not in waiting(cast, "lead") | kept(cast, "lead")
    assert made.reference in waiting(cast, "ig_lead")
    shift(everything, made, 61)
    with cast.here.acting("ig_lead") as by:
        breaking.review(by=by, opening=made, verdict="justified", words=WORDS)
    assert made.reference not in waiting(cast, "ig_lead")


def test_what_escalates_later_reaches_no_one_with_an_interest(
    cast: Cast, taken: Walk, everything: Look
) -> None:
    reference = reference_of(taken)
    knows(cast, reference)
    late = clock.now() + timedelta(days=30)
    assert remind(cast.here.authority.pk, late) > 0
    with everything():
        told = set(
            Envelope.objects.filter(message__code__startswith="tasks.").values_list("user_id", flat=True)
        )
        assert Task.objects.filter(reference=reference).exclude(escalated_at=None).exists()
    assert cast.here.officer.pk in told and cast.here.lead.pk not in told
    assert waiting(cast, "lead") == kept(cast, "lead") == set()


def test_what_waits_about_a_closed_referral_is_handed_on_too(cast: Cast, everything: Look) -> None:
    """Nobody leads it any more, and “not yet told” still comes back."""
    cast.here.user("lead")
    walk = Walk(cast.here).received().ready()
    walk.decided("close")
    reference = reference_of(walk)
    assert reference in waiting(cast, "officer")
    knows(cast, reference, "officer")
    assert waiting(cast, "officer") == set()
    assert reference in waiting(cast, "lead")


def test_planted_without_the_list_the_database_still_shows_nothing(
    cast: Cast, taken: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    knows(cast, reference_of(taken))
    monkeypatch.setattr(Actor, "opens", property(lambda actor: (list(actor.grants), [])))
    assert waiting(cast, "lead") == set()


def test_planted_without_the_record_s_own_grant_it_would_show(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, everything: Look
) -> None:
    """What waits for a whole role would stay on the day of whoever knows the person."""
    for who in ("lead", "officer"):
        cast.here.user(who)
    for planted in (False, True):
        walk = Walk(cast.here).received()
        reference = reference_of(walk)
        if planted:
            with everything(), connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE tasks_task SET grants = ARRAY(SELECT given FROM unnest(grants) AS given "
                    "WHERE given NOT LIKE 'record:%%') WHERE reference = %s",
                    [reference],
                )
        knows(cast, reference, "officer")
        assert (reference in waiting(cast, "officer")) is planted


def test_every_record_that_can_be_opened_names_itself(cast: Cast, taken: Walk) -> None:
    """Also before anybody opened it or has an interest: what is asked about it on its first day is kept as well."""
    with taken.acting():
        referral = taken.referral
        assert isinstance(referral, Protected)
        assert tasks.carry(referral) is None
        task = Task.objects.get(about_id=str(referral.pk), done_at=None)
        assert task.tokens == referral.tokens == [f"record:{referral.pk}"]


def test_where_the_only_lead_knows_the_person_somebody_stands_in_for_them_until_a_day(
    cast: Cast, pages: Pages
) -> None:
    """The way out: an administrator makes a named colleague Prevent lead for a time. It is still two people who close,
    whoever proposed is never the second of them, and the right is gone with its last day."""
    for who in ("lead", "officer", "second_officer", "administrator"):
        cast.here.user(who)
    walk = Walk(cast.here).received().ready(violence=True)
    reference = reference_of(walk)
    knows(cast, reference)
    walk.decided("close")
    approve = reverse("referrals:triage-approve", args=[reference])
    for who in (cast.here.lead, cast.here.second_officer):
        Pages().sign_in(who).open(approve, status=404)
    until = clock.today() + timedelta(days=3)
    pages.sign_in(cast.here.administrator)
    for person in (cast.here.second_officer, cast.here.officer):
        pages.fill(
            f"/members/{person.pk}/give-role/",
            organisation=str(cast.here.organisation("council").pk), role="prevent_lead",
            **{"until-day": str(until.day), "until-month": str(until.month), "until-year": str(until.year)},
        )  # fmt: skip
    proposer = Pages().sign_in(cast.here.officer).open(approve, status=403)
    assert "somebody else has to approve" in proposer.text
    standing_in = Pages().sign_in(cast.here.second_officer)
    standing_in.open(approve)
    lent = Membership.objects.filter(user=cast.here.second_officer, role="prevent_lead")
    assert lent.update(starts_on=until - timedelta(days=9), ends_on=clock.today() - timedelta(days=1)) == 1
    standing_in.open(approve, status=404)
    lent.update(ends_on=until)
    standing_in.fill(approve, approves="yes", reason="The concern had an ordinary reason.")
    with walk.acting():
        assert walk.referral.state == "no_further_action"
