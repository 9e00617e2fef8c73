"""Questions about panels that cross models."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.places.models import Authority, Organisation

from .models import Acceptance, Chairs, Deputy, Invitee, Item, Panel, PanelMeeting, Seat, Sector, Terms
from .permissions import Permission


def panels(actor: Actor) -> QuerySet[Panel]:
    """Those that the actor arranges or sits on, those that have not ended first."""
    return Panel.objects.visible_to(actor).select_related("authority").order_by("ended_on", "name", "id")


def seats(panel: Panel) -> QuerySet[Seat]:
    return panel.seats.select_related("organisation", "holder").prefetch_related("deputies__person")


def terms_on(panel: Panel, day: date) -> Terms | None:
    """The terms of reference that hold on a day."""
    return panel.terms.filter(in_force_from__lte=day).first()


def members(authority_id: int) -> QuerySet[Membership]:
    """Those whose role lets them sit on a panel of this authority, with the organisation they work for."""
    able = roles.holding(Permission.SIT)
    held = Membership.objects.valid().filter(role__in=able, authority_id=authority_id)
    return held.select_related("user", "organisation").order_by(
        "user__full_name", "organisation__name", "role"
    )


def works_for(authority_id: int, user_id: UUID, organisation_id: int, permission: str) -> bool:
    """Does somebody hold such a role there today, for that organisation?"""
    held = Membership.objects.valid().filter(authority_id=authority_id, user_id=user_id)
    return held.filter(organisation_id=organisation_id, role__in=roles.holding(permission)).exists()


def partners(areas: list[int]) -> QuerySet[Organisation]:
    """Organisations of the areas that a panel serves."""
    return Organisation.objects.filter(authority_id__in=areas).order_by("name", "id")


def could_combine(authority: Authority, day: date) -> QuerySet[Authority]:
    """Other authorities of the same force or region: those with which a panel may be shared."""
    near = Q(pk__in=[])
    if authority.force_id:
        near |= Q(force_id=authority.force_id)
    if authority.region_id:
        near |= Q(region_id=authority.region_id)
    return Authority.objects.valid_on(day).filter(near).exclude(pk=authority.pk).order_by("name", "id")


def areas_of(panel: Panel) -> dict[int, str]:
    """Key and name of each authority it serves, its own first."""
    names = dict(Authority.objects.filter(pk__in=panel.covers).values_list("pk", "name"))
    rest = sorted((name, key) for key, name in names.items() if key != panel.authority_id)
    return {panel.authority_id: names[panel.authority_id]} | {key: name for name, key in rest}


def left(panel: Panel, held: list[Seat]) -> set[UUID]:
    """Keys of the seats whose holder may not sit there any more: they left, or their role ended."""
    now = {(m.user_id, m.organisation_id) for m in members(panel.authority_id)}
    return {s.pk for s in held if s.holder_id and (s.holder_id, s.organisation_id) not in now}


def deputies_of(seat: Seat, day: date) -> list[Deputy]:
    """Those who stand in now or later, from what was fetched with the seat."""
    return [deputy for deputy in seat.deputies.all() if deputy.until_on >= day and deputy.ended_at is None]


def in_force(held: list[Seat], day: date) -> list[Seat]:
    return [s for s in held if s.from_on <= day and (s.until_on is None or s.until_on >= day)]


def empty_areas(held: list[Seat], sector: str, covers: list[int]) -> list[int]:
    """Areas for which nobody named sits in a sector."""
    spoken = {area for s in held if s.sector == sector and s.holder_id for area in s.areas}
    return [area for area in covers if area not in spoken]


def has_chair(held: list[Seat]) -> bool:
    return any(s.chairs == Chairs.CHAIR for s in held)


LAWFUL = (Sector.AUTHORITY, Sector.POLICE)


@dataclass(frozen=True)
class Expected:
    """A seat on the day of a meeting, with those who may come for it: its holder, then deputies of that day."""

    seat: Seat
    people: list[User]

    def name_of(self, person: User) -> str:
        """Their name, and that they stand in where they do."""
        name = person.get_full_name()
        return name if person.pk == self.seat.holder_id else _("%(name)s (deputy)") % {"name": name}


def expected(meeting: PanelMeeting, day: date | None = None) -> list[Expected]:
    """The seats of the day of the meeting (or of another day). Two queries and those of the deputies."""
    on = day or meeting.meeting.on
    found = []
    for seat in in_force(list(seats(meeting.panel)), on):
        standing_in = [
            d.person for d in seat.deputies.all() if d.from_on <= on <= d.until_on and d.ended_at is None
        ]
        found.append(Expected(seat, ([seat.holder] if seat.holder else []) + standing_in))
    return found


def meetings(actor: Actor, panel: Panel | None = None) -> QuerySet[PanelMeeting]:
    found = PanelMeeting.objects.visible_to(actor).select_related("meeting", "panel__authority")
    return found.filter(panel=panel) if panel else found


def to_come(actor: Actor, at: datetime) -> QuerySet[PanelMeeting]:
    """Those that are not over and not cancelled, the next one first."""
    held = meetings(actor).filter(meeting__ends_at__gte=at, meeting__cancelled_at=None)
    return held.order_by("meeting__starts_at", "id")


def is_expected(meeting: PanelMeeting, actor: Actor) -> bool:
    """Is the actor asked to come, for the organisation they work for now?"""
    mine = [place for place in expected(meeting) if place.seat.organisation_id == actor.organisation_id]
    if any(person.pk == actor.user_id for place in mine for person in place.people):
        return True
    # Somebody invited sees the row of their invitation only after they accepted: the database says that they are.
    return f"panel:{meeting.panel_id}" in actor.grants and _is_invited(meeting, actor)


def _is_invited(meeting: PanelMeeting, actor: Actor) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT panel.invited(%s, %s, %s)", [meeting.pk, actor.user_id, actor.organisation_id])
        return bool(cursor.fetchone()[0])


def accepted(meeting: PanelMeeting, actor: Actor) -> Acceptance | None:
    mine = Acceptance.objects.filter(meeting=meeting, person_id=actor.user_id)
    return mine.filter(organisation_id=actor.organisation_id).first()


def agenda(actor: Actor, meeting: PanelMeeting) -> QuerySet[Item]:
    """The items that the actor may read, in their order."""
    return Item.objects.visible_to(actor).filter(meeting=meeting, withdrawn_at__isnull=True)


def one_item(actor: Actor) -> QuerySet[Item]:
    return Item.objects.select_related("meeting__meeting", "meeting__panel__authority", "authority")


def invitees(item: Item) -> QuerySet[Invitee]:
    return item.invitees.select_related("person", "organisation").order_by("recorded_at")


def kept_out(item: Item, decided_at: datetime | None = None) -> set[UUID]:
    """Those with a seat on the panel who may see nothing of an item that whoever asks sees: an interest in it was
    declared, at this meeting or an earlier one. `decided_at`: as it stood when something was decided there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT panel.out_of(%s, %s)", [item.pk, decided_at])
        return set(cursor.fetchone()[0])


def chairs_item(item: Item) -> User | None:
    """Who chairs an item on the day of its meeting: the chair, or, if they have an interest in it, a deputy chair."""
    kept = kept_out(item)
    seated = [p.seat for p in expected(item.meeting) if p.seat.chairs and p.seat.holder_id not in kept]
    seated.sort(key=lambda seat: seat.chairs != Chairs.CHAIR)
    return seated[0].holder if seated else None
