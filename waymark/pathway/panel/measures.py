"""What can be counted of panels: meetings, who came, terms of reference. No records about people who were referred."""

from __future__ import annotations

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Line, Rows, Scope, in_period, of_rows
from waymark.foundation.meetings.models import Attendance, Came

from .models import Kind, Panel, PanelMeeting, Seat, Sector, Terms

SOURCE = _("Panels in this service, and who was marked at their meetings")
HELD, CANCELLED = "held", "cancelled"


def _meetings(scope: Scope) -> QuerySet[PanelMeeting]:
    found = in_period(PanelMeeting, scope, "meeting__starts_at__date")
    return found.select_related("meeting", "panel")


def _held(scope: Scope) -> QuerySet[PanelMeeting]:
    return _meetings(scope).filter(meeting__cancelled_at__isnull=True)


def _marked(scope: Scope) -> QuerySet[Attendance]:
    """What was marked for the seats of panels."""
    seat = Seat.objects.filter(pk=OuterRef("for_id"))
    found = in_period(Attendance, scope, "meeting__starts_at__date").filter(Exists(seat))
    return found.annotate(sector=Subquery(seat.values("sector")[:1])).select_related("meeting")


def _present(scope: Scope) -> QuerySet[Attendance]:
    return _marked(scope).filter(came=Came.PRESENT)


def _panels(scope: Scope) -> QuerySet[Panel]:
    """At work on the last day of the period."""
    there = Panel.objects.filter(authority_id=scope.authority_id, begins_on__lte=scope.until_on)
    return there.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=scope.until_on))


def _terms_in_date(scope: Scope) -> QuerySet[Panel]:
    newest = Terms.objects.filter(panel=OuterRef("pk"), in_force_from__lte=scope.until_on)
    due = Subquery(newest.order_by("-in_force_from").values("review_on")[:1])
    return _panels(scope).annotate(due=due).filter(due__gt=scope.until_on)


def _meeting(row: PanelMeeting) -> Line:
    return Line(row.reference, row.meeting.on, reverse("panel:meeting", args=[row.reference]))


def _attendance(row: Attendance) -> Line:
    return Line(row.meeting.reference, row.meeting.on, reverse("panel:meeting", args=[row.meeting.reference]))


def _panel(row: Panel) -> Line:
    return Line(row.reference, row.begins_on, reverse("panel:panel", args=[row.reference]))


def declare() -> None:
    """Called in AppConfig.ready."""
    held = Case(
        When(meeting__cancelled_at__isnull=True, then=Value(HELD)),
        default=Value(CANCELLED),
        output_field=CharField(),
    )
    sector = {"sector": (F("sector"), _("Agency"))}
    measures.declare(
        of_rows(
            "panel.called", _("Panel meetings called"), _("Meetings of panels in the period, held or cancelled."),
            SOURCE, Rows(_meetings, _meeting, {"held": (held, _("Held or cancelled"))}), personal=False,
            words={"held": {HELD: _("Held"), CANCELLED: _("Cancelled")}},
        ),
        of_rows(
            "panel.meetings", _("Panel meetings held"), _("Meetings of panels in the period that were not cancelled."),
            SOURCE, Rows(_held, _meeting, {"kind": (F("panel__kind"), _("Kind of panel"))}), personal=False,
            words={"kind": dict(Kind.choices)},
        ),
        of_rows(
            "panel.places", _("Seats marked at panel meetings"),
            _("Each seat of a panel at each meeting of the period, where somebody marked who came."),
            SOURCE, Rows(_marked, _attendance, sector), personal=False, words={"sector": dict(Sector.choices)},
        ),
        of_rows(
            "panel.present", _("Seats of which somebody came"),
            _("Of the seats marked at meetings of the period, those whose holder or deputy was there."),
            SOURCE, Rows(_present, _attendance, sector), personal=False, words={"sector": dict(Sector.choices)},
        ),
        of_rows(
            "panel.panels", _("Panels at work"), _("Panels of the authority on the last day of the period."),
            SOURCE, Rows(_panels, _panel), personal=False,
        ),
        of_rows(
            "panel.terms", _("Panels whose terms of reference are in date"),
            _("Panels on the last day of the period whose terms of reference were not yet due for review."),
            SOURCE, Rows(_terms_in_date, _panel), personal=False,
        ),
    )  # fmt: skip
