"""Every personal row has a life, and nothing ends it but the guarded way: due, held by nobody, agreed by two."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast
from tests.scanning import tables_with
from tests.world import World
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.kernel.refusals import NotAllowed, NotNow
from waymark.foundation.ledger.models import Deed
from waymark.foundation.retention.actions import holding, proposing
from waymark.foundation.retention.actions.erasing import NotErased, erase
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.kept import KEPT
from waymark.foundation.retention.models import Disposal, Erasure, Life, Proposal
from waymark.foundation.retention.periods import months, years
from waymark.foundation.retention.tests.clocks import on
from waymark.pathway.people.models import Person, PersonName
from waymark.pathway.referrals.models import Referral

from .closed import SURNAME, closed, life_of, proposed, reference_of
from .walks import Walk

Look = Callable[[], Any]


def rows(sql: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def in_three_years() -> date:
    return years(3).after(clock.today())


# Held by nothing that has a life: accounts and who may do what, and what other classes of the table keep (a panel
# and its meetings end six years after their last day, whomever they talked about; contacts and training by theirs).
OTHERWISE = {
    "home", "places", "accounts", "access", "ledger", "outbox", "tasks", "retention", "vault", "meetings", "panel",
    "directory", "importing", "training", "feedback", "reach", "engagement", "library", "reports", "stewardship", "purging",
    "complaints",
}  # fmt: skip

SELDOM = {"people.OwnerQuestion"}


def test_no_personal_row_lacks_class_and_end(cast: Cast, everything: Look) -> None:
    """Of every table with a personal field each row is reached from a life, or by a class with a field that dates it."""
    World(cast)
    dated = {kept.model for kept in KEPT}
    with everything():
        parts = {relation for (relation,) in rows("SELECT relation FROM retention.part")}
        reached: dict[str, set[str]] = {}
        for kind, record in Life.objects.values_list("kind", "record_id"):
            for relation, ids in rows("SELECT relation, ids FROM retention.goes_with(%s, %s)", kind, record):
                reached.setdefault(relation, set()).update(ids)
        for model in apps.get_models():
            fields = FIELDS.get(model._meta.label, {})
            if not any(says.personal for says in fields.values()) or model._meta.app_label in OTHERWISE:
                continue
            assert model._meta.label in dated, f"{model._meta.label} has no class"
            there = {str(pk) for pk in model._base_manager.values_list("pk", flat=True)}
            if model._meta.label not in SELDOM:
                assert there, f"{model._meta.label} has no row: the test looks at nothing"
            assert model._meta.db_table in parts, f"{model._meta.label} goes with nothing"
            assert there <= reached.get(model._meta.db_table, set()), (
                f"{model._meta.label} has rows without a life"
            )
        for life in Life.objects.all():
            assert life.class_code in CLASSES and life.erase_on and life.came_on <= life.erase_on
            assert life.ceiling_on is None or life.erase_on <= life.ceiling_on


def test_a_row_without_a_life_is_found(cast: Cast, everything: Look) -> None:
    """Otherwise the test above proves nothing: a part that is not named in the migration is missed."""
    walk = closed(cast)
    with everything():
        rows("SELECT set_config('role', 'waymark_migrate', true)")
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM retention.part WHERE relation = 'people_personname'")
        relations = {
            r for (r,) in rows("SELECT relation FROM retention.goes_with('referrals.referral', %s)", walk.pk)
        }
    assert "people_personname" not in relations and "people_address" in relations


def test_an_open_referral_has_an_end_too_and_its_clock_starts_when_it_is_closed(cast: Cast) -> None:
    today = clock.today()
    walk = Walk(cast.here).received().ready()
    life = life_of(walk)
    assert (life.class_code, life.began_on, life.erase_on) == ("referral-child", None, years(3).after(today))
    walk.decided("close")
    life = life_of(walk)
    assert (life.began_on, life.seal_on, life.review_on) == (
        today,
        months(12).after(today),
        months(12).after(today),
    )
    assert (life.erase_on, life.ceiling_on) == (years(3).after(today), years(6).after(today))


def test_a_life_shows_to_whoever_sees_the_record_and_to_whoever_governs(cast: Cast) -> None:
    walk = closed(cast)
    for who in ("officer", "lead", "ig_lead"):
        assert life_of(walk, who)
    for side, who in ((cast.here, "police"), (cast.here, "administrator"), (cast.there, "ig_lead")):
        with acting(side.actor(who)):
            assert not Life.objects.filter(kind="referrals.referral").exists()


@pytest.mark.parametrize(
    "attempt",
    [
        "UPDATE retention_life SET erase_on = '2020-01-01'",
        "DELETE FROM retention_life",
        "UPDATE retention_erasure SET erased_on = '2020-01-01'",
        "DELETE FROM referrals_referral",
        "DELETE FROM referrals_decision",
        "DELETE FROM concerns_submission",
        "DELETE FROM people_person",
        "DELETE FROM people_personname",
        "DELETE FROM retention_hold",
        "SELECT retention.follow('referrals.referral', gen_random_uuid(), 1, '{}', 'x', now()::date, now()::date, NULL)",
        "SELECT retention.remove('referrals.referral', gen_random_uuid())",
        "SELECT retention.erase_again('referrals.referral', gen_random_uuid(), 1, 'x', now()::date, 'expired', NULL)",
        "INSERT INTO retention.part VALUES ('referrals.referral', 'x', 'id', 'uuid', 'y')",
        "UPDATE retention.class SET erases = '0 days'",
        "CREATE OR REPLACE FUNCTION retention.today() RETURNS date LANGUAGE sql AS 'SELECT date ''2100-01-01'''",
    ],
)
def test_nothing_goes_or_changes_by_hand(cast: Cast, everything: Look, attempt: str) -> None:
    walk = closed(cast)
    with cast.here.acting("ig_lead") as by:
        holding.place(
            by=by,
            authority_id=cast.here.authority.pk,
            reference=reference_of(walk),
            reason="A case at court",
            review_on=clock.today() + timedelta(days=30),
        )
    if "erasure" in attempt:
        with everything():
            _plant_erasure(cast)
    system = Actor(
        kind="user",
        id=str(cast.here.lead.pk),
        grants=(*cast.here.actor("lead").grants, f"system:{cast.here.authority.pk}"),
    )
    refused = pytest.raises(DatabaseError, match=r"by hand|permission denied|must be owner|never changed")
    with acting(system), refused, transaction.atomic():
        rows(attempt + ("" if attempt.startswith(("SELECT", "CREATE")) else " RETURNING 1"))


def test_nothing_is_erased_that_is_not_due_not_approved_or_held(cast: Cast) -> None:
    walk = closed(cast)
    with cast.here.acting("lead"), pytest.raises(NotErased) as refused:
        erase(life_of(walk))
    assert refused.value.code == "not-due"
    with on(in_three_years()):
        expire_everywhere()
        assert life_of(walk), "two people have to agree"
        with cast.here.acting("lead"), pytest.raises(NotErased) as refused:
            erase(life_of(walk))
        assert refused.value.code == "not-approved"
        proposal = proposed(cast)
        with cast.here.acting("lead"), pytest.raises(NotErased) as refused:
            erase(life_of(walk), proposal)
        assert refused.value.code == "not-approved", "proposed only"
        with cast.here.acting("ig_lead") as by:
            holding.place(
                by=by,
                authority_id=cast.here.authority.pk,
                reference=reference_of(walk),
                reason="A case at court",
                review_on=clock.today() + timedelta(days=30),
            )
        with cast.here.acting("lead") as by:
            assert proposing.approve(by=by, proposal=proposal, version=proposal.version)[1:] == (0, 1)
            with pytest.raises(NotErased) as refused:
                erase(life_of(walk), proposal)
        assert refused.value.code == "held"


def test_two_people_erase_and_never_the_same(cast: Cast, everything: Look) -> None:
    walk = closed(cast)
    with everything():
        assert tables_with([SURNAME])
    too_early = pytest.raises(NotNow, match="Nothing is due")
    with on(in_three_years() - timedelta(days=1)), cast.here.acting("ig_lead") as by, too_early:
        proposing.propose(by=by, authority_id=cast.here.authority.pk)
    with on(in_three_years()):
        proposal = proposed(cast)
        assert proposal.counts == {"referral-child": 1}
        with cast.here.acting("ig_lead") as by, pytest.raises(NotAllowed, match="You proposed"):
            proposing.approve(by=by, proposal=proposal, version=proposal.version)
        by_another = pytest.raises(DatabaseError, match="another person")
        with cast.here.acting("ig_lead") as by, by_another, transaction.atomic():
            Proposal.objects.filter(pk=proposal.pk).update(
                approved=True, decided_by=by.user_id, decided_at=clock.now()
            )
        with cast.here.acting("officer") as by, pytest.raises(Exception, match=r"^$|Only whoever"):
            proposing.approve(by=by, proposal=proposal, version=proposal.version)
        with cast.here.acting("lead") as by:
            _proposal, gone, kept = proposing.approve(by=by, proposal=proposal, version=proposal.version)
        assert (gone, kept) == (1, 0)
    with everything():
        assert tables_with([SURNAME]) == {}
        assert not Referral.objects.filter(pk=walk.pk).exists() and not Person.objects.exists()
        erasure = Erasure.objects.get()
        assert (erasure.ground, erasure.class_code) == ("two-people", "referral-child")
        assert erasure.rows["people_personname"] >= 1 and erasure.rows["referrals_decision"] == 1
        line = Disposal.objects.get(ground="two-people")
        assert (line.class_code, line.count, line.proposal_key) == ("referral-child", 1, proposal.pk)
        assert set(Deed.objects.filter(deed__startswith="retention.").values_list("deed", flat=True)) >= {
            "retention.propose",
            "retention.approve",
        }


@contextmanager
def unfixed() -> Iterator[None]:
    """No deed gives a referral another person, and the database refuses it: here it is done behind its back."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE referrals_referral DISABLE TRIGGER referrals_referral_facts")
        yield
        cursor.execute("ALTER TABLE referrals_referral ENABLE TRIGGER referrals_referral_facts")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_a_person_whom_another_referral_holds_stays(cast: Cast, everything: Look) -> None:
    first = closed(cast)
    with everything():
        person = Referral.objects.get(pk=first.pk).person
    second = Walk(cast.here).received(surname="Otherwise")
    with everything():
        orphan = Referral.objects.get(pk=second.pk).person_id
        with unfixed():
            Referral.objects.filter(pk=second.pk).update(person=person)
    with on(in_three_years()):
        proposal = proposed(cast)
        with cast.here.acting("lead") as by:
            assert proposing.approve(by=by, proposal=proposal, version=proposal.version)[1] == 1
    with everything():
        assert Person.objects.filter(pk=person.pk).exists() and Person.objects.filter(pk=orphan).exists()
        assert PersonName.objects.filter(person=person).exists()
        assert not Referral.objects.filter(pk=first.pk).exists()


def test_at_its_ceiling_a_record_goes_without_anybody(cast: Cast, everything: Look) -> None:
    walk = closed(cast)
    end = years(6).after(clock.today())
    with on(end - timedelta(days=1)):
        expire_everywhere()
        assert life_of(walk).ceiling_on == end
    with on(end):
        expire_everywhere()
    with everything():
        assert tables_with([SURNAME]) == {} and Erasure.objects.get().ground == "ceiling"


@pytest.mark.parametrize("planted", [False, True])
def test_what_a_person_is_found_by_goes_with_them(cast: Cast, everything: Look, planted: bool) -> None:
    """The keys of *Seen before?* have no model and no life of their own. Planted: the bond to the person is cut."""
    closed(cast)
    with everything():
        assert len(rows("SELECT 1 FROM gate.person_keys WHERE cardinality(keys) > 10")) == 1
        if planted:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("ALTER TABLE gate.person_keys DROP CONSTRAINT person_keys_person_id_fkey")
    with on(years(6).after(clock.today())):
        expire_everywhere()
    with everything():
        assert len(rows("SELECT 1 FROM gate.person_keys")) == int(planted)


def _plant_erasure(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_guard")
        cursor.execute(
            "INSERT INTO retention_erasure (id, authority_id, grants, version, recorded_at, salt, kind, record_id, "
            "class_code, erased_on, ground, rows) VALUES (gen_random_uuid(), %s, %s, 1, now(), gen_random_uuid(), "
            "'k', gen_random_uuid(), 'x', now()::date, 'expired', '{}')",
            [cast.here.authority.pk, [f"system:{cast.here.authority.pk}"]],
        )
        cursor.execute("SET ROLE NONE")
