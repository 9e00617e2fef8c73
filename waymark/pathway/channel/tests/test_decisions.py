"""What the panel decides of a case: refused without those whom the law wants there, signed, corrected by a new entry."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.cast import Cast
from waymark.foundation.access.models import Interest
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel import agenda as offered
from waymark.pathway.channel import decided
from waymark.pathway.channel import deciding_rules as rules
from waymark.pathway.channel.actions import deciding
from waymark.pathway.channel.actions.deciding import MOVES, Said
from waymark.pathway.channel.models import Case, Dissent, Outcome, PanelDecision
from waymark.pathway.channel.states import CASES, CaseState
from waymark.pathway.panel.actions import agenda
from waymark.pathway.panel.models import Kind as PanelKind
from waymark.pathway.panel.tests.sitting import Table, give_role, today

from .walks import CARE, WHY, CaseWalk


@pytest.fixture
def walk(cast: Cast) -> CaseWalk:
    return CaseWalk(cast.here).opened()


def waiting(walk: CaseWalk, kind: str) -> list[Task]:
    with walk.acting("coordinator"), connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('waymark.grants', %s, true)", [f"{{system:{walk.side.authority.pk}}}"]
        )
        return list(Task.objects.filter(kind=kind, done_at__isnull=True))


def checked_at_once() -> None:
    """What the database looks at when a transaction ends, now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_the_panel_decides_and_the_case_stands_by_it(walk, cast):
    for outcome, state in (("deferred", "deferred"), ("adopted", "consent_pending")):
        getattr(walk, outcome)()
        checked_at_once()
        with walk.acting("lead"):
            case = walk.case
            decision = case.decision
            assert case.state == state
            assert (decision.reason, decision.relied_on) == (WHY["reason"], WHY["relied_on"])
            assert decision.decided_on == clock.uk_date(clock.now() - timedelta(minutes=10))
            assert decision.signed_by_id == cast.here.coordinator.pk and "coordinator" in decision.signed_as
            assert [event.kind for event in case.events.all()][-1] == outcome
    with cast.there.acting("coordinator"):
        assert not PanelDecision.objects.exists()


def test_nothing_is_decided_unless_authority_and_police_are_there(walk, cast):
    held = walk.sat(marked=False)
    there = {walk.table.police.pk: cast.here.panel_police, walk.table.chair.pk: cast.here.chair}
    item = walk.put(held)
    for missing in there:
        walk.marked_present(held, {key: str(who.pk) for key, who in there.items()})
        walk.marked_present(held, {missing: "apologies"})
        with pytest.raises(NotNow, match="section 37"):
            walk.adopted()
        with (
            walk.acting("coordinator") as by,
            pytest.raises(DatabaseError, match="not both marked"),
            transaction.atomic(),
        ):
            row(by, walk.case, item).save(force_insert=True)
    walk.marked_present(held, {key: str(who.pk) for key, who in there.items()}).adopted()


def row(by, case: Case, item, **given) -> PanelDecision:
    """As somebody would write it who goes round the pages."""
    return PanelDecision(
        **{
            "authority_id": case.authority_id, "grants": list(case.grants), "case": case, "item": item,
            "outcome": "adopt", "method": "unanimous", "reason": WHY["reason"], "relied_on": WHY["relied_on"],
            "decided_on": item.meeting.meeting.on, "signed_by_id": by.user_id, "signed_as": "x",
            "entered_at": clock.now(), "meeting_reference": item.meeting.reference, "referrer_there": False,
        }
        | given
    )  # fmt: skip


LACKING = [
    ("adopt", {"reason": ""}),
    ("adopt", {"reason": "Do it."}),
    ("adopt", {"relied_on": ""}),
    ("adopt", {"method": "majority"}),
    *[("not_adopt", {one: ""}) for one in CARE],
    ("not_adopt", {"care_result": "not_referred"}),
    *[
        ("defer", {one: None if one != "missing" else ""})
        for one in ("missing", "missing_from", "missing_by")
    ],
]


@pytest.mark.parametrize("kind", PanelKind)
def test_only_a_panel_of_section_36_decides_of_a_case(walk, cast, kind):
    walk.panel = Table(cast.here, kind=kind)
    item = walk.put()
    if kind not in ("below_threshold", "police_led"):
        assert walk.panel_decides("adopt").outcome == "adopt"
        return
    with pytest.raises(NotNow, match="not the panel that the law gives it to"):
        walk.panel_decides("adopt")
    with walk.acting("coordinator") as by:
        assert "not the panel" in decided.meeting_warnings(walk.case, item)[0]
        with pytest.raises(DatabaseError, match="a panel of section 36"), transaction.atomic():
            row(by, walk.case, item).save(force_insert=True)


def test_every_decision_says_what_the_law_wants_said(walk, cast):
    """Left out one by one: reason, information, dissent, health and social care, what is missing, who, by when."""
    walk.put()
    whole = {
        "adopt": {},
        "not_adopt": CARE,
        "defer": {"missing": "x", "missing_from": cast.here.officer.pk, "missing_by": today(9)},
    }
    for outcome, lacks in LACKING:
        given = WHY | whole[outcome] | lacks
        with pytest.raises(Refusal):
            walk.panel_decides(outcome, **given)
        if "missing_from" in given:
            given["missing_from_id"] = given.pop("missing_from")
        with walk.acting("coordinator") as by, pytest.raises(DatabaseError), transaction.atomic():
            row(by, walk.case, walk.item, outcome=outcome, **given).save(force_insert=True)
    with pytest.raises(NotNow, match="as it stands now"):
        walk.panel_decides("propose_exit")


def test_what_is_missing_waits_for_whoever_gets_it_until_the_panel_decides(walk, cast):
    [first] = waiting(walk, "channel.first-panel")
    assert first.for_grant == f"authority:{cast.here.authority.pk}:panel"
    walk.deferred()
    [task] = waiting(walk, "channel.get-missing")
    assert task.for_user_id == cast.here.officer.pk and clock.uk_date(task.due_at) == today(14)
    walk.deferred(missing_by=today(20))
    assert [clock.uk_date(one.due_at) for one in waiting(walk, "channel.get-missing")] == [today(20)]
    walk.adopted()
    assert not waiting(walk, "channel.get-missing") and not waiting(walk, "channel.first-panel")


def test_who_did_not_agree_stands_with_why_and_nobody_is_added_later(walk, cast):
    walk.put()
    walk.adopted(method="majority", dissents={walk.table.police.pk: "We would wait for the clinic."})
    checked_at_once()
    with walk.acting("chair"):
        [dissent] = walk.case.decision.dissents.all()
        assert dissent.organisation == cast.here.organisation("police")
        assert dissent.reason == "We would wait for the clinic."
        with pytest.raises(DatabaseError, match="with the decision"), transaction.atomic():
            Dissent.objects.create(
                decision=dissent.decision, seat=walk.table.chair, organisation=cast.here.organisation("council"),
                reason="Later.", authority_id=dissent.authority_id, grants=dissent.grants,
            )  # fmt: skip
            checked_at_once()


def test_only_who_was_there_disagrees(walk, cast):
    absent = walk.table.seat("health", cast.here.organisation("clinic"), cast.here.panel_health)
    walk.put()
    with pytest.raises(Refusal, match="who was there"):
        walk.adopted(method="majority", dissents={absent.pk: "Not there."})


def test_it_is_signed_never_changed_and_never_by_another(walk, cast):
    walk.adopted()
    with walk.acting("coordinator"):
        for change in ({"method": "chair"}, {"decided_on": today(-9)}, {"care_with": "adults"}):
            with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
                PanelDecision.objects.update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            PanelDecision.objects.all().delete()
    item = walk.put()
    signed = {"outcome": "keep_on", "signed_by_id": cast.here.chair.pk}
    with (
        walk.acting("coordinator") as by,
        pytest.raises(DatabaseError, match="whoever acts"),
        transaction.atomic(),
    ):
        row(by, walk.case, item, **signed).save(force_insert=True)


def test_only_those_who_arrange_or_chair_write_it_down(walk, cast):
    item = walk.put()
    for who in ("officer", "police"):
        with pytest.raises(NotAllowed):
            walk.panel_decides("adopt", who)
        with walk.acting(who) as by, pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
            row(by, walk.case, item).save(force_insert=True)
    with walk.acting("chair") as by:
        agenda.accept(by=by, meeting=item.meeting)
    walk.panel_decides("adopt", "chair")


def test_once_at_an_item_and_about_the_case_of_the_item(walk, cast):
    item = walk.put()
    walk.adopted()
    walk.item = item
    with pytest.raises(NotAllowed, match="written down"):
        walk.panel_decides("keep_on")
    other = CaseWalk(cast.here)
    other.panel = walk.table
    other.opened(surname="Somebody")
    with (
        walk.acting("coordinator") as by,
        pytest.raises(DatabaseError, match="about this case"),
        transaction.atomic(),
    ):
        row(by, other.case, item).save(force_insert=True)


def test_the_database_moves_no_case_without_a_decision(walk):
    with walk.acting("coordinator"):
        for state in ("consent_pending", "not_adopted", "deferred"):
            with pytest.raises(DatabaseError, match="what the panel decided"), transaction.atomic():
                Case.objects.filter(pk=walk.case.pk).update(state=state)
    item = walk.put()
    with walk.acting("coordinator") as by, pytest.raises(DatabaseError, match="newest"), transaction.atomic():
        row(by, walk.case, item).save(force_insert=True)
        checked_at_once()


def test_an_old_decision_moves_nothing_anew(walk):
    walk.adopted()
    with walk.acting("coordinator"):
        case = walk.case
        old = case.decision
        with pytest.raises(DatabaseError, match="what the panel decided"), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(state="awaiting_first_panel")
            Case.objects.filter(pk=case.pk).update(state="consent_pending", decision=old)


def test_it_is_corrected_by_a_new_entry_that_points_back(walk):
    walk.adopted()
    first = corrected(walk, "adopt", because="A word was wrong.")
    with walk.acting("coordinator"):
        case = walk.case
        assert case.state == "consent_pending" and case.decision.corrects == first
        assert case.decision.corrected_because == "A word was wrong."
        assert [one.pk for one in case.decisions.all()] == [first.pk, case.decision_id]
    with pytest.raises(NotAllowed, match="newer"):
        corrected(walk, "adopt", first, because="Again.")
    with pytest.raises(Refusal, match="why the entry"):
        corrected(walk, "adopt", because="")


def test_another_outcome_moves_the_case_while_it_stands_where_the_first_led(walk):
    walk.adopted()
    corrected(walk, "not_adopt", because="The panel had decided otherwise.", **CARE)
    checked_at_once()
    with walk.acting("coordinator"):
        case = walk.case
        assert case.state == "not_adopted"
        assert [one.kind for one in case.events.all()][-2:] == ["entered_wrong", "not_adopted"]


def corrected(walk: CaseWalk, outcome: str, decision=None, *, because: str, **given) -> PanelDecision:
    with walk.acting("coordinator") as by:
        case = walk.case
        before = decision or case.decision
        deciding.correct(
            by=by,
            decision=before,
            version=case.version,
            outcome=outcome,
            said=Said(**WHY | given),
            because=because,
        )
        return before


def test_two_who_write_at_once_make_one_decision(walk):
    item = walk.put()
    with walk.acting("coordinator") as by:
        case = walk.case
        said = Said(**WHY)
        deciding.decide(by=by, case=case, item=item, version=case.version, outcome="adopt", said=said)
        with pytest.raises(Stale):
            deciding.decide(by=by, case=case, item=item, version=case.version, outcome="adopt", said=said)


def test_whoever_has_an_interest_sees_nothing_of_item_case_and_decision(walk, cast):
    walk.adopted()
    item = walk.put()
    with walk.acting("coordinator") as by:
        agenda.declare_interest(by=by, item=item, nature="knows", person_id=cast.here.chair.pk)
    with walk.acting("chair"):
        assert not Case.objects.exists() and not PanelDecision.objects.exists()
    with walk.acting("coordinator"):
        assert Case.objects.exists()
    assert not Interest.objects.exists()


def test_the_tables_say_the_same_as_the_database():
    with connection.cursor() as cursor:
        for state in CaseState:
            cursor.execute("SELECT channel.decided_to(%s)", [state])
            leads = {to: outcome for outcome, to in rules.LED_TO.items()}
            assert cursor.fetchone()[0] == leads.get(state)
    for outcome, (name, _kind) in MOVES.items():
        assert {move.target for move in CASES.moves if move.name == name} == {rules.LED_TO[Outcome(outcome)]}
    for state in CaseState:
        for outcome in rules.open_to(state):
            name, _kind = MOVES.get(outcome, ("", None))
            if name and (state, outcome) != ("deferred", "defer"):
                CASES.find(name, state)


def test_a_case_waits_for_an_agenda_and_whoever_decides_is_reminded_of_the_referrer(walk, cast):
    with walk.acting("coordinator") as by:
        assert offered.waits(by) == [walk.case.reference]
    item = walk.put()
    with walk.acting("coordinator") as by:
        assert offered.waits(by) == []
        [reminder] = offered.reminds(by, item)
        assert "is not invited" in reminder
        assert offered.decided_at(by, item) == []
        author = walk.case.referral.submission.author_user
    give_role(author, "panel_member", cast.here.organisation("school"), cast.here)
    with walk.acting("coordinator") as by:
        agenda.invite(
            by=by, item=item, person_id=author.pk, organisation_id=cast.here.organisation("school").pk,
            capacity="invited", until_on=today(9),
        )  # fmt: skip
        assert offered.reminds(by, item) == []
    walk.adopted()
    with walk.acting("panel_police") as by:
        agenda.accept(by=by, meeting=item.meeting)
    with walk.acting("panel_police") as by:
        assert WHY["reason"] in [row["value"]["text"] for row in offered.decided_at(by, item)]


def test_the_agenda_takes_open_cases_of_those_who_see_them(walk, cast):
    with walk.acting("coordinator") as by:
        case = walk.case
        assert offered.find(by, case.reference.lower()).id == walk.pk
        assert offered.find(by, "nothing") is None
    with cast.there.acting("coordinator") as by:
        assert offered.find(by, case.reference) is None


def test_members_read_what_they_need_of_the_case_once_they_see_the_item(walk, cast):
    item = walk.put()
    with walk.acting("panel_police") as by:
        assert offered.shown(by, walk.pk) == []
        agenda.accept(by=by, meeting=item.meeting)
    with walk.acting("panel_police") as by:
        assert not Case.objects.exists()
        said = {row["key"]["text"]: row["value"]["text"] for row in offered.shown(by, walk.pk)}
        assert (
            said["Grounds for the referral under section 36"] and said["Name"] and said["Lead professional"]
        )
        assert not Case.objects.exists()


def test_the_pages_write_it_down_read_it_and_correct_it(walk, cast, pages):
    item = walk.put()
    pages.sign_in(cast.here.coordinator)
    with walk.acting("coordinator"):
        reference = walk.case.reference
    page = pages.open(f"/channel/{reference}/")
    decide = next(link for link in page.links() if link.endswith("/not_adopt/"))
    assert str(item.pk) in decide
    lacking = pages.fill(decide, status=200, method="unanimous", reason="So.", relied_on="All.")
    assert any("at least one whole sentence" in error for error in lacking.errors)
    assert any("health and social care" in error for error in lacking.errors)
    pages.fill(decide, **WHY | CARE)
    page = pages.open(f"/channel/{reference}/")
    entry = next(link for link in page.links() if "/decisions/" in link)
    shown = pages.open(entry)
    assert WHY["reason"] in shown.text and "Referred, and accepted" in shown.text
    same = next(link for link in shown.links() if link.endswith("/correct/not_adopt/"))
    pages.fill(same, because="The name of the team was wrong.", care_with="adults")
    pages.open(same, status=403)
    pages.sign_in(cast.here.officer)
    assert "This entry was corrected" in pages.open(entry).text
    pages.open(same, status=404)


def test_whoever_referred_and_takes_part_is_said_so(walk, cast):
    give_role(cast.here.police, "panel_member", cast.here.organisation("police"), cast.here)
    seat = walk.table.seat("police", cast.here.organisation("police"), cast.here.police)
    held = walk.sat()
    walk.marked_present(held, {seat.pk: str(cast.here.police.pk)})
    walk.put(held)
    assert walk.panel_decides("adopt").referrer_there
