"""The minutes of an item: who was there, which agencies came, what waits for its signature; and what pages show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.accounts.models import User
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table
from waymark.foundation.meetings.models import Attendance, Came

from . import policies, queries
from .models import SAID_OF, Item, Minute, Nature, Panel, PanelMeeting


def newest(item: Item) -> Minute | None:
    """The entry that holds. One query."""
    found = Minute.objects.filter(item=item, corrected_by__isnull=True)
    return found.select_related("written_by", "signature__signed_by").first()


def agencies(item: Item) -> dict[int, str]:
    """Key and name of each organisation that came to the meeting, or for this item."""
    came = item.meeting.meeting.attendances.filter(came=Came.PRESENT).select_related("organisation")
    found = {row.organisation_id: row.organisation.name for row in came}
    return found | {one.organisation_id: one.organisation.name for one in queries.invitees(item)}


def there(item: Item) -> Iterator[str]:
    """Lines of who came for which agency, apologies, deputies, who came for this item alone, who stayed out."""
    marks = {row.for_id: row for row in item.meeting.meeting.attendances.select_related("person")}
    out = queries.kept_out(item)
    for place in queries.expected(item.meeting):
        seat, mark = place.seat, marks.get(place.seat.pk)
        who = f"{seat.get_sector_display()}, {seat.organisation.name}"
        if mark is None or mark.person is None:
            stands = mark.get_came_display() if mark else _("Not marked yet")
            yield f"{who}: {stands}"
        elif mark.person_id not in out:
            yield f"{who}: {place.name_of(mark.person)}"
    for invited in queries.invitees(item):
        yield f"{invited.organisation.name}: {invited.person.get_full_name()} ({invited.get_capacity_display()})"
    for who, why in took_no_part(item, out):
        yield _("%(who)s took no part: %(why)s") % {"who": who, "why": why}


def took_no_part(item: Item, out: set[UUID]) -> list[tuple[str, str]]:
    """Name of each person with an interest in an item, and which. Of one that was declared at an earlier meeting only
    that it is there."""
    said = list(item.interests.select_related("person").order_by("declared_at"))
    here = [
        (one.person.get_full_name(), str(SAID_OF[Nature(one.nature)])) for one in said if one.person_id in out
    ]
    before = User.objects.filter(pk__in=out - {one.person_id for one in said}).order_by("full_name")
    return here + [(one.get_full_name(), _("an interest declared at an earlier meeting")) for one in before]


def unsigned(actor: Actor, meeting: PanelMeeting) -> list[Item]:
    """Items that the actor chairs, with minutes that they have not signed."""
    waiting = Minute.objects.visible_to(actor).filter(
        item__meeting=meeting, corrected_by__isnull=True, signature__isnull=True
    )
    items = [one.item for one in waiting.select_related("item__meeting__meeting", "item__meeting__panel")]
    chairs = {item.pk: queries.chairs_item(item) for item in items}
    return [item for item in items if (chair := chairs[item.pk]) and chair.pk == actor.user_id]


def rows(minute: Minute) -> list[tuple[str, str]]:
    """One entry in full, in the order in which it is read."""
    signature = getattr(minute, "signature", None)
    signed = (
        f"{signature.signed_by.get_full_name()} ({read_out(signature.signed_as)}), {moment(signature.signed_at)}"
        if signature
        else _("Not signed yet")
    )
    said = [
        (_("Who was there"), minute.there),
        *((_("Shared by %(who)s") % {"who": who}, words) for who, words in minute.shared.items()),
        (_("What was weighed"), minute.risk),
        (_("Actions"), minute.actions),
        (_("Why they were written anew"), minute.because),
        (_("Written"), f"{minute.written_by.get_full_name()}, {moment(minute.written_at)}"),
        (_("Signed by the chair"), signed),
    ]
    return [(key, value) for key, value in said if value]


@dataclass(frozen=True)
class Shown:
    """On the page of an item: the minutes that hold, and what whoever looks may do with them."""

    rows: list[dict[str, Any]]
    may_write: bool
    may_sign: bool

    @staticmethod
    def of(actor: Actor, item: Item) -> Shown:
        minute = newest(item)
        return Shown(
            rows=[_row(key, value) for key, value in rows(minute)] if minute else [],
            may_write=bool(policies.write_minutes(actor, item)),
            may_sign=minute is not None
            and not hasattr(minute, "signature")
            and bool(policies.sign_minutes(actor, minute)),
        )


def _row(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"html": linebreaksbr(value)}}


def lines(actor: Actor, meeting: PanelMeeting) -> list[dict[str, str]]:
    """Each item that the actor sees, and how its minutes stand. Two queries."""
    held = Minute.objects.visible_to(actor).filter(item__meeting=meeting, corrected_by__isnull=True)
    stands = {one.item_id: hasattr(one, "signature") for one in held.select_related("signature")}
    words = {None: _("not written yet"), False: _("wait for the chair’s signature"), True: _("signed")}
    return [
        {
            "href": reverse("panel:item", args=[item.pk]),
            "text": item.about_reference or item.heading,
            "state": words[stands.get(item.pk)],
        }
        for item in queries.agenda(actor, meeting)
    ]


def by_agency(actor: Actor, panel: Panel) -> Table:
    """Attendance and nil returns of each agency, over all meetings of a panel. Three queries."""
    marks = Attendance.objects.visible_to(actor).filter(meeting__in=panel.meetings.values("meeting_id"))
    counted: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    names: dict[int, str] = {}
    for mark in marks.select_related("organisation"):
        names[mark.organisation_id] = mark.organisation.name
        counted[mark.organisation_id][mark.came] += 1
    written = Minute.objects.visible_to(actor).filter(item__meeting__panel=panel, corrected_by__isnull=True)
    for nil in written.values_list("nil_returns", flat=True):
        for key in nil:
            counted[key]["nil"] += 1
    return Table(
        _("Attendance and nil returns of each agency"),
        (
            Column(_("Agency"), lambda key: names[key]),
            Column(_("Present"), lambda key: str(counted[key][Came.PRESENT]), number=True),
            Column(_("Apologies"), lambda key: str(counted[key][Came.APOLOGIES]), number=True),
            Column(_("Absent"), lambda key: str(counted[key][Came.ABSENT]), number=True),
            Column(
                _("Came to an item and shared nothing"), lambda key: str(counted[key]["nil"]), number=True
            ),
        ),
        sorted(names, key=lambda key: names[key]),
        empty=_("Nobody’s attendance has been marked yet."),
    )
