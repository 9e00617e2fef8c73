"""What each person sees of a referral in raw SQL, and that what is written down is entered once."""

from __future__ import annotations

import itertools
import uuid

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Protected
from waymark.foundation.ledger.models import Disclosure
from waymark.pathway.concerns.models import Submission
from waymark.pathway.referrals.actions import asking, receiving
from waymark.pathway.referrals.models import Concern, Decision, Referral
from waymark.pathway.referrals.states import CLOSED, REFERRALS, ReferralState

from .walks import Walk

TABLES = sorted(
    model._meta.db_table
    for model in apps.get_app_config("referrals").get_models()
    if issubclass(model, Protected)
)
MINE = [
    table
    for table in TABLES
    if table.removeprefix("referrals_")
    in {
        "referral", "concern", "need", "duty", "told", "informationrequest", "requestoverride", "redirect",
        "takentogether", "decision", "approval", "resumption", "handover",
    }
]  # fmt: skip


def seen(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}"')
        return cursor.fetchone()[0]


@pytest.fixture
def walk(cast) -> Walk:
    walk = Walk(cast.here).received().ready()
    walk.asked()
    return walk


@pytest.mark.django_db
def test_each_table_of_triage_is_walled():
    assert len(MINE) == 13
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relforcerowsecurity AND relname = ANY(%s)", [MINE])
        assert sorted(name for (name,) in cursor.fetchall()) == MINE


@pytest.mark.parametrize("who", ["lead", "officer", "police", "front_door", "teacher"])
def test_people_of_another_authority_see_no_row(walk, cast, who):
    with acting(cast.there.actor(who)):
        assert {table: seen(table) for table in MINE if seen(table)} == {}


@pytest.mark.parametrize("who", ["police", "front_door", "teacher", "dsl", "ig_lead", "administrator"])
def test_people_of_the_authority_who_do_no_triage_see_no_row(walk, cast, who):
    with acting(cast.here.actor(who)):
        assert {table: seen(table) for table in MINE if seen(table)} == {}


def test_the_asked_see_one_row_in_one_table(walk, cast):
    walk.asked("social care")
    with acting(cast.here.actor("front_door")):
        assert {table: seen(table) for table in MINE if seen(table)} == {"referrals_informationrequest": 1}


def test_the_police_see_the_referral_its_concerns_and_the_decision_to_send_it(walk, cast):
    walk.decided("to-police")
    walk.told("person")
    with acting(cast.here.actor("police")):
        assert {table: seen(table) for table in MINE if seen(table)} == {
            "referrals_referral": 1,
            "referrals_concern": 2,
            "referrals_decision": 1,
        }
        assert seen("people_person") == 1 and seen("concerns_submission") == 0
    with acting(cast.there.actor("police")):
        assert {table: seen(table) for table in MINE if seen(table)} == {}


def test_the_referrer_cannot_see_the_referral_and_the_concerns_are_as_they_wrote_them(walk, cast):
    with acting(cast.here.actor("teacher")):
        assert Referral.objects.count() == 0
    with walk.acting():
        words = [concern.words for concern in Concern.objects.order_by("place")]
        assert "Said they would join a fight abroad." in words[0]
        assert walk.referral.under_18 is True
        assert walk.referral.reference == walk.referral.submission.reference


def test_received_twice_is_one_referral(walk, cast):
    with acting(cast.here.actor("teacher")) as by:
        submission = Submission.objects.get()
        again = receiving.receive(by=by, submission=submission)
    assert again.pk == walk.pk


# Triggers that ask for more than that the move is in the table: of triage, and of the parts above.
EVIDENCE = ("evidence", "police", "with_case", "over")


def test_the_table_of_referrals_moves_as_the_state_table_says_for_all_pairs(walk, everything):
    """On the real table, with its real trigger; only the evidence is put aside."""
    decision = walk.decided("to-police")
    allowed = set()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for evidence in EVIDENCE:
            cursor.execute(f"ALTER TABLE referrals_referral DISABLE TRIGGER referrals_referral_{evidence}")
        for was, becomes in itertools.permutations(ReferralState, 2):
            cursor.execute("ALTER TABLE referrals_referral DISABLE TRIGGER referrals_referral_moves")
            _put(cursor, walk, was, decision)
            cursor.execute("ALTER TABLE referrals_referral ENABLE TRIGGER referrals_referral_moves")
            try:
                with transaction.atomic():
                    _put(cursor, walk, becomes, decision)
            except DatabaseError as refusal:
                assert f"may not go from {was} to {becomes}" in str(refusal)
            else:
                allowed.add((str(was), str(becomes)))
    assert allowed == REFERRALS.pairs()


def _put(cursor, walk: Walk, state: ReferralState, decision: Decision) -> None:
    closed = "now()" if state in CLOSED else "NULL"
    cursor.execute(
        f"UPDATE referrals_referral SET state = %s, decision_id = %s, closed_at = {closed} WHERE id = %s",
        [str(state), str(decision.pk), str(walk.pk)],
    )


def test_a_referral_is_born_received(walk, everything):
    with walk.acting(), pytest.raises(DatabaseError, match="may not begin as triage"), transaction.atomic():
        referral = walk.referral
        referral.pk, referral.reference, referral.submission_id = uuid.uuid4(), "R-2", uuid.uuid4()
        referral.save(force_insert=True)


def test_what_was_typed_as_lawful_basis_is_not_in_the_ledger(walk, everything):
    asked = walk.asked()
    with everything():
        [entry] = Disclosure.objects.filter(about_id=str(asked.pk))
        assert asked.basis
        assert asked.basis not in str(vars(entry)) and entry.basis == asking.TYPED
