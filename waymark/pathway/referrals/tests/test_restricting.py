"""A referral that is kept to named people: for them, for the others, for break-glass; and whoever has an interest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import Http404

from tests.cast import Cast
from waymark.foundation.access import queries
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Interest
from waymark.foundation.access.tests.glass_walks import REASON, opened, sees
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.ledger.models import Deed
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.periods import months
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.concerns.actions import adding
from waymark.pathway.concerns.models import AddedInformation, Submission
from waymark.pathway.people.models import Person, PersonName
from waymark.pathway.referrals.actions import deciding, leading, restricting
from waymark.pathway.referrals.models import Concern, Handover, Referral, Restriction

from .walks import Walk

Look = Callable[[], Any]
WHY = "The person is the child of a colleague in this team."
HANGING = (Referral, Concern, Person, PersonName, Restriction, Submission)


def kept(cast: Cast, walk: Walk, *people: str) -> None:
    with walk.acting("lead") as by:
        restricting.restrict(
            by=by,
            referral=walk.referral,
            version=walk.referral.version,
            people=[str(cast.here.user(who).pk) for who in people],
            reason=WHY,
        )


def reference_of(walk: Walk) -> str:
    with walk.acting("lead"):
        return walk.referral.reference


def seen(cast: Cast, who: str) -> dict[str, int]:
    """How many rows of each kind, in the ORM and in the database, which must agree."""
    with acting(cast.here.actor(who)) as actor:
        counts = {}
        for model in HANGING:
            said = set(model.objects.visible_to(actor).values_list("pk", flat=True))
            assert said == set(model.objects.values_list("pk", flat=True)), model._meta.label
            counts[model.__name__] = len(said)
        return counts


def test_named_people_and_the_owner_see_it_and_nobody_else_of_the_team(cast: Cast) -> None:
    cast.here.user("second_officer")
    walk = Walk(cast.here).received().taken()
    whole = seen(cast, "officer")
    assert whole["Concern"] and whole["PersonName"]
    kept(cast, walk)
    for who in ("officer", "lead"):
        assert seen(cast, who) == whole | {"Restriction": 1}, f"{who} leads it, or owns it"
    assert set(seen(cast, "second_officer").values()) == {0}
    with walk.acting("teacher"):
        assert Submission.objects.exists(), "whoever sent it sees what they sent"
    kept(cast, walk, "second_officer")
    assert seen(cast, "second_officer")["Referral"] == 1, "the names can be changed"
    with walk.acting("lead"):
        assert [row.ended_at is None for row in Restriction.objects.all()] == [False, True]


def test_what_is_added_later_is_kept_too_and_what_waits_waits_for_the_owner(cast: Cast) -> None:
    walk = Walk(cast.here).received()
    kept(cast, walk)
    with walk.acting("officer") as by:
        assert not my_work(by).filter(about_id=str(walk.pk)).exists(), "it is not the team’s any more"
    with walk.acting("lead") as by:
        assert my_work(by).filter(about_id=str(walk.pk), kind="referrals.new").exists()
    with walk.acting("dsl") as by:
        adding.add_information(by=by, submission=Submission.objects.get(), words="She called again today.")
    with walk.acting("officer"):
        assert not AddedInformation.objects.exists()
    with walk.acting("lead"):
        assert AddedInformation.objects.exists()


def test_the_police_keep_what_was_sent_to_them_and_nobody_new_comes_in(cast: Cast) -> None:
    walk = Walk(cast.here).received().ready()
    cast.here.user("second_officer")
    kept(cast, walk)
    walk.decided("to-police")
    assert seen(cast, "police")["Referral"] == 1 and seen(cast, "second_officer")["Referral"] == 0
    kept(cast, walk)
    assert seen(cast, "police")["Referral"] == 1
    with walk.acting() as by:
        deciding.bring_back(
            by=by, referral=walk.referral, version=walk.referral.version, reason="They found nothing."
        )
    assert seen(cast, "police")["Referral"] == 0 and seen(cast, "second_officer")["Referral"] == 0
    assert seen(cast, "officer")["Referral"] == 1


def test_sealing_and_reopening_bring_it_back_to_the_same_people(cast: Cast) -> None:
    walk = Walk(cast.here).received().ready()
    cast.here.user("second_officer")
    kept(cast, walk)
    walk.decided("close")
    with on(months(12).after(clock.today())):
        expire_everywhere()
        assert seen(cast, "officer")["Referral"] == 0 and seen(cast, "lead")["Referral"] == 1
        with walk.acting("lead") as by, pytest.raises(NotAllowed, match="sealed"):
            restricting.restrict(
                by=by, referral=walk.referral, version=walk.referral.version, people=[], reason=WHY
            )
        with walk.acting("lead") as by:
            deciding.reopen(
                by=by, referral=walk.referral, version=walk.referral.version, reason="The school called."
            )
        assert seen(cast, "officer")["Referral"] == 1 and seen(cast, "second_officer")["Referral"] == 0


def test_the_owner_undoes_it_with_a_reason_and_all_of_it_stays_on_record(
    cast: Cast, everything: Look
) -> None:
    walk = Walk(cast.here).received().taken()
    cast.here.user("second_officer")
    kept(cast, walk)
    with walk.acting("lead") as by:
        given = {"by": by, "referral": walk.referral, "version": walk.referral.version}
        with pytest.raises(Refusal, match="whole sentence"):
            restricting.unrestrict(**given, reason="Over.")
        restricting.unrestrict(**given, reason="The colleague left the team.")
    assert seen(cast, "second_officer")["Referral"] == 1
    with walk.acting("lead") as by, pytest.raises(NotAllowed, match="All of triage"):
        restricting.unrestrict(by=by, referral=walk.referral, version=walk.referral.version, reason=WHY)
    with everything():
        deeds = set(Deed.objects.filter(about_id=str(walk.pk)).values_list("deed", flat=True))
    assert deeds >= {"referrals.restrict", "referrals.unrestrict"}


def test_only_the_owner_restricts_and_nobody_by_hand(cast: Cast) -> None:
    walk = Walk(cast.here).received().taken()
    with walk.acting("officer") as by, pytest.raises(NotAllowed):
        restricting.restrict(
            by=by, referral=walk.referral, version=walk.referral.version, people=[], reason=WHY
        )
    with walk.acting("lead") as by, pytest.raises(Refusal, match="work in triage"):
        restricting.restrict(
            by=by,
            referral=walk.referral,
            version=walk.referral.version,
            people=[str(cast.here.user("teacher").pk)],
            reason=WHY,
        )
    kept(cast, walk)
    for statement in (
        "UPDATE referrals_restriction SET people = '{}', restricted_at = now() - interval '1 year'",
        f"UPDATE referrals_restriction SET restricted_by_id = '{cast.here.user('officer').pk}'",
        "DELETE FROM referrals_restriction",
    ):
        refused = pytest.raises(DatabaseError, match=r"ends once|permission denied|by hand")
        with walk.acting("lead"), refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_others_need_break_glass_and_read_only(cast: Cast) -> None:
    walk = Walk(cast.here).received().taken()
    cast.here.user("second_officer")
    kept(cast, walk)
    reference = reference_of(walk)
    assert not sees(cast.here, "second_officer", reference)
    opened(cast.here, reference, "second_officer", REASON)
    assert sees(cast.here, "second_officer", reference)
    with walk.acting("second_officer") as by, pytest.raises(Http404):
        leading.hand_over(
            by=by,
            referral=walk.referral,
            version=walk.referral.version,
            receiver=cast.here.second_officer,
        )


def test_it_is_handed_to_nobody_who_may_not_see_it_and_an_offer_to_one_ends(cast: Cast) -> None:
    walk = Walk(cast.here).received().taken()
    cast.here.user("second_officer")

    def offer() -> Handover:
        with walk.acting() as by:
            return leading.hand_over(
                by=by,
                referral=walk.referral,
                version=walk.referral.version,
                receiver=cast.here.second_officer,
            )

    offer()
    kept(cast, walk)
    with walk.acting("lead"):
        assert not Handover.objects.filter(answered_at=None).exists()
    with pytest.raises(Refusal, match="may see this referral"):
        offer()
    kept(cast, walk, "second_officer")
    assert offer()


def test_when_its_lead_leaves_whoever_follows_sees_it(cast: Cast) -> None:
    walk = Walk(cast.here).received().taken()
    kept(cast, walk)
    with walk.acting("lead") as by:
        leading.pass_on(by=by, referral=walk.referral, leaver=cast.here.officer)
        assert walk.referral.lead_id == cast.here.lead.pk
    assert seen(cast, "officer")["Referral"] == 0, "and whoever led it does not any more"


def test_whoever_declares_an_interest_sees_nothing_of_it_and_hands_on_what_they_led(cast: Cast) -> None:
    walk = Walk(cast.here).received().taken()
    reference = reference_of(walk)
    before = seen(cast, "officer")
    assert before["Referral"] == 1
    with walk.acting("officer") as by:
        declared = breaking.declare_interest(by=by, found=queries.find_breakable(reference))
    assert set(seen(cast, "officer").values()) == {0}
    with walk.acting("lead"):
        assert walk.referral.lead_id == cast.here.lead.pk
    with walk.acting("officer") as by:
        found = queries.find_breakable(reference)
        assert found is not None and not found.seen, "and it is not said to be theirs"
        with pytest.raises(NotAllowed, match="interest"):
            breaking.open_record(by=by, found=found, reason=REASON)
        with pytest.raises(NotAllowed):
            breaking.withdraw_interest(by=by, interest=declared, reason="I made a mistake, sorry for that.")
    with walk.acting("lead") as by, pytest.raises(Refusal, match="cannot lead"):
        leading.hand_over(
            by=by, referral=walk.referral, version=walk.referral.version, receiver=cast.here.officer
        )
    with cast.here.acting("ig_lead") as by:
        with pytest.raises(Refusal, match="five words"):
            breaking.withdraw_interest(by=by, interest=declared, reason="Mistake.")
        breaking.withdraw_interest(by=by, interest=declared, reason="It is another person of that name.")
    after = seen(cast, "officer")
    assert after == before, "they see again what their role sees"
    with walk.acting("officer") as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(reference))
        assert Interest.objects.filter(user=cast.here.officer).count() == 2, "both stay on record"


def test_planted_without_the_policy_the_database_shows_what_the_list_does_not(
    cast: Cast, everything: Look
) -> None:
    walk = Walk(cast.here).received().taken()
    reference = reference_of(walk)
    with walk.acting("officer") as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(reference))
    with everything(), connection.cursor() as cursor:
        cursor.execute("DROP POLICY referrals_referral_kept_from ON referrals_referral")
    with pytest.raises(AssertionError, match="differ"):
        sees(cast.here, "officer", reference)


def test_planted_without_the_list_the_database_still_shows_nothing(
    cast: Cast, everything: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk = Walk(cast.here).received().taken()
    with walk.acting("officer") as by:
        breaking.declare_interest(by=by, found=queries.find_breakable(walk.referral.reference))
    monkeypatch.setattr(Actor, "opens", property(lambda actor: (list(actor.grants), [])))
    actor = cast.here.actor("officer")
    with everything():
        assert Referral.objects.visible_to(actor).filter(pk=walk.pk).exists()  # type: ignore[attr-defined]
    with acting(actor):
        assert not Referral.objects.visible_to(actor).filter(pk=walk.pk).exists()  # type: ignore[attr-defined]
