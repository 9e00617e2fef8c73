"""Who sits on a panel, who stands in, and until when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Organisation
from waymark.pathway.panel import policies, queries
from waymark.pathway.panel.models import Chairs, Deputy, Panel, Seat, Sector
from waymark.pathway.panel.permissions import Permission

from .arranging import with_

NO_ROLE = _("This person has no role that lets them sit on a panel of this authority.")
NO_CHAIR = _("This person does not have the role of panel chair. Ask your administrator.")
THEIRS = {
    Sector.AUTHORITY: (Organisation.Kind.COUNCIL, _("The local authority’s seat is held by a council.")),
    Sector.POLICE: (Organisation.Kind.POLICE, _("The police’s seat is held by a police force.")),
}
CHAIRED = _("Somebody else chairs this panel then. End their seat first, or choose another day.")


@deed("panel.add-seat")
def add_seat(
    *,
    by: Actor,
    at: datetime,
    panel: Panel,
    sector: str,
    organisation: Organisation,
    holder_id: UUID | None,
    from_on: date,
    until_on: date | None = None,
    areas: Collection[int] = (),
    chairs: str = Chairs.NO,
) -> Seat:
    """A seat for an organisation, held by somebody of it or still vacant.

    `areas` left out: all that the panel serves.
    """
    panel = lock(panel)
    policies.arrange(by, panel).require()
    _fits(panel, sector, organisation, holder_id, chairs)
    if until_on is not None and until_on < from_on:
        raise Refusal(_("The last day must not be before the first day."), field="until_on")
    if holder_id and _sits_already(panel, sector, chairs, holder_id, from_on, until_on):
        raise Refusal(_("This person holds this seat already."), field="who")
    seat = Seat(
        **with_(panel),
        panel=panel,
        sector=sector,
        organisation=organisation,
        areas=sorted(set(areas)) or panel.covers,
        holder_id=holder_id,
        chairs=chairs,
        from_on=from_on,
        until_on=until_on,
    )
    return _taken(seat)


def _taken(seat: Seat) -> Seat:
    """The seat saved. The database knows whether somebody else chairs then."""
    try:
        with transaction.atomic():
            seat.save(force_insert=True)
    except IntegrityError as refused:
        if seat.chairs == Chairs.CHAIR and "chairs this panel" in str(refused):
            raise Refusal(CHAIRED, field="chairs") from refused
        raise
    return seat


@deed("panel.end-seat")
def end_seat(*, by: Actor, at: datetime, seat: Seat, version: int, until_on: date, because: str) -> Seat:
    """The last day of a seat. Its deputies end with it; on the day after, none of them sees the panel."""
    seat = lock(seat, version)
    policies.end_seat(by, seat).require()
    if until_on < seat.from_on:
        raise Refusal(_("The last day must not be before the first day."), field="until_on")
    if seat.until_on is not None and until_on > seat.until_on:
        raise Refusal(_("This seat ends before that day already."), field="until_on")
    seat.until_on, seat.ended_because = until_on, because
    seat.save_next("until_on", "ended_because")
    return seat


@deed("panel.add-deputy")
def add_deputy(
    *, by: Actor, at: datetime, seat: Seat, person_id: UUID, from_on: date, until_on: date
) -> Deputy:
    """Somebody of the same organisation stands in for the holder of a seat."""
    seat = lock(seat)
    policies.arrange(by, seat.panel).require()
    if until_on < from_on:
        raise Refusal(_("The last day must not be before the first day."), field="until_on")
    if from_on < seat.from_on or (seat.until_on is not None and until_on > seat.until_on):
        raise Refusal(_("A deputy stands in only while the seat lasts."), field="until_on")
    if person_id == seat.holder_id:
        raise Refusal(_("Nobody stands in for themselves."), field="person")
    if not queries.works_for(seat.authority_id, person_id, seat.organisation_id, Permission.SIT):
        raise Refusal(_("A deputy is somebody of the organisation whose seat it is."), field="person")
    return Deputy.objects.create(
        **with_(seat.panel), seat=seat, person_id=person_id, from_on=from_on, until_on=until_on
    )


@deed("panel.end-deputy")
def end_deputy(*, by: Actor, at: datetime, deputy: Deputy, version: int) -> Deputy:
    """They stand in no more, from this moment on."""
    deputy = lock(deputy, version)
    policies.end_deputy(by, deputy).require()
    if deputy.ended_at is not None or deputy.until_on < clock.uk_date(at):
        raise NotNow(_("This deputy does not stand in any more."))
    deputy.ended_at = at
    deputy.save_next("ended_at")
    return deputy


def _fits(panel: Panel, sector: str, organisation: Organisation, holder_id: UUID | None, chairs: str) -> None:
    kind, sentence = THEIRS.get(Sector(sector), (organisation.kind, ""))
    if organisation.kind != kind:
        raise Refusal(sentence, field="who")
    if chairs and (sector != Sector.AUTHORITY or holder_id is None):
        raise Refusal(_("The chair is somebody named, of the local authority."), field="chairs")
    if holder_id and not queries.works_for(panel.authority_id, holder_id, organisation.pk, Permission.SIT):
        raise Refusal(NO_ROLE, field="who")
    if (
        chairs
        and holder_id
        and not queries.works_for(panel.authority_id, holder_id, organisation.pk, Permission.CHAIR)
    ):
        raise Refusal(NO_CHAIR, field="chairs")


def _sits_already(
    panel: Panel, sector: str, chairs: str, holder_id: UUID, from_on: date, until_on: date | None
) -> bool:
    same = panel.seats.filter(sector=sector, chairs=chairs, holder_id=holder_id)
    same = same.filter(Q(until_on__isnull=True) | Q(until_on__gte=from_on))
    return (same.filter(from_on__lte=until_on) if until_on else same).exists()
