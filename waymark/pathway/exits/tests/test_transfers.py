"""A case goes to another authority: the sender answers until the receiver accepts, and neither sees the other’s rows."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse

from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.tasks import queries as work
from waymark.pathway.assessment.actions import deciding
from waymark.pathway.channel.models import Case, CaseEvent
from waymark.pathway.consent.models import Consent
from waymark.pathway.exits.actions import transferring
from waymark.pathway.exits.models import Arrival, ClosingReport, Transfer, TransferAnswer
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.models import Referral

from .walks import ExitWalk

HANDED = {
    "reason": "The family has moved.",
    "assessment": "He looks for belonging; the group has lost its hold.",
    "plan": "A mentor, each week.",
    "risk": "The school there has to know on Monday; we answer for it until then.",
}
ROWS = (Case, CaseEvent, Referral, Person, Transfer, TransferAnswer, Consent, ClosingReport)


@pytest.fixture
def walk(cast) -> ExitWalk:
    for who in ("coordinator", "lead", "officer", "chair"):
        cast.there.user(who)
    return ExitWalk(cast.here).supported(surname="Movinghouse")


def sent(walk: ExitWalk, cast, **given: str) -> Transfer:
    with walk.acting("coordinator") as by:
        said = HANDED | {"to": cast.there.authority} | given
        return transferring.send(by=by, case=walk.case, version=walk.case.version, **said)


def answers(cast, act, who: str = "coordinator", **given: str):
    with cast.there.acting(who) as by:
        arrival = Arrival.objects.get()
        return act(by=by, arrival=arrival, version=arrival.version, **given)


def sees(side, who: str = "coordinator") -> dict[str, int]:
    with side.acting(who):
        return {model.__name__: model.objects.count() for model in ROWS if model.objects.exists()}


def test_before_it_is_sent_the_receiver_sees_nothing_and_then_what_was_handed_over_alone(walk, cast):
    assert sees(cast.there) == {}
    with cast.there.acting("coordinator"):
        assert not Arrival.objects.exists()
    sent(walk, cast)
    assert sees(cast.there) == {}
    with cast.there.acting("coordinator") as actor:
        arrival = Arrival.objects.get()
        assert arrival.handed["person"]["names"][0]["surname"] == "Movinghouse"
        assert arrival.handed["risk"] == HANDED["risk"]
        assert [task.kind for task in work.my_work(actor)] == ["exits.arrived"]
    with cast.there.acting("officer"):
        assert not Arrival.objects.exists()
    for who in ("coordinator", "lead"):
        with cast.here.acting(who):
            assert not Arrival.objects.exists()
    assert walk.stands() == "active"


def test_accepted_the_receiver_has_a_case_of_its_own_and_the_senders_is_over(walk, cast):
    sent(walk, cast)
    before = sees(cast.here)
    case = answers(cast, transferring.accept)
    assert (walk.stands(), walk.state()) == ("transferred", "channel_ended")
    with cast.there.acting("coordinator"):
        mine = Case.objects.select_related("referral").get()
        assert (mine.pk, mine.state, mine.section_36_id) == (case.pk, "awaiting_first_panel", None)
        assert (mine.referral.state, mine.lead_id) == ("taken_over", cast.there.lead.pk)
        assert mine.referral.under_18 is True
        [name] = mine.referral.person.names.all()
        assert name.surname == "Movinghouse"
        # Consent is asked anew: there is none here.
        assert not Consent.objects.exists()
        assert Arrival.objects.get().case_id == mine.pk
    assert set(sees(cast.there)) == {"Case", "CaseEvent", "Referral", "Person"}
    after = sees(cast.here)
    assert after == before | {"TransferAnswer": 1, "CaseEvent": after["CaseEvent"]}
    with cast.here.acting("coordinator"):
        assert not Case.objects.filter(pk=case.pk).exists()
        assert TransferAnswer.objects.get().signed_by_id == cast.there.coordinator.pk


def test_returned_nothing_stays_with_the_receiver_and_the_sender_reads_why(walk, cast):
    sent(walk, cast)
    with pytest.raises(Refusal, match="Say why"):
        answers(cast, transferring.give_back, reason="")
    answers(cast, transferring.give_back, reason="The family lives in the next county.")
    assert sees(cast.there) == {}
    with cast.there.acting("coordinator"):
        assert not Arrival.objects.exists()
    with walk.acting("officer") as actor:
        answer = TransferAnswer.objects.get()
        assert (answer.outcome, answer.reason) == ("returned", "The family lives in the next county.")
        assert "exits.returned" in [task.kind for task in work.my_work(actor)]
    assert walk.stands() == "active"
    sent(walk, cast)
    assert answers(cast, transferring.accept).state == "awaiting_first_panel"


def test_taken_back_it_is_gone_from_the_receiver(walk, cast):
    transfer = sent(walk, cast)
    with pytest.raises(NotAllowed, match="has not answered"):
        sent(walk, cast)
    with walk.acting("coordinator") as by:
        transferring.take_back(
            by=by, transfer=transfer, version=walk.case.version, reason="They stay after all."
        )
    with cast.there.acting("coordinator"):
        assert not Arrival.objects.exists()
    assert walk.stands() == "active"


def test_only_those_who_may_send_and_answer(walk, cast):
    with pytest.raises(NotAllowed), walk.acting("officer") as by:
        transferring.send(by=by, case=walk.case, version=walk.case.version, to=cast.there.authority, **HANDED)
    with pytest.raises(Refusal, match="Nobody in that authority"):
        sent(walk, cast, to=cast.here.authority)


def test_the_database_transfers_nothing_that_nobody_accepted(walk, cast):
    sent(walk, cast)
    with walk.acting("coordinator"), pytest.raises(IntegrityError, match="accepted"), transaction.atomic():
        Case.objects.filter(pk=walk.case.pk).update(state="transferred")


def test_the_sender_cannot_accept_for_the_receiver(walk, cast):
    transfer = sent(walk, cast)
    with (
        walk.acting("coordinator") as by,
        pytest.raises(IntegrityError, match="sent to"),
        transaction.atomic(),
    ):
        TransferAnswer.objects.create(
            authority_id=transfer.authority_id, grants=transfer.grants, transfer=transfer, outcome="accepted",
            signed_by_id=by.user_id, signed_as="", signed_at=transfer.signed_at,
        )  # fmt: skip


def test_no_case_is_made_up_without_what_was_handed_over(walk, cast):
    sent(walk, cast)
    with cast.there.acting("coordinator"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("UPDATE exits_arrival SET transfer_key = gen_random_uuid()")
    with walk.acting("coordinator"), pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=walk.case.pk).update(section_36=None)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def waits(cast, who: str) -> list[str]:
    with cast.there.acting(who) as actor:
        return [task.kind for task in work.my_work(actor)]


def test_the_police_of_the_new_area_keep_a_case_that_was_taken_over_and_refer_it_again(pages, walk, cast):
    police = cast.there.user("police")
    sent(walk, cast)
    pk = answers(cast, transferring.accept).referral_id
    there = ExitWalk(cast.there)
    there.pk = pk
    assert waits(cast, "police") == ["assessment.check"]
    there.taken_by_police().checked().written()
    assert waits(cast, "police") == []
    with pytest.raises(NotAllowed, match="taken over"):
        there.referred()
    pages.sign_in(police)
    with cast.there.acting("police"):
        reference = there.referral.reference
    page = pages.open(reverse("assessment:record", args=[reference]))
    assert reverse("assessment:hold", args=[reference]) in page.links()
    there.held()
    assert (there.stands(), there.state()) == ("police_led", "police_led")
    with cast.there.acting("police") as by:
        deciding.again(by=by, assessment=there.assessment, version=there.assessment.version)
    there.referred()
    assert (there.stands(), there.state()) == ("awaiting_first_panel", "section_36")


def test_nothing_waits_for_the_police_of_the_new_area_when_the_case_is_over(walk, cast):
    cast.there.user("police")
    sent(walk, cast)
    there = ExitWalk(cast.there)
    there.pk = answers(cast, transferring.accept).referral_id
    there.not_adopted()
    assert waits(cast, "police") == []


def test_both_sides_have_their_pages(pages, walk, cast):
    with walk.acting("coordinator"):
        case = reverse("channel:case", args=[walk.case.reference])
        page = reverse("exits:transfer", args=[walk.case.reference])
    pages.sign_in(cast.here.coordinator)
    assert page in pages.open(case).links()
    pages.fill(page, **(HANDED | {"to": str(cast.there.authority.pk)}))
    assert "It waits for their answer." in pages.open(case).text
    pages.sign_in(cast.there.coordinator)
    [arrival] = [link for link in pages.open(reverse("exits:arrivals")).links() if "/handed-over/X-" in link]
    assert "Movinghouse" in pages.open(arrival).text
    pages.open(case, status=404)
    pages.fill(arrival, accepts="yes", reason="")
    with cast.there.acting("coordinator"):
        mine = reverse("channel:case", args=[Case.objects.get().reference])
    assert HANDED["plan"] in pages.open(mine).text
    pages.open(arrival, status=404)
    pages.sign_in(cast.here.officer)
    pages.open(mine, status=404)
    assert "Transferred to another authority" in pages.open(case).text
