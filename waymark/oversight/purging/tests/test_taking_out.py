"""One person asks that an item goes, another agrees, and the database leaves a stone: in signed rows and copies too."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from waymark.foundation.access import own_data
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.kernel.restoring import REGISTERS
from waymark.foundation.vault import store
from waymark.foundation.vault.actions import adding
from waymark.foundation.vault.models import Document
from waymark.oversight.purging import places
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Purge
from waymark.oversight.stewardship.models import Item
from waymark.oversight.stewardship.tests.answering import Asked
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.concerns.models import Draft, Submission
from waymark.pathway.referrals.models import Concern, Told
from waymark.pathway.referrals.tests.walks import Walk

WHY = {"ground": "intelligence", "why": "It was read out at a meeting and typed up."}
GONE = "This was taken out on "


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received(surname="Stonely").ready()


def reference(walk: Walk) -> str:
    with walk.acting("lead"):
        return walk.referral.reference


def codes(by: Any, said: str, label: str, *columns: str) -> list[str]:
    found = [
        one.code
        for one in places.of(by, said)
        if one.label == label and (not columns or one.columns[0] in columns)
    ]
    assert found, label
    return found


def asked(walk: Walk, label: str, *columns: str, who: str = "lead") -> Purge:
    said = reference(walk)
    with walk.acting(who) as by:
        return purging.ask(by=by, reference=said, items=codes(by, said, label, *columns), **WHY)


def agreed(walk: Walk, purge: Purge, who: str = "ig_lead") -> Purge:
    with walk.acting(who) as by:
        return purging.agree(by=by, purge=purge, version=purge.version)


def look(everything: Any, sql: str, *given: Any) -> list[tuple]:
    with everything(), connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def test_words_of_a_signed_decision_go_and_the_rest_of_it_stays(cast, everything):
    walk = CaseWalk(cast.here).opened(surname="Signedly")
    purge = agreed(walk, asked(walk, "assessment.PoliceDecision", "grounds"))
    assert purge.done_at is not None
    with walk.acting("police"):
        decision = PoliceDecision.objects.get(assessment__referral=walk.pk)
        assert decision.grounds.startswith(GONE) and not decision.relied_on.startswith(GONE)
        assert decision.outcome == "refer"
        with pytest.raises(DatabaseError), transaction.atomic():
            PoliceDecision.objects.filter(pk=decision.pk).update(outcome="close")
    [(columns, plain, login)] = look(
        everything,
        "SELECT columns, plain::text, deed FROM ledger.change WHERE relation = 'assessment_policedecision' "
        "AND deed = 'purging.agree' AND row_id = %s",
        str(decision.pk),
    )
    assert columns == ["grounds"] and plain == "{}" and login == "purging.agree"
    [(off,)] = look(everything, "SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O' AND NOT tgisinternal")
    assert off == 0
    [(deeds,)] = look(everything, "SELECT count(*) FROM ledger.deed WHERE about_id = %s", str(purge.pk))
    assert deeds == 2


def test_the_second_person_is_another_and_may(cast, walk):
    purge = asked(walk, "referrals.Told")
    with pytest.raises(NotAllowed, match="Somebody else"):
        agreed(walk, purge, "lead")
    with walk.acting("officer"):
        assert not Purge.objects.filter(pk=purge.pk).exists()
    with cast.there.acting("ig_lead"):
        assert not Purge.objects.filter(pk=purge.pk).exists()
    agreed(walk, purge)
    with walk.acting("ig_lead") as by, pytest.raises(NotAllowed, match="already"):
        purging.refuse(by=by, purge=purge, version=purge.version + 1, because="Too late.")


def test_without_agreement_the_database_takes_nothing_out(cast, walk):
    purge = asked(walk, "referrals.Told")
    for who in ("lead", "ig_lead"):
        with walk.acting(who), pytest.raises(DatabaseError, match="two people"), transaction.atomic():
            taken_out(purge)
    signed = {"agreed": True, "decided_at": purge.asked_at}
    for who, by_whom in (("lead", "lead"), ("lead", "ig_lead"), ("ig_lead", "lead")):
        with walk.acting(who), pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
            changed = Purge.objects.filter(pk=purge.pk)
            changed.update(decided_by_id=cast.here.user(by_whom).pk, **signed)
    with walk.acting("ig_lead"), pytest.raises(DatabaseError, match="as it was asked"), transaction.atomic():
        Purge.objects.filter(pk=purge.pk).update(items=[])
    with walk.acting("lead"):
        assert not Told.objects.filter(referral=walk.pk).first().not_yet_because.startswith(GONE)


def taken_out(purge: Purge) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT purging.take_out(%s)", [purge.pk])


def test_only_listed_columns_can_be_named(cast, walk):
    purge = asked(walk, "referrals.Told")
    with walk.acting("lead") as by:
        for relation, column in (("referrals_referral", "state"), ("accounts_user", "password")):
            given = {
                "authority_id": purge.authority_id, "grants": purge.grants, "about": "R", "ground": "marked",
                "why": WHY["why"], "asked_by_id": by.user_id, "asked_at": purge.asked_at,
                "items": [{"relation": relation, "id": str(walk.pk), "columns": [column], "record": str(walk.pk)}],
            }  # fmt: skip
            with pytest.raises(DatabaseError, match="may be taken out"), transaction.atomic():
                Purge.objects.create(**given)
        for call in (
            "let_down('people_person')",
            "put_stones('people_match', null, '{note}', null, 1, null, null)",
        ):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as c,
            ):
                c.execute(f"SELECT purging.{call}")


def test_what_is_missing_is_said_at_its_field(cast, walk):
    said = reference(walk)
    with walk.acting("lead") as by:
        items = codes(by, said, "referrals.Told")
        for wrong, field in (({"items": []}, "items"), ({"why": "Typed."}, "why")):
            with pytest.raises(Incomplete) as refused:
                purging.ask(by=by, reference=said, **{"items": items, **WHY, **wrong})
            assert refused.value.field == field
        with pytest.raises(NotNow, match="not there any more"):
            purging.ask(by=by, reference=said, items=[*items, "referrals.Told|x|response"], **WHY)
    with walk.acting("officer") as by, pytest.raises(NotAllowed):
        purging.ask(by=by, reference=said, items=items, **WHY)


def test_the_same_words_elsewhere_have_to_go_as_well(cast, walk):
    said = reference(walk)
    with walk.acting("lead") as by:
        sent = codes(by, said, "concerns.Submission", "answers")
        one = Concern.objects.filter(referral=walk.pk).first()
        with pytest.raises(Refusal, match="another place"):
            purging.ask(by=by, reference=said, items=[f"referrals.Concern|{one.pk}|words"], **WHY)
        every = [*sent, *codes(by, said, "referrals.Concern", "words")]
        purge = purging.ask(by=by, reference=said, items=every, **WHY)
        from_draft = Submission.objects.get(referral=walk.pk).from_draft
    agreed(walk, purge)
    with walk.acting("lead") as by:
        sent = Submission.objects.get(referral=walk.pk)
        assert sent.answers == {} and sent.answers.sentence.startswith(GONE)
        assert not [place for place in places.of(by, said) if place.code in every]
    with cast.here.acting("dsl"):
        draft = Draft.objects.filter(pk=from_draft).first()
        assert draft is None or draft.answers == {}


def test_what_was_gathered_to_answer_the_person_goes_too(cast, walk):
    answering = Asked(cast.here).identified().gathered(reference(walk))
    with walk.acting("lead"):
        assert Item.objects.filter(kind="referrals.Concern").exists()
    agreed(walk, everything_said(walk))
    with walk.acting("lead"):
        for item in Item.objects.filter(request_id=answering.pk, kind="referrals.Concern"):
            assert item.words.startswith(GONE)


def everything_said(walk: Walk) -> Purge:
    said = reference(walk)
    with walk.acting("lead") as by:
        items = [*codes(by, said, "concerns.Submission"), *codes(by, said, "referrals.Concern")]
        return purging.ask(by=by, reference=said, items=items, **WHY)


def test_a_document_goes_with_its_file(cast, walk, django_capture_on_commit_callbacks):
    with walk.acting("lead") as by:
        document = adding.add_document(
            by=by, record=walk.referral, name="note.txt", content=b"What it says.\n"
        )
        assert store.place_of(document.stored_as).exists()
    purge = asked(walk, "vault.Document")
    with django_capture_on_commit_callbacks(execute=True):
        agreed(walk, purge)
    assert not store.place_of(document.stored_as).exists()
    with walk.acting("lead"):
        found = Document.objects.get(pk=document.pk)
        assert found.name.startswith(GONE) and found.is_taken_out
        with pytest.raises(NotNow, match=GONE):
            adding.key_of(found)


def test_a_restored_backup_is_emptied_again(cast, walk, everything):
    with walk.acting("lead"):
        [before] = look(everything, "SELECT id, words FROM referrals_concern LIMIT 1")
    agreed(walk, everything_said(walk))
    lines = REGISTERS["purging.items"].listed()
    assert lines and not any("Stonely" in line for line in lines)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE referrals_concern DISABLE TRIGGER USER")
        cursor.execute("UPDATE referrals_concern SET words = %s WHERE id = %s", [before[1], before[0]])
        cursor.execute("DELETE FROM purging_stone")
        cursor.execute("ALTER TABLE referrals_concern ENABLE TRIGGER USER")
    with everything():
        assert REGISTERS["purging.items"].again(lines) == 1
        assert REGISTERS["purging.items"].again(lines) == 0
    assert sorted(REGISTERS["purging.items"].listed()) == sorted(lines)
    with walk.acting("lead"):
        assert Concern.objects.get(pk=before[0]).words.startswith(GONE)


def test_a_request_for_advice_is_found_by_its_own_reference():
    assert "concerns.Enquiry" in own_data.ALONE
