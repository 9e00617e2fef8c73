from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.ledger import deeds
from waymark.foundation.ledger.deeds import WrongContext, deed
from waymark.foundation.ledger.models import Change, Deed, Disclosure

pytestmark = pytest.mark.django_db


@pytest.fixture
def mend():
    @deed("tests.mend")
    def mend(*, by, at, membership, fail=False):
        membership.role = "dsl"
        membership.save()
        if fail:
            raise ZeroDivisionError
        return membership

    yield mend
    deeds.DEEDS.pop("tests.mend")


def test_a_deed_leaves_one_entry_and_its_changes_carry_its_name(cast, mend, everything):
    membership = Membership.objects.get(user=cast.here.teacher)
    moment = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    with cast.here.acting("administrator") as actor:
        mend(by=actor, at=moment, membership=membership)
    with everything():
        [entry] = Deed.objects.filter(deed="tests.mend")
        [change] = Change.objects.filter(deed="tests.mend")
    assert (entry.actor, entry.about_kind, entry.about_id) == (
        actor.ledger_name,
        "access.membership",
        str(membership.pk),
    )
    assert entry.happened_at == moment and entry.at > moment
    assert entry.authority_id == cast.here.authority.pk
    assert (change.relation, change.op, change.columns) == ("access_membership", "UPDATE", ["role"])
    assert change.plain == {"role": ["partner", "dsl"]}
    assert change.login == "waymark_migrate" and change.actor == actor.ledger_name


def test_a_deed_that_fails_leaves_nothing(cast, mend, everything):
    membership = Membership.objects.get(user=cast.here.teacher)
    with cast.here.acting("administrator") as actor, pytest.raises(ZeroDivisionError):
        mend(by=actor, membership=membership, fail=True)
    with everything():
        assert not Deed.objects.filter(deed="tests.mend").exists()
    assert Membership.objects.get(pk=membership.pk).role == "partner"


def test_a_deed_in_another_persons_name_is_refused(cast, mend):
    membership = Membership.objects.get(user=cast.here.teacher)
    with cast.here.acting("administrator"), pytest.raises(WrongContext):
        mend(by=cast.here.actor("lead"), membership=membership)
    with pytest.raises(WrongContext):
        mend(by=cast.here.actor("lead"), membership=membership)


def test_two_actions_cannot_share_a_name(mend):
    with pytest.raises(ValueError, match="two actions"):

        @deed("tests.mend")
        def other(*, by, at):
            return None


def test_a_disclosure_needs_a_basis(cast, everything):
    membership = Membership.objects.get(user=cast.here.teacher)
    with cast.here.acting("lead"):
        deeds.disclosed(membership, recipient="Hereshire Police", what="The referral", basis="CTSA 2015 s38")
        with pytest.raises(IntegrityError), transaction.atomic():
            deeds.disclosed(membership, recipient="Hereshire Police", what="The referral", basis="")
    with everything():
        assert Disclosure.objects.get().basis == "CTSA 2015 s38"


def test_a_read_needs_a_purpose_and_an_actor(cast):
    sql = "SELECT ledger.note_read('page', 'kind', 'id', NULL)"
    for actor in (Actor(kind="user", id="1", purpose=""), Actor.nobody()):
        with acting(actor), pytest.raises(Exception, match=r"actor|purpose"), transaction.atomic():
            connection.cursor().execute(sql)


def test_a_ledger_shows_to_readers_of_its_own_authority_only(cast, mend):
    membership = Membership.objects.get(user=cast.here.teacher)
    with cast.here.acting("administrator") as actor:
        mend(by=actor, membership=membership)
        assert not Deed.objects.exists()
    with cast.here.acting("ig_lead"):
        assert Deed.objects.filter(deed="tests.mend").count() == 1
    with cast.there.acting("ig_lead"):
        assert not Deed.objects.filter(deed="tests.mend").exists()


def test_an_index_finds_the_newest_entries_of_one_authority(cast):
    """Row security must not stand between: among ten million entries a page would look at each."""
    with cast.here.acting("ig_lead") as actor, connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        found = Deed.objects.filter(authority_id__in=actor.authority_ids).order_by("-happened_at", "-id")
        plan = found[:26].explain()
    assert "Index Scan Backward using deed_newest" in plan and "Sort" not in plan, plan
