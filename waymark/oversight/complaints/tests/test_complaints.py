"""A complaint has a life, an owner and a day; what StaCU says stands beside it; a record shows to who may see it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.foundation.tasks.models import Task
from waymark.oversight.complaints.actions import answering
from waymark.oversight.complaints.models import Complaint
from waymark.pathway.referrals.tests.walks import Walk

SAID = {"about": "referral", "words": "Nobody told us that a referral was made."}
ANSWER = {"outcome": "partly", "answer": "You should have been told earlier. We are sorry."}


def recorded(side: Any, who: str = "lead", **given: Any) -> Complaint:
    with side.acting(who) as by:
        said = SAID | {"received_on": clock.today()} | given
        return answering.record(by=by, authority_id=side.authority.pk, **said)


def done(side: Any, who: str, action: Any, complaint: Complaint, **said: Any) -> Complaint:
    with side.acting(who) as by:
        held = Complaint.objects.get(pk=complaint.pk)
        return action(by=by, complaint=held, version=held.version, **said)


def answered(side: Any, who: str, complaint: Complaint, **given: Any) -> Complaint:
    return done(side, who, answering.answer, complaint, **ANSWER | {"answered_on": clock.today()} | given)


def on(name: str) -> dict[str, int]:
    day = clock.today()
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def test_it_is_due_by_a_period_and_waits_for_its_owner(cast):
    complaint = recorded(cast.here)
    assert complaint.due_on > clock.today() + timedelta(days=10) and "10 working_days " in complaint.due_by
    with cast.here.acting("lead") as by:
        assert Task.objects.get(kind="complaints.answer", done_at=None).for_user_id == by.user_id
    done(cast.here, "ig_lead", answering.take, complaint)
    with cast.here.acting("ig_lead") as by:
        assert Task.objects.get(kind="complaints.answer", done_at=None).for_user_id == by.user_id
    with pytest.raises(NotAllowed, match="Take it first"):
        answered(cast.here, "lead", complaint)
    answered(cast.here, "ig_lead", complaint)
    with cast.here.acting("ig_lead"):
        assert not Task.objects.filter(kind="complaints.answer", done_at=None).exists()
    with pytest.raises(NotAllowed, match="has its answer"):
        done(cast.here, "lead", answering.take, complaint)


def test_what_stacu_says_may_come_after_the_answer(cast):
    complaint = answered(cast.here, "lead", recorded(cast.here))
    with pytest.raises(Incomplete):
        done(cast.here, "lead", answering.note_stacu, complaint, stacu_reference="")
    with pytest.raises(Refusal, match="no words"):
        done(cast.here, "lead", answering.note_stacu, complaint, stacu_reference="they were kind")
    noted = done(
        cast.here,
        "ig_lead",
        answering.note_stacu,
        complaint,
        stacu_reference="STACU/26/7",
        stacu_outcome="Closed.",
    )
    assert (noted.stacu_reference, noted.stacu_outcome) == ("STACU/26/7", "Closed.")


def test_wrong_days_and_records_are_refused_at_their_field(cast):
    yesterday, tomorrow = (clock.today() + timedelta(days=step) for step in (-1, 1))
    for given, field in (
        ({"received_on": tomorrow}, "received_on"),
        ({"record_reference": "R-00000-00000"}, "record_reference"),
    ):
        with pytest.raises(Refusal) as refused:
            recorded(cast.here, **given)
        assert refused.value.field == field
    complaint = recorded(cast.here)
    for wrong in (yesterday, tomorrow):
        with pytest.raises(Refusal) as refused:
            answered(cast.here, "lead", complaint, answered_on=wrong)
        assert refused.value.field == "answered_on"


def test_the_database_keeps_a_complaint_too(cast):
    complaint = recorded(cast.here)
    mine = Complaint.objects.filter(pk=complaint.pk)
    whole = ANSWER | {"answered_on": clock.today()}
    with cast.here.acting("ig_lead"):
        for change in (
            {"words": "Nothing."},
            {"due_on": clock.today()},
            {"owner": cast.here.officer},
            whole | {"answered_by": cast.here.lead},
            whole | {"answered_by": cast.here.ig_lead},
            {"outcome": "upheld"},
            {"stacu_outcome": "Closed."},
            {"stacu_reference": "two words"},
        ):
            plain = {
                name: value
                for name, value in change.items()
                if name not in ("words", "answer", "stacu_outcome")
            }
            with pytest.raises(DatabaseError), transaction.atomic():
                held = mine.get()
                for name, value in change.items():
                    setattr(held, name, value)
                held.save(update_fields=list(change)) if plain != change else mine.update(**plain)
        assert mine.delete()[0] == 0
    answered(cast.here, "lead", complaint)
    with cast.here.acting("lead"), pytest.raises(DatabaseError, match="has its answer"), transaction.atomic():
        mine.update(outcome="upheld")


def test_a_record_shows_only_to_those_who_may_see_it(cast):
    walk = Walk(cast.here).received(surname="Complainly").ready()
    with walk.acting("lead"):
        reference = walk.referral.reference
    complaint = recorded(cast.here, record_reference=reference)
    at = reverse("complaints:one", args=[complaint.reference])
    assert reference in Pages().sign_in(cast.here.lead).open(at).text
    seen = Pages().sign_in(cast.here.ig_lead).open(at).text
    assert reference not in seen and "A record that you may not see" in seen


def test_the_pages_from_the_letter_to_the_answer(cast):
    lead, governs = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.ig_lead)
    assert "Nobody has complained yet" in lead.open(reverse("complaints:list")).text
    assert len(lead.fill(reverse("complaints:record"), status=200).errors) == 3
    lead.fill(reverse("complaints:record"), **SAID, complainant="A person of the tests", **on("received_on"))
    with cast.here.acting("lead"):
        complaint = Complaint.objects.get()

    def at(name: str) -> str:
        return reverse(f"complaints:{name}", args=[complaint.reference])

    assert "Nobody told us" in lead.open(at("one")).text
    governs.open(at("answer"), status=403)
    governs.fill(at("take"))
    governs.fill(at("stacu"), stacu_reference="STACU/26/7")
    assert len(governs.fill(at("answer"), status=200).errors) == 3
    governs.fill(at("answer"), **ANSWER, **on("answered_on"))
    page = lead.open(at("one"))
    assert "Upheld in part" in page.text and "STACU/26/7" in page.text and "Take it" not in page.text
    lists = lead.open(reverse("complaints:list"))
    assert "A person of the tests" not in lists.text
    recorded(cast.here)
    assert lead.open(reverse("complaints:list")).queries == lists.queries <= 12


def test_each_form_says_what_follows_and_its_button_says_the_deed(cast):
    complaint = recorded(cast.here, "ig_lead")
    lead, governs = Pages().sign_in(cast.here.lead), Pages().sign_in(cast.here.ig_lead)
    for client, url, button, follows in (
        (lead, reverse("complaints:record"), "Record a complaint", "until which day"),
        (
            lead,
            reverse("complaints:take", args=[complaint.reference]),
            "Take this complaint",
            "From now on you",
        ),
        (
            governs,
            reverse("complaints:answer", args=[complaint.reference]),
            "Write down the answer",
            "nobody changes",
        ),
        (
            lead,
            reverse("complaints:stacu", args=[complaint.reference]),
            "Write down what StaCU says",
            "reference now",
        ),
    ):
        page = client.open(url)
        assert [one.text_content().strip() for one in page.tree.xpath("//main//form//button")] == [button]
        assert follows in page.text and page.tree.xpath("//main//form//a[text()='Cancel']")


def test_nobody_else_finds_them(cast):
    complaint = recorded(cast.here)
    at = reverse("complaints:one", args=[complaint.reference])
    for user in (cast.here.officer, cast.here.user("administrator"), cast.here.dsl, cast.there.lead):
        Pages().sign_in(user).open(at, status=404)
