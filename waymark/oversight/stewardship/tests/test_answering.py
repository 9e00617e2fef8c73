"""From a request to the answer: gathered as whoever prepares, decided item by item, released by a second person."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from pypdf import PdfReader

from waymark.foundation.access import own_data
from waymark.foundation.access.actions import breaking
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.access.queries import find_breakable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.kernel.restoring import REGISTERS
from waymark.oversight.stewardship import answer, exemptions, taking_out
from waymark.oversight.stewardship.actions import deciding, recording, releasing
from waymark.oversight.stewardship.models import Item, Request
from waymark.pathway.channel.tests.walks import CaseWalk
from waymark.pathway.panel.actions import minutes
from waymark.pathway.referrals.tests.walks import Walk

from .answering import Asked

PATHWAY = {"people", "concerns", "referrals", "assessment", "panel", "channel", "consent", "support", "exits"}


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received(surname="Askingly").ready()


def reference(walk: Walk) -> str:
    with walk.acting("lead"):
        return walk.referral.reference


@pytest.fixture
def asked(cast, walk) -> Asked:
    return Asked(cast.here).identified().gathered(reference(walk))


def text(asked: Asked, who: str = "ig_lead") -> str:
    with asked.side.acting(who) as by:
        pages = PdfReader(io.BytesIO(answer.pdf(by, asked.request))).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())


def look(everything: Any, sql: str, *given: Any) -> list[tuple]:
    with everything(), connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def test_every_field_that_the_person_may_see_is_offered_or_its_way_is_named():
    missing = [
        label
        for label, fields in FIELDS.items()
        if label.split(".")[0] in PATHWAY
        and any(says.personal and says.subject_access for says in fields.values())
        and label not in own_data.PARTS
        and label not in own_data.ELSEWHERE
    ]
    assert missing == []


def test_a_field_that_is_declared_not_to_come_in_never_does(asked, cast, walk):
    for part in own_data.PARTS.values():
        assert all(FIELDS[part.label][name].subject_access for name in part.fields)
    assert "recorded_by" not in own_data.PARTS["referrals.Concern"].fields
    with cast.here.acting("lead"):
        held = " ".join(item.words for item in Item.objects.all())
        said = [concern.words for concern in walk.referral.concerns.all()]
    assert said and all(" ".join(words.split()) in " ".join(held.split()) for words in said)
    assert not [who for who in ("officer", "lead") if cast.here.user(who).full_name in held]


def test_each_row_is_entered_as_read_by_whoever_gathered(asked, everything, cast):
    with cast.here.acting("lead"):
        rows = Item.objects.count()
    noted = look(everything, "SELECT actor FROM ledger.read WHERE page = 'stewardship:gather'")
    assert len(noted) == rows > 5
    assert set(noted) == {(f"user:{cast.here.lead.pk}",)}


def test_nothing_is_given_before_somebody_decided_and_what_tells_of_others_is_marked(asked, cast):
    with cast.here.acting("lead"):
        assert set(Item.objects.values_list("decision", flat=True)) == {""}
    assert asked.item("referrals.Concern").others and asked.item("concerns.Submission").others
    assert not asked.item("people.Person").others
    concern = asked.item("referrals.Concern")
    with cast.here.acting("lead") as by, pytest.raises(Incomplete, match="other people"):
        deciding.decide(by=by, item=concern, version=concern.version, decision="give")
    with pytest.raises(NotAllowed, match="not decided"):
        asked.ready()


def test_words_are_taken_out_and_nothing_else_is_changed(asked, cast):
    item = asked.item("referrals.Concern")
    first = item.words.split()[1]
    said = {"decision": "part", "exemption": "third-party", "reason": "It names the teacher."}
    with cast.here.acting("lead") as by:
        for wrong in (item.words, item.words.replace(first, f"[[{first}x]]", 1), f"[[{item.words}"):
            with pytest.raises(Refusal):
                deciding.decide(by=by, item=item, version=item.version, marked=wrong, **said)
        marked = item.words.replace(first, f"[[{first}]]", 1)
        with pytest.raises(Refusal, match="Withhold all"):
            deciding.decide(
                by=by,
                item=item,
                version=item.version,
                marked=marked,
                **said | {"exemption": "national-security"},
            )
        item = deciding.decide(by=by, item=item, version=item.version, marked=marked, **said)
        assert taking_out.given(item.marked) == item.words.replace(first, "[…]", 1)
    assert {one.code for one in exemptions.on(date(2018, 5, 24))} == set()


def test_the_answer_says_what_was_left_out_and_why_but_not_what_works_by_silence(asked, cast, everything):
    for kind, law in (("concerns.Submission", "third-party"), ("referrals.Concern", "national-security")):
        item = asked.item(kind)
        with cast.here.acting("lead") as by:
            given = {"decision": "whole", "exemption": law, "reason": "Weighed on the day."}
            deciding.decide(by=by, item=item, version=item.version, **given)
        asked.__dict__[law] = item.words.split(": ", 1)[1].split("\n")[0]
    asked.decided().ready().released()
    read = text(asked)
    assert "About other people (third party)" in read and "paragraph 16" in read
    assert "National security" not in read and "section 26" not in read
    assert "Information Commissioner’s Office" in read and "Askingly" in read
    assert asked.__dict__["national-security"] not in read
    with cast.here.acting("ig_lead") as by:
        releasing.hand_over(by=by, request=asked.request, how="post", on=clock.today())
        with pytest.raises(NotNow):
            releasing.hand_over(by=by, request=asked.request, how="post", on=clock.today())
        assert asked.request.ended_on == clock.today()
    [(recipient, basis)] = look(
        everything, "SELECT recipient, basis FROM ledger.disclosure WHERE about_id = %s", str(asked.pk)
    )
    assert recipient == "The person themselves" and basis == "UK GDPR, article 15"


def test_minutes_come_in_when_somebody_gathers_who_may_see_them(cast):
    case = CaseWalk(cast.here).opened(surname="Minutely")
    item = case.put()
    case.adopted()
    with cast.here.acting("coordinator") as by:
        minutes.write(by=by, item=item, shared={}, risk="Riskword was weighed.")
        case_reference = case.case.reference
    asked = Asked(cast.here).identified().gathered(reference(case))
    with cast.here.acting("lead"):
        assert not Item.objects.filter(kind="panel.Minute").exists()
    asked.decided().gathered(case_reference, "coordinator")
    assert "Riskword" in asked.item("panel.Minute", "coordinator").words
    with cast.here.acting("lead") as by:
        assert not Item.objects.filter(kind="panel.Minute").exists(), "what another gathered shows to them"
    with pytest.raises(NotAllowed, match="not decided"):
        asked.ready()
    asked.decided("coordinator").ready().released()
    assert "Riskword" in text(asked)


def moved(pk: Any, state: str, **more: Any) -> None:
    """As a program without our rules would try."""
    columns = {"state": state} | more
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE stewardship_request SET {', '.join(f'{name} = %s' for name in columns)} WHERE id = %s",
            [*columns.values(), pk],
        )


def signed(user: Any) -> dict[str, Any]:
    return {"released_by_id": user.pk, "released_at": clock.now(), "ended_on": clock.today()}


def test_the_database_lets_nothing_out_undecided_or_by_whoever_prepared(asked, cast):
    ready = {"ready_by_id": cast.here.lead.pk, "ready_at": clock.now()}
    with cast.here.acting("lead"), pytest.raises(DatabaseError, match="undecided"):
        moved(asked.pk, "ready", **ready)
    asked.decided().ready()
    with cast.here.acting("lead"), pytest.raises(DatabaseError, match="second person"):
        moved(asked.pk, "released", **signed(cast.here.lead))
    with cast.here.acting("ig_lead"), pytest.raises(DatabaseError, match="second person"):
        moved(asked.pk, "released", **signed(cast.here.lead))
    with cast.here.acting("lead") as by:
        item = Item.objects.first()
        with pytest.raises(NotAllowed):
            deciding.decide(by=by, item=item, version=item.version, decision="give", reason="Later.")
        with pytest.raises(DatabaseError, match="waits for release"), transaction.atomic():
            Item.objects.filter(pk=item.pk).update(exemption="")
    asked.released()
    with cast.here.acting("ig_lead"), pytest.raises(DatabaseError):
        moved(asked.pk, "released", due_by="later")


def test_whoever_prepared_does_not_release_whatever_else_they_may(cast, walk):
    """One person arranges panels and governs information; roles.py allows that."""
    case = CaseWalk(cast.here).opened(surname="Bothly")
    with cast.here.acting("coordinator"):
        case_reference = case.case.reference
    both = cast.here.user("coordinator")
    Membership.objects.create(
        user=both,
        organisation=cast.here.organisation("council"),
        authority=cast.here.authority,
        role="ig_lead",
    )
    asked = Asked(cast.here).identified().gathered(case_reference, "coordinator").decided("coordinator")
    asked.gathered(reference(walk)).decided().ready()
    with pytest.raises(NotAllowed, match="Somebody else"):
        asked.released("coordinator")
    with acting(Actor.of_user(both.pk)), pytest.raises(DatabaseError, match="second person"):
        moved(asked.pk, "released", **signed(both))
    asked.released()


def test_items_are_frozen_as_gathered_and_decided_in_ones_own_name(asked, cast):
    with cast.here.acting("lead"):
        for change in ({"on": date(2020, 1, 1)}, {"decision": "give", "decided_by_id": cast.here.ig_lead.pk}):
            with pytest.raises(DatabaseError), transaction.atomic():
                Item.objects.filter(kind="people.Person").update(**change)
    with cast.here.acting("ig_lead"), pytest.raises(DatabaseError), transaction.atomic():
        Item.objects.filter(kind="people.Person").update(decision="give", decided_by_id=cast.here.ig_lead.pk)
    with cast.here.acting("lead"):
        assert Item.objects.all().delete()[0] == 0
        assert Request.objects.all().delete()[0] == 0


def test_a_sealed_referral_is_gathered_by_the_lead_who_alone_sees_it(cast, walk):
    walk.decided("unfounded")
    asked = Asked(cast.here).identified().gathered(reference(walk))
    assert "Askingly" in asked.item("people.PersonName").words


def test_what_is_erased_goes_from_the_answer_too(cast, walk, asked, everything):
    asked.decided().ready().released()
    before = text(asked)
    concern = asked.item("referrals.Concern").words.split(": ", 1)[1].split("\n")[0]
    assert " ".join(concern.split()) in before
    with everything():
        line = f"referrals.referral|{walk.pk}|{cast.here.authority.pk}|referral-child|{clock.today()}|expired|None"
        assert REGISTERS["retention.records"].again([line]) == 1
        left = set(Item.objects.filter(request_id=asked.pk).values_list("kind", flat=True))
        assert left <= {
            "people.Person",
            "people.PersonName",
            "people.Address",
            "people.Affiliation",
            "people.Match",
        }
    assert " ".join(concern.split()) not in text(asked)


def test_whoever_has_an_interest_sees_nothing_of_it_and_does_not_release(asked, cast, walk):
    """Said as an officer, by somebody who governs information now."""
    asked.decided().ready()
    with cast.here.acting("officer") as by:
        breaking.declare_interest(by=by, found=find_breakable(reference(walk)))
    Membership.objects.filter(user=cast.here.officer).update(role="ig_lead")
    with cast.here.acting("officer") as by:
        assert Request.objects.exists() and not Item.objects.filter(kind="referrals.Concern").exists()
        with pytest.raises(NotAllowed, match="interest"):
            releasing.release(by=by, request=asked.request, version=asked.request.version)
        with pytest.raises(DatabaseError, match="interest"):
            moved(asked.pk, "released", **signed(cast.here.officer))
    asked.released()


def test_two_parents_who_disagree_and_a_child_who_was_not_asked(cast, walk):
    asked = (
        Asked(cast.here, asker="parent", asked_by="A parent").identified().gathered(reference(walk)).decided()
    )
    with pytest.raises(NotAllowed, match="Ask the child"):
        asked.ready()
    asked.done(recording.hear_child, "ig_lead", child_view="agrees", child_words="She wants to read it too.")
    asked.done(recording.dispute, "ig_lead", disputed="The father says no.", settled="")
    with pytest.raises(NotAllowed, match="does not agree"):
        asked.ready()
    with cast.here.acting("lead"):
        moved(asked.pk, "ready", ready_by_id=cast.here.lead.pk, ready_at=clock.now())
    with cast.here.acting("ig_lead") as by:
        with pytest.raises(NotAllowed, match="does not agree"):
            releasing.release(by=by, request=asked.request, version=asked.request.version)
        with pytest.raises(IntegrityError, match="dispute_is_settled"):
            moved(asked.pk, "released", **signed(cast.here.ig_lead))
    asked.done(releasing.send_back, "ig_lead", because="Settle it first.")
    asked.done(
        recording.dispute, "ig_lead", disputed="The father says no.", settled="The court gave it to her."
    )
    asked.ready().released()


def test_the_time_to_answer(cast):
    asked = Asked(cast.here, received_on=clock.today() - timedelta(days=5))
    with cast.here.acting("ig_lead"):
        first = asked.request.due_on
        assert "UK GDPR, article 12A" in asked.request.due_by
    asked.identified()
    with cast.here.acting("ig_lead"):
        assert asked.request.due_on == first
    asked.identified(had_to_ask=True)
    with cast.here.acting("ig_lead"):
        later = asked.request.due_on
        assert timedelta(days=2) <= later - first <= timedelta(days=5)
    asked.done(recording.extend, "ig_lead", because="There are three cases.", told_on=clock.today())
    with cast.here.acting("ig_lead"):
        assert timedelta(days=58) <= asked.request.due_on - later <= timedelta(days=63)
    with pytest.raises(NotNow):
        asked.done(recording.extend, "ig_lead", because="Again.", told_on=clock.today())
    late = Asked(cast.here, received_on=clock.today() - timedelta(days=60))
    with pytest.raises(Refusal, match="before the answer was due"):
        late.done(recording.extend, "ig_lead", because="Late.", told_on=clock.today())
    late.done(recording.close, "ig_lead", because="Taken back.")


def test_nobody_else_sees_a_request(asked, cast):
    for who in ("officer", "dsl", "administrator", "police"):
        with cast.here.acting(who):
            assert not Request.objects.exists() and not Item.objects.exists()
    with cast.there.acting("ig_lead"):
        assert not Request.objects.exists() and not Item.objects.exists()
