"""Who came stands once something was decided on the strength of it: corrected with a reason, beside each decision."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.urls import reverse

from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.meetings.models import Attendance
from waymark.foundation.outbox.models import Envelope
from waymark.pathway.channel import entry
from waymark.pathway.channel.models import AttendanceCorrection, PanelDecision
from waymark.pathway.panel.actions import meeting

from .walks import CaseWalk

WHY = "The constable of another force had come, and was taken for ours."


@pytest.fixture
def walk(cast) -> CaseWalk:
    for who in ("police", "officer", "lead", "coordinator"):
        cast.here.user(who)
    walk = CaseWalk(cast.here)
    walk.opened()
    walk.held = walk.put().meeting
    return walk.adopted()


def mark(walk: CaseWalk, said: str, because: str = "") -> None:
    with walk.acting("coordinator") as by:
        meeting.mark(by=by, meeting=walk.held, came={walk.table.police.pk: said}, because=because)


def test_what_stands_already_needs_no_reason_a_change_does(walk):
    mark(walk, str(walk.side.panel_police.pk))
    for reason in ("", "Wrong."):
        with pytest.raises(Incomplete, match="on the strength of who came"):
            mark(walk, "absent", reason)
    with walk.acting("coordinator"):
        assert Attendance.objects.filter(came="present").count() == 2
        assert not AttendanceCorrection.objects.exists()


def test_the_decision_stays_the_correction_points_at_it_and_the_chair_is_told(walk, everything):
    signed = ("id", "version", "outcome", "method", "signed_by", "entered_at")
    with walk.acting("officer"):
        before = PanelDecision.objects.values(*signed).get(case=walk.case)
    mark(walk, "absent", WHY)
    with walk.acting("officer"):
        assert PanelDecision.objects.values(*signed).get(case=walk.case) == before
        [row] = AttendanceCorrection.objects.filter(decision=before["id"])
        assert (row.was, row.was_person, row.became, row.because) == (
            "present", walk.side.panel_police, "absent", WHY,
        )  # fmt: skip
        said = str(entry.rows(row.decision))
        assert WHY in said and walk.side.panel_police.get_full_name() in said and "Did not come" in said
    with everything():
        told = Envelope.objects.filter(message__code="channel.attendance-corrected")
        assert {one.user_id for one in told} == {walk.side.chair.pk}


def test_the_page_asks_for_the_reason_and_shows_it_at_the_decision(walk, pages, cast):
    pages.sign_in(cast.here.coordinator)
    where = reverse("panel:meeting-attendance", args=[walk.held.reference])
    seat = f"seat_{walk.table.police.pk}"
    assert pages.fill(where, status=200, **{seat: "absent"}).errors
    pages.fill(where, **{seat: "absent", "because": WHY})
    with walk.acting("officer"):
        decision = PanelDecision.objects.get(case=walk.case)
        at = [walk.case.reference, decision.pk]
    pages.sign_in(cast.here.lead)
    assert WHY in pages.open(reverse("channel:decision", args=at)).text
    assert "corrected after it decided" in pages.open(reverse("channel:case", args=at[:1])).text


def test_nor_in_the_database(walk):
    with walk.acting("coordinator"):
        for statement in (
            "UPDATE meetings_attendance SET came = 'absent', person_id = NULL WHERE came = 'present'",
            "UPDATE meetings_attendance SET for_id = gen_random_uuid()",
        ):
            with pytest.raises(IntegrityError, match="on the strength"), transaction.atomic():
                connection.cursor().execute(statement)


def test_nobody_changes_the_correction(walk):
    mark(walk, "absent", WHY)
    with walk.acting("coordinator"):
        for change in (lambda rows: rows.update(became="present"), lambda rows: rows.delete()):
            with pytest.raises(DatabaseError), transaction.atomic():
                change(AttendanceCorrection.objects.all())
        assert AttendanceCorrection.objects.get().became == "absent"
