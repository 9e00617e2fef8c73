"""Who may give consent, when it stands, what it covers, and what ends it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal, Stale
from waymark.pathway.channel.models import CaseEvent
from waymark.pathway.consent import rules, standing
from waymark.pathway.consent.actions import asking
from waymark.pathway.consent.models import Consent, Reassessed, Reassessment, Withdrawal
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import InformationRequest

from .walks import ADULT, ADULTS, ASKED, CHILDS, ConsentWalk, in_days

KIND = "mentoring"


def covers(walk: ConsentWalk, on: date | None = None, kind: str = KIND) -> bool:
    with walk.acting("officer"):
        return standing.covers(walk.case, on or clock.today(), kind)


def state(walk: ConsentWalk) -> str:
    with walk.acting("officer"):
        return walk.case.state


def test_a_parents_consent_starts_support_and_covers_what_it_names_until_it_ends(walk):
    walk.adopted()
    assert not covers(walk)
    walk.consented()
    assert state(walk) == "active"
    with walk.acting("officer"):
        kept = standing.of(walk.case, clock.today())
        assert kept.giver_name == CHILDS["giver_name"] and kept.child_words == CHILDS["child_words"]
        events = list(CaseEvent.objects.filter(case=walk.case).values_list("kind", flat=True))
    assert events[-2:] == ["adopted", "consented"]
    assert covers(walk) and not covers(walk, kind="housing")
    assert covers(walk, in_days(299)) and not covers(walk, in_days(300)) and not covers(walk, in_days(-1))


def test_refused_or_not_obtained_sets_the_day_on_which_the_panel_looks_again(walk):
    walk.adopted()
    with pytest.raises(Refusal) as refused:
        walk.refused(reassess_on=None)
    assert refused.value.field == "reassess_on" and state(walk) == "consent_pending"
    walk.refused(answer="not_obtained")
    assert state(walk) == "consent_refused" and not covers(walk)
    with walk.acting("officer"):
        assert standing.waiting(walk.case).due_on == in_days(60)
    walk.consented()
    assert state(walk) == "active"
    with walk.acting("officer"):
        assert standing.waiting(walk.case) is None


@pytest.mark.parametrize("by", ["giver", "person"])
def test_withdrawn_it_stops_at_once(walk, by):
    walk.adopted().consented().withdrawn(withdrawn_by=by)
    assert state(walk) == "consent_withdrawn" and not covers(walk)
    with walk.acting("officer"):
        assert standing.waiting(walk.case).cause == "withdrawn"
    with pytest.raises(NotAllowed, match="no consent"):
        walk.withdrawn()
    walk.consented()
    assert state(walk) == "active" and covers(walk)


def test_what_allows_sharing_is_said_with_each_question_and_does_not_end_with_consent(walk):
    walk.sent().taken_by_police()
    question = walk.asked_by_police()
    walk.checked().written().referred()
    walk.adopted().consented().withdrawn()
    assert not covers(walk)
    with walk.acting("police"):
        kept = InformationRequest.objects.get(pk=question.pk)
        assert (kept.state, kept.basis) == ("open", question.basis)
        assert "section 38" in kept.basis


def test_refused_when_asked_again_it_stops_too(walk):
    walk.adopted().consented().refused()
    assert state(walk) == "consent_withdrawn" and not covers(walk)


def test_two_parents_who_disagree_are_both_kept_and_it_does_not_stand(walk):
    walk.adopted().consented(
        against="other_parent", against_by="The child’s father", against_words="I do not agree."
    )
    assert state(walk) == "consent_pending" and not covers(walk)
    [objection] = walk.of_consent().objections
    with walk.acting("officer"):
        assert objection.said_by == "The child’s father"
    walk.resolved(stands=True)
    assert state(walk) == "active" and covers(walk)


def test_an_objection_later_stops_what_it_covers_and_overruled_it_ends(walk):
    walk.adopted().consented()
    walk.objected(grounds="source_of_risk", said_by="", words="The mother shares the views that worry us.")
    assert state(walk) == "active" and not covers(walk)
    with pytest.raises(Refusal) as refused:
        walk.resolved(stands=False)
    assert refused.value.field == "reassess_on"
    walk.resolved(stands=False, reassess_on=in_days(30))
    assert state(walk) == "consent_withdrawn" and not covers(walk)


def test_a_correction_points_back_and_what_was_said_against_it_holds_on(walk):
    walk.adopted().consented().objected()
    whole = ASKED | CHILDS | {"asked_on": clock.today(), "expires_on": in_days(300), "place": "The school"}
    newer = walk.does(asking.correct, correction_because="The place was wrong.", **whole)
    said = walk.of_consent()
    assert said.newest.pk == newer.pk and said.newest.corrects_id == said.entries[0].pk
    assert said.status == "disputed" and not covers(walk)
    walk.resolved(stands=True)
    assert covers(walk)


def test_adopted_anew_it_is_asked_anew(walk):
    walk.adopted().consented()
    walk.held()
    assert state(walk) == "police_led"
    from waymark.pathway.assessment.actions import deciding

    with walk.acting("police") as by:
        deciding.again(by=by, assessment=walk.assessment, version=walk.assessment.version)
    walk.referred()
    walk.adopted()
    assert state(walk) == "consent_pending" and not covers(walk)


def test_adults_decide_for_themselves(walk):
    walk.adopted(**ADULT).consented(child=False)
    assert state(walk) == "active" and covers(walk)


def test_whoever_decides_for_an_adult_who_cannot_stands_on_an_assessment(walk):
    walk.adopted(**ADULT)
    lacking = {"child": False, "capacity": "lacking", "giver": "best_interests", "giver_name": "The deputy"}
    with pytest.raises(Refusal) as refused:
        walk.asked(**lacking)
    assert refused.value.field == "capacity_on"
    walk.asked(
        **lacking, capacity_on=in_days(-9), capacity_by="The social worker", capacity_reference="MCA-44"
    )
    assert state(walk) == "active"


WRONG = {
    "the person, a child": ({"giver": "person", "giver_name": ""}, "giver"),
    "a child called an adult": (ADULTS, "giver"),
    "no evidence of parental responsibility": ({"responsibility": ""}, "responsibility"),
    "no view of the child": ({"child_view": "", "child_words": ""}, "child_view"),
    "the child not asked": ({"child_view": "not_asked"}, "child_view"),
    "no words of the child": ({"child_words": ""}, "child_words"),
    "nobody named": ({"giver_name": ""}, "giver_name"),
    "not told that it is Prevent": ({"told": ["voluntary", "withdraw", "who_sees", "disclosable"]}, "told"),
    "not told that it is disclosable": ({"told": ["prevent", "voluntary", "withdraw", "who_sees"]}, "told"),
    "not explained": ({"explained_as": ""}, "explained_as"),
    "no privacy notice": ({"notice_version": ""}, "notice_version"),
    "no wording": ({"text_version": ""}, "text_version"),
    "nothing covered": ({"scope": []}, "scope"),
    "no signature": ({"manner": ""}, "manner"),
    "said without a witness": ({"manner": "verbal"}, "witness"),
    "no end": ({"expires_on": None}, "expires_on"),
    "over at once": ({"expires_on": clock.today()}, "expires_on"),
    "in the future": ({"asked_on": in_days(1)}, "asked_on"),
    "refused without a reason": (
        {"answer": "refused", "because": "", "scope": [], "expires_on": None},
        "because",
    ),
}


def test_every_wrong_step_has_its_sentence_and_the_database_refuses_it_too(walk, monkeypatch):
    walk.adopted()
    for what, (said, field) in WRONG.items():
        with pytest.raises(Refusal) as refused:
            walk.asked(**said)
        assert refused.value.field == field and str(refused.value), what
    # The wall behind it, with the rules taken away.
    monkeypatch.setattr(rules, "faults", lambda *given: iter(()))
    for what, (said, _field) in WRONG.items():
        with pytest.raises(IntegrityError), transaction.atomic():
            walk.asked(**said, reassess_on=in_days(30))
            pytest.fail(f"the database took it: {what}")
    assert state(walk) == "consent_pending"


def test_the_record_cannot_tell_so_somebody_says_how_they_know(walk, everything):
    walk.adopted()
    with everything():
        Person.objects.update(
            born_on=None, born_precision="unknown", approximate_age=17, age_noted_on=clock.today()
        )
    with pytest.raises(Refusal) as refused:
        walk.asked()
    assert refused.value.field == "age_basis"
    walk.asked(age_basis="The mother showed the passport: born in March 2010.")
    assert state(walk) == "active" and covers(walk)


def test_the_18th_birthday_ends_a_childs_consent_and_begins_the_persons_own(walk, everything):
    walk.adopted()
    turns = in_days(40)
    with everything():
        Person.objects.update(born_on=turns.replace(year=turns.year - 18), born_precision="day")
    walk.consented()
    assert covers(walk, turns - timedelta(days=1)) and not covers(walk, turns)
    with clock.travelled(clock.now() + timedelta(days=41)):
        with pytest.raises(Refusal, match="18 or over"):
            walk.asked()
        walk.consented(child=False)
        assert covers(walk)


def test_with_the_month_alone_it_ends_on_the_first_day_they_may_be_18(walk, everything):
    walk.adopted()
    month = (in_days(40)).replace(day=1)
    with everything():
        Person.objects.update(born_on=month.replace(year=month.year - 18), born_precision="month")
    walk.consented()
    assert covers(walk, month - timedelta(days=1)) and not covers(walk, month)
    with clock.travelled(clock.now() + (month - clock.today()) + timedelta(days=1)):
        walk.consented(age_basis="The passport says the 30th.")
        assert covers(walk)
    assert not covers(walk, month + timedelta(days=31))


def test_the_database_and_the_person_agree_on_every_day(everything, db):
    born = [(date(2008, 2, 29), "day"), (date(2008, 2, 1), "month"), (date(2008, 1, 1), "year"), (date(2008, 12, 31), "day"), (None, "unknown")]  # fmt: skip
    days = [date(2025, 12, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 30), date(2026, 12, 31), date(2027, 1, 1)]  # fmt: skip
    with everything(), connection.cursor() as cursor:
        for on, precision in born:
            person = Person(born_on=on, born_precision=precision)
            for day in days:
                cursor.execute(
                    "SELECT consent.adult_on(jsonb_populate_record(NULL::people_person, %s::jsonb), %s)",
                    [f'{{"born_on": "{on}", "born_precision": "{precision}"}}' if on else "{}", day],
                )
                assert cursor.fetchone()[0] == person.is_adult_on(day), (on, precision, day)


SQL = {
    "an answer is changed": "UPDATE consent_consent SET expires_on = expires_on + 1",
    "an answer is deleted": "DELETE FROM consent_consent",
    "a withdrawal is undone": "DELETE FROM consent_withdrawal",
    "a day is moved": "UPDATE consent_reassessment SET due_on = due_on + 1",
    "support goes on without": "UPDATE channel_case SET state = 'active'",
}


def test_what_is_signed_stays_in_the_database(walk):
    walk.adopted().consented().withdrawn()
    with walk.acting("officer"):
        for what, statement in SQL.items():
            with pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute(statement)
                pytest.fail(f"the database took it: {what}")


def test_nobody_moves_a_case_behind_its_consent(walk):
    walk.adopted()
    with walk.acting("officer"):
        for target, why in (("active", "only with a consent"), ("consent_refused", "looks again")):
            with pytest.raises(IntegrityError, match=why), transaction.atomic():
                connection.cursor().execute("UPDATE channel_case SET state = %s", [target])
    walk.consented()
    with walk.acting("officer"), pytest.raises(IntegrityError, match="withdrawn first"), transaction.atomic():
        connection.cursor().execute("UPDATE channel_case SET state = 'consent_withdrawn'")


def test_a_withdrawal_that_stops_nothing_is_refused_at_the_end(walk, monkeypatch):
    from waymark.pathway.consent.actions import withdrawing

    walk.adopted().consented()
    monkeypatch.setattr(withdrawing, "settle", lambda *given, **more: None)
    with pytest.raises(IntegrityError, match="support stops"), transaction.atomic():
        walk.withdrawn()
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_nobody_signs_in_anothers_name(walk, cast):
    walk.adopted()
    with walk.acting("officer") as by:
        event = CaseEvent.objects.filter(case=walk.case).last()
        case = walk.case
        whole = ASKED | CHILDS | {"asked_on": clock.today(), "expires_on": in_days(9)}
        with pytest.raises(IntegrityError, match="signature"), transaction.atomic():
            Consent.objects.create(
                **whole, case=case, adoption=event, authority_id=case.authority_id, grants=case.grants,
                signed_by=cast.here.lead, signed_as="Prevent lead", signed_at=clock.now(),
            )  # fmt: skip
        assert by.user_id != cast.here.lead.pk


def test_it_shows_to_those_who_work_on_the_case_and_to_nobody_else(walk, cast):
    walk.adopted().consented().withdrawn()
    models = (Consent, Withdrawal, Reassessment)
    for who in ("officer", "lead", "coordinator", "chair"):
        with cast.here.acting(who):
            assert all(model.objects.count() == 1 for model in models), who
    for side, who in (
        ("here", "teacher"),
        ("here", "front_door"),
        ("here", "panel_health"),
        ("there", "lead"),
    ):
        with getattr(cast, side).acting(who):
            assert not any(model.objects.exists() for model in models), who


def test_only_whoever_works_on_consent_records_it(walk, cast):
    walk.adopted()
    for who in ("chair", "police"):
        with cast.here.acting(who) as by, pytest.raises(NotAllowed):
            asking.record(
                by=by, case=walk.case, version=walk.case.version, **ASKED, **CHILDS, asked_on=clock.today()
            )
    with cast.here.acting("officer") as by, pytest.raises(Stale):
        asking.record(by=by, case=walk.case, version=0, **ASKED, **CHILDS, asked_on=clock.today())


def test_before_the_panel_has_adopted_there_is_nothing_to_record(walk):
    walk.sent().taken_by_police().checked().written().referred()
    with pytest.raises(NotAllowed, match="adopted"):
        walk.asked()


def test_it_goes_with_its_referral(walk, everything):
    walk.adopted().consented().objected().resolved(stands=True).withdrawn().reassessed("new_day")
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
    for table in ("consent", "objection", "resolution", "withdrawal", "reassessment", "reassessed"):
        assert goes[f"consent_{table}"], table


def test_the_panel_looks_again_and_there_is_always_a_next_day(walk):
    walk.adopted().refused()
    with pytest.raises(Refusal) as refused:
        walk.reassessed("new_day", reassess_on=None)
    assert refused.value.field == "reassess_on"
    walk.reassessed("plan")
    with walk.acting("officer"):
        assert standing.waiting(walk.case).due_on == in_days(90)
        assert Reassessed.objects.get().outcome == "plan"
    walk.consented()
    assert state(walk) == "active"
    with pytest.raises(NotAllowed):
        walk.reassessed("new_day")
